//! The form of a measure: what is done for heads of organisations, from what it follows, and what came of it.

use super::follows::{self, Follows};
use super::{before, joined, place};
use crate::args;
use crate::domain::activity::{Activity, ActivityKind, ActivityState};
use crate::domain::command::Command;
use crate::domain::cycle_command::CycleCommand;
use crate::domain::date::Side;
use crate::domain::followup::{Addressee, Executor};
use crate::domain::ids::{ActivityId, DirectionId, NoteId, PeriodId, RecommendationId, Seq};
use crate::domain::record::{Key, Record};
use crate::domain::refusal::Field as RefusedField;
use crate::domain::value::Cell;
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::CommandId;
use crate::tui::followup::{document, executor, recorded_since, target, term};
use crate::tui::inline::purpose::{self, Fault, Purpose, Version};
use crate::tui::screen::monitoring::lists::direction_ids;
use crate::tui::widget::form::{Field, Form};

pub(super) const TITLE: &str = "title";
const KIND: &str = "kind";
const DIRECTION: &str = "direction";
const STATE: &str = "state";
/// First day.
pub(super) const FROM: &str = "from";
const TO: &str = "to";
/// Why it was cancelled.
pub(super) const REASON: &str = "reason";
const WHO: &str = "who";
const OTHERS: &str = "others";
const OUTCOME: &str = "outcome";
/// The fields of which somebody else's version can be taken in.
const JOINED: [&str; 12] = [
    TITLE,
    KIND,
    DIRECTION,
    FROM,
    TO,
    STATE,
    REASON,
    WHO,
    OTHERS,
    OUTCOME,
    document::DOCUMENT,
    follows::AFTER,
];
/// The states in the order in which they are offered.
const PLANNED: usize = 0;
const HELD: usize = 1;
const CANCELLED: usize = 2;

/// What a measure begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    /// The period.
    pub period: PeriodId,
    /// The direction, where it is of one.
    pub direction: Option<DirectionId>,
    /// Values it is about.
    pub about: Vec<Cell>,
    /// Notes it follows from.
    pub notes: Vec<NoteId>,
    /// Recommendations it follows from.
    pub recommendations: Vec<RecommendationId>,
    /// Heads who take part.
    pub heads: Vec<Addressee>,
}

/// The form.
#[derive(Clone, Debug)]
pub struct Acting {
    ground: Ground,
    edits: Option<(ActivityId, Seq, Activity)>,
    /// The state that the person has chosen before the form opened.
    chosen: Option<usize>,
}

impl Acting {
    /// A new measure.
    #[must_use]
    pub fn new(ground: Ground) -> Acting {
        Acting {
            ground,
            edits: None,
            chosen: None,
        }
    }

    /// A measure to be changed; `None` if there is no such measure.
    #[must_use]
    pub fn edit(app: &App, id: ActivityId) -> Option<Acting> {
        let found = app.state().activities.get(&id)?;
        Some(Acting::of(id, found.stamp.rev, &found.body))
    }

    /// The same, about to be held or cancelled.
    #[must_use]
    pub fn stepping(app: &App, id: ActivityId, held: bool) -> Option<Acting> {
        let chosen = Some(if held { HELD } else { CANCELLED });
        Acting::edit(app, id).map(|it| Acting { chosen, ..it })
    }

    fn of(id: ActivityId, seen: Seq, it: &Activity) -> Acting {
        Acting {
            ground: Ground {
                period: it.period,
                direction: it.direction,
                about: it.about.clone(),
                notes: it.notes.clone(),
                recommendations: it.recommendations.clone(),
                heads: it.participants.clone(),
            },
            edits: Some((id, seen, it.clone())),
            chosen: None,
        }
    }

