//! Every window from 0 x 0 to 300 x 100, every layer, data of every kind: nothing breaks, nothing is drawn outside.
//!
//! A share of the sizes is drawn in every run; all of them with
//!
//! ```text
//! TIENDO_WHOLE=1 cargo test --release --lib sweep -- --nocapture
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;
use serde_json::json;
use unicode_normalization::UnicodeNormalization;

use crate::domain::{Act, Change, Directory, Event as Line, EventId, Update};
use crate::import::review::{Field as ReviewField, Spot, places};
use crate::locale::Lang;
use crate::text::width;
use crate::tui::field::Field;
use crate::tui::glyphs::{ASCII, Glyphs, UTF8};
use crate::tui::harness::{
    DOCUMENT, Harness, conflicts, disk_full, plan, proposed, samples, small, snapshot, unreadable,
};
use crate::tui::job::News;
use crate::tui::scene::Scene;
use crate::tui::state::layer::{GiveUp, Layer, Taking};
use crate::tui::state::review::{Correction, Pane, Split};
use crate::tui::state::{Access, Phase};
use crate::tui::theme::{PLAIN, Theme};
use crate::workspace::git::Conflict;
use crate::workspace::{Kept, LeftBehind, Side, Snapshot, Unsaved};

/// The keys to each layer and focus.
const WAYS: [&str; 32] = [
    "",
    "<tab>",
    "<tab><tab>",
    "<tab><tab><tab>",
    "<shift-tab>",
    "jj<enter>",
    "jjjj<enter>jj",
    "?",
    "?zz",
    "u",
    "uso",
    "uxyz",
    "/",
    "/a",
    "/xyz<enter>",
    "jjnxin chào",
    "jjdx",
    "jjxxyz<enter>",
    "jj ",
    "Gd12/BC<enter>",
    "v*n",
    "4l",
    "w",
    "w+lllllG",
    "wmmmmMsjj",
    "!wxabc",
    "aG",
    "abjjv",
    "ajd12/BC",
    ":",
    "w:xuat",
    ":xyz",
];

/// What comes from elsewhere than the keys.
const HAPPENINGS: [fn(&mut Harness); 18] = [
    |harness| harness.tell(News::Failed(disk_full())),
    |harness| harness.state.notices.say_with_way_back("Đã ghi nhận ".repeat(9), "ctrl-z hoàn tác"),
    |harness| harness.state.access = Access::ReadOnly,
    |harness| harness.state.access = Access::Demo,
    |harness| harness.state.phase = Phase::Reading,
    |harness| harness.tell(doubt()),
    |harness| {
        harness.tell(News::Failed(disk_full()));
        harness.state.layer = Some(Layer::GiveUp(GiveUp::Leave));
    },
    |harness| harness.state.phase = Phase::Leaving,
    |harness| harness.tell(drafts()),
    |harness| harness.tell(News::Conflicts(conflicts(["Việc", "Một", "Hai"]))),
    |harness| among_conflicts(harness, conflicts([&HOSTILE.concat().repeat(40), HOSTILE[0], HOSTILE[2]])),
    |harness| among_conflicts(harness, vec![conflicts([HOSTILE[7]; 3]); 100].concat()),
    |harness| {
        among_conflicts(harness, conflicts([HOSTILE[4], HOSTILE[1], HOSTILE[8]]));
        let chosen = harness.state.conflicts.open.clone();
        harness.state.layer = Some(Layer::TakeAll(Taking { chosen, side: Side::Theirs }));
    },
    |harness| {
        among_conflicts(harness, conflicts(["Việc", "Một", "Hai"]));
        harness.tell(News::Conflicts(Vec::new()));
    },
    |harness| under_review(harness, Pane::Draft),
    |harness| under_review(harness, Pane::Document),
    |harness| {
        under_review(harness, Pane::Draft);
        let (spot, field) = (Spot::Head(ReviewField::Units), Field::with(&HOSTILE.concat()));
        harness.state.layer =
            Some(Layer::Correct(Correction { spot, what: ReviewField::Units, field, filled: None }));
    },
    |harness| {
        under_review(harness, Pane::Draft);
        let wording = HOSTILE.join("; ").repeat(20);
        let (places, spot) = (places(&wording), Spot::Head(ReviewField::Units));
        harness.state.layer = Some(Layer::Split(Split { spot, wording, places, chosen: 7 }));
    },
];

/// A document of such texts is under review.
fn under_review(harness: &mut Harness, pane: Pane) {
    let text = DOCUMENT.replace("Sửa đổi", &HOSTILE.concat().repeat(20)).replace("chức", HOSTILE[2]);
    let proposed = proposed(&text);
    harness.tell(News::Proposed(proposed.wanted.clone(), Ok(proposed)));
    let Some(desk) = &mut harness.state.review else { return };
    let task = desk.rows().into_iter().rev().nth(3).map(|row| row.spot);
    (desk.pane, desk.at) = (pane, task.unwrap_or_else(|| desk.at.clone()));
}

