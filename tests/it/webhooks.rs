//! Webhooks: what changes is told to a program elsewhere, signed, in order, until it arrives, and to nobody in the trial.

use std::time::{Duration, Instant};

use serde_json::Value;
use tizilim::domain::Code;
use tizilim::domain::fact::{EndVerb, FactDetail};
use tizilim::domain::webhook::{Event, WebhookState};
use tizilim::registry::{
    EditionInput, Error, NewWords, Once, Refusal, Registry, WebhookInput, WebhookLog, Withdrawal,
};

use crate::agreements::{pair, sent, table};
use crate::app::{ACTOR, day, on_sqlite};
use crate::receiver::{Received, Receiver};
use crate::schema::complaints;
use crate::trial::{TRIAL, document, edition, on_each_trial, publish};

/// The longest wait until something stands in the register.
const PATIENCE: Duration = Duration::from_secs(30);

/// The sending of a form under a key.
pub fn once(key: &str) -> Once {
    Once::new(ACTOR, key, &[], Duration::from_secs(3600))
}

/// A webhook that somebody wants.
pub fn input(address: &str, events: &[Event]) -> WebhookInput {
    WebhookInput { name: "Сайт".to_owned(), address: address.to_owned(), events: events.to_vec() }
}

/// Adds a webhook of everything; gives its id and its secret.
fn add(registry: &Registry, receiver: &Receiver) -> (String, String) {
    let wanted = input(&receiver.url, &Event::ALL);
    let (webhook, secret) = registry.add_webhook(&wanted, once(&receiver.url), ACTOR).expect("a webhook");
    (webhook.id, secret)
}

fn events(came: &[Received]) -> Vec<String> {
    came.iter().map(Received::event).collect()
}

