//! The form of a section: its number and title, its directions, and which stages of the cycle are asked of each.
//!
//! A cycle is typed as «полный», «неполный» or the numbers of its stages: «1-5, 7».

use super::names;
use crate::args;
use crate::domain::command::Command;
use crate::domain::cycle::{Section, SectionTrack};
use crate::domain::cycle_command::CycleCommand;
use crate::domain::evidence::{Stage, Track};
use crate::domain::ids::{DirectionId, SectionId};
use crate::domain::record::{Commit, Key, Record};
use crate::domain::refusal::Field as RefusedField;
use crate::domain::text::{fold, retype_russian};
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::inline::purpose::{self, Fault, Purpose, Version, compared};
use crate::tui::screen::cycle::CycleScreen;
use crate::tui::widget::form::{Column, Field, Form, Kind, Table};

const CODE: &str = "code";
const TITLE: &str = "title";
const YEAR: &str = "year";
const TRACKS: &str = "tracks";

/// Letters of «полный» and «неполный» that are enough to know them.
const ENOUGH: usize = 3;

/// A section being founded or changed.
#[derive(Clone, Debug)]
pub struct Sectioning {
    id: Option<SectionId>,
}

impl Sectioning {
    /// A new section.
    #[must_use]
    pub fn new() -> Sectioning {
        Sectioning { id: None }
    }

    /// The form of a section; `None` if there is no such section.
    #[must_use]
    pub fn edit(app: &App, id: SectionId) -> Option<Sectioning> {
        app.state().sections.get(&id)?;
        Some(Sectioning { id: Some(id) })
    }

    fn stands(&self, app: &App) -> Option<Section> {
        let found = self.id.and_then(|id| app.state().sections.get(&id));
        found.map(|it| it.body.clone())
    }

    fn form_of(&self, app: &App, it: Option<&Section>) -> Form {
        let (code, title) = it.map_or(("", ""), |it| (it.code.as_str(), it.title.as_str()));
        let mut fields = vec![
            Field::line(CODE, app.say(Phrase::LabelSectionCode), code),
            Field::line(TITLE, app.say(Phrase::LabelTitle), title),
        ];
        if self.id.is_none() {
            let year = this_year(app).to_string();
            fields.push(Field::line(YEAR, app.say(Phrase::LabelRoundYear), &year));
        }
        let columns = vec![
            Column {
                caption: app.say(Phrase::ColumnTrack),
                width: 30,
            },
            Column {
                caption: app.say(Phrase::ColumnCycle),
                width: 24,
            },
        ];
        let rows = it.map_or_else(Vec::new, |it| {
            let all = it.tracks.iter();
            all.map(|of| vec![written(app, it, of), cycle(app, &of.stages)])
                .collect()
        });
        let table = Kind::Table(Table::new(columns, rows));
        fields.push(Field::new(TRACKS, app.say(Phrase::LabelDirections), table));
        Form::new(fields, String::new())
    }

    fn read(&self, form: &Form, app: &App) -> Result<Section, Fault> {
        let was = self.stands(app);
        let rows = match form.field(TRACKS).map(|it| &it.kind) {
            Some(Kind::Table(table)) => table.rows(),
            _ => Vec::new(),
        };
        let mut tracks: Vec<SectionTrack> = Vec::new();
        for (n, row) in rows.iter().enumerate() {
            let cell = |at: usize| row.get(at).map_or("", String::as_str);
            let stages = parse_cycle(cell(1)).ok_or_else(|| {
                let row = cell(1).to_owned();
                Fault::new(TRACKS, app.say_with(Phrase::CycleHow, &args![text = row]))
            })?;
            let named = track_named(app, was.as_ref(), (n, cell(0)), &rows, &tracks);
            if tracks.iter().any(|it| it.track == named.track) {
                let sentence = app.say_with(Phrase::TrackTwice, &args![name = cell(0)]);
                return Err(Fault::new(TRACKS, sentence));
            }
            tracks.push(SectionTrack { stages, ..named });
        }
        Ok(Section {
            code: form.text(CODE),
            title: form.text(TITLE),
            tracks,
            retired: was.is_some_and(|it| it.retired),
        })
    }
}

/// The year of a round that begins now.
pub(super) fn this_year(app: &App) -> i32 {
    use chrono::Datelike;
    app.now.today.year()
}

/// A year of a round as typed.
pub(super) fn read_year(form: &Form, app: &App, name: &str) -> Result<u16, Fault> {
    let year = form.text(name).parse();
    year.map_err(|_| Fault::new(name, app.say(Phrase::YearHow)))
}

/// A direction of a section as it is typed: its code and name, or the name that only the section knows.
fn written(app: &App, section: &Section, it: &SectionTrack) -> String {
    match (it.track, it.title.is_empty()) {
        (Track::Direction(id), false) => {
            let code = names::direction(app, id).map(|it| it.code.as_str());
            format!("{} {}", code.unwrap_or_default(), it.title)
        }
        _ => names::column(app, section, it.track),
    }
}

