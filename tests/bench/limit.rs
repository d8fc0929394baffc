//! The limits beside which the program is measured: the same files through `serde_json` alone, and a screen of three
//! panes that does nothing but move a marker.

use std::fs;
use std::io::stdout;
use std::path::Path;
use std::time::{Duration, Instant};

use crossterm::event::{self, Event, KeyCode};
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use ratatui::layout::{Constraint, Layout};
use ratatui::prelude::CrosstermBackend;
use ratatui::text::Line;
use ratatui::widgets::{Block, List, Paragraph};
use ratatui::{Frame, Terminal};
use tiendo::domain::Plan;

/// Reads every plan of a workspace into owned structs on so many threads; the time that it took and the tasks read.
pub fn serde_owned(workspace: &Path, threads: usize) -> (Duration, usize) {
    let start = Instant::now();
    let files: Vec<_> = fs::read_dir(workspace.join("plans"))
        .expect("a workspace")
        .map(|entry| entry.expect("a file").path())
        .collect();
    let share = files.len().div_ceil(threads);
    let plans: Vec<Plan> = std::thread::scope(|scope| {
        let readers: Vec<_> = files
            .chunks(share)
            .map(|files| {
                scope.spawn(move || {
                    let read = |file| {
                        serde_json::from_slice::<Plan>(&fs::read(file).expect("a file")).expect("a plan")
                    };
                    files.iter().map(read).collect::<Vec<_>>()
                })
            })
            .collect();
        readers.into_iter().flat_map(|reader| reader.join().expect("a reader")).collect()
    });
    let took = start.elapsed();
    (took, plans.iter().map(|plan| plan.sections[0].tasks.len()).sum())
}

/// Holds every plan of a workspace in owned structs; the memory of the process in KiB.
pub fn owned_memory(workspace: &Path) -> u64 {
    let files = fs::read_dir(workspace.join("plans")).expect("a workspace");
    let read = |entry: std::io::Result<fs::DirEntry>| {
        let bytes = fs::read(entry.expect("a file").path()).expect("a file");
        serde_json::from_slice::<Plan>(&bytes).expect("a plan")
    };
    let plans: Vec<Plan> = files.map(read).collect();
    let status = fs::read_to_string("/proc/self/status").expect("Linux");
    let line = status.lines().find(|line| line.starts_with("VmRSS")).expect("a figure");
    assert!(!plans.is_empty());
    line.split_whitespace().nth(1).and_then(|kib| kib.parse().ok()).expect("a figure")
}

/// Appends a line of a journal and syncs it; the mean time of `times` turns.
pub fn append_and_sync(folder: &Path, times: u32) -> Duration {
    use std::io::Write;
    let line = format!("{}\n", "x".repeat(180));
    let mut file =
        fs::OpenOptions::new().create(true).append(true).open(folder.join("limit.jsonl")).expect("a file");
    let start = Instant::now();
    for _ in 0..times {
        file.write_all(line.as_bytes()).expect("written");
        file.sync_data().expect("synced");
    }
    start.elapsed() / times
}

/// Runs the screen of three panes over so many made-up titles until `q`.
pub fn three_panes(count: usize) -> std::io::Result<()> {
    let titles: Vec<String> =
        (0..count).map(|n| format!("{n:6} Rà soát, cập nhật và công bố quy trình tiếp công dân")).collect();
    enable_raw_mode()?;
    crossterm::execute!(stdout(), EnterAlternateScreen)?;
    let mut terminal = Terminal::new(CrosstermBackend::new(stdout()))?;
    let mut cursor = 0;
    loop {
        terminal.draw(|frame| draw(frame, &titles, cursor))?;
        if let Event::Key(key) = event::read()? {
            match key.code {
                KeyCode::Char('j') | KeyCode::Down => cursor = (cursor + 1).min(count - 1),
                KeyCode::Char('k') | KeyCode::Up => cursor = cursor.saturating_sub(1),
                KeyCode::Char('q') => break,
                _ => {}
            }
        }
    }
    crossterm::execute!(stdout(), LeaveAlternateScreen)?;
    disable_raw_mode()
}

fn draw(frame: &mut Frame<'_>, titles: &[String], cursor: usize) {
    let [left, middle, right] =
        Layout::horizontal([Constraint::Length(30), Constraint::Fill(1), Constraint::Length(30)])
            .areas(frame.area());
    let rows = usize::from(middle.height.saturating_sub(2)).max(1);
    let top = cursor / rows * rows;
    let visible = titles[top..].iter().take(rows).enumerate();
    let rows = visible
        .map(|(row, title)| Line::raw(format!("{}{title}", if top + row == cursor { "▌" } else { " " })));
    frame.render_widget(Block::bordered().title("Plans"), left);
    frame.render_widget(List::new(rows).block(Block::bordered().title("Tasks")), middle);
    frame.render_widget(
        Paragraph::new(titles[cursor].as_str()).block(Block::bordered().title("Detail")),
        right,
    );
}
