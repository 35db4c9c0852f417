//! Journeys of two people as keys: what one does, the other sees; what both do at once, each is asked about, and nothing is dropped.

use crate::support::pair::Company;
use crate::support::stage::Stage;
use crate::support::world::{BELOVA, COUNT, DOLIN, GROMOV, ORLOVA, SEROVA, VETROV, cell, rev};
use crate::two_values::{both, here, n, number};

/// The line of a stage's screen that has this text.
fn line(stage: &Stage, text: &str) -> String {
    let screen = stage.screen();
    let found = screen.lines().find(|it| it.contains(text));
    found
        .unwrap_or_else(|| panic!("«{text}» is not on the screen:\n{screen}"))
        .to_owned()
}

#[test]
fn what_one_enters_the_other_sees_with_author_and_time_and_the_cursor_stays() {
    let mut company = Company::two();
    let before = company.at("belova").draw().1;
    company.play("orlova: 7⏎↑");
    let belova = company.at("belova");
    belova.expect("» изменено: Орлова,");
    assert!(belova.said().contains("теперь «7"), "{}", belova.said());
    assert_eq!(belova.draw().1, before);
    // The mark goes when one has been there and gone on.
    company.play("belova: ↓↑").rest();
    company.at("belova").expect_not("изменено:");
}

#[test]
fn a_change_in_another_row_is_marked_there_until_one_has_been_there() {
    let mut company = Company::two();
    company.play("belova: ↓\norlova: 7⏎↑").rest();
    let row = line(company.at("belova"), " ДС № 1");
    assert!(row.contains("ДС № 1") && row.contains('◄'), "{row}");
    // Where nobody is any more, what was done there is seen.
    company.play("orlova: ↓↓").rest();
    let row = line(company.at("belova"), " ДС № 1");
    assert!(row.contains('»'), "{row}");
    company.play("belova: ↑↓").rest();
    let row = line(company.at("belova"), " ДС № 1");
    assert!(!row.contains('»'), "{row}");
}

#[test]
fn an_open_editor_is_left_alone_by_what_others_do() {
    let mut company = Company::two();
    company.play("belova: ↓1");
    let before = company.at("belova").draw().1;
    company.play("orlova: 7⏎");
    let belova = company.at("belova");
    assert_eq!(belova.draw().1, before);
    belova.expect("1 ед.");
    company.play("belova: ⏎");
    let school = cell(COUNT, crate::support::world::SCHOOL_1);
    let there = company.state.value(school).unwrap().entry.clone();
    assert_eq!(Some(there), n(1));
}

#[test]
fn undo_of_what_a_colleague_has_changed_since_says_what_is_there_and_changes_nothing() {
    let mut company = Company::two();
    company.play("orlova: 7⏎↑\nbelova: 4⏎\norlova: о");
    assert_eq!(number(&company), n(4));
    let said = company.at("orlova").said();
    assert!(said.contains("Белова") && said.contains('4'), "{said}");
    assert!(said.contains("Отменить своё нельзя"), "{said}");
    assert!(!said.contains("Введённое"), "{said}");
    // A colleague's undo takes back their own, and only that.
    company.play("belova: о");
    assert_eq!(number(&company), n(7));
}

#[test]
fn who_is_here_is_seen_on_the_frame_in_the_row_and_in_the_list() {
    let mut company = Company::two();
    company.play("belova: ↓↓").rest();
    let orlova = company.at("orlova");
    orlova.expect("здесь: Белова · 1.2 · СШ № 2");
    let row = line(orlova, " СШ № 2");
    assert!(row.contains('◄'), "{row}");
    company.play("belova: 5").rest();
    company
        .at("orlova")
        .expect("здесь: Белова · 1.2 · СШ № 2, правка");
    // Whoever searches edits nothing.
    company.play("belova: ⎋п").rest();
    company.at("orlova").expect_not(", правка");
    company.play("belova: ⎋<F9>").rest();
    company.at("orlova").expect("здесь: Белова · Журнал");
    company.play("orlova: щКто здесь⏎");
    company.at("orlova").expect("Белова · Журнал").expect("с ");
    company.kill("belova");
    company.play("orlova: ⎋").rest();
    company.at("orlova").expect_not("здесь:");
    company.play("orlova: щКто здесь⏎");
    company.at("orlova").expect("Кроме вас, здесь никого.");
}

