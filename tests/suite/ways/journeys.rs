//! Journeys of a period by keys alone: moved to an edition that a decree brought in mid-year, scored anew and back, approved later, shut at
//! its deadline for all but one.

use std::sync::Arc;

use smotr::domain::catalogue::{Indicator, Scoring};
use smotr::domain::command::Command;
use smotr::domain::ids::*;
use smotr::domain::period::{Period, PeriodDeed, PeriodState};
use smotr::domain::record::{Cause, Key, Record};
use smotr::domain::results::ResultRow;
use smotr::locale::Lang;
use smotr::tui::keys::Keymap;
use smotr::tui::screen::Screen;

use super::*;

/// What the decree brought: the scale of [`RATIO`] turned round, [`COUNT`] retired, [`NEW`] asked for.
const DECREE: EditionId = EditionId(9);
/// 1.7, organisation, a whole number: new in [`DECREE`].
const NEW: IndicatorId = IndicatorId(20);

/// The story with the edition of the decree published.
fn decreed() -> World {
    let mut world = story::world();
    let mut records = Vec::new();
    let turned = |mut it: Indicator| {
        if let Scoring::Bands(bands) = &mut it.scoring {
            let points: Vec<_> = bands.iter().rev().map(|it| it.points).collect();
            (bands.iter_mut().zip(points)).for_each(|(band, it)| band.points = it);
        }
        it
    };
    for key in world.state.keys() {
        match (key, world.state.record(key).map(|it| it.0)) {
            (Key::Edition(EDITION), Some(Record::Edition(mut it))) => {
                it.number = 9;
                records.push((Key::Edition(DECREE), Record::Edition(it)));
            }
            (Key::Direction(EDITION, id), Some(record)) => {
                records.push((Key::Direction(DECREE, id), record));
            }
            (Key::Indicator(EDITION, id), Some(Record::Indicator(it))) => {
                let it = match id {
                    RATIO => turned(it),
                    COUNT => {
                        let new = Indicator {
                            code: "1.7".into(),
                            short: "Наставничество".into(),
                            ..it.clone()
                        };
                        records.push((Key::Indicator(DECREE, NEW), Record::Indicator(new)));
                        Indicator {
                            retired: true,
                            ..it
                        }
                    }
                    _ => it,
                };
                records.push((Key::Indicator(DECREE, id), Record::Indicator(it)));
            }
            _ => {}
        }
    }
    world.act_as(SEROVA, Command::Load(records)).unwrap();
    world
}

/// The periods of the catalogue on that world, the open year under the cursor.
fn periods_at(size: (u16, u16)) -> Stage {
    let world = decreed();
    let keymap = Keymap::default();
    let mut stage = Stage::with(world.state, ORLOVA, size, Lang::Ru, keymap, Vec::new());
    stage.commits = world.commits.into_iter().map(Arc::new).collect();
    stage.press("<F8>↓⏎").rest();
    stage
}

fn period(stage: &Stage) -> Period {
    stage.state.periods[&OPEN].body.clone()
}

/// Everything that the results of the open year say.
fn results(stage: &Stage) -> (Option<Record>, Vec<(OrganisationId, ResultRow)>) {
    let rows = stage
        .state
        .shard(OPEN)
        .into_iter()
        .flat_map(|it| it.results());
    let rows = rows.map(|(id, it)| (*id, it.body.clone())).collect();
    let whole = stage.state.record(Key::Results(OPEN)).map(|it| it.0);
    (whole, rows)
}

