//! What a command brings from a file, or in a large block of cells, is more than a request may be: it travels in parts, and is one command again before the engine sees it.
//!
//! Owns what goes from a client to a server: requests, and the parts of large commands. Must not know what is in a catalogue or a register.
//!
//! Invariant: only what is read from a file travels so, and cells: a sheet of 700 organisations by 60 indicators is one step. What is gathered is kept under a limit, and decoded when it is whole.

use serde::{Deserialize, Serialize};

use super::link::Request;
use super::wire::{self, MOST_REQUEST, WireError};
use crate::domain::command::{Beginning, CatalogueDraft, Command, SetValue, ValueStep};
use crate::domain::ids::Seq;
use crate::domain::record::CommandId;
use crate::domain::staffing::{Intake, at_most};
use crate::domain::value::Cell;

/// Most bytes of what a command brings from a file: a catalogue of 700 indicators with all their texts is a third of it.
pub const MOST_BROUGHT: usize = 8 << 20;

/// Most bytes of what is sent at once: a request, and the word that it is one.
pub const MOST_SENT: usize = MOST_REQUEST + 4;

/// Bytes of a part.
const PART: usize = 96 << 10;

/// What goes from a client to a server.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Sent {
    /// A request, whole.
    Request(Request),
    /// A part of a command.
    Part {
        /// The command's id.
        id: CommandId,
        /// Whether nothing more of it follows.
        is_last: bool,
        /// The next bytes of it.
        bytes: Vec<u8>,
    },
}

/// The commands that may come in parts: others are decoded from a few bytes only, whatever these promise.
#[derive(Serialize, Deserialize)]
enum Brought {
    Catalogue(Box<CatalogueDraft>),
    Register(Box<Intake>),
    Beginning(Box<Beginning>),
    Values(#[serde(deserialize_with = "few_cells")] Vec<SetValue>),
    Steps(
        #[serde(deserialize_with = "few_steps")] Vec<(Cell, Seq)>,
        ValueStep,
    ),
}

fn few_cells<'de, D: serde::Deserializer<'de>>(cells: D) -> Result<Vec<SetValue>, D::Error> {
    at_most(cells, SetValue::MOST)
}

fn few_steps<'de, D: serde::Deserializer<'de>>(cells: D) -> Result<Vec<(Cell, Seq)>, D::Error> {
    at_most(cells, SetValue::MOST)
}

/// Whether a request can be sent.
#[must_use]
pub fn fits(request: &Request) -> bool {
    let most = match request {
        Request::Command { command, .. } => match command.as_ref() {
            Command::SetValues(cells) if cells.len() <= SetValue::MOST => MOST_BROUGHT,
            Command::StepValues { cells, .. } if cells.len() <= SetValue::MOST => MOST_BROUGHT,
            other if other.file().is_some() => MOST_BROUGHT,
            _ => MOST_REQUEST,
        },
        _ => MOST_REQUEST,
    };
    wire::size(request) <= most as u64
}

/// What is sent for a request: itself, or the command in parts.
///
/// # Errors
/// [`WireError::Bad`] for what cannot be encoded.
pub fn sent(request: Request) -> Result<Vec<Sent>, WireError> {
    if wire::size(&request) <= MOST_REQUEST as u64 {
        return Ok(vec![Sent::Request(request)]);
    }
    let (id, brought) = match request {
        Request::Command { id, command } => match *command {
            Command::TakeCatalogue(it) => (id, Brought::Catalogue(it)),
            Command::TakeIn(it) => (id, Brought::Register(Box::new(it))),
            Command::Begin(it) if it.brought().is_some() => (id, Brought::Beginning(it)),
            Command::SetValues(it) => (id, Brought::Values(it)),
            Command::StepValues { cells, step } => (id, Brought::Steps(cells, step)),
            // Whoever is asked says that it is too much.
            other => {
                let command = Box::new(other);
                return Ok(vec![Sent::Request(Request::Command { id, command })]);
            }
        },
        other => return Ok(vec![Sent::Request(other)]),
    };
    let bytes = wire::encode(&brought)?;
    let last = bytes.len().div_ceil(PART).saturating_sub(1);
    let parts = bytes.chunks(PART).enumerate().map(|(at, part)| Sent::Part {
        id,
        is_last: at == last,
        bytes: part.to_vec(),
    });
    Ok(parts.collect())
}

/// The parts of one client's command that have come so far.
#[derive(Debug, Default)]
pub struct Gathering {
    of: Option<CommandId>,
    bytes: Vec<u8>,
}

impl Gathering {
    /// Takes what has come; the request, if it is whole now. Parts of another command put an end to those before.
    ///
    /// # Errors
    /// [`WireError`]: more than may be brought, or bytes that are nothing.
    pub fn take(&mut self, sent: Sent) -> Result<Option<Request>, WireError> {
        let (id, is_last, bytes) = match sent {
            Sent::Request(request) => return Ok(Some(request)),
            Sent::Part { id, is_last, bytes } => (id, is_last, bytes),
        };
        if self.of != Some(id) {
            self.of = Some(id);
            self.bytes = Vec::new();
        }
        if self.bytes.len() + bytes.len() > MOST_BROUGHT {
            return Err(WireError::TooLong { most: MOST_BROUGHT });
        }
        self.bytes.extend(bytes);
        if !is_last {
            return Ok(None);
        }
        self.of = None;
        let bytes = std::mem::take(&mut self.bytes);
        let command = Box::new(match wire::decode(&bytes)? {
            Brought::Catalogue(it) => Command::TakeCatalogue(it),
            Brought::Register(it) => Command::TakeIn(*it),
            Brought::Beginning(it) => Command::Begin(it),
            Brought::Values(it) => Command::SetValues(it),
            Brought::Steps(cells, step) => Command::StepValues { cells, step },
        });
        Ok(Some(Request::Command { id, command }))
    }
}
