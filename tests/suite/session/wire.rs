//! Whatever bytes come, the worst is an error, and what is allocated for them has a limit.

use std::fs;
use std::io::Cursor;
use std::ops::Range;
use std::process::Command as Process;

use proptest::prelude::*;
use smotr::domain::command::{Command, SetValue};
use smotr::domain::ids::{Seq, Timestamp};
use smotr::domain::record::{CommandId, Key};
use smotr::service::link::{Answer, JournalFilter, Kept, News, Request, Unsaved};
use smotr::service::wire::{
    Greeting, MOST_FRAME, MOST_NEWS, MOST_REQUEST, WireError, receive, send, size,
};

use crate::support::world::{COUNT, OPEN, SCHOOL_1, World, cell, entry, set};

/// Most bytes that anything hostile may take.
const MOST_MEMORY: u64 = 2 << 20;

/// Where a command that sets values says how many: behind the variant of the request, the id and the variant of the command.
const COUNT_AT: usize = 4 + 16 + 4;

fn request(values: usize) -> Request {
    let state = World::new().state;
    let Command::SetValues(one) = set(&state, cell(COUNT, SCHOOL_1), entry("7")) else {
        unreachable!();
    };
    Request::Command {
        id: CommandId(7),
        command: Box::new(Command::SetValues(vec![one[0].clone(); values])),
    }
}

/// One of each kind.
fn requests() -> Vec<Request> {
    let here = cell(COUNT, SCHOOL_1);
    let advice = super::advice("Провести проверку");
    let unsaved = Unsaved {
        place: "value 1".into(),
        fields: vec![("entry".into(), "21/".into())],
        at: Timestamp(1),
    };
    let kept = Kept::typed(7, unsaved);
    vec![
        request(4),
        Request::Command {
            id: CommandId(8),
            command: Box::new(advice),
        },
        Request::Shard(OPEN),
        Request::History {
            key: Key::Value(here),
            before: Some(Seq(7)),
        },
        Request::Journal {
            filter: JournalFilter::Indicator(COUNT),
            before: None,
        },
        Request::KeepUnsaved(vec![kept; 3]),
        Request::KeepUnsaved(Vec::new()),
    ]
}

fn bytes_of(request: &Request) -> Vec<u8> {
    let mut bytes = Vec::new();
    send(&mut bytes, request).unwrap();
    bytes
}

#[test]
fn what_is_sent_is_what_comes() {
    for asked in [
        Request::Shard(OPEN),
        request(1),
        request(2_160),
        Request::KeepUnsaved(Vec::new()),
    ] {
        let bytes = bytes_of(&asked);
        let frames = size(&asked).div_ceil(MOST_FRAME as u64);
        assert_eq!(bytes.len() as u64, size(&asked) + 4 * frames);
        let mut from = Cursor::new(bytes);
        let came: Request = receive(&mut from, MOST_REQUEST).unwrap();
        assert_eq!(came, asked);
        assert!(matches!(
            receive::<Request>(&mut from, MOST_REQUEST),
            Err(WireError::Gone)
        ));
    }
}

#[test]
fn a_message_cut_anywhere_is_cut() {
    let bytes = bytes_of(&request(3));
    for end in 1..bytes.len() {
        assert!(matches!(
            receive::<Request>(&mut &bytes[..end], MOST_REQUEST),
            Err(WireError::Cut)
        ));
    }
}

#[test]
fn a_message_beyond_the_limit_is_refused_before_it_is_whole() {
    let news = News::Answer {
        id: CommandId(1),
        answer: Answer::Unknown,
    };
    let mut bytes = Vec::new();
    send(&mut bytes, &news).unwrap();
    assert!(receive::<News>(&mut &bytes[..], bytes.len()).is_ok());
    assert!(matches!(
        receive::<News>(&mut &bytes[..], bytes.len() - 5),
        Err(WireError::TooLong { .. })
    ));
    // It stops at the limit, not where the frames stop.
    let mut endless = Cursor::new(bytes_of(&request(200_000)));
    assert!(matches!(
        receive::<Request>(&mut endless, MOST_REQUEST),
        Err(WireError::TooLong { most: MOST_REQUEST })
    ));
    let read = endless.position() as usize;
    assert!(read <= MOST_REQUEST + MOST_FRAME, "{read} bytes were read");
}

proptest! {
    #[test]
    fn any_bytes_are_a_message_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = Greeting::receive(&mut &bytes[..]);
        let _ = receive::<Request>(&mut &bytes[..], MOST_REQUEST);
        let _ = receive::<News>(&mut &bytes[..], MOST_NEWS);
        let mut framed = (u32::try_from(bytes.len()).unwrap() | 1 << 31).to_be_bytes().to_vec();
        framed.extend(&bytes);
        let _ = receive::<Request>(&mut &framed[..], MOST_REQUEST);
        let _ = receive::<News>(&mut &framed[..], MOST_NEWS);
    }

    #[test]
    fn a_damaged_request_is_a_request_or_an_error(
        which in 0..7_usize,
        at in any::<prop::sample::Index>(),
        bits in 1..=u8::MAX,
    ) {
        let mut bytes = bytes_of(&requests()[which]);
        let at = at.index(bytes.len());
        bytes[at] ^= bits;
        let _ = receive::<Request>(&mut &bytes[..], MOST_REQUEST);
    }
}

