//! Cold work: what may wait for the database, the disk or a processor. So many pieces of it run at a time, a short queue
//! waits, and the rest is sent away at once, so that warm scans never wait for any of it and memory has an end.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use actix_web::web;
use tokio::sync::Semaphore;

/// Pieces of work that may wait for each piece that runs: a cold page takes some 20 ms, so who waits longest waits for
/// less than a second.
const WAITING_PER_PLACE: usize = 32;

/// How long a piece of work waits: who looks at a phone has given up by then.
const WAIT_MAX: Duration = Duration::from_secs(3);

/// Pieces for each processor that wait for the database rather than for it.
const BESIDE: usize = 2;

/// Visitors at the sign-in: they wait for few passwords to be looked at (see [`Registry`](crate::registry::Registry)), so
/// that they need no processor meanwhile.
const AT_THE_DOOR: usize = 64;

/// Questions to another server at a time: they need no processor, and those of an office in the morning are few.
const ELSEWHERE: usize = 8;

/// The nice value of threads that do cold work: a processor that both want goes to them one time in ten.
const BEHIND: i32 = 10;

/// What those are told to wait who are sent away, in seconds.
const WAIT_S: u64 = 2;

/// The pools of a server: none of them waits for another one's work.
#[derive(Debug)]
pub struct Pools {
    /// Pages of everybody.
    pub pages: Pool,
    /// Pages with the notice that a later edition may not be known: nothing of it waits for the database.
    pub notices: Pool,
    /// What is read for one reader: searches, answers to programs.
    pub work: Pool,
    /// What is printed and drawn, which takes longest.
    pub drawings: Pool,
    /// Pages of people who are signed in.
    pub staff: Pool,
    /// Signing in.
    pub door: Pool,
    /// What asks another server, which may be slow or away.
    pub elsewhere: Pool,
}

impl Default for Pools {
    fn default() -> Self {
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        Self {
            pages: Pool::new(processors + BESIDE),
            notices: Pool::new(processors),
            work: Pool::new(processors),
            drawings: Pool::new(processors),
            staff: Pool::new(processors + BESIDE),
            door: Pool::new(AT_THE_DOOR),
            elsewhere: Pool::new(ELSEWHERE),
        }
    }
}

/// Why a piece of work was not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotDone {
    /// Too much of it waits already; another try may succeed after so many seconds.
    Busy {
        /// The seconds.
        wait_s: u64,
    },
    /// It broke off.
    Broken,
}

/// A pool of a fixed size.
#[derive(Debug, Clone)]
pub struct Pool {
    places: Arc<Semaphore>,
    taken: Arc<Mutex<Taken>>,
    most: usize,
}

/// What runs or waits, in all and for each range of addresses.
#[derive(Debug, Default)]
struct Taken {
    all: usize,
    by_range: HashMap<IpAddr, usize>,
}

/// A piece of work that runs or waits; its end gives its place back.
#[derive(Debug)]
struct Taking {
    pool: Pool,
    range: Option<IpAddr>,
}

impl Drop for Taking {
    fn drop(&mut self) {
        let mut taken = self.pool.taken();
        taken.all -= 1;
        if let Some(range) = self.range
            && let Some(count) = taken.by_range.get_mut(&range)
        {
            *count -= 1;
            if *count == 0 {
                taken.by_range.remove(&range);
            }
        }
    }
}

impl Pool {
    /// A pool in which so many pieces run at a time.
    pub fn new(places: usize) -> Self {
        Self {
            places: Arc::new(Semaphore::new(places)),
            taken: Arc::default(),
            most: places * (1 + WAITING_PER_PLACE),
        }
    }

    /// Does a piece of work for somebody at an address.
    ///
    /// # Errors
    /// What the work gives; [`NotDone`] where too much of it waits already, of all or from one range of addresses, or where
    /// it broke off.
    pub async fn run<T: Send + 'static, E: From<NotDone> + Send + 'static>(
        &self,
        peer: Option<IpAddr>,
        work: impl FnOnce() -> Result<T, E> + Send + 'static,
    ) -> Result<T, E> {
        let taking = self.take(peer)?;
        // The semaphore lives as long as the pool and is never closed.
        let permit = in_time(self.places.clone().acquire_owned()).await?.map_err(|_| NotDone::Broken)?;
        // Work that nobody waits for any more goes on to its end, and keeps its place until then.
        let held = move || {
            behind_scans();
            let done = work();
            drop((permit, taking));
            done
        };
        web::block(held).await.unwrap_or_else(|_| Err(NotDone::Broken.into()))
    }

