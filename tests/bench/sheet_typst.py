"""The sheet by Typst. Arguments: the description as JSON, the folder of fonts, the PDF. Prints milliseconds of CPU time."""

import sys
import time
from pathlib import Path

import typst

description, fonts, out = sys.argv[1:]
sheet = Path(description).read_text()
start = time.process_time()
template = Path(__file__).with_name("sheet.typ")
pdf = typst.compile(template, font_paths=[fonts], ignore_system_fonts=True, sys_inputs={"sheet": sheet})
Path(out).write_bytes(pdf)
print((time.process_time() - start) * 1000)
