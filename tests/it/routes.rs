//! Long because every address of staff is named once, with who may ask it.
//!
//! Who may: every row of the table of routes is tried in every role, and every page is looked through for what it offers.

use actix_web::http::Method;
use tizilim::domain::address::{
    Address, Admin, Api, Asset, Figures, FiguresFile, KitPage, Located, Number, Pair, Parts, Picture, Public,
    ScanPicture, Script, ScriptPart, TableFormat, Token, View,
};
use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::fact::FactKind;
use tizilim::domain::ids::{AttachmentId, DraftId, UserId};
use tizilim::domain::role::Role;
use tizilim::domain::{Checksum, Clause, Code, Lang};
use tizilim::web::routes::who_may;

use tizilim::registry::Stamp;

use crate::app::{Edition, OWN_FORM, Reply, TestApp, day, on_sqlite};
use crate::desk::Desk;

/// How the table calls a person who need not be signed in, on pages of those who are.
const ANONYMOUS: &str = "anyone, to sign in";

/// What may be asked of an address.
const METHODS: [Method; 2] = [Method::GET, Method::POST];

pub fn parts(document: Code, organization: Code, draft: DraftId) -> Parts {
    Parts {
        code: document,
        document,
        organization,
        version: 1,
        ordinal: Number(1),
        pair: Pair(1, 2),
        view: View::Bilingual,
        picture: Picture::Svg,
        page: KitPage(1),
        scan: ScanPicture { page: 1, is_large: false },
        day: day("2026-01-01"),
        clause: Clause::parse("P1").expect("a clause"),
        lang: Lang::Kk,
        checksum: Checksum::of(b"nothing"),
        draft,
        person: UserId::from_random([1; 16]),
        file: AttachmentId::from_random([1; 16]),
        fact: FactKind::Withdrawn,
        token: Token::new("nothing"),
        script: Script { part: ScriptPart::App, fingerprint: 0 },
        figures: Figures::Documents,
        sheet: FiguresFile { figures: Figures::Days, format: TableFormat::Csv },
        table: TableFormat::Xlsx,
    }
}

/// Whom a row answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whom {
    /// Who need not be signed in.
    Anybody,
    /// Who is signed in, for the own account.
    SignedIn,
    /// The chair of the organization, and administrators.
    Chair,
    /// Who prepares drafts, or publishes them, and administrators.
    Editors,
    /// Who publishes, and administrators.
    Publishers,
    /// Administrators.
    Administrators,
}

