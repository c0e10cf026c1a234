# What an administrator looks at before a text is published, and corrects.

refusal-no-body = В файле «{ $file }» нет текста для чтения на экране.
refusal-not-bilingual = Файл «{ $file }» не содержит казахский и русский тексты рядом, в двух столбцах таблицы.
refusal-words-lost = В файле «{ $file }» теперь не найдено слов. Прежний текст на экране оставлен.
