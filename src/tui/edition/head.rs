//! The form of an edition as a whole: its number, its act and dates, its levels, and whom it gives a place.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::reading::Reading;
use super::written::{self, Written, made};
use super::{counted_in_words, edition_of, remark, told};
use crate::args;
use crate::domain::catalogue::{Edition, EditionState, IndexLevel};
use crate::domain::command::{Command, DocumentChoice};
use crate::domain::date::Side;
use crate::domain::ids::{EditionId, Seq};
use crate::domain::number::{format_typed, parse_decimal};
use crate::domain::record::{Commit, Key, Kind, Record};
use crate::domain::refusal::Field as RefusedField;
use crate::domain::soundness::{Part, of_edition};
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::CommandId;
use crate::tui::followup::{document, term};
use crate::tui::inline::purpose::{self, Fault, Purpose, Version};
use crate::tui::screen::catalogue::Catalogue;
use crate::tui::widget::form::{Column, Field, Form, Kind as Holds, Table};

const NUMBER: &str = "number";
const TITLE: &str = "title";
const ADOPTED: &str = "adopted";
const IN_FORCE: &str = "in-force";
const APPLIES: &str = "applies-from";
const COMPLETENESS: &str = "completeness";
const MONTHS: &str = "months";
const LEVELS: &str = "levels";
/// The dates of an edition.
const DATES: [&str; 3] = [ADOPTED, IN_FORCE, APPLIES];
/// The levels of an empty edition, from the highest down.
const USUAL: [(u32, Phrase); 5] = [
    (95, Phrase::LevelVeryHigh),
    (80, Phrase::LevelHigh),
    (70, Phrase::LevelSufficient),
    (60, Phrase::LevelReduced),
    (0, Phrase::LevelLow),
];

/// Which way a date without a year is read: an act has been adopted, and is going to apply.
fn side(name: &str) -> Side {
    match name {
        ADOPTED => Side::Past,
        _ => Side::Coming,
    }
}

/// The field that a problem is about.
pub fn field_of(part: Part) -> Option<&'static str> {
    match part {
        Part::Title => Some(TITLE),
        Part::Act => Some(document::DOCUMENT),
        Part::Adopted => Some(ADOPTED),
        Part::Dates => Some(IN_FORCE),
        Part::AppliesFrom => Some(APPLIES),
        Part::Completeness => Some(COMPLETENESS),
        Part::MinMonths => Some(MONTHS),
        Part::Levels => Some(LEVELS),
        _ => None,
    }
}

/// An edition that is written.
#[derive(Clone, Debug)]
pub struct Heading {
    /// Which one; `None` for a new one.
    id: Option<EditionId>,
    /// What a new one is a copy of.
    from: Option<EditionId>,
    /// How it began, with its revision.
    began: (Option<Seq>, Edition),
}

impl Heading {
    /// A new edition: a copy of another, or an empty one. Its number is the next one.
    #[must_use]
    pub fn new(app: &App, from: Option<EditionId>) -> Heading {
        let state = app.state();
        let copied = from.and_then(|id| state.editions.get(&id));
        let last = state.editions.values().map(|it| it.number).max();
        let levels = (USUAL.into_iter())
            .map(|(from, title)| IndexLevel {
                from: Decimal::from(from),
                title: app.say(title),
            })
            .collect();
        let edition = Edition {
            number: last.unwrap_or(0).saturating_add(1),
            title: copied.map(|it| it.title.clone()).unwrap_or_default(),
            // A new edition rests on a new act.
            act: None,
            adopted: None,
            in_force: None,
            applies_from: None,
            state: EditionState::Draft,
            levels: copied.map_or(levels, |it| it.levels.clone()),
            completeness: copied.map_or(Decimal::from(70), |it| it.completeness),
            min_months: copied.map_or(6, |it| it.min_months),
            based_on: from,
        };
        Heading {
            id: None,
            from,
            began: (None, edition),
        }
    }

    /// An edition that is there; `None` if it is not.
    #[must_use]
    pub fn edit(app: &App, id: EditionId) -> Option<Heading> {
        let found = app.state().editions.get(&id)?;
        Some(Heading {
            id: Some(id),
            from: None,
            began: (Some(found.stamp.rev), found.body.clone()),
        })
    }

