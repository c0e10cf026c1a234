//! The program as a black box: over a real socket, a fresh register each, on SQLite and on PostgreSQL.

mod app;
mod postgres;
mod samples;

mod codes;
mod command;
mod command_line;
mod files;
mod hostile;
mod instances;
mod languages;
mod openings;
mod organizations;
mod pages;
mod refusals;
mod repairs;
mod search;
mod story;
mod warm;
