//! The stand kit as a display list: what stands where, in millimetres.
