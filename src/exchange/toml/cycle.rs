//! Section 2.1 in one file: documents with their requisites, requirements in the order of the form, citations under them.
//!
//! A document has a code within its file; pages belong to the citation.

use super::error::{Problem, TomlError};
use super::fields::{Document as File, Fields};
use super::write::{Writer, quoted};
use crate::domain::catalogue::Direction;
use crate::domain::evidence::{Citation, Document, DocumentStatus, Requirement};
use crate::domain::ids::{CitationId, DirectionId, DocumentId, RequirementId};
use crate::domain::record::{Key, Record};
use crate::exchange::names::Named;

/// Documents, requirements and citations; ids are given in the order of the file, from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cycle {
    /// The register.
    pub documents: Vec<(DocumentId, Document)>,
    /// The lines of the form.
    pub requirements: Vec<(RequirementId, Requirement)>,
    /// What proves them.
    pub citations: Vec<(CitationId, Citation)>,
}

impl Cycle {
    /// Reads a file; directions are named by code, of these.
    pub fn read(
        file: &str,
        text: &str,
        directions: &[(DirectionId, Direction)],
    ) -> Result<Cycle, TomlError> {
        let parsed = File::parse(file, text)?;
        let mut fields = parsed.fields();
        let mut cycle = Cycle::default();
        let mut codes: Vec<String> = Vec::new();
        for (id, mut table) in (1..).zip(fields.tables("documents")?) {
            let code = table.words("code")?;
            table.called(&code);
            if codes.contains(&code) {
                return Err(table.fault("code", Problem::Duplicate { given: code }));
            }
            let document = read_document(&mut table)?;
            table.finish()?;
            codes.push(code);
            cycle.documents.push((DocumentId(id), document));
        }
        for (id, table) in (1..).zip(fields.tables("requirements")?) {
            cycle.read_requirement(RequirementId(id), table, &codes, directions)?;
        }
        fields.finish()?;
        Ok(cycle)
    }

    /// Section 2.1 that the program comes with, for its own catalogue's directions.
    pub fn shipped(directions: &[(DirectionId, Direction)]) -> Result<Cycle, TomlError> {
        let (file, text) = super::CYCLE;
        Cycle::read(file, text, directions)
    }

    fn read_requirement(
        &mut self,
        id: RequirementId,
        mut table: Fields<'_>,
        codes: &[String],
        directions: &[(DirectionId, Direction)],
    ) -> Result<(), TomlError> {
        let order = table.whole("order")?;
        table.called(&order.to_string());
        let direction = match table.text_opt("direction")? {
            None => None,
            Some(given) => match directions.iter().find(|(_, it)| it.code == given) {
                Some((id, _)) => Some(*id),
                None => return Err(table.fault("direction", Problem::Unresolved { given })),
            },
        };
        let requirement = Requirement {
            section: table.words("section")?,
            stage: table.named("stage")?,
            direction,
            text: table.words("text")?,
            order,
            max_points: table.positive("max_points")?,
        };
        for (order, mut row) in (1..).zip(table.tables("citations")?) {
            let given = row.words("document")?;
            let found = (1..).zip(codes).find(|(_, code)| **code == given);
            let Some((document, _)) = found else {
                return Err(row.fault("document", Problem::Unresolved { given }));
            };
            let citation = Citation {
                requirement: id,
                document: DocumentId(document),
                pages: row.text("pages")?,
                note: row.text("note")?,
                order,
            };
            row.finish()?;
            let next = u32::try_from(self.citations.len())
                .unwrap_or(u32::MAX)
                .saturating_add(1);
            self.citations.push((CitationId(next), citation));
        }
        table.finish()?;
        self.requirements.push((id, requirement));
        Ok(())
    }