    /// The form to which a place belongs, of its words after the first.
    #[must_use]
    pub fn of_place(app: &App, words: &[&str]) -> Option<Acting> {
        match words {
            ["new", period, direction, about, notes, advice, heads] => {
                let period = PeriodId(period.parse().ok()?);
                let ids = |it: &str| place::ids(it).into_iter();
                Some(Acting::new(Ground {
                    period,
                    direction: ids(direction).map(DirectionId).next(),
                    about: place::cells(about, period),
                    notes: ids(notes).map(NoteId).collect(),
                    recommendations: ids(advice).map(RecommendationId).collect(),
                    heads: place::heads(heads),
                }))
            }
            [id] => Acting::edit(app, ActivityId(id.parse().ok()?)),
            _ => None,
        }
    }

    fn directions(&self, app: &App) -> Vec<(String, String)> {
        let mut all = direction_ids(app.state(), self.ground.period);
        let own = self.ground.direction.filter(|it| !all.contains(it));
        all.extend(own);
        let none = (String::new(), app.say(Phrase::DirectionNone));
        let named = all
            .into_iter()
            .map(|it| (it.0.to_string(), app.narrator().direction_latest(it)));
        std::iter::once(none).chain(named).collect()
    }

    fn state(form: &Form) -> ActivityState {
        match form.choice(STATE) {
            HELD => ActivityState::Held,
            CANCELLED => ActivityState::Cancelled {
                reason: form.text(REASON),
            },
            _ => ActivityState::Planned,
        }
    }

    fn day(form: &Form, name: &str, app: &App) -> Result<Option<chrono::NaiveDate>, Fault> {
        term::date_or_none(form, name, app, side(form))
    }
}

/// Whether dates are those of what has been or of what is to come.
fn side(form: &Form) -> Side {
    match form.choice(STATE) {
        HELD => Side::Past,
        _ => Side::Coming,
    }
}

impl Purpose for Acting {
    fn title(&self, app: &App) -> String {
        if let Some((id, ..)) = &self.edits {
            let what = app.narrator().key(Key::Activity(*id));
            return app.say_with(Phrase::RecommendationEditTitle, &args![what]);
        }
        match self.ground.heads.as_slice() {
            [] => app.say(Phrase::ActivityTitle),
            [one] => {
                let whom = target::addressee(app, one);
                app.say_with(Phrase::ActivityTitleFor, &args![whom])
            }
            many => app.say_with(Phrase::ActivityTitleMarked, &args![n = many.len()]),
        }
    }

    fn record(&self) -> Option<Key> {
        (self.edits.as_ref()).map(|it| Key::Activity(it.0))
    }

    fn place(&self) -> String {
        if let Some((id, ..)) = &self.edits {
            return format!("measure {}", id.0);
        }
        let it = &self.ground;
        let direction = place::of_ids(it.direction.iter().map(|it| it.0));
        let notes = place::of_ids(it.notes.iter().map(|it| it.0));
        let advice = place::of_ids(it.recommendations.iter().map(|it| it.0));
        let (about, heads) = (place::of_cells(&it.about), place::of_heads(&it.heads));
        let period = it.period.0;
        format!("measure new {period} {direction} {about} {notes} {advice} {heads}")
    }

    fn needs(&self) -> Option<PeriodId> {
        (!self.ground.about.is_empty()).then_some(self.ground.period)
    }

    fn beside(&self, since: Seq, app: &App) -> Option<String> {
        let state = app.state();
        let about = self.ground.about.iter();
        let about = about.flat_map(|it| state.activities_about.of(*it));
        let after = self.ground.recommendations.iter();
        let after = after.flat_map(|it| state.activities_after.of(*it));
        recorded_since(app, about.chain(after).map(Key::Activity), since)
    }

    fn cells(&self, _: &App) -> Vec<Cell> {
        self.ground.about.clone()
    }

    fn about(&self, app: &App) -> Vec<String> {
        let lines = target::about_cells(app, &self.ground.about);
        match lines.is_empty() {
            true => {
                let period = app.narrator().period(self.ground.period);
                vec![app.say_with(Phrase::ActivityOfPeriod, &args![period])]
            }
            false => lines,
        }
    }

