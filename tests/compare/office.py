"""DOCX files of the kinds that come to a union's desk, each with the words that a person must get. Own work."""

import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def run(text, look=""):
    """Words of one look."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def para(*content, style="", look=""):
    """A paragraph of runs; plain strings become runs."""
    runs = "".join(part if part.startswith("<") else run(part, look) for part in content)
    return f"<w:p><w:pPr>{style}</w:pPr>{runs}</w:p>"


def item(text, number=1, level=0):
    """A paragraph of a list."""
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return para(text, style=place)


BORDERS = (
    "<w:tblBorders>"
    + "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    + "</w:tblBorders>"
)


def table(*rows, properties=""):
    """A table of cells: strings, or whole cells that begin with `<w:tc>`."""
    cell = lambda text: text if text.startswith("<w:tc>") else f"<w:tc>{para(text)}</w:tc>"
    lines = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr>{BORDERS}{properties}</w:tblPr>{lines}</w:tbl>"


def cell(text, properties):
    """A cell with properties."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{text if text.startswith('<') else para(text)}</w:tc>"


def control(content, properties=""):
    """A content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def field(instruction, result):
    """A field with its kept result."""
    mark = lambda kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
    code = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return mark("begin") + code + mark("separate") + result + mark("end")


def box(text):
    """A text box as Word writes it: once for new programs, once for old ones."""
    words = f"<w:txbxContent>{''.join(map(para, text.split('|')))}</w:txbxContent>"
    new = f"<w:drawing><wp:anchor>{EXTENT}<a:graphic><a:graphicData><wps:wsp><wps:txbx>{words}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    return f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{new}</mc:Choice><mc:Fallback><w:pict>{old_box(text)}</w:pict></mc:Fallback></mc:AlternateContent></w:r>'


EXTENT = '<wp:extent cx="2160000" cy="720000"/>'


def old_box(text):
    """A text box of old programs."""
    words = "".join(map(para, text.split("|")))
    return f"<v:shape style='width:170pt;height:57pt'><v:textbox><w:txbxContent>{words}</w:txbxContent></v:textbox></v:shape>"


def levels(*formats):
    """A list with these levels: format, pattern, and what else is said of the level."""
    found = ""
    for index, (kind, pattern, *rest) in enumerate(formats):
        found += (
            f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
            f'<w:lvlText w:val="{pattern}"/>{"".join(rest)}</w:lvl>'
        )
    return found


def numbering(*lists, changes=""):
    """Definitions of lists, numbered from 1."""
    outlines = "".join(
        f'<w:abstractNum w:abstractNumId="{at}">{found}</w:abstractNum>' for at, found in enumerate(lists)
    )
    uses = "".join(
        f'<w:num w:numId="{at + 1}"><w:abstractNumId w:val="{at}"/></w:num>' for at in range(len(lists))
    )
    return f"{outlines}{uses}{changes}"


def styles(*entries):
    """Styles: kind, identifier, name, properties."""
    return "".join(
        f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{name}"/>{rest}</w:style>'
        for kind, key, name, rest in entries
    )


def note(key, *paragraphs):
    """A footnote."""
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    style = '<w:pStyle w:val="Note"/>'
    first, *others = paragraphs
    rest = "".join(para(text, style=style) for text in others)
    return f'<w:footnote w:id="{key}">{para(mark, " " + first, style=style)}{rest}</w:footnote>'


def reference(key, sign=""):
    """Where a footnote stands."""
    custom = ' w:customMarkFollows="1"' if sign else ""
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{key}"{custom}/>{f"<w:t>{sign}</w:t>" if sign else ""}</w:r>'


USUAL = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Noto Sans" w:hAnsi="Noto Sans"/><w:sz w:val="22"/></w:rPr>'
    '</w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Note"><w:name w:val="footnote text"/><w:rPr><w:sz w:val="18"/></w:rPr></w:style>'
)
PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567" w:footer="567"/>'
)


def write(path, blocks, parts=None, kind=MAIN):
    """Writes a DOCX; parts are `numbering`, `styles`, `footnotes`, `header1` …, or other files by name."""
    parts = {"styles": "", **(parts or {})}
    parts["styles"] = USUAL + parts["styles"]
    blocks = blocks.replace("</w:sectPr>", PAGE + "</w:sectPr>") if "<w:sectPr>" in blocks else blocks + f"<w:sectPr>{PAGE}</w:sectPr>"
    types, relations, files = "", "", {}
    roots = {"numbering": "numbering", "styles": "styles", "footnotes": "footnotes", "endnotes": "endnotes"}
    at = 0
    for name, content in parts.items():
        family = name.rstrip("0123456789")
        if family in roots or family in ("header", "footer", "comments"):
            root = {"header": "hdr", "footer": "ftr"}.get(family, family)
            files[f"word/{name}.xml"] = f"<w:{root} {NAMES}>{content}</w:{root}>"
            types += f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{family}+xml"/>'
            relations += f'<Relationship Id="{name}" Type="{RELATIONS}/{family}" Target="{name}.xml"/>'
        else:
            files[f"word/{name}"] = content
            chunk = "aFChunk" if not name.endswith(".png") else "image"
            relations += f'<Relationship Id="part{at}" Type="{RELATIONS}/{chunk}" Target="{name}"/>'
            at += 1
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        put = lambda name, content: package.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content)
        put("[Content_Types].xml", f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="html" ContentType="text/html"/><Default Extension="rtf" ContentType="application/rtf"/><Default Extension="mht" ContentType="message/rfc822"/><Default Extension="txt" ContentType="text/plain"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="{kind}"/>{types}</Types>')
        put("_rels/.rels", f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>')
        put("word/document.xml", f'<?xml version="1.0" encoding="UTF-8"?><w:document {NAMES}><w:body>{blocks}</w:body></w:document>')
        put("word/_rels/document.xml.rels", f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>')
        for name, content in files.items():
            put(name, content)
