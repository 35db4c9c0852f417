//! An admin changes the catalogue by keys alone.

use std::sync::Arc;

use smotr::domain::catalogue::{EditionState, Measure, Scoring};
use smotr::domain::ids::PeriodId;
use smotr::domain::number::parse_decimal;
use smotr::domain::record::{Key, Record};
use smotr::domain::state::State;

use super::{FIRST, coded, draft, last, on_a_line};
use crate::support::demo;
use crate::support::stage::Stage;

/// All of an edition, to be compared.
fn all_of(state: &State, edition: smotr::domain::ids::EditionId) -> String {
    let directions = state.directions_of(edition);
    let indicators = state.indicators_of(edition);
    format!(
        "{:?} {directions:?} {indicators:?}",
        state.editions[&edition]
    )
}

fn weight(stage: &Stage, code: &str) -> String {
    coded(&stage.state, code).1.weight.normalize().to_string()
}

/// The codes of a direction of the last edition, in order.
fn codes(state: &State, direction: &str) -> Vec<String> {
    let (edition, _) = last(state);
    let of = state.directions_of(edition);
    let id = of.iter().find(|(_, it)| it.code == direction).unwrap().0;
    let all = state.indicators_of(edition).into_iter();
    all.filter(|(_, it)| it.direction == id)
        .map(|(_, it)| it.code.clone())
        .collect()
}

#[test]
fn a_published_edition_says_where_to_put_the_change() {
    let mut stage = demo::stage((80, 24));
    stage
        .press_and_rest("<F8>⏎⏎↓↓<F2>")
        .expect("Редакция опубликована: внесите изменение в новую редакцию")
        .expect("Shift+Т")
        .expect_not("┌ 1.1");
}

#[test]
fn a_copy_has_the_next_number_and_everything_of_the_first() {
    let mut stage = demo::stage((80, 24));
    stage.press_and_rest("<F8>⏎Т").expect("копия");
    stage.press_and_rest("<F2>");
    let (id, it) = last(&stage.state);
    assert_eq!((it.number, it.based_on), (2, Some(FIRST)));
    let count = |edition| stage.state.indicators_of(edition).len();
    assert_eq!(count(id), count(FIRST));
    stage
        .press_and_rest("⏎")
        .expect("Редакции · каталог, ред. 2");
}

#[test]
fn an_empty_edition_begins_with_the_usual_levels_and_says_what_it_lacks() {
    let mut stage = demo::stage((80, 24));
    stage
        .press_and_rest("<F8>⏎А")
        .expect("Новая редакция каталога");
    stage.press_and_rest("⇥Показатели<F2>");
    let (_, it) = last(&stage.state);
    assert_eq!((it.levels.len(), it.based_on), (5, None));
    stage
        .press_and_rest("⏎М")
        .expect("В редакции нет ни одного направления");
    stage.press_and_rest("⎋А").expect("Новое направление");
    stage.press_and_rest("⇥Кадры школы⇥Кадры<F2>");
    stage.expect("1 Кадры");
    stage
        .press_and_rest("А")
        .expect("Новый показатель")
        .expect("1.1");
}

#[test]
fn a_weight_is_counted_while_it_is_typed_and_taken_back() {
    let mut stage = draft((80, 24));
    stage
        .press("↓↓<F2>⇥⇥⇥⇥⇥25")
        .expect("в направлении станет 105");
    stage.press("<F2>").expect("мешает публикации: 1");
    assert_eq!(weight(&stage, "1.1"), "25");
    stage.rest().expect("× Σ 105").press_and_rest("о");
    assert_eq!(weight(&stage, "1.1"), "20");
    on_a_line(&stage, "►", "1.1");
}

