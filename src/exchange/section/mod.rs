//! The section of the assessment in and out of files: the page that is typed by hand, and what is handed in.

mod docx;
mod html;
pub mod page;

use chrono::{DateTime, Utc};
use thiserror::Error;

use crate::report::section::{Paper, markdown, text};

/// In what a section is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Plain text, which can be read in again.
    #[default]
    Text,
    /// Markdown.
    Markdown,
    /// A document of a text processor.
    Docx,
    /// A page of a browser.
    Html,
}

impl Format {
    /// All of them with their names, which are also the endings of files.
    pub const ALL: [(&str, Format); 4] = [
        ("text", Format::Text),
        ("md", Format::Markdown),
        ("docx", Format::Docx),
        ("html", Format::Html),
    ];

    /// The format of a name or an ending, in any letter case.
    #[must_use]
    pub fn named(name: &str) -> Option<Format> {
        let name = name.to_lowercase();
        let name = match name.as_str() {
            "txt" => "text",
            "htm" => "html",
            "markdown" => "md",
            name => name,
        };
        let found = Format::ALL.into_iter().find(|it| it.0 == name);
        found.map(|it| it.1)
    }

    /// Whether it is bytes that no terminal shows.
    #[must_use]
    pub fn is_binary(self) -> bool {
        self == Format::Docx
    }
}

/// Why a section is not written: the machinery failed, in its own words.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{0}")]
pub struct Unwritten(String);

/// The bytes of the section. `made` is what a document says of its making.
///
/// # Errors
/// [`Unwritten`].
pub fn write(format: Format, paper: &Paper, made: DateTime<Utc>) -> Result<Vec<u8>, Unwritten> {
    match format {
        Format::Text => Ok(text(paper).into_bytes()),
        Format::Markdown => Ok(markdown(paper).into_bytes()),
        Format::Docx => docx::write(paper, made),
        Format::Html => html::write(paper).map(String::into_bytes),
    }
}
