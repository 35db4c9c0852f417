//! Help, palette, periods, filter, hints and copying.

use crate::support::demo;
use crate::support::stage::Stage;
use crate::support::story::{self, stage};
use crate::support::world::*;
use smotr::domain::catalogue::{Measure, SubjectKind};
use smotr::tui::command::table::CommandId;
use smotr::tui::keys::built_in;
use smotr::tui::screen::monitoring::{Pane, walk};

#[test]
fn help_begins_with_what_applies_here() {
    let mut stage = stage((80, 24));
    stage.press("→→<F1>");
    let screen = stage.screen();
    let (here, value) = (screen.find("Здесь"), screen.find("Внести значение"));
    assert!(here.is_some() && value > here, "{screen}");
}

#[test]
fn help_is_narrowed_as_one_types_in_any_layout() {
    for typed in ["продл", "ghjlk", "prolong"] {
        let mut stage = stage((80, 24));
        stage
            .press("<F1>")
            .press(typed)
            .expect("Продлить срок")
            .expect_not("Перерисовать");
    }
}

#[test]
fn every_command_is_in_help_and_in_the_palette() {
    for keys in ["<F1>", "щ"] {
        let mut stage = stage((300, 200));
        stage.press(keys);
        for command in CommandId::ALL {
            stage.expect(&stage.app.say(command.title()));
        }
    }
}

#[test]
fn enter_in_the_palette_runs_the_command() {
    let mut stage = stage((80, 24));
    stage.press("щжурнал⏎").expect("┌ Журнал");
}

#[test]
fn what_does_not_apply_is_marked_and_says_so() {
    let mut stage = stage((80, 24));
    stage
        .press("щутвердить")
        .expect("Утвердить  Enter — к руководителям");
    stage.press("⏎");
    assert!(
        stage.said().contains("здесь не действует"),
        "{}",
        stage.said()
    );
}

#[test]
fn what_does_not_apply_says_where_it_does() {
    for (keys, way) in [
        ("с", "Enter — к руководителям"),
        ("→с", "Enter — к руководителям"),
        ("⇤в", "Esc — к руководителям"),
        ("<F9>с", "F3 — к мониторингу"),
        ("и", "Enter — к руководителям"),
    ] {
        let mut stage = stage((80, 24));
        stage.press(keys);
        assert!(stage.said().contains(way), "{keys}: {}", stage.said());
    }
    let mut stage = stage((120, 36));
    stage
        .press("щутвердить")
        .expect("здесь не действует: Enter — к руководителям");
}

#[test]
fn help_in_the_line_of_a_value_names_the_keys_of_the_line() {
    let mut stage = stage((80, 24));
    stage.press("→→4<F1>");
    for (key, does) in [
        ("Enter", "записать и перейти вниз"),
        ("Esc", "выйти; набранное сохранится"),
        ("н Enter", "записать «н/п»"),
    ] {
        let screen = stage.screen();
        let line = screen.lines().find(|it| it.contains(does));
        assert!(line.is_some_and(|it| it.contains(key)), "{does}\n{screen}");
    }
    let screen = stage.resize(120, 200).screen();
    for line in screen
        .lines()
        .filter(|it| it.contains("здесь не действует"))
    {
        let keys = line
            .trim_matches(['│', ' ', '►'])
            .split("  ")
            .next()
            .unwrap();
        assert!(!["Enter", "Esc", "Tab"].contains(&keys), "{line}");
    }
    // The value is still there.
    stage.press("⎋");
    assert_eq!(stage.app.layers().count(), 1);
}

#[test]
fn help_tells_what_every_sign_means() {
    let mut stage = stage((120, 40));
    stage.press("<F1>знаки");
    let glyphs = stage.app.theme.glyphs;
    for (sign, means) in [
        (glyphs.done, "утверждено"),
        (glyphs.submitted, "на проверке"),
        (glyphs.failed, "возвращено на доработку"),
        (glyphs.unsaved, "есть примечание"),
        (glyphs.warning, "требует внимания"),
        (glyphs.running, "на контроле"),
        (glyphs.break_mark, "несопоставимо"),
        (glyphs.up, "больше прошлого"),
    ] {
        let screen = stage.screen();
        let line = screen.lines().find(|it| it.contains(means));
        assert!(
            line.is_some_and(|it| it.contains(sign)),
            "{sign} {means}\n{screen}"
        );
    }
    let signs = smotr::tui::overlay::help::legend(&stage.app);
    let once: std::collections::BTreeSet<_> = signs.iter().map(|it| it.0).collect();
    assert_eq!(once.len(), signs.len(), "a sign stands once");
}

