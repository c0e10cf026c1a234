"""What other programs read of a file, in the notation that `tizilim measure` takes: a block a line, `# ` before a heading,
tabs between cells, `[1]` for a note, `¹` `₂` or `^(…)` `_(…)` raised and lowered, `~~…~~` crossed out. Each program's own
signs for these are carried over; nothing is added and nothing is taken away."""

import json
import re
import shutil
import subprocess
from html.parser import HTMLParser

RAISED = dict(zip("0123456789+-−=()ikmn", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁱᵏᵐⁿ"))
LOWERED = dict(zip("0123456789+-−=()ikmn", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ᵢₖₘₙ"))


def shifted(text, signs, mark):
    """Raised or lowered words."""
    words = text.strip()
    if words and all(sign in signs for sign in words):
        return "".join(signs[sign] for sign in words)
    return f"{mark}({words})" if words else text


def said(*command, data=None):
    """What a program writes; nothing where it refuses the file."""
    done = subprocess.run(command, input=data, capture_output=True, timeout=120)
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""


class Pandoc:
    """Pandoc, by its own tree of a document."""

    name, kinds = "pandoc", ("docx", "odt", "rtf")

    @staticmethod
    def found():
        return shutil.which("pandoc")

    def read(self, path):
        text = said("pandoc", "-t", "json", "-f", path.suffix[1:], str(path))
        if not text:
            return ""
        self.notes, self.lines = [], []
        self.blocks(json.loads(text)["blocks"], "")
        for at, note in enumerate(self.notes, 1):
            self.lines.append(f"[{at}] {note}")
        return "\n".join(self.lines)

    def blocks(self, blocks, label):
        for block in blocks:
            kind, content = block["t"], block.get("c")
            if kind in ("Para", "Plain"):
                self.lines.append(f"{label}{self.inline(content)}")
            elif kind == "Header":
                self.lines.append(f"# {label}{self.inline(content[2])}")
            elif kind == "OrderedList":
                (start, style, delimiter), items = content
                for at, item in enumerate(items, start):
                    self.blocks(item, f"{label}{self.number(at, style['t'], delimiter['t'])} ")
                    label = label if not label else ""
            elif kind == "BulletList":
                for item in content:
                    self.blocks(item, "• ")
            elif kind == "Table":
                for row in self.rows(content):
                    self.lines.append("\t".join(self.cell(cell) for cell in row))
            elif kind == "BlockQuote":
                self.blocks(content, label)
            elif kind == "Div":
                self.blocks(content[1], label)
            elif kind == "LineBlock":
                self.lines.extend(self.inline(line) for line in content)
            elif kind == "DefinitionList":
                for term, definitions in content:
                    self.lines.append(self.inline(term))
                    for definition in definitions:
                        self.blocks(definition, "")
            label = "" if kind != "OrderedList" else label

    @staticmethod
    def number(at, style, delimiter):
        letters = "abcdefghijklmnopqrstuvwxyz"
        roman = "".join(
            sign * times
            for sign, times in zip(
                ("x", "ix", "v", "iv", "i"),
                (at // 10, at % 10 == 9, at % 10 in range(5, 9), at % 10 == 4, at % 10 % 5 if at % 10 not in (4, 9) else 0),
            )
        )
        text = {
            "LowerAlpha": letters[(at - 1) % 26],
            "UpperAlpha": letters[(at - 1) % 26].upper(),
            "LowerRoman": roman,
            "UpperRoman": roman.upper(),
        }.get(style, str(at))
        return {"OneParen": f"{text})", "TwoParens": f"({text})"}.get(delimiter, f"{text}.")

    @staticmethod
    def rows(table):
        _, _, _, head, bodies, foot = table
        rows = head[1] + [row for body in bodies for row in body[2] + body[3]] + foot[1]
        return [row[1] for row in rows]

    def cell(self, cell):
        before, self.lines = self.lines, []
        self.blocks(cell[4], "")
        words, self.lines = " ".join(self.lines), before
        return words.replace("\t", " ")

    def inline(self, parts):
        return "".join(map(self.part, parts))

    def part(self, part):
        kind, content = part["t"], part.get("c")
        if kind == "Str":
            return content
        if kind in ("Space", "SoftBreak", "LineBreak"):
            return " "
        if kind == "Superscript":
            return shifted(self.inline(content), RAISED, "^")
        if kind == "Subscript":
            return shifted(self.inline(content), LOWERED, "_")
        if kind == "Strikeout":
            return f"~~{self.inline(content).strip()}~~"
        if kind == "Note":
            place = len(self.notes)
            self.notes.append("")
            before, self.lines = self.lines, []
            self.blocks(content, "")
            self.notes[place], self.lines = " ".join(self.lines), before
            return f"[{place + 1}]"
        if kind == "Quoted":
            left, right = ("‘", "’") if content[0]["t"] == "SingleQuote" else ("“", "”")
            return left + self.inline(content[1]) + right
        if kind in ("Code", "Math", "RawInline"):
            return content[1]
        if kind in ("Link", "Image", "Span", "Cite"):
            return self.inline(content[1])
        return self.inline(content) if isinstance(content, list) else ""


class Web(HTMLParser):
    """HTML in the notation."""

    BLOCKS = {"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "tr", "table", "ol", "ul", "div"}

    def __init__(self):
        super().__init__()
        self.lines, self.line, self.cells, self.lists, self.marks = [], "", None, [], []
        self.heading = False

    def handle_starttag(self, tag, attributes):
        if tag in self.BLOCKS and self.cells is None:
            self.end()
        if tag in ("ol", "ul"):
            self.lists.append([tag, 0])
        elif tag == "li" and self.lists:
            self.lists[-1][1] += 1
            self.line += f"{self.lists[-1][1]}. " if self.lists[-1][0] == "ol" else "• "
        elif tag == "tr":
            self.cells, self.line = [], ""
        elif re.fullmatch("h[1-6]", tag):
            self.heading = True
        elif tag in ("sup", "sub", "s", "del"):
            self.marks.append((tag, self.line))
            self.line = ""
        elif tag == "br":
            self.line += " "

    def handle_endtag(self, tag):
        if tag in ("sup", "sub", "s", "del") and self.marks:
            _, before = self.marks.pop()
            note = re.fullmatch(r"\[\d+\]", self.line.strip())
            if note:
                words = self.line
            elif tag == "sup":
                words = shifted(self.line, RAISED, "^")
            elif tag == "sub":
                words = shifted(self.line, LOWERED, "_")
            else:
                words = f"~~{self.line.strip()}~~" if self.line.strip() else self.line
            self.line = before + words
        elif tag in ("td", "th") and self.cells is not None:
            self.cells.append(" ".join(self.line.split()))
            self.line = ""
        elif tag == "tr" and self.cells is not None:
            self.lines.append("\t".join(self.cells))
            self.cells, self.line = None, ""
        elif tag in ("ol", "ul"):
            self.end()
            if self.lists:
                self.lists.pop()
        elif tag in self.BLOCKS:
            if self.cells is None:
                self.end()
            else:
                self.line += " "

    def handle_data(self, data):
        self.line += data

    def end(self):
        words = " ".join(self.line.split())
        if words:
            self.lines.append(f"# {words}" if self.heading else words)
        self.line, self.heading = "", False


class Mammoth:
    """Mammoth, by its HTML; with the marks that it leaves out of itself switched on."""

    name, kinds = "mammoth", ("docx",)

    @staticmethod
    def found():
        try:
            import mammoth  # noqa: F401
        except ImportError:
            return None
        return "mammoth"

    def read(self, path):
        import mammoth

        try:
            with open(path, "rb") as file:
                html = mammoth.convert_to_html(file, style_map="strike => s").value
        except Exception:  # What a program cannot read, it has not read.
            return ""
        page = Web()
        page.feed(re.sub(r"<a [^>]*>↑</a>", "", html))
        page.end()
        # Its notes are a numbered list at the end.
        return "\n".join(page.lines)


class Poppler:
    """pdftotext as it is called."""

    name, kinds, options = "pdftotext", ("pdf",), ()

    @staticmethod
    def found():
        return shutil.which("pdftotext")

    def read(self, path):
        return said("pdftotext", *self.options, str(path), "-").replace("\f", "\n")


class PopplerLayout(Poppler):
    """pdftotext that keeps the layout: three spaces and more part cells."""

    name, options = "pdftotext -layout", ("-layout",)

    def read(self, path):
        return re.sub(r"(?<=\S) {3,}(?=\S)", "\t", super().read(path))


class MuPdf:
    """mutool as it is called."""

    name, kinds = "mutool", ("pdf",)

    @staticmethod
    def found():
        return shutil.which("mutool")

    def read(self, path):
        return said("mutool", "draw", "-q", "-F", "text", str(path)).replace("\f", "\n")


ALL = (Pandoc, Mammoth, Poppler, PopplerLayout, MuPdf)
