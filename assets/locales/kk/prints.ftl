# Getting prints: the kit's page, what may be chosen, many kits at once, why something is not printed.

## Codes as files.

qr-files = QR-код файлы:
# (?) a native reader should check
qr-files-trial = Сайт мекенжайы әлі расталмаған: бұл кодты әзірге басып шығармаңыз.

## The page of a kit.

kit-title = Стенд жинағы
kit-open = Беттерін көру және басқа түрін таңдау
kit-download = Жинақты жүктеп алу (PDF)
kit-pages = { $count } бет
kit-paper = { $size } қағазы – { $count } парақ
kit-labels = { $stock } жапсырма парағы – { $count }
kit-one-side = Қағаздың бір жағына басып шығарыңыз.
kit-usual = Кәдімгі жинаққа оралу
kit-step-print = Файлды жүктеп алып, 100 % масштабпен («нақты өлшемімен») басып шығарыңыз, «бетке сыйдыру» дегенді таңдамаңыз. Ақ-қара принтер жеткілікті.
kit-step-stickers = Алдымен кәдімгі қағазға басып шығарып, жапсырма парағына қойып салыстырыңыз.
kit-step-sign = Құжатпен танысқан әр адам танысу парағына қол қояды.
kit-step-hang = Парақтарды 140–170 см биіктікке іліңіз, қарсысында терезе не шам болмасын.
kit-step-check = Әр кодты телефонмен ашып көріңіз: құжат ашылуы керек.
kit-inside = Файлда не бар
kit-purpose-guide = Сізге арналған: қалай басып шығарып, ілу керек. Стендке ілінбейді.
kit-purpose-poster = Стендтің барлық коды бір жерде.
kit-purpose-sheets = Әр құжатқа бөлек парақ. Ірі код үш метрден оқылады.
kit-purpose-stickers = Жапсырмадағы кодтар: папкаға, есікке, ақпарат бұрышына.
kit-purpose-acquaintance = Қол қоюға арналған кесте: құжатты кім оқығаны жазылады.
# (?) a native reader should check
kit-purpose-ruler = Принтер өлшемді өзгертпей шығара ма, соны көруге арналған. Стендке ілінбейді.
# (?) a native reader should check
kit-wall = Парақтар қабырғада қатар ілінгенде, алыстан қарағанда осылай көрінеді:
kit-previews = Беттері қандай болады
kit-page = { $number }-бет: { $name }
kit-pages-all = Барлық бетті көрсету ({ $count })
kit-other = Басқа түрін таңдау
kit-show = Осы түрін көрсету
kit-address = Осы түрінің сілтемесі, оны біреуге жіберуге болады:
kit-specimen = Бұл – сынақ: әр бетте ҮЛГІ деген сөз тұр. { $host } мекенжайы тұрақты деп әлі расталмаған, сондықтан кодтар кейін ашылмай қалуы мүмкін. Бұл парақтарды стендке ілмеңіз. Мекенжайды кәсіподақ әкімшісі растайды.
# (?) a native reader should check
kit-idle = Бұл жинақта мына таңдау ештеңені өзгертпейді: { $choices }.
kit-left-out = Мәтіні әлі жарияланбағандықтан басылмайды: { $documents }. Бәрібір басып шығару үшін «{ $answer }» дегенді таңдаңыз.
kit-specimen-short = Беттерде ҮЛГІ сөзі тұрады: сайт мекенжайы әлі расталмаған, оларды стендке ілмеңіз.
kit-refused = Бұлай басып шығаруға болмайды

## What may be chosen. Each name is the question, each value the answer.

