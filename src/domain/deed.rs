//! What people did, as the audit trail names it.

use super::names::names;

/// Who the audit trail names for what is done from the command line: no login has a space.
pub const COMMAND_LINE: &str = "command line";

/// Who the audit trail names for what is done by a link in a letter; whose it is says the line.
pub const BY_LETTER: &str = "by letter";

/// Who the audit trail names for what a program does with a token: the login of the person, and the name of the token. No
/// login has a space.
pub fn by_token(login: &str, token: &str) -> String {
    format!("{login}{TOKEN_BEGINS}{token}{TOKEN_ENDS}")
}

/// The login and the name of the token of such an actor; none where a person acted.
pub fn token_of(actor: &str) -> Option<(&str, &str)> {
    let (login, token) = actor.split_once(TOKEN_BEGINS)?;
    Some((login, token.strip_suffix(TOKEN_ENDS)?))
}

/// The person who acted: by hand, or by a token of the own.
pub fn person(actor: &str) -> &str {
    token_of(actor).map_or(actor, |(login, _)| login)
}

/// What stands between a login and the name of a token.
pub const TOKEN_BEGINS: &str = " [";

const TOKEN_ENDS: char = ']';

names! {
    /// Something that the audit trail notes. Its name stands in the database, so it never changes.
    pub enum Deed {
        /// Invited a person.
        Invite = "invite",
        /// Invited a chair for every organization that had none.
        InviteChairs = "invite chairs",
        /// Took an invitation back.
        RevokeInvitation = "revoke invitation",
        /// Accepted an invitation.
        AcceptInvitation = "accept invitation",
        /// Changed the own password.
        ChangePassword = "change password",
        /// Made a link with which a person sets a new password.
        InviteToReset = "reset password",
        /// Set a new password by such a link.
        SetPassword = "set password",
        /// Gave a person another role.
        ChangeRole = "change role",
        /// Ended sessions.
        EndSessions = "end sessions",
        /// Took a person's access away.
        RemovePerson = "remove person",
        /// Handed an organization over to its next chair.
        HandOver = "hand over",
        /// Set up a second factor.
        SetUpSecondFactor = "set up second factor",
        /// Signed in with a recovery code.
        UseRecoveryCode = "use recovery code",
        /// Made new recovery codes.
        RenewRecoveryCodes = "renew recovery codes",
        /// Took a person's second factor away.
        RemoveSecondFactor = "remove second factor",
        /// Added a passkey.
        AddPasskey = "add passkey",
        /// Removed a passkey.
        RemovePasskey = "remove passkey",
        /// Took all passkeys of a person away.
        RemovePasskeys = "remove passkeys",
        /// Was sent away, because the count of a passkey went back.
        RefusePasskey = "refuse passkey",
        /// Connected an account at a provider.
        ConnectProvider = "connect provider",
        /// Disconnected an account at a provider.
        DisconnectProvider = "disconnect provider",
        /// Made a token for a program.
        MakeToken = "make token",
        /// Revoked a token.
        RevokeToken = "revoke token",
        /// Made a secret address for calendars and feed readers.
        MakeNeedsAddress = "make needs address",
        /// Ended that address.
        EndNeedsAddress = "end needs address",
        /// Asked for the weekly letter.
        WishLetters = "wish letters",
        /// Confirmed the address of the weekly letter.
        ConfirmLetters = "confirm letters",
        /// Ended the weekly letter.
        EndLetters = "end letters",
        /// Created a document.
        AddDocument = "add document",
        /// Took back a document that was added by mistake.
        RemoveDocument = "remove document",
        /// Changed what is not part of an edition.
        EditDocument = "edit document",
        /// Changed a draft by a program.
        EditDraft = "edit draft",
        /// Began a draft.
        BeginDraft = "begin draft",
        /// Threw a draft away.
        DiscardDraft = "discard draft",
        /// Published an edition.
        Publish = "publish",
        /// Sent many agreements at once.
        ReceiveAgreements = "receive agreements",
        /// Published many agreements at once.
        PublishAgreements = "publish agreements",
        /// Put many agreements away that were sent at once.
        DiscardAgreements = "discard agreements",
        /// Withdrew an edition.
        Withdraw = "withdraw",
        /// Recorded a fact about an edition.
        RecordFact = "record fact",
        /// Added a text to an edition.
        AddLateText = "add late text",
        /// Added an attachment to an edition.
        AddLateAttachment = "add late attachment",
        /// Corrected the headings of a text.
        CorrectOutline = "correct outline",
        /// Had the readable text of an edition made again.
        Reextract = "reextract",
        /// Entered an organization.
        AddOrganization = "add organization",
        /// Took over a table of organizations.
        ImportOrganizations = "import organizations",
        /// Renamed an organization.
        RenameOrganization = "rename organization",
        /// Changed the number, kind or district of an organization.
        EditOrganization = "edit organization",
        /// Marked an organization as dissolved.
        DissolveOrganization = "dissolve organization",
        /// Merged an organization into another one.
        MergeOrganization = "merge organization",
        /// Changed or erased whom members ask.
        SetContact = "set contact",
        /// Said that a stand was hung.
        HangStand = "hang stand",
        /// Began to check a stand.
        StartCheck = "start check",
        /// Finished the check of a stand.
        FinishCheck = "finish check",
        /// Ended a check that was forgotten.
        EndCheck = "end check",
        /// Proposed a document or an edition to the office.
        Propose = "propose",
        /// Made a draft of what a school proposed.
        TakeProposal = "take proposal",
        /// Declined what a school proposed.
        DeclineProposal = "decline proposal",
        /// Wrote to the office.
        WriteLetter = "write letter",
        /// Answered what a chair wrote.
        AnswerLetter = "answer letter",
        /// Chose whether another person looks at what is published.
        SetFourEyes = "set four eyes",
        /// Asked for the look at a draft.
        AskForLook = "ask for look",
        /// Said in a second look that an edition is as it should be.
        ConfirmEdition = "confirm edition",
        /// Raised a doubt in a second look.
        DoubtEdition = "doubt edition",
        /// Confirmed the permanent address.
        ConfirmHost = "confirm host",
        /// Changed how the union looks in print.
        SetBrand = "set brand",
        /// Added a webhook.
        AddWebhook = "add webhook",
        /// Paused a webhook.
        PauseWebhook = "pause webhook",
        /// Let a webhook go on.
        ResumeWebhook = "resume webhook",
        /// Gave a webhook another secret.
        RenewWebhookSecret = "renew webhook secret",
        /// Sent a webhook a message in which nothing happened.
        TestWebhook = "test webhook",
        /// Removed a webhook.
        RemoveWebhook = "remove webhook",
        /// Said that the clock is right.
        ConfirmClock = "confirm clock",
        /// Took on a database that was put back.
        Adopt = "adopt",
        /// Filled the register with trial data.
        Fill = "fill",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_acts_by_a_token_is_told_from_a_person_and_from_the_command_line() {
        assert_eq!(token_of(&by_token("erlan", "Сайт [1]")), Some(("erlan", "Сайт [1]")));
        assert_eq!((token_of("erlan"), token_of(COMMAND_LINE)), (None, None));
        assert_eq!((person(&by_token("erlan", "Сайт [1]")), person("erlan")), ("erlan", "erlan"));
        assert_eq!(person(COMMAND_LINE), COMMAND_LINE);
    }
}
