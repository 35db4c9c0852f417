//! The forms of замещение: who stands in for a head of department and on which days, and another last day.

use super::may;
use crate::domain::command::Command;
use crate::domain::date::Side;
use crate::domain::deputies::is_head;
use crate::domain::ids::{DeputyId, Seq, UserId};
use crate::domain::people::Role;
use crate::domain::record::{Key, Record};
use crate::domain::refusal::Field as RefusedField;
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::followup::term;
use crate::tui::inline::layer;
use crate::tui::inline::purpose::{self, Fault, Purpose, Version};
use crate::tui::layer::Overlay;
use crate::tui::status::Tone;
use crate::tui::widget::form::{Candidate, Field, Form, Lookup};

const HEAD: &str = "head";
const DEPUTY: &str = "deputy";
const FROM: &str = "from";
const TO: &str = "to";

/// The form that names a deputy; `None` if the person may name none, or there is no head: that was said.
pub(super) fn naming(app: &mut App) -> Option<Box<dyn Overlay>> {
    let heads = heads(app);
    let Some(head) = heads.first().copied() else {
        let sentence = app.say(Phrase::NoHeads);
        app.status.tell(Tone::Warning, sentence);
        return None;
    };
    let (user, from, to) = (head, app.now.today, app.now.today);
    let command = Command::NameDeputy {
        user,
        head,
        from,
        to,
    };
    may(app, &command).then(|| layer::layer(app, Naming))
}

/// The form of another last day; `None` if the person may not give one, which was said.
pub(super) fn ending(app: &mut App, id: DeputyId) -> Option<Box<dyn Overlay>> {
    let it = app.state().deputies.get(&id)?;
    let (seen, to) = (it.stamp.rev, it.to);
    let command = Command::EndDeputy { id, seen, to };
    may(app, &command).then(|| layer::layer(app, Ending { id }))
}

/// What the form that names a deputy is for: kept input finds it again.
#[must_use]
pub fn of_naming() -> Box<dyn Purpose> {
    Box::new(Naming)
}

/// What the form of another last day is for; `None` if there is no such deputation.
#[must_use]
pub fn of_ending(app: &App, id: DeputyId) -> Option<Box<dyn Purpose>> {
    app.state().deputies.get(&id)?;
    Some(Box::new(Ending { id }))
}

/// For whom a deputy may be named here: whoever names for themselves comes first, and alone where they administer nothing.
fn heads(app: &App) -> Vec<UserId> {
    let state = app.state();
    let own = app.user;
    let administers =
        (state.users.get(&own)).is_some_and(|it| it.roles.contains(&Role::Administrator));
    let mut all: Vec<UserId> = (state.users.keys().copied())
        .filter(|id| is_head(state, *id))
        .collect();
    if is_head(state, own) && !administers {
        all.retain(|id| *id == own);
    }
    all.sort_by_key(|id| *id != own);
    all
}

fn users(app: &App, all: impl Iterator<Item = UserId>) -> Lookup {
    let narrator = app.narrator();
    let all = all.map(|id| {
        let account = app.state().users.get(&id).map(|it| it.account.clone());
        Candidate {
            token: id.0.to_string(),
            label: narrator.user_in_full(id),
            more: account.unwrap_or_default(),
        }
    });
    Lookup::new(all.collect(), false)
}

fn chosen(form: &Form, name: &str, app: &App) -> Result<UserId, Fault> {
    let token = form.tokens(name).into_iter().next();
    let id = token.and_then(|it| it.parse().ok()).map(UserId);
    id.ok_or_else(|| Fault::new(name, app.say(Phrase::ChooseUser)))
}

fn field_of(field: RefusedField) -> Option<&'static str> {
    match field {
        RefusedField::From => Some(FROM),
        RefusedField::To => Some(TO),
        _ => None,
    }
}

/// A deputy to be named.
#[derive(Clone, Copy, Debug)]
struct Naming;

impl Purpose for Naming {
    fn title(&self, app: &App) -> String {
        app.say(Phrase::CommandNameDeputy)
    }

