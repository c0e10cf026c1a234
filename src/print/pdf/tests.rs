//! The files, read back with lopdf.

use crate::print::model::samples;
use std::collections::BTreeSet;

use lopdf::{Dictionary, Object, ObjectId};

use super::{Fonts, Merged, PdfError, write};
use crate::print::model::choice::LANGUAGES;
use crate::print::model::display_list::{
    Document, DrawnCode, Fill, Ink, Item, Page, Paragraph, PlacedShape, Role, Rule, Text, TrialMark,
};
use crate::print::model::geometry::{A3, A4, A5, Area, SLUG_MM, Size};
use crate::print::model::style::{MM_PER_PT, Measure, Style};
use crate::print::model::vector_shape::VectorShape;
use crate::print::qr::{Level, Symbol};

const ADDRESS: &str = "https://QR.EXAMPLE.KZ/7K3M9Q3/4HD0TWX";

/// A document with everything that can stand on a page.
fn document(title: &str, sizes: &[(Size, f32)]) -> Document {
    let mut document = samples::empty(title);
    document.pages = sizes.iter().enumerate().map(|(i, (size, slug_mm))| page(*size, *slug_mm, i)).collect();
    document
}

fn page(size: Size, slug_mm: f32, number: usize) -> Page {
    let area = Area { left_mm: 10.0, top_mm: 10.0, right_mm: 60.0, bottom_mm: 20.0 };
    let emblem = VectorShape::parse("M0 5a5 5 0 1 0 10 0q0-5-5-5T0 5z").expect("an emblem");
    let symbol = Symbol::new(ADDRESS, Level::Q).expect("a symbol");
    let [kk, ru] = LANGUAGES;
    let code = DrawnCode::new(samples::code(7), &symbol, (30.0, 80.0), 60.0);
    let text = |role, lang, link: Option<&str>, lines: &[&str]| {
        let style = Style::bold(16.0);
        let line = |(i, text): (usize, &&str)| Text {
            x_mm: 12.0,
            baseline_mm: 30.0 + 8.0 * f32::from(u8::try_from(i).expect("a few lines")),
            width_mm: Fonts::new().width_mm(text.trim_end(), style),
            style,
            text: (*text).to_owned(),
        };
        let lines = lines.iter().enumerate().map(line).collect();
        Item::Text(Paragraph { role, lang, ink: Ink::Accent, link: link.map(str::to_owned), lines })
    };
    Page {
        size,
        slug_mm,
        bookmark: if number < 2 { "Плакат" } else { "Парақ" }.to_owned(),
        items: vec![
            Item::TrialMark(TrialMark {
                from_mm: (20.0, 200.0),
                angle_degrees: 18.0,
                style: Style::bold(40.0),
                text: "ҮЛГІ".to_owned(),
            }),
            Item::Fill(Fill { area, ink: Ink::Accent }),
            Item::Shape(PlacedShape { steps: emblem.steps(area), ink: Ink::White }),
            text(Role::Title, kk, None, &["Ұжымдық ", "шарт"]),
            text(Role::Heading, ru, None, &["Коллективный договор"]),
            Item::Rule(Rule { from_mm: (10.0, 60.0), to_mm: (90.0, 60.0), thickness_mm: 0.25 }),
            Item::Code(code.described("Ұжымдық шарттың коды (QR)".to_owned())),
            text(Role::Body, ru, Some("https://qr.example.kz/7K3M9Q3"), &["qr.example.kz/7K3-M9Q3"]),
        ],
    }
}

fn read(bytes: &[u8]) -> lopdf::Document {
    assert!(bytes.starts_with(b"%PDF-1.4\n%") && bytes[10..14].iter().all(|byte| *byte > 127));
    lopdf::Document::load_mem(bytes).expect("a PDF")
}

