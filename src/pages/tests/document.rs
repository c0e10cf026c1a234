//! The page of a document says what became of its text.

use super::phrases::{undated, words};
use super::*;

#[test]
#[expect(clippy::too_many_lines, reason = "a table of the banners in three languages")]
fn every_status_has_its_banner() {
    let renewed =
        changed(|document| document.versions[1].requisites.term_end = Some(Day::constant(2025, 12, 31)));
    let ended = changed(|document| {
        let detail = FactDetail::Ended { on: Day::constant(2026, 1, 1), verb: EndVerb::Repealed };
        document.versions[1].facts.push(fact(detail, "2026-01-01T05:00:00Z"));
    });
    let prolonged = changed(|document| {
        document.versions[1].requisites.term_end = Some(Day::constant(2025, 12, 31));
        document.versions[1].requisites.prolongation = Prolongation::UntilReplaced;
    });
    let proposed = changed(|document| {
        document.versions[1].requisites.term_end = Some(Day::constant(2025, 12, 31));
        let detail = FactDetail::RenewalProposed { on: Day::constant(2025, 12, 1) };
        document.versions[1].facts.push(fact(detail, "2025-12-01T05:00:00Z"));
    });
    let future = changed(|document| {
        document.versions.remove(0);
        document.versions[0].requisites.effective_from = Day::constant(2026, 4, 1);
    });
    let empty = changed(|document| document.versions.clear());
    let expected: [(&Document, [&str; 3]); 8] = [
        (
            &agreement(),
            [
                "2025 жылғы 1 қыркүйектен бастап қолданылады",
                "Действует с 1 сентября 2025 года",
                "In force since 1 September 2025",
            ],
        ),
        (
            &future,
            [
                "Әлі күшіне енген жоқ. 2026 жылғы 1 сәуірден бастап қолданылады",
                "Пока не действует. Начнёт действовать 1 апреля 2026 года",
                "Not in force yet. It will apply from 1 April 2026",
            ],
        ),
        (
            &renewed,
            [
                "Мерзімі 2025 жылғы 31 желтоқсанда аяқталды. Жаңасы туралы төрағадан сұраңыз",
                "Срок истёк 31 декабря 2025 года. О новом тексте спросите председателя",
                "The term ended on 31 December 2025",
            ],
        ),
        (
            &proposed,
            [
                "Мерзімі өтті, бірақ жаңасы жасалғанға дейін, ең кеші 2026 жылғы 31 желтоқсанға дейін қолданылады",
                "Срок истёк, но действует до заключения нового, не позднее 31 декабря 2026 года",
                "31 December 2026 at the latest",
            ],
        ),
        (
            &prolonged,
            [
                "Мерзімі өтті, бірақ жаңасы жасалғанға дейін қолданылады",
                "Срок истёк, но действует до заключения нового",
                "applies until a new one is made",
            ],
        ),
        (
            &ended,
            [
                "2026 жылғы 1 қаңтардан бастап қолданылмайды: күші жойылды",
                "Не действует с 1 января 2026 года: утратил силу",
                "No longer in force since 1 January 2026: repealed",
            ],
        ),
        (
            &empty,
            [
                "Құжат әлі жарияланған жоқ. Кәсіподақ төрағасынан сұраңыз",
                "Документ ещё не опубликован. Спросите председателя профсоюза",
                "The document is not published yet",
            ],
        ),
        (
            &gone(),
            [
                "Бұл мәтін қайтарып алынды. Себебі: деректері қате (10 ақпан 2026 ж.)",
                "Этот текст отозван. Причина: деректері қате (10 февраля 2026 г.)",
                "This text was withdrawn. Reason: деректері қате (10 February 2026)",
            ],
        ),
    ];
    for (document, banners) in expected {
        for (lang, banner) in Lang::ALL.into_iter().zip(banners) {
            let html = undated(&latest(document, lang));
            assert!(html.contains(banner), "{banner}: {}", words(&html));
        }
    }
}

#[test]
fn a_permanent_address_says_what_became_of_its_edition() {
    let document = all_events();
    let expected = [
        "Бұл – бұрынғы редакция. <a href=\"/",
        "Бұл редакцияда қате болды. Түзетілген мәтіні 2025 жылғы 5 қазанда жарияланды.",
        "2025 жылғы 1 қыркүйектен бастап қолданылады",
        "Бұл мәтін өшірілді. Себебі: жеке деректер (20 қараша 2025 ж.)",
        "Бұл мәтін қайтарып алынды. Себебі: күні қате (3 желтоқсан 2025 ж.)",
        "Әлі күшіне енген жоқ. 2026 жылғы 1 қыркүйектен бастап қолданылады",
    ];
    let all = undated(&history(&document, Lang::Kk));
    for (version, banner) in document.versions.iter().zip(expected) {
        let html = page(
            &document,
            Requested::Edition(version),
            LanguagePreference::Accepted(Lang::Kk),
            StandContext::Unnamed,
            Some(&body_kk()),
        );
        assert!(undated(&html).contains(banner), "{banner}: {}", words(&html));
        let erased = version.is_erased(as_of().known);
        assert_eq!(html.contains("/f/"), !erased, "v{}: files", version.ordinal);
        assert_eq!(html.contains("class=\"text\""), !erased, "v{}: the text", version.ordinal);
        assert!(all.contains(banner.split(" <a").next().unwrap_or(banner)), "the history says: {banner}");
    }
}

