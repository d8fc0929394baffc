//! Numbers as lists print them: 3, 03, III, iii, C, c.

/// How a level of a list counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Counting {
    /// 1, 2, 3
    #[default]
    Decimal,
    /// 01, 02, 03
    Padded,
    /// I, II, III
    Roman,
    /// i, ii, iii
    SmallRoman,
    /// A, B, C
    Letter,
    /// a, b, c
    SmallLetter,
    /// Not at all: a bullet, or nothing.
    Unprinted,
}

impl Counting {
    /// The number in print. What Roman figures and letters are not used for is printed in digits.
    pub(super) fn print(self, number: u32) -> String {
        match self {
            Self::Decimal => number.to_string(),
            Self::Padded => format!("{number:02}"),
            Self::Roman => roman(number),
            Self::SmallRoman => roman(number).to_lowercase(),
            Self::Letter => letters(number, 'A'),
            Self::SmallLetter => letters(number, 'a'),
            Self::Unprinted => String::new(),
        }
    }
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..4000).contains(&number) {
        return number.to_string();
    }
    let mut left = number;
    let mut printed = String::new();
    for (value, sign) in SIGNS {
        while left >= value {
            printed.push_str(sign);
            left -= value;
        }
    }
    printed
}

/// a to z, then aa, bb ... as word processors count.
fn letters(number: u32, first: char) -> String {
    let Some(place) = number.checked_sub(1).filter(|place| *place < 26 * 8) else {
        return number.to_string();
    };
    let letter = char::from_u32(u32::from(first) + place % 26).unwrap_or(first);
    (0..=place / 26).map(|_| letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_print() {
        let printed = |counting: Counting| [1, 4, 9, 14, 40].map(|number| counting.print(number));
        assert_eq!(printed(Counting::Roman), ["I", "IV", "IX", "XIV", "XL"]);
        assert_eq!(printed(Counting::SmallRoman)[3], "xiv");
        assert_eq!(printed(Counting::SmallLetter), ["a", "d", "i", "n", "nn"]);
        assert_eq!(printed(Counting::Letter)[0], "A");
        assert_eq!(printed(Counting::Padded), ["01", "04", "09", "14", "40"]);
        assert_eq!(Counting::Roman.print(0), "0");
        assert_eq!(Counting::Letter.print(u32::MAX), u32::MAX.to_string());
    }
}
