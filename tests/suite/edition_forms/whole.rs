//! The road of an admin from the catalogue in force to the first value under a new one, by keys alone and over a real store: what is
//! past stays what it was, to the last bit, also after the store is opened anew.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::Receiver;

use smotr::analysis::exact::Exact;
use smotr::analysis::impact::{By, Impact};
use smotr::analysis::indicator::IndicatorScores;
use smotr::analysis::scores::PeriodScores;
use smotr::domain::catalogue::EditionState;
use smotr::domain::ids::{OrganisationId, PeriodId, Seq};
use smotr::domain::period::PeriodState;
use smotr::domain::record::{Key, Record};
use smotr::domain::state::{MOST_VALUES, State};
use smotr::domain::value::{Cell, Subject};
use smotr::exchange::demo::{Demo, Options};
use smotr::locale::{Lang, Locale, Narrator};
use smotr::report::PAPER;
use smotr::report::evaluation::{Whose, sheet};
use smotr::service::engine::{Engine, Port, Setup, domain_rules};
use smotr::service::link::{Link as _, News, Request};
use smotr::store::codec;
use smotr::store::disk::RealDisk;

use super::{coded, last};
use crate::support::demo::OWNER;
use crate::support::desk::{PATIENCE, Person, clock};
use crate::support::stage::Stage;

const ACCOUNT: &str = "tester";
const SMALL: Options = Options {
    organisations: 14,
    ..Options::PLAIN
};

/// All records of a small demo, whose past years are closed.
fn records() -> Vec<(Key, Record)> {
    let demo = Demo::new(SMALL).unwrap().owned_by(ACCOUNT);
    let changes = demo.commits(Seq(1)).flat_map(|it| it.changes);
    let last: BTreeMap<Key, Option<Record>> = changes.map(|it| (it.key, it.after)).collect();
    (last.into_iter())
        .filter_map(|(key, it)| Some((key, it?)))
        .collect()
}

/// Somebody at the interface over an engine with its journal and sled in a folder.
struct Seat {
    engine: Engine,
    port: Port,
    news: Receiver<News>,
    stage: Stage,
    /// Keys pressed so far.
    keys: usize,
}

impl Seat {
    /// Opens the store; the one that is not there yet is made. Each window counts its commands from elsewhere.
    fn open(dir: &Path, window: u128) -> Seat {
        let setup = Setup {
            disk: Arc::new(RealDisk),
            dir: dir.to_owned(),
            account: ACCOUNT.into(),
            founding: Some(Arc::new(|_| Ok(records()))),
            clock,
            rules: domain_rules,
            config: None,
            most_values: MOST_VALUES,
        };
        let (engine, _) = Engine::start(setup, &mut |_| {}).unwrap();
        let person = whole(&engine);
        let mut stage = Stage::numbered(person.state, OWNER, person.unsaved, window << 64);
        stage.held = Some(Vec::new());
        Seat {
            engine,
            port: person.port,
            news: person.news,
            stage,
            keys: 0,
        }
    }

    /// Types; after each key what was asked for is carried to the engine, and the news back.
    fn press(&mut self, keys: &str) -> &mut Stage {
        for key in crate::support::stage::parse(keys) {
            self.keys += 1;
            self.stage.key(key);
            self.carry();
        }
        self.stage.rest();
        self.carry();
        &mut self.stage
    }

    fn carry(&mut self) {
        loop {
            let asked = self.stage.held.replace(Vec::new()).unwrap_or_default();
            if asked.is_empty() {
                return;
            }
            for request in asked {
                self.port.send(request.clone());
                let mut waits = matches!(request, Request::Command { .. } | Request::Shard(_));
                while waits {
                    let news = self.news.recv_timeout(PATIENCE).expect("no news");
                    waits = match (&request, &news) {
                        (Request::Command { id, .. }, News::Answer { id: of, .. }) => id != of,
                        (Request::Shard(asked), News::Shard { period, .. }) => asked != period,
                        _ => true,
                    };
                    self.stage.event_of(news);
                }
            }
            while let Ok(news) = self.news.try_recv() {
                self.stage.event_of(news);
            }
        }
    }

    /// The engine's own state, with every value.
    fn state(&self) -> State {
        whole(&self.engine).state
    }
}

/// Somebody who has everything in memory.
fn whole(engine: &Engine) -> Person {
    let mut person = Person::join_only(engine, ACCOUNT);
    let periods: Vec<PeriodId> = person.state.periods.keys().copied().collect();
    periods.into_iter().for_each(|it| person.shard(it));
    person
}

