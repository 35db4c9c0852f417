//! «Сбор данных» by keys: the page, what is noted on it and without it, of one and of many, and the way to the values and back.

use smotr::analysis::findings::PeriodFindings;
use smotr::analysis::roster::Roster;
use smotr::domain::collection::{Collection, CollectionDeed, CollectionStage, ReceiptForm};
use smotr::domain::command::{Command, PeriodStep, Seen, ValueStep};
use smotr::domain::ids::{OrganisationId, UserId};
use smotr::domain::record::Key;
use smotr::domain::rule::{Confirm, Found};
use smotr::domain::value::{Cell, Entry, Source, Subject, ValueState};
use smotr::tui::command::table::Place;
use smotr::tui::outgoing::Wanted;

use crate::support::stage::Stage;
use crate::support::story;
use crate::support::world::*;

fn of(stage: &Stage, id: OrganisationId) -> Collection {
    let found = stage.state.collection(OPEN, id);
    found.map(|it| it.body.clone()).unwrap_or_default()
}

fn stages(stage: &Stage) -> [CollectionStage; 3] {
    [SCHOOL_1, SCHOOL_2, NURSERY].map(|id| of(stage, id).stage())
}

/// The page with something noted of each of the three.
fn underway(size: (u16, u16)) -> Stage {
    let mut stage = story::stage(size);
    stage.press("<Ctrl+w>").rest();
    // All are asked; of one something came and was taken, of one it was sent back.
    stage.press("ВШ1исх. № 15/101 от 04.05.2026<F2>").rest();
    stage.press("ы<Home>Ш2123 от 12.05.2026⏎⏎фа<F2>").rest();
    stage.press("Ш⏎13.05.2026<F2>").rest();
    stage.press("↓Ш2124 от 13.05.2026<F2>").rest();
    stage
        .press("Ш4нет подписи⇥15.05.2026⇥14.05.2026<F2>")
        .rest();
    stage
}

#[test]
fn what_came_is_noted_in_one_line_and_becomes_the_source_of_what_is_entered_next() {
    let mut stage = story::stage((120, 36));
    // From the screen of values, without the page.
    stage
        .press("п2⏎щполучены⏎")
        .expect("Данные получены · СШ № 2");
    stage.press("вх. № 01-12/57 от 12.05.2026⏎⏎пи<F2>").rest();
    let it = of(&stage, SCHOOL_2);
    assert_eq!(
        it.receipt(),
        Some(("01-12/57", date("2026-05-12"), ReceiptForm::Letter)),
        "{}",
        stage.screen()
    );
    // It is the source of this organisation's values, and of nobody else's.
    let papers = |stage: &Stage| stage.app.entry.papers.clone();
    let (own, before) = (
        Source::Text("вх. № 01-12/57 от 12.05.2026".into()),
        papers(&stage),
    );
    let whose: Vec<_> = before.iter().map(|(whose, it)| (whose.1, it)).collect();
    assert_eq!(whose, [(SCHOOL_2, &own)]);
    assert_eq!(stage.app.entry.source, None);
    stage.expect("источник значений: СШ № 2");
    // The last number is told and none is invented, the form is that which was last; without a number no paper is anybody's source.
    stage.press("<Ctrl+w>").expect("получено 1");
    stage
        .press("<Home>Ш2")
        .expect("последний — № 01-12/57 от 12.05.2026");
    stage.expect("письмо").press("<F2>").rest();
    let found = [SCHOOL_1, NURSERY].map(|id| of(&stage, id).receipt().map(|it| it.0.to_owned()));
    assert!(found.contains(&Some(String::new())), "{found:?}");
    assert_eq!(papers(&stage), before);
    stage.press("о").rest();
    assert_eq!(
        stages(&stage)
            .iter()
            .filter(|it| **it == CollectionStage::Received)
            .count(),
        1
    );
}

