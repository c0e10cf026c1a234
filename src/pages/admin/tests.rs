//! The pages of administrators: no key leaks, no text becomes markup, and nobody is offered what they may not do.

use super::dashboard::{self, Overview};
use super::filters_tests;
use super::host::{self, SiteView};
use super::import::{self, Change, Details, Plan};
use super::mail::{self, Asking};
use super::needs_tests;
use super::numbers_tests;
use super::organization::{self, OrganizationView};
use super::organization_forms as forms;
use super::people_tests;
use super::proposed::Proposed;
use super::school_tests::{own, proposal};
use super::sign_in::{self, Offered, Visitor, Ways};
use super::staff::StaffView;
use super::stand_check::{self, CheckView, Seen};
use super::webhook_tests;
use crate::domain::address::{Address, Admin, Located, Token};
use crate::domain::brand::Brand;
use crate::domain::document::Document;
use crate::domain::four_eyes::FourEyes;
use crate::domain::lang::Trilingual;
use crate::domain::organization::Organization;
use crate::domain::posted::{Advice, Posted, PostedSheet, Reason, Reprint, Source};
use crate::domain::role::Role;
use crate::domain::stand_check::{Check, Sighting, Verdict};
use crate::domain::{Day, Lang};
use crate::pages::Site;
use crate::pages::form::Typed;
use crate::pages::posted::StandView;
use crate::pages::tests::samples::{TODAY, agreement, as_of, city_wide, code, now, school, union};
use crate::print::model::kit::PrintStatus;

const ORIGIN: &str = "https://qr.example.kz";

/// What would become markup if it were not escaped.
pub(super) const HOSTILE: &str = "</textarea><script>alert('1')</script>\"";

pub(super) fn staff<'a>(union: &'a Organization, role: &'a Role, lang: Lang, path: &str) -> StaffView<'a> {
    let Ok(Located { address: Address::Admin(at), .. }) = Address::parse(path) else { panic!("{path}") };
    StaffView {
        site: Site { union, origin: ORIGIN, standing: PrintStatus::Permanent },
        lang,
        login: "aigul@example.kz",
        role,
        at,
    }
}

/// What was typed in a form and refused, with these fields.
pub(super) fn typed(form: &str, names: &[&str]) -> Typed {
    Typed {
        form: form.to_owned(),
        action: String::new(),
        fields: names.iter().map(|name| ((*name).to_owned(), HOSTILE.to_owned())).collect(),
        wrong: names.iter().map(|name| (*name).to_owned()).collect(),
        refusals: vec![HOSTILE.to_owned()],
    }
}

fn organization(organization: &Organization, role: &Role, typed: &Typed, lang: Lang) -> String {
    let (union, document) = (union(), agreement());
    organization::render(&OrganizationView {
        staff: staff(&union, role, lang, "/admin/organizations/7K3M9Q3"),
        organization,
        successor: Some(&union),
        documents: &[&document],
        stand: StandView { organization, posted: &posted(), advice: &advice(), named: &[] },
        waiting: &[(&document, &union)],
        checks: &[check()],
        typed,
        done: Some("admin-saved"),
        as_of: as_of(),
    })
}

fn overview(documents: &[Document], lang: Lang) -> String {
    let (union, school) = (union(), school());
    let latest: Vec<_> = documents.iter().map(|document| (document, &union)).collect();
    let needs = documents.first().map(|document| needs_tests::groups(document, &school, ORIGIN, lang));
    dashboard::render_overview(&Overview {
        staff: staff(&union, &Role::Admin, lang, "/admin"),
        needs_second_factor: true,
        troubles: &[],
        organizations: 1,
        documents: documents.len(),
        latest: &latest,
        host: "qr.example.kz",
        standing: PrintStatus::Trial,
        needs: needs.as_deref().unwrap_or_default(),
        as_of: as_of(),
    })
}