    /// The edition as the form has it.
    fn read(&self, form: &Form, app: &App) -> (Edition, Vec<Fault>) {
        let was = &self.began.1;
        let mut reading = Reading::new(form, app);
        let number = reading.count(NUMBER, was.number);
        if number == 0 && reading.faults.is_empty() {
            reading.fault(NUMBER, app.say(Phrase::EditionNeedsNumber));
        }
        let mut dates = [was.adopted, was.in_force, was.applies_from];
        for (name, date) in DATES.into_iter().zip(&mut dates) {
            match term::date_or_none(form, name, app, side(name)) {
                Ok(read) => *date = read,
                Err(fault) => reading.faults.push(fault),
            }
        }
        let [adopted, in_force, applies_from] = dates;
        let adopted = adopted.or_else(|| document::date(form, app));
        let completeness = reading.number(COMPLETENESS, was.completeness);
        let min_months = reading.count(MONTHS, was.min_months);
        let levels = levels(&mut reading);
        let act = match document::choice(form, app) {
            Ok(Some(DocumentChoice::Known(id))) => Some(id),
            Ok(_) => None,
            Err(fault) => {
                reading.faults.push(fault);
                was.act
            }
        };
        let edition = Edition {
            number,
            title: form.text(TITLE),
            act,
            adopted,
            in_force,
            applies_from,
            levels,
            completeness,
            min_months,
            ..was.clone()
        };
        (edition, reading.faults)
    }
}

/// The levels of the table, the highest first, however they were typed.
fn levels(reading: &mut Reading<'_>) -> Vec<IndexLevel> {
    let rows = match reading.form.field(LEVELS).map(|it| &it.kind) {
        Some(Holds::Table(table)) => table.rows(),
        _ => Vec::new(),
    };
    let mut levels = Vec::new();
    for row in rows {
        let [from, title] = [0, 1].map(|n| row.get(n).cloned().unwrap_or_default());
        match parse_decimal(&from) {
            Ok(from) => levels.push(IndexLevel { from, title }),
            Err(_) => {
                let level = if title.is_empty() { from } else { title };
                let sentence = (reading.app).say_with(Phrase::LevelNeedsNumber, &args![level]);
                reading.fault(LEVELS, sentence);
            }
        }
    }
    levels.sort_by_key(|it| std::cmp::Reverse(it.from));
    levels
}

impl Written for Heading {
    type Body = Edition;

    fn body(record: &Record) -> Option<&Edition> {
        match record {
            Record::Edition(it) => Some(it),
            _ => None,
        }
    }

    fn began(&self) -> Option<Seq> {
        self.began.0
    }

    fn begin(&mut self, rev: Seq, it: Edition) {
        self.began = (Some(rev), it);
    }

    fn form_of(&self, seen: Option<Seq>, it: &Edition, app: &App) -> Form {
        let day = |it: Option<NaiveDate>| it.map(format::date).unwrap_or_default();
        let levels = (it.levels.iter())
            .map(|it| vec![format_typed(it.from.normalize()), it.title.clone()])
            .collect();
        let columns = vec![
            Column {
                caption: app.say(Phrase::CaptionFrom),
                width: 6,
            },
            Column {
                caption: app.say(Phrase::CaptionLevel),
                width: 30,
            },
        ];
        let fields = vec![
            Field::line(
                NUMBER,
                app.say(Phrase::LabelEditionNumber),
                &it.number.to_string(),
            ),
            Field::text(TITLE, app.say(Phrase::LabelTitle), &it.title),
            document::field(app, Phrase::LabelDocument, it.act),
            Field::line(ADOPTED, app.say(Phrase::LabelAdopted), &day(it.adopted)),
            Field::line(IN_FORCE, app.say(Phrase::LabelInForce), &day(it.in_force)),
            Field::line(
                APPLIES,
                app.say(Phrase::LabelAppliesFrom),
                &day(it.applies_from),
            ),
            Field::line(
                COMPLETENESS,
                app.say(Phrase::LabelCompleteness),
                &format_typed(it.completeness.normalize()),
            ),
            Field::line(
                MONTHS,
                app.say(Phrase::LabelMinMonths),
                &it.min_months.to_string(),
            ),
            Field::new(
                LEVELS,
                app.say(Phrase::LabelLevels),
                Holds::Table(Table::new(columns, levels)),
            ),
            purpose::seen_or_absent_field(seen),
        ];
        let button = match (self.id, self.from) {
            (Some(_), _) => Phrase::ButtonWriteChanges,
            (None, Some(_)) => Phrase::ButtonCopyEdition,
            (None, None) => Phrase::ButtonAddEdition,
        };
        Form::new(fields, app.say(button))
    }
}

impl Purpose for Heading {
    fn title(&self, app: &App) -> String {
        match (self.id, self.from) {
            (Some(id), _) => app.narrator().key(Key::Edition(id)),
            (None, Some(from)) => {
                let from = app.narrator().key(Key::Edition(from));
                app.say_with(Phrase::NewEditionLike, &args![from])
            }
            (None, None) => app.say(Phrase::NewEdition),
        }
    }

    fn place(&self) -> String {
        match (self.id, self.from) {
            (Some(id), _) => format!("edition {}", id.0),
            (None, Some(from)) => format!("edition new {}", from.0),
            (None, None) => "edition new".to_owned(),
        }
    }

