# Passkeys: adding and using them, and what becomes of lost ones.

# (?) a native reader should check
passkey-title = Кіру кілттері
# (?) a native reader should check
passkey-hint = Кіру кілтімен құпиясөзсіз және кодсыз кіресіз: құрылғы сізді саусақ ізі, бет немесе PIN-код арқылы таниды. Ол құпиясөздің де, екінші фактордың да орнына жүреді. Бұл жерде тек ашық кілт, атауы және соңғы пайдаланылған күні сақталады.
# (?) a native reader should check
passkey-new = Жаңа кіру кілті
# (?) a native reader should check
passkey-name = Қай құрылғыда
# (?) a native reader should check
passkey-name-hint = Мысалы: жұмыстағы компьютер, телефон. Осы атау бойынша кейін танисыз.
# (?) a native reader should check
passkey-add = Кіру кілтін қосу
# (?) a native reader should check
passkey-made = қосылған күні { $date }
# (?) a native reader should check
passkey-remove = Жою
# (?) a native reader should check
passkey-added = Кіру кілті қосылды.
# (?) a native reader should check
passkey-removed = Кіру кілті жойылды: онымен енді кіруге болмайды.
# (?) a native reader should check
passkey-enough = Кіру кілттері: { $count }. Бұдан көп болмайды: жаңасын қосу үшін біреуін жойыңыз.
# (?) a native reader should check
passkey-sign-in-title = Кіру кілтімен кіру
# (?) a native reader should check
passkey-sign-in = Кіру кілтімен кіру
# (?) a native reader should check
passkey-confirm-hint = Құпиясөз дұрыс. Енді кіру кілтіңізді көрсетіңіз.
# (?) a native reader should check
passkey-lost = Құрылғы жоғалды ма? Басқа әкімшіден кіру кілттеріңізді алып тастауды сұраңыз.
# (?) a native reader should check
passkey-needs-script = Кіру кілттеріне браузерде JavaScript қосулы болуы керек. Қалғанының бәрі онсыз да жұмыс істейді.
# (?) a native reader should check
passkey-unknown-here = Бұл браузер кіру кілттерін білмейді. Құпиясөзбен кіріңіз.
# (?) a native reader should check
passkey-elsewhere = Кіру кілттері тек { $address } мекенжайында жұмыс істейді.
# (?) a native reader should check
passkey-failed = Құрылғы кіру кілтін бермеді. Қайталап көріңіз немесе басқа тәсілмен кіріңіз.
# (?) a native reader should check
refusal-passkey-nameless = Кіру кілті қай құрылғыда екенін жазыңыз.
# (?) a native reader should check
refusal-passkey = Бұл кіру кілті қабылданбады: ол тізілімге белгісіз немесе жойылған. Басқасымен немесе құпиясөзбен кіріңіз.
# (?) a native reader should check
refusal-answer-late = Жауап тым кеш келді немесе бұрын келген: бес минут күтіледі. Қайта бастаңыз.
# (?) a native reader should check
refusal-passkey-copied = Бұл кіру кілтінің көшірмесі болуы мүмкін, сондықтан ол қабылданбады, ал әрекет журналға жазылды. Құпиясөзбен кіріп, оны жойыңыз.
# (?) a native reader should check
refusal-passkeys-not-here = Тізілімнің мекенжайы сандардан тұрады, ал кіру кілттеріне https:// арқылы ашылатын атау керек. Оны --base-url параметрі береді.
# (?) a native reader should check
refusal-passkeys-too-many = Бір адамда ең көбі { $limit } кіру кілті болады. Біреуін жойыңыз.
# (?) a native reader should check
refusal-last-second-factor = Әкімшілерге екінші фактор міндетті, ал бұл – соңғысы. Алдымен кіру кілтін қосыңыз немесе кодтар бағдарламасын орнатыңыз.
# (?) a native reader should check
people-passkeys = кіру кілттері: { $count }
# (?) a native reader should check
people-passkeys-remove = Кіру кілттерін алып тастау
# (?) a native reader should check
people-passkeys-remove-hint = Құрылғысын жоғалтса: сеанстары аяқталады, кіру кілттері жарамсыз болады.
# (?) a native reader should check
second-factor-other-phone = Басқа телефонда орнату
# (?) a native reader should check
second-factor-other-phone-hint = Телефон ауыстырғанда: бұрынғы телефонның кодтары жарамсыз болады, жаңа қосалқы кодтар беріледі.
# (?) a native reader should check
deed-add-passkey = Кіру кілтін қосты
# (?) a native reader should check
deed-remove-passkey = Кіру кілтін жойды
# (?) a native reader should check
deed-remove-passkeys = Кіру кілттерін алып тастады
# (?) a native reader should check
deed-refuse-passkey = Кіру кілті қабылданбады: көшірмесі болуы мүмкін

## A provider at which people sign in

# (?) a native reader should check
provider-title = { $name } арқылы кіру
# (?) a native reader should check
provider-hint = Ондағы аккаунтыңызды бір рет байланыстырсаңыз, кейін сол арқылы кіресіз. Құпиясөз бұрынғыдай жұмыс істейді.
# (?) a native reader should check
provider-connect = { $name } аккаунтын байланыстыру
# (?) a native reader should check
provider-disconnect = Байланысын үзу
# (?) a native reader should check
provider-connected = Аккаунт байланыстырылды.
# (?) a native reader should check
provider-disconnected = Аккаунттың байланысы үзілді: енді ол арқылы кіруге болмайды.
# (?) a native reader should check
provider-connected-on = байланыстырылған күні { $date }
# (?) a native reader should check
provider-sign-in = { $name } арқылы кіру
# (?) a native reader should check
provider-leading = { $name } беті ашылады
# (?) a native reader should check
provider-go-on = Жалғастыру
# (?) a native reader should check
provider-returned = Кіруді аяқтау үшін жалғастырыңыз.
# (?) a native reader should check
people-provider-hint = { $name } аккаунты байланыстырылған. Байланысы үзілсе, сеанстары аяқталады.
# (?) a native reader should check
refusal-provider-none = Бұл тізілімде басқа сервис арқылы кіру қосылмаған.
# (?) a native reader should check
refusal-provider-away = { $name } қазір жауап бермейді. Кейінірек қайталаңыз немесе құпиясөзбен кіріңіз.
# (?) a native reader should check
refusal-provider = { $name } берген жауап қабылданбады. Қайта бастаңыз немесе құпиясөзбен кіріңіз.
# (?) a native reader should check
refusal-provider-unknown = Бұл { $name } аккаунтын ешкім байланыстырмаған. Құпиясөзбен кіріп, «Менің аккаунтым» бетінде байланыстырыңыз.
# (?) a native reader should check
refusal-provider-other = Бұл { $name } аккаунтын басқа адам байланыстырған. Алдымен сол адам байланысын үзсін.
# (?) a native reader should check
deed-connect-provider = Сыртқы сервис аккаунтын байланыстырды
# (?) a native reader should check
deed-disconnect-provider = Сыртқы сервис аккаунтының байланысын үзді
