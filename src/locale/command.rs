//! What the commands say.

use super::{Lang, words};
use crate::text::fold;

/// Whether an answer to a question says yes; only the whole word does, accents and case aside.
#[must_use]
pub fn agrees(lang: Lang, answer: &str) -> bool {
    let answer = fold(answer.trim());
    match lang {
        Lang::Vi => ["c", "co"].contains(&answer.as_str()),
        Lang::En => ["y", "yes"].contains(&answer.as_str()),
    }
}

words! {
    cannot_print(error: &std::io::Error) = "không ghi được kết quả: {error}" | "cannot write the output: {error}";
    no_unit(typed: &str) = "không có đơn vị nào tên là \"{typed}\"" | "no unit is called \"{typed}\"";
    no_period(typed: &str) =
        "nhiệm vụ không có kỳ nào tên là \"{typed}\"" | "the task has no single period called \"{typed}\"";
    no_time(typed: &str) =
        "\"{typed}\" không phải là thời gian, cần dạng như 30/11/2022, tháng 11/2022, quý IV/2022, năm 2022, 2022-Q4" |
        "\"{typed}\" is not a time: expected one such as 30/11/2022, 11/2022, quý IV/2022, Q4, 2022, 2022-Q4";
    not_one_task(address: &str) =
        "{address} không phải là một nhiệm vụ; hãy nêu một nhiệm vụ trong đó" |
        "{address} is not one task: name a task in it";
    nothing_open(address: &str, status: &str) =
        "{address} không còn gì để làm: {status}" | "{address} has nothing left that is open: {status}";
    share_closed(address: &str, unit: &str) =
        "phần của {unit} trong {address} đã xong" | "the share of {unit} in {address} is closed already";
    share_not_closed(address: &str, unit: &str) =
        "phần của {unit} trong {address} chưa đóng" | "the share of {unit} in {address} is not closed";
    nothing_closed(address: &str, status: &str) =
        "{address} không có gì đã đóng để mở lại: {status}" | "{address} has nothing closed to open again: {status}";
    nothing_to_mark(address: &str) =
        "trong {address} không có nhiệm vụ nào để đánh dấu" | "{address} holds no task to be marked";
    mark_group(count: usize, address: &str, status: &str) =
        "Đánh dấu {count} nhiệm vụ của {address}: {status}? [c/K]" | "Mark {count} task of {address}: {status}? [y/N]" / "Mark {count} tasks of {address}: {status}? [y/N]";
    not_marked = "không đánh dấu gì" | "nothing was marked";
    group_needs_yes(count: usize, address: &str) =
        "{address} là một nhóm có {count} nhiệm vụ; thêm --yes để đánh dấu cả nhóm" |
        "{address} is a group of {count} task: add --yes to mark it" /
        "{address} is a group of {count} tasks: add --yes to mark them all";
    not_yet(day: &str) =
        "ngày {day} chưa đến nên chưa thể có gì được thực hiện" | "{day} is still to come, so nothing can have happened on it";
    closed_as_a_whole(address: &str, unit: &str) =
        "{address} đã đóng cho cả nhiệm vụ, không riêng {unit}; hãy mở lại mà không dùng --unit" |
        "{address} was closed as a whole, not by {unit}: reopen it without --unit";
    not_a_section(address: &str) =
        "{address} là một nhiệm vụ; --plan cần một kế hoạch hoặc một mục lớn" |
        "{address} is a task: --plan takes a plan or a section";
    several_units(typed: &str, names: &str) =
        "\"{typed}\" có thể là nhiều đơn vị: {names}" | "\"{typed}\" could be several units: {names}";
    tasks_changed(count: usize, what: &str) = "{count} nhiệm vụ: {what}" | "{count} task: {what}" / "{count} tasks: {what}";
    take_back(what: &str) = "{what} (lấy lại: tiendo undo)" | "{what} (take it back: tiendo undo)";
    take_last_back = "Lấy lại lần nhập cuối: tiendo undo" | "Take the last import back: tiendo undo";
    extended_to(when: &str) = "gia hạn đến {when}" | "extended to {when}";
    no_deadline(typed: &str) =
        "\"{typed}\" không có ngày cuối nên không thể là hạn mới" | "\"{typed}\" has no last day, so it is no new deadline";
    no_command(typed: &str, near: &str) =
        "không có lệnh \"{typed}\"; gần đúng: {near}" | "there is no command \"{typed}\"; near: {near}";
    all_plans = "Tất cả kế hoạch" | "All plans";
    all_tasks = "Cả kế hoạch" | "The whole plan";
    issued_by = "Ban hành" | "Issued by";
    year = "Năm" | "Year";
    bases = "Căn cứ" | "Bases";
    signed_by = "Người ký" | "Signed by";
    recipients = "Nơi nhận" | "Recipients";
    source = "Nguồn" | "Source";
    deliverable = "Sản phẩm" | "Deliverable";
    funding = "Kinh phí" | "Funding";
    reports_to = "Báo cáo về" | "Reports to";
    times = "Thời gian" | "Time";
    due(day: &str) = "hạn {day}" | "due {day}";
    first_deadline(day: &str, moves: u32) =
        "hạn đầu {day}, đã gia hạn {moves} lần" | "first {day}, moved {moves} times";
    first_deadline_once(day: &str) = "hạn đầu {day}, đã gia hạn một lần" | "first {day}, moved once";
    checklist(done: usize, all: usize) = "Đã báo cáo {done}/{all}" | "Reported {done}/{all}";
    checklist_whole = "Xong cả nhiệm vụ" | "Closed as a whole";
    took_back(act: &str) = "lấy lại: {act}" | "took back: {act}";
    brought_again(act: &str) = "làm lại: {act}" | "brought again: {act}";
    import_of(tasks: usize, plan: &str) = "nhập {plan} ({tasks} nhiệm vụ)" | "the import of {plan} ({tasks} task)" / "the import of {plan} ({tasks} tasks)";
    directory = "danh bạ" | "directory";
    whole_plan = "cả kế hoạch" | "the whole plan";
    no_line_fits = "không có dòng nhật ký nào phù hợp" | "no line of the journals fits";
    no_act(typed: &str) = "không có việc nào mang mã \"{typed}\"" | "no act has an id that ends in \"{typed}\"";
    several_acts(typed: &str) =
        "nhiều việc có mã kết thúc bằng \"{typed}\"; hãy gõ cả mã như tiendo log --json cho biết" |
        "the ids of several acts end in \"{typed}\": type the whole one, as tiendo log --json shows it";
    unknown_line = "dòng không rõ loại" | "a line of an unknown kind";
    reminded(unit: &str) = "nhắc {unit}" | "reminded {unit}";
    read_again = "nhập bản mới của văn bản" | "a new copy of the document";
    read_again_with(place: &str) = "nhập bản mới của văn bản: {place}" | "a new copy of the document: {place}";
    read_again_with_several(place: &str, more: usize) = "nhập bản mới của văn bản: {place} và {more} chỗ khác" | "a new copy of the document: {place} and {more} more";
    task_gone = "nhiệm vụ đã bỏ" | "a task that is gone";
    section_gone = "đề mục đã bỏ" | "a section that is gone";
    edited(place: &str) = "sửa {place}" | "edited {place}";
    edited_several(place: &str, more: usize) = "sửa {place} và {more} chỗ khác" | "edited {place} and {more} more";
    undone = " (đã lấy lại)" | " (taken back)";
    and_more_lines(first: &str, more: usize) = "{first} và {more} dòng khác" | "{first}, and {more} more";
    brought(what: &str) = "Đã lưu: {what}" | "Saved: {what}";
    stood_there(what: &str) = "Đã có từ trước: {what}" | "There already: {what}";
    not_brought(what: &str, reason: &str) = "Chưa lưu được: {what}: {reason}" | "Not saved: {what}: {reason}";
    was_undone(what: &str) = "Đã lấy lại: {what} (làm lại: tiendo redo)" | "Taken back: {what} (bring it again: tiendo redo)";
    was_redone(what: &str) = "Đã làm lại: {what} (lấy lại: tiendo undo)" | "Brought again: {what} (take it back: tiendo undo)";
    no_task_fits = "không có nhiệm vụ nào phù hợp" | "no task fits";
    unit = "Đơn vị" | "Unit";
    no_workload(year: i32) = "năm {year} không đơn vị nào có việc" | "no unit owes anything in {year}";
    sum = "Tổng" | "Sum";
    short_name = "Tên ngắn" | "Short name";
    leads = "Chủ trì" | "Leads";
    tasks = "Tham gia" | "Tasks";
    aliases = "Tên khác" | "Other names";
    part_of = "Thuộc" | "Part of";
    members = "Thành viên" | "Members";
    collectives = "Thuộc nhóm" | "Belongs to";
    until = "Đến ngày" | "Until";
    successor = "Kế tục" | "Successor";
    name_taken(name: &str, unit: &str) =
        "\"{name}\" đã là tên của {unit}" | "\"{name}\" is a name of {unit} already";
    name_of_unit(name: &str, unit: &str) =
        "\"{name}\" là tên của một đơn vị khác, {unit}; nếu cả hai là một, thêm --merge" |
        "\"{name}\" is the name of another unit, {unit}: add --merge if the two are one";
    unit_changed(name: &str) = "Đã sửa danh bạ: {name}" | "The directory was changed: {name}";
    unit_unchanged = "danh bạ không có gì thay đổi" | "nothing in the directory would change";
    demo(day: &str) =
        "đây là bản sao riêng của các kế hoạch mẫu, tính đến ngày {day}; thay đổi không được giữ lại" |
        "this is a private copy of the sample plans as of {day}; changes do not last";
    unreadable(file: &str, reason: &str) =
        "không đọc được {file}: {reason} (xem tiendo check)" | "{file} cannot be read: {reason} (see tiendo check)";
    plan_unreadable(plan: &str, reason: &str) =
        "có kế hoạch {plan} nhưng không đọc được: {reason}" | "the plan {plan} is there but cannot be read: {reason}";
    and_more_flaws(first: &str, more: usize) = "{first}; và {more} chỗ khác" | "{first}; and {more} more";
    see_check(flaw: &str) = "{flaw} (`tiendo check` cho biết thêm)" | "{flaw} (`tiendo check` tells more)";
    no_plans =
        "chưa có kế hoạch nào; nhập bằng: tiendo import TỆP" | "there are no plans yet; bring one in: tiendo import FILE";
    takes_no_part(unit: &str, address: &str) =
        "lưu ý: {unit} không có tên trong {address}; vẫn được ghi lại" |
        "note that {unit} has no part in {address}; it was recorded all the same";
    one_review =
        "--review duyệt từng văn bản: hãy nêu một tệp; qua `-` thì không được, vì phím bấm đến từ đó" |
        "--review looks through one document: name one file, and not `-`, where the keys come from";
    one_id_one_file = "--as chỉ dùng được với một tài liệu" | "--as goes with one document alone";
    imported(tasks: usize, plan: &str, title: &str) =
        "Đã nhập {plan}: {title}, {tasks} nhiệm vụ" | "Imported {plan}: {title}, {tasks} task" / "Imported {plan}: {title}, {tasks} tasks";
    documents_taken_in(all: usize, written: usize, unchanged: usize, failed: usize) =
        "{all} văn bản: {written} đã nhập, {unchanged} không có gì mới, {failed} không nhập được" |
        "{all} documents: {written} imported, {unchanged} unchanged, {failed} not imported";
    documents_read(all: usize, read: usize, failed: usize) =
        "{all} văn bản: {read} đọc được, {failed} không đọc được" |
        "{all} documents: {read} read, {failed} not read";
    rolled_over(tasks: usize, plan: &str, title: &str) =
        "Đã dự thảo {plan}: {title}, {tasks} nhiệm vụ" | "Drafted {plan}: {title}, {tasks} task" / "Drafted {plan}: {title}, {tasks} tasks";
    paste_document = "Dán văn bản vào đây, xong bấm Ctrl-D ở đầu dòng" | "Paste the document here, then press Ctrl-D at the start of a line";
    pasted = "văn bản dán vào" | "pasted text";
    doubtful = "Cần xem lại" | "Doubtful";
    line(number: usize) = "dòng {number}" | "line {number}";
    imported_again(tasks: usize, plan: &str, title: &str) =
        "Đã nhập lại {plan}: {title}, {tasks} nhiệm vụ" | "Imported {plan} again: {title}, {tasks} task" / "Imported {plan} again: {title}, {tasks} tasks";
    imported_unchanged(plan: &str, title: &str) =
        "{plan} đã có và không thay đổi: {title}" | "{plan} is there already and has not changed: {title}";
    differences = "Thay đổi so với bản đã có" | "Changes since the copy that is there";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_whole_word_agrees() {
        for answer in ["c", "C", "có", "CÓ", "co\u{301}"] {
            assert!(agrees(Lang::Vi, answer), "{answer}");
        }
        for answer in ["y", "Yes", " yes "] {
            assert!(agrees(Lang::En, answer), "{answer}");
        }
        for answer in ["", "cancel", "c", "n", "yesterday"] {
            assert!(!agrees(Lang::En, answer), "{answer}");
        }
        for answer in ["", "chưa", "không", "k", "yes"] {
            assert!(!agrees(Lang::Vi, answer), "{answer}");
        }
    }
}
