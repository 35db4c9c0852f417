//! The screen Мониторинг on the demo store: each movement that the interface promises, keys in, place and screen out.

use std::collections::BTreeSet;

use smotr::domain::command::{Command, Seen, SetValue};
use smotr::domain::ids::UserId;
use smotr::domain::record::Key;
use smotr::domain::state::State;
use smotr::domain::value::Entry;
use smotr::locale::Lang;
use smotr::service::link::News;
use smotr::tui::keys::Keymap;
use smotr::tui::msg::{Event, Timer};
use smotr::tui::screen::monitoring::Pane;

use crate::support::demo;
use crate::support::stage::Stage;
use crate::support::story::SIZES;
use crate::support::world::{self, World};

/// Where the person is: direction, indicator, organisation, and the pane that has the keys.
fn place(stage: &Stage) -> String {
    let m = &stage.app.monitoring;
    let state = stage.app.state();
    let period = m.chosen.period.unwrap();
    let direction = (m.chosen.direction).and_then(|it| state.direction_in(period, it));
    let indicator = (m.chosen.indicator).and_then(|it| state.indicator_in(period, it));
    let leader = if m.pivot {
        m.chosen.leader
    } else {
        m.row().map(|it| it.leader)
    };
    let organisation = leader
        .and_then(|it| it.organisation)
        .and_then(|it| state.organisations.get(&it));
    let pane = match m.focus {
        Pane::First => "слева",
        Pane::Second => "в середине",
        Pane::Rows => "справа",
        Pane::Detail => "внизу",
    };
    format!(
        "{} {} {} {pane}",
        direction.map_or("—", |it| it.code.as_str()),
        indicator.map_or("—", |it| it.code.as_str()),
        organisation.map_or("—", |it| it.name.as_str()),
    )
}

fn stage() -> Stage {
    demo::stage((120, 36))
}

/// After these keys one is there.
#[track_caller]
fn leads(keys: &str, to: &str) {
    let mut stage = stage();
    stage.press_and_rest(keys);
    assert_eq!(place(&stage), to, "after {keys}:\n{}", stage.screen());
    assert_eq!(
        stage.commits.len(),
        demo::store().commits.len(),
        "{keys} changed something"
    );
}