/// All that closed periods come to: the exact scores of every head as recorded and as reckoned anew, the bytes of the approved results,
/// and every evaluation sheet. A piece a line, so that what differs can be read.
fn past(state: &State) -> Vec<String> {
    let locale = Locale::new(Lang::Ru);
    let utc = chrono::FixedOffset::east_opt(0).unwrap();
    let mut out = Vec::new();
    let closed = state.periods.iter();
    let closed = closed.filter(|it| it.1.state == PeriodState::Closed);
    for (period, it) in closed {
        out.push(format!("{period:?} {it:?}"));
        let scores = PeriodScores::of(state, *period);
        let anew = PeriodScores::anew(state, *period);
        for row in scores.rows.iter().chain(&anew.rows) {
            out.push(format!("{period:?} {row:?}"));
        }
        out.push(format!("{:?} {:?}", scores.municipality, anew.municipality));
        let of_results = |key: &Key| match key {
            Key::Results(id) | Key::ResultRow(id, _) => id == period,
            _ => false,
        };
        let rows = state
            .organisations
            .keys()
            .map(|it| Key::ResultRow(*period, *it));
        for key in rows.chain([Key::Results(*period)]).filter(of_results) {
            let bytes = state.record(key).map(|it| codec::encode(&it.0).unwrap());
            out.push(format!("{key:?} {bytes:?}"));
        }
        for row in &scores.rows {
            let Some(organisation) = row.organisation else {
                continue;
            };
            let whose = Whose {
                locale: &locale,
                narrator: Narrator::new(&locale, state, utc).in_period(*period),
                state,
                scores: &scores,
                organisation,
                person: row.person,
            };
            let lines = sheet(&whose, PAPER).unwrap_or_default();
            out.extend(lines.into_iter().map(|it| it.text));
        }
    }
    assert!(out.len() > 100, "a past worth the name");
    out
}

/// The points of a cell of a school.
fn points(state: &State, period: PeriodId, code: &str, school: OrganisationId) -> Option<Exact> {
    let (indicator, _) = coded(state, code);
    let scores = IndicatorScores::of(state, period, indicator);
    scores.get(Subject::Organisation(school))?.points
}

