//! Ids of plans, as somebody chooses them.

/// Reads an id: small letters, digits and hyphens between them.
///
/// # Errors
/// When it is something else, with a sentence that shows one.
pub fn plan_id(typed: &str) -> Result<String, String> {
    let part =
        |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    let is_id = typed.len() <= 100 && typed.split('-').all(part);
    if is_id { Ok(typed.to_owned()) } else { Err("expected an id such as 03-kh-bcd-2022".to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::plan_id;

    #[test]
    fn an_id_names_a_file_and_nothing_else() {
        assert_eq!(plan_id("03-kh-bcd-2022").as_deref(), Ok("03-kh-bcd-2022"));
        for typed in ["", "../x", "A", "a b", "-a", "a--b", "kế"] {
            assert!(plan_id(typed).is_err(), "{typed}");
        }
    }
}
