# Posters and labels.
label-gluing = cut and glue the two sheets along the short lines
label-empty = No document hangs on this stand yet. Once the first one is published, this code opens it.
label-stickers = Stickers
label-call = Point your camera
