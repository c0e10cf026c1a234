//! The pages of a file as pictures, for those that nobody has read: a scan, a photo, letters without a meaning.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro::hayro_interpret::InterpreterSettings;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::imageops::FilterType;
use image::{
    DynamicImage, ExtendedColorType, GrayImage, ImageDecoder, ImageEncoder, ImageReader, Limits, RgbImage,
};

use super::body::Body;
use super::limits::{MAX_PICTURE_BYTES, MAX_PICTURE_SIDE};
use super::pdf;
use super::recognition::PageWords;
use super::refusal::{Measure, Refusal};
use super::ruling::{self, Ruled};
use crate::domain::media::Media;
use crate::domain::names::names;

names! {
    /// For what a page is drawn.
    pub enum PictureSize {
        /// To be read on a phone.
        Small = "small",
        /// To be looked at closely.
        Large = "large",
        /// To have its words recognised by a program: without losses.
        Recognition = "recognition",
        /// The same without the coloured ink of stamps and signatures; nothing where there is none.
        WithoutColour = "without-colour",
    }
}

/// The width of a page that is drawn to be read on a phone, in pixels.
pub const SMALL_WIDTH: u32 = 960;

/// Points of an inch (ISO 32000-1, 8.3.2.3).
const POINTS_PER_INCH: f32 = 72.0;

/// The resolution at which words are recognised best, in dots per inch: what tesseract's makers advise.
const RECOGNITION_DPI: f32 = 300.0;

/// The qualities that are tried, the best first: a page of fine noise is made smaller at the cost of what nobody sees.
pub(super) const QUALITIES: [u8; 5] = [62, 48, 36, 26, 16];

impl PictureSize {
    /// Its width in pixels, where a page is drawn for people: three pixels for each of a phone's narrowest screen, and what
    /// the smallest print on A4 takes.
    const fn width(self) -> Option<u32> {
        match self {
            Self::Small => Some(SMALL_WIDTH),
            Self::Large => Some(1_800),
            Self::Recognition | Self::WithoutColour => None,
        }
    }

    /// The bytes that a picture has at most: what a slow network takes in less than a second, and in two.
    pub const fn max_bytes(self) -> usize {
        match self {
            Self::Small => 150_000,
            Self::Large => 450_000,
            Self::Recognition | Self::WithoutColour => usize::MAX,
        }
    }

    /// How bright a colour is drawn: as people see it (Rec. ITU-R BT.601), or as pale as its strongest part, so that black
    /// letters under blue or red ink can be read.
    fn brightness(self, [red, green, blue]: [u8; 3]) -> u8 {
        match self {
            Self::WithoutColour => red.max(green).max(blue),
            Self::Small | Self::Large | Self::Recognition => {
                let sum = 299 * u32::from(red) + 587 * u32::from(green) + 114 * u32::from(blue);
                u8::try_from((sum + 500) / 1_000).unwrap_or(u8::MAX)
            }
        }
    }

    /// The media type of the picture.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Small | Self::Large => "image/jpeg",
            Self::Recognition | Self::WithoutColour => "image/png",
        }
    }
}

/// The body of a photographed page: the page, with what is known of its words.
///
/// # Errors
/// [`Refusal::Damaged`] where the picture cannot be read, [`Refusal::TooLarge`].
pub fn read(bytes: &[u8], known: &[PageWords]) -> Result<Body, Refusal> {
    let photo = contained(|| photo(bytes))?;
    Ok(pdf::of_photo((photo.width(), photo.height()), known))
}

/// Draws one page of a file in grey, upright; pages count from 1.
///
/// # Errors
/// [`Refusal::Damaged`] where there is no such page, or it cannot be drawn; what its reader refuses; [`Refusal::TooLarge`].
pub fn draw(bytes: &[u8], page: u32, size: PictureSize) -> Result<Vec<u8>, Refusal> {
    contained(|| {
        let colours = coloured(bytes, page, size)?;
        let mut grey = grey(&colours, size);
        if size == PictureSize::WithoutColour {
            if !has_ink(&colours) {
                return Ok(Vec::new());
            }
            whiten(&mut grey);
        }
        written(&grey, size)
    })
}

/// The lines on one page of a file, on the picture on which its words are recognised.
///
/// # Errors
/// As [`draw`].
pub fn rules(bytes: &[u8], page: u32) -> Result<Vec<Ruled>, Refusal> {
    let size = PictureSize::Recognition;
    contained(|| Ok(ruling::find(&grey(&coloured(bytes, page, size)?, size))))
}

fn coloured(bytes: &[u8], page: u32, size: PictureSize) -> Result<RgbImage, Refusal> {
    match super::sniff(bytes) {
        Some(Media::Pdf) => of_pdf(bytes, page, size),
        Some(Media::Jpeg | Media::Png) if page == 1 => of_photo(bytes, size),
        _ => Err(Refusal::Damaged),
    }
}

fn grey(colours: &RgbImage, size: PictureSize) -> GrayImage {
    let (width, height) = colours.dimensions();
    let pixels = colours.as_raw().chunks_exact(3);
    let grey = pixels.map(|pixel| size.brightness([pixel[0], pixel[1], pixel[2]])).collect();
    GrayImage::from_raw(width, height, grey).unwrap_or_default()
}

