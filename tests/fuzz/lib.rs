//! What the fuzz targets share: how an input is cut, and what every answer of the program must be.

use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Size;
use tiendo::action::KeyMap;
use tiendo::domain::Plan;
use tiendo::domain::document::check_sound;
use tiendo::locale::Lang;
use tiendo::text::{one_line, sanitise};
use tiendo::tui::events::Event;
use tiendo::tui::job::News;
use tiendo::tui::plans_screen::{Looks, PlansScreen};
use tiendo::tui::run::Core;
use tiendo::tui::state::Access;
use tiendo::workspace::Snapshot;

/// The parts of an input, cut at lines of two percent signs.
pub fn parts(data: &[u8]) -> impl Iterator<Item = &[u8]> {
    const CUT: &[u8] = b"\n%%\n";
    let mut rest = Some(data);
    std::iter::from_fn(move || {
        let all = rest?;
        let cut = all.windows(CUT.len()).position(|window| window == CUT);
        rest = cut.map(|at| &all[at + CUT.len()..]);
        Some(cut.map_or(all, |at| &all[..at]))
    })
}

/// The day that every target looks from.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, 11, 20).expect("a day of the calendar")
}

/// A plan can be told apart, saved, and read again as what it is.
pub fn reopens(plan: &Plan) {
    let value = serde_json::to_value(plan).expect("a plan is JSON");
    assert_eq!(check_sound(&value), Ok(()));
    let text = serde_json::to_string_pretty(&value).expect("JSON is text");
    assert_eq!(&serde_json::from_str::<Plan>(&text).expect("what was saved is read"), plan);
}

/// Nothing of a sentence reaches a terminal but letters.
pub fn is_harmless(sentence: &str) {
    let shown = sanitise(sentence);
    assert_eq!(sanitise(&shown), shown, "{sentence:?}");
    assert!(!shown.chars().any(|c| c.is_control() && c != '\n'), "{shown:?}");
}

/// A screen that has read a snapshot.
pub fn screen_of(snapshot: &Arc<Snapshot>, size: Size) -> PlansScreen {
    // Keys and colours are read from files of settings once.
    static KEYS: LazyLock<KeyMap> = LazyLock::new(KeyMap::standard);
    static LOOKS: LazyLock<Looks> = LazyLock::new(|| Looks::choose(Lang::Vi, |_| None));
    let mut screen = PlansScreen::new(Arc::clone(snapshot), size, KEYS.clone(), (Access::Write, *LOOKS));
    screen.update(Event::Start);
    screen.update(Event::News(News::Read(Arc::clone(snapshot))));
    screen
}

/// Nothing of a screen is obeyed by a terminal.
pub fn is_drawn_harmless(screen: &PlansScreen, Size { width, height }: Size) {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a buffer");
    terminal.draw(|frame| screen.draw(frame)).expect("a frame");
    for cell in terminal.backend().buffer().content() {
        let symbol = cell.symbol();
        assert_eq!(one_line(symbol), symbol, "{symbol:?}");
    }
}