fn of_chair(role: &Role, lang: Lang) -> String {
    let (union, school) = (union(), school());
    let proposal = proposal();
    let proposed = [Proposed { proposal: &proposal, organization: &school, document: None }];
    let rooms = [own(&school, &[], &proposed)];
    dashboard::render_own(&staff(&union, role, lang, "/admin"), &rooms)
}

fn site(is_refused: bool, lang: Lang) -> String {
    let union = union();
    host::render(&SiteView {
        staff: staff(&union, &Role::Admin, lang, "/admin/site"),
        host: "qr.example.kz",
        standing: PrintStatus::Trial,
        typed: &match is_refused {
            true => typed(host::LOOK, &["accent", "emblem", "phone"]),
            false => Typed::default(),
        },
        done: Some("admin-saved"),
        four_eyes: FourEyes::After,
        brand: &Brand { emblem: HOSTILE.to_owned(), phone: HOSTILE.to_owned(), ..Brand::default() },
    })
}

fn plan() -> Plan {
    let details = |name: &str| Details {
        names: Trilingual::new(name, HOSTILE, ""),
        kind: HOSTILE.to_owned(),
        district: HOSTILE.to_owned(),
    };
    let change = |before| Change {
        line: 2,
        number: HOSTILE.to_owned(),
        before,
        after: details("№ 1 мектеп"),
        since: Some(Day::constant(2026, 9, 1)),
    };
    let changes =
        vec![change(None), change(Some(details("№ 1 мектеп"))), change(Some(details("№ 2 мектеп")))];
    Plan {
        table: HOSTILE.to_owned(),
        counts: [1, 1, 1, 7],
        changes,
        notes: vec![HOSTILE.to_owned()],
        new_words: vec![HOSTILE.to_owned()],
        asks: true,
    }
}

fn hung(source: Source, since: Day) -> PostedSheet {
    let texts = || Trilingual::new(HOSTILE, HOSTILE, HOSTILE);
    PostedSheet { names: texts(), titles: texts(), host: Some(HOSTILE.to_owned()), since, source }
}

pub(super) fn posted() -> Posted {
    Posted::from([
        (code(1), hung(Source::Told, Day::constant(2026, 2, 1))),
        (code(2), hung(Source::Opened, TODAY)),
    ])
}

pub(super) fn advice() -> Advice {
    let reasons = vec![
        Reason::Renamed,
        Reason::Retitled,
        Reason::New,
        Reason::HostChanged,
        Reason::Specimen,
        Reason::ListChanged,
    ];
    Advice {
        sheets: vec![Reprint { document: agreement().code, reasons: reasons.clone() }],
        poster: reasons,
        take_down: vec![code(1), code(3)],
        waiting: vec![agreement().code],
    }
}

fn check() -> Check {
    Check {
        id: "c0ffee".to_owned(),
        organization: school().code,
        user: None,
        started_at: now(),
        finished_at: Some(now()),
        counts: [5, 1, 1, 1, 1],
    }
}

fn checked(organization: &Organization, check: Option<&Check>, lang: Lang) -> String {
    let (union, document, kept) = (union(), agreement(), self::check());
    let of = |verdict, document, printed_for: Option<&'static str>| Seen {
        sighting: Sighting { code: code(4), stand: printed_for.map(|_| code(5)) },
        verdict,
        document,
        organization: Some(organization),
    };
    let known = Some((&document, organization));
    let seen = Verdict::ALL.map(|verdict| of(verdict, known, None));
    let strange = [of(Verdict::Unknown, None, None), of(Verdict::Foreign, None, Some("stand"))];
    let role = Role::Chair(vec![organization.id]);
    stand_check::render(&CheckView {
        staff: staff(&union, &role, lang, "/admin/organizations/7K3M9Q3/check"),
        organization,
        check,
        seen: &[&seen[..], &strange[..]].concat(),
        earlier: std::slice::from_ref(&kept),
        typed: &typed(stand_check::TICK, &["code"]),
        done: Some("check-finished"),
    })
}

