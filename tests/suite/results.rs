//! The results of a closed period as a list: the way there, the order, the way on; and what was put right since, told by the history.

use std::sync::Arc;

use smotr::domain::command::{Command, DocumentChoice, PeriodStep, SetValue};
use smotr::domain::record::Key;
use smotr::locale::Lang;
use smotr::tui::command::table::Place;
use smotr::tui::keys::Keymap;

use crate::support::stage::Stage;
use crate::support::story;
use crate::support::world::*;

/// The story with its period closed.
fn closed() -> World {
    let mut world = story::world();
    let close = Command::StepPeriod {
        id: OPEN,
        seen: rev(&world.state, Key::Period(OPEN)),
        step: PeriodStep::Close { unready: true },
    };
    world.act_as(GROMOV, close).unwrap();
    world
}

fn stage(world: World, size: (u16, u16)) -> Stage {
    let keys = Keymap::default();
    let mut stage = Stage::with(world.state, ORLOVA, size, Lang::Ru, keys, Vec::new());
    stage.commits = world.commits.into_iter().map(Arc::new).collect();
    stage
}

/// The organisations of the list, from top to bottom.
fn schools(stage: &Stage) -> Vec<String> {
    let screen = stage.screen();
    let rows = screen.lines().filter(|it| it.contains('/'));
    let names = rows.filter_map(|it| it.split('№').nth(1));
    names
        .filter_map(|it| it.split_whitespace().next().map(str::to_owned))
        .collect()
}

#[test]
fn the_results_of_a_period_are_a_list_that_leads_to_each_sheet() {
    let mut stage = stage(closed(), (120, 36));
    stage.press("<F8>↓⏎⏎").rest();
    let at = (0..30).any(|_| {
        stage.press("↓");
        stage.app.under_cursor() == Some(Key::Results(OPEN))
            || stage.app.catalogue.under_cursor() == Some(Key::Results(OPEN))
    });
    assert!(at, "{}", stage.screen());
    stage.press("⏎").expect("Итоги периода · 2025/26");
    assert_eq!(stage.app.place(), Place::Results);
    stage.press("⏎").expect("Оценочный лист");
    stage.press("⎋").expect("Итоги периода").press("к");
    assert_eq!(stage.app.place(), Place::Card, "{}", stage.screen());
}

#[test]
fn the_list_is_sorted_by_place_by_name_and_by_what_was_filled() {
    let mut stage = stage(closed(), (120, 36));
    stage.press("<F3>").press("Е").expect("по местам");
    let by_place = schools(&stage);
    stage.press("Я").expect("по организациям");
    let mut sorted = by_place.clone();
    sorted.sort();
    assert_eq!(schools(&stage), sorted);
    stage.press("Я").expect("сначала у кого внесено меньше");
    stage.press("Я").expect("по местам");
    assert_eq!(schools(&stage), by_place);
}

#[test]
fn an_open_period_has_none_and_says_so() {
    let mut stage = story::stage((80, 24));
    stage.press("Е").expect("Итогов ещё нет");
    assert_ne!(stage.app.place(), Place::Results);
}

#[test]
fn pictures() {
    let mut out = String::new();
    for size in [(80, 24), (120, 36)] {
        let mut stage = stage(closed(), size);
        stage.press_and_rest("Е");
        out.push_str(&stage.screen());
        out.push_str("════\n");
    }
    insta::assert_snapshot!("results", out);
}

#[test]
fn the_history_tells_why_a_value_was_put_right_also_when_asked_anew() {
    let mut world = closed();
    let here = cell(RATIO, SCHOOL_2);
    let correct = Command::CorrectValue {
        set: SetValue {
            cell: here,
            seen: seen(&world.state, Key::Value(here)),
            entry: ratio("20", "30"),
            note: None,
            source: None,
        },
        reason: "ошибка в отчёте школы".into(),
        document: DocumentChoice::Known(ORDER),
    };
    world.act_as(GROMOV, correct).unwrap();
    let mut stage = stage(world, (120, 36));
    let page = smotr::tui::overlay::history::of(&mut stage.app, here);
    stage.app.open(page);
    stage.press_and_rest("");
    stage
        .expect("Исправлено после закрытия периода")
        .expect("ошибка в отчёте школы")
        .expect("259/1");
    // The value itself says once what it was and what it is.
    assert_eq!(stage.screen().matches("ошибка в отчёте школы").count(), 1);
}

#[test]
fn of_whom_nothing_is_collected_comes_last_where_the_least_filled_come_first() {
    use smotr::domain::record::Record;
    let mut state = crate::support::demo::stage((80, 24)).state;
    let closed = (state.results.iter()).max_by_key(|(id, _)| state.periods[id].to);
    let period = *closed.unwrap().0;
    let rows: Vec<_> = (state.shard(period).unwrap().results().iter())
        .map(|(at, it)| (*at, it.body.clone(), it.stamp))
        .collect();
    assert!(rows.len() > 21, "short lists are sorted in another way");
    for (n, (organisation, mut row, stamp)) in rows.into_iter().enumerate() {
        for head in &mut row.heads {
            let applicable = [0, 30, 34][n % 3];
            (head.filled, head.applicable) = (applicable.min(n as u32), applicable);
        }
        state.put(
            Key::ResultRow(period, organisation),
            Some(Record::ResultRow(row)),
            stamp,
        );
    }
    let keys = Keymap::default();
    let mut stage = Stage::with(
        state,
        crate::support::demo::OWNER,
        (120, 100),
        Lang::Ru,
        keys,
        Vec::new(),
    );
    stage.press_and_rest("<F8><Home>↓⇥<Home>");
    let name = stage.state.periods[&period].name.clone();
    while !(stage.screen().lines()).any(|it| it.contains('►') && it.contains(&name)) {
        stage.press("↓");
    }
    stage.press("ЕЯЯ").expect("сначала у кого внесено меньше");
    let screen = stage.screen();
    let shares: Vec<(u32, u32)> = (screen.lines())
        .filter(|it| it.contains('№'))
        .filter_map(|it| it.split_whitespace().find_map(|it| it.split_once('/')))
        .filter_map(|(one, all)| Some((one.parse().ok()?, all.parse().ok()?)))
        .collect();
    assert!(shares.len() > 21, "{screen}");
    assert_eq!(shares.last(), Some(&(0, 0)), "{screen}");
    let filled: Vec<_> = shares.iter().filter(|it| it.1 > 0).collect();
    assert!(
        filled.is_sorted_by(|a, b| a.0 * b.1 <= b.0 * a.1),
        "{screen}"
    );
    let first = shares.iter().position(|it| it.1 == 0).unwrap();
    assert!(shares[first..].iter().all(|it| it.1 == 0), "{screen}");
}
