//! What changed between two editions, as a reader finds it.

use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::{Code, Lang};
use tizilim::phrases::{say, say_with};
use tizilim::registry::Withdrawal;

use crate::app::{ACTOR, Edition, TestApp, on_each_engine};
use crate::samples::{KK_V1, KK_V2, RU_V2, docx};

/// The law of 2025 in both languages, with the one of 2020 before it in Kazakh alone.
fn law(app: &TestApp) -> Code {
    let code = app.document(DocumentKind::Law);
    app.publish(code, &Edition::of("2020-01-01").law(Lang::Kk, KK_V1));
    app.publish(code, &Edition::of("2025-06-01").law(Lang::Kk, KK_V2).law(Lang::Ru, RU_V2));
    code
}

/// The anchors that the short list on top links to, in order.
fn listed(html: &str) -> Vec<String> {
    let (_, list) = html.split_once("<ul class=\"rows\">").expect("a list");
    let (list, _) = list.split_once("</ul>").expect("its end");
    list.split("href=\"#").skip(1).filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())).collect()
}

#[test]
fn the_articles_that_changed_are_listed_and_shown_with_their_words() {
    on_each_engine(|app| {
        let code = law(app);
        let path = format!("/{code}/compare/v1..v2");
        let page = app.scan(&path, Lang::Kk);
        assert_eq!(listed(&page), ["art-1", "art-3-1", "art-4", "art-7"]);
        for anchor in listed(&page) {
            assert!(page.contains(&format!("<h2 id=\"{anchor}\">")), "{anchor}");
        }
        let mark = |key: &str| say(Lang::Kk, key);
        let removed = format!("<del><span class=\"vh\">{} </span>бес </del>", mark("compare-removed-words"));
        let added = format!("<ins><span class=\"vh\">{} </span>үш </ins>", mark("compare-added-words"));
        assert!(
            page.contains(&format!("12) {removed}{added}жылда бір реттен")),
            "the words are marked and said"
        );
        assert_eq!(page.matches("class=\"mark good\"").count(), 2, "article 3-1, in the list and above it");
        assert!(page.contains(&format!("href=\"/{code}/v2/kk#art-5\"")), "what is unchanged is a link");
        assert!(!page.contains("<h2 id=\"art-5\""), "and nothing more");

        let reply = app.get(&format!("{path}/kk"));
        assert_eq!((reply.header("cache-control"), reply.header("content-language")), ("no-cache", "kk"));
    });
}

#[test]
fn readers_come_from_the_history_and_from_the_text() {
    on_each_engine(|app| {
        let code = law(app);
        let link = format!("href=\"/{code}/compare/v1..v2/kk\"");
        assert!(app.get(&format!("/{code}/history/kk")).text().contains(&link));
        let latest = app.get(&format!("/{code}/kk")).text();
        assert!(latest.contains(&link));
        let (_, contents) = latest.split_once("<nav class=\"contents\"").expect("contents");
        let (contents, _) = contents.split_once("</nav>").expect("their end");
        let line = |anchor: &str| -> String {
            let (_, rest) = contents.split_once(&format!("href=\"#{anchor}\"")).expect("a line");
            rest.split("</li>").next().unwrap_or_default().to_owned()
        };
        assert!(line("art-3-1").contains(&say(Lang::Kk, "compare-mark-added")));
        assert!(line("art-4").contains(&say(Lang::Kk, "compare-mark-changed")));
        assert!(!line("art-5").contains("class=\"mark"), "unchanged");
        assert!(!app.get(&format!("/{code}/ru")).text().contains("class=\"mark"), "no Russian text before");
        assert!(!app.get(&format!("/{code}/v1/kk")).text().contains("/compare/"), "nothing before the first");
    });
}

#[test]
fn a_language_that_one_edition_lacks_offers_the_others() {
    on_each_engine(|app| {
        let code = law(app);
        let page = app.get(&format!("/{code}/compare/v1..v2/ru")).text();
        assert!(page.contains(&say(Lang::Ru, "compare-language-missing")));
        assert!(page.contains(&format!("href=\"/{code}/compare/v1..v2/kk\" lang=\"kk\" hreflang=\"kk\">")));

        let other = app.document(DocumentKind::Charter);
        app.publish(other, &Edition::of("2020-01-01").saying(Lang::Kk, "Жарғы"));
        app.publish(other, &Edition::of("2021-01-01").saying(Lang::Ru, "Устав"));
        let page = app.get(&format!("/{other}/compare/v1..v2/ru")).text();
        assert!(page.contains(&say(Lang::Ru, "compare-no-pair")));
    });
}