/// The direction that a row names. What begins with the code of a direction of the catalogue is that direction, under the name that
/// follows; anything else is the section's own. An own one that is called otherwise in its old row stays the same.
fn track_named(
    app: &App,
    was: Option<&Section>,
    (row, typed): (usize, &str),
    rows: &[Vec<String>],
    before: &[SectionTrack],
) -> SectionTrack {
    let of = |track, title: &str| SectionTrack {
        track,
        title: title.to_owned(),
        stages: Vec::new(),
    };
    if let Some((id, title)) = in_catalogue(app, typed) {
        return of(Track::Direction(id), title);
    }
    let own = |it: &&SectionTrack| matches!(it.track, Track::Own(_));
    let there = || was.into_iter().flat_map(|it| it.tracks.iter()).filter(own);
    let same = there().find(|it| fold(&it.title) == fold(typed));
    let typed_again = |title: &str| {
        rows.iter()
            .any(|it| it.first().is_some_and(|it| it == title))
    };
    let renamed = || {
        let old = was?.tracks.get(row).filter(own)?;
        (!typed_again(&old.title)).then_some(old)
    };
    if let Some(old) = same.or_else(renamed) {
        return of(old.track, typed);
    }
    let numbers = there()
        .chain(before.iter())
        .filter_map(|it| match it.track {
            Track::Own(n) => Some(n),
            Track::Direction(_) => None,
        });
    let next = numbers.max().map_or(1, |it| it.saturating_add(1));
    of(Track::Own(next), typed)
}

/// The direction of the catalogue that a text begins with or is, and what the section calls it, where that is something else.
fn in_catalogue<'a>(app: &App, typed: &'a str) -> Option<(DirectionId, &'a str)> {
    let mut ids: Vec<DirectionId> = app.state().directions.keys().map(|it| it.1).collect();
    ids.sort_unstable();
    ids.dedup();
    let (first, rest) = typed.split_once(' ').unwrap_or((typed, ""));
    ids.into_iter().find_map(|id| {
        let it = names::direction(app, id)?;
        let is_name = |text: &str| {
            text.is_empty() || fold(text) == fold(&it.short) || fold(text) == fold(&it.title)
        };
        match () {
            () if first == it.code => Some((id, if is_name(rest) { "" } else { rest.trim() })),
            () if !typed.is_empty() && is_name(typed) => Some((id, "")),
            () => None,
        }
    })
}

/// A cycle as it is typed.
fn cycle(app: &App, stages: &[Stage]) -> String {
    match stages {
        all if all == Stage::ALL => app.say(Phrase::CycleFull),
        some if some == Stage::PARTIAL => app.say(Phrase::CyclePartial),
        some => {
            let place = |it: &Stage| Stage::ALL.iter().position(|of| of == it).unwrap_or(0) + 1;
            let numbers: Vec<String> = some.iter().map(|it| place(it).to_string()).collect();
            numbers.join(", ")
        }
    }
}

/// The stages that a text names; nothing is the full cycle. `None` where it cannot be read.
fn parse_cycle(typed: &str) -> Option<Vec<Stage>> {
    let words = [fold(typed.trim()), fold(&retype_russian(typed.trim()))];
    let is = |word: &str| {
        let enough = |it: &String| it.chars().count() >= ENOUGH && word.starts_with(it.as_str());
        words.iter().any(enough)
    };
    if typed.trim().is_empty() || is("полный") || is("full") {
        return Some(Stage::ALL.to_vec());
    }
    if is("неполный") || is("partial") {
        return Some(Stage::PARTIAL.to_vec());
    }
    let mut asked = [false; Stage::ALL.len()];
    let apart = |it: char| matches!(it, ',' | ';' | ' ');
    for piece in typed.split(apart).filter(|it| !it.is_empty()) {
        let (from, to) = piece.split_once(['-', '–']).unwrap_or((piece, piece));
        let (from, to): (usize, usize) = (from.parse().ok()?, to.parse().ok()?);
        let span = asked.get_mut(from.checked_sub(1)?..to)?;
        span.fill(true);
    }
    let stages = Stage::ALL.into_iter().zip(asked);
    Some(stages.filter(|it| it.1).map(|it| it.0).collect())
}

impl Purpose for Sectioning {
    fn title(&self, app: &App) -> String {
        match self.id {
            Some(id) => app.narrator().key(Key::Section(id)),
            None => app.say(Phrase::CommandFoundSection),
        }
    }

    fn record(&self) -> Option<Key> {
        self.id.map(Key::Section)
    }

    fn place(&self) -> String {
        match self.id {
            Some(id) => format!("cycle section {}", id.0),
            None => "cycle section new".to_owned(),
        }
    }

    fn build(&self, app: &App) -> Form {
        let mut form = self.form_of(app, self.stands(app).as_ref());
        let button = match self.id {
            Some(id) => {
                let stamp = app.state().stamp(Key::Section(id));
                let seen = stamp.map(|it| it.rev).unwrap_or_default();
                form.fields.push(purpose::seen_field(seen));
                Phrase::ButtonWriteChanges
            }
            None => Phrase::ButtonFoundSection,
        };
        form.button = app.say(button);
        form
    }

    fn help(&self, form: &Form, app: &App) -> Option<String> {
        Some(match form.current() {
            Some(TRACKS) => app.say(Phrase::AboutTracks),
            Some(CODE) => app.say(Phrase::AboutSectionCode),
            Some(YEAR) => app.say(Phrase::AboutRoundYear),
            _ => String::new(),
        })
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        let section = self.read(form, app)?;
        Ok(Command::Cycle(Box::new(match self.id {
            Some(id) => CycleCommand::EditSection {
                id,
                seen: purpose::seen(form),
                section,
            },
            None => CycleCommand::Found {
                section,
                year: read_year(form, app, YEAR)?,
                requirements: Vec::new(),
            },
        })))
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        match field {
            RefusedField::Number => Some(CODE),
            RefusedField::Title => Some(TITLE),
            RefusedField::Directions => Some(TRACKS),
            _ => None,
        }
    }

    fn versions(&self, theirs: &Record, form: &Form, app: &App) -> Vec<Version> {
        match theirs {
            Record::Section(it) => compared(&self.form_of(app, Some(it)), form, None),
            _ => Vec::new(),
        }
    }

    fn done(&self, commit: &Commit, app: &mut App) {
        CycleScreen::made(app, commit);
    }
}
