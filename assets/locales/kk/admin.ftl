# What administrators and chairs read.

## Kinds of organizations

orgkind-union = Кәсіподақ
orgkind-school = Мектеп
orgkind-school-lyceum = Мектеп-лицей
orgkind-school-gymnasium = Мектеп-гимназия
orgkind-kindergarten = Балабақша
orgkind-college = Колледж
orgkind-university = Университет
orgkind-extracurricular = Қосымша білім беру ұйымы
orgkind-special = Арнаулы білім беру ұйымы
orgkind-other = Басқа ұйым

## Signing in, accounts, sessions

admin-menu = Басқару
admin-site = Сайт
admin-sign-in = Кіру
# (?) a native reader should check
admin-session-ended = Сеанс аяқталған: ештеңе сақталған жоқ. Кіріңіз, сонда нысанға қайта ораласыз.
# (?) a native reader should check
admin-session-ended-carried = Сеанс аяқталған: ештеңе сақталған жоқ. Кіріңіз, сонда жазғаныңыз нысанда қайта тұрады. Файлдарды қайта таңдаңыз.
admin-sign-in-title = Қызметкерлерге арналған кіру
admin-sign-in-hint = Құжаттарды оқу үшін кірудің қажеті жоқ.
admin-login = Логин немесе электрондық пошта
admin-password = Құпиясөз
admin-sign-out = Шығу
admin-signed-out = Сіз жүйеден шықтыңыз.
admin-signed-in-as = Сіз { $login } ретінде кірдіңіз
admin-password-change = Құпиясөзді өзгерту
admin-password-present = Қазіргі құпиясөз
admin-password-new = Жаңа құпиясөз
admin-password-again = Жаңа құпиясөзді қайталаңыз
admin-password-hint = Кемінде { $length } таңба. Бірнеше сөзден құралған сөйлемді есте сақтау оңай.
admin-password-changed = Құпиясөз өзгертілді. Басқа құрылғыларда қайта кіру керек.
admin-invitation-title = Шақыру
admin-invitation-admin = Сізді кәсіподақтың әкімшісі болуға шақырады.
admin-invitation-chair = Сізді мына ұйымның төрағасы ретінде шақырады: { $organization }
admin-invitation-accept = Логин мен құпиясөз белгілеп, жүйеге кіру
# { $date }: Form::To.
admin-invitation-valid = Сілтеме бір рет қана және { $date } дейін жарамды.
admin-role-admin = Әкімші
admin-role-chair = Төраға
admin-invite = Шақыру сілтемесін жасау
admin-invite-made = Сілтеме дайын. Оны адамның өзіне ғана жіберіңіз: ол қайта көрсетілмейді.
admin-invite-role = Кімді шақырасыз
admin-invite-organization = Төраға үшін: ұйымы (нөмірі немесе коды)
admin-invite-link = Бір реттік сілтеме
admin-account-close = Кіру құқығын жабу
admin-sessions = Ашық сеанстар
admin-session-this = Осы құрылғы
# { $date }: Form::From.
admin-session-since = { $date } бастап
admin-session-end = Сеансты аяқтау
admin-sessions-end-all = Басқа сеанстардың бәрін аяқтау

## Common words

admin-save = Сақтау
admin-saved = Сақталды.
admin-cancel = Болдырмау
admin-back = Артқа
admin-optional = міндетті емес
admin-date-hint = КК.АА.ЖЖЖЖ, мысалы 01.09.2026
admin-reason = Себебі
admin-reason-hint = Себеп бетте көрсетіледі. Онда жеке деректерді жазбаңыз.
admin-code = Код
admin-language-kk = қазақша
admin-language-ru = орысша
admin-language-en = ағылшынша

## Dashboard

admin-dashboard = Шолу
admin-dashboard-empty = Тізілім әзірге бос. Мектептерді кестеден енгізуден бастаңыз.
admin-dashboard-organizations = Ұйымдар: { $count }
admin-dashboard-documents = Құжаттар: { $count }
needs-title = Менен не керек
needs-none = Қазір шұғыл іс жоқ.
needs-more = Тағы { $count }
needs-term-ends = Мерзімі аяқталып келе жатқан келісімдер мен шарттар
needs-prolongation-ends = Ұзартылған мерзімі аяқталып келе жатқандар
needs-term-ended = Мерзімі аяқталған, орнына жаңасы жоқ
needs-monitoring = Еңбек инспекциясына тапсырылғаны белгіленбеген
needs-registration = Тіркеуге жіберілгені белгіленбеген
need-article = Еңбек кодексі, { $article }-бап
# { $date }: Form::Long.
# (?) a native reader should check
need-term-ends = Мерзімінің соңғы күні – { $date }. Осы күнге дейін ұзартуды ұсыныңыз: сонда шарт бір жылға дейін қолданылады ({ $article }).
need-prolongation-ends = Ұзартылған мерзімнің соңғы күні – { $date }. Сол күнге дейін жаңа шарт жасаңыз ({ $article }).
need-term-ended = Мерзімі аяқталды, соңғы күні – { $date }. Жаңа шарт жасаңыз немесе оның мәтінін жариялаңыз.
need-monitoring = Еңбек инспекциясына тапсырудың соңғы күні – { $date } ({ $article }). Тапсырылса, күнін белгілеңіз.
need-monitoring-late = Еңбек инспекциясына тапсыру мерзімі өтіп кетті, соңғы күні – { $date } ({ $article }). Тапсырылса, күнін белгілеңіз.
need-registration = Тіркеуге жіберудің соңғы күні – { $date } ({ $article }). Жіберілсе, күнін белгілеңіз.
need-registration-late = Тіркеуге жіберу мерзімі өтіп кетті, соңғы күні – { $date } ({ $article }). Жіберілсе, күнін белгілеңіз.
admin-dashboard-latest = Соңғы құжаттар
admin-host = Сайт мекенжайы
admin-host-unconfirmed = { $host } мекенжайы тұрақты деп расталмаған. Ол расталғанша әр парақта ҮЛГІ сөзі тұрады.
admin-host-confirm = Иә, бұл мекенжай тұрақты
admin-host-confirm-warning = Мекенжай басылған әр кодта тұрады. Ол өзгерсе, барлық стендті қайта басып шығаруға тура келеді.
# (?) a native reader should check
admin-host-fineness = Мұндай мекенжайы бар кодта { $modules } × { $modules } шаршы болады.
admin-host-shorter = Мекенжай { $letters } таңбадан аспаса, кодта { $modules } × { $modules } шаршы болып, телефондар оны { $percent } % алысырақтан оқыр еді.
admin-host-confirmed = { $host } мекенжайы тұрақты деп расталды.

