//! Messages as bytes on a socket: a greeting that every version can read, then messages in frames.
//!
//! Owns the protocol's number and its limits. Knows neither who speaks nor what is said.
//!
//! Invariant: bytes are decoded frame by frame, under a limit and to the last byte; nothing is allocated because a message says how
//! long it is going to be. Whatever comes, the worst is an error.

mod frames;
mod greeting;

use std::io::{self, Read, Write};

use bincode::Options as _;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::link::Welcome;

use frames::{Incoming, Outgoing};

pub use greeting::{Greeting, PROTOCOL};

/// Most bytes of one frame.
pub const MOST_FRAME: usize = 128 << 10;

/// Most bytes of what a client asks at once: a sheet of 60 by 36 cells is half of it. Decoded, the smallest values take some eight
/// times as much.
pub const MOST_REQUEST: usize = 192 << 10;

/// Most bytes of what a server tells at once: a period of 42 000 values takes some eight millions.
pub const MOST_NEWS: usize = 256 << 20;

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

/// Sends a message. All of it is handed over when this returns, in one write where it fits one frame. A message that proves too
/// long on its way is cut there: the connection is of no use any more.
///
/// # Errors
/// Those of the socket; [`WireError::Bad`] for what cannot be encoded.
pub fn send<T: Serialize>(to: &mut impl Write, message: &T) -> Result<(), WireError> {
    let mut out = Outgoing::new(to, MOST_NEWS);
    // The limit is kept as the bytes go: to measure first would be to encode twice.
    match options().serialize_into(&mut out, message) {
        Ok(()) => Ok(out.finish()?),
        Err(error) => Err(out.broken().map_or_else(|| bad(error), WireError::Io)),
    }
}

/// How many bytes a message takes on the way, without its frames.
#[must_use]
pub fn size<T: Serialize>(message: &T) -> u64 {
    options().serialized_size(message).unwrap_or(u64::MAX)
}

/// Receives a message of at most so many bytes.
///
/// # Errors
/// [`WireError`].
pub fn receive<T: DeserializeOwned>(from: &mut impl Read, most: usize) -> Result<T, WireError> {
    let mut incoming = Incoming::begin(from, most)?;
    let decoded = options()
        .with_limit(most as u64)
        .deserialize_from_custom(&mut incoming);
    match decoded {
        Ok(message) if incoming.is_at_end() => Ok(message),
        Ok(_) => Err(WireError::Bad("bytes are left".to_owned())),
        Err(error) => Err(incoming.broken().unwrap_or_else(|| bad(error))),
    }
}

/// A message as bytes without frames, to be cut in parts.
///
/// # Errors
/// [`WireError::Bad`] for what cannot be encoded.
pub fn encode<T: Serialize>(message: &T) -> Result<Vec<u8>, WireError> {
    options().serialize(message).map_err(bad)
}

/// A message of bytes that are all there.
///
/// # Errors
/// [`WireError::Bad`].
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, WireError> {
    let most = bytes.len() as u64;
    options().with_limit(most).deserialize(bytes).map_err(bad)
}

/// Numbers have a fixed width: what is decoded is then never many times larger than what was sent.
fn options() -> impl bincode::Options {
    bincode::DefaultOptions::new()
        .with_big_endian()
        .with_fixint_encoding()
        .with_no_limit()
}

fn bad(error: bincode::Error) -> WireError {
    WireError::Bad(error.to_string())
}
