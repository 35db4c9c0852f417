//! A document in a form: found in the register by number or words, or entered on the spot.

use chrono::NaiveDate;

use super::repealing;
use super::term;
use crate::domain::command::DocumentChoice;
use crate::domain::date::Side;
use crate::domain::evidence::{Document, DocumentKind, DocumentLevel, DocumentStatus};
use crate::domain::ids::DocumentId;
use crate::domain::refusal::Field as RefusedField;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::find;
use crate::tui::inline::purpose::Fault;
use crate::tui::widget::form::{Candidate, Field, Form, Kind, Lookup};

/// The field that names a document.
pub const DOCUMENT: &str = "document";
/// The beginning of the names of a new document's fields.
const FIELDS: &str = "new.";
/// The token of a document that is not in the register yet.
const NEW: &str = "new";

const KIND: &str = "new.kind";
pub(super) const ISSUER: &str = "new.issuer";
pub(super) const LEVEL: &str = "new.level";
pub(super) const DATE: &str = "new.date";
pub(super) const NUMBER: &str = "new.number";
pub(super) const TITLE: &str = "new.title";
pub(super) const REDACTION: &str = "new.redaction";
pub(super) const LINK: &str = "new.link";
pub(super) const STATUS: &str = "new.status";
pub(super) const REPEALED_ON: &str = "new.repealed-on";

/// Kinds, the most usual first.
const KINDS: [DocumentKind; 12] = [
    DocumentKind::Order,
    DocumentKind::Directive,
    DocumentKind::Resolution,
    DocumentKind::Letter,
    DocumentKind::Protocol,
    DocumentKind::AnalyticalNote,
    DocumentKind::ReportPaper,
    DocumentKind::Plan,
    DocumentKind::Letters,
    DocumentKind::Decisions,
    DocumentKind::Event,
    DocumentKind::Other,
];
/// Levels, the most usual first.
const LEVELS: [DocumentLevel; 4] = [
    DocumentLevel::Municipal,
    DocumentLevel::Organisation,
    DocumentLevel::Regional,
    DocumentLevel::Federal,
];

/// All documents of the register as they are found, the latest first.
pub(super) fn register(app: &App) -> Vec<Candidate> {
    let mut all: Vec<_> = app.state().documents.iter().collect();
    all.sort_by_key(|(id, it)| std::cmp::Reverse((it.date, **id)));
    (all.into_iter())
        .map(|(id, it)| Candidate {
            token: id.0.to_string(),
            label: find::document_line(app, it),
            more: String::new(),
        })
        .collect()
}

/// A field that names a document of the register, or a new one.
#[must_use]
pub fn field(app: &App, label: Phrase, chosen: Option<DocumentId>) -> Field {
    named(app, label, chosen.as_slice(), false)
}

/// The same for several, one of which may be new.
#[must_use]
pub fn field_of_many(app: &App, label: Phrase, chosen: &[DocumentId]) -> Field {
    named(app, label, chosen, true)
}

fn named(app: &App, label: Phrase, chosen: &[DocumentId], many: bool) -> Field {
    let new = Candidate {
        token: NEW.to_owned(),
        label: app.say(Phrase::NewDocument),
        more: String::new(),
    };
    let mut lookup = Lookup::new(register(app), many).or_new(new);
    let tokens: Vec<String> = chosen.iter().map(|it| it.0.to_string()).collect();
    lookup.choose(tokens.iter().map(String::as_str));
    Field::lookup(DOCUMENT, app.say(label), lookup)
}

/// Shows the fields of a new document while one is to be entered, and what was understood in them. `before` is the field that they
/// stand before.
pub fn renew(form: &mut Form, before: &str, app: &App) {
    let wanted = form.tokens(DOCUMENT).iter().any(|it| it == NEW);
    let shown = form.field(KIND).is_some();
    if wanted && !shown {
        let typed = match form.field(DOCUMENT).map(|it| &it.kind) {
            Some(Kind::Lookup(lookup)) => lookup.typed().to_owned(),
            _ => String::new(),
        };
        let document = beginning(app, &typed);
        form.insert_before(before, fields(app, &document));
        form.focus(KIND);
    }
    if !wanted && shown {
        form.remove(FIELDS);
    }
    let empty = form.tokens(DOCUMENT).is_empty();
    if let Some(field) = form.field_mut(DOCUMENT) {
        let typing = matches!(&field.kind, Kind::Lookup(it) if !it.query().is_empty());
        field.hint = if empty && !typing {
            app.say(Phrase::DocumentHow)
        } else {
            String::new()
        };
    }
    term::hint_date(form, DATE, app, Side::Past);
    if wanted {
        if let Some(field) = form.field_mut(NUMBER) {
            field.note.clear();
        }
        warn_of_twin(form, app, None);
    }
}

