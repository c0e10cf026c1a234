# The search: the box, the results, what else to try.

search-words-label = Что найти
search-words-hint = Слова из документа, его название, школа или код. Например: членские взносы
search-within = Поиск здесь:
search-too-long = Слишком длинный запрос: не больше { $limit } знаков. Оставьте два-три главных слова.
search-unknown = Таких слов в документах нет: { $words }. Показано то, что нашлось по остальным.
search-unknown-alone = Таких слов в документах нет: { $words }.
search-read-as = Вместо «{ $typed }» показано по слову «{ $read }».
search-some-words = Места, где есть только часть слов
search-no-answer = Ответа на этот вопрос в документах не нашлось. Ниже места, где есть только часть слов: ответом они могут и не быть.
search-advice-ask = Спросите председателя профсоюза или откройте содержание документа.
search-no-place = Места «{ $place }» в документах нет.
search-places = Места в документах
search-advice-fewer = Оставьте одно-два главных слова, например: отпуск, зарплата, взносы.
search-pages = Страницы результатов
search-previous = Предыдущие
search-next = Следующие
search-this-stand = Искать во всех документах этой организации
search-everywhere = Искать во всех документах профсоюза
search-former-too = Искать и в прежних, и в будущих редакциях
search-present-only = Искать только в нынешних редакциях
search-recognised = текст распознан машиной
