//! Plans damaged in five hundred ways, made anew in each run.

use serde_json::{Value, json};

use super::office::plan;
use super::strings::Dice;

/// The id that they have, as far as they have one.
pub const ID: &str = "x-2026";

/// A damaged plan: how it is damaged, and its bytes.
pub type Damaged = (String, Vec<u8>);

/// All of them, in one order.
pub fn damaged() -> Vec<Damaged> {
    let sound = serde_json::to_string_pretty(&plan(ID, "Tiếp công dân")).unwrap();
    let mut all = encodings(&sound);
    all.extend(endless(&sound));
    all.extend(doubled(&sound));
    all.extend(wrong_types());
    all.extend(ids());
    all.extend(times());
    let mut dice = Dice(0x1234_5678_9ABC_DEF1);
    while all.len() < 500 {
        all.push(bitten(&sound, &mut dice));
    }
    all
}

fn encodings(sound: &str) -> Vec<Damaged> {
    let utf16 = |unit: fn(u16) -> [u8; 2]| sound.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    let latin: Vec<u8> = sound.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(0xE3)).collect();
    let conflict = sound.replacen(
        "\"number\"",
        "<<<<<<< HEAD\n\"number\": \"1\",\n=======\n>>>>>>> theirs\n\"number\"",
        1,
    );
    let texts: [(&str, Vec<u8>); 14] = [
        ("empty", Vec::new()),
        ("byte order mark", [b"\xEF\xBB\xBF", sound.as_bytes()].concat()),
        ("UTF-16 LE", utf16(u16::to_le_bytes)),
        ("UTF-16 BE", utf16(u16::to_be_bytes)),
        ("UTF-16 LE with mark", [b"\xFF\xFE".to_vec(), utf16(u16::to_le_bytes)].concat()),
        ("Latin-1", latin),
        ("NUL-filled", vec![0; sound.len()]),
        ("NUL behind", [sound.as_bytes(), &[0; 100]].concat()),
        ("conflict markers", conflict.into_bytes()),
        ("space", b" \n\t ".to_vec()),
        ("lone surrogate", sound.replacen("Tiếp", "\\ud800", 1).into_bytes()),
        (
            "invalid UTF-8",
            sound
                .replacen("Tiếp", "@", 1)
                .into_bytes()
                .iter()
                .map(|b| if *b == b'@' { 0xFF } else { *b })
                .collect(),
        ),
        ("control character", sound.replacen("Tiếp", "\u{1b}[8m", 1).into_bytes()),
        ("two values", sound.repeat(2).into_bytes()),
    ];
    texts.map(|(name, bytes)| (name.to_owned(), bytes)).into()
}

fn endless(sound: &str) -> Vec<Damaged> {
    let million = 1 << 20;
    let compact = plan(ID, "t").to_string();
    let unknown =
        |value: String| format!("{},\"zz\":{value}}}", compact.trim_end_matches('}').to_owned() + "}");
    let titled = |title: &str| compact.replacen("\"title\":\"t\"", &format!("\"title\":\"{title}\""), 1);
    let tasks = |count: usize, same: bool| {
        let task = |n: usize| {
            format!("{{\"id\":\"a{}\",\"number\":\"\",\"title\":\"V\"}}", if same { 0 } else { n })
        };
        let tasks = (0..count).map(task).collect::<Vec<_>>().join(",");
        format!(
            "{{\"format\":\"tiendo/plan\",\"version\":1,\"id\":\"{ID}\",\"number\":null,\"title\":\"t\",\"issuer\":\"i\",\"year\":2026,\
             \"sections\":[{{\"id\":\"s1\",\"number\":\"\",\"title\":\"N\",\"kind\":\"tasks\",\"tasks\":[{tasks}]}}]}}"
        )
    };
    let texts = [
        ("depth 100,000", "[".repeat(100_000)),
        ("depth 100,000 of objects", "{\"a\":".repeat(100_000)),
        ("depth 100,000 in an unknown field", unknown("[".repeat(100_000) + &"]".repeat(100_000))),
        (
            "depth 100,000 in a known field",
            sound.replacen("\"sections\": [", &("\"sections\": [".to_owned() + &"[".repeat(100_000)), 1),
        ),
        ("100 MB", "x".repeat(100 * million)),
        ("a line of 50 MB", titled(&"a".repeat(50 * million))),
        ("a line of 50 MB, not closed", format!("{{\"title\":\"{}", "a".repeat(50 * million))),
        ("a format of 10 MB", compact.replacen("tiendo/plan", &"a".repeat(10 * million), 1)),
        (
            "an id of 10 MB",
            compact.replacen(
                &format!("\"id\":\"{ID}\""),
                &format!("\"id\":\"{}\"", "a".repeat(10 * million)),
                1,
            ),
        ),
        ("10 MB of marks", titled(&("a".to_owned() + &"\u{301}".repeat(5 * million)))),
        ("10 MB of escapes", titled(&"\\u001b".repeat(10 * million / 6))),
        ("100,000 tasks on one line", tasks(100_000, false)),
        ("100,000 tasks of one id on one line", tasks(100_000, true)),
        ("100,000 doubled keys", format!("{{{}", "\"a\":1,".repeat(100_000))),
        ("a number of a million digits", unknown("9".repeat(million))),
    ];
    texts.map(|(name, text)| (name.to_owned(), text.into_bytes())).into()
}

