//! The words of a reminder.

use super::words;

words! {
    by_letter = "công văn đôn đốc" | "reminder letter";
    nothing_owed(unit: &str) = "{unit} không có việc quá hạn hay sắp đến hạn." | "{unit} owes nothing that is late or due soon.";
    no_unit = "Không có đơn vị nào dưới con trỏ; u chọn đơn vị." | "No unit under the cursor; u picks one.";
    written_down(unit: &str, count: usize) =
        "đã ghi là đôn đốc {unit} ({count} việc); hoàn tác: tiendo undo" |
        "written down that {unit} was reminded ({count} due); take it back: tiendo undo";
    sent(count: usize, file: &str) =
        "Đã chép công văn đôn đốc ({count} việc), cũng ở {file}" |
        "The letter ({count} due) is copied, and stands in {file}";
    copied(unit: &str, count: usize) = "Đã chép công văn đôn đốc {unit} ({count} việc)" | "The letter to {unit} ({count} due) is copied";
    file = "don-doc" | "reminder";
    last(day: &str) = "đã đôn đốc {day}" | "reminded {day}";
    form(file: &str, line: usize, reason: &str) = "{file}, dòng {line}: mẫu công văn không dùng được: {reason}" | "{file}, line {line}: no form of a letter: {reason}";
}
