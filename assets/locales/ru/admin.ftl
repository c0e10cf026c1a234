# What administrators and chairs read.

## Kinds of organizations

orgkind-union = Профсоюз
orgkind-school = Школа
orgkind-school-lyceum = Школа-лицей
orgkind-school-gymnasium = Школа-гимназия
orgkind-kindergarten = Детский сад
orgkind-college = Колледж
orgkind-university = Университет
orgkind-extracurricular = Организация дополнительного образования
orgkind-special = Специальная организация образования
orgkind-other = Другая организация

## Signing in, accounts, sessions

admin-menu = Управление
admin-site = Сайт
admin-sign-in = Войти
admin-session-ended = Сеанс завершился: ничего не сохранено. Войдите, и вы вернётесь к форме.
admin-session-ended-carried = Сеанс завершился: ничего не сохранено. Войдите, и всё, что вы написали, снова будет в форме. Файлы выберите ещё раз.
admin-sign-in-title = Вход для сотрудников
admin-sign-in-hint = Чтобы читать документы, входить не нужно.
admin-login = Логин или электронная почта
admin-password = Пароль
admin-sign-out = Выйти
admin-signed-out = Вы вышли из системы.
admin-signed-in-as = Вы вошли как { $login }
admin-password-change = Сменить пароль
admin-password-present = Нынешний пароль
admin-password-new = Новый пароль
admin-password-again = Новый пароль ещё раз
admin-password-hint = Не короче { $length } знаков. Фразу из нескольких слов легко запомнить.
admin-password-changed = Пароль изменён. На других устройствах нужно войти заново.
admin-invitation-title = Приглашение
admin-invitation-admin = Вас приглашают стать администратором профсоюза.
admin-invitation-chair = Вас приглашают как председателя организации: { $organization }
admin-invitation-accept = Задать логин и пароль и войти
# { $date }: Form::To.
admin-invitation-valid = Ссылка действует один раз и до { $date }.
admin-role-admin = Администратор
admin-role-chair = Председатель
admin-invite = Создать ссылку-приглашение
admin-invite-made = Ссылка готова. Отправьте её только этому человеку: повторно она не показывается.
admin-invite-role = Кого приглашаете
admin-invite-organization = Для председателя: организация (номер или код)
admin-invite-link = Одноразовая ссылка
admin-account-close = Закрыть доступ
admin-sessions = Открытые сеансы
admin-session-this = Это устройство
# { $date }: Form::From.
admin-session-since = с { $date }
admin-session-end = Завершить сеанс
admin-sessions-end-all = Завершить все остальные сеансы

## Common words

admin-save = Сохранить
admin-saved = Сохранено.
admin-cancel = Отмена
admin-back = Назад
admin-optional = необязательно
admin-date-hint = ДД.ММ.ГГГГ, например 01.09.2026
admin-reason = Причина
admin-reason-hint = Причина будет показана на странице. Не пишите в ней личных данных.
admin-code = Код
admin-language-kk = на казахском
admin-language-ru = на русском
admin-language-en = на английском

## Dashboard

