# The numbers of the office, and the filters of its lists.

## Numbers.

numbers-title = Numbers
# { $days }: a number.
numbers-last = Last { $days } days
numbers-choose = Another period
# { $first }, { $last }: Form::Short.
numbers-shown = { $first } – { $last }
numbers-total = Openings of documents: { $count }
numbers-counted = Counted is how often people opened documents: by a code, by a link, and from other pages. Who opened them is not written down. Programs and those who are signed in are not counted. Fresh openings appear after some seconds.
numbers-none = Nothing was opened in this time.
numbers-table = The numbers as a table
# { $title }: what the chart shows.
numbers-chart = A bar chart, “{ $title }”. The same numbers stand in the table below it.
numbers-days = By day
numbers-languages = By language
numbers-districts = By district
numbers-coverage = Coverage of the districts today
numbers-documents = By document
numbers-organizations = By organization
numbers-union-documents = The union's documents that are opened most
numbers-all-documents = All documents
numbers-all-organizations = All organizations
numbers-day = Day
numbers-language = Language
numbers-openings = Openings
numbers-owner = Organization
numbers-last-scan = Code last opened
numbers-no-district = Not at a stand, or without a district
# { $days }: a number.
numbers-stands-live = Stands whose code was opened within { $days } days: { $count }
numbers-stands-silent = Stands whose code was not opened for { $days } days: { $count }
numbers-stands-never = Stands whose code was never opened: { $count }
numbers-refused-reversed = The last day of the period is before the first one.
numbers-refused-future = The period begins in the future: nothing is counted yet.
numbers-refused-long = The period is longer than { $days } days. Choose a shorter one.
numbers-refused-length = There is no such period in the list. Choose one, or give the days.

## Lists and their filters.

filter-title = Filters
filter-remove = Remove the filter { $filter }
filter-clear = Remove all filters
filter-count = Found: { $count }
filter-count-at-least = Found: at least { $count }
filter-nothing = Nothing was found. Remove one of the filters.
filter-none = Not given
filter-agreement = Collective agreement
filter-agreement-in-force = Agreement in force
# { $days }: a number.
filter-agreement-ending = Agreement ends within { $days } days
filter-agreement-not-in-force = An agreement, but not in force
filter-agreement-without = No agreement
filter-stand = Stand
filter-stand-live = Code is being opened
filter-stand-silent = Code not opened for long
filter-stand-never = Code never opened
filter-stand-outdated = Must be updated
filter-stand-unprinted = Never printed
filter-status = State
filter-status-active = Active
filter-status-dissolved = Dissolved
filter-asks = What is needed
# { $days }: a number.
filter-asks-term-ends = Term ends within { $days } days
# { $days }: a number.
filter-asks-prolongation-ends = Prolonged term ends within { $days } days
filter-asks-term-ended = Term is over, nothing follows
filter-asks-monitoring = Not noted as handed to the labour inspection
filter-asks-registration = Not noted as sent for registration
filter-reading = Text
filter-reading-without-text = No text yet
filter-reading-never-opened = Never opened
filter-reading-without-kk = No text in Kazakh
filter-reading-without-ru = No text in Russian
filter-reading-draft-waits = A draft has waited for some days
needs-list = Open as a list
table-csv = Download as a table (CSV)
table-xlsx = Download for Excel
table-status = State
table-effective-from = In force from
table-term-end = Term until
hang-since-column = Stand hangs since
hang-to-do-column = What to do
