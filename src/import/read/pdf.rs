//! The words of a PDF and their places, where no `pdftotext` is there to tell them.
//!
//! The crate that reads the PDF may panic, loop, or take all memory on a file that was made for it: this runs in a process
//! of its own, with limits.

use std::collections::HashMap;

use pdf_extract::{Document, MediaBox, Object, OutputDev, OutputError, Transform, output_doc};

use super::super::ImportError;
use super::pages::markup::{Page, Word, print};

/// Reads a PDF to its pages, written out.
///
/// # Errors
/// When it is damaged, or has a password.
pub(super) fn read(bytes: &[u8]) -> Result<String, ImportError> {
    let mut document = Document::load_mem(bytes).map_err(|_| ImportError::Damaged)?;
    // What may be read by all and only not be changed has an empty password, and has been decrypted.
    if document.trailer.has(b"Encrypt") {
        return Err(ImportError::Encrypted);
    }
    without_pictures(&mut document);
    let mut pages = Pages::default();
    output_doc(&document, &mut pages).map_err(|_| ImportError::Damaged)?;
    Ok(print(&pages.done))
}

/// Empties the pictures: the crate would read them as if they were text.
fn without_pictures(document: &mut Document) {
    for object in document.objects.values_mut() {
        let Object::Stream(stream) = object else { continue };
        if stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Image") {
            stream.dict.remove(b"Filter");
            stream.content.clear();
        }
    }
}

/// Gathers the characters of one page after the other.
#[derive(Default)]
struct Pages {
    done: Vec<Page>,
    /// The corner that the page is measured from.
    corner: (f64, f64),
    signs: Vec<Sign>,
}

/// A character on a page.
struct Sign {
    course: Course,
    /// Where it begins along its line.
    along: f64,
    /// How far down the page its line runs.
    down: f64,
    width: f64,
    size: f64,
    text: String,
}

/// Which way a line runs; pages that lie on their side are turned for whoever reads them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Course {
    Right,
    Up,
    Left,
    Down,
}

impl Course {
    /// The course of text whose line runs this far right and up.
    fn of(right: f64, up: f64) -> Self {
        match (right.abs() >= up.abs(), right >= 0.0, up >= 0.0) {
            (true, true, _) => Self::Right,
            (true, false, _) => Self::Left,
            (false, _, true) => Self::Up,
            (false, _, false) => Self::Down,
        }
    }

    /// A place on the page as whoever reads along this course sees it.
    fn place(self, x: f64, y: f64) -> (f64, f64) {
        match self {
            Self::Right => (x, -y),
            Self::Up => (y, x),
            Self::Left => (-x, y),
            Self::Down => (-y, -x),
        }
    }
}

impl OutputDev for Pages {
    fn begin_page(
        &mut self,
        _: u32,
        media_box: &MediaBox,
        _: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        self.corner = (media_box.llx, media_box.ury);
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        self.done.push(Page { words: words(&std::mem::take(&mut self.signs)) });
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        _: f64,
        font_size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        let course = Course::of(place.m11, place.m12);
        let (along, down) = course.place(place.m31 - self.corner.0, place.m32 - self.corner.1);
        let width = width * font_size * place.m11.hypot(place.m12);
        let size = (font_size * place.m21.hypot(place.m22)).abs();
        self.signs.push(Sign { course, along, down, width, size, text: text.to_owned() });
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}

/// The words that signs make, those left out that run across the page.
fn words(signs: &[Sign]) -> Vec<Word> {
    let mut courses: HashMap<Course, usize> = HashMap::new();
    for sign in signs {
        *courses.entry(sign.course).or_default() += 1;
    }
    let Some((course, _)) = courses.into_iter().max_by_key(|(_, count)| *count) else { return Vec::new() };
    let mut words: Vec<Word> = Vec::new();
    let mut before: Option<&Sign> = None;
    for sign in signs.iter().filter(|sign| sign.course == course) {
        if sign.text.trim().is_empty() {
            before = None;
            continue;
        }
        match words.last_mut().filter(|_| before.is_some_and(|before| goes_on(before, sign))) {
            Some(word) => {
                word.text.push_str(&sign.text);
                word.right = word.right.max(sign.along + sign.width);
            }
            None => words.push(opened(sign)),
        }
        before = Some(sign);
    }
    words
}

/// Whether a sign stands directly behind another.
fn goes_on(before: &Sign, sign: &Sign) -> bool {
    /// As parts of the size of the letters; a narrow space is a quarter of it.
    const GAP: f64 = 0.12;
    const BACK: f64 = -0.5;
    let gap = (sign.along - before.along - before.width) / sign.size;
    let is_level = (sign.down - before.down).abs() < 0.1 * sign.size;
    is_level && (BACK..GAP).contains(&gap) && (sign.size - before.size).abs() < 0.1 * sign.size
}

/// A word of one sign; its box is as high as the letters of a common font.
fn opened(sign: &Sign) -> Word {
    const ABOVE: f64 = 0.89;
    const BELOW: f64 = 0.22;
    Word {
        left: sign.along,
        right: sign.along + sign.width,
        top: sign.down - ABOVE * sign.size,
        bottom: sign.down + BELOW * sign.size,
        text: sign.text.clone(),
    }
}
