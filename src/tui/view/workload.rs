//! The table of workload: units by quarters or months, shaded by how much it is, and the year of one unit below.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::frame::{self, Frame, Keys};
use super::{Scene, line, list};
use crate::locale::{role, workload as words};
use crate::query::{Cell, Column, Load, Reach};
use crate::text::width;
use crate::tui::layout;
use crate::tui::page::workload::{Columns, Parts, name, place, unit};
use crate::tui::state::workload::Line;

/// The table.
pub struct WorkloadView<'a>(pub Scene<'a>);

impl Widget for WorkloadView<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let Self(scene) = self;
        let (board, lang) = (&scene.state.board, scene.lang());
        let area = place(area);
        Frame { scene, title: &self.title(), keys: Keys::Here }.draw(area, buf);
        let parts = Parts::of(layout::inner(area));
        list::footer(scene, parts.footer, buf);
        if board.workload.rows.is_empty() {
            line::put(buf, line::skip(parts.head, 2), words::nobody(lang), scene.theme.faint);
            return;
        }
        let shades = Shades::of(scene, parts.head.width);
        shades.head(parts.head, buf);
        let (at, height) = (board.at(scene.state.index.roster()), usize::from(parts.rows.height));
        let last = board.workload.rows.len();
        let top = if at == last { last.saturating_sub(height) } else { at / height.max(1) * height };
        for (index, row) in (top..last).take(height).enumerate() {
            shades.row(board.line(row), row == at, line::nth(parts.rows, index), buf);
        }
        shades.row(board.line(last), at == last, parts.sum, buf);
        if let Some(area) = parts.year {
            year(scene, board.line(at), area, buf);
        }
    }
}

impl WorkloadView<'_> {
    fn title(&self) -> String {
        let Self(scene) = self;
        let lang = scene.lang();
        let question = scene.state.workload_question(scene.snapshot);
        let part = question.role.map_or(words::any_role(lang), |part| role::name(lang, part)).to_lowercase();
        let title = format!("{} {} {part}", words::title(lang, question.year), scene.glyphs.dot);
        match question.reach {
            Reach::ByName => title,
            Reach::WithCollectives => format!("{title}, {}", words::with_collectives(lang)),
        }
    }
}

/// The cells of the table, each shaded by its share of the fullest one.
struct Shades<'a> {
    scene: Scene<'a>,
    columns: Vec<Column>,
    layout: Columns,
    fullest: u32,
}

impl<'a> Shades<'a> {
    fn of(scene: Scene<'a>, width: u16) -> Self {
        let board = &scene.state.board;
        let columns = board.scale.columns();
        let layout = Columns::of(width, columns.len(), board.column_at());
        let rows = board.workload.rows.iter();
        let totals =
            rows.flat_map(|row| parts_of_the_year(&columns).map(|column| row.load.cell(column).total));
        Self { scene, fullest: totals.max().unwrap_or(0), layout, columns }
    }

    /// The columns that have room, each with its index and its place in a row.
    fn shown(&self, row: Rect) -> impl Iterator<Item = (usize, Column, Rect)> {
        let Columns { name, cell, first, shown } = self.layout;
        let columns = self.columns.iter().enumerate().skip(first).take(shown);
        columns.zip(0u16..).map(move |((index, column), nth)| {
            (index, *column, Rect { width: cell, ..line::skip(row, name + nth * cell) })
        })
    }

    fn head(&self, row: Rect, buf: &mut Buffer) {
        let (theme, board) = (self.scene.theme, &self.scene.state.board);
        for (index, column, area) in self.shown(row) {
            let style = if index == board.column_at() { theme.accent } else { theme.faint };
            let mut text = name(self.scene.lang(), column);
            if board.sort == Some(column) {
                text = format!("{} {text}", self.scene.glyphs.unfolded);
            }
            line::put_right(buf, Rect { width: area.width - 1, ..area }, &text, style);
        }
    }

    fn row(&self, held: Line<'_>, is_cursor: bool, row: Rect, buf: &mut Buffer) {
        let (scene, theme) = (self.scene, self.scene.theme);
        let style = if is_cursor || matches!(held, Line::Whole(_)) { theme.title } else { theme.text };
        let room = Rect { width: self.layout.name.saturating_sub(2), ..line::skip(row, 1) };
        line::put(buf, room, unit(scene.state, held), style);
        for (index, column, area) in self.shown(row) {
            let is_chosen = is_cursor && index == scene.state.board.column_at();
            let level = match (held, column) {
                (Line::Unit(..), Column::Quarter(_) | Column::Month(_)) => self.fullest,
                _ => 0,
            };
            self.cell((held.load().cell(column), level), is_chosen, area, buf);
        }
        if is_cursor && row.height > 0 {
            frame::set(buf, row.x, row.y, scene.glyphs.cursor, theme.accent);
        }
    }