admin-dashboard = Обзор
admin-dashboard-empty = Реестр пока пуст. Начните с загрузки школ из таблицы.
admin-dashboard-organizations = Организаций: { $count }
admin-dashboard-documents = Документов: { $count }
needs-title = Что требуется от меня
needs-none = Сейчас от вас ничего не требуется.
needs-more = Ещё { $count }
needs-term-ends = Соглашения и договоры, срок которых истекает
needs-prolongation-ends = Истекает продлённый срок
needs-term-ended = Срок истёк, нового нет
needs-monitoring = Не отмечена передача в инспекцию труда
needs-registration = Не отмечена отправка на регистрацию
need-article = Трудовой кодекс, ст. { $article }
# { $date }: Form::Long.
need-term-ends = Последний день срока – { $date }. Предложите продление до этого дня: тогда договор действует до года ({ $article }).
need-prolongation-ends = Последний день продлённого срока – { $date }. Заключите до этого дня новый договор ({ $article }).
need-term-ended = Срок истёк, последний день – { $date }. Заключите новый договор или опубликуйте его текст.
need-monitoring = Последний день передачи в инспекцию труда – { $date } ({ $article }). Если передан, отметьте день.
need-monitoring-late = Срок передачи в инспекцию труда прошёл, последний день – { $date } ({ $article }). Если передан, отметьте день.
need-registration = Последний день отправки на регистрацию – { $date } ({ $article }). Если отправлено, отметьте день.
need-registration-late = Срок отправки на регистрацию прошёл, последний день – { $date } ({ $article }). Если отправлено, отметьте день.
admin-dashboard-latest = Последние документы
admin-host = Адрес сайта
admin-host-unconfirmed = Адрес { $host } ещё не подтверждён как постоянный. До этого на каждом листе стоит слово ОБРАЗЕЦ.
admin-host-confirm = Да, этот адрес постоянный
admin-host-confirm-warning = Адрес стоит в каждом напечатанном коде. Если он изменится, придётся перепечатать все стенды.
admin-host-fineness = В коде с таким адресом { $modules } × { $modules } квадратов.
admin-host-shorter = С адресом не длиннее { $letters } знаков в нём было бы { $modules } × { $modules }, и телефоны читали бы его с расстояния на { $percent } % больше.
admin-host-confirmed = Адрес { $host } подтверждён как постоянный.

## Organizations

admin-organizations = Организации
admin-organizations-find = Название, номер или код
admin-organizations-none = Такой организации не нашлось.
admin-organization-number = Номер
admin-organization-name = Название
admin-organization-name-kk = Название на казахском
admin-organization-name-ru = Название на русском
admin-organization-name-en = Название на английском
admin-organization-kind = Вид
admin-organization-district = Район
admin-organization-status = Состояние
admin-organization-active = Действует
admin-organization-dissolved = Ликвидирована
admin-organization-documents = Документы организации
admin-organization-stand = Документы на стенде
admin-organization-kit = Скачать комплект для стенда
admin-organization-rename = Переименовать
admin-organization-renamed-since = С какого дня новое название
admin-organization-rename-hint = Прежнее название останется в истории. Старые коды работают, но на листах стоит прежнее название: напечатайте новые листы.
admin-organization-dissolve = Отметить ликвидацию
admin-organization-merge = Присоединить к другой организации
admin-organization-merge-into = К какой организации (номер или код)
admin-organization-merge-sure = Да: { $from } присоединяется к { $into }
admin-organization-merged-on = Дата присоединения
admin-organization-merge-hint = Коды обеих организаций продолжают работать. Коллективный договор сам к новой организации не переходит.
admin-organization-merged-into = Вошла в организацию: { $name }
admin-organization-shelf = Открыть страницу стенда
admin-organization-qr-svg = QR-код для печати (SVG)
admin-organization-qr-png = QR-код картинкой (PNG)
admin-organization-names = Названия, сначала последнее
admin-organization-details = Номер, вид, район
admin-organization-district-hint = На казахском и русском, через косую черту с пробелами.
admin-organization-end = Присоединение или ликвидация
admin-organization-dissolve-sure = Организации больше нет. Отменить это нельзя.
admin-organization-ended = Отмечено. Коды продолжают работать.
refusal-not-sure = Поставьте галочку, если уверены.

## Contact

admin-contact = Кого спросить
admin-contact-name = Имя
admin-contact-phone = Телефон
admin-contact-whatsapp = Номер WhatsApp
admin-contact-room = Кабинет
admin-contact-consent = Этот человек согласен, чтобы его контакт был опубликован на сайте
admin-contact-confirmed = Последний раз подтверждён: { $date }
admin-contact-erase = Стереть контакт
admin-contact-erased = Контакт стёрт. На страницах показан контакт городского профсоюза.
admin-contact-hint = Контакт виден только на страницах, на листах он не печатается.

## Import of organizations

