//! The form of the first day, by keys alone.

use smotr::cli::founding;
use std::path::Path;

use smotr::domain::catalogue::EditionState;
use smotr::domain::command::Command;
use smotr::domain::ids::{EditionId, PROGRAM, Timestamp, UserId};
use smotr::domain::record::Cause;
use smotr::domain::state::State;
use smotr::exchange::catalogue_file::{MOST, write_book};
use smotr::exchange::toml::{CATALOGUE, Catalogue};

use crate::support::stage::Stage;
use crate::support::world::{do_as, now};

fn stage() -> Stage {
    let mut state = State::default();
    let records = founding::records("orlova", now(&state)).unwrap();
    do_as(&mut state, PROGRAM, Command::Load(records)).unwrap();
    Stage::new(state, UserId(1))
}

#[test]
fn a_new_store_asks_for_what_matters_and_takes_it_in_one_step() {
    let mut stage = stage();
    stage.expect("Хранилище пустое.");
    insta::assert_snapshot!("begin_80", stage.screen());
    stage.press("<F2>").expect("Не заполнено: муниципалитет");
    stage.press("Ольховск⇥Орлова⇥Анна<F2>");
    stage.expect("Хранилище начато: Ольховск, ");
    let state = stage.app.state();
    assert_eq!(state.settings.as_ref().unwrap().municipality, "Ольховск");
    stage.expect("Организаций ещё нет.");
}

#[test]
fn put_off_it_is_found_among_the_commands_again_with_what_was_typed() {
    let mut stage = stage();
    stage.press("Ольх⎋");
    stage.expect_not("Хранилище пустое.");
    stage.act(smotr::tui::command::table::CommandId::Begin);
    stage.expect("Ольх");
}

#[test]
fn what_was_typed_is_there_again_when_the_store_is_opened_again() {
    let mut stage = stage();
    stage.press("Ольх").rest();
    let mut stage = stage.reopen();
    stage.expect("Начало работы").expect("Ольх");
}

/// A stage whose person has a home folder.
fn at_home(home: &Path) -> Stage {
    let mut stage = stage();
    home.clone_into(&mut stage.home);
    stage
}

/// The supplied catalogue with one title of its own.
fn own() -> String {
    (CATALOGUE.1).replace("\"Муниципальное задание\"", "\"Задание учредителя\"")
}

/// To the choice of the catalogue, and on to the one from a file.
const TO_PATH: &str = "Ольховск⇥⇥⇥⇥→⇥";

#[test]
fn a_catalogue_from_a_file_is_shown_first_and_begun_with_in_one_step() {
    let home = tempfile::tempdir().unwrap();
    std::fs::write(home.path().join("наш каталог.toml"), own()).unwrap();
    for path in [
        "наш каталог.toml",
        "~/наш каталог.toml",
        "'~/наш каталог.toml'",
    ] {
        let mut stage = at_home(home.path());
        stage.press(TO_PATH).paste(path).press("⇥");
        stage.expect("В файле: 6 направлений, 36 показателей;");
        stage.expect("сумма весов 100.");
        stage.press("<F2>").expect("Организаций ещё нет.");
        let [commit] = stage.commits.as_slice() else {
            panic!("one step, not {}", stage.commits.len())
        };
        assert!(matches!(commit.cause, Cause::Import(_)));
        let state = stage.app.state();
        let edition = EditionId(1);
        assert_eq!(state.editions[&edition].state, EditionState::Published);
        let expected = Catalogue::read("c", &own()).unwrap();
        let (is, to_be) = (Catalogue::of(state, edition).unwrap(), expected);
        assert_ne!(is.indicators, Catalogue::shipped().unwrap().indicators);
        assert_eq!(is.indicators, to_be.indicators);
        assert_eq!(is.base_quantities, to_be.base_quantities);
        assert_eq!(state.settings.as_ref().unwrap().municipality, "Ольховск");
    }
}

