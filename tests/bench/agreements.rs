//! Three hundred agreements at once: how long from the archive to the editions, and how much memory that takes.
//!
//! `cargo bench --bench agreements`; after `--`, `--schools N`. An archive with a Kazakh and a Russian text for each school is
//! tried, published, and sent once more; another process looks at the memory of the command and of its workers.

#[expect(dead_code, reason = "other measures ask for more")]
mod program;
#[expect(dead_code, reason = "other measures ask for more")]
mod server;

use std::io::{Cursor, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tizilim::registry::{DocumentFilter, NewWords};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use server::registry;

/// Schools of a city, and half as many again would be too many for one.
const SCHOOLS: usize = 300;

/// Articles of an agreement: a real one has some eighty points.
const ARTICLES: usize = 80;

/// Longest time from the archive to the editions, in seconds, with the dry run before.
const SECONDS_MAX: f64 = 60.0;

/// Most memory of the command with its workers, in MiB.
const MEMORY_MAX_MIB: f64 = 200.0;

/// How often memory is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(20);

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let given = arguments.iter().position(|argument| argument == "--schools");
    let schools = given.map_or(SCHOOLS, |at| arguments[at + 1].parse().expect("a number"));
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    std::fs::create_dir(&data).expect("a folder");
    let register = registry(&data);
    register
        .import(
            &register.table(organizations(schools).as_bytes()).expect("a table"),
            NewWords::Accepted,
            "bench",
        )
        .expect("schools");
    drop(register);
    let (archive, table) = (folder.path().join("agreements.zip"), folder.path().join("days.csv"));
    let bytes = zip(schools);
    println!(
        "{schools} schools, {} files, an archive of {:.1} MiB",
        schools * 2,
        bytes.len() as f64 / 1_048_576.0
    );
    std::fs::write(&archive, bytes).expect("an archive");
    std::fs::write(&table, days(schools)).expect("a table");
    let mut worst = 0.0_f64;
    let mut spent = 0.0;
    for (what, more) in [("dry run", &["--dry-run"][..]), ("published", &[]), ("sent again", &[])] {
        let (seconds, mib) = measured(&data, &archive, &table, more);
        println!("{what}: {seconds:.1} s, at most {mib:.0} MiB with its workers");
        worst = worst.max(mib);
        spent += if what == "sent again" { 0.0 } else { seconds };
    }
    let register = registry(&data);
    let documents = register.read(|view| view.documents_count(&DocumentFilter::default())).expect("a count");
    assert_eq!(documents, schools, "each school has one agreement");
    println!(
        "from the dry run to the editions: {spent:.1} s (at most {SECONDS_MAX} s), {worst:.0} MiB (at most {MEMORY_MAX_MIB} MiB)"
    );
    std::process::exit(i32::from(spent > SECONDS_MAX || worst > MEMORY_MAX_MIB));
}

/// Runs the command, and says how long it took and how much memory it had at most.
fn measured(data: &Path, archive: &Path, table: &Path, more: &[&str]) -> (f64, f64) {
    let started = Instant::now();
    let mut child = Command::new(program::path())
        .arg("import-agreements")
        .arg(archive)
        .arg("--table")
        .arg(table)
        .args(more)
        .arg("--data")
        .arg(data)
        .stdout(Stdio::null())
        .spawn()
        .expect("the program");
    let mut most = 0.0_f64;
    loop {
        if let Some(status) = child.try_wait().expect("a child") {
            assert!(status.success(), "{status}");
            return (started.elapsed().as_secs_f64(), most);
        }
        most = most.max(memory(&child));
        std::thread::sleep(LOOK_EVERY);
    }
}

/// The memory of a process with its workers, in MiB.
fn memory(child: &Child) -> f64 {
    let tasks =
        std::fs::read_to_string(format!("/proc/{0}/task/{0}/children", child.id())).unwrap_or_default();
    let all = tasks.split_whitespace().filter_map(|id| id.parse().ok()).chain([child.id()]);
    all.filter_map(program::try_memory_mib).sum()
}

fn organizations(schools: usize) -> String {
    let row =
        |n| format!("S{n:03},№ {n} мектеп-гимназия,Школа-гимназия № {n},school,Есіл ауданы / район Есиль\n");
    format!("number,name_kk,name_ru,kind,district\n{}", (1..=schools).map(row).collect::<String>())
}

fn days(schools: usize) -> String {
    let row = |n| format!("S{n:03},2025-12-20,2026-01-01,2028-12-31\n");
    format!("number,signed_on,effective_from,term_end\n{}", (1..=schools).map(row).collect::<String>())
}

fn zip(schools: usize) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for n in 1..=schools {
        for is_kazakh in [true, false] {
            let lang = if is_kazakh { "kk" } else { "ru" };
            writer
                .start_file(format!("S{n:03} {lang}.docx"), SimpleFileOptions::default())
                .expect("an entry");
            writer.write_all(&agreement(n, is_kazakh)).expect("memory");
        }
    }
    writer.finish().expect("an archive").into_inner()
}

/// A DOCX of an agreement with its articles.
fn agreement(school: usize, is_kazakh: bool) -> Vec<u8> {
    let mut body = String::new();
    let mut say = |text: String| body.push_str(&format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"));
    if is_kazakh {
        say(format!("«№ {school} мектеп-гимназия» КММ ұжымдық шарты"));
    } else {
        say(format!("Коллективный договор КГУ «Школа-гимназия № {school}»"));
    }
    for article in 1..=ARTICLES {
        if is_kazakh {
            say(format!("{article}-бап. Еңбек жағдайлары"));
            say(format!("Жұмыс беруші № {school} мектептің қызметкерлеріне заңнамада белгіленген еңбек жағдайларын, еңбекақыны және демалысты қамтамасыз етеді, {article}-баптың талаптары сақталады. ").repeat(3));
        } else {
            say(format!("Статья {article}. Условия труда"));
            say(format!("Работодатель обеспечивает работникам школы № {school} установленные законодательством условия труда, его оплату и отдых, соблюдая требования статьи {article}. ").repeat(3));
        }
    }
    let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let document = format!(r#"<w:document xmlns:w="{main}"><w:body>{body}</w:body></w:document>"#);
    let types = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in [("[Content_Types].xml", types), ("word/document.xml", document.as_str())] {
        writer.start_file(name, SimpleFileOptions::default()).expect("an entry");
        writer.write_all(content.as_bytes()).expect("memory");
    }
    writer.finish().expect("an archive").into_inner()
}
