//! The append-only log of public changes: what one leaf says.