#[test]
fn keys_lead_where_they_say() {
    for (keys, to) in [
        ("", "1 1.1 Гимназия № 4 слева"),
        ("↓", "2 2.1 Гимназия № 4 слева"),
        ("↑", "1 1.1 Гимназия № 4 слева"),
        ("<End>", "6 6.1 Гимназия № 4 слева"),
        ("<End><Home>", "1 1.1 Гимназия № 4 слева"),
        ("→", "1 1.1 Гимназия № 4 в середине"),
        ("→→", "1 1.1 Гимназия № 4 справа"),
        ("→→→", "1 1.1 Гимназия № 4 справа"),
        ("→→←←←", "1 1.1 Гимназия № 4 слева"),
        ("⇥", "1 1.1 Гимназия № 4 в середине"),
        ("⇥⇥⇥", "1 1.1 Гимназия № 4 внизу"),
        ("⇥⇥⇥⇥", "1 1.1 Гимназия № 4 слева"),
        ("⇤", "1 1.1 Гимназия № 4 внизу"),
        ("⏎↓", "1 1.2 Гимназия № 4 в середине"),
        ("⏎⏎↓", "1 1.1 Гимназия № 27 справа"),
        ("→→<End>", "1 1.1 СШ № 60 справа"),
        ("→→<PgDn>", "1 1.1 СШ № 6 справа"),
        ("→→<PgDn><PgDn><PgUp><PgUp>", "1 1.1 Гимназия № 4 справа"),
        // Digits go to a number.
        ("6", "6 6.1 Гимназия № 4 слева"),
        ("6→2", "6 6.2 Гимназия № 4 в середине"),
        ("6→6.2", "6 6.2 Гимназия № 4 в середине"),
        ("9", "1 1.1 Гимназия № 4 слева"),
        // What is typed without a pause is one number.
        ("12", "1 1.1 Гимназия № 4 слева"),
        ("1↓3", "3 3.1 Гимназия № 4 слева"),
        ("→6.2", "6 6.2 Гимназия № 4 в середине"),
        ("→6,2", "6 6.2 Гимназия № 4 в середине"),
        ("→6ю2", "6 6.2 Гимназия № 4 в середине"),
        ("→6б2", "6 6.2 Гимназия № 4 в середине"),
        ("6.2", "6 6.2 Гимназия № 4 в середине"),
        ("→6.", "6 6.1 Гимназия № 4 в середине"),
        ("→6.9", "6 6.1 Гимназия № 4 в середине"),
        ("→6⎋3", "3 3.1 Гимназия № 4 слева"),
        ("→.2", "1 1.2 Гимназия № 4 в середине"),
        ("л→6.2", "6 6.2 Гимназия № 4 в середине"),
        // Leaders first.
        ("л12", "1 1.1 СШ № 12 слева"),
        ("л7→6→↓", "6 6.2 СШ № 7 справа"),
        ("л12л", "1 1.1 СШ № 12 слева"),
        // What is chosen stays.
        ("→→<End>←↓", "1 1.2 СШ № 60 в середине"),
        ("→→<End>←←6", "6 6.1 СШ № 60 слева"),
        ("→→↓х", "1 1.1 Гимназия № 27 справа"),
        // Also where they have no row of their own: 5.2 and 5.3 are the municipality's.
        ("5→→<End>←↓↓↓", "5 5.4 СШ № 60 в середине"),
        ("5→↓л", "5 5.2 Гимназия № 4 в середине"),
        // Jumps: down the list, then on to other indicators, and round.
        ("е", "1 1.1 Гимназия № 27 справа"),
        ("ее", "1 1.1 Гимназия № 49 справа"),
        ("→→<End>е", "1 1.2 Гимназия № 27 справа"),
        ("т", "1 1.1 Лицей № 31 справа"),
    ] {
        leads(keys, to);
    }
}

#[test]
fn a_pause_ends_a_number() {
    let mut stage = stage();
    stage.press("1").rest().rest().press("2");
    assert_eq!(place(&stage), "2 2.1 Гимназия № 4 слева");
}

#[test]
fn a_number_that_means_nothing_is_said_and_the_next_begins_anew() {
    let mut stage = stage();
    stage.press("12").expect("Номера 12 здесь нет.");
    stage.press("3");
    assert_eq!(place(&stage), "3 3.1 Гимназия № 4 слева");
    stage.press("→6.").expect("К показателю 6.…");
    stage.press("9").expect("Номера 6.9 здесь нет.");
}

#[test]
fn a_number_that_means_nothing_leads_nowhere_and_enter_does_not_go_on() {
    let mut stage = stage();
    stage.press("↓↓");
    let here = place(&stage);
    stage.press("12").expect("Номера 12 здесь нет.");
    assert_eq!(place(&stage), here, "its first digit is taken back");
    stage.press("⏎").expect("Номера 12 здесь нет.");
    assert_eq!(place(&stage), here);
    stage.press("⏎").expect_not("Номера 12");
    assert_eq!(place(&stage), here.replace("слева", "в середине"));
    // Any other key in between, and Enter is Enter.
    stage.press("←77↑⏎").expect_not("Номера");
    assert!(place(&stage).ends_with("в середине"));
}

#[test]
fn latin_letters_do_the_same() {
    for (russian, latin) in [
        ("е", "t"),
        ("т", "n"),
        ("л12", "k12"),
        ("→→х", "→→["),
        ("→→вв", "→→dd"),
    ] {
        let mut stages = [stage(), stage()];
        stages[0].press_and_rest(russian);
        stages[1].press_and_rest(latin);
        assert_eq!(
            stages[0].screen(),
            stages[1].screen(),
            "{russian} and {latin}"
        );
    }
}

