//! What a step of a period asks for: a reason, an act, another edition, or the word that it is closed though not everything is ready.

use super::{Doing, Input, fates, ready};
use crate::analysis::findings::PeriodFindings;
use crate::analysis::impact::{By, Fate, Fates, Impact, Step};
use crate::analysis::readiness;
use crate::analysis::roster::Roster;
use crate::args;
use crate::domain::command::Command;
use crate::domain::decide::editions_to_move_to;
use crate::domain::ids::{EditionId, PeriodId, Seq};
use crate::domain::period::PeriodState;
use crate::domain::record::{Key, Record};
use crate::domain::refusal::Field as RefusedField;
use crate::domain::rule::Importance;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::edition::apart::apart;
use crate::tui::followup::document;
use crate::tui::inline::purpose::{self, Fault, Purpose, SEEN, Version};
use crate::tui::layer::Overlay;
use crate::tui::overlay::{impact, new_period};
use crate::tui::widget::form::{Field, Form, Kind};

const EDITION: &str = "edition";
const REASON: &str = "reason";
const UNREADY: &str = "unready";
/// Values that are named; the others are counted.
const MOST_NAMED: usize = 4;
/// Leads to the heads whom the edition moves.
const HEADS: &str = "heads";

/// The form of a step.
#[derive(Debug)]
pub(super) struct Stepping {
    id: PeriodId,
    doing: Doing,
    seen: Seq,
    /// What is not ready, as it was found last.
    unready: Option<String>,
    /// What important findings only the authors of the values have confirmed.
    own: Option<String>,
    /// The edition whose effect was said last, with what was said.
    said: Option<(EditionId, Said)>,
}

/// What another edition would do.
#[derive(Clone, Debug)]
struct Said {
    /// In a line.
    line: String,
    /// How many values have each fate, in the order of [`Fate::ALL`].
    fates: Vec<(Fate, usize)>,
    /// Whether all values that have a part in it were here.
    complete: bool,
}

/// The field that leads to the values of a fate.
fn leads_to(fate: Fate) -> &'static str {
    match fate {
        Fate::Kept => "kept",
        Fate::Rescored => "rescored",
        Fate::Due => "due",
        Fate::Dropped => "dropped",
    }
}

impl Stepping {
    pub(super) fn new(app: &App, id: PeriodId, doing: Doing) -> Stepping {
        let stamp = app.state().stamp(Key::Period(id));
        Stepping {
            id,
            doing,
            seen: stamp.map_or(Seq(0), |it| it.rev),
            unready: None,
            own: None,
            said: None,
        }
    }

    /// The editions to choose from.
    fn editions(&self, app: &App) -> Vec<EditionId> {
        let state = app.state();
        if self.doing != Doing::Rescore {
            return editions_to_move_to(state, self.id);
        }
        // Its own stands first: another one is chosen, not met with.
        let mut all = new_period::editions(state);
        all.sort_by_key(|it| state.edition_of(self.id) != Some(*it));
        all
    }

    /// The chosen one, while it is among those.
    fn edition(&self, form: &Form, app: &App) -> Option<EditionId> {
        let chosen = new_period::chosen(form, EDITION)?;
        self.editions(app).contains(&chosen).then_some(chosen)
    }

    /// What another edition would do: nothing is stored.
    fn effect(&self, app: &App, edition: EditionId) -> Said {
        let by = By::Stored(edition);
        let found = Impact::of(app.state(), self.id, by).filter(|it| it.complete);
        let fates = || Fates::of(app.state(), self.id, by);
        let Some((it, fates)) = found.and_then(|it| Some((it, fates()?))) else {
            return Said {
                line: app.say(Phrase::ValuesLoading),
                fates: Vec::new(),
                complete: false,
            };
        };
        let levels = it.rows.iter().filter(|it| it.level != Step::Same).count();
        let indices = it.changed().filter(|it| it.moves_index()).count();
        Said {
            line: app.say_with(Phrase::PeriodEffect, &args![indices, levels]),
            fates: Fate::ALL.map(|it| (it, fates.count(it))).to_vec(),
            complete: true,
        }
    }

