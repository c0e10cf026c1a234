"""The sheet by WeasyPrint. Arguments: the description as JSON, the folder of fonts, the PDF. Prints milliseconds of CPU time."""

import json
import sys
import time
from base64 import b64encode
from html import escape
from pathlib import Path

import weasyprint

# Of Noto Sans, in sizes: from the top of a line to its base line.
ASCENT = 1.069

description, fonts, out = sys.argv[1:]
sheet = json.loads(Path(description).read_text())
start = time.process_time()
parts = ["<!doctype html><html lang=kk><style>@page{size:210mm 297mm;margin:0}body{font-family:Noto}"]
for weight, number in (("Regular", 400), ("Bold", 700)):
    url = Path(fonts, f"NotoSans-{weight}.ttf").resolve().as_uri()
    parts.append(f"@font-face{{font-family:Noto;font-weight:{number};src:url({url})}}")
parts.append("p,div,img{position:absolute;margin:0;white-space:pre}</style>")
for text in sheet["texts"]:
    size = text["size_pt"]
    weight = 700 if text["bold"] else 400
    place = f"left:{text['x_mm']}mm;top:calc({text['baseline_mm']}mm - {size * ASCENT}pt)"
    parts.append(f'<p style="{place};font:{weight} {size}pt Noto">{escape(text["text"])}</p>')
for rule in sheet["rules"]:
    (left, top), (right, _) = rule["from_mm"], rule["to_mm"]
    border = f"border-top:{rule['thickness_mm']}mm solid"
    parts.append(f'<div style="left:{left}mm;top:{top}mm;width:{right - left}mm;{border}"></div>')
for code in sheet["codes"]:
    left, top = code["zone_mm"]
    source = "data:image/svg+xml;base64," + b64encode(code["svg"].encode()).decode()
    parts.append(f'<img style="left:{left}mm;top:{top}mm;width:{code["width_mm"]}mm" src="{source}">')
weasyprint.HTML(string="".join(parts)).write_pdf(out)
print((time.process_time() - start) * 1000)
