//! The sample workspace, embedded, so that the binary alone can show it.

macro_rules! files {
    ($($path:literal),* $(,)?) => { &[$(($path, include_bytes!(concat!("../../data/", $path)))),*] };
}

/// Every file of the sample workspace: its path inside the workspace, with `/` between folders, and its bytes.
///
/// Five plans of 2022, a directory of units and a year of updates up to 18/11/2022, meant to be looked at as of
/// 20/11/2022. Titles, texts and signatories are invented; numbers, units and dates are those of real plans.
pub const SAMPLES: &[(&str, &[u8])] = files![
    "workspace.json",
    "units.json",
    "plans/03-kh-bcd-2022.json",
    "plans/cong-tac-dan-van-cua-so-2022.json",
    "plans/dan-chu-va-dan-van-chinh-quyen-2022.json",
    "plans/phat-huy-dan-chu-trong-co-quan-2022.json",
    "plans/trien-khai-quy-che-dan-chu-2022.json",
    "journal/03-kh-bcd-2022.jsonl",
    "journal/cong-tac-dan-van-cua-so-2022.jsonl",
    "journal/dan-chu-va-dan-van-chinh-quyen-2022.jsonl",
    "journal/phat-huy-dan-chu-trong-co-quan-2022.jsonl",
    "journal/trien-khai-quy-che-dan-chu-2022.jsonl",
];
