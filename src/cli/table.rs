//! Tables that fit a width: columns side by side while there is room, else the cells of a row one below the other.

use anstyle::Style;

use super::styled::Styled;
use crate::text::{one_line, width, wrap};

/// What stands between two columns.
const GAP: usize = 2;

/// How wide a column may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// As wide as its widest cell.
    Whole,
    /// As [`Whole`](Self::Whole), with its cells at the right.
    Number,
    /// As wide as its widest cell when there is room, never narrower than so many columns.
    Flexible(usize),
    /// As [`Flexible`](Self::Flexible), and twice as wide as such a one before it gives way.
    Title(usize),
}

impl Column {
    /// How much of a width is there to give.
    fn claim(self, width: usize) -> usize {
        if matches!(self, Self::Title(_)) { width / 2 } else { width }
    }
}

/// A text of one line, made harmless, and how it is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    text: String,
    style: Style,
}

impl Cell {
    /// A plain cell.
    pub fn new(text: &str) -> Self {
        Self { text: one_line(text).into_owned(), style: Style::new() }
    }

    /// The same cell in a style.
    pub fn styled(self, style: Style) -> Self {
        Self { style, ..self }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::new(&text)
    }
}

/// Rows of cells, and lines between them that span all columns.
#[derive(Debug, Clone, Default)]
pub struct Table {
    columns: Vec<Column>,
    rows: Vec<Row>,
}

#[derive(Debug, Clone)]
enum Row {
    Cells(Vec<Cell>),
    Heading(Cell),
    Blank,
}

impl Table {
    /// An empty table.
    pub fn new(columns: impl Into<Vec<Column>>) -> Self {
        Self { columns: columns.into(), rows: Vec::new() }
    }

    /// Adds a row; it has a cell for each column.
    pub fn row(&mut self, cells: impl Into<Vec<Cell>>) {
        self.rows.push(Row::Cells(cells.into()));
    }

    /// Adds a line that spans all columns.
    pub fn heading(&mut self, cell: Cell) {
        self.rows.push(Row::Heading(cell));
    }

    /// Adds an empty line, except at the top.
    pub fn blank(&mut self) {
        if !self.rows.is_empty() {
            self.rows.push(Row::Blank);
        }
    }

    /// Whether it has no line.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The lines, none wider than so many columns.
    pub fn lines(&self, room: usize) -> Vec<Styled> {
        let widths = self.widths(room);
        let mut lines = Vec::new();
        for row in &self.rows {
            match (row, &widths) {
                (Row::Blank, _) => lines.push(Styled::default()),
                (Row::Heading(cell), _) => lines.extend(stacked(cell, 0, room)),
                (Row::Cells(cells), Some(widths)) => lines.extend(self.beside(cells, widths)),
                (Row::Cells(cells), None) => lines.extend(packed(cells, room)),
            }
        }
        lines
    }

    /// How wide each column is; `None` when even the narrowest do not fit beside each other.
    fn widths(&self, room: usize) -> Option<Vec<usize>> {
        let rows =
            self.rows.iter().filter_map(|row| if let Row::Cells(cells) = row { Some(cells) } else { None });
        let mut widths = vec![0; self.columns.len()];
        for cells in rows {
            for (widest, cell) in widths.iter_mut().zip(cells) {
                // More than the room is as good as all.
                *widest = (*widest).max(width(&cell.text).min(room + 1));
            }
        }
        // A column without a letter takes no gap either.
        let shown = widths.iter().filter(|width| **width > 0).count();
        let gaps = GAP * shown.saturating_sub(1);
        let least = |index: usize, width: usize| match self.columns[index] {
            Column::Flexible(least) | Column::Title(least) => least.min(width),
            Column::Whole | Column::Number => width,
        };
        // The widest flexible column gives way first, so that none suffers for the others.
        while widths.iter().sum::<usize>() + gaps > room {
            let (index, _) = widths
                .iter()
                .enumerate()
                .filter(|(index, width)| **width > least(*index, **width))
                .max_by_key(|(index, width)| self.columns[*index].claim(**width))?;
            widths[index] -= 1;
        }
        Some(widths)
    }

    /// A row with its cells side by side, of as many lines as its longest cell needs.
    fn beside(&self, cells: &[Cell], widths: &[usize]) -> Vec<Styled> {
        let wrapped: Vec<Vec<&str>> =
            cells.iter().zip(widths).map(|(cell, width)| wrap(&cell.text, (*width).max(1))).collect();
        let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
        (0..height).map(|line| self.one_beside(line, cells, &wrapped, widths)).collect()
    }