/// Makes the fields of a new document if the kept input has them.
pub fn prepare(form: &mut Form, before: &str, kept: &[(String, String)], app: &App) {
    if kept.iter().any(|(name, _)| name == KIND) && form.field(KIND).is_none() {
        form.insert_before(before, fields(app, &beginning(app, "")));
    }
}

/// Makes the form one of a new document that begins so; all of it can be changed, and a document of the register found instead.
pub fn propose(form: &mut Form, before: &str, document: &Document, app: &App) {
    form.set(DOCUMENT, NEW);
    form.insert_before(before, fields(app, document));
    form.focus(NUMBER);
}

/// Whether the form names a document, or has words in the field that will be taken for one.
#[must_use]
pub fn is_named(form: &Form) -> bool {
    match form.field(DOCUMENT).map(|it| &it.kind) {
        Some(Kind::Lookup(it)) => !it.chosen().is_empty() || !it.query().text().trim().is_empty(),
        _ => false,
    }
}

/// The document that the form names; `None` where it names none.
///
/// # Errors
/// What cannot be read of a new one.
pub fn choice(form: &Form, app: &App) -> Result<Option<DocumentChoice>, Fault> {
    Ok(choices(form, app)?.into_iter().next())
}

/// All documents that the form names.
///
/// # Errors
/// What cannot be read of a new one.
pub fn choices(form: &Form, app: &App) -> Result<Vec<DocumentChoice>, Fault> {
    let mut all = Vec::new();
    for token in form.tokens(DOCUMENT) {
        match token.parse() {
            Ok(id) => all.push(DocumentChoice::Known(DocumentId(id))),
            Err(_) => all.push(DocumentChoice::New(read(form, app, None)?)),
        }
    }
    Ok(all)
}

/// The date of the document that the form names, as far as it is known.
#[must_use]
pub fn date(form: &Form, app: &App) -> Option<NaiveDate> {
    let token = form.tokens(DOCUMENT).into_iter().next()?;
    match token.parse() {
        Ok(id) => app.state().documents.get(&DocumentId(id))?.date,
        Err(_) => term::date_of(form, DATE, app, Side::Past).ok(),
    }
}

/// What the form names, in words; empty where it names none.
#[must_use]
pub fn told(form: &Form, app: &App) -> String {
    match choice(form, app) {
        Ok(Some(DocumentChoice::Known(id))) => app.narrator().document(id),
        Ok(Some(DocumentChoice::New(it))) => app.narrator().requisites(&it),
        Ok(None) | Err(_) => String::new(),
    }
}

/// The fields that a refusal of a document means.
#[must_use]
pub fn field_of(field: RefusedField) -> Option<&'static str> {
    match field {
        RefusedField::Document => Some(DOCUMENT),
        RefusedField::Issuer => Some(ISSUER),
        RefusedField::Number => Some(NUMBER),
        RefusedField::Title => Some(TITLE),
        RefusedField::Date => Some(DATE),
        RefusedField::Source => Some(LINK),
        _ => None,
    }
}

/// A new document as it begins: what was typed to find it is its number, or its title.
pub(super) fn beginning(app: &App, typed: &str) -> Document {
    let state = app.state();
    // Who issues here is what the settings say; only where they say nothing, who issued last.
    let own = (state.settings.as_ref()).map(|it| it.municipality.trim());
    let last = (state.documents.iter().rev())
        .map(|(_, it)| it)
        .find(|it| it.level == DocumentLevel::Municipal && !it.issuer.is_empty());
    let issuer = own
        .filter(|it| !it.is_empty())
        .or_else(|| last.map(|it| it.issuer.as_str()));
    let is_number = typed.chars().any(|it| it.is_ascii_digit());
    let is_command = crate::domain::text::fold(&app.say(Phrase::NewDocument))
        .starts_with(&crate::domain::text::fold(typed));
    Document {
        kind: DocumentKind::Order,
        issuer: issuer.unwrap_or_default().to_owned(),
        level: DocumentLevel::Municipal,
        date: None,
        number: if is_number { typed } else { "" }.to_owned(),
        title: if is_number || is_command { "" } else { typed }.to_owned(),
        redaction: None,
        status: DocumentStatus::InForce,
        link: String::new(),
    }
}

