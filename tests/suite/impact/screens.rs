//! The pages «Что изменится» and «Сравнение редакций» on the demo store.

use rust_decimal::Decimal;
use smotr::domain::catalogue::{Band, EditionState, Scoring};
use smotr::domain::command::Command;
use smotr::domain::ids::*;
use smotr::domain::record::{Key, Record};
use smotr::domain::state::{Stamp, State};
use smotr::locale::Lang;
use smotr::service::link::{News, Request};
use smotr::tui::keys::Keymap;

use crate::support::demo;
use crate::support::stage::Stage;

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 36)];
const NOW: EditionId = EditionId(1);
const DRAFT: EditionId = EditionId(2);

fn put(state: &mut State, key: Key, record: Record) {
    let stamp = Stamp {
        rev: state.meta.seq,
        by: demo::OWNER,
        at: Timestamp(1_779_537_000_000),
    };
    state.put(key, Some(record), stamp);
}

/// The demo with a draft: a stricter scale, an indicator retired, one renumbered, weights shifted, a stricter top level.
fn state() -> State {
    let mut state = demo::store().state.clone();
    let mut edition = state.editions[&NOW].body.clone();
    edition.number = 2;
    edition.state = EditionState::Draft;
    edition.based_on = Some(NOW);
    edition.levels[1].from = Decimal::from(82);
    put(&mut state, Key::Edition(DRAFT), Record::Edition(edition));
    let directions: Vec<_> = (state.directions_of(NOW).into_iter())
        .map(|(id, it)| (id, it.body.clone()))
        .collect();
    for (n, (id, mut body)) in directions.into_iter().enumerate() {
        match n {
            0 => body.weight += Decimal::from(5),
            1 => body.weight -= Decimal::from(5),
            _ => {}
        }
        put(
            &mut state,
            Key::Direction(DRAFT, id),
            Record::Direction(body),
        );
    }
    let indicators: Vec<_> = (state.indicators_of(NOW).into_iter())
        .map(|(id, it)| (id, it.body.clone()))
        .collect();
    for (n, (id, mut body)) in indicators.into_iter().enumerate() {
        match (n, &mut body.scoring) {
            (1, _) => body.retired = true,
            (2, _) => body.code = "1.2".into(),
            (_, Scoring::Bands(bands)) if n < 8 => stricter(bands),
            _ => {}
        }
        put(
            &mut state,
            Key::Indicator(DRAFT, id),
            Record::Indicator(body),
        );
    }
    state
}

fn stricter(bands: &mut [Band]) {
    for from in bands.iter_mut().filter_map(|it| it.from.as_mut()) {
        from.at += Decimal::from(5);
    }
}

fn stage_of(state: State, size: (u16, u16)) -> Stage {
    Stage::with(
        state,
        demo::OWNER,
        size,
        Lang::Ru,
        Keymap::default(),
        Vec::new(),
    )
}

fn stage(size: (u16, u16)) -> Stage {
    stage_of(state(), size)
}

/// The screen after these keys, at each size.
fn pictures(keys: &str) -> String {
    let mut out = String::new();
    for size in SIZES {
        let mut stage = stage(size);
        stage.press_and_rest(&format!("<F8>→{keys}"));
        out.push_str(&format!("{} × {} {keys}\n", size.0, size.1));
        out.push_str(&stage.screen());
    }
    out
}

#[test]
fn what_would_change() {
    insta::assert_snapshot!(pictures("ж"));
}

#[test]
fn whom_it_would_change() {
    insta::assert_snapshot!(pictures("ж<PgDn>"));
}

#[test]
fn one_head_indicator_by_indicator() {
    insta::assert_snapshot!(pictures("ж⏎"));
}

#[test]
fn two_editions() {
    insta::assert_snapshot!(pictures("Э"));
}

#[test]
fn another_period_is_shown_and_its_values_are_asked_for() {
    let whole = state();
    let mut bare = whole.clone();
    let periods: Vec<PeriodId> = bare.periods.keys().copied().collect();
    let mut stage = stage_of(bare.clone(), (120, 36));
    stage.press_and_rest("<F8>→ж").expect("2025/26").press("←");
    stage.expect("Что изменится: ред. 1 → ред. 2 · 2024/25");
    stage
        .expect("Период закрыт")
        .press("→→→")
        .expect("· 2025/26");
    // Nothing is in memory, and nobody answers.
    periods.iter().for_each(|it| bare.unload_shard(*it));
    let mut stage = stage_of(bare, (120, 36));
    stage.press_and_rest("<F8>→");
    stage.held = Some(Vec::new());
    stage.press("ж").expect("загружа");
    let asked = stage.held.take().unwrap();
    let last = *periods.last().unwrap();
    assert!(asked.contains(&Request::Shard(last)), "{asked:?}");
    for period in periods {
        let (seq, shard) = (stage.state.meta.seq, whole.share_shard(period).unwrap());
        stage.event_of(News::Shard { period, seq, shard });
    }
    stage.expect_not("загружа").expect("Индекс изменится:");
}

/// The rows beneath «Кого и как», without the cursor.
fn whom(stage: &Stage) -> Vec<String> {
    let screen = stage.screen();
    let rows = screen.lines().skip_while(|it| !it.contains("Кого и как"));
    let rows = rows.skip(2).filter(|it| it.contains(','));
    rows.map(|it| it.trim_matches(['│', '►', ' ']).to_owned())
        .collect()
}

