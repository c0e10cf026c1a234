# How the union looks in print: its emblem and one colour.
brand-heading = Баспа парақтарының көрінісі
brand-hint = Эмблема мен түс стенд парақтарында басылады. Бұрын басылған парақтар жарамды күйінде қалады.
brand-accent = Кәсіподақ түсі
brand-accent-hint = Ақ қағазда және қара-ақ принтерде анық көрінетін қою түсті таңдаңыз.
brand-emblem = Эмблема
brand-emblem-hint = Бір түсті сурет: SVG файлындағы d="…" ішіндегі мәтін. Эмблема болмаса, бос қалдырыңыз.
brand-emblem-now = Қазіргі эмблема
refusal-accent-form = Түс #005f6e түрінде жазылады.
refusal-accent-pale = Бұл түс тым ақшыл: ақ қағазға қатысты контрасты { $contrast }, кемінде { $least } керек. Қоюырағын таңдаңыз.
refusal-accent-light = Қара-ақ принтерде бұл түс тым ақшыл шығады. Қоюырағын таңдаңыз.
refusal-emblem-form = Эмблеманы оқу мүмкін болмады. SVG файлындағы d="…" ішіндегі мәтінді ғана енгізіңіз.
refusal-emblem-long = Эмблема тым күрделі: мәтіні { $limit } таңбадан аспауы керек.
# (?) a native reader should check
refusal-emblem-shape = Эмблема тым ұзынша: ені мен биіктігінің айырмасы бес еседен аспауы керек.
