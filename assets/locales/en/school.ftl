# Chairs and the office: proposals, letters, four eyes, the steps of a publication.

## What the office is asked

needs-proposals = Proposals of schools
needs-letters = Letters without an answer
needs-drafts = Drafts that wait for another person's look
needs-second-looks = Published texts that wait for a second look

## Proposing

propose-title = Propose a document or an edition
propose-hint = Send a file or photos of the pages. The office looks at it and publishes it, or declines it with a reason. Until then members see nothing.
propose-what = What you propose
propose-edition = Next edition: { $title }
proposal-new = New document: { $kind }
propose-files = Files or photos
propose-files-hint = DOCX or PDF, or photos of the pages (several at once). A file has at most { $limit } MB. If the text is in one language only, fill in one field.
propose-note = Note
propose-note-hint = For example: when the meeting adopted it, what changed. Write no personal data.
propose-send = Send to the office
propose-done = The proposal was sent. What becomes of it is shown here and on the first page.
proposals-title = Proposals
proposal-title = Proposal of a school
# { $date }: Form::Short.
proposal-from = Proposed by { $organization }, { $date }
proposal-by = login: { $login }
# { $date }: Form::Long.
proposal-from-day = First day, as the school says: { $date }
proposal-open = Open the proposal
proposal-open-draft = Open the draft
proposal-take = Make a draft of it
proposal-take-hint = A new document is added to the register, and the files go to its draft. Nothing is published yet.
proposal-decline = Decline
proposal-decline-hint = The chair reads the reason. The files and the draft are deleted.
proposal-waiting = Not looked at yet
proposal-draft = Being prepared for publication
proposal-published = Published
proposal-published-open = Open what was published
proposal-declined = Declined. Reason: { $reason }
refusal-proposed-by-school = A school proposed this: decline the proposal with a reason, so that the chair sees the answer. Nothing was deleted.
refusal-no-proposal = This proposal was decided already. Open the page again.
refusal-too-many-open = At most { $limit } of one organization may wait at a time. Wait for the answers to the earlier ones. Nothing was kept.

## Letters to the office

letters-title = Write to the office
letter-title = Letter of a chair
letter-words = Message
letter-hint = At most 2,000 characters. The answer appears on this page; a year after it the message is erased.
letter-send = Send
letter-sent = The message was sent. The answer appears on this page.
# { $date }: Form::Short.
letter-written = Written: { $date }
letter-answered = Answer of the office, { $date }
letter-answer = Answer
letter-answer-hint = The chair reads the answer on the own page. It cannot be changed later.
letter-answer-send = Answer
letters-waiting = Waiting for an answer: { $count }.
letters-answered = Answered: { $count }.
refusal-words-missing = Write something: nothing is not sent.
refusal-no-letter = This message was answered already. Open the page again.

## The chair's room

room-title = The chair's room
room-unchecked = The stand was not checked for half a year. A check with the phone takes minutes.

## Four eyes

four-eyes-title = Four eyes
four-eyes-hint = Whether a second person looks at a text that is published. Withdrawals, ends, and texts or attachments that are added later are not held up.
four-eyes-question = When the second person looks
four-eyes-off = Not at all: who prepared it publishes it
four-eyes-before = Before: another person looks and publishes
four-eyes-after = After: it is published at once, and another person confirms it or raises a doubt
look-after = After the publication another person's confirmation is awaited. Readers do not see this.
look-needed = Another person looks at this and publishes it. When it is ready, ask for the look. If something changes afterwards, ask again.
look-ask = Ready: ask for the look
# { $date }: Form::Short.
look-asked = { $login } asked for the look ({ $date }). If all is right, publish it.
look-asked-by-you = You ({ $login }) asked for the look ({ $date }). Now another person looks and publishes: send them the address of this page.
look-asked-by = Asked by { $login }
second-look-due = Published by { $login } ({ $date }). Another person has not looked yet.
second-look-doubted = The second person doubts: { $doubt }. Correct it, withdraw it or confirm it.
second-look-reason = What is doubtful
second-look-reason-hint = Leave it empty to confirm. Only the office sees it.
second-look-confirm = All is right
second-look-doubt = Raise a doubt
second-look-done-confirmed = Confirmed by a second person.
second-look-done-doubted = The doubt is noted: it stays here and on the first page until it is settled.
refusal-look-not-asked = Two people are needed here: ask for the look first, and another person publishes. Where something changed after that, ask again. The draft stays as it was.
refusal-look-same-person = You asked for the look yourself, so another person publishes. The draft stays as it was.
refusal-look-at-once = Another person looks here before anything is published, so nothing is published at once. Prepare a draft and ask for the look. Nothing was changed.
refusal-last-publishers = A second person looks at what is published here, so at least { $least } people who may publish must stay. First invite another one, or change the setting of four eyes.
refusal-too-few-publishers = A second look needs at least { $least } people who may publish. Invite them first. The setting did not change.
refusal-no-second-look = This look is not yours: who published it cannot confirm it, or it was confirmed already.

## From the files to the publication

steps = Steps of a publication
step-files = Files and dates
step-doubts = Doubts
step-member = What members see
step-changes = What changes
step-when = When and who sees it
step-publish = Publication
preview-dates = Change the dates
preview-dates-save = Save the dates
preview-changes = { $text }: parts that changed – { $count }
upload-dropped = Drop the Kazakh and the Russian files here
upload-dropped-hint = The language is told by the words and shown on the next page. That of a scan is not: put it into the field of its language below.
upload-guessed = The language was told by the words. If it is wrong, put the file into the field of its language in the draft.
refusal-language-unknown = The words of the file "{ $file }" tell no language. Put it into the field of its language below.
refusal-language-twice = The file "{ $file }" is in this language: { $language }, and the draft has such a text. To replace it, put the file into the field of that language.
scheduled-title = Scheduled editions
scheduled-hint = These texts are published, but the code opens them from their day. To change the day correct the edition; to call it off withdraw it.
scheduled-none = No edition is scheduled.
# { $date }: Form::From.
scheduled-from = from { $date }
scheduled-by = Published by { $login }
admin-repair-withdrawn-hint = Withdraw what should never have been published: the code opens it no more and tells the reason.
admin-repair-ended-hint = Record the end of what was right and no longer applies: the code goes on opening it and says so.

## The audit trail

deed-propose = Proposed a document or an edition
deed-take-proposal = Made a draft of a school's proposal
deed-decline-proposal = Declined a school's proposal
deed-write-letter = Wrote to the office
deed-answer-letter = Answered a chair's letter
deed-set-four-eyes = Changed the setting of four eyes
deed-ask-for-look = Asked for the look at a draft
deed-confirm-edition = Confirmed a published text
deed-doubt-edition = Raised a doubt about a published text
