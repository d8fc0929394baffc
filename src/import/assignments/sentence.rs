//! The subject of a sentence as the one who owes it, and those it works with.

use crate::domain::{Assignment, Role};

use super::super::labels::{self, LabelKind, Labelled};
use super::super::trace::Sureness;
use super::super::units::{Named, Setting, action, head, is_continued, list, predicate, verb};
use super::super::words::Words;
use super::label::{cooperation, of_label};
use super::others::is_of_others;
use super::role::{is_moved, role, says_role};
use super::{assign, by_name};

/// Words that hand a task to the unit behind them.
const GIVEN: &[&str] = &[
    "giao",
    "giao cho",
    "đề nghị",
    "kính đề nghị",
    "trân trọng đề nghị",
    "yêu cầu",
    "phân công",
    "mời",
    "giao nhiệm vụ cho",
];

/// Words that open a clause before the subject: "Căn cứ Kế hoạch, các phòng ...".
const OPENERS: &[&str] = &[
    "căn cứ",
    "trên cơ sở",
    "trong quá trình",
    "trong phạm vi",
    "để",
    "nhằm",
    "theo",
    "thông qua",
    "hằng năm",
    "hàng năm",
    "hằng quý",
    "hàng quý",
    "định kỳ",
    "khi",
    "sau khi",
    "ngoài",
    "trước",
    "nếu",
    "trong trường hợp",
    "đối với",
    "bên cạnh",
    "trong",
    "hằng tháng",
    "hàng tháng",
    "hằng tuần",
    "hàng tuần",
    "hằng ngày",
    "hàng ngày",
    "mỗi ngày",
    "mỗi tuần",
    "mỗi tháng",
    "mỗi quý",
    "mỗi năm",
    "đầu mỗi",
    "cuối mỗi",
    "đầu tháng",
    "cuối tháng",
    "đầu quý",
    "cuối quý",
    "từ",
    "trước ngày",
    "chậm nhất",
    "ngay sau khi",
    "kết thúc",
    "quá trình",
    "hết",
    "vào",
    "đến",
    "qua",
    "song song",
    "cùng với",
    "ngay từ",
    "tại",
    "về",
];

/// Reads the units of a task's first sentence: its subject leads, those behind "phối hợp với" help. A sentence that
/// begins with a verb has no subject. Certain is who stands behind a label or with a word for the role; that a bare
/// subject leads is likely.
#[must_use]
pub fn of_sentence(text: &str) -> Vec<(Assignment, Sureness)> {
    let words = Words::of(text);
    let labelled = labelled(&words);
    if !labelled.is_empty() {
        return sure(labelled, |_| Sureness::Certain);
    }
    owed(&words, subject(&words).or_else(|| later(&words)))
}

/// Reads who acts behind "do", wherever that stands: "hội nghị quý IV do Văn phòng Sở chủ trì". Whom "do ... kiến nghị"
/// names owes nothing.
#[must_use]
pub fn of_agent(text: &str) -> Vec<(Assignment, Sureness)> {
    let words = Words::of(text);
    agent(&words, 0).map_or_else(Vec::new, |found| owed(&words, Some(found)))
}

/// Those who were found, with the place of their predicate, and those they work with.
fn owed(words: &Words<'_>, found: Option<(Vec<Named>, usize)>) -> Vec<(Assignment, Sureness)> {
    let mut assignments = Vec::new();
    let mut at = 0;
    let mut of_subject = Sureness::Likely;
    if let Some((named, end)) = found {
        let role = role(words, end);
        if says_role(words, end) && !is_moved(words, end, role) {
            of_subject = Sureness::Certain;
        }
        for Named { unit, .. } in named.into_iter().chain(alike(words, end)) {
            assign(&mut assignments, Assignment { role, unit, label: None, via: None });
        }
        at = end;
    }
    for Named { unit, .. } in partners(words, at) {
        assign(&mut assignments, Assignment { role: Role::Coordinate, unit, label: None, via: None });
    }
    sure(assignments, |role| if role == Role::Coordinate { Sureness::Certain } else { of_subject })
}

fn sure(assignments: Vec<Assignment>, of_role: impl Fn(Role) -> Sureness) -> Vec<(Assignment, Sureness)> {
    let with = |assignment: Assignment| {
        let sureness = of_role(assignment.role).min(by_name(&assignment.unit));
        (assignment, sureness)
    };
    assignments.into_iter().map(with).collect()
}