## Organizations

admin-organizations = Ұйымдар
admin-organizations-find = Атауы, нөмірі немесе коды
admin-organizations-none = Ондай ұйым табылмады.
admin-organization-number = Нөмірі
admin-organization-name = Атауы
admin-organization-name-kk = Қазақша атауы
admin-organization-name-ru = Орысша атауы
admin-organization-name-en = Ағылшынша атауы
admin-organization-kind = Түрі
admin-organization-district = Ауданы
admin-organization-status = Күйі
admin-organization-active = Жұмыс істейді
admin-organization-dissolved = Таратылған
admin-organization-documents = Ұйымның құжаттары
admin-organization-stand = Стендтегі құжаттар
admin-organization-kit = Стенд жинағын жүктеп алу
admin-organization-rename = Атауын өзгерту
admin-organization-renamed-since = Жаңа атау қай күннен бастап
admin-organization-rename-hint = Бұрынғы атау тарихта қалады. Ескі кодтар жұмыс істей береді, бірақ парақта бұрынғы атау тұрады: жаңа парақтарды басып шығару керек.
admin-organization-dissolve = Таратылды деп белгілеу
admin-organization-merge = Басқа ұйымға қосу
admin-organization-merge-into = Қай ұйымға қосылады (нөмірі немесе коды)
# (?) a native reader should check
admin-organization-merge-sure = Иә: { $from } мына ұйымға қосылады: { $into }
admin-organization-merged-on = Қосылған күні
admin-organization-merge-hint = Екі ұйымның да кодтары жұмыс істей береді. Ұжымдық шарт жаңа ұйымға өздігінен көшпейді.
admin-organization-merged-into = { $name } ұйымына қосылды
admin-organization-shelf = Стенд бетін ашу
admin-organization-qr-svg = Басып шығаруға арналған QR-код (SVG)
admin-organization-qr-png = QR-код сурет түрінде (PNG)
admin-organization-names = Атаулары, соңғысынан бастап
admin-organization-details = Нөмірі, түрі, ауданы
# (?) a native reader should check
admin-organization-district-hint = Қазақша және орысша, екі жағына бос орын қойылған қиғаш сызықпен бөлінеді.
admin-organization-end = Ұйымды қосу немесе тарату
admin-organization-dissolve-sure = Бұл ұйым енді жоқ. Мұны кері қайтару мүмкін емес.
admin-organization-ended = Белгіленді. Кодтар жұмыс істей береді.
refusal-not-sure = Сенімді болсаңыз, белгі қойыңыз.

## Contact

admin-contact = Кімнен сұрауға болады
admin-contact-name = Аты-жөні
admin-contact-phone = Телефоны
admin-contact-whatsapp = WhatsApp нөмірі
admin-contact-room = Кабинеті
admin-contact-consent = Бұл адам байланысының сайтта жариялануына келісті
admin-contact-confirmed = Соңғы рет расталған күні: { $date }
admin-contact-erase = Байланыс деректерін өшіру
admin-contact-erased = Байланыс деректері өшірілді. Беттерде қалалық кәсіподақтың байланыс деректері көрсетіледі.
admin-contact-hint = Байланыс тек беттерде көрсетіледі, парақтарға басылмайды.

## Import of organizations

