# Help for members, chairs and administrators.

## Members

help-member-1-title = How to scan a code
help-member-1-text = Open your phone's camera and point it at the code on the stand. When a link appears, tap it. Do not use a bank app: it may take the code for a payment and show an error. If the camera does not see the code, type the address printed on the sheet into the browser.
help-member-2-title = What opens
help-member-2-text = The code always opens the current text of the document. Above the text it says from which day it applies. If its term has ended or the text was withdrawn, the same place says so.
help-member-3-title = How to change the language
help-member-3-text = Tap “Қазақша”, “Русский” or “English” at the top of the page. You stay at the same place in the text. If the document is not yet there in your language, the page says so and shows the text that exists.
help-member-4-title = How to find the right place
help-member-4-text = Tap one of the topics above the text: leave, pay, allowances. Or open the line “Search” and type a word or two in the language of the text. The word is found in any form and with a small mistake. If this text does not have it, a link there searches all documents of the organization.
help-member-5-title = How to find your way in a long text
help-member-5-text = Open the line “Contents” and tap the article you want. As you move down, a line at the top of the screen shows which article you are in. Tap it to return to the contents.
help-member-6-title = Read both languages at once
help-member-6-text = After the text, under “More”, tap “In Kazakh and Russian side by side”. On a phone the Kazakh and the Russian article stand one below the other, on a computer beside each other. Both texts must have been published.
help-member-7-title = What has changed
help-member-7-text = When a document was renewed, the changed articles are marked in the contents. After the text, under “More”, a link compares the editions: added words are underlined, removed ones struck through. All earlier texts are on the page “All editions and history”.
help-member-8-title = Send one article, or ask about it
help-member-8-text = Tap the heading of the article. In the window that opens choose WhatsApp, Telegram or “Copy the link”: the link opens this very article. There you can also write to the chair, if a WhatsApp number is given: the message already names the document and the article.
help-member-9-title = Read without internet
help-member-9-text = A page that you have opened once is kept on the phone and opens without internet. It then says that it is a saved copy, and of which day. With internet the current text always opens.
help-member-10-title = An icon on the phone's home screen
help-member-10-text = On Android open Chrome's menu (three dots) and choose “Add to Home screen”. On an iPhone tap the share icon, then “Add to Home Screen”. Nothing has to be downloaded from a store.
help-member-11-title = Print the text
help-member-11-text = After the text, under “More”, choose “Print the text” or “Print the text in large type”. Each sheet carries the document's address, the date and a QR code, which opens the current text later too.
help-member-12-title = How to hear of news
help-member-12-text = Add the address of a document's or an organization's page to an app that reads feeds (RSS, Atom). It tells you when a new edition comes out. The feed of all documents: the site's address followed by /feed.atom.
help-member-13-title = When your school is not named
help-member-13-text = The text opens all the same and you can read it. The code may come from another stand, or the organization no longer exists. Tell the chair of your union organization, who will hang the right sheet.
help-member-14-title = When a code is mistyped
help-member-14-text = A code has seven characters, for example 7K3-M9Q3. You need not type the hyphen or capitals. If the page says that the code looks mistyped, compare it with the sheet once more.
help-member-15-title = Whom to ask
help-member-15-text = If you have a question about a text, ask the chair of the union in your organization. The contact stands at the foot of the document's page and on the organization's page. If there is none, the city union's contact is shown.
help-member-16-title = Are personal data needed
help-member-16-text = There is no registration. We ask for neither money nor personal data. Nobody records who reads: only the number of openings is counted. If a page asks for money or a password, it is not ours: close it and tell the chair.

## Chairs

