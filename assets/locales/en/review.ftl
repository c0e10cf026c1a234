# What an administrator looks at before a text is published, and corrects.

refusal-no-body = The file "{ $file }" has no text to read on a screen.
refusal-not-bilingual = The file "{ $file }" does not hold the Kazakh and the Russian text side by side, in two columns of a table.
refusal-words-lost = The file "{ $file }" reads without words now. The earlier text is kept.
refusal-doubts-unseen = First look at the doubtful places and tick the box before the button.
review-title = What to look at before publishing
review-no-doubts = The program found nothing doubtful. Still compare the text with the file: this is how it will be read on a phone.
review-doubt = { $text }. { $doubt }
review-more = and further: { $count }
review-open-changes = The file has tracked changes that nobody accepted or rejected. The screen shows the text with all of them accepted. Better accept or reject them in Word and upload the file again.
review-language = This text seems to be in { $lang ->
        [kk] Kazakh
        [ru] Russian
       *[en] English
    }. Were the files swapped?
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
