//! The pages of documents: no key leaks, nothing that was typed becomes markup or is lost, and the preview says what
//! will happen on which day.

use super::document::{self, DocumentAdminView, Done};
use super::document_fields::Scope;
use super::documents::{self, DocumentsView};
use super::draft::{self, DraftView, LookAgain};
use super::filters::{Count, Offered};
use super::new_document::{self, NewDocumentView};
use super::outline::{self, OutlineView};
use super::preview::{self, PreviewView, ScanState};
use super::proposed::Proposed;
use super::published::{self, PublishedView};
use super::repairs::{aftermath, form_id};
use super::school_tests::proposal;
use super::staff::StaffView;
use crate::domain::address::{Admin, Href};
use crate::domain::document::Document;
use crate::domain::document_kind::DocumentKind;
use crate::domain::draft::{Draft, DraftFile, DraftPart};
use crate::domain::fact::FactKind;
use crate::domain::four_eyes::{Asked, FourEyes, LookVerdict, SecondLook};
use crate::domain::ids::{AttachmentId, DocumentId, DraftId};
use crate::domain::listing::{DocumentsWanted, ReadingWanted};
use crate::domain::organization::Organization;
use crate::domain::posted::StandCount;
use crate::domain::recognition::Progress;
use crate::domain::reminder::ReminderKind;
use crate::domain::requisites::RequisitesInput;
use crate::domain::role::Role;
use crate::domain::version::{AttachmentRole, Authenticity};
use crate::domain::{Day, Lang};
use crate::pages::Site;
use crate::pages::form::Typed;
use crate::pages::tests::samples::{TODAY, agreement, as_of, body_kk, file, now, school, union, version};
use crate::print::model::choice::Stock;
use crate::print::model::kit::PrintStatus;
use crate::text::body::{Body, Warning};
use crate::text::compare::compare;
use crate::text::review::{Doubt, DoubtKind};

const HOSTILE: &str = "</textarea><script>alert('1')</script>\"";

fn draft_id() -> DraftId {
    DraftId::from_random([1; 16])
}

fn file_id() -> AttachmentId {
    AttachmentId::from_random([2; 16])
}

/// A draft with a text and an attachment.
fn draft_of(corrects: Option<u32>) -> Draft {
    let part = |part: DraftPart| DraftFile {
        id: file_id(),
        part,
        file: file(1, crate::domain::media::Media::Pdf),
        extractor: String::new(),
        body: String::new(),
        recipe: String::new(),
    };
    let text = DraftPart::Text { lang: Lang::Kk, authenticity: Authenticity::Authentic };
    let attachment = DraftPart::Attachment {
        role: AttachmentRole::Annex,
        title: HOSTILE.to_owned(),
        dated_on: Some(TODAY),
    };
    Draft {
        id: draft_id(),
        document: DocumentId::from_random([3; 16]),
        requisites: RequisitesInput { effective_from: corrects.map(|_| TODAY), ..RequisitesInput::default() },
        corrects,
        based_on: None,
        created_at: now(),
        files: vec![part(text), part(attachment)],
    }
}

fn hostile(form: &str, names: &[&str]) -> Typed {
    Typed {
        form: form.to_owned(),
        action: String::new(),
        fields: names.iter().map(|name| ((*name).to_owned(), HOSTILE.to_owned())).collect(),
        wrong: Vec::new(),
        refusals: vec![HOSTILE.to_owned()],
    }
}

/// Every page in a language, with something hostile in every place where something can be typed.
fn pages(lang: Lang) -> Vec<String> {
    let (union, school, document) = (union(), school(), agreement());
    let hostile_words = || vec![HOSTILE.to_owned()];
    let scope = Scope { districts: hostile_words(), kinds: hostile_words(), numbers: hostile_words() };
    let staff = StaffView {
        site: Site { union: &union, origin: "https://qr.example.kz", standing: PrintStatus::Permanent },
        lang,
        login: "aigul@example.kz",
        role: &Role::Admin,
        at: Admin::Documents,
    };
    let version = document.versions.last().expect("an edition");
    let mut pages = pages_of_document(staff, (&document, &union, &school), &scope);
    pages.extend([
        documents::render(&DocumentsView {
            staff,
            wanted: &DocumentsWanted {
                words: HOSTILE.to_owned(),
                kind: Some(DocumentKind::Law),
                district: Some(HOSTILE.to_owned()),
                owner_kind: Some(HOSTILE.to_owned()),
                asks: Some(ReminderKind::TermEnds),
                reading: Some(ReadingWanted::NeverOpened),
            },
            offered: Offered::default(),
            count: Count { found: 1, is_all: true },
            found: &[(&document, &school, 2)],
            next: Some(&Href::to(Admin::Documents).with("after", HOSTILE)),
            done: Some("admin-document-removed"),
            refusals: &[HOSTILE.to_owned()],
            as_of: as_of(),
        }),
        preview_of(&document, TODAY, lang),
        outline::render(&OutlineView {
            staff,
            document: &document,
            owner: &school,
            version,
            lang: Lang::Kk,
            body: Some(&body_kk()),
            scan: Some(1),
            refusals: &[HOSTILE.to_owned()],
            done: HOSTILE,
        }),
    ]);
    pages
}

