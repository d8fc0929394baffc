//! The promises of a workspace and what a proof of them found, in words.

use super::words;

words! {
    files(count: usize) = "{count} tệp đọc chặt chẽ và ghi lại đúng như đã đọc" | "{count} files read strictly, and written again as they were read";
    journals(count: usize) = "{count} dòng nhật ký đọc lại đúng như đã ghi" | "{count} lines of journals read again as they were written";
    ids(count: usize) = "{count} mã dòng, mỗi mã một dòng" | "{count} ids of lines, each on one line";
    edits(count: usize) = "{count} kế hoạch khớp với các lần sửa trong nhật ký" | "{count} plans say what the edits in their journals come to";
    modes(count: usize) = "{count} tệp thường, một tên, được phép ghi" | "{count} plain files of one name that may be written";
    lock = "khóa ngăn được người khác ghi cùng lúc" | "the lock keeps others from writing at the same time";
    disk = "dữ liệu ghi xuống được tới đĩa" | "what is written reaches the disk";
    git = "git không dang dở" | "git is in the middle of nothing";
    no_git = "không dùng git" | "git is not used";

    kept = "đúng" | "kept";
    broken = "SAI" | "BROKEN";
    untried = "chưa thử" | "not tried";
    remark(what: &str) = "lưu ý: {what}" | "note: {what}";

    lossy = "ghi lại sẽ khác với đã đọc" | "would be written otherwise than it is read";
    twice(id: &str) = "mã {id} có trên nhiều dòng" | "the id {id} stands on several lines";
    differs(count: usize) =
        "khác ở {count} chỗ so với các lần sửa trong nhật ký: có người sửa tay, hoặc một lần lưu bị ngắt" |
        "differs in {count} places from the edits in its journal: edited by hand, or a save was interrupted";
    disorder = "các dòng không theo thứ tự mã, như sau khi gộp hai bản" | "its lines are not in the order of their ids, as a merge leaves them";
    not_kept_out = "khóa đã để người khác vào" | "the lock let another in";
    merging = "git đang gộp dở; hãy gộp xong hoặc hủy" | "git is in the middle of a merge: finish or abort it";
}
