# Public pages.

## The layout of every page.

language-own-name = Русский
language-switch = Язык
skip-to-content = К содержанию
footer-safe = Без регистрации. Ни денег, ни личных данных не спрашиваем
footer-start = Главная
footer-help = Помощь

## Names, days, files.

title-of-untitled = { $kind }: { $owner }
day-of = { $day } { $month ->
        [1] января
        [2] февраля
        [3] марта
        [4] апреля
        [5] мая
        [6] июня
        [7] июля
        [8] августа
        [9] сентября
        [10] октября
        [11] ноября
       *[12] декабря
    } { $year } года
edition-of = Редакция от { $of }
file-type-and-size = { $type }, { $size }
size-kilobytes = { $whole } КБ
size-megabytes = { $tenth ->
        [0] { $whole } МБ
       *[other] { $whole },{ $tenth } МБ
    }
file-original = Файл оригинала ({ $lang ->
        [kk] на казахском
        [ru] на русском
       *[en] на английском
    })

## How an edition stands.

status-in-force = Действует с { $since }
# { $on }: Form::Long.
status-last-day = Срок – по { $on }
status-not-yet = Пока не действует. Начнёт действовать { $from }
status-prolonged-until = Срок истёк, но действует до заключения нового, не позднее { $until }
status-prolonged = Срок истёк, но действует до заключения нового
status-term-ended = Срок истёк { $end }. О новом тексте спросите председателя
status-ended = Не действует с { $on }: { $verb ->
        [repealed] утратил силу
        [terminated] расторгнут
        [invalidated] признан недействительным
       *[fulfilled] исполнен
    }
status-superseded = Это прежняя редакция.
status-corrected = В этой редакции была ошибка. Исправленный текст опубликован { $on }.
# { $on }: Form::On.
status-correction-withdrawn = В этой редакции была ошибка. Исправленный текст опубликован { $on }, а потом отозван.
status-withdrawn = Этот текст отозван. Причина: { $reason } ({ $on })
status-withdrawn-short = Текст отозван
status-erased = Этот текст удалён. Причина: { $reason } ({ $on })
status-nothing-yet = Документ ещё не опубликован. Спросите председателя профсоюза
status-nothing-yet-short = Ещё не опубликован
text-of-day = Текст по состоянию на { $of }.
open-present = Открыть нынешний текст
open-present-edition = Открыть нынешнюю
open-correction = Открыть исправленный текст
language-missing = Текста на русском пока нет. Ниже – текст на { $below ->
        [kk] казахском
        [ru] русском
       *[en] английском
    }.
language-last = Последний текст на русском – редакция от { $of }, уже не нынешняя
document-succeeded = Вместо этого документа теперь другой:

## The stand whose code was scanned.

place-unknown = Организации с кодом из этого адреса в реестре нет. Документ всё равно показан.
place-elsewhere = Этот документ не входит в стенд организации: { $organization }.
place-dissolved = Эта организация больше не существует: { $organization }.
place-merged = Эта организация вошла в другую: { $organization }. Теперь это:

## The page of a document.

requisites = Реквизиты
requisite-signed = Дата подписания
requisite-term-end = Срок до
requisite-registered = Регистрация
requisite-text = Текст
requisite-concerns = Кого касается
requisite-original-checksum = Контрольная сумма SHA-256 подписанного оригинала
number-and-day = № { $number }, { $on }
text-is-translation = перевод
text-is-public-copy = публичная копия; подписанный оригинал – среди файлов ниже: «{ $title }»
text-is-copy-of-closed = публичная копия; подписанный оригинал («{ $title }») хранится и не выдаётся всем
contents = Содержание
scan-without-text = В этом файле нет текста для чтения на экране. Откройте файл оригинала.
unread-pages = Текст некоторых страниц не прочитан, они показаны картинками: { $pages } (всего страниц: { $of }).
unread-pictures = Ниже, возможно, не весь текст: в файле есть картинки ({ $count }), слов с них здесь нет. Весь текст – в файле оригинала.
unread-recognised = Текст распознала машина (страницы: { $pages }): возможны ошибки. Если сомневаетесь, откройте файл оригинала.
unread-poor = В словах, которые распознал сканер, очень много ошибок (страницы: { $pages }). Смотрите картинки страниц или откройте файл оригинала.
unread-parts = Ниже не весь текст: часть файла не прочитана. Весь текст – в файле оригинала.
unread-form = Этот файл – форма, которая не открывается на телефоне. Откройте файл оригинала на компьютере.
amended = Этот текст изменён: { $title }. В каждом изменённом месте сказано, что изменено.
amended-at-the-end = Этот текст изменяет документ: { $title }. Он стоит в конце текста.
amended-unread = Этот текст изменяет документ: { $title }. Здесь его слова не читаются, откройте файл.
amended-open = Читать изменения
amended-unread-open = Открыть файл
amended-by = Изменено: { $title }
picture-notice = Здесь рисунок. Он виден в файле оригинала.
scanned-page = Страница { $page } из { $of }
scanned-page-open = { $page }: показать картинку
unread-pages-open = К страницам-картинкам
scan-in-pictures = Документ отсканирован: его страницы показаны ниже картинками.
table-label = Таблица
notes = Сноски
note-number = Сноска { $number }
note-back = От сноски { $number } назад к тексту
raised-words = вверху
lowered-words = внизу
struck-words = зачёркнуто:
struck-words-end = (конец зачёркнутого)
files-title = Файлы
more-title = Ещё
open-history = Все редакции и история
open-shelf = Все документы стенда
open-sheet = Лист с QR-кодом для стенда (PDF)
share-whatsapp = Поделиться в WhatsApp
address-of-text = Постоянный адрес нынешнего текста:

