//! The catalogue in one file: an edition, its directions, base quantities and indicators.
//!
//! In the file things are named by code or title; ids are given in the order of the file, from 1.

use std::collections::{BTreeMap, BTreeSet};

use super::catalogue_write;
use super::cycle::read_document;
use super::error::{Problem, TomlError, Wanted};
use super::fields::{Document as File, Fields};
use super::rules;
use super::scoring::{Refs, read_measure, read_scoring};
use crate::domain::catalogue::{
    BaseQuantity, Bounds, Direction, Edition, IndexLevel, Indicator, NoteRule, Wording,
};
use crate::domain::evidence::Document;
use crate::domain::ids::{BaseQuantityId, DirectionId, EditionId, IndicatorId};
use crate::domain::record::{Key, Record};
use crate::domain::rule::{Rule, RuleKind};
use crate::domain::state::State;
use crate::exchange::labels::{known, known_directions, twice};

/// An edition of the catalogue, whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalogue {
    /// The edition. Its `act` is `None` as read: the act itself is beside it.
    pub edition: Edition,
    /// The act that approved the edition.
    pub act: Option<Document>,
    /// Directions, in order.
    pub directions: Vec<(DirectionId, Direction)>,
    /// Base quantities.
    pub base_quantities: Vec<(BaseQuantityId, BaseQuantity)>,
    /// Indicators, in order.
    pub indicators: Vec<(IndicatorId, Indicator)>,
    /// What it says of rules, by their numbers.
    pub rules: Vec<(RuleKind, Rule)>,
}

impl Catalogue {
    /// Reads a catalogue; `file` is what errors call it.
    pub fn read(file: &str, text: &str) -> Result<Catalogue, TomlError> {
        let parsed = File::parse(file, text)?;
        let mut fields = parsed.fields();
        read_format(&mut fields)?;
        let (edition, act) = read_edition(fields.table("edition")?)?;
        let directions = read_directions(fields.tables("directions")?)?;
        let base_quantities = read_bases(fields.tables("base_quantities")?)?;
        // Codes first: a delta may name an indicator that stands further down.
        let mut tables = fields.tables("indicators")?;
        let heads = read_heads(&mut tables)?;
        let told = (heads.iter()).map(|it| (it.id, it.code.as_str(), it.retired));
        let refs = Refs {
            bases: &base_quantities,
            directions: &known_directions(&directions),
            indicators: &known(IndicatorId, told),
        };
        let mut indicators = Vec::new();
        for (table, head) in tables.into_iter().zip(&heads) {
            let read = read_indicator(table, head, &refs)?;
            indicators.push((IndicatorId(head.id), read));
        }
        let indicators = in_order(indicators);
        let rules = rules::read(fields.tables("rules")?)?;
        fields.finish()?;
        Ok(Catalogue {
            edition,
            act,
            directions,
            base_quantities,
            indicators,
            rules,
        })
    }

    /// The catalogue that the program comes with.
    pub fn shipped() -> Result<Catalogue, TomlError> {
        let (file, text) = super::CATALOGUE;
        Catalogue::read(file, text)
    }

    /// An edition of a store; `None` if there is no such edition.
    #[must_use]
    pub fn of(state: &State, id: EditionId) -> Option<Catalogue> {
        let edition = &state.editions.get(&id)?.body;
        let act = edition
            .act
            .and_then(|it| state.documents.get(&it))
            .map(|it| it.body.clone());
        let directions = state.directions_of(id).into_iter();
        let indicators = state.indicators_of(id).into_iter();
        Some(Catalogue {
            edition: Edition {
                act: None,
                ..edition.clone()
            },
            act,
            directions: directions.map(|(id, it)| (id, it.body.clone())).collect(),
            base_quantities: state
                .base_quantities
                .iter()
                .map(|(id, it)| (*id, it.body.clone()))
                .collect(),
            indicators: indicators.map(|(id, it)| (id, it.body.clone())).collect(),
            rules: (state.rules_of(id).map(|(kind, it)| (kind, it.body.clone()))).collect(),
        })
    }

    /// The file's text; reading it gives an equal catalogue.
    #[must_use]
    pub fn write(&self) -> String {
        catalogue_write::write(self)
    }

    /// The catalogue as its file tells it: places are those of the order, and what an edition was made from is the store's alone.
    #[must_use]
    pub fn as_told(&self) -> Catalogue {
        let placed = (1..).zip(&self.directions);
        Catalogue {
            edition: Edition {
                act: None,
                based_on: None,
                ..self.edition.clone()
            },
            directions: placed
                .map(|(order, (id, it))| {
                    let it = it.clone();
                    (*id, Direction { order, ..it })
                })
                .collect(),
            indicators: in_order(self.indicators.clone()),
            ..self.clone()
        }
    }

