# What administrators and chairs read.

## Kinds of organizations

orgkind-union = Union
orgkind-school = School
orgkind-school-lyceum = School-lyceum
orgkind-school-gymnasium = School-gymnasium
orgkind-kindergarten = Kindergarten
orgkind-college = College
orgkind-university = University
orgkind-extracurricular = Extracurricular centre
orgkind-special = Special education
orgkind-other = Other organization

## Signing in, accounts, sessions

admin-menu = Administration
admin-site = Site
admin-sign-in = Sign in
admin-session-ended = The session had ended: nothing was saved. Sign in, and you are led back to the form.
admin-session-ended-carried = The session had ended: nothing was saved. Sign in, and what you typed stands in the form again. Choose files once more.
admin-sign-in-title = Staff sign-in
admin-sign-in-hint = You need not sign in to read documents.
admin-login = Login or e-mail
admin-password = Password
admin-sign-out = Sign out
admin-signed-out = You have signed out.
admin-signed-in-as = Signed in as { $login }
admin-password-change = Change the password
admin-password-present = Present password
admin-password-new = New password
admin-password-again = New password again
admin-password-hint = At least { $length } characters. A sentence of several words is easy to remember.
admin-password-changed = The password is changed. Other devices must sign in again.
admin-invitation-title = Invitation
admin-invitation-admin = You are invited to be an administrator of the union.
admin-invitation-chair = You are invited as the chair of: { $organization }
admin-invitation-accept = Set a login and password and sign in
# { $date }: Form::To.
admin-invitation-valid = The link works once and until { $date }.
admin-role-admin = Administrator
admin-role-chair = Chair
admin-invite = Make an invitation link
admin-invite-made = The link is ready. Send it to that person only: it is not shown again.
admin-invite-role = Who is invited
admin-invite-organization = For a chair: the organization (number or code)
admin-invite-link = One-time link
admin-account-close = Close the account
admin-sessions = Open sessions
admin-session-this = This device
# { $date }: Form::From.
admin-session-since = since { $date }
admin-session-end = End the session
admin-sessions-end-all = End all other sessions

## Common words

admin-save = Save
admin-saved = Saved.
admin-cancel = Cancel
admin-back = Back
admin-optional = optional
admin-date-hint = DD.MM.YYYY, for example 01.09.2026
admin-reason = Reason
admin-reason-hint = The reason is shown on the page. Write no personal data in it.
admin-code = Code
admin-language-kk = in Kazakh
admin-language-ru = in Russian
admin-language-en = in English

## Dashboard

admin-dashboard = Overview
admin-dashboard-empty = The register is still empty. Begin by importing the schools from a table.
admin-dashboard-organizations = Organizations: { $count }
admin-dashboard-documents = Documents: { $count }
needs-title = What needs me
needs-none = Nothing needs you now.
needs-more = { $count } more
needs-term-ends = Agreements whose term ends
needs-prolongation-ends = The prolonged term ends
needs-term-ended = The term is over and nothing follows
needs-monitoring = Not noted as handed to the labour inspection
needs-registration = Not noted as sent for registration
need-article = Labour Code, art. { $article }
# { $date }: Form::Long.
need-term-ends = The last day of the term is { $date }. Propose a renewal before: the agreement then goes on for up to a year ({ $article }).
need-prolongation-ends = The last day of the prolonged term is { $date }. Conclude the next agreement before ({ $article }).
need-term-ended = The term is over, its last day was { $date }. Conclude the next agreement, or publish its text.
need-monitoring = The last day to hand it to the labour inspection is { $date } ({ $article }). If it was handed in, note the day.
need-monitoring-late = The time to hand it to the labour inspection is over, the last day was { $date } ({ $article }). If it was handed in, note the day.
need-registration = The last day to send it for registration is { $date } ({ $article }). If it was sent, note the day.
need-registration-late = The time to send it for registration is over, the last day was { $date } ({ $article }). If it was sent, note the day.
admin-dashboard-latest = Latest documents
admin-host = The site's address
admin-host-unconfirmed = { $host } is not yet confirmed as permanent. Until then every sheet carries the word SPECIMEN.
admin-host-confirm = Yes, this address is permanent
admin-host-confirm-warning = The address stands in every printed code. If it changes, every stand must be printed again.
admin-host-fineness = A code with this address has { $modules } × { $modules } squares.
admin-host-shorter = With an address of at most { $letters } characters it would have { $modules } × { $modules }, and phones would read it from { $percent } % farther away.
admin-host-confirmed = { $host } is confirmed as permanent.

