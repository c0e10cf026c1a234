"""The sheet by ReportLab. Arguments: the description as JSON, the folder of fonts, the PDF. Prints milliseconds of CPU time."""

import json
import sys
import time
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import FILL_EVEN_ODD, Canvas

description, fonts, out = sys.argv[1:]
sheet = json.loads(Path(description).read_text())
start = time.process_time()
for weight in ("Regular", "Bold"):
    pdfmetrics.registerFont(TTFont(weight, f"{fonts}/NotoSans-{weight}.ttf"))
canvas = Canvas(out, pagesize=A4, pageCompression=1)


def point(x_mm, y_mm):
    """A place on the page; PDF counts from the lower left corner."""
    return x_mm * mm, A4[1] - y_mm * mm


for text in sheet["texts"]:
    canvas.setFont("Bold" if text["bold"] else "Regular", text["size_pt"])
    canvas.drawString(*point(text["x_mm"], text["baseline_mm"]), text["text"])
for rule in sheet["rules"]:
    canvas.setLineWidth(rule["thickness_mm"] * mm)
    canvas.line(*point(*rule["from_mm"]), *point(*rule["to_mm"]))
for code in sheet["codes"]:
    path = canvas.beginPath()
    for outline in code["outlines_mm"]:
        path.moveTo(*point(*outline[0]))
        for corner in outline[1:]:
            path.lineTo(*point(*corner))
        path.close()
    canvas.drawPath(path, stroke=0, fill=1, fillMode=FILL_EVEN_ODD)
canvas.save()
print((time.process_time() - start) * 1000)
