//! «Цепочка»: what was, what was recommended, what was decided, what became of it.

use crate::support::stage::Stage;
use crate::support::story::stage;
use crate::support::world::*;
use smotr::domain::command::Command;
use smotr::domain::record::Key;
use smotr::service::link::{News, Request};
use smotr::tui::command::table::Place;
use smotr::tui::msg::Event;

fn chain(keys: &str) -> Stage {
    let mut stage = stage((80, 24));
    stage.press(keys);
    stage
}

#[test]
fn the_chain_of_a_value_tells_it_from_beginning_to_end() {
    let screen = chain("→→↓ц").screen().replace('\u{a0}', " ");
    let mut from = 0;
    for link in [
        "37,5 % (9 из 24)",
        "Составить график",
        "№ 261/3",
        "1.1 Утвердить",
        "отчёта нет",
        "значения следующего периода по 1.1 ещё нет",
    ] {
        let at = screen[from..]
            .find(link)
            .unwrap_or_else(|| panic!("«{link}»:\n{screen}"));
        from += at;
    }
}

#[test]
fn gaps_are_said_in_words() {
    chain("→→↓↓ц").expect("— рекомендации нет");
    chain("→→ц").expect("не внесено");
}

#[test]
fn what_is_overdue_is_said() {
    chain("→→↓ц").expect("просрочено на 1 день");
}

#[test]
fn enter_opens_a_link_and_esc_leads_back() {
    let mut stage = chain("→→↓ц↓⏎");
    stage.expect("Доля не ниже 60 %").expect("исх. № 114");
    stage.press("⎋").expect("┌ Цепочка · 1.1 · СШ № 1");
    stage.press("↑⏎");
    assert_eq!(stage.app.monitoring.cell(), Some(cell(RATIO, SCHOOL_1)));
    assert_eq!(stage.app.layers().count(), 0);
}

#[test]
fn from_a_value_on_to_the_organisation_and_its_card() {
    let mut stage = chain("→→↓цц");
    stage
        .expect("┌ Цепочка · СШ № 1 · 2025/26")
        .expect("1.2 · СШ № 1");
    stage.press("к");
    assert_eq!(stage.app.place(), Place::Card);
}

#[test]
fn neighbours_are_hidden() {
    chain("→→↓ц").expect_not("СШ № 2").expect_not("ДС № 1");
}

#[test]
fn an_organisation_without_a_story_says_so() {
    let mut stage = chain("п2⏎ц");
    stage.expect("┌ Цепочка · СШ № 2");
}

#[test]
fn the_chain_grows_while_it_is_looked_at() {
    let mut stage = chain("→→↓ц");
    let value = set(&stage.state, cell(RATIO, SCHOOL_1), ratio("15", "24"));
    stage.other(ORLOVA, value).unwrap();
    stage.expect("62,5 % (15 из 24)");
}

#[test]
fn the_page_scrolls_to_its_end_and_back() {
    let mut stage = chain("п1⏎ц");
    stage.expect_not("1.2 Провести консультации");
    stage.press("<End>").expect("1.2 Провести консультации");
    stage.press("<Home>").expect("37,5 %");
    for _ in 0..40 {
        stage.press("↓");
    }
    stage.expect("значения следующего периода по 1.1 ещё нет");
    for _ in 0..40 {
        stage.press("↑");
    }
    stage.expect("37,5 %");
}

#[test]
fn taking_back_what_a_page_shows_does_not_break_it() {
    let mut stage = chain("п261⏎");
    stage.expect("261/3");
    stage.press("о");
    stage.other(ORLOVA, Command::Undo).err();
    let _ = stage.screen();
}

#[test]
fn editing_in_a_chain_never_opens_the_cell_that_lies_hidden() {
    let mut stage = chain("→→↓ц↓<F2>");
    assert_ne!(
        stage.app.monitoring.focus,
        smotr::tui::screen::monitoring::Pane::Detail
    );
    stage
        .expect_not("┌ 1.1 · СШ № 1 ─")
        .expect("┌ Цепочка · 1.1 · СШ № 1");
}

/// A stage that has the values of the period before the open one, and nobody who answers for the others.
fn without_the_open_period(keys: &str) -> Stage {
    let mut state = crate::support::story::world().state;
    state.unload_shard(OPEN);
    let mut stage = Stage::new(state, ORLOVA);
    stage.press(keys).rest();
    stage
}

/// The values of the open period come.
fn loaded(stage: &mut Stage) {
    let full = crate::support::story::world().state;
    let (seq, shard) = (stage.state.meta.seq, full.share_shard(OPEN).unwrap());
    stage.event(Event::News(News::Shard {
        period: OPEN,
        seq,
        shard,
    }));
}

#[test]
fn what_became_of_it_is_asked_for_and_is_not_missing_meanwhile() {
    let mut stage = without_the_open_period("→→↓г↓⏎");
    stage.held = Some(Vec::new());
    stage
        .press("ц")
        .expect("Значения загружаются…")
        .expect_not("ещё нет");
    let asked = stage.held.take().unwrap();
    assert!(asked.contains(&Request::Shard(OPEN)), "{asked:?}");
    loaded(&mut stage);
    stage.expect_not("Значения загружаются").expect("что стало");
}

#[test]
fn the_page_of_a_document_asks_for_every_period() {
    let mut stage = without_the_open_period("г↓⏎");
    stage.held = Some(Vec::new());
    let document = *stage.state.documents.keys().next().unwrap();
    let page = smotr::tui::overlay::record::of(&stage.app, Key::Document(document));
    stage.app.open(page);
    stage.press("↓").expect("Значения загружаются…");
    let asked = stage.held.take().unwrap();
    assert!(asked.contains(&Request::Shard(OPEN)), "{asked:?}");
    loaded(&mut stage);
    stage.expect_not("Значения загружаются");
}

#[test]
fn from_the_page_of_a_record_advice_is_written_about_its_own_value() {
    let mut stage = stage((80, 24));
    // The cursor of the panes is elsewhere.
    stage.press("→↓→<End>").rest();
    let ground = cell(RATIO, SCHOOL_1);
    let about = (stage.state.recommendations.iter())
        .find(|(_, it)| it.ground == Some(ground))
        .map(|(id, _)| *id)
        .unwrap();
    assert_ne!(stage.app.monitoring.cell(), Some(ground));
    let page = smotr::tui::overlay::record::of(&stage.app, Key::Recommendation(about));
    stage.app.open(page);
    stage.press("р").expect("Рекомендация · СШ № 1");
    assert_eq!(stage.app.monitoring.cell(), Some(ground));
}