#[test]
fn an_open_period_is_moved_once_it_is_seen_whom_that_touches() {
    let mut stage = periods_at((80, 24));
    let values = stage.state.share_shard(OPEN);
    stage
        .press("Шперевести⏎")
        .expect("4 значения останутся с прежней оценкой")
        .expect("2 значения получат другую оценку")
        .expect("3 значения понадобится внести")
        .expect("2 значения сохранятся без оценки");
    // How many indices and levels that moves, by hand: heads whose index, or level, is another.
    let by = smotr::analysis::impact::By::Stored(DECREE);
    let impact = smotr::analysis::impact::Impact::of(&stage.state, OPEN, by).unwrap();
    let (mut indices, mut levels) = (0, 0);
    for row in &impact.rows {
        let of = |it: &Option<smotr::analysis::scores::RowScore>| {
            it.as_ref()
                .map_or((None, None), |it| (it.overall, it.level))
        };
        let (was, is) = (of(&row.before), of(&row.after));
        indices += usize::from(was.0 != is.0);
        levels += usize::from(was.1 != is.1);
    }
    assert!(indices > 0, "{impact:?}");
    stage.expect(&format!(
        "индексов изменится — {indices}, уровней — {levels}"
    ));
    // Whom it moves is the page of the impact, about this period.
    stage
        .press("⇥⏎")
        .expect("Что изменится: ред. 1 → ред. 9 · 2025/26");
    stage.press("⎋⇤").expect("4 значения останутся");
    // From the counts to the list by indicator, by organisation, to the values, and back to what was typed.
    stage.press("⇥⇥⇥⇥⇥⇥приказ министерства⇤⇤⇤⏎");
    stage.expect("2 значения получат").expect("1.1 ");
    stage
        .press("→")
        .expect("3 значения понадобится")
        .expect("1.7 Наставничество");
    stage
        .press("←⏎")
        .expect("СШ № 1")
        .expect("0/3 → 3/3")
        .expect("3/3 → 0/3");
    stage.press("⎋Я").expect("СШ № 1").expect("СШ № 2");
    stage
        .press("⏎")
        .expect("1 значение получит")
        .expect("37,5 %");
    stage.press("⎋⎋").expect("приказ министерства");
    let before = stage.commits.len();
    stage.press("⇥⇥⇥⇥259⏎<F2>").rest();
    assert_eq!(stage.commits.len(), before + 1, "{}", stage.screen());
    let moved = period(&stage);
    assert_eq!((moved.edition, moved.state), (DECREE, PeriodState::Open));
    let event = moved.events.last().unwrap();
    assert_eq!(event.deed, PeriodDeed::Moved { from: EDITION });
    assert_eq!(event.reason, "приказ министерства");
    assert!(event.act.is_some());
    let same = values.zip(stage.state.share_shard(OPEN));
    assert!(same.is_some_and(|(was, now)| Arc::ptr_eq(&was, &now)));
    // The retired one keeps its values, the new one is asked for, and it all goes with undo.
    stage
        .press("→")
        .expect("Орлова: приказ")
        .press("⎋<F3>")
        .rest();
    stage.expect("Наставничество").press("о").rest();
    assert_eq!(period(&stage).edition, EDITION);
}

#[test]
fn the_lists_as_they_look() {
    let mut out = String::new();
    for size in [(80, 24), (120, 36)] {
        for keys in ["", "⇥⇥⇥⏎", "⇥⇥⇥⏎Я", "⇥⇥⇥⏎⏎", "⇥⇥⇥⇥⏎⏎"]
        {
            let mut stage = periods_at(size);
            stage.press("Шперевести⏎").press(keys).rest();
            out.push_str(&format!("{} × {} {keys}\n", size.0, size.1));
            out.push_str(&stage.screen());
        }
    }
    insta::assert_snapshot!(out);
}

/// The open year closed as it is, by keys.
fn closed() -> Stage {
    let mut stage = periods_at((120, 36));
    stage.press("Шзакрыть период⏎␣<F2>").rest();
    assert_eq!(period(&stage).state, PeriodState::Closed);
    stage
}

