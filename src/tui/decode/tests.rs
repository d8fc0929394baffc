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
    check("\x1b[", &named(&["alt-["]));
    check("\x1bO", &named(&["alt-O"]));
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
    for byte in "\x1b[200~xin \x1b[20 chào\x1b[201~q".bytes() {
        inputs.extend(decoder.feed(&[byte]));
        if decoder.pasting {
            assert!(!decoder.is_waiting() && decoder.settle().is_empty());
        }
    }
    assert_eq!(inputs, [Input::Paste("xin \x1b[20 chào".into()), key(Key::Char('q'))]);
}

#[test]
fn what_is_no_key_is_swallowed_whole() {
    check("\x1b[?1;2c\x1b[12;40R\x1b[?997;1n\x1b[<0;3;4Mj", &letters("j"));
    check("\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\j", &letters("j"));
    check("\x1b]11;rgb:1e1e/1e1e/1e1e\x07\x1bP>|XTerm(379)\x1b\\j", &letters("j"));
    check("\x1b[12\x1b[A", &[key(Key::Up)]);
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
        if !decoder.pasting {
            decoder.settle();
            prop_assert_eq!(decoder.feed(b"j"), letters("j"));
        }
    }

    #[test]
    fn the_cut_between_two_reads_changes_nothing(
        text in r"(\x1b\[(A|[1-9];5B|3~|I)|\x1bO[A-D]|\x1b\[200~[a-zế\n]{0,5}\x1b\[201~|[a-zế đ\r\x7f]){0,12}",
        cut in 0..60_usize,
    ) {
        let bytes = text.as_bytes();
        let (before, after) = bytes.split_at(cut.min(bytes.len()));
        let mut decoder = Decoder::default();
        let mut inputs = decoder.feed(before);
        inputs.extend(decoder.feed(after));
        prop_assert_eq!(inputs, Decoder::default().feed(bytes));
    }
}
