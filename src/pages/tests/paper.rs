//! A text for the printer.

use super::super::paper;
use super::phrases::undated;
use super::*;
use crate::domain::address::TypeSize;

#[test]
fn a_text_for_the_printer_says_on_each_page_what_it_is() {
    for (size, class) in [(TypeSize::Normal, "class=\"paper\""), (TypeSize::Large, "class=\"paper large\"")] {
        let render = |view: &DocumentView<'_>| paper::render(view, size);
        let wish = LanguagePreference::InPath(Lang::Ru);
        let html =
            dressed(&agreement(), Requested::Latest, wish, StandContext::Unnamed, Some(&body_ru()), render);
        let html = undated(&html);
        let (runner, _) = html.split_once("</thead>").expect("a line that every page repeats");
        for said in [class, "Дата редакции: 1 сентября 2025 г.", "Напечатано:", "qr.svg", ORIGIN]
        {
            assert!(runner.contains(said), "{said} in {runner}");
        }
        assert!(html.contains("Глава 2. Оплата труда"), "{html}");
    }
}
