//! What a file held, in 16 bytes: by it a save knows whether somebody else has been there.

use std::fmt;

/// A fingerprint of a file's bytes; printed in hexadecimal.
///
/// It tells another content from this one but for one chance in 2^64 or less. It is no proof against somebody who
/// forges a content on purpose: who may write the file need not. In exchange it costs next to nothing while loading, where
/// SHA-256 takes as long as parsing does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Hash(u128);

/// Odd numbers without a pattern: the digits of pi.
const KEYS: [u64; 4] =
    [0x243F_6A88_85A3_08D3, 0x1319_8A2E_0370_7345, 0xA409_3822_299F_31D1, 0x082E_FA98_EC4E_6C89];

impl Hash {
    /// Computes the fingerprint of `bytes`.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        let len = bytes.len() as u64;
        let mut lanes = [KEYS[0] ^ len, KEYS[1] ^ len.rotate_left(32)];
        let (blocks, rest) = bytes.as_chunks::<16>();
        for block in blocks {
            lanes = mix(lanes, *block);
        }
        let mut last = [0; 16];
        last[..rest.len()].copy_from_slice(rest);
        let [one, other] = mix(mix(lanes, last), [0; 16]);
        Self((u128::from(one) << 64) | u128::from(other))
    }
}

/// Mixes a block into two lanes that go different ways, so that what one might forget the other has kept.
fn mix([one, other]: [u64; 2], block: [u8; 16]) -> [u64; 2] {
    let block = u128::from_le_bytes(block);
    let (low, high) = (halves(block)[0], halves(block)[1]);
    let next = fold(low ^ KEYS[2], high ^ one);
    [next ^ one.rotate_left(23), fold(high ^ KEYS[3], low ^ other) ^ other.rotate_left(41)]
}

/// The two halves of a product, laid over each other: every bit of the factors reaches every bit of it.
fn fold(one: u64, other: u64) -> u64 {
    let [low, high] = halves(u128::from(one) * u128::from(other));
    low ^ high
}

#[allow(clippy::cast_possible_truncation, reason = "the lower half is wanted")]
fn halves(value: u128) -> [u64; 2] {
    [value as u64, (value >> 64) as u64]
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::Hash;

    #[test]
    fn every_flipped_bit_and_every_length_shows_in_both_halves() {
        let text = "Sở Nội vụ chủ trì, phối hợp với các sở, ban, ngành.".as_bytes();
        let mut seen = HashSet::new();
        let mut add = |bytes: &[u8]| {
            let hash = Hash::of(bytes).0;
            let [low, high] = super::halves(hash);
            assert!(seen.insert((low, 'l')) && seen.insert((high, 'h')), "{bytes:?}");
        };
        add(text);
        for n in 0..text.len() {
            add(&text[..n]);
            for bit in 0..8 {
                let mut flipped = text.to_vec();
                flipped[n] ^= 1 << bit;
                add(&flipped);
            }
        }
        for zeros in 1..64 {
            add(&vec![0; zeros]);
        }
        let swapped = [&text[16..32], &text[..16], &text[32..]].concat();
        add(&swapped);
    }
}
