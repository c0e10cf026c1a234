//! The program as a black box: over a real socket, a fresh register each, on SQLite and on PostgreSQL.

mod app;
mod postgres;
#[path = "../program.rs"]
mod program;
mod proxy;
mod samples;
mod schema;

mod api;
mod batches;
mod bodies;
mod brand;
mod checks;
mod codes;
mod command;
mod command_line;
mod compare;
mod demo;
mod desk;
mod disk;
mod door;
mod drafts;
mod feeds;
mod files;
mod headers;
mod hostile;
mod instances;
mod jobs;
mod languages;
mod memento;
mod openings;
mod organizations;
mod outage;
mod pages;
mod prints;
mod reading;
mod reextract;
mod refusals;
mod repairs;
mod review;
mod safekeeping;
mod search;
mod settings;
mod stands;
mod story;
mod warm;
