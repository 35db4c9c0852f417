//! Two versions of a record in one form, so that no word of either is gone.
//!
//! Three forms are laid side by side: what is typed, what somebody else has recorded meanwhile, and what both began with. What one of the
//! two left as it was is taken from the other. Where both differ, texts stand one beneath the other, and any other field keeps what is
//! typed, with theirs said beneath it.

use super::purpose::beneath;
use crate::args;
use crate::domain::text::clean_multiline;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::widget::form::{Field, Form, Kind};

/// Brings what somebody else has recorded into these fields of a form. `base` is what both began with; input that came back began with
/// something that nobody knows any more. Whether something of theirs is only said beneath a field.
pub fn join(
    form: &mut Form,
    base: Option<&Form>,
    theirs: &Form,
    names: &[&str],
    app: &App,
) -> bool {
    let mut told = false;
    for name in names {
        let Some(other) = theirs.field(name) else {
            continue;
        };
        let Some(mine) = form.field_mut(name) else {
            insert(form, other, theirs);
            continue;
        };
        let was = base.and_then(|it| it.field(name));
        take(mine, was, other);
        let has_both = match mine.kind {
            Kind::Text(_) => true,
            Kind::Ticks { .. } => was.is_some(),
            _ => false,
        };
        mine.note = match has_both || held(mine) == held(other) {
            true => String::new(),
            false => {
                told = true;
                let there = match other.told() {
                    it if it.is_empty() => app.say(Phrase::CellEmpty),
                    it => it,
                };
                app.say_with(Phrase::ConflictTheirsHere, &args![value = there])
            }
        };
    }
    told
}

/// Whether a field of a form is as it began: also one that neither has.
pub fn is_untouched(form: &Form, base: &Form, name: &str) -> bool {
    form.field(name).map(held) == base.field(name).map(held)
}

/// Joins one field.
fn take(mine: &mut Field, was: Option<&Field>, theirs: &Field) {
    let untouched = was.is_some_and(|it| held(it) == held(mine));
    let left_alone = was.is_some_and(|it| held(it) == held(theirs));
    let (from, to) = (&theirs.kind, &mut mine.kind);
    match (to, from) {
        (Kind::Text(area), Kind::Text(_)) if !untouched && !left_alone => {
            let joined = beneath(&text_of(theirs), &clean_multiline(area.text().trim()));
            mine.import(&joined);
        }
        // Each thing is ticked or not: where one of the two left it as it was, the other has decided.
        (Kind::Ticks { items, .. }, Kind::Ticks { items: others, .. }) => {
            for other in others {
                let began = was.and_then(|it| tick(it, &other.token));
                match items.iter_mut().find(|it| it.token == other.token) {
                    Some(item) if began == Some(item.on) => item.on = other.on,
                    Some(_) => {}
                    None => items.push(other.clone()),
                }
            }
        }
        // The whole of it: what is found there may have been recorded since this form was made.
        (kind, from) if untouched => kind.clone_from(from),
        _ => {}
    }
}

/// What a field holds, as it is compared: blanks at the ends, and how a thing is kept, are no difference.
fn held(field: &Field) -> (String, String) {
    let half_typed = match &field.kind {
        Kind::Lookup(lookup) => lookup.query().text(),
        _ => String::new(),
    };
    let content = match &field.kind {
        Kind::Choice { .. } => field.told(),
        Kind::Text(_) => text_of(field),
        _ => field.export().unwrap_or_default().trim().to_owned(),
    };
    (content, half_typed)
}

fn text_of(field: &Field) -> String {
    clean_multiline(field.export().unwrap_or_default().trim())
}

fn tick(field: &Field, token: &str) -> Option<bool> {
    match &field.kind {
        Kind::Ticks { items, .. } => items.iter().find(|it| it.token == token).map(|it| it.on),
        _ => None,
    }
}

/// Puts a field in that this form has not, where it stands in the other one.
fn insert(form: &mut Form, field: &Field, theirs: &Form) {
    let after = theirs.fields.iter().skip_while(|it| it.name != field.name);
    let next = (after.skip(1)).find(|it| form.field(&it.name).is_some());
    let before = next.map(|it| it.name.clone()).unwrap_or_default();
    form.insert_before(&before, vec![field.clone()]);
}
