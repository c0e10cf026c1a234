"""Makes a law as DOCX: law.py FILE ARTICLES POINTS. Words of real laws in an order of their own, so that it packs no
better than a real one; the same file each time."""

import pathlib, random, sys, zipfile
from xml.sax.saxutils import escape

file, articles, points = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
samples = pathlib.Path(__file__).parent.parent / "samples" / "law"
words = [
    word
    for name in ("zakon_profsoyuz_ru", "zakon_pedagog_ru_v2", "trudovoi_kodeks_razdel4_ru")
    for word in (samples / f"{name}.txt").read_text("utf-8").split()
    if word.strip(".,;:«»()").isalpha()
]
chance = random.Random(60)


def sentence(least, most):
    said = " ".join(chance.choice(words).strip(".,;:«»()").lower() for _ in range(chance.randint(least, most)))
    return said[0].upper() + said[1:]


paragraphs = ["Закон Республики Казахстан"]
for article in range(1, articles + 1):
    if article % 10 == 1:
        paragraphs.append(f"Глава {article // 10 + 1}. {sentence(2, 5)}")
    paragraphs.append(f"Статья {article}. {sentence(3, 7)}")
    paragraphs.extend(f"{point}. {sentence(12, 40)}." for point in range(1, points + 1))

body = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>' for text in paragraphs)
with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
    package.writestr(
        "[Content_Types].xml",
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
        '.wordprocessingml.document.main+xml"/></Types>',
    )
    package.writestr(
        "_rels/.rels",
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
        ' Target="word/document.xml"/></Relationships>',
    )
    package.writestr(
        "word/document.xml",
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        f"{body}</w:body></w:document>",
    )
