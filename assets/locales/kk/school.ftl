# Chairs and the office: proposals, letters, four eyes, the steps of a publication.

## What the office is asked

# (?) a native reader should check
needs-proposals = Мектептердің ұсыныстары
# (?) a native reader should check
needs-letters = Жауап күтетін хаттар
# (?) a native reader should check
needs-drafts = Екінші адамның көзі керек жобалар
# (?) a native reader should check
needs-second-looks = Жарияланғаннан кейін екінші рет қаралатын мәтіндер

## Proposing

# (?) a native reader should check
propose-title = Құжат немесе редакция ұсыну
# (?) a native reader should check
propose-hint = Файлды немесе беттердің фотосын жіберіңіз. Кеңсе оны қарап, жариялайды немесе себебін айтып қайтарады. Оған дейін мүшелер ештеңе көрмейді.
# (?) a native reader should check
propose-what = Не ұсынасыз
# (?) a native reader should check
propose-edition = Жаңа редакция: { $title }
# (?) a native reader should check
proposal-new = Жаңа құжат: { $kind }
# (?) a native reader should check
propose-files = Файлдар немесе фотолар
# (?) a native reader should check
propose-files-hint = DOCX немесе PDF, не беттердің фотосы (бірнешеуін бірге таңдауға болады). Бір файл { $limit } МБ-тан аспасын. Мәтін бір ғана тілде болса, бір өрісті толтырыңыз.
# (?) a native reader should check
propose-note = Түсініктеме
# (?) a native reader should check
propose-note-hint = Мысалы: жиналыс қай күні қабылдады, не өзгерді. Жеке деректерді жазбаңыз.
# (?) a native reader should check
propose-send = Кеңсеге жіберу
# (?) a native reader should check
propose-done = Ұсыныс жіберілді. Оның күйі осы бетте және бірінші бетте көрінеді.
# (?) a native reader should check
proposals-title = Ұсыныстар
# (?) a native reader should check
proposal-title = Мектептің ұсынысы
# { $date }: Form::Short.
# (?) a native reader should check
proposal-from = Ұсынған: { $organization }, { $date }
# (?) a native reader should check
proposal-by = логин: { $login }
# { $date }: Form::Long.
# (?) a native reader should check
proposal-from-day = Мектептің айтуынша, бірінші күні: { $date }
# (?) a native reader should check
proposal-open = Ұсынысты ашу
# (?) a native reader should check
proposal-open-draft = Жобаны ашу
# (?) a native reader should check
proposal-take = Жобаға айналдыру
# (?) a native reader should check
proposal-take-hint = Тізілімге жаңа құжат қосылады, файлдар оның жобасына өтеді. Әзірге ештеңе жарияланбайды.
# (?) a native reader should check
proposal-decline = Қабылдамау
# (?) a native reader should check
proposal-decline-hint = Себебін төраға оқиды. Файлдар мен жоба жойылады.
# (?) a native reader should check
proposal-waiting = Кеңсе әлі қараған жоқ
# (?) a native reader should check
proposal-draft = Кеңсе жариялауға дайындап жатыр
# (?) a native reader should check
proposal-published = Жарияланды
# (?) a native reader should check
proposal-published-open = Жарияланған мәтінді ашу
# (?) a native reader should check
proposal-declined = Қабылданбады. Себебі: { $reason }
# (?) a native reader should check
refusal-proposed-by-school = Мұны мектеп ұсынған: себебін жазып, ұсынысты қабылдамаңыз, сонда төраға жауапты көреді. Ештеңе өшірілген жоқ.
# (?) a native reader should check
refusal-no-proposal = Бұл ұсыныс бойынша шешім қабылданып қойған. Бетті қайта ашыңыз.
# (?) a native reader should check
refusal-too-many-open = Бір ұйымнан ең көбі { $limit } ұсыныс немесе хат қатар күте алады. Алдымен бұрынғыларына жауап күтіңіз. Ештеңе сақталған жоқ.

## Letters to the office

