//! A section in one file: its directions with their cycles, documents with their requisites, requirements in the order of the form,
//! citations under them.
//!
//! A document has a code within its file; pages belong to the citation.

use super::error::{Problem, TomlError};
use super::fields::{Document as File, Fields};
use super::write::{Writer, quoted};
use crate::domain::catalogue::Direction;
use crate::domain::cycle::{Round, RoundState, Section, SectionTrack};
use crate::domain::evidence::{
    Citation, Document, DocumentLevel, DocumentStatus, Requirement, Stage, Track,
};
use crate::domain::ids::{CitationId, DirectionId, DocumentId, RequirementId, RoundId, SectionId};
use crate::domain::record::{Key, Record};
use crate::exchange::names::Named;

/// The section of a file and the round in which its requirements stand.
const SECTION: SectionId = SectionId(1);
const ROUND: RoundId = RoundId(1);

/// A section with its documents, requirements and citations; ids are given in the order of the file, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cycle {
    /// The section.
    pub section: Section,
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
        let mut cycle = Cycle {
            section: read_section(fields.table("section")?, directions)?,
            documents: Vec::new(),
            requirements: Vec::new(),
            citations: Vec::new(),
        };
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
            Some(given) => Some(direction_of(&table, "direction", given, directions)?),
        };
        let requirement = Requirement {
            round: ROUND,
            stage: table.named("stage")?,
            track: direction.map(Track::Direction),
            text: table.words("text")?,
            order,
            max_points: table.positive("max_points")?,
            points: table.number_opt("points")?,
            asked: (table.named_opt("asked")?).unwrap_or(DocumentLevel::Municipal),
            inapplicable: table.text("inapplicable")?,
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
                retired: false,
                sent: None,
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
        write_section(&mut out, &self.section, directions);
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
            out.text("stage", it.stage.name());
            let direction = directions
                .iter()
                .find(|(id, _)| Some(*id) == it.direction());
            if let Some((_, direction)) = direction {
                out.text("direction", &direction.code);
            }
            out.text("text", &it.text);
            out.number("max_points", it.max_points);
            if let Some(points) = it.points {
                out.number("points", points);
            }
            if it.asked != DocumentLevel::Municipal {
                out.text("asked", it.asked.name());
            }
            out.text_unless_empty("inapplicable", &it.inapplicable);
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

    /// The form of the section, answered in a year: what is asked, and nothing that answers it.
    #[must_use]
    pub fn form(&self, year: u16) -> Vec<(Key, Record)> {
        let round = Round {
            section: SECTION,
            year,
            state: RoundState::Open,
            copied_from: None,
        };
        let head = [
            (Key::Section(SECTION), Record::Section(self.section.clone())),
            (Key::Round(ROUND), Record::Round(round)),
        ];
        let requirements = self
            .requirements
            .iter()
            .map(|(id, it)| (Key::Requirement(*id), Record::Requirement(it.clone())));
        head.into_iter().chain(requirements).collect()
    }

    /// All records, as answered in a year.
    #[must_use]
    pub fn records(&self, year: u16) -> Vec<(Key, Record)> {
        let documents = self
            .documents
            .iter()
            .map(|(id, it)| (Key::Document(*id), Record::Document(it.clone())));
        let citations = self
            .citations
            .iter()
            .map(|(id, it)| (Key::Citation(*id), Record::Citation(it.clone())));
        documents.chain(self.form(year)).chain(citations).collect()
    }
}

fn direction_of(
    table: &Fields<'_>,
    field: &str,
    given: String,
    directions: &[(DirectionId, Direction)],
) -> Result<DirectionId, TomlError> {
    let found = directions.iter().find(|(_, it)| it.code == given);
    match found {
        Some((id, _)) => Ok(*id),
        None => Err(table.fault(field, Problem::Unresolved { given })),
    }
}

fn read_section(
    mut table: Fields<'_>,
    directions: &[(DirectionId, Direction)],
) -> Result<Section, TomlError> {
    let mut section = Section {
        code: table.words("code")?,
        title: table.words("title")?,
        tracks: Vec::new(),
        retired: false,
    };
    for mut row in table.tables("directions")? {
        let given = row.words("code")?;
        let stages: Vec<Stage> = row.named_list("stages")?;
        section.tracks.push(SectionTrack {
            track: Track::Direction(direction_of(&row, "code", given, directions)?),
            title: row.text("title")?,
            // The full cycle unless a part of it is named.
            stages: match stages.is_empty() {
                true => Stage::ALL.to_vec(),
                false => stages,
            },
        });
        row.finish()?;
    }
    table.finish()?;
    Ok(section)
}

fn write_section(out: &mut Writer, it: &Section, directions: &[(DirectionId, Direction)]) {
    out.head("[section]");
    out.text("code", &it.code);
    out.text("title", &it.title);
    let rows = it.tracks.iter().filter_map(|it| {
        let Track::Direction(id) = it.track else {
            return None;
        };
        let (_, direction) = directions.iter().find(|(known, _)| *known == id)?;
        let mut row = format!("code = {}", quoted(&direction.code));
        if !it.title.is_empty() {
            row = format!("{row}, title = {}", quoted(&it.title));
        }
        if it.stages != Stage::ALL {
            let names: Vec<String> = it.stages.iter().map(|it| quoted(it.name())).collect();
            row = format!("{row}, stages = [{}]", names.join(", "));
        }
        Some(format!("{{ {row} }}"))
    });
    out.list("directions", rows);
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
