//! The section of the cursor made one of another kind.

use super::{held, take};
use crate::domain::SectionKind;
use crate::import::review::{Spot, Step};
use crate::locale::{review as words, section};
use crate::tui::state::State;
use crate::tui::state::review::Desk;

/// Makes the section of the cursor one of the next kind.
pub fn change(state: &mut State) {
    const KINDS: [SectionKind; 5] = [
        SectionKind::Tasks,
        SectionKind::Organization,
        SectionKind::Budget,
        SectionKind::Purpose,
        SectionKind::Other,
    ];
    let section = state.review.as_ref().and_then(|desk| section_of(desk));
    let Some((id, held_before)) = section else {
        return state.notices.refuse(words::only_sections(state.lang));
    };
    let at = KINDS.iter().position(|kind| *kind == held_before).unwrap_or(0);
    let kind = KINDS[(at + 1) % KINDS.len()];
    if let Some(desk) = &mut state.review {
        desk.at = Spot::Section(id.clone());
    }
    let count = state.review.as_deref().map_or(0, held);
    let name = section::name(state.lang, kind);
    let said = match (held_before.holds_tasks(), kind.holds_tasks(), count) {
        (true, false, 1..) => words::kind_hides(state.lang, count, name),
        _ => words::kind_is(state.lang, name),
    };
    take(state, &Step::Kind(id, kind), &said);
}

/// The section that the cursor is in.
fn section_of(desk: &Desk) -> Option<(String, SectionKind)> {
    let rows = desk.rows();
    let above = rows[..=desk.row().min(rows.len().checked_sub(1)?)].iter().rev();
    let id = above.into_iter().find_map(|row| match &row.spot {
        Spot::Section(id) => Some(id.clone()),
        _ => None,
    })?;
    let section = desk.review.sheet().plan.sections.iter().find(|section| section.id == id)?;
    Some((id, section.kind))
}