/// The pages on which a document is added, changed, drafted and published.
fn pages_of_document(
    staff: StaffView<'_>,
    (document, union, school): (&Document, &Organization, &Organization),
    scope: &Scope,
) -> Vec<String> {
    let drafts = [draft_of(None), draft_of(Some(1))];
    let looks = document.versions.iter().map(|version| (version.id, doubted())).collect::<Vec<_>>();
    let proposal = proposal();
    let proposed = Proposed { proposal: &proposal, organization: school, document: Some(document) };
    let of_document = |typed: &Typed, done: Option<Done>| {
        document::render(&DocumentAdminView {
            staff,
            document,
            owner: union,
            successor: None,
            scope,
            drafts: &drafts,
            looks: &looks,
            done,
            too_small: &Stock::ALL[..2],
            typed,
            as_of: as_of(),
        })
    };
    let refused = hostile("draft", &["signed_on", "attachment_1_title", "effective_from"]);
    let version = document.versions.last().expect("an edition");
    let stands = StandCount { all: 3, without_sheet: 2 };
    vec![
        new_document::render(&NewDocumentView {
            staff,
            suggested: &[union, school],
            scope,
            owner: None,
            key: HOSTILE,
            typed: &hostile("new", &["owner", "title_kk", "concerns_ru", "organizations"]),
        }),
        of_document(&hostile("edit", &["title_en", "successor"]), Some(Done::Created)),
        of_document(&hostile(&form_id(FactKind::Withdrawn, version.ordinal), &["reason"]), None),
        draft::render(&DraftView {
            staff,
            draft: &draft_of(None),
            document,
            owner: school,
            corrects: Some(version),
            bilingual: Some(Lang::Kk),
            typed: &refused,
            proposed: Some(proposed),
            look_again: Some(LookAgain),
            saved: true,
        }),
        published::render(&PublishedView { staff, document, owner: school, version, stands, day: TODAY }),
    ]
}

/// A second look in which a doubt stands.
fn doubted() -> SecondLook {
    SecondLook {
        published_by: HOSTILE.to_owned(),
        since: now(),
        verdict: LookVerdict::Doubted,
        doubt: HOSTILE.to_owned(),
    }
}

/// A doubt of every kind.
fn doubts() -> Vec<Doubt> {
    let number = || HOSTILE.to_owned();
    let of_file = [
        Warning::OpenChanges,
        Warning::PagesWithoutWords { pages: vec![2, 3, 5], of: 6 },
        Warning::PicturesWithoutWords { pictures: 3 },
        Warning::RecognisedWords { pages: vec![1] },
        Warning::PoorWords { pages: vec![2] },
        Warning::ReplacedWords { pages: vec![3] },
        Warning::HiddenWords { sample: number(), places: 2 },
        Warning::UnreadableLetters { pages: vec![1], letters: 40 },
        Warning::FormNotice,
        Warning::EmbeddedDocument,
        Warning::NoReader,
        Warning::OldFont { font: number() },
    ];
    let of_text = [
        DoubtKind::Language { looks_like: Lang::Ru },
        DoubtKind::NoHeadings,
        DoubtKind::Gap { after: None, before: number() },
        DoubtKind::Gap { after: Some(number()), before: number() },
        DoubtKind::Repeated { number: number() },
        DoubtKind::Missing { present_in: Lang::Ru },
        DoubtKind::Garbled { blocks: 2, sample: number() },
        DoubtKind::LookAlikes { blocks: 3, sample: number() },
        DoubtKind::NoWords,
        DoubtKind::FewWords { characters: 5 },
        DoubtKind::OtherOrganization { found: number() },
        DoubtKind::OtherTerm { found: number() },
        DoubtKind::OtherDay { found: number() },
        DoubtKind::SameFile { document: school().code },
    ];
    let doubt = |kind| Doubt { lang: Lang::Kk, anchor: Some(HOSTILE.to_owned()), kind };
    of_file.map(DoubtKind::File).into_iter().chain(of_text).map(doubt).collect()
}