#[test]
fn two_windows_of_one_person_are_one_person() {
    let mut company = Company::two();
    company.sit("belova again", BELOVA);
    company.play("belova again: ⏎2⏎↓").rest();
    company
        .at("orlova")
        .expect("здесь: Белова · 1.2 · ДС № 1, 1.2 · СШ № 1");
    let own = company.at("belova again").screen();
    assert!(own.contains("здесь: Орлова"), "{own}");
    assert!(!own.contains("здесь: Белова"), "{own}");
}

#[test]
fn a_lost_server_keeps_what_was_typed_and_what_was_sent_arrives_once() {
    let mut company = Company::two();
    company.lost_answers = 1;
    // Carried out, but nobody said so before the end.
    company.play("orlova: 7⏎");
    company.cut("orlova");
    let orlova = company.at("orlova");
    orlova.expect("Связь потеряна, правки сохранены");
    // Reading goes on, and writing waits.
    company.play("orlova: 8⏎↑").rest();
    company
        .at("orlova")
        .expect("ждёт связи")
        .expect("нет связи");
    company.play("orlova: ↓рНачатое").rest();
    assert_eq!(
        company
            .commits
            .iter()
            .filter(|it| it.actor == ORLOVA)
            .count(),
        1
    );
    company.mend("orlova");
    company
        .at("orlova")
        .expect("Связь восстановлена")
        .expect("Начатое");
    assert_eq!(
        company
            .commits
            .iter()
            .filter(|it| it.actor == ORLOVA)
            .count(),
        2
    );
    company.play("orlova: ⎋").rest();
    company
        .at("orlova")
        .expect_not("ждёт связи")
        .expect_not("нет связи");
}

#[test]
fn what_was_kept_in_two_windows_without_a_server_is_there_in_both_with_it() {
    let mut company = Company::two();
    company.sit("orlova again", ORLOVA);
    company.play("orlova again: ⏎2⏎");
    company.cut("orlova").cut("orlova again");
    company.play("orlova: 7⎋\norlova again: 8⎋").rest();
    company.kill("orlova");
    company.mend("orlova again").rest();
    company.at("orlova again").expect("незаконченных: 2");
    company.sit("orlova", ORLOVA);
    company.at("orlova").expect("Незаконченных записей: 2");
    // What one throws away is gone for the other.
    company.play("orlova: <Ctrl+x>⏎").rest();
    company.at("orlova again").expect("незаконченных: 1");
}

#[test]
fn a_recommendation_that_both_edit_is_resolved_each_of_the_three_ways() {
    for (answer, text) in [
        ("1", "План Беловой"),
        ("2", "План Орловой"),
        ("3", "План Беловой\nПлан Орловой"),
    ] {
        let mut company = Company::two();
        company.play("orlova: рПлан⇥⇥+30<F2>").rest();
        company.rest();
        let edit = "⇥<Home>↓↓<F2>";
        company.play(&format!("orlova: {edit} Орловой\nbelova: {edit} Беловой"));
        company.play("belova: <F2>\norlova: <F2>");
        company
            .at("orlova")
            .expect("Уже записано (Белова,")
            .expect("Набрано здесь (Орлова,")
            .expect("1 [ Оставить записанное ]")
            .expect("3 [ Соединить: записанное, под ним набранное здесь ]");
        company.play(&format!("orlova: {answer}"));
        if answer == "3" {
            company.at("orlova").expect("Проверьте текст и запишите");
            company.play("orlova: <F2>");
        }
        company.rest();
        let there = company.state.recommendations.values().next().unwrap();
        assert_eq!(there.text, text);
        let left = usize::from(answer == "1");
        assert_eq!(company.at("orlova").app.drafts.len(), left);
    }
}

#[test]
fn whoever_is_barred_is_told_why_and_what_to_do() {
    use smotr::service::link::{Bar, News};
    let mut company = Company::two();
    company.cut("belova");
    let belova = company.at("belova");
    let theirs = "9.9.9".to_owned();
    belova.event_of(News::Barred(Bar::Version { theirs }));
    let said = belova.said();
    assert!(
        said.contains("9.9.9") && said.contains("запустите смотр снова"),
        "{said}"
    );
    belova.expect("нет доступа");
    company.mend("belova");
    company.at("belova").expect_not("нет доступа");
}