#[test]
fn the_order_of_the_address_does_not_turn_the_change_around() {
    on_each_engine(|app| {
        let code = law(app);
        let page = app.get(&format!("/{code}/compare/v2..v1/kk")).text();
        assert_eq!(listed(&page), ["art-1", "art-3-1", "art-4", "art-7"]);
        assert!(page.contains(&say(Lang::Kk, "compare-in-order")));
        assert!(page.contains("class=\"mark good\"") && !page.contains("class=\"mark warning\""));
        let same = app.get(&format!("/{code}/compare/v2..v2/kk"));
        assert_eq!(same.status, 200);
        assert!(same.text().contains(&say(Lang::Kk, "compare-same-edition")));
    });
}

#[test]
fn what_does_not_exist_is_not_compared() {
    on_each_engine(|app| {
        let code = law(app);
        let school = app.schools(&["S054"])[0];
        for path in [
            format!("/{code}/compare/v1..v3"),
            format!("/{code}/compare/v0..v1"),
            format!("/{code}/compare/v1"),
            format!("/{code}/compare"),
            format!("/{school}/compare/v1..v2"),
        ] {
            assert_eq!(app.get(&path).status, 404, "{path}");
        }
    });
}

#[test]
fn a_withdrawn_edition_says_so_and_an_erased_one_is_gone() {
    on_each_engine(|app| {
        let code = law(app);
        let path = format!("/{code}/compare/v1..v2/kk");
        app.registry.withdraw(code, 1, "Қате жарияланды", Withdrawal::Withdraw, ACTOR).expect("a withdrawal");
        let page = app.get(&path);
        assert_eq!(page.status, 200);
        assert!(page.text().contains("Қате жарияланды"));
        assert_eq!(listed(&page.text()).len(), 4, "the texts are still compared");

        app.registry.withdraw(code, 1, "Жеке деректер", Withdrawal::Erase, ACTOR).expect("an erasure");
        let gone = app.get(&path);
        assert_eq!((gone.status, gone.header("cache-control")), (410, "no-store"));
        assert!(gone.text().contains(&say(Lang::Kk, "compare-erased")));
        assert!(!gone.text().contains("<del>"), "no word of it is shown");
        assert!(!app.get(&format!("/{code}/history/kk")).text().contains("/compare/"));
    });
}

#[test]
fn a_correction_is_compared_with_what_it_corrected() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Charter);
        app.publish(code, &Edition::of("2020-01-01").saying(Lang::Ru, "Взнос составляет два процента."));
        app.publish(code, &Edition::correcting(1).saying(Lang::Ru, "Взнос составляет один процент."));
        let history = app.get(&format!("/{code}/history/ru")).text();
        let link =
            format!("href=\"/{code}/compare/v1..v2/ru\">{}<", say(Lang::Ru, "compare-since-correction"));
        assert!(history.contains(&link), "{history}");
        let page = app.get(&format!("/{code}/compare/v1..v2/ru")).text();
        assert!(page.contains("Взнос составляет <del>"), "{page}");
        let latest = app.get(&format!("/{code}/ru")).text();
        assert!(!latest.contains("/compare/"), "there was no edition before it");
    });
}

#[test]
fn a_reprint_of_the_same_words_changes_nothing() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Charter);
        app.publish(code, &Edition::of("2020-01-01").saying(Lang::Kk, "«Кәсіподақ» – 3-бап"));
        let reprint = docx("\"Кәсiподақ\" - 3–бап ");
        app.publish(code, &Edition::of("2021-01-01").text(Lang::Kk, "reprint.docx", reprint));
        let page = app.get(&format!("/{code}/compare/v1..v2/kk")).text();
        assert!(page.contains(&say(Lang::Kk, "compare-nothing")));
        let of =
            say_with(Lang::Kk, "day-of", &[("day", 1.into()), ("month", 1.into()), ("year", "2020".into())]);
        let link = say_with(Lang::Kk, "compare-since", &[("of", of.into())]);
        assert!(app.get(&format!("/{code}/kk")).text().contains(&link));
    });
}
