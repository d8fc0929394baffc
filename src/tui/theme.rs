//! The colours of the screen.

use ratatui::style::{Color, Modifier, Style};

/// A style for each meaning. Nothing is said by colour alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// Plain text.
    pub text: Style,
    /// What stands back.
    pub faint: Style,
    /// Frames.
    pub border: Style,
    /// Titles.
    pub title: Style,
    /// The title of the pane in focus, and what the cursor is.
    pub accent: Style,
    /// Done.
    pub done: Style,
    /// Under way.
    pub doing: Style,
    /// Overdue, failed.
    pub overdue: Style,
    /// Today on the timeline.
    pub today: Style,
    /// A time that is neither done nor late.
    pub bar: Style,
    /// The cursor in a text that is typed.
    pub caret: Style,
    /// A line that says what failed.
    pub failure: Style,
    /// Due soon, refused.
    pub soon: Style,
}

impl Theme {
    /// The colours of the terminal.
    #[must_use]
    pub fn standard() -> Self {
        let plain = Style::new();
        Self {
            text: plain,
            faint: plain.fg(Color::DarkGray),
            border: plain.fg(Color::DarkGray),
            title: plain.add_modifier(Modifier::BOLD),
            accent: plain.fg(Color::Cyan).add_modifier(Modifier::BOLD),
            done: plain.fg(Color::Green),
            doing: plain.fg(Color::Blue),
            overdue: plain.fg(Color::Red),
            caret: plain.add_modifier(Modifier::REVERSED),
            failure: plain.fg(Color::White).bg(Color::Red),
            today: plain.fg(Color::Magenta),
            bar: plain.fg(Color::Cyan),
            soon: plain.fg(Color::Yellow),
        }
    }
}

/// No colours at all.
pub const PLAIN: Theme = {
    let plain = Style::new();
    Theme {
        text: plain,
        faint: plain,
        border: plain,
        title: plain,
        accent: plain,
        done: plain,
        doing: plain,
        overdue: plain,
        caret: plain,
        failure: plain,
        today: plain,
        bar: plain,
        soon: plain,
    }
};