#[test]
fn from_the_catalogue_in_force_to_a_value_under_a_new_one_and_the_past_stays() {
    let dir = tempfile::tempdir().unwrap();
    let mut seat = Seat::open(dir.path(), 1);
    let before = seat.state();
    let past_before = past(&before);
    let last_year = *(before.periods.iter())
        .filter(|it| it.1.state == PeriodState::Closed)
        .max_by_key(|it| it.1.to)
        .unwrap()
        .0;
    // The approved index as people see it.
    let shown = picture(seat.press("п6.2⏎⏎г↓⏎"));
    seat.press("г↑⏎");

    // The catalogue, the edition in force, the indicator that the decree is about; a copy of the edition under the new act.
    seat.press("<F8>⏎").expect("Shift+Т копия");
    seat.press("⏎<End>↑↑↑↑").expect("►  6.2");
    seat.press("Т⇥⇥214-об⏎⇥⇥12.05.2026⇥Об утверждении показателей⇥⇥⇥")
        .expect("Принята")
        .expect("по документу: 12.05.2026");
    seat.press("⇥01.09.2026⇥01.09.2026<F2>")
        .expect("Редакции · каталог, ред. 2")
        .expect("►  6.2");

    // Its scale becomes stricter; whom that moves.
    seat.press("ш↓от 40 до 70↓от 70 до 90↓90 и выше<F2>")
        .expect("Shift+Ю — публикация");
    let (edition, _) = last(&seat.stage.app.state().clone());
    seat.press("ж").expect("Другая шкала: 6.2");
    seat.press("←").expect("ред. 1 → ред. 2 · 2024/25");
    let state = seat.state();
    let impact = Impact::of(&state, last_year, By::Stored(edition)).unwrap();
    let moved: Vec<_> = (impact.rows.iter())
        .filter(|it| !it.moved.is_empty())
        .collect();
    assert!(!moved.is_empty());
    let counted = format!("Индекс изменится: {} из {}", moved.len(), impact.rows.len());
    seat.stage.expect(&counted);
    seat.press("<End>");
    seat.stage
        .expect("Кого и как: 8 из 17")
        .expect("СШ № 2     Кудрявцева Н. В.    70,7 → 69,7    −1,0 ▼ пониженный");

    // Back where it was; a new indicator with a ratio, and its scale as the decree prints it, with the gap that decrees have.
    seat.press("⎋").expect("►  6.2");
    seat.press("А⇥Охват молодых педагогов наставничеством⇥Наставничество⇥⇥⇥20⇥⇥с наставником⇥⇥⇥все молодые<F2>")
        .expect("дальше шкала: ш");
    seat.press("ш0–49⇥0⏎50–79⇥1⏎80 и выше⇥3")
        .expect("значение 49,4 не попадает ни в одну строку")
        .expect("значение 79,4 не попадает ни в одну строку");
    seat.press("<F4>")
        .expect("Замечаний нет")
        .expect("от 50, но менее 80");
    seat.press("<F2>").expect("× Σ 120");

    // Another goes, and one weight is too many: publishing says so, and leads there.
    seat.press("↑↑↑↑Ы").expect("— снято").expect("× Σ 105");
    seat.press("Ю")
        .expect("Веса показателей в сумме 105, а должно быть 100.");
    seat.press("⏎").expect("►6 Условия");
    seat.press("↓↓<F2>⇥⇥⇥⇥⇥15<F2>").expect("√ Σ 100");

    // Published with its act and dates.
    seat.press("Ю")
        .expect("приказ от 12.05.2026 № 214-об")
        .expect("Принята 12.05.2026 · Действует с 01.09.2026 · Применяется с 01.09.2026")
        .expect("По сравнению с ред. 1:")
        .expect("Показатели: новых — 1, изменено — 1, снято — 1");
    seat.press("⏎").expect("опубликована · Shift+Г — новый");

    // A period by it, and a value in the new indicator and in the one with the new scale.
    seat.press("Г").expect("Редакция       каталог, ред. 2");
    seat.press("<F2>").expect("перейти к нему: г");
    seat.press("г↑⏎").expect("учебный год 2026/27");
    // A narrow top line leaves the edition out: there are more screens than columns.
    let header = smotr::tui::header::in_full(&seat.stage.app);
    assert!(header.contains("каталог, ред. 2"), "{header}");
    // It begins in September: somebody opens it for entry.
    seat.press("щпериоды⏎Шоткрыть ввод⏎<F3>");
    seat.press("п6.7⏎⏎21/24").expect("21 из 24 = 87,5 %");
    seat.press("⏎↑").expect("3 балла из 3");
    seat.press("п6.2⏎⏎13/20⏎↑")
        .expect("65,0 %")
        .expect("1 балл из 3");

    let school = seat.stage.app.monitoring.cell().unwrap().subject;
    let Subject::Organisation(school) = school else {
        panic!("{school:?}");
    };
    let period = seat.stage.app.monitoring.chosen.period.unwrap();
    let check = |state: &State, when: &str| {
        let (id, it) = last(state);
        assert_eq!((id, it.state), (edition, EditionState::Published));
        assert_eq!(state.periods[&period].edition, edition);
        assert_eq!(points(state, period, "6.2", school), Some(Exact::whole(1)));
        let with_value = |it: &Cell| state.value(*it).is_some();
        let own: Vec<Cell> = cells(state, period)
            .into_iter()
            .filter(with_value)
            .collect();
        assert_eq!(own.len(), 2, "{own:?}");
        let now = past(state);
        for (was, is) in past_before.iter().zip(&now) {
            assert_eq!(was, is, "{when}");
        }
        assert_eq!(past_before.len(), now.len(), "{when}");
    };
    check(&seat.state(), "after the journey");
    // The approved index stands on the screen as it stood.
    assert_eq!(picture(seat.press("г↓↓⏎")), shown);
    // Nearly two thirds of them are titles, numbers and dates: a step more than this road needs is noticed here.
    assert_eq!(seat.keys, 334);

    let Seat { engine, port, .. } = seat;
    drop(port);
    engine.close().unwrap();
    let mut again = Seat::open(dir.path(), 2);
    check(&again.state(), "after a restart");
    again.press("п6.7⏎").expect("учебный год 2026/27");
    again.press("п6.2⏎⏎").expect("1 балл из 3");
    assert_eq!(picture(again.press("г↓↓⏎")), shown);
}

/// The screen without its first line, which counts what requires attention today, and its last, which says what was saved when.
fn picture(stage: &Stage) -> String {
    let screen = stage.screen();
    let lines: Vec<&str> = screen.lines().collect();
    lines[1..lines.len() - 1].join("\n")
}

/// Cells that can have a value in a period.
fn cells(state: &State, period: PeriodId) -> Vec<Cell> {
    let (edition, _) = last(state);
    let indicators = state.indicators_of(edition).into_iter();
    indicators
        .flat_map(|(indicator, _)| {
            state.organisations.keys().map(move |it| Cell {
                period,
                indicator,
                subject: Subject::Organisation(*it),
            })
        })
        .collect()
}
