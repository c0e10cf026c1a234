//! A Rust file as the rules read it: which paths its code names, what it imports, what of it is public. `syn` parses it;
//! what stands inside a macro is read word by word.

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::visit::{self, Visit};

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
    /// The paths that its code names.
    pub paths: Vec<NamedPath>,
    /// Its `use` items, taken apart.
    pub imports: Vec<Import>,
    /// Words that stand in it: `unsafe`, macros as `todo!`, whatever an attribute names as `#[ignore]`.
    pub words: BTreeSet<String>,
    /// Public functions that return a `Result` and do not say which errors.
    pub silent: Vec<String>,
}

/// A path that the code names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedPath {
    /// As written, a `use` tree taken apart: `std::fs::File`.
    pub text: String,
    /// Where it stands.
    pub part: Part,
    /// The number of `mod` blocks about it.
    blocks: usize,
}

/// One name that a `use` item brings in.
pub struct Import {
    /// What is imported, down to its own name; a `*` at the end stands for everything.
    pub path: NamedPath,
    /// How it is called here.
    pub name: String,
    /// Whether it is only passed on: `pub use`.
    pub is_passed_on: bool,
}

impl Source {
    /// The file with this path and text.
    pub fn new(path: &str, text: &str) -> Self {
        let tokens: TokenStream = text.parse().unwrap_or_else(|why| panic!("{path}: {why}"));
        let mut source = Self {
            path: path.to_owned(),
            text: text.to_owned(),
            paths: Vec::new(),
            imports: Vec::new(),
            words: BTreeSet::new(),
            silent: Vec::new(),
        };
        words(tokens.clone(), false, &mut source.words);
        let file: syn::File = syn::parse2(tokens).unwrap_or_else(|why| panic!("{path}: {why}"));
        let is_test_file = path.ends_with("/tests.rs") || path.contains("/tests/");
        let part = if is_test_file { Part::Tests } else { Part::Product };
        Reader { source: &mut source, part, blocks: 0 }.visit_file(&file);
        source
    }

    /// The modules down to this file: `src/domain/code.rs` → `domain`, `code`.
    pub fn modules(&self) -> Vec<&str> {
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

    /// The modules in which the file lies, its room first.
    pub fn place(&self) -> Vec<&str> {
        let modules = self.modules();
        if modules.is_empty() { vec![self.room()] } else { modules }
    }

    /// A path from the top of the crate, where it begins with `crate`, with its name, or climbs by `super`; none where it
    /// begins with a name.
    pub fn full_path(&self, path: &NamedPath) -> Option<Vec<String>> {
        let mut segments = path.text.split("::").peekable();
        let mut above: Vec<&str> = Vec::new();
        if segments.next_if(|segment| ["crate", "tizilim"].contains(segment)).is_none() {
            let (mut blocks, mut climbed) = (path.blocks, false);
            above = self.modules();
            while let Some(segment) = segments.next_if(|segment| ["self", "super"].contains(segment)) {
                climbed = true;
                if segment == "super" && blocks > 0 {
                    blocks -= 1;
                } else if segment == "super" {
                    above.pop();
                }
            }
            // What lies in a `mod` block of this file is this file's own.
            if !climbed || blocks > 0 {
                return None;
            }
        }
        Some(above.into_iter().chain(segments).map(str::to_owned).collect())
    }
}

/// Walks through a file and notes what the rules ask for.
struct Reader<'a> {
    source: &'a mut Source,
    part: Part,
    blocks: usize,
}

impl Reader<'_> {
    /// Reads something that may be there for tests alone.
    fn under(&mut self, attributes: &[syn::Attribute], read: impl FnOnce(&mut Self)) {
        let around = self.part;
        if attributes.iter().any(is_for_tests) {
            self.part = Part::Tests;
        }
        read(self);
        self.part = around;
    }

    fn note(&mut self, text: String) {
        self.source.paths.push(NamedPath { text, part: self.part, blocks: self.blocks });
    }

    fn note_all(&mut self, tokens: &TokenStream) {
        let mut found = Vec::new();
        paths_in(tokens.clone(), &mut found);
        found.into_iter().for_each(|text| self.note(text));
    }

    fn import(&mut self, text: String, name: String, is_passed_on: bool) {
        let path = NamedPath { text: text.clone(), part: self.part, blocks: self.blocks };
        self.source.imports.push(Import { path, name, is_passed_on });
        self.note(text);
    }

    /// Takes a `use` tree apart: `std::{fs, io::Read as _}` → `std::fs`, `std::io::Read`.
    fn take_apart(&mut self, prefix: &str, tree: &syn::UseTree, is_passed_on: bool) {
        let join = |name: &dyn std::fmt::Display| {
            if prefix.is_empty() { name.to_string() } else { format!("{prefix}::{name}") }
        };
        match tree {
            syn::UseTree::Path(path) => self.take_apart(&join(&path.ident), &path.tree, is_passed_on),
            syn::UseTree::Group(group) => {
                group.items.iter().for_each(|tree| self.take_apart(prefix, tree, is_passed_on));
            }
            syn::UseTree::Glob(_) => self.import(join(&"*"), "*".to_owned(), is_passed_on),
            // `std::fs::{self}` is `std::fs`.
            syn::UseTree::Name(name) if name.ident == "self" && !prefix.is_empty() => {
                let own = prefix.rsplit("::").next().unwrap_or(prefix).to_owned();
                self.import(prefix.to_owned(), own, is_passed_on);
            }
            syn::UseTree::Rename(rename) if rename.ident == "self" && !prefix.is_empty() => {
                self.import(prefix.to_owned(), rename.rename.to_string(), is_passed_on);
            }
            syn::UseTree::Name(name) => {
                self.import(join(&name.ident), name.ident.to_string(), is_passed_on);
            }
            syn::UseTree::Rename(rename) => {
                self.import(join(&rename.ident), rename.rename.to_string(), is_passed_on);
            }
        }
    }

    fn hear(&mut self, visibility: &syn::Visibility, attributes: &[syn::Attribute], called: &syn::Signature) {
        let is_public = matches!(visibility, syn::Visibility::Public(_));
        if self.part == Part::Product && is_public && may_fail(&called.output) && !says_errors(attributes) {
            self.source.silent.push(called.ident.to_string());
        }
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        self.under(attributes_of(item), |reader| visit::visit_item(reader, item));
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        self.blocks += 1;
        visit::visit_item_mod(self, item);
        self.blocks -= 1;
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.take_apart("", &item.tree, !matches!(item.vis, syn::Visibility::Inherited));
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.hear(&item.vis, &item.attrs, &item.sig);
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.under(&item.attrs, |reader| {
            reader.hear(&item.vis, &item.attrs, &item.sig);
            visit::visit_impl_item_fn(reader, item);
        });
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        if path.segments.len() > 1 {
            let segments: Vec<String> =
                path.segments.iter().map(|segment| segment.ident.to_string()).collect();
            self.note(segments.join("::"));
        }
        visit::visit_path(self, path);
    }

    fn visit_attribute(&mut self, attribute: &'ast syn::Attribute) {
        if let syn::Meta::List(list) = &attribute.meta {
            self.note_all(&list.tokens);
        }
        visit::visit_attribute(self, attribute);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.note_all(&call.tokens);
        visit::visit_macro(self, call);
    }
}