#[test]
fn jumps_meet_every_cell_once_and_come_round() {
    for (key, wanted) in [("е", true), ("т", false)] {
        let mut stage = stage();
        let (mut places, mut seen) = (BTreeSet::new(), BTreeSet::new());
        loop {
            stage.press(key);
            let m = &stage.app.monitoring;
            if !places.insert((m.chosen.indicator, m.cursors[2].at)) {
                break;
            }
            // Who heads two schools stands in two rows.
            seen.insert(m.cell().unwrap());
        }
        let derived = stage.app.derived.as_ref().unwrap();
        let all = if wanted {
            let whole = derived.filling.whole();
            whole.due - whole.entered
        } else {
            derived.attention.cells().count()
        };
        assert_eq!(seen.len(), all, "«{key}»");
    }
}

#[test]
fn numbers_never_make_a_value_outside_the_cells() {
    for keys in ["12⏎", "→12⏎", "→6.2", "л→6.2", "л12⏎", "⇥⇥⇥12", "<F9>12"] {
        let mut stage = stage();
        stage.press(keys);
        assert_eq!(stage.commits.len(), demo::store().commits.len(), "{keys}");
        assert_eq!(stage.app.layers().count(), 0, "{keys}");
    }
}

#[test]
fn the_letter_of_not_applicable_never_searches() {
    for keys in ["н", "→н", "→→н", "⇥⇥⇥н", "лн", "<F9>н"] {
        stage().press(keys).expect_not("Поиск");
    }
}

#[test]
fn a_filter_narrows_the_pane_and_esc_takes_it_back() {
    let mut stage = stage();
    stage
        .press("→→фсш 1⏎")
        .expect("«сш 1»")
        .expect_not("Гимназия № 27");
    stage
        .press("⎋")
        .expect_not("«сш 1»")
        .expect("Гимназия № 27");
}

#[test]
fn a_filter_that_fits_nothing_says_how_to_leave_it() {
    stage()
        .press("→→фщщщ")
        .expect("Под фильтр ничего не подходит. Esc снимает фильтр.");
}

#[test]
fn marks_are_shown_counted_and_survive_another_indicator() {
    let mut stage = stage();
    stage
        .press("→→вв")
        .expect("Руководители · выделено: 2")
        .expect("Гимназия № 4 ■");
    stage
        .press("←↓→")
        .expect("1.2")
        .expect("выделено: 2")
        .expect("Гимназия № 27■");
    let acted: Vec<_> = stage
        .app
        .monitoring
        .acted_on()
        .iter()
        .map(|it| it.name.clone())
        .collect();
    assert_eq!(acted, ["Гимназия № 4", "Гимназия № 27"]);
    stage.press("⎋").expect_not("выделено");
    stage.press("Вы").expect_not("выделено");
}

/// Where indicators stand in rows it is one indicator of one leader that is marked.
#[test]
fn a_mark_is_about_one_row() {
    let mut stage = stage();
    stage.press("л→→в").expect("выделено: 1");
    assert_eq!(stage.app.monitoring.acted_on().len(), 1);
}

#[test]
fn no_action_falls_upon_a_row_that_nobody_marked() {
    let mut stage = stage();
    stage.press("→→вф60⏎").expect("«60»");
    for keys in ["р", "у", "с"] {
        stage.press(keys).expect("Выделенных строк здесь нет");
    }
    // What leads to one cell is about that one.
    stage.press("⎋").press("п12⏎↓⏎");
    assert!(stage.app.monitoring.marks.is_empty());
}

#[test]
fn a_jump_takes_a_filter_away_only_where_it_hides_the_place() {
    stage().press("→→ф27⏎ее").expect("«27»");
    let mut stage = self::stage();
    stage.press("3→ф3.1⏎→<End>").expect("«3.1»");
    stage.press("е").expect_not("«3.1»");
    let mut stage = self::stage();
    stage.press("→→ффффф⏎");
    let here = place(&stage);
    stage
        .press("е")
        .expect("Среди строк, которые оставил фильтр");
    assert_eq!(place(&stage), here, "nobody is led away for nothing");
}

