//! The form of a requirement: its place in the cycle, its words, its points, and why it does not apply.

use rust_decimal::Decimal;

use super::names;
use crate::domain::command::{Command, Seen};
use crate::domain::cycle::Section;
use crate::domain::cycle_command::CycleCommand;
use crate::domain::evidence::{DocumentLevel, Requirement, Stage, Track};
use crate::domain::ids::{DirectionId, RequirementId, RoundId};
use crate::domain::number::parse_decimal;
use crate::domain::record::{Commit, Key, Record};
use crate::domain::refusal::Field as RefusedField;
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::inline::purpose::{self, Fault, Purpose, Version, compared};
use crate::tui::screen::cycle::CycleScreen;
use crate::tui::widget::form::{Field, Form};

const TEXT: &str = "text";
const STAGE: &str = "stage";
const TRACK: &str = "track";
const ORDER: &str = "order";
const MOST: &str = "most";
const POINTS: &str = "points";
const ASKED: &str = "asked";
const WHY: &str = "why";

/// Levels, the most usual first.
const LEVELS: [DocumentLevel; 4] = [
    DocumentLevel::Municipal,
    DocumentLevel::Regional,
    DocumentLevel::Federal,
    DocumentLevel::Organisation,
];

/// A requirement being written.
#[derive(Clone, Debug)]
pub struct Requiring {
    id: Option<RequirementId>,
    round: RoundId,
    /// Where a new one stands in the matrix.
    at: (Stage, Option<Track>),
}

impl Requiring {
    /// A new requirement of a round, in this cell.
    #[must_use]
    pub fn new(round: RoundId, stage: Stage, track: Option<Track>) -> Requiring {
        Requiring {
            id: None,
            round,
            at: (stage, track),
        }
    }

    /// The form of a requirement; `None` if there is no such requirement.
    #[must_use]
    pub fn edit(app: &App, id: RequirementId) -> Option<Requiring> {
        let it = app.state().requirements.get(&id)?;
        Some(Requiring {
            id: Some(id),
            round: it.round,
            at: (it.stage, it.track),
        })
    }

    /// The requirement as stored, or a new one: last of its round.
    fn stands(&self, app: &App) -> Requirement {
        let state = app.state();
        let found = self.id.and_then(|id| state.requirements.get(&id));
        let last = || {
            let all = state.requirements_of.of(self.round);
            let all = all.filter_map(|id| state.requirements.get(&id));
            all.map(|it| it.order).max().unwrap_or(0)
        };
        found.map_or_else(
            || Requirement {
                round: self.round,
                stage: self.at.0,
                track: self.at.1,
                text: String::new(),
                order: last().saturating_add(1),
                max_points: Decimal::ONE,
                points: None,
                asked: DocumentLevel::Municipal,
                inapplicable: String::new(),
            },
            |it| it.body.clone(),
        )
    }

    fn read(&self, form: &Form, app: &App) -> Result<Requirement, Fault> {
        let number = |name: &str| {
            parse_decimal(&form.text(name))
                .map_err(|_| Fault::new(name, app.say(Phrase::PointsAreNumber)))
        };
        let order = form.text(ORDER).parse().ok().filter(|it| *it > 0);
        let order = order.ok_or_else(|| Fault::new(ORDER, app.say(Phrase::OrderIsNumber)))?;
        let points = match form.text(POINTS).is_empty() {
            true => None,
            false => Some(number(POINTS)?),
        };
        let track = form.tokens(TRACK).first().and_then(|it| parse_track(it));
        Ok(Requirement {
            round: self.round,
            stage: (Stage::ALL.get(form.choice(STAGE)).copied()).unwrap_or(self.at.0),
            track,
            text: form.text(TEXT),
            order,
            max_points: number(MOST)?,
            points,
            asked: (LEVELS.get(form.choice(ASKED)).copied()).unwrap_or(DocumentLevel::Municipal),
            inapplicable: form.text(WHY),
        })
    }

    fn form_of(&self, app: &App, it: &Requirement) -> Form {
        let section = names::round(app, self.round).map(|it| it.1);
        let place = |at: Option<usize>| at.unwrap_or(0);
        let mut track =
            Field::choice_of(TRACK, app.say(Phrase::LabelDirection), tracks(app, section));
        track.import(&track_token(it.track));
        let stages = Stage::ALL.map(|it| names::stage(app, it)).to_vec();
        let stage = place(Stage::ALL.iter().position(|of| *of == it.stage));
        let points = it.points.map(format::number).unwrap_or_default();
        let levels = LEVELS.map(|it| app.locale.word(&it)).to_vec();
        let level = place(LEVELS.iter().position(|of| *of == it.asked));
        let fields = vec![
            Field::text(TEXT, app.say(Phrase::LabelRequirement), &it.text),
            Field::choice(STAGE, app.say(Phrase::LabelStage), stages, stage),
            track,
            Field::line(ORDER, app.say(Phrase::LabelOrder), &it.order.to_string()),
            Field::line(
                MOST,
                app.say(Phrase::LabelMostPoints),
                &format::number(it.max_points),
            ),
            Field::line(POINTS, app.say(Phrase::LabelPointsByHand), &points),
            Field::choice(ASKED, app.say(Phrase::LabelAsked), levels, level),
            Field::line(WHY, app.say(Phrase::LabelInapplicable), &it.inapplicable),
        ];
        Form::new(fields, String::new())
    }
}

