# What an administrator looks at before a text is published, and corrects.

refusal-no-body = «{ $file }» файлында экраннан оқылатын мәтін жоқ.
refusal-not-bilingual = «{ $file }» файлында кестенің екі бағанында қатар тұрған қазақша және орысша мәтіндер жоқ.
refusal-words-lost = «{ $file }» файлынан енді сөз табылмады. Экрандағы бұрынғы мәтін қалдырылды.
refusal-doubts-unseen = Алдымен күмәнді жерлерді қарап, түйменің алдына белгі қойыңыз.
# (?) a native reader should check
refusal-doubts-unaccepted = Ештеңе жарияланған жоқ: алдымен жоғарыда аталған күмәнді жерлерді қараңыз. Бәрі дұрыс болса, --accept-doubts қосып қайталаңыз.
review-title = Жариялау алдында нені қарау керек
review-no-doubts = Бағдарлама күмәнді ештеңе таппады. Дегенмен мәтінді файлмен салыстырып шығыңыз: ол телефоннан дәл осылай оқылады.
review-doubt = { $text }. { $doubt }
review-more = тағы: { $count }
# (?) a native reader should check
review-open-changes = Файлда қабылданбаған да, қайтарылмаған да түзетулер бар. Экранда – барлығы қабылданған мәтін. Оларды Word-та қабылдап немесе қайтарып, файлды қайта жүктеген дұрыс.
# (?) a native reader should check
review-pages-without-words = Сөзі оқылмаған беттер: { $pages } (барлығы { $of }). Бұл беттер – сурет: экранға да, іздеуге де түспейді. Мәтіні толық файлды жүктеген дұрыс.
# (?) a native reader should check
review-pictures-without-words = Файлда сөзі оқылмаған суреттер бар: { $count }. Сканерленген беттердің мәтіні экранға да, іздеуге де түспейді.
# (?) a native reader should check
review-recognised-words = Сөздерді адам терген жоқ, машина таныған (беттер: { $pages }): қате болуы мүмкін. Мәтінді түпнұсқамен салыстырыңыз.
# (?) a native reader should check
review-poor-words = Сканер файлға салған сөздерде қате өте көп (беттер: { $pages }). Оларды суреттерімен салыстырыңыз немесе мәтіні бар файлды жүктеңіз.
# (?) a native reader should check
review-replaced-words = Сканер файлға салған сөздерде қате өте көп болғандықтан, бұл беттердің мәтінін бағдарлама қайта таныды (беттер: { $pages }). Мәтінді суреттерімен салыстырыңыз.
# (?) a native reader should check
review-hidden-words = Файлда көзге көрінбейтін сөздер бар, мысалы «{ $sample }». Жер саны: { $count }. Олар экрандағы мәтінге енгізілген жоқ.
# (?) a native reader should check
review-unreadable-letters = Қаріп мағынасын айтпайтын әріптер: { $count }. Мәтін толық оқылмады: оны Word-тан PDF-ке қайта сақтаңыз немесе DOCX жүктеңіз.
# (?) a native reader should check
review-form-notice = Бұл файл – бір ғана бағдарлама көрсететін форма: оның орнында тек ескерту жазылған. Оны сол бағдарламада ашып, кәдімгі PDF етіп басып шығарыңыз.
# (?) a native reader should check
review-embedded-document = Файлдың ішінде басқа файл бар, оның мәтіні оқылмады. Құжатты Word-та ашып, DOCX етіп қайта сақтаңыз.
# (?) a native reader should check
review-no-reader = Бағдарлама осы ескі түрдегі файлды сақтайды, бірақ оқымайды: оның мәтіні экранда да, іздеуде де жоқ. Файлды Word-та ашып, DOCX етіп сақтап, соны жүктеңіз.
# (?) a native reader should check
review-old-font = «{ $font }» – ескі қазақ қарпі (Юникодқа дейінгі): файлдағы әріптер ол көрсететін әріптер емес. Олар қазақ әріптерімен ауыстырылды. Мәтінді файлмен салыстырыңыз.
review-language = Бұл мәтін { $lang ->
        [kk] қазақша
        [ru] орысша
       *[en] ағылшынша
    } сияқты. Файлдар ауысып кеткен жоқ па?
