# Reading a text: what helps to find, keep, share and print it.

topics = Темы
topic-leave = Отпуск
topic-pay = Зарплата
topic-allowances = Доплаты
topic-hours = Рабочее время
topic-dismissal = Увольнение
topic-aid = Помощь
edition-date = Дата редакции: { $on }
find-in-text = Поиск
find-in-text-label = Найти в этом тексте
find-button = Найти
find-found = { $count ->
        [one] «{ $query }»: найдено в { $count } месте
       *[other] «{ $query }»: найдено в { $count } местах
    }
find-nothing = «{ $query }» в этом тексте не встречается
find-elsewhere = Искать во всех документах этой организации
find-back = Вернуться к тексту
here = К содержанию
open-both = На казахском и русском рядом
both-title = { $title }: на казахском и русском рядом
both-missing = Казахский и русский тексты этой редакции нельзя показать рядом: одного из них пока нет.
share-title = Поделиться
share-telegram = Поделиться в Telegram
share-copy = Скопировать ссылку
share-copied = Ссылка скопирована
share-native = Поделиться через другое приложение
place-hint = Нажмите на заголовок или номер пункта: это ссылка на него, ею можно поделиться.
article-ask = Спросить председателя об этом месте
article-close = Закрыть
contact-message-clause = Здравствуйте! У меня вопрос об этом месте документа: { $title }, { $clause } { $address }
clause-title = Код открывает это место
clause-in-text = Показать это место в тексте документа
clause-more = Читать дальше в тексте документа
clause-missing = В тексте, который действует сейчас, нет такого места ({ $number }). Возможно, изменился номер: посмотрите в содержании или воспользуйтесь поиском.
clause-name-art = { $words }: ст. { $number }
clause-name-p = { $words }: п. { $number }
clause-name-s = { $words }: пп. { $number }
clause-name-ch = { $words }: глава { $number }
clause-name-sec = { $words }: раздел { $number }
clause-name-par = { $words }: параграф { $number }
clause-name-app = { $words }: приложение { $number }
clause-name-x = { $words }: { $number }
clause-labels-title = Наклейки для статей и пунктов
clause-labels-lead = Код каждой наклейки сразу открывает своё место в тексте. Отметьте нужные.
clause-labels-most = Спрашивают чаще всего
clause-labels-others = Другие статьи и пункты
clause-labels-show = Посмотреть наклейки
clause-labels-none = В этом документе нет пронумерованных статей или пунктов, для которых можно сделать наклейки.
print-text = Распечатать текст
print-text-large = Распечатать текст крупно
print-button = Распечатать
print-printed = Напечатано: { $on }
print-current = По этому коду открывается актуальный текст
install-name = Документы профсоюза

## What the worker says without a network. {date} is filled in on the phone.

saved-copy = Это сохранённая копия ({ $on }). Сейчас нет интернета: с тех пор текст мог измениться.
saved-copy-outdated = Это старая копия ({ $on }). С { $until } применяется другой текст или изменился его статус. Откройте снова, когда появится интернет.
offline-title = Нет интернета
offline-lead = Сохранённой копии этой страницы нет. Откройте снова, когда появится интернет.
offline-saved = Сохранённые страницы
offline-again = Попробовать ещё раз
