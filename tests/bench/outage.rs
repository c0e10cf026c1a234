//! What fails, one thing after the other, while three instances are read from and somebody publishes.
//!
//! `cargo bench --bench outage`; after `--`, `--short` for short outages, and
//! `--only WORDS` for those faults alone whose name has these words. Three instances of the program work on one
//! PostgreSQL and one S3-compatible store, each by a way of its own that can be cut. After each fault every instance must be
//! right again, and nothing may be lost or published twice. Every answer is judged: it comes in time, and an edition that is
//! no longer the current one is shown with the notice that a later one may not be known here, or not at all.
//!
//! An instance that is cut off from its database gives that notice once nothing was heard for [`NOTICE_AFTER`]; until then
//! it cannot know what others publish. Everywhere else a second is allowed.

#[expect(dead_code, reason = "the tests ask for more")]
#[path = "../it/ask.rs"]
mod ask;
#[expect(dead_code, reason = "the tests ask for more")]
#[path = "../it/bucket.rs"]
mod bucket;
#[path = "outage/cluster.rs"]
mod cluster;
#[path = "outage/faults.rs"]
mod faults;
#[path = "outage/instance.rs"]
mod instance;
#[expect(dead_code, reason = "other measures ask for more")]
mod program;
#[expect(dead_code, reason = "the tests ask for more")]
#[path = "../it/proxy.rs"]
mod proxy;
#[path = "outage/publisher.rs"]
mod publisher;
#[expect(dead_code, reason = "the tests ask for more")]
#[path = "../it/samples.rs"]
mod samples;
#[path = "outage/truth.rs"]
mod truth;

use std::collections::BTreeMap;
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use bucket::Bucket;
use cluster::{Cluster, USERS};
use faults::{FAULTS, Fault};
use instance::{Instance, Settings, VISIBLE_AFTER};
use proxy::Proxy;
use publisher::{Heard, Publisher};
use truth::{Tally, Truth};

/// How long an instance that hears nothing of its database shows what it knows without a notice, and a second.
const NOTICE_AFTER: Duration = Duration::from_secs(31);

/// Readers of each instance.
const READERS: usize = 2;

/// The longest wait for an instance to be right again: whatever takes longer is not waited for.
const RIGHT_MAX: Duration = Duration::from_secs(60);

/// How soon after a fault somebody can publish again: the note beside the files may have to be written first.
const PUBLISHED_WITHIN: Duration = Duration::from_secs(15);

/// How much longer everything may take where CI shares its machine with others.
const SHARED: u32 = 10;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let is_short = arguments.iter().any(|argument| argument == "--short");
    let only = arguments.iter().position(|argument| argument == "--only");
    let only = only.map_or("", |at| arguments[at + 1].as_str());
    let Some(mut round) = Round::begin(is_short) else { return };
    let started = Instant::now();
    let is_over = Arc::new(AtomicBool::new(false));
    let mut threads = Vec::new();
    for target in round.instances.iter().map(|instance| &instance.target) {
        target.allow(leeway(VISIBLE_AFTER));
        for _ in 0..READERS {
            let (target, truth, is_over) = (target.clone(), round.truth.clone(), is_over.clone());
            let code = round.publisher.code.clone();
            threads.push(std::thread::spawn(move || target.read(&code, &truth, &is_over)));
        }
    }
    let (publisher, truth, over) = (round.publisher.clone(), round.truth.clone(), is_over.clone());
    threads.push(std::thread::spawn(move || publisher.publish_on(&truth, &over)));
    let mut is_good = true;
    for fault in FAULTS.iter().filter(|fault| fault.name.contains(only)) {
        is_good &= round.suffer(fault);
    }
    is_over.store(true, Ordering::SeqCst);
    for thread in threads {
        is_good &= thread.join().is_ok();
    }
    let editions = round.stored().len();
    let verdict = if is_good { "every promise was kept" } else { "A PROMISE WAS BROKEN" };
    println!("{editions} editions, {:.0} s: {verdict}", started.elapsed().as_secs_f64());
    // What it started ends with it, which the end of the process alone would not do.
    drop(round);
    std::process::exit(i32::from(!is_good));
}

/// A limit, with leeway where CI shares its machine.
fn leeway(limit: Duration) -> Duration {
    if std::env::var_os("CI").is_some() { limit * SHARED } else { limit }
}

