//! Pages written out as words with their places: what `pdftotext -bbox` prints, and what our own reader of PDF prints too.

use std::fmt::Write;

/// A page.
#[derive(Debug, Clone, PartialEq, Default)]
pub(in crate::import::read) struct Page {
    /// Its words, in any order.
    pub words: Vec<Word>,
}

/// A word and the box that it fills, in points from the upper left corner of its page.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::import::read) struct Word {
    /// Its left edge.
    pub left: f64,
    /// Its right edge.
    pub right: f64,
    /// Its upper edge.
    pub top: f64,
    /// Its lower edge.
    pub bottom: f64,
    /// Its characters.
    pub text: String,
}

impl Word {
    /// How high it is.
    pub(super) fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// Where its middle lies between top and bottom.
    pub(super) fn middle(&self) -> f64 {
        f64::midpoint(self.top, self.bottom)
    }

    /// Where its middle lies between left and right.
    pub(super) fn centre(&self) -> f64 {
        f64::midpoint(self.left, self.right)
    }
}

/// Reads pages. What is no page and no word is passed over.
pub(in crate::import::read) fn parse(markup: &str) -> Vec<Page> {
    let mut pages: Vec<Page> = Vec::new();
    for line in markup.lines().map(str::trim_start) {
        if line.starts_with("<page ") {
            pages.push(Page::default());
        } else if let (Some(word), Some(page)) = (word(line), pages.last_mut()) {
            page.words.push(word);
        }
    }
    pages
}

/// No page is larger, in points.
const FARTHEST: f64 = 14_400.0;

fn word(line: &str) -> Option<Word> {
    let (attributes, rest) = line.strip_prefix("<word ")?.split_once('>')?;
    let text = unescape(rest.strip_suffix("</word>")?);
    let value = |name: &str| -> Option<f64> {
        let (_, rest) = attributes.split_once(name)?;
        rest.strip_prefix("=\"")?
            .split('"')
            .next()?
            .parse()
            .ok()
            .filter(|value: &f64| value.abs() <= FARTHEST)
    };
    let word = Word {
        left: value("xMin")?,
        right: value("xMax")?,
        top: value("yMin")?,
        bottom: value("yMax")?,
        text,
    };
    (word.left <= word.right && word.top < word.bottom && !word.text.trim().is_empty()).then_some(word)
}

/// Writes pages as `parse` reads them.
pub(in crate::import::read) fn print(pages: &[Page]) -> String {
    let mut markup = String::new();
    for page in pages {
        markup.push_str("<page >\n");
        for Word { left, right, top, bottom, text } in &page.words {
            let text =
                text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\n', " ");
            let place =
                format_args!("xMin=\"{left:.2}\" yMin=\"{top:.2}\" xMax=\"{right:.2}\" yMax=\"{bottom:.2}\"");
            // Writing to a string cannot fail.
            let _ = writeln!(markup, "<word {place}>{text}</word>");
        }
        markup.push_str("</page>\n");
    }
    markup
}

fn unescape(text: &str) -> String {
    let plain = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'");
    plain.replace("&#39;", "'").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_is_read() {
        let word = |left: f64, text: &str| Word {
            left,
            right: 60.5,
            top: 1.25,
            bottom: 15.0,
            text: text.to_owned(),
        };
        let pages = vec![Page { words: vec![word(50.0, "R&D"), word(3.5, "<b>")] }, Page::default()];
        assert_eq!(parse(&print(&pages)), pages);
    }

    #[test]
    fn what_makes_no_sense_is_passed_over() {
        let odd = "<word xMin=\"1\" yMin=\"1\" xMax=\"2\" yMax=\"2\">a</word>\n<page width=\"1\">\n\
                   <word xMin=\"1\" yMin=\"1\" xMax=\"1e9\" yMax=\"2\">d</word>\n<word xMin=\"nan\" yMin=\"1\" xMax=\"2\" yMax=\"2\">b</word>\n<word xMin=\"1\">c</word>\n\
                   <word xMin=\"1\" yMin=\"1\" xMax=\"2\" yMax=\"2\"> </word>\n<word";
        assert_eq!(parse(odd), [Page::default()]);
    }
}
