//! Organizations change their names, their people and their existence; their codes stay good.

use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::lang::Trilingual;
use tizilim::domain::{Code, Lang};
use tizilim::registry::{ContactInput, OrganizationFilter, Refusal};

use crate::app::{ACTOR, Edition, TestApp, day, on_each_engine};
use crate::desk::Desk;
use crate::register;

fn leaves(app: &TestApp) -> String {
    app.registry.leaves().expect("leaves").into_iter().map(|(_, leaf)| leaf).collect()
}

fn charter(app: &TestApp) -> Code {
    let code = app.document(DocumentKind::Charter);
    app.publish(code, &Edition::of("2026-01-01").saying(Lang::Kk, "Жарғы мәтіні"));
    code
}

#[test]
fn a_contact_is_shown_erased_and_never_in_the_ledger() {
    on_each_engine(|app| {
        let (code, school) = (charter(app), app.schools(&["S054"])[0]);
        let contact = ContactInput {
            name: "Айгүл Серікқызы".to_owned(),
            phone: "+7 701 123-45-67".to_owned(),
            whatsapp: "8 701 123 45 67".to_owned(),
            room: "12-кабинет".to_owned(),
            consent: true,
        };
        let pages = || [format!("/{school}"), format!("/{code}/{school}")].map(|path| app.get(&path).text());
        app.registry.set_contact(school, &contact, ACTOR).expect("a contact");
        for page in pages() {
            assert!(page.contains("Айгүл Серікқызы") && page.contains("12-кабинет"));
            assert!(page.contains("tel:+77011234567") && page.contains("https://wa.me/77011234567"));
        }
        assert!(!app.get(&format!("/{code}")).text().contains("Айгүл"), "another page, another contact");
        let without = ContactInput { consent: false, ..contact.clone() };
        let refusal = app.refused(code, || app.registry.set_contact(school, &without, ACTOR));
        assert_eq!(refusal, Refusal::NoConsent);
        let bad = ContactInput { phone: "сегодня".to_owned(), ..contact };
        let refusal = app.refused(code, || app.registry.set_contact(school, &bad, ACTOR));
        assert_eq!(refusal, Refusal::BadPhone("сегодня".to_owned()));
        app.registry.set_contact(school, &ContactInput::default(), ACTOR).expect("an erasure");
        assert!(pages().iter().all(|page| !page.contains("Айгүл") && !page.contains("7011234567")));
        assert!(!leaves(app).contains("Айгүл") && !leaves(app).contains("123-45-67"));
    });
}

#[test]
fn a_renamed_school_keeps_its_code_and_its_history() {
    on_each_engine(|app| {
        let (code, school) = (charter(app), app.schools(&["S054"])[0]);
        let names = Trilingual::new("Абай мектебі", "Школа имени Абая", "");
        app.registry.rename(school, names.clone(), Some(day("2026-09-01")), ACTOR).expect("a new name");
        for path in [format!("/{school}"), format!("/{code}/{school}")] {
            assert!(app.scan(&path, Lang::Ru).contains("Школа имени Абая"), "{path}");
        }
        let again = leaves(app).len();
        app.registry.rename(school, names, None, ACTOR).expect("the same name");
        assert_eq!(leaves(app).len(), again, "nothing changed");
        let recorded = &register::organization(&app.registry, school).names;
        assert_eq!(recorded.len(), 2);
        assert_eq!(recorded[0].names.get(Lang::Ru), Some("Школа S054"));
        assert_eq!(recorded[1].since, Some(day("2026-09-01")));
        let refusal = app.refused(code, || app.registry.rename(school, Trilingual::default(), None, ACTOR));
        assert!(matches!(refusal, Refusal::Missing(_)));
        let later = Trilingual::new("Келешек", "Будущая", "");
        let tomorrow = Some(day("2026-11-23"));
        let refusal = app.refused(code, || app.registry.rename(school, later.clone(), tomorrow, ACTOR));
        assert_eq!(refusal, Refusal::NameFromLaterDay);
        assert!(!app.scan(&format!("/{school}"), Lang::Ru).contains("Будущая"));
        assert_eq!(leaves(app).len(), again);
    });
}

