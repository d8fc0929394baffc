//! Presses keys on a screen over small invented plans, or the sample ones, and looks at what comes of it.

use std::sync::Arc;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Size;
use serde_json::{Value, json};

use super::effects::Effect;
use super::events::{Ending, Event};
use super::glyphs::UTF8;
use super::job::{Job, Keeping, News};
use super::scene::Scene;
use super::state::review::Proposed;
use super::state::{Access, State};
use super::theme::Theme;
use super::update::{seen, update};
use crate::action::{Chord, Key, KeyMap};
use crate::domain::{
    Act, AsOf, Change, Directory, Event as Line, EventId, Plan, Settings, Status, TaskId, TrackedPlan,
    UnitsFile, Update,
};
use crate::import::again::{Again, reconcile};
use crate::import::review::{Former, Sheet};
use crate::import::{Draft, Request, draft, rollover};
use crate::locale::Lang;
use crate::store::{Doing, Fault, StoreError};
use crate::workspace::git::{Conflict, ConflictKind, TaskName, Trace};
use crate::workspace::{
    Base, Flaw, Material, Proposal, Reason, Recognised, Snapshot, Wanted, WorkspaceError,
};

/// A screen and the files under it.
pub struct Harness {
    pub state: State,
    pub snapshot: Arc<Snapshot>,
    effects: Vec<Effect<Job>>,
}

impl Harness {
    /// A screen of 120 x 36 that has read a snapshot.
    pub fn new(snapshot: Snapshot) -> Self {
        let size = Size { width: 120, height: 36 };
        let state = State::new(Lang::Vi, size, KeyMap::standard(), Access::Write);
        let mut harness = Self { state, snapshot: Arc::new(snapshot), effects: Vec::new() };
        harness.tell(News::Read(Arc::clone(&harness.snapshot)));
        harness
    }

    /// Presses keys: each character is one, `<enter>` and the like too.
    pub fn press(mut self, keys: &str) -> Self {
        for chord in chords(keys) {
            seen(&mut self.state);
            self.strike(chord);
        }
        self
    }

    /// Presses keys that come in one go: nothing is drawn between them.
    pub fn burst(&mut self, keys: &str) {
        for chord in chords(keys) {
            self.strike(chord);
        }
    }

    fn strike(&mut self, chord: Chord) {
        self.effects.extend(update(&mut self.state, Event::Key(chord), &self.snapshot));
        self.state.catch_up(&self.snapshot);
    }

    /// Pastes a text.
    pub fn paste(&mut self, text: &str) {
        self.effects.extend(update(&mut self.state, Event::Paste(text.to_owned()), &self.snapshot));
    }

    /// Hears the workspace.
    pub fn tell(&mut self, news: News) {
        if let Some(snapshot) = news.snapshot() {
            self.snapshot = Arc::clone(snapshot);
        }
        let effects = update(&mut self.state, Event::News(news), &self.snapshot);
        self.effects.extend(effects);
    }

    /// What the screen asked for so far.
    pub fn effects(self) -> Vec<Effect<Job>> {
        self.effects
    }

    /// The jobs that it asked for so far.
    pub fn asked(&self) -> impl DoubleEndedIterator<Item = &Job> {
        self.effects.iter().filter_map(|effect| if let Effect::Work(job) = effect { Some(job) } else { None })
    }

    /// What the keeper was asked for so far.
    pub fn beside(&self) -> impl Iterator<Item = &Keeping> {
        self.effects.iter().filter_map(|effect| match effect {
            Effect::Beside(Job::Keep(keeping)) => Some(keeping),
            _ => None,
        })
    }

    /// The line drops.
    pub fn end(&mut self) {
        self.effects.extend(update(&mut self.state, Event::End(Ending::HungUp), &self.snapshot));
    }

    /// The changes of the last commit.
    pub fn changes(&self) -> Vec<Change> {
        let changes = |job: &Job| if let Job::Commit(changes) = job { Some(changes.clone()) } else { None };
        self.asked().rev().find_map(changes).unwrap_or_default()
    }

    /// Writes the last commit into the journals and answers it, as the workspace does.
    pub fn commit(mut self) -> Self {
        let mut snapshot = Snapshot::clone(&self.snapshot);
        for change in self.changes() {
            let (id, act) = match change {
                Change::Update { plan, update } => (plan, Act::Update(update)),
                Change::Extend { plan, extension } => (plan, Act::Extend(extension)),
                other => panic!("not a change of this screen: {other:?}"),
            };
            write(&mut snapshot, &id, act);
        }
        self.tell(News::Saved(Arc::new(snapshot)));
        self
    }

