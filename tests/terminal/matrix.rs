//! Terminals and locales of many kinds: what each is shown, and that none is asked anything.

use super::screen::{Screen, Start, tiendo};

/// Terminals that can show a screen.
const TERMINALS: [&str; 11] = [
    "xterm",
    "xterm-256color",
    "screen",
    "screen-256color",
    "tmux-256color",
    "putty",
    "putty-256color",
    "linux",
    "vt100",
    "vt220",
    "rxvt-unicode",
];

/// Locales, and whether their letters are of UTF-8.
const LOCALES: [(&str, &str, bool); 9] = [
    ("LANG", "vi_VN.UTF-8", true),
    ("LANG", "vi_VN", true),
    ("LANG", "C.utf8", true),
    ("LC_CTYPE", "en_US.UTF-8", true),
    ("LANG", "C", false),
    ("LC_ALL", "POSIX", false),
    ("LANG", "en_US.ISO-8859-1", false),
    ("LANG", "vi_VN.TCVN5712-1", false),
    ("LANG", "", false),
];

/// The demonstration in a terminal that says this of itself; the screen stands.
fn shown(variables: &[(&str, &str)]) -> (Screen, String) {
    let start = tiendo().arg("--demo").arg("--lang").arg("vi").size(120, 36).without("LANG");
    let start = variables.iter().fold(start, |start, (name, value)| start.env(name, *value));
    let mut screen = start.spawn();
    screen.wait_until("the plans", |screen| screen.text().contains("03-KH"));
    screen.settle();
    let text = screen.text();
    // Something is typed, opened, marked, and shown over the screen.
    for keys in ["jjj", "\r", "\x1b", "u", "\x1b", "?", "\x1b", "/quy", "\x1b", " "] {
        screen.send(keys);
        screen.settle();
    }
    (screen, text)
}

fn leave(mut screen: Screen, what: &str) -> Vec<u8> {
    assert!(screen.leave().success(), "{what}");
    let written = screen.bytes_since(0);
    check_nothing_is_asked(&written, what);
    written
}

#[test]
fn every_locale_is_shown_what_it_can_show() {
    for (name, value, is_utf8) in LOCALES {
        let what = format!("{name}={value}");
        let (screen, text) = shown(&[(name, value)]);
        let written = leave(screen, &what);
        assert_eq!(written.is_ascii(), !is_utf8, "{what}\n{text}");
        let (letters, line) = if is_utf8 { ("dân chủ", "│") } else { ("dan chu", "|") };
        assert!(text.contains(letters) && text.contains(line), "{what}\n{text}");
    }
}

#[test]
fn every_terminal_is_shown_the_screen_and_asked_nothing() {
    for term in TERMINALS {
        let (screen, text) = shown(&[("TERM", term), ("LANG", "vi_VN.UTF-8")]);
        leave(screen, term);
        let has_lines = text.contains('│');
        assert_eq!(has_lines, term != "linux", "{term}\n{text}");
        assert!(text.contains("dân chủ"), "{term}\n{text}");
        let right = if has_lines { ['│', '┤', '┐', '┘'] } else { ['|', '+', '-', '+'] };
        let body = text.lines().skip(1).take(34);
        for row in body {
            assert!(row.chars().count() == 120 && row.ends_with(right), "{term}: {row:?}");
        }
    }
}