/// Everything that may fail, those who read and the one who publishes.
struct Round {
    is_short: bool,
    instances: Vec<Instance>,
    proxies: Vec<Proxy>,
    publisher: Arc<Publisher>,
    truth: Arc<Truth>,
    bucket: Bucket,
    cluster: Cluster,
    folder: tempfile::TempDir,
}

impl Round {
    /// Starts everything; none where something is not installed, after the reason is printed.
    fn begin(is_short: bool) -> Option<Self> {
        let cluster = match Cluster::start() {
            Ok(cluster) => cluster,
            Err(why) if std::env::var_os("CI").is_some() => panic!("no PostgreSQL: {why}"),
            Err(why) => {
                println!("skipped, no PostgreSQL: {why}");
                return None;
            }
        };
        let bucket = Bucket::start()?;
        let folder = tempfile::tempdir().expect("a folder");
        let data = |name: &str| folder.path().join(name).join("data");
        let settings = |name: &str, database_url: String| {
            let data = data(name);
            std::fs::create_dir_all(&data).expect("a folder");
            Settings { database_url, endpoint: bucket.endpoint.clone(), data }
        };
        let direct = settings("publisher", cluster.url.clone());
        let added = direct.command(&["document", "add", "--owner", "union", "--kind", "charter"]).output();
        let added = String::from_utf8(added.expect("the program").stdout).expect("UTF-8");
        let code = added.split_whitespace().next().expect("a code").to_owned();
        let proxies: Vec<Proxy> = USERS.iter().map(|_| Proxy::before(&cluster.url)).collect();
        let mut instances = Vec::new();
        for (user, proxy) in USERS.iter().zip(&proxies) {
            let url = proxy.url.replace("//postgres@", &format!("//{user}@"));
            let socket = TcpListener::bind("127.0.0.1:0").expect("a port");
            let port = socket.local_addr().expect("an address").port();
            drop(socket);
            instances.push(Instance::new(settings(user, url), port, &folder.path().join(user).join("log")));
        }
        let by_proxy = settings("publisher", proxies[0].url.clone());
        let publisher = Arc::new(Publisher::new(vec![direct, by_proxy], code));
        let truth = Arc::new(Truth::default());
        assert!(publisher.publish(&mut publisher.turn(), &truth, 0), "{:?}", publisher.turn().refusals);
        instances.iter_mut().for_each(Instance::start);
        Some(Self { is_short, instances, proxies, publisher, truth, bucket, cluster, folder })
    }

    /// Has something fail, waits until everything is right again, and says what was seen. Whether every promise was kept.
    fn suffer(&mut self, fault: &Fault) -> bool {
        self.truth.take();
        let length = Duration::from_secs(if self.is_short { fault.short_s } else { fault.length_s });
        let ended = (fault.run)(self, length);
        let newest = self.newest();
        let right = self.right_again(newest, ended);
        let mut broken = Vec::new();
        if right.is_none_or(|right| right > leeway(fault.right_within)) {
            broken.push(format!("not right again within {:?}", leeway(fault.right_within)));
        }
        for instance in &self.instances {
            instance.target.allow(leeway(VISIBLE_AFTER));
        }
        let published_again = self.publish_again();
        if published_again.is_none() {
            broken.push("nobody can publish".to_owned());
        }
        let refusals = {
            let publisher = self.publisher.clone();
            let mut heard = publisher.turn();
            broken.extend(self.verify(&mut heard));
            std::mem::take(&mut heard.refusals)
        };
        let tally = self.truth.take();
        if fault.reads_on && tally.refused > 0 {
            broken.push(format!("{} readers were sent away", tally.refused));
        }
        if fault.length_s > NOTICE_AFTER.as_secs() && !self.is_short && tally.noticed == 0 {
            broken.push("no page said that it may be old".to_owned());
        }
        print(fault.name, &tally, (right, published_again), &refusals);
        broken.extend(tally.broken.iter().take(10).cloned());
        broken.iter().for_each(|words| println!("    BROKEN: {words}"));
        broken.is_empty()
    }

    /// How long after the end of a fault every instance shows this edition, or a later one, without a notice; none where
    /// that is not awaited any longer.
    fn right_again(&self, newest: u32, ended: Instant) -> Option<Duration> {
        let (code, truth) = (&self.publisher.code, &self.truth);
        std::thread::scope(|scope| {
            let threads: Vec<_> = self
                .instances
                .iter()
                .map(|instance| scope.spawn(|| instance.target.settled(code, newest, truth, RIGHT_MAX)))
                .collect();
            let all = threads.into_iter().map(|thread| thread.join().expect("no panic"));
            let last = all.collect::<Option<Vec<_>>>()?.into_iter().max()?;
            Some(last.saturating_duration_since(ended))
        })
    }

