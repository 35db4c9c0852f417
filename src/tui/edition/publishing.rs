//! Publishing an edition: what becomes of it for ever, what stands against it, and which planned periods are measured by it from now on.

use super::apart::apart;
use super::{at_field, counted, counted_in_words, edition_of, numbered, remarks, writable};
use crate::analysis::compare::Comparison;
use crate::args;
use crate::domain::catalogue::Edition;
use crate::domain::command::Command;
use crate::domain::ids::{EditionId, PeriodId, Seq};
use crate::domain::period::{Period, PeriodState};
use crate::domain::record::{Key, Record};
use crate::domain::refusal::Refusal;
use crate::domain::soundness::{Part, problems};
use crate::domain::state::{Stamp, Stamped, State};
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::CommandId;
use crate::tui::inline::layer;
use crate::tui::inline::purpose::{self, Fault, Purpose, SEEN, Version};
use crate::tui::layer::Overlay;
use crate::tui::overlay::comparison;
use crate::tui::status::Tone;
use crate::tui::widget::form::{Field, Form, Kind, Tick};

const PERIODS: &str = "periods";
/// Leads to the act of the edition, where it has none.
const NAME_ACT: &str = "name-act";
/// The periods as they were when they were offered.
const OFFERED: &str = "offered";

/// Opens the page before publishing; where something keeps the edition from it, the list of that.
pub fn open(app: &mut App, key: Key) {
    let Some(edition) = edition_of(key).filter(|it| writable(app, *it)) else {
        return;
    };
    let (faults, _) = counted(app, edition);
    let first = problems(app.state(), edition).into_iter().next();
    if let Some(first) = first.filter(|it| it.is_fault()) {
        let refusal = Refusal::EditionUnfit {
            edition,
            at: first.key,
            faults,
        };
        let sentence = app.narrator().refusal(&refusal).fact.clone();
        app.open(remarks::of(app, edition));
        return app.status.tell(Tone::Warning, sentence);
    }
    for period in open_periods(app.state(), edition) {
        app.mirror.show_also([period]);
        app.want_shard(period);
    }
    if let Some(purpose) = Publishing::new(app, edition) {
        layer::open(app, purpose);
    }
}

/// Periods that are not closed and measured by another edition.
fn open_periods(state: &State, edition: EditionId) -> Vec<PeriodId> {
    (state.periods.iter())
        .filter(|(_, it)| it.state != PeriodState::Closed && it.edition != edition)
        .map(|(id, _)| *id)
        .collect()
}

/// Whether an edition takes the place of another: it applies from a later day, or rests on it where the days do not tell.
fn succeeds(state: &State, edition: EditionId, other: EditionId) -> bool {
    let stands = |id: &EditionId| state.editions.get(id);
    let applies_from = |id: EditionId| stands(&id)?.applies_from;
    match (applies_from(edition), applies_from(other)) {
        (Some(its), Some(theirs)) if its != theirs => its > theirs,
        _ => std::iter::successors(Some(edition), |it| stands(it)?.based_on)
            .take(state.editions.len())
            .any(|it| it == other),
    }
}

/// Whether a period may be measured by an edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fit {
    /// It has no value.
    Empty,
    /// Its values have not been read yet.
    Unread,
    /// It has values: it is moved, not bound.
    HasValues,
    /// It begins before the edition applies.
    Earlier,
}

/// An edition that is published.
#[derive(Clone, Copy, Debug)]
pub struct Publishing {
    edition: EditionId,
}

impl Publishing {
    /// The page of an edition; `None` if it is not there.
    #[must_use]
    pub fn new(app: &App, edition: EditionId) -> Option<Publishing> {
        let there = app.state().editions.contains_key(&edition);
        there.then_some(Publishing { edition })
    }

    fn lacks_act(self, app: &App) -> bool {
        self.stands(app).is_some_and(|it| it.act.is_none())
    }

    fn stands(self, app: &App) -> Option<&Stamped<Edition>> {
        app.state().editions.get(&self.edition)
    }

