//! Tables in the forms that offices have, and those that are refused.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{Table, TableRefusal, read, write};

const HEADING: &str = "number;name_kk;name_ru;kind;district";

fn words(table: &Table) -> Vec<(u64, Vec<&str>)> {
    table
        .rows
        .iter()
        .map(|row| (row.line, row.cells.iter().map(|cell| cell.text.as_str()).collect()))
        .collect()
}

fn text(table: &str) -> Result<Table, TableRefusal> {
    read(table.as_bytes())
}

#[test]
fn every_encoding_of_an_office_is_read() {
    let table = format!("{HEADING}\r\nS001;№ 1 мектеп;Школа № 1;school;Есіл\r\n");
    let expected = text(&table).expect("a table");
    for bytes in [
        [b"\xEF\xBB\xBF", table.as_bytes()].concat(),
        table.replace(';', ",").into_bytes(),
        table.replace(';', "\t").into_bytes(),
        format!("\u{FEFF}sep=;\r\n{table}").into_bytes(),
        format!("sep=|\n{}", table.replace(';', "|")).into_bytes(),
        table.replace("\r\n", "\n").into_bytes(),
        table.replace("\r\n", "\r").into_bytes(),
        table.trim_end().as_bytes().to_vec(),
    ] {
        assert_eq!(read(&bytes).as_ref(), Ok(&expected), "{bytes:?}");
    }
    let cp1251 = read(b"number\r\n\xD8\xEA\xEE\xEB\xE0\r\n").expect("letters of a Russian Windows");
    assert_eq!((words(&cp1251)[1].1[0], cp1251.lacks_kazakh), ("Школа", true));
    assert_eq!(read(b"number\r\n\xEA\x98"), Err(TableRefusal::Encoding));
    // Neither with its mark nor without: the zero bytes are no letters.
    let units: Vec<u8> = table.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for utf16 in [[b"\xFF\xFE".as_slice(), &units].concat(), units] {
        assert_eq!(read(&utf16), Err(TableRefusal::Encoding));
    }
}

#[test]
fn rows_are_counted_as_the_program_shows_them() {
    let table = text("a;b\r\n1;\"two\r\nlines\"\r\n\r\n;;\r\n2;x\r\n").expect("a table");
    let lines: Vec<u64> = table.rows.iter().map(|row| row.line).collect();
    assert_eq!(lines, [1, 2, 5]);
    assert_eq!(table.rows[1].cells[1].text, "two\r\nlines");
    assert_eq!(text(&write(&table)).as_ref(), Ok(&table), "what is carried is the same table");
}

#[test]
fn quotation_marks_are_read_strictly() {
    let cell = |table: &str| text(table).map(|table| table.rows[1].cells[0].text.clone());
    assert_eq!(cell("a;b\n\"x;\"\"y\"\"\";1\n").as_deref(), Ok("x;\"y\""));
    assert_eq!(cell("a;b\n\"\";1\n").as_deref(), Ok(""));
    assert_eq!(cell("a;b\n\"x;1\ny;2\n"), Err(TableRefusal::OpenQuote { line: 2 }));
    assert_eq!(cell("a;b\r\nx;1\r\ny \"z\";2\r\n"), Err(TableRefusal::StrayQuote { line: 3 }));
    assert_eq!(cell("a;b\n\"x\" y;2\n"), Err(TableRefusal::StrayQuote { line: 2 }));
}

/// A workbook with these parts beside what every workbook has.
fn workbook(sheet: &str, others: &[(&str, &str)]) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let book = format!(
        r#"<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="1" sheetId="1" r:id="r1"/></sheets></workbook>"#
    );
    let relations = format!(
        r#"<Relationships xmlns="{package}"><Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{office}/styles" Target="styles.xml"/></Relationships>"#
    );
    let styles = format!(
        r#"<styleSheet xmlns="{main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#
    );
    let sheet = format!(r#"<worksheet xmlns="{main}"><sheetData>{sheet}</sheetData></worksheet>"#);
    let root = format!(
        r#"<Relationships xmlns="{package}"><Relationship Id="r1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
    );
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let parts = [
        ("_rels/.rels", root.as_str()),
        ("xl/workbook.xml", &book),
        ("xl/_rels/workbook.xml.rels", &relations),
        ("xl/styles.xml", &styles),
        ("xl/worksheets/sheet1.xml", &sheet),
    ];
    for (name, text) in parts.iter().chain(others) {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(text.as_bytes()).expect("its text");
    }
    zip.finish().expect("a workbook").into_inner()
}

#[test]
fn a_workbook_is_read_as_it_is_seen() {
    let sheet = r#"<row r="2"><c r="A2" t="inlineStr"><is><t>number</t></is></c><c r="C2" t="inlineStr"><is><t>since</t></is></c></row>
        <row r="7"><c r="A7"><v>54</v></c><c r="C7" s="1"><v>46266</v></c></row>
        <row r="8"><c r="A8" s="1"><v>46024</v></c><c r="B8"><v>1.5</v></c></row>"#;
    let table = read(&workbook(sheet, &[])).expect("a table");
    assert_eq!(
        words(&table),
        [(2, vec!["number", "", "since"]), (7, vec!["54", "", "2026-09-01"]), (8, vec!["2026-01-02", "1.5"])]
    );
    assert!(table.rows[2].cells[0].is_day && !table.rows[1].cells[0].is_day);
}

#[test]
fn a_hostile_workbook_is_refused() {
    let far = r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#;
    assert_eq!(
        read(&workbook(far, &[])).map(|table| table.rows.len()),
        Ok(1),
        "a billion cells, one of them there"
    );
    let row = |number: usize| format!(r#"<row r="{number}"><c r="XFD{number}"><v>1</v></c></row>"#);
    let wide: String = (1..100).map(row).collect();
    assert_eq!(read(&workbook(&wide, &[])), Err(TableRefusal::TooLarge));
    let bomb = "0".repeat(70 << 20);
    assert_eq!(read(&workbook("", &[("xl/media/image1.png", &bomb)])), Err(TableRefusal::TooLarge));
    let whole = workbook("", &[]);
    assert_eq!(read(&whole[..whole.len() / 2]), Err(TableRefusal::BadWorkbook));
    assert_eq!(read(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), Err(TableRefusal::OldWorkbook));
}
