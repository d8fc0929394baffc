//! Attribute lines and table headers: "Cơ quan chủ trì: ...", "Thời gian hoàn thành: ...".
//!
//! Labels are compared without accents and spaces, so that lost spaces, letter case and the place of a tone do not
//! matter, and a letter or two may be wrong in a long one.

use std::sync::LazyLock;

use crate::domain::Role;
use crate::text::fold;

use super::phrases::sections;
use super::syllables::has_lost_spaces;
use super::trace::Sureness;
use super::units::head;
use super::words::Words;

/// A line that says something about the task above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Labelled<'t> {
    /// What it says.
    pub kind: LabelKind,
    /// The label as printed, without stars and bullet.
    pub label: &'t str,
    /// What stands behind the colon; may be empty.
    pub value: &'t str,
    /// How sure it is that this is the label: a slip of the pen or a lost space may have been mended in it.
    pub sureness: Sureness,
}

/// What a label or a column of a table is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LabelKind {
    /// Who: chủ trì, phối hợp, thực hiện, chỉ đạo ...
    Role(Role),
    /// By when.
    Time,
    /// What must come out.
    Deliverable,
    /// Where the money comes from.
    Funding,
    /// Who collects the reports.
    ReportsTo,
    /// The task's own wording.
    Content,
    /// A known label that the plan does not keep apart: địa điểm, đối tượng, STT ...
    Other,
}

/// Reads a line as label and value; `None` where it is no attribute line.
#[must_use]
pub fn recognise(line: &str) -> Option<Labelled<'_>> {
    let line = line.trim_start_matches(is_decoration);
    let colon = line.find([':', '：'])?;
    let label = line[..colon].trim_matches(is_decoration);
    if label.chars().count() > LONGEST {
        return None;
    }
    let value =
        line[colon..].trim_start_matches([':', '：']).trim_matches(|c: char| c.is_whitespace() || c == '*');
    let squashed = squash(label);
    let (kind, sureness) = kind(&squashed)
        .or_else(|| is_view(&squashed).then_some((LabelKind::Other, Sureness::Certain)))
        .or_else(|| verb_before_unit(&squashed, value))?;
    let sureness = if has_lost_spaces(label) { Sureness::Likely } else { sureness };
    Some(Labelled { kind, label, value, sureness })
}

/// "Thực hiện: Sở Y tế": a verb alone is a label where a unit stands behind it.
fn verb_before_unit(squashed: &str, value: &str) -> Option<(LabelKind, Sureness)> {
    let lead = matches!(squashed, "thuchien" | "giao" | "phancong") && head(&Words::of(value), 0).is_some();
    lead.then_some((LabelKind::Role(Role::Lead), Sureness::Likely))
}

/// What a column is about, by its header; `None` where the header says nothing known.
#[must_use]
pub fn column(header: &str) -> Option<LabelKind> {
    let squashed = squash(header);
    let alone = find(Place::Column, |label| squashed == label);
    let known = alone.or_else(|| kind(&squashed).map(|(kind, _)| kind));
    known.or_else(|| find(Place::Held, |part| squashed.contains(part)))
}

/// No label has more characters.
const LONGEST: usize = 64;

fn is_decoration(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '*' | '_' | '-' | '–' | '—' | '+' | '•' | '·' | '▪' | '●' | '|' | '\u{feff}')
}

/// Without accents, case, spaces, marks and what stands in brackets.
fn squash(label: &str) -> String {
    let mut depth = 0_u32;
    let mut squashed = fold(label);
    squashed.retain(|c| {
        depth = match c {
            '(' => depth + 1,
            ')' => depth.saturating_sub(1),
            _ => depth,
        };
        depth == 0 && c.is_ascii_alphanumeric()
    });
    squashed
}

/// How a label of the file is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Behind one who acts: "Cơ quan" chủ trì.
    Behind,
    /// Alone.
    Alone,
    /// Alone in a table's header.
    Column,
    /// Anywhere in a table's header.
    Held,
}

/// The labels that are known.
#[derive(Default)]
struct Known {
    who: Vec<String>,
    objects: Vec<String>,
    views: Vec<String>,
    inspecting: Vec<String>,
    taking_part: Vec<String>,
    labels: Vec<(Place, LabelKind, String)>,
}

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let mut known = Known::default();
    for (name, phrases) in sections(include_str!("../../data/words/labels.txt")) {
        let squashed = phrases.into_iter().map(squash);
        match place(name) {
            Some((place, kind)) => known.labels.extend(squashed.map(|label| (place, kind, label))),
            None => known.part(name).extend(squashed),
        }
    }
    known
});