# (?) a native reader should check
review-no-words = Файлда экраннан оқылатын сөз жоқ: оқырман файлдың өзін ашады, іздеу оны таппайды.
# (?) a native reader should check
review-few-words = Мәтін өте қысқа, таңба саны: { $count }. Құжат толық па?
# (?) a native reader should check
review-other-organization = Мәтінде басқа ұйым аталған: «{ $found }», ал құжат иесінің атауы жоқ. Файлдар ауысып кеткен жоқ па?
# (?) a native reader should check
review-other-term = Мәтінде мерзім басқаша: { $found }. Енгізілген күндерді тексеріңіз.
# (?) a native reader should check
review-other-day = Мәтінде күні басқаша: «{ $found }». Енгізілген күндерді тексеріңіз.
# (?) a native reader should check
review-same-file = Дәл осы файл басқа ұйымның { $document } құжатында бар. Файлдар ауысып кеткен жоқ па?
review-no-headings = Ұзақ мәтінде бірде-бір тақырып табылмады: мазмұны да, баптарға сілтемелер де болмайды.
review-gap-first = Нөмірлеу { $before } дегеннен басталады.
review-gap = Нөмірлер қалып қойған: { $after } дегеннен кейін бірден { $before }.
review-repeated = { $number } нөмірі екі рет тұр.
review-missing = { $lang ->
        [kk] Қазақша
        [ru] Орысша
       *[en] Ағылшынша
    } мәтінде бар бөлік мұнда жоқ.
review-garbled = Бүлінген әріптер, мысалы «{ $sample }». Жер саны: { $count }.
# (?) a native reader should check
review-amendment-unread = Мәтінді өзгертетін файлдың сөздері оқылмады. Мүше оны файл күйінде ғана ашады: Word немесе мәтіні бар PDF жүктеңіз.
# (?) a native reader should check
review-amendment-without-place = Мәтінді өзгертетін құжатта қай тармақ өзгеретіні табылмады. Ол мәтіннің соңында ғана көрсетіледі.
review-look-alikes = Сөз ішіндегі латын әріптері, мысалы «{ $sample }». Жер саны: { $count }. Іздеу мұндай сөздерді табады, файлды өзгерту міндетті емес.
review-seen = Күмәнді жерлер қаралды, мәтінді жариялауға болады
review-original = Жүктелген файлды ашу
review-bilingual = Бұл файлда қазақша және орысша мәтіндер кестенің екі бағанында қатар тұр.
review-split = Файлдан екі мәтінді де алу
review-level = Белгіленген жолдар
review-level-paragraph = жай мәтін болсын
review-level-heading = { $level }-деңгейлі тақырып
review-level-save = Сақтау
review-level-hint = Тақырып қате танылса, жолды белгілеп, оның не болуы керегін таңдап, сақтаңыз. Файлдың өзі өзгермейді.
review-outline-title = Мәтіннің тақырыптары
review-outline-open = Тақырыптарды түзету: { $text }
review-outline-recorded = Өзгеріс құжаттың тарихына жазылады.

## Scanned pages

# (?) a native reader should check
scan-progress = Сканерленген беттердің мәтіні танылып жатыр. Дайын беттер: { $done } / { $asked }.
# (?) a native reader should check
scan-ready = Сканерленген беттердің мәтіні танылды. Оны суреттерімен салыстырыңыз.
# (?) a native reader should check
scan-failed = Кейбір беттердің мәтіні танылмады (саны: { $count }): олар сурет күйінде көрсетіледі.
# (?) a native reader should check
scan-no-program = Бұл серверде мәтінді танитын бағдарлама (tesseract) орнатылмаған: сканерленген беттер сурет күйінде көрсетіледі. Құжаттың Word файлы болса, соны жүктеңіз.
# (?) a native reader should check
scan-check = Беттерді суретімен салыстыру (тексерілгені: { $checked } / { $of })
# (?) a native reader should check
scan-check-title = Бетті суретімен салыстыру
scan-check-pages = Сканерленген беттер
scan-check-words = Беттің мәтіні
scan-check-hint = Әр азатжолды жаңа жолдан жазыңыз. Қате болса, түзетіңіз.
# (?) a native reader should check
scan-check-doubtful = Бағдарлама күмәнданған сөздер белгіленген (саны: { $count }). Сөзді басса, оның суреттегі орны көрінеді.
# (?) a native reader should check
scan-check-save = Мәтін дұрыс – келесі бет
scan-check-done = тексерілді
# (?) a native reader should check
scan-check-unread = Бұл беттің мәтіні танылмаған. Оны қолмен жазуға болады.
field-words = Мәтін
# (?) a native reader should check
scan-no-recognizer = Мәтінді танитын бағдарлама (tesseract, кирилл моделімен) табылмады. Оны орнатыңыз: tesseract-ocr және tesseract-ocr-script-cyrl.
photos-order = Беттердің реті
# (?) a native reader should check
photos-order-hint = Беттердің нөмірлерін қажетті ретпен жазыңыз, мысалы: 2 1 3
photos-arrange = Ретін өзгерту
# (?) a native reader should check
refusal-no-order = Беттердің ретін толық жазыңыз: 1-ден { $pages } дейінгі әр нөмір бір рет тұруы керек.