## Organizations

admin-organizations = Organizations
admin-organizations-find = Name, number or code
admin-organizations-none = No such organization.
admin-organization-number = Number
admin-organization-name = Name
admin-organization-name-kk = Name in Kazakh
admin-organization-name-ru = Name in Russian
admin-organization-name-en = Name in English
admin-organization-kind = Kind
admin-organization-district = District
admin-organization-status = Status
admin-organization-active = Active
admin-organization-dissolved = Dissolved
admin-organization-documents = The organization's documents
admin-organization-stand = Documents on the stand
admin-organization-kit = Download the stand kit
admin-organization-rename = Rename
admin-organization-renamed-since = New name since
admin-organization-rename-hint = The earlier name stays in the history. The old codes keep working, but the sheets show the earlier name: print new sheets.
admin-organization-dissolve = Record the dissolution
admin-organization-merge = Merge into another organization
admin-organization-merge-into = Into which organization (number or code)
admin-organization-merge-sure = Yes: { $from } becomes part of { $into }
admin-organization-merged-on = Day of the merger
admin-organization-merge-hint = The codes of both organizations keep working. The collective agreement does not move by itself.
admin-organization-merged-into = Merged into { $name }
admin-organization-shelf = Open the stand's page
admin-organization-qr-svg = QR code for print (SVG)
admin-organization-qr-png = QR code as a picture (PNG)
admin-organization-names = Names, latest first
admin-organization-details = Number, kind, district
admin-organization-district-hint = In Kazakh and Russian, divided by a slash between spaces.
admin-organization-end = The organization ends
admin-organization-dissolve-sure = The organization no longer exists. This cannot be undone.
admin-organization-ended = Recorded. The codes keep working.
refusal-not-sure = Tick the box if you are sure.

## Contact

admin-contact = Whom to ask
admin-contact-name = Name
admin-contact-phone = Phone
admin-contact-whatsapp = WhatsApp number
admin-contact-room = Room
admin-contact-consent = This person agrees that the contact is published on the site
admin-contact-confirmed = Last confirmed: { $date }
admin-contact-erase = Erase the contact
admin-contact-erased = The contact is erased. Pages show the city union's contact.
admin-contact-hint = The contact is shown on pages only; it is never printed.

## Import of organizations

admin-import = Import from a table
admin-import-file = Table (XLSX or CSV)
admin-import-hint = An Excel workbook, or a CSV. Columns: { $columns }
admin-import-dry-run = Dry run
admin-import-dry-run-note = This is a dry run. Nothing is saved yet.
admin-import-new = New: { $count }
admin-import-renamed = Renamed: { $count }
admin-import-changed = Changed otherwise: { $count }
admin-import-unchanged = Unchanged: { $count }
admin-import-line = Line { $line }
admin-import-before = Now
admin-import-after = Will be
admin-import-since = Name changes since
admin-import-apply = Import
admin-import-fix-first = Correct the errors first and upload the file again.
admin-import-done = The table is imported.
admin-import-missing-note = Organizations that are not in the file stay as they are.
admin-import-notes = Look at these
admin-import-new-words = New kinds and districts
admin-import-new-words-meant = The new kinds and districts are meant
import-new-kind = New kind “{ $word }”: rows { $rows }. If it is a mistake, correct the column kind; if it is meant, say so (the tick on the page, --accept-new in the command).
import-new-district = New district “{ $word }”: rows { $rows }. If it is a mistake, correct the column district; if it is meant, say so (the tick on the page, --accept-new in the command).
import-number-cyrillic = Line { $line }: { $number } is written with a Cyrillic { $letter }. It is taken for { $number }.
import-number-latin = Line { $line }: { $number } is written with a Latin { $letter }. It is taken for { $number }.
import-number-greek = Line { $line }: { $number } is written with a Greek { $letter }. It is taken for { $number }.
import-same-name = Line { $line }: the organization { $other } has the name “{ $name }” too.
import-district-spelled = Line { $line }: the district is written with other letters. It is taken for “{ $district }”.
admin-import-columns = Columns of the table
admin-import-sample = Download an empty table