/// Each key doubled, at each level.
fn doubled(sound: &str) -> Vec<Damaged> {
    let keys: Vec<usize> = sound.match_indices("\": ").map(|(at, _)| at).collect();
    let double = |at: &usize| {
        let start = sound[..*at].rfind('"').unwrap();
        let key = &sound[start..=*at];
        let text = format!("{}{key}: null, {}", &sound[..start], &sound[start..]);
        (format!("the key {key} doubled at byte {at}"), text.into_bytes())
    };
    keys.iter().map(double).collect()
}

/// Each value of a sound plan in turn as something else.
fn wrong_types() -> Vec<Damaged> {
    let sound = plan(ID, "Tiếp công dân");
    let mut all = Vec::new();
    for pointer in pointers(&sound, "") {
        for wrong in [
            json!(null),
            json!(-1),
            json!(1e300),
            json!("\u{1b}[8m\u{202e}"),
            json!([]),
            json!({}),
            json!(i64::MIN),
        ] {
            let mut damaged = sound.clone();
            *damaged.pointer_mut(&pointer).unwrap() = wrong.clone();
            all.push((format!("{pointer} is {wrong}"), damaged.to_string().into_bytes()));
        }
    }
    // Two hundred of them, from everywhere.
    let step = (all.len() / 200).max(1);
    all.into_iter().step_by(step).collect()
}

fn pointers(value: &Value, at: &str) -> Vec<String> {
    let below: Vec<(String, &Value)> = match value {
        Value::Object(fields) => {
            fields.iter().map(|(key, value)| (key.replace('~', "~0").replace('/', "~1"), value)).collect()
        }
        Value::Array(items) => items.iter().enumerate().map(|(n, value)| (n.to_string(), value)).collect(),
        _ => Vec::new(),
    };
    let below = below.into_iter().flat_map(|(key, value)| pointers(value, &format!("{at}/{key}")));
    std::iter::once(at.to_owned()).chain(below).collect()
}

fn ids() -> Vec<Damaged> {
    let long = "a".repeat(300);
    let wrong = [
        "",
        "../x",
        "/etc/passwd",
        "a/b",
        "a\u{0}b",
        "..",
        ".",
        "-x",
        "units",
        "x y",
        "\u{1b}[8m",
        "X-2026",
        &long,
    ];
    let mut all = Vec::new();
    for id in wrong {
        for pointer in
            ["/id", "/sections/0/id", "/sections/0/tasks/0/id", "/sections/0/tasks/0/timeline/0/id"]
        {
            let mut damaged = plan(ID, "Tiếp công dân");
            *damaged.pointer_mut(pointer).unwrap() = json!(id);
            all.push((format!("{pointer} is {id:?}"), damaged.to_string().into_bytes()));
        }
    }
    all
}

fn times() -> Vec<Damaged> {
    let days = [
        "0000-00-00",
        "9999-99-99",
        "2022-02-30",
        "-2022-01-01",
        "10000-01-01",
        "2022-13",
        "",
        " ",
        "2022-W05",
    ];
    let whens = [
        "by",
        "by by 2022",
        "2022/2021",
        "9999-12-31/..",
        "../2022",
        "quarterly by 99",
        "daily 0000/9999",
        "monthly by -1",
        "yearly before 13-32",
        "262143-12-31",
        "by 99999999999999999999",
        "\u{1b}[8m",
    ];
    let numbers =
        [json!(i64::MIN), json!(i64::MAX), json!(0), json!(-1), json!(262_143), json!(99_999), json!(1e9)];
    let put = |pointer: &str, value: Value| {
        let mut damaged = plan(ID, "Tiếp công dân");
        *damaged.pointer_mut(pointer).unwrap() = value.clone();
        (format!("{pointer} is {value}"), damaged.to_string().into_bytes())
    };
    let days = days.iter().map(|day| put("/issued", json!(day)));
    let times = whens
        .iter()
        .chain(&["9999-99-99"])
        .map(|when| put("/sections/0/tasks/0/timeline/0/when", json!(when)));
    let years = numbers.iter().flat_map(|year| [put("/year", year.clone()), put("/version", year.clone())]);
    let formats = ["", "tiendo/units", "tiendo/plan2"].map(|format| put("/format", json!(format)));
    days.chain(times).chain(years).chain(formats).collect()
}

/// A sound plan with bytes changed, dropped or doubled at random places.
fn bitten(sound: &str, dice: &mut Dice) -> Damaged {
    let mut bytes = sound.as_bytes().to_vec();
    for _ in 0..=dice.below(4) {
        let at = dice.below(bytes.len());
        match dice.below(4) {
            0 => bytes.truncate(at.max(1)),
            1 => bytes[at] = u8::try_from(dice.below(256)).unwrap(),
            2 => drop(bytes.remove(at)),
            _ => {
                let piece = bytes[at..(at + 40).min(bytes.len())].to_vec();
                bytes.splice(at..at, piece);
            }
        }
    }
    (format!("bitten {}", dice.0), bytes)
}
