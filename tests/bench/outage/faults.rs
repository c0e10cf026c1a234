//! What fails. Each fault says until when it lasted.

use std::path::Path;
use std::process::Stdio;
use std::sync::MutexGuard;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use super::cluster::{Cluster, USERS};
use super::instance::{Instance, Settings, WHATEVER, send};
use super::proxy::Proxy;
use super::publisher::{COMMAND_MAX, Heard};
use super::{NOTICE_AFTER, Round, leeway};

/// How long an instance hears nothing before it takes a connection for dead and opens another one, and a second.
const SILENCE_MAX: Duration = Duration::from_millis(2_750);

/// How soon an instance is right again that never lost its database.
const RIGHT_WITHIN: Duration = Duration::from_secs(1);

/// The same where it has to look for its database first.
const FOUND_WITHIN: Duration = Duration::from_secs(2);

/// How long readers take until they have read each of their pages.
const WARM_WITHIN: Duration = Duration::from_millis(500);

/// How often connections are ended while a fault lasts.
const AGAIN_EVERY: Duration = Duration::from_millis(500);

/// Something that fails.
pub struct Fault {
    /// What happens.
    pub name: &'static str,
    /// How long it lasts, where that can be chosen.
    pub length_s: u64,
    /// The same in a short round.
    pub short_s: u64,
    /// How soon after it every instance is right again.
    pub right_within: Duration,
    /// Readers notice nothing.
    pub reads_on: bool,
    /// Has it happen, and says when it was over.
    pub run: fn(&mut Round, Duration) -> Instant,
}

const fn fault(
    name: &'static str,
    (length_s, short_s): (u64, u64),
    run: fn(&mut Round, Duration) -> Instant,
) -> Fault {
    Fault { name, length_s, short_s, right_within: FOUND_WITHIN, reads_on: false, run }
}

/// Every fault, in order.
pub static FAULTS: [Fault; 16] = [
    Fault { reads_on: true, right_within: RIGHT_WITHIN, ..fault("nothing", (5, 2), nothing) },
    Fault { right_within: SILENCE_MAX, ..fault("all connections die in silence", (0, 0), forget) },
    fault("one instance is cut off in silence", (40, 4), |round, length| hold(round, length, &[0])),
    fault("all instances are cut off in silence", (15, 3), |round, length| hold(round, length, &[0, 1, 2])),
    fault("backends of one instance are ended", (5, 2), |round, length| {
        terminate(round, length, &USERS[..1])
    }),
    fault("all backends are ended", (5, 2), |round, length| {
        terminate(round, length, &[USERS[0], USERS[1], USERS[2], "postgres"])
    }),
    fault("backends of one instance stand still", (15, 3), |round, length| stop(round, length, &USERS[..1])),
    fault("all backends stand still", (15, 3), |round, length| {
        stop(round, length, &[USERS[0], USERS[1], USERS[2], "postgres"])
    }),
    fault("instances and commands are killed", (0, 0), kill),
    fault("PostgreSQL restarts", (0, 0), restart),
    fault("PostgreSQL falls, and is gone for a while", (5, 2), fall),
    Fault { reads_on: true, right_within: RIGHT_WITHIN, ..fault("the store stands still", (30, 5), freeze) },
    fault("an older state is put back", (0, 0), |round, _| {
        put_back(round, &mut round.publisher.turn(), Cluster::put_back)
    }),
    fault("the database is made anew, older", (0, 0), |round, _| {
        put_back(round, &mut round.publisher.turn(), Cluster::make_anew)
    }),
    fault("an older state, while one is cut off", (0, 0), put_back_unseen),
    fault("an older state, while nothing runs", (0, 0), put_back_at_rest),
];

impl Round {
    /// Allows some instances to show an earlier edition without a notice for so long.
    fn allow(&self, instances: &[usize], blind: Duration) {
        for at in instances {
            self.instances[*at].target.allow(blind);
        }
    }

