//! Who else is here, and where: told by the engine, shown beside what they look at. Also where this window is, for the others.
//!
//! It is told when the cursor has rested, never on each key. Must not know how a line is drawn.

use std::collections::BTreeMap;

use super::app::App;
use super::command::table::CommandId as Action;
use super::entry;
use super::layer::Outcome;
use super::msg::{Effect, Timer};
use super::overlay::picker::{Item, Picker};
use super::screen::Screen;
use super::screen::monitoring::walk;
use super::status::Tone;
use super::text;
use crate::args;
use crate::domain::ids::{Timestamp, UserId};
use crate::domain::record::{Commit, Key};
use crate::domain::value::Cell;
use crate::locale::{Phrase, format};
use crate::service::link::{Present, Request, Room, Spot};

/// Milliseconds that a window rests before it says where it is.
const TELL_AFTER: u32 = 120;

/// What is known of the others.
#[derive(Debug, Default)]
pub struct Presence {
    /// All other windows, also this person's own.
    others: Vec<Present>,
    /// Where this window was the last time it was looked at, and what the others know of it.
    resting: Option<Spot>,
    told: Option<Spot>,
    /// Cells that somebody else has changed since this person was there.
    changed: BTreeMap<Cell, (UserId, Timestamp)>,
    /// The cell on which the cursor is.
    on: Option<Cell>,
}

impl Presence {
    /// Everybody else is there now.
    pub fn hear(&mut self, others: &[Present]) {
        self.others = others.to_vec();
    }

    /// Whoever answers now may not know where this window is.
    pub fn begin_again(&mut self) {
        (self.resting, self.told) = (None, None);
    }

    /// Nobody is known to be here, and nobody knows of this window.
    pub fn forget(&mut self) {
        *self = Presence {
            changed: std::mem::take(&mut self.changed),
            on: self.on,
            ..Presence::default()
        };
    }

    /// A commit has come: what others have changed is marked until the cursor has been there and gone on.
    pub fn committed(&mut self, commit: &Commit, own: UserId) {
        for change in &commit.changes {
            if let Key::Value(cell) = change.key {
                if commit.actor == own {
                    self.changed.remove(&cell);
                } else {
                    self.changed.insert(cell, (commit.actor, commit.time));
                }
            }
        }
    }

    /// Who has changed a cell, and when, unless this person has been there since.
    #[must_use]
    pub fn changed(&self, cell: Cell) -> Option<(UserId, Timestamp)> {
        self.changed.get(&cell).copied()
    }
}

/// Where this window is.
fn spot(app: &App) -> Spot {
    let room = match app.screen {
        Screen::Monitoring => Room::Monitoring,
        Screen::Sheet => Room::Sheet,
        Screen::Cycle => Room::Cycle,
        Screen::Catalogue => Room::Catalogue,
        Screen::Journal => Room::Journal,
        Screen::Measures => Room::Measures,
        Screen::Attention => Room::Monitoring,
    };
    let below = || match app.screen {
        Screen::Monitoring => app.monitoring.cell().map(Key::Value),
        Screen::Sheet => app.sheet.cell().map(Key::Value),
        Screen::Cycle => app.cycle.under_cursor(),
        Screen::Catalogue => app.catalogue.under_cursor(),
        Screen::Journal | Screen::Attention => None,
        Screen::Measures => app.measures.under_cursor(),
    };
    // Whoever searches or chooses from a list writes nothing, and is at what lies below that.
    let mut layers = app.layers().rev();
    Spot {
        room,
        key: layers
            .find_map(|it| it.writes(app).or_else(|| it.under_cursor()))
            .or_else(below),
        editing: app.layers().any(|it| it.writes(app).is_some()),
    }
}

/// Something has happened here: where this window is now is told when it rests, and the mark of what was looked at goes.
pub fn rest(app: &mut App) {
    let spot = spot(app);
    let on = match spot.key {
        Some(Key::Value(cell)) => Some(cell),
        _ => app.presence.on,
    };
    if let Some(left) = std::mem::replace(&mut app.presence.on, on)
        && on != Some(left)
    {
        app.presence.changed.remove(&left);
    }
    if app.presence.resting.replace(spot) != Some(spot) {
        app.emit(Effect::Arm(Timer::Here, TELL_AFTER));
    }
}

