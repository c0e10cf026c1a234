"""Makes a scanned agreement as PDF: agreement.py FILE PAGES. Each page is a picture of lines of words, as an office scans
it; the same file each time."""

import pathlib, random, sys, zlib

file, pages = sys.argv[1], int(sys.argv[2])
WIDTH, HEIGHT = 1240, 1754  # A4 at 150 dots per inch
chance = random.Random(14)


def line(row):
    """A row of letters: dark strokes with gaps between words."""
    at = 130
    while at < WIDTH - 200:
        for _ in range(chance.randint(2, 11)):
            stroke = chance.randint(2, 5)
            row[at : at + stroke] = bytes([chance.randint(10, 60)]) * stroke
            at += stroke + chance.randint(3, 9)
        at += 16
    return row


def picture():
    rows = []
    while len(rows) < HEIGHT:
        paper = bytes([chance.randint(238, 250)])
        text = 150 < len(rows) < HEIGHT - 200 and chance.random() > 0.1
        for _ in range(16):
            row = bytearray(paper * WIDTH)
            rows.append(line(row) if text else row)
        rows.extend(bytearray(paper * WIDTH) for _ in range(18))
    return b"".join(bytes(row) for row in rows[:HEIGHT])


objects = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
kids = []
for _ in range(pages):
    data = zlib.compress(picture())
    first = len(objects) + 1
    objects.append(
        b"<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8"
        b"/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (WIDTH, HEIGHT, len(data), data)
    )
    drawing = b"q 595 0 0 842 0 0 cm /I Do Q"
    objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(drawing), drawing))
    objects.append(
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</XObject<</I %d 0 R>>>>>>"
        % (first + 1, first)
    )
    kids.append(b"%d 0 R" % (first + 2))
objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(kids), pages)

out = bytearray(b"%PDF-1.5\n")
places = []
for number, content in enumerate(objects, 1):
    places.append(len(out))
    out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
table = len(out)
out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
out += b"".join(b"%010d 00000 n \n" % place for place in places)
out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, table)
pathlib.Path(file).write_bytes(out)