## Documents

admin-documents = Documents
admin-documents-find = Title, organization, number or code
admin-documents-none = No documents yet.
admin-document-create = Create a document
admin-document-created = The document is created. Its code: { $code }
admin-document-owner = Whose document
admin-document-owner-hint = The number or code of the organization, for example S054. For a document of the union itself, the number of the union.
admin-document-kind = Kind of document
admin-document-titles = Title
admin-document-title-kk = Title in Kazakh
admin-document-title-ru = Title in Russian
admin-document-title-en = Title in English
admin-document-title-hint = Left empty, the kind and the organization's name are used.
admin-document-short = Short title on labels
admin-document-short-hint = A long title does not fit on a label in full; on which ones, this page says after saving. Write what tells this document apart, for example: Material aid. At most 40 characters.
admin-document-cut = The title does not fit in full on the labels { $stocks }: they will have words of its beginning and its end.
admin-document-cut-open = Give a short title for labels
admin-document-concerns = Whom it concerns
admin-document-concerns-hint = One line, for example: all teachers and educators.
admin-document-applies = On whose stands
admin-document-applies-all = In all organizations
admin-document-applies-kinds = In organizations of these kinds
admin-document-applies-districts = In organizations of these districts
admin-document-applies-list = In these organizations (numbers or codes)
admin-document-successor = The document that took its place (code)
admin-document-nothing-published = Nothing is published yet. The code may be printed already.
admin-document-qr = QR code of the document
admin-document-back = Back to managing the document
admin-document-open-page = Open the page that members see
admin-document-editions = Editions
# { $date }: Form::Long.
admin-document-edition-of = Edition of { $date }
admin-document-draft = Draft
admin-document-drafts = Drafts
admin-document-draft-undated = no dates yet
admin-document-remove = Take the document back
admin-document-remove-hint = A document that was added by mistake can be taken back as long as nothing of it is published. If its code was printed, it stays.
admin-document-remove-sure = Yes, take this document back with its drafts
admin-document-remove-unsure = Nothing has changed: the tick that confirms it is missing.
admin-document-removed = The document is taken back.
admin-document-draft-deleted = The draft is deleted.
admin-document-draft-delete = Delete the draft

## Upload

admin-upload = Upload a new edition
admin-upload-title = Draft of a new edition
admin-upload-dates = Dates
admin-upload-refused = This was refused. All else is kept in the draft:
admin-upload-file-kk = Text in Kazakh
admin-upload-file-ru = Text in Russian
admin-upload-file-en = Text in English
admin-upload-files-hint = DOCX or a PDF with text reads well on a phone. Attach the signed scan separately. If there is no such file, upload a scan or photos of the pages (several at once). A file may have at most { $limit } MB.
admin-upload-authentic = Authentic (the text that was signed)
admin-upload-translation = Translation
admin-upload-authenticity = This text
admin-upload-replace = Replace by another file
admin-upload-remove = Remove the file when saving
admin-upload-attachments = Attachments
admin-upload-attachment-file = File
admin-upload-attachment-title = Title, for example: signed scan
admin-upload-attachment-date = Date of the attachment
admin-upload-attachment-add = One more attachment
attachment-role = What the file is
attachment-role-annex = annex
attachment-role-amendment = additional agreement: changes the text and is read with it
attachment-role-signed-original = signed original: anybody may open it
attachment-role-closed-original = signed original: closed, opened only here
admin-document-amend = Enter an additional agreement
admin-document-amend-hint = A new edition begins: its texts and files are those of this one, and the additional agreement is added to them. The main text does not change.
admin-document-closed-original = Open the closed original: { $title }
admin-upload-signed-on = Day of signing or adoption
admin-upload-effective-from = Applies from
admin-upload-term-end = Last day of the term
admin-upload-prolongation = After its term
admin-upload-prolongation-none = It does not apply
admin-upload-prolongation-until-replaced = It applies until a new one replaces it
# { $date }: Form::Long.
admin-upload-corrects = Corrects the edition of { $date }
admin-upload-submit = Go to the preview
admin-upload-save = Save and stay here