    fn record(&self) -> Option<Key> {
        self.id.map(Key::Edition)
    }

    fn help(&self, form: &Form, app: &App) -> Option<String> {
        Some(app.say(match form.current() {
            Some(NUMBER) => Phrase::HelpEditionNumber,
            Some(TITLE) => Phrase::HelpEditionTitle,
            Some(document::DOCUMENT) => Phrase::HelpEditionAct,
            Some(ADOPTED) => Phrase::HelpEditionAdopted,
            Some(IN_FORCE) => Phrase::HelpEditionInForce,
            Some(APPLIES) => Phrase::HelpEditionAppliesFrom,
            Some(COMPLETENESS) => Phrase::HelpEditionCompleteness,
            Some(MONTHS) => Phrase::HelpEditionMonths,
            Some(LEVELS) => Phrase::HelpEditionLevels,
            Some(_) => Phrase::HelpEditionAct,
            None => Phrase::HelpFormButton,
        }))
    }

    fn build(&self, app: &App) -> Form {
        self.form_of(self.began.0, &self.began.1, app)
    }

    fn prepare(&self, form: &mut Form, kept: &[(String, String)], app: &App) {
        document::prepare(form, ADOPTED, kept, app);
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        document::renew(form, ADOPTED, app);
        for name in DATES {
            let read = term::date_of(form, name, app, side(name));
            form.hint(name, read.map(format::date).unwrap_or_default());
        }
        if let (true, Some(date)) = (form.text(ADOPTED).is_empty(), document::date(form, app)) {
            let date = format::date(date);
            form.hint(ADOPTED, app.say_with(Phrase::AdoptedAsDated, &args![date]));
        }
        let (it, faults) = self.read(form, app);
        let current = form.current().map(str::to_owned);
        let id = self.id.unwrap_or(EditionId(u32::MAX));
        let has_act = document::is_named(form) || self.id.is_none();
        let signed = document::date(form, app);
        let mut found: Vec<(String, String)> = (of_edition(id, &it, signed).iter())
            .filter(|it| !(it.part == Part::Act && has_act))
            .filter_map(|it| Some((field_of(it.part)?.to_owned(), told(app, it))))
            .collect();
        // What is half typed is not held against anybody.
        let done = (faults.into_iter()).filter(|it| current.as_deref() != Some(it.field.as_str()));
        found.extend(done.map(|it| (it.field, it.sentence)));
        remark(form, &found);
    }

    fn hints(&self, form: &Form, app: &App) -> Vec<(String, String)> {
        match form.current() {
            Some(LEVELS) => vec![
                ("Insert".to_owned(), app.say(Phrase::FormKeyAddRow)),
                ("F8".to_owned(), app.say(Phrase::FormKeyRemoveRow)),
            ],
            _ => Vec::new(),
        }
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        let (edition, faults) = self.read(form, app);
        if let Some(fault) = faults.into_iter().next() {
            return Err(fault);
        }
        // Nobody means a draft of which nothing is known but that it was begun.
        if self.id.is_none() && self.from.is_none() && edition.title.is_empty() {
            return Err(Fault::new(TITLE, app.say(Phrase::EditionNeedsTitle)));
        }
        let act = document::choice(form, app)?;
        Ok(match self.id {
            Some(id) => Command::EditEdition {
                id,
                seen: purpose::seen(form),
                edition,
                act,
            },
            None => Command::AddEdition {
                from: self.from,
                edition,
                act,
            },
        })
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        document::field_of(field)
    }

    written::meets_colleagues!();

    /// Whoever copied an edition while walking its tree stands on the same record of the copy.
    fn done(&self, commit: &Commit, app: &mut App) {
        if self.id.is_some() {
            return;
        }
        let Some(Key::Edition(copy)) = made(commit, Kind::Edition) else {
            return;
        };
        let c = &app.catalogue;
        let at = c.key().filter(|_| c.inside.is_some());
        let at = at.filter(|it| edition_of(*it) == self.from);
        let key = match at {
            Some(Key::Direction(_, id)) => Key::Direction(copy, id),
            Some(Key::Indicator(_, id)) => Key::Indicator(copy, id),
            _ => Key::Edition(copy),
        };
        Catalogue::land(app, key);
    }

    fn next(&self, app: &App) -> Option<String> {
        if let Some(id) = self.id {
            return Some(counted_in_words(app, id));
        }
        let [open, scale, publish] = [CommandId::Edit, CommandId::Scale, CommandId::PublishEdition]
            .map(|it| hints::key(app, it));
        Some(app.say_with(Phrase::EditionBegunNext, &args![open, scale, publish]))
    }
}