/// All words of what is said, in their order, in the lowest lines of the screen.
#[test]
fn nothing_that_is_said_is_cut_at_eighty_columns() {
    for (keys, then) in [
        ("х→→5", ""),
        ("→→рНаписать план⎋", ""),
        ("→→↓⌦", "о"),
        ("с", ""),
    ] {
        let mut stage = stage((80, 24));
        stage.press(keys).press(then);
        let said = stage.said();
        assert!(!said.is_empty(), "{keys}");
        let screen = stage.screen();
        let lines: Vec<&str> = screen.lines().collect();
        let lowest = lines[lines.len() - 5..].join(" ");
        let mut rest = lowest.as_str();
        for word in said.split(' ') {
            let Some((_, after)) = rest.split_once(word) else {
                panic!("{keys}: «{word}» of «{said}» is cut\n{screen}");
            };
            rest = after;
        }
    }
}

#[test]
fn a_period_is_chosen_by_its_name() {
    let mut stage = stage((80, 24));
    stage
        .press("г")
        .expect("2024/25 учебный год")
        .expect("закрыт")
        .press("2024⏎");
    assert_eq!(stage.app.monitoring.chosen.period, Some(CLOSED));
}

#[test]
fn a_filter_narrows_as_one_types() {
    let mut stage = stage((80, 24));
    stage
        .press("→→фзим")
        .expect("фильтр: зим")
        .expect("Зимин")
        .expect_not("Дёмина");
    stage
        .press("⏎")
        .expect("Руководители · «зим»")
        .expect_not("Дёмина");
    stage.press("ф⎋").expect("Дёмина");
}

#[test]
fn a_filter_takes_the_other_layout() {
    let mut stage = stage((80, 24));
    stage.press("→→apbv").expect("Зимин").expect_not("Дёмина");
    assert_eq!(stage.app.monitoring.filters[2], "зим");
}

/// The list keeps its order; the cursor is where a search would be.
#[test]
fn a_filter_puts_the_cursor_on_the_best_match() {
    for (typed, row) in [
        ("1", "СШ № 1"),
        ("12", "СШ № 12"),
        ("сш 2", "СШ № 2"),
        ("ерём", "СШ № 12"),
        ("thtv", "СШ № 12"),
        ("лиц 55", "Лицей № 55"),
    ] {
        let mut stage = demo::stage((80, 24));
        stage.press("→→ф").press(typed);
        let m = &stage.app.monitoring;
        assert_eq!(m.row().unwrap().name, row, "{typed}");
        let shown: Vec<String> = m.panes.rows.iter().map(|it| it.name.clone()).collect();
        stage.press("⎋");
        let all = &stage.app.monitoring.panes.rows;
        let places: Vec<_> = (shown.iter())
            .map(|name| all.iter().position(|it| &it.name == name))
            .collect();
        assert!(places.is_sorted(), "{typed}: {shown:?}");
    }
    let mut stage = demo::stage((80, 24));
    stage.press("6→фкатег");
    let m = &stage.app.monitoring;
    assert_eq!(m.panes.second[m.cursors[1].at].code, "6.2");
}

#[test]
fn arrows_move_in_the_pane_while_the_filter_is_open() {
    let mut stage = stage((80, 24));
    stage.press("→→фсш↓⏎");
    assert_eq!(stage.app.monitoring.cell(), Some(cell(RATIO, SCHOOL_2)));
    assert_eq!(stage.app.monitoring.focus, Pane::Rows);
}

#[test]
fn digits_in_a_filter_are_text() {
    let mut stage = stage((80, 24));
    stage.press("→→ф2⏎");
    assert_eq!(stage.app.monitoring.filters[2], "2");
    assert_eq!(stage.commits.len(), story::world().commits.len());
}

#[test]
fn the_bottom_line_holds_what_matters_at_eighty_columns() {
    let mut stage = stage((80, 24));
    let bottom = |stage: &Stage| stage.screen().lines().last().unwrap().to_owned();
    assert!(bottom(&stage).contains("F1 клавиши"), "{}", bottom(&stage));
    stage.press_and_rest("→→");
    for hint in ["п поиск", "з значение", "р рекомендация", "F1 клавиши"]
    {
        assert!(bottom(&stage).contains(hint), "{}", bottom(&stage));
    }
    stage.press("к");
    for hint in ["Esc назад", "ц цепочка", "F1 клавиши"] {
        assert!(bottom(&stage).contains(hint), "{}", bottom(&stage));
    }
}

#[test]
fn a_sequence_of_keys_shows_what_can_follow() {
    let keymap = built_in("vim").unwrap();
    let mut stage = Stage::with(
        story::world().state,
        ORLOVA,
        (80, 24),
        Default::default(),
        keymap,
        Vec::new(),
    );
    stage.press("g").expect("g В начало");
}

#[test]
fn a_cell_is_copied_with_its_parts() {
    let mut stage = stage((80, 24));
    stage.press("→→↓<Ctrl+c>");
    let copied = stage.copied.last().unwrap().replace('\u{a0}', " ");
    assert_eq!(copied, "СШ № 1 · 1.1 · 37,5 % (9 из 24)");
    let said = stage.said().replace('\u{a0}', " ");
    assert_eq!(said, format!("отправлено терминалу: {copied}"));
}