pub(super) fn fields(app: &App, document: &Document) -> Vec<Field> {
    let place = |at: Option<usize>| at.unwrap_or(0);
    let kinds = KINDS.iter();
    let date = document.date.map(crate::locale::format::date);
    vec![
        Field::choice(
            KIND,
            app.say(Phrase::LabelDocumentKind),
            kinds.map(|it| app.locale.word(it)).collect(),
            place(KINDS.iter().position(|it| *it == document.kind)),
        ),
        Field::line(NUMBER, app.say(Phrase::LabelNumber), &document.number).dated(DATE),
        Field::line(
            DATE,
            app.say(Phrase::LabelDate),
            date.as_deref().unwrap_or(""),
        ),
        Field::line(TITLE, app.say(Phrase::LabelTitle), &document.title),
        Field::line(ISSUER, app.say(Phrase::LabelIssuer), &document.issuer),
        Field::choice(
            LEVEL,
            app.say(Phrase::LabelLevel),
            LEVELS.iter().map(|it| app.locale.word(it)).collect(),
            place(LEVELS.iter().position(|it| *it == document.level)),
        ),
    ]
}

/// The rest of a document's requisites, which only the register asks.
pub(super) fn more_fields(app: &App, document: &Document, own: Option<DocumentId>) -> Vec<Field> {
    let date =
        |it: Option<chrono::NaiveDate>| it.map(crate::locale::format::date).unwrap_or_default();
    let (repealed, by, on) = match &document.status {
        DocumentStatus::InForce => (0, "", None),
        DocumentStatus::Repealed { by, on } => (1, by.as_str(), *on),
    };
    let states = [
        DocumentStatus::InForce,
        DocumentStatus::Repealed {
            by: String::new(),
            on: None,
        },
    ];
    vec![
        Field::line(
            REDACTION,
            app.say(Phrase::LabelRedaction),
            &date(document.redaction),
        ),
        Field::line(LINK, app.say(Phrase::LabelLink), &document.link),
        Field::choice(
            STATUS,
            app.say(Phrase::LabelStatus),
            states.map(|it| app.locale.word(&it)).to_vec(),
            repealed,
        ),
        repealing::field(app, by, own),
        Field::line(REPEALED_ON, app.say(Phrase::LabelRepealedOn), &date(on)),
    ]
}

/// Whether the register has such a document already: one of this kind, date, number and issuer.
fn twin(form: &Form, app: &App, own: Option<DocumentId>) -> Option<DocumentId> {
    let it = read(form, app, None).ok()?;
    let fold = crate::domain::text::fold;
    let same = |other: &Document| {
        (other.kind, other.date) == (it.kind, it.date)
            && fold(&other.number) == fold(&it.number)
            && fold(&other.issuer) == fold(&it.issuer)
    };
    let mut all = app.state().documents.iter();
    let is_known = it.date.is_some() && !it.number.is_empty();
    let found = all.find(|(id, other)| Some(**id) != own && same(other));
    found.filter(|_| is_known).map(|(id, _)| *id)
}

/// Says beneath the number that the register has such a document.
pub(super) fn warn_of_twin(form: &mut Form, app: &App, own: Option<DocumentId>) {
    let twin = twin(form, app, own).map(|it| app.narrator().document(it));
    if let Some(twin) = twin
        && let Some(field) = form.field_mut(NUMBER)
    {
        field.note = app.say_with(Phrase::DocumentTwin, &crate::args![document = twin]);
    }
}

/// Reads the fields of a document; what they do not say stays as it was.
pub(super) fn read(form: &Form, app: &App, was: Option<&Document>) -> Result<Document, Fault> {
    let rest = was.cloned().unwrap_or_else(|| beginning(app, ""));
    Ok(Document {
        kind: (KINDS.get(form.choice(KIND)).copied()).unwrap_or(DocumentKind::Other),
        issuer: form.text(ISSUER),
        level: (LEVELS.get(form.choice(LEVEL)).copied()).unwrap_or(DocumentLevel::Municipal),
        date: term::date_or_none(form, DATE, app, Side::Past)?,
        number: form.text(NUMBER),
        title: form.text(TITLE),
        ..match form.field(STATUS) {
            Some(_) => more(form, app, rest)?,
            None => rest,
        }
    })
}

/// What the register asks beside.
fn more(form: &Form, app: &App, rest: Document) -> Result<Document, Fault> {
    let status = match form.choice(STATUS) {
        0 => DocumentStatus::InForce,
        _ => DocumentStatus::Repealed {
            by: repealing::text(form, app),
            on: term::date_or_none(form, REPEALED_ON, app, Side::Past)?,
        },
    };
    Ok(Document {
        redaction: term::date_or_none(form, REDACTION, app, Side::Past)?,
        link: form.text(LINK),
        status,
        ..rest
    })
}