impl Known {
    /// The words of a section of the file from which labels are put together.
    fn part(&mut self, section: &str) -> &mut Vec<String> {
        match section {
            "objects" => &mut self.objects,
            "views" => &mut self.views,
            "inspecting" => &mut self.inspecting,
            "taking_part" => &mut self.taking_part,
            _ => &mut self.who,
        }
    }
}

/// What a section of the file holds: "alone time"; `None` for words from which labels are put together.
fn place(section: &str) -> Option<(Place, LabelKind)> {
    let (place, kind) = section.split_once(' ')?;
    let place = match place {
        "behind" => Place::Behind,
        "alone" => Place::Alone,
        "column" => Place::Column,
        _ => Place::Held,
    };
    let kind = match kind {
        "lead" => LabelKind::Role(Role::Lead),
        "coordinate" => LabelKind::Role(Role::Coordinate),
        "direct" => LabelKind::Role(Role::Direct),
        "monitor" => LabelKind::Role(Role::Monitor),
        "time" => LabelKind::Time,
        "deliverable" => LabelKind::Deliverable,
        "funding" => LabelKind::Funding,
        "reports" => LabelKind::ReportsTo,
        "content" => LabelKind::Content,
        _ => LabelKind::Other,
    };
    Some((place, kind))
}

fn find(place: Place, same: impl Fn(&str) -> bool) -> Option<LabelKind> {
    let found = KNOWN.labels.iter().find(|(at, _, label)| *at == place && same(label));
    found.map(|(_, kind, _)| *kind)
}

fn kind(squashed: &str) -> Option<(LabelKind, Sureness)> {
    // An exact label goes before one with a slip.
    let exact = find(Place::Alone, |label| squashed == label);
    let object = || is_object(squashed).then_some((LabelKind::Other, Sureness::Certain));
    let slip = || find(Place::Alone, |label| is_slip(squashed, label));
    let certain = exact.map(|kind| (kind, Sureness::Certain));
    let told = certain.or_else(|| role_behind_noun(squashed)).or_else(object);
    told.or_else(|| slip().map(|kind| (kind, Sureness::Likely)))
}

/// "Cơ quan, đơn vị chủ trì": who acts, then the role.
fn role_behind_noun(squashed: &str) -> Option<(LabelKind, Sureness)> {
    if squashed.starts_with("tochuc") {
        return None; // "Tổ chức thực hiện" is a section.
    }
    let rest = behind_all(squashed, &KNOWN.who);
    if rest.is_empty() || rest.len() == squashed.len() {
        return None;
    }
    let exact = find(Place::Behind, |label| rest == label).map(|kind| (kind, Sureness::Certain));
    let joined = || joined(rest).map(|kind| (kind, Sureness::Likely));
    let slip = || find(Place::Behind, |label| is_slip(rest, label)).map(|kind| (kind, Sureness::Likely));
    exact.or_else(joined).or_else(slip)
}

/// "chủ trì chuẩn bị nội dung": several duties in one label, of which the first gives the role.
fn joined(squashed: &str) -> Option<LabelKind> {
    let behind = || KNOWN.labels.iter().filter(|(place, ..)| *place == Place::Behind);
    let first = behind()
        .filter(|(.., label)| squashed.starts_with(label.as_str()))
        .max_by_key(|(.., label)| label.len())?;
    let mut rest = &squashed[first.2.len()..];
    while !rest.is_empty() {
        let join =
            ["va", "noidung", "tailieu", "vanban"].into_iter().find_map(|word| rest.strip_prefix(word));
        rest = join.or_else(|| {
            behind().filter_map(|(.., label)| rest.strip_prefix(label.as_str())).min_by_key(|rest| rest.len())
        })?;
    }
    Some(first.1)
}

/// "Đối tượng, phạm vi kiểm tra": whom, where or how many.
fn is_object(squashed: &str) -> bool {
    let rest = behind_all(squashed, &KNOWN.objects);
    let follows = rest.is_empty() || inspects(rest) || KNOWN.taking_part.iter().any(|deed| rest == deed);
    rest.len() < squashed.len() && follows
}