#[test]
fn a_closed_period_is_scored_anew_and_the_old_results_come_back_bit_for_bit() {
    let mut stage = closed();
    stage.press("Шутвердить⏎259⏎<F2>").rest();
    assert_eq!(
        period(&stage).approved_by,
        Some(ORDER),
        "{}",
        stage.screen()
    );
    let approved = (period(&stage), results(&stage));
    stage
        .press("Шпересчитать⏎")
        .expect_not("получат другую оценку")
        .press("→")
        .expect("получат другую оценку")
        .press("<F2>");
    assert_eq!(results(&stage), approved.1, "not without a reason");
    stage
        .expect("Напишите причину")
        .press("решение комиссии<F2>")
        .rest();
    let anew = period(&stage);
    assert_eq!((anew.edition, anew.approved_by), (DECREE, None));
    assert_ne!(results(&stage), approved.1);
    // The journal has the step with its reason.
    stage
        .press("→")
        .expect("Орлова: решение")
        .press("⎋<F9>")
        .rest();
    stage.expect("2025/26");
    let (cause, seq) = stage.commits.last().map(|it| (it.cause, it.seq)).unwrap();
    assert_eq!(cause, Cause::Do);
    stage.press("о").rest();
    assert_eq!(
        (period(&stage), results(&stage)),
        approved,
        "{}",
        stage.screen()
    );
    assert_eq!(stage.commits.last().unwrap().cause, Cause::Undo(seq));
}

#[test]
fn the_act_is_added_later_and_stands_in_the_period() {
    let mut stage = closed();
    stage.press("→");
    stage.expect_not("утверждены").press("⎋Шутвердить⏎<F2>");
    stage.expect("Выберите акт").press("259⏎<F2>").rest();
    stage.press("→").expect("утверждены").press("⎋о").rest();
    assert_eq!(period(&stage).approved_by, None);
}

#[test]
fn entry_is_shut_at_the_deadline_for_all_but_one_who_has_longer() {
    let mut stage = periods_at((120, 36));
    let keys = format!(
        "<F2>⏎⏎⏎{}22.05.2026⏎␣⏎СШ № 2⏎01.06.2026⏎карантин<F2>",
        erase(10)
    );
    stage.press(&keys).rest();
    let it = period(&stage);
    assert!(it.locks, "{}", stage.screen());
    assert_eq!(it.exceptions.len(), 1);
    // At the cell of another school nothing is begun that could not be recorded: it is said at the first key, and who may give time.
    stage.press("<F3>→→↓").rest();
    assert_eq!(stage.app.monitoring.cell(), Some(cell(RATIO, SCHOOL_1)));
    let before = stage.commits.len();
    stage
        .press("1")
        .expect("Срок ввода для СШ № 1 истёк 22.05.2026")
        .expect("Отсрочку могут дать");
    assert_eq!(stage.commits.len(), before);
    stage.press("↓").rest();
    assert_eq!(stage.app.monitoring.cell(), Some(cell(RATIO, SCHOOL_2)));
    stage.press("12/24⏎").rest();
    assert_eq!(stage.commits.len(), before + 1, "{}", stage.screen());
}

#[test]
fn a_line_of_readiness_opens_its_own_period_whichever_was_shown() {
    let mut stage = periods_at((80, 24));
    stage.press("<F3>г2024/25⏎").rest();
    assert_ne!(stage.app.monitoring.chosen.period, Some(OPEN));
    stage.press("<F8>Шготовность⏎").rest();
    stage.press("⏎").rest();
    assert_eq!(
        stage.app.monitoring.chosen.period,
        Some(OPEN),
        "{}",
        stage.screen()
    );
    // Its row of the sheet, to be entered; the card is a key of its own.
    assert_eq!(stage.app.screen, Screen::Sheet);
    stage.press("⎋").rest();
    stage.press("к").rest();
    stage.expect("Индексы");
}

#[test]
fn readiness_says_what_is_missing_before_it_is_closed() {
    let mut stage = periods_at((80, 24));
    stage.press("Шготовность⏎").rest();
    let unready = smotr::analysis::readiness::unready(&stage.state, OPEN).len();
    assert!(unready > 0);
    stage
        .expect("не внесено — ")
        .expect("ДС № 1")
        .press("⎋Шзакрыть период⏎");
    stage.expect("не внесено — ").press("<F2>");
    assert_eq!(period(&stage).state, PeriodState::Open);
    stage.expect("закрыть как есть").press("␣<F2>").rest();
    assert_eq!(period(&stage).state, PeriodState::Closed);
    assert_eq!(results(&stage).1.len(), 3);
}