    /// Says beneath the edition what it would do, and how many values are behind each of the lists.
    fn say_effect(&mut self, edition: EditionId, form: &mut Form, app: &App) {
        // Reckoned once for an edition, not for every key; values that came meanwhile are told when it is chosen again.
        let known = self.said.take();
        let known = known.filter(|(it, said)| *it == edition && said.complete);
        let (_, said) = known.unwrap_or_else(|| (edition, self.effect(app, edition)));
        if let Some(field) = form.field_mut(EDITION) {
            field.note = if said.complete {
                String::new()
            } else {
                said.line.clone()
            };
        }
        if let Some(field) = form.field_mut(HEADS) {
            field.shown = said.complete;
            field.label.clone_from(&said.line);
        }
        for fate in Fate::ALL {
            let found = said.fates.iter().find(|(it, n)| *it == fate && *n > 0);
            if let Some(field) = form.field_mut(leads_to(fate)) {
                field.shown = found.is_some();
                if let Some((_, n)) = found {
                    field.label = fates::counted(app, fate, *n);
                }
            }
        }
        self.said = Some((edition, said));
    }
}

/// Where no edition is chosen there is nothing to say of it.
fn say_none(form: &mut Form) {
    if let Some(field) = form.field_mut(EDITION) {
        field.note.clear();
    }
    form.show(HEADS, false);
    for fate in Fate::ALL {
        form.show(leads_to(fate), false);
    }
}

/// What important findings rest on the word of the author alone: whoever closes may want to look.
fn own_word(app: &App, id: PeriodId) -> Option<String> {
    let state = app.state();
    let findings = PeriodFindings::of(state, &Roster::of(state, id));
    let own = findings.all().into_iter();
    let own: Vec<String> = own
        .filter(|it| it.importance == Importance::High && it.is_confirmed_by_author(state))
        .map(|it| app.narrator().cell(it.cell))
        .collect();
    let n = own.len();
    let named = own.iter().take(MOST_NAMED).cloned().collect::<Vec<_>>();
    let names = named.join(", ");
    let names = match n - named.len() {
        0 => names,
        n => app.say_with(Phrase::NamesAndMore, &args![names, n]),
    };
    (n > 0).then(|| app.say_with(Phrase::PeriodOwnConfirmed, &args![n, names]))
}

impl Purpose for Stepping {
    fn title(&self, app: &App) -> String {
        let dot = app.theme.glyphs.dot;
        let name = app.narrator().period(self.id);
        format!("{} {dot} {name}", app.say(self.doing.title()))
    }

    fn record(&self) -> Option<Key> {
        Some(Key::Period(self.id))
    }

    fn place(&self) -> String {
        format!("period {} {}", self.doing.name(), self.id.0)
    }

    fn needs(&self) -> Option<PeriodId> {
        Some(self.id)
    }

    fn about(&self, app: &App) -> Vec<String> {
        let mut lines = vec![app.say(match self.doing {
            Doing::Close => Phrase::PeriodCloseAbout,
            Doing::Approve => Phrase::PeriodApproveAbout,
            Doing::Move => Phrase::PeriodMoveAbout,
            Doing::Rescore => Phrase::PeriodRescoreAbout,
            Doing::Reopen => Phrase::PeriodReopenAbout,
            other => other.effect(),
        })];
        if self.doing == Doing::Close {
            let all_ready = || app.say(Phrase::PeriodAllReady);
            lines.push(self.unready.clone().unwrap_or_else(all_ready));
            lines.extend(self.own.clone());
        }
        lines
    }

