# People who sign in: roles, invitations, the own account, the audit trail.

## Roles

# (?) a native reader should check
admin-role-editor = Редактор
# (?) a native reader should check
admin-role-publisher = Жариялаушы
# (?) a native reader should check
role-may-chair = өз ұйымының байланысы мен стендін жүргізеді, кеңсеге құжат ұсынып, хат жазады
# (?) a native reader should check
role-may-editor = құжаттардың жобаларын дайындайды, бірақ жарияламайды
# (?) a native reader should check
role-may-publisher = жобаларды дайындайды, жариялайды, түзетеді және кері қайтарып алады
# (?) a native reader should check
role-may-admin = барлығын жасай алады: құжаттар, ұйымдар, адамдар, баптаулар
# (?) a native reader should check
admin-invitation-editor = Сізді кәсіподақтың редакторы болуға шақырады: құжаттардың жобаларын дайындайсыз.
# (?) a native reader should check
admin-invitation-publisher = Сізді кәсіподақтың жариялаушысы болуға шақырады: құжаттарды дайындап, жариялайсыз.
# (?) a native reader should check
admin-preview-for-publisher = Жоба дайын. Оны жариялаушы немесе әкімші жариялайды: осы беттің мекенжайын соған жіберіңіз.

## People

# (?) a native reader should check
people-title = Адамдар
# (?) a native reader should check
people-login = Логин
# (?) a native reader should check
people-role = Рөлі
# (?) a native reader should check
people-since = Қашаннан бері
# (?) a native reader should check
people-signed-in = Соңғы рет кірген күні
# (?) a native reader should check
people-sessions = Ашық сеанстар
# (?) a native reader should check
people-sessions-open = Ашық сеанстар: { $count }
# (?) a native reader should check
people-never = белгісіз
# (?) a native reader should check
people-app = кодтар бағдарламасы
# (?) a native reader should check
people-no = жоқ
# (?) a native reader should check
people-all = Барлығы
# (?) a native reader should check
people-show = Көрсету
# (?) a native reader should check
people-none = Мұндай адам жоқ.
# (?) a native reader should check
people-back = Адамдар тізіміне оралу
# (?) a native reader should check
people-access = Кіруі
# (?) a native reader should check
people-ended = Сеанстар аяқталды.
# (?) a native reader should check
people-removed = Кіру жабылды.
# (?) a native reader should check
people-sessions-end = Барлық сеанстарын аяқтау
# (?) a native reader should check
people-reset = Жаңа құпиясөзге сілтеме жасау
# (?) a native reader should check
people-reset-hint = Бір реттік сілтеме. Ол пайдаланылғанша бұрынғы құпиясөз жарамды.
# (?) a native reader should check
people-second-factor-remove = Екінші факторды алып тастау
# (?) a native reader should check
people-second-factor-remove-hint = Телефонын жоғалтса: сеанстары аяқталады, келесі кіруде код сұралмайды.
# (?) a native reader should check
people-role-change = Рөлін өзгерту
# (?) a native reader should check
people-hand-over-title = Төраға ауысты
# (?) a native reader should check
people-hand-over-hint = Қазіргі төраға жүйеден шығарылады, бұл ұйымға кіре алмайды, бетте жарияланған байланысы өшіріледі. Жаңа төрағаға арналған шақыру жасалады.
# (?) a native reader should check
people-hand-over = Жаңа төрағаға беру
# (?) a native reader should check
people-remove-hint = Сеанстары мен сілтемелері бірден өшеді. Бұрын істегені әрекеттер журналында қалады.
# (?) a native reader should check
people-remove-sure = { $login } бұдан былай кіре алмайды.
# (?) a native reader should check
refusal-person-unknown = Мұндай адам жоқ: логинді тексеріңіз.
# (?) a native reader should check
refusal-last-administrator = Бұл – соңғы әкімші. Алдымен басқа біреуді әкімші етіңіз.

## Invitations