/// The subject and the place of its predicate.
fn subject(words: &Words<'_>) -> Option<(Vec<Named>, usize)> {
    let start = (0..words.len()).find(|at| words.at(*at).starts_with(char::is_alphanumeric))?;
    if let Some(next) = words.any(start, GIVEN) {
        let handed = acting(words, next).or_else(|| listed(words, next));
        let own = words.phrase(start, "phân công").is_some() && is_nobody(words, next);
        return handed.filter(|_| !own);
    }
    if let Some(read) = acting(words, start).or_else(|| listed(words, start)) {
        return Some(read);
    }
    if is_opener(words, start) {
        return behind_opener(words, start);
    }
    if let Some(read) = behind_title(words, start) {
        return Some(read);
    }
    // A sentence that begins with a verb has none.
    if verb(words, start).is_some() { None } else { agent(words, start) }
}

/// "Thủ trưởng các sở; Chủ tịch UBND các xã: trực tiếp chỉ đạo", "Tổ trưởng tổ dân phố, cộng tác viên: vận động ...": names
/// of which only the first need open with a noun that offices are called by, before a colon and what they are to do.
fn listed(words: &Words<'_>, at: usize) -> Option<(Vec<Named>, usize)> {
    const LONGEST: usize = 50;
    head(words, at)?;
    let colon = (at..words.len().min(at + LONGEST)).find(|i| words.is_stop(*i) && words.at(*i) != ";")?;
    let (mut found, mut next) = (Vec::new(), at);
    while next < colon {
        let (named, end) = list(words, next, Setting::Listed);
        let parted = end == colon || words.at(end) == ";";
        if named.is_empty() || !parted || (next == at && list(words, at, Setting::Running).0.is_empty()) {
            return None;
        }
        found.extend(named);
        next = end + usize::from(end < colon);
    }
    (words.at(colon) == ":" && found.len() > 1 && words.get(colon + 1).is_some()).then_some((found, colon))
}

/// "Phân công | cán bộ, đoàn thể phụ trách ...": people whom the unit itself picks, none of them named.
fn is_nobody(words: &Words<'_>, at: usize) -> bool {
    const PEOPLE: &[&str] = &[
        "cán bộ",
        "công chức",
        "viên chức",
        "đảng viên",
        "đoàn viên",
        "hội viên",
        "giáo viên",
        "thành viên",
        "ủy viên",
        "nhân viên",
        "đồng chí",
        "lãnh đạo",
        "thầy",
        "cô",
    ];
    let (_, end) = list(words, at, Setting::Running);
    let many = words.any(at, &["các", "những", "mỗi", "một số"]).unwrap_or(at);
    // Several of a kind, "các phòng, đơn vị trực thuộc", are the office's own, unless they are people.
    if many > at { words.any(many, PEOPLE).is_some() } else { (at..end).all(|i| !words.is_capital(i)) }
}

/// "Đối thoại tháng 5: Công đoàn ngành tổ chức ...": the subject behind a short title and its colon.
fn behind_title(words: &Words<'_>, start: usize) -> Option<(Vec<Named>, usize)> {
    const SHORT: usize = 14;
    let colon = (start..words.len().min(start + SHORT)).find(|at| words.is_stop(*at))?;
    let lists = ["về", "gửi", "gồm", "sau", "là", "như", "cho", "với"].contains(&words.at(colon - 1));
    let (named, end) = acting(words, colon + 1).filter(|_| words.at(colon) == ":" && !lists)?;
    predicate(words, end).is_some().then_some((named, end))
}

/// "Việc đánh giá do Sở Y tế thực hiện": the one behind "do".
fn agent(words: &Words<'_>, start: usize) -> Option<(Vec<Named>, usize)> {
    const ACTS: &[&str] = &[
        "chủ trì",
        "thực hiện",
        "trực tiếp",
        "phụ trách",
        "đảm nhiệm",
        "đảm nhận",
        "chịu trách nhiệm",
        "tham mưu",
        "chỉ đạo",
    ];
    let mut at = start;
    while at < words.len() && !matches!(words.at(at), "." | ";" | "\n") {
        if words.at(at) != "do" {
            at += 1;
            continue;
        }
        // What the list has read holds no other agent.
        let (named, end) = list(words, at + 1, Setting::Running);
        let acts = words.any(end, ACTS).is_some() || holds_together(words, end);
        if head(words, at + 1).is_some() && !named.is_empty() && acts {
            return Some((named, end));
        }
        at = end.max(at + 1);
    }
    None
}