#[test]
fn without_a_link_nothing_is_undone_later_unseen() {
    let mut company = Company::two();
    company.play("orlova: 7⏎↑").cut("orlova").play("orlova: оо");
    let said = company.at("orlova").said();
    assert!(said.contains("Пока связи нет"), "{said}");
    company.mend("orlova").rest();
    assert_eq!(number(&company), n(7));
}

#[test]
fn whoever_leaves_is_told_what_has_not_been_sent() {
    let mut company = Company::two();
    company.cut("orlova").play("orlova: 7⏎8⏎<F10>");
    let orlova = company.at("orlova");
    let said = orlova.said();
    assert!(said.contains("Не отправлены 2 значения"), "{said}");
    assert!(!orlova.left);
    company.play("orlova: <Ctrl+s>");
    let said = company.at("orlova").said();
    assert!(said.contains("Ждут связи 2 значения"), "{said}");
    company.play("orlova: <F10>");
    assert!(company.at("orlova").left);
}

/// Names are hidden from an observer who has the journal open.
#[test]
fn a_journal_on_the_screen_says_no_name_that_is_hidden_by_now() {
    use smotr::domain::record::{Key, Record};
    use smotr::service::link::{News, Welcome, Writing};
    let mut company = Company::two();
    company.sit("dolin", DOLIN);
    company.play("orlova: 7⏎\ndolin: <F9>").rest();
    company.at("dolin").expect("Орлова");
    let mut state = company.state.clone();
    let (key, stamp) = (Key::User(DOLIN), state.users[&DOLIN].stamp);
    let mut user = state.users[&DOLIN].body.clone();
    user.names = !user.names;
    state.put(key, Some(Record::User(user)), stamp);
    let welcome = Welcome {
        store: smotr::domain::ids::StoreMark(7),
        user: DOLIN,
        state,
        unsaved: Vec::new(),
        writing: Writing::Open,
    };
    let dolin = company.at("dolin");
    dolin.event_of(News::Again(Box::new(welcome)));
    dolin.expect_not("Орлова");
}

#[test]
fn what_was_carried_out_just_before_the_access_was_closed_is_not_unfinished() {
    use smotr::service::link::News;
    let mut company = Company::two();
    company.slow("belova").play("belova: рПлан⇥⇥+30<F2>").rest();
    let belova = company.at("belova");
    let id = *belova.app.kept_until_done.keys().next().unwrap();
    company.retire(BELOVA, true);
    let commit = company.commits.last().unwrap().clone();
    let belova = company.at("belova");
    belova.event_of(News::Committed(commit.clone()));
    assert!(belova.app.is_shut() && !belova.app.drafts.is_empty());
    let answer = smotr::service::link::Answer::Done(commit);
    belova.event_of(News::Answer { id, answer });
    assert!(belova.app.drafts.is_empty(), "{:?}", belova.app.drafts);
}

/// Белова is let go while she types, and let in again.
#[test]
fn whoever_is_let_go_sees_that_and_no_name_and_keeps_what_was_typed() {
    use smotr::service::link::{Bar, News};
    let mut company = Company::two();
    company.play("belova: рПлан ").rest();
    company.retire(BELOVA, true);
    let belova = company.at("belova");
    for keys in ["", "з", "рх", "<F9>", "<F1>", "п12⏎", "у", "<F2>"] {
        belova.press_and_rest(keys);
        belova
            .expect("Доступ закрыт")
            .expect("smotr user add belova");
        belova.expect_not("СШ").expect_not("Дёмина");
    }
    for name in ["СШ", "ДС", "Дёмина", "Орлова", "Зимин"] {
        let memory = format!("{:?}", belova.app);
        assert!(!memory.contains(name), "{name}");
    }
    insta::assert_snapshot!("shut_120x36", belova.screen());
    company.cut("belova");
    let account = "belova".to_owned();
    company.resize("belova", 60, 16);
    let belova = company.at("belova");
    belova.event_of(News::Barred(Bar::Stranger { account }));
    insta::assert_snapshot!("shut_60x16", belova.screen());
    company.resize("belova", 120, 36);
    company.retire(BELOVA, false);
    company.mend("belova");
    let belova = company.at("belova");
    belova.expect_not("Доступ закрыт").expect("СШ № 1");
    belova.press_and_rest("й");
    belova.expect("План");
}

