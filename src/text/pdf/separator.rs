//! The short rule that parts footnotes from the text.

use super::line::Line;
use super::rules::{Along, Rule};

/// How long it is, in points: Word draws 144, LibreOffice a quarter of the line.
const LENGTH: std::ops::Range<f64> = 36.0..230.0;

/// How far from the left edge of the words below it begins, in points.
const SLACK: f64 = 20.0;

/// The height of the rule below which the last lines of a page stand.
pub fn find(rules: &[Rule], lines: &[Line]) -> Option<f64> {
    let fits = |rule: &&Rule| {
        let below = lines.iter().filter(|line| line.y < rule.at);
        rule.along == Along::Lines
            && LENGTH.contains(&(rule.to - rule.from))
            && below.clone().any(|line| (line.left - rule.from).abs() < SLACK)
            // A rule through or under words is their underline.
            && !lines.iter().any(|line| (-2.0..line.size).contains(&(rule.at - line.y + line.size * 0.3)) && line.right > rule.from && line.left < rule.to)
    };
    rules.iter().filter(fits).map(|rule| rule.at).min_by(f64::total_cmp)
}