#[test]
fn marked_rows_are_noted_in_one_commit_and_whoever_does_not_fit_is_named() {
    let mut stage = story::stage((120, 36));
    stage.press("<Ctrl+w>").rest();
    assert_eq!(stage.app.place(), Place::Collecting);
    let before = stage.commits.len();
    stage.press("вв").expect("выделено ОО: 2");
    stage.press("Ш").expect("1 Запрос направлен").press("⏎");
    stage.press("15/101<F2>").rest();
    assert_eq!(stage.commits.len(), before + 1);
    let asked = stages(&stage);
    let n = asked.iter().filter(|it| **it == CollectionStage::Requested);
    assert_eq!(n.count(), 2, "{}", stage.screen());
    // One of the two has sent something: only that one can be accepted, and it is said who is left out.
    stage.press("ы<Home>Ш2<F2>").rest();
    stage.press("ввШ").expect("1 из 2");
    stage.press("3").expect("отмечено не будет (1): СШ № 1");
    stage.expect("Внесено не всё (1): ");
    stage.press("<F2>").rest();
    let taken = stages(&stage);
    let n = taken.iter().filter(|it| **it == CollectionStage::Accepted);
    assert_eq!(n.count(), 1, "{}", stage.screen());
}

#[test]
fn what_is_sent_back_says_why_and_by_when() {
    let mut stage = underway((120, 36));
    let returned = [SCHOOL_1, SCHOOL_2, NURSERY]
        .map(|id| of(&stage, id))
        .into_iter()
        .find(|it| it.stage() == CollectionStage::Returned)
        .unwrap_or_else(|| panic!("{}", stage.screen()));
    let last = returned.events.last().unwrap();
    assert_eq!(last.on, date("2026-05-14"));
    assert_eq!(
        last.deed,
        CollectionDeed::Returned {
            reason: "нет подписи".into(),
            until: Some(date("2026-05-15")),
        }
    );
    // Past that term since a week.
    stage.expect("8 дней").expect("× возвращено");
    // Everything that happened is a key away.
    stage.press("и").expect("Ход сбора").expect("нет подписи");
    stage.press("⎋");
    // A reminder leaves it where it is; the last mark goes by itself.
    stage.press("Ш").expect("Напоминание направлено").press("⎋");
    stage.press("Ш51").rest();
    stage.expect("● получено").expect_not("× возвращено");
}

#[test]
fn the_rows_are_chosen_and_ordered_and_lead_to_the_values_and_back() {
    let mut stage = underway((120, 36));
    stage.expect("все: 3").press("ф").expect("не прислали: 2");
    stage.press("ф").expect("просрочили: 1");
    stage.press("ф").expect("возвращено на доработку: 1");
    // What has nobody in it is passed over.
    stage.press("ф").expect("получено, внесено не всё: 1");
    stage.press("фф").expect("все: 3");
    stage.press("Я").expect("по этапу").press("Я");
    stage.expect("по просрочке");
    let Some(Key::Collection(_, first)) = stage.app.under_cursor() else {
        panic!("{}", stage.screen());
    };
    // Enter: its row on the sheet, at what is not entered; whatever is done there, Esc leads back to the same line.
    stage.press("⏎");
    assert_eq!(stage.app.place(), Place::Grid, "{}", stage.screen());
    let row = stage.app.sheet.line().and_then(|it| it.leader.organisation);
    assert_eq!(row, Some(first));
    assert!(smotr::tui::screen::sheet::jump::waits(
        &stage.app,
        stage.app.sheet.at
    ));
    stage.press("→→↓⎋").expect("по просрочке");
    assert_eq!(stage.app.under_cursor(), Some(Key::Collection(OPEN, first)));
    stage.press("к");
    assert_eq!(stage.app.place(), Place::Card, "{}", stage.screen());
}

#[test]
fn whoever_may_not_is_told_before_a_form_opens() {
    let mut stage = Stage::new(story::world().state, DOLIN);
    stage.press("<Ctrl+w>").press("Ш");
    assert_eq!(stage.app.place(), Place::Collecting);
    assert!(stage.said().contains("методист"), "{}", stage.said());
    stage.press("<Ctrl+o>");
    assert_eq!(stage.app.place(), Place::Collecting);
}

