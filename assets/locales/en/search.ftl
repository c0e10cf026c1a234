# The search: the box, the results, what else to try.

search-words-label = What to find
search-words-hint = Words of a document, its title, a school or a code. For example: membership dues
search-within = Searching in:
search-too-long = The search is too long: at most { $limit } characters. Keep two or three main words.
search-unknown = No document has these words: { $words }. What the other words found is shown.
search-unknown-alone = No document has these words: { $words }.
search-read-as = Instead of “{ $typed }”, results for “{ $read }” are shown.
search-some-words = Places with only some of the words
search-no-answer = The documents do not seem to answer this. These places only have some of the words and may not be the answer.
search-advice-ask = Ask the chair of the union, or open the contents of a document.
search-no-place = No document has the place “{ $place }”.
search-places = Places in documents
search-advice-fewer = Keep one or two main words, such as: leave, pay, dues.
search-pages = Pages of results
search-previous = Previous
search-next = Next
search-this-stand = Search all documents of this organization
search-everywhere = Search all documents of the trade union
search-former-too = Search earlier and future editions too
search-present-only = Search present editions only
search-recognised = text recognised by a machine
