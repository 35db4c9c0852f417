//! Citations: a document proves a requirement, on these pages.

use chrono::NaiveDate;

use crate::domain::command::DocumentChoice;
use crate::domain::cycle_command::CitationDraft;
use crate::domain::evidence::{Citation, Document, DocumentStatus};
use crate::domain::ids::{CitationId, DocumentId, RequirementId, Seq};
use crate::domain::record::{Key, Kind, Record};
use crate::domain::refusal::{CycleRefusal, Field, Refusal};
use crate::domain::same_act::same_act;

use super::rounds;
use crate::domain::decide::documents::{self, REGISTERING};
use crate::domain::decide::sheet::Sheet;
use crate::domain::decide::texts::{self, MOST_ITEMS, NOTE_TEXT};

/// Most characters of pages: «4-17, 62-64».
const PAGES_TEXT: usize = 200;

/// Cites documents for requirements. A new document that several of them name is entered once.
pub(super) fn cite(sheet: &mut Sheet, drafts: &[CitationDraft]) -> Result<(), Refusal> {
    may_cite(sheet)?;
    texts::at_most(Field::Document, MOST_ITEMS, drafts.len())?;
    let mut entered: Vec<(&Document, DocumentId)> = Vec::new();
    for draft in drafts {
        let same = match &draft.document {
            DocumentChoice::New(new) => entered.iter().find(|(it, _)| *it == new),
            DocumentChoice::Known(_) => None,
        };
        let document = match same {
            Some((_, id)) => *id,
            None => {
                is_new(sheet, &draft.document)?;
                documents::choose(sheet, &draft.document)?
            }
        };
        if let DocumentChoice::New(new) = &draft.document {
            entered.push((new, document));
        }
        let citation = Citation {
            requirement: draft.requirement,
            document,
            pages: draft.pages.clone(),
            note: draft.note.clone(),
            order: 0,
            retired: false,
            sent: None,
        };
        add(sheet, citation)?;
    }
    Ok(())
}

/// Refuses an act that is entered on the spot and stands in the register: entered twice it would be two.
fn is_new(sheet: &Sheet, choice: &DocumentChoice) -> Result<(), Refusal> {
    let DocumentChoice::New(new) = choice else {
        return Ok(());
    };
    let mut all = sheet.state.documents.iter();
    match all.find(|(_, it)| same_act(it, new)) {
        Some((document, _)) => {
            let document = *document;
            Err(Refusal::Cycle(CycleRefusal::KnownAct { document }))
        }
        None => Ok(()),
    }
}

/// Adds a citation, last under its requirement.
pub(super) fn add(sheet: &mut Sheet, citation: Citation) -> Result<CitationId, Refusal> {
    sound(&citation.pages, &citation.note)?;
    open_requirement(sheet, citation.requirement)?;
    if let Some(by) = standing(sheet, &citation) {
        return Err(Refusal::Cycle(CycleRefusal::CitedAlready { by }));
    }
    let order = next_order(sheet, citation.requirement);
    let record = Record::Citation(Citation { order, ..citation });
    sheet.create(Kind::Citation, CitationId, Key::Citation, record)
}

/// Changes what is said of a citation.
pub(super) fn edit(
    sheet: &mut Sheet,
    id: CitationId,
    seen: Seq,
    (pages, note): (&str, &str),
) -> Result<(), Refusal> {
    may_cite(sheet)?;
    sound(pages, note)?;
    let mut citation = changeable(sheet, id, seen)?;
    pages.clone_into(&mut citation.pages);
    note.clone_into(&mut citation.note);
    sheet.put(Key::Citation(id), Record::Citation(citation));
    Ok(())
}

/// Moves citations to another requirement.
pub(super) fn move_to(
    sheet: &mut Sheet,
    ids: &[(CitationId, Seq)],
    to: RequirementId,
) -> Result<(), Refusal> {
    may_cite(sheet)?;
    open_requirement(sheet, to)?;
    for (id, seen) in ids {
        let mut citation = changeable(sheet, *id, *seen)?;
        if citation.requirement == to {
            continue;
        }
        citation.requirement = to;
        if let Some(by) = standing(sheet, &citation) {
            return Err(Refusal::Cycle(CycleRefusal::CitedAlready { by }));
        }
        citation.order = next_order(sheet, to);
        sheet.put(Key::Citation(*id), Record::Citation(citation));
    }
    Ok(())
}

/// Copies citations; what stands there already is left alone.
pub(super) fn copy(
    sheet: &mut Sheet,
    ids: &[CitationId],
    to: &[RequirementId],
) -> Result<(), Refusal> {
    may_cite(sheet)?;
    texts::at_most(
        Field::Document,
        MOST_ITEMS,
        ids.len().saturating_mul(to.len()),
    )?;
    for id in ids {
        let key = Key::Citation(*id);
        let state = sheet.state;
        let there = state.citations.get(id).ok_or(Refusal::Missing { key })?;
        for requirement in to {
            let citation = Citation {
                requirement: *requirement,
                retired: false,
                sent: None,
                ..there.body.clone()
            };
            if standing(sheet, &citation).is_none() {
                add(sheet, citation)?;
            }
        }
    }
    Ok(())
}