    /// The records of the catalogue under an edition. The act is left out: it belongs to the register of documents.
    #[must_use]
    pub fn records(&self, edition: EditionId) -> Vec<(Key, Record)> {
        let mut out = vec![(Key::Edition(edition), Record::Edition(self.edition.clone()))];
        out.extend(
            self.directions
                .iter()
                .map(|(id, it)| (Key::Direction(edition, *id), Record::Direction(it.clone()))),
        );
        out.extend(
            self.base_quantities
                .iter()
                .map(|(id, it)| (Key::BaseQuantity(*id), Record::BaseQuantity(it.clone()))),
        );
        out.extend(
            self.indicators
                .iter()
                .map(|(id, it)| (Key::Indicator(edition, *id), Record::Indicator(it.clone()))),
        );
        out.extend(
            self.rules
                .iter()
                .map(|(kind, it)| (Key::Rule(edition, *kind), Record::Rule(it.clone()))),
        );
        out
    }
}

/// The indicators of a file: its order is the order of the catalogue, within each direction.
pub(crate) fn in_order(read: Vec<(IndicatorId, Indicator)>) -> Vec<(IndicatorId, Indicator)> {
    let mut places: BTreeMap<DirectionId, u32> = BTreeMap::new();
    (read.into_iter())
        .map(|(id, it)| {
            let place = places.entry(it.direction).or_insert(0);
            *place += 1;
            (
                id,
                Indicator {
                    order: *place,
                    ..it
                },
            )
        })
        .collect()
}

/// The format of catalogue files that this version reads and writes; files from before there was a number have none.
pub(super) const FORMAT: u32 = 1;

fn read_format(fields: &mut Fields<'_>) -> Result<(), TomlError> {
    if !fields.has("format") {
        return Ok(());
    }
    match fields.whole("format")? {
        FORMAT => Ok(()),
        given => Err(fields.fault(
            "format",
            Problem::Newer {
                given,
                known: FORMAT,
            },
        )),
    }
}

/// The numbers of tables: those that say their own, and the free ones after these for all others.
struct Ids {
    taken: BTreeSet<u32>,
    last: u32,
}

