# Getting prints: the kit's page, what may be chosen, many kits at once, why something is not printed.

## Codes as files.

qr-files = QR-код файлом:
qr-files-trial = Адрес сайта ещё не подтверждён: пока не печатайте этот код.

## The page of a kit.

kit-title = Комплект для стенда
kit-open = Посмотреть страницы и выбрать другой вариант
kit-download = Скачать комплект (PDF)
kit-pages = { $count ->
        [one] { $count } страница
        [few] { $count } страницы
       *[many] { $count } страниц
    }
kit-paper = бумага { $size } – { $count } { $count ->
        [one] лист
        [few] листа
       *[many] листов
    }
kit-labels = листы с наклейками { $stock } – { $count }
kit-one-side = Печатайте с одной стороны.
kit-usual = Вернуться к обычному комплекту
kit-step-print = Скачайте файл и напечатайте в масштабе 100 % («реальный размер»), без «подогнать под страницу». Хватит чёрно-белого принтера.
kit-step-stickers = Сначала напечатайте на обычной бумаге и сверьте, приложив к листу наклеек.
kit-step-sign = Каждый, кто ознакомился с документом, расписывается в листе ознакомления.
kit-step-hang = Повесьте листы на высоте 140–170 см, не напротив окна или лампы.
kit-step-check = Откройте каждый код телефоном: должен открыться документ.
kit-inside = Что в файле
kit-purpose-guide = Для вас: как напечатать и повесить. На стенд не вешается.
kit-purpose-poster = Все коды стенда вместе.
kit-purpose-sheets = Каждому документу свой лист. Крупный код читается с трёх метров.
kit-purpose-stickers = Коды на наклейках: на папку, дверь, информационный уголок.
kit-purpose-acquaintance = Таблица для подписей: кто прочитал документ.
kit-wall = Так листы выглядят издалека, когда висят рядом на стене:
kit-previews = Как выглядят страницы
kit-page = Страница { $number }: { $name }
kit-pages-all = Показать все страницы ({ $count })
kit-other = Выбрать другой вариант
kit-show = Показать этот вариант
kit-address = Ссылка на этот вариант, её можно отправить:
kit-specimen = Это проба: на каждой странице стоит слово ОБРАЗЕЦ. Адрес { $host } ещё не подтверждён как постоянный, и позже коды могут перестать открываться. Не вешайте эти листы на стенд. Адрес подтверждает администратор профсоюза.
kit-idle = На этот комплект не влияет выбор: { $choices }.
kit-left-out = Не печатаются, потому что их текст ещё не опубликован: { $documents }. Чтобы всё же напечатать, выберите «{ $answer }».
kit-specimen-short = На страницах стоит слово ОБРАЗЕЦ: адрес сайта ещё не подтверждён, не вешайте их на стенд.
kit-refused = Так напечатать нельзя

## What may be chosen. Each name is the question, each value the answer.

choice-refused = { $name }: значения «{ $value }» нет. Можно: { $possible }.
choice-nothing = Отметьте, что напечатать.
choice-start-possible = от 1 до { $most }
choice-documents-possible = коды документов, например 7K3M9Q3
choice-parts = Что напечатать
choice-parts-guide = Памятка председателю
choice-parts-poster = Плакат
choice-parts-sheets = Листы документов
choice-parts-stickers = Наклейки
choice-parts-acquaintance = Лист ознакомления
choice-paper = Бумага
choice-paper-a4 = Всё на A4
choice-paper-a3 = Плакат на A3, остальное на A4
choice-paper-a4x2 = Большой плакат из двух листов A4
choice-paper-a5 = Листы документов формата A5, по два на A4 (для карманов)
choice-stock = Какие наклейки
choice-stock-hint = Только если печатаете наклейки. Название стоит на пачке.
choice-stock-l7160 = L7160: 21 на листе, 63,5 × 38,1 мм
choice-stock-l7165 = L7165: 8 на листе, 99,1 × 67,7 мм
choice-stock-70x37 = 70 × 37 мм: 24 на листе
choice-stock-105x74 = 105 × 74 мм: 8 на листе
choice-start = С какой наклейки начать
choice-start-hint = Если часть листа уже использована. Считайте слева направо и сверху вниз; на целом листе – 1.
choice-level = Где будет висеть
choice-level-q = В помещении: код читается издалека
choice-level-h = На двери или на улице: код мельче, зато выдержит больше повреждений
choice-languages = Языки
choice-languages-kk-ru = Казахский и русский
choice-languages-kk-ru-en = Казахский, русский и английский
choice-look = Вид
choice-look-plain = Простой: мало тонера
choice-look-banner = С цветной полосой профсоюза
choice-look-gallery = Много белого и орнамент
choice-edge = Где печатаете
choice-edge-office = На своём принтере
choice-edge-bleed = В типографии: с вылетом 3 мм и метками обреза
choice-documents = Какие документы
choice-documents-hint = Для листов и наклеек. На плакате всегда весь стенд.
choice-bundle = Как получить
choice-occasion = Для чего печатаете
choice-occasion-new = Новый стенд: всё прежнее снимается
choice-occasion-reprint = Замена устаревших листов: остальное остаётся висеть
choice-pending = Документы, которые ещё не опубликованы
choice-pending-no = Не печатать
choice-pending-yes = Напечатать: код откроет текст, когда он появится