    fn cell(&self, (cell, fullest): (Cell, u32), is_chosen: bool, area: Rect, buf: &mut Buffer) {
        let (scene, theme) = (self.scene, self.scene.theme);
        if area.is_empty() {
            return;
        }
        if is_chosen {
            frame::set(buf, area.x, area.y, scene.glyphs.cursor, theme.accent);
        }
        let mut room = Rect { width: area.width.saturating_sub(2), ..line::skip(area, 1) };
        if area.width >= 10 {
            let sign = level(scene, cell.total, fullest);
            line::put_right(buf, room, sign, theme.bar);
            room.width = room.width.saturating_sub(2);
        }
        let style = match cell {
            Cell { total: 0, .. } => theme.faint,
            Cell { overdue: 1.., .. } => theme.overdue,
            Cell { total, done, .. } if total == done => theme.done,
            _ => theme.text,
        };
        let text = figures(scene, cell, room.width.into());
        line::put_right(buf, room, &text, if is_chosen && cell.overdue == 0 { theme.title } else { style });
    }
}

/// The columns that are parts of the year.
fn parts_of_the_year(columns: &[Column]) -> impl Iterator<Item = Column> {
    columns.iter().copied().filter(|column| matches!(column, Column::Quarter(_) | Column::Month(_)))
}

/// The figures of a cell in the fullest wording that has room: "▲2 3/7", "▲ 3/7", "▲7".
fn figures(scene: Scene<'_>, cell: Cell, room: usize) -> String {
    let Cell { total, done, overdue } = cell;
    let late = scene.glyphs.overdue;
    let wordings = match (total, overdue) {
        (0, _) => return scene.glyphs.dot.to_owned(),
        (_, 0) => vec![format!("{done}/{total}"), total.to_string()],
        _ => vec![
            format!("{late}{overdue} {done}/{total}"),
            format!("{late}{done}/{total}"),
            format!("{late}{total}"),
        ],
    };
    let last = wordings.last().cloned().unwrap_or_default();
    wordings.into_iter().find(|text| width(text) <= room).unwrap_or(last)
}

/// The sign for a share of the fullest.
fn level(scene: Scene<'_>, total: u32, fullest: u32) -> &str {
    let levels = &scene.glyphs.levels;
    let count = u32::try_from(levels.len()).unwrap_or(1);
    match (total, fullest) {
        (0, _) | (_, 0) => " ",
        _ => levels[usize::try_from((total * count).div_ceil(fullest).clamp(1, count) - 1).unwrap_or(0)],
    }
}

/// The year of a row, month by month, and its figures in words.
fn year(scene: Scene<'_>, held: Line<'_>, area: Rect, buf: &mut Buffer) {
    let (theme, lang) = (scene.theme, scene.lang());
    let around = Rect { x: area.x - 1, width: area.width + 2, ..area };
    Frame { scene, title: unit(scene.state, held), keys: Keys::Elsewhere }.divide(around, area.y, buf);
    let load = held.load();
    let cell = (area.width / 12).clamp(3, 9);
    for month in 1..=12u8 {
        let column = line::skip(area, 1 + u16::from(month - 1) * cell);
        bar((scene, load, month), Rect { width: cell - 1, ..line::nth(column, 1) }, buf);
        line::put(
            buf,
            Rect { width: cell - 1, ..line::nth(column, 2) },
            &words::month(lang, month),
            theme.faint,
        );
    }
    let sum = load.cell(Column::Sum);
    let text = words::figures(lang, sum.total, sum.done, sum.overdue);
    line::put(buf, line::skip(line::nth(area, 3), 1), &text, theme.text);
}

/// What a month holds, as high as its share of the fullest month.
fn bar((scene, load, month): (Scene<'_>, &Load, u8), area: Rect, buf: &mut Buffer) {
    let theme = scene.theme;
    let fullest = (1..=12).map(|month| load.cell(Column::Month(month)).total).max().unwrap_or(0);
    let cell = load.cell(Column::Month(month));
    let style = match cell {
        Cell { overdue: 1.., .. } => theme.overdue,
        Cell { total, done, .. } if total == done => theme.done,
        _ => theme.bar,
    };
    let sign = level(scene, cell.total, fullest);
    for x in area.left()..area.right() {
        frame::set(buf, x, area.y, sign, style);
    }
}