admin-import = Кестеден енгізу
admin-import-file = Кесте (XLSX немесе CSV)
admin-import-hint = Excel кітабы немесе CSV файлы. Бағандар: { $columns }
admin-import-dry-run = Сынап көру
admin-import-dry-run-note = Бұл – сынақ. Әзірге ештеңе сақталған жоқ.
admin-import-new = Жаңа: { $count }
admin-import-renamed = Атауы өзгереді: { $count }
admin-import-changed = Басқа мәліметі өзгереді: { $count }
admin-import-unchanged = Өзгеріссіз: { $count }
admin-import-line = { $line }-жол
admin-import-before = Қазір
admin-import-after = Болады
admin-import-since = Атау өзгерістері қай күннен бастап
admin-import-apply = Енгізу
admin-import-fix-first = Алдымен қателерді түзетіп, файлды қайта жүктеңіз.
admin-import-done = Кесте енгізілді.
admin-import-missing-note = Файлда жоқ ұйымдар өзгермейді.
admin-import-notes = Назар аударыңыз
admin-import-new-words = Жаңа түрлер мен аудандар
admin-import-new-words-meant = Жаңа түрлер мен аудандар дұрыс
import-new-kind = Жаңа түр «{ $word }»: { $rows } жол. Қате болса, kind бағанын түзетіңіз; дұрыс болса, растаңыз (беттегі белгімен, командада --accept-new).
# (?) a native reader should check
import-new-district = Жаңа аудан «{ $word }»: { $rows } жол. Қате болса, district бағанын түзетіңіз; дұрыс болса, растаңыз (беттегі белгімен, командада --accept-new).
# (?) a native reader should check
import-number-cyrillic = { $line }-жол: { $number } нөмірі кирилл { $letter } әрпімен жазылған. Ол { $number } деп қабылданды.
import-number-latin = { $line }-жол: { $number } нөмірі латын { $letter } әрпімен жазылған. Ол { $number } деп қабылданды.
import-number-greek = { $line }-жол: { $number } нөмірі грек { $letter } әрпімен жазылған. Ол { $number } деп қабылданды.
import-same-name = { $line }-жол: «{ $name }» атауы { $other } ұйымында да бар.
import-district-spelled = { $line }-жол: аудан басқа әріптермен жазылған. Ол «{ $district }» деп қабылданды.
admin-import-columns = Кестенің бағандары
admin-import-sample = Бос кестені жүктеп алу

## Documents

admin-documents = Құжаттар
admin-documents-find = Құжаттың атауы, ұйым, нөмір немесе код
admin-documents-none = Әзірге құжат жоқ.
admin-document-create = Құжат жасау
admin-document-created = Құжат жасалды. Коды: { $code }
admin-document-owner = Кімнің құжаты
admin-document-owner-hint = Ұйымның нөмірі немесе коды, мысалы S054. Одақтың өз құжаты үшін одақтың нөмірін жазыңыз.
admin-document-kind = Құжат түрі
admin-document-titles = Атауы
admin-document-title-kk = Қазақша атауы
admin-document-title-ru = Орысша атауы
admin-document-title-en = Ағылшынша атауы
admin-document-title-hint = Бос қалса, түрі мен ұйымның атауы алынады.
# (?) a native reader should check
admin-document-short = Жапсырмадағы қысқа атауы
# (?) a native reader should check
admin-document-short-hint = Ұзын атау жапсырмаға толық сыймайды; қайсысына сыймайтыны сақтағаннан кейін осы бетте айтылады. Осы құжатты басқалардан айыратын қысқа атауын жазыңыз, мысалы: Материалдық көмек. Ең көбі 40 таңба.
# (?) a native reader should check
admin-document-cut = Атауы мына жапсырмаларға толық сыймайды: { $stocks }. Оларда атаудың басы мен соңындағы сөздер ғана қалады.
# (?) a native reader should check
admin-document-cut-open = Жапсырмаға қысқа атау беру
admin-document-concerns = Кімге қатысты
admin-document-concerns-hint = Бір жол, мысалы: барлық педагогтер мен тәрбиешілер.
admin-document-applies = Қай ұйымдардың стендінде тұрады
admin-document-applies-all = Барлық ұйымда
admin-document-applies-kinds = Мына түрдегі ұйымдарда
admin-document-applies-districts = Мына аудандардағы ұйымдарда
admin-document-applies-list = Мына ұйымдарда (нөмірлері немесе кодтары)
admin-document-successor = Орнына келген құжат (коды)
admin-document-nothing-published = Әлі ештеңе жарияланған жоқ. Кодты қазірдің өзінде басып шығаруға болады.
admin-document-qr = Құжаттың QR-коды
admin-document-back = Құжаттың басқару бетіне оралу
admin-document-open-page = Мүшеге көрінетін бетті ашу
admin-document-editions = Редакциялар
# { $date }: Form::Long.
admin-document-edition-of = Редакция: { $date }
admin-document-draft = Жоба
admin-document-drafts = Жобалар
admin-document-draft-undated = күні әлі көрсетілмеген
admin-document-remove = Құжатты алып тастау
# (?) a native reader should check
admin-document-remove-hint = Құжат қате жасалса және әлі ештеңе жарияланбаса, оны алып тастауға болады. Кодының парағы басып шығарылған болса, құжат қалады.
admin-document-remove-sure = Иә, осы құжатты жобаларымен бірге алып тастау
admin-document-remove-unsure = Ештеңе өзгерген жоқ: алып тастауды растайтын белгі қойылмаған.
admin-document-removed = Құжат алып тасталды.
admin-document-draft-deleted = Жоба жойылды.
admin-document-draft-delete = Жобаны жою

## Upload

