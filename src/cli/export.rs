//! `smotr export`: all records and the journal as JSON Lines on standard output, as whoever asks may see them.

use std::io::{self, Write};

use super::context::Context;
use super::desk::{Desk, Silence};
use super::exit::Exit;
use super::output::end_of;
use crate::domain::ids::Seq;
use crate::exchange::export::Export;

/// What ends an export before its end.
enum Broken {
    /// Nothing more comes.
    Desk(Silence),
    /// Nothing more goes out.
    Output(io::Error),
}

impl From<Silence> for Broken {
    fn from(it: Silence) -> Broken {
        Broken::Desk(it)
    }
}

impl From<io::Error> for Broken {
    fn from(it: io::Error) -> Broken {
        Broken::Output(it)
    }
}

/// Prints everything.
///
/// # Errors
/// How the call ends.
pub fn run(context: &mut Context) -> Result<(), Exit> {
    let mut desk = Desk::open(context)?;
    let written = write(context.out.file(), &mut desk);
    desk.close();
    written.map_err(|broken| match broken {
        Broken::Desk(silence) => silence.told(context),
        Broken::Output(error) => end_of(&error),
    })
}

fn write(out: &mut impl Write, desk: &mut Desk) -> Result<(), Broken> {
    desk.load_all()?;
    // The journal ends where the records are, whatever is written meanwhile.
    let last = desk.state.meta.seq;
    let mut export = Export::new(out);
    export.state(&desk.state)?;
    let (mut after, mut more) = (Seq(0), true);
    while more && after < last {
        let commits;
        (commits, more) = desk.commits(after)?;
        for commit in commits.iter().filter(|it| it.seq <= last) {
            export.commit(commit)?;
        }
        // One that came twice is asked for once more.
        after = commits.last().map_or(after, |it| it.seq);
    }
    export.finish()?;
    Ok(())
}
