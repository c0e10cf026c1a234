//! Formulas as MathML (MathML Core): browsers set them as people write them by hand.

use std::fmt::Write;

use crate::text::body::Formula;

/// The names of functions, which stand upright.
const FUNCTIONS: [&str; 12] =
    ["sin", "cos", "tg", "ctg", "tan", "log", "lg", "ln", "lim", "min", "max", "exp"];

/// A formula as a `math` element, with its reading in one line for those who do not see it.
pub fn mathml(formula: &Formula, reading: &str) -> String {
    let mut text = format!("<math displaystyle=\"true\" alttext=\"{}\">", escaped(reading));
    write(formula, &mut text);
    text.push_str("</math>");
    text
}

fn write(formula: &Formula, text: &mut String) {
    match formula {
        Formula::Words(words) => match tokens(words).as_slice() {
            [token] => token.write(text),
            tokens => element("mrow", text, |text| tokens.iter().for_each(|token| token.write(text))),
        },
        Formula::Row(parts) => all("mrow", parts.iter(), text),
        Formula::Fraction { above, below, is_ruled } => {
            text.push_str(if *is_ruled { "<mfrac>" } else { "<mfrac linethickness=\"0\">" });
            write(above, text);
            write(below, text);
            text.push_str("</mfrac>");
        }
        Formula::Scripts { base, lowered, raised } => {
            beside(["msub", "msup", "msubsup"], base, lowered, raised, text)
        }
        Formula::Limits { base, below, above } => {
            beside(["munder", "mover", "munderover"], base, below, above, text)
        }
        Formula::Accent { base, sign, is_under } => {
            let (name, attribute) = if *is_under { ("munder", "accentunder") } else { ("mover", "accent") };
            let _ = write!(text, "<{name} {attribute}=\"true\">");
            write(base, text);
            let _ = write!(text, "<mo>{}</mo></{name}>", escaped(sign));
        }
        // The sign of `msqrt` is drawn with a font for mathematics alone, which phones lack: without it no sign is left.
        Formula::Root { of, degree } => {
            text.push_str("<mrow class=\"root\">");
            if let Some(degree) = degree {
                text.push_str("<msup><mrow></mrow>");
                write(degree, text);
                text.push_str("</msup>");
            }
            text.push_str("<mo>√</mo>");
            all("mrow", [&**of].into_iter(), text);
            text.push_str("</mrow>");
        }
        Formula::Fenced { open, between, close, parts } => element("mrow", text, |text| {
            fence(open, text);
            for (at, part) in parts.iter().enumerate() {
                if at > 0 {
                    fence(between, text);
                }
                write(part, text);
            }
            fence(close, text);
        }),
        Formula::Grid(rows) => element("mtable", text, |text| {
            for row in rows {
                element("mtr", text, |text| row.iter().for_each(|part| all("mtd", [part].into_iter(), text)));
            }
        }),
    }
}

/// Words in which nothing is markup.
fn escaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for sign in words.chars() {
        match sign {
            '<' | '>' | '&' | '"' | '\'' => {
                let _ = write!(text, "&#{};", u32::from(sign));
            }
            sign => text.push(sign),
        }
    }
    text
}

fn element(name: &str, text: &mut String, content: impl FnOnce(&mut String)) {
    let _ = write!(text, "<{name}>");
    content(text);
    let _ = write!(text, "</{name}>");
}

fn all<'f>(name: &str, parts: impl Iterator<Item = &'f Formula>, text: &mut String) {
    element(name, text, |text| parts.for_each(|part| write(part, text)));
}

/// A part with what stands below or above it; the names are those for what stands below, above, and at both places.
fn beside(
    names: [&str; 3],
    base: &Formula,
    below: &Option<Box<Formula>>,
    above: &Option<Box<Formula>>,
    text: &mut String,
) {
    let name = match (below, above) {
        (Some(_), Some(_)) => names[2],
        (None, Some(_)) => names[1],
        _ => names[0],
    };
    if below.is_none() && above.is_none() {
        return write(base, text);
    }
    let parts = [Some(base), below.as_deref(), above.as_deref()];
    all(name, parts.into_iter().flatten(), text);
}

fn fence(sign: &str, text: &mut String) {
    if !sign.is_empty() {
        let _ = write!(text, "<mo>{}</mo>", escaped(sign));
    }
}

/// A name, a number, a sign or words of a formula.
struct Token<'w> {
    name: &'static str,
    words: &'w str,
}

impl Token<'_> {
    fn write(&self, text: &mut String) {
        let _ = write!(text, "<{0}>{1}</{0}>", self.name, escaped(self.words));
    }
}

