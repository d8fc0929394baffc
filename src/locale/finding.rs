//! What is doubtful in the draft of an imported document, and what a new copy of a plan changed.

use super::words;

words! {
    no_number = "Số, ký hiệu để trống hoặc không có" | "The number is blank or missing";
    no_day = "Ngày ban hành để trống hoặc không có" | "The day of issue is blank or missing";
    no_title = "Không thấy tên kế hoạch" | "There is no title";
    no_issuer = "Không thấy cơ quan ban hành" | "Nobody is named as issuer";
    assumed_year(year: i32) = "Không rõ năm của kế hoạch, tạm lấy {year}" | "No year is told; {year} is assumed";
    no_sections = "Không thấy đề mục nào" | "There are no sections";
    no_tasks = "Không thấy nhiệm vụ nào" | "There are no tasks";
    repeated_number(number: &str) = "Đề mục {number} lặp lại" | "Section {number} occurs again";
    number_twice(number: &str) = "Số {number} đã dùng cho một việc ngay bên trên" | "The number {number} is that of a task above";
    number_skipped(before: &str, number: &str) = "Số nhảy từ {before} sang {number}: có thể thiếu hoặc dính một mục" | "The numbers jump from {before} to {number}: an item may be missing, or have run into another";
    unread_time(wording: &str) = "Có thời gian chưa đọc được thành thời hạn: {wording}" | "This looks like a time and was not read as one: {wording}";
    nobodys_time(wording: &str) = "Thời hạn này nằm ngoài các nhiệm vụ, chưa giao cho ai: {wording}" | "This time stands outside all tasks, so that nobody owes it: {wording}";
    deadline_before_issue(wording: &str) = "Thời hạn trước ngày ban hành: {wording}" | "The deadline lies before the day of issue: {wording}";
    same_work_twice(line: u32) = "Trùng với nhiệm vụ ở dòng {line}" | "The same work stands in line {line}";
    merged_items = "Dòng này có thể gồm hai nhiệm vụ, đã tách" | "This line seemed to hold two items and was split";
    misread(printed: &str, read: &str) = "Bản quét ghi “{printed}”, đọc là “{read}”" | "The scan says “{printed}”, read as “{read}”";
    unread_table(rows: usize) = "Bảng {rows} dòng không đọc thành nhiệm vụ, chữ của bảng giữ ở phần lời của đề mục" | "A table of {rows} rows was not read as tasks; its words stay in the section's text";
    unread_appendix(title: &str) = "Phụ lục này không đọc thành nhiệm vụ, chữ của nó không có trong kế hoạch: {title}" | "This appendix was not read as tasks, and the plan does not hold its words: {title}";
    legacy_letters(name: &str) = "Văn bản dùng bảng mã cũ {name}, đã đổi sang Unicode; đề nghị so lại chữ hoa và dấu" | "The letters were in the old encoding {name} and were turned into Unicode; compare capitals and marks";
    carried_down = "Ô gộp hoặc ghi “như trên”: đã lấy theo dòng trên" | "A merged cell, or one that says “as above”: taken from the row above";
    guessed_labels = "Không rõ kiểu số của các mục đánh số tự động (2, II hay b): hãy lưu lại dạng .docx rồi nhập, hoặc cài LibreOffice (soffice) nếu máy chưa có" | "How automatic numbers are printed (2, II or b) is not known: save it as .docx and import that, or install LibreOffice (soffice) where it is missing";
    no_reading = "Không rõ văn bản trước đây ghi gì: chỉ thêm phần mới, phần đã có giữ nguyên; đề nghị so lại với văn bản" | "What the document said before is not known: what is new came in, what was there stays as it is; compare it with the document";
    moved_by_both(title: &str) = "Văn bản chuyển chỗ khác, giữ ở chỗ đã chuyển: {title}" | "The document moved it elsewhere; it stays where it was put: {title}";
    changed_by_both(field: &str, own: &str, theirs: &str) = "Từ lúc rời có người cũng sửa {field} thành “{theirs}”; bản này ghi “{own}”" | "Since it was left somebody changed this as well ({field}), to “{theirs}”; here it says “{own}”";
    taken_away(title: &str) = "Đã bỏ nhưng văn bản có sửa, vẫn bỏ: {title}" | "It was taken away and the document changed it; it stays away: {title}";
    dropped(title: &str) = "Bản mới không còn việc này, giữ lại vì đã có theo dõi: {title}" | "Not in the new copy; it stays for what was written of it: {title}";
    perhaps_same(title: &str, was: &str) = "Việc mới, hay việc cũ viết lại ({was}): {title}" | "New, or a former one in other words ({was}): {title}";
    parted(title: &str) = "Nay có việc con, nên tiến độ đã ghi không còn được tính; ghi lại ở việc con: {title}" | "It has tasks of its own now, so that what was written of it counts no more; write it of those: {title}";
    perhaps_new(title: &str, was: &str) = "Vẫn việc cũ ({was}) hay là việc mới: {title}" | "Still the former one ({was}), or new: {title}";
    kept_for_own(title: &str) = "Văn bản đã bỏ, giữ lại vì còn việc bên trong: {title}" | "The document dropped it; it stays for what stands in it: {title}";
    still_open(title: &str) = "Năm trước chưa xong, chuyển sang: {title}" | "Not done last year, carried on: {title}";
    done_once(title: &str) = "Năm trước đã xong và không định kỳ, có còn cần không: {title}" | "Done last year and not recurring, is it wanted again: {title}";
    given_up(title: &str) = "Năm trước không thực hiện, đã bỏ: {title}" | "Given up last year, left out: {title}";
    accept = "đúng thì nhận" | "accept it if it is right";
    write(field: &str) = "ghi {field}" | "write the {field}";
    correct(field: &str, text: &str) = "sửa {field} thành {text}" | "make the {field} {text}";
    merge = "gộp vào nhiệm vụ ngay trên" | "merge it into the task above";
    same = "coi là việc cũ viết lại" | "take it for the former one";
    drop = "bỏ khỏi bản nháp" | "drop it from the draft";
    kind = "đổi loại của mục có nhiệm vụ" | "change the kind of the section that holds tasks";
    proposed(proposal: &str) = "Đề nghị: {proposal}" | "Proposed: {proposal}";
    guessed(field: &str) = "{field}: văn bản không ghi rõ, đã đoán" | "{field}: the document does not say it, this is a guess";
    untimed(whole: &str) = "Phần tách ra chưa có thời gian; cả việc là: {whole}" | "This part has no time of its own; the whole had: {whole}";
    section_added(title: &str) = "Thêm đề mục: {title}" | "New section: {title}";
    section_removed(title: &str) = "Bỏ đề mục: {title}" | "Section gone: {title}";
    task_added(title: &str) = "Thêm: {title}" | "New: {title}";
    task_removed(title: &str) = "Bỏ: {title}" | "Gone: {title}";
    task_reworded(title: &str) = "Sửa câu chữ: {title}" | "Other words: {title}";
    task_rescheduled(title: &str, before: &str, after: &str) = "Đổi thời gian: {title} ({before} → {after})" | "Other time: {title} ({before} → {after})";
    task_reassigned(title: &str, before: &str, after: &str) = "Đổi đơn vị: {title} ({before} → {after})" | "Other units: {title} ({before} → {after})";
}
