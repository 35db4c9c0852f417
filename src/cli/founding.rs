//! What a new store begins with: the supplied catalogue and the form of section 2.1 without a proof in it, the current school year, and its maker with every role.

use std::sync::Arc;

use chrono::{Datelike as _, NaiveDate};

use crate::domain::calendar::Usual;
use crate::domain::catalogue::{Edition, EditionState};
use crate::domain::ids::{EditionId, Now, PROGRAM, PeriodId, Seq, Timestamp, UserId};
use crate::domain::people::{Role, Settings, User};
use crate::domain::period::{Period, PeriodKind, PeriodState};
use crate::domain::record::{Key, Record};
use crate::domain::state::{Stamp, State};
use crate::exchange::toml::{Catalogue, Cycle, TomlError};
use crate::locale::Locale;
use crate::service::engine::Founding;

/// The first edition.
pub const EDITION: EditionId = EditionId(1);

/// Who makes the store.
pub const MAKER: UserId = UserId(1);

/// How a store of this account begins.
#[must_use]
pub fn founding(account: &str, locale: &Locale) -> Founding {
    let account = account.to_owned();
    let lang = locale.lang();
    Arc::new(move |now| records(&account, now).map_err(|error| error.say(&Locale::new(lang))))
}

/// The first records.
///
/// # Errors
/// What is wrong with the files that the program comes with; tests exclude it.
pub fn records(account: &str, now: Now) -> Result<Vec<(Key, Record)>, TomlError> {
    let catalogue = Catalogue::shipped()?;
    let cycle = Cycle::shipped(&catalogue.directions)?;
    let mut records = with(account, now, &catalogue);
    records.extend(cycle.form(year_of(school_year(now.today).to)));
    Ok(records)
}

/// The year of the first round of section 2.1: that in which the first period ends.
fn year_of(day: NaiveDate) -> u16 {
    u16::try_from(day.year()).unwrap_or_default()
}

/// The first records by another catalogue. Section 2.1 stays away: its requirements speak of the supplied directions.
#[must_use]
pub fn with(account: &str, now: Now, catalogue: &Catalogue) -> Vec<(Key, Record)> {
    let settings = Settings {
        municipality: String::new(),
        demo: false,
    };
    let user = User {
        account: account.to_owned(),
        person: None,
        roles: Role::ALL.to_vec(),
        directions: Vec::new(),
        organisations: Vec::new(),
        retired: false,
        names: true,
    };
    let mut records = vec![
        (Key::Settings, Record::Settings(settings)),
        (Key::User(MAKER), Record::User(user)),
        (
            Key::Period(PeriodId(1)),
            Record::Period(school_year(now.today)),
        ),
    ];
    let catalogue = Catalogue {
        edition: Edition {
            state: EditionState::Published,
            ..catalogue.edition.clone()
        },
        ..catalogue.clone()
    };
    records.extend(catalogue.records(EDITION));
    records
}

/// A state with nothing but a catalogue in it, for whoever looks at one.
#[must_use]
pub fn alone(catalogue: &Catalogue) -> State {
    holding(catalogue.records(EDITION))
}

/// A store as it will be founded, for whoever asks what can be done in it.
///
/// # Errors
/// What the founding cannot be made of.
pub fn state(founding: &Founding, now: Now) -> Result<State, String> {
    let mut state = holding(founding(now)?);
    let periods: Vec<PeriodId> = state.periods.keys().copied().collect();
    for period in periods {
        state.load_shard(period, Arc::default());
    }
    Ok(state)
}

fn holding(records: impl IntoIterator<Item = (Key, Record)>) -> State {
    let mut state = State::default();
    let stamp = Stamp {
        rev: Seq(1),
        by: PROGRAM,
        at: Timestamp(0),
    };
    for (key, record) in records {
        state.put(key, Some(record), stamp);
    }
    state
}

/// The school year in which a day lies: from 1 September to 31 August, values due by 25 June.
fn school_year(day: NaiveDate) -> Period {
    let usual = Usual::after(PeriodKind::SchoolYear, &[], day);
    Period {
        name: usual.name,
        kind: PeriodKind::SchoolYear,
        from: usual.from,
        to: usual.to,
        deadline: Some(usual.deadline),
        edition: EDITION,
        state: PeriodState::Open,
        exceptions: Vec::new(),
        locks: false,
        approved_by: None,
        events: Vec::new(),
    }
}
