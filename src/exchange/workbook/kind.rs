//! What a file is, told from its bytes; its name is not believed.

use super::error::{Problem, Wrong};
use super::package::Package;
use super::{ods, xlsx};

/// How a file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A workbook of Excel from 2007 on.
    Xlsx,
    /// A workbook of Excel 97 to 2003.
    Xls,
    /// A workbook of LibreOffice.
    Ods,
    /// A table in text, separated by one sign or another.
    Text,
}

/// What the file is; a package is handed on opened.
pub(super) fn recognise(bytes: &[u8]) -> Result<(Format, Option<Package<'_>>), Wrong> {
    if bytes.is_empty() {
        return Err(Problem::Empty.into());
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        let mut package = Package::open(bytes)?;
        if ods::is_one(&mut package)? {
            return Ok((Format::Ods, Some(package)));
        }
        if xlsx::is_one(&mut package)? {
            return Ok((Format::Xlsx, Some(package)));
        }
        return Err(Problem::NotATable.into());
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        // An encrypted workbook of any age is packed so, and says what it is in UTF-16.
        let word: Vec<u8> = "EncryptedPackage"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let encrypted = bytes.windows(word.len()).any(|it| it == word);
        return match encrypted {
            true => Err(Problem::Encrypted.into()),
            false => Ok((Format::Xls, None)),
        };
    }
    if FOREIGN.iter().any(|it| bytes.starts_with(it)) || is_markup(bytes) {
        return Err(Problem::NotATable.into());
    }
    Ok((Format::Text, None))
}

/// How files begin that are no tables, whatever they are called: PDF, RTF, RAR, 7z, gzip, PNG, JPEG, ELF.
const FOREIGN: [&[u8]; 8] = [
    b"%PDF",
    b"{\\rtf",
    b"Rar!",
    b"7z\xBC\xAF",
    b"\x1F\x8B",
    b"\x89PNG",
    b"\xFF\xD8\xFF",
    b"\x7FELF",
];

/// A page of a browser, which some programs save under the name of a workbook.
fn is_markup(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let start: Vec<u8> = bytes
        .iter()
        .skip_while(|it| it.is_ascii_whitespace())
        .take(10)
        .map(u8::to_ascii_lowercase)
        .collect();
    [
        &b"<html"[..],
        b"<!doctype",
        b"<?xml",
        b"<table",
        b"<meta",
        b"<head",
        b"<body",
    ]
    .iter()
    .any(|it| start.starts_with(it))
}