    fn one_beside(&self, line: usize, cells: &[Cell], wrapped: &[Vec<&str>], widths: &[usize]) -> Styled {
        let mut text = Styled::default();
        // Spaces are written before what follows them, so that no line ends in them.
        let mut owed = 0;
        for (index, part) in
            wrapped.iter().map(|lines| lines.get(line).copied().unwrap_or_default()).enumerate()
        {
            let room = widths[index];
            if room == 0 {
                continue;
            }
            let spare = room.saturating_sub(width(part));
            let (before, after) = if self.columns[index] == Column::Number { (spare, 0) } else { (0, spare) };
            owed += before;
            if !part.is_empty() {
                text.indent(owed);
                owed = 0;
                text.push(part, cells[index].style);
            }
            owed += after + GAP;
        }
        text
    }
}

/// Cells one below the other, short ones beside each other while they fit; all but the first line are indented.
fn packed(cells: &[Cell], room: usize) -> Vec<Styled> {
    let mut lines: Vec<Styled> = Vec::new();
    let mut used = room;
    for cell in cells.iter().filter(|cell| !cell.text.is_empty()) {
        let wide = width(&cell.text);
        match lines.last_mut() {
            Some(line) if used + GAP + wide <= room => {
                line.indent(GAP);
                line.push(&cell.text, cell.style);
                used += GAP + wide;
            }
            _ => {
                let indent = if lines.is_empty() { 0 } else { GAP };
                let more = stacked(cell, indent, room);
                used = if more.len() == 1 { indent + wide } else { room };
                lines.extend(more);
            }
        }
    }
    lines
}

/// A cell over lines of its own.
fn stacked(cell: &Cell, indent: usize, room: usize) -> Vec<Styled> {
    if cell.text.is_empty() {
        return Vec::new();
    }
    // Where there is no room for an indent there is none.
    let indent = if room > indent + 8 { indent } else { 0 };
    let line = |part: &str| {
        let mut line = Styled::default();
        line.indent(indent);
        line.push(part, cell.style);
        line
    };
    wrap(&cell.text, (room - indent).max(1)).into_iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(table: &Table, room: usize) -> Vec<String> {
        table.lines(room).iter().map(|line| line.as_str().to_owned()).collect()
    }

    fn check(room: usize, expected: &[&str]) {
        let mut table = Table::new([Column::Whole, Column::Flexible(8), Column::Number]);
        table.heading("03-KH/BCĐ Quy chế".into());
        table.row(["●".into(), "Quán triệt quy chế dân chủ".into(), "60%".into()]);
        table.row(["○".into(), "Tiếp dân".into(), "5%".into()]);
        assert_eq!(shown(&table, room), expected, "in {room}");
    }

    #[test]
    fn columns_stand_side_by_side_and_wrap() {
        check(
            40,
            &[
                "03-KH/BCĐ Quy chế",
                "●  Quán triệt quy chế dân chủ  60%",
                "○  Tiếp dân                     5%",
            ],
        );
        check(
            20,
            &[
                "03-KH/BCĐ Quy chế",
                "●  Quán triệt    60%",
                "   quy chế dân",
                "   chủ",
                "○  Tiếp dân       5%",
            ],
        );
    }

    #[test]
    fn where_there_is_no_room_the_cells_stand_below_each_other() {
        check(
            12,
            &[
                "03-KH/BCĐ",
                "Quy chế",
                "●",
                "  Quán triệt",
                "  quy chế",
                "  dân chủ",
                "  60%",
                "○  Tiếp dân",
                "  5%",
            ],
        );
    }

    #[test]
    fn escape_sequences_in_a_cell_are_shown_and_styles_close() {
        let mut table = Table::new([Column::Whole]);
        table.row([Cell::new("\x1b[31mSở\n")]);
        table.row([Cell::new("Sở").styled(Style::new().bold())]);
        assert_eq!(shown(&table, 80), ["\\x1b[31mSở", "\x1b[1mSở\x1b[0m"]);
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_the_room(
            cells in proptest::collection::vec("[a-zế ]{0,30}", 1..4),
            room in 1_usize..60,
        ) {
            let mut table = Table::new(vec![Column::Flexible(4); cells.len()]);
            table.row(cells.iter().map(|cell| Cell::new(cell)).collect::<Vec<_>>());
            prop_assert!(shown(&table, room).iter().all(|line| width(line) <= room));
        }
    }
}