/// Whether there is as much coloured ink on a page as the smallest stamp has.
fn has_ink(colours: &RgbImage) -> bool {
    let is_coloured = |[red, green, blue]: [u8; 3]| {
        let (strong, weak) = (red.max(green).max(blue), red.min(green).min(blue));
        strong - weak > INK
    };
    let coloured = colours.pixels().filter(|pixel| is_coloured(pixel.0)).count();
    coloured * INK_SHARE > colours.as_raw().len() / 3
}

/// How far the parts of a colour lie apart from which it is ink, and not paper in the light of a lamp.
const INK: u8 = 40;

/// The share of a page that a small stamp takes: one part of so many.
const INK_SHARE: usize = 1_000;

/// A mistake of a library costs this picture, as if the file were broken.
pub(super) fn contained<T>(make: impl FnOnce() -> Result<T, Refusal>) -> Result<T, Refusal> {
    catch_unwind(AssertUnwindSafe(make)).unwrap_or(Err(Refusal::Damaged))
}

fn of_pdf(bytes: &[u8], number: u32, size: PictureSize) -> Result<RgbImage, Refusal> {
    let pdf = pdf::open(bytes)?;
    let at = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
    let page = at.and_then(|at| pdf.pages().get(at)).ok_or(Refusal::Damaged)?;
    let (width, height) = page.render_dimensions();
    let wanted = size.width().map(|wanted| wanted as f32 / width);
    // A page as large as a poster is drawn no larger than what can be looked at.
    let scale = wanted.unwrap_or(RECOGNITION_DPI / POINTS_PER_INCH).min(MAX_PICTURE_SIDE / width.max(height));
    if !scale.is_normal() || width * scale < 1.0 || height * scale < 1.0 {
        return Err(Refusal::Damaged);
    }
    let drawn = render(
        page,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE },
    );
    let (width, height) = (u32::from(drawn.width()), u32::from(drawn.height()));
    let colours = drawn.data().iter().flat_map(|pixel| [pixel.r, pixel.g, pixel.b]).collect();
    RgbImage::from_raw(width, height, colours).ok_or(Refusal::Damaged)
}

fn of_photo(bytes: &[u8], size: PictureSize) -> Result<RgbImage, Refusal> {
    let photo = photo(bytes)?;
    let width = size.width().unwrap_or(MAX_PICTURE_SIDE as u32).min(photo.width());
    let height = (u64::from(photo.height()) * u64::from(width) / u64::from(photo.width())).max(1);
    let height = u32::try_from(height).map_err(|_| Refusal::Damaged)?;
    let colours = photo.into_rgb8();
    if (width, height) == colours.dimensions() {
        return Ok(colours);
    }
    Ok(image::imageops::resize(&colours, width, height, FilterType::Triangle))
}

/// A photo as it was seen: phones turn the picture by a note beside it (Exif 2.3, Orientation).
pub(super) fn photo(bytes: &[u8]) -> Result<DynamicImage, Refusal> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| Refusal::Damaged)?;
    let mut decoder = reader.into_decoder().map_err(|_| Refusal::Damaged)?;
    let too_large = Refusal::TooLarge { what: Measure::UnpackedBytes, limit: MAX_PICTURE_BYTES };
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MAX_PICTURE_BYTES);
    if decoder.total_bytes() > MAX_PICTURE_BYTES || decoder.set_limits(limits).is_err() {
        return Err(too_large);
    }
    let orientation = decoder.orientation().map_err(|_| Refusal::Damaged)?;
    let mut photo = DynamicImage::from_decoder(decoder).map_err(|_| Refusal::Damaged)?;
    photo.apply_orientation(orientation);
    Ok(photo)
}

/// Makes the paper white, with all that is nearly as bright as it: the pale ink of a stamp, the print of the other side.
fn whiten(grey: &mut GrayImage) {
    let mut counts = [0_u64; 256];
    grey.pixels().for_each(|pixel| counts[usize::from(pixel.0[0])] += 1);
    let mut brighter = u64::from(grey.width()) * u64::from(grey.height()) * BRIGHTEST_PERCENT / 100;
    let paper = (0..=u8::MAX).rev().find(|value| {
        let count = counts[usize::from(*value)];
        let is_reached = count > brighter;
        brighter = brighter.saturating_sub(count);
        is_reached
    });
    let white = u32::from(paper.unwrap_or(u8::MAX)) * WHITE_FROM_PERCENT / 100;
    for pixel in grey.pixels_mut() {
        let value = u32::from(pixel.0[0]) * 255 / white.max(1);
        pixel.0[0] = u8::try_from(value).unwrap_or(u8::MAX);
    }
}

/// The share of a page that is its brightest paper, in percent: on a photo a lamp may light a corner of it.
const BRIGHTEST_PERCENT: u64 = 20;

/// The brightness from which something is as white as the paper, in percent of it.
const WHITE_FROM_PERCENT: u32 = 75;

