//! Charts as SVG: bars that a printer without colours shows as well, each with its number. Drawn without a box of view, so
//! that words keep their size on a phone; what is wide is told in hundredths of the width.

use askama::Template;

use super::table_file::Cell;

/// Height of the bars of columns, in pixels.
const COLUMNS_HEIGHT: usize = 140;

/// Height of a bar that lies, and of the words above it, in pixels.
const BAR_HEIGHT: usize = 12;
const LABEL_HEIGHT: usize = 22;

/// Space after an item of bars that lie, in pixels.
const ITEM_GAP: usize = 12;

/// How far the longest bar that lies reaches, in hundredths: behind it stands its number.
const LONGEST: f64 = 86.0;

/// Most letters of a label on a chart: what a phone shows in one line. The table has all of them.
const LABEL_MAX_CHARS: usize = 40;

/// One item of a chart: a day, or a district.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub label: String,
    /// Its numbers: one of each series.
    pub values: Vec<u64>,
}

/// How the bars stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Upright, side by side: for days.
    Columns,
    /// Lying, one below the other, with their names.
    Rows,
}

/// A chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// Its id on the page.
    pub id: &'static str,
    /// What it shows.
    pub title: String,
    /// The same in a sentence, for those who do not see it.
    pub description: String,
    /// How the bars stand.
    pub shape: Shape,
    /// What each series is called; a single one needs no name.
    pub series: Vec<String>,
    /// The items.
    pub items: Vec<Item>,
}

/// A bar as it is drawn: where it begins and how large it is, with the units of SVG.
struct Bar {
    x: String,
    y: String,
    width: String,
    height: String,
    series: usize,
    title: String,
}

/// Words as they are drawn.
struct Label {
    x: String,
    y: usize,
    anchor: &'static str,
    words: String,
}

#[derive(Template)]
#[template(path = "chart.html")]
struct Drawn<'a> {
    chart: &'a Chart,
    height: usize,
    bars: Vec<Bar>,
    labels: Vec<Label>,
}

impl Item {
    /// A row of a table, called by its first cell as it is shown: the numbers in these columns.
    pub fn of_row(label: String, row: &[Cell], columns: &[usize]) -> Self {
        let value = |column: &usize| match row.get(*column) {
            Some(Cell::Number(number)) => *number,
            _ => 0,
        };
        Self { label, values: columns.iter().map(value).collect() }
    }
}

impl Chart {
    /// The chart as markup; nothing where nothing is to be seen.
    pub fn drawn(&self) -> String {
        if self.most() == 0 {
            return String::new();
        }
        let (bars, labels, height) = match self.shape {
            Shape::Columns => self.columns(),
            Shape::Rows => self.rows(),
        };
        Drawn { chart: self, height, bars, labels }.render().unwrap_or_default()
    }

    fn most(&self) -> u64 {
        self.items.iter().flat_map(|item| &item.values).copied().max().unwrap_or_default()
    }

    fn columns(&self) -> (Vec<Bar>, Vec<Label>, usize) {
        let most = self.most();
        let step = 100.0 / count(self.items.len());
        let bar = |(at, item): (usize, &Item)| {
            let value = item.values.first().copied().unwrap_or_default();
            let height = share(value, most) * count(COLUMNS_HEIGHT);
            Bar {
                x: format!("{:.3}%", count(at) * step),
                y: format!("{:.1}", count(LABEL_HEIGHT + COLUMNS_HEIGHT) - height),
                width: format!("{:.3}%", step * 0.84),
                height: format!("{height:.1}"),
                series: 0,
                title: format!("{}: {value}", item.label),
            }
        };
        let bars = self.items.iter().enumerate().map(bar).collect();
        let below = COLUMNS_HEIGHT + 2 * LABEL_HEIGHT - 4;
        let end = |item: Option<&Item>| item.map_or_else(String::new, |item| item.label.clone());
        let mut labels = vec![
            Label { x: "0".to_owned(), y: LABEL_HEIGHT - 8, anchor: "start", words: most.to_string() },
            Label { x: "0".to_owned(), y: below, anchor: "start", words: end(self.items.first()) },
        ];
        if self.items.len() > 1 {
            labels.push(Label {
                x: "100%".to_owned(),
                y: below,
                anchor: "end",
                words: end(self.items.last()),
            });
        }
        (bars, labels, COLUMNS_HEIGHT + 2 * LABEL_HEIGHT)
    }

