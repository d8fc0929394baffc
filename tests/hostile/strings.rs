//! Strings that would command a terminal, hide what stands around them, or break a reader: listed ones and random ones.

use std::fs;
use std::path::PathBuf;

/// Each door that a terminal has, by a string that goes through it.
pub fn canaries() -> Vec<String> {
    let listed = [
        "\u{1b}[8mESC hidden",
        "\u{1b}]52;c;cm0gLXJm\u{7}OSC 52",
        "\u{1b}]8;;http://example.org\u{1b}\\OSC 8",
        "\u{1b}]0;title\u{7}",
        "\u{1b}[2J\u{1b}[99;999HCSI",
        "\u{1b}P+q544e\u{1b}\\DCS",
        "\u{1b}c reset",
        "\u{9b}8m C1 \u{85}\u{90}x\u{9c}\u{9d}52;c;aGk=\u{9c}",
        "DEL \u{7f} BEL \u{7} BS \u{8} VT \u{b} FF \u{c} SO \u{e}",
        "bidi \u{202a}\u{202b}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}\u{200e}\u{200f}\u{61c}",
        "lines \u{2028}\u{2029}",
        "tags \u{e0001}\u{e0041}\u{e007f}",
        "selectors \u{fe0f}\u{fe0e}\u{e0100}",
        "zero width \u{200b}\u{200c}\u{200d}\u{2060}\u{feff}\u{ad}\u{34f}\u{180e}",
        "lone\rCR\nspoofed: line\ttab",
        "=1+1",
        "@SUM(1)",
        "\t-1",
        "fillers \u{115f}\u{1160}\u{3164}\u{ffa0}",
        "👩\u{200d}👩\u{200d}👧 ❤\u{fe0f} 🇻🇳 👋🏽",
        "<script>alert(1)</script>\"'\\`$(id)`{}%s%n",
    ];
    let marks = format!("a{}", "\u{301}".repeat(300));
    let jamo = format!("\u{1100}{}", "\u{1161}".repeat(300));
    listed.iter().map(|text| (*text).to_owned()).chain([marks, jamo]).collect()
}

/// The strings of the shared corpus; none, and loudly so, where it is not there.
pub fn naughty() -> Vec<String> {
    let file = shared("corpora/naughty-strings.txt");
    let text = fs::read_to_string(&file).unwrap_or_else(|error| {
        eprintln!("NOT TESTED: {}: {error}", file.display());
        String::new()
    });
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
}

/// A file beside the project.
pub fn shared(path: &str) -> PathBuf {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../", "shared");
    PathBuf::from(std::env::var_os("TIENDO_SHARED").unwrap_or_else(|| beside.into())).join(path)
}

/// Every so-manieth text of the corpus of JSON, with its path; none, said loudly, where the corpus is not there.
pub fn texts(every: usize) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = shared("corpora/json");
    let Ok(entries) = fs::read_dir(&folder) else {
        eprintln!("NOT TESTED: {} is not there", folder.display());
        return Vec::new();
    };
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.into_iter().step_by(every).map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

/// Random strings, the same ones in each run.
pub fn fuzzed(count: usize) -> Vec<String> {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    (0..count).map(|_| dice.string()).collect()
}

/// A generator of numbers that are random enough (xorshift).
pub struct Dice(pub u64);

impl Dice {
    /// A number below an end.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).unwrap()
    }

    fn string(&mut self) -> String {
        let parts = 1 + self.below(6);
        (0..parts).map(|_| self.part()).collect()
    }

    fn part(&mut self) -> String {
        const PIECES: [&str; 12] = [
            "\u{1b}[8;5m",
            "\u{1b}[999;999H",
            "\u{1b}]52;c;eA==\u{7}",
            "\u{1b}]8;;x\u{1b}\\",
            "\u{9b}8m",
            "\u{1b}Pq",
            "\r",
            "\u{202e}",
            "Sở Nội vụ",
            "quý IV",
            "\u{1b}[?1000h",
            "\u{1b}\u{5b}6n",
        ];
        const RANGES: [(u32, u32); 9] = [
            (0x01, 0x20),
            (0x7F, 0xA0),
            (0x20, 0x7F),
            (0x300, 0x370),
            (0x2000, 0x2070),
            (0xFE00, 0xFE10),
            (0xE0000, 0xE0200),
            (0x1100, 0x1200),
            (0x1, 0x11_0000),
        ];
        if self.below(3) == 0 {
            return PIECES[self.below(PIECES.len())].to_owned();
        }
        let (start, end) = RANGES[self.below(RANGES.len())];
        let length = 1 + self.below(8);
        let code = |dice: &mut Self| start + u32::try_from(dice.below((end - start) as usize)).unwrap();
        (0..length).filter_map(|_| char::from_u32(code(self))).collect()
    }
}