## Preview and publication

admin-preview = Preview
admin-preview-problems = It cannot be published yet:
admin-preview-again = Look again
admin-preview-edit = Change the draft
admin-preview-characters = { $count } characters
admin-preview-as-member = This is how a member will see it
admin-preview-now = As soon as it is published the code opens this text.
# { $date }: Form::From, { $present }: Form::Long.
admin-preview-scheduled = The code opens this text from midnight of { $date }. Until then it opens the edition of { $present }.
# { $date }: Form::From.
admin-preview-first-scheduled = There is no other text, so the code opens this one at once and says that it applies from { $date }.
# { $date }: Form::Long.
admin-preview-older = The code keeps opening the edition of { $date }: this text is older and will stand in the history only.
# { $date }: Form::Long.
admin-preview-correction = This text replaces the edition of { $date } at once.
# { $date }: Form::On.
admin-preview-term = Its term ends on { $date }.
# { $language }: admin-language-kk and its like.
admin-preview-missing-language = There is no text { $language }. Readers see the text in another language, with a notice.
admin-preview-no-text = This file has no readable text. Members are offered the file itself. Upload a DOCX if you can.
stands-of-document = Stands with this document: { $count }.
stands-keep-sheets = The sheets on stands need not be replaced.
stands-need-sheet = { $count ->
        [one] { $count } stand that hangs already has no sheet of this document yet: it and a new poster must be printed there.
       *[other] { $count } stands that hang already have no sheet of this document yet: it and a new poster must be printed there.
    }
admin-preview-personal-data = Check that the text holds no personal data (identity numbers, addresses, telephones).
admin-publish = Publish
admin-publish-warning = A published text never changes; it can only be corrected or withdrawn.
admin-published = Published.
# { $date }: Form::From.
admin-published-scheduled = Published. It applies from { $date }.

## Messages to send

message-heading = Ready message
message-copy = Copy
message-copied = Copied
message-whatsapp = Send by WhatsApp
message-new =
    A new document is published: { $title }
    { $link }
    If your stand has no sheet of it yet, print it: the page of your stand says what is needed.
message-published =
    A new text is published: { $title }
    { $link }
    This link always opens the current text. The sheet on the stand need not be replaced.
# { $date }: Form::From.
message-scheduled =
    A new text applies from { $date }: { $title }
    { $link }
message-corrected =
    The text was corrected: { $title }
    { $link }
    The link opens the right text.
message-kit =
    Dear chair, the stand kit of your organization is ready:
    { $link }
    Print it on A4 at 100 percent and hang it on the stand.
# { $date }: Form::To.
message-invitation =
    Your link to the register of the union's documents:
    { $link }
    It works once and until { $date }. Do not pass it on.

## Repairs