admin-import = Загрузка из таблицы
admin-import-file = Таблица (XLSX или CSV)
admin-import-hint = Книга Excel или файл CSV. Столбцы: { $columns }
admin-import-dry-run = Проверить без сохранения
admin-import-dry-run-note = Это пробный прогон. Пока ничего не сохранено.
admin-import-new = Новых: { $count }
admin-import-renamed = Переименуется: { $count }
admin-import-changed = Изменятся другие сведения: { $count }
admin-import-unchanged = Без изменений: { $count }
admin-import-line = Строка { $line }
admin-import-before = Сейчас
admin-import-after = Станет
admin-import-since = С какого дня новые названия
admin-import-apply = Загрузить
admin-import-fix-first = Сначала исправьте ошибки и загрузите файл снова.
admin-import-done = Таблица загружена.
admin-import-missing-note = Организации, которых нет в файле, не меняются.
admin-import-notes = Обратите внимание
admin-import-new-words = Новые виды и районы
admin-import-new-words-meant = Новые виды и районы верны
import-new-kind = Новый вид «{ $word }»: строк { $rows }. Если это ошибка, исправьте столбец kind; если так и нужно, подтвердите (отметкой на странице, в команде --accept-new).
import-new-district = Новый район «{ $word }»: строк { $rows }. Если это ошибка, исправьте столбец district; если так и нужно, подтвердите (отметкой на странице, в команде --accept-new).
import-number-cyrillic = Строка { $line }: { $number } написан с кириллической { $letter }. Это принято за { $number }.
import-number-latin = Строка { $line }: { $number } написан с латинской { $letter }. Это принято за { $number }.
import-number-greek = Строка { $line }: { $number } написан с греческой { $letter }. Это принято за { $number }.
import-same-name = Строка { $line }: название «{ $name }» есть и у организации { $other }.
import-district-spelled = Строка { $line }: район написан другими буквами. Это принято за «{ $district }».
admin-import-columns = Столбцы таблицы
admin-import-sample = Скачать пустую таблицу

## Documents

admin-documents = Документы
admin-documents-find = Название, организация, номер или код
admin-documents-none = Документов пока нет.
admin-document-create = Создать документ
admin-document-created = Документ создан. Его код: { $code }
admin-document-owner = Чей документ
admin-document-owner-hint = Номер или код организации, например S054. Для документа самого профсоюза – номер профсоюза.
admin-document-kind = Вид документа
admin-document-titles = Название
admin-document-title-kk = Название на казахском
admin-document-title-ru = Название на русском
admin-document-title-en = Название на английском
admin-document-title-hint = Если оставить пустым, подставится вид и название организации.
admin-document-short = Короткое название на наклейках
admin-document-short-hint = Длинное название не помещается на наклейку целиком; на какие именно, страница скажет после сохранения. Напишите, что отличает этот документ от других, например: Материальная помощь. Не больше 40 знаков.
admin-document-cut = Целиком название не помещается на наклейки { $stocks }: на них останутся слова из его начала и конца.
admin-document-cut-open = Дать короткое название для наклеек
admin-document-concerns = Кого касается
admin-document-concerns-hint = Одна строка, например: все педагоги и воспитатели.
admin-document-applies = На стендах каких организаций
admin-document-applies-all = Во всех организациях
admin-document-applies-kinds = В организациях этих видов
admin-document-applies-districts = В организациях этих районов
admin-document-applies-list = В этих организациях (номера или коды)
admin-document-successor = Документ, который его заменил (код)
admin-document-nothing-published = Ещё ничего не опубликовано. Код уже можно печатать.
admin-document-qr = QR-код документа
admin-document-back = Вернуться к управлению документом
admin-document-open-page = Открыть страницу для членов профсоюза
admin-document-editions = Редакции
# { $date }: Form::Long.
admin-document-edition-of = Редакция от { $date }
admin-document-draft = Черновик
admin-document-drafts = Черновики
admin-document-draft-undated = даты ещё не указаны
admin-document-remove = Убрать документ
admin-document-remove-hint = Документ, созданный по ошибке, можно убрать, пока в нём ничего не опубликовано. Если его код уже напечатан, документ остаётся.
admin-document-remove-sure = Да, убрать этот документ вместе с черновиками
admin-document-remove-unsure = Ничего не изменилось: не отмечено, что документ действительно нужно убрать.
admin-document-removed = Документ убран.
admin-document-draft-deleted = Черновик удалён.
admin-document-draft-delete = Удалить черновик

