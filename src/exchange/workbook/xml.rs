//! XML of a part of a workbook, event by event. No entity is followed but the five that XML has and numbers of characters: what a
//! DOCTYPE declares is not expanded.

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::error::Wrong;

/// A part, read from its beginning to its end.
pub(super) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    part: &'a str,
}

/// What comes next.
pub(super) enum Node<'a> {
    /// An element begins; if it is closed at once, its end comes too.
    Start(BytesStart<'a>),
    /// The element of this local name ends.
    End(String),
    /// Characters between tags, entities resolved.
    Text(String),
    /// The part has ended.
    Over,
}

impl<'a> Xml<'a> {
    pub(super) fn new(part: &'a str, text: &'a str) -> Xml<'a> {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.trim_text(false);
        Xml { reader, part }
    }

    pub(super) fn next(&mut self) -> Result<Node<'a>, Wrong> {
        loop {
            return Ok(match self.reader.read_event() {
                Ok(Event::Start(tag)) => Node::Start(tag),
                Ok(Event::End(tag)) => Node::End(tag.local_name().as_ref().to_owned()),
                Ok(Event::Text(text)) => Node::Text(text.xml10_content().into_owned()),
                Ok(Event::CData(text)) => Node::Text(text.xml10_content().into_owned()),
                Ok(Event::GeneralRef(entity)) => Node::Text(self.resolve(&entity)?),
                Ok(Event::Eof) => Node::Over,
                Ok(_) => continue,
                Err(_) => return Err(self.damaged()),
            });
        }
    }

    /// The attribute of this local name: `id` finds `r:id`, too.
    pub(super) fn attribute(
        &self,
        tag: &BytesStart<'_>,
        name: &str,
    ) -> Result<Option<String>, Wrong> {
        for attribute in tag.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| self.damaged())?;
            if attribute.key.local_name().as_ref() == name {
                let value = attribute
                    .normalized_value(XmlVersion::Implicit1_0)
                    .map_err(|_| self.damaged())?;
                return Ok(Some(value.into_owned()));
            }
        }
        Ok(None)
    }

    /// Passes over everything inside the element that has just begun.
    pub(super) fn skip(&mut self) -> Result<(), Wrong> {
        let mut depth = 1_usize;
        while depth > 0 {
            match self.next()? {
                Node::Start(_) => depth += 1,
                Node::End(_) => depth -= 1,
                Node::Text(_) => {}
                Node::Over => return Err(self.damaged()),
            }
        }
        Ok(())
    }

    /// All characters inside the element that has just begun.
    pub(super) fn text(&mut self) -> Result<String, Wrong> {
        let mut out = String::new();
        let mut depth = 1_usize;
        while depth > 0 {
            match self.next()? {
                Node::Start(_) => depth += 1,
                Node::End(_) => depth -= 1,
                Node::Text(text) => out.push_str(&text),
                Node::Over => return Err(self.damaged()),
            }
        }
        Ok(out)
    }

    pub(super) fn damaged(&self) -> Wrong {
        Wrong::damaged(self.part)
    }

    fn resolve(&self, entity: &BytesRef<'_>) -> Result<String, Wrong> {
        if let Some(letter) = entity.resolve_char_ref().map_err(|_| self.damaged())? {
            return Ok(letter.into());
        }
        let letter = match entity.xml10_content().as_ref() {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "apos" => "'",
            _ => return Err(self.damaged()),
        };
        Ok(letter.to_owned())
    }
}
