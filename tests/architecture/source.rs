//! A Rust file as the rules read it: its code without comments and literals, and the paths that the code names.
//!
//! This is no parser. It knows as much of Rust as formatted code needs: `use` trees, `mod` blocks, `#[cfg(test)]`.

/// A part of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What is shipped.
    Product,
    /// What only tests see.
    Tests,
}

/// A Rust file.
pub struct Source {
    /// Its path from the root of the project.
    pub path: String,
    /// Its text.
    pub text: String,
    product: String,
    tests: String,
}

/// A path that the code names, with the number of `mod` blocks about it.
#[derive(Debug, PartialEq, Eq)]
pub struct NamedPath {
    /// As written, a `use` tree taken apart: `std::fs::File`.
    pub text: String,
    blocks: usize,
}

impl Source {
    /// The file with this path and text.
    pub fn new(path: &str, text: &str) -> Self {
        let code = without_comments_and_literals(text);
        let is_test_file = path.ends_with("/tests.rs") || path.contains("/tests/");
        let (product, tests) = if is_test_file { (String::new(), code) } else { split_tests(&code) };
        Self { path: path.to_owned(), text: text.to_owned(), product, tests }
    }

    /// The modules down to this file: `src/domain/code.rs` → `domain`, `code`.
    fn modules(&self) -> Vec<&str> {
        let path = self.path.strip_prefix("src/").unwrap_or(&self.path);
        let path = path.strip_suffix(".rs").unwrap_or(path);
        match path.strip_suffix("/mod").unwrap_or(path) {
            "lib" | "main" => Vec::new(),
            path => path.split('/').collect(),
        }
    }

    /// The room in which the file lies; `lib` and `main` are their own.
    pub fn room(&self) -> &str {
        let root = if self.path == "src/main.rs" { "main" } else { "lib" };
        self.modules().first().copied().unwrap_or(root)
    }

    /// Whether the code holds these characters, not as a part of a longer word.
    pub fn has(&self, token: &str) -> bool {
        let in_word = |before: bool, c: Option<char>| before && c.is_some_and(is_word);
        let (first, last) = (token.starts_with(is_word), token.ends_with(is_word));
        [&self.product, &self.tests].iter().any(|code| {
            code.match_indices(token).any(|(at, _)| {
                !in_word(first, code[..at].chars().next_back())
                    && !in_word(last, code[at + token.len()..].chars().next())
            })
        })
    }

    /// The paths that a part of the file names.
    pub fn paths(&self, part: Part) -> Vec<NamedPath> {
        named_paths(match part {
            Part::Product => &self.product,
            Part::Tests => &self.tests,
        })
    }