## Upload

admin-upload = Загрузить новую редакцию
admin-upload-title = Черновик новой редакции
admin-upload-dates = Даты
admin-upload-refused = Не принято следующее. Остальное сохранено в черновике:
admin-upload-file-kk = Текст на казахском
admin-upload-file-ru = Текст на русском
admin-upload-file-en = Текст на английском
admin-upload-files-hint = DOCX или PDF с текстом хорошо читаются на телефоне. Скан с подписями приложите отдельно. Если такого файла нет, загрузите скан или фото страниц (можно сразу несколько). Файл не больше { $limit } МБ.
admin-upload-authentic = Подлинный (подписанный) текст
admin-upload-translation = Перевод
admin-upload-authenticity = Этот текст
admin-upload-replace = Заменить другим файлом
admin-upload-remove = Убрать файл при сохранении
admin-upload-attachments = Приложения
admin-upload-attachment-file = Файл
admin-upload-attachment-title = Название, например: скан с подписями
admin-upload-attachment-date = Дата приложения
admin-upload-attachment-add = Ещё одно приложение
attachment-role = Что это за файл
attachment-role-annex = приложение
attachment-role-amendment = дополнительное соглашение: изменяет текст и читается вместе с ним
attachment-role-signed-original = подписанный оригинал: открыть может каждый
attachment-role-closed-original = подписанный оригинал: закрыт, открывается только здесь
admin-document-amend = Внести дополнительное соглашение
admin-document-amend-hint = Начнётся новая редакция: её тексты и файлы берутся из этой, к ним добавляется дополнительное соглашение. Основной текст не меняется.
admin-document-closed-original = Открыть закрытый оригинал: { $title }
admin-upload-signed-on = Дата подписания или принятия
admin-upload-effective-from = С какого дня действует
admin-upload-term-end = Последний день срока
admin-upload-prolongation = После окончания срока
admin-upload-prolongation-none = Не действует
admin-upload-prolongation-until-replaced = Действует до заключения нового
# { $date }: Form::Long.
admin-upload-corrects = Исправляет редакцию от { $date }
admin-upload-submit = К предварительному просмотру
admin-upload-save = Сохранить и остаться

## Preview and publication

admin-preview = Предварительный просмотр
admin-preview-problems = Пока опубликовать нельзя:
admin-preview-again = Посмотреть ещё раз
admin-preview-edit = Изменить черновик
admin-preview-characters = знаков: { $count }
admin-preview-as-member = Посмотреть, как увидит читатель
admin-preview-now = Сразу после публикации код откроет этот текст.
# { $date }: Form::From, { $present }: Form::Long.
admin-preview-scheduled = Код откроет этот текст с полуночи { $date }. До этого открывается редакция от { $present }.
# { $date }: Form::From.
admin-preview-first-scheduled = Другого текста нет, поэтому код сразу откроет этот и скажет, что он действует с { $date }.
# { $date }: Form::Long.
admin-preview-older = Код по-прежнему открывает редакцию от { $date }: этот текст старше и будет виден только в истории.
# { $date }: Form::Long.
admin-preview-correction = Этот текст сразу заменит редакцию от { $date }.
# { $date }: Form::On.
admin-preview-term = Срок истечёт { $date }.
# { $language }: admin-language-kk and its like.
admin-preview-missing-language = Нет текста на этом языке: { $language }. Читатель увидит текст на другом языке с пояснением.
admin-preview-no-text = В этом файле нет читаемого текста. Члену профсоюза предложат сам файл. Если возможно, загрузите DOCX.
stands-of-document = Стендов с этим документом: { $count }.
stands-keep-sheets = Листы на стендах менять не нужно.
stands-need-sheet = { $count ->
        [one] На { $count } стенде, который уже висит, листа этого документа ещё нет: там нужно напечатать его и новый плакат.
       *[other] На { $count } стендах, которые уже висят, листа этого документа ещё нет: там нужно напечатать его и новый плакат.
    }
