//! A PDF written by hand, of pages that are pictures in letters.

use std::fmt::Write;

/// Writes a PDF. What single spaces part is set as one, narrower than in the picture; it has one font, each of its letters a code of its own, told by its table of characters.
pub fn pdf(pages: &[&str], extra: &str) -> Vec<u8> {
    let letters: Vec<char> = {
        let mut all: Vec<char> = pages.concat().chars().filter(|c| !c.is_whitespace()).collect();
        all.sort_unstable();
        all.dedup();
        all
    };
    let code = |letter: char| 33 + letters.iter().position(|own| *own == letter).unwrap();
    let mut map = String::from("begincmap\n1 begincodespacerange\n<00> <ff>\nendcodespacerange\n");
    map.push_str("1 beginbfchar\n<20> <0020>\nendbfchar\n");
    for part in letters.chunks(100) {
        writeln!(map, "{} beginbfchar", part.len()).unwrap();
        for letter in part {
            writeln!(map, "<{:02x}> <{:04x}>", code(*letter), *letter as u32).unwrap();
        }
        map.push_str("endbfchar\n");
    }
    map.push_str("endcmap");
    let codes = |words: &str| {
        words
            .chars()
            .fold(String::new(), |codes, c| codes + &format!("{:02x}", if c == ' ' { 32 } else { code(c) }))
    };
    let page = |text: &&str| {
        let mut shown = String::from("BT /F 11 Tf\n");
        for (row, line) in text.lines().enumerate() {
            let mut at = 0;
            for words in line.split("  ") {
                let start = words.len() - words.trim_start().len();
                if !words.trim().is_empty() {
                    let (x, y) = (50 + 6 * (at + start), 800 - 14 * row);
                    writeln!(shown, "1 0 0 1 {x} {y} Tm <{}> Tj", codes(words.trim())).unwrap();
                }
                at += words.chars().count() + 2;
            }
        }
        shown + "ET"
    };
    let stream = |text: &str| format!("<< /Length {} >>\nstream\n{text}\nendstream", text.len());
    let widths: String = (0..256).map(|code| if code == 32 { "250 " } else { "500 " }).collect();
    let kids: Vec<String> = (0..pages.len()).map(|at| format!("{} 0 R", 5 + 2 * at)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), pages.len()),
        format!(
            "<< /Type /Font /Subtype /Type1 /BaseFont /Plain /FirstChar 0 /LastChar 255 /Widths [{widths}] /ToUnicode 4 0 R >>"
        ),
        stream(&map),
    ];
    for (at, text) in pages.iter().enumerate() {
        let resources = "/Resources << /Font << /F 3 0 R >> >>";
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {resources} /Contents {} 0 R >>",
            6 + 2 * at
        ));
        objects.push(stream(&page(text)));
    }
    written(&objects, extra)
}

/// A small PDF whose page is drawn of ten parts, each of which is drawn of ten others, and so on.
pub fn bomb() -> Vec<u8> {
    const DEPTH: usize = 20;
    let part = |number: usize, shown: &str| {
        let own = format!("/XObject << /X {} 0 R >>", number + 1);
        format!(
            "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << {own} >> /Length {} >>\nstream\n{shown}\nendstream",
            shown.len()
        )
    };
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >> /Contents 4 0 R >>"
            .to_owned(),
        "<< /Length 5 >>\nstream\n/X Do\nendstream".to_owned(),
    ];
    objects.extend((5..5 + DEPTH).map(|number| part(number, &"/X Do ".repeat(10))));
    objects.push(part(5 + DEPTH, "q Q"));
    written(&objects, "")
}

/// The objects of a PDF with the table of where they stand.
fn written(objects: &[String], extra: &str) -> Vec<u8> {
    let mut file = String::from("%PDF-1.4\n");
    let mut places = String::new();
    for (number, object) in (1..).zip(objects) {
        writeln!(places, "{:010} 00000 n ", file.len()).unwrap();
        write!(file, "{number} 0 obj\n{object}\nendobj\n").unwrap();
    }
    let (start, size) = (file.len(), objects.len() + 1);
    write!(
        file,
        "xref\n0 {size}\n0000000000 65535 f \n{places}trailer\n<< /Size {size} /Root 1 0 R {extra} >>\nstartxref\n{start}\n%%EOF\n"
    )
    .unwrap();
    file.into_bytes()
}
