//! Two people enter different values into one cell: what counts meanwhile, what is asked and when, and what each answer does.

use smotr::domain::value::{Cell, Entry, Value};
use smotr::tui::show::direction_figure;

use crate::support::pair::Company;
use crate::support::stage::Stage;
use crate::support::world::{
    BELOVA, COMPETENCES, CONDITIONS, COUNT, GROMOV, NURSERY, ORLOVA, cell, set,
};

pub fn here() -> Cell {
    cell(COUNT, NURSERY)
}

pub fn value(company: &Company) -> Option<Value> {
    company.state.value(here()).map(|it| it.body.clone())
}

pub fn number(company: &Company) -> Option<Entry> {
    value(company).map(|it| it.entry)
}

pub fn n(number: i64) -> Option<Entry> {
    Some(Entry::Number(number.into()))
}

/// Both enter the same cell at once; Белова's was first.
pub fn both() -> Company {
    let mut company = Company::two();
    company.slow("orlova").play("orlova: 7⏎↑");
    company.at("orlova").expect("… записывается");
    company.play("belova: 4⏎");
    company.let_go("orlova");
    company
        .at("orlova")
        .expect("изменено одновременно")
        .expect("1 Оставить чужое (Белова, 15:00)")
        .expect(" 4 ед.│")
        .expect("2 Записать моё (Орлова, 15:00)")
        .expect(" 7 ед.│");
    company.rest();
    company
}

/// What is computed of the directions: their indices, and how much is entered.
fn figures(stage: &Stage) -> Vec<(String, usize)> {
    let app = &stage.app;
    let filling = &app.derived.as_ref().unwrap().filling;
    let of = |it| (direction_figure(app, it), filling.direction(it).entered);
    [CONDITIONS, COMPETENCES].map(of).to_vec()
}

#[test]
fn a_value_that_waits_for_a_choice_counts_nowhere() {
    // Белова has cleared the cell, or has put another number there; Орлова's number waits.
    for theirs in ["2⏎", "⌦"] {
        let mut company = Company::two();
        company
            .play("orlova: 1⏎↑")
            .slow("orlova")
            .play("orlova: 3⏎↑");
        company.play(&format!("belova: {theirs}")).let_go("orlova");
        company.at("orlova").expect("изменено одновременно");
        company.sit("fresh", GROMOV);
        assert_eq!(
            figures(company.at("orlova")),
            figures(company.at("fresh")),
            "{theirs}"
        );
    }
}

/// Орлова's number is refused while she is in another row already.
fn both_and_gone_on() -> Company {
    let mut company = Company::two();
    company.slow("orlova").play("orlova: 7⏎");
    company.play("belova: 4⏎").let_go("orlova");
    company.at("orlova").expect_not("Записать моё");
    company
}

#[test]
fn a_refusal_in_another_row_names_the_key_that_asks_the_question() {
    let mut company = both_and_gone_on();
    let said = company.at("orlova").said();
    assert!(
        said.contains("вернитесь в эту строку и нажмите з."),
        "{said}"
    );
}

#[test]
fn each_key_that_edits_asks_which_of_two_values_stays() {
    for key in ["з", "<F2>", "⏎", "й"] {
        let mut company = both_and_gone_on();
        company.play(&format!("orlova: ↑{key}"));
        company.at("orlova").expect("2 Записать моё");
    }
    // Also from the list of what is unfinished, wherever one is.
    let mut company = both_and_gone_on();
    company.play("orlova: й⏎");
    company.at("orlova").expect("2 Записать моё");
    // A number typed is a third answer of one's own.
    let mut company = both_and_gone_on();
    company.play("orlova: ↑5");
    company.at("orlova").expect("заменит «4 ед.» (Белова,");
    company.play("orlova: ⏎").rest();
    assert_eq!(number(&company), n(5));
    company.at("orlova").expect_not("незаконченных");
}

#[test]
fn an_editor_overtaken_says_that_it_will_ask_and_asks() {
    let mut company = Company::two();
    company.play("orlova: 7\nbelova: 4⏎");
    company
        .at("orlova")
        .expect("Белова, 15:00: здесь уже")
        .expect("«4 ед.», Enter предложит выбрать")
        .expect_not("заменит");
    company.play("orlova: ⏎");
    company.at("orlova").expect("2 Записать моё");
    assert_eq!(number(&company), n(4), "nothing is sent before the choice");
    company.rest().play("orlova: 2").rest();
    assert_eq!(number(&company), n(7));
    // Taken back: neither is there anything to replace.
    let mut company = Company::two();
    company.play("belova: 4⏎\norlova: 7\nbelova: о");
    company.at("orlova").expect("Enter предложит выбрать");
    // The same number is no conflict.
    let mut company = Company::two();
    company.play("orlova: 7\nbelova: 7⏎");
    company.at("orlova").expect_not("Enter предложит");
    company.play("orlova: ⏎");
    company.at("orlova").expect_not("Записать моё");
}