    fn allow_all(&self, blind: Duration) {
        self.allow(&[0, 1, 2], blind);
    }

    /// The turn to publish, once every instance shows the newest edition: nobody publishes while it is held, and readers
    /// have made the pages that they read ready.
    fn warm_turn(&self) -> MutexGuard<'_, Heard> {
        let turn = self.publisher.turn();
        let newest = self.newest();
        for target in self.instances.iter().map(|instance| &instance.target) {
            let _ = target.settled(&self.publisher.code, newest, &self.truth, leeway(RIGHT_WITHIN));
        }
        std::thread::sleep(WARM_WITHIN);
        turn
    }

    /// Publishes some editions, which must succeed, whoever else publishes at the same time.
    fn publish(&self, count: usize) {
        self.publish_in_turn(&mut self.publisher.turn(), count);
    }

    fn publish_in_turn(&self, heard: &mut Heard, count: usize) {
        for _ in 0..count {
            let started = Instant::now();
            while !self.publisher.publish(heard, &self.truth, 0) {
                let refusals = &heard.refusals;
                assert!(started.elapsed() < Duration::from_secs(30), "nobody can publish: {refusals:?}");
                std::thread::sleep(Duration::from_millis(100));
            }
        }
    }
}

fn nothing(_: &mut Round, length: Duration) -> Instant {
    std::thread::sleep(length);
    Instant::now()
}

fn forget(round: &mut Round, _: Duration) -> Instant {
    round.allow_all(leeway(SILENCE_MAX));
    let mut turn = round.warm_turn();
    let begun = Instant::now();
    round.proxies.iter().for_each(Proxy::forget);
    round.publish_in_turn(&mut turn, 1);
    begun
}

fn hold(round: &mut Round, length: Duration, instances: &[usize]) -> Instant {
    round.allow(instances, leeway(NOTICE_AFTER));
    let mut turn = round.warm_turn();
    instances.iter().for_each(|at| round.proxies[*at].hold());
    round.publish_in_turn(&mut turn, 1);
    drop(turn);
    std::thread::sleep(length);
    instances.iter().for_each(|at| round.proxies[*at].release());
    Instant::now()
}

fn terminate(round: &mut Round, length: Duration, users: &[&str]) -> Instant {
    let started = Instant::now();
    loop {
        for process in round.cluster.backends(users) {
            round.cluster.ask("postgres", &format!("SELECT pg_terminate_backend({process})"));
        }
        if started.elapsed() >= length {
            return Instant::now();
        }
        std::thread::sleep(AGAIN_EVERY);
    }
}

fn stop(round: &mut Round, length: Duration, users: &[&str]) -> Instant {
    round.allow_all(leeway(SILENCE_MAX));
    let stopped = round.cluster.backends(users);
    send("-STOP", &stopped);
    std::thread::sleep(length);
    send("-CONT", &stopped);
    Instant::now()
}

fn kill(round: &mut Round, _: Duration) -> Instant {
    for at in 0..USERS.len() {
        round.instances[at].end("-KILL");
        round.publish(1);
        round.instances[at].start();
    }
    for delay_ms in (20..400).step_by(40) {
        let mut heard = round.publisher.turn();
        round.publisher.publish_and_kill(&mut heard, &round.truth, Duration::from_millis(delay_ms));
    }
    Instant::now()
}

fn restart(round: &mut Round, _: Duration) -> Instant {
    round.allow_all(leeway(NOTICE_AFTER));
    round.cluster.control("-m fast restart");
    Instant::now()
}

fn fall(round: &mut Round, length: Duration) -> Instant {
    round.allow_all(leeway(NOTICE_AFTER));
    round.cluster.control("-m immediate stop");
    std::thread::sleep(length);
    round.cluster.control("start");
    Instant::now()
}