fn entry<'a>(pdf: &'a lopdf::Document, within: &'a Dictionary, key: &str) -> &'a Object {
    within.get_deref(key.as_bytes(), pdf).unwrap_or_else(|_| panic!("{key} in {within:?}"))
}

fn numbers(object: &Object) -> Vec<f32> {
    object.as_array().expect("an array").iter().map(|side| side.as_float().expect("a number")).collect()
}

/// What each key of the parent tree leads to.
fn keys(pdf: &lopdf::Document) -> Vec<(i64, Object)> {
    let root = entry(pdf, pdf.catalog().expect("a catalog"), "StructTreeRoot").as_dict().expect("a root");
    let tree = entry(pdf, root, "ParentTree").as_dict().expect("a tree");
    let mut keys = Vec::new();
    for leaf in tree.get(b"Kids").and_then(Object::as_array).expect("leaves") {
        let leaf = pdf.get_dictionary(leaf.as_reference().expect("a leaf")).expect("a leaf");
        let found = leaf.get(b"Nums").and_then(Object::as_array).expect("keys");
        let found = found.chunks(2).map(|pair| (pair[0].as_i64().expect("a key"), pair[1].clone()));
        let found: Vec<_> = found.collect();
        let limits = leaf.get(b"Limits").and_then(Object::as_array).expect("limits");
        let all: BTreeSet<i64> = found.iter().map(|(key, _)| *key).collect();
        assert_eq!(limits[0].as_i64().ok(), all.first().copied());
        assert_eq!(limits[1].as_i64().ok(), all.last().copied());
        keys.extend(found);
    }
    keys.sort_by_key(|(key, _)| *key);
    keys
}

/// The element up to the root, each the child of the next; gives back their names.
fn ancestry(pdf: &lopdf::Document, id: ObjectId) -> Vec<String> {
    let element = pdf.get_dictionary(id).expect("an element");
    let Ok(name) = element.get(b"S").and_then(Object::as_name) else { return Vec::new() };
    let parent = element.get(b"P").and_then(Object::as_reference).expect("a parent");
    let kids = pdf.get_dictionary(parent).expect("a parent").get(b"K").expect("children");
    let is_kid = match kids {
        Object::Array(kids) => kids.contains(&Object::Reference(id)),
        only => *only == Object::Reference(id),
    };
    assert!(is_kid, "{kids:?} has no {id:?}");
    let mut names = vec![String::from_utf8_lossy(name).into_owned()];
    names.extend(ancestry(pdf, parent));
    names
}

/// Every mark on every page leads to an element in a language, and every link to its own.
fn check_tags(pdf: &lopdf::Document) {
    let keys = keys(pdf);
    assert!(keys.iter().enumerate().all(|(i, (key, _))| usize::try_from(*key) == Ok(i)), "{keys:?}");
    let leads_to = |key: &Object| &keys[usize::try_from(key.as_i64().expect("a key")).expect("a key")].1;
    for id in pdf.page_iter() {
        let page = pdf.get_dictionary(id).expect("a page");
        let said = leads_to(page.get(b"StructParents").expect("a key")).as_array().expect("elements");
        let content = pdf.get_page_content(id);
        let content = lopdf::content::Content::decode(&content).expect("operations");
        let marks: Vec<_> = content.operations.iter().filter(|op| op.operator == "BDC").collect();
        assert_eq!(marks.len(), said.len());
        let (mut depth, mut names) = (0, Vec::new());
        for operation in &content.operations {
            depth += match operation.operator.as_str() {
                "BDC" | "BMC" => 1,
                "EMC" => -1,
                "Tj" | "TJ" | "f" | "f*" | "S" => {
                    assert_eq!(depth, 1, "{operation:?}");
                    0
                }
                _ => 0,
            };
        }
        for (number, (mark, element)) in marks.iter().zip(said).enumerate() {
            let mcid = mark.operands[1].as_dict().and_then(|marks| marks.get(b"MCID")?.as_i64());
            assert_eq!(mcid.ok(), i64::try_from(number).ok());
            let element = element.as_reference().expect("an element");
            let entries = pdf.get_dictionary(element).expect("an element");
            assert_eq!(entries.get(b"Pg").and_then(Object::as_reference).ok(), Some(id));
            let lang = entries.get(b"Lang").and_then(Object::as_str).expect("a language");
            names.push(format!("{} {}", ancestry(pdf, element).join("<"), String::from_utf8_lossy(lang)));
        }
        let expected =
            ["H1<Document kk", "H2<Document ru", "Figure<Link<P<Document kk", "Link<P<Document ru"];
        assert_eq!(names, expected);
        let links = page.get(b"Annots").and_then(Object::as_array).expect("links");
        assert_eq!(links.len(), 2);
        for link in links {
            let link = pdf.get_dictionary(link.as_reference().expect("a link")).expect("a link");
            let element = leads_to(link.get(b"StructParent").expect("a key")).as_reference().expect("one");
            assert_eq!(ancestry(pdf, element)[0], "Link");
            assert_eq!(link.get(b"F").and_then(Object::as_i64).ok(), Some(4), "printed");
            let words = lopdf::decode_text_string(link.get(b"Contents").expect("words")).expect("words");
            assert!(["Ұжымдық шарттың коды (QR)", "qr.example.kz/7K3-M9Q3"].contains(&words.as_str()));
        }
    }
}

