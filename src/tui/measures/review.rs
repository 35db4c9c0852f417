//! The form of a review (анализ эффективности): by which number something is judged, before and after, the verdict, and what is done next.
//!
//! The numbers are offered from the store, with whose they are; whoever types others keeps them.

use super::offered::{Offered, Side as Half};
use super::{joined, last, offered};
use crate::analysis::effect::{self, Basis};
use crate::args;
use crate::domain::activity::{Measured, NextStep, Review, ReviewOn, Verdict};
use crate::domain::command::Command;
use crate::domain::cycle_command::CycleCommand;
use crate::domain::date::Side;
use crate::domain::ids::{
    ActivityId, DecisionId, IndicatorId, PeriodId, RecommendationId, ReviewId, Seq,
};
use crate::domain::number::parse_decimal;
use crate::domain::record::{Key, Record};
use crate::domain::refusal::Field as RefusedField;
use crate::domain::value::Cell;
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::followup::{cells, document, recorded_since, summary, term};
use crate::tui::inline::purpose::{self, Fault, Purpose, Version};
use crate::tui::widget::form::{Field, Form};

pub(super) const INDICATOR: &str = "indicator";
const VERDICT: &str = "verdict";
const NEXT: &str = "next";
const TEXT: &str = "text";
const DATE: &str = "date";
/// The fields of which somebody else's version can be taken in.
const JOINED: [&str; 10] = [
    INDICATOR,
    Half::BEFORE.period,
    Half::BEFORE.number,
    Half::AFTER.period,
    Half::AFTER.number,
    VERDICT,
    NEXT,
    TEXT,
    DATE,
    document::DOCUMENT,
];
/// Verdicts in the order in which they are offered.
const VERDICTS: [Verdict; 4] = [
    Verdict::Effective,
    Verdict::Partly,
    Verdict::Ineffective,
    Verdict::TooEarly,
];
/// Next steps in the order in which they are offered.
const STEPS: [NextStep; 3] = [NextStep::Continue, NextStep::Adjust, NextStep::Stop];

/// The record that a review is about.
#[must_use]
pub fn key_of(on: ReviewOn) -> Key {
    match on {
        ReviewOn::Activity(id) => Key::Activity(id),
        ReviewOn::Recommendation(id) => Key::Recommendation(id),
        ReviewOn::Decision(id) => Key::Decision(id),
    }
}

/// The form.
#[derive(Clone, Debug)]
pub struct Reviewing {
    on: ReviewOn,
    edits: Option<(ReviewId, Seq, Review)>,
    /// What was offered last on each side.
    offered: Offered,
}

impl Reviewing {
    /// A new review.
    #[must_use]
    pub fn new(on: ReviewOn) -> Reviewing {
        Reviewing {
            on,
            edits: None,
            offered: Offered::default(),
        }
    }

    /// A review to be changed; `None` if there is no such review.
    #[must_use]
    pub fn edit(app: &App, id: ReviewId) -> Option<Reviewing> {
        let found = app.state().reviews.get(&id)?;
        Some(Reviewing::of(id, found.stamp.rev, &found.body))
    }

    fn of(id: ReviewId, seen: Seq, it: &Review) -> Reviewing {
        Reviewing {
            edits: Some((id, seen, it.clone())),
            ..Reviewing::new(it.on)
        }
    }

    /// The form to which a place belongs, of its words after the first.
    #[must_use]
    pub fn of_place(app: &App, words: &[&str]) -> Option<Reviewing> {
        match words {
            ["new", kind, id] => {
                let id = id.parse().ok()?;
                let on = match *kind {
                    "measure" => ReviewOn::Activity(ActivityId(id)),
                    "recommendation" => ReviewOn::Recommendation(RecommendationId(id)),
                    _ => ReviewOn::Decision(DecisionId(id)),
                };
                app.state().stamp(key_of(on))?;
                Some(Reviewing::new(on))
            }
            [id] => Reviewing::edit(app, ReviewId(id.parse().ok()?)),
            _ => None,
        }
    }

    fn basis(&self, app: &App) -> Option<Basis> {
        effect::basis(app.state(), self.on)
    }

