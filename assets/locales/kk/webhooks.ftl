# Webhooks: programs elsewhere that are told of public changes.

webhooks-title = Вебхуктер
# (?) a native reader should check
webhooks-hint = Кәсіподақ сайты немесе басқа жүйе жаңа құжаттар мен өзгерістерді бірден біледі: тізілім оның мекенжайына қол қойылған хабарлама жібереді. Бағдарламашыларға: /openapi.json, webhooks бөлімі.
# (?) a native reader should check
webhooks-open = Вебхуктерді ашу
webhooks-none = Вебхук жоқ.
webhooks-new = Жаңа вебхук
# (?) a native reader should check
webhooks-stopped = Кейбір вебхуктер тоқтатылған. Оларды ашыңыз: не істеу керегі сонда жазылған.
webhook-open = Вебхукке өту
webhook-name = Қай жүйеге арналған
# (?) a native reader should check
webhook-address = Хабарлама жіберілетін мекенжай
# (?) a native reader should check
webhook-address-hint = https:// деп басталады және интернетте ашық болуы керек.
# (?) a native reader should check
webhook-events = Не туралы хабарлау керек
webhook-event-created = жаңа құжат
webhook-event-published = редакцияның жариялануы
webhook-event-corrected = редакцияның түзетілуі
webhook-event-withdrawn = редакцияның қайтарып алынуы
# (?) a native reader should check
webhook-event-ended = редакция қолданысының мерзімінен бұрын тоқтатылуы
webhook-event-test = тексеру
webhook-add = Вебхук қосу
webhook-state = Күйі
webhook-state-active = Жұмыс істеп тұр
# (?) a native reader should check
webhook-state-paused = Уақытша тоқтатылған: хабарламалар күтіп тұр
# (?) a native reader should check
webhook-state-failed = Тоқтатылған: хабарламалар жетпейді, күтіп тұр
# (?) a native reader should check
webhook-state-gone = Аяқталған: мекенжай енді жоқ
# (?) a native reader should check
webhook-notice-failed = Хабарламаны үш күнге жуық жеткізу мүмкін болмады, сондықтан вебхук тоқтатылды. Қабылдайтын жүйені жөндеп, «Жалғастыру» түймесін басыңыз: күтіп тұрғанның бәрі ретімен жіберіледі.
# (?) a native reader should check
webhook-notice-gone = Мекенжай өзінің енді жоқ екенін хабарлады (410). Оған ештеңе жіберілмейді. Вебхукті жойыңыз немесе басқа мекенжаймен жаңасын қосыңыз.
webhook-waiting = Жіберуді күтіп тұрғаны: { $count }.
webhook-pause = Уақытша тоқтату
# (?) a native reader should check
webhook-paused = Вебхук уақытша тоқтатылды. Хабарламалар 30 күнге дейін күтеді.
webhook-resume = Жалғастыру
# (?) a native reader should check
webhook-resumed = Вебхук жұмысын жалғастырды: күтіп тұрғанның бәрі жіберіліп жатыр.
# (?) a native reader should check
webhook-test = Тексеру хабарламасын жіберу
# (?) a native reader should check
webhook-tested = Тексеру хабарламасы жіберіліп жатыр. Нәтижесін көру үшін бетті қайта ашыңыз.
webhook-sent = Соңғы хабарламалар
webhook-sent-none = Әлі ештеңе жіберілген жоқ.
webhook-kept = Хабарламалар 30 күн сақталады.
webhook-what = Не болды
webhook-result = Нәтиже
webhook-tries = Әрекет саны
# { $status }: the number of an HTTP status, such as 200.
webhook-delivered = жетті (жауап: { $status })
webhook-answered = қабылданбады (жауап: { $status })
webhook-waits = күтіп тұр
webhook-undelivered-refused = қабылданбады
webhook-undelivered-silent = 10 секундта жауап болмады
# (?) a native reader should check
webhook-undelivered-private = бұл мекенжайға жіберуге болмайды: ол жабық желіге апарады
# (?) a native reader should check
webhook-undelivered-unreachable = байланыс жоқ: атауын, желіні және сертификатты тексеріңіз
# { $time }: the day and the time of day.
webhook-next = келесі әрекет: { $time }
# (?) a native reader should check
webhook-secret = Құпия кілт
# (?) a native reader should check
webhook-secret-title = Вебхуктің құпия кілті
# (?) a native reader should check
webhook-secret-made = Құпия кілт дайын. Қазір көшіріп алыңыз: ол қайта көрсетілмейді.
# (?) a native reader should check
webhook-secret-hint = Қабылдаушы онымен хабарламалардың қолтаңбасын тексереді (Standard Webhooks, webhook-signature тақырыбы). Оны құпиясөз сияқты сақтаңыз.
# (?) a native reader should check
webhook-renew = Жаңа құпия кілт жасау
# (?) a native reader should check
webhook-renew-hint = Хабарламаларға жаңа құпия кілтпен, тағы бір тәулік бойы бұрынғысымен де қол қойылады.
webhook-remove = Вебхукті жою
# (?) a native reader should check
webhook-remove-hint = Күтіп тұрған хабарламалар жіберілмейді.
webhook-removed = Вебхук жойылды.
# (?) a native reader should check
refusal-webhook-nameless = Вебхук қай жүйеге арналғанын жазыңыз.
# (?) a native reader should check
refusal-webhook-form = Бұл интернет мекенжайы емес. Толық жазыңыз, мысалы: https://example.kz/webhook
refusal-webhook-not-https = Мекенжай https:// деп басталуы керек
# (?) a native reader should check
refusal-webhook-credentials = Мекенжайда логин мен құпиясөз болмауы керек: оның орнына қолтаңбаны тексеріңіз.
# (?) a native reader should check
refusal-webhook-private = Мекенжай осы компьютерге немесе жабық желіге апарады. Интернетте ашық мекенжай жазыңыз.
# (?) a native reader should check
refusal-webhook-too-long = Мекенжай { $limit } таңбадан ұзын.
# (?) a native reader should check
refusal-webhooks-too-many = Вебхук саны { $limit } аспауы керек. Керек еместерін жойыңыз.
# (?) a native reader should check
refusal-no-webhook = Мұндай вебхук жоқ немесе оған енді ештеңе жіберілмейді.
deed-add-webhook = Вебхук қосты
deed-pause-webhook = Вебхукті уақытша тоқтатты
deed-resume-webhook = Вебхукті жалғастырды
# (?) a native reader should check
deed-renew-webhook-secret = Вебхукке жаңа құпия кілт жасады
# (?) a native reader should check
deed-test-webhook = Вебхукке тексеру хабарламасын жіберді
deed-remove-webhook = Вебхукті жойды