#[test]
fn an_indicator_is_added_with_a_ratio_and_the_cursor_goes_to_it() {
    let mut stage = draft((80, 24));
    stage.press("↓А").expect("1.7");
    stage.press("⇥Охват наставничеством⇥Наставничество⇥⇥⇥15");
    stage.press("⇥⇥с наставником⇥⇥⇥все молодые<F2>").rest();
    let (_, it) = coded(&stage.state, "1.7");
    assert_eq!((&*it.short, it.weight), ("Наставничество", 15.into()));
    let Measure::Ratio {
        numerator,
        denominator,
        factor,
    } = &it.measure
    else {
        panic!("{:?}", it.measure);
    };
    assert_eq!(
        (&*numerator.title, &*denominator.title),
        ("с наставником", "все молодые")
    );
    assert_eq!(*factor, 100.into());
    on_a_line(&stage, "►", "1.7 Наставничество");
    // Nothing but the scale and the sum is wanting: both are on the list.
    stage
        .press_and_rest("М")
        .expect("1.7 Наставничество")
        .expect("115");
}

#[test]
fn a_way_of_measuring_has_its_own_fields_and_what_was_typed_stays() {
    let mut stage = draft((80, 24));
    stage.press("↓А⇥⇥⇥⇥⇥⇥⇥ч").expect_not("Варианты");
    stage
        .press("⇤→")
        .expect("Варианты ответа")
        .expect_not("Числитель");
    stage.press("⇥да⏎нет⇤←").expect("Числитель").expect("ч");
    stage.press("→<F2>").rest();
    let (_, it) = coded(&stage.state, "1.7");
    let options = vec!["да".to_owned(), "нет".to_owned()];
    assert_eq!(it.measure, Measure::Choice { options });
    assert_eq!(it.scoring, Scoring::Printed(Vec::new()));
}

#[test]
fn a_delta_of_another_indicator_and_of_itself() {
    let mut stage = draft((80, 24));
    // 1.1 becomes the change of 2.1, then of what it cannot be computed from.
    stage.press("↓↓<F2>⇥⇥⇥⇥⇥⇥→→").expect("другой показатель");
    stage.press("⇥⇥2.1⏎<F2>").rest();
    let (input, _) = coded(&stage.state, "2.1");
    let (_, it) = coded(&stage.state, "1.1");
    assert_eq!(it.measure.computed_from(), Some(input));
    stage.press("<F2>⇥⇥⇥⇥⇥⇥⇥→⇥Качество знаний<F2>").rest();
    assert_eq!(coded(&stage.state, "1.1").1.measure.computed_from(), None);
}

#[test]
fn items_are_moved_by_keys_and_the_cursor_follows() {
    let mut stage = draft((80, 24));
    let before = codes(&stage.state, "1");
    stage.press_and_rest("↓↓Ъ");
    on_a_line(&stage, "►", "1.1");
    assert_eq!(codes(&stage.state, "1")[..3], ["1.2", "1.1", "1.3"]);
    stage.press_and_rest("<Alt+↓>");
    assert_eq!(codes(&stage.state, "1")[..3], ["1.2", "1.3", "1.1"]);
    stage.press_and_rest("ХХ");
    assert_eq!(codes(&stage.state, "1"), before);
    stage.press_and_rest("Х").expect("Выше некуда");
    // A direction goes with all that is in it.
    stage.press_and_rest("↑Ъ");
    on_a_line(&stage, "►", "1 Управление");
    let (edition, _) = last(&stage.state);
    assert_eq!(stage.state.directions_of(edition)[0].1.code, "2");
    stage.press_and_rest("о");
    assert_eq!(stage.state.directions_of(edition)[0].1.code, "1");
}

#[test]
fn an_indicator_is_retired_and_taken_up_again() {
    let mut stage = draft((80, 24));
    stage.press_and_rest("↓↓Ы").expect("— снято");
    assert!(coded(&stage.state, "1.1").1.retired);
    on_a_line(&stage, "►", "1.1");
    stage.expect("× Σ 80").press_and_rest("Ы");
    assert!(!coded(&stage.state, "1.1").1.retired);
    stage.press_and_rest("↑Ы");
    assert!(coded(&stage.state, "1.6").1.retired, "with its direction");
    stage.press_and_rest("о");
    assert!(!coded(&stage.state, "1.6").1.retired);
}

