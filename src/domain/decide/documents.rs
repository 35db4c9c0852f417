//! The register of documents.

use chrono::NaiveDate;

use crate::domain::command::DocumentChoice;
use crate::domain::evidence::{Document, DocumentStatus};
use crate::domain::followup::DecisionState;
use crate::domain::ids::{DocumentId, Seq};
use crate::domain::people::Role;
use crate::domain::record::{Key, Kind, Record};
use crate::domain::refusal::{Field, Refusal};

use super::rights::Rights;
use super::sheet::Sheet;
use super::terms::not_before;
use super::texts::{self, NOTE_TEXT, NUMBER_TEXT, TITLE_TEXT};

/// Who keeps the register of documents.
pub(super) const REGISTERING: [Role; 3] = [Role::Methodist, Role::Head, Role::Administrator];

/// Adds a document.
pub(super) fn add(sheet: &mut Sheet, document: &Document) -> Result<DocumentId, Refusal> {
    may_register(sheet)?;
    enter(sheet, document)
}

fn enter(sheet: &mut Sheet, document: &Document) -> Result<DocumentId, Refusal> {
    sound(document)?;
    let record = Record::Document(document.clone());
    sheet.create(Kind::Document, DocumentId, Key::Document, record)
}

/// Changes a document. What a signed decision or approved results rest on keeps its date and number; only the head of department, who signs,
/// puts them right.
pub(super) fn edit(
    sheet: &mut Sheet,
    id: DocumentId,
    seen: Seq,
    document: &Document,
) -> Result<(), Refusal> {
    may_register(sheet)?;
    sheet.check_revision(Key::Document(id), seen)?;
    sound(document)?;
    if let Some(stands) = sheet.state.documents.get(&id) {
        may_change(&sheet.rights(), id, stands, document)?;
    }
    sheet.put(Key::Document(id), Record::Document(document.clone()));
    Ok(())
}

/// Whether the person may make this document of that one.
pub(super) fn may_change(
    rights: &Rights,
    id: DocumentId,
    stands: &Document,
    document: &Document,
) -> Result<(), Refusal> {
    rights.need_for(&REGISTERING, &[])?;
    let state = rights.state;
    let signed = (state.decisions.values())
        .any(|it| it.document == Some(id) && it.state != DecisionState::Draft);
    let approved = || state.periods.values().any(|it| it.approved_by == Some(id));
    if signed || approved() {
        if can_be_signed(stands).is_ok() {
            can_be_signed(document)?;
        }
        if (stands.date, &stands.number) != (document.date, &document.number) {
            rights.need_one(Role::Head)?;
        }
    }
    Ok(())
}

/// The paper that somebody's career or an organisation's end rests on. Whoever may write these down may enter it, too.
pub(super) fn choose_paper(
    sheet: &mut Sheet,
    choice: Option<&DocumentChoice>,
) -> Result<Option<DocumentId>, Refusal> {
    match choice {
        None => Ok(None),
        Some(DocumentChoice::New(document)) => enter(sheet, document).map(Some),
        Some(DocumentChoice::Known(id)) => {
            sheet.must_exist(Key::Document(*id))?;
            Ok(Some(*id))
        }
    }
}

/// The document that a form names: a known one, or a new one that joins the register.
pub(super) fn choose(sheet: &mut Sheet, choice: &DocumentChoice) -> Result<DocumentId, Refusal> {
    match choice {
        DocumentChoice::Known(id) => {
            sheet.must_exist(Key::Document(*id))?;
            Ok(*id)
        }
        DocumentChoice::New(document) => add(sheet, document),
    }
}

/// The same for an administrator, who keeps the catalogue and enters the acts that it rests on.
pub(super) fn choose_by_administrator(
    sheet: &mut Sheet,
    choice: &DocumentChoice,
) -> Result<DocumentId, Refusal> {
    if matches!(choice, DocumentChoice::New(_)) {
        sheet.rights().need_one(Role::Administrator)?;
    }
    choose_ground(sheet, choice)
}

/// The same for whoever may do a thing that rests on a paper: who does it may name it.
pub(super) fn choose_ground(
    sheet: &mut Sheet,
    choice: &DocumentChoice,
) -> Result<DocumentId, Refusal> {
    match choice {
        DocumentChoice::Known(_) => choose(sheet, choice),
        DocumentChoice::New(document) => enter(sheet, document),
    }
}

/// The act that a form names, as something a decision can be signed by. Its date is given back.
pub(super) fn choose_act(
    sheet: &mut Sheet,
    choice: &DocumentChoice,
) -> Result<(DocumentId, NaiveDate), Refusal> {
    let id = choose(sheet, choice)?;
    let written = match sheet.written(Key::Document(id)) {
        Some(Record::Document(new)) => Some(new),
        _ => sheet.state.documents.get(&id).map(|it| &it.body),
    };
    let key = Key::Document(id);
    let document = written.ok_or(Refusal::Missing { key })?;
    Ok((id, can_be_signed(document)?))
}

/// The date of an act, if it has what makes an act: a date and a number.
fn can_be_signed(document: &Document) -> Result<NaiveDate, Refusal> {
    let lacks = |lacks| Refusal::IncompleteDocument { lacks };
    let date = document.date.ok_or_else(|| lacks(Field::Date))?;
    match texts::is_blank(&document.number) {
        true => Err(lacks(Field::Number)),
        false => Ok(date),
    }
}

fn may_register(sheet: &Sheet) -> Result<(), Refusal> {
    (sheet.rights()).need_for(&REGISTERING, &[])
}

fn sound(document: &Document) -> Result<(), Refusal> {
    texts::line(Field::Issuer, &document.issuer, TITLE_TEXT)?;
    texts::line(Field::Number, &document.number, NUMBER_TEXT)?;
    texts::line(Field::Title, &document.title, TITLE_TEXT)?;
    texts::line(Field::Source, &document.link, NOTE_TEXT)?;
    // Requisites may be incomplete, but something must tell the document from all others.
    if texts::is_blank(&document.title) && texts::is_blank(&document.number) {
        let field = Field::Title;
        return Err(Refusal::Empty { field });
    }
    let Some(date) = document.date else {
        return Ok(());
    };
    not_before(Field::Date, document.redaction, date)?;
    match &document.status {
        DocumentStatus::InForce => Ok(()),
        DocumentStatus::Repealed { by, on } => {
            texts::line(Field::Reason, by, TITLE_TEXT)?;
            not_before(Field::To, *on, date)
        }
    }
}
