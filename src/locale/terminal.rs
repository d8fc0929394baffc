//! Why the screen cannot be shown, and what can be done instead.

use super::words;

words! {
    not_a_terminal = "Màn hình cần một cửa sổ dòng lệnh; trong tập lệnh hãy dùng các lệnh như `tiendo list` hoặc `tiendo agenda`."
        | "The screen needs a terminal; in a script, use the commands, such as `tiendo list` or `tiendo agenda`.";
    dumb(term: String) = "Cửa sổ dòng lệnh này (TERM=\"{term}\") không hiển thị được màn hình; hãy dùng các lệnh như `tiendo list` hoặc `tiendo agenda`."
        | "This terminal (TERM=\"{term}\") cannot show the screen; use the commands, such as `tiendo list` or `tiendo agenda`.";
    refused(reason: &std::io::Error) = "Cửa sổ dòng lệnh không trả lời: {reason}."
        | "The terminal does not answer: {reason}.";
    broken = "Chương trình gặp lỗi và phải dừng; những gì đã báo là lưu thì vẫn còn."
        | "The program broke and had to stop; whatever it said was saved is saved.";
    unfinished = "Thay đổi cuối cùng chưa được xác nhận là đã lưu; hãy xem lại bằng `tiendo log`."
        | "The last change was not confirmed as saved; look it up with `tiendo log`.";
}