admin-upload = Жаңа редакция жүктеу
admin-upload-title = Жаңа редакцияның жобасы
admin-upload-dates = Күндері
# (?) a native reader should check
admin-upload-refused = Мыналар қабылданбады. Қалғаны жобада сақталды:
admin-upload-file-kk = Қазақша мәтіні
admin-upload-file-ru = Орысша мәтіні
admin-upload-file-en = Ағылшынша мәтіні
# (?) a native reader should check
admin-upload-files-hint = DOCX немесе мәтіні бар PDF телефонда жақсы оқылады. Қол қойылған сканды қосымша ретінде тіркеңіз. Ондай файл болмаса, сканды немесе беттердің фотоларын (бірнешеуін бірге) жүктеңіз. Бір файл { $limit } МБ-тан аспасын.
admin-upload-authentic = Түпнұсқа (қол қойылған мәтін)
admin-upload-translation = Аударма
admin-upload-authenticity = Бұл мәтін
admin-upload-replace = Басқа файлмен ауыстыру
# (?) a native reader should check
admin-upload-remove = Сақтағанда файлды алып тастау
admin-upload-attachments = Қосымшалар
admin-upload-attachment-file = Файл
admin-upload-attachment-title = Атауы, мысалы: қол қойылған скан
admin-upload-attachment-date = Қосымшаның күні
admin-upload-attachment-add = Тағы бір қосымша
# (?) a native reader should check
attachment-role = Бұл файл не
attachment-role-annex = қосымша
# (?) a native reader should check
attachment-role-amendment = қосымша келісім: мәтінді өзгертеді, мәтінмен бірге оқылады
# (?) a native reader should check
attachment-role-signed-original = қол қойылған түпнұсқа: кез келген адам аша алады
# (?) a native reader should check
attachment-role-closed-original = қол қойылған түпнұсқа: жабық, тек осы жерде ашылады
# (?) a native reader should check
admin-document-amend = Қосымша келісім енгізу
# (?) a native reader should check
admin-document-amend-hint = Жаңа редакция басталады: мәтіндері мен файлдары осы редакциядан алынады, оған қосымша келісімді қосасыз. Негізгі мәтін өзгермейді.
# (?) a native reader should check
admin-document-closed-original = Жабық түпнұсқаны ашу: { $title }
admin-upload-signed-on = Қол қойылған немесе қабылданған күні
admin-upload-effective-from = Қай күннен бастап қолданылады
admin-upload-term-end = Мерзімінің соңғы күні
admin-upload-prolongation = Мерзімі өткеннен кейін
admin-upload-prolongation-none = Қолданылмайды
admin-upload-prolongation-until-replaced = Жаңасы жасалғанға дейін қолданылады
# (?) a native reader should check
# { $date }: Form::Long.
admin-upload-corrects = { $date } редакциясын түзетеді
admin-upload-submit = Алдын ала қарау
admin-upload-save = Сақтап, осы бетте қалу

## Preview and publication

admin-preview = Алдын ала көрініс
admin-preview-problems = Әзірге жариялауға болмайды:
admin-preview-again = Алдын ала қарауды қайта ашу
admin-preview-edit = Жобаны өзгерту
admin-preview-characters = таңба саны: { $count }
admin-preview-as-member = Мүше мынаны көреді
admin-preview-now = Жариялағаннан кейін код бірден осы мәтінді ашады.
# { $date }: Form::From, { $present }: Form::Long.
admin-preview-scheduled = Код осы мәтінді { $date } бастап, түн ортасынан ашады. Оған дейін { $present } редакциясы ашылады.
# { $date }: Form::From.
admin-preview-first-scheduled = Басқа мәтін жоқ, сондықтан код осы мәтінді бірден ашады және оның { $date } бастап қолданылатынын айтады.
# (?) a native reader should check
# { $date }: Form::Long.
admin-preview-older = Код қазіргідей { $date } редакциясын аша береді: бұл мәтін одан ескі және тек тарихта көрінеді.
# (?) a native reader should check
# { $date }: Form::Long.
admin-preview-correction = Бұл мәтін { $date } редакциясын бірден ауыстырады.
# { $date }: Form::On.
admin-preview-term = Мерзімі { $date } аяқталады.
# { $language }: admin-language-kk and its like.
admin-preview-missing-language = Мына тілде мәтін жоқ: { $language }. Оқырманға басқа тілдегі мәтін және түсіндірме көрсетіледі.
admin-preview-no-text = Бұл файлда оқылатын мәтін жоқ. Мүшеге файлдың өзі ұсынылады. Мүмкін болса, DOCX жүктеңіз.
stands-of-document = Бұл құжат тұрған стендтер: { $count }.
stands-keep-sheets = Стендтегі парақтарды ауыстырудың қажеті жоқ.
# (?) a native reader should check
stands-need-sheet = Қазір ілулі тұрған стендтердің { $count } стендінде бұл құжаттың парағы әлі жоқ: онда осы парақты және жаңа плакатты басып шығару керек.
admin-preview-personal-data = Мәтінде жеке деректер (ЖСН, мекенжай, телефон) жоқ екенін тексеріңіз.
admin-publish = Жариялау
admin-publish-warning = Жарияланған мәтін өзгертілмейді, оны тек түзетуге немесе қайтарып алуға болады.
admin-published = Жарияланды.
# { $date }: Form::From.
admin-published-scheduled = Жарияланды. { $date } бастап қолданылады.

