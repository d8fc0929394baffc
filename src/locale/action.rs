//! What each action does, in a few words, and where its keys hold.

use super::words;

words! {
    down = "Xuống" | "Down";
    up = "Lên" | "Up";
    page_down = "Xuống một trang" | "A page down";
    page_up = "Lên một trang" | "A page up";
    first = "Về đầu" | "To the first";
    last = "Về cuối" | "To the last";
    next_pane = "Khung kế tiếp" | "Next pane";
    previous_pane = "Khung trước" | "Previous pane";
    open = "Mở" | "Open";
    fold = "Thu gọn, lên mục cha" | "Fold, or to the item above";
    unfold = "Mở rộng" | "Unfold";
    next_status = "Trạng thái kế tiếp" | "Next status";
    done = "Hoàn thành, kèm số văn bản" | "Done, with its document";
    note = "Ghi chú" | "Note";
    percent = "Phần trăm thực hiện" | "Percent done";
    extend = "Gia hạn" | "Extend the deadline";
    mark = "Đánh dấu" | "Mark";
    mark_all = "Đánh dấu tất cả đang hiện" | "Mark all shown";
    unit = "Chọn đơn vị" | "Pick a unit";
    search = "Tìm, không cần dấu" | "Search, accents or not";
    quarter_1 = "Quý I" | "First quarter";
    quarter_2 = "Quý II" | "Second quarter";
    quarter_3 = "Quý III" | "Third quarter";
    quarter_4 = "Quý IV" | "Fourth quarter";
    year = "Cả năm" | "The whole year";
    late = "Quá hạn" | "What is late";
    back = "Bỏ bộ lọc hoặc lớp cuối" | "Take the last filter or layer off";
    undo = "Hoàn tác" | "Undo";
    redo = "Làm lại" | "Redo";
    retry = "Lưu lại những gì chưa lưu được" | "Save again what was not saved";
    write_out = "Ghi những gì chưa lưu được ra tệp" | "Write what was not saved to a file";
    throw_away = "Bỏ bản nháp" | "Throw the draft away";
    copy = "Sao chép" | "Copy";
    language = "Đổi ngôn ngữ" | "Switch the language";
    help = "Trợ giúp" | "Help";
    quit = "Thoát" | "Leave";
    suspend = "Tạm treo chương trình" | "Suspend the program";
    redraw = "Vẽ lại màn hình" | "Draw the screen again";
    submit = "Đồng ý" | "Accept";
    cancel = "Bỏ" | "Cancel";
    scope_everywhere = "Mọi nơi" | "Everywhere";
    scope_global = "Màn hình" | "On the screen";
    scope_list = "Danh sách nhiệm vụ" | "In the list of tasks";
    scope_side = "Khung bên" | "In the side panes";
    scope_picker = "Hộp chọn" | "In a picker";
    scope_prompt = "Ô nhập" | "In a prompt";
    scope_confirm = "Câu hỏi" | "At a question";
    scope_draft = "Bản nháp" | "At a draft";
    scope_help = "Trợ giúp" | "In the help";
    key = "Phím" | "Key";
    does = "Tác dụng" | "What it does";
}
