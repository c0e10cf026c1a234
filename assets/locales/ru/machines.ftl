# What programs, messengers and other sites show of the register.

error-bad-datetime-title = Время указано непонятно
error-bad-datetime-text = Accept-Datetime должен быть такого вида: Thu, 31 May 2007 20:35:00 GMT.

## What messengers show of a shared address.

card-current = По этому адресу всегда открывается актуальный текст

## Feeds. { $of } in sentences about an edition is a day: «1 сентября 2025 года».

feed-of-document = { $of }: изменения
feed-of-shelf = { $of }: изменения в документах
feed-of-all = { $of }: изменения во всех документах
feed-published = Опубликована редакция от { $of }
feed-corrected = Опубликована исправленная редакция от { $of }
feed-takes-over = Начала действовать редакция от { $of }
feed-withdrawn = Отозвана редакция от { $of }
feed-erased = Удалены файлы редакции от { $of }
feed-late-attachment = Добавлен файл

## A shelf on another site's page.

embed-title = Документы: { $of }
embed-open = Открыть всё в реестре
snippet-heading = На свой сайт
snippet-hint = Скопируйте эти строки и вставьте на страницу своего сайта. Список документов обновляется сам.
