//! What the screen looks like at its sizes and in both languages, and that no size and no text breaks it.

use crate::tui::harness::{Harness, samples, small, unreadable};

/// Sizes around those where the layout changes.
fn sizes() -> impl Iterator<Item = (u16, u16)> {
    let tall = [0, 1, 39, 40, 79, 120]
        .into_iter()
        .flat_map(|width| (0..=50).step_by(2).map(move |height| (width, height)));
    let wide = [0, 11, 12, 18, 28, 50]
        .into_iter()
        .flat_map(|height| (0..=130).step_by(3).map(move |width| (width, height)));
    tall.chain(wide)
}

#[test]
fn every_size_is_drawn() {
    let mut snapshot = small();
    snapshot.unreadable.push(unreadable());
    for keys in ["", "G<enter>", "?", "u", "/so", "d", "<tab>"] {
        let mut harness = Harness::new(snapshot.clone()).press(keys);
        for (width, height) in sizes() {
            harness = harness.at(width, height);
            harness.screen();
        }
    }
}

#[test]
fn the_sample_plans_are_shown() {
    let screen = Harness::new(samples()).screen();
    assert!(screen.contains("03-KH/BCĐ"), "{screen}");
}
