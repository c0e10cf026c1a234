//! A database that does not answer: readers are told, nothing waits for long, and everything is right again at once.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use tizilim::domain::Lang;
use tizilim::domain::document_kind::DocumentKind;
use tizilim::registry::{Error, StorageError};

use crate::app::{Edition, TestApp, prompt};
use crate::command::with_each_engine;
use crate::postgres;
use crate::proxy::{Loss, Proxy};
use crate::register;

/// How long an instance of these tests may not have heard from the database before it says so.
const STALE_AFTER: Duration = Duration::from_secs(2);

/// How long the watcher waits for an answer.
const WATCHED: Duration = Duration::from_millis(1500);

/// A part of the notice on a page, in Russian.
const NOTICE: &str = "Сервер потерял связь с реестром";

/// Waits until something is so, no longer than this.
fn within(limit: Duration, what: &str, is_so: impl Fn() -> bool) {
    let started = Instant::now();
    while !is_so() {
        assert!(started.elapsed() < limit, "{what}: not within {limit:?}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Two instances on one database, the second one behind a network that can be cut; none where there is no PostgreSQL.
fn two_instances(test: impl Fn(&TestApp, &TestApp, &Proxy)) {
    let Some(database) = postgres::fresh() else { return };
    let proxy = Proxy::before(&database.url);
    let near = TestApp::on(database);
    let far = TestApp::beside(&near, &proxy.url, STALE_AFTER);
    test(&near, &far, &proxy);
}

/// A program that does something in a database and then nothing more, until the value is dropped.
fn holding(url: &str, sql: &str) -> tokio::runtime::Runtime {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
    let runtime = runtime.expect("a runtime");
    runtime.block_on(async {
        let config = url.parse::<tokio_postgres::Config>().expect("the URL of a server");
        let (client, connection) = config.connect(tokio_postgres::NoTls).await.expect("the server answers");
        tokio::spawn(connection);
        client.batch_execute(sql).await.expect("the statement runs");
        // It lives as long as the runtime.
        tokio::spawn(async move {
            let _client = client;
            std::future::pending::<()>().await;
        });
    });
    runtime
}

#[test]
fn an_instance_that_is_cut_off_without_a_word_says_so_and_is_right_again_at_once() {
    two_instances(|near, far, proxy| {
        let code = near.document(DocumentKind::Charter);
        near.publish(code, &Edition::of("2020-01-01").saying(Lang::Kk, "Бірінші мәтін"));
        let (page, shelf) = (format!("/{code}/ru"), format!("/{}/ru", register::union(&near.registry)));
        within(prompt(), "the first edition", || far.get(&page).text().contains("Бірінші мәтін"));
        assert!(!far.get(&page).header("etag").is_empty() && far.get(&shelf).status == 200);
        proxy.hold();
        near.publish(code, &Edition::of("2021-01-01").saying(Lang::Kk, "Екінші мәтін"));
        within(STALE_AFTER + Duration::from_secs(2), "it says so", || far.get(&page).text().contains(NOTICE));
        let said = far.get(&page);
        assert_eq!((said.status, said.header("cache-control")), (200, "no-store"));
        assert!(said.text().contains("Бірінші мәтін"), "warm pages are served all the same");
        assert!(far.get(&shelf).text().contains(NOTICE), "on every page that was warm");
        let started = Instant::now();
        let ready = far.get("/readyz");
        assert_eq!(ready.status, 503);
        assert!(ready.text().contains("has not answered since"), "{}", ready.text());
        let cold = far.get(&format!("/{code}/v1/en"));
        assert_eq!((cold.status, cold.header("retry-after")), (503, "2"));
        assert!(started.elapsed() < prompt() * 2, "nobody waits for it: {:?}", started.elapsed());
        proxy.release();
        within(prompt() * 2, "the second edition", || far.get(&page).text().contains("Екінші мәтін"));
        let again = far.get(&page);
        assert!(!again.text().contains(NOTICE) && again.header("cache-control") == "no-cache");
        assert_eq!(far.get("/readyz").text(), "ready\n");
        assert_eq!(far.get(&format!("/{code}/v1/en")).status, 200);
    });
}

#[test]
fn connections_that_died_without_a_word_are_replaced() {
    two_instances(|near, far, proxy| {
        let code = near.document(DocumentKind::Charter);
        near.publish(code, &Edition::of("2020-01-01").saying(Lang::Kk, "Бірінші мәтін"));
        let page = format!("/{code}/kk");
        within(prompt(), "the first edition", || far.get(&page).text().contains("Бірінші мәтін"));
        proxy.forget();
        near.publish(code, &Edition::of("2021-01-01").saying(Lang::Kk, "Екінші мәтін"));
        within(Duration::from_secs(5), "the second edition", || {
            far.get(&page).text().contains("Екінші мәтін")
        });
        assert_eq!(far.get("/readyz").status, 200);
    });
}

#[test]
fn readers_who_wait_for_dead_connections_do_not_keep_the_watcher_from_a_new_one() {
    two_instances(|near, far, proxy| {
        let code = near.document(DocumentKind::Charter);
        near.publish(code, &Edition::of("2020-01-01").saying(Lang::Kk, "Бірінші мәтін"));
        let page = format!("/{code}/kk");
        within(prompt(), "the first edition", || far.get(&page).text().contains("Бірінші мәтін"));
        let is_over = AtomicBool::new(false);
        proxy.forget();
        near.publish(code, &Edition::of("2021-01-01").saying(Lang::Kk, "Екінші мәтін"));
        let started = Instant::now();
        std::thread::scope(|scope| {
            for reader in 0..4 {
                let is_over = &is_over;
                // Each asks for pages that are not ready, one after the other, over connections that are new.
                scope.spawn(move || {
                    let days =
                        (1..).map(|day| format!("/{code}/at/20{:02}-01-{:02}", 20 + reader, day % 28 + 1));
                    for path in days.take_while(|_| !is_over.load(Ordering::SeqCst)) {
                        far.get(&path);
                    }
                });
            }
            let is_shown = || far.get(&page).text().contains("Екінші мәтін");
            while !is_shown() && started.elapsed() < WATCHED * 4 {
                std::thread::sleep(Duration::from_millis(20));
            }
            is_over.store(true, Ordering::SeqCst);
            assert!(started.elapsed() < WATCHED + prompt(), "{:?}", started.elapsed());
        });
    });
}

#[test]
fn a_change_that_cannot_be_read_to_its_end_keeps_nobody_for_long() {
    let Some(database) = postgres::fresh() else { return };
    let url = database.url.clone();
    let app = TestApp::on(database);
    let code = app.document(DocumentKind::Charter);
    app.publish(code, &Edition::of("2020-01-01").saying(Lang::Kk, "Бірінші мәтін"));
    let page = format!("/{code}/kk");
    assert!(app.get(&page).text().contains("Бірінші мәтін"));
    let holder = holding(&url, "BEGIN; LOCK TABLE versions IN ACCESS EXCLUSIVE MODE");
    postgres::execute(&url, "UPDATE state SET changes = changes + 1");
    // The watcher has seen by now that something changed.
    std::thread::sleep(Duration::from_millis(300));
    let started = Instant::now();
    assert_eq!(app.get(&format!("/{code}/v1/en")).status, 503);
    assert!(started.elapsed() < WATCHED * 2 + prompt(), "{:?}", started.elapsed());
    drop(holder);
    within(WATCHED + prompt(), "it is read", || app.get(&format!("/{code}/v1/en")).status == 200);
}

#[test]
fn a_register_whose_database_hangs_stops_all_the_same() {
    two_instances(|near, far, proxy| {
        let code = near.document(DocumentKind::Charter);
        within(prompt(), "the document", || far.get(&format!("/{code}")).status == 200);
        proxy.hold();
        let started = Instant::now();
        far.registry.close();
        assert!(started.elapsed() < Duration::from_secs(4), "{:?}", started.elapsed());
    });
}

#[test]
fn somebody_who_writes_for_too_long_does_not_stop_the_others() {
    let Some(database) = postgres::fresh() else { return };
    let url = database.url.clone();
    let app = TestApp::on(database);
    let code = app.document(DocumentKind::Charter);
    let holder = holding(&url, "BEGIN; SELECT id FROM state WHERE id = 1 FOR UPDATE");
    let started = Instant::now();
    let refused = app.registry.begin_draft(code, None, "test");
    assert!(matches!(refused, Err(Error::Storage(StorageError::Busy))), "{refused:?}");
    assert!(started.elapsed() < Duration::from_secs(12), "{:?}", started.elapsed());
    assert_eq!(app.get(&format!("/{code}")).status, 200, "readers notice nothing");
    drop(holder);
    app.registry.begin_draft(code, None, "test").expect("a draft");
}

#[test]
fn a_change_is_made_once_where_only_the_answer_to_that_was_lost() {
    two_instances(|near, far, proxy| {
        let union = register::union(&near.registry);
        let before = register::shelf(&near.registry, union).len();
        proxy.lose(Loss::Answer);
        let code = far.document_of(union, DocumentKind::Charter).expect("it is known that it was saved");
        within(prompt(), "the document", || near.get(&format!("/{code}")).status == 200);
        proxy.lose(Loss::Commit);
        let refused = far.document_of(union, DocumentKind::Charter);
        assert!(matches!(refused, Err(Error::Storage(StorageError::Away(_)))), "{refused:?}");
        assert_eq!(register::shelf(&near.registry, union).len(), before + 1, "the second one is not there");
    });
}

#[test]
fn that_nobody_knows_whether_a_change_is_made_is_said() {
    two_instances(|near, far, proxy| {
        let union = register::union(&near.registry);
        let before = register::shelf(&near.registry, union).len();
        proxy.lose(Loss::Everything);
        let started = Instant::now();
        let said = far.document_of(union, DocumentKind::Charter);
        assert!(matches!(said, Err(Error::Storage(StorageError::Unsettled(_)))), "{said:?}");
        assert!(started.elapsed() < Duration::from_secs(12), "{:?}", started.elapsed());
        within(prompt(), "it is there", || register::shelf(&near.registry, union).len() == before + 1);
        proxy.release();
    });
}

#[test]
fn instances_that_start_at_once_take_turns() {
    with_each_engine(|office| {
        let started = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..4).map(|_| scope.spawn(|| office.run(&["migrate"]))).collect();
            threads.into_iter().map(|thread| thread.join().expect("no panic")).collect::<Vec<_>>()
        });
        assert!(started.iter().all(|said| said.status == 0), "{started:?}");
        let unions = office.done(&["org", "list"]);
        assert_eq!(unions.lines().count(), 1, "{unions}");
    });
}
