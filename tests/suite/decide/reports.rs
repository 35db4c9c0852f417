//! Reports of execution, and the documents they and decisions rest on.

use smotr::domain::command::*;
use smotr::domain::evidence::{Document, DocumentStatus};
use smotr::domain::followup::*;
use smotr::domain::ids::*;
use smotr::domain::people::Role;
use smotr::domain::record::{Key, Kind};
use smotr::domain::refusal::{Field, Refusal};

use super::forms::*;
use crate::support::world::*;

fn report(on: ReportOn, closes: Option<(Outcome, Seq)>) -> ReportDraft {
    ReportDraft {
        on,
        executor: Some(0),
        date: date("2026-05-22"),
        number: "вх. 77".into(),
        text: "План утверждён".into(),
        document: None,
        closes,
    }
}

#[test]
fn a_report_closes_what_it_is_about_in_the_same_commit() {
    let mut world = decided();
    let seen = rev(&world.state, Key::Assignment(A));
    let closes = Some((Outcome::AssignmentDone, seen));
    let on = ReportOn::Assignment(A);
    let commit = world
        .act(Command::Report(report(on, closes.clone())))
        .unwrap();
    assert_eq!(kinds(&commit), [Kind::Assignment, Kind::Report]);
    let done = AssignmentState::DoneInTime {
        on: date("2026-05-22"),
    };
    assert_eq!(world.state.assignments[&A].state, done);
    let stale = world.act(Command::Report(report(on, closes))).unwrap_err();
    assert!(matches!(stale, Refusal::Conflict { .. }), "{stale:?}");

    let mut world = recommended();
    let seen = rev(&world.state, Key::Recommendation(R));
    let partly = Outcome::Recommendation(RecommendationState::PartlyDone);
    let on = ReportOn::Recommendation(R);
    world
        .act(Command::Report(report(on, Some((partly, seen)))))
        .unwrap();
    let it = &world.state.recommendations[&R];
    assert_eq!(it.state, RecommendationState::PartlyDone);
    assert_eq!(it.closed_on, Some(date("2026-05-22")));
}

#[test]
fn a_report_says_what_it_must() {
    let world = decided();
    let seen = rev(&world.state, Key::Assignment(A));
    let cases: Vec<Spoilt<ReportDraft>> = vec![
        (|it| it.text.clear(), empty(Field::Text)),
        (
            |it| it.text = "12/3".into(),
            Refusal::NoWords { field: Field::Text },
        ),
        (
            |it| it.executor = Some(1),
            Refusal::NoSuchOption { options: 1 },
        ),
        (
            |it| it.date = date("2026-05-19"),
            before(Field::Date, "2026-05-19", "2026-05-20"),
        ),
        (|it| it.date = date("2026-05-24"), tomorrow()),
        (
            |it| it.on = ReportOn::Assignment(AssignmentId(77)),
            Refusal::Missing {
                key: Key::Assignment(AssignmentId(77)),
            },
        ),
        (
            |it| it.document = Some(DocumentChoice::Known(DocumentId(77))),
            Refusal::Missing {
                key: Key::Document(DocumentId(77)),
            },
        ),
        (
            |it| {
                it.document = Some(DocumentChoice::New(Document {
                    title: String::new(),
                    number: String::new(),
                    ..order()
                }))
            },
            empty(Field::Title),
        ),
    ];
    for (spoil, refusal) in cases {
        let mut draft = report(ReportOn::Assignment(A), None);
        spoil(&mut draft);
        assert_eq!(world.clone().act(Command::Report(draft)), Err(refusal));
    }
    let wrong = Outcome::Recommendation(RecommendationState::Done);
    let draft = report(ReportOn::Assignment(A), Some((wrong, seen)));
    let key = Key::Assignment(A);
    assert_eq!(
        world.clone().act(Command::Report(draft)),
        Err(Refusal::WrongState { key })
    );

    let mut world = World::new();
    world.act(Command::Recommend(vec![advice()])).unwrap();
    let early = report(ReportOn::Recommendation(R), None);
    let key = Key::Recommendation(R);
    assert_eq!(
        world.act(Command::Report(early)),
        Err(Refusal::WrongState { key })
    );
}

#[test]
fn a_report_keeps_what_it_is_about() {
    let mut world = decided();
    let about = ReportOn::Assignment(A);
    world.act(Command::Report(report(about, None))).unwrap();
    let id = ReportId(1);
    let key = Key::Report(id);
    let seen = rev(&world.state, key);
    let edit = |draft| Command::EditReport { id, seen, draft };
    let elsewhere = report(ReportOn::Assignment(AssignmentId(2)), None);
    assert_eq!(world.act(edit(elsewhere)), Err(Refusal::WrongState { key }));
    let closing = report(about, Some((Outcome::AssignmentDone, seen)));
    assert_eq!(world.act(edit(closing)), Err(Refusal::WrongState { key }));
    let better = ReportDraft {
        document: Some(DocumentChoice::New(Document {
            number: "77".into(),
            ..order()
        })),
        ..report(about, None)
    };
    let commit = world.act(edit(better)).unwrap();
    assert_eq!(kinds(&commit), [Kind::Document, Kind::Report]);
}

#[test]
fn documents_may_be_incomplete_but_not_nameless() {
    let only_title = Document {
        date: None,
        number: String::new(),
        ..order()
    };
    World::new()
        .act_as(BELOVA, Command::AddDocument(only_title))
        .unwrap();
    let cases: Vec<Spoilt<Document>> = vec![
        (
            |it| (it.title, it.number) = (String::new(), " ".into()),
            empty(Field::Title),
        ),
        (
            |it| it.redaction = Some(date("2026-05-19")),
            before(Field::Date, "2026-05-19", "2026-05-20"),
        ),
        (
            |it| {
                it.status = DocumentStatus::Repealed {
                    by: String::new(),
                    on: Some(date("2020-01-01")),
                }
            },
            before(Field::To, "2020-01-01", "2026-05-20"),
        ),
        (
            |it| it.number = "1".repeat(101),
            Refusal::TooLong {
                field: Field::Number,
                max: 100,
                given: 101,
            },
        ),
        (
            |it| it.title = "две\nстроки".into(),
            Refusal::Unprintable {
                field: Field::Title,
            },
        ),
    ];
    for (spoil, refusal) in cases {
        let mut document = order();
        spoil(&mut document);
        assert_eq!(
            World::new().act(Command::AddDocument(document)),
            Err(refusal)
        );
    }
    // Whoever keeps organisations and catalogues keeps the acts that they rest on.
    World::new()
        .act_as(SEROVA, Command::AddDocument(order()))
        .unwrap();
    assert_eq!(
        bare(World::new().act_as(DOLIN, Command::AddDocument(order()))),
        Err(denied(Role::Methodist))
    );
}

#[test]
fn an_act_that_a_decision_rests_on_stays_an_act() {
    let mut world = decided();
    let edit = |world: &World, document| Command::EditDocument {
        id: ORDER,
        seen: rev(&world.state, Key::Document(ORDER)),
        document,
    };
    let undated = edit(
        &world,
        Document {
            date: None,
            ..order()
        },
    );
    assert_eq!(
        world.act(undated),
        Err(Refusal::IncompleteDocument { lacks: Field::Date })
    );
    let retitled = edit(
        &world,
        Document {
            title: "О мерах".into(),
            ..order()
        },
    );
    world.act(retitled).unwrap();
    let never = Command::EditDocument {
        id: DocumentId(77),
        seen: Seq(1),
        document: order(),
    };
    let key = Key::Document(DocumentId(77));
    assert_eq!(world.act(never), Err(Refusal::Missing { key }));
}
