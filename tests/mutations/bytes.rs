//! Damage to bytes, whatever they mean.

use std::ops::Range;

use super::random::Random;

/// Largest mutant: a mutation that grows a file stays far below what may be uploaded.
const MAX_BYTES: usize = 4 << 20;

/// Numbers at the edges of what readers count with.
pub const EDGES: [&str; 14] = [
    "0",
    "-1",
    "1",
    "9",
    "63",
    "64",
    "255",
    "65536",
    "2147483647",
    "-2147483648",
    "4294967296",
    "9223372036854775807",
    "99999999999999999999999",
    "1e308",
];

/// Damages bytes once; `tokens` are what the format likes to read.
pub fn damage(bytes: &mut Vec<u8>, random: &mut Random, tokens: &[impl AsRef<[u8]>]) {
    if bytes.is_empty() {
        return;
    }
    match random.below(10) {
        0 | 1 => {
            for _ in 0..random.small(16) {
                let at = random.below(bytes.len());
                bytes[at] = random.next() as u8;
            }
        }
        2 => {
            let at = random.below(bytes.len());
            bytes[at] ^= 1 << random.below(8);
        }
        3 => bytes.truncate(random.below(bytes.len())),
        4 => {
            let range = range(bytes.len(), random);
            bytes.drain(range);
        }
        5 => {
            let copy = bytes[range(bytes.len(), random)].to_vec();
            let times = random.small(1 << 10).min(MAX_BYTES.saturating_sub(bytes.len()) / copy.len().max(1));
            let at = random.below(bytes.len());
            bytes.splice(at..at, copy.repeat(times));
        }
        6 => swap(bytes, random),
        7 => number(bytes, random),
        _ => {
            let token = random.pick(tokens).as_ref().to_vec();
            let at = random.below(bytes.len());
            let end = if random.percent(50) { (at + token.len()).min(bytes.len()) } else { at };
            bytes.splice(at..end, token);
        }
    }
}

/// A place in bytes, mostly a short one.
pub fn range(length: usize, random: &mut Random) -> Range<usize> {
    let from = random.below(length);
    let to = (from + random.small(length)).min(length);
    from..to
}

fn swap(bytes: &mut Vec<u8>, random: &mut Random) {
    let (a, b) = (range(bytes.len(), random), range(bytes.len(), random));
    let (first, second) = if a.start <= b.start { (a, b) } else { (b, a) };
    if first.end > second.start {
        return;
    }
    let swapped = [
        &bytes[..first.start],
        &bytes[second.clone()],
        &bytes[first.end..second.start],
        &bytes[first.clone()],
        &bytes[second.end..],
    ];
    *bytes = swapped.concat();
}

/// Puts another number in the place of one.
fn number(bytes: &mut Vec<u8>, random: &mut Random) {
    let start = random.below(bytes.len());
    let Some(from) = bytes[start..].iter().position(u8::is_ascii_digit).map(|at| start + at) else { return };
    let length = bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    bytes.splice(from..from + length, random.pick(&EDGES).bytes());
}
