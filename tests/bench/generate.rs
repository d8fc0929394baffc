//! A made-up office of any size: plans of twenty tasks with Vietnamese titles, a directory, a year of updates.

use std::fs;
use std::path::Path;

use chrono::{Days, NaiveDate};
use tiendo::domain::{
    Assignment, Entry, Event, EventId, FormatVersion, Plan, PlanFormat, Role, Section, SectionKind, Status,
    Task, TaskId, Update,
};

/// How large an office is.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// Plans, one a file.
    pub plans: u32,
    /// Tasks a plan.
    pub tasks: u32,
}

/// The two sizes that the targets name.
pub const SIZES: [Size; 2] = [Size { plans: 500, tasks: 20 }, Size { plans: 5_000, tasks: 20 }];

const OPENINGS: [&str; 8] = [
    "Rà soát, cập nhật và công bố",
    "Tham mưu ban hành",
    "Tổ chức hội nghị phổ biến",
    "Kiểm tra việc thực hiện",
    "Xây dựng và triển khai",
    "Tổng hợp, báo cáo kết quả",
    "Đôn đốc các đơn vị hoàn thành",
    "Tiếp nhận, xử lý và trả lời",
];
const OBJECTS: [&str; 8] = [
    "quy trình tiếp công dân tại bộ phận một cửa theo mô hình không phụ thuộc địa giới",
    "bộ tiêu chí chấm điểm cải cách hành chính của các cơ quan chuyên môn",
    "kế hoạch phòng, chống thiên tai và tìm kiếm cứu nạn trên địa bàn",
    "đề án sắp xếp trụ sở làm việc sau khi kiện toàn tổ chức bộ máy",
    "danh mục dịch vụ công trực tuyến toàn trình được tái cấu trúc",
    "quy chế dân chủ trong hoạt động của cơ quan và đơn vị sự nghiệp",
    "chương trình chuyển đổi số, dữ liệu dùng chung và chữ ký điện tử",
    "phương án bảo đảm an toàn thực phẩm dịp lễ, tết và mùa du lịch",
];
const ENDINGS: [&str; 4] = [
    "bảo đảm đúng tiến độ, rõ người, rõ việc, rõ trách nhiệm",
    "gắn với kiểm tra, giám sát của người đứng đầu",
    "gửi kết quả về cơ quan thường trực để tổng hợp",
    "lồng ghép với nhiệm vụ thường xuyên của đơn vị",
];
const UNITS: [&str; 12] = [
    "Sở Nội vụ",
    "Sở Tư pháp",
    "Sở Tài chính",
    "Sở Xây dựng",
    "Sở Y tế",
    "Sở Giáo dục và Đào tạo",
    "Sở Khoa học và Công nghệ",
    "Sở Nông nghiệp và Môi trường",
    "Thanh tra tỉnh",
    "Công an tỉnh",
    "Văn phòng Ủy ban nhân dân tỉnh",
    "UBND các xã, phường",
];
const TIMES: [&str; 6] = ["2022", "2022-Q1", "2022-Q3", "by 2022-10-15", "quarterly", "2022-11"];

/// Writes an office into a folder.
pub fn write(folder: &Path, size: Size) {
    fs::create_dir_all(folder.join("plans")).expect("the folder can be made");
    fs::create_dir_all(folder.join("journal")).expect("the folder can be made");
    for number in 0..size.plans {
        let plan = plan(number, size.tasks);
        let mut json = serde_json::to_string_pretty(&plan).expect("a plan is JSON");
        json.push('\n');
        fs::write(folder.join(format!("plans/{}.json", plan.id)), json).expect("the file can be written");
        let lines: String = journal(&plan, number)
            .iter()
            .map(|event| serde_json::to_string(event).expect("a line is JSON") + "\n")
            .collect();
        fs::write(folder.join(format!("journal/{}.jsonl", plan.id)), lines).expect("the file can be written");
    }
}

fn plan(number: u32, tasks: u32) -> Plan {
    let section = Section {
        id: "s1".into(),
        number: "II".into(),
        title: "Nội dung thực hiện".into(),
        kind: SectionKind::Tasks,
        text: Vec::new(),
        tasks: (0..tasks).map(|task| self::task(number * tasks + task, task)).collect(),
    };
    Plan {
        format: PlanFormat::Plan,
        version: FormatVersion::CURRENT,
        id: format!("{number:04}-kh-ubnd-2022"),
        number: Some(format!("{number:04}/KH-UBND")),
        title: format!("{} năm 2022", pick(&OBJECTS, number)),
        issuer: pick(&UNITS, number).to_owned(),
        place: Some("Hải Dương".into()),
        issued: "2022-01-15".parse().ok(),
        year: 2022,
        until: None,
        bases: Vec::new(),
        relations: Vec::new(),
        sections: vec![section],
        recipients: Vec::new(),
        signatory: None,
        source: None,
    }
}

fn task(seed: u32, index: u32) -> Task {
    let title = format!(
        "{} {}, {}",
        pick(&OPENINGS, seed.wrapping_mul(7)),
        pick(&OBJECTS, seed.wrapping_mul(13) / 3),
        pick(&ENDINGS, seed.wrapping_mul(5) / 7)
    );
    let assignment = |role, turn: u32| Assignment {
        role,
        unit: pick(&UNITS, seed.wrapping_mul(11).wrapping_add(turn)).to_owned(),
        label: None,
        via: None,
    };
    let when = TIMES[seed as usize % TIMES.len()].parse().expect("a time");
    Task {
        id: TaskId::from_random(u64::from(seed).wrapping_mul(0x9e37_79b9_7f4a_7c15)),
        number: (index + 1).to_string(),
        text: title.clone(),
        title,
        assignments: vec![assignment(Role::Lead, 0), assignment(Role::Coordinate, 5)],
        timeline: vec![Entry { id: "a".into(), when, label: None, text: "theo kế hoạch".into() }],
        ..Task::default()
    }
}

/// Two lines for every other task.
fn journal(plan: &Plan, number: u32) -> Vec<Event> {
    let start = NaiveDate::from_ymd_opt(2022, 2, 1).expect("a day");
    let mut events = Vec::new();
    for (index, task) in (0u32..).zip(&plan.sections[0].tasks).filter(|(index, _)| index % 2 == 0) {
        for (turn, status) in [Status::Doing, Status::Done].into_iter().enumerate() {
            let day = start + Days::new(u64::from((number + index * 13) % 120) + turn as u64 * 150);
            let at = day.and_hms_opt(8, 15, 0).expect("a time").and_utc();
            let id =
                EventId::from_parts(u64::try_from(at.timestamp_millis()).unwrap_or(0), u128::from(index));
            let act = tiendo::domain::Act::Update(Update {
                task: task.id.clone(),
                status: Some(status),
                evidence: (turn == 1).then(|| format!("{index}/BC-SNV")),
                ..Update::default()
            });
            events.push(Event { id, at: at.fixed_offset(), by: "lan".into(), batch: None, act });
        }
    }
    events.sort_by_key(|event| event.id);
    events
}

fn pick<'a>(words: &[&'a str], seed: u32) -> &'a str {
    words[seed as usize % words.len()]
}
