//! The order of siblings: which of them moved, and how two orders become one.

use std::collections::{HashMap, HashSet};

use super::place::Thing;

/// Those of `new` that also stand in `old` and must move for the order to become that of `new`; as few as can be.
pub(super) fn out_of_order<'a>(old: &[&Thing], new: &[&'a Thing]) -> HashSet<&'a Thing> {
    let stood: HashMap<&Thing, usize> = old.iter().enumerate().map(|(n, thing)| (*thing, n)).collect();
    let common: Vec<(&Thing, usize)> =
        new.iter().filter_map(|thing| Some((*thing, *stood.get(thing)?))).collect();
    let kept = longest_rise(&common.iter().map(|(_, rank)| *rank).collect::<Vec<_>>());
    let moved = common.iter().enumerate().filter(|(n, _)| !kept.contains(n));
    moved.map(|(_, (thing, _))| *thing).collect()
}

/// The indices of a longest rising subsequence.
fn longest_rise(ranks: &[usize]) -> HashSet<usize> {
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(ranks.len());
    for (n, rank) in ranks.iter().enumerate() {
        let length = tails.partition_point(|tail| ranks[*tail] < *rank);
        before.push(length.checked_sub(1).map(|shorter| tails[shorter]));
        match tails.get_mut(length) {
            Some(tail) => *tail = n,
            None => tails.push(n),
        }
    }
    std::iter::successors(tails.last().copied(), |n| before[*n]).collect()
}

/// The children of one holder in the three documents of a merge, each in its order.
pub(super) struct Orders<'a> {
    pub base: Vec<&'a Thing>,
    pub ours: Vec<&'a Thing>,
    pub theirs: Vec<&'a Thing>,
}

impl<'a> Orders<'a> {
    /// One order for the things of `stay`, the same when ours and theirs change places.
    ///
    /// Those that both sides hold are the skeleton, in the order of the side that changed it. What one side alone holds
    /// follows the neighbour that it follows there; what both put into the same gap stands run by run. Order alone is
    /// never a conflict: where both sides rearranged, one of the two orders is taken.
    pub fn merged(&self, stay: &HashSet<&'a Thing>) -> Vec<&'a Thing> {
        let of = |side: &[&'a Thing]| -> Vec<&'a Thing> {
            side.iter().copied().filter(|thing| stay.contains(thing)).collect()
        };
        let sides = [of(&self.ours), of(&self.theirs)];
        let skeleton = skeleton(&of(&self.base), &sides[0], &sides[1]);
        let anchors: HashSet<&Thing> = skeleton.iter().copied().collect();
        let mut taken = anchors.clone();
        let mut gaps: HashMap<Option<&Thing>, Vec<Vec<&'a Thing>>> = HashMap::new();
        for side in sides.iter().chain([&of(&self.base)]) {
            for (gap, run) in runs(side, &anchors, &mut taken) {
                gaps.entry(gap).or_default().push(run);
            }
        }
        let slots = std::iter::once(None).chain(skeleton.iter().copied().map(Some));
        slots
            .flat_map(|anchor| {
                let mut runs = gaps.remove(&anchor).unwrap_or_default();
                runs.sort();
                anchor.into_iter().chain(runs.into_iter().flatten())
            })
            .collect()
    }
}

/// What both sides hold, in the order of the side that rearranged it.
fn skeleton<'a>(base: &[&'a Thing], ours: &[&'a Thing], theirs: &[&'a Thing]) -> Vec<&'a Thing> {
    let both = |side: &[&'a Thing], other: &[&'a Thing]| -> Vec<&'a Thing> {
        side.iter().copied().filter(|thing| other.contains(thing)).collect()
    };
    let (mine, their) = (both(ours, theirs), both(theirs, ours));
    let kept = |side: &[&'a Thing]| both(side, base) == both(base, side);
    match (kept(&mine), kept(&their)) {
        (true, false) => their,
        (false, true) => mine,
        _ => mine.min(their),
    }
}

/// The runs of things that are no anchors, each with the anchor that it follows.
fn runs<'a>(
    side: &[&'a Thing],
    anchors: &HashSet<&Thing>,
    taken: &mut HashSet<&'a Thing>,
) -> Vec<(Option<&'a Thing>, Vec<&'a Thing>)> {
    let mut runs: Vec<(Option<&Thing>, Vec<&Thing>)> = vec![(None, Vec::new())];
    for thing in side {
        if anchors.contains(thing) {
            runs.push((Some(*thing), Vec::new()));
        } else if let (true, Some((_, run))) = (taken.insert(thing), runs.last_mut()) {
            run.push(thing);
        }
    }
    runs.retain(|(_, run)| !run.is_empty());
    runs
}
