//! What the fields of a plan and of the directory are called.

use super::{Lang, words};

words! {
    whole_file = "cả tệp" | "the whole file";
    whole_section = "cả mục" | "the whole section";
    whole_task = "cả nhiệm vụ" | "the whole task";
    whole_unit = "cả đơn vị" | "the whole unit";
    number = "số" | "number";
    title = "tên" | "title";
    text = "nội dung" | "text";
    issuer = "cơ quan ban hành" | "issuer";
    place = "nơi ban hành" | "place of issue";
    issued = "ngày ban hành" | "day of issue";
    year = "năm" | "year";
    until = "đến hết" | "last year or day";
    bases = "căn cứ" | "legal bases";
    recipients = "nơi nhận" | "recipients";
    signatory = "người ký" | "signatory";
    assignments = "phân công" | "assignments";
    timeline = "thời gian" | "time";
    label = "tên kỳ" | "label";
    deliverable = "sản phẩm" | "product";
    funding = "kinh phí" | "funding";
    reports_to = "báo cáo về" | "reports to";
    short = "tên viết tắt" | "short name";
    aliases = "tên gọi khác" | "other names";
    part_of = "trực thuộc" | "part of";
    members = "thành viên" | "members";
    successor = "đơn vị kế thừa" | "successor";
    relations = "văn bản liên quan" | "related documents";
    source = "văn bản gốc" | "the document itself";
}

/// The name of a field by its key in the file; `None` for one that this version does not know.
#[must_use]
pub fn name(lang: Lang, key: &str) -> Option<&'static str> {
    Some(match key {
        "number" => number(lang),
        "title" | "name" => title(lang),
        "text" => text(lang),
        "issuer" => issuer(lang),
        "place" => place(lang),
        "issued" => issued(lang),
        "year" => year(lang),
        "until" => until(lang),
        "bases" => bases(lang),
        "recipients" => recipients(lang),
        "signatory" => signatory(lang),
        "assignments" => assignments(lang),
        "timeline" | "when" => timeline(lang),
        "label" => label(lang),
        "deliverable" => deliverable(lang),
        "funding" => funding(lang),
        "reports_to" => reports_to(lang),
        "short" => short(lang),
        "aliases" => aliases(lang),
        "part_of" => part_of(lang),
        "members" => members(lang),
        "successor" => successor(lang),
        "relations" => relations(lang),
        "source" => source(lang),
        _ => return None,
    })
}
