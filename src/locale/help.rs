//! The help of the commands in Vietnamese. In English it is their doc comments, by which it is found here.

use super::words;

words! {
    commands = "Lệnh" | "Commands";
    arguments = "Tham số" | "Arguments";
    options = "Tùy chọn" | "Options";
    global_options = "Tùy chọn chung" | "Global options";
    values(values: &str) = "[giá trị: {values}]" | "[possible values: {values}]";
    default(value: &str) = "[mặc định: {value}]" | "[default: {value}]";
    after = "\
ADDRESS (địa chỉ) là PLAN:II.4, PLAN:II.1.3 hoặc PLAN:MÃ-NHIỆM-VỤ; PLAN là phần đầu bất kỳ của mã kế hoạch, miễn là không trùng.
Mã kết thúc: 0 xong; 1 có phát hiện hoặc không làm được như đã nói, kể cả khi danh sách thiếu vì có tệp không đọc được; 2 sai cách dùng.
Biến môi trường: TIENDO_WORKSPACE là thư mục làm việc, TIENDO_BY là tên ghi vào nhật ký, TIENDO_TODAY là ngày được coi là hôm nay."
        | "\
ADDRESS is PLAN:II.4, PLAN:II.1.3 or PLAN:TASK-ID, where PLAN is any unambiguous beginning of a plan's id.
Exit status: 0 done; 1 found or failed as said, also when a list is not whole because a file cannot be read; 2 wrong usage.
Environment: TIENDO_WORKSPACE is the workspace's folder, TIENDO_BY the name that journals know you by, TIENDO_TODAY the day taken for today.";
}

/// How a page of help is laid out.
pub const TEMPLATE: &str = "{about-with-newline}\nCách dùng: {usage}\n\n{all-args}{after-help}";

/// The Vietnamese of an English sentence of the help.
#[must_use]
pub fn in_vietnamese(english: &str) -> Option<&'static str> {
    SENTENCES.iter().find(|(en, _)| *en == english).map(|(_, vi)| *vi)
}

