# Public pages.

## The layout of every page.

language-own-name = Қазақша
language-switch = Тіл
skip-to-content = Мәтінге өту
footer-safe = Тіркелудің қажеті жоқ. Ақша да, жеке деректер де сұралмайды
footer-start = Басты бет
footer-help = Көмек

## Names, days, files.

title-of-untitled = { $kind }: { $owner }
day-of = { $year } жылғы { $day } { $month ->
        [1] қаңтардағы
        [2] ақпандағы
        [3] наурыздағы
        [4] сәуірдегі
        [5] мамырдағы
        [6] маусымдағы
        [7] шілдедегі
        [8] тамыздағы
        [9] қыркүйектегі
        [10] қазандағы
        [11] қарашадағы
       *[12] желтоқсандағы
    }
edition-of = { $of } редакция
file-type-and-size = { $type }, { $size }
size-kilobytes = { $whole } КБ
size-megabytes = { $tenth ->
        [0] { $whole } МБ
       *[other] { $whole },{ $tenth } МБ
    }
file-original = Түпнұсқа файл ({ $lang ->
        [kk] қазақша
        [ru] орысша
       *[en] ағылшынша
    })

## How an edition stands.

status-in-force = { $since } бастап қолданылады
# { $on }: Form::Long. (?) a native reader should check
status-last-day = Мерзімінің соңғы күні: { $on }
status-not-yet = Әлі күшіне енген жоқ. { $from } бастап қолданылады
# (?) a native reader should check
status-prolonged-until = Мерзімі өтті, бірақ жаңасы жасалғанға дейін, ең кеші { $until } дейін қолданылады
# (?) a native reader should check
status-prolonged = Мерзімі өтті, бірақ жаңасы жасалғанға дейін қолданылады
status-term-ended = Мерзімі { $end } аяқталды. Жаңасы туралы төрағадан сұраңыз
status-ended = { $on } бастап қолданылмайды: { $verb ->
        [repealed] күші жойылды
        [terminated] бұзылды
        [invalidated] жарамсыз деп танылды
       *[fulfilled] орындалды
    }
status-superseded = Бұл – бұрынғы редакция.
status-corrected = Бұл редакцияда қате болды. Түзетілген мәтіні { $on } жарияланды.
# { $on }: Form::On.
# (?) a native reader should check
status-correction-withdrawn = Бұл редакцияда қате болды. Түзетілген мәтіні { $on } жарияланып, кейін қайтарып алынды.
# (?) a native reader should check
status-withdrawn = Бұл мәтін қайтарып алынды. Себебі: { $reason } ({ $on })
# (?) a native reader should check
status-withdrawn-short = Мәтіні қайтарып алынды
status-erased = Бұл мәтін өшірілді. Себебі: { $reason } ({ $on })
status-nothing-yet = Құжат әлі жарияланған жоқ. Кәсіподақ төрағасынан сұраңыз
status-nothing-yet-short = Әлі жарияланған жоқ
text-of-day = { $of } жағдай бойынша мәтін.
open-present = Қазіргі мәтінді ашу
open-present-edition = Қазіргі мәтінді ашу
open-correction = Түзетілген мәтінді ашу
language-missing = Қазақша мәтіні әлі жоқ. Төменде – { $below ->
        [kk] қазақша
        [ru] орысша
       *[en] ағылшынша
    } мәтіні.
# (?) a native reader should check
language-last = Қазақша соңғы мәтіні – { $of } редакция, ол енді қазіргі емес
document-succeeded = Бұл құжаттың орнына басқасы қабылданды:

## The stand whose code was scanned.

place-unknown = Осы мекенжайдағы кодпен ұйым тіркелмеген. Құжат бәрібір көрсетілді.
place-elsewhere = Бұл құжат мына ұйымның стендіне кірмейді: { $organization }.
place-dissolved = Мына ұйым таратылған: { $organization }.
place-merged = Мына ұйым басқа ұйымға қосылды: { $organization }. Қазіргі ұйым:

## The page of a document.

