//! Messages as bytes on a socket: a greeting that every version can read, then messages in frames.
//!
//! Owns the protocol's number and its limits. Knows neither who speaks nor what is said.
//!
//! Invariant: bytes are decoded from a slice that is whole, under a limit and to the last byte; nothing is allocated because a
//! message says how long it is going to be. Whatever comes, the worst is an error.

mod greeting;

use std::io::{self, Read, Write};

use bincode::Options as _;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::link::Welcome;

pub use greeting::{Greeting, PROTOCOL};

/// Most bytes of one frame.
pub const MOST_FRAME: usize = 128 << 10;

/// Most bytes of what a client asks at once: a sheet of 60 by 36 cells is half of it. Decoded, the smallest values take some eight
/// times as much.
pub const MOST_REQUEST: usize = 192 << 10;

/// Most bytes of what a server tells at once: a period of 42 000 values takes some eight millions.
pub const MOST_NEWS: usize = 256 << 20;

/// The bit of a frame's length that says that the message ends with it.
const LAST: u32 = 1 << 31;

/// Why a message did not come.
#[derive(Debug, thiserror::Error)]
pub enum WireError {
    /// The other end has gone; nothing was cut by it.
    #[error("the other end has gone")]
    Gone,
    /// The other end has gone, or fell silent, in the middle of a message.
    #[error("a message was cut")]
    Cut,
    /// A message or a frame is longer than its limit.
    #[error("a message is longer than {most} bytes")]
    TooLong {
        /// The limit.
        most: usize,
    },
    /// The bytes are no message.
    #[error("no message: {0}")]
    Bad(String),
    /// The other end is no smotr.
    #[error("not a smotr at the other end")]
    Foreign,
    /// The socket says so.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// What a server says once it knows who has come.
#[derive(Debug, Serialize, Deserialize)]
pub enum Entrance {
    /// Come in.
    Welcome(Box<Welcome>),
    /// This account is not among the users.
    Stranger {
        /// The account, as the server's machine names it.
        account: String,
        /// It was admitted before, and its access was closed.
        former: bool,
    },
    /// There are too many already, of this account or in all.
    Crowded,
    /// The server is about to end.
    Ending,
}

/// Sends a message. All of it is handed over when this returns, in one write where it fits one frame.
///
/// # Errors
/// Those of the socket; [`WireError::Bad`] for what cannot be encoded.
pub fn send<T: Serialize>(to: &mut impl Write, message: &T) -> Result<(), WireError> {
    let mut bytes = vec![0; 4];
    (options(MOST_NEWS).serialize_into(&mut bytes, message)).map_err(bad)?;
    let length = bytes.len() - 4;
    if length <= MOST_FRAME {
        let head = header(length, true);
        bytes.splice(0..4, head);
        return Ok(to.write_all(&bytes)?);
    }
    let payload = bytes.get(4..).unwrap_or_default();
    let mut frames = payload.chunks(MOST_FRAME).peekable();
    while let Some(frame) = frames.next() {
        to.write_all(&header(frame.len(), frames.peek().is_none()))?;
        to.write_all(frame)?;
    }
    Ok(())
}

/// How many bytes a message takes on the way, without its frames.
#[must_use]
pub fn size<T: Serialize>(message: &T) -> u64 {
    options(MOST_NEWS)
        .serialized_size(message)
        .unwrap_or(u64::MAX)
}

/// Receives a message of at most so many bytes.
///
/// # Errors
/// [`WireError`].
pub fn receive<T: DeserializeOwned>(from: &mut impl Read, most: usize) -> Result<T, WireError> {
    let mut bytes = Vec::new();
    loop {
        let mut head = [0; 4];
        match read_whole(from, &mut head)? {
            0 if bytes.is_empty() => return Err(WireError::Gone),
            4 => {}
            _ => return Err(WireError::Cut),
        }
        let head = u32::from_be_bytes(head);
        let length = (head & !LAST) as usize;
        if length > MOST_FRAME || length == 0 {
            return Err(WireError::TooLong { most: MOST_FRAME });
        }
        if bytes.len() + length > most {
            return Err(WireError::TooLong { most });
        }
        let begin = bytes.len();
        // Exactly: a doubled vector would be the larger part of what a hostile client can make the server hold.
        bytes.reserve_exact(length);
        bytes.resize(begin + length, 0);
        let frame = bytes.get_mut(begin..).unwrap_or_default();
        if read_whole(from, frame)? < length {
            return Err(WireError::Cut);
        }
        if head & LAST != 0 {
            return options(most).deserialize(&bytes).map_err(bad);
        }
    }
}

/// Reads until the slice is full or the other end has gone; how many bytes came.
fn read_whole(from: &mut impl Read, into: &mut [u8]) -> Result<usize, WireError> {
    let mut filled = 0;
    while let Some(rest) = into.get_mut(filled..).filter(|it| !it.is_empty()) {
        match from.read(rest) {
            Ok(0) => break,
            Ok(n) => filled += n,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) if error.kind() == io::ErrorKind::TimedOut => return Err(WireError::Cut),
            // The other end was killed with bytes on their way to it: gone, like any other.
            Err(error) if error.kind() == io::ErrorKind::ConnectionReset => break,
            Err(error) => return Err(error.into()),
        }
    }
    Ok(filled)
}

fn header(length: usize, last: bool) -> [u8; 4] {
    let length = u32::try_from(length).unwrap_or(0);
    (if last { length | LAST } else { length }).to_be_bytes()
}

/// Numbers have a fixed width: what is decoded is then never many times larger than what was sent.
fn options(most: usize) -> impl bincode::Options {
    bincode::DefaultOptions::new()
        .with_big_endian()
        .with_fixint_encoding()
        .with_limit(most as u64)
        .reject_trailing_bytes()
}

fn bad(error: bincode::Error) -> WireError {
    WireError::Bad(error.to_string())
}
