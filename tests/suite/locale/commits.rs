//! The journal's sentences: what a commit did, told in one line.

use smotr::domain::activity::Verdict;
use smotr::domain::alias::Means;
use smotr::domain::cycle::RoundState;
use smotr::domain::evidence::{DocumentStatus, Track};
use smotr::domain::followup::*;
use smotr::domain::ids::*;
use smotr::domain::people::Deputy;
use smotr::domain::record::{Cause, Change, Key, Kind, Record};
use smotr::domain::state::State;
use smotr::domain::value::{Entry, Source, Value, ValueState};
use smotr::locale::{Lang, Locale, Narrator};

use super::scene::*;

fn check(cause: Cause, changes: Vec<Change>, want: &str) {
    let told = in_russian(|it| it.commit(&commit(cause, changes)));
    assert_eq!(told.replace('\u{a0}', " "), want);
}

fn cell_change(
    organisation: OrganisationId,
    before: Option<Value>,
    after: Option<Value>,
) -> Change {
    change(
        Key::Value(cell(CATEGORIES, organisation)),
        before.map(Record::Value),
        after.map(Record::Value),
    )
}

fn with_state(entry: Entry, state: ValueState) -> Value {
    Value {
        state,
        ..value(entry)
    }
}

#[test]
fn a_value() {
    let (high, low) = (value(ratio(21, 24)), value(ratio(17, 20)));
    for (before, after, want) in [
        (None, Some(high.clone()), "6.2 · СШ № 12 — 87,5 %"),
        (
            Some(high.clone()),
            Some(low.clone()),
            "6.2 · СШ № 12 — 87,5 % → 85,0 %",
        ),
        (
            Some(high.clone()),
            Some(value(Entry::Empty)),
            "6.2 · СШ № 12 — 87,5 % → пусто",
        ),
        (
            Some(high.clone()),
            None,
            "6.2 · СШ № 12 — 87,5 % → не внесено",
        ),
        (
            Some(high.clone()),
            Some(value(ratio(42, 48))),
            "6.2 · СШ № 12 — 21 из 24 → 42 из 48",
        ),
        (
            Some(with_state(ratio(21, 24), ValueState::Approved)),
            Some(low.clone()),
            "6.2 · СШ № 12 — 87,5 % → 85,0 %; утверждено → введено",
        ),
        (
            Some(high.clone()),
            Some(with_state(
                ratio(21, 24),
                ValueState::Returned {
                    reason: "нет приказа".into(),
                },
            )),
            "6.2 · СШ № 12 — введено → на доработке: нет приказа",
        ),
        (
            Some(high.clone()),
            Some(Value {
                note: "уточнено  по\nведомости".into(),
                ..high.clone()
            }),
            "6.2 · СШ № 12 — примечание: пусто → «уточнено по ведомости»",
        ),
        (
            Some(high.clone()),
            Some(Value {
                source: Some(Source::Text("вх. № 123".into())),
                evidence: Some(ORDER),
                follow_up: true,
                ..high.clone()
            }),
            "6.2 · СШ № 12 — источник: пусто → вх. № 123; подтверждение: пусто → приказ от 01.06.2026 № 259/1; пометка: нет → да",
        ),
        (
            Some(high.clone()),
            Some(high.clone()),
            "6.2 · СШ № 12 — без изменений",
        ),
    ] {
        check(Cause::Do, vec![cell_change(SCHOOL, before, after)], want);
    }
}

#[test]
fn undo_and_redo_say_so() {
    let back = || {
        vec![cell_change(
            SCHOOL,
            Some(value(ratio(21, 24))),
            Some(value(ratio(17, 20))),
        )]
    };
    check(
        Cause::Undo(Seq(9)),
        back(),
        "отменено: 6.2 · СШ № 12 — 87,5 % → 85,0 %",
    );
    check(
        Cause::Redo(Seq(9)),
        back(),
        "повторено: 6.2 · СШ № 12 — 87,5 % → 85,0 %",
    );
    let gone = change(
        Key::Recommendation(RecommendationId(77)),
        Some(Record::Recommendation(advice())),
        None,
    );
    check(
        Cause::Undo(Seq(9)),
        vec![gone],
        "отменено: рекомендация · 6.2 · СШ № 12 — запись убрана",
    );
}

