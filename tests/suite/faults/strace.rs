//! `strace` around a process: as a recorder of its calls, and as what kills it at one of them or lets one fail.
//!
//! Owns its arguments and what its lines look like; knows nothing of stores.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Command as Process, Output, Stdio};

use super::writer::Orders;

/// Calls that change what is on a disk, or make it durable. A name that this machine does not have is passed over.
pub const CALLS: [&str; 21] = [
    "openat",
    "write",
    "pwrite64",
    "writev",
    "pwritev",
    "pwritev2",
    "fdatasync",
    "fsync",
    "sync_file_range",
    "ftruncate",
    "fallocate",
    "rename",
    "renameat",
    "renameat2",
    "unlink",
    "unlinkat",
    "mkdir",
    "mkdirat",
    "rmdir",
    "link",
    "linkat",
];

/// Whether there is one that works here; says so if not.
pub fn is_there() -> bool {
    let mut strace = Process::new("strace");
    strace.args(["-f", "-o", "/dev/null", "true"]);
    let done = strace.stderr(Stdio::null()).status();
    let is_there = done.is_ok_and(|it| it.success());
    if !is_there {
        crate::support::skipped("needs strace, and leave to trace");
    }
    is_there
}

/// What is done to a process.
#[derive(Default)]
pub struct Strace {
    /// Where its calls are written down; nowhere without one.
    pub log: Option<PathBuf>,
    /// Only calls that have to do with these files count.
    pub paths: Vec<PathBuf>,
    /// Beside the [`CALLS`].
    pub also: &'static [&'static str],
    /// The arguments of `inject`.
    pub inject: Vec<String>,
}

impl Strace {
    /// Runs a writer to its end.
    pub fn run(&self, orders: &Orders<'_>) -> Output {
        orders.process(Some(self.process())).output().unwrap()
    }

    /// The process that runs another; which one, and its arguments, are still to be said.
    pub fn process(&self) -> Process {
        let mut strace = Process::new("strace");
        // Files by their names, and every byte in hexadecimal: nothing has to be guessed.
        strace.args([
            "-f",
            "-qq",
            "-y",
            "-xx",
            "-s",
            "16777216",
            "-e",
            "signal=none",
        ]);
        strace.arg("-o");
        strace.arg(self.log.as_deref().unwrap_or(Path::new("/dev/null")));
        for path in &self.paths {
            strace.arg("-P").arg(path);
        }
        let calls: Vec<&str> = self.also.iter().chain(&CALLS).copied().collect();
        // A question mark passes over a call that this machine does not have.
        strace.args(["-e", &format!("trace=?{}", calls.join(",?"))]);
        for inject in &self.inject {
            strace.args(["-e", &format!("inject={inject}")]);
        }
        strace
    }
}

/// Of each kind of call about files in a folder, how many a thread made at most; and those files.
pub fn most(calls: &[Call], folder: &Path) -> (BTreeMap<String, u32>, Vec<PathBuf>) {
    let mut counts: BTreeMap<(String, u32), u32> = BTreeMap::new();
    let mut paths = BTreeSet::new();
    for call in calls {
        let files = call.arguments.iter().filter_map(|it| path(it));
        let files: Vec<PathBuf> = files.filter(|it| it.starts_with(folder)).collect();
        if call.begins && !files.is_empty() {
            *counts.entry((call.name.clone(), call.thread)).or_default() += 1;
        }
        paths.extend(files);
    }
    let mut most = BTreeMap::new();
    for ((name, _), count) in counts {
        let of = most.entry(name).or_insert(0);
        *of = count.max(*of);
    }
    (most, paths.into_iter().collect())
}

/// All points at which a life may end that makes so many calls of each kind, in an order that follows from a seed.
pub fn points(most: &BTreeMap<String, u32>) -> Vec<(&str, u32)> {
    let mut points: Vec<(&str, u32)> = Vec::new();
    for (call, count) in most {
        points.extend((1..=*count).map(|n| (call.as_str(), n)));
    }
    fastrand::Rng::with_seed(31).shuffle(&mut points);
    points
}

/// One call as it was written down.
#[derive(Debug, PartialEq, Eq)]
pub struct Call {
    /// The thread.
    pub thread: u32,
    pub name: String,
    pub arguments: Vec<String>,
    /// Whether this is the beginning of a call whose end comes later, the end, or both.
    pub begins: bool,
    pub ends: bool,
    /// What it came to; none for a call that failed, that did not end or that was only pretended.
    pub result: Option<u64>,
}

/// Reads what was written down. A call during which another thread did something is there twice: as it begins, and whole where it ends.
pub fn read(log: &Path) -> Vec<Call> {
    let bytes = std::fs::read(log).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    let mut begun: Vec<(u32, String)> = Vec::new();
    let mut calls = Vec::new();
    for line in text.lines() {
        let Some((thread, line)) = line.split_once(' ') else {
            continue;
        };
        let (thread, line): (u32, _) = (thread.parse().unwrap(), line.trim_start());
        if let Some(begin) = line.strip_suffix(" <unfinished ...>") {
            calls.extend(call(thread, begin, (true, false)));
            begun.push((thread, begin.to_owned()));
        } else if let Some((_, rest)) = line.split_once(" resumed>") {
            let at = begun.iter().position(|it| it.0 == thread);
            let (_, begin) = begun.remove(at.expect("the end of a call that never began"));
            calls.extend(call(thread, &(begin + rest), (false, true)));
        } else {
            calls.extend(call(thread, line, (true, true)));
        }
    }
    calls
}

fn call(thread: u32, line: &str, (begins, ends): (bool, bool)) -> Option<Call> {
    let (name, rest) = line.split_once('(')?;
    let (arguments, result) = rest.rsplit_once(") ").unwrap_or((rest, ""));
    let arguments = arguments.trim_end().trim_end_matches(')');
    let result = result.trim_start().strip_prefix("= ");
    let result = result.filter(|it| !it.contains("(INJECTED)"));
    let digits = |it: &str| {
        it.split(|it: char| !it.is_ascii_digit())
            .next()
            .map(str::to_owned)
    };
    Some(Call {
        thread,
        name: name.to_owned(),
        arguments: arguments.split(", ").map(str::to_owned).collect(),
        begins,
        ends,
        result: result.and_then(digits).and_then(|it| it.parse().ok()),
    })
}

/// The bytes of an argument in quotes.
pub fn bytes(argument: &str) -> Vec<u8> {
    let quoted = argument.trim_start_matches('"').trim_end_matches('"');
    let codes = quoted.split("\\x").skip(1);
    let code = |it: &str| u8::from_str_radix(it.get(..2)?, 16).ok();
    codes.filter_map(code).collect()
}

/// The file that an argument names, in quotes or as a descriptor: `4<\x2f…>`.
pub fn path(argument: &str) -> Option<PathBuf> {
    use std::os::unix::ffi::OsStringExt as _;
    let quoted = match argument.split_once('<') {
        Some((_, path)) => path,
        None => argument.strip_prefix('"')?,
    };
    let bytes = bytes(quoted);
    (!bytes.is_empty()).then(|| std::ffi::OsString::from_vec(bytes).into())
}

/// Number of a descriptor.
pub fn descriptor(argument: &str) -> Option<u32> {
    argument.split('<').next()?.parse().ok()
}