    /// The indicators to choose from: those that the thing is about first.
    fn indicator_field(&self, basis: Option<&Basis>, app: &App) -> Field {
        let was = self.edits.as_ref().map(|it| it.2.indicator);
        let own = basis.map(|it| it.indicators.as_slice()).unwrap_or_default();
        let period = basis.map(|it| it.before);
        let chosen = was.unwrap_or_else(|| own.first().copied());
        let first = chosen.into_iter().chain(own.iter().copied());
        let lookup = offered::indicators(app, period, first, chosen);
        Field::lookup(INDICATOR, app.say(Phrase::LabelReviewIndicator), lookup)
    }

    fn measured(&self, half: Half, form: &Form, app: &App) -> Result<Option<Measured>, Fault> {
        let Some(period) = half
            .period_in(form)
            .filter(|_| indicator_in(form).is_some())
        else {
            return Ok(None);
        };
        let typed = form.text(half.number);
        if typed.is_empty() {
            return Ok(None);
        }
        let number = parse_decimal(&typed)
            .map_err(|it| Fault::new(half.number, app.locale.number_error(it).to_string()))?;
        Ok(Some(Measured { period, number }))
    }
}

/// The indicator that the form names.
pub(super) fn indicator_in(form: &Form) -> Option<IndicatorId> {
    let token = form.tokens(INDICATOR).into_iter().next()?;
    token.parse().ok().map(IndicatorId)
}

impl Purpose for Reviewing {
    fn title(&self, app: &App) -> String {
        let narrator = app.narrator();
        match &self.edits {
            Some((id, ..)) => app.say_with(
                Phrase::RecommendationEditTitle,
                &args![what = narrator.key(Key::Review(*id))],
            ),
            None => app.say_with(
                Phrase::ReviewTitle,
                &args![what = narrator.key(key_of(self.on))],
            ),
        }
    }

    fn record(&self) -> Option<Key> {
        (self.edits.as_ref()).map(|it| Key::Review(it.0))
    }

    fn place(&self) -> String {
        match (&self.edits, self.on) {
            (Some((id, ..)), _) => format!("review {}", id.0),
            (None, ReviewOn::Activity(id)) => format!("review new measure {}", id.0),
            (None, ReviewOn::Recommendation(id)) => format!("review new recommendation {}", id.0),
            (None, ReviewOn::Decision(id)) => format!("review new decision {}", id.0),
        }
    }

    fn beside(&self, since: Seq, app: &App) -> Option<String> {
        let reviews = app.state().reviews_on.of(self.on).map(Key::Review);
        recorded_since(app, reviews, since)
    }

    fn cells(&self, app: &App) -> Vec<Cell> {
        cells(app, key_of(self.on))
    }

    fn about(&self, app: &App) -> Vec<String> {
        summary(app, key_of(self.on))
    }

    fn build(&self, app: &App) -> Form {
        let was = self.edits.as_ref().map(|it| &it.2);
        let basis = self.basis(app);
        let place = |at: Option<usize>, len: usize| at.unwrap_or(len);
        let verdict = was.and_then(|was| VERDICTS.iter().position(|it| *it == was.verdict));
        let step = was.and_then(|was| STEPS.iter().position(|it| *it == was.next));
        let on = was.map_or(app.now.today, |it| it.date);
        let mut fields = vec![self.indicator_field(basis.as_ref(), app)];
        fields.extend(Half::BEFORE.fields(
            app,
            was.map(|it| it.before),
            basis.as_ref().map(|it| it.before),
        ));
        fields.extend(Half::AFTER.fields(
            app,
            was.map(|it| it.after),
            basis.as_ref().and_then(|it| it.after),
        ));
        fields.extend([
            Field::choice(
                VERDICT,
                app.say(Phrase::LabelVerdict),
                VERDICTS.iter().map(|it| app.locale.word(it)).collect(),
                place(verdict, VERDICTS.len()),
            ),
            Field::choice(
                NEXT,
                app.say(Phrase::LabelNextStep),
                STEPS.iter().map(|it| app.locale.word(it)).collect(),
                place(step, STEPS.len()),
            ),
            Field::text(
                TEXT,
                app.say(Phrase::LabelReviewText),
                was.map_or("", |it| &it.text),
            ),
            Field::line(DATE, app.say(Phrase::LabelDate), &format::date(on)),
            document::field(app, Phrase::LabelDocument, was.and_then(|it| it.document)),
        ]);
        fields.extend((self.edits.as_ref()).map(|it| purpose::seen_field(it.1)));
        let button = match &self.edits {
            Some(_) => Phrase::ButtonWriteChanges,
            None => Phrase::ButtonWriteReview,
        };
        let mut form = Form::new(fields, app.say(button));
        // What is offered at once is no input of the person's.
        if let Some(basis) = &basis {
            Offered::default().fill(&mut form, &basis.whose, app);
        }
        form
    }

