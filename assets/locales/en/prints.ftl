# Getting prints: the kit's page, what may be chosen, many kits at once, why something is not printed.

## Codes as files.

qr-files = QR code as a file:
qr-files-trial = The address of the site is not confirmed yet: do not print this code for now.

## The page of a kit.

kit-title = Stand kit
kit-open = Look at the pages and choose another kit
kit-download = Download the kit (PDF)
kit-pages = { $count ->
        [one] { $count } page
       *[other] { $count } pages
    }
kit-paper = { $size } paper – { $count } { $count ->
        [one] sheet
       *[other] sheets
    }
kit-labels = { $stock } label sheets – { $count }
kit-one-side = Print on one side.
kit-usual = Back to the usual kit
kit-step-print = Download the file and print it at 100 % (“actual size”), without “fit to page”. A black and white printer will do.
kit-step-stickers = Print on plain paper first and hold it against the sheet of labels.
kit-step-sign = Everybody who has read the document signs the sheet.
kit-step-hang = Hang the sheets at a height of 140–170 cm, not opposite a window or a lamp.
kit-step-check = Open each code with a phone: the document must open.
kit-inside = What is in the file
kit-purpose-guide = For you: how to print and hang it. It does not hang on the stand.
kit-purpose-poster = All codes of the stand together.
kit-purpose-sheets = A sheet for each document. The large code is read from three metres.
kit-purpose-stickers = Codes on labels: for a folder, a door, a notice board.
kit-purpose-acquaintance = A table for signatures: who has read the document.
kit-purpose-ruler = Shows whether the printer keeps the size. It does not hang on the stand.
kit-wall = This is how the sheets look from far away, side by side on a wall:
kit-previews = How the pages look
kit-page = Page { $number }: { $name }
kit-pages-all = Show all pages ({ $count })
kit-other = Choose another kit
kit-show = Show this kit
kit-address = A link to this kit, which can be sent:
kit-specimen = This is a trial: every page says ҮЛГІ or ОБРАЗЕЦ (specimen). The address { $host } is not confirmed as permanent yet, and its codes may stop opening later. Do not hang these sheets on a stand. The union’s administrator confirms the address.
kit-idle = Changes nothing in this kit: { $choices }.
kit-left-out = Not printed, because their text is not published yet: { $documents }. To print them all the same choose “{ $answer }”.
kit-specimen-short = The pages say ҮЛГІ or ОБРАЗЕЦ (specimen): the address of the site is not confirmed yet, do not hang them.
kit-refused = This cannot be printed

## What may be chosen. Each name is the question, each value the answer.

choice-refused = { $name }: there is no “{ $value }”. There is: { $possible }.
choice-nothing = Tick what to print.
choice-start-possible = 1 to { $most }
choice-documents-possible = codes of documents, such as 7K3M9Q3
choice-parts = What to print
choice-parts-guide = Guide for the chair
choice-parts-poster = Poster
choice-parts-sheets = Sheets of documents
choice-parts-stickers = Stickers
choice-parts-acquaintance = Acquaintance sheet
choice-parts-ruler = Test sheet for the printer
choice-paper = Paper
choice-paper-a4 = Everything on A4
choice-paper-a3 = Poster on A3, the rest on A4
choice-paper-a4x2 = Large poster on two sheets of A4
choice-paper-a5 = Sheets of A5, two on an A4 (for pockets)
choice-stock = Which labels
choice-stock-hint = Only if you print stickers. The name stands on the pack.
choice-stock-l7160 = L7160: 21 a sheet, 63.5 × 38.1 mm
choice-stock-l7165 = L7165: 8 a sheet, 99.1 × 67.7 mm
choice-stock-70x37 = 70 × 37 mm: 24 a sheet
choice-stock-105x74 = 105 × 74 mm: 8 a sheet
choice-start = The label to begin with
choice-start-hint = If a part of the sheet is used already. Count from left to right and from top to bottom; on a whole sheet it is 1.
choice-right = Move the labels to the right, mm
choice-right-hint = If a code is near the edge of its label. To move them to the left, put a minus: -1.5.
choice-down = Move the labels down, mm
choice-down-hint = To move them up, put a minus. The test sheet for the printer shows how far.
choice-shift-possible = millimetres from -{ $most } to { $most }, such as 1.5
choice-level = Where it will hang
choice-level-q = Indoors: the code is read from afar
choice-level-h = On a door or outdoors: the code is finer, but survives more damage
choice-languages = Languages
choice-languages-kk-ru = Kazakh and Russian
choice-languages-kk-ru-en = Kazakh, Russian and English
choice-look = Look
choice-look-plain = Plain: saves toner
choice-look-banner = With a band in the union’s colour
choice-look-gallery = Much white, and an ornament
choice-edge = Where you print
choice-edge-office = On your own printer
choice-edge-bleed = In a print shop: with 3 mm of bleed and cut marks
choice-documents = Which documents
choice-documents-hint = For sheets and stickers. The poster always shows the whole stand.
choice-clauses = Labels for articles and points
choice-clauses-hint = Labels are made for these places instead of whole documents.
choice-clauses-possible = code of a document with an article or point, such as 7K3M9Q3-P5.2
choice-bundle = How to get it
choice-occasion = What you print for
choice-occasion-new = A new stand: whatever hung there comes down
choice-occasion-reprint = Outdated sheets are replaced: the rest stays on the wall
choice-pending = Documents that are not published yet
choice-pending-no = Do not print
choice-pending-yes = Print: the code will open the text once there is one