#[test]
fn pictures_of_the_page() {
    let mut out = String::new();
    for size in [(80, 24), (120, 36)] {
        let stage = underway(size);
        out.push_str(&stage.screen());
        out.push('\n');
    }
    insta::assert_snapshot!("collecting", out);
}

#[test]
fn the_reminder_says_what_was_asked_what_came_and_what_is_missing() {
    let mut out = String::new();
    for (size, keys) in [((80, 40), "Ш4"), ((120, 36), "↓Ш4")] {
        let mut stage = underway(size);
        stage.press(keys).expect("Напоминание · СШ");
        out.push_str(&stage.screen());
        out.push('\n');
        stage.press("⎋");
        assert_eq!(stage.app.place(), Place::Collecting);
    }
    insta::assert_snapshot!("reminder", out);
}

/// What is put into files is the letter alone, under a name that says what it is; each in a file of its own.
#[test]
fn a_reminder_goes_into_a_file_as_it_goes_out() {
    let mut stage = underway((120, 36));
    stage
        .press("<End>щтекст напом⏎")
        .expect("в файл, для печати");
    stage.press("З");
    let [(name, text)] = stage.files.as_slice() else {
        panic!("{:?}", stage.files)
    };
    assert!(
        name.starts_with("Напоминание СШ № ") && name.ends_with(" 2025-26.txt"),
        "{name}"
    );
    assert!(text.starts_with("г. Приозёрск\n\nОрганизация:"), "{text}");
    assert!(!text.contains("Напоминание · "), "{text}");
    stage.press("⎋Вщтекст напом⏎З");
    let Some(Wanted::Papers { folder, files }) = stage.wanted.last() else {
        panic!("{:?}", stage.wanted)
    };
    assert_eq!(folder, "Напоминания 2025-26 23.05.2026");
    assert!(files.len() > 1);
    for (name, text) in files {
        assert!(
            name.starts_with("Напоминание ") && name.ends_with(" 2025-26.txt"),
            "{name}"
        );
        assert_eq!(text.matches("Организация:").count(), 1, "{text}");
    }
}

#[test]
fn the_list_of_those_who_have_not_sent_names_terms_and_what_is_entered() {
    let stage = underway((120, 36));
    let (locale, state) = (&stage.app.locale, &stage.state);
    let narrator = stage.app.narrator();
    let today = stage.app.now.today;
    let all = smotr::report::reminder::Reminders::of(locale, narrator, state, OPEN, today);
    insta::assert_snapshot!("not_sent", all.list(80).join("\n"));
    assert_eq!(all.waited_for().count(), 2);
}

fn submitted(stage: &Stage) -> usize {
    let shard = stage.state.shard(OPEN).unwrap();
    let values = shard.columns().flat_map(|(_, column)| column.values());
    values
        .filter(|it| it.state == ValueState::Submitted)
        .count()
}

#[test]
fn a_direction_of_many_is_handed_in_after_it_is_said_what_stays() {
    let mut stage = story::stage((120, 36));
    stage.press("<Ctrl+w>").rest();
    let (before, commits) = (submitted(&stage), stage.commits.len());
    stage
        .press("Вс")
        .expect("Сдать на проверку")
        .expect("не внесено — ");
    stage.expect("Подойд");
    stage.press("⏎").rest();
    let after = submitted(&stage);
    assert!(after > before + 2, "{}", stage.screen());
    assert_eq!(stage.commits.len(), commits + 1);
    stage.press("о").rest();
    assert_eq!(submitted(&stage), before);
    // Only one direction; what was marked was done with.
    stage.press("Вс⇤→").rest();
    stage.press("<F2>").rest();
    let some = submitted(&stage);
    assert!(before < some && some < after, "{}", stage.screen());
    // Whoever has entered it all does not approve it while there is somebody else.
    stage.press("ВУ").expect("утверждает другой");
    assert_eq!(submitted(&stage), some);
    // Sent back with a reason, of one organisation; kept until it is given.
    stage
        .press("ёВС")
        .expect("Вернуть значения на доработку")
        .press("<F2>");
    assert_eq!(submitted(&stage), some);
    stage.press("сверьте с ведомостью<F2>").rest();
    assert_eq!(submitted(&stage), 0, "{}", stage.screen());
}

