//! What is doubtful in a text is told alike by every way in, and published only when that was accepted.

use serde_json::Value;
use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::{Code, Lang};

use crate::app::{Edition, on_each_engine};
use crate::command::with_each_engine;
use crate::desk::Desk;
use crate::{register, samples};

#[test]
fn what_is_doubtful_is_told_and_published_only_when_it_is_accepted() {
    with_each_engine(|office| {
        let code =
            office.done(&["document", "add", "--owner", "union", "--kind", "law", "--title-ru", "Закон"]);
        let code = code.trim();
        let gap = ["Статья 1. Цель", "Статья 2. Средства", "Статья 5. Конец"];
        let file = office.file("gap.docx", &samples::docx_of_lines(&gap));
        let publish =
            ["publish", code, "--ru", &file, "--signed-on", "2026-01-01", "--effective-from", "2026-01-01"];
        let leaves = || office.registry().leaves().expect("leaves").len();
        let before = leaves();
        let told = office.refused(&publish);
        assert!(told.contains("after 2 comes 5"), "{told}");
        assert!(told.contains("--accept-doubts"), "{told}");
        assert_eq!(leaves(), before, "nothing was published");
        let parsed = Code::parse(code).expect("a code");
        assert!(office.registry().drafts(parsed).expect("drafts").is_empty());
        let accepted = office.run(&[&publish[..], &["--accept-doubts"]].concat());
        assert_eq!((accepted.status, accepted.out.as_str()), (0, "v1\n"));
        assert!(accepted.err.contains("after 2 comes 5"), "{accepted:?}");
        let extracted: Value =
            serde_json::from_str(&office.done(&["extract", "--json", &file])).expect("JSON");
        let kinds: Vec<&Value> =
            extracted["doubts"].as_array().expect("doubts").iter().map(|d| &d["kind"]).collect();
        assert_eq!(kinds, ["gap"]);
        assert_eq!(extracted["lang"], "ru");
    });
}

#[test]
fn another_schools_text_is_doubted_by_its_words_and_by_its_bytes() {
    on_each_engine(|app| {
        let table = "number,name_kk,name_ru,kind,district\n\
                     S001,№ 1 мектеп-лицейі,Школа-лицей № 1,school,Есіл ауданы / район Есиль\n\
                     S008,№ 8 орта мектебі,Средняя школа № 8,school,Есіл ауданы / район Есиль\n";
        app.import(table.as_bytes()).expect("an import");
        let schools = ["S001", "S008"].map(|number| register::numbered(&app.registry, number).code);
        let words = ["Ұжымдық шарт", "№ 1 мектеп-лицейі", "2023–2025 жылдарға", "1-бөлім. Жалпы ережелер"];
        let file = samples::docx_of_lines(&words);
        let edition = Edition::of("2026-01-01").text(Lang::Kk, "shart.docx", file);
        let rules = |owner| app.document_of(owner, DocumentKind::LabourRules).expect("a document");
        let own = rules(schools[0]);
        let draft = app.draft(own, &edition).expect("a draft");
        let kinds = |draft| -> Vec<&'static str> {
            let doubts = app.registry.doubts(draft).expect("doubts");
            doubts.iter().map(|doubt| doubt.kind.name()).collect()
        };
        assert!(kinds(draft).is_empty(), "it is the own one");
        app.publish(own, &edition);
        let other = rules(schools[1]);
        let draft = app.draft(other, &edition).expect("a draft");
        assert_eq!(kinds(draft), ["same_file", "other_organization"]);
        let desk = Desk::open(app);
        let page = desk.get(&format!("/admin/drafts/{draft}/preview")).text();
        for words in [own.grouped().as_str(), "«№ 1 мектеп", "name=\"seen\" value=\"yes\" required"]
        {
            assert!(page.contains(words), "{words}");
        }
        // What was published in spite of it tells it to programs.
        let publish = format!("/admin/drafts/{draft}/publish");
        assert_eq!(desk.post(&publish, &[("seen", "yes")]).status, 303);
        let body = app.get(&format!("/api/v1/documents/{other}/versions/1/texts/kk/body"));
        let body: Value = serde_json::from_str(&body.text()).expect("JSON");
        let kinds: Vec<&Value> =
            body["doubts"].as_array().expect("doubts").iter().map(|d| &d["kind"]).collect();
        assert_eq!(kinds, ["other_organization"]);
    });
}
