//! What is read from where: the heights of title, call and name over titles of every length, and what a reader program
//! still reads of a wall of sheets as it is seen from 3 m.

use similar::TextDiff;
use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::lang::Trilingual;
use tizilim::press;
use tizilim::print;
use tizilim::print::model::choice::{Choice, Look, Part};
use tizilim::print::model::display_list::{Ink, Item, Page, Paragraph, Role};
use tizilim::print::model::kit::Kit;
use tizilim::print::model::style::Measure;
use tizilim::print::model::vector_shape::VectorShape;
use tizilim::print::pdf::Fonts;

use super::{kits, tools};

/// Titles as they are written, from the shortest to those of 190 letters, in both languages or in one.
fn titles() -> Vec<(String, String)> {
    let said = [
        ("Ұжымдық шарт", "Коллективный договор"),
        ("Жарғы", "Устав"),
        ("Салалық келісім", "Отраслевое соглашение"),
        ("Еңбек кодексі", ""),
        ("«Кәсіптік одақтар туралы» Заң", "Закон «О профессиональных союзах»"),
        ("Ішкі еңбек тәртібінің қағидалары", "Правила внутреннего трудового распорядка"),
        ("Материалдық көмек көрсету туралы ереже", "Положение о материальной помощи"),
        (
            "Қосымша ақылар мен үстемеақылар белгілеу тәртібі туралы ереже",
            "Положение о порядке установления доплат и надбавок",
        ),
        (
            "Астана қаласының білім беру саласындағы өңірлік келісім",
            "Региональное соглашение в сфере образования города Астаны",
        ),
        (
            "Кәсіподақ мүшелерінің балаларын сауықтыруды ұйымдастыру тәртібі туралы ереже",
            "Положение о порядке организации оздоровления детей членов профсоюза",
        ),
        (
            "Білім беру ұйымдарының қызметкерлеріне қосымша ақы төлеу мен материалдық көмек көрсетудің тәртібі \
             туралы ереже",
            "Положение о порядке установления доплат и оказания материальной помощи работникам организаций \
             образования",
        ),
    ];
    let mut titles: Vec<(String, String)> =
        said.into_iter().map(|(kk, ru)| (kk.to_owned(), ru.to_owned())).collect();
    let long = [
        "Қызметкерлердің еңбегіне ақы төлеу мен оларды әлеуметтік қолдау туралы келісімшарт және ",
        "Соглашение об оплате труда и о социальной поддержке работников образования города и ",
    ];
    let [kk, ru] = long.map(|words| kits::of_length(words, 190));
    titles.push((kk, ru));
    titles
}

/// A kit of sheets with these titles.
fn wall(titles: &[(String, String)], look: Look) -> Kit {
    let documents = (1..).zip(titles);
    let documents =
        documents.map(|(number, (kk, ru))| kits::document(number, DocumentKind::Regulation, kk, ru));
    let names = Trilingual::new(
        "Ахмет Байтұрсынұлы атындағы № 16 мектеп-лицейі",
        "Школа-лицей № 16 имени Ахмета Байтурсынулы",
        "",
    );
    let choice = Choice { parts: vec![Part::Sheets], look, ..Choice::default() };
    let kit = kits::kit("https://qr.example.kz", names, documents.collect());
    let emblem = VectorShape::parse(include_str!("../../assets/demo/emblem.txt").trim()).ok();
    Kit { choice, emblem, ..kit }
}

fn letters((kk, ru): &(String, String)) -> usize {
    kk.chars().count().max(ru.chars().count())
}

/// Least height of the capitals of some paragraphs.
fn capital_mm<'p>(fonts: &Fonts, paragraphs: impl Iterator<Item = &'p Paragraph>) -> f32 {
    let styles = paragraphs.flat_map(|paragraph| &paragraph.lines).map(|line| line.style);
    styles.map(|style| fonts.capital_mm(style)).fold(f32::INFINITY, f32::min)
}

fn title_mm(fonts: &Fonts, page: &Page) -> f32 {
    capital_mm(fonts, page.paragraphs().filter(|paragraph| paragraph.role == Role::Title))
}

#[test]
fn titles_calls_and_names_are_as_large_as_a_wall_needs_at_every_length() {
    let fonts = Fonts::new();
    let pt_mm = |size_pt: f32| size_pt * 25.4 / 72.0;
    for look in Look::ALL {
        println!(
            "{look:?}: letters, capitals of the title, of the call, of the name, side of the code in mm"
        );
        // Each alone, and all of them on one wall.
        let all = titles();
        tools::keep(&format!("wall-{}.pdf", look.name()), &press::kit(&wall(&all, look)).expect("a wall"));
        let alone = all.iter().map(std::slice::from_ref);
        for titles in alone.chain([all.as_slice()]) {
            let pages = print::lay_out(&wall(titles, look), &fonts).expect("a wall").pages;
            for (title, page) in titles.iter().zip(&pages) {
                let letters = letters(title);
                let least_mm = match letters {
                    ..=30 => 12.0,
                    31..=80 => 8.0,
                    _ => pt_mm(16.0) * 0.71,
                };
                let titled_mm = title_mm(&fonts, page);
                let call = page.paragraphs().filter(|paragraph| paragraph.lines[0].text.contains("Читайте"));
                let names = page.paragraphs().filter(|paragraph| paragraph.role == Role::Heading);
                let (call_mm, name_mm) = (capital_mm(&fonts, call), capital_mm(&fonts, names));
                let code = page.codes().next().expect("a code").area;
                let side_mm = code.right_mm - code.left_mm;
                println!("{letters:>4} {titled_mm:>6.1} {call_mm:>5.1} {name_mm:>5.1} {side_mm:>6.1}");
                assert!(titled_mm >= least_mm - 0.01 && titled_mm > name_mm, "{letters}: {titled_mm}");
                assert!(call_mm >= 6.99 && name_mm >= pt_mm(14.0) * 0.71, "{letters}: {call_mm} {name_mm}");
                assert!(side_mm >= 129.99, "{letters}: {side_mm}");
            }
        }
    }
}

