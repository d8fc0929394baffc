//! The signs of the screen, and plain ones for terminals that cannot show them.

use super::letters::Letters;

/// The signs that are not letters. Status is always a sign, never colour alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyphs {
    /// A task that nobody began.
    pub todo: &'static str,
    /// A task under way.
    pub doing: &'static str,
    /// A task said to be done, to be confirmed.
    pub reported: &'static str,
    /// A task of which nobody can tell.
    pub unknown: &'static str,
    /// A task done.
    pub done: &'static str,
    /// A task at rest.
    pub paused: &'static str,
    /// A task that fell away.
    pub cancelled: &'static str,
    /// A task past its deadline.
    pub overdue: &'static str,
    /// The row of the cursor.
    pub cursor: &'static str,
    /// The same in a pane that the keys do not go to.
    pub cursor_away: &'static str,
    /// A marked row.
    pub marked: &'static str,
    /// A row whose children are shown.
    pub unfolded: &'static str,
    /// A row whose children are hidden.
    pub folded: &'static str,
    /// A stretch on the timeline.
    pub bar: &'static str,
    /// Today on the timeline.
    pub today: &'static str,
    /// Today on a stretch.
    pub today_on_bar: &'static str,
    /// A deadline on the timeline.
    pub deadline: &'static str,
    /// An occurrence on the timeline.
    pub occurrence: &'static str,
    /// Where something goes on to the left of what is shown.
    pub earlier: &'static str,
    /// Where something goes on to the right of what is shown.
    pub later: &'static str,
    /// What stands for a text that was cut off.
    pub ellipsis: &'static str,
    /// What separates two pieces of one line.
    pub dot: &'static str,
    /// How much something is, from the least to the most.
    pub levels: [&'static str; 8],
    /// The lines around the panes.
    pub lines: Lines,
}

/// The lines around panes, corner by corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lines {
    /// `─`
    pub horizontal: &'static str,
    /// `│`
    pub vertical: &'static str,
    /// `┌`
    pub top_left: &'static str,
    /// `┐`
    pub top_right: &'static str,
    /// `└`
    pub bottom_left: &'static str,
    /// `┘`
    pub bottom_right: &'static str,
    /// `├`
    pub left: &'static str,
    /// `┤`
    pub right: &'static str,
    /// `┬`
    pub top: &'static str,
    /// `┴`
    pub bottom: &'static str,
    /// `┼`
    pub cross: &'static str,
}

impl Lines {
    /// The lines as ratatui's blocks take them.
    #[must_use]
    pub const fn border_set(&self) -> ratatui::symbols::border::Set<'static> {
        ratatui::symbols::border::Set {
            top_left: self.top_left,
            top_right: self.top_right,
            bottom_left: self.bottom_left,
            bottom_right: self.bottom_right,
            vertical_left: self.vertical,
            vertical_right: self.vertical,
            horizontal_top: self.horizontal,
            horizontal_bottom: self.horizontal,
        }
    }
}

/// For terminals that show UTF-8.
pub const UTF8: Glyphs = Glyphs {
    todo: "○",
    doing: "◐",
    reported: "◇",
    unknown: "?",
    done: "●",
    paused: "‖",
    cancelled: "×",
    overdue: "▲",
    cursor: "▌",
    cursor_away: "▏",
    marked: "▪",
    unfolded: "▾",
    folded: "▸",
    bar: "━",
    today: "┆",
    today_on_bar: "┿",
    deadline: "◆",
    occurrence: "•",
    earlier: "‹",
    later: "›",
    ellipsis: "…",
    dot: "·",
    levels: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    lines: Lines {
        horizontal: "─",
        vertical: "│",
        top_left: "┌",
        top_right: "┐",
        bottom_left: "└",
        bottom_right: "┘",
        left: "├",
        right: "┤",
        top: "┬",
        bottom: "┴",
        cross: "┼",
    },
};

/// For all others; each status keeps a sign of its own.
pub const ASCII: Glyphs = Glyphs {
    todo: "o",
    doing: "%",
    reported: "?",
    unknown: "@",
    done: "*",
    paused: "=",
    cancelled: "x",
    overdue: "!",
    cursor: ">",
    cursor_away: ".",
    marked: "#",
    unfolded: "-",
    folded: "+",
    bar: "=",
    today: ":",
    today_on_bar: "|",
    deadline: "^",
    occurrence: "'",
    earlier: "<",
    later: ">",
    ellipsis: "~",
    dot: "-",
    levels: [".", ".", ":", ":", "=", "=", "#", "#"],
    lines: Lines {
        horizontal: "-",
        vertical: "|",
        top_left: "+",
        top_right: "+",
        bottom_left: "+",
        bottom_right: "+",
        left: "+",
        right: "+",
        top: "+",
        bottom: "+",
        cross: "+",
    },
};

impl Glyphs {
    /// Chooses by the environment, where `var` looks a variable up: the locale says whether letters are UTF-8, and the
    /// Linux console has too few signs in any locale.
    pub fn choose(var: impl Fn(&str) -> Option<String>) -> &'static Self {
        let console = var("TERM").is_some_and(|term| term == "linux");
        let utf8 = Letters::choose(var) == Letters::All;
        if utf8 && !console { &UTF8 } else { &ASCII }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{ASCII, Glyphs, UTF8};

    fn check(environment: &[(&str, &str)], expected: &Glyphs) {
        let var = |name: &str| {
            environment.iter().find(|(set, _)| *set == name).map(|(_, value)| (*value).to_owned())
        };
        assert_eq!(Glyphs::choose(var), expected, "{environment:?}");
    }

    #[test]
    fn locale_and_terminal_decide() {
        check(&[("LANG", "vi_VN.UTF-8")], &UTF8);
        check(&[("LANG", "vi_VN.TCVN5712-1")], &ASCII);
        check(&[("LANG", "vi_VN.UTF-8"), ("TERM", "linux")], &ASCII);
    }

    #[test]
    fn each_status_has_a_sign_of_its_own() {
        for signs in [&UTF8, &ASCII] {
            let of_status = [
                signs.todo,
                signs.doing,
                signs.reported,
                signs.done,
                signs.paused,
                signs.cancelled,
                signs.overdue,
            ];
            assert_eq!(of_status.iter().collect::<BTreeSet<_>>().len(), of_status.len());
            assert!(of_status.iter().all(|sign| crate::text::width(sign) == 1));
        }
        assert!(format!("{ASCII:?}").is_ascii());
    }
}
