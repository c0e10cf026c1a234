//! A file of many kits from its first page to its end, and the ways in which it does not come to one.

use std::io::Read as _;
use std::time::{Duration, Instant};

use tizilim::domain::Lang;
use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::lang::Trilingual;
use tizilim::phrases::say;

use crate::app::{ACTOR, Edition, OWN_FORM, TestApp, agent, on_each_engine, on_sqlite};
use crate::batches::{districts, prepared, unpacked};
use crate::desk::Desk;
use crate::prints::kept;

/// The longest wait for a file to end.
const PATIENCE: Duration = Duration::from_secs(60);

/// A school's worth of work for some seconds: thirty of them.
fn thirty_schools(app: &TestApp) {
    let charter = app.document(DocumentKind::Charter);
    app.publish(charter, &Edition::of("2025-01-01").saying(Lang::Kk, "Жарғы"));
    let numbers: Vec<String> = (100..130).map(|number| format!("S{number}")).collect();
    app.schools(&numbers.iter().map(String::as_str).collect::<Vec<_>>());
}

/// Begins a download, and takes as much of it as the reader is asked for.
fn begun(app: &TestApp, desk: &Desk<'_>, page: &str) -> ureq::BodyReader<'static> {
    let request = agent().post(format!("{}{}", app.address, file_of(page))).header("cookie", &desk.cookie);
    let response = request.header(OWN_FORM.0, OWN_FORM.1).send_empty().expect("an answer");
    assert_eq!(response.status().as_u16(), 200);
    response.into_body().into_reader()
}

/// Where the form on a job's page leads.
fn of(page: &str, action: &str) -> String {
    let (path, query) = page.split_once('?').expect("the choices");
    format!("{path}/{action}?{query}")
}

pub fn file_of(page: &str) -> String {
    of(page, "file")
}

fn ended(desk: &Desk<'_>, page: &str, key: &str) -> String {
    let started = Instant::now();
    loop {
        let html = desk.page(page);
        if html.contains(&say(Lang::Ru, key)) {
            return html;
        }
        assert!(started.elapsed() < PATIENCE, "{key}: {html}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_file_that_is_stopped_or_left_breaks_visibly_and_can_be_got_again() {
    on_sqlite(|app| {
        thirty_schools(app);
        let desk = Desk::open(app);
        let job = prepared(&desk, "bundle=zip&kind=school");

        let mut download = begun(app, &desk, &job);
        download.read_exact(&mut [0; 1024]).expect("the beginning");
        assert!(desk.page(&job).contains(&say(Lang::Ru, "prints-running")));
        let busy = desk.post(&file_of(&job), &[]);
        assert_eq!(busy.status, 303, "one download at a time");
        let told = desk.page(busy.header("location"));
        assert!(
            told.contains(&say(Lang::Ru, "prints-busy")) && told.contains(&say(Lang::Ru, "prints-cancel"))
        );
        let live = format!("data-live=\"{}\"", job.replace('&', "&#38;"));
        assert!(told.contains(&live), "the page asks after the job, wherever it was reached: {told}");
        assert_eq!(desk.post(&of(&job, "cancel"), &[]).header("location"), job);
        assert!(download.read_to_end(&mut Vec::new()).is_err(), "no browser takes it for a whole file");
        ended(&desk, &job, "prints-stopped");

        let mut left = begun(app, &desk, &job);
        left.read_exact(&mut [0; 1024]).expect("the beginning");
        drop(left);
        assert!(!ended(&desk, &job, "prints-broken").contains(&say(Lang::Ru, "prints-cancel")));
    });
}

#[test]
fn a_job_that_the_server_does_not_know_leads_back_to_its_choices() {
    on_sqlite(|app| {
        districts(app);
        let desk = Desk::open(app);
        let job = prepared(&desk, "bundle=pdf&kind=school&parts=sheets");
        let (path, query) = job.split_once('?').expect("the choices");
        assert_eq!(query, "bundle=pdf&kind=school&parts=sheets");
        assert_eq!(path.len(), "/admin/prints/".len() + 36, "nobody guesses it: {path}");
        for other in ["/admin/prints/1", "/admin/prints/0a4b7a3e-3f05-4a4f-9a54-000000000000"] {
            let unknown = format!("{other}?{query}");
            let led = [
                desk.get(&unknown),
                desk.post(&file_of(&unknown), &[]),
                desk.post(&of(&unknown, "cancel"), &[]),
            ];
            for reply in led {
                assert_eq!(
                    (reply.status, reply.header("location")),
                    (303, &*format!("/admin/prints?{query}"))
                );
            }
            assert_eq!(desk.get(other).header("location"), "/admin/prints");
        }
        assert!(desk.page(&job).contains(&say(Lang::Ru, "prints-waiting")), "nobody else's job was touched");
    });
}

#[test]
fn a_file_that_is_got_once_more_says_what_is_true_by_then() {
    on_each_engine(|app| {
        districts(app);
        let desk = Desk::open(app);
        let job = prepared(&desk, "bundle=zip&kind=school&parts=sheets");
        let printed = || unpacked(desk.post(&file_of(&job), &[]).body);
        let before = printed();
        assert!(before.len() == 2 && before == printed(), "the same as long as nothing changes");
        let [nine, ten] = ["S9", "S10"].map(|number| app.registry.code_of_number(number).expect("a school"));
        let names = Trilingual::new("Жаңа мектеп", "Новая школа", "");
        app.registry.rename(nine, names, None, ACTOR).expect("a new name");
        app.registry.dissolve(ten, ACTOR).expect("an end");
        assert!(desk.page(&job).contains("2 из 2"), "that is how the last download was");
        let after = printed();
        assert!(after.len() == 1 && after[0].0 == before[0].0 && after[0].1 != before[0].1, "the new name");
        let page = desk.page(&job);
        assert!(page.contains(&say(Lang::Ru, "prints-done")) && page.contains("1 из 1"), "{page}");
        let waiting = prepared(&desk, "bundle=zip&kind=school");
        assert!(desk.page(&waiting).contains("0 из 1"));
        app.registry.dissolve(nine, ACTOR).expect("an end");
        assert!(desk.page(&waiting).contains("0 из 0"));
        let none = desk.post(&file_of(&waiting), &[]);
        assert_eq!((none.status, none.header("location")), (303, "/admin/prints?bundle=zip&kind=school"));
    });
}

#[test]
fn where_every_kit_is_refused_nothing_is_offered_and_the_reason_is_said() {
    on_sqlite(|app| {
        let own = districts(app);
        let desk = Desk::open(app);
        let before = kept(app);
        for bundle in ["zip", "pdf"] {
            let query = format!("bundle={bundle}&kind=kindergarten&parts=sheets&documents={own}");
            let counted = desk.page(&format!("/admin/prints?{query}"));
            assert!(counted.contains(&say(Lang::Ru, "prints-nothing")), "{counted}");
            assert!(counted.contains("S1 ") && counted.contains(&own.grouped()), "why");
            assert!(!counted.contains(&say(Lang::Ru, "prints-prepare")), "nothing to go on with");
            let job = desk.post(&format!("/admin/prints?{query}"), &[]).header("location").to_owned();
            let refused = desk.post(&file_of(&job), &[]);
            assert_eq!((refused.status, refused.header("location")), (303, &*job), "no file at all");
            let page = desk.page(&job);
            assert!(page.contains(&say(Lang::Ru, "prints-nothing")), "{page}");
            assert!(page.contains("S1 ") && page.contains("1 из 1"), "{page}");
        }
        assert_eq!(kept(app), before);
    });
}

#[test]
fn no_more_is_laid_out_at_the_same_time_than_the_server_can_bear() {
    on_sqlite(|app| {
        thirty_schools(app);
        let desk = Desk::open(app);
        let query = "bundle=zip&kind=school";
        let jobs = [prepared(&desk, query), prepared(&desk, query)];
        let third = prepared(&desk, query);
        let downloads = jobs.each_ref().map(|job| {
            let mut download = begun(app, &desk, job);
            download.read_exact(&mut [0; 1024]).expect("the beginning");
            download
        });
        let refused = desk.get(&format!("/admin/prints?{query}"));
        assert_eq!(refused.status, 409);
        let html = refused.text();
        assert!(html.contains(&say(Lang::Ru, "prints-busy")) && !html.contains("Комплектов: 30"), "{html}");
        assert_eq!(desk.post(&file_of(&third), &[]).status, 303);
        assert!(desk.page(&third).contains(&say(Lang::Ru, "prints-waiting")));
        for job in &jobs {
            desk.post(&of(job, "cancel"), &[]);
            ended(&desk, job, "prints-stopped");
        }
        assert!(desk.page(&format!("/admin/prints?{query}")).contains("Комплектов: 30"));
        drop(downloads);
    });
}

#[test]
fn a_chair_prints_no_other_stands() {
    on_sqlite(|app| {
        districts(app);
        let nine = app.registry.code_of_number("S9").expect("a school");
        let desk = Desk::open(app);
        let job = prepared(&desk, "bundle=zip&kind=school");
        let chair = Desk::of_chair(app, nine, "chair");
        let before = kept(app);
        for path in ["/admin/prints", "/admin/prints?bundle=zip", &job] {
            assert_eq!(chair.get(path).status, 403, "{path}");
        }
        for path in ["/admin/prints?bundle=zip", &file_of(&job), &of(&job, "cancel")] {
            assert_eq!(chair.post(path, &[]).status, 403, "{path}");
        }
        assert_eq!(kept(app), before);
        assert!(desk.page(&job).contains(&say(Lang::Ru, "prints-waiting")));
        assert!(!chair.page("/admin").contains("href=\"/admin/prints\""));
    });
}