/// The window has rested: the others are told where it is.
pub fn tell(app: &mut App) {
    let spot = spot(app);
    if app.presence.told.replace(spot) != Some(spot) {
        app.emit(Effect::Send(Request::Here(spot)));
    }
}

/// A colleague's window at a cell: who it is, and whether they type there.
#[must_use]
pub fn at(app: &App, cell: Cell) -> Option<Present> {
    let here = app.presence.others.iter().filter(|it| it.user != app.user);
    let here = here.filter(|it| it.spot.key == Some(Key::Value(cell)));
    here.copied().max_by_key(|it| it.spot.editing)
}

/// A moment of today as «12:40», of another day with its date.
#[must_use]
pub fn moment(app: &App, at: Timestamp) -> String {
    chrono::DateTime::from_timestamp_millis(at.0).map_or_else(String::new, |at| {
        let day = at.with_timezone(&app.offset).date_naive();
        match day == app.now.today {
            true => format::time(at, app.offset),
            false => format::date_time(at, app.offset),
        }
    })
}

/// Windows of the others that are in these places, by person.
fn people(app: &App, is_there: impl Fn(&Spot) -> bool) -> BTreeMap<UserId, Vec<Present>> {
    let mut people: BTreeMap<UserId, Vec<Present>> = BTreeMap::new();
    for it in (app.presence.others.iter()).filter(|it| it.user != app.user) {
        if is_there(&it.spot) {
            people.entry(it.user).or_default().push(*it);
        }
    }
    people
}

/// «здесь: Белова · 6.2 · СШ № 12»; of several who do not fit, the names, then as many of them as fit and how many more there are.
#[must_use]
pub fn line(app: &App, room: usize) -> Option<String> {
    let people = people(app, |_| true);
    let said = |name: &str, windows: &[Present]| {
        let mut places: Vec<String> = windows.iter().map(|it| place(app, it.spot)).collect();
        places.dedup();
        format!("{name} · {}", places.join(", "))
    };
    fitting(app, &people, said, room)
}

/// «здесь: Белова, правка»: who looks at one of these records as well, or writes there, for the frame of what one writes oneself.
#[must_use]
pub fn line_at(app: &App, keys: &[Key], room: usize) -> Option<String> {
    let people = people(app, |it| it.key.is_some_and(|it| keys.contains(&it)));
    let said = |name: &str, windows: &[Present]| {
        let editing = windows.iter().any(|it| it.spot.editing);
        marked(app, name.to_owned(), editing)
    };
    fitting(app, &people, said, room)
}

/// In as many words as fit: of each what is said of them, the names, some names with how many more, how many.
fn fitting(
    app: &App,
    people: &BTreeMap<UserId, Vec<Present>>,
    said: impl Fn(&str, &[Present]) -> String,
    room: usize,
) -> Option<String> {
    if people.is_empty() {
        return None;
    }
    let names: Vec<String> = (people.keys()).map(|it| app.narrator().user(*it)).collect();
    let in_full: Vec<String> = (people.values().zip(&names))
        .map(|(windows, name)| said(name, windows))
        .collect();
    let some = (1..names.len()).rev().map(|it| {
        let (first, more) = names.split_at(it);
        app.say_with(
            Phrase::NamesAndMore,
            &args![names = first.join(", "), n = more.len()],
        )
    });
    let mut forms = [in_full.join("; "), names.join(", ")]
        .into_iter()
        .chain(some)
        .map(|who| app.say_with(Phrase::HereLine, &args![who]));
    let fits = forms.find(|it| text::width(it) <= room);
    fits.or_else(|| Some(app.say_with(Phrase::HereCount, &args![n = names.len()])))
}

/// «6.2 · СШ № 12, правка».
fn marked(app: &App, what: String, editing: bool) -> String {
    match editing {
        true => app.say_with(Phrase::HereEditing, &args![what]),
        false => what,
    }
}