/// Roles that labels inside the text give: "... (chủ trì: Sở A; phối hợp: Sở B)", "... Người thực hiện: Tổ bảo vệ."
fn labelled(words: &Words<'_>) -> Vec<Assignment> {
    let mut found = Vec::new();
    for colon in (1..words.len()).filter(|at| words.at(*at) == ":") {
        let opens = |i: &usize| matches!(words.at(*i), "." | ";" | "(" | "," | "\n");
        let near = colon.saturating_sub(Words::LONGEST)..colon;
        let ends = |i: &usize| matches!(words.at(*i), "." | ";" | ")" | "\n");
        let end = (colon..words.len()).find(ends).unwrap_or(words.len());
        // "Cơ quan tham mưu, trình: ..." may open before its comma.
        let read =
            near.rev().filter(opens).take(2).find_map(|stop| labels::recognise(words.slice(stop + 1, end)));
        if let Some(Labelled { kind: LabelKind::Role(role), label, value, .. }) = read {
            found.extend(of_label(role, label, value));
        }
    }
    found
}

/// "Tổ chức diễn tập. Giao Bộ Chỉ huy Quân sự tỉnh chủ trì.", "... (Sở Y tế chủ trì)", "Lập quy trình: Khoa A chủ trì":
/// who is named behind the work.
fn later(words: &Words<'_>) -> Option<(Vec<Named>, usize)> {
    const LEADS: &[&str] = &[
        "chủ trì",
        "phụ trách",
        "chịu trách nhiệm",
        "làm đầu mối",
        "là đầu mối",
        "thực hiện ,",
        "thực hiện )",
    ];
    const ALONE: &[&str] = &[
        "thực hiện",
        "tổ chức thực hiện",
        "triển khai thực hiện",
        "triển khai",
        "đảm nhận",
        "đảm nhiệm",
        "tham mưu",
    ];
    let opens = (1..words.len()).filter(|at| match words.at(at - 1) {
        "." | ";" | "(" | ":" => true,
        // "Mở lớp tập huấn – Đoàn xã chủ trì."
        "-" => !words.is_joined(*at) && !words.is_joined(at - 1) && !is_of_others(words, *at),
        // A date that closes its clause: "dự kiến ngày 20/3/2026, Hội A phối hợp với Hội B tổ chức".
        "," => {
            let dated = words.number(at.saturating_sub(2)).is_some() || words.at(*at) == "do";
            words.any(*at, &["giao", "giao cho"]).is_some() || (dated && !is_of_others(words, *at))
        }
        _ => false,
    });
    // Within a sentence "do" tells whose work it is that one joins: "tham gia lớp tập huấn (do Sở A tổ chức thực hiện)".
    let agent = |at: usize| words.phrase(at, "do").filter(|_| words.at(at - 1) != "(");
    let mut found = opens.filter_map(|at| {
        let (named, end) = acting(words, words.any(at, GIVEN).or(agent(at)).unwrap_or(at))?;
        Some((words.at(at - 1) == "," && words.at(at) == "do", named, end))
    });
    let closes = |end| words.any(end, ALONE).is_some_and(|end| words.is_stop(end));
    let leads = |end| words.any(end, LEADS).is_some() || closes(end);
    // "các dự án, do UBND tỉnh thực hiện" says whose they are.
    let (_, named, end) =
        found.find(|(whose, _, end)| (!whose && leads(*end)) || holds_together(words, *end))?;
    Some((named, end))
}

/// "Hội A | phối hợp với Hội B tổ chức.": with its partner all that the clause says.
fn holds_together(words: &Words<'_>, at: usize) -> bool {
    let Some(next) = cooperation(words, at).filter(|next| head(words, *next).is_some()) else { return false };
    let (_, end) = list(words, next, Setting::Running);
    words.any(end, &["tổ chức", "thực hiện", "tổ chức thực hiện"]).is_some_and(|end| words.is_stop(end))
}

