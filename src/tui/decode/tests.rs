//! Bytes as real terminals send them.

use proptest::prelude::*;

use super::*;

fn keys(bytes: &[u8]) -> Vec<Input> {
    let mut decoder = Decoder::default();
    let mut inputs = decoder.feed(bytes);
    inputs.extend(decoder.settle());
    inputs
}

fn check(bytes: &str, expected: &[Input]) {
    assert_eq!(keys(bytes.as_bytes()), expected, "{bytes:?}");
}

fn named(names: &[&str]) -> Vec<Input> {
    names.iter().map(|name| Input::Key(name.parse().unwrap())).collect()
}

fn letters(text: &str) -> Vec<Input> {
    text.chars().map(|c| key(Key::Char(c))).collect()
}

#[test]
fn letters_are_themselves_in_any_script() {
    check("jjd", &letters("jjd"));
    check("Kế hoạch 文😀", &letters("Kế hoạch 文😀"));
    check("e\u{302}", &letters("e\u{302}"));
}

#[test]
fn what_an_input_method_sends_in_one_read_stays_in_order() {
    let mut burst = letters("as");
    burst.splice(2.., [key(Key::Backspace), key(Key::Backspace)]);
    burst.extend(letters("á"));
    check("as\x7f\x08á", &burst);
}

#[test]
fn control_bytes_are_keys() {
    check("\r\n\t\x7f\x08", &named(&["enter", "enter", "tab", "backspace", "backspace"]));
    check("\x03\x1a\x00\x1f", &named(&["ctrl-c", "ctrl-z", "ctrl-space", "ctrl-_"]));
    check("\x1b", &named(&["esc"]));
    check("\x1b\x1b", &named(&["esc", "esc"]));
}

#[test]
fn alt_comes_before_the_key() {
    check("\x1bf\x1b\r\x1bđ", &named(&["alt-f", "alt-enter", "alt-đ"]));
    check("\x1b\x1b[A", &named(&["esc", "up"]));
}

#[test]
fn arrows_and_named_keys() {
    check("\x1b[A\x1bOB\x1b[C\x1bOD", &named(&["up", "down", "right", "left"]));
    check("\x1b[H\x1b[1~\x1b[F\x1b[4~", &named(&["home", "home", "end", "end"]));
    check("\x1b[2~\x1b[3~\x1b[5~\x1b[6~", &named(&["insert", "delete", "pageup", "pagedown"]));
    check("\x1bOP\x1b[15~\x1b[24~\x1b[[A", &named(&["f1", "f5", "f12", "f1"]));
    check("\x1b[Z", &named(&["shift-tab"]));
}

#[test]
fn modifiers_are_read() {
    check("\x1b[1;5C\x1b[1;3A\x1b[3;5~", &named(&["ctrl-right", "alt-up", "ctrl-delete"]));
    check("\x1b[27;5;13~", &named(&["ctrl-enter"]));
    check("\x1b[1;9A", &[]);
}

#[test]
fn the_unambiguous_keys_of_newer_terminals() {
    check("\x1b[27u\x1b[122;5u\x1b[97;4u", &named(&["esc", "ctrl-z", "alt-A"]));
    check("\x1b[9;2u\x1b[13;2u", &named(&["shift-tab", "shift-enter"]));
    check("\x1b[97;1:3u", &[]);
    check("\x1b[57400u\x1b[57414u\x1b[57441u", &named(&["1", "enter"]));
}

#[test]
fn focus_and_pastes() {
    check("\x1b[I\x1b[O", &[Input::FocusGained, Input::FocusLost]);
    let paste = Input::Paste("q\nđ\x1b[A".into());
    check("j\x1b[200~q\nđ\x1b[A\x1b[201~k", &[key(Key::Char('j')), paste, key(Key::Char('k'))]);
}

#[test]
fn a_paste_may_come_in_any_pieces() {
    let mut decoder = Decoder::default();
    let mut inputs = Vec::new();
    for byte in "\x1b[200~xin \x1b[20 chào".bytes() {
        inputs.extend(decoder.feed(&[byte]));
        if decoder.paste.is_some() {
            assert!(!decoder.is_waiting() && decoder.settle().is_empty());
        }
    }
    for byte in PASTE_END.bytes() {
        inputs.extend(decoder.feed(&[byte]));
    }
    assert!(decoder.is_waiting() && inputs.is_empty());
    inputs.extend(decoder.settle());
    inputs.extend(decoder.feed(b"q"));
    assert_eq!(inputs, [Input::Paste("xin \x1b[20 chào".into()), key(Key::Char('q'))]);
}

#[test]
fn a_slow_line_makes_no_other_keys() {
    let mut decoder = Decoder::default();
    let mut told = Vec::new();
    for piece in
        ["\x1b", "[B", "\x1b[", "1;5", "C", "\x1bO", "A", "\x1b", "[200~q", "\x1b[20", "1~", "\x1b", "[", "x"]
    {
        told.extend(decoder.feed(piece.as_bytes()));
        told.extend(decoder.settle());
    }
    for byte in "ế".bytes() {
        told.extend(decoder.feed(&[byte]));
        told.extend(decoder.settle());
    }
    let before = named(&["esc", "down", "ctrl-right", "up", "esc"]);
    let after = named(&["esc", "[", "x", "ế"]);
    assert_eq!(told, [before, vec![Input::Paste("q".into())], after].concat());
}