#[test]
fn a_missing_language_is_said_in_that_language() {
    let mut document = agreement();
    document.versions[1].texts.truncate(1);
    let html = latest(&document, Lang::Ru);
    assert!(html.contains("Текста на русском пока нет. Ниже – текст на казахском."));
    assert!(html.contains("Последний текст на русском – редакция от 1 сентября 2022 года, уже не нынешняя"));
    assert!(html.contains(&format!("href=\"/{}/v1/ru\"", document.code)));
    assert!(html.contains("<div class=\"text\" lang=\"kk\">"));
    let law = &city_wide()[0];
    let html = page(
        law,
        Requested::Latest,
        LanguagePreference::Accepted(Lang::Kk),
        StandContext::Unnamed,
        Some(&body_ru()),
    );
    assert!(html.contains("Қазақша мәтіні әлі жоқ. Төменде – орысша мәтіні."));
    assert!(html.contains("<h1><span lang=\"ru\">Трудовой кодекс Республики Казахстан</span></h1>"));
}

#[test]
fn the_stand_is_named_and_shared_links_carry_the_language() {
    let (document, school) = (agreement(), school());
    let html = page(
        &document,
        Requested::Latest,
        LanguagePreference::Accepted(Lang::Ru),
        StandContext::Stand(&school),
        Some(&body_ru()),
    );
    assert!(html.contains("Школа-гимназия №\u{a0}54"));
    assert!(
        html.contains(&format!("https%3A%2F%2Fqr.example.kz%2F{}%2F{}%2Fru", document.code, school.code))
    );
    assert!(html.contains(&format!("/{}/{}/sheet.pdf", document.code, school.code)));
    assert!(html.contains("href=\"tel:+77011234567\""));
    assert!(html.contains("href=\"https://wa.me/77011234567?text="));
    assert!(html.contains(&format!("href=\"/{}/history\"", document.code)));
    let chosen = page(
        &document,
        Requested::Latest,
        LanguagePreference::InPath(Lang::Ru),
        StandContext::Stand(&school),
        Some(&body_ru()),
    );
    assert!(chosen.contains(&format!("href=\"/{}/history/ru\"", document.code)), "a chosen language is kept");
}

#[test]
fn a_stand_that_cannot_be_right_is_noticed() {
    let (document, school) = (agreement(), school());
    let other = samples::organization(55, "№ 55 мектеп", "Школа № 55");
    let of = |stand| {
        page(&document, Requested::Latest, LanguagePreference::Accepted(Lang::Ru), stand, Some(&body_ru()))
    };
    assert!(of(StandContext::Unknown).contains("Организации с кодом из этого адреса в реестре нет"));
    assert!(of(StandContext::Elsewhere(&other)).contains("не входит в стенд организации: Школа №\u{a0}55"));
    let gone = StandContext::Dissolved { organization: &school, successor: Some(&other) };
    assert!(of(gone).contains(&format!("Теперь это: <a href=\"/{}\">Школа №\u{a0}55</a>", other.code)));
    for stand in [StandContext::Unknown, StandContext::Elsewhere(&other), gone] {
        assert!(of(stand).contains("Глава 1. Общие положения"), "the text all the same");
        assert!(!of(stand).contains("sheet.pdf"), "no sheet for a stand where it does not hang");
    }
}

#[test]
fn a_scan_offers_its_file_with_the_size() {
    let html = page(
        &agreement(),
        Requested::Latest,
        LanguagePreference::Accepted(Lang::Kk),
        StandContext::Unnamed,
        None,
    );
    assert!(html.contains("экраннан оқылатын мәтін жоқ"));
    assert!(html.contains("(DOCX, 1,5 МБ)"));
    assert_eq!(crate::pages::naming::size(1024 * 1024, Lang::En), "1 MB");
    assert_eq!(crate::pages::naming::size(1_480_000, Lang::En), "1.5 MB");
    assert_eq!(crate::pages::naming::size(1, Lang::Kk), "1 КБ");
}

#[test]
fn footnotes_lead_there_and_back() {
    let html = latest(&agreement(), Lang::Kk);
    assert!(html.contains("<a id=\"fnref-1\" href=\"#fn-1\""));
    assert!(html.contains("<li id=\"fn-1\"") && html.contains("href=\"#fnref-1\""));
}

#[test]
fn a_page_says_which_part_of_the_file_is_not_among_its_words() {
    let scanned = Body {
        warnings: vec![
            Warning::PagesWithoutWords { pages: vec![2, 4, 5, 6], of: 7 },
            Warning::RecognisedWords { pages: vec![3] },
            Warning::PoorWords { pages: vec![3] },
            Warning::OpenChanges,
        ],
        ..body_kk()
    };
    let shown = |body: &Body, lang: Lang| {
        let wish = LanguagePreference::Accepted(lang);
        words(&page(&agreement(), Requested::Latest, wish, StandContext::Unnamed, Some(body)))
    };
    for (lang, sentences) in [
        (
            Lang::Kk,
            [
                "сурет күйінде көрсетілген: 2, 4–6 (барлығы 7 бет)",
                "машина таныған (беттер: 3)",
                "қате өте көп (беттер: 3)",
            ],
        ),
        (
            Lang::Ru,
            [
                "показаны картинками: 2, 4–6 (всего страниц: 7)",
                "распознала машина (страницы: 3)",
                "очень много ошибок (страницы: 3)",
            ],
        ),
        (
            Lang::En,
            [
                "shown as pictures: 2, 4–6 (pages in all: 7)",
                "recognised the text (pages: 3)",
                "very many mistakes (pages: 3)",
            ],
        ),
    ] {
        let (text, sound) = (shown(&scanned, lang), shown(&body_kk(), lang));
        for sentence in sentences {
            assert!(text.contains(sentence), "{sentence} in {text}");
            assert!(!sound.contains(sentence), "{sentence} in {sound}");
        }
    }
    // Without any words the place of the text says so, and once is enough.
    let scan = Body { blocks: Vec::new(), notes: Vec::new(), ..scanned };
    assert!(!shown(&scan, Lang::Ru).contains("показаны картинками"));
}