admin-preview-personal-data = Проверьте, что в тексте нет личных данных (ИИН, адресов, телефонов).
admin-publish = Опубликовать
admin-publish-warning = Опубликованный текст не меняется: его можно только исправить или отозвать.
admin-published = Опубликовано.
# { $date }: Form::From.
admin-published-scheduled = Опубликовано. Начнёт действовать { $date }.

## Messages to send

message-heading = Готовое сообщение
message-copy = Скопировать
message-copied = Скопировано
message-whatsapp = Отправить в WhatsApp
message-new =
    Опубликован новый документ: { $title }
    { $link }
    Если на вашем стенде листа с ним ещё нет, напечатайте его: на странице стенда видно, что нужно.
message-published =
    Опубликован новый текст: { $title }
    { $link }
    По этой ссылке всегда открывается актуальный текст. Лист на стенде менять не нужно.
# { $date }: Form::From.
message-scheduled =
    С { $date } действует новый текст: { $title }
    { $link }
message-corrected =
    Текст исправлен: { $title }
    { $link }
    Ссылка открывает верный текст.
message-kit =
    Уважаемый председатель! Комплект для стенда вашей организации готов:
    { $link }
    Напечатайте его на бумаге A4 в масштабе 100 % и повесьте на стенд.
# { $date }: Form::To.
message-invitation =
    Ссылка для входа в реестр документов профсоюза:
    { $link }
    Она действует один раз и до { $date }. Никому её не пересылайте.

## Repairs

admin-repair = Исправления и дополнения
admin-repair-correct = Исправить
admin-repair-correct-hint = Заменяет дату, файл или язык верными. Код работает без перерыва.
admin-repair-late-text = Добавить текст на другом языке
admin-repair-late-attachment = Добавить приложение
admin-repair-withdrawn = Отозвать
# What the code answers after a withdrawal or an erasure. { $of }: day-of, { $published } and { $from }: Form::On.
admin-withdraw-opens = После этого код откроет редакцию от { $of }.
admin-withdraw-opens-early = После этого код откроет редакцию от { $of }, которая пока не действует.
admin-withdraw-opens-same-date = После этого код откроет текст той же редакции от { $of }, опубликованный { $published }.
admin-withdraw-nothing-left = После этого открыть будет нечего: код скажет, что текст отозван, и назовёт причину.
admin-withdraw-unchanged = Для читателей ничего не изменится: код по-прежнему открывает редакцию от { $of }.
admin-withdraw-unchanged-gone = Для читателей ничего не изменится: код по-прежнему говорит, что текст отозван.
admin-withdraw-unscheduled = Сегодня ничего не изменится: код по-прежнему открывает редакцию от { $of }. Эта редакция не заменит её { $from }.
admin-repair-done-withdrawn = Текст отозван.
admin-repair-erased = Стереть файлы
admin-repair-erased-hint = Это нельзя отменить. Файлы, читаемый текст и запись в поиске исчезнут навсегда; в истории останется, что документ был и почему его стёрли.
admin-repair-erased-confirm = Понимаю, что отменить нельзя
admin-repair-done-erased = Файлы стёрты.
admin-repair-ended = Отметить прекращение
admin-repair-ended-on = С какого дня не действует
admin-repair-ended-verb = Как прекратилось
admin-repair-ended-repealed = Утратило силу
admin-repair-ended-terminated = Расторгнуто сторонами
admin-repair-ended-invalidated = Признано недействительным
admin-repair-ended-fulfilled = Исполнено
admin-repair-renewal-proposed = Предложено продление
admin-repair-renewal-proposed-on = День предложения
admin-repair-renewal-proposed-hint = Если предложение сделано до конца срока, договор продлевается до заключения нового, но не более чем на год (пункт 2 статьи 158 Трудового кодекса).
admin-repair-registered = Зарегистрировано
admin-repair-registered-number = Номер регистрации
admin-repair-registered-on = Дата регистрации
admin-repair-submitted = Подано на регистрацию
admin-repair-submitted-on = Дата подачи на регистрацию
admin-repair-titles = Изменить названия
admin-repair-titles-hint = На напечатанных листах останется прежнее название. Код работает, но лист лучше заменить.
admin-repair-done-recorded = Записано.

## Refused files