    fn build(&self, app: &App) -> Form {
        let was = self.edits.as_ref().map(|it| &it.2);
        let text_of = |of: fn(&Activity) -> &str| was.map_or("", of);
        let day = |of: fn(&Activity) -> Option<chrono::NaiveDate>| {
            was.and_then(of).map(format::date).unwrap_or_default()
        };
        let kinds = ActivityKind::ALL;
        let kind = kinds
            .iter()
            .position(|it| was.is_some_and(|was| was.kind == *it));
        let (state, reason) = match was.map(|it| &it.state) {
            None | Some(ActivityState::Planned) => (PLANNED, ""),
            Some(ActivityState::Held) => (HELD, ""),
            Some(ActivityState::Cancelled { reason }) => (CANCELLED, reason.as_str()),
        };
        let states = [
            ActivityState::Planned,
            ActivityState::Held,
            ActivityState::Cancelled {
                reason: String::new(),
            },
        ];
        let documents = was.map(|it| it.documents.as_slice()).unwrap_or_default();
        let who = executor::heads(app, self.ground.period, &self.ground.heads);
        let label = |phrase| app.say(phrase);
        let mut fields = vec![
            Field::line(
                TITLE,
                label(Phrase::LabelActivityTitle),
                text_of(|it| &it.title),
            ),
            Field::choice(
                KIND,
                label(Phrase::LabelActivityKind),
                kinds.iter().map(|it| app.locale.word(it)).collect(),
                kind.unwrap_or(0),
            ),
            Field::choice_of(
                DIRECTION,
                label(Phrase::LabelDirection),
                self.directions(app),
            ),
            Field::choice(
                STATE,
                label(Phrase::LabelState),
                states.map(|it| app.locale.word(&it)).to_vec(),
                self.chosen.unwrap_or(state),
            ),
            Field::line(FROM, label(Phrase::LabelBegins), &day(|it| it.from)),
            Field::line(TO, label(Phrase::LabelEnds), &day(|it| it.to)),
            Field::line(REASON, label(Phrase::LabelReason), reason),
            Field::lookup(WHO, label(Phrase::LabelParticipants), who),
            Field::line(OTHERS, label(Phrase::LabelOthers), text_of(|it| &it.others)),
            Field::text(
                OUTCOME,
                label(Phrase::LabelActivityOutcome),
                text_of(|it| &it.outcome),
            ),
            document::field_of_many(app, Phrase::LabelDocuments, documents),
        ];
        fields.extend(follows::field(app, &self.ground, self.edits.is_none()));
        fields.extend((self.edits.as_ref()).map(|it| purpose::seen_field(it.1)));
        let button = match &self.edits {
            Some(_) => Phrase::ButtonWriteChanges,
            None => Phrase::ButtonWriteActivity,
        };
        let mut form = Form::new(fields, app.say(button));
        let direction = self.ground.direction.map(|it| it.0.to_string());
        form.set(DIRECTION, &direction.unwrap_or_default());
        form
    }