const SENTENCES: &[(&str, &str)] = &[
    (
        "Write the letter that reminds a unit of what is late or due soon",
        "Viết công văn đôn đốc một đơn vị về việc quá hạn, sắp đến hạn",
    ),
    ("The unit", "Đơn vị"),
    (
        "How it is reminded, such as by telephone; by default by this letter",
        "Đôn đốc bằng cách nào, chẳng hạn gọi điện; nếu không nêu là bằng công văn này",
    ),
    ("Print the letter without writing down that it was sent", "In công văn mà không ghi là đã gửi"),
    ("Track the tasks of Vietnamese administrative plans", "Theo dõi nhiệm vụ của các kế hoạch hành chính"),
    (
        "Track the tasks of Vietnamese administrative plans.\n\nWithout a command the screen opens.",
        "Theo dõi nhiệm vụ của các kế hoạch hành chính.\n\nKhông nêu lệnh thì mở màn hình.",
    ),
    (
        "The workspace's folder; by default that of `TIENDO_WORKSPACE`, else the user's own",
        "Thư mục làm việc; nếu không nêu thì theo TIENDO_WORKSPACE, hoặc thư mục riêng của người dùng",
    ),
    (
        "The language of the messages; by default that of the environment",
        "Ngôn ngữ của thông báo; nếu không nêu thì theo môi trường",
    ),
    (
        "Show everything as it stood on a day, such as 2022-03-18 or 18/3/2022",
        "Xem mọi thứ như vào một ngày, ví dụ 2022-03-18 hoặc 18/3/2022",
    ),
    ("Open for reading alone", "Chỉ mở để đọc"),
    ("Work on a private copy of the sample plans", "Dùng một bản sao riêng của các kế hoạch mẫu"),
    ("Print help", "In trợ giúp"),
    ("Print help (see more with '--help')", "In trợ giúp (--help in đủ hơn)"),
    ("Print help (see a summary with '-h')", "In trợ giúp (-h in gọn hơn)"),
    ("Print version", "In phiên bản"),
    (
        "Print this message or the help of the given subcommand(s)",
        "In trợ giúp này hoặc trợ giúp của một lệnh",
    ),
    ("Print help for the subcommand(s)", "In trợ giúp của lệnh"),
    // The commands.
    ("Bring in plans from documents", "Nhập kế hoạch từ văn bản"),
    ("List tasks, those that fit all filters", "Liệt kê nhiệm vụ khớp với mọi điều kiện"),
    (
        "Show the plans, a plan, a section or all that is known of a task",
        "Xem các kế hoạch, một kế hoạch, một mục, hoặc tất cả về một nhiệm vụ",
    ),
    ("Mark tasks as in progress", "Đánh dấu đang thực hiện"),
    ("Mark tasks as reported done, not yet confirmed", "Đánh dấu đã báo cáo, chờ xác nhận"),
    ("Mark tasks as done", "Đánh dấu hoàn thành"),
    ("Mark tasks as paused", "Đánh dấu tạm dừng"),
    (
        "Mark tasks as cancelled; they leave the figures",
        "Đánh dấu không thực hiện; không còn tính vào số liệu",
    ),
    ("Open tasks again that were done or cancelled", "Mở lại nhiệm vụ đã hoàn thành hoặc không thực hiện"),
    ("Say how far a task has come, in percent", "Ghi đã thực hiện bao nhiêu phần trăm"),
    ("Write a remark on a task", "Ghi chú về một nhiệm vụ"),
    ("Move the deadline of a task", "Gia hạn một nhiệm vụ"),
    ("The directory of units: names, short names, members", "Danh bạ đơn vị: tên, tên ngắn, thành viên"),
    ("Count what each unit owes, quarter by quarter", "Đếm việc của từng đơn vị theo quý"),
    ("List open tasks by when they fall due", "Liệt kê việc chưa xong theo thời hạn"),
    ("List what was done and by whom, newest first", "Liệt kê ai đã ghi gì, mới nhất ở trên"),
    (
        "Take back your last act, or any by its id",
        "Lấy lại việc vừa làm của mình, hoặc một việc bất kỳ theo mã",
    ),
    ("Take back your last undo", "Làm lại việc vừa lấy lại"),
    ("Draft next year's plan from this year's", "Dự thảo kế hoạch năm sau từ kế hoạch năm nay"),
    ("Print the plan as JSON", "In kế hoạch dạng JSON"),
    ("The plan to start from", "Kế hoạch làm gốc"),
    (
        "The year of the new plan; by default the one behind the old plan's last",
        "Năm của kế hoạch mới; mặc định là năm liền sau năm cuối của kế hoạch cũ",
    ),
    (
        "Print the draft and what is doubtful in it, and write nothing",
        "In dự thảo và những điểm cần xem lại, không ghi gì",
    ),
    (
        "Bring in what the screen could not save and wrote to a file",
        "Đưa vào những gì màn hình chưa lưu được và đã ghi ra tệp",
    ),
    ("The file that the screen wrote", "Tệp mà màn hình đã ghi"),
    (
        "Read every file of the workspace and report what is wrong in it",
        "Đọc mọi tệp của thư mục làm việc và báo chỗ sai",
    ),
    (
        "Bring the workspace together with the other clones, through git",
        "Đồng bộ thư mục làm việc với các nơi khác qua git",
    ),
    (
        "Make this clone ready once: the repository, how git merges, and where to share, such as `/srv/office.git`",
        "Chuẩn bị một lần cho bản sao này: kho git, cách gộp, và nơi chia sẻ, như /srv/office.git",
    ),
    (
        "With --setup: take the address as it is, without trying whether a repository answers there",
        "Dùng với --setup: lấy địa chỉ như đã ghi, không thử xem ở đó có kho git trả lời không",
    ),
    ("List what git could not merge, or decide it", "Liệt kê chỗ hai bên sửa khác nhau, hoặc chọn một bên"),
    ("Merge three copies of a file; git calls this", "Gộp ba bản của một tệp; git gọi lệnh này"),
    (
        "Convert a document by other people's readers; tiendo calls itself for that",
        "Chuyển đổi văn bản bằng bộ đọc của bên ngoài; tiendo tự gọi lệnh này",
    ),
    ("Print the completions for a shell", "In đoạn lệnh tự điền cho shell"),
    ("Print the manual page", "In trang hướng dẫn"),
    // Their arguments.
    (
        "The documents: docx, odt, xlsx, pdf, doc, html, plain text or Markdown; - for text pasted or piped in",
        "Các văn bản: docx, odt, xlsx, pdf, doc, html, dạng chữ thường hoặc Markdown; - là chữ dán vào hoặc qua ống",
    ),
    (
        "Print the drafts and what is doubtful in them, and write nothing",
        "In bản nháp và những chỗ cần xem lại, không ghi gì",
    ),
    (
        "Look the draft through on the screen, beside the old plan; nothing is written before it is saved there",
        "Duyệt bản dự thảo trên màn hình, cạnh kế hoạch cũ; chưa ghi gì trước khi lưu ở đó",
    ),
    (
        "Look the draft through on the screen, beside its document; nothing is written before it is saved there",
        "Duyệt bản nháp trên màn hình, cạnh văn bản; không ghi gì trước khi lưu ở đó",
    ),
    (
        "The year that the plans are for, where the documents do not tell",
        "Năm của kế hoạch, khi văn bản không nói rõ",
    ),
    (
        "The plan's id; by default made from its number or title and its year",
        "Mã kế hoạch; nếu không nêu thì lấy từ số hiệu hoặc tên, cùng với năm",
    ),
    (
        "Print the plans as JSON, one alone or several as an array; of a dry run with what is doubtful and where each field was read",
        "In kế hoạch dạng JSON, nhiều kế hoạch thì là mảng; khi chạy thử thì kèm nghi vấn và dòng của từng ô",
    ),
    (
        "Words that all occur in a task, accents or not; the best hit comes first",
        "Các từ đều có trong nhiệm vụ, không cần dấu; khớp nhất đứng đầu",
    ),
    (
        "Only of this plan, or of a section such as PLAN:II",
        "Chỉ trong kế hoạch này, hoặc một mục như PLAN:II",
    ),
    ("Only those in which this unit has a part", "Chỉ nhiệm vụ có đơn vị này tham gia"),
    (
        "With --unit, also what the unit's collectives are to do",
        "Cùng --unit: cả việc của các tập thể có đơn vị đó",
    ),
    (
        "Only those that run in this quarter, such as 4, Q4, \"quý IV/2022\" or 2022-Q4, or month or year",
        "Chỉ nhiệm vụ diễn ra trong quý này, như 4, Q4, \"quý IV/2022\" hay 2022-Q4, hoặc tháng, hoặc năm",
    ),
    ("Only those of this status", "Chỉ nhiệm vụ ở trạng thái này"),
    ("Only those that are overdue", "Chỉ nhiệm vụ quá hạn"),
    (
        "Only those that fall due within so many days from today, such as 14d or 2w",
        "Chỉ nhiệm vụ đến hạn trong số ngày tới, như 14d hoặc 2w",
    ),
    ("Print them as JSON", "In dạng JSON"),
    ("Print them as comma-separated values", "In dạng CSV"),
    (
        "The plan, or a section, group or task of it; without one all plans are listed",
        "Kế hoạch, hoặc một mục, nhóm, nhiệm vụ của nó; không nêu thì liệt kê mọi kế hoạch",
    ),
    ("Print it as JSON", "In dạng JSON"),
    (
        "The tasks; a group, a section or a plan stands for the open tasks under it",
        "Các nhiệm vụ; nhóm, mục hoặc kế hoạch thay cho các nhiệm vụ chưa xong bên dưới",
    ),
    ("Speak for one of several units that owe the task", "Ghi cho một trong nhiều đơn vị cùng thực hiện"),
    (
        "The period, such as a, b/2022-Q1 or 2022-Q1; by default the earliest that is not done",
        "Kỳ, như a, b/2022-Q1 hoặc 2022-Q1; nếu không nêu thì là kỳ sớm nhất chưa xong",
    ),
    (
        "The period; by default the earliest that is not done",
        "Kỳ; nếu không nêu thì là kỳ sớm nhất chưa xong",
    ),
    ("The day it happened, where that is not today", "Ngày thực hiện, nếu không phải hôm nay"),
    ("The number of the document that shows it", "Số văn bản chứng minh"),
    ("The number of a document that shows it", "Số văn bản chứng minh"),
    ("The number of the document that grants it", "Số văn bản cho gia hạn"),
    ("A remark", "Ghi chú"),
    ("Mark groups without asking", "Đánh dấu cả nhóm mà không hỏi lại"),
    ("Print the tasks as JSON", "In các nhiệm vụ dạng JSON"),
    ("Print the task as JSON", "In nhiệm vụ dạng JSON"),
    ("The task", "Nhiệm vụ"),
    ("How far, from 0 to 100", "Bao nhiêu, từ 0 đến 100"),
    ("The task or group", "Nhiệm vụ hoặc nhóm"),
    ("The remark; several words need no quotes", "Ghi chú; nhiều từ không cần ngoặc kép"),
    ("The unit that it is about", "Đơn vị được nói đến"),
    (
        "The new deadline: a day such as 30/11/2022, or a time such as 2022-Q4 or \"by 2022-11-30\"",
        "Hạn mới: một ngày như 30/11/2022, hoặc thời gian như 2022-Q4 hay \"by 2022-11-30\"",
    ),
    ("The year; by default that of the day", "Năm; nếu không nêu thì là năm hiện tại"),
    ("Only this unit", "Chỉ đơn vị này"),
    ("Count also what a unit's collectives are to do", "Đếm cả việc của các tập thể có đơn vị đó"),
    ("The part that a unit must have", "Vai trò của đơn vị"),
    ("Print the figures as JSON", "In số liệu dạng JSON"),
    ("Only what this unit has a part in", "Chỉ việc có đơn vị này tham gia"),
    ("List also what has no date yet, rather than count it", "Liệt kê cả việc chưa có hạn, thay vì chỉ đếm"),
    ("Print all of it as JSON", "In tất cả dạng JSON"),
    ("Only of this plan, section, group or task", "Chỉ về kế hoạch, mục, nhóm hoặc nhiệm vụ này"),
    ("Only what this person wrote", "Chỉ những gì người này ghi"),
    ("Only what was written on this day or later", "Chỉ những gì ghi từ ngày này trở đi"),
    ("At most so many lines", "Nhiều nhất bấy nhiêu dòng"),
    ("Print the lines as JSON", "In các dòng dạng JSON"),
    (
        "The act, by the end of its id that `tiendo log` shows; by default your own last one",
        "Việc cần lấy lại, theo phần cuối của mã mà `tiendo log` cho biết; nếu không nêu thì là việc vừa làm của mình",
    ),
    ("Print what was taken back as JSON", "In những gì đã lấy lại dạng JSON"),
    ("Print what was brought again as JSON", "In những gì đã làm lại dạng JSON"),
    ("Print the findings as JSON", "In các phát hiện dạng JSON"),
    (
        "Prove every promise on the files as they are: read and written alike, ids, modes, the lock, the disk",
        "Chứng minh từng cam kết trên chính các tệp: đọc và ghi như nhau, mã, quyền, khóa, đĩa",
    ),
    (
        "The places as they are listed, a plan, or an address in one such as `03:II.4`; by default all",
        "Các chỗ như đã liệt kê, một kế hoạch, hoặc một địa chỉ trong đó như 03:II.4; không nêu thì là tất cả",
    ),
    (
        "Decide them for one side: ours is what stands here, theirs is what came in",
        "Chọn một bên: ours là bản ở đây, theirs là bản gửi đến",
    ),
    ("What both sides started from", "Bản gốc của cả hai bên"),
    ("Our copy, which takes the result", "Bản ở đây, nhận kết quả"),
    ("Their copy", "Bản gửi đến"),
    ("Where the file lies in the repository", "Vị trí của tệp trong kho"),
    ("The shell", "Loại shell"),
    (
        "The command; without one the page is that of the program",
        "Lệnh; không nêu thì là trang của cả chương trình",
    ),
    // The directory.
    (
        "List the units, with the number of tasks in which each has a part",
        "Liệt kê các đơn vị và số nhiệm vụ mà mỗi đơn vị tham gia",
    ),
    ("Show a unit, its names, members and collectives", "Xem một đơn vị: các tên, thành viên, tập thể"),
    (
        "Enter a unit, such as a collective that members are then added to",
        "Thêm một đơn vị, ví dụ một tập thể để rồi thêm thành viên",
    ),
    ("Set the short name of a unit, or take it away", "Đặt hoặc bỏ tên ngắn của một đơn vị"),
    (
        "Set the unit that a unit is a part of, or take that away",
        "Đặt hoặc bỏ đơn vị cấp trên của một đơn vị",
    ),
    ("Add or remove other names of a unit", "Thêm hoặc bỏ tên khác của một đơn vị"),
    ("Add or remove members of a collective", "Thêm hoặc bỏ thành viên của một tập thể"),
    ("Add names", "Thêm tên"),
    ("Remove names", "Bỏ tên"),
    ("The names", "Các tên"),
    ("Its name", "Tên đơn vị"),
    ("Any name of the unit", "Một tên bất kỳ của đơn vị"),
    ("Any name of the unit, accents or not", "Một tên bất kỳ của đơn vị, không cần dấu"),
    ("Its short name; without one it has none any more", "Tên ngắn; không nêu thì bỏ tên ngắn"),
    (
        "The unit that it is a part of; without one it is a part of none any more",
        "Đơn vị cấp trên; không nêu thì bỏ",
    ),
    (
        "Let a name be that of another unit, which is the same unit from then on",
        "Cho phép lấy tên của một đơn vị khác; từ đó cả hai là một",
    ),
    ("Print the directory as JSON", "In danh bạ dạng JSON"),
];

#[cfg(test)]
mod tests {
    use super::SENTENCES;

    #[test]
    fn no_sentence_stands_twice() {
        for (index, (english, _)) in SENTENCES.iter().enumerate() {
            assert!(!SENTENCES[..index].iter().any(|(other, _)| other == english), "{english}");
        }
    }
}
