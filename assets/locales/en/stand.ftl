# Printed matter: what hangs on a wall, and the guide for the chair.
stand-file-kit = Stand kit: { $name }
stand-call-word = Read
stand-call = To read it, point your phone’s camera at the code (not a bank app)
stand-camera = With the phone’s camera, not a bank app
stand-never = We never ask for money, SMS codes or cards
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
stand-guide-contents = In this file: { $parts }
stand-guide-part-guide = this guide
stand-guide-part-poster = the poster – { $pages } p.
stand-guide-part-sheets = the sheets of documents – { $pages } p.
stand-guide-part-stickers = stickers – { $pages } p.
stand-guide-part-acquaintance = acquaintance sheets – { $pages } p.
stand-guide-part-ruler = test sheet – { $pages } p.
stand-guide-empty = There is no document for this stand yet, therefore this file has no sheets of documents.
stand-guide-ask = About the documents, ask here: { $union }.
# In bold, where only some sheets are printed again.
stand-guide-old-codes = The old codes keep working: the sheets on the wall open the current text as well.
stand-guide-remove = Take down earlier sheets with QR codes.
stand-guide-remove-these = Take down only the old sheets that the sheets in this file replace. Leave the others.
stand-guide-paper = Print on one side of matt A4 paper at 100 % (actual size), without “fit to page”. No colour printer is needed.
stand-guide-print-shop = This file is for a print shop: the colour runs 3 mm over the edge, and there are cut marks. To be printed on matt paper at 100 %.
stand-guide-print-shop-plain = This file is for a print shop and has cut marks. To be printed on matt paper at 100 %.
stand-guide-a3 = Print the poster on A3 paper at 100 %. Where there is no A3 printer, a copy shop does it.
stand-guide-a4x2 = The poster is made of two A4 sheets: trim the edge of one along the marks and glue it onto the other.
stand-guide-a5 = Cut the sheets along the line in the middle.
stand-guide-stickers = The stickers are for { $stock } labels, from label { $start } on. Print on plain paper first and compare it with the sheet of labels.
stand-guide-acquaintance = Everybody signs the acquaintance sheet after reading the document.
stand-guide-height = Hang them 140–170 cm above the floor.
stand-guide-pocket = A plastic pocket is fine. There must be no lamp or window opposite: a code with a glare cannot be read.
stand-guide-check = Check each code with a phone: first on mobile data, then on the organization’s Wi-Fi.
stand-guide-keep = When the text changes, leave the sheet: the same code opens the new text. A sheet is outdated only when a name printed on it has changed, and even then the old code works.
stand-guide-unpublished = Not published yet, therefore without a sheet
stand-guide-director = To the director
stand-guide-director-text = The codes on the sheets open the texts of the union’s documents at { $host }. The site asks for no registration, collects no personal data and asks for no money.
stand-guide-responsible = Responsible for the documents and the site: { $union }.
stand-centimetres = cm

stand-acquaintance = Acquaintance sheet
stand-ruler = Testing the printer
stand-ruler-text = Measure with a ruler: both lines must be exactly 100 mm long. If they are not, choose 100 % (“actual size”) in the printing dialogue and print again. Do not hang this sheet.
stand-ruler-labels-text = Print the next sheet on plain paper, lay it on a sheet of labels and hold both against the light. If the frames do not lie on the edges of the labels, measure by how many millimetres, and enter that on the page where the kit is chosen.
stand-ruler-labels = Where the labels lie
stand-signed-edition = Edition in force from { $day }
stand-signed-proves = Who opened a code is not recorded, therefore opening it proves nothing. A signature confirms that somebody has read the document.
stand-signed-number = №
stand-signed-name = Full name
stand-signed-position = Position
stand-signed-date = Date
stand-signed-signature = Signature