    fn prepare(&self, form: &mut Form, kept: &[(String, String)], app: &App) {
        document::prepare(form, last(form), kept, app);
    }

    fn ask(&mut self, form: &Form, _: bool, app: &mut App) {
        for half in [Half::BEFORE, Half::AFTER] {
            if let Some(period) = half.period_in(form) {
                app.mirror.show_also([period]);
                app.want_shard(period);
            }
        }
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        if let Some(basis) = self.basis(app) {
            self.offered.fill(form, &basis.whose, app);
        }
        let hint = offered::change(form, app);
        form.hint(VERDICT, hint);
        term::hint_date(form, DATE, app, Side::Past);
        document::renew(form, last(form), app);
    }

    fn only_seen(&self, form: &Form) -> &'static [&'static str] {
        let is_offered = |half: Half| self.offered.is_just(half, form);
        match (is_offered(Half::BEFORE), is_offered(Half::AFTER)) {
            (true, true) => &[Half::BEFORE.number, Half::AFTER.number],
            (true, false) => &[Half::BEFORE.number],
            (false, true) => &[Half::AFTER.number],
            (false, false) => &[],
        }
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        let before = self.measured(Half::BEFORE, form, app)?;
        let after = self.measured(Half::AFTER, form, app)?;
        let verdict = VERDICTS.get(form.choice(VERDICT)).copied();
        let verdict =
            verdict.ok_or_else(|| Fault::new(VERDICT, app.say(Phrase::ReviewNeedsVerdict)))?;
        let next = STEPS.get(form.choice(NEXT)).copied();
        let next = next.ok_or_else(|| Fault::new(NEXT, app.say(Phrase::ReviewNeedsNext)))?;
        let review = Review {
            on: self.on,
            indicator: indicator_in(form),
            before,
            after,
            verdict,
            next,
            text: form.text(TEXT),
            date: term::date_of(form, DATE, app, Side::Past)?,
            document: None,
        };
        Ok(Command::Cycle(Box::new(CycleCommand::PutReview {
            at: self.edits.as_ref().map(|it| (it.0, purpose::seen(form))),
            review,
            document: document::choice(form, app)?,
        })))
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        match field {
            RefusedField::Text => Some(TEXT),
            RefusedField::Before => Some(Half::BEFORE.number),
            RefusedField::After => Some(Half::AFTER.number),
            RefusedField::Date => Some(DATE),
            other => document::field_of(other),
        }
    }

    fn versions(&self, theirs: &Record, form: &Form, app: &App) -> Vec<Version> {
        let (Some((id, seen, _)), Record::Review(theirs)) = (&self.edits, theirs) else {
            return Vec::new();
        };
        let mut there = Reviewing::of(*id, *seen, theirs);
        let mut other = there.build(app);
        there.renew(&mut other, app);
        purpose::compared(&other, form, None)
    }

    fn joins(&self, theirs: &Record) -> bool {
        self.edits.is_some() && matches!(theirs, Record::Review(_))
    }

    fn join(&mut self, theirs: &Record, shown: Seq, form: &mut Form, app: &App) -> bool {
        let (Some((id, began, _)), Record::Review(theirs)) = (&self.edits, theirs) else {
            return false;
        };
        let now = Reviewing::of(*id, shown, theirs);
        let base = (purpose::seen(form) == *began).then(|| self.build(app));
        let told = joined(form, base.as_ref(), &now.build(app), &JOINED, (shown, app));
        *self = now;
        told
    }
}

/// The periods of the kind of one, the latest first.
pub(super) fn periods_like(app: &App, like: Option<PeriodId>) -> Vec<PeriodId> {
    let state = app.state();
    let kind = like.and_then(|it| state.periods.get(&it)).map(|it| it.kind);
    let mut all: Vec<_> = (state.periods.iter())
        .filter(|(_, it)| kind.is_none_or(|kind| it.kind == kind))
        .map(|(id, it)| (it.to, *id))
        .collect();
    all.sort_unstable_by(|a, b| b.cmp(a));
    all.into_iter().map(|it| it.1).collect()
}
