//! The form of a note of analysis: what the numbers of a direction show, why, and what follows.

use super::{KEPT, joined, last, place, standing};
use crate::args;
use crate::domain::command::Command;
use crate::domain::cycle::AnalysisNote;
use crate::domain::cycle_command::CycleCommand;
use crate::domain::date::Side;
use crate::domain::ids::{DirectionId, NoteId, PeriodId, Seq};
use crate::domain::record::{Key, Record};
use crate::domain::refusal::Field as RefusedField;
use crate::domain::value::Cell;
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::CommandId;
use crate::tui::followup::{document, recorded_since, target, term};
use crate::tui::inline::purpose::{self, Fault, Purpose, Version};
use crate::tui::widget::form::{Field, Form};

const FINDINGS: &str = "findings";
const CAUSES: &str = "causes";
const CONCLUSIONS: &str = "conclusions";
const DATE: &str = "date";
/// The fields of which somebody else's version can be taken in.
const JOINED: [&str; 6] = [
    FINDINGS,
    CAUSES,
    CONCLUSIONS,
    DATE,
    document::DOCUMENT,
    KEPT,
];

/// The form.
#[derive(Clone, Debug)]
pub struct Analysing {
    direction: DirectionId,
    period: PeriodId,
    about: Vec<Cell>,
    edits: Option<(NoteId, Seq, AnalysisNote)>,
}

impl Analysing {
    /// A new note about these values; about the direction as a whole where there are none.
    #[must_use]
    pub fn new(direction: DirectionId, period: PeriodId, about: Vec<Cell>) -> Analysing {
        Analysing {
            direction,
            period,
            about,
            edits: None,
        }
    }

    /// A note to be changed; `None` if there is no such note.
    #[must_use]
    pub fn edit(app: &App, id: NoteId) -> Option<Analysing> {
        let found = app.state().notes.get(&id)?;
        Some(Analysing::of(id, found.stamp.rev, &found.body))
    }

    fn of(id: NoteId, seen: Seq, note: &AnalysisNote) -> Analysing {
        Analysing {
            direction: note.direction,
            period: note.period,
            about: note.about.clone(),
            edits: Some((id, seen, note.clone())),
        }
    }

    /// The form to which a place belongs, of its words after the first.
    #[must_use]
    pub fn of_place(app: &App, words: &[&str]) -> Option<Analysing> {
        match words {
            ["new", direction, period, about] => {
                let period = PeriodId(period.parse().ok()?);
                let direction = DirectionId(direction.parse().ok()?);
                let about = place::cells(about, period);
                Some(Analysing::new(direction, period, about))
            }
            [id] => Analysing::edit(app, NoteId(id.parse().ok()?)),
            _ => None,
        }
    }
}

impl Purpose for Analysing {
    fn title(&self, app: &App) -> String {
        if let Some((id, ..)) = &self.edits {
            let what = app.narrator().key(Key::AnalysisNote(*id));
            return app.say_with(Phrase::RecommendationEditTitle, &args![what]);
        }
        let narrator = app.narrator();
        let direction = narrator.direction_latest(self.direction);
        let period = narrator.period(self.period);
        match self.about.len() {
            0 | 1 => app.say_with(Phrase::NoteTitle, &args![direction, period]),
            n => app.say_with(Phrase::NoteTitleMarked, &args![direction, period, n]),
        }
    }

    fn record(&self) -> Option<Key> {
        (self.edits.as_ref()).map(|it| Key::AnalysisNote(it.0))
    }

    fn place(&self) -> String {
        match &self.edits {
            Some((id, ..)) => format!("analysis {}", id.0),
            None => {
                let about = place::of_cells(&self.about);
                format!(
                    "analysis new {} {} {about}",
                    self.direction.0, self.period.0
                )
            }
        }
    }

    fn needs(&self) -> Option<PeriodId> {
        Some(self.period)
    }

    fn beside(&self, since: Seq, app: &App) -> Option<String> {
        let notes = app.state().notes.iter();
        let same = notes.filter(|(_, it)| {
            (it.direction, it.period) == (self.direction, self.period)
                && (self.about.is_empty() || it.about.iter().any(|it| self.about.contains(it)))
        });
        let keys: Vec<Key> = same.map(|(id, _)| Key::AnalysisNote(*id)).collect();
        recorded_since(app, keys.into_iter(), since)
    }