/// The entries of a level of the table of contents, followed by their links to each other.
fn level(pdf: &lopdf::Document, parent: &Dictionary) -> Vec<(String, ObjectId, Dictionary)> {
    let mut entries = Vec::new();
    let mut next = parent.get(b"First").and_then(Object::as_reference).ok();
    while let Some(id) = next {
        let item = pdf.get_dictionary(id).expect("an entry");
        let title = lopdf::decode_text_string(item.get(b"Title").expect("a title")).expect("a title");
        let page = item.get(b"Dest").and_then(Object::as_array).expect("a place")[0].as_reference();
        entries.push((title, page.expect("a page"), item.clone()));
        assert!(entries.len() < 100, "a circle");
        let before = next;
        next = item.get(b"Next").and_then(Object::as_reference).ok();
        match next {
            None => assert_eq!(parent.get(b"Last").and_then(Object::as_reference).ok(), before),
            Some(next) => assert_eq!(
                pdf.get_dictionary(next).and_then(|next| next.get(b"Prev")?.as_reference()).ok(),
                before
            ),
        }
    }
    entries
}

fn outlines(pdf: &lopdf::Document) -> Dictionary {
    entry(pdf, pdf.catalog().expect("a catalog"), "Outlines").as_dict().expect("outlines").clone()
}

#[test]
fn everything_said_is_tagged_in_its_language_and_nothing_else_is() {
    check_tags(&read(&write(&document("x", &[(A4, 0.0), (A5, 0.0)]), &Fonts::new()).expect("a file")));
}

#[test]
fn paper_trim_and_bleed_are_where_they_belong() {
    let sizes = [(A4, 0.0), (A3, SLUG_MM), (A5, 0.0)];
    let pdf = read(&write(&document("x", &sizes), &Fonts::new()).expect("a file"));
    for (id, (size, slug_mm)) in pdf.page_iter().zip(sizes) {
        let page = pdf.get_dictionary(id).expect("a page");
        let inset = |name: &str| {
            let sides = numbers(entry(&pdf, page, name));
            let paper = [size.width_mm + 2.0 * slug_mm, size.height_mm + 2.0 * slug_mm];
            let ends = [sides[0], sides[1], paper[0] / MM_PER_PT - sides[2], paper[1] / MM_PER_PT - sides[3]];
            assert!(ends.iter().all(|end| (end - ends[0]).abs() < 0.01), "{ends:?}");
            ends[0] * MM_PER_PT
        };
        assert!(inset("MediaBox").abs() < 0.01 && (inset("TrimBox") - slug_mm).abs() < 0.01);
        assert_eq!(page.has(b"BleedBox"), slug_mm > 0.0);
        assert!(slug_mm == 0.0 || (inset("BleedBox") - 7.0).abs() < 0.01);
    }
}