/// Whom each row answers. Stated here and not taken from the table, which may be wrong; an address without a line is none that
/// this compiles with.
#[expect(clippy::too_many_lines, reason = "one line an address")]
fn whom(admin: Admin, method: &Method) -> Whom {
    match admin {
        Admin::SignIn
        | Admin::SignInPasskey
        | Admin::BeginSignInPasskey
        | Admin::SignInProvider
        | Admin::BeginSignInProvider
        | Admin::SignInCode
        | Admin::SignInCodePasskey
        | Admin::BeginSignInCodePasskey
        | Admin::SignOut
        | Admin::Invitation(_)
        | Admin::NeedsCalendar(_)
        | Admin::NeedsFeed(_)
        | Admin::ConfirmMail(_)
        | Admin::StopMail(_) => Whom::Anybody,
        Admin::Dashboard
        | Admin::NeedsTable(_)
        | Admin::MakeNeedsAddress
        | Admin::EndNeedsAddress
        | Admin::WishMail
        | Admin::EndMail
        | Admin::Password
        | Admin::Account
        | Admin::SecondFactor
        | Admin::RecoveryCodes
        | Admin::DropSecondFactor
        | Admin::ConnectProvider
        | Admin::DisconnectProvider
        | Admin::AddPasskey
        | Admin::BeginPasskey
        | Admin::RemovePasskey(_)
        | Admin::EndOtherSessions
        | Admin::EndSession(_)
        | Admin::MakeToken
        | Admin::RevokeToken(_) => Whom::SignedIn,
        Admin::Organization(_)
        | Admin::Contact(_)
        | Admin::EraseContact(_)
        | Admin::Posted(_)
        | Admin::StandCheck(_)
        | Admin::Tick(_)
        | Admin::TickPhoto(_)
        | Admin::EndCheck(_)
        | Admin::KeptCheck(..)
        | Admin::StandNumbers(_)
        | Admin::StandFigures(..)
        | Admin::Propose(_)
        | Admin::Letters(_) => Whom::Chair,
        Admin::Document(_) if *method == Method::POST => Whom::Publishers,
        Admin::Documents
        | Admin::DocumentsTable(_)
        | Admin::NewDocument
        | Admin::Intakes
        | Admin::Intake(_)
        | Admin::DiscardIntake(_)
        | Admin::Document(_)
        | Admin::BeginDraft(_)
        | Admin::RemoveDocument(_)
        | Admin::ClosedOriginal(..)
        | Admin::Scheduled
        | Admin::Proposal(_)
        | Admin::TakeProposal(_)
        | Admin::ProposedFile(..)
        | Admin::Letter(_)
        | Admin::DraftDates(_)
        | Admin::AskForLook(_)
        | Admin::Draft(_)
        | Admin::Preview(_)
        | Admin::DraftPage(..)
        | Admin::Discard(_)
        | Admin::DraftOutline(..)
        | Admin::ScannedDraftPage(..)
        | Admin::ArrangePhotos(..)
        | Admin::SplitDraft(..)
        | Admin::DraftFile(..)
        | Admin::DraftScan(..) => Whom::Editors,
        Admin::Publish(_)
        | Admin::PublishIntake(_)
        | Admin::SecondLook(..)
        | Admin::DeclineProposal(_)
        | Admin::Published(..)
        | Admin::Outline(..)
        | Admin::ScannedPage(..)
        | Admin::RecordFact(..) => Whom::Publishers,
        Admin::People
        | Admin::Person(_)
        | Admin::ChangeRole(_)
        | Admin::EndSessionsOf(_)
        | Admin::ResetPassword(_)
        | Admin::RemoveSecondFactor(_)
        | Admin::RemovePasskeysOf(_)
        | Admin::DisconnectProviderOf(_)
        | Admin::RemovePerson(_)
        | Admin::RevokeTokenOf(..)
        | Admin::Invitations
        | Admin::Invite
        | Admin::InviteChairs
        | Admin::RevokeInvitation(_)
        | Admin::Audit
        | Admin::AuditTable
        | Admin::Site
        | Admin::ConfirmHost
        | Admin::FourEyes
        | Admin::Look
        | Admin::Webhooks
        | Admin::Webhook(_)
        | Admin::PauseWebhook(_)
        | Admin::ResumeWebhook(_)
        | Admin::RenewWebhookSecret(_)
        | Admin::TestWebhook(_)
        | Admin::RemoveWebhook(_)
        | Admin::Import
        | Admin::ApplyImport
        | Admin::ImportSample
        | Admin::Organizations
        | Admin::OrganizationsTable(_)
        | Admin::Numbers
        | Admin::NumbersOf(_)
        | Admin::NumbersFile(_)
        | Admin::Rename(_)
        | Admin::Details(_)
        | Admin::Dissolve(_)
        | Admin::Merge(_)
        | Admin::HandOver(_)
        | Admin::Prints
        | Admin::PrintJob(_)
        | Admin::PrintFile(_)
        | Admin::CancelPrint(_) => Whom::Administrators,
    }
}

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asking {
    Stranger,
    ChairOfThis,
    ChairOfAnother,
    Editor,
    Publisher,
    Administrator,
}

impl Asking {
    const SIGNED_IN: [Self; 5] =
        [Self::ChairOfThis, Self::ChairOfAnother, Self::Editor, Self::Publisher, Self::Administrator];

    fn is_answered(self, whom: Whom) -> bool {
        match (whom, self) {
            (Whom::Anybody, _) | (_, Self::Administrator) => true,
            (_, Self::Stranger) => false,
            (Whom::SignedIn, _) => true,
            (Whom::Chair, asking) => asking == Self::ChairOfThis,
            (Whom::Editors, asking) => matches!(asking, Self::Editor | Self::Publisher),
            (Whom::Publishers, asking) => asking == Self::Publisher,
            (Whom::Administrators, _) => false,
        }
    }

    /// Signs such a person in.
    fn signed_in<'a>(self, app: &'a TestApp, house: &House) -> Desk<'a> {
        match self {
            Self::ChairOfThis => Desk::of_chair(app, house.own, "chair"),
            Self::ChairOfAnother => Desk::of_chair(app, house.other, "neighbour"),
            Self::Editor => Desk::open_as(app, Role::Editor, "editor"),
            Self::Publisher => Desk::open_as(app, Role::Publisher, "publisher"),
            Self::Administrator | Self::Stranger => Desk::open(app),
        }
    }
}