# (?) a native reader should check
letters-title = Кеңсеге жазу
# (?) a native reader should check
letter-title = Төрағаның хаты
# (?) a native reader should check
letter-words = Хат
# (?) a native reader should check
letter-hint = Ең көбі 2000 таңба. Жауап осы бетте шығады; жауаптан кейін бір жыл өткенде хат өшіріледі.
# (?) a native reader should check
letter-send = Жіберу
# (?) a native reader should check
letter-sent = Хат жіберілді. Жауап осы бетте шығады.
# { $date }: Form::Short.
# (?) a native reader should check
letter-written = Жазылған күні: { $date }
# (?) a native reader should check
letter-answered = Кеңсенің жауабы, { $date }
# (?) a native reader should check
letter-answer = Жауап
# (?) a native reader should check
letter-answer-hint = Жауапты төраға өз бетінде оқиды. Кейін оны өзгертуге болмайды.
# (?) a native reader should check
letter-answer-send = Жауап беру
# (?) a native reader should check
letters-waiting = Жауап күтуде: { $count }.
# (?) a native reader should check
letters-answered = Жауап келді: { $count }.
# (?) a native reader should check
refusal-words-missing = Мәтін жазыңыз: бос күйінде жіберілмейді.
# (?) a native reader should check
refusal-no-letter = Бұл хатқа жауап берілген. Бетті қайта ашыңыз.

## The chair's room

# (?) a native reader should check
room-title = Төрағаның беті
# (?) a native reader should check
room-unchecked = Стенд жарты жылдан бері тексерілмеген. Телефонмен тексеру бірнеше минут алады.

## Four eyes

# (?) a native reader should check
four-eyes-title = Екі адамның көзі
# (?) a native reader should check
four-eyes-hint = Жарияланатын мәтінді екінші адам қарай ма. Қайтарып алу, аяқталуын белгілеу және кейін қосылған мәтін мен қосымша күттірілмейді.
# (?) a native reader should check
four-eyes-question = Қашан қаралады
# (?) a native reader should check
four-eyes-off = Қаралмайды: дайындаған адамның өзі жариялайды
# (?) a native reader should check
four-eyes-before = Жариялауға дейін: оны басқа адам қарап, жариялайды
# (?) a native reader should check
four-eyes-after = Жариялағаннан кейін: мәтін бірден шығады, басқа адам растайды немесе күмәнін айтады
# (?) a native reader should check
look-after = Жарияланғаннан кейін басқа адамның растауы күтіледі. Оқырмандар бұл белгіні көрмейді.
# (?) a native reader should check
look-needed = Мұны басқа адам қарап жариялайды. Бәрі дайын болса, сол адамнан қарауын сұраңыз. Кейін бірдеңе өзгерсе, қайта сұрау керек.
# (?) a native reader should check
look-ask = Дайын: қарауын сұрау
# { $date }: Form::Short.
# (?) a native reader should check
look-asked = { $login } қарауды сұрады ({ $date }). Бәрі дұрыс болса, жариялаңыз.
# (?) a native reader should check
look-asked-by-you = Сіз ({ $login }) қарауды сұрадыңыз ({ $date }). Енді басқа адам қарап жариялайды: осы беттің мекенжайын соған жіберіңіз.
# (?) a native reader should check
look-asked-by = Сұраған: { $login }
# (?) a native reader should check
second-look-due = { $login } жариялаған ({ $date }). Басқа адам әлі қараған жоқ.
# (?) a native reader should check
second-look-doubted = Екінші адамның күмәні: { $doubt }. Мәтінді түзетіңіз, қайтарып алыңыз немесе растаңыз.
# (?) a native reader should check
second-look-reason = Не күмән туғызады
# (?) a native reader should check
second-look-reason-hint = Растасаңыз, бос қалдырыңыз. Мұны тек кеңсе көреді.
# (?) a native reader should check
second-look-confirm = Бәрі дұрыс
# (?) a native reader should check
second-look-doubt = Күмән айту
# (?) a native reader should check
second-look-done-confirmed = Екінші адам растады.
# (?) a native reader should check
second-look-done-doubted = Күмән жазылды: ол шешілгенше осы жерде және бірінші бетте тұрады.
# (?) a native reader should check
refusal-look-not-asked = Мұнда екі адамның көзі керек: алдымен қарап шығуды сұраңыз, содан кейін басқа адам жариялайды. Сұралғаннан кейін бірдеңе өзгерсе, қайта сұралады. Жоба сол күйінде қалды.
# (?) a native reader should check
refusal-look-same-person = Қарауды өзіңіз сұрағансыз, сондықтан басқа адам жариялайды. Жоба сол күйінде қалды.
# (?) a native reader should check
refusal-look-at-once = Мұнда мәтінді жарияламас бұрын басқа адам қарайды, сондықтан ештеңе бірден жарияланбайды. Жоба дайындап, басқа адамнан қарауын сұраңыз. Ештеңе өзгерген жоқ.
# (?) a native reader should check
refusal-last-publishers = Мұнда жарияланатын мәтінді екінші адам қарайды, сондықтан жариялай алатын кемінде { $least } адам қалуы керек. Алдымен тағы біреуді шақырыңыз немесе «Екі адамның көзі» баптауын өзгертіңіз.
# (?) a native reader should check
refusal-too-few-publishers = Екінші адамның қарауы үшін жариялай алатын кемінде { $least } адам керек. Алдымен адам шақырыңыз. Баптау өзгерген жоқ.
# (?) a native reader should check
refusal-no-second-look = Бұл мәтінді қарайтын сіз емес: оны жариялаған адам өзін растай алмайды немесе ол қаралып қойған.