#[test]
fn what_follows_from_a_value() {
    let key = Key::Recommendation(ADVICE);
    let recommendation = |change: &dyn Fn(&mut Recommendation)| {
        let mut it = advice();
        change(&mut it);
        Some(Record::Recommendation(it))
    };
    let draft = || recommendation(&|_| ());
    let to = |date| Prolongation {
        to: day(date),
        ground: "по письму".into(),
        by: ORLOVA,
        on: day("01.12.2026"),
    };
    for (before, after, want) in [
        (
            None,
            draft(),
            "рекомендация · 6.2 · СШ № 12 — новая запись: до 15.12.2026; «Провести стажировку»",
        ),
        (
            draft(),
            recommendation(&|it| {
                it.state = RecommendationState::Sent;
                it.sent = Some(Sent {
                    number: "15/328".into(),
                    date: day("02.06.2026"),
                });
            }),
            "рекомендация · 6.2 · СШ № 12 — проект → направлена; отправлено: пусто → № 15/328 от 02.06.2026",
        ),
        (
            draft(),
            recommendation(&|it| it.prolongations.push(to("20.01.2027"))),
            "рекомендация · 6.2 · СШ № 12 — до 15.12.2026 → до 20.01.2027, продлено с 15.12.2026; основание: «по письму»",
        ),
        (
            draft(),
            recommendation(&|it| {
                it.state = RecommendationState::Released {
                    reason: "школа закрыта".into(),
                }
            }),
            "рекомендация · 6.2 · СШ № 12 — проект → снята с контроля: школа закрыта",
        ),
        (
            draft(),
            recommendation(&|it| {
                it.addressees.push(Addressee {
                    organisation: OTHER_SCHOOL,
                    person: None,
                })
            }),
            "рекомендация · 6.2 · СШ № 12 и ещё 1 ОО — кому: СШ № 12 → СШ № 12 и ещё 1 ОО",
        ),
    ] {
        check(Cause::Do, vec![change(key, before, after)], want);
    }
    let done = Assignment {
        state: AssignmentState::DoneInTime {
            on: day("28.09.2026"),
        },
        ..task("2.1")
    };
    check(
        Cause::Do,
        vec![
            change(
                Key::Assignment(TASK),
                Some(Record::Assignment(task("2.1"))),
                Some(Record::Assignment(done)),
            ),
            change(Key::Report(REPORT), None, Some(Record::Report(report()))),
        ],
        "отчёт · поручение 2.1 · решение · приказ от 01.06.2026 № 259/1 — новая запись: от 28.09.2026; «План утверждён»; поручение 2.1 · решение · приказ от 01.06.2026 № 259/1 — на контроле → исполнено в срок: 28.09.2026",
    );
}

/// A decision made on the spot names its act though the state does not know it yet.
#[test]
fn a_record_of_the_same_commit_lends_its_name() {
    let (new, paper) = (DecisionId(50), DocumentId(50));
    let made = Decision {
        document: Some(paper),
        ..decision()
    };
    let act = smotr::domain::evidence::Document {
        number: "617-ОД".into(),
        ..order()
    };
    let to = |number| Assignment {
        decision: new,
        ..task(number)
    };
    let added = |key, record| change(key, None, Some(record));
    check(
        Cause::Do,
        vec![
            added(Key::Document(paper), Record::Document(act)),
            added(Key::Decision(new), Record::Decision(made)),
            added(
                Key::Assignment(AssignmentId(50)),
                Record::Assignment(to("1")),
            ),
            added(
                Key::Assignment(AssignmentId(51)),
                Record::Assignment(to("2")),
            ),
        ],
        "решение · приказ от 01.06.2026 № 617-ОД — новая запись: «О сопровождении»; и ещё 3 записи",
    );
}

#[test]
fn many_records_are_counted() {
    let submit = |organisation| {
        let value = |state| Some(with_state(ratio(21, 24), state));
        cell_change(
            organisation,
            value(ValueState::Entered),
            value(ValueState::Submitted),
        )
    };
    check(
        Cause::Do,
        vec![submit(SCHOOL), submit(OTHER_SCHOOL)],
        "6.2 · 2 значения — введено → на проверке",
    );
    let entered = |organisation, n| cell_change(organisation, None, Some(value(ratio(n, 24))));
    check(
        Cause::Do,
        vec![entered(SCHOOL, 21), entered(OTHER_SCHOOL, 20)],
        "6.2 · 2 значения",
    );
    let listed = change(
        Key::Value(cell(LIST, SCHOOL)),
        None,
        Some(Record::Value(value(Entry::Choice(0)))),
    );
    check(
        Cause::Do,
        vec![entered(SCHOOL, 21), listed.clone()],
        "СШ № 12 · 2 значения",
    );
    check(
        Cause::Do,
        vec![entered(OTHER_SCHOOL, 21), listed],
        "2 значения",
    );
    let advice = |id| {
        change(
            Key::Recommendation(RecommendationId(id)),
            None,
            Some(Record::Recommendation(advice())),
        )
    };
    check(
        Cause::Do,
        (70..75).map(advice).collect(),
        "5 рекомендаций (СШ № 12) — новые записи",
    );
    check(
        Cause::Import([0; 16]),
        (70..75).map(advice).collect(),
        "из файла: 5 рекомендаций (СШ № 12) — новые записи",
    );
    check(Cause::Do, Vec::new(), "без изменений");
}

