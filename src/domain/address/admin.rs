//! The addresses of the people who sign in.

use super::figures::{Figures, FiguresFile, TableFormat};
use super::segment::{Number, ScanPicture, Token};
use super::table::addresses;
use crate::domain::fact::FactKind;
use crate::domain::ids::{AttachmentId, DraftId, UserId};
use crate::domain::{Checksum, Code, Lang};

addresses! {
    /// A page of people who sign in, or what a form on it is sent to.
    Admin {
        /// The first page.
        Dashboard = "admin";
        /// What needs the one who looks, as a table.
        NeedsTable(table: TableFormat) = "admin" / "needs" / table;
        /// The days by which something is to be done, as a calendar; the token is a secret.
        NeedsCalendar(token: Token) = "admin" / "needs" / token / "calendar.ics";
        /// What needs a person, as a feed; the token is a secret.
        NeedsFeed(token: Token) = "admin" / "needs" / token / "feed.atom";
        /// Signing in.
        SignIn = "admin" / "sign-in";
        /// The code of the second factor, after the password.
        SignInCode = "admin" / "sign-in" / "code";
        /// Signing in with a passkey alone.
        SignInPasskey = "admin" / "sign-in" / "passkey";
        /// Begins that.
        BeginSignInPasskey = "admin" / "sign-in" / "passkey" / "begin";
        /// A passkey after the password.
        SignInCodePasskey = "admin" / "sign-in" / "code" / "passkey";
        /// Begins that.
        BeginSignInCodePasskey = "admin" / "sign-in" / "code" / "passkey" / "begin";
        /// Where a provider leads back to.
        SignInProvider = "admin" / "sign-in" / "provider";
        /// Begins to sign in at the provider.
        BeginSignInProvider = "admin" / "sign-in" / "provider" / "begin";
        /// Signing out.
        SignOut = "admin" / "sign-out";
        /// The own account.
        Account = "admin" / "account";
        /// The own second factor.
        SecondFactor = "admin" / "account" / "second-factor";
        /// Makes new recovery codes.
        RecoveryCodes = "admin" / "account" / "second-factor" / "codes";
        /// Gives the own second factor up.
        DropSecondFactor = "admin" / "account" / "second-factor" / "off";
        /// Adds a passkey to the own account.
        AddPasskey = "admin" / "account" / "passkeys";
        /// Begins that.
        BeginPasskey = "admin" / "account" / "passkeys" / "begin";
        /// Removes one of the own passkeys.
        RemovePasskey(token: Token) = "admin" / "account" / "passkeys" / token / "remove";
        /// Connects an account at a provider with the own one.
        ConnectProvider = "admin" / "account" / "provider";
        /// Disconnects it.
        DisconnectProvider = "admin" / "account" / "provider" / "off";
        /// Ends all other sessions of the own account.
        EndOtherSessions = "admin" / "account" / "sessions" / "end";
        /// Ends one of them.
        EndSession(token: Token) = "admin" / "account" / "sessions" / token / "end";
        /// Makes a token for a program.
        MakeToken = "admin" / "account" / "tokens";
        /// Revokes one of the own tokens.
        RevokeToken(token: Token) = "admin" / "account" / "tokens" / token / "revoke";
        /// Makes the own address of a calendar and a feed.
        MakeNeedsAddress = "admin" / "account" / "needs";
        /// Ends it.
        EndNeedsAddress = "admin" / "account" / "needs" / "end";
        /// Asks for the weekly letter.
        WishMail = "admin" / "account" / "mail";
        /// Ends it.
        EndMail = "admin" / "account" / "mail" / "end";
        /// Confirms the address of the weekly letter; the token is a secret.
        ConfirmMail(token: Token) = "admin" / "mail" / token;
        /// Ends the weekly letter from the letter itself; the token is a secret.
        StopMail(token: Token) = "admin" / "mail" / token / "stop";
        /// The people who sign in.
        People = "admin" / "people";
        /// The invitations that still work.
        Invitations = "admin" / "people" / "invitations";
        /// Invites a person.
        Invite = "admin" / "people" / "invitations" / "new";
        /// Invites a chair for every organization that has none.
        InviteChairs = "admin" / "people" / "invitations" / "chairs";
        /// Takes an invitation back.
        RevokeInvitation(token: Token) = "admin" / "people" / "invitations" / token / "revoke";
        /// Who did what.
        Audit = "admin" / "people" / "audit";
        /// The same as a table.
        AuditTable = "admin" / "people" / "audit" / "table.csv";
        /// One of them.
        Person(person: UserId) = "admin" / "people" / person;
        /// Gives a person another role.
        ChangeRole(person: UserId) = "admin" / "people" / person / "role";
        /// Ends a person's sessions.
        EndSessionsOf(person: UserId) = "admin" / "people" / person / "sessions";
        /// Makes a link with which a person sets a new password.
        ResetPassword(person: UserId) = "admin" / "people" / person / "password";
        /// Takes a person's second factor away.
        RemoveSecondFactor(person: UserId) = "admin" / "people" / person / "second-factor";
        /// Takes a person's passkeys away.
        RemovePasskeysOf(person: UserId) = "admin" / "people" / person / "passkeys";
        /// Disconnects a person's account at a provider.
        DisconnectProviderOf(person: UserId) = "admin" / "people" / person / "provider";
        /// Revokes a token of a person.
        RevokeTokenOf(person: UserId, token: Token) = "admin" / "people" / person / "tokens" / token / "revoke";
        /// Takes a person's access away.
        RemovePerson(person: UserId) = "admin" / "people" / person / "remove";
        /// The own password.
        Password = "admin" / "password";
        /// An invitation; the token is a secret.
        Invitation(token: Token) = "admin" / "invitation" / token;
        /// The site: its host and its look.
        Site = "admin" / "site";
        /// Chooses whether another person looks at what is published.
        FourEyes = "admin" / "site" / "four-eyes";
        /// Confirms the host.
        ConfirmHost = "admin" / "site" / "host";
        /// Keeps the emblem and the colour.
        Look = "admin" / "site" / "look";
        /// The webhooks.
        Webhooks = "admin" / "webhooks";
        /// One of them, with what it was told lately.
        Webhook(token: Token) = "admin" / "webhooks" / token;
        /// Pauses it.
        PauseWebhook(token: Token) = "admin" / "webhooks" / token / "pause";
        /// Lets it go on.
        ResumeWebhook(token: Token) = "admin" / "webhooks" / token / "resume";
        /// Gives it another secret.
        RenewWebhookSecret(token: Token) = "admin" / "webhooks" / token / "secret";
        /// Sends it a message in which nothing happened.
        TestWebhook(token: Token) = "admin" / "webhooks" / token / "test";
        /// Removes it.
        RemoveWebhook(token: Token) = "admin" / "webhooks" / token / "remove";
        /// Taking over a table of organizations.
        Import = "admin" / "import";
        /// Takes over a table that was looked at.
        ApplyImport = "admin" / "import" / "apply";
        /// A table with its heading alone.
        ImportSample = "admin" / "import" / "sample.csv";
        /// The list of organizations.
        Organizations = "admin" / "organizations";
        /// The same as a table.
        OrganizationsTable(table: TableFormat) = "admin" / "organizations" / table;
        /// One organization.
        Organization(organization: Code) = "admin" / "organizations" / organization;
        /// Gives an organization another name.
        Rename(organization: Code) = "admin" / "organizations" / organization / "rename";
        /// Changes its number, kind and district.
        Details(organization: Code) = "admin" / "organizations" / organization / "details";
        /// Says whom members ask.
        Contact(organization: Code) = "admin" / "organizations" / organization / "contact";
        /// Erases whom members ask.
        EraseContact(organization: Code) = "admin" / "organizations" / organization / "contact" / "erase";
        /// Dissolves it.
        Dissolve(organization: Code) = "admin" / "organizations" / organization / "dissolve";
        /// Merges it into another one.
        Merge(organization: Code) = "admin" / "organizations" / organization / "merge";
        /// Hands it over to its next chair.
        HandOver(organization: Code) = "admin" / "organizations" / organization / "hand-over";
        /// Says that its stand was hung.
        Posted(organization: Code) = "admin" / "organizations" / organization / "hung";
        /// Checking its stand.
        StandCheck(organization: Code) = "admin" / "organizations" / organization / "check";
        /// Ticks a code in a check.
        Tick(organization: Code) = "admin" / "organizations" / organization / "check" / "codes";
        /// Ticks the codes on a photo of the stand.
        TickPhoto(organization: Code) = "admin" / "organizations" / organization / "check" / "photo";
        /// Ends a check.
        EndCheck(organization: Code) = "admin" / "organizations" / organization / "check" / "end";
        /// A check that is over.
        KeptCheck(organization: Code, token: Token) = "admin" / "organizations" / organization / "checks" / token;
        /// What it proposes to the office.
        Propose(organization: Code) = "admin" / "organizations" / organization / "propose";
        /// What its chair writes to the office.
        Letters(organization: Code) = "admin" / "organizations" / organization / "letters";
        /// Something that a school proposes, as the office sees it.
        Proposal(token: Token) = "admin" / "proposals" / token;
        /// Makes a draft of it.
        TakeProposal(token: Token) = "admin" / "proposals" / token / "take";
        /// Declines it.
        DeclineProposal(token: Token) = "admin" / "proposals" / token / "decline";
        /// The bytes of a text of it.
        ProposedFile(token: Token, lang: Lang) = "admin" / "proposals" / token / "files" / lang;
        /// A letter to the office.
        Letter(token: Token) = "admin" / "letters" / token;
        /// What people opened at its stand.
        StandNumbers(organization: Code) = "admin" / "organizations" / organization / "numbers";
        /// A table of it.
        StandFigures(organization: Code, sheet: FiguresFile) = "admin" / "organizations" / organization / "numbers" / sheet;
        /// What people opened, and how far the union is covered.
        Numbers = "admin" / "numbers";
        /// What people opened of each document, or at each stand.
        NumbersOf(figures: Figures) = "admin" / "numbers" / figures;
        /// A table of the numbers.
        NumbersFile(sheet: FiguresFile) = "admin" / "numbers" / sheet;
        /// The list of documents.
        Documents = "admin" / "documents";
        /// The same as a table.
        DocumentsTable(table: TableFormat) = "admin" / "documents" / table;
        /// Adding a document.
        NewDocument = "admin" / "documents" / "new";
        /// Many agreements at once.
        Intakes = "admin" / "agreements";
        /// What was sent at once.
        Intake(token: Token) = "admin" / "agreements" / token;
        /// Publishes some of it.
        PublishIntake(token: Token) = "admin" / "agreements" / token / "publish";
        /// Puts it away.
        DiscardIntake(token: Token) = "admin" / "agreements" / token / "discard";
        /// The editions that take over on a later day.
        Scheduled = "admin" / "documents" / "scheduled";
        /// One document.
        Document(document: Code) = "admin" / "documents" / document;
        /// Takes a document back that was added by mistake.
        RemoveDocument(document: Code) = "admin" / "documents" / document / "remove";
        /// Begins a draft.
        BeginDraft(document: Code) = "admin" / "documents" / document / "drafts";
        /// What to do after a publication.
        Published(document: Code, ordinal: Number) = "admin" / "documents" / document / "published" / ordinal;
        /// The headings of a published text.
        Outline(document: Code, version: u32, lang: Lang) =
            "admin" / "documents" / document / version / "outline" / lang;
        /// A scanned page of a published text beside its picture.
        ScannedPage(document: Code, version: u32, lang: Lang, ordinal: Number) =
            "admin" / "documents" / document / version / "scan" / lang / ordinal;
        /// The bytes of a signed original that are not given out to everybody.
        ClosedOriginal(document: Code, checksum: Checksum) =
            "admin" / "documents" / document / "originals" / checksum;
        /// Takes the second look at a published edition.
        SecondLook(document: Code, version: u32) = "admin" / "documents" / document / version / "look";
        /// Records a fact about a published edition.
        RecordFact(document: Code, version: u32, fact: FactKind) = "admin" / "documents" / document / version / fact;
        /// One draft.
        Draft(draft: DraftId) = "admin" / "drafts" / draft;
        /// Sets its dates.
        DraftDates(draft: DraftId) = "admin" / "drafts" / draft / "dates";
        /// Asks another person for the look at it.
        AskForLook(draft: DraftId) = "admin" / "drafts" / draft / "look";
        /// The preview of a draft.
        Preview(draft: DraftId) = "admin" / "drafts" / draft / "preview";
        /// A draft as members will see it.
        DraftPage(draft: DraftId, lang: Lang) = "admin" / "drafts" / draft / "page" / lang;
        /// Publishes a draft.
        Publish(draft: DraftId) = "admin" / "drafts" / draft / "publish";
        /// Throws a draft away.
        Discard(draft: DraftId) = "admin" / "drafts" / draft / "discard";
        /// Corrects the headings of a draft.
        DraftOutline(draft: DraftId, lang: Lang) = "admin" / "drafts" / draft / "outline" / lang;
        /// A scanned page of a draft's text beside its picture.
        ScannedDraftPage(draft: DraftId, lang: Lang, ordinal: Number) =
            "admin" / "drafts" / draft / "scan" / lang / ordinal;
        /// Puts the pages of a text that was joined of photos into another order.
        ArrangePhotos(draft: DraftId, lang: Lang) = "admin" / "drafts" / draft / "order" / lang;
        /// Splits a bilingual file.
        SplitDraft(draft: DraftId, lang: Lang) = "admin" / "drafts" / draft / "split" / lang;
        /// The bytes of a draft's file.
        DraftFile(draft: DraftId, file: AttachmentId) = "admin" / "drafts" / draft / "files" / file;
        /// The picture of a page of it.
        DraftScan(draft: DraftId, file: AttachmentId, scan: ScanPicture) = "admin" / "drafts" / draft / "files" / file / scan;
        /// Many kits at once.
        Prints = "admin" / "prints";
        /// One file of many kits.
        PrintJob(token: Token) = "admin" / "prints" / token;
        /// The bytes of that file.
        PrintFile(token: Token) = "admin" / "prints" / token / "file";
        /// Stops it.
        CancelPrint(token: Token) = "admin" / "prints" / token / "cancel";
    }
}