/// Retires citations, or takes them up again.
pub(super) fn retire(
    sheet: &mut Sheet,
    ids: &[(CitationId, Seq)],
    retired: bool,
) -> Result<(), Refusal> {
    may_cite(sheet)?;
    for (id, seen) in ids {
        let mut citation = changeable(sheet, *id, *seen)?;
        citation.retired = retired;
        if !retired && let Some(by) = standing(sheet, &citation) {
            return Err(Refusal::Cycle(CycleRefusal::CitedAlready { by }));
        }
        sheet.put(Key::Citation(*id), Record::Citation(citation));
    }
    Ok(())
}

/// Names a successor of a document.
pub(super) fn replace(
    sheet: &mut Sheet,
    (from, to): (DocumentId, &DocumentChoice),
    citations: &[(CitationId, Seq)],
    (keep_pages, repealed): (bool, Option<(NaiveDate, Seq)>),
) -> Result<(), Refusal> {
    may_cite(sheet)?;
    let to_id = documents::choose(sheet, to)?;
    for (id, seen) in citations {
        let mut citation = changeable(sheet, *id, *seen)?;
        let key = Key::Citation(*id);
        if citation.document != from {
            return Err(Refusal::WrongKind { key });
        }
        citation.document = to_id;
        if !keep_pages {
            citation.pages.clear();
        }
        // Where the successor is cited already, the former citation only goes.
        if standing(sheet, &citation).is_some() {
            citation.document = from;
            citation.retired = true;
        }
        sheet.put(key, Record::Citation(citation));
    }
    match repealed {
        Some((on, seen)) if to_id != from => repeal(sheet, (from, seen), (to, to_id), on),
        _ => Ok(()),
    }
}

fn repeal(
    sheet: &mut Sheet,
    (from, seen): (DocumentId, Seq),
    (to, to_id): (&DocumentChoice, DocumentId),
    on: NaiveDate,
) -> Result<(), Refusal> {
    let key = Key::Document(from);
    let former = sheet.state.documents.get(&from);
    let former = former.ok_or(Refusal::Missing { key })?;
    let successor = match to {
        DocumentChoice::New(it) => Some(it),
        DocumentChoice::Known(_) => sheet.state.documents.get(&to_id).map(|it| &it.body),
    };
    let by = successor.map_or_else(String::new, named_by_number);
    let document = Document {
        status: DocumentStatus::Repealed { by, on: Some(on) },
        ..former.body.clone()
    };
    documents::edit(sheet, from, seen, &document)
}

/// What a repealed document says of its successor: date and number, as they are.
fn named_by_number(it: &Document) -> String {
    let date = it.date.map(|it| it.format("%d.%m.%Y").to_string());
    let number = (!it.number.is_empty()).then(|| format!("№ {}", it.number));
    let parts: Vec<String> = date.into_iter().chain(number).collect();
    match parts.is_empty() {
        true => it.title.clone(),
        false => parts.join(" "),
    }
}

/// The citation, if its round can still be changed.
fn changeable(sheet: &Sheet, id: CitationId, seen: Seq) -> Result<Citation, Refusal> {
    let key = Key::Citation(id);
    sheet.check_revision(key, seen)?;
    let citation = sheet.state.citations.get(&id);
    let citation = citation.ok_or(Refusal::Missing { key })?.body.clone();
    open_requirement(sheet, citation.requirement)?;
    Ok(citation)
}

/// The citation in force that says the same: this document for this requirement, on these pages.
pub(super) fn standing(sheet: &Sheet, citation: &Citation) -> Option<CitationId> {
    let same = |it: &Citation| {
        !it.retired
            && it.document == citation.document
            && it.requirement == citation.requirement
            && it.pages == citation.pages
    };
    let state = sheet.state;
    let written = sheet
        .all_written()
        .find_map(|(key, record)| match (key, record) {
            (Key::Citation(id), Record::Citation(it)) if same(it) => Some(id),
            _ => None,
        });
    written.or_else(|| {
        let mut there = state.citations_of.of(citation.requirement);
        there.find(|id| {
            let untouched = sheet.comes_to(Key::Citation(*id)).is_none();
            untouched && state.citations.get(id).is_some_and(|it| same(it))
        })
    })
}

/// The place after the last under a requirement.
fn next_order(sheet: &Sheet, requirement: RequirementId) -> u32 {
    let state = sheet.state;
    let there = state.citations_of.of(requirement);
    let there = there.filter_map(|id| state.citations.get(&id).map(|it| it.order));
    let written = sheet.all_written().filter_map(|(_, record)| match record {
        Record::Citation(it) if it.requirement == requirement => Some(it.order),
        _ => None,
    });
    there.chain(written).max().unwrap_or(0).saturating_add(1)
}

fn open_requirement(sheet: &Sheet, id: RequirementId) -> Result<(), Refusal> {
    let key = Key::Requirement(id);
    // One that the same command brings is of an open round.
    if sheet.written(key).is_some() {
        return Ok(());
    }
    let requirement = sheet.state.requirements.get(&id);
    let round = requirement.ok_or(Refusal::Missing { key })?.round;
    rounds::is_open(sheet, round).map(|_| ())
}

pub(super) fn may_cite(sheet: &Sheet) -> Result<(), Refusal> {
    sheet.rights().need_for(&REGISTERING, &[])
}

pub(super) fn sound(pages: &str, note: &str) -> Result<(), Refusal> {
    texts::line(Field::Pages, pages, PAGES_TEXT)?;
    texts::lines(Field::Note, note, NOTE_TEXT)
}