#[test]
fn marked_cells_are_copied_line_by_line() {
    let mut stage = stage((80, 24));
    stage.press("→→↓вв<Ctrl+c>");
    let copied = stage.copied.last().unwrap().replace('\u{a0}', " ");
    assert_eq!(
        copied,
        "СШ № 1 · 1.1 · 37,5 % (9 из 24)\nСШ № 2 · 1.1 · 87,5 % (21 из 24)"
    );
    assert_eq!(stage.said(), "отправлено терминалу: значения, 2 строки");
}

#[test]
fn a_card_is_copied_as_plain_text() {
    let mut stage = stage((80, 24));
    stage.press("п1⏎<Ctrl+c>");
    let copied = &stage.copied.last().unwrap().replace('\u{a0}', " ");
    assert!(copied.starts_with("СШ № 1 · Дёмина О. П.\n"), "{copied}");
    assert!(copied.contains("Открытые рекомендации"), "{copied}");
    assert!(!copied.contains(['│', '┌']), "{copied}");
    let said = stage.said();
    assert!(
        said.starts_with("отправлено терминалу: страница, "),
        "{said}"
    );
}

#[test]
fn the_plain_page_has_no_frames() {
    let mut stage = stage((80, 24));
    stage.press("п1⏎<Ctrl+p>");
    let screen = stage.screen();
    assert!(screen.starts_with("СШ № 1 · Дёмина"), "{screen}");
    assert!(!screen.contains(['│', '┌', '─']), "{screen}");
    stage.press("⎋").expect("┌ СШ № 1");
}

#[test]
fn a_file_has_the_moment_in_its_name() {
    let mut stage = stage((80, 24));
    stage.press("→→<Ctrl+e>");
    let (name, text) = stage.files.last().unwrap();
    assert!(
        name.starts_with("smotr-2026-05-23-15") && name.ends_with(".txt"),
        "{name}"
    );
    assert!(text.contains("СШ № 1"), "{text}");
    assert!(stage.said().contains("выгрузка/"), "{}", stage.said());
}

#[test]
fn help_says_once_how_commands_without_a_key_are_reached_and_the_palette_never() {
    let mut stage = stage((200, 200));
    let screen = stage.press("<F1>").screen();
    assert_eq!(screen.matches("щ, затем название").count(), 1, "{screen}");
    let (heading, command) = (
        screen.find("Без клавиши: щ, затем название"),
        screen.find("Приостановить программу"),
    );
    assert!(heading.is_some() && heading < command, "{screen}");
    stage.press("⎋щ").expect("Приостановить программу");
    stage.expect_not("затем название");
}

#[test]
fn a_page_and_a_file_of_a_demo_store_say_so_once() {
    for screen in ["", "<F9>", "<F3>→→к"] {
        let mut stage = demo::stage((80, 24));
        stage.press(screen).press("<Ctrl+p>");
        assert!(stage.screen().starts_with("ДЕМО"), "{}", stage.screen());
        stage.press("<Ctrl+e>");
        let (_, text) = stage.files.last().expect("no file");
        assert_eq!(text.matches("ДЕМО").count(), 1, "{text}");
        assert!(text.starts_with("ДЕМО\n"), "{text}");
    }
    let mut stage = stage((80, 24));
    stage.press("<Ctrl+e>");
    let (_, text) = stage.files.last().expect("no file");
    assert!(!text.contains("ДЕМО"), "{text}");
}

#[test]
fn what_is_about_heads_is_counted_in_heads() {
    let mut stage = story::stage((120, 36));
    let told = |stage: &mut Stage, level: SubjectKind| {
        let state = stage.app.state();
        let (key, _) = (state.indicators.iter())
            .find(|((_, id), it)| {
                it.level == level && matches!(it.measure, Measure::Number { .. }) && id.0 > 0
            })
            .expect("no such indicator");
        let indicator = key.1;
        walk::go_to_indicator(&mut stage.app, indicator);
        let period = stage.app.monitoring.chosen.period.unwrap();
        let state = stage.app.state();
        let municipal = smotr::analysis::municipality::municipal(state, period, indicator);
        let indicator = state.indicator_in(period, indicator).unwrap();
        smotr::tui::show::of_how_many(&stage.app, indicator, &municipal)
    };
    let heads = told(&mut stage, SubjectKind::Person);
    assert!(
        heads.contains("руководител") && !heads.contains("ОО"),
        "{heads}"
    );
    let organisations = told(&mut stage, SubjectKind::Organisation);
    assert!(organisations.ends_with("ОО"), "{organisations}");
}

#[test]
fn help_in_a_form_tells_the_keys_of_the_form_and_nothing_that_is_in_vain() {
    let mut stage = stage((80, 36));
    stage.press("щновая орг⏎<F1>");
    stage
        .expect("Shift+Tab")
        .expect("предыдущее поле")
        .expect("Влево, Вправо, Пробел")
        .expect_not("Возражение")
        .expect_not("В других местах");
}
