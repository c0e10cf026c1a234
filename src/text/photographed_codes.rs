//! The QR codes on a photo of a whole stand: what each of them says.

use image::imageops::FilterType;
use image::{DynamicImage, GrayImage};
use rxing::common::{GlobalHistogramBinarizer, HybridBinarizer};
use rxing::multi::MultipleBarcodeReader;
use rxing::qrcode::cpp_port::QrReader;
use rxing::{BarcodeFormat, Binarizer, BinaryBitmap, DecodeHints, Luma8LuminanceSource};

use super::foreign::is_photo_of_phone;
use super::picture::{contained, photo};
use super::refusal::{ForeignKind, Refusal};

/// The longest sides in pixels at which a photo is looked at: small codes are found on the large picture, and those that
/// are blurred or grainy on the smaller ones.
const SIDES_PX: [u32; 4] = [4_200, 2_800, 1_800, 1_100];

/// What the codes on a photo say, each once.
///
/// # Errors
/// [`Refusal::Damaged`] where the photo cannot be read, [`Refusal::Foreign`] where it has the format of phones,
/// [`Refusal::TooLarge`].
pub fn read(bytes: &[u8]) -> Result<Vec<String>, Refusal> {
    if is_photo_of_phone(bytes) {
        return Err(Refusal::Foreign { kind: ForeignKind::Heic });
    }
    contained(|| {
        let photo = photo(bytes)?;
        let longest = photo.width().max(photo.height());
        let mut grey = DynamicImage::ImageLuma8(photo.into_luma8());
        let mut found = Vec::new();
        for (at, side) in SIDES_PX.into_iter().enumerate() {
            let is_smaller = longest > side;
            if is_smaller {
                grey = grey.resize(side, side, FilterType::Triangle);
            }
            // A photo that is smaller than the largest picture is looked at as it is, once.
            if is_smaller || at == 0 || SIDES_PX[at - 1] > longest && found.is_empty() {
                for said in on(grey.to_luma8()) {
                    if !found.contains(&said) {
                        found.push(said);
                    }
                }
            }
        }
        Ok(found)
    })
}

/// What is said on one picture, where black and white are told apart by what is around, and by the whole of it.
fn on(grey: GrayImage) -> Vec<String> {
    let (width, height) = grey.dimensions();
    let source = || Luma8LuminanceSource::new(grey.as_raw().clone(), width, height).ok();
    let mut said = source().map(|source| among(HybridBinarizer::new(source))).unwrap_or_default();
    said.extend(source().map(|source| among(GlobalHistogramBinarizer::new(source))).unwrap_or_default());
    said
}

fn among(picture: impl Binarizer) -> Vec<String> {
    let hints = DecodeHints {
        PossibleFormats: Some([BarcodeFormat::QR_CODE].into()),
        TryHarder: Some(true),
        ..DecodeHints::default()
    };
    let found = QrReader.decode_multiple_with_hints(&mut BinaryBitmap::new(picture), &hints);
    found.unwrap_or_default().iter().map(|code| code.getText().to_owned()).collect()
}
