# What the demo says when it starts: what to open, each with its address behind it.
demo-making = Үлгі кәсіподақ жасалуда …
demo-open = Үлгі кәсіподақ іске қосылды. Браузерде ашыңыз:
demo-start = Басты бет
# (?) a native reader should check
demo-scanned = Ұжымдық шарт, код ашатын түрінде
demo-shelf = Мектептің құжаттары
demo-kit = Стендке арналған жинағы (PDF)
# (?) a native reader should check
demo-first-sign-in = Әкімші ретінде кіру (бір рет қана)
demo-sign-in = Кіру
demo-phone = Сол Wi-Fi желісіндегі телефонмен сканерлеу үшін: tizilim demo --lan
# (?) a native reader should check
demo-stop = Тоқтату: Ctrl+C. Сервердің не істейтінін --log info көрсетеді
