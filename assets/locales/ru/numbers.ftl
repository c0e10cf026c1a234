# The numbers of the office, and the filters of its lists.

## Numbers.

numbers-title = Цифры
# { $days }: a number.
numbers-last = За { $days } дней
numbers-choose = Другой период
# { $first }, { $last }: Form::Short.
numbers-shown = { $first } – { $last }
numbers-total = Открытий документов: { $count }
numbers-counted = Считается, сколько раз люди открывали документы: по коду, по ссылке и с других страниц. Кто открывал, не записывается. Программы и вошедшие на сайт не считаются. Свежие открытия появляются через несколько секунд.
numbers-none = За это время ничего не открывали.
numbers-table = Числа таблицей
# { $title }: what the chart shows.
numbers-chart = Столбчатая диаграмма «{ $title }». Те же числа стоят в таблице под ней.
numbers-days = По дням
numbers-languages = По языкам
numbers-districts = По районам
numbers-coverage = Охват районов сегодня
numbers-documents = По документам
numbers-organizations = По организациям
numbers-union-documents = Документы профсоюза, которые открывают чаще всего
numbers-all-documents = Все документы
numbers-all-organizations = Все организации
numbers-day = День
numbers-language = Язык
numbers-openings = Открытия
numbers-owner = Организация
numbers-last-scan = Код открывали последний раз
numbers-no-district = Не на стенде или район не указан
# { $days }: a number.
numbers-stands-live = Стенды, код которых открывали за последние { $days } дней: { $count }
numbers-stands-silent = Стенды, код которых не открывали больше { $days } дней: { $count }
numbers-stands-never = Стенды, код которых ни разу не открывали: { $count }
numbers-refused-reversed = Последний день периода раньше первого.
numbers-refused-future = Период начинается в будущем: открытий ещё нет.
numbers-refused-long = Период длиннее { $days } дней. Выберите период короче.
numbers-refused-length = Такого периода в списке нет. Выберите его или укажите дни.

## Lists and their filters.

filter-title = Условия отбора
filter-remove = Убрать условие { $filter }
filter-clear = Убрать все условия
filter-count = Найдено: { $count }
filter-count-at-least = Найдено: не меньше { $count }
filter-nothing = Ничего не нашлось. Уберите какое-нибудь условие.
filter-none = Не указано
filter-agreement = Коллективный договор
filter-agreement-in-force = Договор действует
# { $days }: a number.
filter-agreement-ending = Договор истекает в ближайшие { $days } дней
filter-agreement-not-in-force = Договор есть, но не действует
filter-agreement-without = Договора нет
filter-stand = Стенд
filter-stand-live = Код открывают
filter-stand-silent = Код давно не открывали
filter-stand-never = Код ни разу не открывали
filter-stand-outdated = Нужно обновить
filter-stand-unprinted = Ни разу не печатали
filter-status = Состояние
filter-status-active = Действует
filter-status-dissolved = Ликвидирована
filter-asks = Что требуется
# { $days }: a number.
filter-asks-term-ends = Срок истекает в ближайшие { $days } дней
# { $days }: a number.
filter-asks-prolongation-ends = Продлённый срок истекает в ближайшие { $days } дней
filter-asks-term-ended = Срок истёк, нового нет
filter-asks-monitoring = Не отмечена передача в инспекцию труда
filter-asks-registration = Не отмечена отправка на регистрацию
filter-reading = Текст
filter-reading-without-text = Текста ещё нет
filter-reading-never-opened = Ни разу не открывали
filter-reading-without-kk = Нет текста на казахском языке
filter-reading-without-ru = Нет текста на русском языке
filter-reading-draft-waits = Черновик уже несколько дней не опубликован
needs-list = Открыть списком
table-csv = Скачать таблицей (CSV)
table-xlsx = Скачать для Excel
table-status = Состояние
table-effective-from = Действует с
table-term-end = Срок по
hang-since-column = Стенд висит с
hang-to-do-column = Что сделать
