# Public pages.

## The layout of every page.

language-own-name = English
language-switch = Language
skip-to-content = Skip to the content
footer-safe = No registration. We ask for neither money nor personal data
footer-start = Start page
footer-help = Help

## Names, days, files.

title-of-untitled = { $kind }: { $owner }
day-of = { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }
edition-of = Edition of { $of }
file-type-and-size = { $type }, { $size }
size-kilobytes = { $whole } KB
size-megabytes = { $tenth ->
        [0] { $whole } MB
       *[other] { $whole }.{ $tenth } MB
    }
file-original = Original file ({ $lang ->
        [kk] in Kazakh
        [ru] in Russian
       *[en] in English
    })

## How an edition stands.

status-in-force = In force since { $since }
# { $on }: Form::Long.
status-last-day = Last day of the term: { $on }
status-not-yet = Not in force yet. It will apply from { $from }
status-prolonged-until = The term has ended, but it applies until a new one is made, { $until } at the latest
status-prolonged = The term has ended, but it applies until a new one is made
status-term-ended = The term ended on { $end }. Ask the chair about a new text
status-ended = No longer in force since { $on }: { $verb ->
        [repealed] repealed
        [terminated] terminated
        [invalidated] declared invalid
       *[fulfilled] fulfilled
    }
status-superseded = This is an earlier edition.
status-corrected = This edition had a mistake. The corrected text was published on { $on }.
# { $on }: Form::On.
status-correction-withdrawn = This edition had a mistake. The corrected text was published on { $on } and withdrawn later.
status-withdrawn = This text was withdrawn. Reason: { $reason } ({ $on })
status-withdrawn-short = The text was withdrawn
status-erased = This text was erased. Reason: { $reason } ({ $on })
status-nothing-yet = The document is not published yet. Ask the chair of the trade union
status-nothing-yet-short = Not published yet
text-of-day = The text as of { $of }.
open-present = Open the present text
open-present-edition = Open the present one
open-correction = Open the corrected text
language-missing = There is no English text yet. Below is the { $below ->
        [kk] Kazakh
        [ru] Russian
       *[en] English
    } text.
language-last = The last English text is the edition of { $of }, no longer current
document-succeeded = Another document has taken the place of this one:

## The stand whose code was scanned.

place-unknown = No organization has the code in this address. The document is shown all the same.
place-elsewhere = This document does not belong on the stand of: { $organization }.
place-dissolved = This organization does not exist any more: { $organization }.
place-merged = This organization became part of another: { $organization }. Now it is:

## The page of a document.

requisites = Dates and registration
requisite-signed = Signed on
requisite-term-end = Term ends on
requisite-registered = Registration
requisite-text = Text
requisite-concerns = Whom it concerns
requisite-original-checksum = SHA-256 checksum of the signed original
number-and-day = No. { $number }, { $on }
text-is-translation = translation
text-is-public-copy = public copy; the signed original is among the files below: "{ $title }"
text-is-copy-of-closed = public copy; the signed original ("{ $title }") is kept and not given out
contents = Contents
scan-without-text = This file has no text to read on the screen. Open the original file.
unread-pages = The words of some pages were not read, they are shown as pictures: { $pages } (pages in all: { $of }).
unread-pictures = This may not be the whole text: the file has pictures ({ $count }), and their words are not shown here. The original file has all of it.
unread-recognised = A machine recognised the text (pages: { $pages }): there may be mistakes. If in doubt, open the original file.
unread-poor = The words that the scanner recognised have very many mistakes (pages: { $pages }). Look at the pictures of the pages, or open the original file.
unread-parts = This is not the whole text: a part of the file was not read. The original file has all of it.
unread-form = This file is a form that phones do not open. Open the original file on a computer.
amended = This text has been amended: { $title }. Each place that is changed says so.
amended-at-the-end = Another document amends this text: { $title }. It stands at the end of the text.
amended-unread = Another document amends this text: { $title }. Its words cannot be read here; open the file.
amended-open = Read the changes
amended-unread-open = Open the file
amended-by = Amended: { $title }
picture-notice = There is a picture here. The original file shows it.
scanned-page = Page { $page } of { $of }
scanned-page-open = { $page }: show the picture
unread-pages-open = Go to the pages that are pictures
scan-in-pictures = This document was scanned: its pages are shown below as pictures.
table-label = Table
notes = Notes
note-number = Note { $number }
note-back = Back to the text from note { $number }
raised-words = raised
lowered-words = lowered
struck-words = struck out:
struck-words-end = (end of what is struck out)
files-title = Files
more-title = More
open-history = All editions and history
open-shelf = All documents of the stand
open-sheet = Sheet with the QR code for the stand (PDF)
share-whatsapp = Share on WhatsApp
address-of-text = Permanent address of the present text:

## Whom to ask.

contact-title = Whom to ask
contact-room = Room { $room }
contact-call = Call
contact-whatsapp = Write on WhatsApp
contact-confirmed = Contact confirmed: { $on }
contact-missing = No telephone number is given yet. Ask the chair of the trade union.
contact-message = Hello! I have a question about this document: { $title } { $address }
contact-message-shelf = Hello! I have a question about the documents of the trade union: { $organization } { $address }

## The history of a document.

history-of = { $title }: editions and history
history-title = Editions and history
history-promise = Every published edition stays here, corrected and withdrawn ones too.
event-published = Published in the register
event-published-correction = Published in the register. It corrects the text published on { $on }
event-corrected = A corrected text was published
event-signed = Signed
event-registered = Registered under No. { $number } on { $on }
event-submitted = Submitted for registration on { $on }
event-renewal-proposed = Renewal was proposed on { $on }
event-late-text = The { $lang ->
        [kk] Kazakh
        [ru] Russian
       *[en] English
    } text was added
event-late-attachment = A file was added: { $title }
event-withdrawn = The text was withdrawn. Reason: { $reason }
event-erased = The files were erased. Reason: { $reason }
event-body-remade = The { $lang ->
        [kk] Kazakh
        [ru] Russian
       *[en] English
    } text on the screen was improved; the file is the same

## The shelf of an organization.

city-wide-documents = Documents for all
shelf-own = Documents of this organization
shelf-kit = Download the stand kit (PDF)
shelf-kit-hint = QR codes of all documents. Print them and pin them up.
shelf-empty = There are no documents on this stand yet. Ask the chair of the trade union.
shelf-merged = This organization became part of another. Now it is:
shelf-dissolved = This organization does not exist any more. Its documents are kept.
shelf-code = Code of the organization: { $code }

## Start and search.

start-title = Documents of the trade union
start-lead = The present texts of the documents on the stand of the trade union.
start-empty = There are no documents yet.
start-help = How to read the QR code, how to print the stand: help
search-title = Search
search-button = Search
search-found = { $count ->
        [one] { $count } result
       *[other] { $count } results
    }
search-nothing = Nothing found: { $query }
search-advice-spelling = Check the spelling, or type only the beginning of the word.
search-advice-number = Look for a school by its number, for example: 54.
search-advice-code = A code has seven characters, for example: 7K3-M9Q3. It stands beside the QR code on the sheet.
search-organizations = Organizations
search-documents = Documents
organization-dissolved = Does not exist any more

## The organizations by their districts.

districts-title = Organizations by district
districts-lead = Choose the district and find your school in the list.
districts-counted = { $district } ({ $count })
districts-all = All districts
districts-none = No district given

## The frame of the help.

help-title = Help
help-for-member = For members
help-for-chair = For chairs
help-for-admin = For administrators
