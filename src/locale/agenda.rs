//! The words of the agenda.

use super::words;

words! {
    title = "Lịch việc" | "Agenda";
    title_by_unit = "Lịch việc theo đơn vị" | "Agenda by unit";
    overdue = "Quá hạn" | "Overdue";
    this_week = "Tuần này" | "This week";
    next_week = "Tuần sau" | "Next week";
    this_quarter = "Trong quý" | "This quarter";
    later = "Về sau" | "Later";
    no_date_yet = "Chưa có hạn" | "No date yet";
    nobody = "Chưa giao đơn vị nào chủ trì" | "Nobody leads it";
    nothing = "Không còn việc nào đang mở." | "Nothing is open.";
}