    /// How long it takes until an edition is published again.
    fn publish_again(&self) -> Option<Duration> {
        let started = Instant::now();
        while started.elapsed() < leeway(PUBLISHED_WITHIN) {
            if self.publisher.publish(&mut self.publisher.turn(), &self.truth, 0) {
                return Some(started.elapsed());
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        None
    }

    /// The editions in the database: the number of the attempt, and the ordinal.
    fn stored(&self) -> Vec<(u32, u32)> {
        let sql = "SELECT substring(t.file_name FROM '[0-9]+'), v.ordinal FROM versions v \
                   JOIN texts t ON t.version_id = v.id ORDER BY v.ordinal";
        let rows = self.cluster.ask(cluster::DATABASE, sql).into_iter();
        rows.map(|row| (row[0].parse().expect("a number"), row[1].parse().expect("a number"))).collect()
    }

    /// The newest edition in the database, by the number of the attempt.
    fn newest(&self) -> u32 {
        self.stored().last().map_or(0, |(attempt, _)| *attempt)
    }

    /// What does not fit between what was heard and what is stored.
    fn verify(&self, heard: &mut Heard) -> Vec<String> {
        let mut broken = Vec::new();
        let stored = self.stored();
        for published in &heard.published {
            if !stored.contains(published) {
                broken.push(format!("publication {published:?} is not stored"));
            }
        }
        for (attempt, ordinal) in &stored {
            if !heard.published.iter().any(|(of, _)| of == attempt) {
                heard.published.push((*attempt, *ordinal));
                self.truth.confirm(*attempt);
                self.truth.tally().unheard += 1;
            }
        }
        if !stored.iter().map(|(_, ordinal)| *ordinal).eq((1..).take(stored.len())) {
            broken.push(format!("the ordinals have a gap: {stored:?}"));
        }
        if !stored.is_sorted_by_key(|(attempt, _)| *attempt) {
            broken.push(format!("an edition came twice, or too late: {stored:?}"));
        }
        let leaves = self.cluster.ask(cluster::DATABASE, "SELECT number FROM leaves ORDER BY number");
        let revision = self.cluster.ask(cluster::DATABASE, "SELECT revision FROM state").concat();
        let is_dense = leaves.iter().enumerate().all(|(at, number)| number[0] == at.to_string());
        if !is_dense || revision != [leaves.len().to_string()] {
            broken.push(format!("the ledger has a gap: {leaves:?}, revision {revision:?}"));
        }
        let shown = self.publisher.ways[0].command(&["show", &self.publisher.code]).output();
        let shown = String::from_utf8(shown.expect("the program").stdout).expect("UTF-8");
        let latest = stored.last().map_or(0, |(_, ordinal)| *ordinal);
        if !shown.contains(&format!("\tv{latest}\t")) {
            broken.push(format!("edition v{latest} is the latest one, and the command shows {shown:?}"));
        }
        broken
    }
}

/// Says what was seen of a fault, and each reason for which something was not published, with how often it was given.
fn print(
    name: &str,
    tally: &Tally,
    (right, published): (Option<Duration>, Option<Duration>),
    refusals: &[String],
) {
    let seconds = |time: Option<Duration>| {
        time.map_or("never".to_owned(), |time| format!("{:.2} s", time.as_secs_f64()))
    };
    println!(
        "{name:<40} {:>5} answers, {:>4} with notice, {:>4} 5xx, {:>4} none, slowest {}, old without notice {}, \
         right again {}, published {} ({} unheard), refused {}, again after {}",
        tally.answers,
        tally.noticed,
        tally.refused,
        tally.unanswered,
        seconds(Some(tally.slowest)),
        seconds(Some(tally.oldest)),
        seconds(right),
        tally.published,
        tally.unheard,
        tally.not_published,
        seconds(published),
    );
    let mut counted: BTreeMap<&str, usize> = BTreeMap::new();
    for words in refusals {
        *counted.entry(words).or_default() += 1;
    }
    for (words, count) in counted {
        let words = if words.is_empty() { "killed" } else { words };
        println!("    {count} x {words}");
    }
}
