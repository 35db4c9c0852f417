//! The only way to standard output and standard error.
//!
//! A reader who has seen enough and goes away (`smotr export | head`) is no error. What goes to a terminal with a Russian one-byte
//! charset is written in it; files and pipes are always UTF-8.

use std::io::{self, BufWriter, ErrorKind, IsTerminal as _, Stdout, Write};

use super::exit::Exit;
use crate::locale::Told;
use crate::tui::terminal::OutputCharset;

/// Standard output and standard error of one call.
pub struct Output {
    out: BufWriter<Stdout>,
    out_charset: OutputCharset,
    err_charset: OutputCharset,
}

impl Default for Output {
    fn default() -> Output {
        let charset = charset();
        let of = |is_terminal: bool| match charset {
            OutputCharset::OneByte(_) if is_terminal => charset,
            _ => OutputCharset::Utf8,
        };
        Output {
            out: BufWriter::new(io::stdout()),
            out_charset: of(io::stdout().is_terminal()),
            err_charset: of(io::stderr().is_terminal()),
        }
    }
}

/// The charset of the person's locale, by the environment.
pub fn charset() -> OutputCharset {
    let said = |name| std::env::var(name).ok();
    OutputCharset::of_locale(
        said("LC_ALL").as_deref(),
        said("LC_CTYPE").as_deref(),
        said("LANG").as_deref(),
    )
}

/// The person's locale by its name, as the environment says it.
pub fn locale_name() -> String {
    ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|it| !it.is_empty())
        .unwrap_or_else(|| "C".into())
}

impl Output {
    /// A line of what was asked for.
    ///
    /// # Errors
    /// How the call ends when nobody reads on, or when the text cannot be written.
    pub fn line(&mut self, text: &str) -> Result<(), Exit> {
        let bytes = self.out_charset.encode(text);
        let written = self.out.write_all(&bytes);
        let written = written.and_then(|()| self.out.write_all(b"\n"));
        written.map_err(|error| end_of(&error))
    }

    /// Standard output for whoever writes a file into it, in UTF-8.
    pub fn file(&mut self) -> &mut impl Write {
        &mut self.out
    }

    /// Writes out what is left.
    ///
    /// # Errors
    /// As [`Output::line`].
    pub fn finish(&mut self) -> Result<(), Exit> {
        self.out.flush().map_err(|error| end_of(&error))
    }

    /// What happened and what to do next, for a person, in one line.
    pub fn tell(&self, told: &Told) {
        self.tell_line(&told.to_string());
    }

    /// A line for a person beside what was asked for.
    pub fn tell_line(&self, text: &str) {
        let mut bytes = self.err_charset.encode(text);
        bytes.push(b'\n');
        // Whoever has closed standard error does not want to hear.
        let _ = io::stderr().write_all(&bytes);
    }
}

/// How a call ends whose output cannot be written.
pub fn end_of(error: &io::Error) -> Exit {
    match error.kind() {
        ErrorKind::BrokenPipe => Exit::Done,
        _ => Exit::Refused,
    }
}
