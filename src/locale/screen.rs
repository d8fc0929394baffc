//! The words of the Plans screen.

use super::words;

words! {
    plans = "Kế hoạch" | "Plans";
    sections = "Mục" | "Sections";
    units = "Đơn vị" | "Units";
    tasks = "Nhiệm vụ" | "Tasks";
    everything = "Tất cả" | "All";
    every_plan = "tất cả kế hoạch" | "all plans";
    every_section = "mọi mục" | "all sections";
    every_unit = "mọi đơn vị" | "all units";
    choose_a_plan = "chọn một kế hoạch" | "pick a plan";
    plan_count(count: usize) = "{count} kế hoạch" | "{count} plan" / "{count} plans";
    task_count(count: u32) = "{count} nhiệm vụ" | "{count} task" / "{count} tasks";
    overdue_count(count: u32) = "{count} quá hạn" | "{count} overdue";
    soon_count(count: u32, days: u32) = "{count} đến hạn trong {days} ngày" | "{count} due in {days} days";
    reading = "Đang đọc kế hoạch…" | "Reading the plans…";
    too_small = "Cần 40×12: cửa sổ quá nhỏ" | "Needs 40×12: window too small";
    read_only_mark = "chỉ đọc" | "read only";

    shown(what: &str, shown: u32, total: u32) = "{what}: {shown} trong {total}" | "{what}: {shown} of {total}";
    shown_all(total: u32) = "hiện cả {total} nhiệm vụ" | "the {total} task" / "all {total} tasks";
    shown_all_beside(total: u32, cancelled: u32) =
        "hiện cả {total} nhiệm vụ, thêm {cancelled} không thực hiện" | "the {total} task, and {cancelled} cancelled" / "all {total} tasks, and {cancelled} cancelled";
    some_of(shown: u32, total: u32) = "{shown} trong {total}" | "{shown} of {total}";
    sign_some_of = "số đang hiện (trong tất cả)" | "shown (of all)";
    marked(count: usize) = "đã đánh dấu {count}" | "{count} marked";
    till(day: &str) = "đến {day}" | "by {day}";

    empty_title = "Chưa có kế hoạch nào" | "No plans yet";
    empty_import = "tiendo import TỆP     đọc một văn bản kế hoạch" | "tiendo import FILE    reads a plan document";
    empty_demo = "tiendo --demo         xem thử với các kế hoạch mẫu" | "tiendo --demo         opens the sample plans";
    nothing_shown = "Không có nhiệm vụ nào như vậy. Esc bỏ bộ lọc cuối." | "No such tasks. Esc takes the last filter off.";
    unreadable_file(file: &str) = "Không đọc được {file}" | "{file} cannot be read";
    unread_count(count: usize) = "{count} tệp không đọc được" | "{count} unreadable";
    unread_files(count: usize) = "Không đọc được {count} tệp:" | "{count} file cannot be read:" / "{count} files cannot be read:";
    where_unread =
        "Tab sang khung Kế hoạch, dòng có dấu !, để xem từng tệp; `tiendo check` kể hết." |
        "Tab to the pane of plans, rows with !, shows each; `tiendo check` lists all.";
    journal_unread = "? không đọc được nhật ký" | "? its journal cannot be read";
    journal_damaged = "! nhật ký có dòng hỏng" | "! lines of its journal are damaged";
    at_line(line: usize, column: usize) = "dòng {line}, cột {column}" | "line {line}, column {column}";

    when = "Thời gian" | "When";
    deliverable = "Sản phẩm" | "Product";
    funding = "Kinh phí" | "Funding";
    reports_to = "Báo cáo về" | "Reports to";
    via(unit: &str) = "qua {unit}" | "through {unit}";
    checklist(done: usize, total: usize) = "Đã xong {done}/{total} đơn vị" | "{done} of {total} units done";
    checklist_whole(done: usize, total: usize) = "Xong cả nhiệm vụ; {done}/{total} đơn vị tự báo" | "Done as a whole; {done} of {total} units said so themselves";
    checklist_unread(total: usize) = "{total} đơn vị, không rõ ai đã xong" | "{total} units; who is done cannot be read";
    demo_mark = "bản mẫu, không lưu lại" | "demonstration, nothing is kept";
    demo_short = "mẫu" | "demo";
    journal = "Nhật ký" | "Journal";
    no_journal = "Chưa có ghi chép nào." | "Nothing written yet.";
    taken_back = "đã hoàn tác" | "undone";
    just_wrote(by: &str, what: &str) = "{by} vừa ghi: {what}" | "{by} has just written: {what}";
    took_back = "hoàn tác dòng trước" | "took back what was said";
    reminded(unit: &str) = "đã đôn đốc {unit}" | "reminded {unit}";
    extended_to(to: &str) = "gia hạn: {to}" | "extended: {to}";
    moved(times: u32, from: &str) = "gia hạn {times} lần, ban đầu {from}" | "extended {times} times, first {from}";
    moved_once(from: &str) = "gia hạn một lần, ban đầu {from}" | "extended once, first {from}";
    of_period(period: &str, count: &str) = "{period}: {count}" | "{period}: {count}";
    group(done: u32, total: u32) = "{done}/{total} nhiệm vụ hoàn thành" | "{done} of {total} tasks done";

    ask_evidence = "Số văn bản (có thể bỏ trống)" | "Document number (may stay empty)";
    ask_note = "Ghi chú" | "Note";
    ask_percent = "Đã thực hiện bao nhiêu phần trăm" | "Percent done";
    ask_extension = "Hạn mới, như 31/12/2022 hoặc 2022-Q4" | "New deadline, as 31/12/2022 or 2022-Q4";
    ask_extension_evidence = "Văn bản cho gia hạn (có thể bỏ trống)" | "Document that grants it (may stay empty)";
    ask_search = "Tìm" | "Search";
    ask_unit = "Chọn đơn vị" | "Pick a unit";
    ask_command = "Lệnh" | "Commands";
    ask_help = "Phím tắt" | "Keys";
    help_detail = "Enter mở chi tiết; Esc hoặc Enter trở về danh sách." | "Enter goes to the detail, Esc or Enter back to the list.";
    help_checklist = "Trong chi tiết, phím ghi cho đơn vị dưới con trỏ." | "In the detail the keys act on the unit under the cursor.";
    help_marks = "Có đánh dấu thì phím ghi cho các nhiệm vụ đã đánh dấu." | "Where tasks are marked, the keys act on all marked ones.";
    help_again = "1-4 và ! bấm lần nữa thì bỏ lọc; v đánh dấu rồi xuống dòng." | "1-4 and ! pressed again take it off; v marks and goes down.";
    help_side = "Trong khung bên, di chuyển đến đâu lọc đến đó." | "In the side panes, the row moved to narrows the list.";
    help_signs = "Ký hiệu ở cuối: End, hoặc gõ ky hieu." | "The signs stand at the end: End, or type signs.";
    signs = "Ký hiệu" | "Signs";
    sign_overdue = "quá hạn" | "overdue";
    sign_cursor = "dòng của con trỏ; nét mảnh: khung không nhận phím" | "the cursor's row; thin where the pane has no keys";
    sign_marked = "đã đánh dấu" | "marked";
    sign_folded = "đang thu gọn" | "folded";
    sign_unfolded = "đang mở rộng" | "unfolded";
    sign_bar = "thời gian thực hiện" | "the time it has";
    sign_deadline = "hạn" | "deadline";
    sign_occurrence = "một kỳ của việc định kỳ" | "one turn of what recurs";
    sign_endless = "không có ngày cuối, hoặc phần gia hạn" | "without a last day, or time granted later";
    sign_no_date = "chưa có hạn" | "no date yet";
    sign_today = "hôm nay" | "today";
    sign_today_on_bar = "hôm nay, trong thời gian thực hiện" | "today, within the time it has";
    sign_earlier = "trước năm này" | "before this year";
    sign_later = "sau năm này" | "after this year";
    ask_status(count: usize, status: &str) = "Chuyển {count} nhiệm vụ sang: {status}?" | "Set {count} task to: {status}?" / "Set {count} tasks to: {status}?";
    ask_reopen(what: &str) = "Mở lại: {what}?" | "Open again: {what}?";
    ask_note_of_several(count: usize) = "Ghi chú cho {count} nhiệm vụ?" | "Note on {count} task?" / "Note on {count} tasks?";
    ask_group(count: usize) = "Cập nhật {count} nhiệm vụ cùng lúc?" | "Change {count} task at once?" / "Change {count} tasks at once?";
    several_tasks(count: usize) = "{count} nhiệm vụ" | "{count} task" / "{count} tasks";
    enter_saves = "Enter ghi · Esc bỏ" | "Enter saves · Esc leaves";
    enter_keeps = "Enter giữ · Esc bỏ" | "Enter keeps · Esc leaves";
    y_agrees = "y đồng ý · n Esc thôi" | "y agrees · n Esc leaves";
    enter_agrees = "y Enter đồng ý · n Esc thôi" | "y Enter agrees · n Esc leaves";
    no_unit_fits = "Không có đơn vị nào như vậy." | "No such unit.";
    no_command_fits = "Không có lệnh nào như vậy." | "No such command.";
    no_key_fits = "Không có phím nào như vậy." | "No such key.";

    said(done: &str, what: &str) = "{done}: {what}" | "{done}: {what}";
    reopened = "Đã mở lại" | "Open again";
    wish_reopen = "Mở lại" | "Open again";
    wish_note(text: &str) = "Ghi chú \"{text}\"" | "Note \"{text}\"";
    wish_extend = "Gia hạn" | "Extend";
    noted = "Đã ghi chú" | "Noted";
    extended = "Đã gia hạn" | "Extended";
    undone = "Đã hoàn tác" | "Taken back";
    was_done(done: &str, what: &str) = "{done}, {what}" | "{done}, {what}";
    import_of(plan: &str) = "lần nhập {plan}" | "the import of {plan}";
    edit_of(file: &str) = "lần sửa {file}" | "the edit of {file}";
    ask_undo(what: &str, day: &str) = "Hoàn tác: {what} ({day})?" | "Take back: {what} ({day})?";
    redone = "Đã làm lại" | "Done again";
    copied = "Đã sao chép nhiệm vụ" | "The task is copied";
    take_back(key: &str) = "{key} hoàn tác" | "{key} takes it back";
    do_again(key: &str) = "{key} làm lại" | "{key} does it again";
    not_saved(reason: &str) = "Chưa lưu được: {reason}" | "Not saved: {reason}";
    not_saved_kept(reason: &str) = "CHƯA LƯU, vẫn giữ: {reason}" | "NOT saved, kept: {reason}";
    not_saved_fleeting(reason: &str) = "CHƯA LƯU, chỉ giữ khi còn mở: {reason}" | "NOT saved, kept only while open: {reason}";
    several_fleeting(count: usize, reason: &str) = "CHƯA LƯU {count} thay đổi, chỉ giữ khi còn mở: {reason}" | "NOT saved, {count} change kept only while open: {reason}" / "NOT saved, {count} changes kept only while open: {reason}";
    several_not_saved(count: usize, reason: &str) = "CHƯA LƯU {count} thay đổi, vẫn giữ: {reason}" | "NOT saved, {count} change is kept: {reason}" / "NOT saved, {count} changes are kept: {reason}";
    try_again(key: &str) = "{key} lưu lại" | "{key} retries";
    write_elsewhere(key: &str) = "{key} ghi ra tệp" | "{key} to a file";
    not_saved_yet(count: usize) = "Còn {count} thay đổi chưa lưu từ lần trước" | "Not saved since the last time: {count}";
    mark_the_earliest = "Đánh dấu kỳ sớm nhất còn mở của nhiệm vụ này." | "Mark the earliest open turn of this task.";
    no_screen_before = "Không có màn hình trước." | "There was no screen before.";
    ask_file = "Ghi vào tệp mới" | "Write to a new file";
    written_out(path: &str) = "Đã ghi; đưa vào sau: tiendo bring {path}" | "Written; bring it in later: tiendo bring {path}";
    not_written_out(reason: &str) = "Chưa ghi ra tệp được: {reason}" | "Not written: {reason}";
    file_unnamed = "Chưa nêu tên tệp" | "The file has no name";
    unsaved_file(count: usize, path: &str) =
        "{count} thay đổi mà tiendo chưa lưu được. Đưa vào khi lưu được: tiendo bring \"{path}\"" |
        "{count} change that tiendo could not save. To bring them in: tiendo bring \"{path}\"" / "{count} changes that tiendo could not save. To bring them in: tiendo bring \"{path}\"";
    draft_title = "Bản nháp" | "Draft";
    draft_left_at(moment: &str) = "Bản nháp lúc {moment}" | "Draft of {moment}";
    draft_of(ask: &str) = "Khi bị ngắt, bạn đang nhập: {ask}" | "When the line dropped, you were typing: {ask}";
    draft_unsaved(count: usize) = "{count} thay đổi chưa lưu khi bị ngắt" | "{count} change was not saved when the line dropped" / "{count} changes were not saved when the line dropped";
    and_more(count: usize) = "và {count} mục nữa" | "and {count} more";
    draft_keys(throw: &str) = "y làm tiếp · {throw} bỏ hẳn · Esc để sau · ? trợ giúp" | "y goes on · {throw} discards · Esc later · ? help";
    ask_throw_away = "Bỏ hẳn bản nháp này?" | "Throw this draft away for good?";
    draft_task_gone(text: &str) = "Nhiệm vụ của bản nháp không còn; bản nháp vẫn được giữ: {text}" | "The draft's task is gone; the draft is kept: {text}";
    draft_failed(reason: &str) = "Bản nháp có lỗi, không tệp nào bị xóa: {reason}" | "Trouble with drafts, no file is removed: {reason}";
    draft_unreadable = "bản nháp viết bằng phiên bản khác" | "a draft of another version";
    conflicts_title(count: usize) = "Chỗ hai bên sửa khác nhau ({count})" | "Changed on both sides ({count})";
    conflicts_wait(count: usize) = "Đồng bộ: {count} chỗ hai bên sửa khác nhau, cần chọn" | "Sync: {count} changed on both sides, to be decided";
    opens(key: &str) = "{key} mở" | "{key} opens";
    conflicts_over = "Không còn chỗ nào phải chọn; `tiendo sync` hoàn tất việc gộp." | "Nothing is left to decide; `tiendo sync` completes the merge.";
    ask_all_ours(count: usize) = "Lấy bản ở đây cho cả {count} chỗ?" | "Take ours for all {count}?";
    ask_all_theirs(count: usize) = "Lấy bản nơi khác cho cả {count} chỗ?" | "Take theirs for all {count}?";
    unsettled = "Đã hoàn tác: chỗ đó lại chờ chọn" | "Taken back: it waits to be decided again";
    all_saved = "Mọi thay đổi đã được lưu" | "Everything is saved";
    ask_leave_unsaved(count: usize) = "Còn {count} thay đổi chưa lưu. Bỏ và thoát?" | "{count} not saved. Give up and leave?";
    ask_give_up(count: usize) = "Bỏ {count} thay đổi chưa lưu?" | "Give up {count} not saved?";

    read_only = "Đang mở ở chế độ chỉ đọc" | "Open for reading only";
    still_saving = "Đang lưu; lưu xong sẽ thoát, q để thoát ngay" | "Saving; leaves when it is saved, q leaves at once";
    no_task_here = "Con trỏ không ở nhiệm vụ nào" | "The cursor is not on a task";
    no_mark_here = "Con trỏ không ở nhiệm vụ nào; V đánh dấu tất cả" | "The cursor is not on a task; V marks all that are shown";
    already_done = "Đã hoàn thành rồi; Space để mở lại" | "Already done; Space opens it again";
    all_closed(count: usize) =
        "Cả {count} nhiệm vụ đã khép lại; mở lại từng nhiệm vụ bằng Space" |
        "The {count} task is closed; Space opens it again" / "All {count} tasks are closed; Space on one of them opens it again";
    nothing_to_change = "Không có gì để thay đổi" | "There is nothing to change";
    not_for_a_unit = "Chỉ ghi được cho cả nhiệm vụ" | "Only for the task as a whole";
    typed_kept = "Chưa ghi; mở lại ô nhập, phím ↑ lấy lại nội dung" | "Nothing written; open it again, the key ↑ brings the text back";
    note_is_empty = "Ghi chú còn trống" | "The note is empty";
    not_a_percent = "Phải là một số từ 0 đến 100" | "It must be a number from 0 to 100";
    not_a_time = "Không hiểu thời hạn này; viết như 31/12/2022 hoặc 2022-Q4" | "Not understood; write 31/12/2022 or 2022-Q4";
    too_long_to_copy = "Dài quá, không sao chép được" | "Too long to copy";
}
