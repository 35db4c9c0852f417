//! A workbook of 700 organisations × 60 indicators: read and previewed, then decided upon and applied. Budget: 2 s each.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a benchmark that panics is a benchmark that failed"
)]

#[path = "../tests/suite/support/measured.rs"]
#[allow(dead_code, reason = "shared with the tests, which use more of it")]
mod measured;

use std::hint::black_box;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use measured::{Measured, bands, day, indicator, share};
use smotr::analysis::batch::{Batch, Brings, Meant, Names};
use smotr::analysis::results::RECKON;
use smotr::domain::catalogue::Indicator;
use smotr::domain::command::Command;
use smotr::domain::decide::{Actor, decide};
use smotr::domain::ids::{Now, PROGRAM, PeriodId, Seq, StoreMark, Timestamp};
use smotr::domain::record::{Cause, CommandId, Commit};
use smotr::domain::state::State;
use smotr::exchange::values::{Against, read_into};
use smotr::exchange::workbook::{CellText, ColumnOut, SheetOut, write_xlsx};
use smotr::locale::{Lang, Locale};

const ORGANISATIONS: u32 = 700;
const INDICATORS: u32 = 60;
const PERIOD: PeriodId = PeriodId(3);

fn world() -> Measured {
    let mut it = Measured::new();
    for direction in 1..=6 {
        it.direction(direction, 10);
    }
    for id in 1..=INDICATORS {
        let direction = 1 + (id - 1) / 10;
        let scale = bands(&[("-", "0"), ("40", "1"), ("60", "2"), ("80", "3")]);
        let body = Indicator {
            code: format!("{direction}.{id}"),
            title: format!("Показатель {id}"),
            short: format!("Показатель {id}"),
            ..indicator(direction, share(), scale)
        };
        it.indicator(id, body);
    }
    for id in 1..=ORGANISATIONS {
        it.organisation(id, &format!("СШ № {id}"));
    }
    it
}

/// Parts of a ratio in one cell, as schools write them.
fn workbook() -> Vec<u8> {
    let titles = (1..=INDICATORS).map(|id| format!("{}.{id} Показатель {id}", 1 + (id - 1) / 10));
    let titles = ["Организация".to_owned()].into_iter().chain(titles);
    let rows = (1..=ORGANISATIONS).map(|school| {
        let cells = (1..=INDICATORS).map(|id| {
            let below = 20 + (school * 7 + id) % 60;
            CellText::text(format!("{}/{below}", (school + id) % below))
        });
        let name = CellText::text(format!("СШ № {school}"));
        [name].into_iter().chain(cells).collect()
    });
    let sheet = SheetOut {
        name: "Свод".into(),
        columns: titles.map(|it| ColumnOut::new(it, 12)).collect(),
        frozen: 1,
        rows: rows.collect(),
    };
    write_xlsx(&[sheet], "2026-11-23T09:30:00Z".parse().unwrap()).unwrap()
}

fn now() -> Now {
    Now {
        at: Timestamp(1_779_540_000_000),
        today: day("2026-05-23"),
    }
}

fn preview(state: &State, locale: &Locale, bytes: &[u8]) -> (Batch, Brings) {
    let names = Names::of(state, Some(PERIOD));
    let against = Against {
        state,
        names: &names,
        store: StoreMark(1),
        locale,
    };
    let mut batch = Batch::default();
    read_into(&mut batch, against, ("свод.xlsx", [1; 16]), bytes);
    let actor = Actor { user: PROGRAM };
    let brings = Brings::of(state, (actor, now()), &batch, &Meant::default());
    (batch, brings)
}

fn commit(state: &State, command: &Command) -> Commit {
    let actor = Actor { user: PROGRAM };
    Commit {
        seq: Seq(state.meta.seq.0 + 1),
        time: now().at,
        actor: PROGRAM,
        command_id: CommandId(1),
        cause: Cause::Do,
        changes: decide(state, &actor, command, now(), RECKON).unwrap(),
    }
}

fn values(criterion: &mut Criterion) {
    let world = world();
    let (state, locale, bytes) = (&world.state, Locale::new(Lang::Ru), workbook());
    let (batch, brings) = preview(state, &locale, &bytes);
    let all = (ORGANISATIONS * INDICATORS) as usize;
    assert_eq!((brings.changes(), brings.refused()), (all, 0));
    let mut group = criterion.benchmark_group("values of a workbook, 700 x 60");
    group.sample_size(10);
    group.bench_function("preview", |b| {
        b.iter(|| black_box(preview(state, &locale, &bytes)));
    });
    let command = brings.command(&batch, |_| true).unwrap();
    group.bench_function("apply", |b| {
        b.iter_batched(
            || state.clone(),
            |mut state| {
                let commit = commit(&state, &command);
                state.apply(&commit);
                state
            },
            BatchSize::PerIteration,
        );
    });
    group.finish();
}

criterion_group!(benches, values);
criterion_main!(benches);