# (?) a native reader should check
invitations-title = Шақырулар
# (?) a native reader should check
invitations-note = Кімге
# (?) a native reader should check
invitations-note-hint = Тек осы тізімде көрінеді, шақыру пайдаланылғанда өшеді.
# (?) a native reader should check
invitations-chairs = Барлық төрағаларды шақыру
# (?) a native reader should check
invitations-without-chair = Төрағасы тіркелмеген ұйымдар: { $count }
# (?) a native reader should check
invitations-chairs-hint = Әр ұйымға бір-бір сілтеме мен дайын хабарлама жасалады. Бұл ұйымдардың бұрынғы шақырулары жарамсыз болады.
# (?) a native reader should check
invitations-chairs-make = Барлығына сілтеме жасау
# (?) a native reader should check
invitations-chairs-made = Сілтемелер дайын. Олар қайта көрсетілмейді: кестені қазір жүктеп алыңыз.
# (?) a native reader should check
invitations-table = Кестені жүктеп алу (CSV)
# (?) a native reader should check
invitations-open = Әлі пайдаланылмаған шақырулар
# (?) a native reader should check
invitations-none = Ондай шақыру жоқ.
# (?) a native reader should check
invitations-for = Кімге
# (?) a native reader should check
invitations-until = Мерзімі
# (?) a native reader should check
invitations-revoke = Қайтарып алу
# (?) a native reader should check
invitations-revoked = Шақыру енді жарамсыз.
# (?) a native reader should check
invitations-new-password = жаңа құпиясөз: { $login }
# (?) a native reader should check
admin-invitation-password = { $login }, жаңа құпиясөз ойлап табыңыз.
# (?) a native reader should check
admin-invitation-password-hint = Содан кейін бұрынғы құпиясөз жарамсыз болады, барлық құрылғыда қайта кіру керек.
# (?) a native reader should check
admin-sign-in-forgotten = Құпиясөзді ұмыттыңыз ба? Кәсіподақтың әкімшісінен жаңа құпиясөзге сілтеме сұраңыз.
# { $date }: Form::To.
# (?) a native reader should check
message-invitation-chair =
    Құрметті төраға!
    { $organization } ұйымының стендін жүргізу үшін мына сілтемемен кіріңіз:
    { $link }
    Ол бір рет қана және { $date } дейін жарамды. Оны ешкімге жібермеңіз.
# { $date }: Form::To.
# (?) a native reader should check
message-new-password =
    Кәсіподақ құжаттарының тізіліміне кіретін жаңа құпиясөз осы сілтемемен белгіленеді:
    { $link }
    Ол бір рет қана және { $date } дейін жарамды. Оны ешкімге жібермеңіз.

## The own account

# (?) a native reader should check
account-title = Менің аккаунтым
# (?) a native reader should check
account-back = Аккаунтқа оралу
# (?) a native reader should check
account-sessions-hint = Браузер мен соңғы пайдаланылған күннен басқа ештеңе сақталмайды.
# { $date }: Form::Short.
# (?) a native reader should check
account-session-used = соңғы рет { $date }
# (?) a native reader should check
account-device-unknown = Белгісіз құрылғы
# (?) a native reader should check
account-ended = Сеанс аяқталды.

## The second factor

# (?) a native reader should check
second-factor-title = Екінші фактор
# (?) a native reader should check
second-factor-hint = Құпиясөзден бөлек телефондағы бағдарламаның алты таңбалы коды сұралады. Құпиясөзіңізді білген адам онсыз кіре алмайды.
# (?) a native reader should check
second-factor-required = Тізілім жұмыс істеп тұр, сондықтан әкімшілерге екінші фактор міндетті. Оны қазір орнатыңыз.
# (?) a native reader should check
second-factor-begin = Екінші факторды орнату
# (?) a native reader should check
second-factor-step-app = Телефонға кодтар бағдарламасын орнатыңыз, мысалы Google Authenticator, Яндекс Ключ немесе Aegis.
# (?) a native reader should check
second-factor-step-scan = Сол бағдарламамен төмендегі суретті сканерлеңіз.
# (?) a native reader should check
second-factor-step-tap = Бұл бет телефонда ашылса, осы жерді басыңыз.
# (?) a native reader should check
second-factor-step-code = Бағдарлама көрсеткен кодты жазыңыз.
# (?) a native reader should check
second-factor-symbol = Кодтар бағдарламасына арналған сурет
# (?) a native reader should check
second-factor-by-hand = Сурет оқылмаса, бағдарламаға мына кілтті теріңіз:
# (?) a native reader should check
second-factor-first-code = Бағдарламадағы код
# (?) a native reader should check
second-factor-code = Бағдарламадағы код немесе қосалқы код
# (?) a native reader should check
second-factor-confirm = Қосу
# (?) a native reader should check
second-factor-done = Екінші фактор қосулы. Басқа құрылғыларда қайта кіру керек.
# (?) a native reader should check
second-factor-codes-hint = Телефон жоғалса, осы қосалқы кодтар көмектеседі: әрқайсысы бір рет жарамды. Оларды қағазға басып, сақтап қойыңыз: қайта көрсетілмейді.
# (?) a native reader should check
second-factor-codes-kept = Сақтап қойдым
# (?) a native reader should check
second-factor-on = Қосулы. Қалған қосалқы кодтар: { $count }
# (?) a native reader should check
second-factor-off = Орнатылмаған
# (?) a native reader should check
second-factor-renew = Жаңа қосалқы кодтар
# (?) a native reader should check
second-factor-renew-hint = Бұрынғы қосалқы кодтар жарамсыз болады.
# (?) a native reader should check
second-factor-give-up = Екінші факторды өшіру
# (?) a native reader should check
second-factor-give-up-hint = Содан кейін кіруде код сұралмайды.
# (?) a native reader should check
second-factor-given-up = Екінші фактор өшірілді.
# (?) a native reader should check
second-factor-sign-in = Кіру коды
# (?) a native reader should check
second-factor-sign-in-hint = Телефондағы бағдарлама көрсеткен кодты жазыңыз.
# (?) a native reader should check
second-factor-lost = Телефон жоғалды ма? Қосалқы кодты жазыңыз немесе басқа әкімшіден екінші факторды алып тастауды сұраңыз.
# (?) a native reader should check
refusal-code = Код қате немесе пайдаланылған. Жаңа кодты күтіп, соны жазыңыз.