## From the files to the publication

# (?) a native reader should check
steps = Жариялау қадамдары
# (?) a native reader should check
step-files = Файлдар мен күндер
# (?) a native reader should check
step-doubts = Күмәнді жерлер
# (?) a native reader should check
step-member = Мүше не көреді
# (?) a native reader should check
step-changes = Не өзгереді
# (?) a native reader should check
step-when = Қашан және кім көреді
# (?) a native reader should check
step-publish = Жариялау
# (?) a native reader should check
preview-dates = Күндерін өзгерту
# (?) a native reader should check
preview-dates-save = Күндерін сақтау
# (?) a native reader should check
preview-changes = { $text }: өзгерген бөліктер – { $count }
# (?) a native reader should check
upload-dropped = Қазақша және орысша файлдарды осында тастаңыз
# (?) a native reader should check
upload-dropped-hint = Тілі мәтіннен танылып, келесі бетте көрсетіледі. Сканның тілі танылмайды: оны төмендегі өз тіліне салыңыз.
# (?) a native reader should check
upload-guessed = Тілі мәтіннен танылды. Қате болса, файлды жобада өз тіліне салыңыз.
# (?) a native reader should check
refusal-language-unknown = «{ $file }» файлының тілі мәтінінен танылмады. Оны төмендегі өз тілінің өрісіне салыңыз.
# (?) a native reader should check
refusal-language-twice = «{ $file }» файлының тілі – { $language }, ал жобада мұндай мәтін бар. Ауыстыру үшін файлды сол тілдің өрісіне салыңыз.
# (?) a native reader should check
scheduled-title = Жоспарланған редакциялар
# (?) a native reader should check
scheduled-hint = Бұл мәтіндер жарияланған, бірақ код оларды өз күнінен бастап ашады. Күнін өзгерту үшін редакцияны түзетіңіз, болдырмау үшін қайтарып алыңыз.
# (?) a native reader should check
scheduled-none = Жоспарланған редакция жоқ.
# { $date }: Form::From.
# (?) a native reader should check
scheduled-from = { $date } бастап
# (?) a native reader should check
scheduled-by = Жариялаған: { $login }
# (?) a native reader should check
admin-repair-withdrawn-hint = Қайтарып алу – мәтін мүлде жарияланбауы керек болғанда: код оны енді ашпайды, себебін айтады.
# (?) a native reader should check
admin-repair-ended-hint = Аяқталу – мәтін дұрыс болған, бірақ күшін жойғанда: код оны аша береді және енді қолданылмайтынын айтады.

## The audit trail

# (?) a native reader should check
deed-propose = Кеңсеге құжат немесе редакция ұсынды
# (?) a native reader should check
deed-take-proposal = Мектептің ұсынысын жобаға айналдырды
# (?) a native reader should check
deed-decline-proposal = Мектептің ұсынысын қабылдамады
# (?) a native reader should check
deed-write-letter = Кеңсеге жазды
# (?) a native reader should check
deed-answer-letter = Төрағаның хатына жауап берді
# (?) a native reader should check
deed-set-four-eyes = Екі адамның көзі баптауын өзгертті
# (?) a native reader should check
deed-ask-for-look = Жобаны қарауды сұрады
# (?) a native reader should check
deed-confirm-edition = Жарияланған мәтінді растады
# (?) a native reader should check
deed-doubt-edition = Жарияланған мәтінге күмән айтты
