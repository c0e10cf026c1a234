# What programs, messengers and other sites show of the register.

error-bad-datetime-title = The time cannot be understood
error-bad-datetime-text = Accept-Datetime must look like this: Thu, 31 May 2007 20:35:00 GMT.

## What messengers show of a shared address.

card-current = The current text always opens at this address

## Feeds. { $of } in sentences about an edition is a day: «1 September 2025».

feed-of-document = { $of }: changes
feed-of-shelf = { $of }: changes in documents
feed-of-all = { $of }: changes in all documents
feed-published = Edition of { $of } published
feed-corrected = Corrected edition of { $of } published
feed-takes-over = Edition of { $of } began to apply
feed-withdrawn = Edition of { $of } withdrawn
feed-erased = Files of the edition of { $of } erased
feed-late-attachment = File added

## A shelf on another site's page.

embed-title = Documents: { $of }
embed-open = Open all in the register
snippet-heading = For your own site
snippet-hint = Copy these lines into a page of your site. The list of documents keeps itself up to date.
