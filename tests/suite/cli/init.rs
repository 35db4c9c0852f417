//! `smotr init`: a store made and set up in one call.

use super::Home;

#[test]
fn a_store_is_made_and_set_up_once() {
    let home = Home::new();
    let dir = home.0.path().join("data");
    home.at(&dir, &["init"]).check(1, "--municipality");
    assert!(!dir.join("store.toml").exists(), "nothing is half made");
    let made = [
        "init",
        "--municipality",
        "Ольховск",
        "--name",
        "Орлова Анна",
    ];
    let nameless = ["init", "--municipality", "Ольховск", "--name", "7"];
    home.at(&dir, &nameless).check(1, "фамилия");
    assert!(!dir.exists(), "what is refused leaves no store");
    home.at(&dir, &made).check(0, "Хранилище создано");
    home.at(&dir, &made).check(8, "уже создано");
    home.at(&dir, &["user", "list"]).check(0, "Орлова");
    home.at(&dir, &["catalogue", "list"])
        .check(0, "ред. 1 · опубликована · 36 показателей");
}

#[test]
fn a_store_begins_with_an_empty_catalogue_or_one_from_a_file() {
    let home = Home::new();
    let dir = home.0.path().join("data");
    let made = |dir: &std::path::Path, catalogue: &str| {
        home.at(
            dir,
            &[
                "init",
                "--municipality",
                "Ольховск",
                "--catalogue",
                catalogue,
            ],
        )
    };
    made(&dir, "empty").check(0, "Хранилище создано");
    home.at(&dir, &["catalogue", "list"])
        .check(0, "ред. 1 · рабочая · 0 показателей");
    let other = home.0.path().join("other");
    let file = home.0.path().join("c.toml");
    let (_, supplied) = smotr::exchange::toml::CATALOGUE;
    std::fs::write(&file, supplied.replacen("weight = 20", "weight = 25", 1)).unwrap();
    made(&other, file.to_str().unwrap()).check(1, "в сумме 105");
    std::fs::write(&file, supplied).unwrap();
    made(&other, file.to_str().unwrap()).check(0, "Хранилище создано");
    home.at(&other, &["catalogue", "list"])
        .check(0, "опубликована · 36 показателей");
    home.at(&other, &["verify"]).check(0, "Расхождений нет");
}

/// The first period begins with the school year of today; an edition that applies later could measure nothing in it.
#[test]
fn an_edition_that_applies_after_the_first_period_has_begun_is_refused_with_both_dates() {
    let home = Home::new();
    let dir = home.0.path().join("data");
    let file = home.0.path().join("к.toml");
    let (_, supplied) = smotr::exchange::toml::CATALOGUE;
    let begun = |day: &str| {
        let from = "applies_from = 2023-09-01";
        let to = format!("applies_from = {day}");
        std::fs::write(&file, supplied.replacen(from, &to, 1)).unwrap();
        let file = file.to_str().unwrap();
        let wanted = ["init", "--municipality", "Ольховск", "--catalogue", file];
        home.at(&dir, &wanted)
    };
    let said = begun("2090-09-01");
    said.check(1, "применяется с 01.09.2090");
    said.check(1, "начинается раньше, 01.09.20");
    assert!(!dir.join("store.toml").exists());
    begun("2020-09-01").check(0, "Хранилище создано");
}