    fn place(&self) -> String {
        "deputy new".to_owned()
    }

    fn about(&self, app: &App) -> Vec<String> {
        vec![app.say(Phrase::DeputyMeans)]
    }

    fn build(&self, app: &App) -> Form {
        let heads = heads(app);
        let mut head = users(app, heads.iter().copied());
        if let Some(first) = heads
            .first()
            .filter(|it| **it == app.user || heads.len() == 1)
        {
            head.choose([first.0.to_string().as_str()].into_iter());
        }
        let state = app.state();
        let admitted = state.users.iter().filter(|it| !it.1.retired);
        let deputies = users(app, admitted.map(|it| *it.0));
        let today = format::date(app.now.today);
        let fields = vec![
            Field::lookup(HEAD, app.say(Phrase::LabelHeadAway), head),
            Field::lookup(DEPUTY, app.say(Phrase::LabelDeputy), deputies),
            Field::line(FROM, app.say(Phrase::LabelFirstDay), &today),
            Field::line(TO, app.say(Phrase::LabelLastDay), ""),
        ];
        let mut form = Form::new(fields, app.say(Phrase::ButtonNameDeputy));
        if !form.tokens(HEAD).is_empty() {
            form.focus(DEPUTY);
        }
        form
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        for name in [FROM, TO] {
            term::hint_date(form, name, app, Side::Coming);
        }
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        Ok(Command::NameDeputy {
            user: chosen(form, DEPUTY, app)?,
            head: chosen(form, HEAD, app)?,
            from: term::date_of(form, FROM, app, Side::Coming)?,
            to: term::date_of(form, TO, app, Side::Coming)?,
        })
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        field_of(field)
    }
}

/// Another last day of a deputation.
#[derive(Clone, Copy, Debug)]
struct Ending {
    id: DeputyId,
}

impl Purpose for Ending {
    fn title(&self, app: &App) -> String {
        app.narrator().key(Key::Deputy(self.id))
    }

    fn record(&self) -> Option<Key> {
        Some(Key::Deputy(self.id))
    }

    fn place(&self) -> String {
        format!("deputy {}", self.id.0)
    }

    fn about(&self, app: &App) -> Vec<String> {
        let narrator = app.narrator();
        let it = app.state().deputies.get(&self.id);
        it.map(|it| narrator.stands_in(it)).into_iter().collect()
    }

    fn build(&self, app: &App) -> Form {
        let it = app.state().deputies.get(&self.id);
        let to = it.map(|it| format::date(it.to)).unwrap_or_default();
        let seen = it.map_or(Seq(0), |it| it.stamp.rev);
        let fields = vec![
            Field::line(TO, app.say(Phrase::LabelLastDay), &to),
            purpose::seen_field(seen),
        ];
        Form::new(fields, app.say(Phrase::ButtonWriteChanges))
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        term::hint_date(form, TO, app, Side::Coming);
        let begins = app.state().deputies.get(&self.id).map(|it| it.from);
        let typed = term::date_of(form, TO, app, Side::Coming).ok();
        let goes = begins.zip(typed).is_some_and(|(from, to)| to < from);
        if let Some(field) = form.field_mut(TO) {
            field.note = match goes {
                true => app.say(Phrase::DeputyGoes),
                false => String::new(),
            };
        }
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        Ok(Command::EndDeputy {
            id: self.id,
            seen: purpose::seen(form),
            to: term::date_of(form, TO, app, Side::Coming)?,
        })
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        field_of(field)
    }

    fn versions(&self, theirs: &Record, form: &Form, app: &App) -> Vec<Version> {
        let Record::Deputy(theirs) = theirs else {
            return Vec::new();
        };
        let (label, theirs) = (app.say(Phrase::LabelLastDay), format::date(theirs.to));
        let mine = term::date_of(form, TO, app, Side::Coming).map(format::date);
        let mine = mine.unwrap_or_else(|_| form.text(TO));
        match mine == theirs {
            true => Vec::new(),
            false => vec![(label, theirs, mine)],
        }
    }
}
