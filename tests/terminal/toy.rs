//! A toy for a core: numbered rows, every effect on a key, ways to break on purpose. What is around it is the program's own.
//!
//! The tests start their own executable again and have it run this alone. `TOY_DRAFT` names a file that the worker writes when the program is
//! told to end, `TOY_EDITOR` what runs in the foreground.

use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;
use std::{env, fs, panic, thread};

use ratatui::Frame;
use ratatui::text::Line;
use tiendo::action::{Chord, Key};
use tiendo::tui::effects::Effect;
use tiendo::tui::events::{Event, channel};
use tiendo::tui::{run, terminal};

/// So many rows there are.
const ROWS: usize = 1_000;

/// What makes the executable of the tests run the toy and nothing else.
pub const ARGUMENTS: [&str; 6] =
    ["toy::program", "--exact", "--ignored", "--nocapture", "--test-threads=1", "-q"];

#[test]
#[ignore = "a program for the other tests"]
fn program() {
    if let Err(error) = terminal::check(env::var("TERM").ok().as_deref()) {
        eprintln!("toy: {error}");
        std::process::exit(2);
    }
    // The tests' own way to end would write to the terminal.
    let status = match panic::catch_unwind(|| run::run(Toy::default(), (work, work), channel())) {
        Ok(Ok(())) => 0,
        Ok(Err(error)) => {
            if terminal::takes_a_last_word() {
                eprintln!("toy: {error}");
            }
            1
        }
        Err(_) => 101,
    };
    std::process::exit(status);
}

#[derive(Default)]
struct Toy {
    cursor: usize,
    said: String,
    events: usize,
}

enum Job {
    Commit(usize),
    Save(String),
    Edit,
    Hang,
    Panic,
}

fn work(job: Job, tell: &dyn Fn(String)) {
    match job {
        Job::Commit(row) => tell(format!("saved {row}")),
        Job::Save(draft) => {
            let file = env::var_os("TOY_DRAFT").map(PathBuf::from);
            if let Some(file) = file {
                fs::write(file, draft).unwrap();
            }
        }
        Job::Edit if env::var_os("TOY_EDITOR").is_some() => {
            let editor = env::var("TOY_EDITOR").unwrap();
            let ended = Command::new("/bin/sh").arg("-c").arg(editor).status().unwrap();
            tell(format!("edited: {ended}"));
        }
        Job::Edit => {
            println!("editing");
            thread::sleep(Duration::from_millis(300));
            let mut line = String::new();
            std::io::stdin().read_line(&mut line).unwrap();
            tell(format!("edited {}", line.trim()));
        }
        Job::Hang => thread::sleep(Duration::from_mins(1)),
        Job::Panic => panic!("worker broken \x1b]0;on purpose\x07"),
    }
}

impl run::Core for Toy {
    type Job = Job;
    type News = String;

    fn update(&mut self, event: Event<String>) -> Vec<Effect<Job>> {
        self.events += 1;
        match event {
            Event::Key(chord) => return self.press(chord),
            Event::Paste(text) => self.said = format!("pasted {text:?}"),
            Event::News(news) => self.said = news,
            Event::Tick(mark) => self.said = format!("tick {mark}"),
            Event::FocusGained => self.said = "focus".into(),
            Event::NotCopied => self.said = "not copied".into(),
            Event::End(_) => return vec![Effect::Beside(Job::Save(format!("draft {}", self.cursor)))],
            _ => {}
        }
        Vec::new()
    }

    fn draw(&self, frame: &mut Frame<'_>) {
        let area = frame.area();
        let top = self.cursor.saturating_sub(usize::from(area.height) / 2);
        for (line, row) in area.rows().zip(top..ROWS) {
            let sign = if row == self.cursor { '>' } else { ' ' };
            let said = if row == self.cursor { &self.said } else { "" };
            frame.render_widget(Line::raw(format!("{sign} row {row} Kế hoạch số {row} {said}")), line);
        }
    }
}

impl Toy {
    fn press(&mut self, chord: Chord) -> Vec<Effect<Job>> {
        if chord == Chord::from('z').ctrl() {
            return vec![Effect::Suspend];
        }
        let effect = match chord.key() {
            Key::Char('j') | Key::Down => return self.go(self.cursor + 1),
            Key::Char('k') | Key::Up => return self.go(self.cursor.saturating_sub(1)),
            Key::Char('d') => Effect::Work(Job::Commit(self.cursor)),
            Key::Char('e') => Effect::Foreground(Job::Edit),
            Key::Char('y') => Effect::Copy("Quý I".into()),
            Key::Char('Y') => Effect::Copy("Y".repeat(100_000)),
            Key::Char('t') => Effect::Tick { after: Duration::from_millis(50), mark: 7 },
            Key::Char('r') => Effect::Repaint,
            Key::Char('h') => Effect::Work(Job::Hang),
            Key::Char('P') => panic!("broken \x1b]0;on purpose\x07"),
            Key::Char('T') => {
                thread::spawn(|| panic!("thread broken \x1b]0;on purpose\x07"));
                return Vec::new();
            }
            Key::Char('W') => Effect::Work(Job::Panic),
            Key::Char('q') => Effect::Quit,
            _ => return Vec::new(),
        };
        vec![effect]
    }

    fn go(&mut self, row: usize) -> Vec<Effect<Job>> {
        self.cursor = row.min(ROWS - 1);
        Vec::new()
    }
}