#[test]
fn a_form_without_one_of_its_fields_changes_nothing() {
    on_each_engine(|app| {
        let school = app.schools(&["S054"])[0];
        let contact = ContactInput {
            name: "Айгүл".to_owned(),
            phone: "+7 701 123 45 67".to_owned(),
            consent: true,
            ..ContactInput::default()
        };
        app.registry.set_contact(school, &contact, ACTOR).expect("a contact");
        let (desk, page) = (Desk::open(app), format!("/admin/organizations/{school}"));
        let before = (format!("{:?}", register::organization(&app.registry, school)), leaves(app).len());
        let forms: [(&str, &[(&str, &str)]); 3] = [
            ("rename", &[("name_kk", "Абай мектебі"), ("name_ru", "Школа Абая"), ("since", "")]),
            ("details", &[("number", "S054"), ("district", "")]),
            ("contact", &[("name", "Айгүл"), ("whatsapp", ""), ("room", ""), ("consent", "1")]),
        ];
        for (form, fields) in forms {
            assert_eq!(desk.post(&format!("{page}/{form}"), fields).status, 400, "{form}");
        }
        let after = (format!("{:?}", register::organization(&app.registry, school)), leaves(app).len());
        assert_eq!(after, before);
    });
}

#[test]
fn a_merged_school_answers_with_a_notice_and_loses_no_agreement() {
    on_each_engine(|app| {
        let code = charter(app);
        let [old, new] = app.schools(&["S001", "S002"])[..] else { panic!("two schools") };
        let agreement = app.document_of(old, DocumentKind::CollectiveAgreement).expect("an agreement");
        app.publish(
            agreement,
            &Edition::of("2026-01-01").until("2028-12-31").saying(Lang::Kk, "Шарт мәтіні"),
        );
        app.registry.merge(old, new, day("2026-11-01"), ACTOR).expect("a merger");
        let page = app.scan(&format!("/{code}/{old}"), Lang::Ru);
        assert!(page.contains("Жарғы мәтіні"), "the text all the same");
        assert!(page.contains("вошла в другую") && page.contains("Школа S002"));
        let shelf = app.scan(&format!("/{old}"), Lang::Ru);
        assert!(shelf.contains("вошла в другую") && shelf.contains(&format!("/{new}")));
        assert!(app.scan(&format!("/{agreement}"), Lang::Kk).contains("Шарт мәтіні"));
        assert!(!app.scan(&format!("/{new}"), Lang::Kk).contains(agreement.as_str()), "not moved");
        let refusal = app.refused(code, || app.registry.merge(old, new, day("2026-11-01"), ACTOR));
        assert_eq!(refusal, Refusal::DissolvedAlready);
        let refusal = app.refused(code, || app.registry.merge(new, old, day("2026-11-01"), ACTOR));
        assert_eq!(refusal, Refusal::DissolvedAlready);
        let refusal = app.refused(code, || app.registry.merge(new, new, day("2026-11-01"), ACTOR));
        assert_eq!(refusal, Refusal::NotPossible);
    });
}

#[test]
fn a_code_of_another_stand_shows_the_text_with_a_notice() {
    on_each_engine(|app| {
        let [here, elsewhere, closed] = app.schools(&["S001", "S002", "S003"])[..] else { panic!("three") };
        let code = app.document_of(here, DocumentKind::WorkPlan).expect("a document");
        app.publish(code, &Edition::of("2026-01-01").saying(Lang::Kk, "Жоспар мәтіні"));
        app.registry.dissolve(closed, ACTOR).expect("a dissolution");
        let nobody = Code::from_random([3, 1, 4, 1, 5, 9]);
        for (organization, notice) in
            [(elsewhere, "не входит в стенд"), (closed, "больше не существует"), (nobody, "в реестре нет")]
        {
            let page = app.scan(&format!("/{code}/{organization}"), Lang::Ru);
            assert!(page.contains("Жоспар мәтіні") && page.contains(notice), "{notice}");
        }
        let page = app.scan(&format!("/{code}/{here}"), Lang::Ru);
        assert!(page.contains("Школа S001"));
        let union = register::union(&app.registry);
        assert_eq!(app.refused(code, || app.registry.dissolve(union, ACTOR)), Refusal::NotPossible);
        assert_eq!(app.refused(code, || app.registry.dissolve(closed, ACTOR)), Refusal::DissolvedAlready);
    });
}