#[test]
fn the_three_answers_as_they_look() {
    let mut company = both();
    company.resize("orlova", 80, 24);
    insta::assert_snapshot!("together_cell_80x24", company.at("orlova").screen());
    company.play("orlova: ⎋").rest();
    insta::assert_snapshot!("together_cell_put_off_80x24", company.at("orlova").screen());
    let mut company = Company::two();
    company.play("orlova: рПлан⇥⇥+30<F2>").rest();
    let edit = "⇥<Home>↓↓<F2>";
    company.play(&format!("orlova: {edit} Орловой\nbelova: {edit} Беловой"));
    company.play("belova: <F2>\norlova: <F2>");
    company.resize("orlova", 80, 24);
    insta::assert_snapshot!("together_form_80x24", company.at("orlova").screen());
}

#[test]
fn whoever_edits_a_recommendation_sees_who_else_does_and_that_another_text_is_recorded() {
    let mut company = Company::two();
    company.play("orlova: рПлан⇥⇥+30<F2>").rest();
    let edit = "⇥<Home>↓↓<F2>";
    company
        .play(&format!("orlova: {edit} Орловой\nbelova: {edit} Беловой"))
        .rest();
    company.at("orlova").expect("└ здесь: Белова, правка ─");
    company.play("belova: <F2>").rest();
    company
        .at("orlova")
        .expect("Белова, 15:00: здесь уже записано другое, F2 покажет обе версии")
        .expect("План Орловой")
        .expect_not("здесь: Белова, правка");
    company.play("orlova: <F2>");
    company.at("orlova").expect("Набрано здесь");
}

#[test]
fn whoever_writes_a_new_recommendation_learns_that_a_colleague_has_just_written_one() {
    let mut company = Company::two();
    company
        .play("orlova: рПлан Орловой\nbelova: рПлан Беловой⇥⇥+30")
        .rest();
    company.at("orlova").expect("└ здесь: Белова, правка ─");
    company.play("belova: <F2>").rest();
    company
        .at("orlova")
        .expect("об этом же уже записано «План Беловой»")
        .expect("План Орловой");
    // A form over a page is about the page's record, whatever lies below.
    company.play("orlova: ⎋↓пПлан Беловой⏎Ш⏎").rest();
    company
        .at("belova")
        .expect("здесь: Орлова · рекомендация · 1.2 · ДС № 1, правка");
    // What was there before the form was opened is no news.
    company.play("belova: р");
    company.at("belova").expect_not("об этом же");
}

#[test]
fn of_many_who_are_here_as_many_are_named_as_fit() {
    let mut company = Company::two();
    for (name, user) in [("vetrov", VETROV), ("gromov", GROMOV), ("serova", SEROVA)] {
        company.sit(name, user);
        company.play(&format!("{name}: ↓"));
    }
    company.rest();
    for (width, said) in [
        (80, "здесь: Белова, Ветров, Громов, Серова"),
        (40, "здесь: Белова, Ветров и ещё 2"),
        (28, "здесь: Белова и ещё 3"),
        (20, "здесь ещё 4 человека"),
    ] {
        let line = smotr::tui::presence::line(&company.at("orlova").app, width - 6);
        assert_eq!(line.as_deref(), Some(said), "{width}");
    }
}

/// A revision is what one has seen: nobody overwrites what they have not.
#[test]
fn everybody_sees_the_same_revision_in_the_end() {
    let mut company = both();
    company.play("orlova: 2").rest();
    let there = rev(&company.state, smotr::domain::record::Key::Value(here()));
    for name in ["orlova", "belova"] {
        let seen = company
            .at(name)
            .app
            .mirror
            .seen(smotr::domain::record::Key::Value(here()));
        assert_eq!(seen, smotr::domain::command::Seen::At(there), "{name}");
    }
}

/// A refused key stays said beside what a colleague has done, however much that is.
#[test]
fn of_what_a_colleague_does_the_last_stands_before_a_warning() {
    use smotr::tui::status::Tone;
    let mut company = Company::two();
    let status = &mut company.at("orlova").app.status;
    status.tell(Tone::Warning, "Эта клавиша здесь не действует.".into());
    company.play("belova: 4⏎↑5⏎↑6⏎");
    let said = company.at("orlova").said();
    assert_eq!(said.matches("теперь").count(), 1, "{said}");
    assert!(
        said.contains("теперь «6") && said.contains("не действует"),
        "{said}"
    );
}
