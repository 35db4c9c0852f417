//! What a form is for: its fields, the command they make, and what is said when somebody else was faster.
//!
//! Knows no keys but its own, no drawing and no answers: those are the layer's.

use crossterm::event::KeyEvent;

use crate::domain::command::{Command, Seen};
use crate::domain::ids::{PeriodId, Seq};
use crate::domain::record::{Commit, Key, Record};
use crate::domain::refusal::Field as RefusedField;
use crate::domain::state::Stamp;
use crate::domain::value::Cell;
use crate::locale::Phrase;
use crate::service::link::News;
use crate::tui::app::App;
use crate::tui::brought::Brought;
use crate::tui::layer::Overlay;
use crate::tui::widget::form::{Field, Form, Kind};

/// Why a form cannot be accepted as it is: which field, and the sentence beneath it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Name of the field.
    pub field: String,
    /// What is wrong and what to do.
    pub sentence: String,
}

impl Fault {
    /// A fault of a field.
    #[must_use]
    pub fn new(field: impl Into<String>, sentence: String) -> Fault {
        Fault {
            field: field.into(),
            sentence,
        }
    }
}

/// The hidden field that holds the revision of the record that is edited: unfinished input rests on what was seen then.
pub const SEEN: &str = "seen";

/// The revision that a form rests on.
#[must_use]
pub fn seen(form: &Form) -> Seq {
    Seq(form.text(SEEN).parse().unwrap_or_default())
}

/// The hidden field for a revision.
#[must_use]
pub fn seen_field(seen: Seq) -> Field {
    Field::new(SEEN, "", Kind::Hidden(seen.0.to_string()))
}

/// What was seen under a key under which there may be nothing: empty is absent.
#[must_use]
pub fn seen_or_absent(form: &Form) -> Seen {
    match form.text(SEEN).parse() {
        Ok(seq) => Seen::At(Seq(seq)),
        Err(_) => Seen::Absent,
    }
}

/// The hidden field for what was seen under a key under which there may be nothing.
#[must_use]
pub fn seen_or_absent_field(seen: Option<Seq>) -> Field {
    let kept = seen.map(|it| it.0.to_string()).unwrap_or_default();
    Field::new(SEEN, "", Kind::Hidden(kept))
}

/// Two texts as one, theirs first; what one has of the other is not said twice.
#[must_use]
pub fn beneath(theirs: &str, mine: &str) -> String {
    match (theirs.contains(mine), mine.contains(theirs)) {
        (true, _) => theirs.to_owned(),
        (_, true) => mine.to_owned(),
        _ => format!("{theirs}\n{mine}"),
    }
}

/// A field of two versions of a record: its name, what stands there, what is typed here.
pub type Version = (String, String, String);

/// The fields of two versions of a record that differ.
#[must_use]
pub fn differing(
    all: impl IntoIterator<Item = (Phrase, String, String)>,
    app: &App,
) -> Vec<Version> {
    (all.into_iter())
        .filter(|(_, theirs, mine)| theirs != mine)
        .map(|(label, theirs, mine)| (app.say(label), theirs, mine))
        .collect()
}

/// The same of two forms of one record, field by field as they read; what only one of the two asks stands empty in the other. Where `base`
/// is known, what both began with, what somebody else left as it was is no difference of theirs.
#[must_use]
pub fn compared(theirs: &Form, mine: &Form, base: Option<&Form>) -> Vec<Version> {
    let more = (theirs.fields.iter()).filter(|it| mine.field(&it.name).is_none());
    (mine.fields.iter().chain(more))
        .filter(|it| base.is_none_or(|base| told(base, &it.name) != told(theirs, &it.name)))
        .map(|it| {
            let label = it.label.trim().to_owned();
            (label, told(theirs, &it.name), told(mine, &it.name))
        })
        .filter(|(_, theirs, mine)| theirs != mine)
        .collect()
}

fn told(form: &Form, name: &str) -> String {
    let field = form.field(name).filter(|it| it.shown);
    field.map(|it| it.told()).unwrap_or_default()
}

/// A field as it is typed here.
pub type Typed = (String, String);

/// What is typed here otherwise than the form began.
#[must_use]
pub fn typed(mine: &Form, base: &Form) -> Vec<Typed> {
    let gone = (base.fields.iter()).filter(|it| mine.field(&it.name).is_none());
    (mine.fields.iter().chain(gone))
        .map(|it| {
            (
                it.label.trim().to_owned(),
                told(mine, &it.name),
                told(base, &it.name),
            )
        })
        .filter(|(_, mine, base)| mine != base)
        .map(|(label, mine, _)| (label, mine))
        .collect()
}

/// What a form is for.
pub trait Purpose: std::fmt::Debug + Send {
    /// What stands on the frame.
    fn title(&self, app: &App) -> String;

    /// Where its unfinished input belongs.
    fn place(&self) -> String;

    /// The period whose numbers must be in memory: without them the form would take what stands there for nothing.
    fn needs(&self) -> Option<PeriodId> {
        None
    }

