//! Writing a recommendation: for one row, for all marked rows, or anew over a draft.

use crossterm::event::{KeyCode, KeyEvent};

use super::target::{self, Filled, Target};
use super::term;
use crate::analysis::related;
use crate::args;
use crate::domain::command::{Command, RecommendationDraft};
use crate::domain::followup::{Addressee, Recommendation};
use crate::domain::ids::{PeriodId, RecommendationId, Seq};
use crate::domain::record::{Key, Record};
use crate::domain::refusal::Field as RefusedField;
use crate::domain::text::clean_multiline;
use crate::domain::value::Cell;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::CommandId;
use crate::tui::inline::join;
use crate::tui::inline::purpose::{self, Fault, Purpose, SEEN, Version};
use crate::tui::widget::form::{Field, Form, Kind};
use crate::tui::widget::text_area::TextArea;

const TEXT: &str = "text";
const EXPECTED: &str = "expected";
const DUE: &str = "due";

/// The form of a recommendation.
#[derive(Clone, Debug)]
pub struct Writing {
    /// Rows it is written for; each gets one of its own. Empty while a draft is edited.
    targets: Vec<Target>,
    period: PeriodId,
    /// The draft that is edited, as it was when the form was opened.
    edits: Option<(RecommendationId, Seq, Recommendation)>,
    /// Ready wordings, the fitting one first.
    bank: Vec<String>,
    /// Which of them was put in last.
    inserted: Option<usize>,
}

impl Writing {
    /// A new recommendation for these rows.
    #[must_use]
    pub fn new(app: &App, period: PeriodId, targets: Vec<Target>) -> Writing {
        let first = targets.iter().find_map(|it| it.cell);
        Writing {
            bank: first
                .map(|it| target::wordings(app, it))
                .unwrap_or_default(),
            targets,
            period,
            edits: None,
            inserted: None,
        }
    }

    /// A draft to be changed; `None` if there is no such recommendation.
    #[must_use]
    pub fn edit(app: &App, id: RecommendationId) -> Option<Writing> {
        let found = app.state().recommendations.get(&id)?;
        let bank = found.ground.map(|it| target::wordings(app, it));
        Some(Writing {
            targets: Vec::new(),
            period: found.period,
            bank: bank.unwrap_or_default(),
            edits: Some((id, found.stamp.rev, found.body.clone())),
            inserted: None,
        })
    }

    /// Addressees, ground and what is put for placeholders, of every recommendation that the form makes.
    fn each(&self, app: &App) -> Vec<(Vec<Addressee>, Option<Cell>, Filled)> {
        let filled = |cell: Option<_>| cell.map(|it| Filled::of(app, it)).unwrap_or_default();
        match &self.edits {
            Some((_, _, it)) => vec![(it.addressees.clone(), it.ground, filled(it.ground))],
            None => (self.targets.iter())
                .map(|it| (vec![it.addressee.clone()], it.cell, filled(it.cell)))
                .collect(),
        }
    }

    fn drafts(&self, form: &Form, app: &App) -> Result<Vec<RecommendationDraft>, Fault> {
        let (text, expected) = (form.text(TEXT), form.text(EXPECTED));
        let due = term::due_of(form, DUE, app)?;
        for (field, text) in [(TEXT, &text), (EXPECTED, &expected)] {
            if let Some(what) = target::unknown_placeholder(text) {
                let known = [target::VALUE, target::THRESHOLD, target::LACKING].join(", ");
                let sentence = app.say_with(Phrase::UnknownPlaceholder, &args![what, known]);
                return Err(Fault::new(field, sentence));
            }
        }
        let fill = |field: &str, text: &str, whom: &[Addressee], filled: &Filled| {
            filled.fill(text).map_err(|placeholder| {
                let whom = app.narrator().addressees(whom);
                let phrase = match self.targets.len() {
                    0 | 1 => Phrase::NothingToFillInHere,
                    _ => Phrase::NothingToFillIn,
                };
                let sentence = app.say_with(phrase, &args![whom, placeholder]);
                Fault::new(field, sentence)
            })
        };
        (self.each(app).into_iter())
            .map(|(addressees, ground, filled)| {
                Ok(RecommendationDraft {
                    text: fill(TEXT, &text, &addressees, &filled)?,
                    expected: fill(EXPECTED, &expected, &addressees, &filled)?,
                    addressees,
                    period: self.period,
                    ground,
                    due,
                })
            })
            .collect()
    }