fn attributes_of(item: &syn::Item) -> &[syn::Attribute] {
    match item {
        syn::Item::Const(item) => &item.attrs,
        syn::Item::Enum(item) => &item.attrs,
        syn::Item::Fn(item) => &item.attrs,
        syn::Item::Impl(item) => &item.attrs,
        syn::Item::Macro(item) => &item.attrs,
        syn::Item::Mod(item) => &item.attrs,
        syn::Item::Static(item) => &item.attrs,
        syn::Item::Struct(item) => &item.attrs,
        syn::Item::Trait(item) => &item.attrs,
        syn::Item::Type(item) => &item.attrs,
        syn::Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

/// `#[cfg(test)]`, and `#[cfg(all(test, …))]`.
fn is_for_tests(attribute: &syn::Attribute) -> bool {
    let syn::Meta::List(list) = &attribute.meta else { return false };
    let mut named = BTreeSet::new();
    words(list.tokens.clone(), false, &mut named);
    list.path.is_ident("cfg") && named.contains("test") && !named.contains("not")
}

fn may_fail(output: &syn::ReturnType) -> bool {
    let syn::ReturnType::Type(_, returned) = output else { return false };
    let syn::Type::Path(returned) = returned.as_ref() else { return false };
    returned.path.segments.last().is_some_and(|segment| segment.ident == "Result")
}

fn says_errors(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        syn::Meta::NameValue(doc) if doc.path.is_ident("doc") => match &doc.value {
            syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => {
                text.value().trim() == "# Errors"
            }
            _ => false,
        },
        _ => false,
    })
}

fn is(tree: Option<&TokenTree>, c: char) -> bool {
    matches!(tree, Some(TokenTree::Punct(punct)) if punct.as_char() == c)
}

/// The words of code that no string or comment hides.
fn words(tokens: TokenStream, in_attribute: bool, found: &mut BTreeSet<String>) {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, tree) in trees.iter().enumerate() {
        match tree {
            TokenTree::Ident(ident) => {
                found.insert(ident.to_string());
                if in_attribute {
                    found.insert(format!("#[{ident}]"));
                }
                if is(trees.get(at + 1), '!') && !is(trees.get(at + 2), '=') {
                    found.insert(format!("{ident}!"));
                }
            }
            TokenTree::Group(group) => {
                let hash = at.checked_sub(1).is_some_and(|at| is(trees.get(at), '#'));
                let inner_hash =
                    at.checked_sub(2).is_some_and(|at| is(trees.get(at), '#') && is(trees.get(at + 1), '!'));
                let begins = group.delimiter() == Delimiter::Bracket && (hash || inner_hash);
                words(group.stream(), in_attribute || begins, found);
            }
            _ => {}
        }
    }
}

/// The paths in what a macro is given: words joined by `::`. What follows a closing angle bracket belongs to a type.
fn paths_in(tokens: TokenStream, found: &mut Vec<String>) {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let joins = |at: usize| is(trees.get(at), ':') && is(trees.get(at + 1), ':');
    let mut at = 0;
    while let Some(tree) = trees.get(at) {
        at += 1;
        match tree {
            TokenTree::Group(group) => paths_in(group.stream(), found),
            TokenTree::Ident(ident) => {
                let begun = at - 1;
                let mut text = ident.to_string();
                while joins(at)
                    && let Some(TokenTree::Ident(next)) = trees.get(at + 2)
                {
                    text = format!("{text}::{next}");
                    at += 3;
                }
                let is_of_a_type = begun >= 3 && joins(begun - 2) && is(trees.get(begun - 3), '>');
                if text.contains("::") && !is_of_a_type {
                    found.push(text);
                }
            }
            _ => {}
        }
    }
}