## Who did what

# (?) a native reader should check
audit-title = Әрекеттер журналы
# (?) a native reader should check
audit-when = Қашан
# (?) a native reader should check
audit-who = Кім
# (?) a native reader should check
audit-what = Не істеді
# (?) a native reader should check
audit-subject = Немен
# (?) a native reader should check
audit-subject-hint = Құжаттың немесе ұйымның коды, логин, мекенжай.
# (?) a native reader should check
audit-from = Қай күннен
# (?) a native reader should check
audit-until = Қай күнге дейін (қоса)
# (?) a native reader should check
audit-none = Мұндай әрекет жоқ.
# (?) a native reader should check
audit-table = Кесте ретінде (CSV)
# (?) a native reader should check
audit-command-line = серверден (командамен)
# (?) a native reader should check
deed-unknown = Басқа әрекет
# (?) a native reader should check
deed-invite = Адам шақырды
# (?) a native reader should check
deed-invite-chairs = Төрағасы жоқ ұйымдардың төрағаларын шақырды
# (?) a native reader should check
deed-revoke-invitation = Шақыруды қайтарып алды
# (?) a native reader should check
deed-accept-invitation = Шақыруды қабылдады
# (?) a native reader should check
deed-change-password = Өз құпиясөзін ауыстырды
# (?) a native reader should check
deed-reset-password = Жаңа құпиясөзге сілтеме жасады
# (?) a native reader should check
deed-set-password = Сілтемемен жаңа құпиясөз белгіледі
# (?) a native reader should check
deed-change-role = Рөлді өзгертті
# (?) a native reader should check
deed-end-sessions = Сеанстарды аяқтады
# (?) a native reader should check
deed-remove-person = Кіруді жапты
# (?) a native reader should check
deed-hand-over = Ұйымды жаңа төрағаға берді
# (?) a native reader should check
deed-set-up-second-factor = Екінші фактор орнатты
# (?) a native reader should check
deed-use-recovery-code = Қосалқы кодпен расталды
# (?) a native reader should check
deed-renew-recovery-codes = Жаңа қосалқы кодтар жасады
# (?) a native reader should check
deed-remove-second-factor = Екінші факторды алып тастады
# (?) a native reader should check
deed-add-document = Құжат қосты
# (?) a native reader should check
deed-remove-document = Қате қосылған құжатты алып тастады
# (?) a native reader should check
deed-edit-document = Құжаттың атауын немесе қолданылуын өзгертті
# (?) a native reader should check
deed-begin-draft = Жоба бастады
# (?) a native reader should check
deed-discard-draft = Жобаны өшірді
# (?) a native reader should check
deed-publish = Жариялады
deed-receive-agreements = Көп шартты бірден жіберді
deed-publish-agreements = Көп шартты бірден жариялады
deed-discard-agreements = Бірден жіберілген шарттарды жинап қойды
# (?) a native reader should check
deed-withdraw = Кері қайтарып алды
# (?) a native reader should check
deed-record-fact = Редакция туралы дерек енгізді
# (?) a native reader should check
deed-add-late-text = Редакцияға мәтін қосты
# (?) a native reader should check
deed-add-late-attachment = Редакцияға қосымша файл қосты
# (?) a native reader should check
deed-correct-outline = Мәтіннің тақырыптарын түзетті
# (?) a native reader should check
deed-reextract = Мәтінді файлдан қайта оқытты
# (?) a native reader should check
deed-import-organizations = Ұйымдарды кестеден жүктеді
# (?) a native reader should check
deed-rename-organization = Ұйымның атауын өзгертті
# (?) a native reader should check
deed-edit-organization = Ұйымның нөмірін, түрін немесе ауданын өзгертті
# (?) a native reader should check
deed-dissolve-organization = Ұйымның таратылғанын белгіледі
# (?) a native reader should check
deed-merge-organization = Ұйымды басқасына қосты
# (?) a native reader should check
deed-set-contact = Байланысты өзгертті
# (?) a native reader should check
deed-hang-stand = Стендтің ілінгенін айтты
# (?) a native reader should check
deed-start-check = Стендті тексеруді бастады
# (?) a native reader should check
deed-finish-check = Стендті тексеруді аяқтады
# (?) a native reader should check
deed-end-check = Ұмытылған тексеруді жапты
# (?) a native reader should check
deed-confirm-host = Сайттың тұрақты мекенжайын растады
# (?) a native reader should check
deed-set-brand = Басып шығару көрінісін өзгертті
# (?) a native reader should check
deed-confirm-clock = Сағаттың дұрыстығын растады
# (?) a native reader should check
deed-adopt = Қалпына келтірілген дерекқорды қабылдады
# (?) a native reader should check
deed-fill = Сынақ деректерімен толтырды