    /// The same in English.
    pub fn in_english(mut self) -> Self {
        self.state.lang = Lang::En;
        self
    }

    /// The same at another size.
    pub fn at(mut self, width: u16, height: u16) -> Self {
        update(&mut self.state, Event::Resize(Size { width, height }), &self.snapshot);
        self
    }

    /// What is on the screen.
    pub fn screen(&self) -> String {
        let Size { width, height } = self.state.size;
        let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
        let theme = Theme::standard();
        let scene = Scene { state: &self.state, snapshot: &self.snapshot, theme: &theme, glyphs: &UTF8 };
        terminal.draw(|frame| frame.render_widget(scene, frame.area())).unwrap();
        let buffer = terminal.backend().buffer();
        let rows = buffer.content().chunks(usize::from(width).max(1));
        let row = |cells: &[ratatui::buffer::Cell]| {
            cells.iter().map(ratatui::buffer::Cell::symbol).collect::<String>().trim_end().to_owned()
        };
        rows.map(row).collect::<Vec<_>>().join("\n")
    }
}

/// The keys of a text: each character is one, `<enter>` and the like too.
fn chords(keys: &str) -> Vec<Chord> {
    let (mut rest, mut chords) = (keys, Vec::new());
    while let Some(c) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|named| named.split_once('>'));
        let (chord, after) = match named {
            Some((name, after)) => (name.parse().unwrap(), after),
            None => (Chord::from(Key::Char(c)), &rest[c.len_utf8()..]),
        };
        chords.push(chord);
        rest = after;
    }
    chords
}

/// Adds a line to a plan's journal.
pub fn write(snapshot: &mut Snapshot, id: &str, act: Act) {
    let index = snapshot.plans.iter().position(|plan| plan.plan().id == id).unwrap();
    let (plan, mut events) = TrackedPlan::clone(&snapshot.plans[index]).into_parts();
    let number = events.len() as u64 + 1;
    let at = format!("{}T09:00:00+07:00", snapshot.day).parse().unwrap();
    events.push(Line {
        id: EventId::from_parts(u64::MAX >> 20, u128::from(number)),
        at,
        by: "lan".into(),
        batch: None,
        act,
    });
    snapshot.plans[index] = Arc::new(TrackedPlan::new(plan, events, &snapshot.as_of()));
}

/// A snapshot of these plans on 20 November 2022.
pub fn snapshot(plans: Vec<(Plan, Vec<Line>)>, directory: Directory) -> Snapshot {
    let (day, settings) = ("2022-11-20".parse().unwrap(), Settings::default());
    let as_of = AsOf { day, zone: None, settings: &settings, directory: &directory };
    let mut plans: Vec<Arc<TrackedPlan>> =
        plans.into_iter().map(|(plan, events)| Arc::new(TrackedPlan::new(plan, events, &as_of))).collect();
    plans.sort_by(|one, other| one.plan().id.cmp(&other.plan().id));
    Snapshot {
        day,
        by: "lan".into(),
        settings: Arc::new(settings),
        directory: Arc::new(directory),
        plans,
        ..Snapshot::default()
    }
}

/// Two small plans: one of three tasks and a group, one of a collective's task.
pub fn small() -> Snapshot {
    let first = plan(
        "a-2022",
        "12/KH-UBND",
        "Nâng cao chất lượng tiếp công dân",
        &json!([
            {"id": "t1", "number": "1", "title": "Rà soát quy chế tiếp công dân",
             "assignments": [{"role": "lead", "unit": "Sở Nội vụ"}],
             "timeline": [{"id": "a", "when": "2022-Q1", "text": "Quý I/2022"}]},
            {"id": "t2", "number": "2", "title": "Tập huấn cho công chức tiếp dân",
             "assignments": [{"role": "lead", "unit": "Thanh tra tỉnh"}, {"role": "coordinate", "unit": "Sở Nội vụ"}],
             "timeline": [{"id": "a", "when": "by 2022-11-25", "text": "trước ngày 26/11/2022"}]},
            {"id": "g", "number": "3", "title": "Kiểm tra, đôn đốc", "tasks": [
                {"id": "t3", "number": "a)", "title": "Kiểm tra các huyện",
                 "assignments": [{"role": "lead", "unit": "Thanh tra tỉnh"}],
                 "timeline": [{"id": "a", "when": "quarterly", "text": "Hằng quý"}]},
                {"id": "t4", "number": "b)", "title": "Đôn đốc báo cáo"}]},
        ]),
    );
    let second = plan(
        "b-2022",
        "15/KH-UBND",
        "Cải cách thủ tục hành chính",
        &json!([
            {"id": "u1", "number": "1", "title": "Báo cáo kết quả năm",
             "assignments": [{"role": "lead", "unit": "Các sở, ban, ngành"}],
             "timeline": [{"id": "a", "when": "2022", "text": "Năm 2022"}]},
        ]),
    );
    let units = json!({"format": "tiendo/units", "version": 1, "units": [
        {"name": "Các sở, ban, ngành", "members": ["Sở Nội vụ", "Sở Tư pháp", "Thanh tra tỉnh"]},
        {"name": "Sở Nội vụ", "short": "SNV"}]});
    let units: UnitsFile = serde_json::from_value(units).unwrap();
    snapshot(vec![(first, Vec::new()), (second, Vec::new())], Directory::new(units.units))
}