/// The list of conflicts is open.
fn among_conflicts(harness: &mut Harness, open: Vec<Conflict>) {
    harness.tell(News::Conflicts(open));
    harness.state.conflicts.scroll = 3;
    harness.state.layer = Some(Layer::Conflicts);
}

/// An act that was not done just now.
fn doubt() -> News {
    let act = EventId::from_parts(1 << 40, 1);
    let update = Update { task: "t1".into(), note: Some(HOSTILE[0].into()), ..Update::default() };
    let at = "2022-11-19T09:00:00+07:00".parse().unwrap();
    let line = Line { id: act, at, by: HOSTILE[1].into(), batch: None, act: Act::Update(update) };
    News::Doubted(act, vec![("a-2022".into(), line)])
}

/// What earlier screens could not save.
fn drafts() -> News {
    let update = Update { task: "t1".into(), note: Some("x".into()), ..Update::default() };
    let changes = vec![Change::Update { plan: "a-2022".into(), update }];
    let unsaved = |what: &&str| Unsaved {
        what: what.repeat(20),
        by: String::new(),
        after: EventId::default(),
        changes: changes.clone(),
    };
    let mut kept: Vec<Kept> = HOSTILE.iter().map(unsaved).map(Kept::Unsaved).collect();
    let prompt = json!({"ask": "note", "subject": {"rows": [{"task": ["a-2022", "t1"]}], "unit": null}, "field": HOSTILE.concat()});
    kept.extend([prompt, json!({"ask": HOSTILE[0]})].map(Kept::Typed));
    News::Drafts(LeftBehind { kept, at: None })
}

/// Texts that have broken screens: control and bidi characters, wide ones, families, flags, scripts that join.
const HOSTILE: [&str; 9] = [
    "\u{1b}[2J\u{202e}Sở\nNội vụ\t",
    "文字列",
    "👨\u{200d}👩\u{200d}👧\u{200d}👦",
    "❤\u{fe0f}🇻🇳👍🏽",
    "نص عربي",
    "नमस्ते ក្សេត្រ",
    "Nguye\u{302}\u{303}n Va\u{306}n",
    "khôngcókhoảngtrắng",
    "ก็ด้วย",
];

/// Plans whose every field is such a text.
fn hostile() -> Snapshot {
    let marks = format!("a{}", "\u{301}".repeat(300));
    let mut texts: Vec<String> = HOSTILE.iter().map(|text| text.repeat(40)).collect();
    texts.push(marks);
    texts.push(String::new());
    texts.push("Kế hoạch ".nfd().collect::<String>().repeat(40));
    let tasks: Vec<_> = texts
        .iter()
        .enumerate()
        .map(|(at, text)| {
            json!({"id": format!("t{at}"), "number": text.chars().take(9).collect::<String>(), "title": text, "text": text,
                "deliverable": text, "assignments": [{"role": "lead", "unit": text, "via": text}, {"role": "coordinate", "unit": "B"}],
                "timeline": [{"id": "a", "when": "by 2022-11-10", "text": text}, {"id": "b", "when": "quarterly", "text": text}],
                "tasks": [{"id": format!("u{at}"), "title": text, "timeline": [{"id": "a", "when": "by 2199-12-31"}]}]})
        })
        .collect();
    let plans = texts
        .iter()
        .enumerate()
        .map(|(at, text)| (plan(&format!("a{at:02}"), text, text, &json!(tasks)), Vec::new()));
    let mut snapshot = snapshot(plans.collect(), Directory::default());
    snapshot.unreadable.push(crate::workspace::Flaw { file: HOSTILE.concat(), ..unreadable() });
    snapshot
}

/// One plan of many tasks in many steps.
fn thousands() -> Snapshot {
    let tasks: Vec<_> = (0..3_000)
        .map(|at| {
            json!({"id": format!("t{at}"), "number": format!("{at}"), "title": format!("Nhiệm vụ số {at} "),
            "timeline": [{"id": "a", "when": "2022-Q4"}]})
        })
        .collect();
    snapshot(
        vec![(plan("a-2022", "1/KH", "Nhiều nhiệm vụ", &json!(tasks)), Vec::new())],
        Directory::default(),
    )
}

fn is_whole() -> bool {
    std::env::var_os("TIENDO_WHOLE").is_some()
}

/// The sizes of the whole sweep, or those of a share: around the thresholds of the layout, and a stride over the rest.
fn sizes() -> Vec<(u16, u16)> {
    if is_whole() {
        return (0..=300).flat_map(|width| (0..=100).map(move |height| (width, height))).collect();
    }
    let thresholds = [0, 1, 2, 39, 40, 60, 71, 100, 121].into_iter().zip([11, 0, 12, 12, 12, 28, 11, 18, 28]);
    let others = (0..=130).step_by(19).zip((0..=40).rev().step_by(5));
    thresholds.chain(others).chain([(0, 0), (1, 1), (40, 100), (300, 12), (300, 100)]).collect()
}

