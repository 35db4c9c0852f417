//! What a page of a section brings: documents, requirements and citations in one commit.

use crate::domain::cycle_command::{PageIntake, PageRef};
use crate::domain::evidence::{Citation, Requirement};
use crate::domain::ids::{DocumentId, RequirementId};
use crate::domain::record::{Key, Kind, Record};
use crate::domain::refusal::{Field, Refusal};

use super::citations;
use super::{KEEPING, rounds};
use crate::domain::decide::documents;
use crate::domain::decide::sheet::Sheet;
use crate::domain::decide::texts::{self, MOST_ITEMS};

/// Takes a page in.
pub(super) fn take(sheet: &mut Sheet, it: &PageIntake) -> Result<(), Refusal> {
    citations::may_cite(sheet)?;
    sheet.check_revision(Key::Round(it.round), it.seen)?;
    let round = rounds::is_open(sheet, it.round)?;
    for (field, given) in [
        (Field::Document, it.documents.len()),
        (Field::Text, it.requirements.len()),
        (Field::Ground, it.citations.len()),
    ] {
        texts::at_most(field, MOST_ITEMS, given)?;
    }
    if !it.requirements.is_empty() {
        sheet.rights().need(KEEPING)?;
    }
    let mut new_documents: Vec<DocumentId> = Vec::new();
    for document in &it.documents {
        new_documents.push(documents::add(sheet, document)?);
    }
    let key = Key::Section(round.section);
    let section = sheet.state.sections.get(&round.section);
    let section = section.ok_or(Refusal::Missing { key })?;
    let mut new_requirements: Vec<RequirementId> = Vec::new();
    for requirement in &it.requirements {
        let requirement = Requirement {
            round: it.round,
            ..requirement.clone()
        };
        rounds::sound_requirement(section, &requirement)?;
        let record = Record::Requirement(requirement);
        let id = sheet.create(Kind::Requirement, RequirementId, Key::Requirement, record)?;
        new_requirements.push(id);
    }
    let (no_requirement, no_document) = (
        Key::Requirement(RequirementId(0)),
        Key::Document(DocumentId(0)),
    );
    for citation in &it.citations {
        let requirement = at(citation.requirement, &new_requirements, no_requirement)?;
        let document = at(citation.document, &new_documents, no_document)?;
        sheet.must_exist(Key::Document(document))?;
        let citation = Citation {
            requirement,
            document,
            pages: citation.pages.clone(),
            note: citation.note.clone(),
            order: 0,
            retired: false,
            sent: None,
        };
        citations::add(sheet, citation)?;
    }
    for (id, seen, pages) in &it.pages {
        let note = sheet.state.citations.get(id).map(|it| it.note.clone());
        citations::edit(sheet, *id, *seen, (pages, &note.unwrap_or_default()))?;
    }
    Ok(())
}

/// The record that is meant; the `unknown` one is missing where the page brings none of that place.
fn at<Id: Copy>(it: PageRef<Id>, new: &[Id], unknown: Key) -> Result<Id, Refusal> {
    match it {
        PageRef::Known(id) => Ok(id),
        PageRef::New(place) => {
            let found = usize::try_from(place).ok().and_then(|it| new.get(it));
            found.copied().ok_or(Refusal::Missing { key: unknown })
        }
    }
}
