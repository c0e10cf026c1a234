# What an administrator looks at before a text is published, and corrects.

refusal-no-body = «{ $file }» файлында экраннан оқылатын мәтін жоқ.
refusal-not-bilingual = «{ $file }» файлында кестенің екі бағанында қатар тұрған қазақша және орысша мәтіндер жоқ.
refusal-words-lost = «{ $file }» файлынан енді сөз табылмады. Экрандағы бұрынғы мәтін қалдырылды.