/// The layers over this data, as harnesses.
fn harnesses(snapshot: &Snapshot) -> impl Iterator<Item = (String, Harness)> {
    let pressed = |keys: &str| Harness::new(snapshot.clone()).press(keys);
    let ways = WAYS.into_iter().map(move |keys| (format!("{keys:?}"), pressed(keys)));
    let happenings = HAPPENINGS.into_iter().enumerate().map(move |(at, happen)| {
        let mut harness = Harness::new(snapshot.clone());
        happen(&mut harness);
        (format!("happening {at}"), harness)
    });
    ways.chain(happenings)
}

/// Draws one data in all sizes and layers, in Vietnamese with all signs and in English with plain ones.
fn sweep(snapshot: &Snapshot) {
    let sizes = sizes();
    let mut drawn = 0;
    for (name, mut harness) in harnesses(snapshot) {
        for &(width, height) in &sizes {
            harness = harness.at(width, height);
            for (lang, glyphs) in faces(width + height) {
                harness.state.lang = lang;
                check(&harness, glyphs, &name);
                drawn += 1;
            }
        }
        println!("{drawn} windows drawn: {name}");
    }
}

/// The languages that a window is drawn in, with their signs: where all sizes are, neighbours have them in turn.
fn faces(size: u16) -> impl Iterator<Item = (Lang, &'static Glyphs)> {
    let is_drawn = move |at: &u16| !is_whole() || size % 2 == *at;
    let face = |at| if at == 0 { (Lang::Vi, &UTF8) } else { (Lang::En, &ASCII) };
    (0..2).filter(is_drawn).map(face)
}

/// Stands around a window, to see whether something is drawn there.
const OUTSIDE: &str = "\u{2592}";

/// The cells of a sheet outside of the window in its corner.
fn around(window: Rect, sheet: Rect) -> impl Iterator<Item = Position> {
    let beside = Rect { x: window.width, width: sheet.width - window.width, ..sheet };
    let below = Rect { y: window.height, height: sheet.height - window.height, ..window };
    beside.positions().chain(below.positions())
}

/// Draws a window on a larger sheet, and looks at its cells and around it.
fn check(harness: &Harness, glyphs: &Glyphs, name: &str) {
    let (state, snapshot) = (&harness.state, &*harness.snapshot);
    let caret = Style::new().add_modifier(Modifier::REVERSED);
    let theme = Theme { caret, ..PLAIN };
    let window = Rect::new(0, 0, state.size.width, state.size.height);
    let sheet = Rect { width: window.width + 3, height: window.height + 2, ..window };
    let mut buffer = Buffer::empty(sheet);
    for position in around(window, sheet) {
        buffer[position].set_symbol(OUTSIDE);
    }
    Scene { state, snapshot, theme: &theme, glyphs }.render(window, &mut buffer);
    for position in around(window, sheet) {
        let is_drawn = buffer[position].symbol() != OUTSIDE;
        assert!(!is_drawn, "{name} at {window:?} draws outside, at {position}");
    }
    let mut carets = 0;
    for y in 0..window.height {
        let row = &buffer.content[buffer.index_of(0, y)..][..usize::from(window.width)];
        for (x, cell) in row.iter().enumerate() {
            carets += usize::from(cell.modifier.contains(Modifier::REVERSED));
            // A wide sign has the cells behind it for itself.
            let behind = if cell.symbol().len() == 1 { 0 } else { width(cell.symbol()).saturating_sub(1) };
            for at in x + 1..=x + behind {
                let covered = row.get(at).map(ratatui::buffer::Cell::symbol);
                assert!(
                    covered == Some(" "),
                    "{name} at {window:?}: {:?} at {x}, {y} is covered by {covered:?}",
                    cell.symbol()
                );
            }
        }
    }
    let types = state.layer.clone().is_some_and(|mut layer| layer.field_mut().is_some());
    let expected = usize::from(types && state.layout().is_some());
    assert_eq!(carets, expected, "{name} at {window:?}: cursors");
}

#[test]
fn every_size_of_nothing() {
    sweep(&Snapshot { day: "2022-11-20".parse().unwrap(), ..Snapshot::default() });
}

#[test]
fn every_size_of_small_plans() {
    let mut snapshot = small();
    snapshot.unreadable.push(unreadable());
    sweep(&snapshot);
}

#[test]
fn every_size_of_the_samples() {
    sweep(&samples());
}

#[test]
fn every_size_of_hostile_plans() {
    sweep(&hostile());
}

#[test]
fn every_size_of_thousands() {
    sweep(&thousands());
}
