//! Bodies are made again after an improvement of the reader.

use tizilim::domain::fact::FactDetail;
use tizilim::domain::{Code, Lang};
use tizilim::registry::Registry;
use tizilim::text::EXTRACTOR;
use tizilim::text::body::{Block, Body};
use tizilim::text::outline::keys;

use crate::app::ACTOR;
use crate::command::{Office, with_each_engine};
use crate::register;
use crate::samples::{self, KK_V1, RU_V2};

/// What an earlier reader made of every file.
const EARLIER: &str = r#"UPDATE bodies SET extractor = 'tizilim-text/0',
    body = '{"blocks":[{"paragraph":{"content":[{"text":"бұрынғы"}]}}]}'"#;

/// A document with this file as its Kazakh and its Russian text.
fn document(office: &Office, (kk, ru): (&str, &str)) -> Code {
    let code = office.done(&["document", "add", "--owner", "union", "--kind", "law", "--title-ru", "Закон"]);
    let code = code.trim().to_owned();
    let mut arguments = vec!["publish", "--accept-doubts", &code, "--kk", kk];
    if !ru.is_empty() {
        arguments.extend(["--ru", ru]);
    }
    arguments.extend(["--signed-on", "2020-01-01", "--effective-from", "2020-01-01"]);
    office.done(&arguments);
    Code::parse(&code).expect("a code")
}

fn sample(name: &str) -> String {
    samples::folder().join("law").join(name).to_string_lossy().into_owned()
}

fn body(registry: &Registry, code: Code, lang: Lang) -> Body {
    let version = &register::document(registry, code).versions[0];
    let text = version.texts.iter().find(|text| text.lang == lang).expect("a text");
    register::body(registry, text.id).unwrap_or_default()
}

/// The languages of the bodies that were recorded as made again.
fn recorded(registry: &Registry, code: Code) -> Vec<Lang> {
    let facts = &register::document(registry, code).versions[0].facts;
    let remade = facts.iter().filter_map(|fact| match &fact.detail {
        FactDetail::BodyRemade { lang, extractor } => {
            assert_eq!(extractor, EXTRACTOR);
            Some(*lang)
        }
        _ => None,
    });
    remade.collect()
}

fn leaves(office: &Office) -> usize {
    office.registry().leaves().expect("leaves").len()
}

#[test]
fn a_body_of_an_earlier_reader_is_made_again_and_recorded_once() {
    with_each_engine(|office| {
        let code = document(office, (&sample(KK_V1), &sample(RU_V2)));
        let before = [Lang::Kk, Lang::Ru].map(|lang| body(&office.registry(), code, lang));
        let published = leaves(office);
        assert_eq!(office.done(&["reextract"]), "0 read again, 0 changed, 0 failed\n", "nothing is older");

        office.execute(EARLIER);
        let said = office.run(&["reextract"]);
        assert_eq!((said.status, said.out.as_str()), (0, "2 read again, 2 changed, 0 failed\n"));
        assert!(said.err.contains(&format!("1/2 {code} v1 kk {KK_V1}: changed")), "{}", said.err);
        let registry = office.registry();
        assert_eq!([Lang::Kk, Lang::Ru].map(|lang| body(&registry, code, lang)), before);
        assert_eq!(recorded(&registry, code), [Lang::Kk, Lang::Ru]);
        let all = registry.leaves().expect("leaves");
        assert_eq!(all.len(), published + 2);
        assert!(all[published].1.contains("fact body-remade\nlang kk\n"), "{}", all[published].1);

        assert_eq!(office.done(&["reextract"]), "0 read again, 0 changed, 0 failed\n");
        assert_eq!(office.done(&["reextract", "--all"]), "2 read again, 0 changed, 0 failed\n");
        assert_eq!(leaves(office), published + 2, "what is as it was is no news");
    });
}

#[test]
fn a_reader_that_finds_the_same_changes_nothing_that_anybody_sees() {
    with_each_engine(|office| {
        let code = document(office, (&sample(KK_V1), ""));
        let published = leaves(office);
        office.execute("UPDATE bodies SET extractor = 'tizilim-text/0'");
        assert_eq!(office.done(&["reextract"]), "1 read again, 0 changed, 0 failed\n");
        assert_eq!((leaves(office), recorded(&office.registry(), code)), (published, vec![]));
        assert_eq!(office.done(&["reextract"]), "0 read again, 0 changed, 0 failed\n", "and it is noted");
    });
}

#[test]
fn a_text_that_fails_keeps_its_body_is_named_and_the_others_go_on() {
    with_each_engine(|office| {
        let lost = document(office, (&sample(KK_V1), ""));
        let good = document(office, (&sample(RU_V2), ""));
        office.execute(EARLIER);
        let checksum = {
            let registry = office.registry();
            register::document(&registry, lost).versions[0].texts[0].file.checksum.to_string()
        };
        std::fs::remove_file(office.data().join("files").join(&checksum[..2]).join(&checksum))
            .expect("a file");
        let said = office.run(&["reextract"]);
        assert_eq!(
            (said.status, said.out.as_str()),
            (1, "2 read again, 1 changed, 1 failed\n"),
            "{}",
            said.err
        );
        assert!(said.err.contains(&format!("{lost} v1 kk {KK_V1}: ")), "{}", said.err);
        let registry = office.registry();
        assert_eq!(body(&registry, lost, Lang::Kk).to_text(), "бұрынғы\n");
        assert_eq!((recorded(&registry, lost), recorded(&registry, good)), (vec![], vec![Lang::Kk]));
    });
}

#[test]
fn one_document_can_be_read_again_alone() {
    with_each_engine(|office| {
        let one = document(office, (&sample(KK_V1), ""));
        let other = document(office, (&sample(RU_V2), ""));
        office.execute(EARLIER);
        assert_eq!(
            office.done(&["reextract", "--document", one.as_str()]),
            "1 read again, 1 changed, 0 failed\n"
        );
        assert_eq!(body(&office.registry(), other, Lang::Kk).to_text(), "бұрынғы\n");
        let union = register::union(&office.registry());
        office.refused(&["reextract", "--document", union.as_str()]);
    });
}

#[test]
fn corrected_headings_and_halves_of_bilingual_files_stay() {
    with_each_engine(|office| {
        let lines = samples::docx_of_lines(&["Кіріспе", "1-бап. Мақсат", "Мәтін"]);
        let corrected = document(office, (&office.file("a.docx", &lines), ""));
        let registry = office.registry();
        let text = body(&registry, corrected, Lang::Kk);
        let key = keys(&text)[0].clone().expect("a block of words");
        registry
            .correct_outline(corrected, 1, Lang::Kk, (std::slice::from_ref(&key), Some(1)), ACTOR)
            .expect("a correction");
        let before = body(&registry, corrected, Lang::Kk);
        assert!(matches!(&before.blocks[0], Block::Heading { level: 1, .. }), "{before:?}");
        drop(registry);

        office.execute(EARLIER);
        assert_eq!(office.done(&["reextract"]), "1 read again, 1 changed, 0 failed\n");
        assert_eq!(body(&office.registry(), corrected, Lang::Kk), before);
    });
}