#[test]
fn what_is_not_collected_stands_among_what_is_not_ready_and_leads_to_it() {
    let mut stage = underway((120, 36));
    stage.press("⎋<F8>↓⏎Шготовность⏎").rest();
    stage.expect("Возвращено на доработку (1): СШ № 1");
    stage.expect("Данные не поступили (1): СШ № 2");
    let at = (0..40).any(|_| {
        stage.press("↓");
        stage.app.under_cursor() == Some(Key::Collection(OPEN, SCHOOL_1))
    });
    assert!(at, "{}", stage.screen());
    stage.press("⏎").expect("возвращено на доработку: 1");
    assert_eq!(stage.app.place(), Place::Collecting);
}

#[test]
fn what_came_is_noted_by_one_key_wherever_the_organisation_is() {
    let mut stage = story::stage((120, 36));
    stage.press("<Ctrl+w>").expect("Ctrl+O получено");
    stage.press("<Ctrl+o>").expect("Данные получены · ");
    stage.press("вх. 101<F2>").rest();
    let came = |stage: &Stage| {
        let all = [SCHOOL_1, SCHOOL_2, NURSERY]
            .map(|id| of(stage, id).receipt().map(|it| it.0.to_owned()));
        all.into_iter().flatten().collect::<Vec<_>>()
    };
    assert_eq!(came(&stage), ["101"], "{}", stage.screen());
    // Of the rows that are marked on the sheet, each organisation once.
    stage.press("⎋<F4><Ctrl+Home>в↓↓<Ctrl+o>");
    stage.expect("выделено ОО: ");
}

#[test]
fn a_second_request_to_many_leaves_the_first_ones_as_they_are() {
    let mut stage = story::stage((120, 36));
    stage.press("<Ctrl+w>").press("вШ1<Home>15/101<F2>").rest();
    let before: Vec<_> = [SCHOOL_1, SCHOOL_2, NURSERY]
        .map(|id| of(&stage, id).request().map(|it| it.0.to_owned()))
        .into();
    assert_eq!(before.iter().flatten().count(), 1, "{}", stage.screen());
    stage.press("ВШ").expect("2 из 3").press("1");
    stage.expect("Запрос уже отмечен и останется прежним (1)");
    stage.press("15/202<F2>").rest();
    let numbers: Vec<_> = [SCHOOL_1, SCHOOL_2, NURSERY]
        .map(|id| of(&stage, id).request().map(|it| it.0.to_owned()))
        .into();
    assert_eq!(
        numbers
            .iter()
            .flatten()
            .filter(|it| *it == "15/101")
            .count(),
        1
    );
    assert_eq!(
        numbers
            .iter()
            .flatten()
            .filter(|it| *it == "15/202")
            .count(),
        2
    );
}

#[test]
fn nobody_who_has_sent_is_reminded() {
    let mut stage = underway((120, 36));
    // The one that was accepted.
    let accepted = [SCHOOL_1, SCHOOL_2, NURSERY]
        .into_iter()
        .find(|id| of(&stage, *id).stage() == CollectionStage::Accepted);
    let name = stage.app.narrator().organisation(accepted.unwrap());
    let mut steps = 0;
    while stage.app.under_cursor() != Some(Key::Collection(OPEN, accepted.unwrap())) && steps < 5 {
        stage.press(if steps < 3 { "↑" } else { "↓" });
        steps += 1;
    }
    stage.press("щтекст напом⏎");
    assert!(
        stage.said().contains(&name) && stage.said().contains("Напоминать не о чем"),
        "{}",
        stage.said()
    );
    assert_eq!(stage.app.place(), Place::Collecting);
    // Of many it is left out, and said so.
    stage
        .press("Вщтекст напом⏎")
        .expect("письма не нужно, ОО: 1");
}