#[test]
fn what_all_sheets_of_a_wall_share_stands_at_one_place() {
    let fonts = Fonts::new();
    for look in Look::ALL {
        let pages = print::lay_out(&wall(&titles(), look), &fonts).expect("a wall").pages;
        let places = |page: &Page| {
            let code = page.codes().next().expect("a code").area;
            let title = page.paragraphs().find(|paragraph| paragraph.role == Role::Title).expect("a title");
            let shared = page.texts().filter(|line| {
                ["Читайте", "qr.example.kz/", "№ 16", "строка для проверки"]
                    .iter()
                    .any(|said| line.text.contains(said))
            });
            let shared: Vec<_> =
                shared.map(|line| (line.x_mm, line.baseline_mm, line.style.size_pt)).collect();
            (code, title.lines[0].x_mm, shared)
        };
        assert!(pages.iter().all(|page| places(page) == places(&pages[0])), "{look:?}");
    }
}

/// An eye that sees half as well as a good one spreads a point over 2 minutes of arc: over 1.75 mm from 3 m, which is
/// 2.355 deviations of a bell curve at half its height.
const BLUR_MM_A_METRE: f32 = 1.75 / 2.355 / 3.0;

/// From how far, in metres, titles of up to 80 letters are read, and longer ones, which have capitals of 4 mm.
const READ_FROM_M: [f32; 2] = [3.0, 2.0];

/// The least part of the letters that a reader program must get right of a title.
const LEAST_READ: f32 = 0.9;

#[test]
fn a_title_is_still_read_from_three_metres_and_a_long_one_from_two() {
    let fonts = Fonts::new();
    for look in Look::ALL {
        // Those of 80 letters and less on a wall of their own, as large as they are there.
        let (short, long): (Vec<_>, Vec<_>) = titles().into_iter().partition(|title| letters(title) <= 80);
        for (titles, from_m) in [short, long].into_iter().zip(READ_FROM_M) {
            let kit = wall(&titles, look);
            let pages = print::lay_out(&kit, &fonts).expect("a wall").pages;
            for (title, page) in titles.iter().zip(&pages) {
                let letters = letters(title);
                let page = lines_apart(page);
                let picture = press::preview(&page, kit.accent).expect("a picture");
                let picture = image::load_from_memory(&picture).expect("a picture").to_luma8();
                let name = format!("seen-{look:?}-{letters}");
                let Some(alike) = read_from(from_m, &page, (&picture, &name)) else { return };
                println!("{look:?} {letters}: {:.0} % of the letters from {from_m} m", 100.0 * alike);
                assert!(alike >= LEAST_READ, "{look:?} {letters}: {alike} from {from_m} m");
            }
        }
    }
}

/// The titles of a page alone and black, their lines twice as far apart: the program, unlike an eye, takes lines that
/// stand as near to each other as those of a headline for one.
fn lines_apart(page: &Page) -> Page {
    let mut apart = page.clone();
    let mut baseline_mm = 0.0;
    apart.items.retain_mut(|item| {
        let Item::Text(paragraph) = item else { return false };
        paragraph.ink = Ink::Black;
        for line in paragraph.lines.iter_mut().filter(|_| paragraph.role == Role::Title) {
            baseline_mm += 2.0 * line.style.leading_mm();
            line.baseline_mm = baseline_mm;
        }
        paragraph.role == Role::Title
    });
    apart
}

/// The part of the letters of a page that a reader program gets right, as a weak eye sees it from so far away. None where
/// there is no such program.
fn read_from(metres: f32, page: &Page, (picture, name): (&image::GrayImage, &str)) -> Option<f32> {
    let px_per_mm = f32::from(u16::try_from(picture.width()).expect("a width")) / 210.0;
    let seen = image::imageops::blur(picture, BLUR_MM_A_METRE * metres * px_per_mm);
    let file = tools::keep(&format!("{name}.png"), &[]);
    seen.save(&file).expect("a picture in the target folder");
    let read = tools::run("tesseract", &[tools::path(&file), "-", "-l", "Cyrillic", "--psm", "6", "quiet"])?;
    let said: String = page.texts().map(|line| line.text.as_str()).collect();
    let [said, read] = [said, read].map(|text| tools::squeezed(&text).to_lowercase());
    Some(TextDiff::from_chars(&said, &read).ratio())
}
