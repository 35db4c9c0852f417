//! What becomes of the demo's catalogue: a decree of May changes it for the year that begins in September, and the next edition is in work.
//!
//! Invariant: no period that has values is bound to any of this; what the past was measured by stays as it is.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::dice::day_of;
use super::world::{Diary, EDITION, LAST_YEAR, World};
use crate::domain::catalogue::{EditionState, Indicator, Measure, Part, Scoring};
use crate::domain::evidence::{Document, DocumentKind, DocumentLevel, DocumentStatus};
use crate::domain::ids::{DocumentId, EditionId, IndicatorId, PeriodId};
use crate::domain::period::{Period, PeriodKind, PeriodState};
use crate::domain::record::{Key, Kind, Record};
use crate::exchange::toml::Catalogue;

const TOWN: &str = "Администрации города";
const ISSUED_BY: &str = "управления образования Администрации города";

/// A document of the demo's own.
pub(super) fn paper(
    (kind, number): (DocumentKind, &str),
    date: NaiveDate,
    title: &str,
) -> Document {
    let issuer = match kind {
        DocumentKind::Resolution => TOWN,
        _ => ISSUED_BY,
    };
    Document {
        kind,
        issuer: issuer.to_owned(),
        level: DocumentLevel::Municipal,
        date: Some(date),
        number: number.to_owned(),
        title: title.to_owned(),
        redaction: None,
        status: DocumentStatus::InForce,
        link: String::new(),
    }
}

/// Notes the new edition with its act, the year that is to be measured by it, and the one in work.
pub(super) fn note(world: &World, id: PeriodId, diary: &mut Diary) {
    let signed = day_of(LAST_YEAR + 1, 5, 15);
    let begins = day_of(LAST_YEAR + 1, 9, 1);
    let act = world.own_document(0);
    let order = paper(
        (DocumentKind::Order, "214-од"),
        signed,
        "Об изменениях в показателях эффективности руководителей",
    );
    let by = world.head();
    diary.note(signed, by, Key::Document(act), Record::Document(order));
    let changed = changed(&world.catalogue, act, (signed, begins));
    let published = EditionId(EDITION.0 + 1);
    diary.take(signed, by, records(&changed, published));
    let next = Period {
        name: format!("{}/{:02}", LAST_YEAR + 1, (LAST_YEAR + 2).rem_euclid(100)),
        kind: PeriodKind::SchoolYear,
        from: begins,
        to: day_of(LAST_YEAR + 2, 8, 31),
        deadline: Some(day_of(LAST_YEAR + 2, 6, 25)),
        edition: published,
        state: PeriodState::Planned,
        exceptions: Vec::new(),
        locks: false,
        approved_by: None,
        events: Vec::new(),
    };
    let next_id = PeriodId(id.0 + 1);
    diary.note(signed, by, Key::Period(next_id), Record::Period(next));
    let in_work = in_work(changed, published);
    let later = day_of(LAST_YEAR + 1, 5, 20);
    diary.take(later, by, records(&in_work, EditionId(published.0 + 1)));
}

/// The records of an edition itself; what belongs to no edition stands already.
fn records(catalogue: &Catalogue, id: EditionId) -> Vec<(Key, Record)> {
    let of_edition = [Kind::Edition, Kind::Direction, Kind::Indicator];
    let all = catalogue.records(id).into_iter();
    all.filter(|(key, _)| of_edition.contains(&key.kind()))
        .collect()
}

/// Two scales are raised, an indicator is new, another is retired, and weights go from results to conditions.
fn changed(
    before: &Catalogue,
    act: DocumentId,
    (signed, begins): (NaiveDate, NaiveDate),
) -> Catalogue {
    let mut it = before.clone();
    it.act = None;
    it.edition.number = before.edition.number + 1;
    it.edition.act = Some(act);
    it.edition.adopted = Some(signed);
    it.edition.in_force = Some(begins);
    it.edition.applies_from = Some(begins);
    it.edition.based_on = Some(EDITION);
    for (_, direction) in &mut it.directions {
        match direction.code.as_str() {
            "1" => direction.weight -= Decimal::from(5),
            "6" => direction.weight += Decimal::from(5),
            _ => {}
        }
    }
    for (_, indicator) in &mut it.indicators {
        match indicator.code.as_str() {
            "6.1" => bounds(indicator, &[90, 97, 100]),
            "6.2" => bounds(indicator, &[55, 70, 85]),
            "1.6" => indicator.retired = true,
            // What the one that goes had is shared out.
            "1.1" | "1.2" | "1.3" => indicator.weight += Decimal::from(5),
            "6.5" | "6.6" => indicator.weight -= Decimal::from(5),
            _ => {}
        }
    }
    let new = (it.indicators.iter())
        .find(|(_, it)| it.code == "6.3")
        .map(|(_, it)| mentored(it));
    let last = it.indicators.iter().map(|(id, _)| id.0).max();
    it.indicators
        .extend(new.map(|it| (IndicatorId(last.unwrap_or_default() + 1), it)));
    it
}

/// The next edition as far as it has come: one scale is rewritten, and the weights of its direction do not add up yet.
fn in_work(published: Catalogue, based_on: EditionId) -> Catalogue {
    let mut it = published;
    it.edition.number += 1;
    it.edition.state = EditionState::Draft;
    it.edition.based_on = Some(based_on);
    it.edition.act = None;
    (
        it.edition.adopted,
        it.edition.in_force,
        it.edition.applies_from,
    ) = (None, None, None);
    for (_, indicator) in &mut it.indicators {
        match indicator.code.as_str() {
            "3.4" => indicator.weight += Decimal::from(5),
            "4.2" => bounds(indicator, &[80, 90, 100]),
            _ => {}
        }
    }
    it
}

/// Moves the bounds of a scale, as many as are given; the first band has none.
fn bounds(it: &mut Indicator, to: &[i64]) {
    if let Scoring::Bands(bands) = &mut it.scoring {
        for (band, from) in bands.iter_mut().skip(1).zip(to) {
            band.from = Some(Decimal::from(*from).into());
        }
    }
}

/// The new indicator, modelled on the one about young teachers.
fn mentored(of: &Indicator) -> Indicator {
    let part = |title: &str| Part {
        title: title.to_owned(),
        base: None,
        whole: true,
    };
    let mut it = Indicator {
        code: "6.7".to_owned(),
        title: "Доля молодых педагогов, за которыми закреплён наставник".to_owned(),
        short: "Молодые с наставником".to_owned(),
        weight: Decimal::TEN,
        order: 7,
        source: "приказы о наставничестве".to_owned(),
        method: "Педагоги до 35 лет, за которыми приказом закреплён наставник, к числу педагогов до 35 лет."
            .to_owned(),
        na_reasons: vec!["нет педагогов до 35 лет".to_owned()],
        measure: Measure::Ratio {
            numerator: part("с наставником"),
            denominator: part("педагоги до 35 лет"),
            factor: Decimal::ONE_HUNDRED,
        },
        wording: Vec::new(),
        ..of.clone()
    };
    bounds(&mut it, &[50, 75, 90]);
    it
}