## Messages to send

message-heading = Дайын хабарлама
message-copy = Көшіру
message-copied = Көшірілді
message-whatsapp = WhatsApp арқылы жіберу
# (?) a native reader should check
message-new =
    Жаңа құжат жарияланды: { $title }
    { $link }
    Стендіңізде оның парағы әлі болмаса, басып шығарыңыз: не керегі стенд бетінде көрсетілген.
message-published =
    Жаңа мәтін жарияланды: { $title }
    { $link }
    Осы сілтеме арқылы әрқашан құжаттың қазіргі мәтіні ашылады. Стендтегі парақты ауыстырудың қажеті жоқ.
# { $date }: Form::From.
message-scheduled =
    { $date } бастап жаңа мәтін қолданылады: { $title }
    { $link }
message-corrected =
    Мәтін түзетілді: { $title }
    { $link }
    Сілтеме дұрыс мәтінді ашады.
message-kit =
    Құрметті төраға! Ұйымыңыздың стенд жинағы дайын:
    { $link }
    Оны A4 қағазға 100 % масштабпен басып шығарып, стендке іліңіз.
# { $date }: Form::To.
message-invitation =
    Кәсіподақ құжаттарының тізіліміне кіру сілтемесі:
    { $link }
    Ол бір рет қана және { $date } дейін жарамды. Оны ешкімге жібермеңіз.

## Repairs

admin-repair = Түзету және толықтыру
admin-repair-correct = Түзету
admin-repair-correct-hint = Күнді, файлды немесе тілді дұрысымен ауыстырады. Код үзіліссіз жұмыс істейді.
admin-repair-late-text = Басқа тілдегі мәтінді қосу
admin-repair-late-attachment = Қосымша тіркеу
admin-repair-withdrawn = Қайтарып алу
# What the code answers after a withdrawal or an erasure. { $of }: day-of, { $published } and { $from }: Form::On.
admin-withdraw-opens = Бұдан кейін код { $of } редакцияны ашады.
admin-withdraw-opens-early = Бұдан кейін код { $of } редакцияны ашады. Ол әлі күшіне енген жоқ.
# (?) a native reader should check
admin-withdraw-opens-same-date = Бұдан кейін код { $of } редакцияның { $published } жарияланған мәтінін ашады.
admin-withdraw-nothing-left = Бұдан кейін ашылатын мәтін қалмайды: код мәтіннің қайтарып алынғанын және себебін айтады.
admin-withdraw-unchanged = Оқырман үшін ештеңе өзгермейді: код бұрынғыдай { $of } редакцияны ашады.
admin-withdraw-unchanged-gone = Оқырман үшін ештеңе өзгермейді: код бұрынғыдай мәтіннің қайтарып алынғанын айтады.
# (?) a native reader should check
admin-withdraw-unscheduled = Бүгін ештеңе өзгермейді: код бұрынғыдай { $of } редакцияны ашады. Бұл редакция { $from } оның орнын баспайды.
admin-repair-done-withdrawn = Мәтін қайтарып алынды.
admin-repair-erased = Файлдарын өшіру
admin-repair-erased-hint = Мұны кері қайтару мүмкін емес. Файлдар, оқылатын мәтін және іздеу жазбасы біржола жойылады; құжаттың болғаны және себебі тарихта қалады.
admin-repair-erased-confirm = Кері қайтарылмайтынын түсінемін
admin-repair-done-erased = Файлдар өшірілді.
admin-repair-ended = Аяқталды деп белгілеу
admin-repair-ended-on = Қай күннен бастап қолданылмайды
admin-repair-ended-verb = Қалай аяқталды
admin-repair-ended-repealed = Күші жойылды
admin-repair-ended-terminated = Тараптар бұзды
admin-repair-ended-invalidated = Жарамсыз деп танылды
admin-repair-ended-fulfilled = Орындалды
admin-repair-renewal-proposed = Ұзарту ұсынылды
admin-repair-renewal-proposed-on = Ұсыныс жасалған күн
# (?) a native reader should check
admin-repair-renewal-proposed-hint = Ұсыныс мерзім біткенге дейін жасалса, шарт жаңасы жасалғанға дейін, бірақ бір жылдан аспайтын уақытқа ұзартылады (Еңбек кодексінің 158-бабының 2-тармағы).
admin-repair-registered = Тіркелді
admin-repair-registered-number = Тіркеу нөмірі
admin-repair-registered-on = Тіркелген күні
admin-repair-submitted = Тіркеуге тапсырылды
admin-repair-submitted-on = Тіркеуге тапсырылған күні
admin-repair-titles = Атауларын өзгерту
admin-repair-titles-hint = Басып шығарылған парақтарда бұрынғы атау тұрады. Код жұмыс істей береді, бірақ парақты ауыстырған дұрыс.
admin-repair-done-recorded = Мәлімет жазылды.

## Refused files