    /// Puts the next ready wording in: in place of the last one, else at the cursor.
    fn insert_wording(&mut self, form: &mut Form, app: &App) {
        let next = self
            .inserted
            .map_or(0, |it| (it + 1) % self.bank.len().max(1));
        let Some(wording) = self.worded(next, app) else {
            return;
        };
        let last = self.inserted.and_then(|it| self.worded(it, app));
        let Some(Kind::Text(area)) = form.field_mut(TEXT).map(|it| &mut it.kind) else {
            return;
        };
        let own = area.text().trim().to_owned();
        if own.is_empty() || last.is_some_and(|it| it == own) {
            *area = TextArea::new(&wording);
        } else {
            area.insert(&wording);
        }
        self.inserted = Some(next);
        form.focus(TEXT);
    }

    /// A wording of the bank; for one row it is filled in at once.
    fn worded(&self, at: usize, app: &App) -> Option<String> {
        let wording = self.bank.get(at)?;
        match self.each(app).as_slice() {
            [(_, _, filled)] => Some(filled.fill(wording).unwrap_or_else(|_| wording.clone())),
            _ => Some(wording.clone()),
        }
    }
}

impl Purpose for Writing {
    fn title(&self, app: &App) -> String {
        match (&self.edits, self.targets.as_slice()) {
            (Some((id, ..)), _) => app.say_with(
                Phrase::RecommendationEditTitle,
                &args![what = app.narrator().key(Key::Recommendation(*id))],
            ),
            (None, [one]) => {
                app.say_with(Phrase::RecommendationTitle, &args![whom = one.name(app)])
            }
            (None, many) => app.say_with(Phrase::RecommendationsTitle, &args![n = many.len()]),
        }
    }

    fn record(&self) -> Option<Key> {
        (self.edits.as_ref()).map(|it| Key::Recommendation(it.0))
    }

    fn place(&self) -> String {
        match (&self.edits, self.targets.as_slice()) {
            (Some((id, ..)), _) => format!("recommendation {}", id.0),
            (None, many) => {
                let whom = target::whom(many);
                format!("recommendation new {}/{whom}", self.period.0)
            }
        }
    }

    fn needs(&self) -> Option<PeriodId> {
        Some(self.period)
    }

    fn beside(&self, since: Seq, app: &App) -> Option<String> {
        let cells = self.targets.iter().filter_map(|it| it.cell);
        let keys = cells.flat_map(|it| related::recommendations_about(app.state(), it));
        super::recorded_since(app, keys.map(Key::Recommendation), since)
    }

    fn cells(&self, _: &App) -> Vec<Cell> {
        match &self.edits {
            Some((_, _, it)) => it.ground.into_iter().collect(),
            None => self.targets.iter().filter_map(|it| it.cell).collect(),
        }
    }

    fn about(&self, app: &App) -> Vec<String> {
        let mut lines = Vec::new();
        match (&self.edits, self.targets.as_slice()) {
            (Some((_, _, it)), _) => lines.extend(it.ground.map(|it| target::about(app, it))),
            (
                None,
                [
                    Target {
                        cell: Some(cell), ..
                    },
                ],
            ) => lines.push(target::about(app, *cell)),
            (None, [one]) => lines.extend(target::common_indicator(
                app,
                self.period,
                std::slice::from_ref(one),
            )),
            (None, many) => {
                let narrator = app.narrator();
                let names: Vec<_> = (many.iter())
                    .map(|it| narrator.organisation(it.addressee.organisation))
                    .collect();
                lines.extend(target::common_indicator(app, self.period, many));
                lines.push(names.join(" · "));
            }
        }
        lines
    }

