//! What the interface is started with, and who does for it what it may not do itself.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::FixedOffset;

use super::alone::KeepAlone;
use super::brought::Reader;
use super::cycle::FormReader;
use super::input::Charset;
use super::keys::Keymap;
use super::theme::Theme;
use super::{incoming, outgoing};
use crate::locale::Locale;

/// Everything that the interface is started with, apart from the link.
pub struct Options {
    /// The voice.
    pub locale: Arc<Locale>,
    /// Glyphs and colours.
    pub theme: Theme,
    /// Which key does what.
    pub keymap: Keymap,
    /// The person's offset from UTC.
    pub offset: FixedOffset,
    /// Where command ids begin.
    pub first_command: u128,
    /// What bytes that are not UTF-8 are taken for.
    pub charset: Charset,
    /// The keys come over a network: a lone Esc waits longer for its tail.
    pub over_ssh: bool,
    /// tmux stands between, and has to pass the clipboard on.
    pub in_tmux: bool,
    /// Where files go that the person asks for.
    pub exports: PathBuf,
    /// Reads a catalogue that the person names.
    pub catalogues: Reader,
    /// Reads the form of a section that the program comes with.
    pub section_form: FormReader,
    /// Lists the folder of files that come in.
    pub incoming: incoming::Lister,
    /// Reads files of it.
    pub values: incoming::Reader,
    /// Writes values into files.
    pub tables: outgoing::Writer,
    /// Words that are looked for at once; what they find is opened.
    pub words: Vec<String>,
    /// What the bottom line says first.
    pub note: Option<String>,
    /// Keeps unfinished input when the engine is gone, or when there is no time to wait for it.
    pub keep_alone: KeepAlone,
}
