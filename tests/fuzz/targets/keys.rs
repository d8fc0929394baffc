//! Bytes of a terminal: keys, pastes and sequences through the key map and the update to a frame; nothing is carried out.
#![no_main]

use std::sync::{Arc, LazyLock};

use libfuzzer_sys::fuzz_target;
use ratatui::layout::Size;
use serde_json::json;
use tiendo::domain::{AsOf, Change, Directory, Settings, TaskId, TrackedPlan, Unit};
use tiendo::import::review::Sheet;
use tiendo::import::{Request, draft, rollover};
use tiendo::tui::decode::{Decoder, Input};
use tiendo::tui::effects::Effect;
use tiendo::tui::events::Event;
use tiendo::tui::job::{Job, Keeping, News};
use tiendo::tui::plans_screen::PlansScreen;
use tiendo::tui::run::Core;
use tiendo::tui::state::review::Proposed;
use tiendo::workspace::{Material, Proposal, Snapshot, Wanted, WorkspaceError};
use tiendo_fuzz::{is_drawn_harmless, is_harmless, reopens, screen_of, today};

/// What never stands in UTF-8 separates bursts; the byte behind it says what happens between them.
const BETWEEN: u8 = 0xFF;

fuzz_target!(|data: &[u8]| {
    let mut bursts = data.split(|byte| *byte == BETWEEN);
    let mut desk = Desk::new();
    desk.feed(bursts.next().unwrap_or_default());
    for burst in bursts {
        let rest = match burst {
            [b'r', width, height, rest @ ..] => {
                desk.resize(u16::from(*width), u16::from(*height));
                rest
            }
            [b's', rest @ ..] => {
                desk.settle();
                rest
            }
            [b'f', rest @ ..] => {
                desk.fail();
                rest
            }
            rest => rest,
        };
        desk.feed(rest);
    }
    desk.settle();
});

/// A screen, the reader of its keys, and a workspace that answers every job.
struct Desk {
    screen: PlansScreen,
    decoder: Decoder,
    size: Size,
    fails: bool,
}

impl Desk {
    fn new() -> Self {
        let size = Size { width: 80, height: 24 };
        Self { screen: screen_of(&SNAPSHOT, size), decoder: Decoder::default(), size, fails: false }
    }

    fn feed(&mut self, bytes: &[u8]) {
        let inputs = self.decoder.feed(bytes);
        self.take(inputs);
    }

    fn settle(&mut self) {
        let inputs = self.decoder.settle();
        self.take(inputs);
    }

    fn fail(&mut self) {
        self.fails = !self.fails;
    }

    fn resize(&mut self, width: u16, height: u16) {
        self.size = Size { width, height };
        self.update(Event::Resize(self.size));
        self.draw();
    }

    fn take(&mut self, inputs: Vec<Input>) {
        for input in inputs {
            self.update(match input {
                Input::Key(chord) => Event::Key(chord),
                Input::Paste(text) => Event::Paste(text),
                Input::FocusGained => Event::FocusGained,
                Input::FocusLost => Event::FocusLost,
            });
        }
        self.draw();
    }

    /// Takes an event in, and answers what is asked for by it; an answer asks for nothing without end.
    fn update(&mut self, event: Event<News>) {
        let mut open = vec![event];
        for _ in 0..16 {
            let Some(event) = open.pop() else { return };
            for effect in self.screen.update(event) {
                open.extend(self.answer(effect));
            }
            self.screen.catch_up();
        }
        assert!(open.is_empty(), "answers without end");
    }

    fn answer(&self, effect: Effect<Job>) -> Option<Event<News>> {
        match effect {
            Effect::Work(Job::Commit(changes)) => {
                changes.iter().for_each(is_sound);
                Some(Event::News(if self.fails { failed() } else { News::Saved(Arc::clone(&SNAPSHOT)) }))
            }
            Effect::Work(Job::Propose(wanted)) => {
                let proposed =
                    if self.fails { Err(Arc::new(WorkspaceError::NoFolder)) } else { proposed(&wanted) };
                Some(Event::News(News::Proposed(wanted, proposed)))
            }
            Effect::Work(Job::Complete(typed)) => {
                let found =
                    if self.fails { Vec::new() } else { vec![format!("{typed}a b"), format!("{typed}a c/")] };
                Some(Event::News(News::Completed(typed, found)))
            }
            Effect::Work(Job::Accept(proposal)) => {
                reopens(&proposal.plan);
                Some(Event::News(if self.fails { failed() } else { News::Saved(Arc::clone(&SNAPSHOT)) }))
            }
            Effect::Beside(Job::Keep(Keeping::Review(_))) => Some(Event::News(News::ReviewKept(!self.fails))),
            Effect::Work(Job::Undo(_) | Job::Redo) => Some(Event::News(failed())),
            Effect::Copy(text) => {
                is_harmless(&text);
                Some(Event::NotCopied)
            }
            _ => None,
        }
    }