impl Ids {
    fn of(tables: &mut [Fields<'_>]) -> Result<Ids, TomlError> {
        let mut taken = BTreeSet::new();
        for table in tables {
            if !table.has("id") {
                continue;
            }
            let id = table.whole("id")?;
            if id == 0 || id == u32::MAX {
                return Err(table.fault("id", Problem::Expected(Wanted::Whole)));
            }
            if !taken.insert(id) {
                let given = id.to_string();
                return Err(table.fault("id", Problem::Duplicate { given }));
            }
        }
        let last = taken.last().copied().unwrap_or(0);
        Ok(Ids { taken, last })
    }

    fn next(&mut self, table: &mut Fields<'_>) -> Result<u32, TomlError> {
        if table.has("id") {
            return table.whole("id");
        }
        self.last += 1;
        self.taken.insert(self.last);
        Ok(self.last)
    }
}

/// By what a table is known: its number, its code, and whether it is retired.
struct Head {
    id: u32,
    code: String,
    retired: bool,
}

/// The heads of tables with codes. What is retired is kept as it was left, blank or not; of those in use each has a code of its own.
fn read_heads(tables: &mut [Fields<'_>]) -> Result<Vec<Head>, TomlError> {
    let mut ids = Ids::of(tables)?;
    let mut heads = Vec::new();
    for table in tables.iter_mut() {
        let id = ids.next(table)?;
        let named = table.text_opt("code").ok().flatten();
        if let Some(code) = named.filter(|it| !it.trim().is_empty()) {
            table.called(&code);
        }
        let retired = table.truth("retired", false)?;
        if retired {
            table.as_left();
        }
        let code = table.words("code")?;
        heads.push(Head { id, code, retired });
    }
    let codes = heads.iter().map(|it| (it.code.as_str(), it.retired));
    for at in twice(codes) {
        if let (Some(table), Some(head)) = (tables.get(at), heads.get(at)) {
            let given = head.code.clone();
            return Err(table.fault("code", Problem::Duplicate { given }));
        }
    }
    Ok(heads)
}

fn read_edition(mut fields: Fields<'_>) -> Result<(Edition, Option<Document>), TomlError> {
    let mut levels = Vec::new();
    let number = fields.whole("number")?;
    let title = fields.words("title")?;
    let state = fields.named("state")?;
    let (adopted, in_force) = (fields.date("adopted")?, fields.date("in_force")?);
    let applies_from = fields.date("applies_from")?;
    let completeness = fields.number("completeness")?;
    let min_months = fields.whole("min_months")?;
    for mut level in fields.tables("levels")? {
        let read = IndexLevel {
            from: level.number("from")?,
            title: level.words("title")?,
        };
        if levels
            .last()
            .is_some_and(|last: &IndexLevel| last.from <= read.from)
        {
            return Err(level.fault("from", Problem::Scale));
        }
        level.finish()?;
        levels.push(read);
    }
    let act = match fields.table_opt("act")? {
        None => None,
        Some(mut act) => {
            let document = read_document(&mut act)?;
            act.finish()?;
            Some(document)
        }
    };
    fields.finish()?;
    let edition = Edition {
        number,
        title,
        act: None,
        adopted,
        in_force,
        applies_from,
        state,
        levels,
        completeness,
        min_months,
        based_on: None,
    };
    Ok((edition, act))
}

fn read_directions(
    mut tables: Vec<Fields<'_>>,
) -> Result<Vec<(DirectionId, Direction)>, TomlError> {
    let mut out = Vec::new();
    let heads = read_heads(&mut tables)?;
    for (order, (mut fields, head)) in (1..).zip(tables.into_iter().zip(heads)) {
        let direction = Direction {
            code: head.code,
            title: fields.words("title")?,
            short: fields.words("short")?,
            weight: fields.positive("weight")?,
            order,
            retired: head.retired,
        };
        fields.finish()?;
        out.push((DirectionId(head.id), direction));
    }
    Ok(out)
}

fn read_bases(
    mut tables: Vec<Fields<'_>>,
) -> Result<Vec<(BaseQuantityId, BaseQuantity)>, TomlError> {
    let mut out: Vec<(BaseQuantityId, BaseQuantity)> = Vec::new();
    let mut ids = Ids::of(&mut tables)?;
    for mut fields in tables {
        let id = ids.next(&mut fields)?;
        let title = fields.words("title")?;
        fields.called(&title);
        if out.iter().any(|(_, it)| it.title == title) {
            return Err(fields.fault("title", Problem::Duplicate { given: title }));
        }
        let unit = fields.text("unit")?;
        let whole = fields.truth("whole", true)?;
        let retired = fields.truth("retired", false)?;
        fields.finish()?;
        let quantity = BaseQuantity {
            title,
            unit,
            whole,
            retired,
        };
        out.push((BaseQuantityId(id), quantity));
    }
    Ok(out)
}

fn read_indicator(
    mut fields: Fields<'_>,
    head: &Head,
    refs: &Refs<'_>,
) -> Result<Indicator, TomlError> {
    let given = fields.text("direction")?;
    let Some((direction, _)) = refs.directions.iter().find(|(_, it)| *it == given) else {
        return Err(fields.fault("direction", Problem::Unresolved { given }));
    };
    let measure = read_measure(fields.table("measure")?, refs)?;
    let scoring = read_scoring(fields.table("scoring")?, &measure)?;
    let indicator = Indicator {
        direction: *direction,
        code: head.code.clone(),
        title: fields.words("title")?,
        short: fields.words("short")?,
        unit: fields.text("unit")?,
        level: fields.named("level")?,
        measure,
        scoring,
        weight: fields.positive("weight")?,
        periodicity: fields.named("periodicity")?,
        roll_up: fields.named("roll_up")?,
        measured_on: fields.day_month("measured_on")?,
        bounds: read_bounds(fields.table_opt("bounds")?)?,
        decimals: fields.whole("decimals")?,
        better: fields.named("better")?,
        source: fields.text("source")?,
        method: fields.text("method")?,
        responsible: fields.text("responsible")?,
        note: fields.named_opt("note")?.unwrap_or(NoteRule::Free),
        evidence_required: fields.truth("evidence_required", false)?,
        kinds: fields.named_list("kinds")?,
        na_reasons: fields.texts("na_reasons")?,
        wording: read_wording(&mut fields)?,
        origin: fields.named("origin")?,
        origin_note: fields.text("origin_note")?,
        retired: head.retired,
        order: 0,
        jump: fields.number_opt("jump")?,
        instruction: fields.text("instruction")?,
    };
    if indicator.decimals > Indicator::MOST_DECIMALS {
        return Err(fields.fault("decimals", Problem::Expected(Wanted::Whole)));
    }
    fields.finish()?;
    Ok(indicator)
}

fn read_bounds(fields: Option<Fields<'_>>) -> Result<Bounds, TomlError> {
    let Some(mut fields) = fields else {
        return Ok(Bounds::default());
    };
    let bounds = Bounds {
        hard_min: fields.number_opt("hard_min")?,
        hard_max: fields.number_opt("hard_max")?,
        soft_min: fields.number_opt("soft_min")?,
        soft_max: fields.number_opt("soft_max")?,
    };
    fields.finish()?;
    Ok(bounds)
}

fn read_wording(fields: &mut Fields<'_>) -> Result<Vec<Wording>, TomlError> {
    let mut out = Vec::new();
    for mut row in fields.tables("wording")? {
        out.push(Wording {
            points: row.number("points")?,
            text: row.words("text")?,
        });
        row.finish()?;
    }
    Ok(out)
}
