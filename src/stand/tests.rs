//! Tests of the pages as display lists.
