# What needs a person, besides agreements: on the first page, as files, in calendars and feeds, by mail.

## Kinds of what is to be done

# { $what }: the kind.
needs-counted = { $what }: { $count }
needs-counted-at-least = { $what }: кемінде { $count }
# (?) a native reader should check
needs-lying-drafts = Бірнеше күннен бері жарияланбай тұрған жобалар
needs-without-kk = Қазақша мәтіні жоқ құжаттар
needs-without-ru = Орысша мәтіні жоқ құжаттар
needs-without-agreement = Ұжымдық шарты жоқ ұйымдар
needs-stand-outdated = Жаңартуды қажет ететін стендтер
# (?) a native reader should check
needs-stand-unprinted = Жинағы әлі басылмаған стендтер
# (?) a native reader should check
needs-stand-silent = Коды екі айдан бері ашылмаған стендтер
# (?) a native reader should check
needs-stand-never = Коды әлі бірде-бір рет ашылмаған стендтер
# (?) a native reader should check
needs-strays = Сұралған, бірақ тізілімде жоқ кодтар

## What is said of each

# { $date }: Form::Short.
need-draft = Жоба басталған күн: { $date }
# { $date }: Form::Short.
# (?) a native reader should check
need-stray-unknown = Мұндай коды бар құжат жоқ. { $count } рет сұралды, соңғы рет: { $date }. Қабырғада осы код тұрса, парақты ауыстырыңыз.
# { $date }: Form::Short.
# (?) a native reader should check
need-stray-mistyped = Код қате терілген немесе қате басылған сияқты. { $count } рет сұралды, соңғы рет: { $date }.

## Ready messages for the chair of an organization

message-without-kk = Тізілімде бұл құжаттың қазақша мәтіні жоқ. Файлын жіберіңізші.
message-without-ru = Тізілімде бұл құжаттың орысша мәтіні жоқ. Файлын жіберіңізші.
message-without-agreement = Тізілімде сіздің ұйымның ұжымдық шарты жоқ. Файлын жіберіңізші.
# (?) a native reader should check
message-stand-unprinted = Сіздің ұйымның стендіне арналған жинақ әлі басылмаған. Осы бетті ашып, жинақты жүктеп алыңыз да, басып шығарыңыз.
# { $days }: a number.
# (?) a native reader should check
message-stand-silent = Сіздің стендтің кодтары { $days } күннен бері ашылмаған. Стенд ілулі тұр ма, кодтары ашыла ма, тексеріңізші.
# (?) a native reader should check
message-stand-never = Сіздің стендтің кодтары әлі бірде-бір рет ашылмаған. Стенд ілулі болса, кез келген кодын телефонмен ашып көріңіз, ілінбесе, басып шығарып іліңіз.

## As a table

needs-subject = Не туралы
needs-due = Соңғы күні
needs-words = Толығырақ
needs-address = Мекенжайы

## A calendar and a feed

# (?) a native reader should check
needs-address-title = Күнтізбе мен жаңалықтар арнасы
# (?) a native reader should check
needs-address-hint = Күнтізбе мен арна оқитын бағдарламалар сайтқа кіре алмайды, сондықтан оларға құпия мекенжай керек. Ол сіздің рөліңіз көре алатынды ғана көрсетеді. Мекенжайды ешкімге бермеңіз.
needs-address-none = Мекенжай жоқ.
# { $date }: Form::Short.
needs-address-since = Мекенжай жасалған күн: { $date }
needs-address-make = Мекенжай жасау
# (?) a native reader should check
needs-address-renew = Жаңасымен ауыстыру
needs-address-end = Мекенжайды өшіру
needs-address-ended = Мекенжай енді жұмыс істемейді.
needs-address-made-title = Құпия мекенжай жасалды
needs-address-made = Мекенжайлар дайын. Қазір көшіріп алыңыз: олар қайта көрсетілмейді.
needs-address-calendar = Күнтізбеге арналған мекенжай
# (?) a native reader should check
needs-address-calendar-hint = Күнтізбеде «URL арқылы қосу» немесе «Күнтізбеге жазылу» дегенді таңдап, осы мекенжайды қойыңыз.
# (?) a native reader should check
needs-address-feed = Арна оқитын бағдарламаға арналған мекенжай (Atom)
needs-address-feed-hint = Осы мекенжайды арна оқитын бағдарламаға қосыңыз.
# (?) a native reader should check
deed-make-needs-address = Күнтізбеге арналған құпия мекенжай жасады
# (?) a native reader should check
deed-end-needs-address = Күнтізбеге арналған құпия мекенжайды өшірді

## The weekly letter

# (?) a native reader should check
mail-title = Апта сайынғы хат
# (?) a native reader should check
mail-hint = Дүйсенбі күні таңертең сізден не керегін айтатын қысқа хат келеді. Ештеңе керек болмаса, хат жіберілмейді. Мекенжайыңыз тек осы хат үшін сақталады.
mail-address = Электрондық пошта мекенжайы
mail-wish = Хат алып тұру
mail-end = Хат алмау
mail-off = Хат жіберілмейді.
# { $address }: of mail.
mail-on = Хаттар осы мекенжайға жіберіледі: { $address }
# { $address }: of mail.
# (?) a native reader should check
mail-unconfirmed = { $address } мекенжайы әлі расталмаған: сол мекенжайға келген хаттағы сілтемені ашыңыз.
mail-asked = Бір минут ішінде растайтын сілтемесі бар хат келеді. Сілтемені ашып, мекенжайды растаңыз.
mail-ended = Хаттар енді жіберілмейді, мекенжай өшірілді.
mail-confirm-words = Апта сайынғы хат осы мекенжайға келсін бе?
mail-confirm-button = Иә, келсін
mail-confirm-done = Мекенжай расталды. Хат дүйсенбі күні таңертең келеді.
mail-stop-words = Апта сайынғы хатты тоқтатасыз ба?
mail-stop-button = Тоқтату
mail-stop-done = Хаттар енді жіберілмейді, мекенжай өшірілді.
mail-greeting = Сәлеметсіз бе!
# { $date }: Form::Short.
mail-weekly-subject = Сізден не керек: { $date }
# { $address }: of the first page.
mail-all = Барлығы: { $address }
# { $address }: that ends the letters.
mail-stop-line = Хат алмау үшін: { $address }
mail-confirm-subject = Мекенжайыңызды растаңыз
# { $site }: the address of the site.
# (?) a native reader should check
mail-confirm-body = { $site } сайтында апта сайынғы хатты осы мекенжайға жіберу сұралды. Растау үшін үш күн ішінде мына сілтемені ашыңыз:
# (?) a native reader should check
mail-confirm-else = Егер бұл сіз болмасаңыз, ештеңе істеудің қажеті жоқ: басқа хат келмейді.
# { $value }: what was typed.
refusal-mail-address = «{ $value }» – электрондық пошта мекенжайы емес. Оны былай жазыңыз: aigul@example.kz.
# { $count }: how many. { $why }: the words of the server.
# (?) a native reader should check
trouble-letters = Жіберілмеген хаттар: { $count }. Пошта сервері не дейді: { $why }
audit-by-letter = хаттағы сілтеме арқылы
deed-wish-letters = Апта сайынғы хатты сұрады
deed-confirm-letters = Хат мекенжайын растады
deed-end-letters = Апта сайынғы хатты тоқтатты
