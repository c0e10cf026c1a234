# The kinds of documents (official terms) and the months in the forms that sentences need.
kind-law = Закон
kind-charter = Устав
kind-regulation = Положение
kind-general-agreement = Генеральное соглашение
kind-sector-agreement = Отраслевое соглашение
kind-regional-agreement = Региональное соглашение
kind-collective-agreement = Коллективный договор
kind-work-plan = План работы
kind-report = Отчёт
kind-resolution = Постановление
kind-instruction = Инструкция
kind-labour-rules = Правила трудового распорядка
kind-form = Бланк заявления
kind-collection = Сборник
kind-leaflet = Памятка
day-short = { $day } { $month ->
        [1] января
        [2] февраля
        [3] марта
        [4] апреля
        [5] мая
        [6] июня
        [7] июля
        [8] августа
        [9] сентября
        [10] октября
        [11] ноября
       *[12] декабря
    } { $year } г.
day-long = { $day } { $month ->
        [1] января
        [2] февраля
        [3] марта
        [4] апреля
        [5] мая
        [6] июня
        [7] июля
        [8] августа
        [9] сентября
        [10] октября
        [11] ноября
       *[12] декабря
    } { $year } года
day-from = { $day } { $month ->
        [1] января
        [2] февраля
        [3] марта
        [4] апреля
        [5] мая
        [6] июня
        [7] июля
        [8] августа
        [9] сентября
        [10] октября
        [11] ноября
       *[12] декабря
    } { $year } года
day-to = { $day } { $month ->
        [1] января
        [2] февраля
        [3] марта
        [4] апреля
        [5] мая
        [6] июня
        [7] июля
        [8] августа
        [9] сентября
        [10] октября
        [11] ноября
       *[12] декабря
    } { $year } года
day-on = { $day } { $month ->
        [1] января
        [2] февраля
        [3] марта
        [4] апреля
        [5] мая
        [6] июня
        [7] июля
        [8] августа
        [9] сентября
        [10] октября
        [11] ноября
       *[12] декабря
    } { $year } года