    /// Every period that is not closed, in order of time, with what is known of whether it may be measured by the edition.
    fn periods(self, app: &App) -> Vec<(PeriodId, &Stamped<Period>, Fit)> {
        let state = app.state();
        let from = self.stands(app).and_then(|it| it.applies_from);
        let open = open_periods(state, self.edition).into_iter();
        let mut all: Vec<_> = open
            .filter_map(|id| Some((id, state.periods.get(&id)?)))
            .map(|(id, it)| {
                let fit = match state.has_entries(id) {
                    _ if from.is_some_and(|from| it.from < from) => Fit::Earlier,
                    None => Fit::Unread,
                    Some(true) => Fit::HasValues,
                    Some(false) => Fit::Empty,
                };
                (id, it, fit)
            })
            .collect();
        all.sort_by_key(|(id, it, _)| (it.from, it.kind, *id));
        all
    }

    /// The periods that can be chosen. One whose values are not here yet is among them: the rules look once more.
    fn ticks(self, app: &App) -> Vec<Tick> {
        let all = self.periods(app).into_iter();
        all.filter(|(_, _, fit)| matches!(fit, Fit::Empty | Fit::Unread))
            .map(|(id, it, _)| {
                let (period, edition) = (app.narrator().period(id), numbered(app, it.edition));
                Tick {
                    token: id.0.to_string(),
                    label: app.say_with(Phrase::PublishingPeriod, &args![period, edition]),
                    // An act that reaches back takes nothing from a period that has a later one already.
                    on: it.state == PeriodState::Planned
                        && succeeds(app.state(), self.edition, it.edition),
                }
            })
            .collect()
    }

    /// Every period that is not closed, with its revision and its edition: `id:revision:edition`, a line each.
    fn offered(self, app: &App) -> String {
        let all = self.periods(app).into_iter();
        let lines: Vec<String> = all
            .map(|(id, it, _)| format!("{}:{}:{}", id.0, it.stamp.rev.0, it.edition.0))
            .collect();
        lines.join("\n")
    }

    /// The periods that cannot be chosen, a line for each reason; and those of which it is not known yet.
    fn others(self, app: &App) -> Vec<String> {
        let all = self.periods(app);
        let key = hints::key(app, CommandId::NextState);
        let of = |wanted: Fit| {
            let found = all.iter().filter(|(.., fit)| *fit == wanted);
            let names: Vec<String> = found.map(|(id, ..)| app.narrator().period(*id)).collect();
            (names.len(), names.join(", "))
        };
        let reasons = [
            (Fit::HasValues, Phrase::PublishingHaveValues),
            (Fit::Earlier, Phrase::PublishingEarlier),
            (Fit::Unread, Phrase::PublishingUnread),
        ];
        (reasons.into_iter())
            .map(|(fit, phrase)| (of(fit), phrase))
            .filter(|((n, _), _)| *n > 0)
            .map(|((n, names), phrase)| match phrase {
                Phrase::PublishingHaveValues => {
                    app.say_with(phrase, &args![n, names, key = key.as_str()])
                }
                _ => app.say_with(phrase, &args![n, names]),
            })
            .collect()
    }

    /// The row of a period that somebody has bound to another edition than the one that it had when it was offered.
    fn bound_otherwise(self, theirs: &Period, form: &Form, app: &App) -> Vec<Version> {
        let state = app.state();
        // Of one kind no two periods have the same days.
        let is_it = |id: &PeriodId| {
            let there = state.periods.get(id);
            there.is_some_and(|it| {
                (it.kind, it.from, it.to) == (theirs.kind, theirs.from, theirs.to)
            })
        };
        let found = offered(form).into_iter().find(|(id, ..)| is_it(id));
        let Some((id, ..)) = found.filter(|(.., before)| *before != theirs.edition) else {
            return Vec::new();
        };
        vec![(
            app.narrator().period(id),
            numbered(app, theirs.edition),
            numbered(app, self.edition),
        )]
    }

