//! What an administrator looks at and corrects before a text is published, and after.

use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::fact::FactDetail;
use tizilim::domain::ids::DraftId;
use tizilim::domain::{Code, Lang};
use tizilim::phrases::say;
use tizilim::registry::{Refusal, Withdrawal};
use tizilim::text::outline::{Key, keys};

use crate::app::{ACTOR, Edition, Reply, TestApp, on_each_engine};
use crate::desk::Desk;
use crate::register;
use crate::samples::{KK_V1, bilingual_agreement, docx_of_body, docx_of_lines, law};

fn preview(desk: &Desk<'_>, draft: DraftId) -> Reply {
    desk.get(&format!("/admin/drafts/{draft}/preview"))
}

/// The key of the block with these words in a draft's text.
fn key(app: &TestApp, draft: DraftId, words: &str) -> Key {
    let preview = app.registry.preview(draft).expect("a preview");
    let (_, body) = &preview.bodies[0];
    let at = body.blocks.iter().position(|block| block.to_text() == words).expect("a block");
    keys(body)[at].clone().expect("a block of words")
}

fn draft_of(app: &TestApp, bytes: Vec<u8>) -> (Code, DraftId) {
    let code = app.document(DocumentKind::Charter);
    let draft = app.draft(code, &Edition::of("2025-01-01").text(Lang::Kk, "a.docx", bytes)).expect("a draft");
    (code, draft)
}

#[test]
fn the_whole_text_stands_beside_its_file_which_nobody_else_gets() {
    on_each_engine(|app| {
        let desk = Desk::open(app);
        let code = app.document(DocumentKind::Law);
        let pdf = law("zakon_pedagog_kk_v1.pdf");
        let checksum = tizilim::domain::Checksum::of(&pdf);
        let draft = app.draft(code, &Edition::of("2020-01-01").text(Lang::Kk, "a.pdf", pdf.clone()));
        let draft = draft.expect("a draft");
        let preview = preview(&desk, draft);
        let page = preview.text();
        assert!(page.contains("<p id=\"kk-art-7\" class=\"l"), "headings have their place and level");
        assert!(page.contains("12) бес жылда бір реттен сиретпей"), "the text is whole");
        assert!(page.contains("href=\"#kk-"), "what is doubtful is a link to its place");
        assert!(preview.header("content-security-policy").ends_with("; frame-src 'self'"));

        let (_, rest) = page.split_once("<iframe src=\"").expect("a frame");
        let file = rest.split('"').next().expect("its address");
        let framed = desk.get(file);
        assert_eq!((framed.status, framed.body == pdf), (200, true));
        assert_eq!(framed.header("x-frame-options"), "SAMEORIGIN");
        assert!(framed.header("content-security-policy").contains("frame-ancestors 'self'"));
        assert_eq!(framed.header("cache-control"), "no-store");
        assert_eq!(app.get(file).status, 303, "signed out");
        assert_eq!(app.get(&format!("/f/{checksum}")).status, 404, "a draft's file is nobody's");
        let other = desk.get(&format!("/admin/drafts/{draft}"));
        assert_eq!(other.header("x-frame-options"), "DENY");
        assert!(!other.header("content-security-policy").contains("frame-src"));
    });
}

#[test]
fn open_changes_must_be_seen_before_the_text_is_published() {
    on_each_engine(|app| {
        let desk = Desk::open(app);
        let words = "<w:p><w:r><w:t xml:space=\"preserve\">Жарғы </w:t></w:r><w:ins w:id=\"1\"><w:r><w:t>жаңа</w:t></w:r></w:ins></w:p>";
        let (code, draft) = draft_of(app, docx_of_body(words));
        let page = preview(&desk, draft).text();
        assert!(page.contains(&say(Lang::Ru, "review-open-changes")));
        assert!(page.contains("name=\"seen\" value=\"yes\" required"));

        let publish = format!("/admin/drafts/{draft}/publish");
        let leaves = app.registry.leaves().expect("leaves").len();
        let refused = desk.post(&publish, &[("seen", "")]);
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains(&say(Lang::Ru, "refusal-doubts-unseen")));
        assert_eq!(app.registry.leaves().expect("leaves").len(), leaves, "nothing was published");
        assert!(app.registry.draft(draft).is_ok(), "the draft is kept");

        assert_eq!(desk.post(&publish, &[("seen", "yes")]).status, 303);
        assert!(app.scan(&format!("/{code}"), Lang::Kk).contains("Жарғы жаңа"));
    });
}

