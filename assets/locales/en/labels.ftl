# Posters and labels.
label-cut = cut here
label-paste = glue here
label-empty = No document hangs on this stand yet. Once the first one is published, this code opens it.
label-stickers = Stickers
label-call = Point your camera
