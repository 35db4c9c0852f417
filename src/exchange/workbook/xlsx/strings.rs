//! Texts of an XLSX: the table that cells share, rich text joined to plain, reading aids of Asian scripts left out.

use crate::exchange::workbook::error::{Problem, Wrong};
use crate::exchange::workbook::limits::{CELLS, Limit};
use crate::exchange::workbook::xml::{Node, Xml};

/// The shared texts, in their order: no more than there can be cells, for an empty one is five bytes in the file and more in memory.
pub(super) fn read(path: &str, text: &str) -> Result<Vec<String>, Wrong> {
    let mut xml = Xml::new(path, text);
    let mut out = Vec::new();
    loop {
        match xml.next()? {
            Node::Start(tag) if tag.local_name().as_ref() == "si" => {
                if out.len() == CELLS {
                    return Err(Problem::TooMuch(Limit::Cells).into());
                }
                out.push(joined(&mut xml)?);
            }
            Node::Over => return Ok(out),
            _ => {}
        }
    }
}

/// The text of the element that has just begun: of its runs, without phonetic ones.
pub(super) fn joined(xml: &mut Xml<'_>) -> Result<String, Wrong> {
    let mut out = String::new();
    let mut depth = 1_usize;
    while depth > 0 {
        match xml.next()? {
            Node::Start(tag) => match tag.local_name().as_ref() {
                "t" => out.push_str(&xml.text()?),
                "rPh" => xml.skip()?,
                _ => depth += 1,
            },
            Node::End(_) => depth -= 1,
            Node::Text(_) => {}
            Node::Over => return Err(xml.damaged()),
        }
    }
    Ok(unescaped(&out))
}

/// Characters that XML can't hold are written `_x000D_` in this format.
pub(super) fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let code = from
            .get(2..6)
            .filter(|_| from.get(6..7) == Some("_"))
            .filter(|it| it.bytes().all(|it| it.is_ascii_hexdigit()))
            .and_then(|it| u32::from_str_radix(it, 16).ok())
            .and_then(char::from_u32);
        let (taken, letter) = match code {
            Some(letter) => (7, letter),
            None => (1, '_'),
        };
        out.push(letter);
        rest = from.get(taken..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}
