# Printed matter: what hangs on a wall, and the guide for the chair.
stand-file-kit = Стенд жинағы: { $name }
stand-call-word = Оқыңыз
stand-call = Оқу үшін телефон камерасын кодқа бағыттаңыз (банк қосымшасын емес)
# (?) a native reader should check
stand-camera = Телефон камерасымен, банк қосымшасымен емес
# (?) a native reader should check
stand-never = Ақша, SMS-код, карта ешқашан сұралмайды
stand-current = Осы код арқылы әрқашан құжаттың қазіргі мәтіні ашылады
stand-safe = Тіркелудің қажеті жоқ. Ақша да, жеке деректер де сұралмайды
stand-opens-at = Бет { $host } мекенжайында ашылады
stand-concerns = Кімге қатысты: { $whom }
stand-printed = Басып шығарылған күні: { $day }. Мәтін өзгерсе де, парақты ауыстырудың қажеті жоқ
# (?) a native reader should check
stand-edition = Сол күнгі редакция: { $day } бастап
stand-check = тексеру жолы
# What somebody hears who cannot see a code.
stand-code-of = QR-код: { $title }. Мекенжайы: { $address }
stand-specimen = ҮЛГІ

stand-poster = Стендтегі құжаттар
stand-shelf = Стендтің барлық құжаты

stand-guide = Стендті рәсімдеу
stand-guide-contents = Бұл файлда: { $parts }.
stand-guide-part-guide = осы жадынама
stand-guide-part-poster = плакат – { $pages } бет
stand-guide-part-sheets = құжат парақтары – { $pages } бет
stand-guide-part-stickers = жапсырмалар – { $pages } бет
stand-guide-part-acquaintance = танысу парақтары – { $pages } бет
stand-guide-part-ruler = тексеру парағы – { $pages } бет
stand-guide-empty = Стендке ілінетін құжат әлі жоқ, сондықтан бұл файлда құжат парақтары жоқ.
stand-guide-ask = Құжаттар туралы мына ұйымнан сұраңыз: { $union }.
# In bold, where only some sheets are printed again.
stand-guide-old-codes = Ескі кодтар жұмыс істей береді: ілулі тұрған парақтар да құжаттың қазіргі мәтінін ашады.
stand-guide-remove = Бұрын ілінген QR-кодты парақтарды алып тастаңыз.
stand-guide-remove-these = Осы файлдағы парақтар алмастыратын ескі парақтарды ғана алып тастаңыз, қалғандары ілулі тұра берсін.
stand-guide-paper = Жылтыр емес A4 қағазға 100 % масштабпен (нақты өлшемімен) бір жағына басып шығарыңыз, «бетке сыйдыру» дегенді таңдамаңыз. Түрлі түсті принтердің қажеті жоқ.
# (?) a native reader should check
stand-guide-print-shop = Бұл файл баспаханаға арналған: бояу парақтың шетінен 3 мм асып тұрады, кесу белгілері бар. Жылтыр емес қағазға 100 % масштабпен басылсын.
# (?) a native reader should check
stand-guide-print-shop-plain = Бұл файл баспаханаға арналған, кесу белгілері бар. Жылтыр емес қағазға 100 % масштабпен басылсын.
stand-guide-a3 = Плакатты A3 қағазға 100 % масштабпен басып шығарыңыз. A3 принтері жоқ болса, көшірме орталығында басып береді.
# (?) a native reader should check
stand-guide-a4x2 = Плакат екі A4 парақтан құралады: оң жақтағы парақтың сол жақ жиегін қысқа сызықтар бойымен қиып, сол жақтағысының үстіне желімдеңіз.
stand-guide-a5 = Парақтарды ортасындағы сызық бойымен кесіңіз.
stand-guide-stickers = Жапсырмалар { $stock } парақтарына арналған және { $start }-жапсырмадан басталады. Алдымен кәдімгі қағазға басып шығарып, жапсырма парағына қойып салыстырыңыз.
stand-guide-acquaintance = Танысу парағына әр қызметкер құжатты оқығаннан кейін қол қояды.
stand-guide-height = Еденнен 140–170 см биіктікке іліңіз.
stand-guide-pocket = Мөлдір пластик қалтаға салуға болады. Парақтың қарсысында шам не терезе болмасын: жылтыраған код оқылмайды.
stand-guide-check = Әр кодты телефонмен тексеріңіз: алдымен мобильді интернетпен, содан кейін ұйымның Wi-Fi желісімен.
stand-guide-keep = Мәтін өзгергенде парақты ауыстырмаңыз: сол код жаңа мәтінді ашады. Парақ тек онда жазылған атау өзгергенде ескіреді, бірақ ескі код бәрібір жұмыс істей береді.
stand-guide-unpublished = Әлі жарияланбаған, сондықтан парағы басылмаған құжаттар
stand-guide-director = Басшыға
stand-guide-director-text = Парақтардағы кодтар { $host } сайтынан кәсіподақ құжаттарының мәтінін ашады. Сайт тіркелуді талап етпейді, жеке деректерді жинамайды, ақша сұрамайды.
stand-guide-responsible = Құжаттар мен сайтқа жауапты – { $union }.
stand-centimetres = см

stand-acquaintance = Танысу парағы
# (?) a native reader should check
stand-ruler = Принтерді тексеру
stand-ruler-text = Сызғышпен өлшеңіз: екі сызық та дәл 100 мм болуы керек. Болмаса, басып шығару терезесінде 100 % («нақты өлшем») таңдап, қайта басыңыз. Бұл парақты ілмеңіз.
stand-ruler-labels-text = Келесі парақты кәдімгі қағазға басып, жапсырмалар парағымен беттестіріп, жарыққа тосыңыз. Жақтаулар жапсырмалардың шетінен ауытқыса, неше миллиметрге екенін өлшеп, жинақты таңдау бетіне жазыңыз.
stand-ruler-labels = Жапсырмалардың орны
stand-signed-edition = { $day } бастап қолданылатын редакция
stand-signed-proves = Кодты кім ашқаны жазылмайды, сондықтан оның ашылуы ештеңені дәлелдемейді. Қызметкердің құжатпен танысқанын оның қолы растайды.
stand-signed-number = №
stand-signed-name = Тегі, аты, әкесінің аты
stand-signed-position = Лауазымы
stand-signed-date = Күні
stand-signed-signature = Қолы