choice-refused = { $name }: «{ $value }» деген мән жоқ. Болатыны: { $possible }.
choice-nothing = Не басып шығаратыныңызды белгілеңіз.
choice-start-possible = 1 мен { $most } аралығындағы сан
choice-documents-possible = құжат кодтары, мысалы 7K3M9Q3
choice-parts = Не басып шығару керек
choice-parts-guide = Төрағаға арналған жадынама
choice-parts-poster = Плакат
choice-parts-sheets = Құжат парақтары
choice-parts-stickers = Жапсырмалар
choice-parts-acquaintance = Танысу парағы
# (?) a native reader should check
choice-parts-ruler = Принтерді тексеру парағы
choice-paper = Қағаз
choice-paper-a4 = Бәрі A4 қағазда
choice-paper-a3 = Плакат A3 қағазда, қалғаны A4 қағазда
choice-paper-a4x2 = Екі A4 парақтан құралатын үлкен плакат
choice-paper-a5 = Құжат парақтары A5 өлшемінде, бір A4 параққа екіден (мөлдір қалталарға)
choice-stock = Қандай жапсырма
choice-stock-hint = Тек жапсырма басып шығарғанда керек. Атауы қаптамасында жазылған.
choice-stock-l7160 = L7160: бір парақта 21, 63,5 × 38,1 мм
choice-stock-l7165 = L7165: бір парақта 8, 99,1 × 67,7 мм
choice-stock-70x37 = 70 × 37 мм: бір парақта 24
choice-stock-105x74 = 105 × 74 мм: бір парақта 8
choice-start = Қай жапсырмадан бастау керек
choice-start-hint = Парақтың бір бөлігі бұрын жұмсалған болса. Солдан оңға, жоғарыдан төмен санаңыз; бүтін парақта – 1.
# (?) a native reader should check
choice-right = Жапсырмаларды оңға жылжыту, мм
choice-right-hint = Код жапсырманың шетіне шығып кетсе. Солға жылжыту үшін минус қойыңыз: -1.5.
choice-down = Жапсырмаларды төмен жылжыту, мм
choice-down-hint = Жоғары жылжыту үшін минус қойыңыз. Қанша екенін принтерді тексеру парағы көрсетеді.
choice-shift-possible = -{ $most } пен { $most } аралығындағы миллиметр, мысалы 1.5
choice-level = Қайда ілінеді
choice-level-q = Ғимарат ішінде: код алыстан оқылады
choice-level-h = Есікте не далада: код ұсағырақ, бірақ бүлінуге төзімдірек
choice-languages = Тілдер
choice-languages-kk-ru = Қазақша және орысша
choice-languages-kk-ru-en = Қазақша, орысша және ағылшынша
choice-look = Безендірілуі
choice-look-plain = Қарапайым: тонер аз жұмсалады
choice-look-banner = Кәсіподақтың түсті жолағымен
# (?) a native reader should check
choice-look-gallery = Кең ақ өріс пен ою-өрнек
choice-edge = Қайда басып шығарасыз
choice-edge-office = Өз принтерімде
# (?) a native reader should check
choice-edge-bleed = Баспаханада: бояу шетінен 3 мм асып тұрады, кесу белгілері бар
choice-documents = Қай құжаттар
choice-documents-hint = Парақтар мен жапсырмаларға қатысты. Плакатта әрқашан бүкіл стенд болады.
choice-clauses = Баптар мен тармақтардың жапсырмалары
choice-clauses-hint = Жапсырмалар құжаттарға емес, осы жерлерге жасалады.
choice-clauses-possible = құжат коды және бап немесе тармақ, мысалы 7K3M9Q3-P5.2
choice-bundle = Қандай файл керек
choice-occasion = Не үшін басып шығарасыз
choice-occasion-new = Жаңа стенд: бұрынғы парақтар алып тасталады
choice-occasion-reprint = Ескірген парақтарды ауыстыру: қалғаны ілулі қала береді
choice-pending = Әлі жарияланбаған құжаттар
choice-pending-no = Басып шығармау
choice-pending-yes = Басып шығару: мәтін шыққанда код соны ашады

## Why something is not printed.

