//! A small world for the tests of scores: records are put straight into a state, without an engine.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use smotr::domain::catalogue::*;
use smotr::domain::ids::*;
use smotr::domain::number::Edge;
use smotr::domain::people::*;
use smotr::domain::period::{Period, PeriodKind, PeriodState, Reference};
use smotr::domain::record::{self, Change, Key, Record};
use smotr::domain::state::{Stamp, State};
use smotr::domain::value::{Cell, Entry, Subject, Value};

/// A decimal as written: `"79.96"`.
pub fn dec(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// A date as written: `"2025-09-01"`.
pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Where a band begins: `40`, or `>40` for what lies only above it.
pub fn edge(text: &str) -> Edge {
    match text.strip_prefix('>') {
        Some(at) => Edge::above(dec(at)),
        None => Edge::at(dec(text)),
    }
}

/// Bands from pairs of bound and points; the first bound `-` is without bound.
pub fn bands(pairs: &[(&str, &str)]) -> Scoring {
    Scoring::Bands(
        pairs
            .iter()
            .map(|(from, points)| Band {
                from: (*from != "-").then(|| edge(from)),
                points: dec(points),
            })
            .collect(),
    )
}

/// A share in percent of two counts.
pub fn share() -> Measure {
    let part = |title: &str| Part {
        title: title.into(),
        base: None,
        whole: true,
    };
    Measure::Ratio {
        numerator: part("имеют категорию"),
        denominator: part("педагоги всего"),
        factor: dec("100"),
    }
}

/// An indicator of organisations; more is better.
pub fn indicator(direction: u32, measure: Measure, scoring: Scoring) -> Indicator {
    Indicator {
        direction: DirectionId(direction),
        code: String::new(),
        title: String::new(),
        short: String::new(),
        unit: if matches!(measure, Measure::Ratio { .. }) {
            "%".into()
        } else {
            "ед.".into()
        },
        level: SubjectKind::Organisation,
        measure,
        scoring,
        weight: Decimal::ONE,
        periodicity: Periodicity::Year,
        roll_up: RollUp::Last,
        measured_on: None,
        bounds: Bounds::default(),
        decimals: 1,
        better: Better::Higher,
        source: String::new(),
        method: String::new(),
        responsible: String::new(),
        note: NoteRule::Free,
        evidence_required: false,
        kinds: Vec::new(),
        na_reasons: Vec::new(),
        wording: Vec::new(),
        origin: Origin::Own,
        origin_note: String::new(),
        retired: false,
        order: 0,
        jump: None,
        instruction: String::new(),
    }
}

/// Records in a state, each put under its key with the next revision.
#[derive(Clone, Default)]
pub struct Measured {
    pub state: State,
    seq: u64,
}

impl Measured {
    /// Edition 1 with the default levels, and school years 2023/24 to 2025/26 as periods 1 to 3, all loaded.
    pub fn new() -> Measured {
        let mut it = Measured::default();
        it.edition(1, 70, 6);
        for (id, year) in [(1, 2023), (2, 2024), (3, 2025)] {
            it.period(id, year, 1);
        }
        it
    }

    /// Takes in any commit of one record: what the engine would do.
    pub fn put(&mut self, key: Key, record: Record) -> Key {
        self.change(key, Some(record))
    }

    /// The same, or takes the record away.
    pub fn change(&mut self, key: Key, after: Option<Record>) -> Key {
        self.seq += 1;
        let before = self.state.record(key).map(|(it, _)| it);
        self.state.apply(&record::Commit {
            seq: Seq(self.seq),
            time: Timestamp(i64::try_from(self.seq).unwrap()),
            actor: UserId(1),
            command_id: record::CommandId(u128::from(self.seq)),
            cause: record::Cause::Do,
            changes: vec![Change { key, before, after }],
        });
        key
    }

    /// Puts a record as of noon of a day of its own.
    pub fn put_on(&mut self, on: &str, key: Key, record: Record) {
        self.seq += 1;
        let at = day(on).and_hms_opt(12, 0, 0).unwrap().and_utc();
        let stamp = Stamp {
            rev: Seq(self.seq),
            by: UserId(1),
            at: Timestamp(at.timestamp_millis()),
        };
        self.state.put(key, Some(record), stamp);
    }

    pub fn edition(&mut self, id: u32, completeness: i64, min_months: u32) -> Key {
        let levels = [
            (95, "очень высокий"),
            (80, "высокий"),
            (70, "достаточный"),
            (60, "пониженный"),
            (0, "низкий"),
        ];
        self.put(
            Key::Edition(EditionId(id)),
            Record::Edition(Edition {
                number: id,
                title: String::new(),
                act: None,
                adopted: None,
                in_force: None,
                applies_from: None,
                state: EditionState::Published,
                levels: levels
                    .into_iter()
                    .map(|(from, title)| IndexLevel {
                        from: Decimal::from(from),
                        title: title.into(),
                    })
                    .collect(),
                completeness: Decimal::from(completeness),
                min_months,
                based_on: None,
            }),
        )
    }

    /// The school year that begins in September of `year`.
    pub fn period(&mut self, id: u32, year: i32, edition: u32) -> Key {
        self.put(
            Key::Period(PeriodId(id)),
            Record::Period(Period {
                name: format!("{year}/{}", (year + 1) % 100),
                kind: PeriodKind::SchoolYear,
                from: NaiveDate::from_ymd_opt(year, 9, 1).unwrap(),
                to: NaiveDate::from_ymd_opt(year + 1, 8, 31).unwrap(),
                deadline: None,
                edition: EditionId(edition),
                state: PeriodState::Open,
                exceptions: Vec::new(),
                locks: false,
                approved_by: None,
                events: Vec::new(),
            }),
        )
    }

    pub fn direction(&mut self, id: u32, weight: i64) -> Key {
        self.put(
            Key::Direction(EditionId(1), DirectionId(id)),
            Record::Direction(Direction {
                code: id.to_string(),
                title: String::new(),
                short: String::new(),
                weight: Decimal::from(weight),
                order: 0,
                retired: false,
            }),
        )
    }

    pub fn indicator(&mut self, id: u32, it: Indicator) -> Key {
        self.indicator_in(1, id, it)
    }

    pub fn indicator_in(&mut self, edition: u32, id: u32, it: Indicator) -> Key {
        self.put(
            Key::Indicator(EditionId(edition), IndicatorId(id)),
            Record::Indicator(it),
        )
    }

    pub fn organisation(&mut self, id: u32, name: &str) -> Key {
        self.put(
            Key::Organisation(OrganisationId(id)),
            Record::Organisation(Organisation {
                kind: OrganisationKind::School,
                number: None,
                name: name.into(),
                full_name: name.into(),
                opened: None,
                closed: None,
                closed_by: None,
                merged_into: None,
                flags: Vec::new(),
                standing: Vec::new(),
            }),
        )
    }

    /// A person with that number heads the organisation; an empty `to` is «in office».
    pub fn head(&mut self, id: u32, organisation: u32, person: u32, from: &str, to: &str) -> Key {
        self.appoint(
            id,
            organisation,
            person,
            from,
            to,
            AppointmentKind::Permanent,
        )
    }

    pub fn appoint(
        &mut self,
        id: u32,
        organisation: u32,
        person: u32,
        from: &str,
        to: &str,
        kind: AppointmentKind,
    ) -> Key {
        self.put(
            Key::Appointment(AppointmentId(id)),
            Record::Appointment(Appointment {
                person: PersonId(person),
                organisation: OrganisationId(organisation),
                kind,
                from: day(from),
                to: (!to.is_empty()).then(|| day(to)),
                act: None,
                contract_until: None,
                end_reason: String::new(),
            }),
        )
    }

    /// Enters a value.
    pub fn enter(&mut self, cell: Cell, entry: Entry) -> Key {
        self.put(
            Key::Value(cell),
            Record::Value(Value::entered(entry, UserId(1))),
        )
    }

    pub fn reference(&mut self, period: u32, indicator: u32, number: &str) -> Key {
        self.put(
            Key::Reference(PeriodId(period), IndicatorId(indicator)),
            Record::Reference(Reference {
                number: dec(number),
                source: String::new(),
            }),
        )
    }
}

/// The cell of an organisation.
pub fn at(period: u32, indicator: u32, organisation: u32) -> Cell {
    Cell {
        period: PeriodId(period),
        indicator: IndicatorId(indicator),
        subject: Subject::Organisation(OrganisationId(organisation)),
    }
}

/// The cell of a person.
pub fn of_person(period: u32, indicator: u32, person: u32) -> Cell {
    Cell {
        period: PeriodId(period),
        indicator: IndicatorId(indicator),
        subject: Subject::Person(PersonId(person)),
    }
}

/// An entry as a test writes it: `21/24`, `87.5%`, `да`-like options as `#0`, `нп`, `нд`, `-` for cleared, else a number.
pub fn entry(text: &str) -> Entry {
    let reason = || "причина".to_owned();
    match text {
        "нп" => Entry::NotApplicable { reason: reason() },
        "нд" => Entry::NoData { reason: reason() },
        "-" => Entry::Empty,
        _ => {
            if let Some(option) = text.strip_prefix('#') {
                Entry::Choice(option.parse().unwrap())
            } else if let Some(percent) = text.strip_suffix('%') {
                Entry::Percent(dec(percent))
            } else if let Some((a, b)) = text.split_once('/') {
                Entry::Ratio {
                    numerator: dec(a),
                    denominator: dec(b),
                }
            } else {
                Entry::Number(dec(text))
            }
        }
    }
}