#[test]
fn a_heading_is_corrected_before_publication_without_touching_the_file() {
    on_each_engine(|app| {
        let desk = Desk::open(app);
        let bytes = docx_of_lines(&["Кіріспе", "1-бап. Мақсат", "Осы жарғы мақсатты белгілейді"]);
        let (code, draft) = draft_of(app, bytes.clone());
        let block = key(app, draft, "Кіріспе");
        let correct = format!("/admin/drafts/{draft}/outline/kk");
        let before = app.registry.draft(draft).expect("a draft").files[0].body.clone();
        assert_eq!(desk.post(&correct, &[("level", "2")]).status, 422, "nothing chosen");
        assert_eq!(app.registry.draft(draft).expect("a draft").files[0].body, before);

        let done = desk.post(&correct, &[("block", block.as_str()), ("level", "2")]);
        assert_eq!(
            (done.status, done.header("location")),
            (303, format!("/admin/drafts/{draft}/preview#text-kk").as_str())
        );
        assert!(preview(&desk, draft).text().contains("<p id=\"kk-h-1\" class=\"l2\">"));
        assert_eq!(desk.post(&format!("/admin/drafts/{draft}/publish"), &[("seen", "yes")]).status, 303);
        let page = app.scan(&format!("/{code}"), Lang::Kk);
        assert!(page.contains("<h2 id=\"h-1\"><a href=\"#h-1\">Кіріспе</a></h2>"), "{page}");
        let file = format!("/f/{}", tizilim::domain::Checksum::of(&bytes));
        assert!(app.get(&file).body == bytes, "the file is as it was uploaded");

        // A correction of the edition begins with what was decided.
        let next = app.registry.begin_draft(code, Some(1), ACTOR).expect("a draft");
        assert!(preview(&desk, next).text().contains("<p id=\"kk-h-1\" class=\"l2\">"));
    });
}

#[test]
fn a_published_heading_is_corrected_and_the_change_is_recorded() {
    on_each_engine(|app| {
        let desk = Desk::open(app);
        let code = app.document(DocumentKind::Charter);
        let bytes = docx_of_lines(&["Кіріспе", "1-бап. Мақсат", "Мәтін"]);
        app.publish(code, &Edition::of("2025-01-01").text(Lang::Kk, "a.docx", bytes));
        let path = format!("/admin/documents/{code}/v1/outline/kk");
        assert!(desk.get(&format!("/admin/documents/{code}")).text().contains(&path), "a link leads there");
        let page = desk.get(&path).text();
        let (_, rest) = page.split_once("name=\"block\" value=\"").expect("a tick");
        let block = rest.split('"').next().expect("a key");

        let correct = |level: &str| desk.post(&path, &[("block", block), ("level", level)]);
        let facts = || register::document(&app.registry, code).versions[0].facts.len();
        let unchosen = app.get(&format!("/{code}/kk")).body;
        assert_eq!(desk.post(&path, &[("level", "1")]).status, 422, "nothing chosen");
        assert_eq!(desk.post(&path, &[("block", "nonsense"), ("level", "1")]).status, 422);
        assert_eq!((facts(), app.get(&format!("/{code}/kk")).body == unchosen), (0, true));

        assert_eq!(correct("1").status, 303);
        assert!(
            app.scan(&format!("/{code}"), Lang::Kk).contains("id=\"h-1\"><a href=\"#h-1\">Кіріспе</a></h2>")
        );
        assert_eq!(correct("1").status, 303, "once more the same");
        assert_eq!(facts(), 1, "recorded once");
        let fact = &register::document(&app.registry, code).versions[0].facts[0];
        assert!(matches!(fact.detail, FactDetail::BodyRemade { lang: Lang::Kk, .. }), "{fact:?}");
        assert_eq!(correct("0").status, 303, "and back");
        assert!(app.get(&format!("/{code}/kk")).text().contains("<p>Кіріспе</p>"));

        app.registry.withdraw(code, 1, "Қате", Withdrawal::Withdraw, ACTOR).expect("a withdrawal");
        assert_eq!(desk.get(&path).status, 404);
        let key = Key::parse(block).expect("a key");
        let refusal =
            app.refused(code, || app.registry.correct_outline(code, 1, Lang::Kk, (&[key], Some(3)), ACTOR));
        assert_eq!(refusal, Refusal::WithdrawnAlready);
    });
}

