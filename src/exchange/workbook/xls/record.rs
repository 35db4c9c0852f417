//! Records of a stream, each with the pieces that continue it, and texts that may be broken over such pieces.

use super::cfb::u16_at;
use crate::exchange::workbook::error::Problem;
use crate::exchange::workbook::limits::{Limit, PIECES};

/// Another piece of the record before it.
const CONTINUE: u16 = 0x003C;

/// A record: what it is, and its bytes in one piece or more.
pub(super) struct Record<'a> {
    pub(super) kind: u16,
    pub(super) pieces: Vec<&'a [u8]>,
    /// Whether it goes on beyond the limit; what comes after is not looked at.
    is_endless: bool,
}

impl<'a> Record<'a> {
    /// The first piece, which is all of most records.
    pub(super) fn bytes(&self) -> &'a [u8] {
        self.pieces.first().copied().unwrap_or_default()
    }

    /// Refuses a record in more pieces than any has.
    pub(super) fn ends(&self) -> Result<(), Problem> {
        match self.is_endless {
            true => Err(Problem::TooMuch(Limit::Pieces)),
            false => Ok(()),
        }
    }

    /// A reader of texts from a place in the first piece on.
    pub(super) fn texts(&self, at: usize) -> Option<Texts<'_, 'a>> {
        let rest = self.bytes().get(at..)?;
        let next = self.pieces.get(1..).unwrap_or_default();
        Some(Texts { rest, next })
    }
}

/// The records from a place of the stream on; they end where the stream does, or where it is damaged.
pub(super) struct Records<'a> {
    rest: &'a [u8],
}

impl<'a> Records<'a> {
    pub(super) fn new(rest: &'a [u8]) -> Records<'a> {
        Records { rest }
    }

    fn piece(&mut self, wanted: Option<u16>) -> Option<(u16, &'a [u8])> {
        let kind = u16_at(self.rest, 0)?;
        if wanted.is_some_and(|it| it != kind) {
            return None;
        }
        let length = usize::from(u16_at(self.rest, 2)?);
        let bytes = self.rest.get(4..4 + length)?;
        self.rest = self.rest.get(4 + length..)?;
        Some((kind, bytes))
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let (kind, first) = self.piece(None)?;
        let mut pieces = vec![first];
        let mut is_endless = false;
        while let Some((_, more)) = self.piece(Some(CONTINUE)) {
            if pieces.len() == PIECES {
                is_endless = true;
                break;
            }
            pieces.push(more);
        }
        Some(Record {
            kind,
            pieces,
            is_endless,
        })
    }
}

/// Texts one after another in the pieces of a record.
pub(super) struct Texts<'r, 'a> {
    rest: &'a [u8],
    next: &'r [&'a [u8]],
}

impl Texts<'_, '_> {
    /// A text with a length of two bytes before it, its runs of formats and its reading aid passed over.
    pub(super) fn text(&mut self) -> Option<String> {
        let length = usize::from(u16::from_le_bytes(*self.take(2)?.first_chunk()?));
        let flags = *self.take(1)?.first()?;
        let runs = match flags & 8 {
            0 => 0,
            _ => usize::from(u16::from_le_bytes(*self.take(2)?.first_chunk()?)) * 4,
        };
        let aid = match flags & 4 {
            0 => 0,
            _ => usize::try_from(u32::from_le_bytes(*self.take(4)?.first_chunk()?)).ok()?,
        };
        let text = self.letters(length, flags)?;
        self.pass(runs.checked_add(aid)?)?;
        Some(text)
    }

    /// So many letters, of one byte or of two as the flags say; a new piece says it anew.
    pub(super) fn letters(&mut self, length: usize, flags: u8) -> Option<String> {
        let mut units: Vec<u16> = Vec::new();
        let mut wide = flags & 1 == 1;
        while units.len() < length {
            if self.rest.is_empty() {
                self.turn()?;
                wide = *self.take(1)?.first()? & 1 == 1;
                continue;
            }
            let unit = match wide {
                true => u16::from_le_bytes(*self.take(2)?.first_chunk()?),
                false => u16::from(*self.take(1)?.first()?),
            };
            units.push(unit);
        }
        Some(String::from_utf16_lossy(&units))
    }

    fn turn(&mut self) -> Option<()> {
        let (first, others) = self.next.split_first()?;
        self.rest = first;
        self.next = others;
        Some(())
    }

    /// Bytes that stand in one piece.
    fn take(&mut self, count: usize) -> Option<&[u8]> {
        if self.rest.is_empty() {
            self.turn()?;
        }
        let (taken, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(taken)
    }

    fn pass(&mut self, count: usize) -> Option<()> {
        let mut left = count;
        while left > 0 {
            if self.rest.is_empty() {
                self.turn()?;
                continue;
            }
            let step = left.min(self.rest.len());
            self.rest = self.rest.get(step..)?;
            left -= step;
        }
        Some(())
    }
}
