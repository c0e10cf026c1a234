# What hangs on stands, and checking a stand.

## The state of a stand.

hang-title = Стенд
hang-current = Төрағаға: стендтегі парақтардың бәрі дұрыс
# (?) a native reader should check
hang-opened = Төрағаға: осы стендтің { $count } коды ашылды. Стенд ілулі болса, бұл туралы хабарлаңыз: ұйымның бетінде «Стендті бүгін ілдік» түймесін басыңыз
# (?) a native reader should check
hang-specimen = Төрағаға: ілулі парақтарда ҮЛГІ сөзі тұр. Оларды алып тастаңыз, сайт мекенжайы расталған соң жаңасын басып шығарыңыз
# (?) a native reader should check
hang-waiting = Мәтіні әлі жарияланбаған мына құжаттардың парақтары да ілулі тұр
# (?) a native reader should check
hang-replaced = Жоғарыда аталған парақтардың бәрі ауыстырылды немесе алып тасталды
hang-to-print = Төрағаға: стендтің { $count } парағын қайта басып шығару керек
hang-to-take-down = Төрағаға: стендтен { $count } парақты алып тастау керек
# { $date }: Form::From.
hang-since = Стенд { $date } бастап ілулі тұр.
hang-unknown = Стендтің ілінген-ілінбегені белгісіз.
hang-poster = Плакат
hang-reason-renamed = ұйымның атауы өзгерді
hang-reason-retitled = құжаттың атауы өзгерді
hang-reason-new = жаңа құжат, парағы әлі ілінбеген
hang-reason-host = сайттың мекенжайы өзгерді
hang-reason-specimen = парақта «ҮЛГІ» деп жазылған
hang-reason-list = құжаттар тізімі өзгерді
hang-take-down = бұл құжат енді стендте болмауы керек: парағын алып тастаңыз
hang-old-codes = Ескі кодтар жұмыс істей береді: олар құжаттың қазіргі мәтінін ашады.
hang-kit = Тек өзгерген парақтарды жүктеп алу (PDF)
hang-kit-hint = Жаңа парақтарды ілген соң, ұйымның бетінде «Стендті бүгін ілдік» түймесін басыңыз.
hang-say = Стендті бүгін ілдік
hang-say-hint = Бүгінгі жинақты іліп болған соң немесе стендте бәрі дұрыс болса, осы түймені басыңыз. Сонда кейін қай парақты ауыстыру керегі осы жерде көрсетіледі.
hang-said = Жазылды: стенд бүгінгі күйінде ілулі тұр.

## The list of organizations.

hang-column = Стендтің күйі
# { $date }: Form::From.
hang-list-since = { $date } бастап ілулі
hang-list-unknown = Ілінгені белгісіз
hang-list-to-print = Қайта басып шығару керек: { $count } ({ $reasons })
hang-list-take-down = Алып тастау керек: { $count }
# { $date }: Form::Short.
hang-list-opened = Коды соңғы рет ашылған күн: { $date }
hang-list-never = Коды әлі бірде-бір рет ашылған жоқ

## Checking a stand.

check-title = Стендті тексеру
check-lead = Стендтің жанына барып, әр кодты телефонмен оқыңыз. Оқылған код тізімде өзі белгіленеді.
check-start = Тексеруді бастау
# { $hours }: a number.
check-ends = Аяқталмаған тексеру { $hours } сағаттан кейін өзі жабылады.
check-camera = Камераны қосу
check-camera-stop = Камераны өшіру
check-camera-denied = Камераға рұқсат берілмеді. Телефонның өз камерасын қолданыңыз.
check-offline = Байланыс жоқ. Кодты қайта оқыңыз.
check-own-camera = Телефонның өз камерасы да жарайды: кодты ашсаңыз болғаны, ол осында белгіленеді. Бірақ сол телефоннан жүйеге кірген болуыңыз керек.
# (?) a native reader should check
check-photo = Бүкіл стендтің суреті
check-photo-hint = Тақтаның алдынан, жақсы жарықта түсіріңіз. Үлкен стендті бірнеше суретке бөліңіз. Сурет сақталмайды.
check-photo-tick = Суреттегі кодтарды белгілеу
check-photo-reading = Сурет оқылып жатыр…
check-photo-done = Суреттегі кодтар белгіленді. Тізімде белгіленбегендері болса, жақынырақ түсіріңіз.
check-refusal-photo = Бұл суреттен бірде-бір код оқылмады. Жақынырақ келіп, анық етіп қайта түсіріңіз.
check-type = Кодты қолмен енгізу
check-type-hint = Ол парақта QR-кодтың астында жазылған, мысалы 7K3-M9Q3. Парақта мектептің өз атауы тұрғанын да қараңыз: қолмен енгізілген код парақтың бөтен екенін көрсетпейді.
check-tick = Белгілеу
check-refresh = Тізімді жаңарту
check-list = Стендте болуы керек
check-progress = Табылғаны: { $found } / { $all }
check-found = табылды
check-not-seen = әлі оқылған жоқ
check-missing = табылмады
check-wrong = Стендте болмауы керек
check-foreign = «{ $organization }» стендіне арналған код. Орнына өз ұйымыңыздың парағын іліңіз
check-older = бұл құжат енді осы стендте болмауы керек: парағын алып тастаңыз
check-unknown = тізілімде мұндай код жоқ
check-kit = Табылмаған парақтарды жүктеп алу (PDF)
check-finish = Тексеруді аяқтау
check-finished = Тексеру сақталды.
check-nothing = Бірде-бір код оқылған жоқ, сондықтан тексеру сақталмады.
check-all-right = Бәрі дұрыс: стенд толық, артық код жоқ.
# { $date }: Form::Short; { $time }: hours and minutes.
check-of = Тексерілген уақыты: { $date }, { $time }
check-latest = Соңғы тексеру:
check-earlier = Бұрынғы тексерулер
# { $date }: Form::Short.
check-earlier-line = { $date }: табылғаны – { $found }, табылмағаны – { $missing }, артығы – { $wrong }
check-banner-found = Белгіленді: бұл код осы стендке тиесілі.
check-banner-foreign = Белгіленді: бұл код басқа ұйымның стендіне арналған.
check-banner-older = Белгіленді: бұл құжат енді сіздің стендіңізде болмауы керек.
check-back = Тексеруге оралу
check-refusal-form = Бұл – тізілімнің коды емес: { $typed }
# (?) a native reader should check
check-refusal-clause = Бұл – баптың не тармақтың жапсырмасы, құжаттың парағы емес: { $typed }
check-refusal-mistyped = Кодта қате бар: { $typed }. Оны парақтағы жазумен салыстырыңыз.
check-refusal-elsewhere = Бұл код басқа сайтты ашады: { $host }. Ол біздің тізілімге жатпайды.
refusal-nothing-to-hang = Стендте жарияланған құжат әлі жоқ, сондықтан ілінетін парақ та жоқ.
refusal-not-empty = Тізілім бос емес. Бос деректер қалтасын немесе бос дерекқорды алыңыз.
refusal-no-check = Ашық тексеру жоқ: ол аяқталған. Қайта бастаңыз.
