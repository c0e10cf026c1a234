//! How well a passage answers a query: a sum over the words of the query, as in BM25, with more for words of the heading
//! and for words that stand next to each other.

use super::matcher::{Hit, Matcher};
use super::passage::HEADING_END;
use super::query::Query;

/// How fast more of the same word stops to count (k1 of BM25).
const SATURATION: f64 = 1.2;

/// How much the length of a passage counts (b of BM25).
const LENGTH_SHARE: f64 = 0.6;

/// The usual length of a passage, in indexed words. A constant, so that a publication does not reorder everything.
const USUAL_WORDS: f64 = 100.0;

/// What a word of the heading is worth, and what the whole heading is worth.
const IN_HEADING: f64 = 0.8;
const WHOLE_HEADING: f64 = 0.8;

/// What two neighbours are worth, and the farthest that still count as such.
const NEIGHBOURS: f64 = 0.6;
const NEIGHBOURS_MAX: usize = 4;

/// Words that no phrase may span: between a heading and its content.
const GAP: usize = 10;

/// How well a passage answers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Score {
    /// Points in millionths, so that equal passages have equal points; 0 where no word was found.
    pub points: u64,
    /// How much of what was asked the passage speaks of, in percent: the words that tell much count for more.
    pub covered: u64,
}

/// Gives scores to the indexed words of passages.
pub struct Ranking<'q> {
    query: &'q Query,
    matcher: Matcher<'q>,
}

impl Query {
    /// The ranking of passages by this query.
    pub fn ranking(&self) -> Ranking<'_> {
        Ranking { query: self, matcher: Matcher::new(self) }
    }
}

impl Ranking<'_> {
    /// The score of a passage by its indexed words (see [`super::Passage::indexed`]).
    pub fn score(&self, indexed: &str) -> Score {
        let mut heading_words = 0;
        let mut position = 0;
        let mut all = 0;
        let mut heading_end = 0;
        let numbered = indexed.split(' ').filter_map(|word| {
            if word == HEADING_END {
                heading_words = all;
                heading_end = position;
                position += GAP;
                return None;
            }
            position += 1;
            all += 1;
            Some((position, word))
        });
        let hits = self.matcher.hits(numbered);
        let content_words = (all - heading_words) as f64;
        let length = 1.0 - LENGTH_SHARE + LENGTH_SHARE * content_words / USUAL_WORDS;
        let in_heading = |hit: &&Hit| hit.position <= heading_end;
        let (mut sum, mut met, mut wanted, mut sure) = (0.0, 0.0, 0.0, 0.0);
        let mut heading_met: Vec<usize> = Vec::new();
        for (group, hits) in self.query.groups.iter().zip(&hits) {
            wanted += group.weight;
            let best = |in_part: &dyn Fn(&&Hit) -> bool| {
                hits.iter().filter(|hit| in_part(hit)).map(|hit| hit.weight).fold(0.0, f64::max)
            };
            let frequency: f64 = hits.iter().filter(|hit| !in_heading(hit)).map(|hit| hit.weight).sum();
            let content = frequency * (SATURATION + 1.0) / (frequency + SATURATION * length);
            let heading = best(&in_heading);
            heading_met.extend(hits.iter().filter(in_heading).map(|hit| hit.position));
            sum += group.weight * (content + IN_HEADING * heading);
            met += group.weight * best(&|_| true);
            sure += group.weight * hits.iter().map(|hit| hit.certainty).fold(0.0, f64::max);
        }
        if met == 0.0 {
            return Score::default();
        }
        heading_met.sort_unstable();
        heading_met.dedup();
        let share = heading_met.len() as f64 / (heading_words.max(1)) as f64;
        sum += WHOLE_HEADING * share * met + self.neighbours(&hits);
        let points = (sum * (met / wanted).powi(2) * 1e6) as u64;
        Score { points, covered: (100.0 * sure / (wanted + self.query.unknown_weight)) as u64 }
    }

    /// What words of different groups that stand next to each other are worth.
    fn neighbours(&self, hits: &[Vec<Hit>]) -> f64 {
        let mut worth = 0.0;
        for (at, first) in hits.iter().enumerate() {
            for (other, second) in hits.iter().enumerate().skip(at + 1) {
                if let Some(apart) = least_apart(first, second).filter(|apart| *apart <= NEIGHBOURS_MAX) {
                    let weight = self.query.groups[at].weight.min(self.query.groups[other].weight);
                    worth += NEIGHBOURS * weight / apart as f64;
                }
            }
        }
        worth
    }
}

/// The least distance between words of two groups; one word is not its own neighbour.
fn least_apart(first: &[Hit], second: &[Hit]) -> Option<usize> {
    let (mut a, mut b) = (first.iter().peekable(), second.iter().peekable());
    let mut least: Option<usize> = None;
    while let (Some(x), Some(y)) = (a.peek(), b.peek()) {
        let apart = x.position.abs_diff(y.position);
        if apart > 0 {
            least = Some(least.map_or(apart, |known| known.min(apart)));
        }
        if x.position <= y.position {
            a.next();
        } else {
            b.next();
        }
    }
    least
}
