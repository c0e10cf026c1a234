//! Lengths as office files write them: plain numbers in the unit of their place, or with a unit of their own.

/// Half-points from a size or a shift: `24`, or `12pt` in Strict files (ISO/IEC 29500-1, 17.18.42).
pub fn half_points(text: &str) -> Option<i64> {
    match text.trim().parse::<i64>() {
        Ok(number) => Some(number),
        Err(_) => points(text).map(|points| (points * 2.0).round() as i64),
    }
}

/// Twentieths of a point from a measure of a page: `11906`, or `210mm` in Strict files.
pub fn twips(text: &str) -> Option<f64> {
    text.trim().parse::<f64>().ok().or_else(|| points(text).map(|points| points * 20.0))
}

/// Points from a length with its unit (ST_UniversalMeasure, and the lengths of VML).
pub fn points(text: &str) -> Option<f64> {
    let text = text.trim();
    let at = text.find(|letter: char| letter.is_ascii_alphabetic())?;
    let (number, unit) = text.split_at(at);
    let points = match unit.trim() {
        "pt" => 1.0,
        "pc" | "pi" => 12.0,
        "in" => 72.0,
        "cm" => 72.0 / 2.54,
        "mm" => 72.0 / 25.4,
        "px" => 0.75,
        _ => return None,
    };
    Some(number.trim().parse::<f64>().ok()? * points)
}

#[cfg(test)]
mod tests {
    use super::{half_points, points, twips};

    #[test]
    fn lengths_are_read_with_and_without_a_unit() {
        assert_eq!(
            (half_points("24"), half_points("12pt"), half_points("-3pt")),
            (Some(24), Some(24), Some(-6))
        );
        assert_eq!(
            (twips("11906"), twips("72pt"), points("2.54cm")),
            (Some(11906.0), Some(1440.0), Some(72.0))
        );
        assert_eq!((half_points("x"), twips(""), points("10"), points("10em")), (None, None, None, None));
    }
}