#[test]
fn what_other_editions_have_is_retired_and_only_new_things_are_removed() {
    let mut stage = draft((80, 24));
    stage
        .press_and_rest("↓↓Ж")
        .expect("не удаляется")
        .expect("Shift+Ы");
    stage.press_and_rest("Т").expect("Новый показатель");
    stage.press_and_rest("<F2>");
    let (_, copy) = coded(&stage.state, "1.7");
    assert_eq!(copy.scoring, coded(&stage.state, "1.1").1.scoring);
    on_a_line(&stage, "►", "1.7");
    stage.press_and_rest("Ж");
    assert!(!codes(&stage.state, "1").contains(&"1.7".to_owned()));
    stage.press_and_rest("о");
    assert!(codes(&stage.state, "1").contains(&"1.7".to_owned()));
}

#[test]
fn a_draft_is_dropped_and_brought_back() {
    let mut stage = draft((80, 24));
    let whole = stage.state.indicators.len();
    stage.press_and_rest("Ж");
    assert_eq!(stage.state.editions.len(), 1);
    stage.expect("Редакции");
    stage.press_and_rest("о");
    assert_eq!(stage.state.indicators.len(), whole);
}

#[test]
fn an_indicator_is_moved_to_another_direction_in_its_form() {
    let mut stage = draft((80, 24));
    stage.press_and_rest("↓↓<F2>⇥⇥⇥резерв⏎<F2>");
    let last_of = codes(&stage.state, "5").pop();
    assert_eq!(last_of.as_deref(), Some("1.1"), "{}", stage.screen());
    on_a_line(&stage, "►", "1.1");
}

#[test]
fn what_is_amiss_stands_at_its_field_and_keeps_nothing_from_being_written() {
    let mut stage = draft((120, 36));
    stage.press("↓↓<F2>1.2⇥").expect("Такой же код у «1.2");
    // Formula: from the end of the year to its beginning.
    stage.press("⇥⇥⇥⇥⇥⇥");
    stage.press("на начало года⇥⇥⇥на конец года⇥");
    stage.expect("! ");
    stage.press("<F2>").expect("мешает публикации: 1").rest();
    assert_eq!(coded(&stage.state, "1.3").0.0, 3);
    stage
        .press("М")
        .expect("Такой же код")
        .press("⏎")
        .expect("Такой же код у «1.2");
}

#[test]
fn a_number_that_cannot_be_read_is_refused_at_its_field() {
    let mut stage = draft((80, 24));
    let before = stage.commits.len();
    stage
        .press("↓↓<F2>⇥⇥⇥⇥⇥много<F2>")
        .expect("Вес")
        .expect("много");
    assert_eq!(stage.commits.len(), before);
    stage.press("<Ctrl+u>21<F2>");
    assert_eq!(stage.commits.len(), before + 1);
}

#[test]
fn levels_are_rows_of_a_table() {
    let mut stage = draft((120, 36));
    // To the levels; 80 becomes 85, the row of 60 goes, a new one comes.
    stage.press("<F2>⇥⇥⇥⇥⇥⇥⇥⇥↓85↓↓<F8>").rest();
    stage.press("↓50⏎средний<F2>").rest();
    let (_, it) = last(&stage.state);
    let levels: Vec<String> = (it.levels.iter())
        .map(|it| format!("{} {}", it.from.normalize(), it.title))
        .collect();
    assert_eq!(
        levels,
        [
            "95 очень высокий",
            "85 высокий",
            "70 достаточный",
            "50 средний",
            "0 низкий"
        ],
        "{}",
        stage.screen()
    );
}

