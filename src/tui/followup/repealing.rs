//! By what a document was repealed, in its form and on its page: found in the register by number or words, else as typed.
//!
//! The record keeps it as text, for the act of another body may never enter the register; which document that is, is found again by its
//! requisites.

use super::document;
use crate::domain::ids::DocumentId;
use crate::domain::text::fold;
use crate::locale::{NBSP, Phrase, format};
use crate::tui::app::App;
use crate::tui::widget::form::{Field, Form, Kind, Lookup};

/// The field.
pub const REPEALED_BY: &str = "new.repealed-by";
/// The beginning of the token of what the register does not have.
const TYPED: &str = "typed:";

/// The field of a document, itself not among those found.
pub(super) fn field(app: &App, by: &str, own: Option<DocumentId>) -> Field {
    let mut lookup = Lookup::new(document::register(app), false)
        .or_as_typed(TYPED)
        .offering_typed(app.say(Phrase::AsTyped));
    if let Some(own) = own {
        lookup.leave_out(&own.0.to_string());
    }
    let known = named(app, by, own).map(|it| it.0.to_string());
    let token = known.or_else(|| (!by.is_empty()).then(|| format!("{TYPED}{by}")));
    lookup.choose(token.as_deref().into_iter());
    Field::lookup(REPEALED_BY, app.say(Phrase::LabelRepealedBy), lookup)
}

/// How it is found, while nothing is there.
pub(super) fn hint(form: &mut Form, in_force: bool, app: &App) {
    let empty = match form.field(REPEALED_BY).map(|it| &it.kind) {
        Some(Kind::Lookup(it)) => it.chosen().is_empty() && it.query().is_empty(),
        _ => return,
    };
    let hint = match (empty, in_force) {
        (true, true) => app.say(Phrase::NotAskedYet),
        (true, false) => app.say(Phrase::RepealedByHow),
        (false, _) => String::new(),
    };
    form.hint(REPEALED_BY, hint);
}

/// What the record keeps of it.
pub(super) fn text(form: &Form, app: &App) -> String {
    let token = form.tokens(REPEALED_BY).into_iter().next();
    let token = token.unwrap_or_default();
    match (token.strip_prefix(TYPED), token.parse()) {
        (Some(typed), _) => typed.to_owned(),
        // As a person types it: a file of the register is compared with it.
        (None, Ok(id)) => app.narrator().document(DocumentId(id)).replace(NBSP, " "),
        (None, Err(_)) => String::new(),
    }
}

/// The one other document of the register that a text names: by number and date, else in just the words the register has for it.
#[must_use]
pub fn named(app: &App, text: &str, own: Option<DocumentId>) -> Option<DocumentId> {
    let folded = fold(text);
    let words: Vec<&str> = folded
        .split(|it: char| it.is_whitespace() || ",;()".contains(it))
        .collect();
    let others = || (app.state().documents.iter()).filter(|(id, _)| Some(**id) != own);
    let mut dated = others().filter(|(_, it)| {
        let number = fold(&it.number);
        let date = it.date.map(format::date);
        words.contains(&number.as_str()) && date.is_some_and(|it| folded.contains(&it))
    });
    if let (Some(found), None) = (dated.next(), dated.next()) {
        return Some(*found.0);
    }
    let mut called = others().filter(|(_, it)| fold(&app.narrator().requisites(it)) == folded);
    match (called.next(), called.next()) {
        (Some(found), None) => Some(*found.0),
        _ => None,
    }
}
