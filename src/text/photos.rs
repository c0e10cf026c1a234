//! Photos of pages become one document: a PDF each of whose pages is one photo, upright, in the order in which they came.
//! What a phone notes beside a picture, such as where it was taken, is left out.

use std::io::Cursor;

use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::imageops::FilterType;
use image::{ColorType, ExtendedColorType, ImageDecoder, ImageEncoder};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::foreign::is_photo_of_phone;
use super::limits::MAX_PHOTOS;
use super::picture::{QUALITIES, contained, photo};
use super::refusal::{ForeignKind, Measure, Refusal};

/// The longest side of a page, in pixels: A4 at 240 dots per inch, which recognition reads as well as 300.
const LONGEST_PX: u32 = 2_800;

/// The width of a page, in points: that of A4.
const WIDTH_PT: u32 = 595;

/// The bytes that all pages have at most, and that one page has at least.
const ALL_MAX_BYTES: usize = 18 << 20;
const ONE_MIN_BYTES: usize = 200_000;

/// The bytes that a page has at most, however few there are: more is not seen.
const ONE_MAX_BYTES: usize = 1_500_000;

/// The bytes that each of so many pages has at most.
pub fn share(photos: usize) -> usize {
    (ALL_MAX_BYTES / photos.max(1)).clamp(ONE_MIN_BYTES, ONE_MAX_BYTES)
}

/// Makes a page of one photo: upright, no larger than what is looked at, a JPEG of at most so many bytes at the best quality
/// that keeps them. One at a time, so that many take no longer than is allowed for one.
///
/// # Errors
/// [`Refusal::Damaged`] where it cannot be read, [`Refusal::Foreign`] where it has the format of phones,
/// [`Refusal::TooLarge`].
pub fn fit(bytes: &[u8], most: usize) -> Result<Vec<u8>, Refusal> {
    if is_photo_of_phone(bytes) {
        return Err(Refusal::Foreign { kind: ForeignKind::Heic });
    }
    contained(|| {
        let photo = photo(bytes)?;
        let is_large = photo.width().max(photo.height()) > LONGEST_PX;
        let photo = if is_large { photo.resize(LONGEST_PX, LONGEST_PX, FilterType::Triangle) } else { photo };
        let photo = photo.into_rgb8();
        let mut jpeg = Vec::new();
        for quality in QUALITIES {
            jpeg.clear();
            let encoder = JpegEncoder::new_with_quality(&mut jpeg, quality);
            encoder
                .write_image(&photo, photo.width(), photo.height(), ExtendedColorType::Rgb8)
                .map_err(|_| Refusal::Damaged)?;
            if jpeg.len() <= most {
                break;
            }
        }
        Ok(jpeg)
    })
}

/// Joins pages that [`fit`] made, as they are.
///
/// # Errors
/// [`Refusal::Damaged`] where one is no such page, [`Refusal::TooLarge`].
pub fn join(pages: &[&[u8]]) -> Result<Vec<u8>, Refusal> {
    Refusal::above(Measure::Pages, pages.len() as u64, MAX_PHOTOS)?;
    contained(|| {
        let mut file = Document::with_version("1.5");
        let tree = file.new_object_id();
        let mut kids: Vec<Object> = Vec::new();
        for jpeg in pages {
            kids.push(page(&mut file, tree, jpeg)?.into());
        }
        let count = i64::try_from(kids.len()).map_err(|_| Refusal::Damaged)?;
        file.objects.insert(tree, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count }.into());
        let catalog = file.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
        file.trailer.set("Root", catalog);
        written(file)
    })
}

/// The same pages in another order, by their numbers: all of them, each once.
///
/// # Errors
/// [`Refusal::Damaged`] where the file was not made by [`join`] or the order is none.
pub fn arrange(bytes: &[u8], order: &[u32]) -> Result<Vec<u8>, Refusal> {
    contained(|| {
        let mut file = Document::load_mem(bytes).map_err(|_| Refusal::Damaged)?;
        let pages = file.get_pages();
        let mut sorted = order.to_vec();
        sorted.sort_unstable();
        if !sorted.iter().eq(pages.keys()) {
            return Err(Refusal::Damaged);
        }
        let kids: Vec<Object> = order.iter().map(|number| pages[number].into()).collect();
        let tree = file.catalog().and_then(|catalog| catalog.get(b"Pages")?.as_reference());
        let tree = tree.map_err(|_| Refusal::Damaged)?;
        let tree = file.get_object_mut(tree).and_then(Object::as_dict_mut).map_err(|_| Refusal::Damaged)?;
        tree.set("Kids", kids);
        written(file)
    })
}

fn written(mut file: Document) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).map_err(|_| Refusal::Damaged)?;
    Ok(bytes)
}

