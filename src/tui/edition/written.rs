//! What the forms of an edition, a direction and an indicator have in common: a colleague who writes the same record meanwhile, and where
//! the cursor goes once a new one is there.
//!
//! Knows no field of theirs: a form says how it is made of a record, and what it began with.

use crate::domain::ids::Seq;
use crate::domain::record::{Commit, Key, Kind, Record};
use crate::tui::app::App;
use crate::tui::inline::join;
use crate::tui::inline::purpose::{self, Purpose, SEEN, Typed, Version};
use crate::tui::screen::catalogue::Catalogue;
use crate::tui::widget::form::Form;

/// A record of the catalogue that a form writes.
pub trait Written: Purpose {
    /// What the record holds.
    type Body: Clone;

    /// What a record of this kind holds; `None` of any other.
    fn body(record: &Record) -> Option<&Self::Body>;

    /// The revision that the form began with.
    fn began(&self) -> Option<Seq>;

    /// From now on it began with this.
    fn begin(&mut self, rev: Seq, it: Self::Body);

    /// The form of such a record.
    fn form_of(&self, seen: Option<Seq>, it: &Self::Body, app: &App) -> Form;
}

/// The part of a [`Purpose`] about a colleague who writes the same record, as every [`Written`] has it. Where the record is gone, the
/// next attempt rests on nothing.
macro_rules! meets_colleagues {
    () => {
        fn versions(&self, theirs: &Record, form: &Form, app: &App) -> Vec<Version> {
            written::versions(self, theirs, form, app)
        }

        fn own(&self, form: &Form, app: &App) -> Option<Vec<purpose::Typed>> {
            written::typed(self, form, app)
        }

        fn over(&mut self, theirs: &Record, shown: Seq, form: &mut Form, app: &App) {
            written::over(self, theirs, shown, form, app);
        }

        fn joins(&self, theirs: &Record) -> bool {
            Self::body(theirs).is_some()
        }

        fn join(&mut self, theirs: &Record, shown: Seq, form: &mut Form, app: &App) -> bool {
            written::join(self, theirs, shown, form, app)
        }

        fn rest_on_nothing(&mut self, _: Key, form: &mut Form) {
            form.set(purpose::SEEN, "");
        }
    };
}
pub(super) use meets_colleagues;

/// What a form began with, if that is still known: while it rests on the revision that it began with.
fn base<W: Written>(it: &W, form: &Form, app: &App) -> Option<Form> {
    let rests_on = it.began().map(|it| it.0.to_string()).unwrap_or_default();
    (form.text(SEEN) == rests_on).then(|| it.build(app))
}

/// What somebody else has recorded otherwise than it is typed here, field by field, as a person reads it. What they left as both began
/// with it is no difference of theirs.
pub fn versions<W: Written>(it: &W, theirs: &Record, form: &Form, app: &App) -> Vec<Version> {
    let Some(there) = W::body(theirs) else {
        return Vec::new();
    };
    let (there, base) = (it.form_of(None, there, app), base(it, form, app));
    purpose::compared(&there, form, base.as_ref())
}

/// What is typed here; `None` where nobody knows any more what the form began with.
pub fn typed<W: Written>(it: &W, form: &Form, app: &App) -> Option<Vec<Typed>> {
    base(it, form, app).map(|base| purpose::typed(form, &base))
}

/// Takes from what somebody else has recorded what is left alone here. What is typed stays as it is.
pub fn over<W: Written>(it: &mut W, theirs: &Record, shown: Seq, form: &mut Form, app: &App) {
    let (Some(body), Some(base)) = (W::body(theirs), base(it, form, app)) else {
        return;
    };
    let there = it.form_of(Some(shown), body, app);
    let names = names(&there, form);
    let names: Vec<&str> = (names.iter().map(String::as_str))
        .filter(|name| join::is_untouched(form, &base, name))
        .collect();
    join::join(form, Some(&base), &there, &names, app);
    form.set(SEEN, &shown.0.to_string());
    it.begin(shown, body.clone());
}

/// The fields of either form.
fn names(theirs: &Form, mine: &Form) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for field in theirs.fields.iter().chain(&mine.fields) {
        if field.name != SEEN && !names.contains(&field.name) {
            names.push(field.name.clone());
        }
    }
    names
}

/// Brings what somebody else has recorded into the form, as far as both can stand. Whether something of theirs is only said.
pub fn join<W: Written>(
    it: &mut W,
    theirs: &Record,
    shown: Seq,
    form: &mut Form,
    app: &App,
) -> bool {
    let Some(body) = W::body(theirs) else {
        return false;
    };
    let (there, base) = (it.form_of(Some(shown), body, app), base(it, form, app));
    let names = names(&there, form);
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let told = join::join(form, base.as_ref(), &there, &names, app);
    form.set(SEEN, &shown.0.to_string());
    it.begin(shown, body.clone());
    told
}

/// The record of a kind that a commit has made.
pub fn made(commit: &Commit, kind: Kind) -> Option<Key> {
    (commit.changes.iter())
        .find(|it| it.before.is_none() && it.key.kind() == kind)
        .map(|it| it.key)
}

/// Puts the cursor of the catalogue on the record of a kind that a commit has made.
pub fn land(commit: &Commit, kind: Kind, app: &mut App) {
    if let Some(key) = made(commit, kind) {
        Catalogue::land(app, key);
    }
}