/// The journal screen gets the first changes only; the sentence counts them all.
#[test]
fn a_large_commit_is_told_from_its_first_changes() {
    let first = commit(
        Cause::Do,
        vec![cell_change(SCHOOL, None, Some(value(ratio(21, 24))))],
    );
    assert_eq!(
        in_russian(|it| it.commit_of(&first, 42_000)).replace('\u{a0}', " "),
        "6.2 · СШ № 12 — 87,5 %; и ещё 41 999 записей"
    );
    let import = commit(Cause::Import([0; 16]), first.changes);
    assert_eq!(
        in_russian(|it| it.commit_of(&import, 42_001)).replace('\u{a0}', " "),
        "из файла: 6.2 · СШ № 12 — 87,5 %; и ещё 42 000 записей"
    );
}

#[test]
fn another_period_is_named() {
    let change = cell_change(SCHOOL, None, Some(value(ratio(21, 24))));
    let told = in_russian(|it| {
        it.in_period(NEXT_YEAR)
            .commit(&commit(Cause::Do, vec![change]))
    });
    assert_eq!(
        told.replace('\u{a0}', " "),
        "2025/26 · 6.2 · СШ № 12 — 87,5 %"
    );
}

/// Adding, changing and taking back a record of each kind has words in both languages, whatever the state knows.
#[test]
fn every_kind_of_record_is_told() {
    let known = state();
    let nothing = smotr::domain::state::State::default();
    for lang in Lang::ALL {
        let locale = Locale::new(lang);
        for names in [&known, &nothing] {
            let narrator = Narrator::new(&locale, names, chrono::Offset::fix(&chrono::Utc));
            let mut told = std::collections::BTreeSet::new();
            for (key, record) in records() {
                let changed = change(key, Some(record.clone()), Some(altered(record.clone())));
                assert!(
                    !narrator.difference(&changed).is_empty(),
                    "{key:?}: a change that is not told"
                );
                for it in [
                    change(key, None, Some(record.clone())),
                    change(key, Some(record), None),
                    changed,
                ] {
                    let sentence = narrator.commit(&commit(Cause::Do, vec![it]));
                    assert!(
                        !sentence.is_empty() && !sentence.contains(['{', '}']),
                        "{sentence}"
                    );
                }
                told.insert(key.kind());
            }
            assert_eq!(told.len(), Kind::ALL.len());
        }
    }
}