    fn build(&self, app: &App) -> Form {
        let mut fields = Vec::new();
        if matches!(self.doing, Doing::Move | Doing::Rescore) {
            let offered = new_period::offered(app, &self.editions(app));
            let label = app.say(Phrase::LabelEdition);
            fields.push(Field::choice_of(EDITION, label, offered));
            fields.push(Field::new(HEADS, "", Kind::Action));
            fields.extend(Fate::ALL.map(|it| Field::new(leads_to(it), "", Kind::Action)));
        }
        if matches!(self.doing, Doing::Move | Doing::Rescore | Doing::Reopen) {
            fields.push(Field::text(REASON, app.say(Phrase::LabelReason), ""));
        }
        if self.doing == Doing::Close {
            let answers = [Phrase::PeriodCloseNotYet, Phrase::PeriodCloseAllTheSame];
            let answers = answers.map(|it| app.say(it)).to_vec();
            let label = app.say(Phrase::LabelUnready);
            fields.push(Field::choice(UNREADY, label, answers, 0));
        }
        if matches!(self.doing, Doing::Move | Doing::Rescore | Doing::Approve) {
            let stands = app.state().periods.get(&self.id);
            let stands = stands.and_then(|it| it.approved_by);
            let chosen = stands.filter(|_| self.doing == Doing::Approve);
            fields.push(document::field(app, Phrase::LabelAct, chosen));
        }
        fields.push(purpose::seen_field(self.seen));
        Form::new(fields, app.say(self.doing.title()))
    }

    fn prepare(&self, form: &mut Form, kept: &[(String, String)], app: &App) {
        document::prepare(form, SEEN, kept, app);
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        if form.field(document::DOCUMENT).is_some() {
            document::renew(form, SEEN, app);
        }
        if self.doing == Doing::Close {
            self.unready = ready::stays(app, &readiness::unready(app.state(), self.id));
            self.own = own_word(app, self.id);
            form.show(UNREADY, self.unready.is_some());
        }
        form.offer(EDITION, new_period::offered(app, &self.editions(app)));
        match self.edition(form, app) {
            Some(edition) => {
                self.say_effect(edition, form, app);
                if let Some(field) = form
                    .field_mut(EDITION)
                    .filter(|_| self.doing == Doing::Move)
                {
                    let lines = [
                        std::mem::take(&mut field.note),
                        apart(app, edition, &[self.id]),
                    ];
                    let said: Vec<String> = lines.into_iter().filter(|it| !it.is_empty()).collect();
                    field.note = said.join("\n");
                }
            }
            None => say_none(form),
        }
    }

    fn opens(&self, action: &str, form: &Form, app: &mut App) -> Option<Box<dyn Overlay>> {
        let edition = self.edition(form, app)?;
        if action == HEADS {
            return Some(impact::about(app, edition, Some(self.id)));
        }
        let fate = Fate::ALL.into_iter().find(|it| leads_to(*it) == action)?;
        Some(fates::page(app, self.id, edition, fate))
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        let act = match form.field(document::DOCUMENT) {
            Some(_) => document::choice(form, app)?,
            None => None,
        };
        let edition = self.edition(form, app);
        if form.field(EDITION).is_some() && edition.is_none() {
            return Err(Fault::new(EDITION, app.say(Phrase::EditionNotOffered)));
        }
        if form.field(REASON).is_some() && form.text(REASON).is_empty() {
            return Err(Fault::new(REASON, app.say(Phrase::StepNeedsCause)));
        }
        let asked = form.field(UNREADY).is_some_and(|it| it.shown);
        let unready = asked && form.choice(UNREADY) == 1;
        if asked && !unready {
            return Err(Fault::new(UNREADY, app.say(Phrase::PeriodSayUnready)));
        }
        let input = Input {
            edition: edition.unwrap_or(EditionId(0)),
            reason: form.text(REASON),
            act,
            unready,
        };
        let needs_act = || Fault::new(document::DOCUMENT, app.say(Phrase::StepNeedsAct));
        (self.doing.command(self.id, purpose::seen(form), input)).ok_or_else(needs_act)
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        match field {
            RefusedField::Reason => Some(REASON),
            RefusedField::To => Some(EDITION),
            field => document::field_of(field),
        }
    }

    fn versions(&self, theirs: &Record, _: &Form, app: &App) -> Vec<Version> {
        let Record::Period(theirs) = theirs else {
            return Vec::new();
        };
        let now: PeriodState = theirs.state;
        vec![(
            app.say(Phrase::LabelState),
            app.locale.word(&now),
            app.say(self.doing.title()),
        )]
    }
}
