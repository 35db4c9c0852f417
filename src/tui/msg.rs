//! What reaches the interface and what it asks for: two closed enums, so that everything that can set it off is in sight.
//!
//! Every [`Msg`] carries its time; nothing in here asks a clock.

use crossterm::event::KeyEvent;

use super::brought::Brought;
use super::clipboard::TooLong;
use super::cycle::SectionForm;
use super::incoming::{Against, Awaited, Folder, Values, Weighing};
use super::outgoing::{Told, Wanted};
use crate::domain::ids::Now;
use crate::domain::state::State;
use crate::service::link::{News, Request};

/// Something happened, at that moment.
#[derive(Clone, Debug)]
pub struct Msg {
    /// When.
    pub now: Now,
    /// What.
    pub event: Event,
}

/// What can happen.
#[derive(Clone, Debug)]
pub enum Event {
    /// A key.
    Key(KeyEvent),
    /// Pasted text, between the terminal's brackets.
    Paste(String),
    /// Several lines in one go without brackets: taken for a paste, never for commands.
    Burst(String),
    /// The keys that follow came in one read; see [`super::input`].
    TogetherBegins,
    /// The last of them has come.
    TogetherEnds,
    /// Bytes came that are not UTF-8 and were read as CP1251 or KOI8-R.
    ForeignBytes,
    /// Russian in UTF-8 came after such bytes: the terminal has been set right.
    NativeBytes,
    /// The window has this size, in columns and rows.
    Resize(u16, u16),
    /// News from the engine.
    News(News),
    /// A timer armed by an [`Effect::Arm`] ran out.
    Timer(Timer),
    /// Back from being suspended: the screen must be drawn anew.
    Resumed,
    /// There is no shell that could continue the program, so it was not stopped.
    NotSuspended,
    /// A file asked for was written, or not.
    Written(Result<String, String>),
    /// How far a file with values is that is being written, and what came of it.
    Outgoing(Told),
    /// What came of a path that was to be read as a catalogue.
    Brought(Box<Brought>),
    /// What is in the folder of files that come in.
    Incoming(Box<Folder>),
    /// What came of files of values.
    Values(Box<Values>),
    /// The form of a section that the program comes with, or why there is none.
    SectionForm(Box<Result<SectionForm, String>>),
    /// The text was not handed to the terminal's clipboard.
    NotCopied(TooLong),
    /// The terminal is gone or the process is told to end: keep the input and leave.
    HangUp,
}

/// Timers. Each is armed by the start, by what a person did or by news that wait to be drawn, and runs out once; none ticks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Timer {
    /// The cursor has rested: the detail may follow.
    Follow,
    /// Unfinished input is to be kept.
    KeepUnsaved,
    /// It is time to ask again what became of a command.
    AskAgain,
    /// The window has rested: the others are told where it is.
    Here,
    /// What others did is to be drawn.
    Frame,
    /// Nobody presses a key: the next part of what a search or another period needs is made ready.
    Prepare,
    /// A file is being written for so long that it is told how far it is.
    Underway,
}

/// What the interface asks of whoever runs it.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Hand a request to the engine.
    Send(Request),
    /// Send [`Event::Timer`] after so many milliseconds; a timer armed again starts anew.
    Arm(Timer, u32),
    /// Hand text to the terminal's clipboard.
    Copy(String),
    /// Write text to a file of that name in the person's folder of exports; answered by [`Event::Written`].
    WriteFile {
        /// File name without a folder.
        name: String,
        /// Contents.
        text: String,
    },
    /// Read the catalogue that a path names; answered by [`Event::Brought`].
    ReadCatalogue {
        /// The path as it was typed.
        path: String,
        /// What is there already: the file is told in its numbers.
        state: Box<State>,
    },
    /// Read the form of section 2.1 that the program comes with, in the directions of this state; answered by [`Event::SectionForm`].
    ReadSectionForm(Box<State>),
    /// List the folder of files that come in; answered by [`Event::Incoming`].
    ListIncoming,
    /// Read files of that folder; answered by [`Event::Values`].
    ReadValues {
        /// Their names.
        files: Vec<String>,
        /// What they are read against.
        against: Box<Against>,
        /// Whether somebody waits for it.
        awaited: Awaited,
    },
    /// Hold what was read of files against the records; answered by [`Event::Values`].
    Weigh {
        /// What is held against what.
        weighing: Box<Weighing>,
        /// Whether somebody waits for it.
        awaited: Awaited,
    },
    /// Write values into a file; answered by [`Event::Outgoing`].
    Write {
        /// What is wanted.
        wanted: Wanted,
        /// The values, as they are known here.
        state: Box<State>,
        /// Whether somebody waits for it.
        awaited: Awaited,
    },
    /// Draw everything anew.
    Repaint,
    /// Stop the process until the shell continues it.
    Suspend,
    /// Leave.
    Quit,
}