#[test]
fn what_is_approved_or_not_mended_goes_only_on_purpose() {
    let mut stage = story::stage((120, 36));
    stage.press("<Ctrl+w>").press("Вс<F2>").rest();
    let n = submitted(&stage);
    assert!(n > 3);
    stage.press("ВС").expect("Подойд");
    stage.press("сверьте<F2>").rest();
    assert_eq!(submitted(&stage), 0);
    // Nothing was mended: nothing is handed in, but on purpose.
    stage.press("Вс").expect("возвращено и не исправлено — ");
    stage.expect("оставить на доработке").press("⎋");
    assert_eq!(submitted(&stage), 0);
    stage.press("Вс⇤→<F2>").rest();
    assert_eq!(submitted(&stage), n, "{}", stage.screen());
}

#[test]
fn what_is_asked_after_something_came_is_another_request_and_a_slip_is_put_right() {
    let mut stage = story::stage((120, 36));
    let way = |stage: &Stage| of(stage, NURSERY).events;
    let form = |stage: &Stage| {
        let screen = stage.screen();
        screen
            .split("┌ Запрос направлен")
            .nth(1)
            .unwrap()
            .to_owned()
    };
    stage.press("<Ctrl+w><Home>").rest();
    stage.press("Ш115/101 от 04.05.2026<F2>").rest();
    // Nothing came yet: no second request, and it is said what there is instead.
    stage.press("щзапрос направлен⏎");
    assert!(
        stage.said().contains("«Исправить запрос»"),
        "{}",
        stage.said()
    );
    stage.press("<Ctrl+o>123 от 12.05.2026<F2>").rest();
    // The number is empty, the day today's, and nobody has noted anything else.
    stage.press("Ш").expect("1 Запрос направлен").press("1");
    stage
        .expect("Новый запрос")
        .expect_not("здесь уже записано");
    let form = form(&stage);
    assert!(
        !form.contains("15/101") && form.contains("23.05.2026"),
        "{form}"
    );
    stage.press("15/202<F2>").rest();
    let asked = |it: &str| CollectionDeed::Requested { number: it.into() };
    assert_eq!(way(&stage).len(), 3, "{}", stage.screen());
    assert_eq!(way(&stage)[0].deed, asked("15/101"));
    assert_eq!(way(&stage)[2].deed, asked("15/202"));
    stage.expect("запрошено");
    // The slip is put right, where it stands, and the first stays what it was.
    stage.press("Ш").expect("1 Исправить запрос").press("1");
    stage.expect("15/202").expect_not("здесь уже записано");
    stage.press("15/203<F2>").rest();
    assert_eq!(way(&stage).len(), 3, "{}", stage.screen());
    assert_eq!(way(&stage)[0].deed, asked("15/101"));
    assert_eq!(way(&stage)[2].deed, asked("15/203"));
}

/// Values of a school that Орлова has entered and that are on review.
fn on_review(stage: &Stage, id: OrganisationId) -> Vec<Cell> {
    let shard = stage.state.shard(OPEN).unwrap();
    let mut found = Vec::new();
    for (indicator, column) in shard.columns() {
        let value = column.get(&Subject::Organisation(id));
        let is_hers =
            value.is_some_and(|it| it.state == ValueState::Submitted && it.entered_by == ORLOVA);
        found.extend(is_hers.then_some(cell(indicator, id)));
    }
    found
}

/// What somebody else does with values.
fn stepped(stage: &mut Stage, user: UserId, cells: &[Cell], step: ValueStep) {
    let seen = |it: &Cell| (*it, rev(&stage.state, Key::Value(*it)));
    let cells = cells.iter().map(seen).collect();
    let command = Command::StepValues { cells, step };
    stage.other(user, command).unwrap();
}