    fn take(&self, peer: Option<IpAddr>) -> Result<Taking, NotDone> {
        let range = peer.and_then(range);
        let mut taken = self.taken();
        let of_range = range.and_then(|range| taken.by_range.get(&range)).copied().unwrap_or_default();
        // One range may have half of it, so that no single one shuts out all others.
        if taken.all >= self.most || of_range >= self.most / 2 {
            return Err(NotDone::Busy { wait_s: WAIT_S });
        }
        taken.all += 1;
        if let Some(range) = range {
            *taken.by_range.entry(range).or_default() += 1;
        }
        Ok(Taking { pool: self.clone(), range })
    }

    fn taken(&self) -> std::sync::MutexGuard<'_, Taken> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Waits for what others do, as long as anybody waits here.
///
/// # Errors
/// It takes longer.
pub async fn in_time<T>(done: impl Future<Output = T>) -> Result<T, NotDone> {
    let done = tokio::time::timeout(WAIT_MAX, done).await;
    done.map_err(|_| NotDone::Busy { wait_s: WAIT_S })
}

/// Lets the threads that answer warm scans go first, for as long as this thread lives: where all processors are busy, the
/// system gives this one what they leave.
pub fn behind_scans() {
    thread_local! {
        static DONE: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
    }
    // On Linux a nice value belongs to the thread that sets it (setpriority(2)); elsewhere it would be the program's.
    #[cfg(target_os = "linux")]
    if !DONE.replace(true)
        && let Err(error) = rustix::process::setpriority_process(None, BEHIND)
    {
        tracing::debug!(%error, "a thread stays as important as those that answer scans");
    }
}

/// The range that an address belongs to: a /24, or the /48 that one customer has (RFC 6177). None for this machine and for
/// private networks (RFC 1918, RFC 4193): a proxy speaks for everybody.
fn range(address: IpAddr) -> Option<IpAddr> {
    match address.to_canonical() {
        IpAddr::V4(address) if address.is_loopback() || address.is_private() || address.is_link_local() => {
            None
        }
        IpAddr::V4(address) => {
            let [a, b, c, _] = address.octets();
            Some(IpAddr::V4(Ipv4Addr::new(a, b, c, 0)))
        }
        IpAddr::V6(address)
            if address.is_loopback() || address.is_unique_local() || address.is_unicast_link_local() =>
        {
            None
        }
        IpAddr::V6(address) => {
            let [a, b, c, ..] = address.segments();
            Some(IpAddr::V6(Ipv6Addr::new(a, b, c, 0, 0, 0, 0, 0)))
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;
    use std::time::Duration;

    use super::*;

    const SOMEBODY: [u8; 4] = [198, 51, 100, 7];

    fn peer(octets: [u8; 4]) -> Option<IpAddr> {
        Some(IpAddr::from(octets))
    }

    #[test]
    fn ranges_are_those_of_customers_and_a_proxy_has_none() {
        let range_of = |text: &str| range(text.parse().expect("an address")).map(|range| range.to_string());
        assert_eq!(range_of("198.51.100.7").as_deref(), Some("198.51.100.0"));
        assert_eq!(range_of("::ffff:198.51.100.7").as_deref(), Some("198.51.100.0"));
        assert_eq!(range_of("2001:db8:1:2::7").as_deref(), Some("2001:db8:1::"));
        for own in ["127.0.0.1", "::1", "10.1.2.3", "192.168.0.2", "fd00::1", "fe80::1", "169.254.1.1"] {
            assert_eq!(range_of(own), None, "{own}");
        }
    }

    #[actix_web::test]
    async fn what_is_too_much_is_sent_away_and_every_place_is_given_back() {
        let pool = Pool::new(1);
        let (release, waiting) = channel::<()>();
        let held = pool.clone();
        let running = actix_web::rt::spawn(async move {
            held.run(None, move || {
                // Until the test has seen what it wants to see.
                let _ = waiting.recv();
                Ok::<_, NotDone>(())
            })
            .await
        });
        while pool.taken().all == 0 {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        let mut waiters = Vec::new();
        for _ in 0..pool.most / 2 {
            waiters.push(pool.take(peer(SOMEBODY)).expect("a place in the queue"));
        }
        assert!(matches!(pool.take(peer(SOMEBODY)), Err(NotDone::Busy { .. })));
        assert!(matches!(pool.take(peer([198, 51, 100, 99])), Err(NotDone::Busy { .. })));
        assert!(pool.take(peer([203, 0, 113, 1])).is_ok(), "another range has its share");
        while pool.taken().all < pool.most {
            waiters.push(pool.take(None).expect("a place in the queue"));
        }
        let refused = pool.run(None, || Ok::<_, NotDone>(())).await;
        assert_eq!(refused, Err(NotDone::Busy { wait_s: WAIT_S }));
        waiters.clear();
        release.send(()).expect("somebody waits");
        running.await.expect("a thread").expect("an end");
        assert!(pool.run(peer(SOMEBODY), || Ok::<_, NotDone>(())).await.is_ok());
        let taken = pool.taken();
        assert_eq!((taken.all, taken.by_range.len()), (0, 0));
    }
}
