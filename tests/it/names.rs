//! Documents and organizations are found by their titles, names and numbers, as they are now.

use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::lang::Trilingual;
use tizilim::domain::{Code, Lang};
use tizilim::registry::DocumentInput;

use crate::app::{ACTOR, on_each_engine};
use crate::members::city;
use crate::search::address;

#[test]
fn documents_schools_and_codes_are_found_as_well() {
    on_each_engine(|app| {
        let school = app.schools(&["S054"])[0];
        let agreement = app.document_of(school, DocumentKind::CollectiveAgreement).expect("a document");
        let page = |query: &str| app.get(&address(Lang::Ru, query, "")).text();
        assert!(page("s054").contains(&format!("href=\"/{school}/ru\"")));
        assert!(page("коллективный договор").contains(&format!("href=\"/{agreement}/ru\"")));
        assert!(page("коллективного договора S054").contains(&format!("href=\"/{agreement}/ru\"")));
        let typed = agreement.grouped().to_lowercase();
        assert!(page(&typed).contains(&format!("href=\"/{agreement}/ru\"")));
    });
}

#[test]
fn what_is_renamed_is_found_by_its_new_name_and_no_longer_by_the_old_one() {
    on_each_engine(|app| {
        let school = app.schools(&["S054"])[0];
        let plan = app.document_of(school, DocumentKind::WorkPlan).expect("a document");
        let finds = |query: &str, code: Code| {
            app.get(&address(Lang::Ru, query, "")).text().contains(&format!("href=\"/{code}/ru\""))
        };
        let names = Trilingual::new("Шаңырақ лицейі", "Лицей Очаг", "");
        app.registry.rename(school, names, None, ACTOR).expect("a new name");
        assert!(finds("очаг", school) && finds("шаңырақ", school), "the school");
        assert!(finds("план лицей очаг", plan), "its document, by the owner");
        assert!(!finds("школа", school) && !finds("школа", plan), "the old name");

        let titles = DocumentInput {
            titles: Trilingual::new("Күз жоспары", "Осенний замысел", ""),
            ..DocumentInput::default()
        };
        app.registry.edit_document(plan, &titles, ACTOR).expect("another title");
        assert!(finds("осенний", plan) && !finds("пробный", plan));
        let (number, kind) = ("S777", "school");
        app.registry.edit_organization(school, number, kind, "", ACTOR).expect("another number");
        assert!(finds("s777", school) && finds("s777", plan) && !finds("s054", school));
    });
}

#[test]
fn a_school_is_found_however_its_name_is_typed() {
    on_each_engine(|app| {
        let schools = app.schools(&["S054", "K001"]);
        let names =
            Trilingual::new("Абай Құнанбайұлы атындағы № 54 мектеп", "Школа № 54 имени Абая Кунанбаева", "");
        app.registry.rename(schools[0], names, None, ACTOR).expect("a new name");
        let names = Trilingual::new("№ 1 «Мирас» балабақшасы", "Детский сад № 1 «Мирас»", "");
        app.registry.rename(schools[1], names, None, ACTOR).expect("a new name");
        let finds = |query: &str, code: Code| {
            app.get(&address(Lang::Ru, query, "")).text().contains(&format!("href=\"/{code}/ru\""))
        };
        for query in
            ["школа 54", "ШКОЛА54", "№54", "54-мектеп", "Кунанбаефа", "школа Кунанбаева", "irjkf 54", "ы054"]
        {
            assert!(finds(query, schools[0]), "{query}");
        }
        for query in ["мирасс", "садик мирас", "K001", "к001", "miras", "vbhfc"] {
            assert!(finds(query, schools[1]), "{query}");
        }
        for query in ["Есиль", "район Есиль", "Есіл ауданы"] {
            assert!(schools.iter().all(|school| finds(query, *school)), "{query}");
        }
        assert!(!finds("школа 55", schools[0]) && !finds("маршал", schools[1]));
    });
}

#[test]
fn one_school_of_a_city_is_found_by_a_misspelt_name() {
    on_each_engine(|app| {
        city(app);
        let first = |query: &str| {
            let page = app.get(&address(Lang::Ru, query, "")).text();
            let found = page.split("id=\"organizations\"").nth(1).unwrap_or_default();
            found
                .split("href=\"/")
                .nth(1)
                .and_then(|rest| rest.split('/').next())
                .unwrap_or_default()
                .to_owned()
        };
        let mut missed = Vec::new();
        for (query, number) in [
            ("Кунанбаефа", "S138"),
            ("кунанбаева", "S138"),
            ("школа кунанбаив", "S138"),
            ("Құнанбайулы", "S138"),
            ("школа ауезова", "S026"),
            ("ауезов", "S026"),
            ("байтурсынова", "S016"),
            ("школа байтурсинова", "S016"),
            ("момышулы", "S041"),
            ("момошулы", "S041"),
            ("сейфулина", "S033"),
            ("сайфуллин", "S033"),
            ("бигельдинов", "S056"),
            ("бегельдинова", "S056"),
            ("гумелева", "S103"),
            ("валиханова", "S143"),
            ("волиханов", "S143"),
            ("рыскулов", "S088"),
            ("рискулова", "S088"),
            ("гогаля", "S105"),
            ("дулатова", "S017"),
            ("жансугурова", "S034"),
            ("мирзоян", ""),
            ("ШКОЛА138", "S138"),
            ("школа№138", "S138"),
            ("138мектеп", "S138"),
            ("138-ші мектеп", "S138"),
            ("лицей6", "S006"),
            ("садик балдыргань", "K086"),
            ("балдарган", "K086"),
            ("айгулек", "K101"),
            ("айголёк", "K101"),
            ("танчолпан", "K091"),
            ("алпамис", "K038"),
            ("мерей", "K106"),
        ] {
            let code = app.registry.code_of_number(number).map(|code| code.to_string()).unwrap_or_default();
            if first(query) != code {
                missed.push(query);
            }
        }
        assert_eq!(missed, [""; 0]);
    });
}
