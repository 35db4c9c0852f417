//! Every figure of `fixtures/worked_example.toml`, computed anew and compared.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use smotr::analysis::dynamics::{self, Change};
use smotr::analysis::exact::Exact;
use smotr::analysis::indicator::IndicatorScores;
use smotr::analysis::measure::Figure;
use smotr::analysis::municipality::{self, MunicipalValue, Spread};
use smotr::analysis::points::{self, Next};
use smotr::analysis::scores::{PeriodScores, RowScore};
use smotr::domain::catalogue::{IndexLevel, Measure};
use smotr::domain::entry_text::read_entry;
use smotr::domain::ids::*;
use smotr::domain::number;
use smotr::domain::people::*;
use smotr::domain::period::{Period, PeriodKind, PeriodState, Reference};
use smotr::domain::record::{Key, Record};
use smotr::domain::state::State;
use smotr::domain::value::{Cell, Subject, Value};
use smotr::exchange::toml::Catalogue;
use toml::Table;

use crate::support::measured::{Measured, dec};

const FILE: &str = include_str!("../../fixtures/worked_example.toml");
/// The tables of the file that are a catalogue.
const CATALOGUE: [&str; 3] = ["edition", "directions", "indicators"];
const EDITION: EditionId = EditionId(1);
/// The period that the figures are of.
const NOW: &str = "2025/26";

/// The file as a store, and the tables of figures beside it.
struct Example {
    state: State,
    catalogue: Catalogue,
    file: Table,
    organisations: Vec<String>,
    periods: Vec<String>,
}

impl Example {
    fn read() -> Example {
        let file: Table = FILE.parse().unwrap();
        let catalogue: Table = (file.iter())
            .filter(|(name, _)| CATALOGUE.contains(&name.as_str()))
            .map(|(name, it)| (name.clone(), it.clone()))
            .collect();
        let catalogue = toml::to_string(&catalogue).unwrap();
        let catalogue = Catalogue::read("worked_example.toml", &catalogue).unwrap();
        let names = |table: &str| -> Vec<String> {
            let rows = file[table].as_array().unwrap().iter();
            rows.map(|it| it["name"].as_str().unwrap().to_owned())
                .collect()
        };
        let mut example = Example {
            state: State::default(),
            organisations: names("organisations"),
            periods: names("periods"),
            catalogue,
            file,
        };
        example.state = example.store();
        example
    }

    fn store(&self) -> State {
        let mut store = Measured::default();
        for (key, record) in self.catalogue.records(EDITION) {
            store.put(key, record);
        }
        for (id, it) in (1..).zip(self.file["periods"].as_array().unwrap()) {
            let period = Period {
                name: it["name"].as_str().unwrap().to_owned(),
                kind: PeriodKind::SchoolYear,
                from: date(&it["from"]),
                to: date(&it["to"]),
                deadline: None,
                edition: EDITION,
                state: PeriodState::Open,
                exceptions: Vec::new(),
                locks: false,
                approved_by: None,
                events: Vec::new(),
            };
            store.put(Key::Period(PeriodId(id)), Record::Period(period));
        }
        for (id, it) in (1..).zip(self.file["organisations"].as_array().unwrap()) {
            store.organisation(id, it["name"].as_str().unwrap());
            let head: Vec<&str> = it["head"].as_str().unwrap().split(' ').collect();
            let person = Person {
                surname: head[0].into(),
                given: head[1].into(),
                patronymic: head[2].into(),
            };
            store.put(Key::Person(PersonId(id)), Record::Person(person));
            store.head(id, id, id, &date(&it["since"]).to_string(), "");
        }
        for (period, references) in self.tables("references") {
            for (code, number) in references {
                let reference = Reference {
                    number: dec(number.as_str().unwrap()),
                    source: String::new(),
                };
                let key = Key::Reference(self.period(period), self.indicator(code));
                store.put(key, Record::Reference(reference));
            }
        }
        for (period, values) in self.tables("values") {
            for (code, by_whom) in values {
                for (whom, text) in by_whom.as_table().unwrap() {
                    let cell = self.cell(period, code, whom);
                    let wording = &store.state.indicators[&(EDITION, cell.indicator)];
                    let text = text.as_str().unwrap();
                    let entry = read_entry(text, &wording.measure, &wording.unit, None)
                        .unwrap_or_else(|err| panic!("{code} {whom} {text}: {err:?}"));
                    store.put(
                        Key::Value(cell),
                        Record::Value(Value::entered(entry, UserId(1))),
                    );
                }
            }
        }
        store.state
    }

