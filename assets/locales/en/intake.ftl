# Many agreements at once: files that were sent, drafts made of them, their common publication.

intakes-title = Many agreements at once
intakes-lead = Send the collective agreements of organizations as one ZIP archive or as several files. Each file is put to its organization by the number or the name in the file's name, else by its text. Nothing is published until you have seen the list and confirm it.
intakes-files = ZIP or files
# $limit - how many MiB may come at once, $count - how many files.
intakes-files-hint = At most { $count } files, { $limit } MiB in all. Names such as S054 kk.docx, S054 ru.docx.
intakes-table = Table of days (XLSX or CSV)
# $columns - the headings of the columns.
intakes-table-hint = Columns: { $columns }. The column number must be there. Days that are not in the table are taken from the text.
intakes-send = Send and check
intakes-open = What was sent
# $time - when it came, $login - who sent it.
intakes-entry = { $time }, { $login }

intake-title = Agreements that were sent
# $done - files that were looked at, $of - all files.
intake-reading = The files are being read: { $done } of { $of } checked. You may close this page, the work goes on.
intake-refresh = Reload the page
intake-ready = Every file was checked.
# $count - how many agreements.
intake-count-sound = Ready to be published: { $count }
intake-count-doubtful = Doubtful: { $count }
intake-count-refused = Cannot be published yet: { $count }
intake-count-same = Published before: { $count }
intake-count-published = Published: { $count }
intake-count-gone = Without a draft: { $count }
intake-state-sound = Ready
intake-state-doubtful = Doubtful
intake-state-refused = Cannot be published yet
intake-state-same = This very file is published
intake-state-published = Published
intake-state-gone = The draft was thrown away
intake-change-document = First agreement
intake-change-edition = New edition of the present agreement
# $signed, $from, $until - days; a dash where one is missing.
intake-days = Signed: { $signed } · applies: { $from } – { $until }
intake-days-from-text = The days were taken from the text, compare them.
# $files - names of files.
intake-broken = Files that could not be read: { $files }. The agreement would be published without them.
intake-partly-same = These files are published already: { $files }. Take them out of the draft, or correct the published edition.
intake-open-draft = Open the draft
intake-problems = Files and rows that were not taken
intake-lines = Agreements
intake-publish-title = Publication
intake-choose = What is published
intake-choose-sound = All that are ready ({ $count })
intake-choose-all = All, with the doubtful ones ({ $count })
intake-choose-these = Only those ticked in the list
intake-choose-one = Tick
refusal-intake-ticks = The list has ticks, but something else is chosen above it, or “ticked” is chosen and nothing is. Choose what you mean: nothing was published.
intake-seen = I have looked at what is doubtful
intake-publish = Publish
intake-for-publisher = Who may publish does so. Send them the address of this page.
intake-discard = Put away
intake-discard-hint = Drafts that are not published are removed. What is published stays as it is.
# $count - how many agreements.
intake-published = Agreements published: { $count }.

# $file - the name of the file.
intake-archive-damaged = “{ $file }” is no ZIP archive, or a damaged one. Make it again and send it once more.
intake-archive-files = “{ $file }” has too many files: at most { $limit }. Send it in parts.
intake-archive-large = “{ $file }” unpacks to too much: at most { $limit } MiB. Send it in parts.
intake-packed-outside = “{ $file }”: its path leads out of the archive. Put the file in again under a plain name.
intake-packed-encrypted = “{ $file }” is protected by a password. Make the archive without one.
intake-packed-archive = “{ $file }” is an archive within the archive. Put the files themselves in.
intake-packed-large = “{ $file }” unpacks to too much: at most { $limit } MiB.
intake-packed-damaged = “{ $file }” is damaged in the archive. Put it in again.
intake-too-many = “{ $file }” was not taken: at most { $limit } files at once. Send the rest by itself.
intake-lost = “{ $file }” was lost on the way. Send it again.
intake-second-table = “{ $file }”: there is a table already, the second one was not taken. Send one table.
intake-nobodys = “{ $file }”: no organization was found, neither by the file's name nor by its text. Begin the name of the file with the number of the organization, such as S054 kk.docx.
intake-several = “{ $file }”: several organizations fit ({ $numbers }). Leave one number in the name of the file.
intake-of-union = “{ $file }”: this is the union itself, which has no collective agreement with itself.
intake-same-twice = “{ $file }” is the same file as “{ $first }”. Remove one of them.
intake-second-of-language = “{ $file }”: the organization has a file in this language, “{ $first }”. Leave one, or say the language in the name: kk, ru.
intake-of-rows = “{ $file }”: rows { $first } and { $line } of the table say that it belongs to different organizations. Leave one row.
intake-row-of-several = Table, row { $line }: several files are called so. Write the name of the file with its folders.
intake-row-of-nobody = Table, row { $line }: there is no organization with the number { $number }. Correct the number.
intake-row-twice = Table, row { $line }: this organization stands in row { $first } too. Leave one row.
intake-row-without-file = Table, row { $line }: no file of the organization { $number } came.
refusal-csv-no-numbers = The table has no column number. The first row may have the columns: { $columns }
refusal-intake-unknown = This delivery is not there: it was put away.
# $number - the organization, $why - the refusal in a sentence.
refusal-one-of-many = { $number }: { $why } Nothing was published.
