# Printed matter: what hangs on a wall, and the guide for the chair.
stand-file-kit = Комплект для стенда: { $name }
stand-call-word = Читайте
stand-call = Чтобы прочитать, наведите камеру телефона (не приложение банка)
stand-camera = Камерой телефона, не приложением банка
stand-never = Никогда не спрашиваем денег, SMS-кодов и карт
stand-current = По этому коду всегда открывается актуальный текст
stand-safe = Без регистрации. Ни денег, ни личных данных не спрашиваем
stand-opens-at = Страница открывается по адресу { $host }
stand-concerns = Кого касается: { $whom }
stand-printed = Напечатано: { $day }. Если текст изменится, лист менять не нужно
stand-edition = Редакция на этот день: с { $day }
stand-check = строка для проверки
# What somebody hears who cannot see a code.
stand-code-of = QR-код: { $title }. Адрес: { $address }
stand-specimen = ОБРАЗЕЦ

stand-poster = Документы на стенде
stand-shelf = Все документы стенда

stand-guide = Как оформить стенд
stand-guide-contents = В этом файле: { $parts }
stand-guide-part-guide = эта памятка
stand-guide-part-poster = плакат – { $pages } стр.
stand-guide-part-sheets = листы документов – { $pages } стр.
stand-guide-part-stickers = наклейки – { $pages } стр.
stand-guide-part-acquaintance = листы ознакомления – { $pages } стр.
stand-guide-empty = Документов для стенда пока нет, поэтому листов документов в этом файле нет.
stand-guide-ask = О документах можно спросить здесь: { $union }.
# In bold, where only some sheets are printed again.
stand-guide-old-codes = Старые коды продолжают работать: висящие листы тоже открывают нынешний текст документа.
stand-guide-remove = Снимите прежние листы с QR-кодами.
stand-guide-remove-these = Снимите только те старые листы, которые заменяют листы из этого файла. Остальные пусть висят.
stand-guide-paper = Напечатайте на матовой бумаге A4 в масштабе 100 % (реальный размер), без «подогнать под страницу». Цветной принтер не нужен.
stand-guide-print-shop = Этот файл для типографии: цвет выходит за край листа на 3 мм, есть метки обреза. Печатать на матовой бумаге в масштабе 100 %.
stand-guide-print-shop-plain = Этот файл для типографии, есть метки обреза. Печатать на матовой бумаге в масштабе 100 %.
stand-guide-a3 = Плакат напечатайте на бумаге A3 в масштабе 100 %. Если принтера A3 нет, его напечатают в копицентре.
stand-guide-a4x2 = Плакат складывается из двух листов A4: обрежьте левый край правого листа по коротким линиям и наклейте этот лист на левый.
stand-guide-a5 = Разрежьте листы по линии посередине.
stand-guide-stickers = Наклейки – для листов { $stock }, начиная с наклейки № { $start }. Сначала напечатайте на обычной бумаге и сверьте, приложив к листу наклеек.
stand-guide-acquaintance = В листе ознакомления каждый работник расписывается после того, как прочитал документ.
stand-guide-height = Повесьте на высоте 140–170 см от пола.
stand-guide-pocket = Можно вложить в пластиковый карман. Напротив не должно быть лампы или окна: код с бликом не читается.
stand-guide-check = Проверьте каждый код телефоном: сначала через мобильный интернет, затем через Wi-Fi организации.
stand-guide-keep = Когда текст изменится, лист не меняйте: тот же код откроет новый текст. Лист устаревает, только если изменилось напечатанное на нём название, но и тогда старый код работает.
stand-guide-unpublished = Ещё не опубликованы, поэтому листов для них нет
stand-guide-director = Руководителю
stand-guide-director-text = Коды на листах открывают тексты документов профсоюза на сайте { $host }. Сайт не требует регистрации, не собирает личных данных и не просит денег.
stand-guide-responsible = Ответственный за документы и сайт – { $union }.
stand-centimetres = см

stand-acquaintance = Лист ознакомления
stand-signed-edition = Редакция, которая действует с { $day }
stand-signed-proves = Кто открыл код, не записывается, поэтому открытие ничего не доказывает. Ознакомление с документом подтверждает подпись работника.
stand-signed-number = №
stand-signed-name = Фамилия, имя, отчество
stand-signed-position = Должность
stand-signed-date = Дата
stand-signed-signature = Подпись
