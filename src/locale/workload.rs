//! The words of the table of workload.

use super::words;

words! {
    title(year: i32) = "Khối lượng công việc năm {year}" | "Workload {year}";
    any_role = "mọi vai" | "any part";
    with_collectives = "cả việc của tập thể" | "with their collectives";
    unit = "Đơn vị" | "Unit";
    year = "Cả năm" | "Year";
    sum = "Tổng" | "Sum";
    everything = "Tất cả, mỗi việc một lần" | "Everything, each once";
    month(month: u8) = "T{month}" | "M{month}";
    nobody = "Không đơn vị nào có việc như vậy." | "No unit has such work.";
    figures(total: u32, done: u32, overdue: u32) =
        "{total} kỳ, {done} xong, {overdue} quá hạn" | "{total} in all, {done} done, {overdue} overdue";
    empty_cell = "Ô này không có việc." | "Nothing stands in this cell.";
    ask_file = "Ghi bảng vào tệp mới (.csv, .md)" | "Write the table to a new file (.csv, .md)";
    which_format = "Tên tệp phải có đuôi .csv hoặc .md." | "The file's name must end in .csv or .md.";
    exported(path: &str) = "Đã ghi bảng vào {path}" | "The table stands in {path}";
    copied = "Đã sao chép bảng." | "The table is copied.";
    file = "khoi-luong" | "workload";
}
