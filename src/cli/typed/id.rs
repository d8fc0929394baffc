//! Ids of plans, as somebody chooses them.

use super::expected::Expected;
use crate::workspace::PlanId;

/// Reads an id: whatever may be the name of a plan's file.
///
/// # Errors
/// When it may not, with the reason.
pub fn plan_id(typed: &str) -> Result<String, Expected> {
    typed.parse().map(|id: PlanId| id.to_string()).map_err(Expected::PlanId)
}

#[cfg(test)]
mod tests {
    use super::plan_id;

    #[test]
    fn an_id_names_a_file_and_nothing_else() {
        for typed in ["03-kh-bcd-2022", "KH_2022.b", "kế-hoạch"] {
            assert_eq!(plan_id(typed).as_deref(), Ok(typed));
        }
        for typed in ["", "../x", "a b", "-a", "units"] {
            assert!(plan_id(typed).is_err(), "{typed}");
        }
    }
}
