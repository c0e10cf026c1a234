//! Scans made from texts, as a school's office makes them.

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, GrayImage};
use lopdf::{Document, Object, Stream, dictionary};
use tizilim::text::picture::{PictureSize, draw};

use crate::samples;

/// The side of A4 in points.
const A4: (i64, i64) = (595, 842);

/// The quality that office scanners use.
const QUALITY: u8 = 80;

/// The picture of a page of a sample law, as a scanner makes it at 300 dots per inch.
pub fn picture(name: &str, page: u32) -> GrayImage {
    let png = draw(&samples::law(name), page, PictureSize::Recognition).expect("a picture");
    image::load_from_memory(&png).expect("a PNG").into_luma8()
}

/// A picture as a JPEG.
pub fn jpeg(picture: &GrayImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut bytes, QUALITY);
    DynamicImage::ImageLuma8(picture.clone()).write_with_encoder(encoder).expect("memory");
    bytes
}

/// A PDF each of whose pages is one of these pictures.
pub fn pdf(pictures: &[GrayImage]) -> Vec<u8> {
    pdf_with_layer(pictures, &[])
}

/// The same with these lines of Latin letters unseen over each picture, as a scanner adds what it recognised.
pub fn pdf_with_layer(pictures: &[GrayImage], lines: &[&str]) -> Vec<u8> {
    let shown: String = lines.iter().map(|line| format!("({line}) Tj 0 -16 Td ")).collect();
    let layer = format!("BT 3 Tr /F 11 Tf 60 780 Td {shown}ET");
    let mut file = Document::with_version("1.5");
    let tree = file.new_object_id();
    let font = file.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica", "Encoding" => "WinAnsiEncoding",
    });
    let mut kids: Vec<Object> = Vec::new();
    for picture in pictures {
        let (width, height) = picture.dimensions();
        let image = file.add_object(Stream::new(
            dictionary! {
                "Type" => "XObject", "Subtype" => "Image", "Width" => i64::from(width), "Height" => i64::from(height),
                "ColorSpace" => "DeviceGray", "BitsPerComponent" => 8, "Filter" => "DCTDecode",
            },
            jpeg(picture),
        ));
        let drawing = format!("q {} 0 0 {} 0 0 cm /I Do Q {layer}", A4.0, A4.1);
        let content = file.add_object(Stream::new(dictionary! {}, drawing.into_bytes()));
        let page = file.add_object(dictionary! {
            "Type" => "Page", "Parent" => tree, "MediaBox" => vec![0.into(), 0.into(), A4.0.into(), A4.1.into()],
            "Contents" => content,
            "Resources" => dictionary! {
                "XObject" => dictionary! { "I" => image }, "Font" => dictionary! { "F" => font },
            },
        });
        kids.push(page.into());
    }
    let count = i64::try_from(kids.len()).expect("a count");
    file.objects.insert(tree, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count }.into());
    let catalog = file.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    file.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).expect("memory");
    bytes
}

/// A photo of a blank page, with as many bytes behind it that no reader looks at.
pub fn photo(bytes: usize) -> Vec<u8> {
    let mut photo = jpeg(&GrayImage::from_pixel(60, 90, image::Luma([250])));
    photo.resize(photo.len().max(bytes), 0x20);
    photo
}