    fn build(&self, app: &App) -> Form {
        let label = |phrase| app.say(phrase);
        let (text, expected, due) = match &self.edits {
            Some((_, _, it)) => (
                it.text.as_str(),
                it.expected.as_str(),
                term::typed(app, it.due),
            ),
            None => ("", "", String::new()),
        };
        let mut fields = vec![
            Field::text(TEXT, label(Phrase::LabelRecommendation), text),
            Field::text(EXPECTED, label(Phrase::LabelExpected), expected),
            Field::line(DUE, label(Phrase::LabelDue), &due),
        ];
        fields.extend((self.edits.as_ref()).map(|it| purpose::seen_field(it.1)));
        let button = match self.targets.len() {
            0 | 1 => app.say(Phrase::ButtonWriteRecommendation),
            n => app.say_with(Phrase::ButtonWriteRecommendations, &args![n]),
        };
        Form::new(fields, button)
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        term::hint_due(form, DUE, app);
        let each = self.each(app);
        for name in [TEXT, EXPECTED] {
            let text = form.text(name);
            let note = if target::has_placeholder(&text) {
                let filled = each.iter().find_map(|(whom, _, filled)| {
                    Some((app.narrator().addressees(whom), filled.fill(&text).ok()?))
                });
                filled.map(|(whom, text)| app.say_with(Phrase::FilledPreview, &args![whom, text]))
            } else {
                None
            };
            if let Some(field) = form.field_mut(name) {
                field.note = note.unwrap_or_default();
            }
        }
    }

    fn key(&mut self, key: KeyEvent, form: &mut Form, app: &App) -> bool {
        let wanted = key.code == KeyCode::Insert && !self.bank.is_empty();
        if wanted {
            self.insert_wording(form, app);
        }
        wanted
    }

    fn hints(&self, _: &Form, app: &App) -> Vec<(String, String)> {
        if self.bank.is_empty() {
            return Vec::new();
        }
        vec![("Insert".to_owned(), app.say(Phrase::FormKeyWording))]
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        for name in [TEXT, DUE] {
            if form.text(name).is_empty() {
                let sentence = match name {
                    DUE => app.say(Phrase::TermEmpty),
                    _ => app.say(Phrase::RecommendationNeedsText),
                };
                return Err(Fault::new(name, sentence));
            }
        }
        let mut drafts = self.drafts(form, app)?;
        let draft = match (&self.edits, drafts.pop()) {
            (Some((id, ..)), Some(draft)) => {
                return Ok(Command::EditRecommendation {
                    id: *id,
                    seen: purpose::seen(form),
                    draft,
                });
            }
            (_, draft) => draft,
        };
        drafts.extend(draft);
        Ok(Command::Recommend(drafts))
    }

    fn next(&self, app: &App) -> Option<String> {
        let key = hints::key(app, CommandId::NextState);
        Some(app.say_with(Phrase::RecommendationIsDraft, &args![key]))
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        match field {
            RefusedField::Text => Some(TEXT),
            RefusedField::Expected => Some(EXPECTED),
            RefusedField::Due => Some(DUE),
            _ => None,
        }
    }

    fn versions(&self, theirs: &Record, form: &Form, app: &App) -> Vec<Version> {
        let Record::Recommendation(theirs) = theirs else {
            return Vec::new();
        };
        let due = term::parse_due(&form.text(DUE), app.now.today);
        let mut versions = vec![
            (
                app.say(Phrase::LabelRecommendation),
                theirs.text.clone(),
                clean_multiline(&form.text(TEXT)),
            ),
            (
                app.say(Phrase::LabelExpected),
                theirs.expected.clone(),
                clean_multiline(&form.text(EXPECTED)),
            ),
            (
                app.say(Phrase::LabelDue),
                app.narrator().term(theirs.due, &theirs.prolongations),
                due.map_or_else(|_| form.text(DUE), |it| app.narrator().due(it)),
            ),
        ];
        let state = self.edits.as_ref().map(|it| app.locale.word(&it.2.state));
        versions.push((
            app.say(Phrase::LabelState),
            app.locale.word(&theirs.state),
            state.unwrap_or_default(),
        ));
        versions.retain(|(_, theirs, mine)| theirs != mine);
        versions
    }

    fn joins(&self, theirs: &Record) -> bool {
        self.edits.is_some() && matches!(theirs, Record::Recommendation(_))
    }

    fn join(&mut self, theirs: &Record, shown: Seq, form: &mut Form, app: &App) -> bool {
        let (Some((id, began, _)), Record::Recommendation(theirs)) = (&self.edits, theirs) else {
            return false;
        };
        let now = Writing {
            edits: Some((*id, shown, theirs.clone())),
            ..self.clone()
        };
        let names = [TEXT, EXPECTED, DUE];
        let base = (purpose::seen(form) == *began).then(|| self.build(app));
        let told = join::join(form, base.as_ref(), &now.build(app), &names, app);
        form.set(SEEN, &shown.0.to_string());
        *self = now;
        told
    }
}