/// The bytes of a picture: within the limit of its size at the best quality that keeps it.
fn written(grey: &GrayImage, size: PictureSize) -> Result<Vec<u8>, Refusal> {
    let (width, height) = grey.dimensions();
    let mut bytes = Vec::new();
    match size {
        PictureSize::Recognition | PictureSize::WithoutColour => {
            let encoder = PngEncoder::new(&mut bytes);
            encoder.write_image(grey, width, height, ExtendedColorType::L8).map_err(|_| Refusal::Damaged)?;
        }
        PictureSize::Small | PictureSize::Large => {
            for quality in QUALITIES {
                bytes.clear();
                let encoder = JpegEncoder::new_with_quality(&mut bytes, quality);
                encoder
                    .write_image(grey, width, height, ExtendedColorType::L8)
                    .map_err(|_| Refusal::Damaged)?;
                if bytes.len() <= size.max_bytes() {
                    break;
                }
            }
        }
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::body::{Block, ScannedPage, Warning};

    /// A photo of a page of noise, which shrinks least: a bright upper half over a dark one.
    fn noise(width: u32, height: u32) -> RgbImage {
        let mut state = 1_u32;
        RgbImage::from_fn(width, height, |_, y| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let base = if y < height / 2 { 150 } else { 10 };
            let value = base + u8::try_from(state >> 26).expect("six bits");
            image::Rgb([value, value, value])
        })
    }

    fn jpeg(photo: &RgbImage) -> Vec<u8> {
        let mut bytes = Vec::new();
        let encoder = JpegEncoder::new_with_quality(&mut bytes, 90);
        encoder.write_image(photo, photo.width(), photo.height(), ExtendedColorType::Rgb8).expect("memory");
        bytes
    }

    /// The JPEG with the note that it was taken with the camera turned (Exif 2.3: orientation 6, a quarter turn to the
    /// right).
    fn turned(jpeg: &[u8]) -> Vec<u8> {
        let tiff = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
        let note = [b"Exif\0\0".as_slice(), tiff].concat();
        let length = u16::try_from(note.len() + 2).expect("a short note").to_be_bytes();
        [&jpeg[..2], &[0xFF, 0xE1], &length, &note, &jpeg[2..]].concat()
    }

    #[test]
    fn every_picture_stays_below_its_limit() {
        let photo = jpeg(&noise(1_600, 2_260));
        for (size, width) in [(PictureSize::Small, 960), (PictureSize::Large, 1_600)] {
            let picture = draw(&photo, 1, size).expect("a picture");
            assert!(picture.len() <= size.max_bytes(), "{size:?}: {} bytes", picture.len());
            assert_eq!(image::load_from_memory(&picture).expect("a JPEG").width(), width);
        }
    }

    #[test]
    fn a_photo_stands_upright_as_a_page_without_words() {
        let photo = turned(&jpeg(&noise(400, 200)));
        let body = read(&photo, &[]).expect("a page");
        let page = ScannedPage { number: 1, of: 1, width: 595, height: 1_190 };
        assert_eq!(body.blocks, [Block::ScannedPage(page)]);
        assert_eq!(body.warnings, [Warning::PagesWithoutWords { pages: vec![1], of: 1 }]);
        let picture = draw(&photo, 1, PictureSize::Recognition).expect("a picture");
        let upright = image::load_from_memory(&picture).expect("a PNG").into_luma8();
        assert_eq!(upright.dimensions(), (200, 400));
        // What was above stands on the right now.
        assert!(upright.get_pixel(190, 200).0[0] > upright.get_pixel(10, 200).0[0]);
    }

    #[test]
    fn blue_ink_goes_and_black_letters_stay() {
        let blue = image::Rgb([60, 80, 180]);
        let photo = RgbImage::from_fn(300, 300, |x, y| match (x, y) {
            (100..200, 100..200) if y % 10 < 3 => image::Rgb([20, 20, 20]),
            (100..200, 100..200) => blue,
            _ => image::Rgb([250, 250, 245]),
        });
        let grey = |size| {
            let drawn = draw(&jpeg(&photo), 1, size).expect("a picture");
            image::load_from_memory(&drawn).expect("a PNG").into_luma8()
        };
        let (whole, without) = (grey(PictureSize::Recognition), grey(PictureSize::WithoutColour));
        assert!(whole.get_pixel(150, 156).0[0] < 120, "the stamp is seen");
        assert!(without.get_pixel(150, 156).0[0] > 200, "and then it is not");
        assert!(without.get_pixel(150, 151).0[0] < 110, "what is under it is");
        let bare = jpeg(&noise(300, 300));
        assert_eq!(
            draw(&bare, 1, PictureSize::WithoutColour),
            Ok(Vec::new()),
            "there is nothing to be left out"
        );
    }

    #[test]
    fn what_cannot_be_drawn_is_refused() {
        let photo = jpeg(&noise(40, 20));
        for (bytes, page) in
            [(&photo[..], 2), (&photo[..], 0), (&photo[..30], 1), (b"%PDF-1.7\n%%EOF", 1), (b"", 1)]
        {
            assert_eq!(draw(bytes, page, PictureSize::Small), Err(Refusal::Damaged));
        }
    }
}
