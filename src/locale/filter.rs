//! Filters in words.

use super::words;

words! {
    overdue = "quá hạn" | "overdue";
    due_within(days: u32) = "đến hạn trong {days} ngày" | "due within {days} day" / "due within {days} days";
    due_in(stretch: &str) = "hạn trong {stretch}" | "due in {stretch}";
    of_the_year(year: i32) = "việc cả năm {year}" | "the year's work of {year}";
    work_of(year: i32) = "việc năm {year}" | "work of {year}";
    with_collectives = " và các tập thể của đơn vị" | " and its collectives";
}
