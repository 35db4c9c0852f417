//! The form of a rule of checking: how much it matters in a working edition, from where on it finds something, what is to be done then.

use rust_decimal::Decimal;

use super::reading::{Reading, one_of};
use super::written::{self, Written};
use super::{counted_in_words, remark, told, writable};
use crate::args;
use crate::domain::command::{Command, PutRule, Seen};
use crate::domain::ids::{EditionId, Seq};
use crate::domain::number::format_typed;
use crate::domain::record::{Key, Record};
use crate::domain::refusal::Field as RefusedField;
use crate::domain::rule::{Importance, Rule, RuleKind};
use crate::domain::soundness::{Part, of_rule};
use crate::locale::{Phrase, threshold, to_do};
use crate::tui::app::{App, Waiting};
use crate::tui::inline::purpose::{self, Fault, Purpose, Version};
use crate::tui::status::Tone;
use crate::tui::widget::form::{Field, Form};

const IMPORTANCE: &str = "importance";
const THRESHOLD: &str = "threshold";
const TO_DO: &str = "to-do";

/// The field that a problem is about.
pub fn field_of(part: Part) -> Option<&'static str> {
    match part {
        Part::Importance => Some(IMPORTANCE),
        Part::Threshold => Some(THRESHOLD),
        _ => None,
    }
}

/// What a rule looks for.
#[must_use]
pub fn about(kind: RuleKind) -> Phrase {
    match kind {
        RuleKind::Unfit => Phrase::AboutUnfit,
        RuleKind::MoreThanWhole => Phrase::AboutMoreThanWhole,
        RuleKind::HalfGiven => Phrase::AboutHalfGiven,
        RuleKind::BaseDiffers => Phrase::AboutBaseDiffers,
        RuleKind::Count => Phrase::AboutCount,
        RuleKind::ZeroUnexplained => Phrase::AboutZeroUnexplained,
        RuleKind::Unusual => Phrase::AboutUnusual,
        RuleKind::Jump => Phrase::AboutJump,
        RuleKind::OwnRange => Phrase::AboutOwnRange,
        RuleKind::Outlier => Phrase::AboutOutlier,
        RuleKind::Copied => Phrase::AboutCopied,
        RuleKind::NoteMissing => Phrase::AboutNoteMissing,
        RuleKind::EvidenceMissing => Phrase::AboutEvidenceMissing,
    }
}

/// What comes of a finding that matters so much.
#[must_use]
pub fn means(importance: Importance) -> Phrase {
    match importance {
        Importance::High => Phrase::MeansHigh,
        Importance::Medium => Phrase::MeansMedium,
        Importance::Low => Phrase::MeansLow,
        Importance::Off => Phrase::MeansOff,
    }
}

/// What the threshold of a rule measures by; `None` for a rule without one.
#[must_use]
pub fn measures(kind: RuleKind) -> Option<Phrase> {
    Some(match kind {
        RuleKind::Jump => Phrase::MeasuresJump,
        RuleKind::OwnRange => Phrase::MeasuresOwnRange,
        RuleKind::Outlier => Phrase::MeasuresOutlier,
        RuleKind::Copied => Phrase::MeasuresCopied,
        _ => return None,
    })
}

/// A rule of a working edition as it usually is: what the edition says of it is taken back.
pub fn as_usual(app: &mut App, edition: EditionId, kind: RuleKind) {
    if !writable(app, edition) {
        return;
    }
    let usual = kind.usual();
    if app.state().rule(edition, kind) == usual {
        let sentence = app.say(Phrase::RuleIsUsual);
        return app.status.tell(Tone::Plain, sentence);
    }
    let stamp = app.state().stamp(Key::Rule(edition, kind));
    let command = Command::PutRule(PutRule {
        edition,
        kind,
        seen: stamp.map_or(Seen::Absent, |it| Seen::At(it.rev)),
        rule: usual,
    });
    app.send(command, Waiting::Direct);
}

/// A rule that is written.
#[derive(Clone, Debug)]
pub struct Ruling {
    edition: EditionId,
    kind: RuleKind,
    /// How it began, with its revision; none where the usual held.
    began: (Option<Seq>, Rule),
}

impl Ruling {
    /// What an edition says of a rule, or the usual where it says nothing; `None` if there is no such edition.
    #[must_use]
    pub fn edit(app: &App, edition: EditionId, kind: RuleKind) -> Option<Ruling> {
        let state = app.state();
        state.editions.get(&edition)?;
        let stamp = state.stamp(Key::Rule(edition, kind));
        Some(Ruling {
            edition,
            kind,
            began: (stamp.map(|it| it.rev), state.rule(edition, kind)),
        })
    }

    fn key(&self) -> Key {
        Key::Rule(self.edition, self.kind)
    }

