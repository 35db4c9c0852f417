//! Publishing an edition: what becomes of it for ever, what stands against it, and which planned periods are measured by it from now on.

use super::{counted, counted_in_words, edition_of, remarks, writable};
use crate::args;
use crate::domain::catalogue::{Direction, Edition, Indicator};
use crate::domain::command::Command;
use crate::domain::ids::{EditionId, PeriodId, Seq};
use crate::domain::period::{Period, PeriodState};
use crate::domain::record::{Key, Record};
use crate::domain::refusal::Refusal;
use crate::domain::soundness::problems;
use crate::domain::state::{Stamped, State};
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::CommandId;
use crate::tui::inline::layer;
use crate::tui::inline::purpose::{self, Fault, Purpose, SEEN, Version};
use crate::tui::status::Tone;
use crate::tui::widget::form::{Field, Form, Kind, Tick};

const PERIODS: &str = "periods";

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

    fn stands(self, app: &App) -> Option<&Stamped<Edition>> {
        app.state().editions.get(&self.edition)
    }

    /// Periods without a value that may be measured by it: those of which that is known.
    fn periods(self, app: &App) -> Vec<(PeriodId, &Stamped<Period>)> {
        let state = app.state();
        let from = self.stands(app).and_then(|it| it.applies_from);
        (open_periods(state, self.edition).into_iter())
            .filter(|id| state.shard(*id).is_some_and(|it| it.is_empty()))
            .filter_map(|id| Some((id, state.periods.get(&id)?)))
            .filter(|(_, it)| from.is_none_or(|from| from <= it.from))
            .collect()
    }

    /// «добавлено: 1 · изменено: 2 · снято: 1», against the edition that it is based on.
    fn against(self, app: &App, based_on: EditionId) -> String {
        let changes = Changes::between(app.state(), based_on, self.edition);
        let number = app
            .state()
            .editions
            .get(&based_on)
            .map_or(0, |it| it.number);
        let base = app.say_with(Phrase::EditionShort, &args![number]);
        app.say_with(
            Phrase::PublishingAgainst,
            &args![
                base,
                added = changes.added,
                changed = changes.changed,
                retired = changes.retired
            ],
        )
    }
}

/// How many records differ between two editions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Changes {
    added: usize,
    changed: usize,
    retired: usize,
}

impl Changes {
    fn between(state: &State, old: EditionId, new: EditionId) -> Changes {
        let mut out = Changes::default();
        let placeless = |it: &Indicator| Indicator {
            order: 0,
            ..it.clone()
        };
        for (id, it) in state.indicators_of(new) {
            let was = state.indicators.get(&(old, id));
            out.count(
                was.map(|it| it.retired),
                it.retired,
                was.is_some_and(|was| placeless(was) != placeless(it)),
            );
        }
        let placeless = |it: &Direction| Direction {
            order: 0,
            ..it.clone()
        };
        for (id, it) in state.directions_of(new) {
            let was = state.directions.get(&(old, id));
            out.count(
                was.map(|it| it.retired),
                it.retired,
                was.is_some_and(|was| placeless(was) != placeless(it)),
            );
        }
        out
    }

    fn count(&mut self, was: Option<bool>, retired: bool, differs: bool) {
        match (was, retired) {
            (None | Some(true), false) => self.added += 1,
            (Some(false), true) => self.retired += 1,
            (Some(false), false) if differs => self.changed += 1,
            _ => {}
        }
    }
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
        lines.extend(it.based_on.map(|base| self.against(app, base)));
        lines.push(counted_in_words(app, self.edition));
        lines.push(app.say(match self.periods(app).is_empty() {
            true => Phrase::PublishingNoPeriods,
            false => Phrase::PublishingForEver,
        }));
        lines.retain(|it| !it.is_empty());
        lines
    }

    fn build(&self, app: &App) -> Form {
        let narrator = app.narrator();
        let items: Vec<Tick> = (self.periods(app).into_iter())
            .map(|(id, it)| Tick {
                token: format!("{}:{}", id.0, it.stamp.rev.0),
                label: narrator.period(id),
                on: it.state == PeriodState::Planned,
            })
            .collect();
        let seen = self.stands(app).map(|it| it.stamp.rev);
        let mut fields = Vec::new();
        if !items.is_empty() {
            fields.push(Field::new(
                PERIODS,
                app.say(Phrase::LabelMeasuredBy),
                Kind::Ticks { items, at: 0 },
            ));
        }
        fields.push(purpose::seen_field(seen.unwrap_or_default()));
        Form::new(fields, app.say(Phrase::ButtonPublish))
    }

    fn command(&self, form: &Form, _: &App) -> Result<Command, Fault> {
        let periods = (form.tokens(PERIODS).iter())
            .filter_map(|it| {
                let (id, seen) = it.split_once(':')?;
                Some((PeriodId(id.parse().ok()?), Seq(seen.parse().ok()?)))
            })
            .collect();
        Ok(Command::PublishEdition {
            id: self.edition,
            seen: purpose::seen(form),
            periods,
        })
    }

    /// A colleague has changed the heading: what is published is said anew, and nothing was typed here that could be lost.
    fn versions(&self, theirs: &Record, _: &Form, app: &App) -> Vec<Version> {
        let Record::Edition(it) = theirs else {
            return Vec::new();
        };
        vec![(
            app.say(Phrase::FieldEdition),
            format!("{} {}", it.number, it.title),
            app.say(Phrase::PublishingAsSeen),
        )]
    }

    fn rest_on(&mut self, key: Key, seen: Seq, form: &mut Form) {
        let Key::Period(id) = key else {
            return form.set(SEEN, &seen.0.to_string());
        };
        let prefix = format!("{}:", id.0);
        if let Some(Kind::Ticks { items, .. }) = form.field_mut(PERIODS).map(|it| &mut it.kind) {
            let own = items.iter_mut().filter(|it| it.token.starts_with(&prefix));
            own.for_each(|it| it.token = format!("{prefix}{}", seen.0));
        }
    }

    fn next(&self, app: &App) -> Option<String> {
        let way = hints::named(app, CommandId::ScreenCatalogue);
        Some(app.say_with(Phrase::PublishedNext, &args![way]))
    }
}
