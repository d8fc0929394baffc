//! The words of the review of a document.

use super::{Lang, words};

words! {
    document(file: &str) = "Văn bản: {file}" | "Document: {file}";
    last_year(plan: &str) = "Kế hoạch năm trước: {plan}" | "Last year's plan: {plan}";
    stood = "Năm trước" | "Last year";
    draft(checked: usize, all: usize) = "Bản nháp: đã duyệt {checked}/{all}" | "Draft: {checked} of {all} looked at";
    doubts(count: usize) = "còn {count} nghi vấn" | "{count} doubtful";
    new_copy_of(id: &str, count: usize) = "Bản mới của {id}: {count} chỗ khác (~)" | "A new copy of {id}: {count} changed (~)";
    in_line(text: &str, line: u32) = "{text} (dòng {line})" | "{text} (line {line})";
    nothing_doubtful = "Không còn nghi vấn" | "Nothing is doubtful any more";
    paragraphs(count: usize) = "{count} đoạn" | "paragraphs: {count}";
    understood(wording: &str, meaning: &str) = "{wording} (hiểu là: {meaning})" | "{wording} (read as: {meaning})";
    from_above(what: &str) = "{what} (theo mục trên)" | "{what} (from the item above)";
    not_told = "chưa rõ" | "not told";

    ask_path = "Văn bản kế hoạch (hoặc dán)" | "Plan document (or paste)";
    enter_opens = "Enter mở · Esc bỏ" | "Enter opens · Esc leaves";
    tab_completes = "Tab điền · Enter mở · Esc bỏ" | "Tab fills in · Enter opens · Esc leaves";
    tab_fills(names: &str) = "Tab điền: {names}" | "Tab fills in: {names}";
    no_such_path = "Không có tệp hay thư mục nào bắt đầu như vậy" | "No file or folder begins like that";
    seek_keys = "↑↓ chỗ khác · Enter ở lại · Esc về chỗ cũ" | "↑↓ others · Enter stays there · Esc goes back";
    not_found = "Không thấy chỗ nào có các chữ này" | "Nothing has these words";
    enter_takes = "Enter nhận · Esc bỏ" | "Enter takes it · Esc leaves";
    no_path = "Chưa nêu đường dẫn" | "No path is given";
    reading(file: &str) = "Đang đọc {file}…" | "Reading {file}…";
    drafting(plan: &str) = "Đang lập kế hoạch năm sau từ {plan}…" | "Drafting next year from {plan}…";
    no_plan_here = "Con trỏ không ở kế hoạch nào" | "The cursor is on no plan";
    maybe_copy_of(ids: &str) = "Có thể là bản mới của {ids}: gõ mã đó; hoặc Enter, nếu là kế hoạch khác" | "Maybe a new copy of {ids}: type that id; or Enter, where it is another plan";
    ask_namesake = "Mã kế hoạch" | "Id of the plan";
    no_plan_id = "Mã chỉ gồm chữ thường không dấu, chữ số và gạch nối" | "An id has small letters, digits and hyphens only";
    ask_number = "Số, ký hiệu" | "Number";
    ask_ordinal = "Số thứ tự" | "Number";
    ask_title = "Tên" | "Title";
    ask_issuer = "Cơ quan ban hành" | "Issuer";
    ask_issued = "Ngày ban hành" | "Day of issue";
    ask_year = "Năm" | "Year";
    ask_time = "Thời gian" | "Time";
    ask_wording = "Toàn văn" | "Wording";
    ask_new = "Việc mới" | "New task";
    ask_units = "Đơn vị" | "Units";
    ask_deliverable = "Sản phẩm" | "Product";
    hint_issued = "Viết như 18/3/2022, hoặc 3/2022 khi chưa có ngày" | "Write 18/3/2022, or 3/2022 where the day is not told";
    hint_year = "Viết như 2022, hoặc 2022-2025" | "Write 2022, or 2022-2025";
    hint_time = "Viết như văn bản, hoặc 15/10/2022, quý III/2022, 2022-Q3; nhiều kỳ cách nhau bằng dấu ;" | "Write it as documents do, or 15/10/2022, Q3/2022, by 2022-10-15; several parted by ;";
    hint_wording = "¶ là chỗ xuống dòng" | "A line ends with ¶";
    hint_new = "Viết cả câu; thời gian và đơn vị trong câu được đọc ra, sửa bằng t, u" | "Write the sentence; times and units in it are read, t and u correct them";
    hint_units = "Viết như Chủ trì: Sở A; Sở B; Phối hợp: Sở C" | "Write Leads: Sở A; Sở B; Coordinates: Sở C";
    hint_several = "Nhiều mục cách nhau bằng dấu ;" | "Several are parted by ;";
    hint_recipients = "Viết như Sở A (để b/c); Sở B" | "Write Sở A (để b/c); Sở B";
    hint_signatory = "Viết như KT. GIÁM ĐỐC; PHÓ GIÁM ĐỐC; Trần Văn A" | "Write KT. GIÁM ĐỐC; PHÓ GIÁM ĐỐC; Trần Văn A";
    split_title = "Nhiệm vụ thứ hai bắt đầu từ" | "The second task begins with";
    split_keys = "Enter tách ở đây · Esc thôi" | "Enter splits here · Esc leaves";
    same_title = "Là việc cũ nào, được viết lại" | "Which former task it is, in other words";
    same_keys = "Enter đúng việc này · Esc thôi" | "Enter it is this one · Esc leaves";
    changes_title = "Chỗ khác so với bản trước" | "What the new copy changed";
    changes_keys = "Enter đến đó · Esc thôi" | "Enter goes there · Esc leaves";
    nothing_changed = "Bản mới không khác bản trước" | "The new copy changes nothing";
    no_copy = "Kế hoạch này là kế hoạch mới, không có bản trước" | "This plan is a new one, there is no former copy";
    nothing_open = "Không còn nghi vấn hay chỗ khác nào chưa xem" | "Nothing doubtful or changed is left to look at";
    number = "Số" | "Number";
    title = "Tên" | "Title";
    issuer = "Cơ quan" | "Issuer";
    issued = "Ngày" | "Issued";
    year = "Năm" | "Year";
    place = "Địa danh" | "Place";
    bases = "Căn cứ" | "Bases";
    relations = "Liên quan" | "Related";
    recipients = "Nơi nhận" | "Sent to";
    signatory = "Người ký" | "Signed";
    funding = "Kinh phí" | "Funding";
    reports_to = "Báo cáo về" | "Reports to";

    taken_back = "Đã hoàn tác" | "Taken back";
    nothing_to_take_back = "Không có gì để hoàn tác ở đây" | "Nothing here to take back";
    nothing_proposed = "Chỗ này không có đề nghị nào" | "Nothing is proposed here";
    likely = "suy từ câu chữ" | "likely";
    guessed = "đoán" | "guessed";
    at_line(line: &str) = "dòng {line}" | "line {line}";
    at_lines(lines: &str) = "dòng {lines}" | "lines {lines}";
    checked_certain(count: usize) = "Đã duyệt {count} chỗ chắc chắn" | "{count} certain spots accepted";
    added = "Đã thêm" | "Added";
    merged = "Đã gộp" | "Merged";
    split = "Đã tách" | "Split";
    made_same = "Là việc cũ: giữ mã và tiến độ" | "The former one: it keeps id and progress";
    made_new = "Là việc mới; việc cũ đứng dưới" | "A new one; the former stands below";
    moved = "Đã chuyển chỗ" | "Moved";
    dropped = "Đã bỏ khỏi bản nháp" | "Dropped from the draft";
    dropped_with(count: usize) = "Đã bỏ khỏi bản nháp, cùng {count} việc bên trong" | "Dropped from the draft, with {count} task in it" / "Dropped from the draft, with {count} tasks in it";
    remedied(count: usize) = "Đã theo đề nghị ở {count} chỗ" | "Followed the proposal in {count} place" / "Followed the proposal in {count} places";
    kind_is(kind: &str) = "Loại mục: {kind}" | "Kind of section: {kind}";
    kind_hides(count: usize, kind: &str) = "Loại mục: {kind}; {count} việc bên trong không còn là nhiệm vụ" | "Kind of section: {kind}; {count} in it is a task no more" / "Kind of section: {kind}; {count} in it are tasks no more";
    corrected = "Đã sửa" | "Corrected";
    pending = "Chưa hiểu là ngày nào, ghi là điều kiện" | "No day is understood; kept as a condition";
    imported(title: &str) = "Đã ghi kế hoạch: {title}" | "Saved: {title}";
    saving = "Đang ghi…" | "Saving…";
    ask_save(count: usize) = "Còn {count} chỗ nghi vấn chưa duyệt. Vẫn ghi?" | "{count} doubtful spots not looked at. Save all the same?";
    ask_take_up(moment: &str) = "Có bản duyệt dở lúc {moment}. Làm tiếp?" | "A review was left at {moment}. Go on with it?";
    take_up_keys = "Enter làm tiếp · n duyệt lại từ đầu · Esc để sau" | "Enter goes on · n begins anew · Esc not now";
    stays_kept = "Bản duyệt dở vẫn được giữ" | "The review is still kept";
    asked_since(count: usize) = "Từ lúc rời có người theo dõi hoặc sửa việc mà bản này cũng động đến: hỏi thêm {count} chỗ" | "Since then somebody followed or changed what this changes, too: {count} more to be asked";
    kept(key: &str, file: &str) = "Chưa ghi gì; bản duyệt dở được giữ: {key} rồi mở lại {file} để làm tiếp" | "Nothing is saved; the review is kept: {key} and {file} again to go on";
    kept_next_year(key: &str, plan: &str) = "Chưa ghi gì; bản duyệt dở được giữ: {key} ở kế hoạch {plan} để làm tiếp" | "Nothing is saved; the review is kept: {key} on the plan {plan} to go on";
    kept_pasted(key: &str) = "Chưa ghi gì; bản duyệt dở được giữ: {key} rồi dán lại văn bản đó để làm tiếp" | "Nothing is saved; the review is kept: {key} and paste the same text to go on";
    ask_give_up = "Không giữ được bản duyệt dở. Bỏ hẳn?" | "The review cannot be kept. Give it up?";
    ask_give_up_older = "Bản duyệt dở trước đó còn được giữ. Thay bằng bản này?" | "An older review is kept. Put this one in its place?";

    unchanged = "Không có gì thay đổi" | "Nothing changes";
    gone = "Chỗ này không còn" | "It is not there any more";
    topmost = "Không nằm trong nhóm nào" | "It is in no group";
    first = "Không có mục nào phía trên cùng cấp" | "Nothing stands above it on its level";
    alone = "Không có nhiệm vụ nào phía trên trong mục" | "No task stands above it in the section";
    no_field = "Dòng này không có ô đó" | "This row has no such field";
    no_title = "Tên không được để trống" | "It has to be called something";
    no_day = "Không hiểu ngày này; viết như 18/3/2022 hoặc 3/2022" | "Not understood; write 18/3/2022 or 3/2022";
    no_such_day = "Lịch không có ngày, tháng hay quý này; viết như 28/2/2022" | "No calendar has this day, month or quarter; write 28/2/2022";
    no_year = "Không hiểu năm này; viết như 2022 hoặc 2022-2025" | "Not understood; write 2022 or 2022-2025";
    holds_no_tasks = "Mục này không chứa nhiệm vụ; K đổi loại mục" | "This section holds no tasks; K makes it another kind";
    is_head = "Không bỏ được ô của kế hoạch; e để sửa" | "A field of the plan cannot be dropped; e corrects it";
    no_place = "Chỉ có một câu, không tách được" | "It is one sentence and cannot be split";
    is_group = "Chỉ làm được với nhiệm vụ không có việc con" | "Only for a task with none under it";
    not_read = "Văn bản không có việc này: do người dùng thêm" | "The document does not have it: a person added it";
    say_on_new = "Đây là việc cũ; bấm phím này ở việc mới" | "This is the former one; press it on the new one";
    none_dropped = "Bản mới không bỏ việc cũ nào" | "The new copy drops no former task";
    no_lines = "Văn bản không có dòng nào của việc này" | "The document has no line of it";
    only_tasks = "Chỉ làm được với nhiệm vụ" | "Only for a task";
    only_sections = "Chỉ làm được trong một mục" | "Only within a section";
}

/// The moment as a person reads it.
#[must_use]
pub fn moment(lang: Lang, at: chrono::DateTime<chrono::FixedOffset>) -> String {
    format!("{} {}", at.format("%H:%M"), super::date::day(lang, at.date_naive()))
}