    /// The record that it changes; `None` where it makes a new one.
    fn record(&self) -> Option<Key> {
        None
    }

    /// The version of the record that what is typed is held against.
    fn stands_there(&self, app: &App) -> Option<(Record, Stamp)> {
        app.mirror.confirmed().record(self.record()?)
    }

    /// What somebody else has recorded about the same thing since the form was opened at this moment of the store.
    fn beside(&self, since: Seq, app: &App) -> Option<String> {
        let _ = (since, app);
        None
    }

    /// Values that it is about: their indicator stands in the list of what is unfinished.
    fn cells(&self, app: &App) -> Vec<Cell> {
        let _ = app;
        Vec::new()
    }

    /// Lines above the fields: the value it is about.
    fn about(&self, app: &App) -> Vec<String> {
        let _ = app;
        Vec::new()
    }

    /// What the field under the cursor is for, in words of the field. A form that has such words keeps two lines for them.
    fn help(&self, form: &Form, app: &App) -> Option<String> {
        let _ = (form, app);
        None
    }

    /// The form as it first appears.
    fn build(&self, app: &App) -> Form;

    /// Makes the fields that kept input needs and a new form has not.
    fn prepare(&self, form: &mut Form, kept: &[(String, String)], app: &App) {
        let _ = (form, kept, app);
    }

    /// Something was typed: says anew what was understood.
    fn renew(&mut self, form: &mut Form, app: &App) {
        let _ = (form, app);
    }

    /// A key was taken, or it is to be sent: asks for what must come from outside to understand what is typed.
    fn ask(&mut self, form: &Form, is_sent: bool, app: &mut App) {
        let _ = (form, is_sent, app);
    }

    /// What came of a file that it has asked for.
    fn brought(&mut self, brought: &Brought, form: &mut Form, app: &App) {
        let _ = (brought, form, app);
    }

    /// The engine has told something that it may have asked for: whether that changes what is said of what is typed.
    fn hear(&mut self, news: &News) -> bool {
        let _ = news;
        false
    }

    /// Choices that may only have been looked at: left and opened again, the form has them as they first were.
    fn only_seen(&self, form: &Form) -> &'static [&'static str] {
        let _ = form;
        &[]
    }

    /// Does an action of the form.
    fn act(&mut self, action: &str, form: &mut Form, app: &App) {
        let _ = (action, form, app);
    }

    /// The layer that an action opens above the form, if that is what it does.
    fn opens(&self, action: &str, form: &Form, app: &mut App) -> Option<Box<dyn Overlay>> {
        let _ = (action, form, app);
        None
    }

    /// A key of its own; `false` leaves it to the form.
    fn key(&mut self, key: KeyEvent, form: &mut Form, app: &App) -> bool {
        let _ = (key, form, app);
        false
    }

    /// Its own keys with what they do.
    fn hints(&self, form: &Form, app: &App) -> Vec<(String, String)> {
        let _ = (form, app);
        Vec::new()
    }

    /// What is asked for.
    ///
    /// # Errors
    /// What cannot be read, at which field.
    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault>;

    /// The field that a refusal means.
    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        let _ = field;
        None
    }

    /// What differs between a record that somebody changed meanwhile and what is typed.
    fn versions(&self, theirs: &Record, form: &Form, app: &App) -> Vec<Version> {
        let _ = (theirs, form, app);
        Vec::new()
    }

    /// What the person has typed, where it is known with what the form began: what they have left alone is not theirs.
    fn own(&self, form: &Form, app: &App) -> Option<Vec<Typed>> {
        let _ = (form, app);
        None
    }

    /// The person wants their own written over what somebody else has recorded: what they have left alone is taken from there.
    fn over(&mut self, theirs: &Record, shown: Seq, form: &mut Form, app: &App) {
        let _ = (theirs, shown, form, app);
    }

    /// Whether what is typed can stand beneath what somebody else has recorded meanwhile.
    fn joins(&self, theirs: &Record) -> bool {
        let _ = theirs;
        false
    }

    /// Makes the form hold both: texts one beneath the other, and no word of either gone. It rests on the revision that was shown, which
    /// need not be the last one. Whether something of theirs is only said beneath a field.
    fn join(&mut self, theirs: &Record, shown: Seq, form: &mut Form, app: &App) -> bool {
        let _ = (theirs, shown, form, app);
        false
    }

    /// The person has seen this revision now and wants their own all the same.
    fn rest_on(&mut self, key: Key, seen: Seq, form: &mut Form) {
        let _ = key;
        form.set(SEEN, &seen.0.to_string());
    }

    /// A record was taken out meanwhile, which the person has been told: the next attempt rests on that.
    fn rest_on_nothing(&mut self, key: Key, form: &mut Form) {
        let _ = (key, form);
    }

    /// It is done: what the screen is to show now.
    fn done(&self, commit: &Commit, app: &mut App) {
        let _ = (commit, app);
    }

    /// What comes next, once it is done: a sentence after the one that says what was done.
    fn next(&self, app: &App) -> Option<String> {
        let _ = app;
        None
    }
}