    fn prepare(&self, form: &mut Form, kept: &[(String, String)], app: &App) {
        document::prepare(form, before(form, follows::AFTER), kept, app);
        executor::offer_kept(form, WHO, kept, app);
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        let side = side(form);
        for name in [FROM, TO] {
            term::hint_date(form, name, app, side);
        }
        if form.text(TO).is_empty() && !form.text(FROM).is_empty() {
            form.hint(TO, app.say(Phrase::OneDayIsEnough));
        }
        form.show(REASON, form.choice(STATE) == CANCELLED);
        document::renew(form, before(form, follows::AFTER), app);
        let nobody = form.tokens(WHO).is_empty();
        form.hint(
            WHO,
            match nobody {
                true => app.say(Phrase::ParticipantsHow),
                false => String::new(),
            },
        );
        let derived = !(form.tokens(follows::AFTER).is_empty() && self.ground.about.is_empty());
        if let Some(field) = form.field_mut(TITLE) {
            field.note = match derived {
                true => String::new(),
                false => app.say(Phrase::ActivityNotDerived),
            };
        }
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        if form.text(TITLE).is_empty() {
            return Err(Fault::new(TITLE, app.say(Phrase::ActivityNeedsTitle)));
        }
        let (from, to) = (Self::day(form, FROM, app)?, Self::day(form, TO, app)?);
        let state = Self::state(form);
        match &state {
            ActivityState::Held if from.is_none() => {
                return Err(Fault::new(FROM, app.say(Phrase::HeldNeedsDay)));
            }
            ActivityState::Cancelled { reason } if reason.is_empty() => {
                return Err(Fault::new(REASON, app.say(Phrase::StepNeedsReason)));
            }
            _ => {}
        }
        let heads = form.tokens(WHO).into_iter();
        let heads = heads.filter_map(|it| match executor::of_token(&it)? {
            Executor::Head(it) => Some(it),
            _ => None,
        });
        let Follows {
            notes,
            recommendations,
        } = follows::read(form);
        let direction = form.tokens(DIRECTION).into_iter().next();
        let activity = Activity {
            kind: ActivityKind::ALL
                .get(form.choice(KIND))
                .copied()
                .unwrap_or(ActivityKind::Contest),
            title: form.text(TITLE),
            period: self.ground.period,
            direction: direction.and_then(|it| it.parse().ok()).map(DirectionId),
            from,
            to,
            state,
            participants: heads.collect(),
            others: form.text(OTHERS),
            outcome: form.text(OUTCOME),
            documents: Vec::new(),
            notes,
            recommendations,
            about: self.ground.about.clone(),
        };
        Ok(Command::Cycle(Box::new(CycleCommand::PutActivity {
            at: self.edits.as_ref().map(|it| (it.0, purpose::seen(form))),
            activity,
            documents: document::choices(form, app)?,
        })))
    }

    fn next(&self, app: &App) -> Option<String> {
        let (phrase, command) = match (&self.edits, self.chosen) {
            (None, _) => (Phrase::ActivityNext, CommandId::NextState),
            (Some(_), Some(HELD)) => (Phrase::ActivityHeldNext, CommandId::Review),
            _ => return None,
        };
        Some(app.say_with(phrase, &args![key = hints::key(app, command)]))
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        match field {
            RefusedField::Title => Some(TITLE),
            RefusedField::From | RefusedField::Date => Some(FROM),
            RefusedField::To => Some(TO),
            RefusedField::Reason => Some(REASON),
            RefusedField::Participants => Some(WHO),
            RefusedField::Outcome => Some(OUTCOME),
            other => document::field_of(other),
        }
    }

    fn versions(&self, theirs: &Record, form: &Form, app: &App) -> Vec<Version> {
        let (Some((id, seen, _)), Record::Activity(theirs)) = (&self.edits, theirs) else {
            return Vec::new();
        };
        let mut there = Acting::of(*id, *seen, theirs);
        let mut other = there.build(app);
        there.renew(&mut other, app);
        purpose::compared(&other, form, None)
    }

    fn joins(&self, theirs: &Record) -> bool {
        self.edits.is_some() && matches!(theirs, Record::Activity(_))
    }

    fn join(&mut self, theirs: &Record, shown: Seq, form: &mut Form, app: &App) -> bool {
        let (Some((id, began, _)), Record::Activity(theirs)) = (&self.edits, theirs) else {
            return false;
        };
        let now = Acting::of(*id, shown, theirs);
        let base = (purpose::seen(form) == *began).then(|| self.build(app));
        let told = joined(form, base.as_ref(), &now.build(app), &JOINED, (shown, app));
        *self = now;
        told
    }
}
