//! The first bytes on a connection, from both ends. Their shape never changes, so that the newest program and the oldest can tell
//! each other which they are.

use std::io::{Read, Write};

use super::WireError;
use super::frames::read_whole;

/// The number of the protocol: it grows whenever anything that travels changes its shape.
pub const PROTOCOL: u16 = 8;

const MAGIC: &[u8; 5] = b"SMOTR";

/// Who is at the other end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Greeting {
    /// The protocol spoken there.
    pub protocol: u16,
    /// The version of the program: `0.1.0`.
    pub version: String,
}

impl Greeting {
    /// This program's.
    #[must_use]
    pub fn own() -> Greeting {
        Greeting {
            protocol: PROTOCOL,
            version: env!("CARGO_PKG_VERSION").to_owned(),
        }
    }

    /// Whether both ends understand each other.
    #[must_use]
    pub fn fits(&self) -> bool {
        self.protocol == PROTOCOL
    }

    /// Sends it.
    ///
    /// # Errors
    /// Those of the socket.
    pub fn send(&self, to: &mut impl Write) -> Result<(), WireError> {
        let version: Vec<u8> = self.version.bytes().take(u8::MAX.into()).collect();
        let mut bytes = MAGIC.to_vec();
        bytes.extend(self.protocol.to_be_bytes());
        bytes.push(u8::try_from(version.len()).unwrap_or(0));
        bytes.extend(version);
        Ok(to.write_all(&bytes)?)
    }

    /// Receives one.
    ///
    /// # Errors
    /// [`WireError::Foreign`] for anything else; [`WireError::Cut`] if it does not come to its end.
    pub fn receive(from: &mut impl Read) -> Result<Greeting, WireError> {
        let mut head = [0; 8];
        match read_whole(from, &mut head)? {
            0 => return Err(WireError::Gone),
            8 => {}
            _ => return Err(WireError::Cut),
        }
        let [magic @ .., high, low, length] = head;
        if magic != *MAGIC {
            return Err(WireError::Foreign);
        }
        let mut version = vec![0; length.into()];
        if read_whole(from, &mut version)? < version.len() {
            return Err(WireError::Cut);
        }
        // It is shown to a person: anything but a version's signs comes from nobody's program.
        let plain = |it: &u8| it.is_ascii_alphanumeric() || b".-+".contains(it);
        if !version.iter().all(plain) {
            return Err(WireError::Foreign);
        }
        Ok(Greeting {
            protocol: u16::from_be_bytes([high, low]),
            version: String::from_utf8_lossy(&version).into_owned(),
        })
    }
}