/// The directions of a section as a choice, what is about all of them first.
fn tracks(app: &App, section: Option<&Section>) -> Vec<(String, String)> {
    let common = (String::new(), app.say(Phrase::CycleCommon));
    let own = section.into_iter().flat_map(|section| {
        let all = section.tracks.iter();
        all.map(|it| {
            let name = names::column(app, section, it.track);
            (track_token(Some(it.track)), name)
        })
    });
    std::iter::once(common).chain(own).collect()
}

/// How a direction of a section is known again.
pub(super) fn track_token(track: Option<Track>) -> String {
    match track {
        None => String::new(),
        Some(Track::Direction(id)) => format!("d{}", id.0),
        Some(Track::Own(n)) => format!("o{n}"),
    }
}

/// The direction of a section that a token means.
pub(super) fn parse_track(token: &str) -> Option<Track> {
    let direction = token.strip_prefix('d').and_then(|it| it.parse().ok());
    let own = token.strip_prefix('o').and_then(|it| it.parse().ok());
    direction
        .map(|it| Track::Direction(DirectionId(it)))
        .or(own.map(Track::Own))
}

impl Purpose for Requiring {
    fn title(&self, app: &App) -> String {
        match self.id {
            Some(id) => app.narrator().key(Key::Requirement(id)),
            None => app.say(Phrase::NewRequirementTitle),
        }
    }

    fn record(&self) -> Option<Key> {
        self.id.map(Key::Requirement)
    }

    fn place(&self) -> String {
        match self.id {
            Some(id) => format!("cycle requirement {}", id.0),
            None => {
                let (stage, track) = self.at;
                let stage = Stage::ALL.iter().position(|it| *it == stage).unwrap_or(0);
                let track = track_token(track);
                format!("cycle requirement new {} {stage} -{track}", self.round.0)
            }
        }
    }

    fn build(&self, app: &App) -> Form {
        let mut form = self.form_of(app, &self.stands(app));
        let button = match self.id {
            Some(id) => {
                let stamp = app.state().stamp(Key::Requirement(id));
                let seen = stamp.map(|it| it.rev).unwrap_or_default();
                form.fields.push(purpose::seen_field(seen));
                Phrase::ButtonWriteChanges
            }
            None => Phrase::ButtonAddRequirement,
        };
        form.button = app.say(button);
        form
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        let hint = match form.text(POINTS).is_empty() {
            true => app.say(Phrase::PointsAreReckoned),
            false => String::new(),
        };
        form.hint(POINTS, hint);
        let hint = match form.text(WHY).is_empty() {
            true => app.say(Phrase::InapplicableHow),
            false => String::new(),
        };
        form.hint(WHY, hint);
        // What the section does not ask there would be refused: it is said while one chooses.
        let section = names::round(app, self.round).map(|it| it.1);
        let track = form.tokens(TRACK).first().and_then(|it| parse_track(it));
        let stage = Stage::ALL.get(form.choice(STAGE)).copied();
        let asks = section
            .zip(stage)
            .is_none_or(|(it, stage)| it.asks(stage, track));
        let remark = match asks {
            true => String::new(),
            false => app.say(Phrase::CycleLeavesOut),
        };
        form.remark(TRACK, remark);
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        let requirement = self.read(form, app)?;
        let seen = match self.id {
            Some(_) => Seen::At(purpose::seen(form)),
            None => Seen::Absent,
        };
        Ok(Command::Cycle(Box::new(CycleCommand::PutRequirement {
            id: self.id,
            seen,
            requirement,
        })))
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        match field {
            RefusedField::Text => Some(TEXT),
            RefusedField::Inapplicable => Some(WHY),
            RefusedField::Points => Some(POINTS),
            _ => None,
        }
    }

    fn versions(&self, theirs: &Record, form: &Form, app: &App) -> Vec<Version> {
        match theirs {
            Record::Requirement(it) => compared(&self.form_of(app, it), form, None),
            _ => Vec::new(),
        }
    }

    fn done(&self, commit: &Commit, app: &mut App) {
        CycleScreen::made(app, commit);
    }
}