## Whom to ask.

contact-title = Кого спросить
contact-room = Где найти: { $room }
contact-call = Позвонить
contact-whatsapp = Написать в WhatsApp
contact-confirmed = Контакт подтверждён: { $on }
contact-missing = Телефон пока не указан. Спросите председателя профсоюза.
contact-message = Здравствуйте! У меня вопрос о документе: { $title } { $address }
contact-message-shelf = Здравствуйте! У меня вопрос о документах профсоюза: { $organization } { $address }

## The history of a document.

history-of = { $title }: редакции и история
history-title = Редакции и история
history-promise = Здесь остаётся каждая опубликованная редакция: и исправленная, и отозванная.
event-published = Опубликовано в реестре
event-published-correction = Опубликовано в реестре. Это исправление текста, опубликованного { $on }
event-corrected = Опубликован исправленный текст
event-signed = Подписано
event-registered = Государственная регистрация: № { $number }, { $on }
event-submitted = Подано на регистрацию { $on }
event-renewal-proposed = Продление предложено { $on }
event-late-text = Добавлен текст на { $lang ->
        [kk] казахском
        [ru] русском
       *[en] английском
    }
event-late-attachment = Добавлен файл: { $title }
event-withdrawn = Текст отозван. Причина: { $reason }
event-erased = Файлы удалены. Причина: { $reason }
event-body-remade = Текст на экране улучшен, файл прежний ({ $lang ->
        [kk] на казахском
        [ru] на русском
       *[en] на английском
    })

## The shelf of an organization.

city-wide-documents = Общие документы
shelf-own = Документы самой организации
shelf-kit = Скачать комплект для стенда (PDF)
shelf-kit-hint = QR-коды всех документов. Напечатайте и повесьте на стенд.
shelf-empty = На этом стенде пока нет документов. Спросите председателя профсоюза.
shelf-merged = Эта организация вошла в другую. Теперь это:
shelf-dissolved = Этой организации больше нет. Её документы сохранены.
shelf-code = Код организации: { $code }

## Start and search.

start-title = Документы профсоюза
start-lead = Нынешние тексты документов с профсоюзного стенда.
start-empty = Документов пока нет.
start-help = Как прочитать QR-код, как напечатать стенд: помощь
search-title = Поиск
search-button = Найти
search-found = { $count ->
        [one] Найден { $count } результат
        [few] Найдено { $count } результата
       *[many] Найдено { $count } результатов
    }
search-nothing = Ничего не найдено: { $query }
search-advice-spelling = Проверьте написание или наберите только начало слова.
search-advice-number = Ищите школу по номеру, например: 54.
search-advice-code = В коде семь знаков, например: 7K3-M9Q3. Он написан на листе рядом с QR-кодом.
search-organizations = Организации
search-documents = Документы
organization-dissolved = Больше не существует

## The organizations by their districts.

districts-title = Организации по районам
districts-lead = Выберите район и найдите свою школу в списке.
districts-counted = { $district } ({ $count })
districts-all = Все районы
districts-none = Район не указан

## The frame of the help.

help-title = Помощь
help-for-member = Члену профсоюза
help-for-chair = Председателю
help-for-admin = Администратору