    fn cells(&self, _: &App) -> Vec<Cell> {
        self.about.clone()
    }

    fn about(&self, app: &App) -> Vec<String> {
        match self.about.is_empty() {
            true => vec![app.say(Phrase::NoteOfDirection)],
            false => target::about_cells(app, &self.about),
        }
    }

    fn build(&self, app: &App) -> Form {
        let was = self.edits.as_ref().map(|it| &it.2);
        let text = |name, label, of: fn(&AnalysisNote) -> &str| {
            Field::text(name, app.say(label), was.map_or("", of))
        };
        let on = was.map_or(app.now.today, |it| it.on);
        let mut fields = vec![
            text(FINDINGS, Phrase::LabelFindings, |it| &it.findings),
            text(CAUSES, Phrase::LabelCauses, |it| &it.causes),
            text(CONCLUSIONS, Phrase::LabelConclusions, |it| &it.conclusions),
            Field::line(DATE, app.say(Phrase::LabelDate), &format::date(on)),
            document::field(app, Phrase::LabelDocument, was.and_then(|it| it.document)),
        ];
        fields.extend(was.map(|it| standing(app, it.retired)));
        fields.extend((self.edits.as_ref()).map(|it| purpose::seen_field(it.1)));
        let button = match &self.edits {
            Some(_) => Phrase::ButtonWriteChanges,
            None => Phrase::ButtonWriteNote,
        };
        Form::new(fields, app.say(button))
    }

    fn prepare(&self, form: &mut Form, kept: &[(String, String)], app: &App) {
        document::prepare(form, last(form), kept, app);
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        term::hint_date(form, DATE, app, Side::Past);
        document::renew(form, last(form), app);
        let empty = form.text(CONCLUSIONS).is_empty() && !form.text(FINDINGS).is_empty();
        let remark = empty.then(|| app.say(Phrase::NoteWithoutConclusions));
        if let Some(field) = form.field_mut(CONCLUSIONS) {
            field.note = remark.unwrap_or_default();
        }
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        if form.text(FINDINGS).is_empty() {
            return Err(Fault::new(FINDINGS, app.say(Phrase::NoteNeedsFindings)));
        }
        let note = AnalysisNote {
            direction: self.direction,
            period: self.period,
            on: term::date_of(form, DATE, app, Side::Past)?,
            about: self.about.clone(),
            findings: form.text(FINDINGS),
            causes: form.text(CAUSES),
            conclusions: form.text(CONCLUSIONS),
            document: None,
            retired: form.choice(KEPT) == 1,
        };
        let at = self.edits.as_ref().map(|it| (it.0, purpose::seen(form)));
        let document = document::choice(form, app)?;
        Ok(Command::Cycle(Box::new(CycleCommand::PutNote {
            at,
            note,
            document,
        })))
    }

    fn next(&self, app: &App) -> Option<String> {
        let key = hints::key(app, CommandId::Act);
        (self.edits.is_none()).then(|| app.say_with(Phrase::NoteNext, &args![key]))
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        match field {
            RefusedField::Findings => Some(FINDINGS),
            RefusedField::Reason => Some(CAUSES),
            RefusedField::Conclusions => Some(CONCLUSIONS),
            RefusedField::Date => Some(DATE),
            other => document::field_of(other),
        }
    }

    fn versions(&self, theirs: &Record, form: &Form, app: &App) -> Vec<Version> {
        let (Some((id, seen, _)), Record::AnalysisNote(theirs)) = (&self.edits, theirs) else {
            return Vec::new();
        };
        purpose::compared(&Analysing::of(*id, *seen, theirs).build(app), form, None)
    }

    fn joins(&self, theirs: &Record) -> bool {
        self.edits.is_some() && matches!(theirs, Record::AnalysisNote(_))
    }

    fn join(&mut self, theirs: &Record, shown: Seq, form: &mut Form, app: &App) -> bool {
        let (Some((id, began, _)), Record::AnalysisNote(theirs)) = (&self.edits, theirs) else {
            return false;
        };
        let now = Analysing::of(*id, shown, theirs);
        let base = (purpose::seen(form) == *began).then(|| self.build(app));
        let told = joined(form, base.as_ref(), &now.build(app), &JOINED, (shown, app));
        *self = now;
        told
    }
}