#[test]
fn the_colours_are_those_that_the_terminal_has() {
    let written = |variables: &[(&str, &str)]| {
        let (screen, _) = shown(&[variables, &[("LANG", "C.UTF-8")]].concat());
        String::from_utf8(leave(screen, "colours")).unwrap()
    };
    // Without a colour, with those of the user's sixteen, the palette's, all.
    let kinds = |written: &str| {
        let has = |parts: &[&str]| parts.iter().any(|part| written.contains(part));
        let sixteen: Vec<String> = [30..=37, 40..=47, 90..=97, 100..=107]
            .into_iter()
            .flatten()
            .map(|code| format!("\x1b[{code}m"))
            .collect();
        let sixteen: Vec<&str> = sixteen.iter().map(String::as_str).collect();
        [has(&sixteen), has(&["[38;5;", "[48;5;"]), has(&["[38;2;", "[48;2;"])]
    };
    for (variables, expected) in [
        (vec![("TERM", "xterm-256color"), ("NO_COLOR", "1")], [false, false, false]),
        (
            vec![("TERM", "xterm-256color"), ("COLORTERM", "truecolor"), ("NO_COLOR", "1")],
            [false, false, false],
        ),
        (vec![("TERM", "xterm"), ("NO_COLOR", "1")], [false, false, false]),
        (vec![("TERM", "vt100")], [false, false, false]),
        (vec![("TERM", "vt220")], [false, false, false]),
        (vec![("TERM", "xterm")], [true, false, false]),
        (vec![("TERM", "linux")], [true, false, false]),
        (vec![("TERM", "screen"), ("NO_COLOR", "")], [true, false, false]),
        (vec![("TERM", "putty")], [true, false, false]),
        (vec![("TERM", "screen-256color")], [false, true, false]),
        (vec![("TERM", "tmux-256color")], [false, true, false]),
        (vec![("TERM", "xterm-256color"), ("COLORTERM", "24bit")], [false, false, true]),
    ] {
        assert_eq!(kinds(&written(&variables)), expected, "{variables:?}");
    }
}

#[test]
fn without_a_screen_there_is_one_sentence_with_a_hint() {
    let line = tiendo().line();
    for (term, redirection) in [
        ("dumb", ""),
        ("unknown", ""),
        ("", ""),
        ("xterm", "< /dev/null"),
        ("xterm", "> /dev/null"),
        ("xterm", "< plain"),
        ("xterm", "> file"),
        ("xterm", "| cat"),
        ("xterm", "<&-"),
        ("xterm", ">&-"),
    ] {
        for (lang, hint) in [("vi", "`tiendo agenda`"), ("en", "use the commands")] {
            let what = format!("TERM={term} {redirection}");
            let command =
                format!(": > plain; {{ {line} --demo --lang {lang}; echo status $? >&2; }} {redirection}");
            let mut screen =
                Start::program("/bin/sh").arg("-c").arg(command).env("TERM", term).size(200, 24).spawn();
            screen.exit_status();
            let text = screen.text();
            assert!(text.contains(hint) && text.contains("status 1"), "{what}\n{text}");
            assert_eq!(text.lines().filter(|row| !row.is_empty()).count(), 2, "{what}\n{text}");
            assert!(!screen.bytes_since(0).contains(&0x1b), "{what}");
        }
    }
    let mut unset = Start::program("/bin/sh")
        .arg("-c")
        .arg(format!("{line} --demo; echo status $?"))
        .without("TERM")
        .spawn();
    unset.exit_status();
    assert!(unset.text().contains("status 1"), "{}", unset.text());
}

/// No sequence that a terminal would answer: its answer would be typed into a field, and a silent one waited for.
fn check_nothing_is_asked(written: &[u8], what: &str) {
    let text = String::from_utf8_lossy(written);
    for sequence in text.split('\x1b').skip(1) {
        let is_asking = match sequence.as_bytes() {
            [b'[', rest @ ..] => {
                let end = rest.iter().position(|byte| (0x40..=0x7e).contains(byte)).unwrap_or(0);
                let parameters = &rest[..end];
                match rest.get(end) {
                    Some(b'c' | b'n' | b't' | b'x') => true,
                    Some(b'u') => parameters.starts_with(b"?"),
                    Some(b'p') => parameters.ends_with(b"$"),
                    _ => false,
                }
            }
            [b']', rest @ ..] => rest.contains(&b'?'),
            [first, ..] => matches!(first, b'P' | b'Z' | b'_' | b'^'),
            [] => false,
        };
        assert!(!is_asking, "{what}: asks by ESC {sequence:?}");
    }
}