    fn read(&self, form: &Form, app: &App) -> (Rule, Vec<Fault>) {
        let stands = app.state().rule(self.edition, self.kind);
        let mut reading = Reading::new(form, app);
        let number = match self.kind.usual_threshold() {
            Some(_) => reading.number_or_none(THRESHOLD, stands.threshold),
            None => None,
        };
        let rule = Rule {
            importance: one_of(&Importance::ALL, form.choice(IMPORTANCE), stands.importance),
            threshold: number,
            // What it usually says is not said anew: whoever takes an edition over reads it in their language.
            instruction: Some(form.text(TO_DO))
                .filter(|it| *it != to_do(&app.locale, self.kind, &self.kind.usual()))
                .unwrap_or_default(),
        };
        (rule, reading.faults)
    }
}

impl Written for Ruling {
    type Body = Rule;

    fn body(record: &Record) -> Option<&Rule> {
        match record {
            Record::Rule(it) => Some(it),
            _ => None,
        }
    }

    fn began(&self) -> Option<Seq> {
        self.began.0
    }

    fn begin(&mut self, rev: Seq, it: Rule) {
        self.began = (Some(rev), it);
    }

    fn form_of(&self, seen: Option<Seq>, it: &Rule, app: &App) -> Form {
        let words = Importance::ALL.map(|it| app.locale.word(&it)).to_vec();
        let at = Importance::ALL.iter().position(|of| *of == it.importance);
        let label = app.say(Phrase::LabelImportance);
        let mut fields = vec![Field::choice(
            IMPORTANCE,
            label,
            words,
            at.unwrap_or_default(),
        )];
        if self.kind.usual_threshold().is_some() {
            let number = it.threshold.map(|it| format_typed(it.normalize()));
            let label = app.say(Phrase::LabelThreshold);
            fields.push(Field::line(THRESHOLD, label, &number.unwrap_or_default()));
        }
        fields.extend([
            // The text in force, also the usual one: a word of it is changed, not all of it typed.
            Field::text(
                TO_DO,
                app.say(Phrase::LabelToDo),
                &to_do(&app.locale, self.kind, it),
            ),
            purpose::seen_or_absent_field(seen),
        ]);
        Form::new(fields, app.say(Phrase::ButtonWriteRule))
    }
}

impl Purpose for Ruling {
    fn title(&self, app: &App) -> String {
        app.narrator().key(self.key())
    }

    fn place(&self) -> String {
        format!("rule {} {}", self.edition.0, self.kind as u8)
    }

    fn record(&self) -> Option<Key> {
        Some(self.key())
    }

    fn about(&self, app: &App) -> Vec<String> {
        vec![app.say(about(self.kind))]
    }

    fn help(&self, form: &Form, app: &App) -> Option<String> {
        Some(match form.current() {
            Some(IMPORTANCE) => {
                let at = form.choice(IMPORTANCE);
                let chosen = one_of(&Importance::ALL, at, Importance::Off);
                let (word, means) = (app.locale.word(&chosen), app.say(means(chosen)));
                format!("{word}: {means}")
            }
            Some(THRESHOLD) => app.say(measures(self.kind)?),
            Some(TO_DO) => {
                let usual = to_do(&app.locale, self.kind, &self.kind.usual());
                app.say_with(Phrase::HelpRuleToDo, &args![usual])
            }
            _ => app.say(Phrase::HelpFormButton),
        })
    }

    fn build(&self, app: &App) -> Form {
        self.form_of(self.began.0, &self.began.1, app)
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        let (it, faults) = self.read(form, app);
        let problems = of_rule(app.state(), self.edition, self.kind, &it).into_iter();
        let said = problems.filter_map(|it| Some((field_of(it.part)?.to_owned(), told(app, &it))));
        let mut found: Vec<(String, String)> = said.collect();
        if form.current() != Some(THRESHOLD) {
            found.extend(faults.into_iter().map(|it| (it.field, it.sentence)));
        }
        remark(form, &found);
        if let Some(usual) = self.kind.usual_threshold() {
            let usual = threshold(&app.locale, self.kind, usual);
            let hint = app.say_with(Phrase::HintUsualThreshold, &args![usual]);
            form.hint(THRESHOLD, hint);
        }
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        let (rule, faults) = self.read(form, app);
        if let Some(fault) = faults.into_iter().next() {
            return Err(fault);
        }
        if rule.threshold.is_some_and(|it| it <= Decimal::ZERO) {
            let sentence = app.say(Phrase::RuleThresholdAbove);
            return Err(Fault::new(THRESHOLD, sentence));
        }
        Ok(Command::PutRule(PutRule {
            edition: self.edition,
            kind: self.kind,
            seen: purpose::seen_or_absent(form),
            rule,
        }))
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        match field {
            RefusedField::Threshold => Some(THRESHOLD),
            RefusedField::Text => Some(TO_DO),
            _ => None,
        }
    }

    written::meets_colleagues!();

    fn next(&self, app: &App) -> Option<String> {
        Some(counted_in_words(app, self.edition))
    }
}
