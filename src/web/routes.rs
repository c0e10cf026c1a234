//! Long because it is a table.
//!
//! The table of routes: what is asked for, by which method, who may, and who answers. What does not stand here is not
//! answered, and no row can be written without saying who may.

use std::future::ready;
use std::sync::LazyLock;

use actix_web::http::Method;
use actix_web::{HttpRequest, HttpResponse, web};
use futures_util::FutureExt as _;
use futures_util::future::LocalBoxFuture;
use utoipa::OpenApi;

use super::access::{
    Admission, Anyone, AnyoneToPrint, AskOffice, AskingElsewhere, EditContact, EditDrafts, HearSchools,
    ManageOrganizations, ManagePeople, ManageSite, Publish, SignedInOnly, Staff, TendStand,
};
use super::admin::session::AnonymousSession;
use super::api::bearer::{AnyToken, Bearer, Drafts, Organizations, Publish as PublishByToken, Read};
use super::api::program::Program;
use super::dispatch::{self, Incoming};
use super::error::{Sent, WebError};
use super::page::Page;
use super::reader::Reader;
use super::request::{Area, Request, decoded};
use super::state::App;
use super::{admin, api, health, kept, public, web_app};
use crate::domain::TypedCode;
use crate::domain::address::{Address, AddressError, Admin, Api, Asset, Public};
use crate::pages::error::Problem;

/// Declares the table. A row names an address, and for each method how it is answered, who may ask, and the handler, which
/// gets what the address holds: `page` is made once and kept, `read` is made for one reader from
/// the register as of one state, `submit` takes a body, `change` the same of a program, once under a key,
/// `stream` sends as it goes, `direct` asks nobody. What programs may read is described to them by the same row.
macro_rules! routes {
    (
        described Api { $( $api:ident $(( $($value:ident),+ ))? => {
            $( $asked:ident $kind:ident $program:ty: $($described:ident)::+ ),+ $(,)?
        }; )+ }
        $( $area:ident { $( $variant:ident $(( $($part:ident),+ ))? => $methods:tt; )+ } )+
    ) => {
        /// What the rows of programs describe.
        #[derive(OpenApi)]
        #[openapi(paths($( $( $($described)::+, )+ )+))]
        struct Described;

        /// Leads a request to its handler.
        fn lead(incoming: Incoming) -> LocalBoxFuture<'static, HttpResponse> {
            match incoming.at.address {
                $(
                    Address::Api(Api::$api $(( $($value),+ ))?) => routes!(
                        @lead incoming (Api::$api $(( $($value),+ ))?) [$($($value),+)?]
                        { $( $asked $kind $program: $($described)::+ ),+ }
                    ),
                )+
                $( $(
                    Address::$area($area::$variant $(( $($part),+ ))?) => routes!(
                        @lead incoming ($area::$variant $(( $($part),+ ))?) [$($($part),+)?] $methods
                    ),
                )+ )+
            }
        }

        /// Who may ask an address by a method, in the words of the table; none where it does not answer.
        pub fn who_may(address: Address, method: &Method) -> Option<&'static str> {
            match address {
                $(
                    Address::Api(Api::$api { .. }) => {
                        routes!(@who method { $( $asked $kind $program: $($described)::+ ),+ })
                    }
                )+
                $( $( Address::$area($area::$variant { .. }) => routes!(@who method $methods), )+ )+
            }
        }
    };
    (@lead $incoming:ident $address:tt $parts:tt { $( $method:ident $mode:ident $who:ty: $handler:path ),+ $(,)? }) => {
        match $incoming.method() {
            $( Method::$method => routes!(@$mode $incoming $address $parts, $who, $handler), )+
            _ => ready(unanswered(&$incoming, &[$(Method::$method),+])).boxed_local(),
        }
    };
    (@who $asked:ident { $( $method:ident $mode:ident $who:ty: $handler:tt $(:: $rest:ident)* ),+ $(,)? }) => {
        match *$asked {
            $( Method::$method => Some(<$who as Admission>::NAME), )+
            _ => None,
        }
    };
    (@page $incoming:ident $address:tt [$($part:ident),*], $who:ty, $handler:path) => {
        kept::answer::<$who>($incoming, $address, move |context| $handler(context $(, $part)*)).boxed_local()
    };
    (@read $incoming:ident $address:tt [$($part:ident),*], $who:ty, $handler:path) => {
        dispatch::read($incoming, move |who: &$who, view| $handler(who, view $(, $part)*)).boxed_local()
    };
    (@submit $incoming:ident $address:tt [$($part:ident),*], $who:ty, $handler:path) => {
        dispatch::submit($incoming, move |who: $who, body| $handler(who $(, $part)*, body)).boxed_local()
    };
    (@change $incoming:ident $address:tt [$($part:ident),*], $who:ty, $handler:path) => {
        dispatch::submit($incoming, move |who: $who, body| {
            api::keyed::answered(&who, body, |who, body| $handler(who $(, $part)*, body))
        }).boxed_local()
    };
    (@stream $incoming:ident $address:tt [$($part:ident),*], $who:ty, $handler:path) => {
        dispatch::stream($incoming, move |who: $who, http| $handler(who, http $(, $part)*)).boxed_local()
    };
    (@direct $incoming:ident $address:tt [$($part:ident),*], $who:ty, $handler:path) => {
        dispatch::direct::<$who>($incoming, move |incoming| $handler(incoming $(, $part)*)).boxed_local()
    };
}

