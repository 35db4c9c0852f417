//! Резерв: who is in the managerial reserve, for which post, by whom guided, and what became of it.

use super::super::section::{Column, Row, Section};
use super::super::told::Told;
use super::careers::{self, Lasting};
use super::heads;
use crate::args;
use crate::domain::career::{Candidate, CandidateOutcome};
use crate::domain::ids::CandidateId;
use crate::domain::record::{Key, Kind};
use crate::domain::text::collation_key;
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::CommandId;
use crate::tui::layer::Overlay;
use crate::tui::overlay::page::Line;
use crate::tui::overlay::people;
use crate::tui::theme::Role;

/// The section.
#[derive(Debug)]
pub struct Reserve;

const COLUMNS: [Column; 4] = [
    Column::words(Phrase::FieldPerson, 0),
    Column::words(Phrase::CaptionForPost, 1).cut_to(12),
    Column::words(Phrase::KindOrganisation, 2),
    Column::words(Phrase::CaptionUntil, 3),
];

impl Section for Reserve {
    fn kind(&self) -> Kind {
        Kind::Candidate
    }

    fn title(&self) -> Phrase {
        Phrase::SectionReserve
    }

    fn count(&self, app: &App) -> usize {
        app.state().candidates.len()
    }

    fn rests_on(&self, kind: Kind) -> bool {
        matches!(kind, Kind::Candidate | Kind::Person | Kind::Organisation)
    }

    fn columns(&self, _: Option<Key>) -> &'static [Column] {
        &COLUMNS
    }

    fn rows(&self, app: &App, _: Option<Key>) -> Vec<Row> {
        let mut all: Vec<_> = app.state().candidates.iter().collect();
        all.sort_by_cached_key(|(id, it)| {
            let name = heads::full_name(app, it.person);
            (is_over(it), collation_key(&name), **id)
        });
        (all.into_iter())
            .map(|(id, it)| row(app, *id, it))
            .collect()
    }

    fn detail(&self, app: &App, key: Key, width: usize) -> Vec<Line> {
        let mut told = Told::new(app, width);
        let Key::Candidate(id) = key else {
            return told.lines;
        };
        if let Some(it) = app.state().candidates.get(&id) {
            candidate(&mut told, id, it);
        }
        told.lines
    }

    fn empty(&self, app: &App) -> String {
        let command = hints::named(app, CommandId::Add);
        app.say_with(Phrase::NobodyInReserve, &args![command])
    }

    fn has_editor(&self, key: Key) -> bool {
        matches!(key, Key::Candidate(_))
    }

    fn editor(&self, app: &mut App, key: Key) -> Option<Box<dyn Overlay>> {
        people::editor(app, key)
    }

    fn adds(&self) -> Option<CommandId> {
        Some(CommandId::Add)
    }

    fn command(&self, app: &mut App, command: CommandId, _: Option<Key>) -> bool {
        let is_it = command == CommandId::Add;
        if is_it {
            people::add_candidate(app);
        }
        is_it
    }
}

/// Whoever was appointed or excluded is in the reserve no longer.
fn is_over(it: &Candidate) -> bool {
    matches!(
        it.outcome,
        CandidateOutcome::Appointed { .. } | CandidateOutcome::Excluded { .. }
    )
}

/// What became of a candidate, in a word.
fn short(outcome: &CandidateOutcome) -> Phrase {
    match outcome {
        CandidateOutcome::InReserve => Phrase::CandidateInReserve,
        CandidateOutcome::Trained { .. } => Phrase::RowTrained,
        CandidateOutcome::Appointed { .. } => Phrase::RowAppointed,
        CandidateOutcome::Excluded { .. } => Phrase::RowExcluded,
    }
}

fn row(app: &App, id: CandidateId, it: &Candidate) -> Row {
    let place = it.organisation.map(|id| app.narrator().organisation(id));
    let cells = vec![
        app.narrator().person(it.person),
        it.post.clone(),
        place.unwrap_or_default(),
        it.until.map(format::date).unwrap_or_default(),
    ];
    let row = Row::new(Key::Candidate(id), cells);
    let glyphs = app.theme.glyphs;
    if it.outcome != CandidateOutcome::InReserve {
        let word = app.say(short(&it.outcome));
        let over = is_over(it);
        let (sign, role) = match over {
            true => (glyphs.none, Role::Dim),
            false => (glyphs.noted, Role::Text),
        };
        return row.in_state(sign, word, role).dimmed(over);
    }
    match careers::lasting(it.until, app.now.today) {
        Lasting::Long => row,
        Lasting::Soon => row.in_state(glyphs.warning, app.say(Phrase::RowEndsSoon), Role::Warning),
        Lasting::Over => row.in_state(glyphs.warning, app.say(Phrase::RowTermOver), Role::Warning),
    }
}

fn candidate(told: &mut Told<'_>, id: CandidateId, it: &Candidate) {
    let (app, narrator) = (told.app, told.app.narrator());
    let name = heads::full_name(app, it.person);
    told.link(Phrase::FieldPerson, &name, Key::Person(it.person));
    told.field(Phrase::FieldPost, &it.post);
    if let Some(place) = it.organisation {
        let name = narrator.organisation(place);
        told.link(Phrase::KindOrganisation, &name, Key::Organisation(place));
    }
    if let Some(ground) = it.ground {
        let name = narrator.document(ground);
        told.link(Phrase::FieldGround, &name, Key::Document(ground));
    }
    told.field(Phrase::FieldFrom, &format::date(it.from));
    let until = it.until.map(format::date).unwrap_or_default();
    told.field(Phrase::FieldUntil, &until);
    told.field(Phrase::FieldProgramme, &it.programme);
    if let Some(mentor) = it.mentor {
        let name = heads::full_name(app, mentor);
        told.link(Phrase::FieldMentor, &name, Key::Person(mentor));
    }
    told.field(Phrase::FieldOutcome, &careers::outcome(app, &it.outcome));
    if let CandidateOutcome::Excluded { reason, .. } = &it.outcome {
        told.field(Phrase::FieldReason, reason);
    }
    told.changed(Key::Candidate(id));
}