/// Frames that claim, promise and repeat as much as they can.
fn hostile() -> Vec<Vec<u8>> {
    let whole = |payload: &[u8]| {
        let mut bytes = Vec::new();
        let mut chunks = payload.chunks(MOST_FRAME).peekable();
        while let Some(chunk) = chunks.next() {
            let last = if chunks.peek().is_none() { 1 << 31 } else { 0 };
            let head = u32::try_from(chunk.len()).unwrap() | last;
            bytes.extend(head.to_be_bytes());
            bytes.extend(chunk);
        }
        bytes
    };
    let one = bytes_of(&request(1));
    let payload = &one[4..];
    let count = COUNT_AT;
    let mut claims = payload.to_vec();
    claims[count..count + 8].copy_from_slice(&u64::MAX.to_be_bytes());
    let mut promises = claims.clone();
    promises[count..count + 8].copy_from_slice(&(1_u64 << 20).to_be_bytes());
    // As many values as fit, each of the fewest bytes, and the last of them cut.
    let value = &payload[count + 8..];
    let mut repeats = payload[..count].to_vec();
    let many = (MOST_REQUEST - count - 8) / value.len();
    repeats.extend((many as u64 + 1).to_be_bytes());
    repeats.extend(value.repeat(many));
    let mut zeroes = payload[..count].to_vec();
    zeroes.extend(u64::MAX.to_be_bytes());
    zeroes.resize(MOST_REQUEST, 0);
    // Every kind of request and of command, as if it began with a list without end of the smallest things there are.
    let endless = |head: &[&[u8]]| {
        let mut bytes = head.concat();
        bytes.extend(u64::MAX.to_be_bytes());
        bytes.resize(MOST_REQUEST, 0);
        whole(&bytes)
    };
    let requests = (1..10_u32).map(|it| endless(&[&it.to_be_bytes()]));
    let commands = (0..48_u32).map(|it| endless(&[&payload[..4 + 16], &it.to_be_bytes()]));
    let texts: Vec<u8> = 3_u32.to_be_bytes().into_iter().chain([0xff; 16]).collect();
    let plain = [&claims, &promises, &repeats, &zeroes, &texts];
    let plain = plain.into_iter().map(|it| whole(it));
    plain.chain(requests).chain(commands).collect()
}

fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|it| it.starts_with("VmHWM")).unwrap();
    let kilobytes: u64 = line.split_whitespace().nth(1).unwrap().parse().unwrap();
    kilobytes << 10
}

const WHICH: &str = "SMOTR_TEST_HOSTILE";
/// Planted: whoever decodes makes room for what is promised.
const PLANTED: &str = "SMOTR_TEST_HOSTILE_PLANTED";

/// Not a test by itself: what decoding takes is seen in a process that does nothing else.
#[test]
fn child_that_decodes() {
    let Ok(which) = std::env::var(WHICH) else {
        return;
    };
    let bytes = hostile().remove(which.parse().unwrap());
    // What the program itself takes to decode such bytes is there before.
    let mut few = bytes[4..bytes.len().min(516)].to_vec();
    let head = 1 << 31 | u32::try_from(few.len()).unwrap();
    few.splice(0..0, head.to_be_bytes());
    assert!(receive::<Request>(&mut &few[..], MOST_REQUEST).is_err());
    // The peak so far is forgotten.
    fs::write("/proc/self/clear_refs", "5").unwrap();
    let before = peak();
    if std::env::var_os(PLANTED).is_some() {
        let promised = bytes.get(4 + COUNT_AT..).and_then(<[u8]>::first_chunk);
        let promised = promised.map_or(0, |it| u64::from_be_bytes(*it));
        let promised = promised.min(1 << 20) as usize;
        drop(vec![1_u8; promised * size_of::<SetValue>()]);
    }
    let came = receive::<Request>(&mut &bytes[..], MOST_REQUEST);
    assert!(came.is_err(), "{which} is a request");
    println!("took {}", peak() - before);
}

/// The number of each of these frames that takes more than it may, and its bytes.
fn large(of: Range<usize>, planted: bool) -> Vec<(usize, u64)> {
    let mut large = Vec::new();
    for which in of {
        let mut child = Process::new(std::env::current_exe().unwrap());
        child
            .args([
                "--exact",
                "session::wire::child_that_decodes",
                "--nocapture",
            ])
            .env(WHICH, which.to_string());
        if planted {
            child.env(PLANTED, "1");
        }
        let said = child.output().unwrap().stdout;
        let said = String::from_utf8_lossy(&said);
        let (_, took) = said.split_once("took ").expect(&said);
        let took: u64 = took.lines().next().unwrap().trim().parse().unwrap();
        if took > MOST_MEMORY {
            large.push((which, took));
        }
    }
    large
}

#[test]
fn hostile_frames_take_little_memory() {
    assert_eq!(large(0..hostile().len(), false), []);
}

#[test]
fn planted_a_reader_that_makes_room_for_what_is_promised_is_caught() {
    let large = large(0..4, true);
    assert!(large.len() > 1, "{large:?}");
}