admin-repair = Repairs and additions
admin-repair-correct = Correct
admin-repair-correct-hint = Replaces a date, file or language with the right one. The code works without a gap.
admin-repair-late-text = Add a text in another language
admin-repair-late-attachment = Add an attachment
admin-repair-withdrawn = Withdraw
# What the code answers after a withdrawal or an erasure. { $of }: day-of, { $published } and { $from }: Form::On.
admin-withdraw-opens = After this the code opens the edition of { $of }.
admin-withdraw-opens-early = After this the code opens the edition of { $of }, which is not yet in force.
admin-withdraw-opens-same-date = After this the code opens the text of the same edition of { $of } that was published on { $published }.
admin-withdraw-nothing-left = After this there is nothing to open: the code says that the text was withdrawn, and why.
admin-withdraw-unchanged = Nothing changes for readers: the code goes on opening the edition of { $of }.
admin-withdraw-unchanged-gone = Nothing changes for readers: the code goes on saying that the text was withdrawn.
admin-withdraw-unscheduled = Nothing changes today: the code goes on opening the edition of { $of }. This edition will not take its place on { $from }.
admin-repair-done-withdrawn = The text is withdrawn.
admin-repair-erased = Erase the files
admin-repair-erased-hint = This cannot be undone. The files, the readable text and the search entry are gone for ever; the history keeps that there was a text and why it was erased.
admin-repair-erased-confirm = I understand that this cannot be undone
admin-repair-done-erased = The files are erased.
admin-repair-ended = Record the end
admin-repair-ended-on = No longer applies from
admin-repair-ended-verb = How it ended
admin-repair-ended-repealed = Lost its force
admin-repair-ended-terminated = Terminated by the parties
admin-repair-ended-invalidated = Declared invalid
admin-repair-ended-fulfilled = Fulfilled
admin-repair-renewal-proposed = Renewal proposed
admin-repair-renewal-proposed-on = Day of the proposal
admin-repair-renewal-proposed-hint = If it was proposed before the term ended, the agreement goes on until a new one is made, for at most a year (Labour Code, art. 158(2)).
admin-repair-registered = Registered
admin-repair-registered-number = Registration number
admin-repair-registered-on = Day of registration
admin-repair-submitted = Submitted for registration
admin-repair-submitted-on = Day of submission for registration
admin-repair-titles = Edit the titles
admin-repair-titles-hint = Printed sheets show the earlier title. The code works, but it is better to replace the sheet.
admin-repair-done-recorded = Recorded.

## Refused files

refusal-heading = Refused. Nothing was changed.
# { $date }: Form::Long.
refusal-file-same-bytes = The very same file “{ $file }” already stands in the edition of { $date }. Choose the file of the new text or correct that edition.
refusal-file-missing = Choose the file of the text in at least one language.
refusal-file-not-chosen = Choose a file.
refusal-file-empty = The file “{ $file }” is empty. Open it, save it again and upload it once more.
refusal-file-too-large = The file “{ $file }” is larger than { $limit } MB. Scan at a lower quality or upload the annexes separately.
refusal-file-type = The file “{ $file }” is of a kind that is not accepted. Accepted are DOCX, PDF, JPEG, PNG, ODT, RTF, DOC.
refusal-file-workbook = The file “{ $file }” is a table of Excel. Copy the table into a Word document and save it as DOCX, or print it to PDF and upload that.
refusal-file-slides = The file “{ $file }” is a presentation. Save it as PDF and upload that.
refusal-file-web-page = The file “{ $file }” is a web page under the name of a document. Open it in Word, save it as DOCX and upload that.
refusal-file-heic = The file “{ $file }” is a photo in HEIC. Save it as JPG (on an iPhone: Settings, Camera, Formats, Most Compatible) or make one PDF of all photos, and upload that. Where the server has the program heif-convert, HEIC is taken as it is.
refusal-file-tiff = The file “{ $file }” is a scan in TIFF. Save it as one PDF and upload that.
refusal-file-picture = The file “{ $file }” is a picture of a kind that is not accepted. Save it as JPG or PDF and upload that.
refusal-file-djvu = The file “{ $file }” is a scan in DJVU. Print it to PDF and upload that; better still, upload the text as DOCX.
refusal-file-pictures = The file “{ $file }” is an archive of pictures. Make one PDF of them in the right order and upload that, or upload a picture of its own.
refusal-file-archive = The file “{ $file }” is an archive. Unpack it and upload the document itself: DOCX or PDF.
refusal-file-damaged = The file “{ $file }” is damaged and cannot be read. Open it and save it again; if it is a photo, take it again.
refusal-file-password = The file “{ $file }” is protected with a password. Remove the protection and upload it again.
refusal-file-unpacks-too-large = Unpacked, the file “{ $file }” is larger than { $limit } MB. Make the pictures in it smaller or save it as PDF.
refusal-file-takes-too-long = The file “{ $file }” could not be read in { $seconds } seconds. Save it again in Word or upload it as another kind.
refusal-file-too-many-entries = The file “{ $file }” holds more than { $limit } parts. Save it as PDF and upload it again.
refusal-file-too-many-elements = The file “{ $file }” is too complex: more than { $limit } elements in one part. Save it as PDF and upload it again.
refusal-file-too-many-blocks = The file “{ $file }” has more than { $limit } paragraphs. Divide it into several documents.
refusal-file-too-many-pages = The file “{ $file }” has more than { $limit } pages. Divide it into several documents.
refusal-file-too-many-characters = The file “{ $file }” has more than { $limit } characters. Divide it into several documents.
refusal-file-too-many-operations = The drawings in the file “{ $file }” are too complex (the limit is { $limit } operations). Save it as PDF anew.
refusal-file-too-deep = The parts of the file “{ $file }” are nested deeper than { $limit } levels. Open it in Word and save it again.
refusal-file-doctype = The file “{ $file }” was not made by an ordinary office program and may be dangerous. Open it in Word and save it again.
refusal-attachments-too-many = Too many attachments: at most { $limit }.
refusal-attachment-file = Choose the file of the attachment “{ $title }”.
refusal-language-there = This edition already has a text in that language. To replace it, correct the edition.

