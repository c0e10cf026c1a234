//! The guide: one page for the chair, and a paragraph for the director.

mod pictograms;

use crate::domain::Lang;
use crate::phrases::{say, say_with};
use crate::print::model::choice::{Documents, Edge, LANGUAGES, Look, Occasion, Paper, Part};
use crate::print::model::display_list::{Page, Role};
use crate::print::model::geometry::A4;
use crate::print::model::kit::Kit;
use crate::print::model::style::{Font, Measure, Style};
use crate::print::typeset::canvas::{Canvas, HAIRLINE_MM};
use crate::print::typeset::density::{Density, TIGHT};
use crate::print::typeset::grid::{Columns, Grid};
use crate::print::typeset::masthead::{Masthead, ON_A_SHEET};
use crate::print::typeset::trilingual::{Spread, Wording};

const GRID: Grid = Grid::new(A4, (20.0, 18.0));

/// Sizes of the text that are tried, and how closely things stand, until the guide is one page.
const BODIES: [(f32, Density); 6] = [
    (10.5, Density::Ample),
    (9.5, Density::Ample),
    (8.5, Density::Ample),
    (8.5, Density::Scarce),
    (8.0, Density::Scarce),
    (7.5, Density::Scarce),
];

/// Sizes of the names that are tried, until the masthead leaves room for the guide; and the room it may take.
const NAMES_PT: [f32; 3] = [13.0, 11.0, 9.0];
const MASTHEAD_MM: f32 = 40.0;

/// Width of a step's number and the space after it.
const NUMBER_MM: f32 = 8.0;

/// A part of the guide: what it says, and what stands before it.
struct Entry {
    spread: Spread,
    number: Option<usize>,
    above_mm: f32,
    /// Whether a line separates it from what stands above.
    ruled: bool,
}

/// The guide at one size.
struct Setting<'k> {
    kit: &'k Kit,
    measure: &'k dyn Measure,
    body_pt: f32,
    density: Density,
    columns: Columns,
    entries: Vec<Entry>,
}

/// The guide to a file with so many pages of each other part: one page, and more only when many documents wait for
/// their text.
pub fn pages(kit: &Kit, contents: &[(Part, usize)], measure: &dyn Measure) -> Vec<Page> {
    let names = Wording::names(kit, Font::Bold, measure);
    let mut masthead =
        Masthead::of_sheet(kit, (&names, NAMES_PT[0]), (14.0, ON_A_SHEET), (&GRID, GRID.columns()), measure);
    for size_pt in NAMES_PT {
        masthead =
            Masthead::of_sheet(kit, (&names, size_pt), (14.0, ON_A_SHEET), (&GRID, GRID.columns()), measure);
        if masthead.ends_mm() <= MASTHEAD_MM {
            break;
        }
    }
    let top_mm = masthead.ends_mm() + 5.0;
    let mut setting = Setting::new(kit, contents, BODIES[0], measure);
    for body in BODIES {
        setting = Setting::new(kit, contents, body, measure);
        if top_mm + setting.height_mm() <= GRID.text.bottom_mm {
            break;
        }
    }
    let mut canvas = empty(measure);
    masthead.draw(&mut canvas, kit);
    setting.draw(canvas, top_mm).into_iter().map(|canvas| canvas.finish(kit)).collect()
}

fn empty(measure: &dyn Measure) -> Canvas<'_> {
    Canvas::new(A4, say(Lang::Kk, "stand-guide"), measure)
}

