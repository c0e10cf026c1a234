# Posters and labels.
label-cut = отрезать
label-paste = наклеить сюда
label-empty = На этом стенде пока нет документов. Когда первый документ опубликуют, этот код откроет его.
label-stickers = Наклейки
label-call = Наведите камеру