fn offered<'a>(role: &'a Role, login: Option<&'a str>) -> Offered<'a> {
    Offered { token: Token::new("c0ffee"), role, organizations: HOSTILE, login, expires_at: now() }
}

/// Every page in a language, with hostile texts wherever a text can stand.
fn all(lang: Lang) -> Vec<String> {
    let (union, school) = (union(), school());
    let chair = Role::Chair(vec![school.id]);
    let refusals = [HOSTILE.to_owned()];
    let (door, guest) =
        (typed(sign_in::SIGN_IN, &["login"]), typed(sign_in::INVITATION, &["login", "again"]));
    let site_of = || Site { union: &union, origin: ORIGIN, standing: PrintStatus::Permanent };
    let visitor = Visitor { site: site_of(), lang, typed: &door };
    let invited = Visitor { typed: &guest, ..visitor };
    let at = |path| staff(&union, &Role::Admin, lang, path);
    vec![
        sign_in::sign_in(
            &visitor,
            &Ways {
                password: Admin::SignIn.into(),
                passkey: Some((&Admin::SignInPasskey.into(), ORIGIN)),
                provider: Some(HOSTILE),
            },
            Some("admin-signed-out"),
            Some("admin-session-ended"),
        ),
        sign_in::invitation(&invited, &offered(&Role::Admin, None), 12),
        sign_in::invitation(&invited, &offered(&chair, None), 12),
        sign_in::invitation(&invited, &offered(&chair, Some(HOSTILE)), 12),
        sign_in::bad_invitation(&visitor),
        sign_in::password(
            at("/admin/password"),
            &typed(sign_in::PASSWORD, &["new"]),
            Some("admin-password-changed"),
            12,
        ),
        overview(&city_wide(), lang),
        overview(&[], lang),
        of_chair(&chair, lang),
        checked(&school, None, lang),
        checked(&school, Some(&Check { finished_at: None, ..check() }), lang),
        checked(&school, Some(&check()), lang),
        organization(&school, &Role::Admin, &typed(forms::RENAME, &["name_kk", "name_ru", "since"]), lang),
        organization(&school, &Role::Admin, &typed(forms::MERGE, &["into", "on"]), lang),
        organization(&union, &Role::Admin, &typed(forms::DETAILS, &["number", "kind", "district"]), lang),
        organization(&school, &chair, &typed(forms::CONTACT, &["name", "phone", "room", "consent"]), lang),
        import::render(at("/admin/import"), Some(&plan()), &refusals, Some([1, 1, 1, 7])),
        site(true, lang),
        site(false, lang),
    ]
    .into_iter()
    .chain([Asking::Confirm(Token::new("c0ffee")), Asking::Stop(Token::new("c0ffee"))].into_iter().flat_map(
        |asking| [mail::render_asking(site_of(), lang, asking), mail::render_done(site_of(), lang, asking)],
    ))
    .chain(people_tests::all(lang))
    .chain(numbers_tests::all(lang))
    .chain(filters_tests::all(lang))
    .chain(webhook_tests::all(lang))
    .collect()
}

#[test]
fn no_key_leaks_and_no_text_becomes_markup() {
    for (lang, page) in Lang::ALL.into_iter().flat_map(|lang| all(lang).into_iter().map(move |p| (lang, p))) {
        assert!(page.starts_with("<!doctype html>"), "{lang}");
        assert!(!page.contains("<script>"), "{page}");
        let body = page.split_once("</style>").map(|(_, body)| body).unwrap_or_default();
        assert!(!body.contains(" style=\""), "{body}");
        let shown: String = body.split('<').filter_map(|part| part.split_once('>')).map(|(_, t)| t).collect();
        for prefix in [
            "account-",
            "admin-",
            "audit-",
            "check-",
            "deed-",
            "field-",
            "filter-",
            "hang-",
            "invitations-",
            "kind-",
            "mail-",
            "message-",
            "need-",
            "needs-",
            "numbers-",
            "orgkind-",
            "people-",
            "refusal-",
            "role-",
            "second-factor-",
            "status-",
            "table-",
            "webhook-event-",
            "webhook-notice-",
            "webhook-state-",
            "webhook-undelivered-",
        ] {
            assert!(!shown.contains(prefix), "{lang}: {prefix} in {shown}");
        }
        assert!(!body.contains("{$") && !body.contains("{ $"), "{body}");
    }
}

