//! Records, keys and the state that holds them.

use proptest::prelude::*;
use smotr::domain::ids::*;
use smotr::domain::record::{Cause, Change, CommandId, Commit, Key, Kind, Record};
use smotr::domain::rule::RuleKind;
use smotr::domain::state::State;
use smotr::domain::value::{Cell, Entry, Subject, Value};

fn any_rule(number: u32) -> RuleKind {
    RuleKind::ALL[number as usize % RuleKind::ALL.len()]
}

fn any_key() -> impl Strategy<Value = Key> {
    let subject = prop_oneof![
        any::<u32>().prop_map(|it| Subject::Organisation(OrganisationId(it))),
        any::<u32>().prop_map(|it| Subject::Person(PersonId(it))),
        Just(Subject::Municipality),
    ];
    (
        0..Kind::ALL.len(),
        any::<u32>(),
        any::<u32>(),
        any::<u32>(),
        subject,
    )
        .prop_map(|(kind, a, b, c, subject)| match Kind::ALL[kind] {
            Kind::Settings => Key::Settings,
            Kind::Edition => Key::Edition(EditionId(a)),
            Kind::Direction => Key::Direction(EditionId(a), DirectionId(b)),
            Kind::Indicator => Key::Indicator(EditionId(a), IndicatorId(b)),
            Kind::BaseQuantity => Key::BaseQuantity(BaseQuantityId(a)),
            Kind::BaseValue => Key::BaseValue(PeriodId(a), BaseQuantityId(b), OrganisationId(c)),
            Kind::Reference => Key::Reference(PeriodId(a), IndicatorId(b)),
            Kind::Organisation => Key::Organisation(OrganisationId(a)),
            Kind::Person => Key::Person(PersonId(a)),
            Kind::Appointment => Key::Appointment(AppointmentId(a)),
            Kind::Period => Key::Period(PeriodId(a)),
            Kind::Value => Key::Value(Cell {
                period: PeriodId(a),
                indicator: IndicatorId(b),
                subject,
            }),
            Kind::Recommendation => Key::Recommendation(RecommendationId(a)),
            Kind::Decision => Key::Decision(DecisionId(a)),
            Kind::Assignment => Key::Assignment(AssignmentId(a)),
            Kind::Report => Key::Report(ReportId(a)),
            Kind::Document => Key::Document(DocumentId(a)),
            Kind::Requirement => Key::Requirement(RequirementId(a)),
            Kind::Citation => Key::Citation(CitationId(a)),
            Kind::User => Key::User(UserId(a)),
            Kind::Deputy => Key::Deputy(DeputyId(a)),
            Kind::Results => Key::Results(PeriodId(a)),
            Kind::ResultRow => Key::ResultRow(PeriodId(a), OrganisationId(b)),
            Kind::Correction => Key::Correction(Cell {
                period: PeriodId(a),
                indicator: IndicatorId(b),
                subject,
            }),
            Kind::Objection => Key::Objection(ObjectionId(a)),
            Kind::Qualification => Key::Qualification(QualificationId(a)),
            Kind::Attestation => Key::Attestation(AttestationId(a)),
            Kind::Contract => Key::Contract(ContractId(a)),
            Kind::Candidate => Key::Candidate(CandidateId(a)),
            Kind::Rule => Key::Rule(EditionId(a), any_rule(b)),
            Kind::Confirmation => Key::Confirmation(
                Cell {
                    period: PeriodId(a),
                    indicator: IndicatorId(b),
                    subject,
                },
                any_rule(c),
            ),
            Kind::Collection => Key::Collection(PeriodId(a), OrganisationId(b)),
            Kind::Alias => Key::Alias(AliasId(a)),
            Kind::BroughtFile => Key::BroughtFile(BroughtFileId(a)),
            Kind::Section => Key::Section(SectionId(a)),
            Kind::Round => Key::Round(RoundId(a)),
            Kind::Goal => Key::Goal(GoalId(a)),
            Kind::AnalysisNote => Key::AnalysisNote(NoteId(a)),
            Kind::Activity => Key::Activity(ActivityId(a)),
            Kind::Review => Key::Review(ReviewId(a)),
        })
}

proptest! {
    #[test]
    fn a_key_reads_back_as_written_and_sorts_as_its_bytes(a in any_key(), b in any_key()) {
        prop_assert_eq!(Key::from_bytes(&a.to_bytes()), Some(a));
        prop_assert_eq!(a.cmp(&b), a.to_bytes().cmp(&b.to_bytes()));
    }

    #[test]
    fn any_bytes_are_a_key_or_none(bytes in proptest::collection::vec(any::<u8>(), 0..20)) {
        if let Some(key) = Key::from_bytes(&bytes) {
            prop_assert_eq!(key.to_bytes(), bytes);
        }
    }
}

#[test]
fn kinds_have_the_numbers_that_are_in_the_stores_of_others() {
    let numbers: Vec<u8> = Kind::ALL.iter().map(|it| *it as u8).collect();
    assert_eq!(numbers, (1..=40).collect::<Vec<u8>>());
}

fn value_commit(seq: u64, cause: Cause, before: Option<i64>, after: Option<i64>) -> Commit {
    let cell = Cell {
        period: PeriodId(1),
        indicator: IndicatorId(1),
        subject: Subject::Municipality,
    };
    let value = |n: i64| Record::Value(Value::entered(Entry::Number(n.into()), UserId(1)));
    Commit {
        seq: Seq(seq),
        time: Timestamp(seq as i64),
        actor: UserId(1),
        command_id: CommandId(u128::from(seq)),
        cause,
        changes: vec![Change {
            key: Key::Value(cell),
            before: before.map(value),
            after: after.map(value),
        }],
    }
}

#[test]
fn the_undo_stack_follows_do_undo_redo() {
    let mut state = State::default();
    let stack = |state: &State| (state.undo_target(UserId(1)), state.redo_target(UserId(1)));
    state.apply(&value_commit(1, Cause::Do, None, Some(1)));
    state.apply(&value_commit(2, Cause::Do, Some(1), Some(2)));
    assert_eq!(stack(&state), (Some(Seq(2)), None));
    state.apply(&value_commit(3, Cause::Undo(Seq(2)), Some(2), Some(1)));
    assert_eq!(stack(&state), (Some(Seq(1)), Some(Seq(3))));
    state.apply(&value_commit(4, Cause::Redo(Seq(3)), Some(1), Some(2)));
    assert_eq!(stack(&state), (Some(Seq(4)), None));
    state.apply(&value_commit(5, Cause::Undo(Seq(4)), Some(2), Some(1)));
    state.apply(&value_commit(6, Cause::Do, Some(1), Some(7)));
    assert_eq!(
        stack(&state),
        (Some(Seq(6)), None),
        "a new command forgets the redo"
    );
}

#[test]
fn applying_twice_changes_nothing() {
    let mut state = State::default();
    let commit = value_commit(1, Cause::Do, None, Some(1));
    state.apply(&commit);
    let once = state.clone();
    state.apply(&commit);
    assert_eq!(state, once);
}