#[test]
fn the_act_is_entered_on_the_spot() {
    let mut stage = draft((120, 36));
    stage.press("<F2>⇥⇥77-нов⏎").expect("Орган");
    stage.press("<F2>").rest();
    let (_, it) = last(&stage.state);
    let act = it.act.expect("an act");
    assert_eq!(stage.state.documents[&act].number, "77-нов");
    stage.expect_not("Не указан документ");
}

#[test]
fn a_changed_catalogue_is_published_and_the_first_edition_stays_as_it_was() {
    let mut stage = draft((80, 24));
    let past = all_of(&stage.state, FIRST);
    let shards: Vec<_> = (stage.state.periods.keys())
        .map(|it| (*it, stage.state.share_shard(*it)))
        .collect();
    // A weight moves from one indicator to another; one goes, and the others share what it had.
    stage.press_and_rest("↓↓<F2>⇥⇥⇥⇥⇥25<F2>");
    stage
        .press_and_rest("Ю")
        .expect("Замечания")
        .expect("Публикации мешает 1 ошибка");
    stage.press_and_rest("⎋↓↓↓↓↓Ы").expect("× Σ 90");
    stage.press_and_rest("↑<F2>⇥⇥⇥⇥⇥25<F2>").expect("√ Σ 100");
    stage
        .press_and_rest("Ю")
        .expect("Показатели: изменено — 2, снято — 1")
        .expect("[ Опубликовать ]");
    let before = stage.commits.len();
    stage.press("⏎").expect("Периоды");
    assert_eq!(stage.commits.len(), before + 1, "one commit");
    let (id, it) = last(&stage.state);
    assert_eq!(it.state, EditionState::Published);
    assert_eq!(all_of(&stage.state, FIRST), past);
    for (period, shard) in shards {
        let now = stage.state.share_shard(period);
        let same = now
            .zip(shard)
            .is_none_or(|(now, was)| Arc::ptr_eq(&now, &was));
        assert!(same, "{period:?}");
    }
    assert!(stage.state.periods.values().all(|it| it.edition != id));
    stage
        .rest()
        .press_and_rest("<F2>")
        .expect("Редакция опубликована");
}

#[test]
fn a_planned_period_is_measured_by_what_is_published() {
    let mut stage = draft((80, 24));
    let new = PeriodId(stage.state.periods.keys().map(|it| it.0).max().unwrap() + 1);
    stage.press("Г").expect("Новый период").press("<F2>").rest();
    assert!(stage.state.periods.contains_key(&new), "{}", stage.screen());
    // It has not begun: it is ticked without asking.
    stage.press_and_rest("Ю").expect("[x]").press("<F2>");
    let (id, _) = last(&stage.state);
    assert_eq!(stage.state.periods[&new].edition, id);
}

/// An act that reaches back is written down beside the edition of next year: next year keeps its own.
#[test]
fn a_planned_period_keeps_an_edition_that_is_the_later_one() {
    let mut stage = draft((80, 24));
    let new = PeriodId(stage.state.periods.keys().map(|it| it.0).max().unwrap() + 1);
    stage.press("Г<F2>").rest();
    stage.press_and_rest("Ю").press("<F2>").rest();
    let (second, _) = last(&stage.state);
    assert_eq!(stage.state.periods[&new].edition, second);
    // A copy of the first edition: it rests on that, not on the second.
    let mut stage = stage.reopen();
    stage.press_and_rest("<F8>⏎<End>Т<F2>⏎");
    let (third, it) = last(&stage.state);
    assert_eq!(it.based_on, Some(FIRST), "{}", stage.screen());
    stage
        .press_and_rest("Ю")
        .expect("[ ] 2026/27, сейчас ред. 2");
    stage.press("⇥<F2>").rest();
    assert_eq!(stage.state.editions[&third].state, EditionState::Published);
    assert_eq!(stage.state.periods[&new].edition, second);
}