refusal-heading = Не принято. Ничего не изменилось.
# { $date }: Form::Long.
refusal-file-same-bytes = Точно такой же файл «{ $file }» уже есть в редакции от { $date }. Выберите файл нового текста или исправьте ту редакцию.
refusal-file-missing = Выберите файл текста хотя бы на одном языке.
refusal-file-not-chosen = Выберите файл.
refusal-file-empty = Файл «{ $file }» пуст. Откройте его, сохраните заново и загрузите ещё раз.
refusal-file-too-large = Файл «{ $file }» больше { $limit } МБ. Отсканируйте с меньшим качеством или загрузите приложения отдельно.
refusal-file-type = Файл «{ $file }» такого вида не принимается. Принимаются DOCX, PDF, JPEG, PNG, ODT, RTF, DOC.
refusal-file-workbook = Файл «{ $file }» – таблица Excel. Вставьте таблицу в документ Word и сохраните как DOCX или напечатайте её в PDF и загрузите его.
refusal-file-slides = Файл «{ $file }» – презентация. Сохраните её как PDF и загрузите его.
refusal-file-web-page = Файл «{ $file }» – веб-страница под именем документа. Откройте её в Word, сохраните как DOCX и загрузите его.
refusal-file-heic = Файл «{ $file }» – фотография в HEIC. Сохраните её как JPG (на iPhone: Настройки, Камера, Форматы, «Наиболее совместимые») или соберите все фотографии в один PDF и загрузите его. Если на сервере есть программа heif-convert, HEIC принимается как есть.
refusal-file-tiff = Файл «{ $file }» – скан в TIFF. Сохраните его одним PDF и загрузите его.
refusal-file-picture = Файл «{ $file }» – изображение, вид которого не принимается. Сохраните его как JPG или PDF и загрузите.
refusal-file-djvu = Файл «{ $file }» – скан в DJVU. Напечатайте его в PDF и загрузите; ещё лучше – загрузите текст в DOCX.
refusal-file-pictures = Файл «{ $file }» – архив изображений. Соберите их по порядку в один PDF и загрузите его или загрузите одно изображение отдельно.
refusal-file-archive = Файл «{ $file }» – архив. Распакуйте его и загрузите сам документ: DOCX или PDF.
refusal-file-damaged = Файл «{ $file }» повреждён, его не удаётся прочитать. Откройте его и сохраните заново; фотографию сделайте ещё раз.
refusal-file-password = Файл «{ $file }» защищён паролем. Снимите защиту и загрузите его снова.
refusal-file-unpacks-too-large = Файл «{ $file }» в распакованном виде больше { $limit } МБ. Уменьшите рисунки в нём или сохраните его как PDF.
refusal-file-takes-too-long = Файл «{ $file }» не удалось прочитать за { $seconds } с. Сохраните его в Word заново или загрузите в другом виде.
refusal-file-too-many-entries = В файле «{ $file }» больше { $limit } частей. Сохраните его как PDF и загрузите снова.
refusal-file-too-many-elements = Файл «{ $file }» слишком сложный: в одной части больше { $limit } элементов. Сохраните его как PDF и загрузите снова.
refusal-file-too-many-blocks = В файле «{ $file }» больше { $limit } абзацев. Разделите его на несколько документов.
refusal-file-too-many-pages = В файле «{ $file }» больше { $limit } страниц. Разделите его на несколько документов.
refusal-file-too-many-characters = В файле «{ $file }» больше { $limit } знаков. Разделите его на несколько документов.
refusal-file-too-many-operations = Рисунки в файле «{ $file }» слишком сложные (предел – { $limit } операций). Сохраните его в PDF заново.
refusal-file-too-deep = Части файла «{ $file }» вложены друг в друга глубже { $limit } уровней. Откройте его в Word и сохраните заново.
refusal-file-doctype = Файл «{ $file }» создан не в обычной офисной программе и может быть опасен. Откройте его в Word и сохраните заново.
refusal-attachments-too-many = Слишком много приложений: не больше { $limit }.
refusal-attachment-file = Выберите файл приложения «{ $title }».
refusal-language-there = В этой редакции текст на таком языке уже есть. Чтобы заменить его, исправьте редакцию.

