# The search: the box, the results, what else to try.

search-words-label = Не іздейсіз
search-words-hint = Құжаттағы сөздер, құжаттың атауы, мектеп немесе код. Мысалы: мүшелік жарна
search-within = Мына жерден ізделді:
search-too-long = Сұрау тым ұзын: { $limit } таңбадан аспауы керек. Екі-үш негізгі сөзді ғана қалдырыңыз.
# (?) a native reader should check
search-unknown = Мына сөздер құжаттарда жоқ: { $words }. Қалған сөздер бойынша табылғаны көрсетілді.
# (?) a native reader should check
search-unknown-alone = Мына сөздер құжаттарда жоқ: { $words }.
search-read-as = «{ $typed }» орнына «{ $read }» сөзі бойынша көрсетілді.
# (?) a native reader should check
search-some-words = Сөздердің бір бөлігі ғана бар орындар
# (?) a native reader should check
search-no-answer = Сұрақтың жауабы табылмады. Төмендегі орындарда сөздердің бір бөлігі ғана бар; олар жауап болмауы мүмкін.
# (?) a native reader should check
search-advice-ask = Кәсіподақ төрағасынан сұраңыз немесе құжаттың мазмұнын ашыңыз.
# (?) a native reader should check
search-no-place = «{ $place }» деген орын құжаттарда жоқ.
search-places = Құжаттардан табылған жерлер
search-advice-fewer = Бір-екі негізгі сөзді ғана қалдырыңыз, мысалы: демалыс, жалақы, жарна.
search-pages = Нәтижелер беттері
search-previous = Алдыңғылары
search-next = Келесілері
search-this-stand = Осы ұйымның барлық құжатынан іздеу
search-everywhere = Кәсіподақтың барлық құжатынан іздеу
# (?) a native reader should check
search-former-too = Бұрынғы және болашақ редакциялардан да іздеу
search-present-only = Тек қазіргі редакциялардан іздеу
# (?) a native reader should check
search-recognised = мәтінін машина таныған
