//! Where the parts of the Plans screen stand in a window.

use ratatui::layout::{Rect, Size};

/// The least window that anything is drawn in.
pub const LEAST: Size = Size { width: 40, height: 12 };

/// The parts of the window; one that has no room of its own is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// The program, the counts, the day.
    pub header: Rect,
    /// The column of side panes, frame included.
    pub side: Option<Side>,
    /// One line that stands for the side panes.
    pub strip: Option<Rect>,
    /// The list, frame included.
    pub list: Rect,
    /// The timeline beside it, frame included; its left edge is the list's right one.
    pub timeline: Option<Rect>,
    /// Whether the list ends in four cells for the quarters.
    pub cells: Option<Cells>,
    /// The detail below the list, frame included; without it, it opens over the list.
    pub detail: Option<Rect>,
    /// The keys.
    pub hints: Rect,
}

/// The three side panes, the lines within their common frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Side {
    /// The frame.
    pub frame: Rect,
    /// The plans.
    pub plans: Rect,
    /// The sections of the plan.
    pub sections: Rect,
    /// The units.
    pub units: Rect,
}

/// Says that the list has a column of four quarters at its right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cells;

/// From so many columns on, list and timeline stand side by side; in fewer the list would lose its deadlines to it.
const WITH_TIMELINE: u16 = 83;

/// The columns of the four quarters: `I   II  III IV`.
pub const CELLS_WIDTH: u16 = 15;

/// What of the state the layout hangs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// The window.
    pub size: Size,
    /// Rows of the pane of plans.
    pub plans: usize,
}

impl Layout {
    /// Lays a window out; `None` when it is smaller than [`LEAST`].
    #[must_use]
    pub fn of(shape: Shape) -> Option<Self> {
        let Size { width, height } = shape.size;
        if width < LEAST.width || height < LEAST.height {
            return None;
        }
        let header = Rect::new(0, 0, width, 1);
        let hints = Rect::new(0, height - 1, width, 1);
        let body = Rect::new(0, 1, width, height - 2);
        let (side, strip, main) = if width >= 100 && height >= 18 {
            let side_width = (width / 5).clamp(28, 38);
            let (left, main) = split_left(body, side_width);
            (Some(Side::of(left, shape.plans)), None, main)
        } else {
            let (strip, main) = split_top(body, 1);
            (None, Some(strip), main)
        };
        let below = height >= 28 && width >= 60;
        let detail_height = (main.height * 3 / 10).clamp(8, 20);
        let (upper, detail) = if below { split_bottom(main, detail_height) } else { (main, Rect::ZERO) };
        let timeline_width = (main.width * 3 / 10).clamp(26, 54);
        // The two frames share an edge.
        let timeline = side.filter(|_| main.width >= WITH_TIMELINE).map(|_| Rect {
            x: upper.right() - timeline_width,
            width: timeline_width,
            ..upper
        });
        let list = timeline.map_or(upper, |timeline| Rect { width: timeline.x + 1 - upper.x, ..upper });
        let cells = (timeline.is_none() && list.width >= 64).then_some(Cells);
        let detail = below.then_some(detail);
        Some(Self { header, side, strip, list, timeline, cells, detail, hints })
    }

    /// The lines of the list within its frame; the last one says what is shown.
    #[must_use]
    pub fn rows(&self) -> Rect {
        let inner = inner(self.list);
        Rect { height: inner.height.saturating_sub(1), ..inner }
    }
}

impl Side {
    fn of(frame: Rect, plans: usize) -> Self {
        let lines = frame.height.saturating_sub(4);
        let plans_height = u16::try_from(plans).unwrap_or(u16::MAX).clamp(2, (lines / 3).max(2)).min(lines);
        let sections_height = (lines / 3).min(lines - plans_height);
        let units_height = lines - plans_height - sections_height;
        let column = |y: u16, height| Rect { x: frame.x + 1, y, width: frame.width - 2, height };
        let plans = column(frame.y + 1, plans_height);
        let sections = column(plans.bottom() + 1, sections_height);
        let units = column(sections.bottom() + 1, units_height);
        Self { frame, plans, sections, units }
    }
}

/// The space within a frame.
#[must_use]
pub fn inner(frame: Rect) -> Rect {
    Rect {
        x: frame.x + 1.min(frame.width),
        y: frame.y + 1.min(frame.height),
        width: frame.width.saturating_sub(2),
        height: frame.height.saturating_sub(2),
    }
}

/// An area of this size in the middle of another, or as much of it as there is room for.
#[must_use]
pub fn middle(area: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(area.width), height.min(area.height));
    Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height }
}

/// The area without its first columns.
#[must_use]
pub fn skip(area: Rect, columns: u16) -> Rect {
    let columns = columns.min(area.width);
    Rect { x: area.x + columns, width: area.width - columns, ..area }
}

fn split_left(area: Rect, width: u16) -> (Rect, Rect) {
    (Rect { width, ..area }, Rect { x: area.x + width, width: area.width - width, ..area })
}

fn split_top(area: Rect, height: u16) -> (Rect, Rect) {
    (Rect { height, ..area }, Rect { y: area.y + height, height: area.height - height, ..area })
}

/// The upper part and the lower one of this height, which shares the edge between them.
fn split_bottom(area: Rect, height: u16) -> (Rect, Rect) {
    let upper = Rect { height: area.height - height + 1, ..area };
    (upper, Rect { y: upper.bottom() - 1, height, ..area })
}
