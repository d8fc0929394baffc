//! Bytes of a terminal: keys, pastes and sequences through the key map and the update to a frame; nothing is carried out.
#![no_main]

use std::sync::{Arc, LazyLock};

use libfuzzer_sys::fuzz_target;
use ratatui::layout::Size;
use serde_json::json;
use tiendo::domain::{AsOf, Change, Directory, Settings, TrackedPlan, Unit};
use tiendo::tui::decode::{Decoder, Input};
use tiendo::tui::effects::Effect;
use tiendo::tui::events::Event;
use tiendo::tui::job::{Job, News};
use tiendo::tui::plans_screen::PlansScreen;
use tiendo::tui::run::Core;
use tiendo::workspace::{Snapshot, WorkspaceError};
use tiendo_fuzz::{is_drawn_harmless, is_harmless, screen_of, today};

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
