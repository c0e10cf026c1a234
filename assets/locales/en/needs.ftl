# What needs a person, besides agreements: on the first page, as files, in calendars and feeds, by mail.

## Kinds of what is to be done

# { $what }: the kind.
needs-counted = { $what }: { $count }
needs-counted-at-least = { $what }: { $count } or more
needs-lying-drafts = Drafts that have waited for some days
needs-without-kk = Documents without a text in Kazakh
needs-without-ru = Documents without a text in Russian
needs-without-agreement = Organizations without a collective agreement
needs-stand-outdated = Stands that must be updated
needs-stand-unprinted = Stands whose kit was never printed
needs-stand-silent = Stands whose codes were not opened for two months
needs-stand-never = Stands whose codes were never opened
needs-strays = Codes that were asked for and that nothing has

## What is said of each

# { $date }: Form::Short.
need-draft = The draft was begun on { $date }
# { $date }: Form::Short.
need-stray-unknown = No document has this code. Times asked for: { $count }, last on { $date }. If it hangs on a wall, replace the sheet.
# { $date }: Form::Short.
need-stray-mistyped = The code is mistyped or misprinted. Times asked for: { $count }, last on { $date }.

## Ready messages for the chair of an organization

message-without-kk = The register has no text of this document in Kazakh. Please send the file.
message-without-ru = The register has no text of this document in Russian. Please send the file.
message-without-agreement = The register has no collective agreement of your organization. Please send the file.
message-stand-unprinted = The kit for your organization’s stand was never printed. Open this page, download the kit and print it.
# { $days }: a number.
message-stand-silent = The codes of your stand were not opened for { $days } days. Please see whether the stand hangs and its codes open.
message-stand-never = The codes of your stand were never opened. If it hangs, open any code of it with a phone; if not, print it and hang it up.

## As a table

needs-subject = About
needs-due = Last day
needs-words = More
needs-address = Address

## A calendar and a feed

needs-address-title = Calendar and feed
needs-address-hint = Programs that read calendars and feeds cannot sign in, so they need a secret address. It shows only what your role may see. Give it to nobody.
needs-address-none = There is no address.
# { $date }: Form::Short.
needs-address-since = The address was made on { $date }
needs-address-make = Make an address
needs-address-renew = Replace it with a new one
needs-address-end = End the address
needs-address-ended = The address does not work any more.
needs-address-made-title = The secret address is made
needs-address-made = The addresses are ready. Copy them now: they are not shown again.
needs-address-calendar = Address for a calendar
needs-address-calendar-hint = In the calendar choose “Add by URL” or “Subscribe to calendar” and paste this address.
needs-address-feed = Address for a feed reader (Atom)
needs-address-feed-hint = Add this address to a program that reads feeds.
deed-make-needs-address = Made a secret address for a calendar
deed-end-needs-address = Ended the secret address for a calendar

## The weekly letter

mail-title = Weekly letter
mail-hint = On Monday morning a short letter says what needs you. Where nothing does, none comes. The address is kept for this letter alone.
mail-address = Mail address
mail-wish = Get letters
mail-end = Get no letters
mail-off = No letters are sent.
# { $address }: of mail.
mail-on = Letters go to { $address }
# { $address }: of mail.
mail-unconfirmed = The address { $address } is not confirmed yet: open the link in the letter that came there.
mail-asked = A letter with a link comes within a minute. Open it and confirm the address.
mail-ended = No more letters are sent, the address is forgotten.
mail-confirm-words = Send the weekly letter to this address?
mail-confirm-button = Yes, send it
mail-confirm-done = The address is confirmed. The letter comes on Monday morning.
mail-stop-words = Send the weekly letter no more?
mail-stop-button = Send no more
mail-stop-done = No more letters are sent, the address is forgotten.
mail-greeting = Hello,
# { $date }: Form::Short.
mail-weekly-subject = What needs you: { $date }
# { $address }: of the first page.
mail-all = All of it: { $address }
# { $address }: that ends the letters.
mail-stop-line = To get no more of these letters: { $address }
mail-confirm-subject = Confirm your address
# { $site }: the address of the site.
mail-confirm-body = At { $site } somebody asked for a weekly letter to this address. To confirm it, open this link within three days:
mail-confirm-else = If it was not you, do nothing: no other letter comes.
# { $value }: what was typed.
refusal-mail-address = “{ $value }” is no mail address. Write it like this: aigul@example.kz.
# { $count }: how many. { $why }: the words of the server.
trouble-letters = Letters that were not sent: { $count }. The mail server says: { $why }
audit-by-letter = by a link in a letter
deed-wish-letters = Asked for the weekly letter
deed-confirm-letters = Confirmed the address for letters
deed-end-letters = Ended the weekly letter
