# People who sign in: roles, invitations, the own account, the audit trail.

## Roles

admin-role-editor = Editor
admin-role-publisher = Publisher
role-may-chair = keeps the contact and the stand of the own organization, proposes documents and writes to the office
role-may-editor = prepares drafts of documents and does not publish
role-may-publisher = prepares, publishes, corrects and withdraws documents
role-may-admin = may do everything: documents, organizations, people, settings
admin-invitation-editor = You are invited to be an editor of the union: you will prepare drafts of documents.
admin-invitation-publisher = You are invited to be a publisher of the union: you will prepare and publish documents.
admin-preview-for-publisher = The draft is ready. A publisher or an administrator publishes it: send them the address of this page.

## People

people-title = People
people-login = Login
people-role = Role
people-since = Since
people-signed-in = Last sign-in
people-sessions = Open sessions
people-sessions-open = Open sessions: { $count }
people-never = not known
people-app = app for codes
people-no = no
people-all = All
people-show = Show
people-none = There is nobody like this.
people-back = To the list of people
people-access = Access
people-ended = The sessions have ended.
people-removed = Access is taken away.
people-sessions-end = End all sessions of this person
people-reset = Make a link for a new password
people-reset-hint = A one-time link. The present password works until the link is used.
people-second-factor-remove = Take the second factor away
people-second-factor-remove-hint = If the phone is lost: the sessions end, and no code is asked for at the next sign-in.
people-role-change = Change the role
people-hand-over-title = The chair has changed
people-hand-over-hint = The present chair is signed out and loses access to this organization, and the published contact is erased. An invitation for the next chair is made.
people-hand-over = Hand over to the next chair
people-remove-hint = The sessions and links are dead at once. What the person did stays in the audit trail.
people-remove-sure = { $login } will not be able to sign in any more.
refusal-person-unknown = There is no such person: check the login.
refusal-last-administrator = This is the last administrator. First make somebody else an administrator.

## Invitations

invitations-title = Invitations
invitations-note = For whom
invitations-note-hint = Seen only in this list; it goes away with the invitation.
invitations-chairs = Invite all chairs
invitations-without-chair = Organizations without a chair: { $count }
invitations-chairs-hint = Each organization gets a link with a ready message. Earlier invitations of these organizations stop working.
invitations-chairs-make = Make links for all
invitations-chairs-made = The links are ready. They are not shown again: download the table now.
invitations-table = Download the table (CSV)
invitations-open = Invitations that were not used yet
invitations-none = There are none.
invitations-for = For whom
invitations-until = Validity
invitations-revoke = Take back
invitations-revoked = The invitation does not work any more.
invitations-new-password = new password: { $login }
admin-invitation-password = { $login }, make up a new password.
admin-invitation-password-hint = After that the former password does not work, and all devices must sign in again.
admin-sign-in-forgotten = Forgotten the password? Ask the administrator of the union for a link for a new one.
# { $date }: Form::To.
message-invitation-chair =
    Dear chair,
    to keep the stand of { $organization }, sign in with this link:
    { $link }
    It works once and until { $date }. Do not pass it on.
# { $date }: Form::To.
message-new-password =
    With this link you set a new password for the register of the union’s documents:
    { $link }
    It works once and until { $date }. Do not pass it on.

## The own account

account-title = My account
account-back = To my account
account-sessions-hint = Nothing is kept but the browser and the day of the last use.
# { $date }: Form::Short.
account-session-used = last used { $date }
account-device-unknown = Unknown device
account-ended = The session has ended.

## The second factor

second-factor-title = Second factor
second-factor-hint = Besides the password, a code of six digits from an app on your phone is asked for. Who knows the password does not get in without it.
second-factor-required = The register is in use, so administrators must have a second factor. Set it up now.
second-factor-begin = Set a second factor up
second-factor-step-app = Install an app for codes on your phone, such as Google Authenticator or Aegis.
second-factor-step-scan = Scan the picture below with that app.
second-factor-step-tap = If this page is open on the phone, tap here.
second-factor-step-code = Type the code that the app shows.
second-factor-symbol = Picture for the app
second-factor-by-hand = If the picture is not read, type this key into the app:
second-factor-first-code = Code from the app
second-factor-code = Code from the app, or a recovery code
second-factor-confirm = Switch on
second-factor-done = The second factor is on. Other devices must sign in again.
second-factor-codes-hint = If the phone is lost, these recovery codes help: each works once. Print and keep them: they are not shown again.
second-factor-codes-kept = I have kept them
second-factor-on = On. Recovery codes left: { $count }
second-factor-off = Not set up
second-factor-renew = New recovery codes
second-factor-renew-hint = The earlier recovery codes stop working.
second-factor-give-up = Switch the second factor off
second-factor-give-up-hint = No code is asked for at the sign-in any more.
second-factor-given-up = The second factor is off.
second-factor-sign-in = Code to sign in
second-factor-sign-in-hint = Type the code that the app on your phone shows.
second-factor-lost = Phone lost? Type a recovery code, or ask another administrator to take the second factor away.
refusal-code = The code is wrong or was used. Wait for the next one and type it.

## Who did what

audit-title = Audit trail
audit-when = When
audit-who = Who
audit-what = What
audit-subject = To what
audit-subject-hint = The code of a document or an organization, a login, an address.
audit-from = From
audit-until = Up to and with
audit-none = There is nothing like this.
audit-table = As a table (CSV)
audit-command-line = from the server (by a command)
deed-unknown = Something else
deed-invite = Invited a person
deed-invite-chairs = Invited chairs for all organizations without one
deed-revoke-invitation = Took an invitation back
deed-accept-invitation = Accepted an invitation
deed-change-password = Changed the own password
deed-reset-password = Made a link for a new password
deed-set-password = Set a new password by a link
deed-change-role = Changed a role
deed-end-sessions = Ended sessions
deed-remove-person = Took access away
deed-hand-over = Handed an organization over to its next chair
deed-set-up-second-factor = Set a second factor up
deed-use-recovery-code = Used a recovery code
deed-renew-recovery-codes = Made new recovery codes
deed-remove-second-factor = Took a second factor away
deed-add-document = Created a document
deed-remove-document = Took back a document that was added by mistake
deed-edit-document = Changed titles or scope of a document
deed-begin-draft = Began a draft
deed-discard-draft = Threw a draft away
deed-publish = Published
deed-receive-agreements = Sent many agreements at once
deed-publish-agreements = Published many agreements at once
deed-discard-agreements = Put agreements away that were sent at once
deed-withdraw = Withdrew an edition
deed-record-fact = Recorded a fact about an edition
deed-add-late-text = Added a text to an edition
deed-add-late-attachment = Added an attachment to an edition
deed-correct-outline = Corrected the headings of a text
deed-reextract = Had a text read anew from its file
deed-import-organizations = Took over a table of organizations
deed-rename-organization = Renamed an organization
deed-edit-organization = Changed number, kind or district of an organization
deed-dissolve-organization = Marked an organization as dissolved
deed-merge-organization = Merged an organization into another one
deed-set-contact = Changed a contact
deed-hang-stand = Said that a stand was hung
deed-start-check = Began to check a stand
deed-finish-check = Finished the check of a stand
deed-end-check = Ended a check that was forgotten
deed-confirm-host = Confirmed the permanent address
deed-set-brand = Changed how the union looks in print
deed-confirm-clock = Said that the clock is right
deed-adopt = Took on a database that was put back
deed-fill = Filled the register with trial data