## Why something is not printed.

print-host-too-long = The address { $host } is too long for a printed code: at most { $limit } characters fit. A shorter address of the site is needed.
print-host-too-long-h = The address { $host } is too long for an outdoor code: at most { $limit } characters fit. Choose the code for indoors.
print-title-too-long = The title does not fit on a sheet even in the smallest letters: { $name } ({ $code }). Shorten the title of the document.
print-labels-alike = The labels of the documents { $code } and { $other } read alike. One of them needs another title, or a short title for labels, which the administrator gives on the document’s page.
print-no-document = There is no document with the code { $code } on this stand.
print-no-clause = The present text of “{ $name }” ({ $code }) has no such place: { $number }.
print-nothing = There is nothing to print: the chosen documents have no published text yet. Their sheets can be printed beforehand: choose “Print: the code will open the text once there is one”.
print-not-in-kazakh = There is no Kazakh name: { $name } ({ $code }). On sheets for a stand the name stands in Kazakh first (Law “On Languages”, article 21). The administrator has to enter the Kazakh name.
print-no-letters = The name has signs that the printing font lacks: { $letters } – { $name } ({ $code }). The administrator has to take them out of the name.
print-unreadable = The code { $code } did not pass the print proof: { $name }. Nothing was printed. Tell the administrator.
print-failed = The file could not be put together. Nothing was printed. Tell the administrator.

## Many kits at once.

prints-title = Printing
prints-lead = The kits of many stands in one file, by district and number, ready for delivery.
prints-district = District
prints-district-all = All districts
prints-kind = Kind of organizations
prints-kind-all = All kinds
prints-bundle = How to get it
prints-bundle-zip = ZIP archive: a PDF for each organization, in folders by district
prints-bundle-pdf = One PDF with a table of contents
prints-choices = What to print, and how
prints-count = Count
prints-counted = Kits: { $kits }. Pages: { $pages }.
prints-none = There are no such organizations.
prints-nothing = Nothing can be printed: every kit is refused. The reasons are given.
prints-possible = Districts: { $districts }. Kinds: { $kinds }.
prints-out = { $name }: a file must be .pdf or .zip. To get each kit apart, name a folder that exists.
prints-prepare = Go on to printing
prints-job = Printing: { $count } kits
prints-download = Download the file
prints-download-again = Download once more
prints-progress = { $done } of { $total }
prints-waiting = Press “Download the file”. The kits are put together while the file is downloaded.
prints-running = The file is being printed and downloaded. Do not close the browser.
prints-done = Done: the whole file was handed over.
prints-stopped = Printing was stopped. The file is incomplete: delete it.
prints-broken = The download broke off. The file is incomplete: delete it and download once more.
prints-busy = This file is being printed already, or two others are. Wait, or stop one of them.
prints-cancel = Stop
prints-refresh = Refresh
prints-again = Print something else
prints-interrupted = Stopped. Finished files are whole, and no incomplete one is left.
prints-file = Stand kits: { $count }
prints-not-printed = Not printed
