//! Plans damaged in five hundred ways, made anew in each run: each opens or is named with its place, fast, and stays as
//! it is; the sound plan beside it opens.

use std::fs;
use std::time::Duration;

use serde_json::{Value, json};

use super::bytes::check_plain;
use super::figure;
use super::office::{Office, plan};
use super::strings::Dice;

/// So long a command may take without optimisation on a busy machine; the figure is a second.
const PATIENCE: Duration = Duration::from_secs(if cfg!(debug_assertions) { 30 } else { 3 });

const ID: &str = "x-2026";

/// A damaged plan: how it is damaged, and its bytes.
type Damaged = (String, Vec<u8>);

/// All of them, in one order.
fn damaged() -> Vec<Damaged> {
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

#[test]
fn a_damaged_plan_opens_or_is_named_and_stays_as_it_is() {
    let all = damaged();
    assert!(all.len() >= 500, "{}", all.len());
    let office = Office::of_strings(&["Kế hoạch lành".to_owned()]);
    let file = office.path().join(format!("plans/{ID}.json"));
    let (mut opened, mut named, mut slowest) = (0, 0, Duration::ZERO);
    let step = figure(10, 1);
    for (number, (what, bytes)) in all.iter().enumerate() {
        if number % step != 0 {
            continue;
        }
        fs::write(&file, bytes).unwrap();
        for command in [&["check"][..], &["list"], &["show"]] {
            let answer = office.run(command);
            assert!(answer.is_orderly(), "{what}: {command:?}: {:?} {}", answer.status, answer.said());
            assert!(answer.took < PATIENCE, "{what}: {command:?} took {:?}", answer.took);
            slowest = slowest.max(answer.took);
            for bytes in [&answer.out, &answer.err] {
                check_plain(bytes).unwrap_or_else(|harm| panic!("{what}: {command:?}: {harm}"));
            }
            let is_named =
                answer.printed().contains(ID) || answer.said().contains(&format!("plans/{ID}.json"));
            match command {
                ["check"] if is_named => named += 1,
                ["check"] => opened += 1,
                _ => {
                    assert!(
                        answer.printed().contains("Kế hoạch lành"),
                        "{what}: {command:?}: the sound plan is gone"
                    );
                    for line in answer.said().lines() {
                        assert!(
                            line.starts_with("tiendo: ") && line.chars().count() < 2_100,
                            "{what}: {line}"
                        );
                    }
                }
            }
        }
        assert!(fs::read(&file).unwrap() == *bytes, "{what}: the bytes were changed");
    }
    println!("{} damaged plans: {named} named, {opened} opened, slowest {slowest:?}", all.len());
}

#[test]
fn the_place_is_counted_in_characters() {
    let office = Office::empty();
    office.write("plans/x-2026.json", "{\n  \"title\": \"Tiếp công dân\", oops\n}".as_bytes());
    assert!(
        office.run(&["check"]).printed().starts_with("plans/x-2026.json:2:29"),
        "{}",
        office.run(&["check"]).printed()
    );
    let refused = plan(ID, "t").to_string().replacen("\"version\":1", "\"version\":99", 1);
    office.write("plans/x-2026.json", refused.as_bytes());
    let told = office.run(&["check"]).printed();
    assert!(told.contains("newer"), "{told}");
}

#[test]
fn every_beginning_of_a_plan_and_of_a_journal_is_read_or_refused() {
    use tiendo::workspace::{Options, Workspace};
    let office = Office::of_strings(&["Sở".to_owned()]);
    let options = || Options { folder: Some(office.path().to_owned()), ..Options::default() };
    let step = figure(7, 1);
    for file in ["plans/p00000.json", "journal/p00000.jsonl"] {
        let whole = fs::read(office.path().join(file)).unwrap();
        for end in (0..whole.len()).step_by(step) {
            office.write(file, &whole[..end]);
            let snapshot = Workspace::open(options()).unwrap().snapshot();
            let told = snapshot.unreadable.len() + snapshot.flaws.len();
            if file.starts_with("plans") {
                assert_eq!(
                    (snapshot.plans.len(), snapshot.unreadable.len()),
                    (0, 1),
                    "{file} up to byte {end}"
                );
            } else {
                assert_eq!(snapshot.plans.len(), 1);
                let is_torn = end > 0 && whole[end - 1] != b'\n';
                assert!(told >= usize::from(is_torn), "{file} up to byte {end}");
            }
            assert_eq!(fs::read(office.path().join(file)).unwrap(), &whole[..end]);
        }
        office.write(file, &whole);
    }
}

#[test]
fn damaged_lines_of_a_journal_are_named_by_number_and_kept() {
    let office = Office::of_strings(&["Sở".to_owned()]);
    let file = "journal/p00000.jsonl";
    let garbage = [
        "garbage",
        "{}",
        "[]",
        "{\"id\":\"x\"}",
        "\u{feff}{}",
        "null",
        "{\"id\":\"01J00000000000000000000009\",\"at\":\"9999-99-99\"}",
    ];
    let sound = fs::read_to_string(office.path().join(file)).unwrap();
    let sound: String =
        sound.lines().filter(|line| line.starts_with('{')).map(|line| line.to_owned() + "\n").collect();
    let first = sound.lines().count() + 1;
    let before = sound + &garbage.join("\n") + "\n";
    office.write(file, before.as_bytes());
    let told = office.run(&["check"]).printed();
    for line in first..first + garbage.len() {
        assert!(told.contains(&format!("{file}:{line}:")), "line {line}:\n{told}");
    }
    assert_eq!(office.run(&["note", "p00000:aaaa", "x"]).status, Some(0));
    assert!(fs::read_to_string(office.path().join(file)).unwrap().starts_with(&before));
}