/// A plan with one section of tasks.
pub fn plan(id: &str, number: &str, title: &str, tasks: &Value) -> Plan {
    let plan = json!({
        "format": "tiendo/plan", "version": 1, "id": id, "number": number, "title": title, "year": 2022,
        "sections": [{"id": "s1", "number": "I", "title": "Mục đích", "kind": "purpose", "text": ["Một đoạn văn."]},
                     {"id": "s2", "number": "II", "title": "Nội dung", "kind": "tasks", "tasks": tasks}],
    });
    serde_json::from_value(plan).unwrap()
}

/// The sample workspace.
pub fn samples() -> Snapshot {
    let file = |path: String| {
        std::fs::read_to_string(format!("{}/data/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap()
    };
    let ids = [
        "03-kh-bcd-2022",
        "cong-tac-dan-van-cua-so-2022",
        "dan-chu-va-dan-van-chinh-quyen-2022",
        "phat-huy-dan-chu-trong-co-quan-2022",
        "trien-khai-quy-che-dan-chu-2022",
    ];
    let read = |id: &str| {
        let plan = serde_json::from_str(&file(format!("plans/{id}.json"))).unwrap();
        let events = file(format!("journal/{id}.jsonl"))
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        (plan, events)
    };
    let units: UnitsFile = serde_json::from_str(&file("units.json".into())).unwrap();
    snapshot(ids.into_iter().map(read).collect(), Directory::new(units.units))
}

/// A file that cannot be read, for every pane to bear with.
pub fn unreadable() -> Flaw {
    let reason = Reason::Fault(Fault::Json("expected a comma".into()));
    Flaw { file: "plans/hong.json".into(), line: Some(3), column: Some(7), reason }
}

/// What both sides changed: a title of a task and a whole plan; and a file that only git can merge.
pub fn conflicts(texts: [&str; 3]) -> Vec<Conflict> {
    let [base, ours, theirs] = texts.map(|text| Some(json!(text)));
    let at = "2022-11-19T09:05:00+07:00".parse().unwrap();
    let title = Conflict {
        file: "plans/a-2022.json".into(),
        kind: ConflictKind::Place,
        at: "tasks/t1/title".into(),
        task: Some(TaskName { number: "1".into(), title: texts[0].into() }),
        base,
        ours,
        theirs,
        ours_by: Some(Trace { by: "lan".into(), at }),
        theirs_by: None,
    };
    let whole =
        Conflict { at: String::new(), task: None, base: None, ours: None, ours_by: None, ..title.clone() };
    let foreign = Conflict { file: texts[1].into(), kind: ConflictKind::Foreign, ..whole.clone() };
    vec![title, whole, foreign]
}

/// An invented document: no number, no day, two tasks in one, one told twice.
pub const DOCUMENT: &str = "\
ỦY BAN NHÂN DÂN\nTỈNH BẮC SƠN\nSố:      /KH-UBND\nBắc Sơn, ngày      tháng 02 năm 2023\n\nKẾ HOẠCH\nTiếp công dân năm 2023\n
I. MỤC ĐÍCH\n- Nâng cao chất lượng tiếp công dân, hạn chế khiếu nại kéo dài.\n
II. NHIỆM VỤ\n1. Sửa đổi nội quy tiếp công dân; niêm yết nội quy tại trụ sở và trên cổng thông tin điện tử của tỉnh.
Cơ quan chủ trì: Văn phòng Ủy ban\nThời gian: Quý II/2023
2. Tập huấn cho công chức làm công tác tiếp công dân.\nCơ quan chủ trì: Sở Nội vụ\nCơ quan phối hợp: các huyện, thị, thành ủy
Thời gian: Quý III/2023
3. Tập huấn cho công chức làm công tác tiếp công dân.\n
III. TỔ CHỨC THỰC HIỆN\n1. Sở Tài chính\n- Bố trí kinh phí trước ngày 15/3/2023.\n- Hướng dẫn thanh quyết toán.\n";

/// The first of the small plans a year on: one task done, one given up.
pub fn next_year() -> Harness {
    let mut snapshot = small();
    for (task, status) in [("t1", Status::Done), ("t4", Status::Cancelled)] {
        let update = Update { task: task.into(), status: Some(status), ..Update::default() };
        write(&mut snapshot, "a-2022", Act::Update(update));
    }
    let mut count = 0;
    let mut next_id = || {
        count += 1;
        TaskId::from(format!("n{count}").as_str())
    };
    let draft = rollover(&snapshot.plans[0], 2023, &mut next_id);
    let proposed = drafted(Wanted::of(Material::Plan("a-2022".into())), draft);
    let mut harness = Harness::new(snapshot);
    harness.tell(News::Proposed(proposed.wanted.clone(), Ok(proposed)));
    harness
}

/// A new copy of [`DOCUMENT`] under review: its first task, which people follow, is said in other words; the last is gone.
pub fn new_copy() -> Harness {
    let first = proposed(DOCUMENT).proposal.plan;
    let (head, rest) = DOCUMENT.split_once("1. Sửa đổi").unwrap();
    let (_, rest) = rest.split_once('\n').unwrap();
    let changed = format!("{head}1. Trang bị máy tính cho phòng tiếp dân.\n{rest}")
        .replace("- Hướng dẫn thanh quyết toán.\n", "");
    let mut copy = proposed(&changed);
    let draft = serde_json::to_string(&copy.proposal.plan).unwrap().replace("\"id\":\"t", "\"id\":\"n");
    let draft: Plan = serde_json::from_str(&draft).unwrap();
    let followed = [first.sections[1].tasks[0].id.clone()].into();
    let again = reconcile(&first, Some(&first), &draft).unwrap().asking_about(&first, &followed);
    let Again { plan, reading, differences, findings } = again;
    let original = copy.proposal.original.clone();
    let former = Former { plan: first.clone(), read: Some(first.clone()), copy: reading.clone() };
    copy.sheet = Sheet::new(plan.clone(), &findings, &original, 7).after(Some(former));
    let base = Some(Box::new(Base { plan: first.clone(), read: Some(first), followed }));
    let recognised = Recognised::Again(differences);
    copy.proposal = Proposal { plan, reading, findings, recognised, base, original, is_reviewed: false };
    let mut harness = Harness::new(small());
    harness.tell(News::Proposed(copy.wanted.clone(), Ok(copy)));
    harness
}

/// A document that was read.
pub fn proposed(text: &str) -> Box<Proposed> {
    let mut count = 0;
    let mut next_id = || {
        count += 1;
        crate::domain::TaskId::from(format!("t{count}").as_str())
    };
    let mut request = Request { file: "ke-hoach.txt", converted: None, year: None, next_id: &mut next_id };
    let draft = draft(text.as_bytes(), &mut request).unwrap();
    drafted(Wanted::of(Material::Document("~/ke-hoach.txt".into())), draft)
}

/// A new plan that was drafted; the ids that its review gives are always the same.
fn drafted(wanted: Wanted, draft: Draft) -> Box<Proposed> {
    let sheet = Sheet::new(draft.plan.clone(), &draft.findings, &draft.original, 7);
    Box::new(Proposed { wanted, proposal: Proposal::new(draft), sheet, kept: None })
}

/// A screen on which the invented document is under review.
pub fn reviewing() -> Harness {
    let mut harness = Harness::new(small());
    let proposed = proposed(DOCUMENT);
    harness.tell(News::Proposed(proposed.wanted.clone(), Ok(proposed)));
    harness
}

/// Why nothing could be saved.
pub fn disk_full() -> Arc<WorkspaceError> {
    let source = std::io::ErrorKind::StorageFull.into();
    Arc::new(StoreError::Io { doing: Doing::Write, path: "plans/a-2022.jsonl".into(), source }.into())
}