impl<'k> Setting<'k> {
    fn new(
        kit: &'k Kit,
        contents: &[(Part, usize)],
        (body_pt, density): (f32, Density),
        measure: &'k dyn Measure,
    ) -> Self {
        let mut setting =
            Self { kit, measure, body_pt, density, columns: GRID.columns(), entries: Vec::new() };
        setting.say("stand-guide", (Font::Bold, 20.0, Role::Title), 0.0);
        let accompanies = contents.iter().any(|(_, pages)| *pages > 0);
        if accompanies {
            setting.paragraph(Font::Regular, 2.0, |lang| contents_line(lang, contents));
        }
        let empty = kit.chosen().next().is_none();
        if empty {
            setting.paragraph(Font::Bold, 5.0, |lang| {
                format!("{}{}", say(lang, "stand-guide-empty"), of_union(kit, lang, "stand-guide-ask"))
            });
        }
        if replaces(kit) {
            setting.say("stand-guide-old-codes", (Font::Bold, body_pt + 1.5, Role::Body), 5.0);
        }
        if !empty || accompanies {
            setting.steps(contents);
        }
        setting.heading("stand-guide-director");
        setting.paragraph(Font::Regular, 1.0, |lang| {
            let text = say_with(lang, "stand-guide-director-text", &[("host", kit.base.host().into())]);
            format!("{text}{}", of_union(kit, lang, "stand-guide-responsible"))
        });
        if kit.unprinted().next().is_some() {
            setting.heading("stand-guide-unpublished");
        }
        for document in kit.unprinted() {
            setting.paragraph(Font::Regular, 1.0, |lang| {
                format!("{} – {}", document.code.grouped(), document.heading(lang, &kit.organization))
            });
        }
        setting
    }

    fn push(&mut self, spread: Spread, above_mm: f32) {
        let (spread, above_mm) = match self.density {
            Density::Ample => (spread, above_mm),
            Density::Scarce => (spread.tight(), above_mm * 0.75),
        };
        self.entries.push(Entry { spread, number: None, above_mm, ruled: false });
    }

    fn say(&mut self, key: &str, (font, size_pt, role): (Font, f32, Role), above_mm: f32) {
        let wording = Wording::phrase(self.kit, key, font, self.measure);
        self.push(wording.set(size_pt, &self.columns, self.measure).with_role(role), above_mm);
    }

    fn heading(&mut self, key: &str) {
        self.say(key, (Font::Bold, self.body_pt + 2.5, Role::Heading), self.body_pt * 0.8);
        if let Some(entry) = self.entries.last_mut() {
            entry.ruled = true;
        }
    }

    fn paragraph(&mut self, font: Font, above_mm: f32, text: impl Fn(Lang) -> String) {
        let wording = Wording::of(self.kit, font, self.measure, text);
        self.push(wording.set(self.body_pt, &self.columns, self.measure), above_mm);
    }

    /// What the chair does, in order.
    fn steps(&mut self, contents: &[(Part, usize)]) {
        let kit = self.kit;
        let columns = self.columns.indented(NUMBER_MM);
        for (number, key) in (1..).zip(steps(kit, contents)) {
            let wording = Wording::of(kit, Font::Regular, self.measure, |lang| step(kit, lang, key));
            self.push(wording.set(self.body_pt, &columns, self.measure), self.body_pt * 0.24);
            if let Some(entry) = self.entries.last_mut() {
                entry.number = Some(number);
            }
        }
    }

    /// Above and below the pictures.
    fn picture_gap_mm(&self) -> f32 {
        match self.density {
            Density::Ample => 5.0,
            Density::Scarce => 3.0,
        }
    }

    /// Height of everything, the pictures included.
    fn height_mm(&self) -> f32 {
        let entries_mm: f32 =
            self.entries.iter().map(|entry| entry.above_mm + entry.spread.height_mm()).sum();
        let has_steps = self.entries.iter().any(|entry| entry.number.is_some());
        let pictures_mm = if has_steps { pictograms::PICTURES_MM + 2.0 * self.picture_gap_mm() } else { 0.0 };
        entries_mm + pictures_mm
    }

