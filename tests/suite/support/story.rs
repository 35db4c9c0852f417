//! The small world with a story in it: a low value, a recommendation to its head, a decision with two assignments, a report.
#![allow(dead_code, reason = "what one test does not need, another does")]

use std::sync::Arc;

use smotr::domain::command::*;
use smotr::domain::evidence::*;
use smotr::domain::followup::*;
use smotr::domain::ids::*;
use smotr::domain::record::Key;
use smotr::domain::value::Entry;
use smotr::locale::Lang;
use smotr::tui::keys::Keymap;

use super::stage::Stage;
use super::world::{self, *};

/// The world with values, a recommendation past its term, one that nobody decided upon, and a decision in execution.
pub fn world() -> World {
    let mut world = World::new();
    let mut set = |cell, entry| world.set(cell, entry).unwrap();
    set(cell(RATIO, SCHOOL_1), ratio("9", "24"));
    set(cell(RATIO, SCHOOL_2), ratio("21", "24"));
    set(cell(COUNT, SCHOOL_1), entry("4"));
    set(cell(COUNT, SCHOOL_2), entry("0"));
    set(
        cell(EXPERT, SCHOOL_2),
        Entry::NotApplicable {
            reason: "программа на согласовании".into(),
        },
    );
    set(cell_of(CHOICE, ZIMIN), Entry::Choice(0));
    set(cell_of(SCORE, ZIMIN), entry("74.5"));
    set(cell_of(SCORE, DEMINA), entry("55"));
    let to = |organisation, person| Addressee {
        organisation,
        person: Some(person),
    };
    let advice = |ground, text: &str, due: &str| RecommendationDraft {
        addressees: vec![to(SCHOOL_1, DEMINA)],
        period: OPEN,
        ground: Some(ground),
        text: text.into(),
        expected: "Доля не ниже 60 %".into(),
        due: Due::On(date(due)),
    };
    let advise = Command::Recommend(vec![
        advice(
            cell(RATIO, SCHOOL_1),
            "Составить график аттестации педагогов на первую и высшую категории и провести для них консультации по портфолио в методическом центре",
            "2026-09-30",
        ),
        advice(
            cell(COUNT, SCHOOL_1),
            "Разобрать обоснованные жалобы на педагогическом совете",
            "2026-05-18",
        ),
    ]);
    world.act(advise).unwrap();
    let sent = Sent {
        number: "114".into(),
        date: date("2026-05-12"),
    };
    let ids = [1, 2].map(|it| {
        let id = RecommendationId(it);
        (id, world::rev(&world.state, Key::Recommendation(id)))
    });
    let step = Command::StepRecommendations {
        ids: ids.to_vec(),
        step: RecommendationStep::Send(sent),
    };
    world.act(step).unwrap();
    let assignment = |number: &str, text: &str, executor, due: &str| AssignmentDraft {
        edits: None,
        number: number.into(),
        text: text.into(),
        executors: vec![executor],
        due: Due::On(date(due)),
    };
    let decide = Command::Decide(DecisionDraft {
        title: "О повышении квалификации педагогов СШ № 1".into(),
        period: OPEN,
        grounds: vec![cell(RATIO, SCHOOL_1)],
        recommendations: vec![RecommendationId(1)],
        reason: "Доля педагогов с категорией ниже 40 %".into(),
        document: Some(DocumentChoice::New(Document {
            kind: DocumentKind::Order,
            issuer: "Управление образования".into(),
            level: DocumentLevel::Municipal,
            date: Some(date("2026-05-19")),
            number: "261/3".into(),
            title: "Об аттестации педагогов в 2026 году".into(),
            redaction: None,
            status: DocumentStatus::InForce,
            link: String::new(),
        })),
        control: "Громов П. Ф.".into(),
        assignments: vec![
            assignment(
                "1.1",
                "Утвердить график аттестации и представить его в управление",
                Executor::Head(to(SCHOOL_1, DEMINA)),
                "2026-05-22",
            ),
            assignment(
                "1.2",
                "Провести консультации по портфолио",
                Executor::Post("методический центр".into()),
                "2026-06-15",
            ),
        ],
    });
    world.act(decide).unwrap();
    world
}

/// A stage on that world at a size.
pub fn stage(size: (u16, u16)) -> Stage {
    in_language(size, Lang::Ru)
}

/// The same in a language.
pub fn in_language(size: (u16, u16), lang: Lang) -> Stage {
    let world = world();
    let mut stage = Stage::with(
        world.state,
        ORLOVA,
        size,
        lang,
        Keymap::default(),
        Vec::new(),
    );
    stage.commits = world.commits.into_iter().map(Arc::new).collect();
    stage
}

/// The screen at the two sizes that everything must read well at, after these keys.
pub fn pictures(keys: &str) -> String {
    let mut out = String::new();
    for size in [(80, 24), (120, 36)] {
        let mut stage = stage(size);
        stage.press_and_rest(keys);
        out.push_str(&stage.screen());
        out.push_str("════\n");
    }
    out
}

/// The screen in English at 80×24.
pub fn english(keys: &str) -> String {
    let mut stage = in_language((80, 24), Lang::En);
    stage.press_and_rest(keys);
    stage.screen()
}

/// Sizes at which nothing may panic.
pub const SIZES: [(u16, u16); 7] = [
    (0, 0),
    (1, 1),
    (20, 5),
    (60, 16),
    (80, 24),
    (120, 36),
    (300, 100),
];

/// Draws after these keys at every size, the degenerate ones too.
pub fn at_every_size(keys: &str) {
    let mut stage = stage((120, 36));
    stage.press_and_rest(keys);
    for (columns, rows) in SIZES {
        stage.resize(columns, rows);
        let _ = stage.screen();
        stage.press("↓<PgDn><PgUp>");
        let _ = stage.screen();
    }
}