    fn rows(&self) -> (Vec<Bar>, Vec<Label>, usize) {
        let (most, mut y) = (self.most(), 0);
        let (mut bars, mut labels) = (Vec::new(), Vec::new());
        for item in &self.items {
            labels.push(Label {
                x: "0".to_owned(),
                y: y + LABEL_HEIGHT - 6,
                anchor: "start",
                words: short(&item.label),
            });
            y += LABEL_HEIGHT;
            for (series, value) in item.values.iter().copied().enumerate() {
                let width = share(value, most) * LONGEST;
                let named = self.series.get(series).map(|name| format!("{}, {name}", item.label));
                bars.push(Bar {
                    x: "0".to_owned(),
                    y: y.to_string(),
                    width: format!("{width:.2}%"),
                    height: BAR_HEIGHT.to_string(),
                    series,
                    title: format!("{}: {value}", named.unwrap_or_else(|| item.label.clone())),
                });
                labels.push(Label {
                    x: format!("{:.2}%", width + 1.5),
                    y: y + BAR_HEIGHT,
                    anchor: "start",
                    words: value.to_string(),
                });
                y += BAR_HEIGHT + 5;
            }
            y += ITEM_GAP;
        }
        (bars, labels, y)
    }
}

/// A number of things, to measure with.
fn count(number: usize) -> f64 {
    // Far below what a double holds.
    number as f64
}

/// How large a part of the greatest number a number is, from 0 to 1.
fn share(value: u64, most: u64) -> f64 {
    if most == 0 { 0.0 } else { value as f64 / most as f64 }
}

fn short(label: &str) -> String {
    if label.chars().count() <= LABEL_MAX_CHARS {
        return label.to_owned();
    }
    let cut: String = label.chars().take(LABEL_MAX_CHARS - 1).collect();
    format!("{}…", cut.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart(shape: Shape, series: &[&str], items: &[(&str, &[u64])]) -> Chart {
        let item =
            |(label, values): &(&str, &[u64])| Item { label: (*label).to_owned(), values: values.to_vec() };
        Chart {
            id: "x",
            title: "Openings".to_owned(),
            description: "Openings by day".to_owned(),
            shape,
            series: series.iter().map(|name| (*name).to_owned()).collect(),
            items: items.iter().map(item).collect(),
        }
    }

    #[test]
    fn every_number_is_drawn_in_proportion_and_said() {
        let drawn = chart(Shape::Columns, &[], &[("1", &[10]), ("2", &[0]), ("3", &[5])]).drawn();
        for part in ["<title>1: 10</title>", "<title>2: 0</title>", "<title>3: 5</title>"] {
            assert!(drawn.contains(part), "{part} in {drawn}");
        }
        for height in ["height=\"140.0\"", "height=\"0.0\"", "height=\"70.0\""] {
            assert!(drawn.contains(height), "{height} in {drawn}");
        }
        assert!(drawn.contains("aria-labelledby=\"x-title x-desc\"") && drawn.contains("id=\"x-desc\""));
    }

    #[test]
    fn series_have_names_and_looks_and_words_are_cut_on_the_chart_alone() {
        let long = "Ұзын атауы бар аудан, оның аты бір жолға сыймайды";
        let drawn = chart(Shape::Rows, &["all", "live"], &[(long, &[4, 2])]).drawn();
        assert!(drawn.contains(&format!("<title>{long}, all: 4</title>")), "{drawn}");
        assert!(drawn.contains("class=\"s1\"") && drawn.contains("width=\"43.00%\""), "{drawn}");
        assert!(drawn.contains("Ұзын атауы бар аудан, оның аты бір жолғ…"), "{drawn}");
    }

    #[test]
    fn where_nothing_was_opened_there_is_nothing_to_draw() {
        assert_eq!(chart(Shape::Columns, &[], &[("1", &[0])]).drawn(), "");
        assert_eq!(chart(Shape::Rows, &[], &[]).drawn(), "");
    }
}
