//! Landlock (landlock(7)) and seccomp (seccomp(2)): both last until the process ends, and are handed on to what it starts.

use std::collections::BTreeMap;

use landlock::{
    ABI, Access, AccessFs, AccessNet, CompatLevel, Compatible, Ruleset, RulesetAttr, RulesetStatus, Scope,
};
use libc::{AF_UNIX, EACCES, EPERM, PROT_EXEC};
use seccompiler::SeccompCmpArgLen::Dword;
use seccompiler::SeccompCmpOp::{Eq, MaskedEq, Ne};
use seccompiler::{
    BpfProgram, SeccompAction, SeccompCondition, SeccompFilter, SeccompRule, TargetArch, apply_filter,
    apply_filter_all_threads,
};

/// What is refused by Landlock, as far as the kernel knows it: the rights of Linux 6.12. Newer ones are named here once they
/// were looked at.
const RIGHTS: ABI = ABI::V6;

/// The calls with which a process computes, reads and writes what is open, and ends.
const CALLS: [libc::c_long; 30] = [
    libc::SYS_read,
    // An archive is read where its parts stand.
    libc::SYS_lseek,
    libc::SYS_readv,
    libc::SYS_write,
    libc::SYS_writev,
    libc::SYS_close,
    libc::SYS_brk,
    libc::SYS_mremap,
    libc::SYS_munmap,
    libc::SYS_madvise,
    libc::SYS_futex,
    libc::SYS_membarrier,
    libc::SYS_rseq,
    libc::SYS_set_robust_list,
    libc::SYS_sched_yield,
    libc::SYS_sched_getaffinity,
    libc::SYS_rt_sigaction,
    libc::SYS_rt_sigprocmask,
    libc::SYS_rt_sigreturn,
    libc::SYS_sigaltstack,
    libc::SYS_getpid,
    libc::SYS_gettid,
    libc::SYS_clock_gettime,
    libc::SYS_clock_nanosleep,
    libc::SYS_nanosleep,
    libc::SYS_getrandom,
    libc::SYS_getrusage,
    libc::SYS_restart_syscall,
    libc::SYS_exit,
    libc::SYS_exit_group,
];

/// Refuses every file, port and foreign process to this thread; none where the kernel has no Landlock.
pub(super) fn refuse_files() -> Option<()> {
    let rules = Ruleset::default()
        .set_compatibility(CompatLevel::BestEffort)
        .handle_access(AccessFs::from_all(RIGHTS))
        .and_then(|rules| rules.handle_access(AccessNet::from_all(RIGHTS)))
        .and_then(|rules| rules.scope(Scope::from_all(RIGHTS)))
        .and_then(Ruleset::create);
    // Nothing is allowed: there is no rule.
    let status = rules.and_then(|rules| rules.restrict_self()).ok()?;
    (status.ruleset != RulesetStatus::NotEnforced).then_some(())
}

/// Refuses all but [`CALLS`] to all threads of this process; none where the kernel has no seccomp. A refused call fails, so
/// that a library which only tries goes on.
pub(super) fn refuse_calls() -> Option<()> {
    let mut rules: BTreeMap<i64, Vec<SeccompRule>> =
        CALLS.into_iter().map(|call| (call, Vec::new())).collect();
    // Memory that holds code would let a mistake of a reader become a program of another's.
    let without_code = when(2, MaskedEq(PROT_EXEC as u64), 0)?;
    rules.insert(libc::SYS_mmap, vec![without_code.clone()]);
    rules.insert(libc::SYS_mprotect, vec![without_code]);
    // A process that gives up sends itself a signal; others get none.
    rules.insert(libc::SYS_tgkill, vec![when(0, Eq, u64::from(std::process::id()))?]);
    let filter = filter(rules, SeccompAction::Errno(EPERM as u32), SeccompAction::Allow)?;
    apply_filter_all_threads(&filter).ok()
}

/// Refuses to this thread, and to what it starts, every socket that leaves the machine; none where the kernel has no seccomp.
pub(super) fn refuse_networks() -> Option<()> {
    let rules = BTreeMap::from([
        (libc::SYS_socket, vec![when(0, Ne, AF_UNIX as u64)?]),
        // With rings a process would open sockets without a call.
        (libc::SYS_io_uring_setup, Vec::new()),
    ]);
    let filter = filter(rules, SeccompAction::Allow, SeccompAction::Errno(EACCES as u32))?;
    apply_filter(&filter).ok()
}

/// A rule about one argument of a call, counted from 0.
fn when(argument: u8, is: seccompiler::SeccompCmpOp, value: u64) -> Option<SeccompRule> {
    SeccompRule::new(vec![SeccompCondition::new(argument, Dword, is, value).ok()?]).ok()
}

fn filter(
    rules: BTreeMap<i64, Vec<SeccompRule>>,
    otherwise: SeccompAction,
    on_these: SeccompAction,
) -> Option<BpfProgram> {
    let machine = if cfg!(target_arch = "x86_64") {
        TargetArch::x86_64
    } else if cfg!(target_arch = "aarch64") {
        TargetArch::aarch64
    } else {
        return None;
    };
    SeccompFilter::new(rules, otherwise, on_these, machine).ok()?.try_into().ok()
}