routes! {
    described Api {
        Union => { GET read Program: api::organizations::union };
        Organizations => {
            GET read Program: api::organizations::list,
            POST change Bearer<Organizations>: api::organization_edits::add,
        };
        Organization(code) => {
            GET read Program: api::organizations::one,
            PATCH change Bearer<Organizations>: api::organization_edits::edit,
        };
        OrganizationNames(code) => { POST change Bearer<Organizations>: api::organization_edits::rename };
        Shelf(code) => { GET read Program: api::organizations::shelf };
        Documents => {
            GET read Program: api::documents::list,
            POST change Bearer<Drafts>: api::new_documents::add,
        };
        Document(code) => { GET read Program: api::documents::one };
        Answer(code) => { GET read Program: api::answer::answer };
        History(code) => { GET read Program: api::documents::history };
        DocumentDrafts(code) => {
            GET read Bearer<Read>: api::drafts::list,
            POST change Bearer<Drafts>: api::drafts::begin,
        };
        Draft(draft) => {
            GET read Bearer<Read>: api::drafts::one,
            POST change Bearer<Drafts>: api::drafts::save,
            DELETE change Bearer<Drafts>: api::drafts::discard,
        };
        DraftPublication(draft) => { POST change Bearer<PublishByToken>: api::publications::publish_draft };
        Versions(code) => { POST change Bearer<PublishByToken>: api::publications::publish };
        Version(code, ordinal) => { GET read Program: api::documents::version };
        Withdrawal(code, ordinal) => { POST change Bearer<PublishByToken>: api::publications::withdraw };
        Body(code, ordinal, lang) => { GET read Program: api::bodies::structured };
        Plain(code, ordinal, lang) => { GET read Program: api::bodies::plain };
        Meaning(code) => { GET read Program: api::codes::meaning };
        Search => { GET read Program: api::search::search };
        Token => { GET read Bearer<AnyToken>: api::tokens::own };
    }
    Public {
        Start => { GET page Anyone: public::start::page };
        Organizations => { GET read Anyone: public::districts::page };
        Help => { GET page Anyone: public::help::page };
        Search => { GET read Anyone: public::search::page };
        Code(code) => { GET page Anyone: public::document::of_code };
        Stand(document, organization) => { GET page Anyone: public::document::on_stand };
        ClauseLabels(document, organization) => { GET page Anyone: public::clause_labels::page };
        Clause(document, clause) => { GET page Anyone: public::document::clause };
        StandClause(document, organization, clause) => { GET page Anyone: public::document::stand_clause };
        Version(document, version) => { GET page Anyone: public::document::version };
        On(document, day) => { GET page Anyone: public::document::on_day };
        CodeView(code, view) => { GET page Anyone: public::views::of_document };
        StandView(document, organization, view) => { GET page Anyone: public::views::on_stand };
        VersionView(document, version, view) => { GET page Anyone: public::views::of_version };
        History(document) => { GET page Anyone: public::history::page };
        Compare(document, pair) => { GET page Anyone: public::compare::page };
        File(checksum) => { GET stream Anyone: public::file::bytes };
        Feed => { GET page Anyone: public::feeds::everything };
        FeedOf(code) => { GET page Anyone: public::feeds::of_code };
        Timemap(document) => { GET page Anyone: public::link_sets::timemap };
        Linkset(document) => { GET page Anyone: public::link_sets::linkset };
        Embed(organization) => { GET page Anyone: public::embed::page };
        Card(document, version, lang) => { GET page Anyone: public::card::picture };
        Scan(document, version, lang, scan) => { GET page Anyone: public::scan::picture };
        Qr(code, picture) => { GET read AnyoneToPrint: public::qr::of_code };
        StandQr(document, organization, picture) => { GET read AnyoneToPrint: public::qr::on_stand };
        Sheet(document, organization) => { GET read AnyoneToPrint: public::kit::sheet };
        Kit(organization) => { GET read AnyoneToPrint: public::kit::pdf };
        KitPreview(organization) => { GET read AnyoneToPrint: public::kit_preview::page };
        KitPicture(organization, page) => { GET read AnyoneToPrint: public::kit_preview::picture };
    }
    Admin {
        SignIn => {
            GET read AnonymousSession: admin::sign_in::form,
            POST submit AnonymousSession: admin::sign_in::sign_in,
        };
        SignInCode => {
            GET read AnonymousSession: admin::second_factor::code_form,
            POST submit AnonymousSession: admin::second_factor::confirm_code,
        };
        SignInPasskey => { POST submit AnonymousSession: admin::passkeys::sign_in };
        BeginSignInPasskey => { POST submit AnonymousSession: admin::passkeys::begin_sign_in };
        SignInCodePasskey => { POST submit AnonymousSession: admin::passkeys::confirm };
        BeginSignInCodePasskey => { POST submit AnonymousSession: admin::passkeys::begin_confirm };
        SignInProvider => {
            GET read AnonymousSession: admin::provider::came_back,
            POST submit AskingElsewhere<AnonymousSession>: admin::provider::finish,
        };
        BeginSignInProvider => { POST submit AskingElsewhere<AnonymousSession>: admin::provider::begin };
        SignOut => { POST submit AnonymousSession: admin::sign_in::sign_out };
        Invitation(token) => {
            GET read AnonymousSession: admin::sign_in::invitation,
            POST submit AnonymousSession: admin::sign_in::accept,
        };
        Dashboard => { GET read Staff<SignedInOnly>: admin::dashboard::show };
        NeedsTable(format) => { GET read Staff<SignedInOnly>: admin::needs::table };
        NeedsCalendar(secret) => { GET read Anyone: admin::needs_address::calendar };
        NeedsFeed(secret) => { GET read Anyone: admin::needs_address::feed };
        MakeNeedsAddress => { POST submit Staff<SignedInOnly>: admin::needs_address::make };
        WishMail => { POST submit Staff<SignedInOnly>: admin::mail::wish };
        EndMail => { POST submit Staff<SignedInOnly>: admin::mail::end };
        ConfirmMail(link) => {
            GET read AnonymousSession: admin::mail::confirm_form,
            POST submit AnonymousSession: admin::mail::confirm,
        };
        StopMail(token) => {
            GET read AnonymousSession: admin::mail::stop_form,
            POST submit AnonymousSession: admin::mail::stop,
        };
        EndNeedsAddress => { POST submit Staff<SignedInOnly>: admin::needs_address::end };
        Password => {
            GET read Staff<SignedInOnly>: admin::sign_in::password_form,
            POST submit Staff<SignedInOnly>: admin::sign_in::password,
        };
        Account => { GET read Staff<SignedInOnly>: admin::account::show };
        SecondFactor => {
            GET read Staff<SignedInOnly>: admin::second_factor::show,
            POST submit Staff<SignedInOnly>: admin::second_factor::set_up,
        };
        RecoveryCodes => { POST submit Staff<SignedInOnly>: admin::second_factor::renew_codes };
        DropSecondFactor => { POST submit Staff<SignedInOnly>: admin::second_factor::give_up };
        AddPasskey => { POST submit Staff<SignedInOnly>: admin::passkeys::add };
        BeginPasskey => { POST submit Staff<SignedInOnly>: admin::passkeys::begin };
        RemovePasskey(passkey) => { POST submit Staff<SignedInOnly>: admin::passkeys::remove };
        ConnectProvider => { POST submit AskingElsewhere<Staff<SignedInOnly>>: admin::provider::connect };
        DisconnectProvider => { POST submit Staff<SignedInOnly>: admin::provider::disconnect };
        EndOtherSessions => { POST submit Staff<SignedInOnly>: admin::account::end_others };
        EndSession(session) => { POST submit Staff<SignedInOnly>: admin::account::end_one };
        MakeToken => { POST submit Staff<SignedInOnly>: admin::tokens::make };
        RevokeToken(token) => { POST submit Staff<SignedInOnly>: admin::tokens::revoke };
        People => { GET read Staff<ManagePeople>: admin::people::list };
        Person(person) => { GET read Staff<ManagePeople>: admin::person::show };
        ChangeRole(person) => { POST submit Staff<ManagePeople>: admin::person::change_role };
        EndSessionsOf(person) => { POST submit Staff<ManagePeople>: admin::person::end_sessions };
        ResetPassword(person) => { POST submit Staff<ManagePeople>: admin::person::reset_password };
        RemoveSecondFactor(person) => { POST submit Staff<ManagePeople>: admin::person::remove_second_factor };
        RemovePasskeysOf(person) => { POST submit Staff<ManagePeople>: admin::person::remove_passkeys };
        DisconnectProviderOf(person) => { POST submit Staff<ManagePeople>: admin::person::disconnect_provider };
        RevokeTokenOf(person, token) => { POST submit Staff<ManagePeople>: admin::tokens::revoke_of };
        RemovePerson(person) => { POST submit Staff<ManagePeople>: admin::person::remove };
        Invitations => { GET read Staff<ManagePeople>: admin::invitations::list };
        Invite => { POST submit Staff<ManagePeople>: admin::invitations::invite };
        InviteChairs => { POST submit Staff<ManagePeople>: admin::invitations::invite_chairs };
        RevokeInvitation(invitation) => { POST submit Staff<ManagePeople>: admin::invitations::revoke };
        Audit => { GET read Staff<ManagePeople>: admin::audit::list };
        AuditTable => { GET read Staff<ManagePeople>: admin::audit::table };
        Site => { GET read Staff<ManageSite>: admin::host::show };
        FourEyes => { POST submit Staff<ManageSite>: admin::host::four_eyes };
        ConfirmHost => { POST submit Staff<ManageSite>: admin::host::confirm_host };
        Look => { POST submit Staff<ManageSite>: admin::host::look };
        Webhooks => {
            GET read Staff<ManageSite>: admin::webhooks::list,
            POST submit Staff<ManageSite>: admin::webhooks::add,
        };
        Webhook(webhook) => { GET read Staff<ManageSite>: admin::webhooks::show };
        PauseWebhook(webhook) => { POST submit Staff<ManageSite>: admin::webhooks::pause };
        ResumeWebhook(webhook) => { POST submit Staff<ManageSite>: admin::webhooks::resume };
        RenewWebhookSecret(webhook) => { POST submit Staff<ManageSite>: admin::webhooks::renew_secret };
        TestWebhook(webhook) => { POST submit Staff<ManageSite>: admin::webhooks::test };
        RemoveWebhook(webhook) => { POST submit Staff<ManageSite>: admin::webhooks::remove };
        Import => {
            GET read Staff<ManageOrganizations>: admin::import::show,
            POST submit Staff<ManageOrganizations>: admin::import::dry_run,
        };
        ApplyImport => { POST submit Staff<ManageOrganizations>: admin::import::apply };
        ImportSample => { GET read Staff<ManageOrganizations>: admin::import::sample };
        Organizations => { GET read Staff<ManageOrganizations>: admin::organizations::list };
        OrganizationsTable(format) => { GET read Staff<ManageOrganizations>: admin::organizations::file };
        Organization(code) => { GET read Staff<EditContact>: admin::organization::show };
        StandNumbers(code) => { GET read Staff<TendStand>: admin::numbers::of_stand };
        StandFigures(code, sheet) => { GET read Staff<TendStand>: admin::numbers::file_of_stand };
        Numbers => { GET read Staff<ManageOrganizations>: admin::numbers::show };
        NumbersOf(figures) => { GET read Staff<ManageOrganizations>: admin::numbers::list };
        NumbersFile(sheet) => { GET read Staff<ManageOrganizations>: admin::numbers::file };
        Rename(code) => { POST submit Staff<ManageOrganizations>: admin::organization::rename };
        Details(code) => { POST submit Staff<ManageOrganizations>: admin::organization::details };
        Contact(code) => { POST submit Staff<EditContact>: admin::organization::contact };
        EraseContact(code) => { POST submit Staff<EditContact>: admin::organization::erase_contact };
        Dissolve(code) => { POST submit Staff<ManageOrganizations>: admin::organization::dissolve };
        Merge(code) => { POST submit Staff<ManageOrganizations>: admin::organization::merge };
        HandOver(code) => { POST submit Staff<ManagePeople>: admin::invitations::hand_over };
        Posted(code) => { POST submit Staff<TendStand>: admin::organization::hung };
        StandCheck(code) => {
            GET read Staff<TendStand>: admin::stand_check::show,
            POST submit Staff<TendStand>: admin::stand_check::start,
        };
        Tick(code) => { POST submit Staff<TendStand>: admin::stand_check::tick };
        TickPhoto(code) => { POST submit Staff<TendStand>: admin::stand_check::tick_photo };
        EndCheck(code) => { POST submit Staff<TendStand>: admin::stand_check::end };
        KeptCheck(code, check) => { GET read Staff<TendStand>: admin::stand_check::kept };
        Propose(code) => {
            GET read Staff<AskOffice>: admin::propose::show,
            POST submit Staff<AskOffice>: admin::propose::propose,
        };
        Letters(code) => {
            GET read Staff<AskOffice>: admin::letters::show,
            POST submit Staff<AskOffice>: admin::letters::write,
        };
        Proposal(id) => { GET read Staff<HearSchools>: admin::proposal::show };
        TakeProposal(id) => { POST submit Staff<HearSchools>: admin::proposal::take };
        DeclineProposal(id) => { POST submit Staff<Publish>: admin::proposal::decline };
        ProposedFile(id, lang) => { GET read Staff<HearSchools>: admin::proposal::file };
        Letter(id) => {
            GET read Staff<HearSchools>: admin::letter::show,
            POST submit Staff<HearSchools>: admin::letter::answer,
        };
        Scheduled => { GET read Staff<EditDrafts>: admin::scheduled::list };
        Documents => { GET read Staff<EditDrafts>: admin::documents::list };
        DocumentsTable(format) => { GET read Staff<EditDrafts>: admin::documents::file };
        NewDocument => {
            GET read Staff<EditDrafts>: admin::new_document::show,
            POST submit Staff<EditDrafts>: admin::new_document::create,
        };
        Intakes => {
            GET read Staff<EditDrafts>: admin::intakes::list,
            POST submit Staff<EditDrafts>: admin::intakes::receive,
        };
        Intake(intake) => { GET read Staff<EditDrafts>: admin::intakes::show };
        PublishIntake(intake) => { POST submit Staff<Publish>: admin::intakes::publish };
        DiscardIntake(intake) => { POST submit Staff<EditDrafts>: admin::intakes::discard };
        Document(code) => {
            GET read Staff<EditDrafts>: admin::document::show,
            POST submit Staff<Publish>: admin::document::edit,
        };
        RemoveDocument(code) => { POST submit Staff<EditDrafts>: admin::document::remove };
        BeginDraft(code) => { POST submit Staff<EditDrafts>: admin::document::begin_draft };
        Published(code, ordinal) => { GET read Staff<Publish>: admin::published::show };
        Outline(code, version, lang) => {
            GET read Staff<Publish>: admin::outline::show,
            POST submit Staff<Publish>: admin::outline::correct,
        };
        ScannedPage(code, version, lang, page) => {
            GET read Staff<Publish>: admin::scanned_page::show,
            POST submit Staff<Publish>: admin::scanned_page::check,
        };
        ClosedOriginal(code, file) => { GET read Staff<EditDrafts>: admin::document::closed_original };
        SecondLook(code, version) => { POST submit Staff<Publish>: admin::document::second_look };
        RecordFact(code, version, fact) => { POST submit Staff<Publish>: admin::repairs::record };
        Draft(draft) => {
            GET read Staff<EditDrafts>: admin::draft::show,
            POST submit Staff<EditDrafts>: admin::draft::save,
        };
        Preview(draft) => { GET read Staff<EditDrafts>: admin::preview::show };
        DraftPage(draft, lang) => { GET read Staff<EditDrafts>: admin::preview::member_page };
        DraftFile(draft, file) => { GET read Staff<EditDrafts>: admin::draft::file };
        DraftScan(draft, file, scan) => { GET read Staff<EditDrafts>: admin::draft::scan };
        DraftOutline(draft, lang) => { POST submit Staff<EditDrafts>: admin::outline::correct_draft };
        ScannedDraftPage(draft, lang, page) => {
            GET read Staff<EditDrafts>: admin::scanned_page::show_draft,
            POST submit Staff<EditDrafts>: admin::scanned_page::check_draft,
        };
        ArrangePhotos(draft, lang) => { POST submit Staff<EditDrafts>: admin::outline::arrange };
        SplitDraft(draft, lang) => { POST submit Staff<EditDrafts>: admin::outline::split };
        Publish(draft) => { POST submit Staff<Publish>: admin::draft::publish };
        DraftDates(draft) => { POST submit Staff<EditDrafts>: admin::draft::dates };
        AskForLook(draft) => { POST submit Staff<EditDrafts>: admin::draft::ask_for_look };
        Discard(draft) => { POST submit Staff<EditDrafts>: admin::draft::discard };
        Prints => {
            GET read Staff<ManageOrganizations>: admin::prints::choose,
            POST submit Staff<ManageOrganizations>: admin::prints::prepare,
        };
        PrintJob(token) => { GET read Staff<ManageOrganizations>: admin::prints::progress };
        PrintFile(token) => { POST stream Staff<ManageOrganizations>: admin::prints::file };
        CancelPrint(token) => { POST submit Staff<ManageOrganizations>: admin::prints::cancel };
    }
    Asset {
        Healthz => { GET direct Anyone: health::healthz };
        Readyz => { GET direct Anyone: health::readyz };
        Robots => { GET direct Anyone: health::robots };
        Script(script) => { GET direct Anyone: web_app::script };
        Worker => { GET direct Anyone: web_app::worker };
        Manifest => { GET read Anyone: web_app::manifest };
        Favicon => { GET direct Anyone: web_app::favicon };
        IconSvg => { GET direct Anyone: web_app::icon_svg };
        Icon192 => { GET direct Anyone: web_app::icon_192 };
        Icon512 => { GET direct Anyone: web_app::icon_512 };
        KitPicture => { GET direct Anyone: web_app::kit_picture };
        OpenApi => { GET direct Anyone: description };
    }
}