#[test]
fn a_number_belongs_to_one_organization() {
    on_each_engine(|app| {
        let code = charter(app);
        let [first, second] = app.schools(&["S001", "S002"])[..] else { panic!("two schools") };
        let edit = |number| app.registry.edit_organization(second, number, "school", "Есіл", ACTOR);
        assert_eq!(app.refused(code, || edit("s001")), Refusal::NumberTaken("s001".to_owned()));
        edit("S222").expect("a free number");
        assert_eq!(app.registry.code_of_number("s222").ok(), Some(second));
        assert_eq!(app.registry.code_of_number("S001").ok(), Some(first));
        let row = "number,name_kk,name_ru,kind,district\ns001,S001 мектеп,Школа S001,gymnasium,Есіл\n";
        app.import(row.as_bytes()).expect("the same school in small letters");
        let all = app.registry.read(|view| view.organizations_count(&OrganizationFilter::default()));
        assert_eq!(all.expect("a count"), 3, "the union and two schools");
        let changed = register::organization(&app.registry, first);
        assert_eq!((changed.number.as_str(), changed.kind.as_str()), ("S001", "gymnasium"));
    });
}

#[test]
fn a_table_is_looked_at_before_it_is_taken_over() {
    on_each_engine(|app| {
        let desk = Desk::open(app);
        let table = "number,name_kk,name_ru,kind,district\nS300,S300 мектеп,Школа S300,school,Есіл\n";
        let planned = desk.post_part("/admin/import", ("file", Some("schools.csv")), table);
        assert!(planned.status == 200 && planned.text().contains("Школа S300"), "{}", planned.text());
        assert_eq!(app.registry.code_of_number("S300").ok(), None);
        let wrong = desk.post_part("/admin/import", ("file", Some("schools.csv")), "number\n1\n");
        assert_eq!(wrong.status, 422);
        assert_eq!(desk.post_part("/admin/import", ("other", Some("schools.csv")), table).status, 400);
        let long = table.repeat((2 << 20) / table.len() + 1);
        assert_eq!(desk.post_part("/admin/import", ("file", Some("schools.csv")), &long).status, 413);
        assert_eq!(desk.post_part("/admin/import/apply", ("table", None), table).status, 303);
        assert!(app.registry.code_of_number("S300").is_ok());
    });
}

#[test]
fn a_merger_names_both_and_asks() {
    on_each_engine(|app| {
        let [first, second] = app.schools(&["S001", "S002"])[..] else { panic!("two schools") };
        let desk = Desk::open(app);
        let at = format!("/admin/organizations/{first}/merge");
        let sent = leaves(app);
        let form = desk.page(&format!("/admin/organizations/{first}"));
        assert!(form.contains("name=\"named\" value=\"\""), "{form}");
        let asked = desk.post(&at, &[("into", "S002"), ("on", "01.09.2025"), ("named", "")]);
        assert_eq!(asked.status, 422);
        let page = asked.text();
        assert!(page.contains("Школа S001 (S001) присоединяется к Школа S002 (S002)"), "{page}");
        assert!(page.contains(&format!("name=\"named\" value=\"{second}\"")), "{page}");
        let other = [("into", "S002"), ("on", "01.09.2025"), ("named", first.as_str()), ("sure", "yes")];
        assert_eq!(desk.post(&at, &other).status, 422, "another one was named");
        assert_eq!(leaves(app), sent, "nothing was done");
        let sure = [("into", "S002"), ("on", "01.09.2025"), ("named", second.as_str()), ("sure", "yes")];
        assert_eq!(desk.post(&at, &sure).status, 303);
        assert!(leaves(app).contains("merge"));
    });
}

#[test]
fn the_union_is_one_and_stays_it() {
    on_each_engine(|app| {
        let (school, union) = (app.schools(&["S001"])[0], app.registry.glance().union().code);
        let desk = Desk::open(app);
        let sent = leaves(app);
        for (code, kind) in [(union, "school"), (school, "union")] {
            let details = [("number", "S009"), ("kind", kind), ("district", "")];
            let refused = desk.post(&format!("/admin/organizations/{code}/details"), &details);
            assert_eq!(refused.status, 422);
            assert!(refused.text().contains("Сам профсоюз остаётся профсоюзом"));
        }
        assert_eq!(leaves(app), sent, "nothing was done");
        assert!(!desk.page(&format!("/admin/organizations/{union}")).contains("value=\"kindergarten\""));
    });
}