## Refused dates

refusal-date-format = «{ $value }» – не дата. Напишите её так: 01.09.2026.
refusal-date-effective-from-missing = Укажите, с какого дня действует.
refusal-date-signed-on-missing = Укажите дату подписания или принятия.
refusal-date-term-end-missing = Укажите последний день срока: соглашения и коллективные договоры заключают на срок.
refusal-date-ends-before-it-begins = Последний день срока раньше дня, с которого документ действует. Проверьте обе даты.
refusal-date-signed-after-the-end = Дата подписания позже последнего дня срока. Проверьте обе даты.
# { $latest }: Form::Short.
refusal-date-term-too-long = Соглашение заключается на срок не более { $years } лет (пункт 4 статьи 150 Трудового кодекса). Самый поздний последний день срока: { $latest }.
refusal-date-out-of-range = { $date } – похоже, год набран с ошибкой.

## Refused publications and facts

refusal-second-collective-agreement = У этой организации уже есть коллективный договор: { $code }. Не создавайте новый документ, а опубликуйте следующую редакцию этого: напечатанный код сохранится.
refusal-organization-unknown = Организация «{ $organization }» не найдена. Проверьте номер или код.
refusal-document-unknown = Документ с кодом { $code } не найден. Проверьте код.
refusal-changed-since-preview = После предварительного просмотра изменился документ или черновик. Черновик сохранён: посмотрите ещё раз и опубликуйте.
refusal-corrected-already = Исправить эту редакцию нельзя: она уже исправлена или отозвана. Исправьте нынешнюю или загрузите текст как новую редакцию.
refusal-withdrawn-already = Эта редакция уже отозвана.
refusal-version-unknown = Такой редакции нет. Выберите её из списка на странице документа.
refusal-draft-unknown = Этот черновик уже опубликован или удалён.
refusal-number-taken = Номер { $number } занят другой организацией. Укажите другой.
refusal-number-looks-taken = Номер { $number } выглядит как { $taken }, а это номер другой организации. Укажите другой.
refusal-letters-not-printable = «{ $field }»: эти знаки нельзя напечатать: { $letters }. Напишите без них.
refusal-name-later = День, с которого действует новое название, ещё не наступил. Внесите название в этот день.
refusal-dissolved-already = Эта организация уже отмечена как ликвидированная.
refusal-name-missing = Укажите название организации.
refusal-title-missing = Укажите название.
refusal-number-missing = Укажите номер.
refusal-kind-missing = Выберите вид.
refusal-day-missing = Укажите дату.
refusal-phone-missing = Укажите номер телефона или WhatsApp.
refusal-reason-missing = Напишите причину: она будет показана на странице.
refusal-choice-missing = Выберите хотя бы один вариант.
refusal-erase-unconfirmed = Файлы не стёрты: отметьте, что понимаете, что отменить нельзя.
refusal-text-too-long = «{ $field }» – слишком длинно: не больше { $limit } знаков.
refusal-consent-missing = Без согласия человека публиковать контакт нельзя.
refusal-phone = «{ $value }» – не номер телефона. Напишите его так: +7 701 000 00 00.

## Refused tables

