# The numbers of the office, and the filters of its lists.

## Numbers.

numbers-title = Сандар
# { $days }: a number.
numbers-last = Соңғы { $days } күн
# (?) a native reader should check
numbers-choose = Басқа кезең
# { $first }, { $last }: Form::Short.
numbers-shown = { $first } – { $last }
# (?) a native reader should check
numbers-total = Құжаттар ашылған саны: { $count }
# (?) a native reader should check
numbers-counted = Адамдардың құжаттарды неше рет ашқаны саналады: код арқылы, сілтеме арқылы және басқа беттерден. Кімнің ашқаны жазылмайды. Бағдарламалар мен сайтқа кіргендер саналмайды. Жаңа ашылулар бірнеше секундтан кейін көрінеді.
# (?) a native reader should check
numbers-none = Бұл уақытта ештеңе ашылмаған.
# (?) a native reader should check
numbers-table = Сандар кесте түрінде
# { $title }: what the chart shows.
# (?) a native reader should check
numbers-chart = «{ $title }» бағанды диаграммасы. Сол сандар астындағы кестеде де тұр.
numbers-days = Күндер бойынша
numbers-languages = Тілдер бойынша
numbers-districts = Аудандар бойынша
# (?) a native reader should check
numbers-coverage = Аудандардың бүгінгі қамтылуы
numbers-documents = Құжаттар бойынша
numbers-organizations = Ұйымдар бойынша
# (?) a native reader should check
numbers-union-documents = Кәсіподақтың ең көп ашылатын құжаттары
numbers-all-documents = Барлық құжаттар
numbers-all-organizations = Барлық ұйымдар
numbers-day = Күн
numbers-language = Тіл
numbers-openings = Ашылған саны
numbers-owner = Ұйым
# (?) a native reader should check
numbers-last-scan = Коды соңғы рет ашылған күн
# (?) a native reader should check
numbers-no-district = Стендтен тыс немесе ауданы көрсетілмеген
# { $days }: a number.
# (?) a native reader should check
numbers-stands-live = Коды соңғы { $days } күнде ашылған стендтер: { $count }
# (?) a native reader should check
numbers-stands-silent = Коды { $days } күннен бері ашылмаған стендтер: { $count }
# (?) a native reader should check
numbers-stands-never = Коды бірде-бір рет ашылмаған стендтер: { $count }
# (?) a native reader should check
numbers-refused-reversed = Кезеңнің соңғы күні бірінші күнінен бұрын тұр.
# (?) a native reader should check
numbers-refused-future = Кезең болашақта басталады: әлі ашылған құжат жоқ.
# (?) a native reader should check
numbers-refused-long = Кезең { $days } күннен ұзақ. Қысқарақ кезең таңдаңыз.
# (?) a native reader should check
numbers-refused-length = Тізімде мұндай кезең жоқ. Тізімнен таңдаңыз немесе күндерін көрсетіңіз.

## Lists and their filters.

# (?) a native reader should check
filter-title = Іріктеу шарттары
# (?) a native reader should check
filter-remove = { $filter } шартын алып тастау
# (?) a native reader should check
filter-clear = Барлық шартты алып тастау
filter-count = Табылғаны: { $count }
filter-count-at-least = Табылғаны: кемінде { $count }
# (?) a native reader should check
filter-nothing = Ештеңе табылмады. Шарттардың бірін алып тастаңыз.
filter-none = Көрсетілмеген
filter-agreement = Ұжымдық шарт
# (?) a native reader should check
filter-agreement-in-force = Шарт қолданыста
# { $days }: a number.
# (?) a native reader should check
filter-agreement-ending = Шарттың мерзімі { $days } күн ішінде аяқталады
# (?) a native reader should check
filter-agreement-not-in-force = Шарт бар, бірақ қолданыста емес
filter-agreement-without = Шарт жоқ
filter-stand = Стенд
# (?) a native reader should check
filter-stand-live = Коды ашылып тұрады
# (?) a native reader should check
filter-stand-silent = Коды көптен бері ашылмаған
# (?) a native reader should check
filter-stand-never = Коды бірде-бір рет ашылмаған
# (?) a native reader should check
filter-stand-outdated = Жаңарту керек
# (?) a native reader should check
filter-stand-unprinted = Бірде-бір рет басылмаған
filter-status = Күйі
filter-status-active = Жұмыс істейді
# (?) a native reader should check
filter-status-dissolved = Таратылған
# (?) a native reader should check
filter-asks = Не істеу керек
# { $days }: a number.
# (?) a native reader should check
filter-asks-term-ends = Мерзімі { $days } күн ішінде аяқталады
# { $days }: a number.
# (?) a native reader should check
filter-asks-prolongation-ends = Ұзартылған мерзімі { $days } күн ішінде аяқталады
# (?) a native reader should check
filter-asks-term-ended = Мерзімі өтті, жаңасы жоқ
# (?) a native reader should check
filter-asks-monitoring = Еңбек инспекциясына тапсырылғаны белгіленбеген
# (?) a native reader should check
filter-asks-registration = Тіркеуге жіберілгені белгіленбеген
filter-reading = Мәтін
filter-reading-without-text = Мәтіні әлі жоқ
# (?) a native reader should check
filter-reading-never-opened = Бірде-бір рет ашылмаған
filter-reading-without-kk = Қазақша мәтіні жоқ
filter-reading-without-ru = Орысша мәтіні жоқ
# (?) a native reader should check
filter-reading-draft-waits = Жобасы бірнеше күннен бері жарияланбай тұр
# (?) a native reader should check
needs-list = Тізім түрінде ашу
table-csv = Кесте түрінде жүктеп алу (CSV)
# (?) a native reader should check
table-xlsx = Excel үшін жүктеп алу
table-status = Күйі
table-effective-from = Қолданыла бастайтын күн
table-term-end = Мерзімінің соңғы күні
# (?) a native reader should check
hang-since-column = Стенд ілінген күн
# (?) a native reader should check
hang-to-do-column = Не істеу керек
