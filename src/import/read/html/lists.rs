//! The labels of the items of lists: what a browser shows, and where numbers stand below numbers, all of them, "7.2.".

use scraper::node::Element;

use super::super::counting::Counting;
use super::shown::{number, style};

/// The lists that are open, the innermost last, and what those before them have printed.
#[derive(Debug, Default)]
pub(super) struct Lists {
    open: Vec<List>,
    /// The numbers printed last, by how deep their list stands in other numbered ones.
    printed: Vec<Option<i64>>,
    /// The lists of sections.
    sections: Option<Sections>,
}

#[derive(Debug)]
struct List {
    mark: Mark,
    next: i64,
    /// The number of its last item.
    last: Option<i64>,
}

/// The lists of sections so far, by Roman numbers or capitals.
#[derive(Debug, Clone, Copy)]
struct Sections {
    counting: Counting,
    /// Where each of them starts; 1 where they start here and there.
    start: i64,
    next: i64,
}

/// What stands in front of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Number(Counting),
    Bullet,
    Nothing,
}

impl Lists {
    /// Opens a list.
    pub(super) fn open(&mut self, element: &Element) {
        let mark = mark(element);
        let start = number(element, "start");
        let next = match mark {
            Mark::Number(Counting::Decimal) => start.or_else(|| self.resumed()).unwrap_or(1),
            Mark::Number(counting @ (Counting::Roman | Counting::Letter)) => {
                self.section(counting, start.unwrap_or(1))
            }
            _ => start.unwrap_or(1),
        };
        self.open.push(List { mark, next, last: None });
    }

    /// Closes the innermost one.
    pub(super) fn close(&mut self) {
        self.open.pop();
    }

    /// The label of the next item. Bullets have the signs that offices use, level by level.
    pub(super) fn label(&mut self, item: &Element) -> String {
        const BULLETS: [&str; 3] = ["-", "+", "*"];
        let above = self.above();
        let bullets = self.open.iter().filter(|list| list.mark == Mark::Bullet).count();
        let Some(list) = self.open.last_mut().filter(|list| list.mark != Mark::Bullet) else {
            return BULLETS[bullets.saturating_sub(1).min(BULLETS.len() - 1)].to_owned();
        };
        let Mark::Number(counting) = list.mark else { return String::new() };
        let own = number(item, "value").unwrap_or(list.next);
        (list.next, list.last) = (own.saturating_add(1), Some(own));
        let printed = counting.print(u32::try_from(own).unwrap_or_default());
        match counting {
            Counting::SmallLetter | Counting::SmallRoman => printed + ")",
            Counting::Roman | Counting::Letter => {
                self.printed.clear();
                if let Some(sections) = &mut self.sections {
                    sections.next = own.saturating_add(1);
                }
                printed + "."
            }
            _ => self.below(above, own) + &printed + ".",
        }
    }

    /// How many lists of plain numbers stand directly around the innermost one.
    fn above(&self) -> usize {
        self.numbered().saturating_sub(1)
    }

    /// How many lists of plain numbers stand directly in each other, the innermost of all lists last.
    fn numbered(&self) -> usize {
        let is_plain = |list: &&List| list.mark == Mark::Number(Counting::Decimal);
        self.open.iter().rev().take_while(is_plain).count()
    }

    /// Notes a number; those above it, each with its dot.
    fn below(&mut self, above: usize, own: i64) -> String {
        self.printed.resize(above, None);
        self.printed.push(Some(own));
        let from = self.open.len() - above.min(self.open.len() - 1) - 1;
        let outer = self.open[from..].iter().take(above).filter_map(|list| list.last);
        outer.fold(String::new(), |above, number| above + &number.to_string() + ".")
    }

    /// The next number of a list that opens without one in a numbered list without an item: both go on where they were
    /// left. `LibreOffice` opens them again so behind a paragraph between their items.
    fn resumed(&mut self) -> Option<i64> {
        let depth = self.numbered();
        let outer = self.open.last_mut().filter(|list| depth > 0 && list.last.is_none())?;
        outer.last = *self.printed.get(depth - 1)?;
        self.printed.get(depth).copied().flatten().map(|last| last.saturating_add(1))
    }

    /// The first number of a list of sections. Where all of them start alike and not with I, they go on: no document has
    /// its section II again and again, but `LibreOffice` says so of a list that starts with II.
    fn section(&mut self, counting: Counting, start: i64) -> i64 {
        let last = self.sections.get_or_insert(Sections { counting, start, next: start });
        if start == 1 || (last.counting, last.start) != (counting, start) {
            *last = Sections { counting, start: 1, next: start };
        }
        last.next
    }
}

/// What a list says of its marks: its style, else its type, else what kind of list it is.
fn mark(list: &Element) -> Mark {
    let said = style(list, "list-style-type").or_else(|| style(list, "list-style"));
    if let Some(mark) = said.and_then(|said| said.split_whitespace().find_map(styled)) {
        return mark;
    }
    if list.name() != "ol" {
        return Mark::Bullet;
    }
    Mark::Number(match list.attr("type") {
        Some("I") => Counting::Roman,
        Some("i") => Counting::SmallRoman,
        Some("A") => Counting::Letter,
        Some("a") => Counting::SmallLetter,
        _ => Counting::Decimal,
    })
}

fn styled(name: &str) -> Option<Mark> {
    Some(match name {
        "none" => Mark::Nothing,
        "disc" | "circle" | "square" => Mark::Bullet,
        "decimal" => Mark::Number(Counting::Decimal),
        "decimal-leading-zero" => Mark::Number(Counting::Padded),
        "upper-roman" => Mark::Number(Counting::Roman),
        "lower-roman" => Mark::Number(Counting::SmallRoman),
        "upper-alpha" | "upper-latin" => Mark::Number(Counting::Letter),
        "lower-alpha" | "lower-latin" => Mark::Number(Counting::SmallLetter),
        _ => return None,
    })
}