    /// What became of directions and indicators since the edition that it is based on, in the numbers of the comparison.
    fn against(self, app: &App, based_on: EditionId) -> Vec<String> {
        let Some(found) = Comparison::of(app.state(), based_on, self.edition) else {
            return Vec::new();
        };
        let base = numbered(app, based_on);
        let counted = comparison::counted(app, &found);
        let phrase = match counted.is_empty() {
            true => Phrase::PublishingAsBefore,
            false => Phrase::PublishingAgainst,
        };
        let mut lines = vec![app.say_with(phrase, &args![base])];
        lines.extend(counted);
        lines
    }
}

/// The periods as they were offered, with the revision that the form rests on and the edition that they were measured by.
fn offered(form: &Form) -> Vec<(PeriodId, Seq, EditionId)> {
    let text = form.text(OFFERED);
    let read = |line: &str| {
        let mut numbers = line.split(':');
        let id = numbers.next()?.parse().ok()?;
        let rev = numbers.next()?.parse().ok()?;
        let edition = numbers.next()?.parse().ok()?;
        Some((PeriodId(id), Seq(rev), EditionId(edition)))
    };
    text.lines().filter_map(read).collect()
}

/// The periods that are chosen, each as it was seen.
fn ticked(form: &Form) -> Vec<(PeriodId, Seq)> {
    let chosen = form.tokens(PERIODS);
    (offered(form).into_iter())
        .filter(|(id, ..)| chosen.contains(&id.0.to_string()))
        .map(|(id, seen, _)| (id, seen))
        .collect()
}

impl Purpose for Publishing {
    fn title(&self, app: &App) -> String {
        let edition = app.narrator().key(Key::Edition(self.edition));
        app.say_with(Phrase::PublishingOf, &args![edition])
    }

    fn place(&self) -> String {
        format!("publish {}", self.edition.0)
    }

    fn record(&self) -> Option<Key> {
        Some(Key::Edition(self.edition))
    }

    /// Whatever of the edition was changed last: all of it is published.
    fn stands_there(&self, app: &App) -> Option<(Record, Stamp)> {
        let state = app.mirror.confirmed();
        state.record(state.latest_of(self.edition)?.0)
    }

    fn about(&self, app: &App) -> Vec<String> {
        let Some(it) = self.stands(app) else {
            return Vec::new();
        };
        let dot = app.theme.glyphs.dot;
        let act = match it.act {
            Some(id) => app.narrator().document(id),
            None => app.say(Phrase::PublishingNoAct),
        };
        let dates = [
            (Phrase::LabelAdopted, it.adopted),
            (Phrase::LabelInForce, it.in_force),
            (Phrase::LabelAppliesFrom, it.applies_from),
        ];
        let dates: Vec<String> = (dates.into_iter())
            .filter_map(|(label, date)| Some(format!("{} {}", app.say(label), format::date(date?))))
            .collect();
        let state = app.state();
        let directions = state.directions_of(self.edition).into_iter();
        let indicators = state.indicators_of(self.edition).into_iter();
        let directions = directions.filter(|it| !it.1.retired).count();
        let indicators = indicators.filter(|it| !it.1.retired).count();
        let holds = format!(
            "{}, {}",
            app.say_with(Phrase::CountDirections, &args![n = directions]),
            app.say_with(Phrase::CountIndicators, &args![n = indicators])
        );
        let mut lines = vec![it.title.clone(), act];
        lines.extend((!dates.is_empty()).then(|| dates.join(&format!(" {dot} "))));
        lines.push(holds);
        lines.extend((it.based_on.into_iter()).flat_map(|base| self.against(app, base)));
        lines.push(counted_in_words(app, self.edition));
        lines.extend(self.others(app));
        lines.push(app.say(match self.ticks(app).is_empty() {
            true => Phrase::PublishingNoPeriods,
            false => Phrase::PublishingForEver,
        }));
        lines.retain(|it| !it.is_empty());
        lines
    }

