# People who sign in: roles, invitations, the own account, the audit trail.

## Roles

admin-role-editor = Редактор
admin-role-publisher = Публикатор
role-may-chair = ведёт контакт и стенд своей организации, предлагает документы и пишет в городской профсоюз
role-may-editor = готовит черновики документов, но не публикует
role-may-publisher = готовит, публикует, исправляет и отзывает документы
role-may-admin = может всё: документы, организации, люди, настройки
admin-invitation-editor = Вас приглашают стать редактором профсоюза: вы будете готовить черновики документов.
admin-invitation-publisher = Вас приглашают стать публикатором профсоюза: вы будете готовить и публиковать документы.
admin-preview-for-publisher = Черновик готов. Публикует его публикатор или администратор: отправьте ему адрес этой страницы.

## People

people-title = Люди
people-login = Логин
people-role = Роль
people-since = С какого дня
people-signed-in = Последний вход
people-sessions = Открытых сеансов
people-sessions-open = Открытых сеансов: { $count }
people-never = неизвестно
people-app = приложение для кодов
people-no = нет
people-all = Все
people-show = Показать
people-none = Таких людей нет.
people-back = К списку людей
people-access = Вход
people-ended = Сеансы завершены.
people-removed = Доступ закрыт.
people-sessions-end = Завершить все его сеансы
people-reset = Создать ссылку для нового пароля
people-reset-hint = Одноразовая ссылка. Прежний пароль действует, пока ею не воспользуются.
people-second-factor-remove = Снять второй фактор
people-second-factor-remove-hint = Если телефон потерян: сеансы завершатся, и при следующем входе код не спросят.
people-role-change = Изменить роль
people-hand-over-title = Председатель сменился
people-hand-over-hint = Нынешний председатель выйдет из системы и потеряет доступ к этой организации, опубликованный контакт будет стёрт. Появится приглашение для нового председателя.
people-hand-over = Передать новому председателю
people-remove-hint = Его сеансы и ссылки сразу перестанут работать. Сделанное им останется в журнале действий.
people-remove-sure = { $login } больше не сможет войти.
refusal-person-unknown = Такого человека нет: проверьте логин.
refusal-last-administrator = Это последний администратор. Сначала сделайте администратором кого-нибудь ещё.

## Invitations

invitations-title = Приглашения
invitations-note = Для кого
invitations-note-hint = Видно только в этом списке и исчезает вместе с приглашением.
invitations-chairs = Пригласить всех председателей
invitations-without-chair = Организаций без председателя в системе: { $count }
invitations-chairs-hint = Для каждой организации появится ссылка с готовым сообщением. Прежние приглашения этих организаций перестанут действовать.
invitations-chairs-make = Создать ссылки для всех
invitations-chairs-made = Ссылки готовы. Повторно они не показываются: скачайте таблицу сейчас.
invitations-table = Скачать таблицу (CSV)
invitations-open = Ещё не использованные приглашения
invitations-none = Таких приглашений нет.
invitations-for = Для кого
invitations-until = Срок
invitations-revoke = Отозвать
invitations-revoked = Приглашение больше не действует.
invitations-new-password = новый пароль: { $login }
admin-invitation-password = { $login }, придумайте новый пароль.
admin-invitation-password-hint = После этого прежний пароль не действует, и на всех устройствах нужно войти заново.
admin-sign-in-forgotten = Забыли пароль? Попросите у администратора профсоюза ссылку для нового пароля.
# { $date }: Form::To.
message-invitation-chair =
    Уважаемый председатель!
    Чтобы вести стенд организации «{ $organization }», войдите по этой ссылке:
    { $link }
    Она действует один раз и до { $date }. Никому её не пересылайте.
# { $date }: Form::To.
message-new-password =
    Новый пароль для входа в реестр документов профсоюза задаётся по этой ссылке:
    { $link }
    Она действует один раз и до { $date }. Никому её не пересылайте.

## The own account

account-title = Мой аккаунт
account-back = К моему аккаунту
account-sessions-hint = Хранятся только браузер и день последнего использования.
# { $date }: Form::Short.
account-session-used = последний раз { $date }
account-device-unknown = Неизвестное устройство
account-ended = Сеанс завершён.

## The second factor