    fn table(&self, name: &str) -> &Table {
        self.file[name].as_table().unwrap()
    }

    fn tables<'a>(&'a self, name: &str) -> impl Iterator<Item = (&'a String, &'a Table)> {
        (self.file[name].as_table().unwrap().iter())
            .map(|(name, it)| (name, it.as_table().unwrap()))
    }

    fn period(&self, name: &str) -> PeriodId {
        PeriodId(1 + place_of(&self.periods, name))
    }

    fn indicator(&self, code: &str) -> IndicatorId {
        let mut all = self.catalogue.indicators.iter();
        all.find(|(_, it)| it.code == code).unwrap().0
    }

    fn cell(&self, period: &str, code: &str, whom: &str) -> Cell {
        use smotr::domain::catalogue::SubjectKind;
        let indicator = self.indicator(code);
        let mut all = self.catalogue.indicators.iter();
        let level = all.find(|(id, _)| *id == indicator).unwrap().1.level;
        let number = || 1 + place_of(&self.organisations, whom);
        Cell {
            period: self.period(period),
            indicator,
            subject: match level {
                SubjectKind::Organisation => Subject::Organisation(OrganisationId(number())),
                SubjectKind::Person => Subject::Person(PersonId(number())),
                SubjectKind::Municipality => Subject::Municipality,
            },
        }
    }

    fn row<'a>(&self, scores: &'a PeriodScores, whom: &str) -> &'a RowScore {
        let id = 1 + place_of(&self.organisations, whom);
        scores
            .row(OrganisationId(id), Some(PersonId(id)))
            .unwrap_or_else(|| panic!("{whom} has no row"))
    }

    fn levels(&self) -> &[IndexLevel] {
        &self.catalogue.edition.levels
    }

    /// An index as it is shown beside its levels.
    fn shown_index(&self, index: Exact) -> String {
        let bounds: Vec<_> = self.levels().iter().map(|it| it.from).collect();
        number::show_against(index, &bounds, 1)
    }
}

fn place_of(names: &[String], name: &str) -> u32 {
    let at = names.iter().position(|it| it == name);
    u32::try_from(at.unwrap_or_else(|| panic!("no {name}"))).unwrap()
}

fn date(it: &toml::Value) -> NaiveDate {
    it.as_datetime().unwrap().to_string().parse().unwrap()
}

/// A figure as the file has it: `190/3`, `0.04`; `None` where it says nothing.
fn figure(of: &Table, field: &str) -> Option<Exact> {
    let text = of.get(field)?.as_str().unwrap();
    Some(match text.split_once('/') {
        Some((a, b)) => Exact::ratio(dec(a), dec(b)).unwrap(),
        None => Exact::from(dec(text)),
    })
}

fn count(of: &Table, field: &str) -> Option<usize> {
    Some(usize::try_from(of.get(field)?.as_integer().unwrap()).unwrap())
}

fn text<'a>(of: &'a Table, field: &str) -> Option<&'a str> {
    Some(of.get(field)?.as_str().unwrap())
}

/// Why there is no value, in the words of the file.
fn state_of(figure: &Figure) -> Option<&'static str> {
    match figure {
        Figure::Number { .. } | Figure::Choice(_) => None,
        Figure::NotApplicable => Some("н/п"),
        Figure::NoData => Some("нет данных"),
        Figure::Empty => Some("пусто"),
        Figure::Absent => Some("не внесено"),
        Figure::Uncomputed(_) => Some("не рассчитано"),
        Figure::NotCollected => Some("не собирается"),
        Figure::NotLoaded => Some("не загружено"),
    }
}

