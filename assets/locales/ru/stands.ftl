# What hangs on stands, and checking a stand.

## The state of a stand.

hang-title = Стенд
hang-current = Председателю: все листы стенда верны
hang-opened = Председателю: открывали коды этого стенда: { $count }. Если стенд висит, сообщите об этом: нажмите на странице организации «Сегодня мы повесили стенд»
hang-specimen = Председателю: на висящих листах стоит слово ОБРАЗЕЦ. Снимите их и напечатайте новые, когда адрес сайта подтвердят
hang-waiting = Висят и эти листы, хотя текст документа ещё не опубликован
hang-replaced = Все названные выше листы заменены или сняты
hang-to-print = Председателю: { $count ->
        [one] { $count } лист стенда нужно напечатать заново
        [few] { $count } листа стенда нужно напечатать заново
       *[other] { $count } листов стенда нужно напечатать заново
    }
hang-to-take-down = Председателю: { $count ->
        [one] { $count } лист нужно снять со стенда
        [few] { $count } листа нужно снять со стенда
       *[other] { $count } листов нужно снять со стенда
    }
# { $date }: Form::From.
hang-since = Стенд висит с { $date }.
hang-unknown = Повешен ли стенд, неизвестно.
hang-poster = Плакат
hang-reason-renamed = у организации другое название
hang-reason-retitled = у документа другое название
hang-reason-new = новый документ, листа ещё нет
hang-reason-host = изменился адрес сайта
hang-reason-specimen = на листе написано «ОБРАЗЕЦ»
hang-reason-list = изменился список документов
hang-take-down = этого документа на стенде быть больше не должно: снимите лист
hang-old-codes = Старые коды продолжают работать: они открывают нынешний текст документа.
hang-kit = Скачать только изменившиеся листы (PDF)
hang-kit-hint = Повесив новые листы, нажмите на странице организации «Сегодня мы повесили стенд».
hang-say = Сегодня мы повесили стенд
hang-say-hint = Нажмите, когда повесите сегодняшний комплект или увидите, что на стенде всё верно. Тогда потом здесь будет видно, какие листы заменить.
hang-said = Записано: стенд висит таким, каков он сегодня.

## The list of organizations.

hang-column = Состояние стенда
# { $date }: Form::From.
hang-list-since = Висит с { $date }
hang-list-unknown = Повешен ли, неизвестно
hang-list-to-print = Напечатать заново: { $count } ({ $reasons })
hang-list-take-down = Снять: { $count }
# { $date }: Form::Short.
hang-list-opened = Код открывали последний раз: { $date }
hang-list-never = Код ещё ни разу не открывали
hang-filter = Только стенды, которые нужно обновить
hang-outdated-stands = Стенды, которые нужно обновить: { $count }
hang-outdated-stands-at-least = Стенды, которые нужно обновить: не меньше { $count }

## Checking a stand.

check-title = Проверить стенд
check-lead = Подойдите к стенду и прочитайте телефоном каждый код. Прочитанный код отметится в списке сам.
check-start = Начать проверку
# { $hours }: a number.
check-ends = Незаконченная проверка закроется сама через { $hours } ч.
check-camera = Включить камеру
check-camera-stop = Выключить камеру
check-camera-denied = Камера не разрешена. Читайте коды обычной камерой телефона.
check-offline = Нет связи. Прочитайте код ещё раз.
check-own-camera = Подойдёт и обычная камера телефона: достаточно открыть код, и он отметится здесь. Только сначала войдите в систему на этом телефоне.
check-type = Ввести код вручную
check-type-hint = Он напечатан на листе под QR-кодом, например 7K3-M9Q3. Посмотрите и на название школы на листе: по введённому коду чужой лист не узнать.
check-tick = Отметить
check-refresh = Обновить список
check-list = Должно быть на стенде
check-progress = Найдено: { $found } из { $all }
check-found = найден
check-not-seen = ещё не прочитан
check-missing = не найден
check-wrong = Не должно быть на стенде
check-foreign = код для стенда «{ $organization }». Повесьте вместо него лист своей организации
check-older = этого документа на вашем стенде быть больше не должно: снимите лист
check-unknown = такого кода в реестре нет
check-kit = Скачать ненайденные листы (PDF)
check-finish = Закончить проверку
check-finished = Проверка сохранена.
check-nothing = Ни один код не прочитан, поэтому проверка не сохранена.
check-all-right = Всё верно: стенд полон, лишних кодов нет.
# { $date }: Form::Short; { $time }: hours and minutes.
check-of = Проверено { $date }, { $time }
check-latest = Последняя проверка:
check-earlier = Прежние проверки
# { $date }: Form::Short.
check-earlier-line = { $date }: найдено – { $found }, не найдено – { $missing }, лишних – { $wrong }
check-banner-found = Отмечено: код с этого стенда.
check-banner-foreign = Отмечено: этот код напечатан для стенда другой организации.
check-banner-older = Отмечено: этого документа на вашем стенде быть больше не должно.
check-back = Назад к проверке
check-refusal-form = Это не код реестра: { $typed }
check-refusal-mistyped = В коде ошибка: { $typed }. Сравните его с надписью на листе.
check-refusal-elsewhere = Этот код открывает другой сайт: { $host }. К нашему реестру он не относится.
refusal-nothing-to-hang = На стенде ещё нет опубликованных документов, вешать нечего.
refusal-not-empty = Реестр не пуст. Возьмите пустую папку данных или пустую базу данных.
refusal-no-check = Открытой проверки нет: она закончилась. Начните заново.
