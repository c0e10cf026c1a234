# Много договоров сразу: присланные файлы, черновики из них, общая публикация.

intakes-title = Много договоров сразу
intakes-lead = Пришлите коллективные договоры организаций одним архивом ZIP или несколькими файлами. Каждый файл ставится к своей организации по номеру или названию в имени файла, а если их нет, по тексту. Пока вы не посмотрите список и не подтвердите его, ничего не публикуется.
intakes-files = ZIP или файлы
# $limit - how many MiB may come at once, $count - how many files.
intakes-files-hint = Не больше { $count } файлов, всего { $limit } МиБ. Пример имён: S054 kk.docx, S054 ru.docx.
intakes-table = Таблица с датами (XLSX или CSV)
# $columns - the headings of the columns.
intakes-table-hint = Столбцы: { $columns }. Столбец number обязателен. Даты, которых нет в таблице, берутся из текста.
intakes-send = Отправить и проверить
intakes-open = Присланное
# $time - when it came, $login - who sent it.
intakes-entry = { $time }, { $login }

intake-title = Присланные договоры
# $done - files that were looked at, $of - all files.
intake-reading = Файлы читаются: проверено { $done } из { $of }. Страницу можно закрыть, работа не прервётся.
intake-refresh = Обновить страницу
intake-ready = Все файлы проверены.
# $count - how many agreements.
intake-count-sound = Готовы к публикации: { $count }
intake-count-doubtful = Сомнительны: { $count }
intake-count-refused = Пока нельзя опубликовать: { $count }
intake-count-same = Уже опубликованы раньше: { $count }
intake-count-published = Опубликованы: { $count }
intake-count-gone = Без черновика: { $count }
intake-state-sound = Готов
intake-state-doubtful = Сомнителен
intake-state-refused = Пока нельзя опубликовать
intake-state-same = Этот файл уже опубликован
intake-state-published = Опубликован
intake-state-gone = Черновик удалён
intake-change-document = Первый договор
intake-change-edition = Новая редакция имеющегося договора
# $signed, $from, $until - days; a dash where one is missing.
intake-days = Подписан: { $signed } · действует: { $from } – { $until }
intake-days-from-text = Даты взяты из текста, сверьте их.
# $files - names of files.
intake-broken = Не прочитаны файлы: { $files }. Договор будет опубликован без них.
intake-partly-same = Эти файлы уже опубликованы: { $files }. Уберите их из черновика или исправьте опубликованную редакцию.
intake-open-draft = Открыть черновик
intake-problems = Не принятые файлы и строки
intake-lines = Договоры
intake-publish-title = Публикация
intake-choose = Что публикуется
intake-choose-sound = Все готовые ({ $count })
intake-choose-all = Все, вместе с сомнительными ({ $count })
intake-choose-these = Только отмеченные в списке
intake-choose-one = Отметить
refusal-intake-ticks = В списке стоят отметки, но выше выбрано другое, или выбрано «отмеченные», а отметок нет. Выберите, что вы имеете в виду: ничего не опубликовано.
intake-seen = Сомнительные места просмотрены
intake-publish = Опубликовать
intake-for-publisher = Публикует тот, у кого есть на это право. Отправьте ему адрес этой страницы.
intake-discard = Убрать
intake-discard-hint = Неопубликованные черновики удаляются. Опубликованное остаётся как есть.
# $count - how many agreements.
intake-published = Опубликовано договоров: { $count }.

# $file - the name of the file.
intake-archive-damaged = «{ $file }» не архив ZIP или повреждён. Создайте его заново и пришлите снова.
intake-archive-files = В «{ $file }» слишком много файлов: не больше { $limit }. Пришлите частями.
intake-archive-large = «{ $file }» в распакованном виде слишком велик: не больше { $limit } МиБ. Пришлите частями.
intake-packed-outside = «{ $file }»: путь ведёт за пределы архива. Положите файл в архив заново под простым именем.
intake-packed-encrypted = «{ $file }» закрыт паролем. Создайте архив без пароля.
intake-packed-archive = «{ $file }» – архив внутри архива. Положите сами файлы.
intake-packed-large = «{ $file }» в распакованном виде слишком велик: не больше { $limit } МиБ.
intake-packed-damaged = «{ $file }» повреждён в архиве. Положите его заново.
intake-too-many = «{ $file }» не принят: за один раз не больше { $limit } файлов. Пришлите остальные отдельно.
intake-lost = «{ $file }» потерялся в пути. Пришлите его снова.
intake-second-table = «{ $file }»: таблица уже есть, вторая не принята. Пришлите одну таблицу.
intake-nobodys = «{ $file }»: организация не найдена ни по имени файла, ни по тексту. Начните имя файла с номера организации, например S054 kk.docx.
intake-several = «{ $file }»: подходят несколько организаций ({ $numbers }). Оставьте в имени файла один номер.
intake-of-union = «{ $file }»: это сам профсоюз, коллективного договора с ним не бывает.
intake-same-twice = «{ $file }» – тот же файл, что «{ $first }». Уберите один из них.
intake-second-of-language = «{ $file }»: у организации уже есть файл на этом языке, «{ $first }». Оставьте один или укажите язык в имени: kk, ru.
intake-of-rows = «{ $file }»: строки { $first } и { $line } таблицы относят этот файл к разным организациям. Оставьте одну строку.
intake-row-of-several = Таблица, строка { $line }: так называется несколько файлов. Напишите имя файла вместе с папками.
intake-row-of-nobody = Таблица, строка { $line }: организации с номером { $number } нет. Исправьте номер.
intake-row-twice = Таблица, строка { $line }: эта организация уже стоит в строке { $first }. Оставьте одну строку.
intake-row-without-file = Таблица, строка { $line }: файла организации { $number } нет.
refusal-csv-no-numbers = В таблице нет столбца number. В первой строке могут стоять столбцы: { $columns }
refusal-intake-unknown = Этой посылки нет: её убрали.
# $number - the organization, $why - the refusal in a sentence.
refusal-one-of-many = { $number }: { $why } Ничего не опубликовано.
