//! The list of tasks: its rows, the cursor, and the line of the window that it stands on.

use super::folds::Folds;
use super::row::{Row, RowId};
use crate::workspace::Snapshot;

/// The middle pane. The cursor is an id, and the window is placed around it: rows come and go, it stays.
#[derive(Debug, Default)]
pub struct List {
    /// What can be shown, in order; made anew when filters, folds or files change.
    pub rows: Vec<Row>,
    /// In which order they stand.
    pub order: Order,
    /// Where the cursor stands; `None` only while there are no rows.
    pub cursor: Option<RowId>,
    /// The folded headings and groups.
    pub folds: Folds,
    line: usize,
    /// The index of the cursor's row when it was last settled: where its task is gone, the next one is near.
    last_at: usize,
}

/// How the rows are ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// As the plans are, under their headings.
    #[default]
    Plans,
    /// The best hits of a search first, tasks alone.
    Best,
}

/// A place in the list to come back to.
#[derive(Debug, Clone, Default)]
pub struct Bookmark {
    cursor: Option<RowId>,
    line: usize,
}

impl List {
    /// The index of the cursor's row.
    #[must_use]
    pub fn at(&self, snapshot: &Snapshot) -> Option<usize> {
        self.find(self.cursor.as_ref()?.locate(snapshot)?)
    }

    fn find(&self, row: Row) -> Option<usize> {
        match self.order {
            Order::Plans => self.rows.binary_search(&row).ok(),
            Order::Best if self.rows.get(self.last_at) == Some(&row) => Some(self.last_at),
            Order::Best => self.rows.iter().position(|held| *held == row),
        }
    }

    /// Where the cursor stands, to come back to.
    #[must_use]
    pub fn bookmark(&self) -> Bookmark {
        Bookmark { cursor: self.cursor.clone(), line: self.line }
    }

    /// Puts the cursor where it stood; to be followed by [`replace`](Self::replace) with the rows that stood there.
    pub fn go_back(&mut self, bookmark: Bookmark) {
        (self.cursor, self.line) = (bookmark.cursor, bookmark.line);
    }

    /// The first row in a window of so many lines, when the cursor's row has this index.
    #[must_use]
    pub fn top(&self, at: usize, height: usize) -> usize {
        at.saturating_sub(self.line.min(height.saturating_sub(1)))
    }

    /// Puts the cursor on the row of an index, or the last one. The window moves in jumps of half a page, for every
    /// line that scrolls is a screenful of bytes on a slow line.
    pub fn go_to(&mut self, index: usize, height: usize, snapshot: &Snapshot) {
        let index = index.min(self.rows.len().saturating_sub(1));
        let top = self.at(snapshot).map_or(0, |at| self.top(at, height));
        let height = height.max(1);
        let top = match index {
            _ if index < top => index.saturating_sub(height / 2),
            _ if index >= top + height => index.saturating_sub(height - 1 - height / 2),
            _ => top,
        };
        self.settle(index, top, height, snapshot);
    }

    /// Takes new rows over. The cursor stays on its task and on its line of the screen; where the task is not among
    /// them any more, the next one takes its place.
    pub fn replace(&mut self, (rows, order): (Vec<Row>, Order), height: usize, snapshot: &Snapshot) {
        (self.rows, self.order) = (rows, order);
        let index = self.nearest(snapshot);
        // At the start the headings above the first task are to be seen.
        let top = if self.cursor.is_some() { self.top(index, height) } else { 0 };
        self.settle(index, top, height, snapshot);
    }

    fn settle(&mut self, index: usize, top: usize, height: usize, snapshot: &Snapshot) {
        let top = top.min(self.rows.len().saturating_sub(height));
        self.line = index - top.min(index);
        self.last_at = index;
        self.cursor = self.rows.get(index).and_then(|row| row.id(snapshot));
    }

    /// The index of the cursor's row among new rows, or of the first task at or after the place where it would stand.
    fn nearest(&self, snapshot: &Snapshot) -> usize {
        let id = self.cursor.as_ref();
        let row = id.and_then(|id| {
            id.locate(snapshot).or_else(|| RowId::Plan(id.plan().to_owned()).locate(snapshot))
        });
        if let Some(index) = row.and_then(|row| self.find(row)) {
            return index;
        }
        let from = match (self.order, row) {
            (Order::Best, _) => self.last_at,
            (Order::Plans, Some(row)) => self.rows.partition_point(|held| *held < row),
            (Order::Plans, None) => 0,
        };
        let from = from.min(self.rows.len().saturating_sub(1));
        let task = self.rows.iter().skip(from).position(|row| row.is_task(snapshot));
        task.map_or(from, |ahead| from + ahead)
    }
}
