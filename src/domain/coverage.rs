//! How far a district is covered: how many organizations have an agreement in force and a stand that is opened.

/// The active primary organizations of a district, counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    /// The district, as it is written down; empty for those that are in none.
    pub district: String,
    /// All.
    pub all: u64,
    /// Those with a collective agreement in force (see [`AgreementState`](super::agreement_state::AgreementState)).
    pub in_force: u64,
    /// Those whose stand lives (see [`StandLife`](super::stand_life::StandLife)).
    pub live: u64,
    /// Those whose stand is silent.
    pub silent: u64,
    /// Those whose stand nobody ever opened.
    pub never: u64,
}
