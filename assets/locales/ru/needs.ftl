# What needs a person, besides agreements: on the first page, as files, in calendars and feeds, by mail.

## Kinds of what is to be done

# { $what }: the kind.
needs-counted = { $what }: { $count }
needs-counted-at-least = { $what }: не меньше { $count }
needs-lying-drafts = Черновики, которые уже несколько дней не опубликованы
needs-without-kk = Документы без текста на казахском языке
needs-without-ru = Документы без текста на русском языке
needs-without-agreement = Организации без коллективного договора
needs-stand-outdated = Стенды, которые нужно обновить
needs-stand-unprinted = Стенды, комплект которых ещё не печатали
needs-stand-silent = Стенды, коды которых не открывали два месяца
needs-stand-never = Стенды, коды которых ещё ни разу не открывали
needs-strays = Коды, которые спрашивали, но которых нет в реестре

## What is said of each

# { $date }: Form::Short.
need-draft = Черновик начат { $date }
# { $date }: Form::Short.
need-stray-unknown = Документа с таким кодом нет. Спрашивали раз: { $count }, последний раз: { $date }. Если этот код висит на стене, замените лист.
# { $date }: Form::Short.
need-stray-mistyped = Код набран или напечатан с ошибкой. Спрашивали раз: { $count }, последний раз: { $date }.

## Ready messages for the chair of an organization

message-without-kk = В реестре нет текста этого документа на казахском языке. Пришлите, пожалуйста, файл.
message-without-ru = В реестре нет текста этого документа на русском языке. Пришлите, пожалуйста, файл.
message-without-agreement = В реестре нет коллективного договора вашей организации. Пришлите, пожалуйста, файл.
message-stand-unprinted = Комплект для стенда вашей организации ещё не печатали. Откройте эту страницу, скачайте комплект и напечатайте его.
# { $days }: a number.
message-stand-silent = Коды вашего стенда не открывали { $days } дней. Проверьте, пожалуйста, висит ли стенд и открываются ли коды.
message-stand-never = Коды вашего стенда ещё ни разу не открывали. Если стенд висит, откройте телефоном любой код; если нет, напечатайте его и повесьте.

## As a table

needs-subject = О чём
needs-due = Последний день
needs-words = Подробнее
needs-address = Адрес

## A calendar and a feed

needs-address-title = Календарь и лента
needs-address-hint = Программы для календарей и лент не могут войти на сайт, поэтому им нужен секретный адрес. Он показывает только то, что доступно вашей роли. Никому его не давайте.
needs-address-none = Адреса нет.
# { $date }: Form::Short.
needs-address-since = Адрес создан { $date }
needs-address-make = Создать адрес
needs-address-renew = Заменить новым
needs-address-end = Удалить адрес
needs-address-ended = Адрес больше не действует.
needs-address-made-title = Секретный адрес создан
needs-address-made = Адреса готовы. Скопируйте их сейчас: повторно они не показываются.
needs-address-calendar = Адрес для календаря
needs-address-calendar-hint = Выберите в календаре «Добавить по URL» или «Подписаться на календарь» и вставьте этот адрес.
needs-address-feed = Адрес для программы чтения лент (Atom)
needs-address-feed-hint = Добавьте этот адрес в программу, которая читает ленты.
deed-make-needs-address = Создал секретный адрес для календаря
deed-end-needs-address = Удалил секретный адрес для календаря

## The weekly letter

mail-title = Еженедельное письмо
mail-hint = В понедельник утром приходит короткое письмо о том, что от вас требуется. Если ничего не требуется, письма нет. Адрес хранится только для этого письма.
mail-address = Адрес электронной почты
mail-wish = Получать письма
mail-end = Не получать писем
mail-off = Письма не отправляются.
# { $address }: of mail.
mail-on = Письма приходят на адрес { $address }
# { $address }: of mail.
mail-unconfirmed = Адрес { $address } ещё не подтверждён: откройте ссылку в письме, которое на него пришло.
mail-asked = В течение минуты придёт письмо со ссылкой. Откройте её и подтвердите адрес.
mail-ended = Письма больше не отправляются, адрес удалён.
mail-confirm-words = Присылать еженедельное письмо на этот адрес?
mail-confirm-button = Да, присылать
mail-confirm-done = Адрес подтверждён. Письмо придёт в понедельник утром.
mail-stop-words = Больше не присылать еженедельное письмо?
mail-stop-button = Не присылать
mail-stop-done = Письма больше не отправляются, адрес удалён.
mail-greeting = Здравствуйте!
# { $date }: Form::Short.
mail-weekly-subject = Что от вас требуется: { $date }
# { $address }: of the first page.
mail-all = Всё сразу: { $address }
# { $address }: that ends the letters.
mail-stop-line = Не получать этих писем: { $address }
mail-confirm-subject = Подтвердите адрес
# { $site }: the address of the site.
mail-confirm-body = На сайте { $site } попросили присылать на этот адрес еженедельное письмо. Чтобы подтвердить, откройте в течение трёх дней ссылку:
mail-confirm-else = Если это были не вы, ничего делать не нужно: других писем не будет.
# { $value }: what was typed.
refusal-mail-address = «{ $value }» – не адрес электронной почты. Напишите его так: aigul@example.kz.
# { $count }: how many. { $why }: the words of the server.
trouble-letters = Не отправлено писем: { $count }. Почтовый сервер ответил: { $why }
audit-by-letter = по ссылке в письме
deed-wish-letters = Попросил присылать еженедельное письмо
deed-confirm-letters = Подтвердил адрес для писем
deed-end-letters = Отказался от еженедельного письма
