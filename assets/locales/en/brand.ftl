# How the union looks in print: its emblem and one colour.
brand-heading = Look of printed sheets
brand-hint = Emblem and colour are printed on the sheets of a stand. Sheets that were printed before stay good.
brand-accent = The union’s colour
brand-accent-hint = Choose a dark colour that is clear on white paper and from a black and white printer.
brand-emblem = Emblem
brand-emblem-hint = A dark drawing on a light ground: SVG, PNG or JPEG. It is printed in one colour. Without a file the present one stays.
brand-emblem-none = Print without an emblem
brand-phone = The union’s telephone
brand-phone-hint = It stands on sheets beside the union’s full name. The number of an office, not of a person: nothing can be erased from paper.
brand-emblem-now = The present emblem
refusal-accent-form = A colour is written as #005f6e.
refusal-accent-pale = This colour is too pale: its contrast to white paper is { $contrast }, at least { $least } is needed. Choose a darker one.
refusal-accent-light = From a black and white printer this colour comes out too light. Choose a darker one.
refusal-emblem-form = The emblem could not be read. Choose an SVG, PNG or JPEG file with a dark drawing on a light ground.
refusal-emblem-letters = The drawing has words in a font that is not in the file. Turn them into outlines in the drawing program (Object to Path) and save it again.
refusal-emblem-long = The emblem has too many details. Choose a simpler drawing.
refusal-emblem-shape = The emblem is too long: width and height may differ by a factor of five at most.