impl Admin {
    /// The page on which the form stands that is sent to this address.
    pub const fn page(self) -> Self {
        match self {
            Self::SignOut => Self::Dashboard,
            Self::SignInPasskey
            | Self::BeginSignInPasskey
            | Self::SignInProvider
            | Self::BeginSignInProvider => Self::SignIn,
            Self::SignInCodePasskey | Self::BeginSignInCodePasskey => Self::SignInCode,
            Self::EndOtherSessions
            | Self::EndSession(_)
            | Self::MakeToken
            | Self::RevokeToken(_)
            | Self::MakeNeedsAddress
            | Self::EndNeedsAddress
            | Self::WishMail
            | Self::EndMail
            | Self::AddPasskey
            | Self::BeginPasskey
            | Self::RemovePasskey(_)
            | Self::ConnectProvider
            | Self::DisconnectProvider => Self::Account,
            Self::RecoveryCodes | Self::DropSecondFactor => Self::SecondFactor,
            Self::Invite | Self::InviteChairs | Self::RevokeInvitation(_) => Self::Invitations,
            Self::ChangeRole(person)
            | Self::EndSessionsOf(person)
            | Self::ResetPassword(person)
            | Self::RemoveSecondFactor(person)
            | Self::RemovePasskeysOf(person)
            | Self::DisconnectProviderOf(person)
            | Self::RevokeTokenOf(person, _)
            | Self::RemovePerson(person) => Self::Person(person),
            Self::ConfirmHost | Self::Look | Self::FourEyes => Self::Site,
            Self::PauseWebhook(token)
            | Self::ResumeWebhook(token)
            | Self::RenewWebhookSecret(token)
            | Self::TestWebhook(token) => Self::Webhook(token),
            Self::RemoveWebhook(_) => Self::Webhooks,
            Self::ApplyImport => Self::Import,
            Self::Rename(code)
            | Self::Details(code)
            | Self::Contact(code)
            | Self::EraseContact(code)
            | Self::Dissolve(code)
            | Self::Merge(code)
            | Self::HandOver(code)
            | Self::Posted(code) => Self::Organization(code),
            Self::Tick(code) | Self::TickPhoto(code) | Self::EndCheck(code) => Self::StandCheck(code),
            Self::TakeProposal(token) | Self::DeclineProposal(token) => Self::Proposal(token),
            Self::RemoveDocument(code)
            | Self::BeginDraft(code)
            | Self::RecordFact(code, ..)
            | Self::SecondLook(code, _) => Self::Document(code),
            Self::Publish(draft)
            | Self::DraftDates(draft)
            | Self::AskForLook(draft)
            | Self::Discard(draft)
            | Self::DraftOutline(draft, _)
            | Self::ArrangePhotos(draft, _)
            | Self::SplitDraft(draft, _) => Self::Preview(draft),
            Self::PublishIntake(token) | Self::DiscardIntake(token) => Self::Intake(token),
            Self::PrintFile(token) | Self::CancelPrint(token) => Self::PrintJob(token),
            page => page,
        }
    }

    /// The organization that it is about.
    pub const fn organization(self) -> Option<Code> {
        match self {
            Self::Organization(code)
            | Self::Rename(code)
            | Self::Details(code)
            | Self::Contact(code)
            | Self::EraseContact(code)
            | Self::Dissolve(code)
            | Self::Merge(code)
            | Self::HandOver(code)
            | Self::Posted(code)
            | Self::StandCheck(code)
            | Self::Tick(code)
            | Self::TickPhoto(code)
            | Self::EndCheck(code)
            | Self::StandNumbers(code)
            | Self::StandFigures(code, _)
            | Self::KeptCheck(code, _)
            | Self::Propose(code)
            | Self::Letters(code) => Some(code),
            _ => None,
        }
    }
}