/// Every row of pages for people who sign in.
fn rows(parts: &Parts) -> Vec<(Admin, Method, Whom)> {
    let all = Admin::each(parts).into_iter().flat_map(|admin| METHODS.map(|method| (admin, method)));
    let answered = all.filter(|(admin, method)| who_may((*admin).into(), method).is_some());
    answered.map(|(admin, method)| (admin, method.clone(), whom(admin, &method))).collect()
}

fn ask(app: &TestApp, admin: Admin, method: &Method, cookie: &str) -> Reply {
    let headers = [("cookie", cookie), OWN_FORM, ("accept-language", "ru")];
    app.ask(method.as_str(), &admin.to_string(), &headers)
}

fn is_sent_to_sign_in(reply: &Reply) -> bool {
    reply.status == 303 && reply.header("location").starts_with("/admin/sign-in")
}

/// What may change of a register, as far as anybody can see.
fn state(app: &TestApp) -> (usize, u64, Stamp) {
    (
        app.registry.leaves().expect("leaves").len(),
        app.registry.glance().revision(),
        app.registry.glance().stamp(),
    )
}

struct House {
    own: Code,
    other: Code,
    parts: Parts,
}

fn house(app: &TestApp) -> House {
    house_named(app, "S")
}

/// Two schools whose numbers begin like this, a document of the union, and a draft of it.
fn house_named(app: &TestApp, number: &str) -> House {
    let schools = app.schools(&[&format!("{number}1"), &format!("{number}2")]);
    let document = app.document(DocumentKind::Charter);
    app.publish(document, &Edition::of("2026-01-01").saying(Lang::Kk, number));
    let draft = app.draft(document, &Edition::of("2026-02-01").saying(Lang::Kk, "Жарғы 2")).expect("a draft");
    House { own: schools[0], other: schools[1], parts: parts(document, schools[0], draft) }
}

#[test]
fn nobody_gets_a_page_of_people_who_sign_in() {
    on_sqlite(|app| {
        let house = house(app);
        let before = state(app);
        let rows = rows(&house.parts);
        for admin in Admin::each(&house.parts) {
            assert!(rows.iter().any(|(row, ..)| *row == admin), "{admin} is answered by nothing");
        }
        for (admin, method, whom) in rows {
            let said = who_may(admin.into(), &method).unwrap_or_default();
            assert_eq!(
                whom == Whom::Anybody,
                ["anyone", ANONYMOUS].contains(&said),
                "{method} {admin}: {said}"
            );
            if !Asking::Stranger.is_answered(whom) {
                let reply = ask(app, admin, &method, "");
                assert!(is_sent_to_sign_in(&reply), "{method} {admin}: {}", reply.status);
            }
        }
        assert!(app.registry.draft(house.parts.draft).is_ok(), "the draft is there");
        assert_eq!(state(app), before);
    });
}

#[test]
fn each_role_is_refused_what_is_not_for_it_and_nothing_else() {
    on_sqlite(|app| {
        let house = house(app);
        for asking in Asking::SIGNED_IN {
            let desk = asking.signed_in(app, &house);
            let before = state(app);
            let (answered, refused): (Vec<_>, Vec<_>) =
                rows(&house.parts).into_iter().partition(|(.., whom)| asking.is_answered(*whom));
            for (admin, method, _) in refused {
                let reply = ask(app, admin, &method, &desk.cookie);
                assert_eq!(reply.status, 403, "{asking:?} {method} {admin}");
            }
            assert!(app.registry.draft(house.parts.draft).is_ok(), "the draft is there");
            let looks = |(_, method, _): &&(Admin, Method, Whom)| *method == Method::GET;
            for (admin, method, _) in answered.iter().filter(looks) {
                let reply = ask(app, *admin, method, &desk.cookie);
                let is_let_in = reply.status != 403 && reply.status < 500 && !is_sent_to_sign_in(&reply);
                assert!(is_let_in, "{asking:?} {admin}: {}", reply.status);
            }
            assert_eq!(state(app), before, "looking changes nothing");
        }
    });
}