/// The names, numbers and signs of words: letters of a formula are names of one letter each, words of a language are words.
fn tokens(words: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = words;
    while let Some(first) = rest.chars().next() {
        let is_number = |sign: char| sign.is_ascii_digit() || matches!(sign, '.' | ',');
        let run = |is: &dyn Fn(char) -> bool| rest.find(|sign| !is(sign)).unwrap_or(rest.len());
        let (name, length) = match first {
            _ if first.is_ascii_digit() => ("mn", run(&is_number)),
            _ if first.is_alphabetic() => {
                let length = run(&char::is_alphabetic);
                let word = &rest[..length];
                let is_word = word.chars().count() > 1 && !word.is_ascii() || FUNCTIONS.contains(&word);
                match is_word {
                    true if FUNCTIONS.contains(&word) => ("mi", length),
                    true => ("mtext", length),
                    false => ("mi", first.len_utf8()),
                }
            }
            _ if first.is_whitespace() => ("", run(&char::is_whitespace)),
            _ => ("mo", first.len_utf8()),
        };
        // A number does not end with the sign behind it.
        let length = if name == "mn" { rest[..length].trim_end_matches(['.', ',']).len() } else { length };
        let (token, behind) = rest.split_at(length);
        let is_between = !tokens.is_empty() && !behind.is_empty();
        match name {
            "" if is_between => tokens.push(Token { name: "mtext", words: "\u{A0}" }),
            "" => {}
            name => tokens.push(Token { name, words: token }),
        }
        rest = behind;
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::mathml;
    use crate::text::body::Formula;

    fn words(words: &str) -> Formula {
        Formula::Words(words.to_owned())
    }

    #[test]
    fn formulas_are_set_and_say_their_reading() {
        let fraction =
            Formula::Fraction { above: words("О").into(), below: words("Н+1").into(), is_ruled: true };
        let power =
            Formula::Scripts { base: words("К").into(), lowered: None, raised: Some(words("2").into()) };
        let formula = Formula::Row(vec![words("Д="), fraction, power]);
        assert_eq!(
            mathml(&formula, &formula.line()),
            "<math displaystyle=\"true\" alttext=\"Д=О/(Н+1)К²\"><mrow><mrow><mi>Д</mi><mo>=</mo></mrow><mfrac><mi>О</mi><mrow><mi>Н</mi><mo>+</mo>\
             <mn>1</mn></mrow></mfrac><msup><mi>К</mi><mn>2</mn></msup></mrow></math>"
        );
    }

    #[test]
    fn every_part_has_its_element_and_nothing_is_markup() {
        let some = |text: &str| Some(Box::new(words(text)));
        for (formula, expected) in [
            (words("ставка<3,5."), "<mrow><mtext>ставка</mtext><mo>&#60;</mo><mn>3,5</mn><mo>.</mo></mrow>"),
            (words("sin x"), "<mrow><mi>sin</mi><mtext>\u{A0}</mtext><mi>x</mi></mrow>"),
            (
                Formula::Limits { base: words("∑").into(), below: some("i"), above: some("n") },
                "<munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover>",
            ),
            (
                Formula::Scripts { base: words("x").into(), lowered: some("i"), raised: some("2") },
                "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>",
            ),
            (
                Formula::Root { of: words("y").into(), degree: None },
                "<mrow class=\"root\"><mo>√</mo><mrow><mi>y</mi></mrow></mrow>",
            ),
            (
                Formula::Root { of: words("8").into(), degree: some("3") },
                "<mrow class=\"root\"><msup><mrow></mrow><mn>3</mn></msup><mo>√</mo><mrow><mn>8</mn></mrow></mrow>",
            ),
            (
                Formula::Accent { base: words("x").into(), sign: "¯".to_owned(), is_under: false },
                "<mover accent=\"true\"><mi>x</mi><mo>¯</mo></mover>",
            ),
            (
                Formula::Fenced {
                    open: "[".to_owned(),
                    between: ";".to_owned(),
                    close: String::new(),
                    parts: vec![words("a"), words("b")],
                },
                "<mrow><mo>[</mo><mi>a</mi><mo>;</mo><mi>b</mi></mrow>",
            ),
            (
                Formula::Grid(vec![vec![words("1"), words("2")]]),
                "<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr></mtable>",
            ),
        ] {
            assert_eq!(
                mathml(&formula, "\"&"),
                format!("<math displaystyle=\"true\" alttext=\"&#34;&#38;\">{expected}</math>")
            );
        }
    }
}
