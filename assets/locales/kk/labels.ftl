# Posters and labels.
label-gluing = екі парақты қысқа сызықтар бойынша қиып, желімдеңіз
# (?) a native reader should check
label-empty = Бұл стендке әлі құжат ілінген жоқ. Алғашқы құжат жарияланғанда, ол осы код арқылы ашылады.
label-stickers = Жапсырмалар
label-call = Камераны бағыттаңыз