refusal-heading = Қабылданбады. Ештеңе өзгерген жоқ.
# (?) a native reader should check
# { $date }: Form::Long.
refusal-file-same-bytes = «{ $file }» файлы дәл осы күйінде { $date } редакциясында бар. Жаңа мәтіннің файлын таңдаңыз немесе сол редакцияны түзетіңіз.
refusal-file-missing = Кемінде бір тілдегі мәтіннің файлын таңдаңыз.
refusal-file-not-chosen = Файлды таңдаңыз.
refusal-file-empty = «{ $file }» файлы бос. Оны ашып тексеріңіз де, қайта сақтап жүктеңіз.
refusal-file-too-large = «{ $file }» файлы { $limit } МБ-тан үлкен. Сканды төменірек сапада жасаңыз немесе қосымшаларды бөлек жүктеңіз.
refusal-file-type = «{ $file }» файлының түрі жарамайды. Қабылданатын түрлер: DOCX, PDF, JPEG, PNG, ODT, RTF, DOC.
# (?) a native reader should check
refusal-file-workbook = «{ $file }» файлы – Excel кестесі. Кестені Word құжатына көшіріп, DOCX етіп сақтаңыз немесе PDF етіп басып шығарып, соны жүктеңіз.
# (?) a native reader should check
refusal-file-slides = «{ $file }» файлы – презентация. Оны PDF етіп сақтап, соны жүктеңіз.
# (?) a native reader should check
refusal-file-web-page = «{ $file }» файлы – құжат атымен сақталған веб-бет. Оны Word-та ашып, DOCX етіп сақтап, соны жүктеңіз.
# (?) a native reader should check
refusal-file-heic = «{ $file }» файлы – HEIC түріндегі фото. Оны JPG етіп сақтаңыз (iPhone-да: Баптаулар, Камера, Пішімдер, «Ең үйлесімді») немесе барлық фотоны бір PDF-ке жинап, соны жүктеңіз. Серверде heif-convert бағдарламасы болса, HEIC сол күйінде қабылданады.
# (?) a native reader should check
refusal-file-tiff = «{ $file }» файлы – TIFF түріндегі скан. Оны бір PDF етіп сақтап, соны жүктеңіз.
# (?) a native reader should check
refusal-file-picture = «{ $file }» файлы – қабылданбайтын түрдегі сурет. Оны JPG немесе PDF етіп сақтап, жүктеңіз.
# (?) a native reader should check
refusal-file-djvu = «{ $file }» файлы – DJVU түріндегі скан. Оны PDF етіп басып шығарып, соны жүктеңіз; одан да жақсысы – мәтінді DOCX түрінде жүктеңіз.
# (?) a native reader should check
refusal-file-pictures = «{ $file }» файлы – суреттер архиві. Суреттерді ретімен бір PDF-ке жинап, соны жүктеңіз немесе бір суретті бөлек жүктеңіз.
# (?) a native reader should check
refusal-file-archive = «{ $file }» файлы – архив. Оны ашып, құжаттың өзін жүктеңіз: DOCX немесе PDF.
refusal-file-damaged = «{ $file }» файлы бүлінген, оны оқу мүмкін емес. Оны ашып, қайта сақтап көріңіз; фото болса, қайта түсіріңіз.
refusal-file-password = «{ $file }» файлы құпиясөзбен қорғалған. Қорғауды алып тастап, қайта жүктеңіз.
refusal-file-unpacks-too-large = «{ $file }» файлы ашылғанда { $limit } МБ-тан асып кетеді. Ондағы суреттерді кішірейтіңіз немесе PDF етіп сақтаңыз.
refusal-file-takes-too-long = «{ $file }» файлын { $seconds } секундта оқу мүмкін болмады. Оны Word-та қайта сақтап немесе басқа түрде жүктеп көріңіз.
refusal-file-too-many-entries = «{ $file }» файлының ішінде { $limit } бөліктен артық бөлік бар. Оны PDF етіп сақтап, қайта жүктеңіз.
refusal-file-too-many-elements = «{ $file }» файлы тым күрделі: бір бөлігінде { $limit } элементтен артық. Оны PDF етіп сақтап, қайта жүктеңіз.
refusal-file-too-many-blocks = «{ $file }» файлында { $limit } абзацтан артық. Оны бірнеше құжатқа бөліңіз.
refusal-file-too-many-pages = «{ $file }» файлында { $limit } беттен артық. Оны бірнеше құжатқа бөліңіз.
refusal-file-too-many-characters = «{ $file }» файлында { $limit } таңбадан артық. Оны бірнеше құжатқа бөліңіз.
refusal-file-too-many-operations = «{ $file }» файлындағы сызбалар тым күрделі (шегі – { $limit } амал). Оны бағдарламадан PDF етіп қайта сақтаңыз.
refusal-file-too-deep = «{ $file }» файлының бөліктері бірінің ішіне бірі { $limit } деңгейден терең салынған. Оны Word-та ашып, қайта сақтаңыз.
refusal-file-doctype = «{ $file }» файлы кәдімгі кеңсе бағдарламасында жасалмаған, қауіпті болуы мүмкін. Оны Word-та ашып, қайта сақтаңыз.
refusal-attachments-too-many = Қосымшалар тым көп: ең көбі { $limit }.
refusal-attachment-file = «{ $title }» қосымшасының файлын таңдаңыз.
refusal-language-there = Бұл редакцияда бұл тілдегі мәтін бұрыннан бар. Оны ауыстыру үшін редакцияны түзетіңіз.

## Refused dates