#[test]
fn each_role_may_send_the_forms_that_are_for_it() {
    on_sqlite(|app| {
        for asking in Asking::SIGNED_IN {
            let house = house_named(app, &format!("{asking:?}"));
            let desk = asking.signed_in(app, &house);
            let sends = |(admin, method, whom): &(Admin, Method, Whom)| {
                *method == Method::POST && asking.is_answered(*whom) && *admin != Admin::SignOut
            };
            for (admin, method, _) in rows(&house.parts).into_iter().filter(sends) {
                let reply = ask(app, admin, &method, &desk.cookie);
                let is_let_in = reply.status != 403 && reply.status < 500 && !is_sent_to_sign_in(&reply);
                assert!(is_let_in, "{asking:?} {admin}: {}", reply.status);
            }
        }
    });
}

/// The addresses below `/admin` that a page offers, each with the method by which it is asked.
fn offered(page: &str) -> Vec<(Admin, Method)> {
    let tags = page.split('<').filter_map(|tag| tag.split_once('>')).map(|(tag, _)| tag);
    let value = |tag: &str, name: &str| {
        let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
        rest.split('"').next().map(str::to_owned)
    };
    let mut found = Vec::new();
    for tag in tags {
        let (path, method) = match (value(tag, "href"), value(tag, "action")) {
            (Some(path), _) => (path, Method::GET),
            (_, Some(path)) if tag.contains("method=\"post\"") => (path, Method::POST),
            (_, Some(path)) => (path, Method::GET),
            _ => continue,
        };
        let path = path.split(['?', '#']).next().unwrap_or_default();
        if let Ok(Located { address: Address::Admin(admin), .. }) = Address::parse(path) {
            found.push((admin, method));
        }
    }
    found
}

#[test]
fn no_page_offers_what_the_one_who_looks_may_not_do() {
    on_sqlite(|app| {
        let house = house(app);
        for asking in Asking::SIGNED_IN {
            let desk = asking.signed_in(app, &house);
            let looks = rows(&house.parts).into_iter().filter(|(_, method, whom)| {
                *method == Method::GET && *whom != Whom::Anybody && asking.is_answered(*whom)
            });
            let mut pages = 0;
            for (admin, method, _) in looks {
                let reply = ask(app, admin, &method, &desk.cookie);
                if !reply.header("content-type").starts_with("text/html") || reply.status != 200 {
                    continue;
                }
                pages += 1;
                for (offer, by) in offered(&reply.text()) {
                    let is_own = offer.organization().is_none_or(|code| code == house.own);
                    let of = match whom(offer, &by) {
                        Whom::Chair if asking == Asking::ChairOfAnother && !is_own => Whom::SignedIn,
                        of => of,
                    };
                    assert!(asking.is_answered(of), "{asking:?} is offered {by} {offer} on {admin}");
                }
            }
            assert!(pages >= 3, "{asking:?} saw {pages} pages");
        }
    });
}

#[test]
fn a_method_that_stands_in_no_row_is_refused_and_nothing_public_takes_a_form() {
    on_sqlite(|app| {
        let house = house(app);
        let administrator = Desk::open(app);
        let before = state(app);
        for admin in Admin::each(&house.parts) {
            for method in METHODS.into_iter().filter(|method| who_may(admin.into(), method).is_none()) {
                assert_eq!(ask(app, admin, &method, &administrator.cookie).status, 405, "{method} {admin}");
            }
        }
        let takes = |api: &Api| who_may((*api).into(), &Method::POST).is_some();
        let (written, read): (Vec<Api>, Vec<Api>) = Api::each(&house.parts).into_iter().partition(takes);
        for api in written {
            // What programs send takes a token, and tests/it/tokens.rs shows which.
            let headers = [OWN_FORM, ("cookie", administrator.cookie.as_str())];
            assert_eq!(app.ask("POST", &api.to_string(), &headers).status, 401, "{api}");
        }
        let public = Public::each(&house.parts).into_iter().map(|one| one.to_string());
        let api = read.into_iter().map(|one| one.to_string());
        let assets = Asset::each(&house.parts).into_iter().map(|one| one.to_string());
        for path in public.chain(api).chain(assets) {
            // The start page is written as nothing before its slash.
            let path = if path.is_empty() { "/".to_owned() } else { path };
            assert_eq!(app.ask("POST", &path, &[OWN_FORM]).status, 405, "{path}");
        }
        assert_eq!(state(app), before);
    });
}
