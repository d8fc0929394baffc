//! VNI for Windows: a letter, then a sign for its marks; ơ, ư, đ and the forms of i are signs of their own.

/// Signs that stand behind a letter, and what they make of it.
const BEHIND: [(char, &str); 7] = [
    ('a', "øàùáûảõãïạêăèằéắúẳüẵëặââàầáấåẩãẫäậ"),
    ('e', "øèùéûẻõẽïẹâêàềáếåểãễäệ"),
    ('o', "øòùóûỏõõïọâôàồáốåổãỗäộ"),
    ('u', "øùùúûủõũïụ"),
    ('y', "øỳùýûỷõỹ"),
    ('ô', "øờùớûởõỡïợ"),
    ('ö', "øừùứûửõữïự"),
];
/// Signs that are letters by themselves.
const ALONE: &str = "ñđôơöưììííæỉóĩòịîỵ";

/// A text read as VNI.
pub(super) fn decode(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        let marked = signs.peek().and_then(|mark| letter(sign, *mark));
        if marked.is_some() {
            signs.next();
        }
        decoded.push(marked.or_else(|| alone(sign)).unwrap_or(sign));
    }
    decoded
}

/// What a letter and the sign behind it make, as large as the letter.
fn letter(letter: char, mark: char) -> Option<char> {
    let row = BEHIND.iter().find(|(own, _)| *own == small(letter)).map(|(_, row)| *row)?;
    let made = of(row, small(mark))?;
    Some(if letter.is_uppercase() { large(made) } else { made })
}

fn alone(sign: char) -> Option<char> {
    let letter = of(ALONE, small(sign))?;
    Some(if sign.is_uppercase() { large(letter) } else { letter })
}

/// The letter behind a sign in a row of signs and letters.
fn of(row: &str, sign: char) -> Option<char> {
    let mut row = row.chars();
    while let (Some(own), Some(letter)) = (row.next(), row.next()) {
        if own == sign {
            return Some(letter);
        }
    }
    None
}

fn small(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

fn large(letter: char) -> char {
    letter.to_uppercase().next().unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn letters_and_their_signs() {
        assert_eq!(decode("KEÁ HOAÏCH ÑOÅI MÔÙI"), "KẾ HOẠCH ĐỔI MỚI");
        assert_eq!(
            decode("quyeát ñònh, thò xaõ, kyõ thuaät, lyù do, tyû leä"),
            "quyết định, thị xã, kỹ thuật, lý do, tỷ lệ"
        );
    }
}