#[test]
fn whoever_entered_is_told_once_what_became_of_it_and_sees_how_much_is_where() {
    let mut stage = story::stage((80, 24));
    stage.press("<Ctrl+w>").expect_not("Пров.");
    stage.press("Вс<F2>").rest();
    stage
        .expect("на проверке ")
        .expect("Пров.")
        .expect_not("Дораб.");
    let cells = on_review(&stage, SCHOOL_2);
    assert!(cells.len() > 1, "{}", stage.screen());
    let back = ValueStep::Return {
        reason: "сверьте с ведомостью".into(),
    };
    stepped(&mut stage, GROMOV, &cells[..2], back.clone());
    assert_eq!(
        stage.said(),
        "Громов: на доработку возвращены 2 значения (СШ № 2)"
    );
    stage.expect("на доработке 2 значения").expect("Дораб.");
    // The next key has read it; what is taken back is told as such.
    stage.press("↓");
    assert_eq!(stage.said(), "");
    stage.other(GROMOV, Command::Undo).unwrap();
    assert_eq!(
        stage.said(),
        "Громов: шаг отменён, 2 значения снова «на проверке» (СШ № 2)"
    );
    stepped(&mut stage, GROMOV, &cells[..1], ValueStep::Approve);
    assert_eq!(stage.said(), "Громов: утверждено 1 значение (СШ № 2)");
    // Another number in place of what she has entered.
    stage.press("↓");
    let entry = Entry::NoData {
        reason: "отчёта нет".into(),
    };
    let over = set(&stage.state, cells[1], entry);
    stage.other(BELOVA, over).unwrap();
    assert_eq!(
        stage.said(),
        "Белова: заменено внесённое вами, 1 значение (СШ № 2)"
    );
    // The rows in which something waits are a selection of their own.
    stage.press("ффф").rest();
    let left = on_review(&stage, SCHOOL_2);
    stepped(&mut stage, GROMOV, &left[..1], back);
    let found = (0..10).any(|_| {
        stage.press("ф");
        stage.shows("есть значения на доработке: 1")
    });
    assert!(found, "{}", stage.screen());
}

#[test]
fn whoever_approves_is_told_what_was_handed_in_and_nobody_else_is() {
    let world = story::world();
    let mut head = Stage::new(world.state.clone(), GROMOV);
    let mut other = Stage::new(world.state, VETROV);
    let hers = |stage: &Stage| {
        let shard = stage.state.shard(OPEN).unwrap();
        let all = shard.columns().flat_map(|(indicator, column)| {
            column.iter().map(move |(subject, value)| {
                let (period, subject) = (OPEN, *subject);
                let cell = Cell {
                    period,
                    indicator,
                    subject,
                };
                (cell, value.state.clone(), value.entry.clone())
            })
        });
        let entered = all.filter(|it| it.1 == ValueState::Entered && it.2 != Entry::Empty);
        entered
            .map(|it| it.0)
            .find(|it| it.subject == Subject::Organisation(SCHOOL_1))
            .unwrap()
    };
    for stage in [&mut head, &mut other] {
        let cell = hers(stage);
        stepped(stage, ORLOVA, &[cell], ValueStep::Submit);
    }
    assert_eq!(head.said(), "Орлова: на проверку сдано 1 значение (СШ № 1)");
    assert_eq!(other.said(), "");
}

/// A world in which Белова has handed in two values of a school, one of them with a base that somebody has put otherwise since.
fn doubted() -> (World, [Cell; 2]) {
    let mut world = World::new();
    let cells = [cell(RATIO, SCHOOL_1), cell(COUNT, SCHOOL_1)];
    for (it, entry) in cells.into_iter().zip([ratio("18", "24"), entry("3")]) {
        let enters = set(&world.state, it, entry);
        world.act_as(BELOVA, enters).unwrap();
    }
    world.teachers(SCHOOL_1, "25");
    let submit = Command::StepValues {
        cells: cells
            .map(|it| (it, rev(&world.state, Key::Value(it))))
            .into(),
        step: ValueStep::Submit,
    };
    world.act_as(BELOVA, submit).unwrap();
    (world, cells)
}