#[test]
fn of_two_editions_with_days_the_later_one_is_for_a_planned_period() {
    let mut stage = draft((80, 24));
    stage.press("Г<F2>").rest();
    let (second, _) = last(&stage.state);
    for (its, theirs, mark) in [
        ("2026-08-31", "2026-09-01", "[ ]"),
        ("2026-09-01", "2026-08-31", "[x]"),
        // Of one day, it is the one that rests on the other.
        ("2026-09-01", "2026-09-01", "[x]"),
    ] {
        for (id, day) in [(second, its), (FIRST, theirs)] {
            let key = Key::Edition(id);
            let (record, stamp) = stage.state.record(key).unwrap();
            let Record::Edition(mut it) = record else {
                panic!("{record:?}")
            };
            it.applies_from = Some(day.parse().unwrap());
            stage.state.put(key, Some(Record::Edition(it)), stamp);
        }
        stage = stage.reopen();
        stage.press_and_rest("<F8>⏎<Home>Ю");
        on_a_line(&stage, mark, "2026/27, сейчас ред. 1");
    }
}

#[test]
fn a_year_that_is_moved_without_its_quarters_is_remarked_on() {
    let mut stage = draft((120, 36));
    // The next year with its quarters.
    stage.press("Г⏎⏎⏎⏎⏎␣␣<F2>").rest();
    stage
        .press_and_rest("Ю")
        .expect_not("складывается из своих частей");
    // Planned ones are offered as ticked: one quarter is left out.
    stage.press_and_rest("␣");
    stage.expect("будут считаться по разным редакциям");
    stage.press_and_rest("␣").expect_not("разным редакциям");
}

#[test]
fn every_period_is_named_where_an_edition_is_published_whether_its_values_are_here_or_not() {
    let full = draft((120, 36)).state;
    let open = smotr::domain::period::PeriodState::Closed;
    let with_values: Vec<_> = (full.periods.iter())
        .filter(|(id, it)| it.state != open && !full.shard(**id).unwrap().is_empty())
        .map(|(id, it)| (*id, it.name.clone()))
        .collect();
    assert!(!with_values.is_empty());
    let mut bare = full.clone();
    with_values
        .iter()
        .for_each(|(id, _)| bare.unload_shard(*id));
    let mut stage = Stage::with(
        bare,
        demo::OWNER,
        (120, 36),
        smotr::locale::Lang::Ru,
        smotr::tui::keys::Keymap::default(),
        Vec::new(),
    );
    stage.state = full;
    stage.held = Some(Vec::new());
    stage.press_and_rest("<F8>⏎щопубликовать⏎");
    for (_, name) in &with_values {
        on_a_line(&stage, "[ ]", name);
    }
    stage.expect("Значения ещё читаются").let_go();
    stage.expect_not("[ ]").expect_not("Значения ещё читаются");
    for (_, name) in &with_values {
        on_a_line(&stage, "Уже есть значения", name);
    }
}

#[test]
fn bounds_and_jumps_are_written() {
    let mut stage = draft((120, 36));
    stage
        .press("↓↓<F2>")
        .press(&"⇥".repeat(18))
        .expect("возможно");
    stage.press("10⇥5⇥⇥⇥2,5").expect("Границы перепутаны");
    stage.press("<F2>").rest();
    let (_, it) = coded(&stage.state, "1.1");
    let number = |text| parse_decimal(text).ok();
    assert_eq!(it.bounds.hard_min, number("10"), "{}", stage.screen());
    assert_eq!(it.jump, number("2,5"));
}

#[test]
fn a_scale_that_is_wanting_leads_from_the_list_to_its_editor() {
    let mut stage = draft((80, 24));
    stage.press("↓А⇥Новое⇥Нов⇥⇥⇥10⇥⇥одно⇥⇥⇥другое<F2>").rest();
    stage.press_and_rest("М").expect("× 1.7 Нов");
    stage.press_and_rest("↓⏎").expect("┌ Шкала · 1.7 Нов");
}
