//! Work over many plans, shared out over the processors.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::thread;

/// So many plans are worth a thread of their own.
const SHARE: usize = 500;

/// Does the work on runs of the plans, each run on a thread of its own where there are many; the answers stay in order.
pub(super) fn over<P: Sync, R: Send>(plans: &[P], work: impl Fn(&[P]) -> Vec<R> + Sync) -> Vec<R> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(plans.len() / SHARE + 1);
    if threads == 1 {
        return work(plans);
    }
    let work = &work;
    thread::scope(|scope| {
        let runs = plans.chunks(plans.len().div_ceil(threads));
        let running: Vec<_> = runs.map(|run| scope.spawn(move || work(run))).collect();
        let answers = |run: thread::ScopedJoinHandle<'_, Vec<R>>| {
            run.join().unwrap_or_else(|panic| resume_unwind(panic))
        };
        running.into_iter().flat_map(answers).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_stay_in_order_however_many_threads_there_are() {
        let plans: Vec<usize> = (0..=5 * SHARE).collect();
        let doubled = over(&plans, |run| run.iter().map(|plan| plan * 2).collect());
        assert_eq!(doubled, plans.iter().map(|plan| plan * 2).collect::<Vec<_>>());
        assert!(over(&[0_u8; 0], <[u8]>::to_vec).is_empty());
    }
}
