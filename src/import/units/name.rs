//! Where a name ends.

use super::super::words::Words;
use super::closing::{closes, second_duty};
use super::head::{head, plural};
use super::lexicon::LEXICON;
use super::predicate::{is_complete, is_plain, predicate};

/// Where a name stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Setting {
    /// In a list of units behind a label: anything may be a name.
    Listed,
    /// In running text: only what opens with a known noun is one.
    Running,
}

/// What a Party committee's own offices are for.
const HELPING: &[&str] = &[
    "tham mưu giúp việc",
    "tham mưu , giúp việc",
    "tham mưu và giúp việc",
    "tham mưu giúp",
    "tham mưu , giúp",
    "chuyên trách tham mưu , giúp việc",
    "chuyên trách tham mưu giúp việc",
];

/// Nouns of posts that a person may hold beside another.
const POSTS: &[&str] = &[
    "trưởng",
    "phó",
    "chủ tịch",
    "bí thư",
    "ủy viên",
    "giám đốc",
    "chủ nhiệm",
    "tổ trưởng",
    "tổ phó",
    "đội trưởng",
    "thành viên",
    "chi cục trưởng",
    "hiệu trưởng",
    "chánh",
];

/// A field of so many words is one even where it is written small: "các phòng giáo dục và đào tạo".
const LONG_FIELD: usize = 4;

/// No name in running text has more words.
const LONGEST: usize = 30;

/// The place after the name that opens here.
pub(super) fn end(words: &Words<'_>, at: usize, setting: Setting) -> Option<usize> {
    if let Some(end) = LEXICON.whole_names.at(words, at) {
        return finish(words, at, end, setting);
    }
    let opened = match (head(words, at), setting) {
        (Some(end), _) => end,
        (None, Setting::Listed) if is_name_word(words, at) => at + 1,
        (None, _) => return None,
    };
    finish(words, at, opened, setting)
}

/// The place after the name of a field of work.
pub(super) fn field(words: &Words<'_>, at: usize) -> Option<usize> {
    LEXICON.fields.at(words, at)
}

fn is_name_word(words: &Words<'_>, at: usize) -> bool {
    words.at(at).starts_with(char::is_alphanumeric)
        && predicate(words, at).is_none()
        && !matches!(
            words.at(at),
            "và" | "với" | "cùng" | "theo" | "để" | "khi" | "trên" | "tại" | "nt" | "như" | "nêu"
        )
}

fn finish(words: &Words<'_>, start: usize, opened: usize, setting: Setting) -> Option<usize> {
    let mut at = opened;
    if LEXICON.needy.at(words, start) == Some(opened) {
        at = needed(words, opened);
    } else if words.at(start) == "phó" {
        at = in_charge(words, opened);
    }
    while let Some(next) = step(words, start, at, setting) {
        at = next;
        if setting == Setting::Running && at - start > LONGEST {
            return None;
        }
    }
    // "cơ quan" or "các đồng chí" alone name nobody.
    let generic =
        words.any(start, &["cơ quan", "đơn vị", "bộ phận", "nhóm", "ban", "tổ", "ngành", "phòng", "bộ"]);
    let nobody = at == opened
        && setting == Setting::Running
        && (generic == Some(opened) || words.ends_with_any(opened, &["đồng chí"]));
    (!nobody).then_some(at)
}

/// The word that a bare "Ban", "Phòng" needs, be it a verb elsewhere: "Ban giám sát".
fn needed(words: &Words<'_>, at: usize) -> usize {
    let verb = predicate(words, at).filter(|_| !is_plain(words, at));
    verb.unwrap_or(at)
}

/// "Phó Hiệu trưởng | phụ trách chuyên môn": what one of several deputies is there for; who is in charge of all does that.
fn in_charge(words: &Words<'_>, at: usize) -> usize {
    words.phrase(at, "phụ trách").filter(|next| words.at(*next) != "chung").unwrap_or(at)
}

/// One word further, or `None` where the name ends.
fn step(words: &Words<'_>, start: usize, at: usize, setting: Setting) -> Option<usize> {
    if words.is_stop(at) || setting == Setting::Running && is_time(words, at) {
        return None;
    }
    // "các cơ quan tham mưu, giúp việc Đảng ủy": what these are for is their name.
    let helping = words.ends_with_any(at, &["cơ quan", "các ban", "các ban , cơ quan"]);
    if let Some(end) = words.any(at, HELPING).filter(|_| helping) {
        return Some(end);
    }
    match words.at(at) {
        "," => return behind_comma(words, start, at, setting),
        "và" => return behind_and(words, at),
        "-" | "/" | "&" | "'" | "’" | "“" | "”" | "\"" => return Some(at + 1),
        mark if !mark.starts_with(char::is_alphanumeric) => return None,
        _ => {}
    }
    if is_lost_separator(words, start, at) {
        return None;
    }
    if let Some(end) = LEXICON.tails.at(words, at) {
        return Some(end);
    }
    // "Sở Tài chính" is a field, "các xã, phường" is not; "Trung tâm Văn hóa, Thể thao" is.
    if let Some(end) = field(words, at).filter(|end| words.is_capital(at) || end - at >= LONG_FIELD) {
        return Some(end);
    }
    if predicate(words, at).is_some()
        && !is_purpose(words, at, setting)
        && !is_relative(words, start, at, setting)
    {
        return closes(words, start, at, setting);
    }
    let single = (start..at).all(|i| plural(words, i).is_none());
    if setting == Setting::Running
        && single
        && at > start + 1
        && is_small(words, at)
        && is_complete(words, at)
    {
        return None;
    }
    Some(at + 1)
}