## Refused dates

refusal-date-format = “{ $value }” is not a date. Write it like this: 01.09.2026.
refusal-date-effective-from-missing = Give the day from which it applies.
refusal-date-signed-on-missing = Give the day of signing or adoption.
refusal-date-term-end-missing = Give the last day of the term: agreements are made for a term.
refusal-date-ends-before-it-begins = The last day of the term is before the day from which it applies. Check both dates.
refusal-date-signed-after-the-end = The day of signing is after the last day of the term. Check both dates.
# { $latest }: Form::Short.
refusal-date-term-too-long = An agreement is made for at most { $years } years (Labour Code, art. 150(4)). The latest last day of the term is { $latest }.
refusal-date-out-of-range = { $date }: the year looks mistyped.

## Refused publications and facts

refusal-second-collective-agreement = This organization already has a collective agreement: { $code }. Instead of a new document publish the next edition of that one: the printed code survives.
refusal-organization-unknown = The organization “{ $organization }” was not found. Check its number or code.
refusal-document-unknown = No document has the code { $code }. Check the code.
refusal-changed-since-preview = The document or the draft has changed since the preview. The draft is kept: look again and publish.
refusal-corrected-already = This edition cannot be corrected: it was corrected or withdrawn already. Correct the present one, or upload the text as a new edition.
refusal-withdrawn-already = This edition is withdrawn already.
refusal-version-unknown = There is no such edition. Choose one from the list on the document's page.
refusal-draft-unknown = This draft was published or deleted already.
refusal-number-taken = The number { $number } belongs to another organization. Give another.
refusal-number-looks-taken = The number { $number } looks like { $taken }, which belongs to another organization. Give another.
refusal-letters-not-printable = “{ $field }”: these letters cannot be printed: { $letters }. Write it without them.
refusal-name-later = The day from which the new name applies has not come yet. Enter the name on that day.
refusal-dissolved-already = This organization is dissolved already.
refusal-name-missing = Give the organization's name.
refusal-title-missing = Give the title.
refusal-number-missing = Give the number.
refusal-kind-missing = Choose the kind.
refusal-day-missing = Give the day.
refusal-phone-missing = Give a telephone or WhatsApp number.
refusal-reason-missing = Give the reason: it is shown on the page.
refusal-choice-missing = Choose at least one.
refusal-erase-unconfirmed = The files are not erased: tick that you understand that it cannot be undone.
refusal-text-too-long = “{ $field }” is too long: at most { $limit } characters.
refusal-consent-missing = A contact cannot be published without the person's consent.
refusal-phone = “{ $value }” is not a telephone number. Write it like this: +7 701 000 00 00.

## Refused tables

