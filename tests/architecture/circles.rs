//! Which files of a room import each other in a circle.

use std::collections::{BTreeMap, BTreeSet};

use super::source::{NamedPath, Part, Source};

/// Imports that pass on imports are followed this far.
const DEPTH_MAX: usize = 8;

/// The files of one room and what they import of each other.
struct Room<'a> {
    files: Vec<&'a Source>,
    /// Files by their modules.
    by_modules: BTreeMap<Vec<String>, usize>,
}

/// The largest circle of files that name each other in a room, by paths; empty where no two files import each other.
pub fn largest(sources: &[&Source], name: &str) -> Vec<String> {
    let files: Vec<&Source> = sources.iter().copied().filter(|source| source.room() == name).collect();
    let modules = |source: &Source| source.modules().into_iter().map(str::to_owned).collect();
    let by_modules = files.iter().enumerate().map(|(at, source)| (modules(source), at)).collect();
    let room = Room { files, by_modules };
    let imported: Vec<BTreeSet<usize>> = (0..room.files.len()).map(|at| room.imported_by(at)).collect();
    let reached: Vec<BTreeSet<usize>> = (0..imported.len()).map(|at| reached_from(at, &imported)).collect();
    let circles = (0..imported.len()).map(|at| {
        let around = reached[at].iter().filter(|other| reached[**other].contains(&at));
        around.map(|other| room.files[*other].path.clone()).collect::<Vec<_>>()
    });
    circles.max_by_key(Vec::len).unwrap_or_default()
}

fn reached_from(start: usize, imported: &[BTreeSet<usize>]) -> BTreeSet<usize> {
    let (mut reached, mut next) = (BTreeSet::new(), vec![start]);
    while let Some(at) = next.pop() {
        next.extend(imported[at].iter().copied().filter(|other| reached.insert(*other)));
    }
    reached
}

impl Room<'_> {
    /// The files of which a file names something, in a `use` item or on the spot. What is only passed on by `pub use` is
    /// not named: whoever uses it is led to where it comes from.
    fn imported_by(&self, at: usize) -> BTreeSet<usize> {
        let source = self.files[at];
        let is_passed_on = |path: &NamedPath| {
            source.imports.iter().any(|import| import.is_passed_on && import.path == *path)
        };
        let shipped = source.paths.iter().filter(|path| path.part == Part::Product && !is_passed_on(path));
        let found = shipped.filter_map(|path| self.file_of(&self.full_path(source, path)?, 0));
        found.filter(|other| *other != at).collect()
    }

    /// A path from the top of the crate; also where it begins with the name of a module below the file's own.
    fn full_path(&self, source: &Source, path: &NamedPath) -> Option<Vec<String>> {
        source.full_path(path).or_else(|| {
            let modules = source.modules().into_iter().chain(path.text.split("::"));
            let below: Vec<String> = modules.map(str::to_owned).collect();
            let child = &below[..=source.modules().len()];
            self.by_modules.contains_key(child).then_some(below)
        })
    }

    /// The file in which what a path names is written.
    fn file_of(&self, path: &[String], depth: usize) -> Option<usize> {
        let length = (1..=path.len()).rev().find(|length| self.by_modules.contains_key(&path[..*length]))?;
        let at = self.by_modules[&path[..length]];
        let Some((name, rest)) = path[length..].split_first() else { return Some(at) };
        let source = self.files[at];
        let led = source.imports.iter().filter(|import| import.name == *name && depth < DEPTH_MAX);
        let mut led = led.filter_map(|import| {
            let mut whole = self.full_path(source, &import.path)?;
            whole.extend_from_slice(rest);
            Some(whole)
        });
        match led.next() {
            // None of the room's files, where another room's is passed on.
            Some(whole) => self.file_of(&whole, depth + 1),
            None => Some(at),
        }
    }
}