/// The next row's number, typed without a look at the screen, must not choose for this one.
#[test]
fn what_is_typed_on_answers_no_question_that_nobody_has_asked_for() {
    let mut company = Company::two();
    company.play("orlova: 7\nbelova: 4⏎\norlova: ⏎21⏎");
    company
        .at("orlova")
        .expect("2 Записать моё")
        .expect("не выполнено: «21».");
    assert_eq!(number(&company), n(4));
    company.rest().play("orlova: 2").rest();
    assert_eq!(number(&company), n(7));
    // Neither is an answer to what stood there before taken for one to what stands there now.
    let mut company = both();
    company.rest().play("belova: ↑6⏎\norlova: 2");
    company.at("orlova").expect(" 6 ед.│");
    assert_eq!(number(&company), n(6));
    // Whoever has moved has looked, and whoever has asked as well.
    company.play("orlova: ↓⏎").rest();
    assert_eq!(number(&company), n(7));
    let mut company = both_and_gone_on();
    company.play("orlova: ↑з2").rest();
    assert_eq!(number(&company), n(7));
}

#[test]
fn a_question_shows_what_is_there_now_also_while_it_is_open() {
    let mut company = both();
    company.play("belova: ↑6⏎");
    company.at("orlova").expect(" 6 ед.│").expect(" 7 ед.│");
    company.rest().play("orlova: 2").rest();
    assert_eq!(number(&company), n(7));
}

#[test]
fn two_shares_show_what_they_are_made_of() {
    let mut company = Company::two();
    company.play("orlova: ←↑→\nbelova: ←↑→").slow("orlova");
    company
        .play("orlova: 60/80⏎\nbelova: 61/80⏎")
        .let_go("orlova");
    company.play("orlova: ↑з");
    company
        .at("orlova")
        .expect("76,3 % (61 из 80)│")
        .expect("75,0 % (60 из 80)│");
    // Two that read alike are no less two.
    company.play("belova: ↑30/40");
    company.at("belova").expect_not("(61");
    company.play("belova: ⏎⏎↑60/80");
    company.at("belova").expect("из 40)»");
}

/// An edit that follows another one of the same cell rests on that, not on what a colleague has put upon it meanwhile.
#[test]
fn a_second_edit_does_not_write_over_what_came_upon_the_first() {
    let mut company = Company::two();
    company.lost_answers = 1;
    company.play("orlova: 7⏎").cut("orlova").play("orlova: ↑8⏎");
    company.play("belova: 4⏎").mend("orlova");
    assert_eq!(number(&company), n(4));
    company.play("orlova: ↑з");
    company.at("orlova").expect(" 4 ед.│").expect(" 8 ед.│");
}

#[test]
fn a_question_that_a_lost_link_outlives_is_about_what_is_there_then() {
    // Open all the time, or asked again afterwards.
    for is_open in [true, false] {
        let mut company = both();
        if !is_open {
            company.play("orlova: ⎋");
        }
        company.cut("orlova");
        company.play("belova: ↑9⏎").mend("orlova");
        if !is_open {
            company.play("orlova: з");
        }
        company.at("orlova").expect(" 9 ед.│").expect(" 7 ед.│");
        company.play("orlova: 3").rest();
        assert_eq!(number(&company), n(9));
    }
}

#[test]
fn what_is_accepted_while_the_link_is_lost_outlives_the_window() {
    let mut company = Company::two();
    company.cut("orlova").play("orlova: 7⏎8⏎↑").rest();
    company.at("orlova").expect("ждёт связи");
    company.kill("orlova");
    company.sit("orlova", ORLOVA);
    company.at("orlova").expect("Незаконченных записей: 2");
    company.play("orlova: ⏎2⏎й");
    company.at("orlova").expect(" 7").expect(" 8");
    // A choice made meanwhile is no less typed.
    let mut company = both();
    company.cut("orlova").play("orlova: 2").rest();
    company.kill("orlova");
    company.sit("orlova", ORLOVA);
    company.at("orlova").expect("Незаконченных записей: 1");
}

#[test]
fn what_was_recorded_after_a_lost_link_is_unfinished_no_longer() {
    let mut company = Company::two();
    company.cut("orlova").play("orlova: 7⏎8⏎").rest();
    company.mend("orlova").rest();
    assert_eq!(number(&company), n(7));
    let orlova = company.at("orlova");
    assert!(orlova.app.drafts.is_empty(), "{:?}", orlova.app.drafts);
    orlova.expect_not("незаконченных");
}

#[test]
fn of_two_values_mine_is_recorded_over_theirs_which_the_history_has() {
    let mut company = both();
    company.play("orlova: 2").rest();
    assert_eq!(number(&company), n(7));
    company.play("belova: ↑").rest();
    company.at("belova").expect("» изменено: Орлова,");
    company.at("orlova").expect_not("изменено одновременно");
    company.play("orlova: и");
    company.at("orlova").expect("Белова");
}