print-host-too-long = { $host } мекенжайы басылатын кодқа сыймайды: ең көбі { $limit } таңба сыяды. Сайтқа қысқарақ мекенжай керек.
print-host-too-long-h = { $host } мекенжайы далаға арналған кодқа сыймайды: ең көбі { $limit } таңба сыяды. Ғимарат ішіне арналған кодты таңдаңыз.
print-title-too-long = Атауы ең ұсақ әріппен де параққа сыймайды: { $name } ({ $code }). Құжаттың атауын қысқартыңыз.
# (?) a native reader should check
print-labels-alike = { $code } және { $other } құжаттарының жапсырмалары бірдей оқылады. Құжаттардың біріне басқа тақырып не жапсырмаға арналған қысқа атау керек; оны әкімші құжаттың бетінде жазады.
print-no-document = Бұл стендте { $code } коды бар құжат жоқ.
# (?) a native reader should check
print-no-clause = «{ $name }» ({ $code }) құжатының қазіргі мәтінінде мұндай жер жоқ: { $number }.
print-nothing = Басып шығаратын ештеңе жоқ: таңдалған құжаттардың мәтіні әлі жарияланбаған. Парақтарын алдын ала басып шығаруға болады: «Басып шығару: мәтін шыққанда код соны ашады» дегенді таңдаңыз.
# (?) a native reader should check
print-not-in-kazakh = Қазақша атауы жоқ: { $name } ({ $code }). Стендке ілінетін парақтағы атау алдымен қазақша тұрады («Қазақстан Республикасындағы тіл туралы» Заңның 21-бабы). Әкімші қазақша атауын енгізсін.
print-no-letters = Атауда басып шығаруға келмейтін таңбалар бар: { $letters } – { $name } ({ $code }). Әкімші оларды атаудан алып тастасын.
print-unreadable = { $code } коды басып шығару алдындағы тексеруден өтпеді: { $name }. Ештеңе басып шығарылған жоқ. Әкімшіге хабарлаңыз.
print-failed = Файлды құрастыру мүмкін болмады. Ештеңе басып шығарылған жоқ. Әкімшіге хабарлаңыз.

## Many kits at once.

prints-title = Басып шығару
prints-lead = Көп стендтің жинақтары бір файлда, аудан мен нөмір ретімен: таратуға ыңғайлы.
prints-district = Аудан
prints-district-all = Барлық аудан
prints-kind = Ұйым түрі
prints-kind-all = Барлық түрі
prints-bundle = Қандай файл керек
prints-bundle-zip = ZIP мұрағаты: әр ұйымға бөлек PDF, аудандар бойынша қалталарда
prints-bundle-pdf = Мазмұны бар бір PDF
prints-choices = Не және қалай басып шығару керек
prints-count = Санау
prints-counted = Жинақ саны: { $kits }. Бет саны: { $pages }.
prints-none = Мұндай ұйым жоқ.
# (?) a native reader should check
prints-nothing = Басып шығаратын ештеңе жоқ: бірде-бір жинақты басып шығару мүмкін болмады. Себептері көрсетілген.
prints-possible = Аудандар: { $districts }. Түрлері: { $kinds }.
prints-out = { $name }: файл .pdf немесе .zip болуы керек. Әр жинақты бөлек алу үшін бұрыннан бар қалтаны көрсетіңіз.
prints-prepare = Басып шығаруға өту
prints-job = Басып шығару: { $count } жинақ
prints-download = Файлды жүктеп алу
prints-download-again = Қайта жүктеп алу
prints-progress = { $total } ішінен { $done }
prints-waiting = «Файлды жүктеп алу» түймесін басыңыз. Жинақтар файл жүктеліп жатқанда құрастырылады.
prints-running = Файл дайындалып, жүктеліп жатыр. Браузерді жаппаңыз.
prints-done = Дайын: файл толық жүктелді.
prints-stopped = Басып шығару тоқтатылды. Файл толық емес, оны жойыңыз.
prints-broken = Жүктеп алу үзілді. Файл толық емес, оны жойып, қайта жүктеп алыңыз.
prints-busy = Бұл файл қазір дайындалып жатыр немесе басқа екі файл дайындалып жатыр. Күте тұрыңыз немесе біреуін тоқтатыңыз.
prints-cancel = Тоқтату
prints-refresh = Жаңарту
prints-again = Басқасын басып шығару
prints-interrupted = Тоқтатылды. Дайын файлдар бүтін, толық емес файл қалған жоқ.
prints-file = Стенд жинақтары: { $count }
prints-not-printed = Басып шығарылмағандар
