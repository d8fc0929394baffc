//! The promises of a workspace and what a proof of them found, in words.

use super::words;

words! {
    files(count: usize) = "{count} tệp đọc chặt chẽ và ghi lại đúng như đã đọc" | "{count} file read strictly, and written again as it was read" / "{count} files read strictly, and written again as they were read";
    journals(count: usize) = "{count} dòng nhật ký đọc lại đúng như đã ghi" | "{count} line of a journal read again as it was written" / "{count} lines of journals read again as they were written";
    ids(count: usize) = "{count} mã dòng, mỗi mã một dòng" | "{count} id of a line, on one line" / "{count} ids of lines, each on one line";
    edits(count: usize) = "{count} kế hoạch khớp với các lần sửa trong nhật ký" | "{count} plan says what the edits in its journal come to" / "{count} plans say what the edits in their journals come to";
    modes(count: usize) = "{count} tệp thường, một tên, được phép ghi" | "{count} plain file of one name that may be written" / "{count} plain files of one name that may be written";
    lock = "khóa ngăn được người khác ghi cùng lúc" | "the lock keeps others from writing at the same time";
    disk = "dữ liệu ghi xuống được tới đĩa" | "what is written reaches the disk";
    git = "git không gộp dở việc gì" | "no merge is under way in git";

    edits_compared(count: usize) = "{count} kế hoạch đã đối chiếu với các lần sửa trong nhật ký" | "{count} plan compared with the edits in its journal" / "{count} plans compared with the edits in their journals";
    modes_alone(count: usize) = "{count} tệp thường, một tên" | "{count} plain file of one name" / "{count} plain files of one name";
    no_files = "chưa có tệp nào" | "there is no file yet";
    no_journals = "chưa có dòng nhật ký nào" | "there is no line in any journal yet";
    no_edits = "chưa có kế hoạch nào nhập bằng tiendo để đối chiếu với nhật ký" | "no plan was imported here, so none can be compared with its journal";
    no_git = "không dùng git" | "git is not used";

    all_files = "mọi tệp phải đọc được chặt chẽ và ghi lại đúng như đã đọc" | "every file is to read strictly, and to be written again as it was read";
    all_journals = "mọi dòng nhật ký phải đọc lại đúng như đã ghi và thuộc về một kế hoạch" | "every line of a journal is to read again as it was written, and to belong to a plan";
    all_ids = "mỗi mã dòng chỉ được ở một dòng" | "every id is to stand on one line alone";
    all_edits = "mọi kế hoạch phải khớp với các lần sửa trong nhật ký" | "every plan is to say what the edits in its journal come to";
    all_modes = "mọi tệp phải là tệp thường, một tên, được phép ghi" | "every file is to be a plain one of one name that may be written";
    to_lock = "khóa phải ngăn được người khác ghi cùng lúc" | "the lock is to keep others from writing at the same time";
    to_disk = "dữ liệu ghi phải xuống được tới đĩa" | "what is written is to reach the disk";
    no_merge = "git không được đang gộp dở" | "no merge is to be under way in git";

    all_sound(count: usize) = "{count} tệp, tất cả đều lành lặn" | "{count} file, and it is sound" / "{count} files, all of them sound";
    kept = "đúng" | "kept";
    broken = "SAI" | "BROKEN";
    untried = "chưa thử" | "not tried";
    nothing = "-" | "-";
    remark(what: &str) = "lưu ý: {what}" | "note: {what}";

    lossy = "ghi lại sẽ khác với đã đọc" | "would be written otherwise than it is read";
    twice(id: &str) = "mã {id} có trên nhiều dòng" | "the id {id} stands on several lines";
    differs(count: usize) =
        "khác ở {count} chỗ so với các lần sửa trong nhật ký: có người sửa tay, hoặc một lần lưu bị ngắt" |
        "differs in {count} place from the edits in its journal: edited by hand, or a save was interrupted" /
        "differs in {count} places from the edits in its journal: edited by hand, or a save was interrupted";
    disorder = "các dòng không theo thứ tự mã, như sau khi gộp hai bản" | "its lines are not in the order of their ids, as a merge leaves them";
    not_kept_out = "khóa đã để người khác vào" | "the lock let another in";
    merging = "git đang gộp dở; hãy gộp xong hoặc hủy" | "git is in the middle of a merge: finish or abort it";
}