refusal-date-format = «{ $value }» – күн емес. Оны былай жазыңыз: 01.09.2026.
refusal-date-effective-from-missing = Қай күннен бастап қолданылатынын көрсетіңіз.
refusal-date-signed-on-missing = Қол қойылған немесе қабылданған күнін көрсетіңіз.
refusal-date-term-end-missing = Мерзімінің соңғы күнін көрсетіңіз: келісім мен ұжымдық шарт белгілі бір мерзімге жасалады.
refusal-date-ends-before-it-begins = Мерзімінің соңғы күні қолданыла бастайтын күнінен бұрын тұр. Екі күнді де тексеріңіз.
refusal-date-signed-after-the-end = Қол қойылған күні мерзімінің соңғы күнінен кейін тұр. Екі күнді де тексеріңіз.
# { $latest }: Form::Short.
refusal-date-term-too-long = Келісім { $years } жылдан аспайтын мерзімге жасалады (Еңбек кодексінің 150-бабының 4-тармағы). Соңғы күні ең кеші { $latest } болуы мүмкін.
refusal-date-out-of-range = { $date } – жылы қате терілген сияқты.

## Refused publications and facts

refusal-second-collective-agreement = Бұл ұйымның ұжымдық шарты бар: { $code }. Жаңа құжат ашпай, соның келесі редакциясын жариялаңыз: басылған код сақталады.
refusal-organization-unknown = «{ $organization }» ұйымы табылмады. Нөмірін немесе кодын тексеріңіз.
refusal-document-unknown = { $code } коды бар құжат табылмады. Кодты тексеріңіз.
refusal-changed-since-preview = Алдын ала көріністен кейін құжат немесе жоба өзгерді. Жобаңыз сақталды: оны қайта қарап шығып, жариялаңыз.
refusal-corrected-already = Бұл редакцияны түзетуге болмайды: ол түзетілген немесе қайтарып алынған. Қазіргі редакцияны түзетіңіз немесе мәтінді жаңа редакция ретінде жүктеңіз.
refusal-withdrawn-already = Бұл редакция қайтарып алынған.
refusal-version-unknown = Мұндай редакция жоқ. Құжат бетіндегі тізімнен таңдаңыз.
refusal-draft-unknown = Бұл жоба жарияланған немесе жойылған.
refusal-number-taken = { $number } нөмірі басқа ұйымға берілген. Басқа нөмір жазыңыз.
refusal-number-looks-taken = { $number } нөмірі басқа ұйымның { $taken } нөміріне ұқсайды. Басқа нөмір жазыңыз.
refusal-letters-not-printable = «{ $field }»: мына таңбаларды басып шығару мүмкін емес: { $letters }. Оларсыз жазыңыз.
# (?) a native reader should check
refusal-name-later = Жаңа атау күшіне енетін күн әлі келген жоқ. Атауды сол күні енгізіңіз.
refusal-dissolved-already = Бұл ұйым таратылған деп белгіленген.
refusal-name-missing = Ұйымның атауын жазыңыз.
refusal-title-missing = Атауын жазыңыз.
refusal-number-missing = Нөмірін жазыңыз.
refusal-kind-missing = Түрін таңдаңыз.
refusal-day-missing = Күнін көрсетіңіз.
refusal-phone-missing = Телефон немесе WhatsApp нөмірін жазыңыз.
refusal-reason-missing = Себебін жазыңыз: ол бетте көрсетіледі.
refusal-choice-missing = Кемінде біреуін таңдаңыз.
# (?) a native reader should check
refusal-erase-unconfirmed = Файлдар өшірілген жоқ: қайтаруға болмайтынын түсінгеніңізді белгілеңіз.
refusal-text-too-long = «{ $field }» тым ұзын: ең көбі { $limit } таңба.
refusal-consent-missing = Адамның келісімінсіз байланысты жариялауға болмайды.
refusal-phone = «{ $value }» – телефон нөмірі емес. Оны былай жазыңыз: +7 701 000 00 00.

## Refused tables

