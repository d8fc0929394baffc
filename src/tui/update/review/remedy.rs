//! What is proposed about a doubt, done by a key: here, or wherever the same is doubtful.

use super::{check, correct, kind, moves, take};
use crate::import::review::{Remedy, Step};
use crate::locale::{Lang, review as words};
use crate::tui::state::State;

/// Does what is proposed about the first doubt under the cursor; what a person must write is asked for.
pub fn one(state: &mut State) {
    let Some(desk) = &state.review else { return };
    let sheet = desk.review.sheet();
    let Some(note) = sheet.notes_on(&desk.at).next().filter(|_| sheet.is_doubtful(&desk.at)) else {
        return state.notices.refuse(words::nothing_proposed(state.lang));
    };
    match sheet.remedy(note) {
        Remedy::Accept(_) => check(state),
        Remedy::Write(_, field) => correct::ask(state, Some(field)),
        Remedy::Kind => kind::change(state),
        remedy => {
            let said = remedy.step().map_or("", |step| said(state.lang, &step));
            remedy.step().map(|step| take(state, &step, said));
        }
    }
}

/// Does what is proposed about all that is doubtful as what is under the cursor is.
pub fn all(state: &mut State) {
    let Some(desk) = &state.review else { return };
    let sheet = desk.review.sheet();
    let note = sheet.notes_on(&desk.at).find(|note| sheet.remedy(note).step().is_some());
    let Some(note) = note.filter(|_| sheet.is_doubtful(&desk.at)) else {
        return state.notices.refuse(words::nothing_proposed(state.lang));
    };
    let code = note.finding.doubt.code().to_owned();
    let doubtful = desk.doubtful().len();
    if take(state, &Step::Remedies(code), "") {
        let left = state.review.as_ref().map_or(0, |desk| desk.doubtful().len());
        let said = words::remedied(state.lang, doubtful.saturating_sub(left));
        state.notices.toast.iter_mut().for_each(|toast| toast.text.clone_from(&said));
        moves::to_first_doubt(state);
    }
}

/// What is said when a step is taken.
fn said(lang: Lang, step: &Step) -> &'static str {
    match step {
        Step::Merge(_) => words::merged(lang),
        Step::Drop(_) => words::dropped(lang),
        Step::Same(..) => words::made_same(lang),
        _ => words::corrected(lang),
    }
}