    fn build(&self, app: &App) -> Form {
        let items = self.ticks(app);
        let seen = (app.state().latest_of(self.edition)).map(|(_, it)| it.rev);
        let mut fields = Vec::new();
        if !items.is_empty() {
            fields.push(Field::new(
                PERIODS,
                app.say(Phrase::LabelMeasuredBy),
                Kind::Ticks { items, at: 0 },
            ));
        }
        let name = app.say(Phrase::PublishingNameAct);
        fields.push(Field::new(NAME_ACT, name, Kind::Action));
        fields.push(purpose::seen_field(seen.unwrap_or_default()));
        fields.push(Field::new(OFFERED, "", Kind::Hidden(self.offered(app))));
        let mut form = Form::new(fields, app.say(Phrase::ButtonPublish));
        form.show(NAME_ACT, self.lacks_act(app));
        if form.field(PERIODS).is_none() {
            form.focus_button();
        }
        form
    }

    /// What was seen is nothing that anybody typed.
    fn only_seen(&self, _: &Form) -> &'static [&'static str] {
        &[SEEN, OFFERED]
    }

    fn opens(&self, action: &str, _: &Form, app: &mut App) -> Option<Box<dyn Overlay>> {
        let key = Key::Edition(self.edition);
        (action == NAME_ACT).then(|| at_field(app, key, Some(Part::Act)))?
    }

    /// Values were read meanwhile: a period that has some can be chosen no more.
    fn renew(&mut self, form: &mut Form, app: &App) {
        form.show(NAME_ACT, self.lacks_act(app));
        // What one has just changed oneself, from this very page, one has seen: unless somebody else changed something meanwhile.
        let seen = purpose::seen(form);
        let later = (app.state().all_of(self.edition))
            .map(|(_, it)| it)
            .filter(|it| it.rev > seen);
        let later: Vec<Stamp> = later.collect();
        if let Some(last) = later.iter().map(|it| it.rev).max()
            && later.iter().all(|it| it.by == app.user)
        {
            form.set(SEEN, &last.0.to_string());
        }
        let known: Vec<String> = self.ticks(app).into_iter().map(|it| it.token).collect();
        if let Some(Kind::Ticks { items, at }) = form.field_mut(PERIODS).map(|it| &mut it.kind) {
            items.retain(|it| known.contains(&it.token));
            *at = (*at).min(items.len().saturating_sub(1));
        }
        let moved: Vec<PeriodId> = ticked(form).into_iter().map(|(id, _)| id).collect();
        if let Some(field) = form.field_mut(PERIODS) {
            field.note = apart(app, self.edition, &moved);
        }
    }

    fn command(&self, form: &Form, _: &App) -> Result<Command, Fault> {
        Ok(Command::PublishEdition {
            id: self.edition,
            seen: purpose::seen(form),
            periods: ticked(form),
        })
    }

    /// A colleague has changed something of the edition: what is published is said anew, and nothing was typed here that could be lost.
    /// Or has bound a period to an edition of theirs: whose it becomes is for the person to say.
    fn versions(&self, theirs: &Record, form: &Form, app: &App) -> Vec<Version> {
        let (field, named) = match theirs {
            Record::Edition(it) => (Phrase::FieldEdition, format!("{} {}", it.number, it.title)),
            Record::Direction(it) => (Phrase::LabelDirection, format!("{} {}", it.code, it.title)),
            Record::Indicator(it) => (
                Phrase::HeadingIndicator,
                format!("{} {}", it.code, it.title),
            ),
            Record::Period(it) => return self.bound_otherwise(it, form, app),
            _ => return Vec::new(),
        };
        vec![(app.say(field), named, app.say(Phrase::PublishingAsSeen))]
    }

    fn rest_on(&mut self, key: Key, seen: Seq, form: &mut Form) {
        let Key::Period(id) = key else {
            return form.set(SEEN, &seen.0.to_string());
        };
        let lines: Vec<String> = (offered(form).into_iter())
            .map(|(it, rev, edition)| {
                let rev = if it == id { seen } else { rev };
                format!("{}:{}:{}", it.0, rev.0, edition.0)
            })
            .collect();
        form.set(OFFERED, &lines.join("\n"));
    }

    fn next(&self, app: &App) -> Option<String> {
        let key = hints::key(app, CommandId::AddPeriod);
        Some(app.say_with(Phrase::PublishedNext, &args![key]))
    }
}