refusal-csv-not-utf8 = The file is not in UTF-8: in other encodings Kazakh letters can be lost. In Excel save it as “CSV UTF-8” or as “Excel Workbook (.xlsx)”.
refusal-csv-old-workbook = The file is a workbook of an older Excel or of another program. Save it as “Excel Workbook (.xlsx)” or “CSV UTF-8”.
refusal-csv-bad-workbook = The Excel workbook is damaged or has a password. Open it in Excel and save it again as “Excel Workbook (.xlsx)” without a password.
refusal-csv-too-large = The table is too large. Keep the first sheet with the columns of the organizations alone.
refusal-csv-quote-open = Line { $line }: a quotation mark " is opened and never closed. Close it, or write « ».
refusal-csv-quote-stray = Line { $line }: a quotation mark " stands inside a field. Write « », or double it ("") and put the whole field in quotation marks.
refusal-csv-letters = Line { $line }: these letters cannot be printed: { $letters }. Write the name without them.
refusal-csv-number-is-day = Line { $line }: Excel has made a date of the number. Set the format of the column to “Text” and type the number again.
refusal-csv-number-too-long = Line { $line }: the number is too long, at most { $limit } characters.
refusal-csv-district-too-long = Line { $line }: the district is too long, at most { $limit } characters.
refusal-csv-union = Line { $line }: this is the number of the union itself. The table has its organizations only.
refusal-csv-number-twice-alike = Line { $line }: the number { $number } looks like { $other } in line { $first }. Write the numbers with the same letters, each organization once.
refusal-csv-number-looks-taken = Line { $line }: the number { $number } looks like { $taken }, which is in the register. If it is the same organization, write { $taken }; if not, give another number.
refusal-csv-empty = There is no organization in the file.
refusal-csv-column-missing = The column { $column } is missing. The first line must have the columns { $columns }
refusal-csv-line-fields = Line { $line }: there are more columns than in the first line. Check the separators and quotation marks.
refusal-csv-question-mark = Line { $line }: the name contains “?”; Kazakh letters seem to be lost. In Excel save the table again as “CSV UTF-8”.
refusal-csv-rows-too-many = The file has too many lines: at most { $limit }.
refusal-csv-kind-letters = Line { $line }: a kind is written in Latin letters and hyphens, for example school-lyceum.
refusal-csv-day = Line { $line }: the day is written wrongly. Write it like this: 01.09.2026.
refusal-csv-number-twice = Line { $line }: this number already stands in line { $first }. Each organization needs its own.
refusal-csv-number-empty = Line { $line }: the number is empty.
refusal-csv-name-empty = Line { $line }: there is no name in the column { $column }.
refusal-csv-name-too-long = Line { $line }: the name is too long, at most { $limit } characters.

## Refused hosts

refusal-host-not-https = { $host } is not on https. A permanent address must be.

## Refused people

refusal-sign-in = Wrong login or password.
refusal-too-many-attempts = Too many attempts. Try again in { $minutes } min.
refusal-busy = Too many people are signing in at this moment. Try again in { $seconds } s.
refusal-password-too-short = The password is too short: at least { $length } characters.
refusal-password-too-long = The password is too long: { $length } characters at most.
refusal-password-easy = This password would be guessed soon. Take several words that do not belong together.
refusal-password-differs = The two passwords differ.
refusal-password-wrong = The present password is wrong.
refusal-login-missing = Give a login.
refusal-login-taken = This login is taken. Choose another.
refusal-not-allowed = You may not do this. Ask the administrator.
refusal-signed-out = The session has ended. Sign in again.

## What fields are called in refusals

refusal-not-possible = An organization cannot be merged into itself, and the union itself cannot be dissolved.
refusal-own-successor = A document cannot take its own place. Choose another one, or none.
refusal-still-reading = The files are still being read. Wait until the page says that every file was checked, then publish.
refusal-union-is-one = The union itself stays the union, and no other organization becomes it.
refusal-not-removable = This document stays: it was published, its code was printed, or another document refers to it. A published edition can be withdrawn.
refusal-invitation = This invitation was used or has expired. Ask the administrator for a new one.
field-reason = Reason
field-name = Name
field-title = Title
field-short-title = Short title
field-number = Number
field-kind = Kind
field-day = Date
field-phone = Telephone
field-choice = Choice
