//! Filters in words.

use super::words;

words! {
    overdue = "quá hạn" | "overdue";
    due_within(days: u32) = "đến hạn trong {days} ngày" | "due within {days} day" / "due within {days} days";
    with_collectives = " và các tập thể của đơn vị" | " and its collectives";
}
