//! What chairs write to the office, and its answers.

use tizilim::domain::letter::{LETTER_MAX_CHARS, Letter, UNANSWERED_MAX};
use tizilim::domain::role::Role;
use tizilim::domain::{Code, Lang};
use tizilim::phrases::say;

use crate::app::{TestApp, on_each_engine, on_sqlite};
use crate::desk::Desk;
use crate::register;

fn letters(app: &TestApp, school: Code) -> Vec<Letter> {
    app.registry.letters_of(register::organization(&app.registry, school).id).expect("letters")
}

fn write(chair: &Desk<'_>, school: Code, words: &str) -> u16 {
    let fields = [("key", words), ("words", words)];
    chair.post(&format!("/admin/organizations/{school}/letters"), &fields).status
}

#[test]
fn a_letter_is_answered_once_by_the_office_and_erased_a_year_later() {
    on_each_engine(|app| {
        let school = app.schools(&["S1"])[0];
        let chair = Desk::of_chair(app, school, "chair");
        assert_eq!(write(&chair, school, "Жаңа парақ\r\nқашан?"), 303);
        assert_eq!(write(&chair, school, "Жаңа парақ\r\nқашан?"), 303, "a second press");
        let own = letters(app, school);
        assert_eq!(own.len(), 1);
        assert_eq!(own[0].words, "Жаңа парақ\nқашан?");

        let office = Desk::open_as(app, Role::Editor, "editor");
        let page = format!("/admin/letters/{}", own[0].id);
        assert!(office.page("/admin").contains(&page));
        assert!(office.page(&page).contains("Жаңа парақ<br>қашан?"));
        assert_eq!(chair.get(&page).status, 403, "the office answers, not a chair");
        assert_eq!(office.post(&page, &[("words", "")]).status, 422);
        assert!(letters(app, school)[0].answer.is_none());
        assert_eq!(office.post(&page, &[("words", "Ертең <b>")]).status, 303);
        assert_eq!(office.post(&page, &[("words", "Басқа жауап")]).status, 422, "it was answered");
        let shown = chair.page(&format!("/admin/organizations/{school}/letters"));
        assert!(shown.contains("Ертең &#60;b&#62;") || shown.contains("Ертең &lt;b&gt;"), "{shown}");
        assert!(!shown.contains("Басқа жауап"));
        assert!(!office.page("/admin").contains(&page));

        app.set_clock("2027-11-21T06:00:00Z");
        app.registry.erase_settled().expect("nothing yet");
        assert_eq!(letters(app, school).len(), 1);
        app.set_clock("2027-11-23T06:00:00Z");
        app.registry.erase_settled().expect("erased");
        assert!(letters(app, school).is_empty());
    });
}

#[test]
fn what_is_refused_is_not_written() {
    on_sqlite(|app| {
        let schools = app.schools(&["S1", "S2"]);
        let chair = Desk::of_chair(app, schools[0], "chair");
        assert_eq!(write(&chair, schools[0], "  "), 422);
        assert_eq!(write(&chair, schools[0], &"а".repeat(LETTER_MAX_CHARS + 1)), 422);
        assert_eq!(write(&chair, schools[1], "Басқа мектептен"), 403);
        assert!(letters(app, schools[0]).is_empty() && letters(app, schools[1]).is_empty());
        for number in 0..UNANSWERED_MAX {
            assert_eq!(write(&chair, schools[0], &format!("Хат {number}")), 303);
        }
        assert_eq!(write(&chair, schools[0], "Тағы"), 422);
        assert_eq!(letters(app, schools[0]).len(), UNANSWERED_MAX);
    });
}

#[test]
fn a_chair_finds_the_own_things_on_the_first_page() {
    on_sqlite(|app| {
        let school = app.schools(&["S1"])[0];
        let chair = Desk::of_chair(app, school, "chair");
        let page = chair.page("/admin");
        assert!(page.contains(&say(Lang::Ru, "room-title")));
        for way in ["propose", "letters", "check"] {
            assert!(page.contains(&format!("/admin/organizations/{school}/{way}\"")), "{way}");
        }
        assert!(!page.contains(&say(Lang::Ru, "room-unchecked")), "nothing hangs yet");
    });
}