/// Whether a clause before the subject opens here, and not a verb ("Theo dõi" is none).
fn is_opener(words: &Words<'_>, at: usize) -> bool {
    words.any(at, OPENERS).is_some_and(|opener| verb(words, at).is_none_or(|verb| verb <= opener))
}

/// Behind the opening clause, at a comma, the first name that acts. A verb behind a comma has no subject.
fn behind_opener(words: &Words<'_>, start: usize) -> Option<(Vec<Named>, usize)> {
    let clause = (start..words.len()).take_while(|at| !matches!(words.at(*at), "." | ";" | "\n"));
    for comma in clause.filter(|at| words.at(*at) == ",") {
        let next = words.any(comma + 1, GIVEN).unwrap_or(comma + 1);
        if next == comma + 1 && is_continued(words, comma) {
            continue;
        }
        if let Some(read) = acting(words, next) {
            return Some(read);
        }
        if predicate(words, next).is_some() && !is_opener(words, next) {
            return None;
        }
    }
    None
}

/// Names with a predicate behind them, or a colon and what they are to do.
fn acting(words: &Words<'_>, at: usize) -> Option<(Vec<Named>, usize)> {
    head(words, at)?;
    let (named, end) = list(words, at, Setting::Running);
    let next = if words.at(end) == "," { end + 1 } else { end };
    let colon = words.at(end) == ":" && words.get(end + 1).is_some();
    if named.is_empty() || !(colon || action(words, next).is_some()) {
        return None;
    }
    // "Ủy ban nhân dân tỉnh yêu cầu các sở ...": who is asked owes it.
    let asked = words.any(next, &["yêu cầu", "đề nghị", "giao"]).and_then(|asked| acting(words, asked));
    Some(asked.unwrap_or((named, next)))
}

/// Those behind the first "phối hợp với" of the first clause.
fn partners(words: &Words<'_>, from: usize) -> Vec<Named> {
    let (mut leading, mut later) = (false, false);
    for at in from..words.len() {
        // Behind the clause, or another's duty, it is no longer the task's subject that cooperates.
        let other =
            at > from && words.at(at) == "," && head(words, at + 1).is_some() && !is_continued(words, at);
        if other || matches!(words.at(at), "." | "\n") {
            break;
        }
        if let Some(named) = helping(words, at) {
            return named;
        }
        leading |= words.phrase(at, "chủ trì , phối hợp").is_some();
        later |= words.at(at) == ";";
        if later && !leading {
            continue; // only who leads cooperates in a later clause
        }
        let Some(next) = cooperation(words, at) else { continue };
        // "Ký quy chế phối hợp với Công an phường": the other side of a paper.
        let agreed =
            words.ends_with_any(at, &["quy chế", "chương trình", "thỏa thuận", "nghị quyết", "cơ chế"]);
        if agreed || head(words, next).is_none() {
            continue;
        }
        let (named, _) = list(words, next, Setting::Running);
        return named;
    }
    Vec::new()
}

/// "Sở A dự trữ hàng hóa; Sở B dự trữ thuốc": those of the next clause who do the same.
fn alike(words: &Words<'_>, predicate_at: usize) -> Vec<Named> {
    let next = (predicate_at..words.len()).find(|at| words.is_stop(*at)).filter(|at| words.at(*at) == ";");
    let Some((named, end)) = next.and_then(|next| acting(words, next + 1)) else { return Vec::new() };
    let verb = |at| predicate(words, at).map(|end| words.slice(at, end).to_lowercase());
    if verb(end).is_some() && verb(end) == verb(predicate_at) { named } else { Vec::new() }
}

/// "Khoa A chủ trì, Khoa B phối hợp.": those named behind the lead who only cooperate.
fn helping(words: &Words<'_>, at: usize) -> Option<Vec<Named>> {
    let next = words.any(at, &["chủ trì ,", "chủ trì ;"])?;
    head(words, next)?;
    let (named, end) = list(words, next, Setting::Running);
    let end = words.any(end, &["phối hợp", "phối hợp thực hiện", "cùng phối hợp"])?;
    (words.is_stop(end) || matches!(words.at(end), "," | ")")).then_some(named)
}
