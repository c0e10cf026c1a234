//! What may hang on a wall: what is named in Kazakh, in letters that the fonts have.
//!
//! Visual information stands in Kazakh first, then in Russian (Law of the Republic of Kazakhstan "On Languages" of
//! 11 July 1997, article 21).

use super::PressError;
use crate::domain::Lang;
use crate::domain::lang::Trilingual;
use crate::domain::printable::missing_letters;
use crate::print::model::kit::Kit;

/// Refuses a kit that may not hang, or would have boxes in place of letters.
pub(super) fn permit(kit: &Kit) -> Result<(), PressError> {
    if kit.organization.names.get(Lang::Kk).is_none() {
        return Err(PressError::NotInKazakh { code: kit.organization.code });
    }
    // Where there is no title at all the kind is printed, which has a name in every language.
    let is_foreign = |titles: &Trilingual| titles.get(Lang::Kk).is_none() && titles.best(Lang::Kk).is_some();
    if let Some(document) = kit.posted().find(|document| is_foreign(&document.titles)) {
        return Err(PressError::NotInKazakh { code: document.code });
    }
    if let Some(labelled) = kit.clauses.iter().find(|labelled| labelled.names.get(Lang::Kk).is_none()) {
        return Err(PressError::NotInKazakh { code: labelled.document });
    }
    let own = kit.organization.code;
    let of_documents = kit.posted().flat_map(|document| {
        [&document.titles, &document.concerns, &document.short_titles].map(|texts| (document.code, texts))
    });
    let of_clauses = kit.clauses.iter().map(|labelled| (labelled.document, &labelled.names));
    for (code, texts) in
        [(own, &kit.organization.names), (own, &kit.union)].into_iter().chain(of_documents).chain(of_clauses)
    {
        let letters: String =
            Lang::ALL.into_iter().filter_map(|lang| texts.get(lang)).map(missing_letters).collect();
        if !letters.is_empty() {
            return Err(PressError::NoLetters { code, letters });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use skrifa::{FontRef, MetadataProvider as _};

    use super::*;
    use crate::domain::printable::can_be_printed;
    use crate::print::model::samples::{document, kit};

    fn refused(name: [&str; 2], title: [&str; 2]) -> Option<PressError> {
        let documents = vec![document(1, "Шарт", "Договор"), document(2, title[0], title[1])];
        permit(&kit("qr.example.kz", name[0], name[1], documents)).err()
    }

    #[test]
    fn what_has_no_kazakh_name_is_not_printed() {
        let school = ["№ 54 мектеп", "Школа № 54"];
        assert!(refused(school, ["Жарғы", "Устав"]).is_none());
        assert!(refused(school, ["Жарғы", ""]).is_none(), "Kazakh alone may hang");
        assert!(refused(school, ["", ""]).is_none(), "the kind has a name");
        assert!(matches!(refused(school, ["", "Устав"]), Some(PressError::NotInKazakh { .. })));
        assert!(matches!(refused(["", "Школа"], ["Жарғы", ""]), Some(PressError::NotInKazakh { .. })));
    }

    #[test]
    fn the_rule_about_letters_is_what_the_fonts_have() {
        let fonts = [
            &include_bytes!("../../fonts/NotoSans-Regular.ttf")[..],
            include_bytes!("../../fonts/NotoSans-Bold.ttf"),
            include_bytes!("../../fonts/NotoSans-CondensedBold.ttf"),
        ];
        let faces = fonts.map(|bytes| FontRef::new(bytes).expect("a font"));
        for letter in (' '..=char::MAX).filter(|letter| !letter.is_control()) {
            let have = faces.iter().all(|face| face.charmap().map(letter).is_some());
            // The sign of a lost letter has a shape, and is no letter.
            let is_letter = have && !matches!(letter, '\u{FFFC}' | '\u{FFFD}');
            assert_eq!(can_be_printed(letter), is_letter, "U+{:04X}", u32::from(letter));
        }
    }

    #[test]
    fn letters_that_would_be_boxes_are_named() {
        let school = ["№ 54 мектеп", "Школа № 54"];
        let told = |title| match refused(school, ["Жарғы", title]) {
            Some(PressError::NoLetters { letters, .. }) => letters,
            _ => String::new(),
        };
        assert_eq!(told("Устав 中文 📚"), "中文📚");
        let mut labelled = document(1, "Шарт", "Договор");
        labelled.short_titles = Trilingual::new("", "Договор 📚", "");
        let why = permit(&kit("qr.example.kz", school[0], school[1], vec![labelled])).err();
        assert!(matches!(why, Some(PressError::NoLetters { letters, .. }) if letters == "📚"));
        assert_eq!(told("Ә ғ қ ң ө ұ ү һ і Ё № ₸ – « » é § ½ “”"), "");
    }
}
