//! Frames: a message goes out while it is still being encoded, and is decoded while the rest of it is still on its way.
//!
//! Owns the heads of frames and what is held of a message at once: one frame. Must not know what a message is.

use std::io::{self, Read, Write};

use bincode::BincodeRead;
use serde::de::Visitor;

use super::{MOST_FRAME, WireError};

/// The bit of a frame's length that says that the message ends with it.
const LAST: u32 = 1 << 31;

/// Bytes of a frame's head.
const HEAD: usize = 4;

/// Takes the bytes of a message and sends each frame as it is full.
pub(super) struct Outgoing<W> {
    to: W,
    /// Room for the head, then what is in the frame.
    frame: Vec<u8>,
    /// How many more bytes the message may have.
    left: usize,
    /// Why the other end did not take a frame; the encoder would tell it as a fault of the message.
    broken: Option<io::Error>,
}

impl<W: Write> Outgoing<W> {
    /// A message of at most so many bytes.
    pub fn new(to: W, most: usize) -> Outgoing<W> {
        Outgoing {
            to,
            frame: vec![0; HEAD],
            left: most,
            broken: None,
        }
    }

    /// Sends what is left, as the end of the message.
    ///
    /// # Errors
    /// Those of the other end, of this frame or of one before it.
    pub fn finish(mut self) -> io::Result<()> {
        self.end_frame(true)
    }

    /// Why the other end did not take a frame.
    pub fn broken(self) -> Option<io::Error> {
        self.broken
    }

    fn end_frame(&mut self, is_last: bool) -> io::Result<()> {
        let length = u32::try_from(self.frame.len() - HEAD).unwrap_or(0);
        let head = if is_last { length | LAST } else { length }.to_be_bytes();
        if let Some(room) = self.frame.first_chunk_mut() {
            *room = head;
        }
        self.to.write_all(&self.frame)?;
        self.frame.truncate(HEAD);
        Ok(())
    }
}

