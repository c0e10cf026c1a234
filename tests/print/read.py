"""Reads QR codes as other people's programs do: zxing-cpp, the engine of many phones, and zbar.

A dialogue over the standard streams. Each question is a line of JSON:

    {"file": "kit.pdf", "page": 1, "dpi": 150, "box_mm": [left, top, right, bottom]}
        renders this part of a page by PDFium; the answer brings the picture
    {"width": 480, "height": 480}
        is followed by a picture, one byte of grey a pixel

Each answer is a line of JSON, {"width": …, "height": …, "zxing": [texts], "zbar": [texts]}, and after a question about a
file the picture, one byte of grey a pixel.
"""

import json
import sys

import pypdfium2
import zxingcpp
from pyzbar import pyzbar

POINTS_PER_MM = 72 / 25.4


class Files:
    """The file asked about last, kept open with its last page."""

    def __init__(self):
        self.path = self.file = self.page = None

    def part(self, path, number, dpi, box_mm):
        """A part of a page: pixels, width, height."""
        if path != self.path:
            self.path, self.file, self.page = path, pypdfium2.PdfDocument(path), None
        if self.page is None or self.page[0] != number:
            self.page = number, self.file[number - 1]
        page = self.page[1]
        width, height = page.get_size()
        left, top, right, bottom = (mm * POINTS_PER_MM for mm in box_mm)
        crop = (max(left, 0), max(height - bottom, 0), max(width - right, 0), max(top, 0))
        bitmap = page.render(scale=dpi / 72, crop=crop, grayscale=True, may_draw_forms=False)
        rows = memoryview(bitmap.buffer).cast("B")
        starts = range(0, bitmap.height * bitmap.stride, bitmap.stride)
        pixels = b"".join(rows[start : start + bitmap.width] for start in starts)
        return pixels, bitmap.width, bitmap.height


def texts(pixels, width, height):
    """What each reader finds."""
    picture = memoryview(pixels).cast("B", (height, width))
    zxing = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
    zbar = pyzbar.decode((pixels, width, height), symbols=[pyzbar.ZBarSymbol.QRCODE])
    return {"zxing": [code.text for code in zxing], "zbar": [code.data.decode() for code in zbar]}


def main():
    questions, answers = sys.stdin.buffer, sys.stdout.buffer
    files = Files()
    for line in questions:
        question = json.loads(line)
        asks_file = "file" in question
        if asks_file:
            part = files.part(question["file"], question["page"], question["dpi"], question["box_mm"])
        else:
            width, height = question["width"], question["height"]
            part = questions.read(width * height), width, height
        pixels, width, height = part
        answer = {"width": width, "height": height} | texts(*part)
        answers.write(json.dumps(answer).encode() + b"\n")
        if asks_file:
            answers.write(pixels)
        answers.flush()


if __name__ == "__main__":
    main()
