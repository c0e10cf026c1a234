# How the union looks in print: its emblem and one colour.
brand-heading = Басып шығарылатын парақтардың көрінісі
brand-hint = Эмблема мен түс стенд парақтарына басылады. Бұрын басылған парақтар жарамды болып қала береді.
brand-accent = Кәсіподақ түсі
brand-accent-hint = Ақ қағазда және ақ-қара принтерде анық көрінетін қою түсті таңдаңыз.
brand-emblem = Эмблема
# (?) a native reader should check
brand-emblem-hint = Ашық реңдегі қою сурет: SVG, PNG немесе JPEG. Бір түспен басылады. Файл таңдалмаса, қазіргісі қалады.
# (?) a native reader should check
brand-emblem-none = Эмблемасыз басып шығару
# (?) a native reader should check
brand-phone = Кеңсенің телефоны
# (?) a native reader should check
brand-phone-hint = Парақтарда кәсіподақтың толық атауымен қатар тұрады. Адамның емес, кеңсенің нөмірі: қағаздан өшіруге болмайды.
brand-emblem-now = Қазіргі эмблема
refusal-accent-form = Түс #005f6e түрінде жазылады.
refusal-accent-pale = Бұл түс тым ақшыл: ақ қағазға қатысты контрасты { $contrast }, кемінде { $least } керек. Қоюырағын таңдаңыз.
refusal-accent-light = Ақ-қара принтерде бұл түс тым ақшыл шығады. Қоюырағын таңдаңыз.
# (?) a native reader should check
refusal-emblem-form = Эмблеманы оқу мүмкін болмады. Ашық реңде қою суреті бар SVG, PNG немесе JPEG файлын таңдаңыз.
# (?) a native reader should check
refusal-emblem-letters = Суретте қарпі файлда жоқ сөздер бар. Сурет салатын бағдарламада оларды контурға айналдырып, файлды қайта сақтаңыз.
# (?) a native reader should check
refusal-emblem-long = Эмблеманың бөлшектері тым көп. Қарапайымырақ сурет таңдаңыз.
refusal-emblem-shape = Эмблема тым ұзынша: ұзын жағы қысқа жағынан бес еседен артық болмауы керек.
