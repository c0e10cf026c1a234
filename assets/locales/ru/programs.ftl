# Programs: tokens, what they send, and what they are told.

## Tokens

token-title = Токены программ
token-hint = С токеном программа действует от вашего имени через /api/v1: не больше, чем отмечено, и не больше, чем можете вы сами. Хранится только день последнего использования.
token-none = Токенов нет.
token-new = Новый токен
token-name = Для какой программы
token-name-hint = Это название видно в журнале действий.
token-scopes = Что ей можно
token-scope-read = смотреть черновики и сомнения в них
token-scope-drafts = создавать документы и готовить черновики
token-scope-publish = публиковать, исправлять и отзывать
token-scope-organizations = добавлять и изменять организации
token-last-day = Последний день действия
token-make = Создать токен
# { $date }: Form::To.
token-until = действует до { $date }
# { $date }: Form::Short.
token-used = последний раз { $date }
token-unused = ещё не использован
token-revoke = Отозвать
token-revoked = Токен больше не действует.
token-made-title = Токен создан
token-made = Токен готов. Скопируйте его сейчас: повторно он не показывается.
token-made-label = Токен
token-made-hint = Храните его как пароль. Программа отправляет его в заголовке Authorization: Bearer.
refusal-token = Токен неверен, отозван или закончился. Создайте новый на странице «Мой аккаунт».
refusal-token-nameless = Укажите, для какой программы токен.
refusal-token-name = Токен «{ $name }» уже есть. Отзовите его или назовите новый иначе.
refusal-tokens-too-many = Токенов может быть не больше { $limit }. Отзовите ненужные.
# { $date }: Form::Long.
refusal-token-end = Токен действует с сегодняшнего дня и не дольше года: последний день – не позже { $date }
deed-make-token = Создал токен для программы
deed-revoke-token = Отозвал токен
deed-add-organization = Добавил организацию
deed-edit-draft = Изменил черновик
audit-by-token = { $login }, токен «{ $token }»

## What programs are told

error-no-token-title = Нужен токен
error-no-token-text = Отправьте действующий токен в заголовке Authorization: Bearer. Его создают на странице «Мой аккаунт».
error-scope-missing-title = Токену это не разрешено
error-scope-missing-text = Нужен токен с разрешением «{ $scope }», и роль, которая это позволяет.
error-media-type-title = Такой вид данных здесь не принимается
error-media-type-text = Отправьте данные в виде { $type }.
error-refused-title = Отказано
refusal-key-reused = С этим ключом (Idempotency-Key) уже отправлено другое. Возьмите новый ключ.
refusal-key-open = Такая же отправка с этим ключом ещё выполняется или прервалась. Проверьте, что получилось, прежде чем отправлять с новым ключом.
refusal-doubts-by-name = Ничего не опубликовано: посмотрите на сомнительные места (doubts). Если всё верно, назовите их виды (kind) в поле accept и повторите.
