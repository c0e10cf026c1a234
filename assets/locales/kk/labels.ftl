# Posters and labels.
label-cut = қию
label-paste = осы жерге жапсыру
label-empty = Бұл стендке әлі құжат ілінген жоқ. Алғашқы құжат жарияланғанда, ол осы код арқылы ашылады.
label-stickers = Жапсырмалар
label-call = Камераны бағыттаңыз