#[test]
fn of_two_values_theirs_stays_and_mine_is_kept() {
    let mut company = both();
    company.play("orlova: 1").rest();
    assert_eq!(number(&company), n(4));
    company.at("orlova").expect("незаконченных: 1 (й)");
    company.play("orlova: й");
    company.at("orlova").expect("7 ед.");
}

#[test]
fn of_two_values_theirs_stays_and_mine_goes_to_the_note_after_what_is_there() {
    let mut company = both();
    company.play("orlova: 3").rest();
    assert_eq!(number(&company), n(4));
    let there = value(&company).unwrap();
    assert_eq!(there.note, "Другое значение: 7 ед.");
    let said = company.at("orlova").said();
    assert!(
        said.ends_with("примечание: пусто → «Другое значение: 7 ед.»"),
        "{said}"
    );
    // Who adds a note has not entered the value.
    assert_eq!(there.entered_by, BELOVA);
    for name in ["orlova", "belova"] {
        company.play(&format!("{name}: <Home>↓<Home>")).rest();
        company
            .at(name)
            .expect("введено   Белова; изменено: Орлова, 23.05.2026");
    }
    company.play("orlova: ц");
    company.at("orlova").expect("−1 балл из 3 · Белова");
    company.play("orlova: ⎋и");
    company
        .at("orlova")
        .expect("примечание: пусто → «Другое значение: 7 ед.»");
    company.play("orlova: ⎋");
    // Again: their note stays before what is added.
    company.slow("orlova").play("orlova: 8⏎↑");
    company.play("belova: ↑5⏎").let_go("orlova");
    company.rest().play("orlova: 3").rest();
    let note = value(&company).unwrap().note;
    assert_eq!(note, "Другое значение: 7 ед. Другое значение: 8 ед.");
    assert_eq!(number(&company), n(5));
}

#[test]
fn a_note_that_would_be_too_long_is_said_and_nothing_is_dropped() {
    let mut company = Company::two();
    company.slow("orlova").play("orlova: 7⏎↑");
    let mut theirs = match set(&company.state, here(), Entry::Number(4.into())) {
        smotr::domain::command::Command::SetValues(all) => all,
        _ => unreachable!(),
    };
    theirs[0].note = Some("я".repeat(2_000));
    let command = smotr::domain::command::Command::SetValues(theirs);
    company.act_as(BELOVA, &command);
    company.let_go("orlova").rest().play("orlova: 3");
    let orlova = company.at("orlova");
    assert!(orlova.said().contains("2"), "{}", orlova.said());
    orlova.expect("Записать моё").expect(" 7 ед.│");
    assert_eq!(number(&company), n(4));
    company.play("orlova: 1").rest();
    company.at("orlova").expect("незаконченных: 1");
}

#[test]
fn a_choice_that_meets_a_third_change_is_a_conflict_again_about_what_was_typed() {
    for choice in ["2", "3"] {
        let mut company = both();
        company.slow("orlova").play(&format!("orlova: {choice}"));
        company.play("belova: ↑6⏎").let_go("orlova");
        company.at("orlova").expect(" 6 ед.│").expect(" 7 ед.│");
        assert_eq!(number(&company), n(6));
        company.rest().play("orlova: 1").rest();
        company.at("orlova").expect("незаконченных: 1");
    }
}

#[test]
fn a_note_is_not_written_over_a_colleagues_unasked() {
    let mut company = Company::two();
    company
        .play("orlova: 7⏎↑яот Орловой\nbelova: яот Беловой")
        .rest();
    company.at("orlova").expect("└ здесь: Белова, правка ─");
    company.play("belova: ⏎\norlova: ⏎");
    company
        .at("orlova")
        .expect("здесь уже другое примечание, «от Беловой».");
    assert_eq!(value(&company).unwrap().note, "от Беловой");
    company.play("orlova: ⏎").rest();
    assert_eq!(value(&company).unwrap().note, "от Орловой");
    let said = company.at("belova").said();
    assert!(
        said.ends_with("— примечание: «от Беловой» → «от Орловой»"),
        "{said}"
    );
    // One's own note is nobody else's.
    company.play("orlova: я еще⏎").rest();
    assert_eq!(value(&company).unwrap().note, "от Орловой еще");
}

#[test]
fn a_note_left_unfinished_before_a_colleague_wrote_hers_is_asked_about_too() {
    let mut company = Company::two();
    company.play("orlova: 7⏎↑яот Орловой⎋").rest();
    company.play("belova: яот Беловой⏎").rest();
    company.play("orlova: я⏎");
    company
        .at("orlova")
        .expect("здесь уже другое примечание, «от Беловой».");
    assert_eq!(value(&company).unwrap().note, "от Беловой");
    company.play("orlova: ⏎").rest();
    assert_eq!(value(&company).unwrap().note, "от Орловой");
}