second-factor-title = Второй фактор
second-factor-hint = Кроме пароля, при входе нужен код из шести цифр в приложении на телефоне. Кто узнал пароль, без кода не войдёт.
second-factor-required = Реестр работает, поэтому администраторам обязателен второй фактор. Настройте его сейчас.
second-factor-begin = Настроить второй фактор
second-factor-step-app = Установите на телефон приложение для кодов, например Google Authenticator, Яндекс Ключ или Aegis.
second-factor-step-scan = Отсканируйте этим приложением картинку ниже.
second-factor-step-tap = Если эта страница открыта на телефоне, нажмите здесь.
second-factor-step-code = Введите код, который покажет приложение.
second-factor-symbol = Картинка для приложения кодов
second-factor-by-hand = Если картинка не читается, введите в приложение ключ:
second-factor-first-code = Код из приложения
second-factor-code = Код из приложения или запасной код
second-factor-confirm = Включить
second-factor-done = Второй фактор включён. На других устройствах нужно войти заново.
second-factor-codes-hint = Если телефон потеряется, помогут эти запасные коды: каждый действует один раз. Напечатайте и сохраните их: повторно они не показываются.
second-factor-codes-kept = Я сохранил коды
second-factor-on = Включён. Осталось запасных кодов: { $count }
second-factor-off = Не настроен
second-factor-renew = Новые запасные коды
second-factor-renew-hint = Прежние запасные коды перестанут действовать.
second-factor-give-up = Выключить второй фактор
second-factor-give-up-hint = После этого при входе код не спрашивается.
second-factor-given-up = Второй фактор выключен.
second-factor-sign-in = Код для входа
second-factor-sign-in-hint = Введите код, который показывает приложение на телефоне.
second-factor-lost = Телефон потерян? Введите запасной код или попросите другого администратора снять второй фактор.
refusal-code = Код неверен или уже использован. Дождитесь нового кода и введите его.

## Who did what

audit-title = Журнал действий
audit-when = Когда
audit-who = Кто
audit-what = Что сделано
audit-subject = С чем
audit-subject-hint = Код документа или организации, логин, адрес.
audit-from = С какого дня
audit-until = По какой день
audit-none = Таких действий нет.
audit-table = Скачать таблицей (CSV)
audit-command-line = с сервера (командой)
deed-unknown = Другое действие
deed-invite = Пригласил человека
deed-invite-chairs = Пригласил председателей всех организаций, где их не было
deed-revoke-invitation = Отозвал приглашение
deed-accept-invitation = Принял приглашение
deed-change-password = Сменил свой пароль
deed-reset-password = Создал ссылку для нового пароля
deed-set-password = Задал новый пароль по ссылке
deed-change-role = Изменил роль
deed-end-sessions = Завершил сеансы
deed-remove-person = Закрыл доступ
deed-hand-over = Передал организацию новому председателю
deed-set-up-second-factor = Настроил второй фактор
deed-use-recovery-code = Вошёл по запасному коду
deed-renew-recovery-codes = Создал новые запасные коды
deed-remove-second-factor = Снял второй фактор
deed-add-document = Создал документ
deed-remove-document = Убрал документ, созданный по ошибке
deed-edit-document = Изменил название или применение документа
deed-begin-draft = Начал черновик
deed-discard-draft = Удалил черновик
deed-publish = Опубликовал
deed-receive-agreements = Прислал много договоров сразу
deed-publish-agreements = Опубликовал много договоров сразу
deed-discard-agreements = Убрал присланные договоры
deed-withdraw = Отозвал редакцию
deed-record-fact = Внёс сведения о редакции
deed-add-late-text = Добавил текст к редакции
deed-add-late-attachment = Добавил приложение к редакции
deed-correct-outline = Исправил заголовки текста
deed-reextract = Заново прочитал текст из файла
deed-import-organizations = Загрузил организации из таблицы
deed-rename-organization = Переименовал организацию
deed-edit-organization = Изменил номер, вид или район организации
deed-dissolve-organization = Отметил ликвидацию организации
deed-merge-organization = Присоединил организацию к другой
deed-set-contact = Изменил контакт
deed-hang-stand = Отметил, что стенд повешен
deed-start-check = Начал проверку стенда
deed-finish-check = Закончил проверку стенда
deed-end-check = Закрыл забытую проверку
deed-confirm-host = Подтвердил постоянный адрес сайта
deed-set-brand = Изменил вид печати
deed-confirm-clock = Подтвердил, что часы верны
deed-adopt = Принял восстановленную базу
deed-fill = Заполнил пробными данными
