//! The first page of the office says what needs it: agreements, drafts, texts that are missing, stands, codes that nothing
//! has; and the same as a table.

use tizilim::domain::calendar::{days_before, months_later};
use tizilim::domain::document::Document;
use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::fact::FactDetail;
use tizilim::domain::listing::{DocumentsWanted, ReadingWanted};
use tizilim::domain::opening::{Opening, OpeningWay, ReaderKind};
use tizilim::domain::resolution::{Answer, resolve};
use tizilim::domain::role::Role;
use tizilim::domain::stray::KEPT_A_DAY;
use tizilim::domain::version::Authenticity;
use tizilim::domain::{AsOf, Code, Lang, TypedCode};
use tizilim::pages::naming;
use tizilim::phrases::{say, say_with};
use tizilim::registry::{Registry, Withdrawal};

use crate::app::{ACTOR, Edition, TODAY, TestApp, day, on_each_engine, on_sqlite};
use crate::desk::Desk;
use crate::stands::PHONE;
use crate::tables::{csv_rows, xlsx_rows};
use crate::{register, samples};

/// A kind of what is to be done, with how many there are, as the first page says it.
pub fn counted(key: &str, count: i64) -> String {
    let what = say(Lang::Ru, key);
    say_with(Lang::Ru, "needs-counted", &[("what", what.into()), ("count", count.into())])
}

fn agreement(app: &TestApp, number: &str, end: &str) -> Code {
    let school = app.schools(&[number])[0];
    let code = app.document_of(school, DocumentKind::CollectiveAgreement).expect("a document");
    let edition = Edition::of("2024-01-01").until(end);
    let both = |lang, words: &str| (lang, format!("{words} {number}"));
    let texts = [both(Lang::Kk, "Шарт"), both(Lang::Ru, "Договор")];
    app.publish(code, &texts.iter().fold(edition, |edition, (lang, words)| edition.saying(*lang, words)));
    code
}

