# The search: the box, the results, what else to try.

search-words-label = Не іздейсіз
search-words-hint = Құжаттағы сөздер, құжаттың атауы, мектеп немесе код. Мысалы: мүшелік жарна
search-within = Мына жерден ізделді:
search-too-long = Сұрау тым ұзын: { $limit } таңбадан аспауы керек. Екі-үш негізгі сөзді ғана қалдырыңыз.
# (?) a native reader should check
search-unknown = Мына сөздер құжаттарда жоқ: { $words }. Қалған сөздер бойынша табылғаны көрсетілді.
search-places = Құжаттардағы орындар
search-advice-fewer = Бір-екі негізгі сөзді ғана қалдырыңыз, мысалы: демалыс, жалақы, жарна.
search-pages = Нәтижелер беттері
search-previous = Алдыңғылары
search-next = Келесілері
search-this-stand = Осы ұйымның барлық құжатынан іздеу
search-everywhere = Кәсіподақтың барлық құжатынан іздеу
# (?) a native reader should check
search-former-too = Бұрынғы және болашақ редакциялардан да іздеу
search-present-only = Тек қазіргі редакциялардан іздеу
