//! A window that is pulled at while keys are pressed, and one that lies about its size.

use super::screen::{Screen, tiendo};

/// Keys of every kind but those that leave.
const KEYS: [&str; 34] = [
    "j",
    "k",
    "\x1b[B",
    "\x1b[A",
    "\x1b[5~",
    "\x1b[6~",
    "g",
    "G",
    "h",
    "l",
    "\t",
    "\x1b[Z",
    "\r",
    "\x1b",
    "?",
    "u",
    "/",
    "d",
    "n",
    "%",
    "x",
    " ",
    "v",
    "*",
    "z",
    "1",
    "2",
    "0",
    "L",
    "y",
    "ế",
    "\x7f",
    "\x1b[200~q\ndán\x1b[201~",
    "\x0c",
];

/// The same numbers in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    fn size(&mut self, limit: u16) -> u16 {
        u16::try_from(self.below(usize::from(limit) + 1)).unwrap()
    }
}

fn started() -> Screen {
    let screen = tiendo().arg("--demo").size(120, 36).spawn();
    screen.wait_for("03-KH");
    screen.settle();
    screen
}

/// What is on the screen is what a fresh painting shows, and the program still leaves when it is asked to.
fn check_whole(mut screen: Screen) {
    screen.resize(100, 30);
    screen.send("\x1b");
    screen.settle();
    for _ in 0..6 {
        screen.send("\x1b");
        screen.settle();
    }
    screen.wait_for("03-KH");
    let before = screen.text();
    let mark = screen.mark();
    screen.send("\x0c");
    screen.wait_until("a fresh painting", |screen| {
        String::from_utf8_lossy(&screen.bytes_since(mark)).contains("\x1b[2J")
    });
    screen.settle();
    assert_eq!(screen.text(), before);
    assert_eq!(before.lines().count(), 30, "{before}");
    assert!(screen.leave().success());
}

#[test]
fn five_hundred_sizes_and_keys_in_any_order() {
    let mut screen = started();
    let mut dice = Dice(20_221_120);
    for _ in 0..500 {
        if dice.below(3) > 0 {
            screen.resize(dice.size(300), dice.size(100));
        }
        screen.send(KEYS[dice.below(KEYS.len())]);
        if dice.below(9) == 0 {
            std::thread::sleep(std::time::Duration::from_millis(3));
        }
    }
    check_whole(screen);
}

#[test]
fn a_terminal_may_lie_about_its_size_or_vanish() {
    let mut screen = started();
    for (columns, rows) in
        [(u16::MAX, u16::MAX), (0, 0), (u16::MAX, 1), (1, u16::MAX), (0, u16::MAX), (1_000, 500), (0, 0)]
    {
        screen.lie(columns, rows);
        screen.send("j?\x1bu\x1bG\rk");
        screen.settle();
    }
    check_whole(screen);
}