#[test]
fn one_upload_gives_both_texts_of_a_bilingual_file() {
    on_each_engine(|app| {
        let desk = Desk::open(app);
        let (code, draft) = draft_of(app, bilingual_agreement());
        let action = format!("action=\"/admin/drafts/{draft}/split/kk\"");
        assert!(preview(&desk, draft).text().contains(&action), "the preview offers it");
        assert!(desk.get(&format!("/admin/drafts/{draft}")).text().contains(&action), "and the form");
        assert_eq!(desk.post(&format!("/admin/drafts/{draft}/split/kk"), &[]).status, 303);
        let page = preview(&desk, draft).text();
        assert!(!page.contains("/split/"), "it is done");
        assert!(page.contains("id=\"kk-art-2\"") && page.contains("id=\"ru-art-2\""));
        assert_eq!(desk.post(&format!("/admin/drafts/{draft}/publish"), &[("seen", "yes")]).status, 303);

        let (kk, ru) = (app.scan(&format!("/{code}"), Lang::Kk), app.scan(&format!("/{code}"), Lang::Ru));
        assert!(kk.contains("Жалпы ережелер") && !kk.contains("Общие положения"), "{kk}");
        assert!(ru.contains("Общие положения") && !ru.contains("Жалпы ережелер"), "{ru}");
        let file = format!("/f/{}", tizilim::domain::Checksum::of(&bilingual_agreement()));
        assert!(kk.contains(&file) && ru.contains(&file), "both offer the one file");
        assert_eq!(app.get(&file).body, bilingual_agreement());
        let stale = app.registry.stale(Some(code), tizilim::registry::Wanted::All).expect("texts");
        for text in stale {
            let remade = app.registry.reextract(&text, ACTOR).expect("a body");
            assert_eq!(remade, tizilim::registry::Remade::Same, "each text stays its half");
        }
    });
}

#[test]
fn a_file_of_one_language_is_not_split() {
    on_each_engine(|app| {
        let desk = Desk::open(app);
        let code = app.document(DocumentKind::Law);
        let draft = app.draft(code, &Edition::of("2020-01-01").law(Lang::Kk, KK_V1)).expect("a draft");
        assert!(!preview(&desk, draft).text().contains("/split/"));
        let purpose = "Осы жарғы кәсіподақ ұйымының мақсатын белгілейді. ".repeat(6);
        let (_, sound) = draft_of(app, docx_of_lines(&["Жарғы", &purpose]));
        let page = preview(&desk, sound).text();
        assert!(
            page.contains(&say(Lang::Ru, "review-no-doubts")) && !page.contains("name=\"seen\""),
            "{page}"
        );
        let before = format!("{:?}", app.registry.draft(draft).expect("a draft").files);
        let refusal = app.refused(code, || app.registry.split_draft(draft, Lang::Kk));
        assert_eq!(refusal, Refusal::NotBilingual);
        assert_eq!(format!("{:?}", app.registry.draft(draft).expect("a draft").files), before);
        assert_eq!(desk.post(&format!("/admin/drafts/{draft}/split/ru"), &[]).status, 422, "no such text");
    });
}