static DESCRIPTION: LazyLock<Page> = LazyLock::new(|| api::description(Described::openapi()));

fn description(incoming: &Incoming) -> Sent {
    Ok(DESCRIPTION.answer(incoming.http.headers()))
}

/// Answers every request.
pub async fn answer(http: HttpRequest, app: web::Data<App>, payload: web::Payload) -> HttpResponse {
    match Address::parse(&decoded(http.path())) {
        Ok(at) => lead(Incoming { app, http, payload: payload.into_inner(), at }).await,
        Err(nowhere) => {
            let request = Request::of(&app, &http, None);
            if let (AddressError::MistypedCode(typed), Area::Public) = (&nowhere, request.area)
                && let Some(code) = TypedCode::parse(typed)
            {
                Reader { app: &app, request: &http, wish: request.wish }.count_stray(code);
            }
            let problem = match nowhere {
                AddressError::NoSuchPage => Problem::NoSuchPage,
                AddressError::MistypedCode(typed) => Problem::MistypedCode(typed),
                AddressError::BadDay => Problem::BadRequest,
            };
            dispatch::refused(request, problem)
        }
    }
}

/// The answer where the table has no row for the method: 405, or what a browser asks on behalf of a program (Fetch,
/// section 4.8).
fn unanswered(incoming: &Incoming, methods: &[Method]) -> HttpResponse {
    let is_of_programs = matches!(incoming.at.address, Address::Api(_));
    let with_head = methods.iter().flat_map(|method| match *method {
        Method::GET => vec!["GET", "HEAD"],
        ref method => vec![method.as_str()],
    });
    let allowed: Vec<&str> = with_head.chain(is_of_programs.then_some("OPTIONS")).collect();
    let allowed = allowed.join(", ");
    match (is_of_programs, incoming.http.method()) {
        (true, &Method::OPTIONS) => api::allowed(&allowed),
        _ => dispatch::refused(incoming.request(), WebError::Method(allowed)),
    }
}