help-picture-kit = Pages of a kit: guide, poster, sheet of a document, stickers, acquaintance sheet
help-chair-1-title = Open your school's page
help-chair-1-text = On the front page type the school's name or number and choose it from the list. The organization's page shows every document of its stand. You need not sign in for this.
help-chair-2-title = Download the stand kit
help-chair-2-text = On the organization’s page press the big button: a single PDF file is downloaded. To see the pages first, follow the link below it. It has a guide, a poster and a sheet for each document. Documents without a published text are left out and named in the guide.
help-chair-3-title = Print
help-chair-3-text = Print on A4 at 100 percent, without fitting to the page. An ordinary black and white printer is enough; matt paper is best. If the sheets say ҮЛГІ or ОБРАЗЕЦ (specimen), do not hang them: the administrator has not yet confirmed the site's address.
help-chair-4-title = Other sizes and stickers
help-chair-4-text = On the page of the kit open “Choose another kit”. There is a poster on A3 or glued from two A4, sheets of A5 for clear pockets, stickers, an acquaintance sheet and a file for a print shop. For a door or outdoors choose “On a door or outdoors”: such a code withstands dirt and scratches. Your choice stays in the address of the page, so the link can be sent to a colleague.
help-chair-5-title = Acquaintance sheet
help-chair-5-text = That a code was scanned does not prove that a person has read the document: the page knows no names. Where proof is needed, print the acquaintance sheet and collect signatures.
help-chair-6-title = Hang the sheets
help-chair-6-text = First take down earlier sheets with QR codes. Hang the codes 140–170 cm above the floor. A clear plastic pocket is fine, but there must be no lamp or window opposite.
help-chair-7-title = Check the codes
help-chair-7-text = Check every code with a phone: once on mobile data and once on the school's Wi-Fi. The document and the school named on the page must be those on the sheet. If the page does not open on the school's Wi-Fi, tell the administrator.
help-chair-8-title = Say that the stand hangs
help-chair-8-text = Sign in and press “We hung the stand today” on your organization’s page. From then on the page says which sheet is outdated and why: a title or name has changed, a document was added, or the site has another address. There you can print only the changed sheets. The old codes keep working.
help-chair-9-title = Check the stand with a phone
help-chair-9-text = Sign in on the phone, on the page “Check the stand” press “Begin the check” and scan the codes one after the other. The page ticks each sheet and names missing, old and foreign codes. The check is kept with its date.
help-chair-10-title = When to print again
help-chair-10-text = When the text changes the sheet need not be replaced: the code opens the new text. Print a sheet again only when the document's title, the organization's name or the site's address has changed. The old codes keep working all the same.
help-chair-11-title = Change the contact
help-chair-11-text = Sign in with the administrator's invitation and enter the name, phone, WhatsApp number and room on your organization's page. A contact is published only with that person's consent and can be erased at any time. When the chair changes, replace the old contact at once.
help-chair-12-title = Share by WhatsApp
help-chair-12-text = On the document's page press “Share on WhatsApp” and choose the group. The link always opens the current text, so send the link rather than the file: a file grows old.
help-chair-13-title = The documents on the school's web site
help-chair-13-text = Ask the administrator for the lines under “For your own site” on your organization's page and put them into a page of the school's site. The list of the stand's documents appears there and keeps itself up to date.

## Administrators

