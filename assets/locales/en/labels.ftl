# Posters and labels.
label-gluing = cut the left edge of this sheet along the short lines and glue it onto the left sheet
label-cut = cut here
label-paste = glue here
label-empty = No document hangs on this stand yet. Once the first one is published, this code opens it.
label-stickers = Stickers
label-call = Point your camera