#[test]
fn the_file_says_the_same_of_itself_twice_and_in_escaped_words() {
    let title = "№ 54 <мектеп> & «лицей» ]]>";
    let bytes = write(&document(title, &[(A4, 0.0)]), &Fonts::new()).expect("a file");
    let pdf = read(&bytes);
    let info = pdf.trailer.get_deref(b"Info", &pdf).and_then(Object::as_dict).expect("information");
    assert_eq!(lopdf::decode_text_string(info.get(b"Title").expect("a title")).expect("a title"), title);
    let catalog = pdf.catalog().expect("a catalog");
    let packet = &entry(&pdf, catalog, "Metadata").as_stream().expect("a packet").content;
    let packet = String::from_utf8_lossy(packet);
    assert!(packet.contains("<pdfaid:part>1<") && packet.contains("<pdfaid:conformance>B<"), "{packet}");
    assert!(packet.contains("№ 54 &lt;мектеп&gt; &amp; «лицей» ]]&gt;"), "{packet}");
    assert!(packet.contains("2026-11-22T12:00:00+00:00"), "{packet}");
    assert_eq!(entry(&pdf, catalog, "Lang").as_str().ok(), Some(b"kk".as_slice()));
    let intent = &entry(&pdf, catalog, "OutputIntents").as_array().expect("an intent")[0];
    let profile = entry(&pdf, intent.as_dict().expect("an intent"), "DestOutputProfile");
    let profile = profile.as_stream().and_then(lopdf::Stream::decompressed_content).expect("a profile");
    assert_eq!(profile[..4], u32::try_from(profile.len()).expect("small").to_be_bytes());
    assert_eq!(profile[36..40], *b"acsp");
    for forbidden in ["/ObjStm", "/XRef", "/SMask", "/ca ", "/JavaScript", "/Encrypt"] {
        assert!(!bytes.windows(forbidden.len()).any(|part| part == forbidden.as_bytes()), "{forbidden}");
    }
}

#[test]
fn a_font_tells_which_glyphs_it_has_and_what_they_say() {
    let pdf = read(&write(&document("x", &[(A4, 0.0)]), &Fonts::new()).expect("a file"));
    let page = pdf.page_iter().next().expect("a page");
    let fonts = pdf.get_page_fonts(page).expect("fonts");
    assert_eq!(fonts.keys().collect::<Vec<_>>(), [&b"TIZILB".to_vec()], "only the bold one is used");
    let font = fonts.values().next().expect("a font");
    let descendant = entry(&pdf, font, "DescendantFonts").as_array().expect("one")[0].as_reference();
    let descendant = pdf.get_dictionary(descendant.expect("a font")).expect("a font");
    let stream = |within, key| {
        entry(&pdf, within, key).as_stream().and_then(lopdf::Stream::decompressed_content).expect("a stream")
    };
    let present = stream(entry(&pdf, descendant, "FontDescriptor").as_dict().expect("one"), "CIDSet");
    let map = stream(descendant, "CIDToGIDMap");
    let widths = entry(&pdf, descendant, "W").as_array().expect("widths");
    let used: Vec<usize> = widths
        .chunks(2)
        .map(|pair| usize::try_from(pair[0].as_i64().expect("a glyph")).expect("a glyph"))
        .collect();
    let bits: u32 = present.iter().map(|byte| byte.count_ones()).sum();
    assert_eq!(usize::try_from(bits).ok(), Some(used.len() + 1), "the used ones and glyph 0");
    for id in &used {
        assert!(present[id / 8] & (0x80 >> (id % 8)) != 0, "{id} is present");
        assert!(map[2 * id] != 0 || map[2 * id + 1] != 0, "{id} is drawn");
    }
    let says = String::from_utf8(stream(font, "ToUnicode")).expect("ASCII");
    assert!("Ұжымдық".chars().all(|c| says.contains(&format!("<{:04X}>", u32::from(c)))), "{says}");
}

