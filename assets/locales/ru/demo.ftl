# What the demo says when it starts: what to open, each with its address behind it.
demo-making = Создаём образец профсоюза …
demo-open = Образец профсоюза работает. Откройте в браузере:
demo-start = Главная страница
demo-scanned = Коллективный договор, как его открывает код
demo-shelf = Документы школы
demo-kit = Её набор для стенда (PDF)
demo-first-sign-in = Вход администратора (одноразовый)
demo-sign-in = Вход
demo-phone = Чтобы сканировать телефоном в той же сети Wi-Fi: tizilim demo --lan
demo-stop = Остановить: Ctrl+C. Что делает сервер, видно с --log info