    fn draw(&mut self) {
        is_drawn_harmless(&self.screen, self.size);
        self.screen.seen();
    }
}

/// What is read out of what was asked for: of a file a small document, of a pasted text that, of a plan its next year.
fn proposed(wanted: &Wanted) -> Result<Box<Proposed>, Arc<WorkspaceError>> {
    let mut number = 0;
    let mut next_id = || {
        number += 1;
        TaskId::from(format!("n{number}").as_str())
    };
    let refused = |source| Arc::new(WorkspaceError::Import { file: String::new(), source });
    let mut read = |text: &str| {
        let mut request =
            Request { file: "a", converted: None, year: wanted.wishes.year, next_id: &mut next_id };
        draft(text.as_bytes(), &mut request).map_err(refused)
    };
    let draft = match &wanted.from {
        Material::Document(_) => read(DOCUMENT)?,
        Material::Pasted { text, .. } => read(text)?,
        Material::Plan(_) => rollover(&SNAPSHOT.plans[0], 2023, &mut next_id),
    };
    let sheet = Sheet::new(draft.plan.clone(), &draft.findings, &draft.original, 7);
    Ok(Box::new(Proposed { wanted: wanted.clone(), proposal: Proposal::new(draft), sheet, kept: None }))
}

const DOCUMENT: &str = "UBND TỈNH A\nSố:    /KH-UBND\nKẾ HOẠCH\nTiếp dân năm 2022\nI. NHIỆM VỤ\n1. Rà soát quy chế; niêm yết.\n\
    Chủ trì: Sở A\nThời gian: Quý II/2022\n2. Tập huấn.\na) Mở lớp.\nb) Tổng kết.\nII. KINH PHÍ\nDo ngân sách bảo đảm.\n";

fn failed() -> News {
    News::Failed(Arc::new(WorkspaceError::NoFolder))
}

/// A change speaks of a task that is there, and says nothing that cannot stand in a line.
fn is_sound(change: &Change) {
    let tracked = change.plan().and_then(|plan| SNAPSHOT.plan(plan)).expect("a plan that is there");
    let (task, said) = match change {
        Change::Update { update, .. } => (&update.task, [&update.note, &update.evidence]),
        Change::Extend { extension, .. } => (&extension.task, [&extension.note, &extension.evidence]),
        other => panic!("not a change of this screen: {other:?}"),
    };
    assert!(tracked.find(task).is_some());
    for text in said.into_iter().flatten() {
        assert!(!text.trim().is_empty() && !text.contains(['\n', '\x1b']), "{text:?}");
    }
}

/// A plan of two tasks and a group, without a journal.
static SNAPSHOT: LazyLock<Arc<Snapshot>> = LazyLock::new(|| {
    let plan = json!({
        "format": "tiendo/plan", "version": 1, "id": "a", "number": "7/KH-X", "title": "Tiếp công dân", "year": 2022,
        "sections": [{"id": "s1", "number": "I", "title": "Nội dung", "kind": "tasks", "tasks": [
            {"id": "t1", "number": "1", "title": "Rà soát quy chế",
             "assignments": [{"role": "lead", "unit": "Các sở"}],
             "timeline": [{"id": "a", "when": "quarterly", "text": "Hằng quý"}]},
            {"id": "g", "number": "2", "title": "Kiểm tra", "tasks": [
                {"id": "t2", "number": "a)", "title": "Các huyện",
                 "timeline": [{"id": "a", "when": "by 2022-11-25", "text": "trước ngày 26/11"}]},
                {"id": "t3", "number": "b)", "title": "Đôn đốc báo cáo"}]}]}],
    });
    let plan = serde_json::from_value(plan).expect("a plan");
    let unit = |name: &str, members: &[&str]| Unit {
        name: name.to_owned(),
        members: members.iter().map(|&member| member.to_owned()).collect(),
        ..Unit::default()
    };
    let directory = Directory::new(vec![unit("Các sở", &["Sở A", "Sở B"]), unit("Sở A", &[])]);
    let (day, settings) = (today(), Settings::default());
    let as_of = AsOf { day, zone: None, settings: &settings, directory: &directory };
    let plans = vec![Arc::new(TrackedPlan::new(plan, Vec::new(), &as_of))];
    Arc::new(Snapshot {
        day,
        settings: Arc::new(settings),
        directory: Arc::new(directory),
        plans,
        ..Snapshot::default()
    })
});
