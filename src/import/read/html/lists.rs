//! The labels that a browser shows in front of the items of lists.

use scraper::node::Element;

use super::super::counting::Counting;
use super::shown::number;

/// The lists that are open, the innermost last.
#[derive(Debug, Default)]
pub(super) struct Lists(Vec<List>);

#[derive(Debug)]
struct List {
    /// `None`: bullets.
    counting: Option<Counting>,
    next: i64,
}

impl Lists {
    /// Opens a list.
    pub(super) fn open(&mut self, element: &Element) {
        let counting = (element.name() == "ol").then(|| counting(element).unwrap_or_default());
        self.0.push(List { counting, next: number(element, "start").unwrap_or(1) });
    }

    /// Closes the innermost one.
    pub(super) fn close(&mut self) {
        self.0.pop();
    }

    /// The label of the next item. Bullets have the signs that offices use, level by level.
    pub(super) fn label(&mut self, item: &Element) -> String {
        const BULLETS: [&str; 3] = ["-", "+", "*"];
        let bullets = self.0.iter().filter(|list| list.counting.is_none()).count();
        let Some(List { counting: Some(counting), next }) = self.0.last_mut() else {
            return BULLETS[bullets.saturating_sub(1).min(BULLETS.len() - 1)].to_owned();
        };
        let own = number(item, "value").unwrap_or(*next);
        *next = own.saturating_add(1);
        let printed = counting.print(u32::try_from(own).unwrap_or_default());
        match counting {
            Counting::SmallLetter | Counting::SmallRoman => printed + ")",
            _ => printed + ".",
        }
    }
}

fn counting(list: &Element) -> Option<Counting> {
    Some(match list.attr("type")? {
        "I" => Counting::Roman,
        "i" => Counting::SmallRoman,
        "A" => Counting::Letter,
        "a" => Counting::SmallLetter,
        _ => return None,
    })
}
