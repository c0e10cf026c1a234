# Printed matter: what hangs on a wall, and the guide for the chair.
stand-file-kit = Stand kit: { $name }
stand-call-word = Read
stand-call = To read it, point your phone’s camera at the code (not a bank app)
stand-current = This code always opens the current text
stand-safe = No registration. We ask for neither money nor personal data
stand-opens-at = The page opens at { $host }
stand-concerns = Whom it concerns: { $whom }
stand-printed = Printed on { $day }. If the text changes, there is no need to replace this sheet
stand-edition = Edition of that day: from { $day }
stand-check = check line
# What somebody hears who cannot see a code.
stand-code-of = QR code: { $title }. Address: { $address }
stand-specimen = SPECIMEN

stand-poster = Documents on the stand
stand-shelf = All documents of this stand

stand-guide = How to set up the stand
stand-guide-contents = In this file: this guide, the poster – { $poster } p., the sheets of documents – { $sheets } p.
stand-guide-remove = Take down earlier sheets with QR codes.
stand-guide-paper = Print on matt A4 paper at 100 % (actual size), without “fit to page”. No colour printer is needed.
stand-guide-height = Hang them 140–170 cm above the floor.
stand-guide-pocket = A plastic pocket is fine. There must be no lamp or window opposite: a code with a glare cannot be read.
stand-guide-check = Check each code with a phone: first on mobile data, then on the organization’s Wi-Fi.
stand-guide-keep = When the text changes, leave the sheet: the same code opens the new text. A sheet is outdated only when a name printed on it has changed, and even then the old code works.
stand-guide-unpublished = Not published yet, therefore without a sheet
stand-guide-director = To the director
stand-guide-director-text = The codes on the sheets open the texts of the union’s documents at { $host }. The site asks for no registration, collects no personal data and asks for no money. Responsible for the documents and the site: { $union }.
