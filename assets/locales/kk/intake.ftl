# Көп шарт бірден: жеткізілген файлдар, олардан жасалған жобалар, бірге жариялау.

intakes-title = Көп шартты бірден жариялау
# (?) a native reader should check
intakes-lead = Ұйымдардың ұжымдық шарттарын бір ZIP мұрағатымен немесе бірнеше файлмен жіберіңіз. Әр файл атауындағы нөмір, ұйымның атауы немесе мәтін бойынша өз ұйымына қойылады. Сіз тізімді көріп, растағанша ештеңе жарияланбайды.
intakes-files = ZIP немесе файлдар
# $limit - how many MiB may come at once, $count - how many files.
intakes-files-hint = Ең көбі { $count } файл, барлығы { $limit } МиБ. Файл атауының үлгісі: S054 kk.docx, S054 ru.docx.
intakes-table = Күндер кестесі (XLSX немесе CSV)
# $columns - the headings of the columns.
intakes-table-hint = Бағандар: { $columns }. number бағаны міндетті. Кестеде жоқ күндер мәтіннен алынады.
intakes-send = Жіберіп, тексеру
intakes-open = Жіберілгендер
# $time - when it came, $login - who sent it.
intakes-entry = { $time }, { $login }

intake-title = Жіберілген шарттар
# $done - files that were looked at, $of - all files.
intake-reading = Файлдар оқылып жатыр: { $of } файлдың { $done } тексерілді. Бетті жабуға болады, жұмыс тоқтамайды.
intake-refresh = Бетті жаңарту
intake-ready = Барлық файл тексерілді.
# $count - how many agreements.
intake-count-sound = Жариялауға дайын: { $count }
intake-count-doubtful = Күмәнді: { $count }
intake-count-refused = Әзірге жариялауға болмайды: { $count }
intake-count-same = Бұрын жарияланған: { $count }
intake-count-published = Жарияланды: { $count }
intake-count-gone = Жобасы жоқ: { $count }
intake-state-sound = Дайын
intake-state-doubtful = Күмәнді
intake-state-refused = Әзірге жариялауға болмайды
intake-state-same = Дәл осы файл жарияланған
intake-state-published = Жарияланды
intake-state-gone = Жоба өшірілген
intake-change-document = Алғашқы шарт
intake-change-edition = Бар шарттың жаңа редакциясы
# $signed, $from, $until - days; a dash where one is missing.
intake-days = Қол қойылған күні: { $signed } · қолданылады: { $from } – { $until }
intake-days-from-text = Күндер мәтіннен алынды, салыстырып шығыңыз.
# $files - names of files.
intake-broken = Оқылмаған файлдар: { $files }. Шарт оларсыз жарияланады.
# (?) a native reader should check
intake-partly-same = Мына файлдар бұрын жарияланған: { $files }. Оларды жобадан алып тастаңыз немесе жарияланған редакцияны түзетіңіз.
intake-open-draft = Жобаны ашу
intake-problems = Алынбаған файлдар мен жолдар
intake-lines = Шарттар
intake-publish-title = Жариялау
intake-choose = Не жарияланады
intake-choose-sound = Дайындарының бәрі ({ $count })
intake-choose-all = Күмәнділерімен бірге бәрі ({ $count })
intake-choose-these = Тізімде белгіленгендер ғана
intake-choose-one = Белгілеу
# (?) a native reader should check
refusal-intake-ticks = Тізімде белгілер бар, бірақ жоғарыда басқасы таңдалған, немесе «белгіленгендер» таңдалып, ештеңе белгіленбеген. Қайсысын қалайтыныңызды таңдаңыз: ештеңе жарияланған жоқ.
intake-seen = Күмәнді жерлерін қарадым
intake-publish = Жариялау
intake-for-publisher = Шарттарды жариялау құқығы бар адам жариялайды. Бұл беттің мекенжайын соған жіберіңіз.
intake-discard = Жинап қою
# (?) a native reader should check
intake-discard-hint = Жарияланбаған жобалар өшіріледі. Жарияланғандар сол күйі қалады.
# $count - how many agreements.
intake-published = Жарияланған шарттар: { $count }.

# $file - the name of the file.
intake-archive-damaged = «{ $file }» – ZIP мұрағаты емес немесе бүлінген. Оны қайта жасап жіберіңіз.
intake-archive-files = «{ $file }» ішінде файл тым көп: ең көбі { $limit }. Бөліп жіберіңіз.
intake-archive-large = «{ $file }» ашылғанда тым үлкен: ең көбі { $limit } МиБ. Бөліп жіберіңіз.
# (?) a native reader should check
intake-packed-outside = «{ $file }»: жолы мұрағаттың сыртына шығады. Файлды қарапайым атаумен қайта салыңыз.
intake-packed-encrypted = «{ $file }» құпиясөзбен жабылған. Мұрағатты құпиясөзсіз жасаңыз.
intake-packed-archive = «{ $file }» – мұрағат ішіндегі мұрағат. Файлдарын тікелей салыңыз.
intake-packed-large = «{ $file }» ашылғанда тым үлкен: ең көбі { $limit } МиБ.
intake-packed-damaged = «{ $file }» мұрағатта бүлінген. Оны қайта салыңыз.
intake-too-many = «{ $file }» алынбады: бір жолы ең көбі { $limit } файл. Қалғанын бөлек жіберіңіз.
intake-lost = «{ $file }» жолда жоғалды. Оны қайта жіберіңіз.
intake-second-table = «{ $file }»: бір кесте бар, екіншісі алынбады. Бір ғана кесте жіберіңіз.
intake-nobodys = «{ $file }»: ұйым атауынан да, мәтінінен де табылмады. Файл атауын ұйымның нөмірінен бастаңыз, мысалы S054 kk.docx.
intake-several = «{ $file }»: бірнеше ұйымға сай келеді ({ $numbers }). Файл атауында бір нөмірді қалдырыңыз.
intake-of-union = «{ $file }»: бұл – кәсіподақтың өзі, онымен ұжымдық шарт жасалмайды.
intake-same-twice = «{ $file }» – «{ $first }» файлының өзі. Біреуін алып тастаңыз.
intake-second-of-language = «{ $file }»: осы ұйымның сол тілдегі «{ $first }» файлы бар. Біреуін қалдырыңыз немесе атауына тілін жазыңыз: kk, ru.
# (?) a native reader should check
intake-of-rows = «{ $file }»: кестенің { $first }- және { $line }-жолдары бұл файлды әртүрлі ұйымға жатқызады. Бір жолын қалдырыңыз.
# (?) a native reader should check
intake-row-of-several = Кесте, { $line }-жол: бұлай аталатын файл бірнешеу. Файлдың атауын қалталарымен бірге толық жазыңыз.
intake-row-of-nobody = Кесте, { $line }-жол: { $number } нөмірлі ұйым жоқ. Нөмірді түзетіңіз.
intake-row-twice = Кесте, { $line }-жол: бұл ұйым { $first }-жолда да тұр. Бір жолын қалдырыңыз.
intake-row-without-file = Кесте, { $line }-жол: { $number } ұйымының файлы келмеді.
refusal-csv-no-numbers = Кестеде number бағаны жоқ. Бірінші жолда мына бағандар тұра алады: { $columns }
refusal-intake-unknown = Бұл жіберілім жоқ: ол жинап қойылған.
# $number - the organization, $why - the refusal in a sentence.
refusal-one-of-many = { $number }: { $why } Ештеңе жарияланған жоқ.