requisites = Деректемелері
requisite-signed = Қол қойылған күні
requisite-term-end = Мерзімінің соңы
requisite-registered = Тіркелуі
requisite-text = Мәтіні
requisite-concerns = Кімге қатысты
# (?) a native reader should check
requisite-original-checksum = Қол қойылған түпнұсқаның SHA-256 бақылау сомасы
number-and-day = № { $number }, { $on }
text-is-translation = аударма
# (?) a native reader should check
text-is-public-copy = көпшілікке арналған көшірме; қол қойылған түпнұсқасы төмендегі файлдардың арасында: «{ $title }»
# (?) a native reader should check
text-is-copy-of-closed = көпшілікке арналған көшірме; қол қойылған түпнұсқасы («{ $title }») сақтаулы, ол көпшілікке берілмейді
contents = Мазмұны
scan-without-text = Бұл файлда экраннан оқылатын мәтін жоқ. Түпнұсқа файлды ашыңыз.
# (?) a native reader should check
unread-pages = Кейбір беттердің мәтіні оқылмады, олар сурет күйінде көрсетілген: { $pages } (барлығы { $of } бет).
# (?) a native reader should check
unread-pictures = Төмендегі мәтін толық емес болуы мүмкін: файлда сурет бар (саны: { $count }), ондағы сөздер мұнда жоқ. Толық мәтін – түпнұсқа файлда.
# (?) a native reader should check
unread-recognised = Мәтінді машина таныған (беттер: { $pages }): қате болуы мүмкін. Күмән болса, түпнұсқа файлды ашыңыз.
# (?) a native reader should check
unread-poor = Сканер таныған сөздерде қате өте көп (беттер: { $pages }). Беттердің суретін қараңыз немесе түпнұсқа файлды ашыңыз.
# (?) a native reader should check
unread-parts = Төмендегі мәтін толық емес: файлдың кейбір жері оқылмады. Толық мәтін – түпнұсқа файлда.
# (?) a native reader should check
unread-form = Бұл файл – телефонда ашылмайтын форма. Түпнұсқа файлды компьютерде ашыңыз.
# (?) a native reader should check
amended = Бұл мәтін өзгертілген: { $title }. Өзгертілген әр жерде не өзгергені жазылған.
# (?) a native reader should check
amended-at-the-end = Бұл мәтінді өзгертетін құжат бар: { $title }. Ол мәтіннің соңында берілген.
# (?) a native reader should check
amended-unread = Бұл мәтінді өзгертетін құжат бар: { $title }. Оның мәтіні мұнда оқылмайды, файлын ашыңыз.
amended-open = Өзгерістерді оқу
amended-unread-open = Файлды ашу
amended-by = Өзгертілді: { $title }
picture-notice = Мұнда сурет бар. Ол түпнұсқа файлда көрінеді.
scanned-page = { $of } беттің { $page }-беті
# (?) a native reader should check
scanned-page-open = { $page }: суретін көру
# (?) a native reader should check
unread-pages-open = Сурет беттерге өту
# (?) a native reader should check
scan-in-pictures = Бұл құжат сканерленген: беттері төменде сурет күйінде берілген.
table-label = Кесте
notes = Сілтемелер
note-number = { $number }-сілтеме
note-back = { $number }-сілтемеден мәтінге оралу
# (?) a native reader should check
raised-words = жоғарыда
# (?) a native reader should check
lowered-words = төменде
# (?) a native reader should check
struck-words = сызып тасталған:
# (?) a native reader should check
struck-words-end = (сызып тасталғанның соңы)
files-title = Файлдар
more-title = Тағы
open-history = Барлық редакциялары және тарихы
open-shelf = Стендтің барлық құжаттары
open-sheet = Стендке ілетін QR-кодты парақ (PDF)
share-whatsapp = WhatsApp арқылы бөлісу
address-of-text = Қазіргі мәтіннің тұрақты мекенжайы:

## Whom to ask.

