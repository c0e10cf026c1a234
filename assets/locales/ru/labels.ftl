# Posters and labels.
label-code = QR-код: { $title }
label-gluing = обрежьте и склейте два листа по коротким линиям
label-empty = На этом стенде пока нет документов. Когда первый документ опубликуют, этот код откроет его.
label-stickers = Наклейки
label-call = Наведите камеру