    /// The room that a path leads to from the top of the crate, whether by `crate`, by its name or by `super`.
    pub fn imported_room(&self, path: &NamedPath) -> Option<String> {
        let mut segments = path.text.split("::").skip_while(|segment| *segment == "self").peekable();
        if segments.next_if(|segment| ["crate", "tizilim"].contains(segment)).is_none() {
            let mut depth = self.modules().len() + path.blocks;
            while depth > 0 && segments.next_if_eq(&"super").is_some() {
                depth -= 1;
            }
            let climbed = path.text.contains("super::");
            if depth > 0 || !climbed {
                return None;
            }
        }
        segments.next().map(str::to_owned)
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The code with comments and the insides of string and character literals blanked; lines stay lines.
fn without_comments_and_literals(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let in_word = code.ends_with(is_word);
        let skipped = match c {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => block_comment_bytes(rest),
            '"' => string_bytes(rest),
            'r' | 'b' | 'c' if !in_word => prefixed_string_bytes(rest),
            '\'' => character_bytes(rest),
            _ => 0,
        };
        let taken = if skipped == 0 { c.len_utf8() } else { skipped };
        if skipped == 0 {
            code.push(c);
        } else {
            code.extend(rest[..taken].chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
        }
        rest = &rest[taken..];
    }
    code
}

fn block_comment_bytes(text: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < text.len() {
        let here = &text[at..];
        let step = match here {
            _ if here.starts_with("/*") => 1,
            _ if here.starts_with("*/") => -1,
            _ => 0,
        };
        depth += step;
        at += if step == 0 { here.chars().next().map_or(1, char::len_utf8) } else { 2 };
        if depth == 0 {
            return at;
        }
    }
    text.len()
}

fn string_bytes(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The length of a raw, byte or C string, or 0 if a word begins here.
fn prefixed_string_bytes(text: &str) -> usize {
    let prefix = ["br", "cr", "r", "b", "c"].into_iter().find(|prefix| {
        text[prefix.len().min(text.len())..].starts_with(['"', '#']) && text.starts_with(prefix)
    });
    let Some(prefix) = prefix else { return 0 };
    let body = &text[prefix.len()..];
    let quoted = body.trim_start_matches('#');
    if !quoted.starts_with('"') {
        return 0;
    }
    if !prefix.ends_with('r') {
        return prefix.len() + string_bytes(body);
    }
    let hashes = body.len() - quoted.len();
    let end = format!("\"{}", "#".repeat(hashes));
    let opening = prefix.len() + hashes + 1;
    text[opening..].find(&end).map_or(text.len(), |at| opening + at + end.len())
}

/// The length of a character literal, or 0 if a lifetime begins here.
fn character_bytes(text: &str) -> usize {
    let mut chars = text.char_indices().skip(1);
    match chars.next() {
        // The character after a backslash may itself be a quotation mark.
        Some((_, '\\')) => chars.skip(1).find(|(_, c)| *c == '\'').map_or(0, |(at, _)| at + 1),
        Some(_) => chars.next().filter(|(_, c)| *c == '\'').map_or(0, |(at, _)| at + 1),
        None => 0,
    }
}

/// Parts the items under `#[cfg(test)]` from the rest.
fn split_tests(code: &str) -> (String, String) {
    const MARK: &str = "#[cfg(test)]";
    let (mut product, mut tests) = (String::new(), String::new());
    let mut rest = code;
    while let Some(at) = rest.find(MARK) {
        product.push_str(&rest[..at]);
        let item = &rest[at + MARK.len()..];
        let end = item_bytes(item);
        tests.push_str(&item[..end]);
        rest = &item[end..];
    }
    product.push_str(rest);
    (product, tests)
}

/// The length of the item at the beginning: up to its semicolon or its closing brace.
fn item_bytes(code: &str) -> usize {
    let mut depth = 0_usize;
    for (at, c) in code.char_indices() {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && (c == ';' || c == '}') {
            return at + 1;
        }
    }
    code.len()
}

fn named_paths(code: &str) -> Vec<NamedPath> {
    let mut paths = Vec::new();
    // For each open brace, whether it opened a `mod`.
    let mut braces: Vec<bool> = Vec::new();
    let mut mod_begins = false;
    let mut at = 0;
    while let Some(c) = code[at..].chars().next() {
        let blocks = braces.iter().filter(|is_mod| **is_mod).count();
        let length = if is_word(c) { path_bytes(&code[at..]) } else { c.len_utf8() };
        let (word, after) = (&code[at..at + length], &code[at + length..]);
        let is_use = word == "use" && !after.trim_start().starts_with('<');
        let mut next = at + length;
        match word {
            "mod" => mod_begins = true,
            ";" => mod_begins = false,
            "{" => braces.push(std::mem::take(&mut mod_begins)),
            "}" => {
                braces.pop();
            }
            _ if is_use => {
                let tree = &after[..after.find(';').unwrap_or(after.len())];
                flatten("", tree, &mut |text| paths.push(NamedPath { text, blocks }));
                next += tree.len();
            }
            // What follows a closing angle bracket belongs to a type, not to a crate.
            _ if word.contains("::") && !code[..at].ends_with(">::") => {
                paths.push(NamedPath { text: word.to_owned(), blocks });
            }
            _ => {}
        }
        at = next;
    }
    paths
}

/// The length of the path at the beginning: words joined by `::`.
fn path_bytes(code: &str) -> usize {
    let word_bytes = |text: &str| text.find(|c| !is_word(c)).unwrap_or(text.len());
    let mut at = word_bytes(code);
    while let Some(rest) = code[at..].strip_prefix("::")
        && rest.starts_with(is_word)
    {
        at += 2 + word_bytes(rest);
    }
    at
}

/// Takes a `use` tree apart: `std::{fs, io::Read as _}` → `std::fs`, `std::io::Read`.
fn flatten(prefix: &str, tree: &str, found: &mut dyn FnMut(String)) {
    let tree = tree.trim().trim_start_matches("::");
    let Some((head, inside)) = tree.split_once('{') else {
        let leaf = tree.split_whitespace().next().unwrap_or_default();
        if !leaf.is_empty() {
            found(format!("{prefix}{leaf}"));
        }
        return;
    };
    let inside = inside.trim_end().strip_suffix('}').unwrap_or(inside);
    let prefix = format!("{prefix}{}", head.trim());
    let (mut depth, mut start) = (0_i32, 0);
    for (at, c) in inside.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                flatten(&prefix, &inside[start..at], found);
                start = at + 1;
            }
            _ => {}
        }
    }
    flatten(&prefix, &inside[start..], found);
}