fn freeze(round: &mut Round, length: Duration) -> Instant {
    round.bucket.freeze();
    std::thread::sleep(length);
    round.bucket.wake();
    Instant::now()
}

/// Dumps the database, has two more editions published and seen, and puts the dump back. Nobody publishes meanwhile.
fn put_back(round: &Round, heard: &mut Heard, how: fn(&Cluster, &Path)) -> Instant {
    let publisher = &round.publisher;
    let file = round.folder.path().join("dump");
    let kept: Vec<u32> = round.stored().into_iter().map(|(attempt, _)| attempt).collect();
    round.cluster.dump(&file);
    for _ in 0..2 {
        assert!(publisher.publish(heard, &round.truth, 0), "{:?}", heard.refusals);
    }
    let newest = round.newest();
    for target in round.instances.iter().map(|instance| &instance.target) {
        if !target.is_down.load(Ordering::SeqCst) {
            // One that is cut off does not see them.
            let _ = target.settled(&publisher.code, newest, &round.truth, leeway(RIGHT_WITHIN));
        }
    }
    let blind: Vec<Duration> = round.instances.iter().map(|instance| instance.target.blind()).collect();
    round.allow_all(WHATEVER);
    how(&round.cluster, &file);
    round.truth.restore(&kept);
    heard.published.retain(|(attempt, _)| kept.contains(attempt));
    let ended = Instant::now();
    for (instance, blind) in round.instances.iter().zip(blind) {
        instance.target.allow(blind);
    }
    ended
}

/// The same while one instance hears nothing, and before it does the register comes farther than it had been.
fn put_back_unseen(round: &mut Round, _: Duration) -> Instant {
    round.allow(&[0], leeway(NOTICE_AFTER));
    let mut turn = round.warm_turn();
    round.proxies[0].hold();
    put_back(round, &mut turn, Cluster::put_back);
    round.publish_in_turn(&mut turn, 3);
    round.proxies[0].release();
    Instant::now()
}

/// The same while no instance runs: none starts, and nothing is published, until somebody says that it is meant.
fn put_back_at_rest(round: &mut Round, _: Duration) -> Instant {
    round.instances.iter_mut().for_each(|instance| instance.end("-TERM"));
    let publisher = round.publisher.clone();
    let mut turn = publisher.turn();
    put_back(round, &mut turn, Cluster::make_anew);
    let file = round.folder.path().join("publisher/edition-1.docx");
    let (code, file) = (publisher.code.as_str(), file.to_string_lossy());
    let dates = ["--signed-on", "2020-01-01", "--effective-from", "2020-01-01"];
    let publish = [&["publish", "--accept-doubts", code, "--kk", &file][..], &dates].concat();
    let way = &publisher.ways[0];
    for arguments in [&["serve", "--listen", "127.0.0.1:0"], &["show", code][..], &publish] {
        let (status, words) = run(way, arguments);
        if status != Some(1) || !words.contains("is older than the files") {
            round.truth.tally().broken.push(format!("{arguments:?} was not refused: {status:?}, {words}"));
        }
    }
    let (status, words) = run(way, &["adopt"]);
    if status != Some(0) {
        round.truth.tally().broken.push(format!("adopt: {status:?}, {words}"));
    }
    drop(turn);
    round.instances.iter_mut().for_each(Instance::start);
    Instant::now()
}

/// Runs a command that should end soon: its exit status, none where it had to be killed, and what it said.
fn run(way: &Settings, arguments: &[&str]) -> (Option<i32>, String) {
    let mut command = way.command(arguments);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("the program");
    let started = Instant::now();
    while child.try_wait().expect("a child").is_none() && started.elapsed() < COMMAND_MAX {
        std::thread::sleep(Duration::from_millis(10));
    }
    // It is over, if all is well.
    let _ = child.kill();
    let said = child.wait_with_output().expect("a child");
    (said.status.code(), String::from_utf8_lossy(&said.stderr).into_owned())
}