#[test]
fn what_a_rule_of_high_importance_has_found_is_approved_only_on_purpose() {
    let (world, [wrong, other]) = doubted();
    let mut stage = Stage::new(world.state, GROMOV);
    let state = |stage: &Stage, it| stage.state.value(it).unwrap().state.clone();
    stage.press("<Ctrl+w>ВУ").rest();
    stage.expect("Подойдёт 1 значение.");
    stage.expect("разобрано — 1 (1.1 · СШ № 1).");
    stage.press("<F2>").rest();
    assert_eq!(
        state(&stage, wrong),
        ValueState::Submitted,
        "{}",
        stage.screen()
    );
    assert_eq!(state(&stage, other), ValueState::Approved);
    // What is left is only what was found: it goes by saying so.
    stage.press("ВУ").expect("не утверждать, пока не разобраны");
    stage.press("⇤→").expect("Из них с важными замечаниями: 1.");
    stage.press("<F2>").rest();
    assert_eq!(
        state(&stage, wrong),
        ValueState::Approved,
        "{}",
        stage.screen()
    );
}

#[test]
fn one_value_in_which_something_was_found_is_asked_about_before_it_is_approved() {
    let (world, [wrong, other]) = doubted();
    let mut stage = Stage::new(world.state, GROMOV);
    let state = |stage: &Stage, it| stage.state.value(it).unwrap().state.clone();
    let approve = |stage: &mut Stage, it| {
        smotr::tui::screen::monitoring::walk::go_to_cell(&mut stage.app, it);
        stage.press("У").rest();
    };
    approve(&mut stage, other);
    assert_eq!(state(&stage, other), ValueState::Approved);
    approve(&mut stage, wrong);
    stage.expect("не утверждать, пока не разобраны");
    assert_eq!(state(&stage, wrong), ValueState::Submitted);
    stage.press("⇤→<F2>").rest();
    assert_eq!(state(&stage, wrong), ValueState::Approved);
}

#[test]
fn whoever_closes_is_told_what_only_its_author_has_confirmed() {
    for (user, is_told) in [(BELOVA, true), (ORLOVA, false)] {
        let (mut world, [wrong, _]) = doubted();
        let roster = Roster::of(&world.state, OPEN);
        let found = PeriodFindings::of(&world.state, &roster).get(wrong)[0].clone();
        let confirm = Command::Confirm(Confirm {
            found: vec![Found {
                cell: wrong,
                rule: found.rule,
                seen: Seen::Absent,
                mark: found.mark,
            }],
            note: "один педагог принят после 20.05".into(),
        });
        world.act_as(user, confirm).unwrap();
        let mut stage = Stage::new(world.state, GROMOV);
        stage.press("<F8>↓⏎Шзакрыть п⏎").rest();
        assert_eq!(
            stage.shows("1 важное замечание подтверждено только автором"),
            is_told,
            "{}",
            stage.screen()
        );
    }
}

#[test]
fn a_period_on_review_says_so_and_lets_nothing_be_entered_over_what_is_approved() {
    let (mut world, [_, approved]) = doubted();
    let approve = Command::StepValues {
        cells: vec![(approved, rev(&world.state, Key::Value(approved)))],
        step: ValueStep::Approve,
    };
    world.act_as(GROMOV, approve).unwrap();
    let review = Command::StepPeriod {
        id: OPEN,
        seen: rev(&world.state, Key::Period(OPEN)),
        step: PeriodStep::Review,
    };
    world.act_as(GROMOV, review).unwrap();
    let mut stage = Stage::new(world.state, BELOVA);
    stage.expect("период на проверке");
    stage
        .press("<Ctrl+w>")
        .expect("период на проверке")
        .press("⎋");
    smotr::tui::screen::monitoring::walk::go_to_cell(&mut stage.app, approved);
    stage.press("5");
    assert!(
        stage.said().contains("период на проверке"),
        "{}",
        stage.said()
    );
    assert_eq!(stage.state.value(approved).unwrap().entry, entry("3"));
}