/// The fields of a table are among these: a figure that nobody compares is worth nothing.
#[track_caller]
fn only(of: &Table, fields: &[&str]) {
    for name in of.keys() {
        assert!(fields.contains(&name.as_str()), "nobody compares {name}");
    }
}

#[test]
fn values_points_shares_and_places_are_those_of_the_example() {
    let example = Example::read();
    let fields = [
        "value", "shown", "option", "points", "share", "place", "change", "next", "lacking",
        "people", "state",
    ];
    for (code, cells) in example.tables("cells") {
        let scores =
            IndicatorScores::of(&example.state, example.period(NOW), example.indicator(code));
        assert_eq!(cells.len(), scores.cells.len(), "cells of {code}");
        for (whom, expected) in cells {
            let expected = expected.as_table().unwrap();
            only(expected, &fields);
            let cell = example.cell(NOW, code, whom);
            let wording = &example.state.indicators[&(EDITION, cell.indicator)];
            let found = scores.get(cell.subject).unwrap();
            let at = format!("{code} {whom}");
            assert_eq!(
                state_of(&found.figure),
                text(expected, "state"),
                "state of {at}"
            );
            assert_eq!(
                found.figure.number(),
                figure(expected, "value"),
                "value of {at}"
            );
            let shown = found.figure.number().map(|it| {
                let bounds = wording.scoring.edges();
                number::show_against(it, &bounds, wording.decimals)
            });
            assert_eq!(shown.as_deref(), text(expected, "shown"), "{at} as shown");
            if let (Figure::Choice(option), Measure::Choice { options }) =
                (found.figure, &wording.measure)
            {
                let option = options[usize::from(option)].as_str();
                assert_eq!(Some(option), text(expected, "option"), "option of {at}");
            }
            assert_eq!(found.points, figure(expected, "points"), "points of {at}");
            let most = Exact::from(points::max_points(&wording.scoring).unwrap());
            let share = found.points.and_then(|it| it.over(most));
            assert_eq!(share, figure(expected, "share"), "share of {at}");
            assert_eq!(found.place, count(expected, "place"), "place of {at}");
            if let Some(change) = figure(expected, "change") {
                let Some(Change::Comparable(found)) = dynamics::change(&example.state, cell) else {
                    panic!("no change of {at}");
                };
                assert_eq!(found.value, Some(change), "change of {at}");
            }
            if let Some(Next::Band {
                threshold,
                lacking,
                in_numerator,
                ..
            }) = points::next_step(wording, &found.figure, scores.best)
            {
                let threshold = Some(Exact::from(threshold));
                if expected.contains_key("next") {
                    assert_eq!(threshold, figure(expected, "next"), "next step of {at}");
                    assert_eq!(
                        Some(lacking),
                        figure(expected, "lacking"),
                        "lacking at {at}"
                    );
                    assert_eq!(in_numerator, figure(expected, "people"), "people at {at}");
                }
            } else {
                assert!(!expected.contains_key("next"), "{at} has no next step");
            }
        }
    }
}

#[test]
fn indices_levels_and_places_are_those_of_the_example() {
    let example = Example::read();
    let scores = PeriodScores::of(&example.state, example.period(NOW));
    for (code, rows) in example.tables("directions_of") {
        let mut all = example.catalogue.directions.iter();
        let direction = all.find(|(_, it)| it.code == *code).unwrap().0;
        for (whom, expected) in rows {
            let expected = expected.as_table().unwrap();
            only(expected, &["index", "shown", "k", "n"]);
            let row = example.row(&scores, whom);
            let found = row
                .directions
                .iter()
                .find(|it| it.direction == direction)
                .unwrap();
            let at = format!("direction {code} of {whom}");
            assert_eq!(found.index, figure(expected, "index"), "{at}");
            let shown = found.index.map(|it| example.shown_index(it));
            assert_eq!(shown.as_deref(), text(expected, "shown"), "{at} as shown");
            assert_eq!(
                Some(found.filled as usize),
                count(expected, "k"),
                "k of {at}"
            );
            assert_eq!(
                Some(found.applicable as usize),
                count(expected, "n"),
                "n of {at}"
            );
        }
    }
    let heads = example.table("heads");
    assert_eq!(heads.len(), scores.rows.len());
    for (whom, expected) in heads {
        let expected = expected.as_table().unwrap();
        only(expected, &["overall", "shown", "k", "n", "level", "place"]);
        let found = example.row(&scores, whom);
        assert_eq!(
            found.overall,
            figure(expected, "overall"),
            "index of {whom}"
        );
        let shown = found.overall.map(|it| example.shown_index(it));
        assert_eq!(
            shown.as_deref(),
            text(expected, "shown"),
            "index of {whom} as shown"
        );
        assert_eq!(
            Some(found.filled as usize),
            count(expected, "k"),
            "k of {whom}"
        );
        assert_eq!(
            Some(found.applicable as usize),
            count(expected, "n"),
            "n of {whom}"
        );
        let level = found.level.map(|it| example.levels()[it].title.as_str());
        assert_eq!(level, text(expected, "level"), "level of {whom}");
        assert_eq!(found.place, count(expected, "place"), "place of {whom}");
    }
}