contact-title = Кімнен сұрауға болады
contact-room = Қайдан табуға болады: { $room }
contact-call = Қоңырау шалу
contact-whatsapp = WhatsApp-қа жазу
contact-confirmed = Байланыс деректері расталған күн: { $on }
contact-missing = Телефон нөмірі әзірге көрсетілмеген. Кәсіподақ төрағасынан сұраңыз.
contact-message = Сәлеметсіз бе! Мына құжат туралы сұрағым бар: { $title } { $address }
contact-message-shelf = Сәлеметсіз бе! Кәсіподақ құжаттары туралы сұрағым бар: { $organization } { $address }

## The history of a document.

history-of = { $title }: редакциялары және тарихы
history-title = Редакциялары және тарихы
history-promise = Жарияланған әр редакция осында қалады: түзетілгені де, қайтарып алынғаны да.
event-published = Тізілімде жарияланды
event-published-correction = Тізілімде жарияланды. Бұл – { $on } жарияланған мәтіннің түзетілген нұсқасы
event-corrected = Түзетілген мәтіні жарияланды
event-signed = Қол қойылды
event-registered = { $on } № { $number } болып тіркелді
event-submitted = { $on } тіркеуге тапсырылды
# (?) a native reader should check
event-renewal-proposed = { $on } мерзімін ұзарту ұсынылды
event-late-text = { $lang ->
        [kk] Қазақша
        [ru] Орысша
       *[en] Ағылшынша
    } мәтіні қосылды
event-late-attachment = Тағы бір файл қосылды: { $title }
# (?) a native reader should check
event-withdrawn = Мәтін қайтарып алынды. Себебі: { $reason }
event-erased = Файлдары өшірілді. Себебі: { $reason }
event-body-remade = Экрандағы { $lang ->
        [kk] қазақша
        [ru] орысша
       *[en] ағылшынша
    } мәтін жақсартылды, файл өзгерген жоқ

## The shelf of an organization.

city-wide-documents = Жалпы құжаттар
shelf-own = Осы ұйымның өз құжаттары
shelf-kit = Стенд жинағын жүктеп алу (PDF)
shelf-kit-hint = Барлық құжаттың QR-кодтары. Басып шығарып, стендке іліңіз.
shelf-empty = Бұл стендте әзірге құжат жоқ. Кәсіподақ төрағасынан сұраңыз.
shelf-merged = Бұл ұйым басқа ұйымға қосылды. Қазіргі ұйым:
shelf-dissolved = Бұл ұйым таратылған. Құжаттары сақталған.
shelf-code = Ұйымның коды: { $code }

## Start and search.

start-title = Кәсіподақ құжаттары
start-lead = Кәсіподақ стендіндегі құжаттардың қазіргі мәтіндері.
start-empty = Әзірге құжат жоқ.
start-help = QR-кодты оқу, стендті басып шығару: көмек
search-title = Іздеу
search-button = Іздеу
search-found = { $count ->
        [one] { $count } нәтиже табылды
       *[other] { $count } нәтиже табылды
    }
search-nothing = Ештеңе табылмады: { $query }
search-advice-spelling = Жазылуын тексеріңіз немесе сөздің басын ғана теріңіз.
search-advice-number = Мектепті нөмірі бойынша іздеңіз, мысалы: 54.
search-advice-code = Код жеті таңбадан тұрады, мысалы: 7K3-M9Q3. Ол парақта QR-кодтың жанында жазылған.
search-organizations = Ұйымдар
search-documents = Құжаттар
organization-dissolved = Таратылған

## The organizations by their districts.

# (?) a native reader should check
districts-title = Аудандар бойынша ұйымдар
# (?) a native reader should check
districts-lead = Ауданыңызды таңдаңыз да, мектебіңізді тізімнен табыңыз.
districts-counted = { $district } ({ $count })
districts-all = Барлық аудандар
# (?) a native reader should check
districts-none = Ауданы көрсетілмеген

## The frame of the help.

help-title = Көмек
help-for-member = Кәсіподақ мүшесіне
help-for-chair = Төрағаға
help-for-admin = Әкімшіге