#[test]
fn the_end_of_a_paste_within_it_lets_no_key_out() {
    let text = |text: &str| Input::Paste(text.into());
    check("\x1b[200~a\x1b[201~qD\r\x1b[201~", &[text("aqD\r")]);
    check("\x1b[200~a\x1b[201~q\x1b[200~D\x1b[201~j", &[text("aqD"), key(Key::Char('j'))]);
    check("\x1b[200~a\x1b[201~\x1b", &[text("a"), key(Key::Esc)]);
    check("\x1b[200~\x1b[201~\x1b[200~q", &[text("")]);
    assert_eq!(keys(b"\x1b[200~a\xff\xc3\x1b[201~"), [text("a\u{fffd}\u{fffd}")]);
}

#[test]
fn a_paste_of_a_megabyte_is_searched_once() {
    let mut decoder = Decoder::default();
    assert_eq!(decoder.feed(PASTE_BEGIN.as_bytes()), []);
    for _ in 0..512 {
        assert_eq!(decoder.feed(&[b'q'; 2048]), []);
    }
    assert_eq!(decoder.feed(PASTE_END.as_bytes()), []);
    assert_eq!(decoder.settle(), [Input::Paste("q".repeat(1 << 20))]);
}

#[test]
fn what_is_no_key_is_swallowed_whole() {
    check("\x1b[?1;2c\x1b[12;40R\x1b[?997;1n\x1b[<0;3;4Mj", &letters("j"));
    check("\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\j", &letters("j"));
    check("\x1b]11;rgb:1e1e/1e1e/1e1e\x07\x1bP>|XTerm(379)\x1b\\j", &letters("j"));
    check("\x1b[12\x1b[A", &[key(Key::Up)]);
    check("\x1b[M dDj\x1b[M#q\x7fk\x1b[32;4;5Ml", &letters("jkl"));
    check(&format!("\x1b[{}j", "1".repeat(5_000)), &[]);
    check("\x1b]\x1bP", &named(&["alt-]", "alt-P"]));
    assert_eq!(keys(b"\xff\xc3(j\xe1\xba"), letters("(j"));
}

#[test]
fn a_sequence_is_waited_for() {
    let mut decoder = Decoder::default();
    assert_eq!(decoder.feed(b"\x1b"), []);
    assert!(decoder.is_waiting());
    assert_eq!(decoder.feed(b"[A"), [key(Key::Up)]);
    assert!(!decoder.is_waiting());
    assert_eq!(decoder.feed("ế".as_bytes().split_at(1).0), []);
    assert_eq!(decoder.feed("ế".as_bytes().split_at(1).1), letters("ế"));
}

proptest! {
    #[test]
    fn any_bytes_are_decoded_and_none_kept_forever(bytes: Vec<u8>) {
        let mut decoder = Decoder::default();
        decoder.feed(&bytes);
        decoder.settle();
        if decoder.paste.is_none() {
            prop_assert!(decoder.feed(b"~~~~j").ends_with(&letters("j")));
        }
    }

    #[test]
    fn cuts_between_reads_change_nothing(
        burst in proptest::collection::vec(piece(), 0..12),
        cuts in proptest::collection::vec(0..200_usize, 0..6),
    ) {
        let whole = burst.concat();
        prop_assert_eq!(in_pieces(&whole, cuts), keys(&whole));
    }

    #[test]
    fn cuts_in_any_bytes_change_nothing(
        bytes in proptest::collection::vec(prop_oneof![Just(0x1b), Just(b'['), Just(b'M'), Just(b'O'), Just(b']'), 0x20..0x40_u8, any::<u8>()], 0..40),
        cuts in proptest::collection::vec(0..40_usize, 0..6),
    ) {
        prop_assert_eq!(in_pieces(&bytes, cuts), keys(&bytes));
    }
}

/// What a terminal sends in one piece.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    let sequence = r"\x1b\[(A|[1-9];5B|3~|I|<0;12;3M|M q!|[0-9;]{0,9}[a-zA-Z]|\?1;2c)|\x1bO[A-Dp]|\x1b\](0|11);[a-z/]{0,9}(\x07|\x1b\\)";
    let paste = r"\x1b\[200~([a-zế\n\x03\x1b]|\x1b\[201~){0,9}\x1b\[201~";
    prop_oneof![
        sequence.prop_map(String::into_bytes),
        paste.prop_map(String::into_bytes),
        r"[a-zế đ文\u{301}\r\x7f\x03]{1,4}".prop_map(String::into_bytes),
        proptest::collection::vec(any::<u8>(), 1..3),
    ]
}

/// What the bytes mean when they come in pieces, without a pause.
fn in_pieces(bytes: &[u8], mut cuts: Vec<usize>) -> Vec<Input> {
    for cut in &mut cuts {
        *cut = (*cut).min(bytes.len());
    }
    cuts.sort_unstable();
    let mut decoder = Decoder::default();
    let mut inputs = Vec::new();
    let mut from = 0;
    for to in cuts.into_iter().chain([bytes.len()]) {
        inputs.extend(decoder.feed(&bytes[from..to]));
        from = to;
    }
    inputs.extend(decoder.settle());
    inputs
}
