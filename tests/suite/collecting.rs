//! «Сбор данных» by keys: the page, what is noted on it and without it, of one and of many, and the way to the values and back.

use smotr::domain::collection::{Collection, CollectionDeed, CollectionStage, ReceiptForm};
use smotr::domain::ids::OrganisationId;
use smotr::domain::record::Key;
use smotr::domain::value::Source;
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
    // The next number is offered, and the form that was last; left as it is, the source stays.
    stage.press("<Ctrl+w>").expect("получено 1");
    stage.press("<Home>Ш2").expect("01-12/58").expect("письмо");
    stage.press("⇥⇥⇥ос<F2>").rest();
    let found = [SCHOOL_1, NURSERY].map(|id| of(&stage, id).receipt().map(|it| it.0.to_owned()));
    assert!(found.contains(&Some("01-12/58".to_owned())), "{found:?}");
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
    stage.press("2").expect("отмечено не будет (1): СШ № 1");
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
        .filter(|it| it.state == smotr::domain::value::ValueState::Submitted)
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
