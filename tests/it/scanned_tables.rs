//! Tables that were printed and scanned: how much of their words is recognised right.

use std::path::Path;
use std::process::Command;

use tizilim::domain::Lang;
use tizilim::registry::Recognizer;
use tizilim::text::body::Block;
use tizilim::text::measure::measure_text;
use tizilim::text::picture::{PictureSize, draw};
use tizilim::text::recognition::{PageWords, Words};

use crate::{app, samples, scanned};

/// Most characters of a table that may come out wrong, in percent.
const WRONG_MAX_PERCENT: f64 = 5.0;

/// A supplement to a collective agreement, as schools write it: its heading, then its table row by row.
const KK: &str = "Ұжымдық шартқа 3-қосымша. Еңбек жағдайы үшін берілетін үстемеақылар\n\
    №|Лауазымы|Үстемеақы мөлшері|Қосымша демалыс, күн|Негізі\n\
    1|Аспазшы, аға аспазшы|Лауазымдық айлықақының 30 пайызы|6|Еңбек кодексінің 105-бабы\n\
    2|Химия кабинетінің зертханашысы|Лауазымдық айлықақының 20 пайызы|12|Зиянды еңбек жағдайлары\n\
    3|Қазандық операторы|Лауазымдық айлықақының 25 пайызы|7|Өндірістік объектілерді аттестаттау\n\
    4|Еден жуушы және сыпырушы|Лауазымдық айлықақының 20 пайызы|3|Жұмыс берушінің актісі\n\
    5|Психолог, әлеуметтік педагог|Базалық лауазымдық айлықақының 40 пайызы|6|Педагог мәртебесі туралы заң\n\
    6|Күзетші (түнгі уақыттағы жұмыс)|Сағаттық мөлшерлеменің бір жарым мөлшері|3|Еңбек кодексінің 110-бабы\n\
    7|Кітапханашы, мұрағатшы|Лауазымдық айлықақының 10 пайызы|6|Мәдениет туралы заң";
const RU: &str = "Приложение 3 к коллективному договору. Доплаты за условия труда\n\
    №|Должность|Размер доплаты|Дополнительный отпуск, дней|Основание\n\
    1|Повар, шеф-повар|30 процентов должностного оклада|6|Статья 105 Трудового кодекса\n\
    2|Лаборант кабинета химии|20 процентов должностного оклада|12|Вредные условия труда\n\
    3|Оператор котельной|25 процентов должностного оклада|7|Аттестация производственных объектов\n\
    4|Уборщик помещений и дворник|20 процентов должностного оклада|3|Акт работодателя\n\
    5|Психолог, социальный педагог|40 процентов базового должностного оклада|6|Закон о статусе педагога\n\
    6|Сторож (работа в ночное время)|Полуторный размер часовой ставки|3|Статья 110 Трудового кодекса\n\
    7|Библиотекарь, архивариус|10 процентов должностного оклада|6|Закон о культуре";

/// What an office program needs besides the document.
const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
    <Override PartName="/word/document.xml"
    ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    Target="word/document.xml"/></Relationships>"#;

/// The table as a document of an office program, with lines around its cells.
fn docx(text: &str) -> Vec<u8> {
    let run = |words: &str| {
        format!(
            "<w:p><w:r><w:rPr><w:rFonts w:ascii=\"Noto Serif\" w:hAnsi=\"Noto Serif\"/><w:sz w:val=\"22\"/></w:rPr>\
             <w:t>{words}</w:t></w:r></w:p>"
        )
    };
    let cell = |words: &str| format!("<w:tc>{}</w:tc>", run(words));
    let row = |line: &str| format!("<w:tr>{}</w:tr>", line.split('|').map(cell).collect::<String>());
    let (heading, rows) = text.split_once('\n').expect("a heading");
    let rows: String = rows.lines().map(row).collect();
    let border =
        |side: &str| format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>");
    let borders: String = ["top", "left", "bottom", "right", "insideH", "insideV"].map(border).concat();
    let columns: String =
        [600, 2600, 2600, 1500, 2300].map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).concat();
    let document = format!(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{}\
         <w:tbl><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}\
         </w:tbl><w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"850\" \
         w:bottom=\"1134\" w:left=\"1134\"/></w:sectPr></w:body></w:document>",
        run(heading)
    );
    samples::archive(&[
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", RELATIONS.as_bytes()),
        ("word/document.xml", document.as_bytes()),
    ])
}

/// What LibreOffice prints of a document; none where it is not there, which CI must be.
fn printed(folder: &Path, docx: &[u8]) -> Option<Vec<u8>> {
    let source = folder.join("table.docx");
    std::fs::write(&source, docx).expect("a file");
    let made = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}/profile", folder.display()))
        .args(["--headless", "--convert-to", "pdf", "--outdir"])
        .args([folder, &source])
        .output();
    if made.is_err() {
        assert!(std::env::var_os("CI").is_none(), "CI needs libreoffice-writer-nogui");
        println!("skipped: LibreOffice is not installed");
        return None;
    }
    Some(std::fs::read(folder.join("table.pdf")).expect("a PDF"))
}

#[test]
fn of_a_scanned_table_hardly_a_character_is_lost() {
    if !samples::has_tesseract() {
        return;
    }
    let recognizer = Recognizer::find("tesseract").expect("it was found");
    for (lang, text) in [(Lang::Kk, KK), (Lang::Ru, RU)] {
        let folder = tempfile::tempdir().expect("a folder");
        let Some(printed) = printed(folder.path(), &docx(text)) else { return };
        let picture = draw(&printed, 1, PictureSize::Recognition).expect("a picture");
        let picture = image::load_from_memory(&picture).expect("a PNG").into_luma8();
        let scan = scanned::pdf(&[picture]);
        let drawn = app::worker().draw(&scan, 1, PictureSize::Recognition).expect("a picture");
        let mut words = recognizer.words(&drawn).expect("words");
        words.rules = app::worker().rules(&scan, 1).expect("lines");
        let words = Words::Recognised(words);
        let known = vec![PageWords { page: 1, words, is_checked: false }];
        let body = app::worker().read(&scan, known).expect("a body").body;
        let right = measure_text(&body.to_text(), &text.replace('|', " ")).characters.percent();
        let rows = body.blocks.iter().find_map(|block| match block {
            Block::Table { rows } => Some(rows.len()),
            _ => None,
        });
        assert_eq!(rows, Some(text.lines().count() - 1), "{}", body.to_text());
        println!("{lang}: {:.2} of 100 characters are wrong", 100.0 - right);
        assert!(100.0 - right <= WRONG_MAX_PERCENT, "{lang}: {right:.2} of 100\n{}", body.to_text());
    }
}