    fn draw(&self, canvas: Canvas<'k>, top_mm: f32) -> Vec<Canvas<'k>> {
        let (mut full, mut canvas, mut y_mm) = (Vec::new(), canvas, top_mm);
        for entry in &self.entries {
            if entry.number == Some(1) {
                y_mm = pictograms::draw(&mut canvas, &GRID, y_mm + self.picture_gap_mm())
                    + self.picture_gap_mm();
            }
            if y_mm + entry.above_mm + entry.spread.height_mm() > GRID.text.bottom_mm {
                full.push(std::mem::replace(&mut canvas, empty(self.measure)));
                y_mm = GRID.text.top_mm;
            } else {
                y_mm += entry.above_mm;
            }
            if entry.ruled {
                let (left_mm, right_mm) = (GRID.text.left_mm, GRID.text.right_mm);
                let rule_mm = y_mm - entry.above_mm / 2.0;
                canvas.line((left_mm, rule_mm), (right_mm, rule_mm), HAIRLINE_MM);
            }
            if let Some(number) = entry.number {
                self.number(&mut canvas, number, y_mm);
            }
            y_mm = entry.spread.draw(&mut canvas, y_mm);
        }
        full.push(canvas);
        full
    }

    /// A step's number before both languages, on the base line of the step's first line.
    fn number(&self, canvas: &mut Canvas<'_>, number: usize, top_mm: f32) {
        let (body, style) = (Style::regular(self.body_pt), Style::bold(self.body_pt));
        let (ascent_mm, descent_mm) = (self.measure.ascent_mm(body), self.measure.descent_mm(body));
        let leading_mm = match self.density {
            Density::Ample => body.leading_mm(),
            Density::Scarce => body.leading_mm() * TIGHT,
        };
        let baseline_mm = top_mm + (leading_mm - ascent_mm - descent_mm) / 2.0 + ascent_mm;
        for (lang, span) in LANGUAGES.into_iter().zip([self.columns.left, self.columns.right]) {
            canvas.text(&format!("{number} "), lang, style, (span.left_mm, baseline_mm));
        }
    }
}

/// Whether the rest of the stand stays as it hangs.
fn replaces(kit: &Kit) -> bool {
    kit.choice.occasion == Occasion::Reprint || kit.choice.documents != Documents::All
}

/// The steps that this kit needs: those of the parts that have pages.
fn steps(kit: &Kit, contents: &[(Part, usize)]) -> Vec<&'static str> {
    let choice = &kit.choice;
    let has = |part| contents.iter().any(|(other, pages)| *other == part && *pages > 0);
    let poster = |paper| has(Part::Poster) && choice.paper == paper;
    // A guide by itself is for the stand as it is.
    let alone = contents.iter().all(|(_, pages)| *pages == 0);
    let hangs = has(Part::Poster) || has(Part::Sheets) || alone;
    let steps = [
        ("stand-guide-remove", hangs && !replaces(kit)),
        ("stand-guide-remove-these", hangs && replaces(kit)),
        ("stand-guide-paper", choice.edge == Edge::Office && (hangs || has(Part::SignatureSheet))),
        ("stand-guide-print-shop", choice.edge == Edge::PrintShop && choice.look == Look::Banner),
        ("stand-guide-print-shop-plain", choice.edge == Edge::PrintShop && choice.look == Look::Plain),
        ("stand-guide-a3", poster(Paper::A3)),
        ("stand-guide-a4x2", poster(Paper::A4x2)),
        ("stand-guide-a5", has(Part::Sheets) && choice.paper == Paper::A5 && choice.edge == Edge::Office),
        ("stand-guide-stickers", has(Part::Stickers)),
        ("stand-guide-height", hangs),
        ("stand-guide-pocket", hangs),
        ("stand-guide-check", hangs || has(Part::Stickers)),
        ("stand-guide-acquaintance", has(Part::SignatureSheet)),
        ("stand-guide-keep", hangs && kit.posted().next().is_some()),
    ];
    steps.into_iter().filter_map(|(key, needed)| needed.then_some(key)).collect()
}

fn step(kit: &Kit, lang: Lang, key: &str) -> String {
    if key == "stand-guide-stickers" {
        let arguments =
            [("stock", kit.choice.stock.name().into()), ("start", kit.choice.start.to_string().into())];
        return say_with(lang, key, &arguments);
    }
    say(lang, key)
}

/// What is in this file.
fn contents_line(lang: Lang, contents: &[(Part, usize)]) -> String {
    let mut parts = vec![say(lang, "stand-guide-part-guide")];
    for (part, pages) in contents.iter().filter(|(_, pages)| *pages > 0) {
        let key = format!("stand-guide-part-{}", part.name());
        let pages = i64::try_from(*pages).unwrap_or(i64::MAX);
        parts.push(say_with(lang, &key, &[("pages", pages.into())]));
    }
    say_with(lang, "stand-guide-contents", &[("parts", parts.join(", ").into())])
}

/// A sentence with the union's name, behind another one. English has none where the name is not English.
fn of_union(kit: &Kit, lang: Lang, key: &str) -> String {
    let name = if lang == Lang::En { kit.union.get(lang) } else { kit.union.best(lang) };
    name.map_or_else(String::new, |name| format!(" {}", say_with(lang, key, &[("union", name.into())])))
}
