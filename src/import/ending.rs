//! The closing words of a plan, which are nobody's task: "Trên đây là Kế hoạch ...", "Trong quá trình thực hiện, nếu có
//! vướng mắc ...", "Ủy ban nhân dân tỉnh yêu cầu các sở ...".

use super::paragraph::Paragraph;
use super::trace::Sureness;
use super::units::{Setting, action, head, list};
use super::words::Words;
use crate::text::fold;

/// Words that open nothing else, whatever stands before them.
const ALWAYS: &str = "tren day la ";

/// Words that open a line of their own behind a sentence.
const OWN_LINE: [&str; 9] = [
    "trong qua trinh thuc hien",
    "trong qua trinh trien khai",
    "trong qua trinh to chuc",
    "qua trinh thuc hien, neu",
    "qua trinh to chuc thuc hien, neu",
    "can cu ke hoach nay",
    "can cu noi dung ke hoach nay",
    "tren co so ke hoach nay",
    "nhan duoc ke hoach nay",
];

/// Words that open the closing paragraphs behind all items, where the last of them is complete.
const BEHIND_ITEMS: [&str; 18] = [
    "trong qua trinh",
    "qua trinh thuc hien",
    "qua trinh trien khai",
    "qua trinh to chuc",
    "neu co ",
    "moi vuong mac",
    "yeu cau ",
    "de nghi ",
    "kinh de nghi ",
    "tran trong de nghi ",
    "nhan duoc ",
    "ke hoach nay",
    "tren co so ke hoach",
    "tren co so noi dung ke hoach",
    "can cu ke hoach",
    "can cu noi dung ke hoach",
    "can cu vao ke hoach",
    "giao ",
];

/// What is said to all whom a plan concerns.
const TO_ALL: [&str; 6] = [
    "ke hoach nay",
    "noi dung ke hoach",
    "can cu ke hoach",
    "theo ke hoach",
    "chuong trinh nay",
    "nghiem tuc",
];

/// Whether a text opens the closing words wherever it stands.
pub(super) fn opens_anywhere(text: &str) -> bool {
    fold(text).starts_with(ALWAYS)
}

/// Whether a line opens them behind a sentence, in a paragraph of its own.
pub(super) fn opens_line(text: &str) -> bool {
    let folded = fold(text);
    let asks = ["yeu cau ", "de nghi "].iter().any(|opener| folded.starts_with(opener));
    folded.starts_with(ALWAYS)
        || OWN_LINE.iter().any(|opener| folded.starts_with(opener))
        || (asks && (folded.ends_with("./.") || TO_ALL.iter().any(|phrase| folded.contains(phrase))))
}

/// Work that opens like one of these.
const WORK: [&str; 3] = ["giao ban", "giao luu", "giao nhan"];

/// Whether a paragraph behind the last item, itself without a mark, is one of them.
pub(super) fn is_closing(text: &str) -> bool {
    let folded = fold(text);
    let with = |openers: &[&str]| openers.iter().any(|opener| folded.starts_with(opener));
    let opens = folded.starts_with(ALWAYS) || with(&BEHIND_ITEMS) && !with(&WORK);
    !text.ends_with(':') && (opens || speaks_to_all(text, &folded))
}

/// "UBND tỉnh yêu cầu các sở ...", "Thủ trưởng các đơn vị nghiêm túc thực hiện Kế hoạch này.": somebody acts who is not
/// the one that the last item is about.
fn speaks_to_all(text: &str, folded: &str) -> bool {
    const ASKS: [&str; 6] = ["yêu cầu", "đề nghị", "giao", "kêu gọi", "mong", "trân trọng đề nghị"];
    let words = Words::of(text);
    if head(&words, 0).is_none() {
        return false;
    }
    let (named, end) = list(&words, 0, Setting::Running);
    let next = if matches!(words.at(end), "," | ":") { end + 1 } else { end };
    let acts = words.any(next, &ASKS).is_some()
        || ((action(&words, next).is_some() || words.any(next, &["căn cứ", "trên cơ sở"]).is_some())
            && (folded.ends_with("./.") || TO_ALL.iter().any(|phrase| folded.contains(phrase))));
    !named.is_empty() && acts
}

/// A paragraph, and behind it the closing words that ran into it: "... báo cáo kết quả. Trên đây là Kế hoạch ...".
pub(super) fn parted(paragraph: Paragraph) -> [Option<Paragraph>; 2] {
    const OPENING: &str = "Trên đây là ";
    let ends = |at: &usize| paragraph.text[..*at].trim_end().ends_with(['.', ';', '!']);
    let Some(at) = paragraph.text.match_indices(OPENING).map(|(at, _)| at).find(ends) else {
        return [Some(paragraph), None];
    };
    let (own, closing) = paragraph.text.split_at(at);
    let closing = Paragraph {
        marker: None,
        text: closing.to_owned(),
        lines: paragraph.lines,
        sureness: paragraph.sureness.min(Sureness::Likely),
    };
    let own = Paragraph { text: own.trim_end().to_owned(), ..paragraph };
    [Some(own), Some(closing)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: bool) {
        assert_eq!(is_closing(text), expected, "{text}");
    }

    #[test]
    fn closing_words_are_known_by_how_they_open() {
        check("Trên đây là Kế hoạch năm 2026 của Sở, đề nghị các đơn vị nghiêm túc thực hiện./.", true);
        check("Quá trình thực hiện nếu có khó khăn, vướng mắc, phản ánh về Phòng Nội vụ.", true);
        check("Căn cứ Kế hoạch này, các trường xây dựng kế hoạch của mình.", true);
        check("Đề nghị các đơn vị triển khai thực hiện.", true);
        check("Giao Văn phòng theo dõi việc thực hiện.", true);
        check("Giao ban hằng tháng trước ngày 25 với các phòng.", false);
        check("Giao lưu văn nghệ nhân ngày hội.", false);
        check("Đề nghị các đơn vị thực hiện các việc sau:", false);
        check("Tổ chức hội nghị tổng kết trong quý IV.", false);
    }

    #[test]
    fn a_line_of_its_own_is_known_by_more_than_its_first_word() {
        assert!(opens_line("Yêu cầu các tổ, bộ phận thực hiện nghiêm túc kế hoạch này."));
        assert!(!opens_line("Yêu cầu các hộ kinh doanh ký cam kết."));
    }

    #[test]
    fn or_by_who_speaks_to_all() {
        check("UBND phường yêu cầu các ban, ngành triển khai; định kỳ hằng năm báo cáo.", true);
        check("Thủ trưởng các đơn vị căn cứ Kế hoạch này triển khai thực hiện.", true);
        check("Các phòng, ban, đơn vị trực thuộc tổ chức thực hiện nghiêm túc./.", true);
        check("Sở Y tế tổ chức tập huấn cho các trạm y tế.", false);
        check("Hội trường UBND phường.", false);
    }

    #[test]
    fn what_ran_into_the_last_item_is_parted_from_it() {
        let paragraph = |text: &str| Paragraph {
            marker: None,
            text: text.to_owned(),
            lines: (3, 5),
            sureness: Sureness::Certain,
        };
        let said = |text: &str| parted(paragraph(text)).map(|part| part.map(|part| part.text));
        let two = said("Báo cáo kết quả. Trên đây là Kế hoạch của Sở./.");
        assert_eq!(
            two,
            [Some("Báo cáo kết quả.".to_owned()), Some("Trên đây là Kế hoạch của Sở./.".to_owned())]
        );
        assert_eq!(said("Những nội dung trên đây là bắt buộc.")[1], None);
    }
}
