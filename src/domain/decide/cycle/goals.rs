//! Goals and notes of analysis: by whoever answers for the direction, or the head of department.

use crate::domain::command::DocumentChoice;
use crate::domain::cycle::{AnalysisNote, Goal};
use crate::domain::ids::{DirectionId, DocumentId, GoalId, NoteId, Seq};
use crate::domain::record::{Key, Kind, Record};
use crate::domain::refusal::{Field, Refusal};

use crate::domain::decide::documents;
use crate::domain::decide::rights::{LEADING, Part, Rights};
use crate::domain::decide::sheet::Sheet;
use crate::domain::decide::terms::{self, happened};
use crate::domain::decide::texts::{self, LONG_TEXT, NOTE_TEXT};

/// Who writes of a direction as a whole.
pub(in crate::domain::decide) fn lead_direction(
    rights: &Rights,
    direction: Option<DirectionId>,
) -> Result<(), Refusal> {
    let parts: Vec<Part> = direction
        .into_iter()
        .map(|it| Part::Direction(Some(it)))
        .collect();
    rights.need_for(&LEADING, &parts)
}

/// Adds a goal or changes one.
pub(super) fn put_goal(
    sheet: &mut Sheet,
    at: Option<(GoalId, Seq)>,
    goal: &Goal,
    document: Option<&DocumentChoice>,
) -> Result<(), Refusal> {
    if let Some((id, seen)) = at {
        sheet.check_revision(Key::Goal(id), seen)?;
        let there = sheet.state.goals.get(&id).map(|it| it.direction);
        lead_direction(&sheet.rights(), there)?;
    }
    lead_direction(&sheet.rights(), Some(goal.direction))?;
    is_direction(sheet, goal.direction)?;
    texts::full_lines(Field::Text, &goal.text, LONG_TEXT)?;
    texts::lines(Field::Relevance, &goal.grounds, LONG_TEXT)?;
    texts::at_most(Field::Targets, texts::MOST_ITEMS, goal.targets.len())?;
    let goal = Goal {
        document: paper(sheet, document)?,
        ..goal.clone()
    };
    let record = Record::Goal(goal);
    match at {
        Some((id, _)) => sheet.put(Key::Goal(id), record),
        None => {
            sheet.create(Kind::Goal, GoalId, Key::Goal, record)?;
        }
    }
    Ok(())
}

/// Adds a note of analysis or changes one.
pub(super) fn put_note(
    sheet: &mut Sheet,
    at: Option<(NoteId, Seq)>,
    note: &AnalysisNote,
    document: Option<&DocumentChoice>,
) -> Result<(), Refusal> {
    if let Some((id, seen)) = at {
        sheet.check_revision(Key::AnalysisNote(id), seen)?;
        let there = sheet.state.notes.get(&id).map(|it| it.direction);
        lead_direction(&sheet.rights(), there)?;
    }
    lead_direction(&sheet.rights(), Some(note.direction))?;
    is_direction(sheet, note.direction)?;
    sheet.period(note.period)?;
    happened(sheet, note.on, None)?;
    texts::full_lines(Field::Findings, &note.findings, LONG_TEXT)?;
    texts::lines(Field::Reason, &note.causes, LONG_TEXT)?;
    texts::lines(Field::Conclusions, &note.conclusions, LONG_TEXT)?;
    texts::at_most(Field::Ground, texts::MOST_ITEMS, note.about.len())?;
    for cell in &note.about {
        terms::ground(sheet, *cell)?;
    }
    let note = AnalysisNote {
        document: paper(sheet, document)?,
        ..note.clone()
    };
    let record = Record::AnalysisNote(note);
    match at {
        Some((id, _)) => sheet.put(Key::AnalysisNote(id), record),
        None => {
            sheet.create(Kind::AnalysisNote, NoteId, Key::AnalysisNote, record)?;
        }
    }
    Ok(())
}

/// Whether some edition has the direction.
pub(super) fn is_direction(sheet: &Sheet, id: DirectionId) -> Result<(), Refusal> {
    let mut all = sheet.state.directions.keys();
    match all.any(|(_, it)| *it == id) {
        true => Ok(()),
        false => {
            let key = Key::Direction(crate::domain::ids::EditionId(0), id);
            Err(Refusal::Missing { key })
        }
    }
}

/// The paper of a form: whoever writes the thing may enter its paper.
pub(super) fn paper(
    sheet: &mut Sheet,
    choice: Option<&DocumentChoice>,
) -> Result<Option<DocumentId>, Refusal> {
    documents::choose_paper(sheet, choice)
}

/// A note that may be left out.
pub(super) fn short(field: Field, text: &str) -> Result<(), Refusal> {
    texts::lines(field, text, NOTE_TEXT)
}
