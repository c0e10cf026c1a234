# Reading a text: what helps to find, keep, share and print it.

topics = Topics
topic-leave = Leave
topic-pay = Pay
topic-allowances = Allowances
topic-hours = Working hours
topic-dismissal = Dismissal
topic-aid = Aid
edition-date = Edition of { $on }
find-in-text = Search
find-in-text-label = Search in this text
find-button = Search
find-found = { $count ->
        [one] “{ $query }”: found in { $count } place
       *[other] “{ $query }”: found in { $count } places
    }
find-nothing = “{ $query }” does not occur in this text
find-elsewhere = Search all documents of this organization
find-back = Back to the text
here = To the contents
open-both = In Kazakh and Russian side by side
both-title = { $title }: in Kazakh and Russian side by side
both-missing = The Kazakh and Russian texts of this edition cannot be shown side by side: one of them does not exist yet.
share-title = Share
share-telegram = Share in Telegram
share-copy = Copy the link
share-copied = The link is copied
share-native = Share with another app
place-hint = Tap a heading or the number of a point: it is a link to that place, which can be shared.
article-ask = Ask the chair about this place
article-close = Close
contact-message-clause = Hello! I have a question about this place in a document: { $title }, { $clause } { $address }
clause-title = This is what the code opens
clause-in-text = Show this place in the text of the document
clause-more = Read on in the text of the document
clause-missing = The text that applies now has no such place ({ $number }). Its number may have changed: look in the contents, or search.
clause-name-art = { $words }: article { $number }
clause-name-p = { $words }: point { $number }
clause-name-s = { $words }: subpoint { $number }
clause-name-ch = { $words }: chapter { $number }
clause-name-sec = { $words }: section { $number }
clause-name-par = { $words }: paragraph { $number }
clause-name-app = { $words }: annex { $number }
clause-name-x = { $words }: { $number }
clause-labels-title = Labels for articles and points
clause-labels-lead = The code on each label opens its place in the text at once. Tick those that you need.
clause-labels-most = Asked for most
clause-labels-others = Other articles and points
clause-labels-show = See the labels
clause-labels-none = This document has no numbered articles or points for which labels could be made.
print-text = Print the text
print-text-large = Print the text in large type
print-button = Print
print-printed = Printed on { $on }
print-current = This code opens the current text
install-name = Union documents

## What the worker says without a network. {date} is filled in on the phone.

saved-copy = This is a saved copy ({ $on }). There is no network now: the text may have changed since then.
saved-copy-outdated = This is an old copy ({ $on }). Another text or status applies from { $until }. Open it again when there is a network.
offline-title = No network
offline-lead = There is no saved copy of this page. Open it again when there is a network.
offline-saved = Saved pages
offline-again = Try again
