//! What an administrator does, without script.