/// The record with one field changed.
fn altered(record: Record) -> Record {
    match record {
        Record::Settings(mut it) => {
            it.demo = !it.demo;
            Record::Settings(it)
        }
        Record::Edition(mut it) => {
            it.min_months += 1;
            Record::Edition(it)
        }
        Record::Direction(mut it) => {
            it.weight += dec("1");
            Record::Direction(it)
        }
        Record::Indicator(mut it) => {
            it.wording.push(smotr::domain::catalogue::Wording {
                points: dec("1"),
                text: "совет".into(),
            });
            Record::Indicator(it)
        }
        Record::BaseQuantity(mut it) => {
            it.whole = !it.whole;
            Record::BaseQuantity(it)
        }
        Record::BaseValue(mut it) => {
            it.number += dec("1");
            Record::BaseValue(it)
        }
        Record::Reference(mut it) => {
            it.source.push('!');
            Record::Reference(it)
        }
        Record::Organisation(mut it) => {
            it.closed = Some(day("31.08.2026"));
            Record::Organisation(it)
        }
        Record::Person(mut it) => {
            it.patronymic.push('а');
            Record::Person(it)
        }
        Record::Appointment(mut it) => {
            it.to = Some(day("31.08.2026"));
            Record::Appointment(it)
        }
        Record::Period(mut it) => {
            it.deadline = None;
            Record::Period(it)
        }
        Record::Value(mut it) => {
            it.self_assessment = Some(Box::new(ratio(1, 2)));
            Record::Value(it)
        }
        Record::Recommendation(mut it) => {
            it.text = format!("{} {}", it.text, "и ещё многое другое ".repeat(9));
            Record::Recommendation(it)
        }
        Record::Decision(mut it) => {
            it.control = "заместитель".into();
            Record::Decision(it)
        }
        Record::Assignment(mut it) => {
            it.executors
                .push(Executor::Group(vec![SCHOOL, OTHER_SCHOOL]));
            Record::Assignment(it)
        }
        Record::Report(mut it) => {
            it.executor = None;
            Record::Report(it)
        }
        Record::Document(mut it) => {
            it.status = DocumentStatus::Repealed {
                by: String::new(),
                on: Some(day("31.08.2026")),
            };
            Record::Document(it)
        }
        Record::Requirement(mut it) => {
            it.track = Some(Track::Direction(DirectionId(1)));
            Record::Requirement(it)
        }
        Record::Citation(mut it) => {
            it.pages.push('8');
            Record::Citation(it)
        }
        Record::User(mut it) => {
            it.retired = true;
            Record::User(it)
        }
        Record::Results(mut it) => {
            it.placed += 1;
            Record::Results(it)
        }
        Record::ResultRow(mut it) => {
            it.heads.clear();
            Record::ResultRow(it)
        }
        Record::Correction(mut it) => {
            it.reason.push('!');
            Record::Correction(it)
        }
        Record::Objection(mut it) => {
            it.substance.push('!');
            Record::Objection(it)
        }
        Record::Qualification(mut it) => {
            it.title.push('!');
            Record::Qualification(it)
        }
        Record::Attestation(mut it) => {
            it.candidate = !it.candidate;
            Record::Attestation(it)
        }
        Record::Contract(mut it) => {
            it.number.push('!');
            Record::Contract(it)
        }
        Record::Rule(mut it) => {
            it.threshold = Some(dec("4"));
            Record::Rule(it)
        }
        Record::Confirmation(mut it) => {
            it.note.push('!');
            Record::Confirmation(it)
        }
        Record::Candidate(mut it) => {
            it.post.push('!');
            Record::Candidate(it)
        }
        Record::Collection(mut it) => {
            it.events.pop();
            Record::Collection(it)
        }
        Record::Alias(mut it) => {
            it.means = Means::Organisation(OrganisationId(77));
            Record::Alias(it)
        }
        Record::BroughtFile(mut it) => {
            it.values += 1;
            Record::BroughtFile(it)
        }
        Record::Deputy(mut it) => {
            it.to = day("31.08.2026");
            Record::Deputy(it)
        }
        Record::Section(mut it) => {
            it.title.push('!');
            Record::Section(it)
        }
        Record::Round(mut it) => {
            it.state = RoundState::Open;
            Record::Round(it)
        }
        Record::Goal(mut it) => {
            it.grounds.push('!');
            Record::Goal(it)
        }
        Record::AnalysisNote(mut it) => {
            it.conclusions.push('!');
            Record::AnalysisNote(it)
        }
        Record::Activity(mut it) => {
            it.outcome.push('!');
            Record::Activity(it)
        }
        Record::Review(mut it) => {
            it.verdict = Verdict::Partly;
            Record::Review(it)
        }
    }
}

#[test]
fn what_a_deputy_does_as_the_head_says_for_whom() {
    let locale = Locale::new(Lang::Ru);
    let mut state = state();
    let deputy = Deputy {
        user: ORLOVA,
        head: UserId(9),
        from: day("20.05.2026"),
        to: day("23.05.2026"),
        named_by: UserId(9),
    };
    let key = Key::Deputy(DeputyId(1));
    let tell = |state: &State, change: Change| {
        let offset = chrono::FixedOffset::east_opt(3 * 3600).unwrap();
        let narrator = Narrator::new(&locale, state, offset);
        let commit = commit(Cause::Do, vec![change]);
        let row = narrator.commit_row(&commit, 1).change;
        [narrator.commit(&commit), row].map(|it| it.replace('\u{a0}', " "))
    };
    let here = cell(CATEGORIES, SCHOOL);
    let stepped = |to: ValueState| {
        let before = value(ratio(21, 24));
        let after = Value {
            state: to,
            ..before.clone()
        };
        change(
            Key::Value(here),
            Some(Record::Value(before)),
            Some(Record::Value(after)),
        )
    };
    state.put(key, Some(Record::Deputy(deputy.clone())), STAMP);
    let [said, row] = tell(&state, stepped(ValueState::Approved));
    assert!(said.ends_with("(замещается пользователь № 9)"), "{said}");
    assert!(row.ends_with("(замещается пользователь № 9)"), "{row}");
    // Handing in is everybody's.
    let [said, _] = tell(&state, stepped(ValueState::Submitted));
    assert!(!said.contains("замещается"), "{said}");
    // To take an approval back is the head's again.
    let taken_back = |it: Change| Change {
        before: it.after,
        after: Some(Record::Value(Value {
            state: ValueState::Submitted,
            ..value(ratio(21, 24))
        })),
        ..it
    };
    let [said, _] = tell(&state, taken_back(stepped(ValueState::Approved)));
    assert!(said.ends_with("(замещается пользователь № 9)"), "{said}");
    // The day after, it was not as a deputy.
    let over = Deputy {
        to: day("22.05.2026"),
        ..deputy
    };
    state.put(key, Some(Record::Deputy(over)), STAMP);
    let [said, _] = tell(&state, stepped(ValueState::Approved));
    assert!(!said.contains("замещается"), "{said}");
}
