//! How closely lines and parts stand.

/// Lines as near to each other as accents and tails allow, as a part of their ordinary distance.
pub const TIGHT: f32 = 0.9;

/// The same for headlines, of which lines are few and capitals large.
pub const HEADLINE: f32 = 0.85;

/// How closely things stand.
#[derive(Clone, Copy, PartialEq)]
pub enum Density {
    /// As it looks best.
    Ample,
    /// Lines and parts nearer to each other.
    Scarce,
}
