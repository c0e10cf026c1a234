# What an administrator looks at before a text is published, and corrects.

refusal-no-body = The file "{ $file }" has no text to read on a screen.
refusal-not-bilingual = The file "{ $file }" does not hold the Kazakh and the Russian text side by side, in two columns of a table.
refusal-words-lost = The file "{ $file }" reads without words now. The earlier text is kept.
refusal-doubts-unseen = First look at the doubtful places and tick the box before the button.
refusal-doubts-unaccepted = Nothing was published: look at the doubts named above first. If all is right, repeat with --accept-doubts.
review-title = What to look at before publishing
review-no-doubts = The program found nothing doubtful. Still compare the text with the file: this is how it will be read on a phone.
review-doubt = { $text }. { $doubt }
review-more = and further: { $count }
review-open-changes = The file has tracked changes that nobody accepted or rejected. The screen shows the text with all of them accepted. Better accept or reject them in Word and upload the file again.
review-pages-without-words = Pages without words that can be read: { $pages } (of { $of }). They are pictures: neither the screen nor the search has them. Better upload a file that is text throughout.
review-pictures-without-words = The file has pictures whose words were not read: { $count }. If they are scanned pages, neither the screen nor the search has their text.
review-recognised-words = A machine recognised the words, nobody typed them (pages: { $pages }): there may be mistakes. Compare the text with the original.
review-poor-words = The words that the scanner put into the file have very many mistakes (pages: { $pages }). Compare them with the pictures, or upload a file with text.
review-replaced-words = The words that the scanner put into the file have very many mistakes, so the program recognised these pages anew (pages: { $pages }). Compare the text with the pictures.
review-hidden-words = The file has words that nobody sees, for example “{ $sample }”. Places: { $count }. The text on the screen leaves them out.
review-unreadable-letters = Letters whose font does not say what they are: { $count }. The text was not read whole: save the PDF from Word again, or upload a DOCX.
review-form-notice = This file is a form that only one program shows: it holds a notice in place of the text. Open it in that program and print it to an ordinary PDF.
review-embedded-document = Another file lies inside this one, and its text was not read. Open the document in Word and save it again as DOCX.
review-no-reader = The program keeps this old kind of file but does not read it: neither the screen nor the search has its text. Open the file in Word, save it as DOCX and upload that.
review-old-font = The font “{ $font }” is one of the time before Unicode: the file holds other letters than it shows. They were replaced by the Kazakh ones that it draws. Compare the text with the file.
review-language = This text seems to be in { $lang ->
        [kk] Kazakh
        [ru] Russian
       *[en] English
    }. Were the files swapped?
review-no-words = The file has no words that can be read on the screen: readers open the file itself, and the search does not find it.
review-few-words = The text is very short, characters: { $count }. Is this the whole document?
review-other-organization = The text names another organization, “{ $found }”, and not the owner of the document. Are the files mixed up?
review-other-term = The text has another term: { $found }. Check the dates that were entered.
review-other-day = The text has another date: “{ $found }”. Check the dates that were entered.
review-same-file = Another organization has this very file, in document { $document }. Are the files mixed up?
review-no-headings = This long text has no heading: there will be neither contents nor links to articles.
review-gap-first = Numbering begins with { $before }.
review-gap = Numbers are left out: after { $after } comes { $before }.
review-repeated = The number { $number } stands twice.
review-missing = Something is missing here that the text in { $lang ->
        [kk] Kazakh
        [ru] Russian
       *[en] English
    } has.
review-garbled = Broken letters, such as "{ $sample }". Places: { $count }.
review-amendment-unread = The words of the file that amends the text were not read. Members can only open it as a file: upload Word, or a PDF with text.
review-amendment-without-place = No place was found that the additional agreement changes. It is shown at the end of the text only.
review-look-alikes = Latin letters within words, such as "{ $sample }". Places: { $count }. Search finds such words; the file need not be changed.
review-seen = The doubtful places have been looked at; the text may be published
review-original = Open the uploaded file
review-bilingual = In this file the Kazakh and the Russian text stand side by side, in two columns of a table.
review-split = Take both texts from the file
review-level = Make the ticked lines
review-level-paragraph = plain text
review-level-heading = heading { $level }
review-level-save = Save
review-level-hint = If a heading was found wrongly, tick the line, choose what it should be, and save. The file itself does not change.
review-outline-title = Headings of the text
review-outline-open = Correct headings: { $text }
review-outline-recorded = The change is recorded in the history of the document.

## Scanned pages

scan-progress = The text of scanned pages is being recognised. Pages done: { $done } of { $asked }.
scan-ready = The text of the scanned pages was recognised. Compare it with the pictures.
scan-failed = The text of some pages could not be recognised ({ $count }): they are shown as pictures.
scan-no-program = No program that recognises text (tesseract) is installed on this server: scanned pages are shown as pictures. If there is a Word file, upload it.
scan-check = Compare the pages with their pictures (checked: { $checked } of { $of })
scan-check-title = Compare a page with its picture
scan-check-pages = Scanned pages
scan-check-words = Text of the page
scan-check-hint = Begin each paragraph on a new line. Correct what is wrong.
scan-check-doubtful = Words the program is not sure of are marked: { $count }. Press a word to see its place on the picture.
scan-check-save = The text is right – next page
scan-check-done = checked
scan-check-unread = The text of this page was not recognised. You can write it by hand.
field-words = Text
scan-no-recognizer = No program that recognises words was found (tesseract with a model of Cyrillic). Install the packages tesseract-ocr and tesseract-ocr-script-cyrl.
photos-order = Order of the pages
photos-order-hint = Write the numbers of the pages in the order you want, such as: 2 1 3
photos-arrange = Change the order
refusal-no-order = Write the whole order of the pages: each number from 1 to { $pages } once.