/// «6.2 · СШ № 12», «Журнал», «6.2 · СШ № 12, правка».
fn place(app: &App, spot: Spot) -> String {
    let what = match (spot.key, spot.room) {
        (Some(Key::Value(cell)), _) => app.narrator().cell(cell),
        (Some(key), _) => app.narrator().key(key),
        (None, Room::Monitoring) => app.say(Phrase::CommandScreenMonitoring),
        (None, Room::Sheet) => app.say(Phrase::CommandScreenSheet),
        (None, Room::Cycle) => app.say(Phrase::CommandScreenCycle),
        (None, Room::Catalogue) => app.say(Phrase::CommandScreenCatalogue),
        (None, Room::Journal) => app.say(Phrase::CommandScreenJournal),
        (None, Room::Measures) => app.say(Phrase::CommandScreenMeasures),
    };
    marked(app, what, spot.editing)
}

/// Lists everybody who is here, with their places and since when; Enter goes to the cell.
pub fn list(app: &mut App) {
    if app.presence.others.is_empty() {
        let sentence = app.say(Phrase::HereNobody);
        return app.status.tell(Tone::Plain, sentence);
    }
    let items: Vec<Item<Present>> = (app.presence.others.iter())
        .map(|it| {
            let name = match it.user == app.user {
                true => app.say(Phrase::HereOwnWindow),
                false => app.narrator().user(it.user),
            };
            let since = moment(app, it.since);
            let room = match it.spot.room {
                Room::Monitoring => app.say(Phrase::CommandScreenMonitoring),
                Room::Sheet => app.say(Phrase::CommandScreenSheet),
                Room::Cycle => app.say(Phrase::CommandScreenCycle),
                Room::Catalogue => app.say(Phrase::CommandScreenCatalogue),
                Room::Journal => app.say(Phrase::CommandScreenJournal),
                Room::Measures => app.say(Phrase::CommandScreenMeasures),
            };
            let label = match it.spot.key {
                Some(_) => format!("{name} · {room} · {}", place(app, it.spot)),
                None => format!("{name} · {room}"),
            };
            Item {
                label,
                right: app.say_with(Phrase::HereSince, &args![time = since]),
                value: *it,
            }
        })
        .collect();
    let title = app.say(Action::Who.title());
    let go = |app: &mut App, it: Present| {
        if let Some(Key::Value(cell)) = it.spot.key {
            app.close_all();
            app.screen = Screen::Monitoring;
            walk::go_to_cell(app, cell);
        }
        Outcome::Close
    };
    app.open(Box::new(Picker::new(title, items, 0, Box::new(go))));
}

/// Says that somebody else has changed the value that one looks at: «изменено: Белова, 12:40 · 7 (было 6)». Whether they have.
pub fn say_changed(app: &mut App, commit: &Commit) -> bool {
    let looked_at = app.monitoring.followed.as_ref().and_then(|it| it.cell);
    let here = app.screen == Screen::Monitoring && commit.actor != app.user;
    let Some(cell) = looked_at.filter(|_| here) else {
        return false;
    };
    let Some(change) = (commit.changes.iter()).find(|it| it.key == Key::Value(cell)) else {
        return false;
    };
    let said = |record: &Option<crate::domain::record::Record>| match record {
        Some(crate::domain::record::Record::Value(value)) => entry::said(app, cell, &value.entry),
        _ => app.say(Phrase::CellAbsent),
    };
    let (before, after) = (said(&change.before), said(&change.after));
    let who = app.narrator().user(commit.actor);
    let time = moment(app, commit.time);
    let sentence = if before == after {
        // The note, the source, the state: in the words of the journal.
        let what = app.narrator().difference(change);
        app.say_with(Phrase::ChangedByOtherWhat, &args![who, time, what])
    } else {
        app.say_with(
            Phrase::ChangedByOtherValue,
            &args![who, time, before, after],
        )
    };
    let dot = app.theme.glyphs.dot;
    app.status.answer(Tone::Plain, sentence, dot);
    true
}
