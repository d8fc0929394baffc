//! Attribute lines and table headers: "Cơ quan chủ trì: ...", "Thời gian hoàn thành: ...".
//!
//! Labels are compared without accents and spaces, so that lost spaces, letter case and the place of a tone do not
//! matter, and a letter or two may be wrong in a long one.

use crate::domain::Role;
use crate::text::fold;

/// A line that says something about the task above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Labelled<'t> {
    /// What it says.
    pub kind: LabelKind,
    /// The label as printed, without stars and bullet.
    pub label: &'t str,
    /// What stands behind the colon; may be empty.
    pub value: &'t str,
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
    let kind = kind(&squash(label))?;
    Some(Labelled { kind, label, value })
}

/// What a column is about, by its header; `None` where the header says nothing known.
#[must_use]
pub fn column(header: &str) -> Option<LabelKind> {
    let squashed = squash(header);
    kind(&squashed)
        .or_else(|| HEADER_PARTS.iter().find(|(part, _)| squashed.contains(part)).map(|(_, kind)| *kind))
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

fn kind(squashed: &str) -> Option<LabelKind> {
    let bare = LABELS.iter().find(|(label, _)| same(squashed, label)).map(|(_, kind)| *kind);
    bare.or_else(|| role_behind_noun(squashed).map(LabelKind::Role))
}

/// "Cơ quan, đơn vị chủ trì": who acts, then the role.
fn role_behind_noun(squashed: &str) -> Option<Role> {
    let mut rest = squashed;
    if rest.starts_with("tochuc") {
        return None; // "Tổ chức thực hiện" is a section.
    }
    while let Some(shorter) = WHO.iter().find_map(|noun| rest.strip_prefix(noun)) {
        rest = shorter;
    }
    let nouns = squashed.len() - rest.len();
    if nouns == 0 || rest.is_empty() {
        return WHO_SLIPS.iter().find(|(label, _)| same(squashed, label)).map(|(_, role)| *role);
    }
    ROLES.iter().find(|(role, _)| same(rest, role)).map(|(_, role)| *role)
}

/// Equal but for a wrong letter in eight, two at most.
fn same(squashed: &str, label: &str) -> bool {
    let slips = (label.len() / 8).min(2);
    squashed == label
        || (slips > 0
            && squashed.len().abs_diff(label.len()) <= slips
            && strsim::damerau_levenshtein(squashed, label) <= slips)
}

const LEAD: LabelKind = LabelKind::Role(Role::Lead);
const COORDINATE: LabelKind = LabelKind::Role(Role::Coordinate);
const DIRECT: LabelKind = LabelKind::Role(Role::Direct);
const MONITOR: LabelKind = LabelKind::Role(Role::Monitor);

/// Those who act, in front of a role.
const WHO: &[&str] = &[
    "coquan",
    "donvi",
    "bophan",
    "phongban",
    "phong",
    "tochuc",
    "canhan",
    "diaphuong",
    "nguoi",
    "dongchi",
    "lanhdao",
    "thanhvien",
    "canbo",
    "cac",
    "va",
    "hoac",
    "sobannganh",
    "nhom",
];

/// What they do.
const ROLES: &[(&str, Role)] = &[
    ("chutri", Role::Lead),
    ("chutrithuchien", Role::Lead),
    ("chutrithammuu", Role::Lead),
    ("chutrithammuuthuchien", Role::Lead),
    ("chutritochuc", Role::Lead),
    ("chutrisoanthao", Role::Lead),
    ("chutriphoihop", Role::Lead),
    ("chutriphoihopthuchien", Role::Lead),
    ("chutrivaphoihop", Role::Lead),
    ("chutritrienkhai", Role::Lead),
    ("chinh", Role::Lead),
    ("thuchien", Role::Lead),
    ("thuchienchinh", Role::Lead),
    ("thuchiennhiemvu", Role::Lead),
    ("tochucthuchien", Role::Lead),
    ("trienkhai", Role::Lead),
    ("trienkhaithuchien", Role::Lead),
    ("thammuu", Role::Lead),
    ("thammuuthuchien", Role::Lead),
    ("thammuuchinh", Role::Lead),
    ("daumoi", Role::Lead),
    ("daumoithuchien", Role::Lead),
    ("laudaumoi", Role::Lead),
    ("thuongtruc", Role::Lead),
    ("phutrach", Role::Lead),
    ("chiutrachnhiem", Role::Lead),
    ("chiutrachnhiemchinh", Role::Lead),
    ("chiutrachnhiemthuchien", Role::Lead),
    ("soanthao", Role::Lead),
    ("xaydung", Role::Lead),
    ("trinh", Role::Lead),
    ("duocgiao", Role::Lead),
    ("phoihop", Role::Coordinate),
    ("phoihopthuchien", Role::Coordinate),
    ("phoihopthammuu", Role::Coordinate),
    ("cungphoihop", Role::Coordinate),
    ("thamgia", Role::Coordinate),
    ("thamgiaphoihop", Role::Coordinate),
    ("hotro", Role::Coordinate),
    ("thamdinh", Role::Coordinate),
    ("chidao", Role::Direct),
    ("chidaothuchien", Role::Direct),
    ("theodoidondoc", Role::Monitor),
    ("theodoi", Role::Monitor),
];

/// The commonest whole labels, for a slip in the noun.
const WHO_SLIPS: &[(&str, Role)] = &[
    ("coquanchutri", Role::Lead),
    ("donvichutri", Role::Lead),
    ("coquanthuchien", Role::Lead),
    ("donvithuchien", Role::Lead),
    ("coquanphoihop", Role::Coordinate),
    ("donviphoihop", Role::Coordinate),
];

/// Labels that stand alone.
const LABELS: &[(&str, LabelKind)] = &[
    ("chutri", LEAD),
    ("chutrithuchien", LEAD),
    ("chutrithammuu", LEAD),
    ("thammuu", LEAD),
    ("thammuuthuchien", LEAD),
    ("thammuuvathuchien", LEAD),
    ("daumoi", LEAD),
    ("phutrach", LEAD),
    ("phancongthuchien", LEAD),
    ("phancongnhiemvu", LEAD),
    ("trachnhiemthuchien", LEAD),
    ("giaochutri", LEAD),
    ("phoihop", COORDINATE),
    ("phoihopthuchien", COORDINATE),
    ("thamgiaphoihop", COORDINATE),
    ("chidao", DIRECT),
    ("chidaothuchien", DIRECT),
    ("chidaochung", DIRECT),
    ("lanhdaochidao", DIRECT),
    ("phutrachchung", DIRECT),
    ("theodoidondoc", MONITOR),
    ("dondoctheodoi", MONITOR),
    ("theodoikiemtra", MONITOR),
    ("theodoikiemtradondoc", MONITOR),
    ("thoigian", LabelKind::Time),
    ("thoigianthuchien", LabelKind::Time),
    ("thoigianhoanthanh", LabelKind::Time),
    ("thoigiandukien", LabelKind::Time),
    ("thoigiandukienhoanthanh", LabelKind::Time),
    ("thoigianthuchienhoanthanh", LabelKind::Time),
    ("thoigianthuchienvahoanthanh", LabelKind::Time),
    ("thoigiantochuc", LabelKind::Time),
    ("thoigiantrienkhai", LabelKind::Time),
    ("thoigiantrienkhaithuchien", LabelKind::Time),
    ("thoigiantochucthuchien", LabelKind::Time),
    ("thoigiankiemtra", LabelKind::Time),
    ("thoigianbanhanh", LabelKind::Time),
    ("thoigiantrinh", LabelKind::Time),
    ("thoigianketthuc", LabelKind::Time),
    ("thoigiandiadiem", LabelKind::Time),
    ("thoigianvadiadiem", LabelKind::Time),
    ("thoigiantiendo", LabelKind::Time),
    ("thoigiangui", LabelKind::Time),
    ("thoigiannop", LabelKind::Time),
    ("thoidiem", LabelKind::Time),
    ("thoidiemthuchien", LabelKind::Time),
    ("thoidiemhoanthanh", LabelKind::Time),
    ("thoihan", LabelKind::Time),
    ("thoihanhoanthanh", LabelKind::Time),
    ("thoihanthuchien", LabelKind::Time),
    ("thoihanbanhanh", LabelKind::Time),
    ("thoihantrinh", LabelKind::Time),
    ("thoihangui", LabelKind::Time),
    ("thoihanbaocao", LabelKind::Time),
    ("thoihanguibaocao", LabelKind::Time),
    ("thoihangiaiquyet", LabelKind::Time),
    ("hanhoanthanh", LabelKind::Time),
    ("hanthuchien", LabelKind::Time),
    ("tiendo", LabelKind::Time),
    ("tiendothuchien", LabelKind::Time),
    ("tiendohoanthanh", LabelKind::Time),
    ("tiendothoigian", LabelKind::Time),
    ("lotrinh", LabelKind::Time),
    ("lotrinhthuchien", LabelKind::Time),
    ("namthuchien", LabelKind::Time),
    ("hoanthanh", LabelKind::Time),
    ("sanpham", LabelKind::Deliverable),
    ("sanphamdukien", LabelKind::Deliverable),
    ("sanphamhoanthanh", LabelKind::Deliverable),
    ("sanphamdaura", LabelKind::Deliverable),
    ("sanphamketqua", LabelKind::Deliverable),
    ("sanphamcuthe", LabelKind::Deliverable),
    ("hinhthucsanpham", LabelKind::Deliverable),
    ("daura", LabelKind::Deliverable),
    ("ketqua", LabelKind::Deliverable),
    ("ketquadukien", LabelKind::Deliverable),
    ("ketquadatduoc", LabelKind::Deliverable),
    ("ketquacandat", LabelKind::Deliverable),
    ("ketquasanpham", LabelKind::Deliverable),
    ("ketquathuchien", LabelKind::Deliverable),
    ("kinhphi", LabelKind::Funding),
    ("kinhphithuchien", LabelKind::Funding),
    ("kinhphidukien", LabelKind::Funding),
    ("nguonkinhphi", LabelKind::Funding),
    ("nguonvon", LabelKind::Funding),
    ("nguonkinhphithuchien", LabelKind::Funding),
    ("dutoankinhphi", LabelKind::Funding),
    ("noinhanbaocao", LabelKind::ReportsTo),
    ("noiguibaocao", LabelKind::ReportsTo),
    ("coquannhanbaocao", LabelKind::ReportsTo),
    ("donvinhanbaocao", LabelKind::ReportsTo),
    ("noidung", LabelKind::Content),
    ("noidungthuchien", LabelKind::Content),
    ("noidungcongviec", LabelKind::Content),
    ("noidungnhiemvu", LabelKind::Content),
    ("noidunghoatdong", LabelKind::Content),
    ("noidungcuthe", LabelKind::Content),
    ("tennhiemvu", LabelKind::Content),
    ("nhiemvucuthe", LabelKind::Content),
    ("stt", LabelKind::Other),
    ("tt", LabelKind::Other),
    ("sott", LabelKind::Other),
    ("ghichu", LabelKind::Other),
    ("diadiem", LabelKind::Other),
    ("doituong", LabelKind::Other),
    ("thanhphan", LabelKind::Other),
    ("hinhthuc", LabelKind::Other),
];

/// What a header of a table is about when it is no label: the first part that it holds.
const HEADER_PARTS: &[(&str, LabelKind)] = &[
    ("chutri", LEAD),
    ("phoihop", COORDINATE),
    ("chidao", DIRECT),
    ("dondoc", MONITOR),
    ("thoigian", LabelKind::Time),
    ("thoihan", LabelKind::Time),
    ("tiendo", LabelKind::Time),
    ("lotrinh", LabelKind::Time),
    ("sanpham", LabelKind::Deliverable),
    ("ketqua", LabelKind::Deliverable),
    ("kinhphi", LabelKind::Funding),
    ("nguonvon", LabelKind::Funding),
    ("ghichu", LabelKind::Other),
    ("noidung", LabelKind::Content),
    ("nhiemvu", LabelKind::Content),
    ("congviec", LabelKind::Content),
    ("hoatdong", LabelKind::Content),
    ("giaiphap", LabelKind::Content),
    ("hangmuc", LabelKind::Content),
    ("tenvanban", LabelKind::Content),
    ("thuchien", LEAD),
    ("phutrach", LEAD),
];

#[cfg(test)]
mod tests {
    use super::*;

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
        check("Theo dõi, đôn đốc: A", Some((MONITOR, "Theo dõi, đôn đốc", "A")));
        check("Sản phẩm: Báo cáo", Some((LabelKind::Deliverable, "Sản phẩm", "Báo cáo")));
        check("Nguồn kinh phí: Ngân sách", Some((LabelKind::Funding, "Nguồn kinh phí", "Ngân sách")));
        check("- Nội dung: Tập huấn", Some((LabelKind::Content, "Nội dung", "Tập huấn")));
    }

    #[test]
    fn slips_and_lost_spaces_are_forgiven() {
        check("Cơquan chủtrì: A", Some((LEAD, "Cơquan chủtrì", "A")));
        check("Thời gian hòan thành: A", Some((LabelKind::Time, "Thời gian hòan thành", "A")));
        check("Thời gian thực hiên : A", Some((LabelKind::Time, "Thời gian thực hiên", "A")));
        check("Cơ qaun phối hợp: A", Some((COORDINATE, "Cơ qaun phối hợp", "A")));
    }

    #[test]
    fn other_lines_are_left_alone() {
        check("Sở Y tế: triển khai", None);
        check("1. Tổ chức thực hiện", None);
        check("Các hoạt động chính gồm: hội thảo, tập huấn", None);
        check("Thời gian chốt số liệu báo cáo: từ ngày 15/12", None);
        check("Mục tiêu 4: Trong lĩnh vực y tế", None);
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
            ("2025", None),
        ] {
            assert_eq!(column(header), kind, "{header}");
        }
    }
}