## Why something is not printed.

print-host-too-long = Адрес { $host } слишком длинный для печатного кода: помещается не больше { $limit } знаков. Нужен более короткий адрес сайта.
print-host-too-long-h = Адрес { $host } слишком длинный для уличного кода: помещается не больше { $limit } знаков. Выберите код для помещения.
print-title-too-long = Название не помещается на лист даже самым мелким шрифтом: { $name } ({ $code }). Сократите название документа.
print-labels-alike = Наклейки документов { $code } и { $other } читаются одинаково. Одному из них нужно другое название или короткое название для наклеек: его указывает администратор на странице документа.
print-no-document = На этом стенде нет документа с кодом { $code }.
print-nothing = Печатать нечего: у выбранных документов ещё нет опубликованного текста. Их листы можно напечатать заранее – выберите «Напечатать: код откроет текст, когда он появится».
print-not-in-kazakh = Нет названия на казахском: { $name } ({ $code }). На листах для стенда название сначала стоит на казахском (статья 21 Закона «О языках в Республике Казахстан»). Пусть администратор впишет казахское название.
print-no-letters = В названии есть знаки, которых нет в шрифте для печати: { $letters } – { $name } ({ $code }). Пусть администратор уберёт их из названия.
print-unreadable = Код { $code } не прошёл проверку печати: { $name }. Ничего не напечатано. Сообщите администратору.
print-failed = Файл не удалось составить. Ничего не напечатано. Сообщите администратору.

## Many kits at once.

prints-title = Печать
prints-lead = Комплекты для многих стендов одним файлом, по районам и номерам: так их удобно развозить.
prints-district = Район
prints-district-all = Все районы
prints-kind = Вид организаций
prints-kind-all = Все виды
prints-bundle = Как получить
prints-bundle-zip = Архив ZIP: отдельный PDF для каждой организации, по папкам районов
prints-bundle-pdf = Один PDF подряд, с оглавлением
prints-choices = Что и как печатать
prints-count = Посчитать
prints-counted = Комплектов: { $kits }. Страниц: { $pages }.
prints-none = Таких организаций нет.
prints-nothing = Печатать нечего: ни один комплект напечатать нельзя. Причины указаны.
prints-possible = Районы: { $districts }. Виды: { $kinds }.
prints-out = { $name }: файл должен быть .pdf или .zip. Чтобы получить каждый комплект отдельно, укажите папку, которая уже есть.
prints-prepare = Перейти к печати
prints-job = Печать: комплектов { $count }
prints-download = Скачать файл
prints-download-again = Скачать ещё раз
prints-progress = { $done } из { $total }
prints-waiting = Нажмите «Скачать файл». Комплекты составляются, пока файл скачивается.
prints-running = Файл составляется и скачивается. Не закрывайте браузер.
prints-done = Готово: файл скачан полностью.
prints-stopped = Печать остановлена. Файл неполный, удалите его.
prints-broken = Скачивание прервалось. Файл неполный, удалите его и скачайте ещё раз.
prints-busy = Этот файл уже составляется, или сейчас составляются два других. Подождите либо остановите один из них.
prints-cancel = Остановить
prints-refresh = Обновить
prints-again = Напечатать другое
prints-interrupted = Остановлено. Готовые файлы целы, неполных не осталось.
prints-file = Комплекты для стендов: { $count }
prints-not-printed = Не напечатаны