/// "Công an phường | trong tháng 9/2025": a time is no part of a name.
fn is_time(words: &Words<'_>, at: usize) -> bool {
    const OPENING: &[&str] = &[
        "trong tháng",
        "trong năm",
        "trong ngày",
        "vào tháng",
        "vào năm",
        "vào ngày",
        "từ tháng",
        "từ năm",
        "từ ngày",
        "trước tháng",
        "trước năm",
        "xong trước ngày",
    ];
    words.any(at, OPENING).is_some_and(|next| words.number(next).is_some())
}

fn is_small(words: &Words<'_>, at: usize) -> bool {
    words.at(at).starts_with(char::is_alphabetic) && !words.is_capital(at)
}

/// "Sở Khoa học và Công nghệ Sở Công Thương": two names without a mark between.
fn is_lost_separator(words: &Words<'_>, start: usize, at: usize) -> bool {
    at > start + 1
        && words.at(start) == "sở"
        && words.is_capital(at)
        && matches!(words.at(at), "sở" | "ubnd")
        && !matches!(words.at(at - 1), "thuộc" | "của" | "-" | "và")
}

/// "Ban Chỉ đạo thực hiện Quy chế ...": the body's purpose belongs to its name.
fn is_purpose(words: &Words<'_>, at: usize, setting: Setting) -> bool {
    let verb = words.any(at, &["thực hiện", "triển khai", "xây dựng", "thi hành", "phòng ngừa"]);
    let named = |verb| setting == Setting::Listed || words.is_capital(verb);
    LEXICON.purpose_heads.end_at(words, at) && verb.is_some_and(named)
}

/// Whether a text is the noun of bodies whose names go on with what they are for, or makes several of one.
pub(in super::super) fn is_purposed(words: &Words<'_>) -> bool {
    plural(words, 0).is_some() || LEXICON.purpose_heads.end_at(words, words.len())
}

/// "các doanh nghiệp cung cấp dịch vụ", "các cơ quan tham mưu của Đảng ủy": the clause says which.
fn is_relative(words: &Words<'_>, start: usize, at: usize, setting: Setting) -> bool {
    let own = || {
        words.ends_with_any(at, &["cơ quan", "đơn vị", "bộ phận"])
            && predicate(words, at).is_some_and(|end| words.at(end) == "của")
    };
    plural(words, start).is_some()
        && (setting == Setting::Listed && LEXICON.relative.at(words, at).is_some() || own())
}

/// "A, B": one name where B only goes on with a collective or a post.
fn behind_comma(words: &Words<'_>, start: usize, at: usize, setting: Setting) -> Option<usize> {
    let next = at + 1;
    if let Some(end) = same_family(words, at, next) {
        return Some(end);
    }
    if let Some(end) = second_duty(words, start, next) {
        return Some(end);
    }
    // "Đồng chí Trần Văn A - Phó Chủ tịch, Trưởng ban": both posts are the person's.
    let person = words.any(start, &["đồng chí", "đ / c", "ông", "bà", "thầy", "cô"]).is_some();
    let posted = person && (start..at).any(|i| words.at(i) == "-");
    if let Some(end) = words.any(next, POSTS).filter(|_| posted) {
        return Some(end);
    }
    // "Phó Chủ tịch Thường trực, phụ trách lĩnh vực ...", "đơn vị thuộc, trực thuộc Sở"
    if let Some(end) = words.any(next, &["phụ trách", "trực thuộc"]) {
        return Some(end);
    }
    let common = setting == Setting::Listed
        && !words.is_capital(next)
        && !words.is_capital(at - 1)
        && words.at(next).starts_with(char::is_alphabetic)
        && plural(words, next).is_none()
        && head(words, next).is_none()
        && predicate(words, next).is_none()
        && plural(words, start).is_some();
    common.then_some(next + 1)
}

/// "A và B": one name unless another opens behind it.
fn behind_and(words: &Words<'_>, at: usize) -> Option<usize> {
    /// Nouns that "và" keeps apart: "các sở, ngành và địa phương".
    const APART: &[&str] = &["cơ quan", "đơn vị", "địa phương", "tổ chức", "cá nhân", "doanh nghiệp"];
    let next = at + 1;
    if let Some(end) = same_family(words, at, next).filter(|_| words.any(next, APART).is_none()) {
        return Some(end);
    }
    let other =
        head(words, next).is_some() || plural(words, next).is_some() || predicate(words, next).is_some();
    (!other && words.at(next).starts_with(char::is_alphanumeric)).then_some(next + 1)
}

/// Whether a comma stands inside a collective, so that no name opens behind it.
pub(in super::super) fn is_continued(words: &Words<'_>, comma: usize) -> bool {
    same_family(words, comma, comma + 1).is_some()
}

/// The place after a noun of the same family as the one before the mark: "các sở, ban", "xã, phường".
fn same_family(words: &Words<'_>, mark: usize, next: usize) -> Option<usize> {
    if words.is_capital(next) && words.is_capital(next + 1) {
        return None; // "các Sở, Ban Dân vận"
    }
    // Named kinds of organisation stand beside the offices, and "xã hội" is no society.
    let apart = words.any(next, &["tổ chức chính trị", "tổ chức thành viên"]).is_some();
    let proper = words.is_capital(next) && !words.is_capital(mark - 1);
    if apart || proper || words.ends_with_any(mark, &["xã hội"]) {
        return None;
    }
    LEXICON.families.iter().filter(|family| family.end_at(words, mark)).find_map(|family| {
        let end = family.at(words, next)?;
        // The noun itself, not another name that opens with it: "bảo hiểm", "cơ quan thông tấn báo chí".
        let longer = LEXICON.heads.at(words, next).is_some_and(|longer| longer > end);
        (!longer).then_some(end)
    })
}