refusal-csv-not-utf8 = Файл UTF-8 кодтауында емес: басқа кодтауларда қазақ әріптері жоғалуы мүмкін. Excel-де оны «CSV UTF-8» немесе «Excel кітабы (.xlsx)» түрінде сақтаңыз.
refusal-csv-old-workbook = Бұл – ескі Excel-дің немесе басқа бағдарламаның кітабы. Оны «Excel кітабы (.xlsx)» немесе «CSV UTF-8» түрінде сақтаңыз.
refusal-csv-bad-workbook = Excel кітабы бүлінген немесе құпиясөзі бар. Оны Excel-де ашып, құпиясөзсіз «Excel кітабы (.xlsx)» түрінде қайта сақтаңыз.
refusal-csv-too-large = Кесте тым үлкен. Бірінші парақта ұйымдардың бағандарын ғана қалдырыңыз.
refusal-csv-quote-open = { $line }-жол: " тырнақшасы ашылған, бірақ жабылмаған. Оны жабыңыз немесе « » жазыңыз.
# (?) a native reader should check
refusal-csv-quote-stray = { $line }-жол: " тырнақшасы өрістің ішінде тұр. « » жазыңыз немесе оны қосарлап (""), бүкіл өрісті тырнақшаға алыңыз.
refusal-csv-letters = { $line }-жол: мына таңбаларды басып шығару мүмкін емес: { $letters }. Атауды оларсыз жазыңыз.
refusal-csv-number-is-day = { $line }-жол: Excel нөмірді күнге айналдырған. Баған пішімін «Мәтін» етіп, нөмірді қайта жазыңыз.
refusal-csv-number-too-long = { $line }-жол: нөмір тым ұзын, ең көбі { $limit } таңба.
refusal-csv-district-too-long = { $line }-жол: аудан атауы тым ұзын, ең көбі { $limit } таңба.
refusal-csv-union = { $line }-жол: бұл – кәсіподақтың өз нөмірі. Кестеде оның ұйымдары ғана тұрады.
# (?) a native reader should check
refusal-csv-number-twice-alike = { $line }-жол: { $number } нөмірі { $first }-жолдағы { $other } нөміріне ұқсайды. Нөмірлерді бірдей әріптермен, әр ұйымды бір рет жазыңыз.
refusal-csv-number-looks-taken = { $line }-жол: { $number } нөмірі тізілімдегі { $taken } нөміріне ұқсайды. Сол ұйым болса, { $taken } деп жазыңыз; басқа ұйым болса, басқа нөмір беріңіз.
refusal-csv-empty = Файлда бірде-бір ұйым жоқ.
refusal-csv-column-missing = { $column } бағаны жоқ. Бірінші жолда мына бағандар тұруға тиіс: { $columns }
refusal-csv-line-fields = { $line }-жол: бағандар саны бірінші жолдағыдан көп. Бөлгіштер мен тырнақшаларды тексеріңіз.
refusal-csv-question-mark = { $line }-жол: атауда «?» тұр, қазақ әріптері жоғалған сияқты. Excel-де кестені «CSV UTF-8» түрінде қайта сақтаңыз.
refusal-csv-rows-too-many = Файлда жол тым көп: ең көбі { $limit }.
refusal-csv-kind-letters = { $line }-жол: түрі латын әріптерімен, сызықшамен жазылады, мысалы school-lyceum.
refusal-csv-day = { $line }-жол: күн қате жазылған. Оны былай жазыңыз: 01.09.2026.
refusal-csv-number-twice = { $line }-жол: бұл нөмір { $first }-жолда да тұр. Әр ұйымның өз нөмірі болсын.
refusal-csv-number-empty = { $line }-жол: нөмірі жазылмаған.
refusal-csv-name-empty = { $line }-жол: { $column } бағанында атау жоқ.
refusal-csv-name-too-long = { $line }-жол: атау тым ұзын, ең көбі { $limit } таңба.

## Refused hosts

refusal-host-not-https = { $host } https арқылы ашылмайды. Тұрақты мекенжай https болуға тиіс.

## Refused people

refusal-sign-in = Логин немесе құпиясөз қате.
refusal-too-many-attempts = Тым көп әрекет жасалды. { $minutes } минуттан кейін қайталап көріңіз.
# (?) a native reader should check
refusal-busy = Дәл қазір жүйеге тым көп адам кіріп жатыр. { $seconds } секундтан кейін қайталап көріңіз.
refusal-password-too-short = Құпиясөз тым қысқа: кемінде { $length } таңба керек.
# (?) a native reader should check
refusal-password-too-long = Құпиясөз тым ұзын: { $length } таңбадан аспауы керек.
# (?) a native reader should check
refusal-password-easy = Мұндай құпиясөзді табу оңай. Бір-біріне қатысы жоқ бірнеше сөз алыңыз.
refusal-password-differs = Екі құпиясөз бірдей емес.
refusal-password-wrong = Қазіргі құпиясөз қате.
refusal-login-missing = Логин жазыңыз.
refusal-login-taken = Мұндай логин бар. Басқасын таңдаңыз.
refusal-not-allowed = Бұған рұқсатыңыз жоқ. Әкімшіге хабарласыңыз.
refusal-signed-out = Сеанс аяқталған. Қайта кіріңіз.

## What fields are called in refusals

refusal-not-possible = Ұйымды өзіне қосуға немесе кәсіподақтың өзін таратуға болмайды.
# (?) a native reader should check
refusal-own-successor = Құжат өз-өзінің орнын баса алмайды. Басқасын таңдаңыз немесе бос қалдырыңыз.
# (?) a native reader should check
refusal-still-reading = Файлдар әлі оқылып жатыр. Бетте барлық файл тексерілгені жазылғанша күтіп, содан кейін жариялаңыз.
# (?) a native reader should check
refusal-union-is-one = Кәсіподақтың өзі кәсіподақ болып қалады, басқа ұйым оның орнына тұрмайды.
# (?) a native reader should check
refusal-not-removable = Бұл құжат қалады: ол жарияланған, коды басып шығарылған немесе басқа құжат оған сілтейді. Жарияланған редакцияны қайтарып алуға болады.
refusal-invitation = Бұл шақыру пайдаланылған немесе мерзімі өткен. Әкімшіден жаңасын сұраңыз.
field-reason = Себебі
field-name = Атауы
field-title = Тақырыбы
# (?) a native reader should check
field-short-title = Қысқа атауы
field-number = Нөмірі
field-kind = Түрі
field-day = Күні
field-phone = Телефон
field-choice = Таңдау
