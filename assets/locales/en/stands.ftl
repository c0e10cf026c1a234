# What hangs on stands, and checking a stand.

## The state of a stand.

hang-title = Stand
hang-current = For the chair: every sheet on the stand is right
hang-opened = For the chair: codes of this stand that were opened: { $count }. If the stand hangs, say so: press “We hung the stand today” on the page of the organization
hang-specimen = For the chair: the sheets that hang are specimens. Take them down and print new ones once the address of the site is confirmed
hang-waiting = These sheets hang too, although their text is not published yet
hang-replaced = All the sheets named above have been replaced or taken down
hang-to-print = For the chair: { $count ->
        [one] { $count } sheet of the stand must be printed again
       *[other] { $count } sheets of the stand must be printed again
    }
hang-to-take-down = For the chair: { $count ->
        [one] { $count } sheet must be taken down
       *[other] { $count } sheets must be taken down
    }
# { $date }: Form::From.
hang-since = The stand has been up since { $date }.
hang-unknown = It is not known whether the stand is up.
hang-poster = Poster
hang-reason-renamed = the organization has another name
hang-reason-retitled = the document has another title
hang-reason-new = a new document, without a sheet so far
hang-reason-host = the address of the site has changed
hang-reason-specimen = the sheet says ҮЛГІ or ОБРАЗЕЦ (specimen)
hang-reason-list = the list of documents has changed
hang-take-down = this document no longer belongs on the stand: take its sheet down
hang-old-codes = The old codes keep working: they open the current text of the document.
hang-kit = Download only the changed sheets (PDF)
hang-kit-hint = When the new sheets hang, press “We hung the stand today” on the page of the organization.
hang-say = We hung the stand today
hang-say-hint = Press it when today’s kit hangs, or when you see that all is right on the stand. From then on this page says which sheets to replace.
hang-said = Noted: the stand hangs as it is today.

## The list of organizations.

hang-column = State of the stand
# { $date }: Form::From.
hang-list-since = Up since { $date }
hang-list-unknown = Not known to be up
hang-list-to-print = Print again: { $count } ({ $reasons })
hang-list-take-down = Take down: { $count }
# { $date }: Form::Short.
hang-list-opened = A code was last opened on { $date }
hang-list-never = No code was ever opened

## Checking a stand.

check-title = Check the stand
check-lead = Go to the stand and read every code with the phone. A code that was read ticks itself in the list.
check-start = Begin the check
# { $hours }: a number.
check-ends = A check that is not finished closes by itself after { $hours } hours.
check-camera = Switch the camera on
check-camera-stop = Switch the camera off
check-camera-denied = The camera is not allowed. Read the codes with the phone’s own camera.
check-offline = No connection. Read the code again.
check-own-camera = The phone’s own camera will do as well: open a code, and it is ticked here. You must be signed in on that phone.
check-photo = A photo of the whole stand
check-photo-hint = Stand right in front of it, in good light. Take a large stand in parts. The photo is not kept.
check-photo-tick = Tick the codes on the photo
check-photo-reading = The photo is being read…
check-photo-done = The codes on the photo are ticked. If some in the list are not, take them from nearer.
check-refusal-photo = No code could be read on this photo. Go nearer and take it again, sharply.
check-type = Type a code
check-type-hint = It stands on the sheet below the QR code, such as 7K3-M9Q3. Look at the school’s name on the sheet as well: a typed code does not tell a foreign sheet.
check-tick = Tick
check-refresh = Refresh the list
check-list = Should hang on the stand
check-progress = Found: { $found } of { $all }
check-found = found
check-not-seen = not read yet
check-missing = not found
check-wrong = Should not hang on the stand
check-foreign = a code for the stand of “{ $organization }”. Hang the sheet of your own organization in its place
check-older = this document no longer belongs on your stand: take its sheet down
check-unknown = the register has no such code
check-kit = Download the sheets that were not found (PDF)
check-finish = Finish the check
check-finished = The check is kept.
check-nothing = No code was read, so there is nothing to keep.
check-all-right = All is right: the stand is complete, with no code too many.
# { $date }: Form::Short; { $time }: hours and minutes.
check-of = Checked on { $date }, { $time }
check-latest = Latest check:
check-earlier = Earlier checks
# { $date }: Form::Short.
check-earlier-line = { $date }: found – { $found }, not found – { $missing }, too many – { $wrong }
check-banner-found = Ticked: this code belongs to the stand.
check-banner-foreign = Ticked: this code was printed for the stand of another organization.
check-banner-older = Ticked: this document no longer belongs on your stand.
check-back = Back to the check
check-refusal-form = This is not a code of the register: { $typed }
check-refusal-clause = This is the label of an article or a point, not the sheet of the document: { $typed }
check-refusal-mistyped = There is a mistake in the code: { $typed }. Compare it with the sheet.
check-refusal-elsewhere = This code opens another site: { $host }. It does not belong to this register.
refusal-nothing-to-hang = No document of the stand is published yet, so there is no sheet to hang.
refusal-not-empty = The register is not empty. Take an empty data folder or an empty database.
refusal-no-check = No check is open: it has ended. Begin again.