impl<W: Write> Write for Outgoing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if bytes.len() > self.left {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        if self.frame.len() == HEAD + MOST_FRAME
            && let Err(error) = self.end_frame(false)
        {
            self.broken = Some(error);
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        let room = HEAD + MOST_FRAME - self.frame.len();
        let taken = bytes.get(..room).unwrap_or(bytes);
        self.frame.extend_from_slice(taken);
        self.left -= taken.len();
        Ok(taken.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Gives the bytes of a message as its frames come.
pub(super) struct Incoming<R> {
    from: R,
    frame: Vec<u8>,
    /// How much of the frame was given.
    given: usize,
    is_last: bool,
    /// How many more bytes the message may have.
    left: usize,
    most: usize,
    /// What was wrong with a frame; the decoder would tell it as a fault of the message.
    broken: Option<WireError>,
}

impl<R: Read> Incoming<R> {
    /// Waits for the first frame of a message of at most so many bytes.
    ///
    /// # Errors
    /// [`WireError::Gone`] where there is none.
    pub fn begin(from: R, most: usize) -> Result<Incoming<R>, WireError> {
        let mut incoming = Incoming {
            from,
            frame: Vec::new(),
            given: 0,
            is_last: false,
            left: most,
            most,
            broken: None,
        };
        incoming.next_frame(true)?;
        Ok(incoming)
    }

    /// Whether all of the message was given.
    pub fn is_at_end(&self) -> bool {
        self.is_last && self.given == self.frame.len()
    }

    /// What was wrong with a frame.
    pub fn broken(self) -> Option<WireError> {
        self.broken
    }

    fn next_frame(&mut self, is_first: bool) -> Result<(), WireError> {
        let mut head = [0; HEAD];
        match read_whole(&mut self.from, &mut head)? {
            0 if is_first => return Err(WireError::Gone),
            HEAD => {}
            _ => return Err(WireError::Cut),
        }
        let head = u32::from_be_bytes(head);
        let length = (head & !LAST) as usize;
        if length > MOST_FRAME || length == 0 {
            return Err(WireError::TooLong { most: MOST_FRAME });
        }
        if length > self.left {
            return Err(WireError::TooLong { most: self.most });
        }
        // Exactly: a doubled vector would be the larger part of what a hostile client can make the server hold.
        self.frame
            .reserve_exact(length.saturating_sub(self.frame.len()));
        self.frame.resize(length, 0);
        if read_whole(&mut self.from, &mut self.frame)? < length {
            return Err(WireError::Cut);
        }
        self.left -= length;
        self.given = 0;
        self.is_last = head & LAST != 0;
        Ok(())
    }

    /// What is left of the frame; of the next one where nothing is, and nothing at the end of the message.
    fn rest(&mut self) -> io::Result<&[u8]> {
        if self.given == self.frame.len()
            && !self.is_last
            && let Err(error) = self.next_frame(false)
        {
            self.broken = Some(error);
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(self.frame.get(self.given..).unwrap_or_default())
    }

    /// So many bytes, gathered over frames: nothing is reserved but for what has come.
    fn gather(&mut self, length: usize) -> io::Result<Vec<u8>> {
        if let Some(bytes) = self.here(length)? {
            return Ok(bytes.to_vec());
        }
        let mut bytes = Vec::new();
        while bytes.len() < length {
            let rest = self.rest()?;
            let taken = rest.get(..length - bytes.len()).unwrap_or(rest);
            if taken.is_empty() {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            bytes.extend_from_slice(taken);
            self.given += taken.len();
        }
        Ok(bytes)
    }

    /// The next so many bytes, if they are all in this frame.
    fn here(&mut self, length: usize) -> io::Result<Option<&[u8]>> {
        self.rest()?;
        let begin = self.given;
        let Some(bytes) = self.frame.get(begin..begin.saturating_add(length)) else {
            return Ok(None);
        };
        self.given += length;
        Ok(Some(bytes))
    }
}

impl<R: Read> Read for Incoming<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let rest = self.rest()?;
        let n = rest.len().min(into.len());
        if let (Some(into), Some(rest)) = (into.get_mut(..n), rest.get(..n)) {
            into.copy_from_slice(rest);
        }
        self.given += n;
        Ok(n)
    }

    /// Numbers, nearly all of them within a frame.
    fn read_exact(&mut self, into: &mut [u8]) -> io::Result<()> {
        if let Some(bytes) = self.here(into.len())? {
            into.copy_from_slice(bytes);
            return Ok(());
        }
        let bytes = self.gather(into.len())?;
        into.copy_from_slice(&bytes);
        Ok(())
    }
}

impl<'a, R: Read> BincodeRead<'a> for &mut Incoming<R> {
    fn forward_read_str<V: Visitor<'a>>(
        &mut self,
        length: usize,
        visitor: V,
    ) -> bincode::Result<V::Value> {
        let no_text = |error| bincode::ErrorKind::InvalidUtf8Encoding(error);
        if let Some(bytes) = self.here(length)? {
            return visitor.visit_str(std::str::from_utf8(bytes).map_err(no_text)?);
        }
        // Over the edge of a frame.
        let bytes = self.gather(length)?;
        visitor.visit_str(std::str::from_utf8(&bytes).map_err(no_text)?)
    }

    fn get_byte_buffer(&mut self, length: usize) -> bincode::Result<Vec<u8>> {
        Ok(self.gather(length)?)
    }

    fn forward_read_bytes<V: Visitor<'a>>(
        &mut self,
        length: usize,
        visitor: V,
    ) -> bincode::Result<V::Value> {
        visitor.visit_bytes(&self.gather(length)?)
    }
}

/// Reads until the slice is full or the other end has gone; how many bytes came.
pub(super) fn read_whole(from: &mut impl Read, into: &mut [u8]) -> Result<usize, WireError> {
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
