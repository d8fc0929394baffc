//! Why something failed: the words for every error of the workspace, its files, its edits and its documents.

use super::words;

words! {
    no_address(typed: &str) =
        "\"{typed}\" không phải là địa chỉ, cần dạng PLAN, PLAN:II.4 hoặc PLAN:MÃ" |
        "\"{typed}\" is not an address: expected PLAN, PLAN:II.4 or PLAN:TASK-ID";
    no_plan(typed: &str) = "không có kế hoạch nào tên là \"{typed}\"" | "no plan is called \"{typed}\"";
    no_plan_near(typed: &str) =
        "không có kế hoạch nào tên là \"{typed}\"; `tiendo show` liệt kê các kế hoạch" |
        "no plan is called \"{typed}\"; `tiendo show` lists the plans";
    and_others(more: usize, named: &str) = "{named} và {more} tên khác" | "{named}, and {more} other" / "{named}, and {more} others";
    several_plans(typed: &str, ids: &str) =
        "\"{typed}\" có thể là nhiều kế hoạch: {ids}" | "\"{typed}\" could be several plans: {ids}";
    no_place(plan: &str, typed: &str) =
        "kế hoạch {plan} không có mục \"{typed}\"" | "the plan {plan} has nothing at \"{typed}\"";
    did_you_mean(sentence: &str, near: &str) = "{sentence}; có phải là {near}?" | "{sentence}; did you mean {near}?";
    not_merged(id: &str) = "không ghép được bản mới với kế hoạch {id} đã sửa; chưa ghi gì" | "the new copy cannot be merged with the plan {id} as it stands; nothing was written";
    changed_meanwhile(id: &str) =
        "trong lúc duyệt có người sửa cùng chỗ trong kế hoạch {id}; chưa ghi gì, hãy rời bản duyệt rồi mở lại văn bản và làm tiếp" |
        "somebody changed the same of the plan {id} meanwhile; nothing was written: leave the review, open the document again and go on";
    followed_meanwhile(id: &str, tasks: &str) =
        "trong lúc duyệt có người theo dõi việc mà bản mới của {id} bỏ: {tasks}; chưa ghi gì, hãy rời bản duyệt rồi mở lại văn bản để được hỏi về việc đó" |
        "somebody followed meanwhile what the new copy of {id} drops: {tasks}; nothing was written: leave the review and open the document again to be asked about it";
    perhaps_there(ids: &str) =
        "có thể là bản mới của {ids}; hãy chọn bằng --as, hoặc đặt mã khác" |
        "this may be a new copy of {ids}: say which with --as, or give another id";
    rollover_unread(plan: &str) =
        "{plan}: không đọc được nhật ký nên không rõ việc nào đã xong; hãy chạy tiendo check" |
        "{plan}: its journal cannot be read, so nobody knows what is done; run tiendo check";
    rollover_back(plan: &str, own: i32, year: i32) =
        "{plan} là kế hoạch năm {own}, không chuyển sang năm {year} được" |
        "{plan} is the plan for {own}; it cannot roll over to {year}";
    read_only(reason: &str) =
        "thư mục làm việc đang mở chỉ để đọc: {reason}" | "the workspace is open for reading alone: {reason}";
    nothing_to_do = "không có gì để làm" | "there is nothing to do";
    nothing_to_undo = "bạn không còn việc nào để lấy lại" | "you have done nothing that could be taken back";
    nothing_to_redo = "không có gì để làm lại" | "there is nothing to bring again";
    no_act(id: &str) = "không có việc nào mang mã {id}" | "no act has the id {id}";
    already_undone(id: &str) = "việc {id} đã được lấy lại rồi" | "the act {id} is taken back already";
    changed_since(by: &str) =
        "{by} đã sửa đúng chỗ này sau đó; hãy ghi trạng thái mới, hoặc lấy lại việc khác: tiendo undo MÃ (mã: tiendo log)" |
        "{by} has changed the same since: say anew how it stands, or take another act back: tiendo undo ID (ids: tiendo log)";
    empty_note = "ghi chú còn trống" | "the note is empty";
    percent_of_closed =
        "nhiệm vụ đã khép lại, không ghi phần trăm được; hãy mở lại trước" |
        "the task is closed and takes no percentage: reopen it first";
    extension_of_closed =
        "nhiệm vụ đã khép lại, không gia hạn được; hãy mở lại trước" |
        "the task is closed and cannot be extended: reopen it first";
    not_later(last: &str) =
        "hạn hiện nay là {last}; gia hạn phải là ngày sau đó" | "the deadline is {last} already: an extension is to a later day";
    day_has_passed(day: &str) = "ngày {day} đã qua, không gia hạn đến đó được" | "{day} has passed: no deadline can be set to it";
    no_folder =
        "chưa chọn thư mục làm việc và không có thư mục nhà để đặt nó; hãy dùng --workspace DIR" |
        "no workspace is named and there is no home folder to keep one in: use --workspace DIR";
    no_workspace(folder: &str) =
        "không có thư mục làm việc nào ở {folder}; lệnh `tiendo import` sẽ tạo ra nó" |
        "there is no workspace at {folder}; `tiendo import` would create it";
    not_of_unsaved = "không phải là tệp chứa thay đổi chưa lưu" | "is no file of changes that were not saved";
    other_workspace(file: &str, folder: &str) =
        "{file} là của thư mục làm việc khác; hãy dùng --workspace {folder}" |
        "{file} is of another workspace: use --workspace {folder}";
    demo_not_written(reason: &str) =
        "không ghi được bản dùng thử: {reason}" | "the demonstration cannot be written: {reason}";
    no_plan_id(id: &str, reason: &str) =
        "\"{id}\" không phải là mã kế hoạch: {reason}" | "\"{id}\" is not a plan's id: {reason}";
    plan_gone(id: &str) = "không còn kế hoạch {id}" | "there is no plan {id}";
    task_gone(plan: &str, task: &str) =
        "kế hoạch {plan} không còn nhiệm vụ {task}" | "the plan {plan} has no task {task}";
    plan_exists(id: &str) = "đã có kế hoạch mang mã {id}" | "a plan with the id {id} is there already";
    edit_does_not_fit(reason: &str) =
        "kế hoạch đã được sửa trong lúc đó: {reason}" | "the plan was changed meanwhile: {reason}";
    interrupted(done: &str, reason: &str) =
        "đã ghi vào {done} rồi dừng lại: {reason}" | "written to {done}, then stopped: {reason}";
    no_json(reason: &str) =
        "không viết được giá trị thành JSON: {reason}" | "the value cannot be written as JSON: {reason}";

    folder_read_only(folder: &str) = "{folder} đang mở chỉ để đọc" | "{folder} is open for reading only";
    no_locks(folder: &str, reason: &str) =
        "{folder} chỉ đọc được: khóa tệp ở đó không đáng tin ({reason})" |
        "{folder} can only be read: locks are not reliable there ({reason})";
    waited(lock: &str, holder: &str) =
        "đã chờ năm giây mà {lock} vẫn do {holder} giữ" | "waited five seconds for {lock}, which {holder} holds";
    another_program = "một chương trình khác" | "another program";
    file_changed(file: &str) = "{file} đã bị người khác sửa" | "{file} was changed by somebody else";
    write_protected(file: &str) = "{file} được bảo vệ, không cho ghi" | "{file} is write-protected";
    hard_link(file: &str) = "{file} là liên kết cứng" | "{file} is a hard link";
    displaced(file: &str, kept: &str, reason: &str) = "nội dung mà chương trình khác vừa ghi vào {file} nay nằm ở {kept}: {reason}"
        | "what another program wrote to {file} now stands in {kept}: {reason}";
    refused_by_system(doing: &str, path: &str, reason: &str) = "{doing} {path}: {reason}" | "{doing} {path}: {reason}";
    creating = "không tạo được" | "creating";
    locking = "không khóa được" | "locking";
    listing = "không liệt kê được" | "listing";
    writing = "không ghi được" | "writing";
    syncing = "không đẩy được xuống đĩa" | "syncing";
    renaming = "không đổi tên được" | "renaming";
    removing = "không xóa được" | "removing";
    disk_full = "đĩa đã đầy" | "the disk is full";
    no_such_file = "không có tệp này" | "there is no such file";
    not_allowed = "không có quyền" | "permission denied";
    read_only_disk = "đĩa chỉ cho đọc" | "the file system is read-only";
    is_there_already = "đã có tệp này" | "there is such a file already";
    too_large_for_system = "tệp vượt quá cỡ được phép" | "the file would exceed the size that is allowed";

    is_link = "là liên kết tượng trưng" | "is a symbolic link";
    not_a_file = "không phải là tệp thường" | "is not a regular file";
    not_a_folder = "không phải là thư mục" | "is not a folder";
    too_large(bytes: u64, most: u64) =
        "có {bytes} byte; chỉ đọc tối đa {most} byte" | "has {bytes} bytes; at most {most} are read";
    cannot_be_read(reason: &str) = "không đọc được: {reason}" | "cannot be read: {reason}";
    misnamed(id: &str) =
        "chứa kế hoạch \"{id}\", khác với tên tệp" | "holds the plan \"{id}\", which is not its name";
    empty_file = "là tệp rỗng" | "is empty";
    byte_order_mark =
        "mở đầu bằng dấu thứ tự byte; hãy lưu lại dạng UTF-8 không có dấu đó" |
        "opens with a byte order mark; save it as UTF-8 without one";
    utf16 = "được mã hóa UTF-16; hãy lưu lại dạng UTF-8" | "is encoded in UTF-16; save it as UTF-8";
    holds_nul = "có byte NUL" | "holds NUL bytes";
    not_utf8 = "không được mã hóa UTF-8" | "is not encoded in UTF-8";
    conflict_markers = "còn dấu xung đột của git" | "holds the marks of a git conflict";
    torn = "kết thúc bằng một dòng dở dang" | "ends in a torn line";
    directory_refused(reason: &str) = "danh bạ không thể sửa như vậy: {reason}" | "the directory cannot be changed so: {reason}";
    blank_unit(unit: &str) =
        "đơn vị \"{unit}\" có tên để trống hoặc gồm nhiều dòng" | "the unit \"{unit}\" has a name that is empty or of several lines";
    doubled_unit(name: &str) = "hai đơn vị cùng mang tên \"{name}\"" | "two units go by the name \"{name}\"";
    own_member(unit: &str) = "\"{unit}\" là thành viên của chính mình" | "\"{unit}\" is a member of itself";
    own_part(unit: &str) = "\"{unit}\" thuộc chính mình" | "\"{unit}\" is a part of itself";
    term_too_long = "có thời hạn quá năm mươi năm" | "has a term of more than fifty years";
    unknown_kind = "thuộc loại không rõ" | "is of an unknown kind";

    id_empty = "mã để trống" | "the id is empty";
    id_too_long(most: usize) = "mã dài hơn {most} byte" | "the id is longer than {most} bytes";
    id_character(held: char) =
        "mã có ký tự {held:?}; chỉ dùng chữ, số, '-', '_' và '.'" |
        "the id holds {held:?}; letters, digits, '-', '_' and '.' are allowed";
    id_opening(held: char) = "mã mở đầu bằng {held:?}" | "the id opens with {held:?}";
    id_not_composed = "mã không ở dạng Unicode NFC" | "the id is not in Unicode NFC";
    id_reserved = "mã \"units\" dành cho danh bạ đơn vị" | "the id \"units\" is taken by the directory of units";

    not_an_object = "tài liệu không phải là một đối tượng JSON" | "the document is not an object";
    not_a_list(at: &str) = "\"{at}\" không phải là danh sách" | "\"{at}\" is not a list";
    nameless(at: &str, field: &str) =
        "một phần tử của \"{at}\" không có \"{field}\"" | "an element of \"{at}\" has no \"{field}\"";
    stands_twice(id: &str) = "\"{id}\" xuất hiện hai lần" | "\"{id}\" stands there twice";
    edit_missing(at: &str) = "không có \"{at}\"" | "\"{at}\" is not there";
    edit_taken(at: &str) = "đã có \"{at}\"" | "\"{at}\" is there already";
    edit_stale(at: &str, found: &str, expected: &str) =
        "\"{at}\" đang là {found}, không phải {expected}" | "\"{at}\" holds {found}, not {expected}";
    edit_holder(at: &str, parent: &str) =
        "\"{at}\" không đặt được trong \"{parent}\"" | "\"{at}\" cannot stand in \"{parent}\"";
    edit_misnamed(at: &str) =
        "phần thêm vào tại \"{at}\" mang mã khác" | "what is to be added as \"{at}\" bears another id";
    edit_unsaid(at: &str) =
        "chỗ sửa \"{at}\" không nói trước là gì và sau là gì" |
        "the edit of \"{at}\" does not say what was there and what shall be";

    document_not_utf8(line: usize, column: usize) =
        "không phải là văn bản UTF-8 từ dòng {line}, cột {column}; hãy lưu lại dạng UTF-8 rồi nhập lại" |
        "not UTF-8 text from line {line}, column {column} on; save it as UTF-8 and import it again";
    not_plain_text =
        "không đọc được loại tệp này; hãy lưu lại dạng .docx, .odt, .xlsx, .pdf, .doc, .rtf, .html hoặc văn bản (.txt) rồi nhập lại" |
        "this kind of file cannot be read; save it as .docx, .odt, .xlsx, .pdf, .doc, .rtf, .html or text (.txt) and import it again";
    damaged_document =
        "tệp bị hỏng; hãy mở bằng Word hoặc LibreOffice, lưu lại rồi nhập lại" |
        "the file is damaged; open it in Word or LibreOffice, save it again and import that";
    encrypted_document =
        "tệp có mật khẩu; hãy lưu lại không có mật khẩu rồi nhập lại" |
        "the file is encrypted; save it without a password and import it again";
    document_beyond(limit: &str) =
        "tệp có quá nhiều {limit}, không thể là kế hoạch" |
        "the file has too many {limit} to be a plan";
    limit_of_parts = "tệp con" | "parts";
    limit_of_bytes = "dữ liệu khi giải nén" | "bytes when unpacked";
    limit_of_elements = "phần tử" | "elements";
    limit_of_depth = "phần lồng nhau" | "parts one inside another";
    limit_of_cells = "ô trong bảng" | "cells";
    limit_of_text = "chữ (quá 4 MiB)" | "letters (beyond 4 MiB)";
    pictures =
        "các trang là ảnh, không có chữ; hãy nhận dạng chữ trước (ocrmypdf -l vie VÀO.pdf RA.pdf) rồi nhập tệp tạo ra" |
        "the pages are pictures and hold no text; run OCR on them first (ocrmypdf -l vie IN.pdf OUT.pdf) and import what it makes";
    no_reader =
        "không đọc được các trang này khi không có pdftotext; hãy cài đặt nó (gói poppler-utils) rồi nhập lại" |
        "these pages cannot be read without pdftotext; install it (package poppler-utils) and import the file again";
    no_process =
        "máy không mở thêm được tiến trình để đọc tệp này; hãy đóng bớt chương trình khác rồi thử lại" |
        "no process could be started to read the file; close other programs and try again";
    no_labels =
        "không rõ kiểu số của các mục đánh số tự động nên không thấy nhiệm vụ nào; hãy lưu lại dạng .docx rồi nhập, hoặc cài LibreOffice (soffice) nếu máy chưa có" |
        "how its automatic numbers are printed is not known, so no task was found; save it as .docx and import that, or install LibreOffice (soffice) where it is missing";
    endless_document =
        "đọc tệp này tốn nhiều thời gian hoặc bộ nhớ hơn mức của một kế hoạch" |
        "the file takes more time or memory to read than a plan does";
    no_tasks =
        "không thấy nhiệm vụ nào nên chưa ghi gì; nếu là kế hoạch thì xem lại (--review) và đổi loại của mục có nhiệm vụ" |
        "no task was found in it, so nothing was written; if it is a plan, look it through (--review) and change the kind of the section that holds tasks";
    no_text = "tài liệu không có chữ nào" | "the document holds no text";
    no_event(reason: &str) = "không ghi được dòng nhật ký: {reason}" | "an event cannot be written: {reason}";

    doubled_id(id: &str) = "mã \"{id}\" chỉ nhiều thứ khác nhau; mỗi mã chỉ dùng một lần" | "the id \"{id}\" names several things; an id is used once";
    too_many_periods(when: &str, most: usize) =
        "thời gian \"{when}\" gồm hơn {most} kỳ; các kỳ sau bị bỏ" |
        "the time \"{when}\" has more than {most} periods; the later ones are left out";
    line_without_task(task: &str) =
        "nói về nhiệm vụ \"{task}\" không có trong kế hoạch" |
        "speaks of the task \"{task}\", which the plan does not have";
    line_without_period(period: &str) =
        "nói về kỳ \"{period}\" mà nhiệm vụ không có" |
        "speaks of the period \"{period}\", which its task does not have";
    not_listed(reason: &str) = "không liệt kê được: {reason}" | "cannot be listed: {reason}";
    journal_without_plan =
        "là nhật ký của một kế hoạch không còn tệp, mà không ai lấy lại việc nhập" |
        "is the journal of a plan whose file is missing, though nobody took its import back";
    stranger = "không phải là tệp của tiendo; tiendo bỏ qua" | "is none of tiendo's files; it is passed over";
}