refusal-csv-not-utf8 = Файл не в кодировке UTF-8: в других кодировках казахские буквы могут потеряться. В Excel сохраните его как «CSV UTF-8» или «Книга Excel (.xlsx)».
refusal-csv-old-workbook = Это книга старого Excel или другой программы. Сохраните её как «Книга Excel (.xlsx)» или «CSV UTF-8».
refusal-csv-bad-workbook = Книга Excel повреждена или закрыта паролем. Откройте её в Excel и сохраните заново как «Книга Excel (.xlsx)» без пароля.
refusal-csv-too-large = Таблица слишком велика. Оставьте на первом листе только столбцы организаций.
refusal-csv-quote-open = Строка { $line }: кавычка " открыта и не закрыта. Закройте её или пишите « ».
refusal-csv-quote-stray = Строка { $line }: кавычка " стоит внутри поля. Пишите « » или удвойте её ("") и возьмите всё поле в кавычки.
refusal-csv-letters = Строка { $line }: эти знаки нельзя напечатать: { $letters }. Напишите название без них.
refusal-csv-number-is-day = Строка { $line }: Excel превратил номер в дату. Задайте столбцу формат «Текстовый» и введите номер снова.
refusal-csv-number-too-long = Строка { $line }: номер слишком длинный, не больше { $limit } знаков.
refusal-csv-district-too-long = Строка { $line }: район слишком длинный, не больше { $limit } знаков.
refusal-csv-union = Строка { $line }: это номер самого профсоюза. В таблице стоят только его организации.
refusal-csv-number-twice-alike = Строка { $line }: номер { $number } выглядит как { $other } в строке { $first }. Пишите номера одними и теми же буквами, каждую организацию один раз.
refusal-csv-number-looks-taken = Строка { $line }: номер { $number } выглядит как { $taken }, а он уже есть в реестре. Если это та же организация, напишите { $taken }; если другая, дайте другой номер.
refusal-csv-empty = В файле нет ни одной организации.
refusal-csv-column-missing = Нет столбца { $column }. В первой строке должны стоять столбцы: { $columns }
refusal-csv-line-fields = Строка { $line }: столбцов больше, чем в первой строке. Проверьте разделители и кавычки.
refusal-csv-question-mark = Строка { $line }: в названии стоит «?», похоже, потеряны казахские буквы. В Excel сохраните таблицу заново как «CSV UTF-8».
refusal-csv-rows-too-many = В файле слишком много строк: не больше { $limit }.
refusal-csv-kind-letters = Строка { $line }: вид пишется латинскими буквами и дефисом, например school-lyceum.
refusal-csv-day = Строка { $line }: дата написана неверно. Напишите её так: 01.09.2026.
refusal-csv-number-twice = Строка { $line }: этот номер уже стоит в строке { $first }. У каждой организации должен быть свой номер.
refusal-csv-number-empty = Строка { $line }: не указан номер.
refusal-csv-name-empty = Строка { $line }: в столбце { $column } нет названия.
refusal-csv-name-too-long = Строка { $line }: название слишком длинное, не больше { $limit } знаков.

## Refused hosts

refusal-host-not-https = Адрес { $host } не на https. Постоянный адрес должен открываться по https.

## Refused people

refusal-sign-in = Неверный логин или пароль.
refusal-too-many-attempts = Слишком много попыток. Повторите через { $minutes } мин.
refusal-busy = Сейчас входит слишком много людей. Повторите через { $seconds } с.
refusal-password-too-short = Пароль слишком короткий: нужно не меньше { $length } знаков.
refusal-password-too-long = Пароль слишком длинный: не больше { $length } знаков.
refusal-password-easy = Такой пароль легко подобрать. Возьмите несколько слов, не связанных между собой.
refusal-password-differs = Пароли не совпадают.
refusal-password-wrong = Нынешний пароль неверен.
refusal-login-missing = Укажите логин.
refusal-login-taken = Такой логин уже есть. Выберите другой.
refusal-not-allowed = На это у вас нет прав. Обратитесь к администратору.
refusal-signed-out = Сеанс завершён. Войдите снова.

## What fields are called in refusals

refusal-not-possible = Организацию нельзя присоединить к ней самой, а сам профсоюз – ликвидировать.
refusal-own-successor = Документ не может заменить сам себя. Выберите другой или ни одного.
refusal-still-reading = Файлы ещё читаются. Дождитесь, пока на странице появится «Все файлы проверены», и тогда опубликуйте.
refusal-union-is-one = Сам профсоюз остаётся профсоюзом, и другая организация им не становится.
refusal-not-removable = Этот документ остаётся: он опубликован, его код напечатан или на него ссылается другой документ. Опубликованную редакцию можно отозвать.
refusal-invitation = Это приглашение уже использовано или его срок истёк. Попросите у администратора новое.
field-reason = Причина
field-name = Название
field-title = Заголовок
field-short-title = Короткое название
field-number = Номер
field-kind = Вид
field-day = Дата
field-phone = Телефон
field-choice = Выбор