help-admin-1-title = Signing in for the first time
help-admin-1-text = When it starts for the first time the program gives a one-time link. Open it in a browser and set a login and a password of at least 12 characters. The link works only once. If it is lost, get a new one with a command on the server.
help-admin-2-title = Import schools from a table
help-admin-2-text = Save the Excel table as “CSV UTF-8”. The first line must hold the column names: number,name_kk,name_ru,kind,district. Make a dry run first: the page shows what will be added and changed and saves nothing. Organizations are matched by number, so an organization with the same number keeps its code.
help-admin-3-title = Create a document
help-admin-3-text = Give the document's owner, kind and titles. For a city-wide document choose to whom it applies: to all, to kinds of organizations, to districts or to a list. The code is there at once, so a stand can be printed before the text exists. An organization has one collective-agreement document: a new agreement is its next edition.
help-admin-4-title = Upload and publish a text
help-admin-4-text = Upload the files in Kazakh, Russian and, where needed, English, and give the dates. DOCX or a PDF with text is best: they read well on a phone. In the preview check what a member will see and what happens on which day, then press “Publish”. A published text never changes: a mistake is repaired by a correction.
help-admin-5-title = Check the text before publishing
help-admin-5-text = The preview shows the text beside the uploaded file and names what looks doubtful: numbers left out, languages swapped, an article missing in one language, garbled letters, pages that are pictures, another school’s name, other dates than were entered. Look at these places and tick the box: without it nothing is published. If the file still has open tracked changes, accept or reject them in Word and upload the file again.
help-admin-6-title = Correct headings
help-admin-6-text = If the program missed a heading, or took an ordinary line for one, open “Correct headings”. Mark the line, choose what it should be, and save. The file stays as it is; for a published document the correction is recorded in its history.
help-admin-7-title = One file in two languages
help-admin-7-text = If the Kazakh and the Russian text stand side by side in one file, in two columns of a table, upload it once and press “Take both texts from the file”. The texts are read separately, and the file itself is kept.
help-admin-8-title = Schedule a new edition
help-admin-8-text = A new edition may be published before its day. It becomes the current text by itself at midnight of that day, Astana time. Until then the code opens the earlier text, and the new one stands in the history.
help-admin-9-title = Repair a mistake
help-admin-9-text = If a date, file or language is wrong, publish the right one through “Correct”: it replaces the wrong one at once. If the text should never have come out, withdraw it with a reason: the form says beforehand what the code opens after that. An edition that was corrected does not come back. If personal data were published by accident, erase the file: it cannot be brought back.
help-admin-10-title = What becomes known later
help-admin-10-text = A text in another language, an attachment, and the registration number and date may be added to a published edition later. If an agreement ended early, record when and how. If a renewal was proposed, record the day of the proposal: the page itself shows until when the agreement applies.
help-admin-11-title = Rename, dissolve and merge organizations
help-admin-11-text = Enter the new name and its date on the organization's page: the earlier one stays in the history. If an organization was dissolved or joined another, record it. Every printed code keeps working. The program never moves agreements to another organization by itself.
help-admin-12-title = Confirm the host before printing
help-admin-12-text = The site's address is part of every code, so it must be permanent. Until it is confirmed every sheet says ҮЛГІ or ОБРАЗЕЦ (specimen). When the address is permanent and opens over https, confirm it on the administrator's page or with the command tizilim host confirm.
help-admin-13-title = Kits of a whole district
help-admin-13-text = On the page “Prints” choose a district, a kind of organizations or the whole union and press “Count”. The kits are downloaded as one ZIP or as one PDF in the order of delivery. You see how many are done, and can stop. On the server: tizilim kit --all --out FOLDER.
help-admin-14-title = Emblem and colour
help-admin-14-text = On the page “Site” set the union’s colour and emblem. A colour that is hard to see on white paper or from a black and white printer is not accepted. Sheets that were printed before stay good.
help-admin-15-title = Which stands to print again
help-admin-15-text = The list of organizations says of each stand when it was hung, whether its codes are opened, and which sheet is outdated and why. Send the chair the link to only the changed sheets.
help-admin-16-title = Backup
help-admin-16-text = Copy the whole data folder while the server is stopped: it holds both the database and the files. If the server uses PostgreSQL and a file store, copy the database first and then the files. Keep the copy elsewhere and try restoring it.
help-admin-17-title = The documents on the union's web site
help-admin-17-text = Copy the lines under “For your own site” on an organization's page into a page of your site. The list keeps itself up to date. For programmers all public data are also there as JSON, described at /openapi.json.
help-admin-18-title = After an update of the program
help-admin-18-text = If a new version reads files better, run tizilim reextract on the server: the texts on the screen are made again, the files themselves and corrected headings stay. tizilim measure FOLDER shows in percent how much of sample files is read right.
help-admin-19-title = Commands
help-admin-19-text = tizilim --help lists every command of the program. tizilim COMMAND --help explains one of them. Commands may be run while the server is running.
