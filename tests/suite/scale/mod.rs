//! Scales as officials print them: lines read, tables checked, closed and mended, and which way a formula points.

mod closing;
mod found;
mod lines;
mod pointing;
mod scorings;
mod wording;

use rust_decimal::Decimal;
use smotr::domain::catalogue::{Band, Better, Indicator};
use smotr::domain::ids::EditionId;
use smotr::domain::number::{format_typed, parse_decimal};
use smotr::domain::record::Record;
use smotr::domain::scale::{Defect, Grain, Row, Table, Values};
use smotr::exchange::toml::Catalogue;

fn dec(text: &str) -> Decimal {
    parse_decimal(text).unwrap()
}

/// Shares from 0 to 100, without an upper bound, and counts.
fn share() -> Values {
    Values {
        grain: Grain::Decimal,
        min: Some(Decimal::ZERO),
        max: Some(Decimal::ONE_HUNDRED),
        decimals: 1,
    }
}

fn above() -> Values {
    Values {
        max: None,
        ..share()
    }
}

fn count() -> Values {
    Values {
        grain: Grain::Whole,
        decimals: 0,
        ..above()
    }
}

/// `0 → 0; 0,1–5 → 1`.
fn table(values: Values, text: &str) -> Table {
    Table {
        rows: (text.split(" / "))
            .map(|row| match row.split_once(" → ") {
                Some((line, points)) => Row::read(line, Some(dec(points))),
                None => Row::read(row, None),
            })
            .collect(),
        values,
        better: Better::Higher,
    }
}

/// «… → 0; 40 → 1».
fn told(bands: &[Band]) -> String {
    let all: Vec<String> = (bands.iter())
        .map(|it| {
            let from = it.from.map_or("…".into(), |it| {
                let sign = if it.above { ">" } else { "" };
                format!("{sign}{}", format_typed(it.at))
            });
            format!("{from} → {}", format_typed(it.points))
        })
        .collect();
    all.join("; ")
}

/// The indicators of the shipped catalogue.
fn shipped() -> Vec<Indicator> {
    let all: Vec<Indicator> = (Catalogue::shipped()
        .unwrap()
        .records(EditionId(1))
        .into_iter())
    .filter_map(|(_, record)| match record {
        Record::Indicator(it) => Some(it),
        _ => None,
    })
    .collect();
    assert_eq!(all.len(), 36);
    all
}
