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
article-menu = Об этом месте
article-ask = Спросить председателя об этом месте
article-close = Закрыть
contact-message-clause = Здравствуйте! У меня вопрос об этом месте документа: { $title }, { $clause } { $address }
print-text = Распечатать текст
print-text-large = Распечатать текст крупно
print-button = Распечатать
print-printed = Напечатано: { $on }
print-edition = Дата редакции: { $on }
print-current = По этому коду открывается актуальный текст
install-name = Документы профсоюза

## What the worker says without a network. {date} is filled in on the phone.

saved-copy = Это сохранённая копия ({ $on }). Сейчас нет интернета: с тех пор текст мог измениться.
saved-copy-outdated = Это старая копия ({ $on }). С { $until } применяется другой текст или изменился его статус. Откройте снова, когда появится интернет.
offline-title = Нет интернета
offline-lead = Сохранённой копии этой страницы нет. Откройте снова, когда появится интернет.
offline-saved = Сохранённые страницы
offline-again = Попробовать ещё раз