#[test]
fn keys_do_nothing_in_a_window_that_shows_nothing() {
    let mut stage = stage();
    stage.resize(40, 10).press("→→21/24⏎↓вз");
    stage.paste("12");
    stage.resize(120, 36).expect_not("выделено");
    assert_eq!(place(&stage), "1 1.1 Гимназия № 4 слева");
    stage.resize(40, 10).press("Й");
    assert!(stage.left, "one can always leave");
}

#[test]
fn esc_takes_back_in_order() {
    let mut stage = stage();
    stage.press("→→вфсш⏎Р").expect("выделено: 1").expect("«сш»");
    assert!(stage.app.monitoring.expanded);
    stage.press("⎋");
    assert!(
        !stage.app.monitoring.expanded,
        "first the detail is small again"
    );
    stage.press("⎋").expect_not("«сш»").expect("выделено: 1");
    stage.press("⎋").expect_not("выделено");
    assert_eq!(stage.app.monitoring.focus, Pane::Rows);
    stage.press("⎋⎋⎋");
    assert_eq!(stage.app.monitoring.focus, Pane::First, "then to the left");
    assert!(!stage.left, "and never out");
}

#[test]
fn periods_are_switched_by_two_neighbouring_keys() {
    let mut stage = stage();
    stage.press("х").expect("2024/25 · закрыт");
    stage.press("х").expect("2023/24 · закрыт");
    stage
        .press("х")
        .expect("2023/24")
        .expect("Более раннего периода нет.");
    stage.press("ъъ").expect("2025/26 · ввод до 25.06.2026");
    stage.press("ъ").expect("Более позднего периода нет.");
}

#[test]
fn a_list_in_which_nothing_fits_says_so() {
    let mut stage = stage();
    stage.press("г9999").expect("Ничего не найдено");
    stage.press("⌫⌫⌫⌫").expect_not("Ничего не найдено");
}

#[test]
fn a_closed_period_shows_indices_only() {
    stage()
        .press("х")
        .expect_not("внесено 35")
        .expect_not("/360");
}

/// Somebody else enters a value while one stands elsewhere.
#[test]
fn a_colleagues_value_moves_no_cursor() {
    let mut stage = stage();
    stage.press_and_rest("→→↓↓↓↓");
    let (before, top) = (place(&stage), stage.app.monitoring.cursors[2]);
    let row = &stage.app.monitoring.panes.rows[1];
    assert_eq!(row.name, "Гимназия № 27");
    let cell = row.cell.unwrap();
    let colleague = *stage
        .state
        .users
        .keys()
        .find(|it| **it != demo::OWNER && !stage.state.users[it].roles.is_empty())
        .unwrap();
    let set = SetValue {
        cell,
        entry: Entry::Ratio {
            numerator: "90".parse().unwrap(),
            denominator: "100".parse().unwrap(),
        },
        note: None,
        source: None,
        seen: Seen::Absent,
    };
    stage
        .other(colleague, Command::SetValues(vec![set]))
        .unwrap();
    stage.expect("90,0 %");
    assert_eq!(place(&stage), before);
    assert_eq!(stage.app.monitoring.cursors[2], top);
}

#[test]
fn the_detail_has_a_cursor_and_enter_opens_its_line() {
    let mut stage = stage();
    stage.press_and_rest("6→2→");
    let row = stage
        .app
        .monitoring
        .panes
        .rows
        .iter()
        .position(|it| it.name == "СШ № 12")
        .unwrap();
    stage.press_and_rest(&"↓".repeat(row));
    let line = (stage.app.monitoring.panes.detail.iter())
        .position(|it| matches!(it.opens, Some(Key::Recommendation(_))))
        .unwrap();
    stage.press("⇥").press(&"↓".repeat(line)).press("⏎");
    assert_eq!(stage.app.layers().count(), 1, "{}", stage.screen());
    stage.expect("екомендаци");
}

