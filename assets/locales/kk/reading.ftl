# Reading a text: what helps to find, keep, share and print it.

topics = Тақырыптар
topic-leave = Демалыс
topic-pay = Еңбекақы
topic-allowances = Қосымша ақы
topic-hours = Жұмыс уақыты
topic-dismissal = Жұмыстан шығару
topic-aid = Көмек
edition-date = Редакция күні: { $on }
find-in-text = Іздеу
find-in-text-label = Осы мәтіннен іздеу
find-button = Іздеу
find-found = { $count ->
        [one] «{ $query }»: { $count } жерде табылды
       *[other] «{ $query }»: { $count } жерде табылды
    }
find-nothing = «{ $query }» бұл мәтінде кездеспейді
find-elsewhere = Осы ұйымның барлық құжаттарынан іздеу
find-back = Мәтінге оралу
here = Мазмұнына өту
open-both = Қазақша және орысша қатар
both-title = { $title }: қазақша және орысша қатар
both-missing = Бұл редакцияның қазақша және орысша мәтіндері қатар көрсетілмейді: олардың бірі әлі жоқ.
share-title = Бөлісу
share-telegram = Telegram арқылы бөлісу
share-copy = Сілтемені көшіру
share-copied = Сілтеме көшірілді
share-native = Басқа қосымша арқылы бөлісу
# (?) a native reader should check
place-hint = Тақырыпты немесе тармақтың нөмірін бассаңыз, сол жердің сілтемесін алып, бөлісе аласыз.
article-ask = Төрағадан осы жер туралы сұрау
article-close = Жабу
contact-message-clause = Сәлеметсіз бе! Мына құжаттың осы жері туралы сұрағым бар: { $title }, { $clause } { $address }
# (?) a native reader should check
clause-title = Код осы жерді ашады
clause-in-text = Осы жерді құжат мәтінінен көру
clause-more = Жалғасын құжат мәтінінен оқу
# (?) a native reader should check
clause-missing = Қазір қолданылатын мәтінде мұндай жер жоқ ({ $number }). Нөмірі өзгерген болуы мүмкін: мазмұнын немесе іздеуді қолданыңыз.
clause-name-art = { $words }: { $number }-бап
clause-name-p = { $words }: { $number }-тармақ
clause-name-s = { $words }: { $number }-тармақша
clause-name-ch = { $words }: { $number }-тарау
clause-name-sec = { $words }: { $number }-бөлім
clause-name-par = { $words }: { $number }-параграф
clause-name-app = { $words }: { $number }-қосымша
clause-name-x = { $words }: { $number }
clause-labels-title = Баптар мен тармақтарға арналған жапсырмалар
# (?) a native reader should check
clause-labels-lead = Әр жапсырманың коды дәл сол жерді бірден ашады. Керектісін белгілеңіз.
clause-labels-most = Жиі сұралатын
clause-labels-others = Басқа баптар мен тармақтар
clause-labels-show = Жапсырмаларды көру
clause-labels-none = Бұл құжатта жапсырма жасауға болатын нөмірленген баптар мен тармақтар жоқ.
print-text = Мәтінді басып шығару
print-text-large = Мәтінді ірі әріппен басып шығару
print-button = Басып шығару
print-printed = Басып шығарылған күні: { $on }
print-current = Қазіргі мәтін осы код арқылы ашылады
install-name = Кәсіподақ құжаттары

## What the worker says without a network. {date} is filled in on the phone.

# (?) a native reader should check
saved-copy = Бұл – сақталған көшірме ({ $on }). Қазір интернет жоқ: мәтін содан бері өзгерген болуы мүмкін.
# (?) a native reader should check
saved-copy-outdated = Бұл – ескі көшірме ({ $on }). { $until } бастап басқа мәтін немесе басқа мәртебе қолданылады. Интернет пайда болғанда қайта ашыңыз.
offline-title = Интернет жоқ
offline-lead = Бұл беттің сақталған көшірмесі жоқ. Интернет пайда болғанда қайта ашыңыз.
offline-saved = Сақталған беттер
offline-again = Қайта ашып көру