#[test]
fn pages_of_one_name_share_a_bookmark() {
    let pdf = read(&write(&document("x", &[(A4, 0.0); 4]), &Fonts::new()).expect("a file"));
    let pages: Vec<ObjectId> = pdf.page_iter().collect();
    let entries: Vec<(String, ObjectId)> =
        level(&pdf, &outlines(&pdf)).into_iter().map(|(title, page, _)| (title, page)).collect();
    assert_eq!(entries, [("Плакат".to_owned(), pages[0]), ("Парақ".to_owned(), pages[2])]);
}

fn merged(documents: &[Document]) -> Vec<u8> {
    let fonts = Fonts::new();
    let mut merged = Merged::begin(Vec::new()).expect("a file");
    for document in documents {
        merged.add(document, &fonts).expect("written");
    }
    merged.finish("Барлығы").expect("a file")
}

#[test]
fn many_documents_become_one_file_with_their_pages_under_their_titles() {
    let documents = [
        document("Бірінші", &[(A4, 0.0); 3]),
        document("Екінші", &[(A5, 0.0)]),
        document("Үшінші", &[(A3, SLUG_MM)]),
    ];
    let pdf = read(&merged(&documents));
    check_tags(&pdf);
    let pages: Vec<ObjectId> = pdf.page_iter().collect();
    assert_eq!(pages.len(), 5);
    let kits = level(&pdf, &outlines(&pdf));
    let titles: Vec<(&str, ObjectId)> = kits.iter().map(|(title, page, _)| (title.as_str(), *page)).collect();
    assert_eq!(titles, [("Бірінші", pages[0]), ("Екінші", pages[3]), ("Үшінші", pages[4])]);
    assert_eq!(level(&pdf, &kits[0].2).len(), 2);
    let fonts: BTreeSet<ObjectId> = pdf
        .objects
        .iter()
        .filter(|(_, object)| object.type_name().is_ok_and(|name| name == b"FontDescriptor"))
        .map(|(id, _)| *id)
        .collect();
    assert_eq!(fonts.len(), 1, "one subset for all");
}

#[test]
fn the_same_documents_give_the_same_bytes_in_every_thread() {
    let documents = || [document("Бірінші", &[(A4, 0.0)]), document("Екінші", &[(A5, 0.0)])];
    let make = || (write(&documents()[0], &Fonts::new()).expect("a file"), merged(&documents()));
    let here = make();
    let there = std::thread::scope(|scope| scope.spawn(make).join().expect("a file"));
    assert!(here == there);
    let [first, second] = documents();
    assert!(here.1 != merged(&[second, first]), "another order is another file");
}

#[test]
fn a_file_without_pages_is_refused() {
    let empty = document("x", &[]);
    assert!(matches!(write(&empty, &Fonts::new()), Err(PdfError::Empty)));
    assert!(matches!(Merged::begin(Vec::new()).expect("a file").finish("x"), Err(PdfError::Empty)));
    let mut merged = Merged::begin(Vec::new()).expect("a file");
    assert!(matches!(merged.add(&empty, &Fonts::new()), Err(PdfError::Empty)));
}

#[test]
fn a_target_that_takes_no_more_stops_the_work() {
    struct Full(usize);
    impl std::io::Write for Full {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0 = self.0.checked_sub(bytes.len()).ok_or(std::io::ErrorKind::StorageFull)?;
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let mut merged = Merged::begin(Full(2000)).expect("a file");
    let refused = merged.add(&document("x", &[(A4, 0.0)]), &Fonts::new());
    assert!(matches!(refused, Err(PdfError::Write(_))), "{refused:?}");
}