#[test]
fn a_workbook_is_begun_with_as_well() {
    let home = tempfile::tempdir().unwrap();
    let catalogue = Catalogue::read("c", &own()).unwrap();
    let book = write_book(&catalogue, Timestamp(0)).unwrap();
    std::fs::write(home.path().join("каталог.xlsx"), book).unwrap();
    let mut stage = at_home(home.path());
    // Sent from the path itself: what is in it is seen before anything begins.
    stage.press(TO_PATH).paste("каталог.xlsx").press("<F2>");
    stage.expect("36 показателей").expect_not("читается");
    insta::assert_snapshot!("begin_file_80", stage.screen());
    assert!(stage.commits.is_empty());
    stage.press("<F2>").expect("Организаций ещё нет.");
    let is = Catalogue::of(stage.app.state(), EditionId(1)).unwrap();
    assert_eq!(is.indicators, catalogue.indicators);
}

#[test]
fn a_file_that_cannot_be_begun_with_says_why_and_nothing_typed_goes() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("c.toml");
    let large = usize::try_from(MOST).unwrap() + 1;
    let heavy = CATALOGUE.1.replace("weight = 20", "weight = 25");
    let broken = CATALOGUE.1.replacen("title", "titel", 1);
    for (bytes, said) in [
        (None, "файла нет"),
        (Some(broken.into_bytes()), "c.toml, строка"),
        (Some(heavy.into_bytes()), "И ещё"),
        (Some(vec![b'#'; large]), "слишком"),
        (Some(vec![0xff, b'=']), "UTF-8"),
    ] {
        match bytes {
            Some(bytes) => std::fs::write(&file, bytes).unwrap(),
            None => assert!(!file.exists()),
        }
        let mut stage = at_home(home.path());
        stage.press(TO_PATH).paste("c.toml").press("⇥");
        stage.expect(said).press("<F2>").expect(said);
        assert!(stage.commits.is_empty(), "{said}");
        stage.expect("c.toml").press("↑↑↑↑↑↑↑↑").expect("Ольховск");
        // Mended, it is read again.
        std::fs::write(&file, own()).unwrap();
        stage.press("<F2>").expect("Ошибок нет").press("<F2>");
        assert_eq!(stage.commits.len(), 1, "{said}");
        std::fs::remove_file(&file).unwrap();
    }
    let mut stage = at_home(home.path());
    stage
        .press(TO_PATH)
        .paste("~")
        .press("⇥")
        .expect("а нужен файл");
    stage.press("⇤<Ctrl+u>⌫<F2>").expect("Укажите путь");
}

#[test]
fn a_catalogue_that_was_only_looked_at_is_not_taken() {
    let mut stage = stage();
    stage.press("⇥⇥⇥⇥→→").expect("пустой").press("⎋").rest();
    assert!(stage.unsaved.is_empty(), "nothing was typed");
    stage.act(smotr::tui::command::table::CommandId::Begin);
    stage.expect("поставляемый").press("Ольховск⇥⇥⇥⇥→→⎋").rest();
    let mut stage = stage.reopen();
    stage.expect("Ольховск").expect("поставляемый");
    stage.press("<F2>");
    assert!(!stage.app.state().indicators.is_empty());
}

#[test]
fn a_path_that_was_typed_comes_back_with_its_choice_and_is_read_again() {
    let home = tempfile::tempdir().unwrap();
    std::fs::write(home.path().join("c.toml"), own()).unwrap();
    let mut stage = at_home(home.path());
    stage.press(TO_PATH).paste("c.toml").press("⎋");
    stage.act(smotr::tui::command::table::CommandId::Begin);
    stage.expect("c.toml").expect("36 показателей");
    stage.press("<F2>");
    assert_eq!(stage.commits.len(), 1);
}

#[test]
fn a_reader_that_breaks_answers_too() {
    use smotr::tui::brought::{Brought, NoCatalogue, Reader, read_apart};
    let read: Reader = std::sync::Arc::new(|path, _| match path {
        "к.toml" => Err(NoCatalogue::of(vec!["пусто".into()])),
        _ => panic!("a file at which the reader breaks"),
    });
    for (path, said) in [("к.toml", "пусто"), ("к.xlsx", "сломалось")] {
        let (tell, told) = std::sync::mpsc::channel();
        let asked = (path.to_owned(), Box::new(State::default()));
        read_apart(read.clone(), asked, "сломалось".into(), move |it| {
            tell.send(it).unwrap();
        });
        let read = Err(NoCatalogue::of(vec![said.into()]));
        let path = path.to_owned();
        assert_eq!(told.recv(), Ok(Brought { path, read }));
        assert!(told.recv().is_err(), "it answers once");
    }
}