/// "Mốc thời gian giám sát": what an inspection looks at, where other labels that open so tell work or its time.
fn is_view(squashed: &str) -> bool {
    KNOWN.views.iter().filter_map(|view| squashed.strip_prefix(view.as_str())).any(inspects)
}

fn inspects(rest: &str) -> bool {
    KNOWN.inspecting.iter().any(|deed| rest == deed)
}

/// What stands behind all the words of a list that open a text, "và" between them left aside.
fn behind_all<'t>(text: &'t str, openers: &[String]) -> &'t str {
    let mut rest = text;
    while let Some(shorter) = openers.iter().find_map(|noun| rest.strip_prefix(noun.as_str())) {
        rest = shorter.strip_prefix("va").unwrap_or(shorter);
    }
    rest
}

/// Whether a label is written with a wrong letter in eight, two at most.
fn is_slip(squashed: &str, label: &str) -> bool {
    let slips = (label.len() / 8).min(2);
    slips > 0
        && squashed.len().abs_diff(label.len()) <= slips
        && odd_letters(squashed, label) <= slips
        && strsim::damerau_levenshtein(squashed, label) <= slips
}

/// How many letters of one text the other has not, wherever they stand: so many slips are the least, and quickly counted.
fn odd_letters(squashed: &str, label: &str) -> usize {
    let mut counts = [0_i32; 128];
    squashed.bytes().for_each(|letter| counts[usize::from(letter & 127)] += 1);
    label.bytes().for_each(|letter| counts[usize::from(letter & 127)] -= 1);
    let (more, less): (Vec<i32>, Vec<i32>) =
        counts.into_iter().filter(|count| *count != 0).partition(|count| *count > 0);
    let sum = |counts: Vec<i32>| counts.into_iter().map(i32::unsigned_abs).sum::<u32>() as usize;
    sum(more).max(sum(less))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEAD: LabelKind = LabelKind::Role(Role::Lead);
    const COORDINATE: LabelKind = LabelKind::Role(Role::Coordinate);
    const DIRECT: LabelKind = LabelKind::Role(Role::Direct);
    const MONITOR: LabelKind = LabelKind::Role(Role::Monitor);

    fn check(line: &str, expected: Option<(LabelKind, &str, &str)>) {
        let read = recognise(line).map(|read| (read.kind, read.label, read.value));
        assert_eq!(read, expected, "{line}");
    }

    #[test]
    fn attribute_lines_are_read_through_their_decoration() {
        check("Cơ quan chủ trì: Sở Y tế.", Some((LEAD, "Cơ quan chủ trì", "Sở Y tế.")));
        check("- *Chỉ đạo thực hiện*: Trưởng Ban", Some((DIRECT, "Chỉ đạo thực hiện", "Trưởng Ban")));
        check("+ *Tham mưu, thực hiện:* Tổ giúp việc", Some((LEAD, "Tham mưu, thực hiện", "Tổ giúp việc")));
        check("**Thời gian hoàn thành**: Quý I", Some((LabelKind::Time, "Thời gian hoàn thành", "Quý I")));
        check("ĐƠN VỊ PHỐI HỢP:", Some((COORDINATE, "ĐƠN VỊ PHỐI HỢP", "")));
        check("Cơ quan, đơn vị thực hiện: A", Some((LEAD, "Cơ quan, đơn vị thực hiện", "A")));
        check(
            "Đơn vị chủ trì (tham mưu) thực hiện: A",
            Some((LEAD, "Đơn vị chủ trì (tham mưu) thực hiện", "A")),
        );
        check("Thực hiện: Sở Y tế", Some((LEAD, "Thực hiện", "Sở Y tế")));
        check("Theo dõi, đôn đốc: A", Some((MONITOR, "Theo dõi, đôn đốc", "A")));
        check("Cơ quan hướng dẫn, theo dõi: A", Some((MONITOR, "Cơ quan hướng dẫn, theo dõi", "A")));
        check("Sản phẩm: Báo cáo", Some((LabelKind::Deliverable, "Sản phẩm", "Báo cáo")));
        check("Nguồn kinh phí: Ngân sách", Some((LabelKind::Funding, "Nguồn kinh phí", "Ngân sách")));
        check("- Nội dung: Tập huấn", Some((LabelKind::Content, "Nội dung", "Tập huấn")));
    }

    #[test]
    fn whom_and_what_a_task_looks_at_is_told_from_its_time_and_work() {
        for label in [
            "Đối tượng kiểm tra",
            "Đối tượng, phạm vi giám sát",
            "Phạm vi và đối tượng áp dụng",
            "Mốc thời gian kiểm tra",
            "Niên độ kiểm toán",
            "Nội dung thanh tra",
            "Thành phần tham dự",
            "Địa điểm tổ chức",
        ] {
            check(&format!("- {label}: 04 chi bộ"), Some((LabelKind::Other, label, "04 chi bộ")));
        }
        check("Mốc thời gian: Quý II", Some((LabelKind::Time, "Mốc thời gian", "Quý II")));
        check("Thời gian kiểm tra: Quý II", Some((LabelKind::Time, "Thời gian kiểm tra", "Quý II")));
        check("Nội dung: Rà soát", Some((LabelKind::Content, "Nội dung", "Rà soát")));
    }

    #[test]
    fn slips_and_lost_spaces_are_forgiven() {
        check("Đơn vị chủ trì chuẩn bị: A", Some((LEAD, "Đơn vị chủ trì chuẩn bị", "A")));
        check("Cơ quan phối hợp và trình: A", Some((COORDINATE, "Cơ quan phối hợp và trình", "A")));
        check("Đơn vị được kiểm tra: A", None);
        check("Cơquan chủtrì: A", Some((LEAD, "Cơquan chủtrì", "A")));
        check("Thời gian hòan thành: A", Some((LabelKind::Time, "Thời gian hòan thành", "A")));
        check("Thời gian thực hiên : A", Some((LabelKind::Time, "Thời gian thực hiên", "A")));
        check("Cơ qaun phối hợp: A", Some((COORDINATE, "Cơ qaun phối hợp", "A")));
    }

    #[test]
    fn other_lines_are_left_alone() {
        check("Sở Y tế: triển khai", None);
        check("1. Tổ chức thực hiện", None);
        check("Thực hiện: rà soát", None);
        check("Các hoạt động chính gồm: hội thảo, tập huấn", None);
        check("Thời gian chốt số liệu báo cáo: từ ngày 15/12", None);
        check("Mục tiêu 4: Trong lĩnh vực y tế", None);
        check("Đối tượng chính sách: Tặng quà 300 suất", None);
        check("Nội dung tuyên truyền: Luật Đất đai", None);
        check("Bắt đầu: đón tiếp đại biểu", None);
        check("Kết thúc: bế mạc, dọn vệ sinh", None);
        check("Địa bàn miền núi: mở 03 lớp", None);
        check("Thành phần hồ sơ: cắt giảm 20%", None);
        check("", None);
    }

    #[test]
    fn headers_of_tables_are_read() {
        for (header, kind) in [
            ("STT", Some(LabelKind::Other)),
            ("TT", Some(LabelKind::Other)),
            ("Nội dung thực\nhiện", Some(LabelKind::Content)),
            ("**Cơ quan chủ trì**", Some(LEAD)),
            ("Cơ quan/đơn vị phối hợp", Some(COORDINATE)),
            ("Thời gian hoàn thành", Some(LabelKind::Time)),
            ("Sản phẩm dự kiến", Some(LabelKind::Deliverable)),
            ("Đơn vị thực hiện", Some(LEAD)),
            ("Nhiệm vụ, giải pháp chủ yếu", Some(LabelKind::Content)),
            ("Ghi chú", Some(LabelKind::Other)),
            ("Tháng", Some(LabelKind::Time)),
            ("Quý/tháng", Some(LabelKind::Time)),
            ("Hạn", Some(LabelKind::Time)),
            ("Việc", Some(LabelKind::Content)),
            ("Người làm", Some(LEAD)),
            ("Người kiểm tra", Some(MONITOR)),
            ("Bắt đầu", Some(LabelKind::Time)),
            ("Kết thúc", Some(LabelKind::Time)),
            ("Hạn mức", None),
            ("2025", None),
            ("Tháng trước", None),
            ("Nội dung kiểm tra", Some(LabelKind::Content)),
        ] {
            assert_eq!(column(header), kind, "{header}");
        }
    }
}