fn preview_of(document: &Document, today: Day, lang: Lang) -> String {
    let (union, school) = (union(), school());
    let asked = Asked { by: HOSTILE.to_owned(), at: now(), state: HOSTILE.to_owned() };
    preview::render(&PreviewView {
        staff: StaffView {
            site: Site { union: &union, origin: "https://qr.example.kz", standing: PrintStatus::Permanent },
            lang,
            login: "aigul@example.kz",
            role: &Role::Admin,
            at: Admin::Preview(draft_id()),
        },
        id: draft_id(),
        state: HOSTILE,
        document,
        owner: &school,
        version: document.versions.last().expect("an edition"),
        bodies: &[(Lang::Kk, body_kk())],
        files: &[(Lang::Kk, file_id())],
        scans: &[ScanState {
            lang: Lang::Kk,
            progress: Progress { asked: 14, done: 3, failed: 0 },
            pages: 14,
            checked: 1,
            is_of_photos: true,
            next: Some(2),
        }],
        is_recognising: true,
        doubts: &doubts(),
        bilingual: None,
        unseen: true,
        problems: &[],
        stands: StandCount { all: 1, without_sheet: 0 },
        changes: &[(Lang::Kk, compare(&Body::default(), &body_kk()))],
        requisites: &RequisitesInput::default(),
        four_eyes: FourEyes::Before,
        asked: Some(&asked),
        proposed: None,
        guessed: &[Lang::Kk],
        first: Lang::Kk,
        as_of: as_of().on(today),
    })
}

#[test]
fn nothing_typed_becomes_markup_and_no_key_leaks() {
    for lang in Lang::ALL {
        for page in pages(lang) {
            assert!(page.contains("</html>") && !page.contains("<script>"), "{page}");
            assert!(!page.contains(" style="), "{page}");
            let visible = page.replace(crate::pages::STYLE, "");
            for prefix in [">admin-", ">review-", ">refusal-", ">field-", ">message-", ">orgkind-", ">kind-"]
            {
                assert!(!visible.contains(prefix), "{prefix} in {visible}");
            }
        }
    }
}

#[test]
fn what_was_typed_stands_in_the_refused_form_again() {
    let pages = pages(Lang::Ru);
    for page in [&pages[0], &pages[1], &pages[3]] {
        assert!(page.contains("role=\"alert\""));
        assert!(page.matches("alert(").count() >= 3, "{page}");
    }
}

#[test]
fn the_preview_says_what_happens_on_which_day() {
    let mut document = agreement();
    document.versions = vec![version(1, Day::constant(2025, 1, 1), None, &[Lang::Kk])];
    assert!(preview_of(&document, TODAY, Lang::En).contains("As soon as it is published"));
    document.versions.push(version(2, Day::constant(2026, 9, 1), None, &[Lang::Kk]));
    let page = preview_of(&document, TODAY, Lang::En);
    assert!(page.contains("from midnight of 1 September 2026"), "{page}");
    assert!(page.contains("Until then it opens the edition of 1 January 2025"), "{page}");
    document.versions.push(version(3, Day::constant(2024, 1, 1), None, &[Lang::Kk]));
    assert!(preview_of(&document, TODAY, Lang::En).contains("keeps opening the edition of 1 January 2025"));
}

#[test]
fn a_withdrawal_says_beforehand_what_the_code_answers_in_editions_by_date() {
    let dated = |ordinal, from: Day| version(ordinal, from, None, &[Lang::Kk]);
    let (old, new) = (Day::constant(2025, 9, 1), Day::constant(2026, 1, 1));
    let next_year = Day::constant(2027, 1, 1);
    let of = |versions: &[crate::domain::version::Version], ordinal: u32, lang: Lang| {
        let mut document = agreement();
        document.versions = versions.to_vec();
        for version in &mut document.versions {
            version.published_at = version.published_at.min(now());
        }
        let version = document.version(ordinal).expect("it");
        aftermath(lang, &document, version, as_of())
    };
    let both = [dated(1, old), dated(2, new)];
    assert_eq!(of(&both, 2, Lang::En), "After this the code opens the edition of 1 September 2025.");
    assert_eq!(of(&both, 2, Lang::Ru), "После этого код откроет редакцию от 1 сентября 2025 года.");
    assert_eq!(of(&both, 2, Lang::Kk), "Бұдан кейін код 2025 жылғы 1 қыркүйектегі редакцияны ашады.");
    let unchanged = "Nothing changes for readers: the code goes on opening the edition of 1 January 2026.";
    assert_eq!(of(&both, 1, Lang::En), unchanged);
    assert!(of(&both[..1], 1, Lang::En).starts_with("After this there is nothing to open"));
    let mut correction = dated(2, new);
    correction.corrects = Some(1);
    let corrected = [dated(1, old), correction];
    assert!(of(&corrected, 2, Lang::En).starts_with("After this there is nothing to open"), "v1 stays out");
    assert!(of(&corrected, 1, Lang::En).starts_with("Nothing changes for readers"));
    let scheduled = [dated(1, old), dated(2, next_year)];
    assert!(of(&scheduled, 1, Lang::En).ends_with("edition of 1 January 2027, which is not yet in force."));
    assert!(of(&scheduled, 2, Lang::En).ends_with("will not take its place on 1 January 2027."));
    let mut twin = dated(2, new);
    twin.published_at = "2026-01-20T06:00:00Z".parse().expect("an instant");
    let twins = [dated(1, new), twin];
    assert!(of(&twins, 2, Lang::En).contains("same edition of 1 January 2026 that was published on"));
}
