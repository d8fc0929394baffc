//! Documents of the genre that are no plans, and a plan among such: no task is invented.

use super::office::Office;

const BUDGET: &str = "\
ỦY BAN NHÂN DÂN TỈNH
SỞ TÀI CHÍNH

Số: 12/KH-STC

Huế, ngày 10 tháng 01 năm 2026

KẾ HOẠCH
Phân bổ dự toán chi ngân sách năm 2026

I. TỔNG DỰ TOÁN

Tổng dự toán chi thường xuyên: 12.450 triệu đồng.

II. PHÂN BỔ CHI TIẾT

| STT | Nội dung chi | Đơn vị sử dụng | Dự toán (triệu đồng) | Nguồn |
|---|---|---|---|---|
| 1 | Chi lương và các khoản theo lương | Văn phòng Sở | 5.200 | Ngân sách tỉnh |
| 2 | Chi mua sắm máy tính | Phòng Tin học | 1.150 | Ngân sách tỉnh |
| 3 | Chi sửa chữa trụ sở | Văn phòng Sở | 2.000 | Ngân sách tỉnh |
| | Tổng cộng | | 8.350 | |

Nơi nhận:
- UBND tỉnh;
- Lưu: VT.

GIÁM ĐỐC

Lê Thị Mẫu
";

const SLOGANS: &str = "\
BAN TUYÊN GIÁO
*
Số 07-HD/BTG

KHẨU HIỆU TUYÊN TRUYỀN
Chào mừng Ngày Pháp luật Việt Nam năm 2026

1. Sống và làm việc theo Hiến pháp và pháp luật!
2. Toàn dân tích cực hưởng ứng Ngày Pháp luật Việt Nam!
3. Hiến pháp và pháp luật là nền tảng của xã hội văn minh!
4. Nhiệt liệt chào mừng Ngày Pháp luật nước Cộng hòa xã hội chủ nghĩa Việt Nam!
5. Cán bộ, công chức gương mẫu chấp hành pháp luật!
6. Phát huy dân chủ, tăng cường kỷ cương!
";

const AGENDA: &str = "\
SỞ NỘI VỤ

CHƯƠNG TRÌNH
Hội nghị sơ kết công tác 6 tháng đầu năm 2026

Thời gian: 01 ngày, ngày 10/7/2026
Địa điểm: Hội trường tầng 3

| Thời gian | Nội dung | Thực hiện |
|---|---|---|
| 7h30 - 8h00 | Đón tiếp đại biểu | Văn phòng Sở |
| 8h00 - 8h15 | Tuyên bố lý do, giới thiệu đại biểu | Chánh Văn phòng |
| 8h15 - 9h00 | Báo cáo sơ kết | Phòng Tổng hợp |
| 9h00 - 10h30 | Thảo luận | Đại biểu |
| 10h30 - 11h00 | Phát biểu chỉ đạo | Giám đốc Sở |
| 11h00 | Bế mạc | Văn phòng Sở |
";

const FORM: &str = "\
ĐƠN VỊ: ....................

BIỂU MẪU BÁO CÁO
Kết quả thực hiện công tác năm ......

(Kèm theo Công văn số ...../SNV ngày ..... tháng ..... năm 2026)

I. THÔNG TIN CHUNG
1. Tên đơn vị: ....................
2. Địa chỉ: ....................
3. Người lập biểu: ....................

II. KẾT QUẢ
| STT | Nội dung | Đơn vị thực hiện | Thời gian | Ghi chú |
|---|---|---|---|---|
| 1 | ............ | ............ | ............ | |
| 2 | ............ | ............ | ............ | |
| 3 | ............ | ............ | ............ | |

Người lập biểu                         Thủ trưởng đơn vị
(Ký, ghi rõ họ tên)                    (Ký, đóng dấu)
";

const MIXED: &str = "\
ỦY BAN NHÂN DÂN TỈNH
SỞ Y TẾ

Số: 46/KH-SYT

Huế, ngày 03 tháng 02 năm 2026

KẾ HOẠCH
Tuyên truyền phòng bệnh năm 2026

I. MỤC ĐÍCH, YÊU CẦU

- Nâng cao nhận thức của người dân.

II. NỘI DUNG THỰC HIỆN

1. Tổ chức lễ phát động

- Cơ quan thực hiện: Văn phòng Sở

- Thời gian thực hiện: Quý I/2026

2. Treo băng rôn tại các trạm y tế

- Cơ quan thực hiện: Trung tâm Y tế

- Thời gian thực hiện: Tháng 4/2026

III. KINH PHÍ

| STT | Nội dung chi | Số lượng | Thành tiền |
|---|---|---|---|
| 1 | In băng rôn | 20 | 4.000.000 |
| 2 | Nước uống | 100 | 1.000.000 |

Nơi nhận:
- UBND tỉnh;
- Lưu: VT.

GIÁM ĐỐC

Lê Thị Mẫu

PHỤ LỤC I
KHẨU HIỆU TUYÊN TRUYỀN

1. Toàn dân tham gia phòng bệnh!
2. Vì sức khỏe cộng đồng, hãy giữ vệ sinh môi trường!
3. Nhiệt liệt hưởng ứng Ngày Vì sức khỏe!

PHỤ LỤC II
CHƯƠNG TRÌNH LỄ PHÁT ĐỘNG

| Thời gian | Nội dung | Thực hiện |
|---|---|---|
| 7h30 - 8h00 | Đón tiếp đại biểu | Văn phòng Sở |
| 8h00 - 8h15 | Khai mạc | Giám đốc Sở |
| 8h15 - 9h00 | Diễu hành | Trung tâm Y tế |

PHỤ LỤC III
BIỂU MẪU BÁO CÁO

| STT | Nội dung | Đơn vị thực hiện | Kết quả |
|---|---|---|---|
| 1 | ............ | ............ | |
| 2 | ............ | ............ | |
";

#[test]
fn what_is_no_plan_has_no_task() {
    let office = Office::empty();
    for (name, text) in [("budget", BUDGET), ("slogans", SLOGANS), ("agenda", AGENDA), ("form", FORM)] {
        let file = office.file(&format!("{name}.txt"), text);
        let said = office.refusal(&["import", "--dry-run", &file]);
        assert!(said.contains("no task was found"), "{name}: {said}");
    }
}

#[test]
fn what_is_attached_to_a_plan_brings_no_task() {
    let office = Office::empty();
    let file = office.file("mixed.txt", MIXED);
    let answer = office.run(&["import", "--dry-run", "--json", &file]);
    let told: Vec<&str> = answer.err.lines().collect();
    assert!(told.len() == 1 && told[0].contains("PHỤ LỤC I KHẨU HIỆU TUYÊN TRUYỀN"), "{told:?}");
    let plan: serde_json::Value = serde_json::from_str(&answer.out).unwrap();
    let sections = plan["sections"].as_array().unwrap();
    let tasks = sections.iter().flat_map(|section| section["tasks"].as_array().unwrap());
    let titles: Vec<_> = tasks.map(|task| task["title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["Tổ chức lễ phát động", "Treo băng rôn tại các trạm y tế"]);
}
