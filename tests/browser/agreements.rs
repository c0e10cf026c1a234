//! Many agreements at once, by clicks: an archive is sent, the list names what is doubtful, and what is chosen is published.

use std::io::{Cursor, Write as _};

use crate::demo::Demo;
use crate::person::{find, sign_in, tap, told, type_into};
use crate::samples::docx;
use crate::session::{Window, in_browser};

const DESK: Window = Window { width_px: 1100, height_px: 900 };

/// The words of the page in a language: all is checked, ready, doubtful, how many were published.
const WORDS: [(&str, [&str; 4]); 2] = [
    ("kk", ["Барлық файл тексерілді", "Дайын", "Күмәнді", "Жарияланған шарттар: 1"]),
    ("ru", ["Все файлы проверены", "Готов", "Сомнительн", "Опубликовано договоров: 1"]),
];

/// An archive with the agreements of two schools, the second of which names another school.
fn archive(lang: &str) -> Vec<u8> {
    let (own, other) = if lang == "kk" { ("S008", "S016") } else { ("S018", "K001") };
    let (words, others) = if lang == "kk" {
        (
            "Ұжымдық шарт, «№ 8 орта мектебі» КММ, қызметкерлердің еңбек жағдайлары туралы",
            "Ұжымдық шарт, «№ 77 мектеп» КММ, қызметкерлердің еңбек жағдайлары туралы",
        )
    } else {
        (
            "Коллективный договор, КГУ «Школа-гимназия № 18», об условиях труда работников",
            "Коллективный договор, КГКП «Детский сад № 77», об условиях труда работников",
        )
    };
    let rows = [own, other].map(|number| format!("{number};20.12.2025;01.01.2026;31.12.2028\r\n"));
    let days = format!("number;signed_on;effective_from;term_end\r\n{}", rows.concat());
    let files = [
        (format!("{own} {lang}.docx"), docx(words)),
        (format!("{other} {lang}.docx"), docx(others)),
        ("days.csv".to_owned(), days.into_bytes()),
    ];
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(name, zip::write::SimpleFileOptions::default()).expect("a new entry");
        writer.write_all(&bytes).expect("memory");
    }
    writer.finish().expect("an archive").into_inner()
}

#[test]
fn an_archive_of_agreements_is_sent_looked_at_and_published_by_clicks() {
    let demo = Demo::start();
    let folder = tempfile::tempdir().expect("a folder");
    in_browser(DESK, |window| async move {
        sign_in(&window, &demo).await;
        for (lang, [checked, ready, doubtful, published]) in WORDS {
            let file = folder.path().join(format!("{lang}.zip"));
            std::fs::write(&file, archive(lang)).expect("a file");
            window.goto(&format!("{}/admin/agreements?lang={lang}", demo.origin)).await.expect("the page");
            type_into(&window, "files", &file.display().to_string()).await;
            tap(&window, "main form button").await;
            // The page looks after the work by itself.
            let list = told(&window, checked).await;
            assert!(list.contains(ready) && list.contains(doubtful), "{list}");
            assert!(list.contains("77"), "the other school is named: {list}");
            tap(&window, "#publish button").await;
            let done = told(&window, published).await;
            assert!(done.contains(doubtful), "what is doubtful waits: {done}");
            tap(&window, "#discard button").await;
            find(&window, "[name=files]").await;
        }
    });
}