/// Waits until a webhook is in a state.
fn wait_until(registry: &Registry, id: &str, is_so: impl Fn(&WebhookLog) -> bool) {
    let began = Instant::now();
    while !is_so(&registry.webhook(id).expect("a webhook")) {
        assert!(began.elapsed() < PATIENCE, "{:?}", registry.webhook(id));
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Why something was refused.
pub fn refusal<T: std::fmt::Debug>(result: Result<T, Error>) -> Refusal {
    match result {
        Err(Error::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

#[test]
fn each_change_is_told_once_in_order_and_signed() {
    on_each_trial(|trial| {
        let process = trial.serve();
        let (registry, receiver) = (&process.registry, Receiver::listen());
        let (_, secret) = add(registry, &receiver);
        let code = document(registry);
        publish(registry, code, "Жарғы 1");
        registry.publish_at_once(code, edition("Жарғы 2", Some(1)), ACTOR).expect("a correction");
        let ended = FactDetail::Ended { on: day("2027-01-01"), verb: EndVerb::Repealed };
        registry.record_fact(code, 2, ended, ACTOR).expect("an end");
        registry
            .record_fact(code, 2, FactDetail::Submitted { on: day("2026-11-20") }, ACTOR)
            .expect("a fact");
        registry.withdraw(code, 2, "Иванов И. И. болен", Withdrawal::Withdraw, ACTOR).expect("a withdrawal");
        registry.withdraw(code, 2, "Иванов И. И. болен", Withdrawal::Erase, ACTOR).expect("an erasure");
        receiver.wait_for(6);
        let came = receiver.quiet();
        let kinds = ["created", "published", "corrected", "ended", "withdrawn", "withdrawn"];
        assert_eq!(events(&came), kinds.map(|kind| format!("document.{kind}")));
        for one in &came {
            assert!(one.is_signed_with(&secret), "{one:?}");
            assert_eq!(one.head[0], "POST /in?of=tizilim HTTP/1.1");
            assert_eq!(one.header("content-type"), "application/json");
            assert_eq!(one.header("webhook-timestamp"), trial.clock.now().as_second().to_string());
            assert!(one.header("webhook-id").starts_with("msg_"), "{one:?}");
            assert!(one.body.len() < 2_000 && !one.body.contains("Иванов"), "{}", one.body);
            let data = &one.json()["data"];
            assert_eq!(data["code"], code.as_str());
            assert_eq!(data["page"], format!("{TRIAL}/{code}"));
            assert_eq!(
                (&data["kind"], &data["titles"]["ru"]),
                (&"charter".into(), &"Пробный документ".into())
            );
        }
        let version = |at: usize| came[at].json()["data"]["version"].clone();
        assert_eq!(version(0), Value::Null);
        assert_eq!(version(1)["page"], format!("{TRIAL}/{code}/v1"));
        assert_eq!(
            (&version(1)["effective_from"], &version(1)["languages"][0]),
            (&"2026-01-01".into(), &"kk".into())
        );
        assert_eq!((&version(2)["ordinal"], &version(2)["corrects"]), (&2.into(), &1.into()));
        assert_eq!(version(3)["ended_on"], "2027-01-01");
        assert_eq!((&version(4)["erased"], &version(5)["erased"]), (&false.into(), &true.into()));
        let mut ids: Vec<&str> = came.iter().map(|one| one.header("webhook-id")).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), came.len(), "each has a name of its own");
        as_described(&came);
    });
}

/// Messages are as `/openapi.json` says.
fn as_described(came: &[Received]) {
    on_sqlite(|app| {
        let description: Value = serde_json::from_str(&app.get("/openapi.json").text()).expect("JSON");
        let known: Vec<&String> = description["webhooks"].as_object().expect("webhooks").keys().collect();
        assert_eq!(known.len(), Event::ALL.len(), "{known:?}");
        for one in came {
            let webhook = &description["webhooks"][one.event()]["post"];
            for header in webhook["parameters"].as_array().expect("headers") {
                let name = header["name"].as_str().expect("a name");
                assert!(!one.header(name).is_empty(), "{name}");
            }
            let schema = &webhook["requestBody"]["content"]["application/json"]["schema"];
            let wrong = complaints(&description, schema, &one.json(), "message");
            assert!(wrong.is_empty() && schema["$ref"].is_string(), "{wrong:?}");
        }
    });
}

#[test]
fn what_was_committed_before_a_crash_is_told_afterwards() {
    on_each_trial(|trial| {
        let receiver = Receiver::listen();
        {
            // It ends before it sends anything.
            let registry = trial.open();
            add(&registry, &receiver);
            let code = document(&registry);
            publish(&registry, code, "Жарғы");
        }
        assert!(receiver.came().is_empty());
        let process = trial.serve();
        assert_eq!(events(&receiver.wait_for(2)), ["document.created", "document.published"]);
        drop(process);
        let _process = trial.serve();
        assert_eq!(receiver.quiet().len(), 2, "what arrived is not told again");
    });
}

#[test]
fn what_was_rolled_back_is_told_to_nobody() {
    on_each_trial(|trial| {
        let process = trial.serve();
        let (registry, receiver) = (&process.registry, Receiver::listen());
        let (id, _) = add(registry, &receiver);
        let schools = b"number,name_kk,name_ru,kind,district\nS001,S001 \xd0\xbc\xd0\xb5\xd0\xba\xd1\x82\xd0\xb5\xd0\xbf,\xd0\xa8\xd0\xba\xd0\xbe\xd0\xbb\xd0\xb0 S001,school,\n";
        registry
            .import(&registry.table(schools).expect("a table"), NewWords::Accepted, ACTOR)
            .expect("a school");
        // A dry run makes documents and drafts in transactions that are rolled back.
        let files = pair("S001", "бірінші");
        let plan = registry.plan_intake(sent(registry, &files, &table(&["S001"]))).expect("a plan");
        assert_eq!(plan.lines.len(), 1);
        // Refusals leave nothing either.
        let code = document(registry);
        let nothing = EditionInput { files: Vec::new(), ..edition("", None) };
        assert!(registry.publish_at_once(code, nothing, ACTOR).is_err());
        publish(registry, code, "Жарғы");
        assert!(registry.publish_at_once(code, edition("Жарғы", None), ACTOR).is_err(), "the same bytes");
        receiver.wait_for(2);
        assert_eq!(events(&receiver.quiet()), ["document.created", "document.published"]);
        assert_eq!(registry.webhook(&id).expect("a webhook").latest.len(), 2);
    });
}

#[test]
fn what_is_not_taken_is_tried_again_and_keeps_its_place() {
    on_each_trial(|trial| {
        let process = trial.serve();
        let (registry, receiver) = (&process.registry, Receiver::listen());
        let (id, secret) = add(registry, &receiver);
        receiver.answer(&[500, 302]);
        let code = document(registry);
        publish(registry, code, "Жарғы");
        receiver.wait_for(1);
        assert_eq!(receiver.quiet().len(), 1, "nothing overtakes it, and nothing is tried too soon");
        // What waits first is the last of the list.
        let is_tried = |tries| wait_until(registry, &id, |log| log.latest[1].tries == tries);
        is_tried(1);
        trial.later(5);
        is_tried(2);
        trial.later(299);
        assert_eq!(receiver.quiet().len(), 2, "the next pause is of five minutes");
        trial.later(1);
        let came = receiver.wait_for(4);
        let created = "document.created";
        assert_eq!(events(&came), [created, created, created, "document.published"]);
        assert_eq!(came[0].header("webhook-id"), came[2].header("webhook-id"));
        assert_eq!(came[0].body, came[2].body);
        assert_ne!(came[0].header("webhook-timestamp"), came[2].header("webhook-timestamp"));
        assert!(came.iter().all(|one| one.is_signed_with(&secret)));
        wait_until(registry, &id, |log| log.waiting == 0);
        let tries: Vec<u32> = registry.webhook(&id).expect("it").latest.iter().map(|one| one.tries).collect();
        assert_eq!(tries, [1, 3]);
    });
}

#[test]
fn after_the_last_try_it_stops_and_goes_on_where_it_was() {
    on_each_trial(|trial| {
        let process = trial.serve();
        let (registry, receiver) = (&process.registry, Receiver::listen());
        let (id, _) = add(registry, &receiver);
        receiver.answer(&[503; 10]);
        let code = document(registry);
        for tries in 1..=10 {
            receiver.wait_for(tries);
            wait_until(registry, &id, |log| log.latest[0].tries as usize == tries);
            trial.later(24 * 3600);
        }
        wait_until(registry, &id, |log| log.webhook.state == WebhookState::Failed);
        publish(registry, code, "Жарғы");
        assert_eq!(receiver.quiet().len(), 10, "nothing is sent any more");
        assert_eq!(registry.webhook(&id).expect("it").waiting, 2);
        registry.resume_webhook(&id, ACTOR).expect("it goes on");
        let came = receiver.wait_for(12);
        assert_eq!(events(&came[10..]), ["document.created", "document.published"]);
    });
}

#[test]
fn an_address_that_is_gone_is_told_of_nothing_any_more() {
    on_each_trial(|trial| {
        let process = trial.serve();
        let (registry, receiver) = (&process.registry, Receiver::listen());
        let (id, _) = add(registry, &receiver);
        receiver.answer(&[410]);
        let code = document(registry);
        wait_until(registry, &id, |log| log.webhook.state == WebhookState::Gone);
        publish(registry, code, "Жарғы");
        trial.later(3600);
        assert_eq!(receiver.quiet().len(), 1);
        let log = registry.webhook(&id).expect("it");
        assert_eq!((log.waiting, log.latest.len(), log.latest[0].status), (0, 1, Some(410)));
        for verb in [Registry::pause_webhook, Registry::resume_webhook, Registry::test_webhook] {
            assert_eq!(refusal(verb(registry, &id, ACTOR)), Refusal::NoWebhook);
        }
        registry.remove_webhook(&id, ACTOR).expect("it is removed");
        assert_eq!(refusal(registry.webhook(&id)), Refusal::NoWebhook);
    });
}

#[test]
fn a_paused_one_waits_a_test_arrives_and_two_secrets_sign_for_a_day() {
    on_each_trial(|trial| {
        let process = trial.serve();
        let (registry, receiver) = (&process.registry, Receiver::listen());
        let (id, first) = add(registry, &receiver);
        registry.pause_webhook(&id, ACTOR).expect("a pause");
        document(registry);
        assert!(receiver.quiet().is_empty(), "it waits");
        registry.resume_webhook(&id, ACTOR).expect("it goes on");
        receiver.wait_for(1);
        let (_, second) = registry.renew_webhook_secret(&id, ACTOR).expect("a secret");
        assert_ne!(first, second);
        registry.test_webhook(&id, ACTOR).expect("a test");
        let came = receiver.wait_for(2);
        assert_eq!(
            (came[1].event().as_str(), came[1].json()["data"].to_string().as_str()),
            ("webhook.test", "{}")
        );
        assert!(came[1].is_signed_with(&first) && came[1].is_signed_with(&second));
        assert!(came[1].signatures().len() == 2 && came[0].signatures().len() == 1);
        trial.later(24 * 3600);
        registry.test_webhook(&id, ACTOR).expect("a test");
        let came = receiver.wait_for(3);
        assert!(came[2].is_signed_with(&second) && !came[2].is_signed_with(&first));
        // A month later nothing is known of it.
        trial.set_clock("2026-12-24T06:00:00Z");
        wait_until(registry, &id, |log| log.latest.is_empty());
    });
}

#[test]
fn of_several_processes_one_sends_to_each_address() {
    on_each_trial(|trial| {
        let (one, other) = (trial.serve(), trial.serve());
        let (first, second) = (Receiver::listen(), Receiver::listen());
        add(&one.registry, &first);
        let of_created = input(&second.url, &[Event::Created]);
        other.registry.add_webhook(&of_created, once("second"), ACTOR).expect("a webhook");
        let codes: Vec<Code> =
            (0..10).map(|at| document(if at % 2 == 0 { &one.registry } else { &other.registry })).collect();
        publish(&one.registry, codes[0], "Жарғы");
        first.wait_for(11);
        second.wait_for(10);
        let told = |came: Vec<Received>| -> Vec<String> {
            let code = |one: &Received| one.json()["data"]["code"].as_str().expect("a code").to_owned();
            came.iter().map(code).collect()
        };
        let mut expected: Vec<String> = codes.iter().map(Code::to_string).collect();
        assert_eq!(told(second.quiet()), expected, "in order, once, and only what it asked for");
        expected.push(codes[0].to_string());
        assert_eq!(told(first.quiet()), expected);
    });
}