#[test]
fn every_field_has_a_label_and_every_description_exists() {
    for page in all(Lang::Ru) {
        let ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let mut once = ids.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), ids.len(), "an id stands twice: {ids:?}");
        for target in page.split(" for=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(ids.contains(&target), "no field {target}");
        }
        for quote in ['"', '\''] {
            let attribute = format!("aria-describedby={quote}");
            for target in page.split(&attribute).skip(1).filter_map(|rest| rest.split(quote).next()) {
                for target in target.split_whitespace() {
                    assert!(ids.contains(&target), "no description {target}");
                }
            }
        }
    }
}

#[test]
fn a_chair_is_offered_the_contact_and_the_stand_and_nothing_else() {
    let school = school();
    let chair = Role::Chair(vec![school.id]);
    let page = organization(&school, &chair, &Typed::default(), Lang::Ru);
    assert!(page.contains("/contact\"") && page.contains("/hung\"") && page.contains("/check\""));
    let others =
        ["/rename", "/details\"", "/dissolve", "/merge", "/hand-over", "/admin/site", "/admin/documents"];
    for verb in others {
        assert!(!page.contains(verb), "{verb}");
    }
    assert!(!of_chair(&chair, Lang::Ru).contains("/admin/import"));
}

#[test]
fn the_union_is_renamed_and_never_ended() {
    let union = union();
    let page = organization(&union, &Role::Admin, &Typed::default(), Lang::Kk);
    assert!(page.contains("/rename"));
    assert!(!page.contains("/dissolve") && !page.contains("/merge"));
}

#[test]
fn consent_is_asked_for_anew_with_every_change() {
    let school = school();
    let page = organization(&school, &Role::Admin, &typed(forms::CONTACT, &["name", "consent"]), Lang::Kk);
    let consent = page.split("name=\"consent\"").nth(1).and_then(|rest| rest.split('>').next());
    assert!(consent.is_some_and(|rest| !rest.contains("checked")));
}

#[test]
fn a_refused_field_says_so_and_holds_what_was_typed() {
    let typed = typed(forms::RENAME, &["since"]);
    let page = organization(&school(), &Role::Admin, &typed, Lang::Ru);
    let fields = |of: &str| page.split("<input").skip(1).filter(|field| field.contains(of)).count();
    assert_eq!(fields(r#"aria-describedby="other-names-since-hint refusals" aria-invalid="true""#), 1);
    assert_eq!(fields("aria-invalid"), 1);
    assert!(page.contains(r#"name="since" value="&#60;"#), "{page}");
}

#[test]
fn a_password_is_never_shown_again() {
    let typed = typed(sign_in::PASSWORD, &["present", "new", "again"]);
    let (union, role) = (union(), Role::Admin);
    let page = sign_in::password(staff(&union, &role, Lang::Ru, "/admin/password"), &typed, None, 12);
    for name in ["present", "new", "again"] {
        assert!(page.contains(&format!(r#"name="{name}" value="" required"#)), "{page}");
    }
}

#[test]
fn the_menu_marks_the_open_page() {
    let union = union();
    let menu = staff(&union, &Role::Admin, Lang::En, "/admin/organizations/7K3M9Q3").menu();
    let open: Vec<Admin> = menu.entries.iter().filter(|e| e.current).map(|e| e.href).collect();
    assert_eq!(open, [Admin::Organizations]);
}
