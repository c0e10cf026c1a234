"""What the DOCX files say, and what a person must get of each."""

from office import (
    BORDERS, box, cell, control, field, item, levels, note, numbering, old_box, para, reference, run, styles, table,
)

BOLD, CENTRED = "<w:b/>", '<w:jc w:val="center"/>'
RAISED, LOWERED = '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>'
INSERTED = '<w:ins w:id="1" w:author="A">{}</w:ins>'
DELETED = '<w:del w:id="2" w:author="A"><w:r><w:delText xml:space="preserve">{}</w:delText></w:r></w:del>'
CASES = []


def case(name, blocks, expected, doubts="", **parts):
    """A file, the words of which are a block a line, and the doubts that must be told."""
    CASES.append((name, blocks, parts, expected.strip("\n") + "\n", doubts.split()))


case(
    "changes-words-ru",
    para("1. Отпуск составляет ", DELETED.format("42"), INSERTED.format(run("56")), " календарных дней.")
    + f'<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>{DELETED.format("2. Работник уведомляется.")}</w:p>'
    + para(INSERTED.format(run("2. Отпускные выплачиваются за 3 дня."))),
    "1. Отпуск составляет 56 календарных дней.\n2. Отпускные выплачиваются за 3 дня.",
    "open_changes",
)
case(
    "changes-row-kk",
    para("Қосымша ақы")
    + "<w:tbl><w:tblPr>" + BORDERS + "</w:tblPr>"
    + "<w:tr><w:tc>" + para("Түрі") + "</w:tc><w:tc>" + para("Мөлшері") + "</w:tc></w:tr>"
    + '<w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>' + para(DELETED.format("Дәптер")) + "</w:tc><w:tc>" + para(DELETED.format("10 %")) + "</w:tc></w:tr>"
    + '<w:tr><w:trPr><w:ins w:id="2"/></w:trPr><w:tc>' + para(INSERTED.format(run("Кабинет"))) + "</w:tc><w:tc>" + para(INSERTED.format(run("20 %"))) + "</w:tc></w:tr></w:tbl>",
    "Қосымша ақы\nТүрі\tМөлшері\nКабинет\t20 %",
    "open_changes",
)
case(
    "changes-moved-ru",
    '<w:p><w:pPr><w:rPr><w:moveFrom w:id="4"/></w:rPr></w:pPr><w:moveFromRangeStart w:id="1" w:name="m"/><w:moveFrom w:id="2">' + run("Стороны обязуются.") + '</w:moveFrom></w:p><w:moveFromRangeEnd w:id="1"/>'
    + para("1. Предмет договора.")
    + '<w:moveToRangeStart w:id="3" w:name="m"/>' + para('<w:moveTo w:id="5">' + run("Стороны обязуются.") + "</w:moveTo>") + '<w:moveToRangeEnd w:id="3"/>',
    "1. Предмет договора.\nСтороны обязуются.",
    "open_changes",
)
case(
    "changes-number-ru",
    item("первое", 1) + f'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="9"/></w:rPr></w:pPr>{DELETED.format("лишнее")}</w:p>' + item("второе", 1),
    "1. первое\n2. второе",
    "open_changes",
    numbering=numbering(levels(("decimal", "%1."))),
)
case(
    "boxes-group-kk",
    para('<w:r><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing><wp:anchor><a:graphic><a:graphicData><wpg:wgp><wps:wsp><wps:txbx><w:txbxContent>' + para("«КЕЛІСІЛДІ»") + "</w:txbxContent></wps:txbx></wps:wsp><wps:wsp><wps:txbx><w:txbxContent>" + para("«БЕКІТЕМІН»") + "</w:txbxContent></wps:txbx></wps:wsp></wpg:wgp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>" + old_box("«КЕЛІСІЛДІ»") + old_box("«БЕКІТЕМІН»") + "</w:pict></mc:Fallback></mc:AlternateContent></w:r>")
    + para("Ереже"),
    "«КЕЛІСІЛДІ»\n«БЕКІТЕМІН»\nЕреже",
)
case(
    "boxes-old-ru",
    para("<w:r><w:pict>" + old_box("УТВЕРЖДАЮ|Директор школы") + "</w:pict></w:r>") + para("Положение о премировании"),
    "УТВЕРЖДАЮ\nДиректор школы\nПоложение о премировании",
)
case(
    "boxes-table-ru",
    para(box("СОГЛАСОВАНО|Председатель профкома")) + para("Правила") + table(["Пункт", "Срок"], ["1", "3 дня"]),
    "СОГЛАСОВАНО\nПредседатель профкома\nПравила\nПункт\tСрок\n1\t3 дня",
)
case(
    "controls-choice-kk",
    para("Қызметі: ", control(run("мұғалім"), '<w:dropDownList><w:listItem w:value="1" w:displayText="аспаз"/></w:dropDownList>'))
    + control(para("Күні: ", control(run("12.01.2026"), "<w:date/>")))
    + para(control(run("☒"), '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>'), " келісемін"),
    "Қызметі: мұғалім\nКүні: 12.01.2026\n☒ келісемін",
)
case(
    "controls-rows-ru",
    "<w:tbl><w:tblPr>" + BORDERS + "</w:tblPr>" + control("<w:tr><w:tc>" + para("Ф. И. О.") + "</w:tc>" + control("<w:tc>" + para("Подпись") + "</w:tc>") + "</w:tr>")
    + control(control("<w:tr><w:tc>" + para("Иванова") + "</w:tc><w:tc>" + para(control(run("есть"))) + "</w:tc></w:tr>")) + "</w:tbl>",
    "Ф. И. О.\tПодпись\nИванова\tесть",
)
case(
    "form-fields-ru",
    para("Заявление")
    + para('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="a"/><w:checkBox><w:sizeAuto/><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>', " согласен")
    + para('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="b"/><w:checkBox><w:sizeAuto/><w:default w:val="0"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>', " не согласен")
    + para("Должность: ", '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="повар"/><w:listEntry w:val="учитель"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>')
    + para("Имя: ", field("FORMTEXT", run("Анна"))),
    "Заявление\n☒ согласен\n☐ не согласен\nДолжность: учитель\nИмя: Анна",
)
case(
    "raised-styles-ru",
    para("Статья 35", run("2", '<w:rStyle w:val="up"/>'), ". Оплата сверхурочной работы")
    + para("Расход воды — 12 м", run("3", RAISED), "/ч, объём H", run("2", LOWERED), "O."),
    "Статья 35². Оплата сверхурочной работы\nРасход воды — 12 м³/ч, объём H₂O.",
    styles=styles(("character", "up", "Up", f"<w:rPr>{RAISED}</w:rPr>")),
)
case(
    "raised-shift-kk",
    para("19", run("1", '<w:position w:val="6"/><w:sz w:val="16"/>'), "-бап. Қашықтан жұмыс") + para("Аудан 4,5 м", run("2", RAISED), "."),
    "19¹-бап. Қашықтан жұмыс\nАудан 4,5 м².",
)
case(
    "struck-row-kk",
    table(["Түрі", "Мөлшері"], ["<w:tc>" + para("Дәптер", look="<w:strike/>") + "</w:tc>", "<w:tc>" + para("10 %", look="<w:dstrike/>") + "</w:tc>"], ["Кабинет", "20 %"]),
    "Түрі\tМөлшері\n~~Дәптер~~\t~~10 %~~\nКабинет\t20 %",
)
case(
    "struck-style-ru",
    para("Срок — ", run("три", '<w:rStyle w:val="out"/>'), " пять лет.") + para("2. Пункт исключён.", look="<w:strike/>", style="<w:rPr><w:strike/></w:rPr>"),
    "Срок — ~~три~~ пять лет.\n~~2. Пункт исключён.~~",
    styles=styles(("character", "out", "Out", "<w:rPr><w:strike/></w:rPr>")),
)
case(
    "struck-list-ru",
    item("первый", 1) + para(run("второй", "<w:strike/>"), style='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:strike/></w:rPr>') + item("третий", 1),
    "1. первый\n~~2. второй~~\n3. третий",
    numbering=numbering(levels(("decimal", "%1."))),
)
case(
    "caps-styles-kk",
    para("ішкі еңбек тәртібі", style='<w:pStyle w:val="T"/>') + para("Тараптар: ", run("кәсіподақ", "<w:smallCaps/>"), " және ", run("мектеп", '<w:caps w:val="0"/>')),
    "ІШКІ ЕҢБЕК ТӘРТІБІ\nТараптар: КӘСІПОДАҚ және мектеп",
    styles=styles(("paragraph", "T", "T", "<w:rPr><w:caps/></w:rPr>")),
)
case(
    "signs-symbols-ru",
    para('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', " согласен")
    + para('<w:r><w:sym w:font="Wingdings 2" w:char="F052"/></w:r>', " ознакомлен")
    + para(run("\uf0a8", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'), " нет")
    + para("Доля ", run("\uf0a3", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'), " 50 %, угол ", run("a", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'))
    + para('<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>', " далее"),
    "☑ согласен\n☑ ознакомлен\n☐ нет\nДоля ≤ 50 %, угол α\n→ далее",
)
case(
    "chunk-middle-ru",
    para("Начало") + '<w:altChunk r:id="part0"/>' + para("Конец"),
    "Начало\n1. Первый пункт.\nВид\tСрок\nОтпуск\t56\nКонец",
    **{"a.html": "<html><head><meta charset=utf-8><title>x</title></head><body><p>1. Первый пункт.</p><table><tr><td>Вид</td><td>Срок</td></tr><tr><td>Отпуск</td><td>56</td></tr></table></body></html>"},
)
case(
    "chunk-rtf-kk",
    '<w:altChunk r:id="part0"/>',
    "Ереже\n1. Сыйақы тоқсан сайын төленеді.",
    **{"a.rtf": "{\\rtf1\\ansi\\ansicpg1251\\uc1 " + "".join(f"\\u{ord(c)}?" if ord(c) > 127 else c for c in "Ереже") + "\\par " + "".join(f"\\u{ord(c)}?" if ord(c) > 127 else c for c in "1. Сыйақы тоқсан сайын төленеді.") + "\\par}"},
)
case(
    "chunk-message-ru",
    '<w:altChunk r:id="part0"/>',
    "Приказ № 5\n1. Создать комиссию.",
    **{"a.mht": "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: file:///a.htm\r\n\r\n<html><body><p>Приказ № 5</p><p>1. Создать комиссию.</p></body></html>\r\n--b--\r\n"},
)
case(
    "contents-control-ru",
    control(para("Содержание") + para('<w:hyperlink w:anchor="_Toc1"><w:r><w:t>1. Общие положения</w:t></w:r><w:r><w:tab/></w:r>' + field("PAGEREF _Toc1 \\h", run("2")) + "</w:hyperlink>"), "<w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj>")
    + para('<w:bookmarkStart w:id="1" w:name="_Toc1"/>', "1. Общие положения", '<w:bookmarkEnd w:id="1"/>', style='<w:pStyle w:val="H1"/>') + para("Договор заключён на три года."),
    "Содержание\n1. Общие положения\t2\n# 1. Общие положения\nДоговор заключён на три года.",
    styles=styles(("paragraph", "H1", "heading 1", "")),
)
case(
    "header-first-table-kk",
    para("Ереже") + para("1. Мазмұны.") + '<w:sectPr><w:headerReference w:type="first" r:id="header1"/><w:headerReference w:type="default" r:id="header2"/><w:titlePg/></w:sectPr>',
    "КЕЛІСІЛДІ\tБЕКІТЕМІН\nТөраға\tДиректор\nЕреже\n1. Мазмұны.",
    header1=table(["КЕЛІСІЛДІ", "БЕКІТЕМІН"], ["Төраға", "Директор"]), header2=para("Мектеп, бет ", field("PAGE", run("2"))),
)
case(
    "header-section-ru",
    para("Положение") + para("1. Порядок.", style='<w:sectPr><w:headerReference w:type="first" r:id="header1"/><w:titlePg/></w:sectPr>')
    + para("Приложение") + para("Список.") + '<w:sectPr><w:headerReference w:type="first" r:id="header2"/><w:titlePg/></w:sectPr>',
    "Утверждено решением № 3\nПоложение\n1. Порядок.\nУтверждено решением № 4\nПриложение\nСписок.",
    header1=para("Утверждено решением № 3"), header2=para("Утверждено решением № 4"),
)
case(
    "notes-paragraphs-ru",
    para("1. Пособие", reference(2), " выплачивается", reference(3), ".") + table(["Вид", "Размер"], ["<w:tc>" + para("Отпуск", reference(4)) + "</w:tc>", "56"]),
    "1. Пособие[1] выплачивается[2].\nВид\tРазмер\nОтпуск[3]\t56\n[1] Единовременно. Второй абзац.\n[2] Раз в год.\n[3] Трудовой отпуск.",
    footnotes=note(2, "Единовременно.", "Второй абзац.") + note(3, "Раз в год.") + note(4, "Трудовой отпуск."),
)
case(
    "notes-end-kk",
    para("1. Жәрдемақы", '<w:r><w:endnoteReference w:id="2"/></w:r>', " төленеді", reference(2), "."),
    "1. Жәрдемақы[1] төленеді[2].\n[1] Бір рет.\n[2] Жыл сайын.",
    footnotes=note(2, "Жыл сайын."), endnotes='<w:endnote w:id="2">' + para("Бір рет.") + "</w:endnote>",
)
case(
    "references-kk",
    para('<w:bookmarkStart w:id="1" w:name="_Ref1"/>', "Кепілдіктер", '<w:bookmarkEnd w:id="1"/>', style='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    + para(field("REF _Ref1 \\r \\h", run("1")), "-тармаққа сәйкес, ", field("NOTEREF _RefN \\h", run("1")), "-ескертпе", "<w:commentRangeStart w:id=\"0\"/>", " қолданылады.", '<w:r><w:commentReference w:id="0"/></w:r>'),
    "1. Кепілдіктер\n1-тармаққа сәйкес, 1-ескертпе қолданылады.",
    numbering=numbering(levels(("decimal", "%1."))), comments='<w:comment w:id="0">' + para("Тексеру керек") + "</w:comment>",
)
case(
    "lists-parts-kk",
    item("Жалпы ережелер", 1) + item("Осы шарт.", 1, 1) + item("бірінші;", 1, 2) + item("Еңбекақы", 1) + item("Төлем.", 1, 1),
    "1-бөлім. Жалпы ережелер\n1.1. Осы шарт.\n1) бірінші;\n2-бөлім. Еңбекақы\n2.1. Төлем.",
    numbering=numbering(levels(("decimal", "%1-бөлім."), ("decimal", "%1.%2."), ("decimal", "%3)"))),
)
case(
    "lists-legal-ru",
    item("Оплата труда", 1) + item("Ставка.", 1, 1) + item("Охрана труда", 1) + item("Медосмотр.", 1, 1) + item("да", 2) + item("нет", 2) + item("а", 3) + item("б", 3) + item("третья", 4),
    "I. Оплата труда\n1.1. Ставка.\nII. Охрана труда\n2.1. Медосмотр.\n§ 1 да\n§ 2 нет\n— а\n— б\n(а) третья",
    numbering=numbering(levels(("upperRoman", "%1."), ("decimal", "%1.%2.", "<w:isLgl/>")), levels(("decimal", "§ %1")), levels(("bullet", "—")), levels(("russianLower", "(%1)"))),
)
case(
    "lists-restart-kk",
    item("бір", 1) + item("екі", 1) + para("Жаңадан:") + item("бір", 2) + item("екі", 2),
    "1) бір\n2) екі\nЖаңадан:\n1) бір\n2) екі",
    numbering=numbering(levels(("decimal", "%1)")), changes='<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'),
)
case(
    "lists-cells-ru",
    "<w:tbl><w:tblPr>" + BORDERS + "</w:tblPr><w:tr><w:tc>" + para("№") + "</w:tc><w:tc>" + para("Должность") + "</w:tc></w:tr>"
    + "".join("<w:tr><w:tc>" + para("", style='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>') + "</w:tc><w:tc>" + para(name) + "</w:tc></w:tr>" for name in ("Повар", "Учитель")) + "</w:tbl>",
    "№\tДолжность\n1.\tПовар\n2.\tУчитель",
    numbering=numbering(levels(("decimal", "%1."))),
)
case(
    "headings-words-kk",
    para("УСТАВ", style=CENTRED, look=BOLD) + para("І ТАРАУ. ЖАЛПЫ ЕРЕЖЕЛЕР", style=CENTRED) + para("Мазмұны.") + para("ІІ ТАРАУ. ҚҰҚЫҚТАР", style=CENTRED) + para("Мүше құқылы."),
    "# УСТАВ\n# І ТАРАУ. ЖАЛПЫ ЕРЕЖЕЛЕР\nМазмұны.\n# ІІ ТАРАУ. ҚҰҚЫҚТАР\nМүше құқылы.",
)
case(
    "headings-spelled-ru",
    para("Глава первая", style=CENTRED, look=BOLD) + para("Общие положения", style=CENTRED, look=BOLD) + para("Союз объединяет работников.") + para("Глава вторая", style=CENTRED, look=BOLD) + para("Права членов", style=CENTRED, look=BOLD) + para("Член союза вправе."),
    "# Глава первая Общие положения\nСоюз объединяет работников.\n# Глава вторая Права членов\nЧлен союза вправе.",
)
case(
    "headings-bold-kk",
    para("Ұжымдық шарт", style=CENTRED, look=BOLD) + para("1. Жалпы ережелер", look=BOLD) + para("1.1. Шарт үш жылға жасалды.") + para("2. Еңбекақы төлеу:", look=BOLD) + para("2.1. Еңбекақы айына екі рет төленеді.") + para("3. Еңбекті қорғау", look=BOLD) + para("3.1. Тексеруді жұмыс беруші төлейді."),
    "# Ұжымдық шарт\n# 1. Жалпы ережелер\n1.1. Шарт үш жылға жасалды.\n# 2. Еңбекақы төлеу:\n2.1. Еңбекақы айына екі рет төленеді.\n# 3. Еңбекті қорғау\n3.1. Тексеруді жұмыс беруші төлейді.",
)
case(
    "headings-numbered-ru",
    para("Коллективный договор", style=CENTRED, look=BOLD)
    + "".join(para(title, style='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:b/></w:rPr>', look=BOLD) + item(text, 1, 1) for title, text in (("Общие положения", "Договор заключён на три года."), ("Оплата труда", "Зарплата выплачивается дважды."), ("Охрана труда", "Медосмотр оплачивает работодатель."))),
    "# Коллективный договор\n# 1. Общие положения\n1.1. Договор заключён на три года.\n# 2. Оплата труда\n2.1. Зарплата выплачивается дважды.\n# 3. Охрана труда\n3.1. Медосмотр оплачивает работодатель.",
    numbering=numbering(levels(("decimal", "%1."), ("decimal", "%1.%2."))),
)
case(
    "headings-capitals-ru",
    para("УСТАВ", style=CENTRED) + para("1. ОБЩИЕ ПОЛОЖЕНИЯ") + para("1.1. Союз объединяет работников образования.") + para("2. ПРАВА ЧЛЕНОВ") + para("2.1. Член союза вправе получать помощь.") + para("3. СРЕДСТВА") + para("3.1. Средства складываются из взносов."),
    "# УСТАВ\n# 1. ОБЩИЕ ПОЛОЖЕНИЯ\n1.1. Союз объединяет работников образования.\n# 2. ПРАВА ЧЛЕНОВ\n2.1. Член союза вправе получать помощь.\n# 3. СРЕДСТВА\n3.1. Средства складываются из взносов.",
)
case(
    "tables-merged-ru",
    table([cell("Категория", '<w:vMerge w:val="restart"/>'), cell("Доплата", '<w:gridSpan w:val="2"/>')], [cell("", "<w:vMerge/>"), "город", "село"], ["Педагог-мастер", "50 %", "75 %"]),
    "Категория\tДоплата\n\tгород\tсело\nПедагог-мастер\t50 %\t75 %",
)
case(
    "tables-nested-kk",
    table(["Түрі", "Мөлшері"], ["<w:tc>" + para("Қосымша") + "</w:tc>", "<w:tc>" + table(["кабинет", "20 %"]) + para("айына") + "</w:tc>"]),
    "Түрі\tМөлшері\nҚосымша\tкабинет 20 % айына",
)
case(
    "hidden-words-ru",
    para("1. Срок — пять дней.", run(" Черновик.", "<w:vanish/>")) + para(run("Пункт 2 утратил силу.", '<w:color w:val="FFFFFF"/>')) + para("2. Решение принимает профком."),
    "1. Срок — пять дней.\n2. Решение принимает профком.",
    "hidden_words",
)
case(
    "signs-breaks-kk",
    para("<w:r><w:t>Кәсіп</w:t><w:softHyphen/><w:t>одақ</w:t></w:r>", "<w:r><w:t xml:space=\"preserve\"> мүшесі</w:t><w:br/><w:t>тегін көмек</w:t></w:r>", '<w:r><w:br w:type="page"/></w:r>')
    + para("<w:r><w:t>А</w:t><w:noBreakHyphen/><w:t>1 нысаны</w:t></w:r>"),
    "Кәсіподақ мүшесі тегін көмек\nА‑1 нысаны",
)
MATH = '<w:p><m:oMathPara><m:oMath>{}</m:oMath></m:oMathPara></w:p>'
TERM = "<m:r><m:t>{}</m:t></m:r>"
case(
    "formulas-pay-ru",
    para("Размер доплаты:")
    + MATH.format(TERM.format("Д=") + "<m:f><m:num>" + TERM.format("О") + "</m:num><m:den>" + TERM.format("Н+1") + "</m:den></m:f>" + TERM.format("·") + "<m:sSup><m:e>" + TERM.format("К") + "</m:e><m:sup>" + TERM.format("2") + "</m:sup></m:sSup>")
    + para("где О — оклад."),
    "Размер доплаты:\nД=О/(Н+1)·К²\nгде О — оклад.",
)
case("oldfont-kk", para(run("¦жымдыќ шарт", '<w:rFonts w:ascii="Times Kaz" w:hAnsi="Times Kaz"/>')) + para("1. Жалпы ережелер"), "Ұжымдық шарт\n1. Жалпы ережелер", "old_font")
case("template-ru", para("Трудовой договор", style='<w:pStyle w:val="T"/>') + para("1. Работник принимается."), "# Трудовой договор\n1. Работник принимается.", styles=styles(("paragraph", "T", "Title", "")))
case(
    "initial-ru",
    para(run("Р"), style='<w:framePr w:dropCap="drop" w:lines="3"/>') + para("аботодатель обязуется выплачивать заработную плату.") + para("2. Второй пункт."),
    "Работодатель обязуется выплачивать заработную плату.\n2. Второй пункт.",
)
case(
    "headings-styled-ru",
    para("Общие положения", style='<w:pStyle w:val="H1"/>') + para("Цели", style='<w:pStyle w:val="H2"/>') + para("Права", style='<w:pStyle w:val="H1"/>') + para("Без номера", style='<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
    "# Глава 1. Общие положения\n# 1.1 Цели\n# Глава 2. Права\n# Без номера",
    styles=styles(
        ("paragraph", "H1", "heading 1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>'),
        ("paragraph", "H2", "heading 2", '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr>'),
    ),
    numbering=numbering(levels(("decimal", "Глава %1.", '<w:pStyle w:val="H1"/>'), ("decimal", "%1.%2", '<w:pStyle w:val="H2"/>'))),
)
case("letters-apart-kk", para("Жалпы: и\u0306ога, е\u0308лка") + para("1. Екінші жол осында тұр, ол да ұзын."), "Жалпы: йога, ёлка\n1. Екінші жол осында тұр, ол да ұзын.")
case(
    "raised-words-ru",
    para("О", run("бщ", LOWERED), " = 5; 10", run("−3", RAISED), "; пункт 1", run("а", RAISED), " и ", run("важные слова", "<w:b/>"), " здесь."),
    "О_(бщ) = 5; 10⁻³; пункт 1^(а) и **важные слова** здесь.",
)
case(
    "notes-signs-ru",
    para("Ставка", reference(2, "*"), " и доплата", reference(3, "**"), "."),
    "Ставка* и доплата**.\n* Базовая.\n** Разовая.",
    footnotes='<w:footnote w:id="2">' + para("* Базовая.") + '</w:footnote><w:footnote w:id="3">' + para("** Разовая.") + "</w:footnote>",
)
case(
    "fields-ru",
    para("Таблица ", field("SEQ Таблица \\* ARABIC", run("1")), ". Нормы") + para("Итого: ", field("=SUM(ABOVE)", run("120")), " тенге, листов: ", '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>4</w:t></w:r></w:fldSimple>'),
    "Таблица 1. Нормы\nИтого: 120 тенге, листов: 4",
)