#[test]
fn the_list_has_three_orders_and_leads_to_the_card() {
    let mut stage = stage((120, 100));
    stage
        .press_and_rest("<F8>→ж")
        .expect("сначала самые заметные");
    // By how much the index of each row would change, whichever way, in tenths.
    let by = |it: &String| {
        let signed = |it: &&str| it.contains(',') && it.starts_with(['+', '−']);
        let digits = it.split_whitespace().find(signed);
        let digits: String = (digits.unwrap_or("0").chars())
            .filter(char::is_ascii_digit)
            .collect();
        std::cmp::Reverse(digits.parse::<u32>().unwrap())
    };
    let moved = whom(&stage);
    assert!(moved.len() > 20, "{}", stage.screen());
    assert!(moved.is_sorted_by_key(by), "{}", stage.screen());
    stage.press("Я").expect("по организациям");
    let by_name = whom(&stage);
    let name =
        |it: &String| smotr::domain::text::collation_key(it[..it.find("  ").unwrap()].trim());
    assert!(by_name.is_sorted_by_key(name), "{}", stage.screen());
    assert!(!by_name.is_sorted_by_key(by));
    stage.press("Я").expect("по новому месту");
    let by_place = whom(&stage);
    assert!(
        by_place != moved && by_place != by_name,
        "{}",
        stage.screen()
    );
    stage.press("Я").expect("сначала самые заметные");
    assert_eq!(whom(&stage), moved);
    stage.resize(120, 36);
    stage
        .press("⏎")
        .expect("вклад")
        .press("к")
        .expect("з значение");
    stage.press("⎋⎋").expect("Что изменится");
}

#[test]
fn it_follows_what_a_colleague_does_to_the_draft() {
    let mut stage = stage((120, 36));
    stage.press_and_rest("<F8>→ж");
    let before = stage.screen();
    let all = stage.state.indicators_of(DRAFT).into_iter();
    let mut by_bands =
        all.filter(|(_, it)| it.code.starts_with("6.") && matches!(it.scoring, Scoring::Bands(_)));
    let found = by_bands.next();
    let (id, it) = found.unwrap();
    let seen = stage.state.stamp(Key::Indicator(DRAFT, id)).unwrap().rev;
    let mut body = it.body.clone();
    body.scoring = Scoring::Relative;
    let name = format!("; {}", body.code);
    let command = Command::PutIndicator {
        edition: DRAFT,
        id: Some(id),
        seen: smotr::domain::command::Seen::At(seen),
        indicator: Box::new(body),
    };
    stage.other(demo::OWNER, command).unwrap();
    assert_ne!(before, stage.screen());
    assert!(!before.contains(&name));
    stage.expect(&name);
}

#[test]
fn elsewhere_in_the_catalogue_an_edition_is_asked_for() {
    let mut stage = stage((120, 36));
    stage
        .press_and_rest("<F8>↓→ж")
        .expect("Сначала выберите редакцию");
}

#[test]
fn its_own_edition_changes_nothing() {
    let mut stage = stage((120, 36));
    stage
        .press_and_rest("<F8>→↓ж")
        .expect("Период и так считается по этой редакции");
}

#[test]
fn pages_have_a_text_to_copy() {
    let mut stage = stage((80, 24));
    stage.press_and_rest("<F8>→Э").press("<Ctrl+c>");
    let copied = stage.copied.last().cloned().unwrap_or_default();
    assert!(
        copied.contains("Сравнение редакций: ред. 1 → ред. 2"),
        "{copied}"
    );
    assert!(copied.contains("код: 1.3 → 1.2"), "{copied}");
}

#[test]
fn a_head_who_is_gone_is_not_taken_for_an_edition_that_is_gone() {
    let mut stage = stage((120, 36));
    stage.press_and_rest("<F8>→ж⏎").expect("вклад");
    let screen = stage.screen();
    let mut all = stage.state.organisations.iter();
    let (id, organisation) = (all.find(|(_, it)| screen.contains(&format!("┌ {} · ", it.name))))
        .map(|(id, it)| (*id, it.body.clone()))
        .unwrap_or_else(|| panic!("{screen}"));
    let of_it = stage.state.appointments_of.of(id);
    let heads = of_it.map(|it| (it, stage.state.appointments[&it].stamp.rev));
    let closing = smotr::domain::staffing::Closing {
        act: None,
        reason: "присоединена".into(),
        heads: heads.collect(),
    };
    let organisation = smotr::domain::people::Organisation {
        closed: Some("2024-08-31".parse().unwrap()),
        ..organisation
    };
    let seen = stage.state.stamp(Key::Organisation(id)).unwrap().rev;
    let command = Command::CloseOrganisation {
        id,
        seen,
        organisation,
        closing,
    };
    stage.other(demo::OWNER, command).unwrap();
    stage
        .expect_not("Этой редакции больше нет")
        .expect("в этом периоде больше нет");
}

#[test]
fn what_is_computed_is_not_announced_as_to_be_entered() {
    use smotr::domain::catalogue::{Input, Measure};
    let mut state = state();
    let (of, it) = state.indicators_of(DRAFT).into_iter().next().unwrap();
    let mut change = it.body.clone();
    (change.code, change.short) = ("9.1".into(), "Прирост".into());
    change.measure = Measure::Delta {
        input: Input::Indicator(of),
    };
    change.scoring = Scoring::Printed(Vec::new());
    let key = Key::Indicator(DRAFT, IndicatorId(900));
    put(&mut state, key, Record::Indicator(change));
    let mut stage = stage_of(state, (120, 36));
    stage
        .press_and_rest("<F8>→ж")
        .expect("вносить не нужно (вычисляется): 9.1 Прирост")
        .expect("9.1 Прирост (шкала ещё не задана)")
        .expect_not("Понадобится вносить: 9.1");
}