/// Adds a page that is this picture.
fn page(file: &mut Document, tree: ObjectId, jpeg: &[u8]) -> Result<ObjectId, Refusal> {
    let decoder = JpegDecoder::new(Cursor::new(jpeg)).map_err(|_| Refusal::Damaged)?;
    let (width, height) = decoder.dimensions();
    if decoder.color_type() != ColorType::Rgb8 {
        return Err(Refusal::Damaged);
    }
    let image: Dictionary = dictionary! {
        "Type" => "XObject", "Subtype" => "Image", "Width" => i64::from(width), "Height" => i64::from(height),
        "ColorSpace" => "DeviceRGB", "BitsPerComponent" => 8, "Filter" => "DCTDecode",
    };
    let image = file.add_object(Stream::new(image, jpeg.to_vec()).with_compression(false));
    let tall = i64::from(WIDTH_PT) * i64::from(height) / i64::from(width.max(1));
    let drawing = format!("q {WIDTH_PT} 0 0 {tall} 0 0 cm /I Do Q");
    let content = file.add_object(Stream::new(dictionary! {}, drawing.into_bytes()));
    Ok(file.add_object(dictionary! {
        "Type" => "Page",
        "Parent" => tree,
        "MediaBox" => vec![0.into(), 0.into(), i64::from(WIDTH_PT).into(), tall.max(1).into()],
        "Contents" => content,
        "Resources" => dictionary! { "XObject" => dictionary! { "I" => image } },
    }))
}

#[cfg(test)]
mod tests {
    use image::RgbImage;

    use super::*;
    use crate::text::body::{Block, Body};
    use crate::text::picture::{PictureSize, draw};

    /// A photo of one shade, twice as high as wide.
    fn shade(value: u8) -> Vec<u8> {
        let photo = RgbImage::from_pixel(60, 120, image::Rgb([value, value, value]));
        let mut bytes = Vec::new();
        let encoder = JpegEncoder::new(&mut bytes);
        encoder.write_image(&photo, 60, 120, ExtendedColorType::Rgb8).expect("memory");
        bytes
    }

    /// How bright the middle of each page is, to the nearest ten.
    fn shades(pdf: &[u8]) -> Vec<u32> {
        let Body { blocks, .. } = crate::text::read(pdf).expect("a PDF").body;
        let pages = blocks.iter().filter_map(|block| match block {
            Block::ScannedPage(page) => Some(page.number),
            _ => None,
        });
        let shade = |page| {
            let picture = draw(pdf, page, PictureSize::Small).expect("a picture");
            let picture = image::load_from_memory(&picture).expect("a JPEG").into_luma8();
            let (x, y) = (picture.width() / 2, picture.height() / 2);
            (u32::from(picture.get_pixel(x, y).0[0]) + 5) / 10 * 10
        };
        pages.map(shade).collect()
    }

    #[test]
    fn photos_are_pages_in_their_order_and_in_another() {
        let photos = [shade(40), shade(120), shade(200)];
        let photos = photos.map(|photo| fit(&photo, share(3)).expect("a page"));
        let photos: Vec<&[u8]> = photos.iter().map(Vec::as_slice).collect();
        let joined = join(&photos).expect("a PDF");
        assert_eq!(shades(&joined), [40, 120, 200]);
        let arranged = arrange(&joined, &[3, 1, 2]).expect("a PDF");
        assert_eq!(shades(&arranged), [200, 40, 120]);
        for wrong in [&[1, 2][..], &[1, 2, 2], &[1, 2, 4], &[0, 1, 2], &[1, 2, 3, 3]] {
            assert_eq!(arrange(&joined, wrong), Err(Refusal::Damaged), "{wrong:?}");
        }
    }

    #[test]
    fn as_many_photos_as_are_taken_fit_into_one_file() {
        let mut state = 7_u32;
        let noise = RgbImage::from_fn(2_000, 3_000, |_, _| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let value = u8::try_from(state >> 25).expect("seven bits");
            image::Rgb([value + 100, value + 90, value + 80])
        });
        let mut photo = Vec::new();
        JpegEncoder::new(&mut photo)
            .write_image(&noise, 2_000, 3_000, ExtendedColorType::Rgb8)
            .expect("memory");
        let most = share(10);
        let page = fit(&photo, most).expect("a page");
        assert!(page.len() <= most, "{} of {most} bytes", page.len());
        assert!(join(&[page.as_slice(); 10]).expect("a PDF").len() <= ALL_MAX_BYTES + 20_000);
    }

    #[test]
    fn what_is_no_photo_and_too_many_are_refused() {
        assert_eq!(fit(b"%PDF-1.7", share(1)), Err(Refusal::Damaged));
        assert_eq!(join(&[&shade(40), b"%PDF-1.7"]), Err(Refusal::Damaged));
        let photo = shade(40);
        let many = vec![photo.as_slice(); MAX_PHOTOS as usize + 1];
        assert_eq!(join(&many), Err(Refusal::TooLarge { what: Measure::Pages, limit: MAX_PHOTOS }));
    }
}