#[test]
fn the_municipality_is_that_of_the_example() {
    let example = Example::read();
    let period = example.period(NOW);
    let fields = [
        "value",
        "numerator",
        "denominator",
        "mean",
        "median",
        "yes",
        "counted",
        "applicable",
        "mean_points",
        "median_points",
    ];
    let mut seen = BTreeSet::new();
    for (code, expected) in example.tables("municipality") {
        only(expected, &fields);
        seen.insert(example.indicator(code));
        let found = municipality::municipal(&example.state, period, example.indicator(code));
        let (mut value, mut parts, mut middle, mut yes) = (None, (None, None), (None, None), None);
        match found.value {
            MunicipalValue::Ratio {
                value: ratio,
                numerator,
                denominator,
            } => (value, parts) = (Some(ratio), (Some(numerator), Some(denominator))),
            MunicipalValue::Change { value: change, .. } => value = Some(change),
            MunicipalValue::Own(own) => value = own.number(),
            MunicipalValue::Numbers(spread) => middle = (spread.mean, Some(spread.median)),
            MunicipalValue::Options { share, .. } => yes = share,
            MunicipalValue::Nothing => {}
        }
        let of = |field| figure(expected, field);
        assert_eq!(value, of("value"), "value of {code}");
        assert_eq!(
            parts,
            (of("numerator"), of("denominator")),
            "parts of {code}"
        );
        assert_eq!(middle, (of("mean"), of("median")), "middle of {code}");
        assert_eq!(yes, of("yes"), "yes of {code}");
        let counts = (Some(found.counted), Some(found.applicable));
        let wanted = (count(expected, "counted"), count(expected, "applicable"));
        assert_eq!(counts, wanted, "counts of {code}");
        let points = found.points.unwrap();
        let wanted = (of("mean_points"), of("median_points"));
        assert_eq!(
            (points.mean, Some(points.median)),
            wanted,
            "points of {code}"
        );
    }
    assert_eq!(
        seen.len(),
        example.catalogue.indicators.len(),
        "every indicator is there"
    );

    let scores = PeriodScores::of(&example.state, period);
    let middle = example.table("middle");
    let check = |name: &str, found: Option<Spread>| {
        let (found, expected) = (found.unwrap(), middle[name].as_table().unwrap());
        only(expected, &["mean", "median"]);
        assert_eq!(found.mean, figure(expected, "mean"), "mean of {name}");
        assert_eq!(
            Some(found.median),
            figure(expected, "median"),
            "median of {name}"
        );
    };
    for (id, direction) in &example.catalogue.directions {
        check(&direction.code, municipality::of_direction(&scores, *id));
    }
    let overall = scores.rows.iter().filter_map(|it| it.overall);
    check("overall", Spread::of(overall));
    let own = scores.municipality.unwrap();
    let expected = middle["own"].as_table().unwrap();
    assert_eq!(own.overall, figure(expected, "overall"));
    assert_eq!(Some(own.filled as usize), count(expected, "k"));
    assert_eq!(Some(own.applicable as usize), count(expected, "n"));
}
