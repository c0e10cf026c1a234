//! What a page shows, with its places, in the order in which it is drawn.

use hayro_interpret::hayro_syntax::object::ObjectIdentifier;
use hayro_interpret::kurbo::Rect;

use super::rules::{Along, Rule};
use crate::text::body::{Emphasis, Position};

/// A page as a person sees it: turned upright, its origin in the lower left corner; in points.
#[derive(Debug, Default)]
pub struct Page {
    /// Its number, from 1.
    pub number: u32,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// Its characters, without those that nobody sees.
    pub glyphs: Vec<Glyph>,
    /// Its rules.
    pub rules: Vec<Rule>,
    /// Its pictures.
    pub pictures: Vec<Picture>,
    /// How many small surfaces are filled that are no rectangles: letters that became drawings.
    pub outlines: usize,
    /// How many characters a machine recognised on a picture.
    pub recognised: usize,
    /// The words that nobody sees, place by place.
    pub hidden: Vec<String>,
    /// Whether a part of what draws it is broken.
    pub is_broken: bool,
    /// Whether it is a photo and nothing else.
    pub is_photo: bool,
    /// Whether a person compared its words with its picture.
    pub is_checked: bool,
    /// What the file's own machine made of its words.
    pub layer: Layer,
}

/// How well the words were read that a scanner put unseen over its picture.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Layer {
    /// There are none, or they look like words.
    #[default]
    Fine,
    /// They hardly look like words.
    Poor,
    /// They hardly looked like words, and others stand in their place that were recognised anew.
    Replaced,
}

/// A picture on a page.
#[derive(Debug, Clone, Copy)]
pub struct Picture {
    /// Where it stands.
    pub area: Rect,
    /// Which object of the file it is: a letterhead is the same on every page.
    pub object: ObjectIdentifier,
}

/// A drawn character, or a ligature of several. Its place is turned so that it is read from left to right, in points.
#[derive(Debug, Clone)]
pub struct Glyph {
    /// Where it starts.
    pub x: f64,
    /// Where its base line is; up is more.
    pub y: f64,
    /// How far it reaches.
    pub width: f64,
    /// The size of its font.
    pub size: f64,
    /// Which way it is written, in quarter turns.
    pub turn: u8,
    /// What it says.
    pub text: String,
    /// How it looks.
    pub look: Look,
    /// Whether it is written aslant, as stamps and watermarks are.
    pub is_slanting: bool,
    /// Whether it is as pale as a watermark.
    pub is_pale: bool,
    /// Its font: a place in the list of them.
    pub font: usize,
    /// The code of a character of which the font does not say what it is.
    pub code: Option<u8>,
    /// Whether it was written into a field of the page, and not drawn with it.
    pub is_added: bool,
}

/// How a character looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Look {
    /// How its font emphasises it.
    pub emphasis: Emphasis,
    /// Whether it stands above or below its line.
    pub position: Position,
    /// Whether it is crossed out.
    pub is_struck: bool,
    /// The footnote whose mark it is.
    pub note: Option<u32>,
}

impl From<Emphasis> for Look {
    fn from(emphasis: Emphasis) -> Self {
        Self { emphasis, ..Self::default() }
    }
}

/// Characters of a page that are written in one direction, and what stands beside them, all turned so that they are
/// read from left to right.
#[derive(Debug, Default)]
pub struct Side {
    /// The number of the page, from 1.
    pub page: u32,
    /// The characters.
    pub glyphs: Vec<Glyph>,
    /// The rules.
    pub rules: Vec<Rule>,
    /// The lower and the upper edge of the page.
    pub edges: (f64, f64),
    /// Its left and its right edge.
    pub sides: (f64, f64),
}

impl Page {
    /// The page by the directions in which it is written: upright words first.
    pub fn sides(self) -> Vec<Side> {
        let mut sides: Vec<(u8, Side)> = Vec::new();
        for glyph in self.glyphs {
            match sides.iter_mut().find(|(turn, _)| *turn == glyph.turn) {
                Some((_, side)) => side.glyphs.push(glyph),
                None => {
                    let turn = glyph.turn;
                    let rules = self.rules.iter().map(|rule| turned(rule, turn)).collect();
                    let (edges, across) = match turn {
                        0 => ((0.0, self.height), (0.0, self.width)),
                        1 => ((-self.width, 0.0), (0.0, self.height)),
                        2 => ((-self.height, 0.0), (-self.width, 0.0)),
                        _ => ((0.0, self.width), (-self.height, 0.0)),
                    };
                    let glyphs = vec![glyph];
                    sides.push((turn, Side { page: self.number, glyphs, rules, edges, sides: across }));
                }
            }
        }
        sides.sort_by_key(|(turn, _)| *turn);
        sides.into_iter().map(|(_, side)| side).collect()
    }
}

/// A place on the page as it is read in this direction.
pub fn turn(x: f64, y: f64, turn: u8) -> (f64, f64) {
    match turn {
        0 => (x, y),
        1 => (y, -x),
        2 => (-x, -y),
        _ => (-y, x),
    }
}

fn turned(rule: &Rule, quarters: u8) -> Rule {
    let ends = match rule.along {
        Along::Lines => [(rule.from, rule.at), (rule.to, rule.at)],
        Along::Columns => [(rule.at, rule.from), (rule.at, rule.to)],
    };
    let [(x, y), (end_x, end_y)] = ends.map(|(x, y)| turn(x, y, quarters));
    let across = (rule.along == Along::Lines) == quarters.is_multiple_of(2);
    if across {
        Rule { along: Along::Lines, at: y, from: x.min(end_x), to: x.max(end_x) }
    } else {
        Rule { along: Along::Columns, at: x, from: y.min(end_y), to: y.max(end_y) }
    }
}

/// What stands for no letter: replaced, private, control.
pub fn is_unreadable(character: char) -> bool {
    matches!(character, '\u{FFFD}' | '\u{E000}'..='\u{F8FF}' | '\0'..='\u{8}' | '\u{E}'..='\u{1F}')
}
