"""PDF files of the kinds that come to a union's desk, each with the words that a person must get. Own work."""

from pathlib import Path

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONTS = Path(__file__).resolve().parents[2] / "fonts"
for name, file in (("R", "NotoSans-Regular.ttf"), ("B", "NotoSans-Bold.ttf")):
    pdfmetrics.registerFont(TTFont(name, FONTS / file))
WIDTH, HEIGHT = A4
CASES = []


class Page:
    """A page being drawn from its top, in points."""

    def __init__(self, path, size=A4, **options):
        self.canvas = Canvas(str(path), size, invariant=1, **options)
        self.width, self.height = size
        self.y = self.height - 70

    def put(self, x, y, text, font="R", size=11):
        """Words at a place."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, y, text)
        return x + pdfmetrics.stringWidth(text, font, size)

    def lines(self, text, x=70, width=None, font="R", size=11, lead=15, first=0):
        """A paragraph broken into lines."""
        width = width or self.width - 140
        line, at = "", x + first
        for word in text.split():
            if pdfmetrics.stringWidth(f"{line} {word}", font, size) > width - (at - x) and line:
                self.put(at, self.y, line, font, size)
                self.y, line, at = self.y - lead, "", x
            line = f"{line} {word}".strip()
        self.put(at, self.y, line, font, size)
        self.y -= lead

    def centred(self, text, font="B", size=12):
        """A line in the middle."""
        self.put((self.width - pdfmetrics.stringWidth(text, font, size)) / 2, self.y, text, font, size)
        self.y -= 22

    def pieces(self, x, *pieces, size=11):
        """A line of pieces: words, or their kind and words."""
        for piece in pieces:
            kind, text = piece if isinstance(piece, tuple) else ("", piece)
            small = kind in ("up", "down")
            shift = {"up": 4, "down": -2}.get(kind, 0)
            end = self.put(x, self.y + shift, text, "B" if kind == "bold" else "R", size * (0.62 if small else 1))
            if kind in ("struck", "under"):
                height = self.y + (3.4 if kind == "struck" else -1.5)
                self.canvas.setLineWidth(0.6)
                self.canvas.line(x, height, end, height)
            x = end
        self.y -= 16

    def grid(self, rows, widths, x=70, row=18, ruled=True, split=""):
        """A table; cells broken by `|` have several lines."""
        canvas = self.canvas
        canvas.setLineWidth(0.5)
        for cells in rows:
            height = row + 13 * (max(cell.count("|") for cell in cells))
            left = x
            for cell, width in zip(cells, widths):
                for at, line in enumerate(cell.split("|")):
                    self.put(left + 4, self.y - 13 - 13 * at, line, size=10)
                if ruled:
                    canvas.rect(left, self.y - height, width, height)
                left += width
            self.y -= height
        self.y -= 18

    def next(self):
        """The next page."""
        self.canvas.showPage()
        self.y = self.height - 70


def case(name, expected, doubts="", **options):
    """A file that this function draws."""

    def add(draw):
        def make(path):
            page = Page(path, **options)
            draw(page)
            page.canvas.save()

        CASES.append((name, make, expected.strip("\n") + "\n", doubts.split()))
        return draw

    return add


KK = "Жұмыс беруші қызметкерлерге қауіпсіз еңбек жағдайларын жасауға және оларды қажетті құралдармен қамтамасыз етуге міндетті."
RU = "Работодатель обязан создать работникам безопасные условия труда и обеспечить их необходимыми средствами защиты."
KK2 = "Қызметкер еңбек қауіпсіздігі ережелерін сақтауға және мүлікке ұқыпты қарауға міндетті."
RU2 = "Работник обязан соблюдать правила безопасности и бережно относиться к имуществу."


@case("columns-headed-ru", f"Положение о труде\n1. {RU}\n2. {RU2}\n3. {RU}\n4. {RU2}")
def _(page):
    page.centred("Положение о труде")
    top = page.y
    for x, texts in ((60, (f"1. {RU}", f"2. {RU2}")), (310, (f"3. {RU}", f"4. {RU2}"))):
        page.y = top
        for text in texts:
            page.lines(text, x, 220)


@case("columns-rows-kk", f"1. {KK}\n2. {KK2}\n1. {RU}\n2. {RU2}")
def _(page):
    from itertools import zip_longest

    def broken(texts):
        found = []
        for text in texts:
            line = ""
            for word in text.split():
                if pdfmetrics.stringWidth(f"{line} {word}", "R", 11) > 215:
                    found.append(line)
                    line = ""
                line = f"{line} {word}".strip()
            found.append(line)
        return found

    for left, right in zip_longest(broken((f"1. {KK}", f"2. {KK2}")), broken((f"1. {RU}", f"2. {RU2}")), fillvalue=""):
        page.put(60, page.y, left)
        page.put(310, page.y, right)
        page.y -= 15


@case("columns-three-ru", f"1. {RU}\n2. {RU2}\n3. {RU}")
def _(page):
    top = page.y
    for x, text in ((50, f"1. {RU}"), (225, f"2. {RU2}"), (400, f"3. {RU}")):
        page.y = top
        page.lines(text, x, 150, size=10, lead=13)


@case("columns-table-kk", f"1. {KK}\t1. {RU}\n2. {KK2}\t2. {RU2}")
def _(page):
    for left, right in ((f"1. {KK}", f"1. {RU}"), (f"2. {KK2}", f"2. {RU2}")):
        top = page.y
        page.lines(left, 64, 220)
        bottom, page.y = page.y, top
        page.lines(right, 304, 220)
        page.y = min(bottom, page.y)
        page.canvas.rect(60, page.y, 240, top - page.y + 14)
        page.canvas.rect(300, page.y, 240, top - page.y + 14)
        page.y -= 14


@case("columns-pages-ru", "\n".join(f"{at}. {RU if at % 2 else RU2}" for at in range(1, 17)))
def _(page):
    at = 1
    for _ in range(2):
        for x in (60, 310):
            page.y = page.height - 90
            for _ in range(4):
                page.lines(f"{at}. {RU if at % 2 else RU2}", x, 220)
                at += 1
            page.next()


def notes(page, *texts):
    page.canvas.setLineWidth(0.5)
    top = 70 + 12 * len(texts)
    page.canvas.line(70, top + 12, 200, top + 12)
    for at, (sign, text) in enumerate(texts):
        end = page.put(70, top - 12 * at + 3, sign, size=6)
        page.put(end + 2, top - 12 * at, text, size=9)


@case("notes-pages-ru", f"1. Пособие выплачивается раз в год[1] членам профсоюза[2].\n2. {RU2} Кроме того, решение принимает профком[3] в течение месяца.\n3. {RU2}\n[1] Не ранее января.\n[2] Состоящим на учёте.\n[3] Большинством голосов.")
def _(page):
    page.pieces(70, "1. Пособие выплачивается раз в год", ("up", "1"), " членам профсоюза", ("up", "2"), ".")
    page.y = 190
    page.lines(f"2. {RU2} Кроме того,")
    notes(page, ("1", "Не ранее января."), ("2", "Состоящим на учёте."))
    page.next()
    page.pieces(70, "решение принимает профком", ("up", "3"), " в течение месяца.")
    page.lines(f"3. {RU2}")
    notes(page, ("3", "Большинством голосов."))


@case("notes-each-page-kk", f"1. Жәрдемақы[1] төленеді.\n2. {KK}\n3. Демалыс[2] беріледі.\n4. {KK2}\n[1] Жылына бір рет.\n[2] Күнтізбелік күнмен.")
def _(page):
    for number, word, rest, text, note in ((1, "Жәрдемақы", " төленеді.", KK, "Жылына бір рет."), (3, "Демалыс", " беріледі.", KK2, "Күнтізбелік күнмен.")):
        page.pieces(70, f"{number}. {word}", ("up", "1"), rest)
        page.lines(f"{number + 1}. {text}")
        notes(page, ("1", note))
        page.next()


@case("notes-stars-ru", f"1. Пособие* — 20 МРП.\n2. {RU}\n* Месячный расчётный показатель.")
def _(page):
    page.pieces(70, "1. Пособие", ("up", "*"), " — 20 МРП.")
    page.lines(f"2. {RU}")
    notes(page, ("*", "Месячный расчётный показатель."))


@case("heads-numbers-kk", "\n".join(f"{at}. {KK if at % 2 else KK2}" for at in range(1, 13)))
def _(page):
    at = 1
    for number in range(1, 5):
        page.put(70, page.height - 40, "№ 54 мектептің ұжымдық шарты", size=9)
        page.put(440, page.height - 40, f"{number}-бет, барлығы 4", size=9)
        for _ in range(3):
            page.lines(f"{at}. {KK if at % 2 else KK2}")
            at += 1
        page.put(270, 30, f"{number} / 4", size=9)
        page.next()


@case("heads-odd-even-ru", "\n".join(f"{at}. {RU if at % 2 else RU2}" for at in range(1, 13)))
def _(page):
    at = 1
    for number in range(1, 5):
        page.put(70 if number % 2 else 330, page.height - 40, "Коллективный договор" if number % 2 else "Профсоюз работников образования", size=9)
        for _ in range(3):
            page.lines(f"{at}. {RU if at % 2 else RU2}")
            at += 1
        page.put(500 if number % 2 else 70, 30, f"Страница {number} из 4", size=9)
        page.next()


@case("marks-lines-ru", "Статья 19¹. Дистанционная работа\n1. Норма — 4,5 м² и 15 м³ на работника, доля CO₂ мала.\n2. Отпуск — ~~42~~ 56 календарных дней.\n3. Слово подчёркнуто, а не вычеркнуто.\n~~4. Пункт исключён.~~")
def _(page):
    page.pieces(70, ("bold", "Статья 19"), ("up", "1"), ("bold", ". Дистанционная работа"))
    page.pieces(70, "1. Норма — 4,5 м", ("up", "2"), " и 15 м", ("up", "3"), " на работника, доля CO", ("down", "2"), " мала.")
    page.pieces(70, "2. Отпуск — ", ("struck", "42"), " 56 календарных дней.")
    page.pieces(70, "3. Слово ", ("under", "подчёркнуто"), ", а не вычеркнуто.")
    page.pieces(70, ("struck", "4. Пункт исключён."))


ROWS = [(f"{at}", f"{name}", f"{12 + at} мес.") for at, name in enumerate(["Повар", "Лаборант", "Дворник", "Слесарь", "Сторож", "Уборщик", "Кладовщик", "Электрик"], 1)]


@case("tables-pages-ru", "Нормы выдачи\n№\tДолжность\tСрок\n" + "\n".join("\t".join(row) for row in ROWS) + f"\n{RU}")
def _(page):
    page.y = 190
    page.put(70, page.y + 12, "Нормы выдачи", "B")
    page.grid([("№", "Должность", "Срок"), *ROWS[:4]], (40, 250, 120))
    page.next()
    page.grid([("№", "Должность", "Срок"), *ROWS[4:]], (40, 250, 120))
    page.lines(RU)


@case("tables-wrapped-kk", "Қосымша ақы\nТүрі\tМөлшері\tНегізі\nСынып жетекшілігі\t25 % БЛЖ\t№ 1193 қаулы\nДәптер тексеру және жазба жұмыстары\t20 % БЛЖ\t№ 1193 қаулы\nКабинет меңгеру\t20 % БЛЖ\tДиректордың бұйрығы\nҚосымша ақы айына бір рет төленеді.")
def _(page):
    page.lines("Қосымша ақы")
    page.grid([("Түрі", "Мөлшері", "Негізі"), ("Сынып жетекшілігі", "25 % БЛЖ", "№ 1193 қаулы"), ("Дәптер тексеру және|жазба жұмыстары", "20 % БЛЖ", "№ 1193 қаулы"), ("Кабинет меңгеру", "20 % БЛЖ", "Директордың|бұйрығы")], (170, 110, 150))
    page.lines("Қосымша ақы айына бір рет төленеді.")


@case("tables-bare-ru", "Приложение 2. Тарифная сетка\nДолжность\tСтавка\tСтаж\nПедагог-мастер\t4,50\t10 лет\nПедагог-исследователь\t4,05\t7 лет\nПедагог-эксперт\t3,80\t5 лет\nСетка применяется с сентября.")
def _(page):
    page.lines("Приложение 2. Тарифная сетка")
    page.grid([("Должность", "Ставка", "Стаж"), ("Педагог-мастер", "4,50", "10 лет"), ("Педагог-исследователь", "4,05", "7 лет"), ("Педагог-эксперт", "3,80", "5 лет")], (190, 110, 100), ruled=False)
    page.lines("Сетка применяется с сентября.")


@case("tables-bare-wrapped-ru", "Приложение 3. Доплаты\nВид работы\tРазмер\tОснование\nПроверка тетрадей и письменных работ\t20 %\tПостановление № 1193\nКлассное руководство\t25 %\tПостановление № 1193\nЗаведование кабинетом и мастерской\t20 %\tПриказ директора\nДоплаты выплачиваются вместе с заработной платой.")
def _(page):
    page.lines("Приложение 3. Доплаты")
    page.grid([("Вид работы", "Размер", "Основание"), ("Проверка тетрадей|и письменных работ", "20 %", "Постановление № 1193"), ("Классное руководство", "25 %", "Постановление № 1193"), ("Заведование кабинетом|и мастерской", "20 %", "Приказ директора")], (170, 90, 150), ruled=False)
    page.lines("Доплаты выплачиваются вместе с заработной платой.")


@case("tables-lined-kk", "Киім беру нормалары\nЛауазым\tАтауы\tМерзімі\nАспаз\tМақта халат\t12 ай\nЗертханашы\tРезеңке қолғап\t6 ай")
def _(page):
    page.lines("Киім беру нормалары")
    top = page.y
    for at, cells in enumerate((("Лауазым", "Атауы", "Мерзімі"), ("Аспаз", "Мақта халат", "12 ай"), ("Зертханашы", "Резеңке қолғап", "6 ай"))):
        for x, cell in zip((74, 204, 384), cells):
            page.put(x, top - 13 - 20 * at, cell, size=10)
        page.canvas.line(70, top - 20 * at, 470, top - 20 * at)
    page.canvas.line(70, top - 60, 470, top - 60)


@case("sideways-rotated-ru", "Приложение 2. Нормы\nДолжность\tНаименование\tСрок\nПовар\tХалат\t12 мес.\nЛаборант\tПерчатки\t6 мес.", size=landscape(A4))
def _(page):
    page.canvas.setPageRotation(180)
    page.canvas.translate(page.width, page.height)
    page.canvas.rotate(180)
    page.lines("Приложение 2. Нормы")
    page.grid([("Должность", "Наименование", "Срок"), ("Повар", "Халат", "12 мес."), ("Лаборант", "Перчатки", "6 мес.")], (190, 190, 100))


@case("sideways-turned-kk", "2-қосымша. Нормалар\nЛауазым\tАтауы\tМерзімі\nАспаз\tХалат\t12 ай\nЗертханашы\tҚолғап\t6 ай")
def _(page):
    page.canvas.translate(0, page.height)
    page.canvas.rotate(-90)
    page.width, page.height = page.height, page.width
    page.y = page.height - 70
    page.lines("2-қосымша. Нормалар")
    page.grid([("Лауазым", "Атауы", "Мерзімі"), ("Аспаз", "Халат", "12 ай"), ("Зертханашы", "Қолғап", "6 ай")], (190, 190, 100))


@case("watermark-grey-kk", f"1. {KK}\n2. {KK2}\n3. {KK}\n4. {KK2}")
def _(page):
    for start in (1, 3):
        page.canvas.saveState()
        page.canvas.setFillGray(0.8)
        page.canvas.translate(300, 420)
        page.canvas.rotate(45)
        page.put(-150, 0, "КӨШІРМЕ", "B", 80)
        page.canvas.restoreState()
        page.lines(f"{start}. {KK}")
        page.lines(f"{start + 1}. {KK2}")
        page.next()


@case("watermark-level-ru", f"1. {RU}\n2. {RU2}\n3. {RU}\n4. {RU2}\n5. {RU}\n6. {RU2}")
def _(page):
    for start in (1, 3, 5):
        page.canvas.saveState()
        page.canvas.setFillGray(0.85)
        page.put(120, page.height - 110, "ЧЕРНОВИК", "B", 72)
        page.canvas.restoreState()
        page.lines(f"{start}. {RU}")
        page.lines(f"{start + 1}. {RU2}")
        page.next()


@case("hidden-cover-ru", f"1. {RU}\n2. {RU2}", "hidden_words")
def _(page):
    page.lines(f"1. {RU}")
    page.put(70, page.y, "Пункт утратил силу.")
    page.canvas.setFillGray(1)
    page.canvas.rect(60, page.y - 4, 300, 16, stroke=0, fill=1)
    page.canvas.setFillGray(0)
    page.y -= 20
    page.lines(f"2. {RU2}")


@case("hidden-outside-kk", f"1. {KK}\n2. {KK2}", "hidden_words")
def _(page):
    page.lines(f"1. {KK}")
    page.put(70, -40, "Бұл сөздер беттен тыс тұр.")
    page.put(70, 300, "Ұсақ сөздер", size=0.4)
    page.lines(f"2. {KK2}")


@case("hyphens-ru", "1. Профсоюзная организация объединяет работников образования и защищает их социально-экономические интересы.\n2. Член профсоюза вправе обратиться в профсоюзный комитет.")
def _(page):
    for text in ("1. Профсоюзная организация объединяет работников обра-", "зования и защищает их социально-экономические интере-", "сы.", "2. Член профсоюза вправе обратиться в профсоюз-", "ный комитет."):
        page.put(70, page.y, text)
        page.y -= 15


@case("spread-title-ru", f"ПРИКАЗ\n1. {RU}\n2. {RU2}")
def _(page):
    page.canvas.setFont("B", 13)
    page.canvas.drawCentredString(page.width / 2, page.y, "ПРИКАЗ", charSpace=7)
    page.y -= 26
    page.lines(f"1. {RU}")
    page.lines(f"2. {RU2}")


@case("contents-dots-kk", f"Мазмұны\n1. Жалпы ережелер\t2\n2. Еңбекақы\t5\n1. Жалпы ережелер\n1.1. {KK}\n2. Еңбекақы\n2.1. {KK2}")
def _(page):
    page.centred("Мазмұны")
    for title, number in (("1. Жалпы ережелер", "2"), ("2. Еңбекақы", "5")):
        end = page.put(70, page.y, title)
        page.put(end + 4, page.y, "." * int((500 - end) / 3.1))
        page.put(510, page.y, number)
        page.y -= 16
    page.next()
    page.lines("1. Жалпы ережелер", font="B")
    page.lines(f"1.1. {KK}")
    page.lines("2. Еңбекақы", font="B")
    page.lines(f"2.1. {KK2}")


@case("approval-ru", f"СОГЛАСОВАНО\nПредседатель профкома\nА. Иванова\nУТВЕРЖДАЮ\nДиректор школы № 54\nБ. Петров\nПравила внутреннего распорядка\n1. {RU}\n2. {RU2}")
def _(page):
    for left, right in (("СОГЛАСОВАНО", "УТВЕРЖДАЮ"), ("Председатель профкома", "Директор школы № 54"), ("А. Иванова", "Б. Петров")):
        page.put(70, page.y, left)
        page.put(350, page.y, right)
        page.y -= 15
    page.y -= 30
    page.centred("Правила внутреннего распорядка")
    page.lines(f"1. {RU}")
    page.lines(f"2. {RU2}")


@case("lists-letters-ru", "Члены профсоюза имеют право:\nа) на защиту трудовых прав и интересов в суде, в государственных органах и перед работодателем;\nб) на помощь;\n– на путёвки;\n– на обучение.")
def _(page):
    page.lines("Члены профсоюза имеют право:")
    page.put(88, page.y, "а)")
    page.lines("на защиту трудовых прав и интересов в суде, в государственных органах и перед работодателем;", 106, 400)
    for sign, text in (("б)", "на помощь;"), ("–", "на путёвки;"), ("–", "на обучение.")):
        page.put(88, page.y, sign)
        page.lines(text, 106, 400)


@case("locked-ru", f"Трудовой договор\n1. {RU}\n2. {RU2}", encrypt=__import__("reportlab.lib.pdfencrypt", fromlist=["x"]).StandardEncryption("", "owner", canPrint=1, canCopy=0, strength=128))
def _(page):
    page.centred("Трудовой договор")
    page.lines(f"1. {RU}")
    page.lines(f"2. {RU2}")


@case("spread-two-ru", f"1. {RU}\n2. {RU2}\n3. {RU}\n4. {RU2}", size=landscape(A4))
def _(page):
    for x, start in ((40, 1), (460, 3)):
        page.y = page.height - 60
        page.lines(f"{start}. {RU}", x, 340)
        page.lines(f"{start + 1}. {RU2}", x, 340)


@case("justified-kk", f"Еңбек шарты\n1. {KK}\n2. {KK2}")
def _(page):
    page.centred("Еңбек шарты")
    for text in (f"1. {KK}", f"2. {KK2}"):
        words, line = text.split(), []
        rows = []
        for word in words:
            if pdfmetrics.stringWidth(" ".join([*line, word]), "R", 11) > 330:
                rows.append(line)
                line = []
            line.append(word)
        for row in rows:
            space = (330 - sum(pdfmetrics.stringWidth(word, "R", 11) for word in row)) / max(1, len(row) - 1)
            x = 70
            for word in row:
                x = page.put(x, page.y, word) + space
            page.y -= 15
        page.put(70, page.y, " ".join(line))
        page.y -= 15


@case("capitals-headings-kk", f"# ЖАРҒЫ\n# 1. ЖАЛПЫ ЕРЕЖЕЛЕР\n1.1. {KK}\n# 2. ҚҰҚЫҚТАР\n2.1. {KK2}\n# 3. ҚАРАЖАТ\n3.1. {KK}")
def _(page):
    page.centred("ЖАРҒЫ")
    for at, (title, text) in enumerate((("ЖАЛПЫ ЕРЕЖЕЛЕР", KK), ("ҚҰҚЫҚТАР", KK2), ("ҚАРАЖАТ", KK)), 1):
        page.centred(f"{at}. {title}")
        page.lines(f"{at}.1. {text}")


@case("tables-standing-kk", f"Лауазым\tҚалада\tАуылда\nМұғалім\t25 %\t50 %\n1. {KK}")
def _(page):
    top = page.y
    for x, width in ((70, 150), (220, 60), (280, 60)):
        page.canvas.rect(x, top - 70, width, 70)
        page.canvas.rect(x, top - 90, width, 20)
    page.put(74, top - 40, "Лауазым", size=10)
    for x, word in ((255, "Қалада"), (315, "Ауылда")):
        page.canvas.saveState()
        page.canvas.translate(x, top - 60)
        page.canvas.rotate(90)
        page.put(0, 0, word, size=10)
        page.canvas.restoreState()
    for x, word in ((74, "Мұғалім"), (224, "25 %"), (284, "50 %")):
        page.put(x, top - 84, word, size=10)
    page.y = top - 120
    page.lines(f"1. {KK}")


@case("tables-merged-ru", "Категория\tДоплата\n\tгород\tсело\nПедагог-мастер\t50 %\t75 %")
def _(page):
    top = page.y
    page.canvas.rect(70, top - 40, 150, 40)
    page.canvas.rect(220, top - 20, 160, 20)
    for x, y, width in ((220, 40, 80), (300, 40, 80), (70, 60, 150), (220, 60, 80), (300, 60, 80)):
        page.canvas.rect(x, top - y, width, 20)
    words = ("Категория", 74, 14), ("Доплата", 224, 14), ("город", 224, 34), ("село", 304, 34)
    for word, x, y in (*words, ("Педагог-мастер", 74, 54), ("50 %", 224, 54), ("75 %", 304, 54)):
        page.put(x, top - y, word, size=10)


@case("tables-row-over-page-kk", f"№\tМазмұны\n1\t{KK2}\n2\t{KK2} {KK}\n3\tСоңғы жол")
def _(page):
    import textwrap

    broken = textwrap.wrap(f"{KK2} {KK}", 62)
    page.y = 160
    page.grid([("№", "Мазмұны"), ("1", "|".join(textwrap.wrap(KK2, 62))), ("2", "|".join(broken[:2]))], (40, 400))
    page.next()
    page.grid([("", "|".join(broken[2:])), ("3", "Соңғы жол")], (40, 400))


@case("tables-sums-ru", f"Смета на 2026 год\nСтатья расходов\tСумма, тенге\nПутёвки\t1 250 000\nМатериальная помощь\t340 000\nИтого\t1 590 000\n1. {RU}")
def _(page):
    page.lines("Смета на 2026 год")
    rows = ("Статья расходов", "Сумма, тенге"), ("Путёвки", "1 250 000"), ("Материальная помощь", "340 000"), ("Итого", "1 590 000")
    for name, sum in rows:
        page.put(70, page.y, name)
        page.put(400 - pdfmetrics.stringWidth(sum, "R", 11), page.y, sum)
        page.y -= 17
    page.y -= 10
    page.lines(f"1. {RU}")


@case("forms-ticks-kk", f"Өтініш\n☑ келісемін\n☐ келіспеймін\nАты: Asel\n1. {KK}")
def _(page):
    form = page.canvas.acroForm
    page.lines("Өтініш")
    for checked, word in ((True, "келісемін"), (False, "келіспеймін")):
        form.checkbox(x=70, y=page.y - 2, size=12, checked=checked, name=word)
        page.put(90, page.y, word)
        page.y -= 20
    page.put(70, page.y, "Аты:")
    form.textfield(x=110, y=page.y - 4, width=200, height=18, value="Asel", name="name")
    page.y -= 30
    page.lines(f"1. {KK}")


@case("short-lines-ru", "Присутствовали:\n1) Ахметова А.\n2) Иванова Б.\n3) Омаров В.\nПовестка дня")
def _(page):
    for line in ("Присутствовали:", "1) Ахметова А.", "2) Иванова Б.", "3) Омаров В.", "Повестка дня"):
        page.put(70, page.y, line)
        page.y -= 15


@case("narrow-kk", f"Еңбек шарты\n1. {KK}\n2. {KK2}")
def _(page):
    for text in ("Еңбек шарты", f"1. {KK}", f"2. {KK2}"):
        page.lines(text, width=260)


@case("letters-apart-ru", f"Первый йогурт и ёлка\n1. {RU}")
def _(page):
    page.put(70, page.y, "Первы\u0438\u0306 \u0438\u0306огурт и е\u0308лка")
    page.y -= 20
    page.lines(f"1. {RU}")


@case("boxes-last-ru", f"СОГЛАСОВАНО\nПредседатель\nУТВЕРЖДАЮ\nДиректор\nПравила распорядка\n1. {RU}")
def _(page):
    top, page.y = page.y, page.y - 80
    page.centred("Правила распорядка")
    page.lines(f"1. {RU}")
    for x, lines in ((350, ("УТВЕРЖДАЮ", "Директор")), (70, ("СОГЛАСОВАНО", "Председатель"))):
        for at, line in enumerate(lines):
            page.put(x, top - 15 * at, line)
