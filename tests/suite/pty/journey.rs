//! The day of a methodist, typed on the keyboard with one layout only: a school is found, a ratio entered, a recommendation and
//! a decision are written, the last is taken back; and all of it is there the next time.

use super::{Home, leave, typed};
use crate::support::pty::Session;

/// The same keys as either layout produces them.
pub struct Keys {
    search: &'static str,
    value: &'static str,
    ratio: &'static str,
    recommend: &'static str,
    decide: &'static str,
    new: &'static str,
    undo: &'static str,
    redo: &'static str,
    /// Texts: of the recommendation, of the decision, of its reason, of its act, of who controls it, of two assignments.
    texts: [&'static str; 7],
}

pub const RUSSIAN: Keys = Keys {
    search: "п",
    value: "з",
    // The key of the slash gives a point here.
    ratio: "637.669",
    recommend: "р",
    decide: "у",
    new: "новый",
    undo: "о",
    redo: "О",
    texts: [
        "Провести проверку",
        "О муниципальном задании",
        "Доля ниже нормы",
        "О мерах",
        "Громов",
        "Провести стажировку",
        "Составить график",
    ],
};

const LATIN: Keys = Keys {
    search: "g",
    value: "p",
    ratio: "637/669",
    recommend: "h",
    decide: "e",
    new: "yjdsq",
    undo: "j",
    redo: "J",
    texts: [
        "Provesti proverku",
        "O zadanii",
        "Dolya nizhe normy",
        "O merah",
        "Gromov",
        "Provesti stazhirovku",
        "Sostavit grafik",
    ],
};

const INSERT: &str = "\x1b[2~";
const F2: &str = "\x1b[12~";

/// Sends keys and waits for what they show.
pub fn step(session: &mut Session, keys: &str, shows: &str) {
    session.send(typed(keys));
    session.wait_for(shows);
}

/// The card of СШ № 12, with the cursor on the value of 1.1.
pub fn find_school(session: &mut Session, keys: &Keys) {
    step(session, keys.search, "Поиск");
    step(session, "12", "►СШ № 12");
    step(session, "⏎", "Ерёмин Кирилл Львович");
    // A frame may be seen by halves: with no cursor in it, or with two. Whoever pressed a key for such a one would go too far.
    let under_cursor = |screen: &str| {
        let mut lines = screen.lines().filter(|it| it.contains('►'));
        let line = lines.next()?.to_owned();
        lines.next().is_none().then_some(line)
    };
    let mut before = None;
    loop {
        session.wait("the cursor has moved", |it| {
            let now = under_cursor(&it.contents());
            now.is_some() && now != before
        });
        before = under_cursor(&session.screen());
        match &before {
            Some(line) if line.contains("►1.1 ") => return,
            Some(_) => session.send(typed("↓")),
            None => {}
        }
    }
}

fn journey(keys: &Keys) {
    let [advice, about, reason, act, control, first, second] = keys.texts;
    let home = Home::new();
    let mut session = home.open();
    let it = &mut session;
    find_school(it, keys);

    step(it, keys.value, "682/669");
    for _ in "682/669".chars() {
        it.send(typed("⌫"));
    }
    step(it, keys.ratio, "637 из 669 = 95,2");
    step(it, "⏎", "сохранено");
    step(it, "↑", "95,2 % (637 из 669)");

    step(it, keys.recommend, "Записать рекомендацию");
    step(it, advice, advice);
    it.send(typed("⇥⇥"));
    step(it, "15.12", "15.12.20");
    it.send(typed("⏎"));
    it.send(typed("⏎"));
    it.wait("the form is closed", |it| {
        !it.contents().contains("Записать рекомендацию")
    });
    it.wait_for("проект");

    step(it, keys.decide, "Записать проект решения");
    step(it, about, about);
    it.send(typed("⇥"));
    step(it, reason, reason);
    it.send(typed("⇥"));
    step(it, keys.new, "► новый документ");
    step(it, "⏎", "Название");
    it.send(typed("⇥"));
    step(it, "12-1", "12-1");
    it.send(typed("⇥"));
    step(it, "20.05.26", "20.05.2026, ср");
    it.send(typed("⇥"));
    step(it, act, act);
    it.send(typed("⇥⇥⇥"));
    step(it, control, control);
    it.send(typed("⇥⇥⇥"));
    step(it, first, first);
    it.send(typed("⇥⇥"));
    step(it, "15.12", "15.12");
    it.send(typed("⏎"));
    it.send(INSERT);
    step(it, second, second);
    it.send(typed("⇥⇥"));
    step(it, "+30", "+30");
    it.send(F2);
    it.wait("the form is closed", |it| {
        !it.contents().contains("Добавить поручение")
    });
    for text in [about, "приказ от 20.05.2026 № 12-1", first, second] {
        it.wait_for(text);
    }

    it.send(typed(keys.undo));
    it.wait_for("отменено: решение");
    it.wait("no decision", |it| !it.contents().contains(second));
    assert_eq!(leave(session), 0);

    let mut session = home.open();
    let it = &mut session;
    find_school(it, keys);
    step(it, "⏎", "95,2 % (637 из 669)");
    it.wait_for(advice);
    let screen = it.screen();
    assert!(
        !screen.contains(about) && !screen.contains(first),
        "{screen}"
    );
    // What was taken back can be had again, on another day too.
    it.send(typed(keys.redo));
    for text in [about, first, second] {
        it.wait_for(text);
    }
    assert_eq!(leave(session), 0);
    let left = home.unfinished();
    assert!(left.is_empty(), "nothing is left half done: {left:?}");
}

#[test]
fn a_day_with_russian_letters_only() {
    journey(&RUSSIAN);
}

#[test]
fn a_day_with_latin_letters_only() {
    journey(&LATIN);
}