/// An empty store says why it is empty; no key makes it fall.
#[test]
fn nothing_selected_is_no_accident() {
    for state in [State::default(), World::new().state] {
        let mut stage = Stage::with(
            state,
            UserId(1),
            (120, 36),
            Lang::Ru,
            Keymap::default(),
            Vec::new(),
        );
        for key in "↓↑→←⇥⇤⏎⎋<Home><End><PgUp><PgDn>12лефвВыкциршуРхъсзнятдНоОй<F2><F9><F3>"
            .split_inclusive('>')
        {
            stage.press(key).rest();
            let _ = stage.screen();
            stage.press("⎋⎋⎋");
        }
    }
    let mut empty = Stage::new(State::default(), UserId(1));
    empty.expect("Периодов ещё нет");
}

#[test]
fn values_on_their_way_are_said_to_be_loading() {
    let mut state = World::new().state;
    for period in state.periods.keys().copied().collect::<Vec<_>>() {
        state.unload_shard(period);
    }
    let mut stage = Stage::new(state, world::ORLOVA);
    stage.press_and_rest("↓→→").expect("Значения загружаются…");
    let values = |stage: &Stage| -> BTreeSet<String> {
        let rows = &stage.app.monitoring.panes.rows;
        (rows.iter().filter(|it| it.cell.is_some()))
            .map(|it| it.value.clone())
            .collect()
    };
    assert_eq!(values(&stage), BTreeSet::from(["…".to_owned()]));
    stage.expect_not("внесено");
    stage.state = World::new().state;
    for period in stage.state.periods.keys().copied().collect::<Vec<_>>() {
        let (seq, shard) = (stage.state.meta.seq, stage.state.share_shard(period));
        let shard = shard.unwrap();
        stage.event(Event::News(News::Shard { period, seq, shard }));
    }
    stage
        .expect_not("Значения загружаются")
        .expect("внесено 0/");
    assert!(!values(&stage).contains("…"), "{}", stage.screen());
}

#[test]
fn no_size_makes_drawing_panic() {
    for keys in ["", "→→", "л→→", "→→вР", "6→2→т", "<F9>"] {
        let mut stage = stage();
        stage.press_and_rest(keys);
        for (columns, rows) in SIZES {
            stage.resize(columns, rows);
            let _ = stage.screen();
        }
    }
}

/// What was computed beforehand, while nobody pressed a key, is what would have been computed on the spot, also after changes.
#[test]
fn a_period_made_ready_beforehand_is_shown_the_same() {
    let [mut ready, mut plain] = [stage(), stage()];
    for _ in 0..50 {
        ready.event(Event::Timer(Timer::Prepare));
    }
    let cell = |it: &mut Stage| {
        it.press("→→е");
        it.app.monitoring.cell().expect("a cell")
    };
    let (cell, _) = (cell(&mut ready), cell(&mut plain));
    for (n, keys) in ["х", "х", "ъ", "ъ"].into_iter().enumerate() {
        for it in [&mut ready, &mut plain] {
            // A colleague fills a row of the open period while another is shown.
            let revision = it.state.record(Key::Value(cell)).map(|it| it.1.rev);
            let set = SetValue {
                cell,
                seen: revision.map_or(Seen::Absent, Seen::At),
                entry: Entry::NoData {
                    reason: format!("нет сведений, {n}"),
                },
                note: None,
                source: None,
            };
            it.press_and_rest(keys);
            if n < 3 {
                it.other(demo::OWNER, Command::SetValues(vec![set]))
                    .unwrap();
            }
        }
        plain.app.nearby = Default::default();
        assert_eq!(ready.screen(), plain.screen(), "after {keys}");
    }
}
