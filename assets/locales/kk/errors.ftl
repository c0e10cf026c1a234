# Refusals and error pages: each says what is wrong and what to do.
error-bad-request-title = Сұрауды түсіну мүмкін болмады
error-bad-request-text = Мекенжайды тексеріңіз немесе басты беттен бастаңыз.
error-forbidden-title = Бұл әрекетке рұқсатыңыз жоқ
error-forbidden-text = Жүйеге кіргеніңізді тексеріңіз немесе кәсіподақ әкімшісінен сұраңыз.
# (?) a native reader should check
error-foreign-form-title = Нысан басқа мекенжайдан жіберілген
# (?) a native reader should check
error-foreign-form-text = Ештеңе өзгерген жоқ. Бетті { $address } мекенжайында ашып, қайталаңыз: нысандар тек сол жерден қабылданады.
error-no-such-page-title = Мұндай бет жоқ
error-no-such-page-text = Мекенжайды тексеріңіз немесе керек құжатты осы жерден іздеңіз.
error-unknown-code-title = Мұндай код жоқ
error-unknown-code-text = { $code } кодымен құжат та, ұйым да тіркелмеген. Парақтағы кодпен салыстырыңыз немесе атауы бойынша іздеңіз.
error-mistyped-code-title = Код қате терілген сияқты
error-mistyped-code-text = «{ $code }» – бір таңбасы дұрыс емес. Код жеті таңбадан тұрады, мысалы: 7K3-M9Q3. Парақтағы кодқа қарап, қайта теріңіз.
error-method-not-allowed-title = Бұл мекенжайда мұндай әрекет жоқ
error-method-not-allowed-text = Бетті қайта ашып, тағы бір рет көріңіз.
# (?) a native reader should check
error-too-slow-title = Жіберу тым ұзаққа созылды
# (?) a native reader should check
error-too-slow-text = Жіберілген дерек уақытында жетпеді, ештеңе өзгерген жоқ. Байланыс жақсырақ жерде қайталап көріңіз.
error-file-gone-title = Бұл файл қайтарып алынды
error-file-gone-text = Қазіргі мәтінді құжаттың бетінен ашыңыз немесе кәсіподақ төрағасынан сұраңыз.
error-too-large-title = Файл тым үлкен
error-too-large-text = Ең үлкен көлемі – { $limit }. Файлды кішірейтіп, қайта жүктеңіз.
error-too-many-title = Сұрау тым көп
error-too-many-text = { $wait } секундтан кейін қайталап көріңіз.
error-internal-title = Бағдарламада қате шықты
error-internal-text = Бірнеше минуттан кейін қайталап көріңіз. Қате қайталанса, кәсіподаққа хабарлаңыз.
# (?) a native reader should check
error-busy-title = Дәл қазір жүктеме тым көп
error-busy-text = { $wait } секундтан кейін қайталап көріңіз.