#[test]
fn what_agreements_ask_is_told_until_it_is_done() {
    on_each_engine(|app| {
        let desk = Desk::open(app);
        let nothing = say(Lang::Ru, "needs-none");
        assert!(desk.page("/admin").contains(&nothing));
        // Today is 22 November 2026.
        let near = agreement(app, "S1", "2026-12-10");
        let far = agreement(app, "S2", "2028-12-31");
        let over = agreement(app, "S3", "2026-01-31");
        let page = desk.page("/admin");
        for (key, document) in [("needs-term-ends", near), ("needs-term-ended", over)] {
            assert!(page.contains(&counted(key, 1)), "{key}: {page}");
            assert!(page.contains(&format!("/admin/documents/{document}\">")), "{key}");
        }
        assert!(page.contains("10 декабря 2026 года") && page.contains("158(2)"));
        assert!(page.contains("https://wa.me/?text="), "a message is ready");
        assert!(!page.split(r#"id="latest""#).next().expect("what is needed").contains(far.as_str()));
        let proposed = FactDetail::RenewalProposed { on: day("2026-11-20") };
        app.registry.record_fact(near, 1, proposed, ACTOR).expect("a fact");
        assert!(!desk.page("/admin").contains(&counted("needs-term-ends", 1)));
    });
}

/// Whether the text that answers is missing in a language, by the domain.
fn lacks(document: &Document, as_of: AsOf, lang: Lang) -> bool {
    match resolve(document, as_of) {
        Answer::Version { version, .. } => version.known_text(lang, as_of.known).is_none(),
        Answer::NothingPublished | Answer::AllWithdrawn => false,
    }
}

/// The documents without a text in a language, by the list and by the domain.
fn without(app: &TestApp, codes: &[Code], lang: Lang) -> [Vec<Code>; 2] {
    let reading = if lang == Lang::Kk { ReadingWanted::WithoutKazakh } else { ReadingWanted::WithoutRussian };
    let wanted = DocumentsWanted { reading: Some(reading), ..DocumentsWanted::default() };
    let listed = |registry: &Registry| {
        registry.read(|view| {
            let listing = view.documents_wanted(&wanted, naming::kind, None, 100)?;
            assert_eq!(listing.count, listing.found.len());
            let as_of = view.as_of();
            let lacking =
                codes.iter().filter(|code| lacks(&register::document(registry, **code), as_of, lang));
            let mut found = [
                listing.found.iter().map(|document| document.code).collect::<Vec<Code>>(),
                lacking.copied().collect(),
            ];
            found.iter_mut().for_each(|codes| codes.sort_unstable());
            Ok::<_, tizilim::registry::Error>(found)
        })
    };
    listed(&app.registry).expect("a list")
}

#[test]
fn a_missing_language_is_that_of_the_text_that_answers_on_the_day() {
    on_each_engine(|app| {
        let codes: Vec<Code> = (0..6).map(|_| app.document(DocumentKind::Leaflet)).collect();
        let both = |from: &str, words: &str| {
            Edition::of(from)
                .saying(Lang::Kk, &format!("Қаз {words}"))
                .saying(Lang::Ru, &format!("Рус {words}"))
        };
        let kazakh = |from: &str, words: &str| Edition::of(from).saying(Lang::Kk, &format!("Тек {words}"));
        let [plain, scheduled, withdrawn, corrected, early, _unpublished] = codes[..] else { unreachable!() };
        app.publish(plain, &kazakh("2026-01-01", "1"));
        app.publish(scheduled, &both("2026-01-01", "2"));
        app.publish(scheduled, &kazakh("2026-12-01", "3"));
        app.publish(withdrawn, &both("2026-01-01", "4"));
        app.publish(withdrawn, &kazakh("2026-02-01", "5"));
        app.registry.withdraw(withdrawn, 2, "Қате", Withdrawal::Withdraw, ACTOR).expect("a withdrawal");
        app.publish(corrected, &kazakh("2026-01-01", "6"));
        let correction = Edition { corrects: Some(1), ..both("2026-01-01", "7") };
        app.publish(corrected, &correction);
        app.publish(early, &Edition::of("2027-01-01").saying(Lang::Ru, "Рано"));
        app.publish(early, &both("2027-02-01", "8"));
        assert_eq!(without(app, &codes, Lang::Ru)[0], [plain]);
        for now in
            ["2026-11-22T06:00:00Z", "2026-11-30T20:00:00Z", "2027-01-15T06:00:00Z", "2027-02-02T06:00:00Z"]
        {
            app.set_clock(now);
            for lang in [Lang::Kk, Lang::Ru] {
                let [listed, by_domain] = without(app, &codes, lang);
                assert_eq!(listed, by_domain, "{lang:?} on {now}");
            }
        }
        app.set_clock("2026-11-22T06:00:00Z");
        let text = ("ru.docx", samples::docx("Поздний текст"));
        app.registry
            .add_late_text(plain, 1, (Lang::Ru, Authenticity::Translation), text, ACTOR)
            .expect("a late text");
        assert_eq!(without(app, &codes, Lang::Ru)[0], []);
    });
}

#[test]
fn a_draft_is_told_after_some_days_until_it_is_published() {
    on_each_engine(|app| {
        let desk = Desk::open(app);
        let code = app.document(DocumentKind::Leaflet);
        let draft = app.draft(code, &Edition::of("2026-01-01").saying(Lang::Kk, "Жоба")).expect("a draft");
        let told = counted("needs-lying-drafts", 1);
        app.set_clock("2026-11-25T18:59:00Z");
        assert!(!desk.page("/admin").contains(&told), "three days ago is not long");
        app.set_clock("2026-11-25T19:01:00Z");
        let page = desk.page("/admin");
        assert!(page.contains(&told), "{page}");
        assert!(page.contains(&format!("/admin/drafts/{draft}/preview\"")));
        assert!(page.contains("/admin/documents?reading=draft-waits"));
        assert!(desk.page("/admin/documents?reading=draft-waits").contains(code.as_str()));
        app.registry.preview(draft).expect("a preview");
        app.registry.publish(draft, ACTOR).expect("a publication");
        assert!(!desk.page("/admin").contains(&told));
    });
}

#[test]
fn stands_are_told_with_a_message_and_only_to_those_who_manage_them() {
    on_each_engine(|app| {
        let [fresh, printed, silent] = app.schools(&["S1", "S2", "S3"])[..] else { unreachable!() };
        let law = app.document(DocumentKind::Law);
        app.publish(law, &Edition::of("2026-01-01").saying(Lang::Kk, "Заң").saying(Lang::Ru, "Закон"));
        app.registry.keep_codes(&[printed, silent]).expect("a print");
        let opening = Opening {
            day: days_before(day(TODAY), 100),
            document: law,
            organization: Some(silent),
            lang: Lang::Kk,
            reader: ReaderKind::Human,
            way: OpeningWay::Scanned,
        };
        app.registry.count_opening(opening);
        app.registry.flush_openings().expect("a flush");
        let desk = Desk::open(app);
        let page = desk.page("/admin");
        let kinds = [
            ("needs-without-agreement", "agreement=without", 3),
            ("needs-stand-unprinted", "stand=unprinted", 1),
            ("needs-stand-silent", "stand=silent", 1),
            ("needs-stand-never", "stand=never", 2),
        ];
        for (key, list, count) in kinds {
            assert!(page.contains(&counted(key, count)), "{key}: {page}");
            assert!(page.contains(&format!("/admin/organizations?{list}\"")), "{list}");
        }
        for stand in [fresh, silent] {
            assert!(page.contains(&format!("/admin/organizations/{stand}#stand\"")));
        }
        let editor = Desk::open_as(app, Role::Editor, "editor").page("/admin");
        assert!(!editor.contains("/admin/organizations"), "{editor}");
    });
}

fn asked(app: &TestApp, path: &str) -> u16 {
    app.ask("GET", path, &[PHONE]).status
}

/// The codes that nothing has, each with how often it was asked for, and how many there are.
fn strays(registry: &Registry) -> (Vec<(String, u64)>, usize) {
    registry.flush_strays().expect("a flush");
    let (found, count) = registry.read(|view| view.strays(10)).expect("codes");
    (found.iter().map(|stray| (stray.code.as_str().to_owned(), stray.count)).collect(), count)
}

#[test]
fn codes_that_nothing_has_are_counted_without_people() {
    on_each_engine(|app| {
        let school = app.schools(&["S1"])[0];
        let unknown = Code::from_random([1, 2, 3, 4, 5, 6]);
        let code = unknown.as_str();
        // The last character is another one than it should be.
        let wrong = if code.ends_with('0') { '1' } else { '0' };
        let mistyped = format!("{}{wrong}", &code[..6]);
        for _ in 0..3 {
            assert_eq!(asked(app, &format!("/{code}/{school}")), 404);
            assert_eq!(asked(app, &format!("/{}", mistyped.to_lowercase())), 404);
        }
        assert_eq!(asked(app, &format!("/{code}/ru")), 404);
        // Once is a slip.
        asked(app, &format!("/{}", Code::from_random([7; 6])));
        // Programs, staff, what is loaded ahead, and what stands on no wall.
        app.get(&format!("/{code}"));
        app.ask("HEAD", &format!("/{code}"), &[PHONE]);
        app.ask("GET", &format!("/{code}"), &[PHONE, ("purpose", "prefetch")]);
        app.ask("GET", &format!("/{code}"), &[PHONE, ("cookie", "__Host-session=x")]);
        app.ask("GET", &format!("/{code}/history"), &[PHONE]);
        app.ask("GET", &format!("/admin/documents/{mistyped}"), &[PHONE]);
        app.ask("GET", &format!("/api/v1/documents/{mistyped}"), &[PHONE]);
        let expected = vec![(code.to_owned(), 4), (mistyped.clone(), 3)];
        assert_eq!(strays(&app.registry), (expected, 2));
        let page = Desk::open(app).page("/admin");
        assert!(page.contains(&counted("needs-strays", 2)), "{page}");
        assert!(page.contains(&unknown.grouped()));
        assert!(page.contains(&TypedCode::parse(&mistyped).expect("a code").grouped()));
        // A month later it is history, and half a year later it is erased.
        app.set_clock("2026-12-22T06:00:00Z");
        assert_eq!(strays(&app.registry).1, 0);
        assert_eq!(app.registry.erase_old_strays().expect("nothing"), 0);
        app.set_clock("2027-05-23T06:00:00Z");
        assert_eq!(app.registry.erase_old_strays().expect("an erasure"), 3);
    });
}

#[test]
fn invented_codes_take_little_room_and_what_is_asked_most_has_a_place() {
    on_each_engine(|app| {
        let today = app.registry.today();
        let invented = |number: usize| {
            let part = |at: u32| u8::try_from(number / 29_usize.pow(at) % 29).expect("a character");
            TypedCode::from(Code::from_random([part(0), part(1), part(2), 1, 1, 1]))
        };
        let often = TypedCode::from(Code::from_random([5; 6]));
        for number in 0..3_000 {
            app.registry.count_stray(today, invented(number));
            if number < 900 {
                app.registry.count_stray(today, often);
            }
        }
        assert_eq!(strays(&app.registry), (vec![(often.as_str().to_owned(), 900)], 1));
        for number in 0..500 {
            app.registry.count_stray(today, invented(number));
            app.registry.count_stray(today, invented(number));
        }
        app.registry.flush_strays().expect("a flush");
        app.set_clock("2027-06-30T06:00:00Z");
        assert!(months_later(today, 6) < app.registry.today());
        assert_eq!(
            app.registry.erase_old_strays().expect("an erasure"),
            KEPT_A_DAY + 1,
            "a day, and the others"
        );
    });
}

#[test]
fn what_needs_a_person_is_a_table_too() {
    on_sqlite(|app| {
        let near = agreement(app, "S1", "2026-12-10");
        agreement(app, "S2", "2028-12-31");
        let desk = Desk::open(app);
        let rows = csv_rows(&desk.get("/admin/needs/table.csv"));
        assert_eq!(rows, xlsx_rows(&desk.get("/admin/needs/table.xlsx")));
        assert_eq!(rows[0].len(), 6);
        let ends: Vec<&Vec<String>> =
            rows.iter().filter(|row| row[0] == say(Lang::Ru, "needs-term-ends")).collect();
        assert_eq!(ends.len(), 1, "{rows:?}");
        assert_eq!((ends[0][3].as_str(), ends[0][2].as_str()), ("2026-12-10", "Школа S1"));
        assert_eq!(ends[0][5], format!("https://qr.example.kz/admin/documents/{near}"));
        let school = app.registry.code_of_number("S1").expect("a school");
        let own = csv_rows(&Desk::of_chair(app, school, "chair").get("/admin/needs/table.csv"));
        assert_eq!(own.len(), 2, "the head, and the end of the own agreement: {own:?}");
        assert_eq!(own[1][5], format!("https://qr.example.kz/{near}/ru"));
        let other = app.registry.code_of_number("S2").expect("a school");
        let others = csv_rows(&Desk::of_chair(app, other, "neighbour").get("/admin/needs/table.csv"));
        assert_eq!(others.len(), 1, "{others:?}");
    });
}