    /// The file's text; reading it gives equal records, with ids in the order of the file.
    #[must_use]
    pub fn write(&self, directions: &[(DirectionId, Direction)]) -> String {
        let mut out = Writer::default();
        let codes = self.codes();
        let code_of = |id: DocumentId| {
            let found = codes.iter().find(|(it, _)| *it == id);
            found.map_or("", |(_, code)| code.as_str())
        };
        for (id, document) in &self.documents {
            out.head("[[documents]]");
            out.text("code", code_of(*id));
            write_document(&mut out, document);
        }
        for (id, it) in &self.requirements {
            out.head("[[requirements]]");
            out.raw("order", &it.order.to_string());
            out.text("section", &it.section);
            out.text("stage", it.stage.name());
            let direction = directions.iter().find(|(id, _)| Some(*id) == it.direction);
            if let Some((_, direction)) = direction {
                out.text("direction", &direction.code);
            }
            out.text("text", &it.text);
            out.number("max_points", it.max_points);
            let mut citations: Vec<&Citation> = self
                .citations
                .iter()
                .map(|(_, it)| it)
                .filter(|it| it.requirement == *id)
                .collect();
            citations.sort_by_key(|it| it.order);
            out.list(
                "citations",
                citations
                    .iter()
                    .map(|it| citation_row(it, code_of(it.document))),
            );
        }
        out.finish()
    }

    /// A code for each document: its number where that is enough, else with a counter.
    fn codes(&self) -> Vec<(DocumentId, String)> {
        let mut out: Vec<(DocumentId, String)> = Vec::new();
        for (n, (id, document)) in (1..).zip(&self.documents) {
            let taken = |code: &str| out.iter().any(|(_, it)| it == code);
            let code = match document.number.as_str() {
                "" => format!("документ {n}"),
                number if taken(number) => format!("{number} ({n})"),
                number => number.to_owned(),
            };
            out.push((*id, code));
        }
        out
    }

    /// All records.
    #[must_use]
    pub fn records(&self) -> Vec<(Key, Record)> {
        let documents = self
            .documents
            .iter()
            .map(|(id, it)| (Key::Document(*id), Record::Document(it.clone())));
        let requirements = self
            .requirements
            .iter()
            .map(|(id, it)| (Key::Requirement(*id), Record::Requirement(it.clone())));
        let citations = self
            .citations
            .iter()
            .map(|(id, it)| (Key::Citation(*id), Record::Citation(it.clone())));
        documents.chain(requirements).chain(citations).collect()
    }
}

fn citation_row(citation: &Citation, document: &str) -> String {
    let mut row = format!("document = {}", quoted(document));
    for (field, text) in [("pages", &citation.pages), ("note", &citation.note)] {
        if !text.is_empty() {
            row = format!("{row}, {field} = {}", quoted(text));
        }
    }
    format!("{{ {row} }}")
}

/// The requisites of a document. The caller ends with `finish`.
pub(super) fn read_document(fields: &mut Fields<'_>) -> Result<Document, TomlError> {
    let status = match fields.table_opt("repealed")? {
        None => DocumentStatus::InForce,
        Some(mut repealed) => {
            let status = DocumentStatus::Repealed {
                by: repealed.text("by")?,
                on: repealed.date("on")?,
            };
            repealed.finish()?;
            status
        }
    };
    Ok(Document {
        kind: fields.named("kind")?,
        issuer: fields.text("issuer")?,
        level: fields.named("level")?,
        date: fields.date("date")?,
        number: fields.text("number")?,
        title: fields.text("title")?,
        redaction: fields.date("redaction")?,
        status,
        link: fields.text("link")?,
    })
}

/// The requisites of a document, without the table's head.
pub(super) fn write_document(out: &mut Writer, document: &Document) {
    out.text("kind", document.kind.name());
    out.text_unless_empty("issuer", &document.issuer);
    out.text("level", document.level.name());
    out.date("date", document.date);
    out.text_unless_empty("number", &document.number);
    out.text_unless_empty("title", &document.title);
    out.date("redaction", document.redaction);
    out.text_unless_empty("link", &document.link);
    if let DocumentStatus::Repealed { by, on } = &document.status {
        let on = on.map_or_else(String::new, |it| {
            format!(", on = {}", it.format("%Y-%m-%d"))
        });
        out.raw("repealed", &format!("{{ by = {}{on} }}", quoted(by)));
    }
}
