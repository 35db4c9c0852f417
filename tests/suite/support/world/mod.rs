//! A small world: one published edition with an indicator for every measure and scoring, three organisations,
//! two school years, users of each role. For tests of anything that needs a state that means something.
#![allow(dead_code, reason = "a world is more than any one test needs")]

mod catalogue;
mod people;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use smotr::analysis::results::RECKON;
use smotr::domain::command::{Command, RecommendationDraft, Seen, SetValue};
use smotr::domain::decide::{Actor, decide, decide_inverse, decide_redo, decide_undo};
use smotr::domain::evidence::*;
use smotr::domain::followup::{Addressee, Due};
use smotr::domain::ids::*;
use smotr::domain::people::*;
use smotr::domain::period::*;
use smotr::domain::record::{Cause, CommandId, Commit, Key, Record};
use smotr::domain::refusal::{Able, Refusal, Who};
use smotr::domain::staffing::Closing;
use smotr::domain::state::State;
use smotr::domain::value::*;

/// The published edition.
pub const EDITION: EditionId = EditionId(1);
/// An edition still being written, empty.
pub const DRAFT_EDITION: EditionId = EditionId(2);
/// «Педагоги всего», the denominator of [`RATIO`].
pub const TEACHERS: BaseQuantityId = BaseQuantityId(1);

/// «Условия»: [`RATIO`], [`COUNT`], [`EXPERT`], [`BENCHMARK`], [`MUNICIPAL`], [`RETIRED`].
pub const CONDITIONS: DirectionId = DirectionId(1);
/// «Компетенции»: [`CHOICE`], [`SCORE`], [`DELTA`].
pub const COMPETENCES: DirectionId = DirectionId(2);

/// 1.1, organisation, counts ÷ teachers × 100, bands 0 · 1 · 2 · 3 from 40, 60, 80; 0–100 possible, from 20 usual.
pub const RATIO: IndicatorId = IndicatorId(1);
/// 1.2, organisation, a whole number, 3 points less one for each, not below −2; to 10 usual.
pub const COUNT: IndicatorId = IndicatorId(2);
/// 1.3, organisation, expert points to 12.
pub const EXPERT: IndicatorId = IndicatorId(3);
/// 2.1, person, yes or no: 3 or 0 points.
pub const CHOICE: IndicatorId = IndicatorId(4);
/// 2.2, person, a number of percent, the best one is 100.
pub const SCORE: IndicatorId = IndicatorId(5);
/// 2.3, person, computed: [`SCORE`] less that of the period before; bands from below 0.
pub const DELTA: IndicatorId = IndicatorId(6);
/// 1.4, schools only, own percentage ÷ that of the region; less is better.
pub const BENCHMARK: IndicatorId = IndicatorId(7);
/// 1.5, municipality, a share; a note is always asked for.
pub const MUNICIPAL: IndicatorId = IndicatorId(8);
/// 1.6, retired.
pub const RETIRED: IndicatorId = IndicatorId(9);

/// СШ № 1: [`EREMIN`] until 11.01.2026, then [`DEMINA`], acting.
pub const SCHOOL_1: OrganisationId = OrganisationId(1);
/// СШ № 2: [`ZIMIN`] all the time.
pub const SCHOOL_2: OrganisationId = OrganisationId(2);
/// Детский сад № 1: [`YASHINA`] until 30.11.2025, then vacant.
pub const NURSERY: OrganisationId = OrganisationId(3);

/// Head of [`SCHOOL_1`] until 11.01.2026.
pub const EREMIN: PersonId = PersonId(1);
/// Head of [`SCHOOL_1`] from 12.01.2026, acting.
pub const DEMINA: PersonId = PersonId(2);
/// Head of [`SCHOOL_2`].
pub const ZIMIN: PersonId = PersonId(3);
/// Head of [`NURSERY`] until 30.11.2025.
pub const YASHINA: PersonId = PersonId(4);

/// 2024/25, closed.
pub const CLOSED: PeriodId = PeriodId(1);
/// 2025/26, open.
pub const OPEN: PeriodId = PeriodId(2);

/// An order with date, number and title.
pub const ORDER: DocumentId = DocumentId(1);
/// A letter of which only the title is known.
pub const LETTER: DocumentId = DocumentId(2);

/// Орлова: all roles; the creator of the store.
pub const ORLOVA: UserId = UserId(1);
/// Белова: methodist without limits.
pub const BELOVA: UserId = UserId(2);
/// Ветров: methodist for «Условия» and СШ № 1 only.
pub const VETROV: UserId = UserId(3);
/// Громов: head of department and nothing else.
pub const GROMOV: UserId = UserId(4);
/// Серова: administrator and nothing else.
pub const SEROVA: UserId = UserId(5);
/// Долин: observer.
pub const DOLIN: UserId = UserId(6);
/// Everybody in the store.
pub const USERS: [UserId; 6] = [ORLOVA, BELOVA, VETROV, GROMOV, SEROVA, DOLIN];

/// A date: `date("2026-05-23")`.
pub fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A number: `number("87.5")`.
pub fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// The cell of an organisation in the open period.
pub fn cell(indicator: IndicatorId, organisation: OrganisationId) -> Cell {
    Cell {
        period: OPEN,
        indicator,
        subject: Subject::Organisation(organisation),
    }
}

/// The cell of a person in the open period.
pub fn cell_of(indicator: IndicatorId, person: PersonId) -> Cell {
    Cell {
        period: OPEN,
        indicator,
        subject: Subject::Person(person),
    }
}

/// A number as an entry.
pub fn entry(text: &str) -> Entry {
    Entry::Number(number(text))
}

/// A ratio as an entry.
pub fn ratio(numerator: &str, denominator: &str) -> Entry {
    Entry::Ratio {
        numerator: number(numerator),
        denominator: number(denominator),
    }
}

/// A command that sets one cell as somebody would who sees the present state.
pub fn set(state: &State, cell: Cell, entry: Entry) -> Command {
    Command::SetValues(vec![SetValue {
        cell,
        seen: seen(state, Key::Value(cell)),
        entry,
        note: None,
        source: None,
    }])
}

/// The revision of an edition with all that is in it.
pub fn whole(state: &State, edition: EditionId) -> Seq {
    state.latest_of(edition).unwrap().1.rev
}

/// A command that closes an organisation, or changes a closed one, as somebody would who sees everybody who heads it.
pub fn closing(state: &State, id: OrganisationId, organisation: Organisation) -> Command {
    let heads = state.appointments_of.of(id);
    let heads = heads.map(|it| (it, rev(state, Key::Appointment(it))));
    Command::CloseOrganisation {
        id,
        seen: rev(state, Key::Organisation(id)),
        organisation,
        closing: Closing {
            act: None,
            reason: String::new(),
            heads: heads.collect(),
        },
    }
}

/// A command that gives the head of a school advice, in these words and with this result to come of it.
pub fn recommend(text: &str, expected: &str) -> Command {
    Command::Recommend(vec![RecommendationDraft {
        addressees: vec![Addressee {
            person: Some(EREMIN),
            organisation: SCHOOL_1,
        }],
        period: OPEN,
        ground: None,
        text: text.to_owned(),
        expected: expected.to_owned(),
        due: Due::On(date("2026-09-01")),
    }])
}

/// What somebody sees under a key now.
pub fn seen(state: &State, key: Key) -> Seen {
    match state.stamp(key) {
        Some(stamp) => Seen::At(stamp.rev),
        None => Seen::Absent,
    }
}

/// The revision of a record that is there.
pub fn rev(state: &State, key: Key) -> Seq {
    state.stamp(key).unwrap().rev
}

/// The moment of the next commit: a minute later than the last, on 23.05.2026.
pub fn now(state: &State) -> Now {
    Now {
        at: Timestamp(1_779_540_000_000 + 60_000 * state.meta.seq.0 as i64),
        today: date("2026-05-23"),
    }
}

/// The right that is missing, whoever has it.
pub fn denied(needs: Role) -> Refusal {
    let (outside, may) = (false, Who::default());
    Refusal::Denied {
        needs,
        outside,
        may,
    }
}

/// An outcome as [`denied`] says it: without who may.
pub fn bare<T>(done: Result<T, Refusal>) -> Result<T, Refusal> {
    done.map_err(|it| match it {
        Refusal::Denied { needs, .. } => denied(needs),
        other => other,
    })
}

/// These users, each of their own right.
pub fn who(users: impl IntoIterator<Item = UserId>) -> Who {
    let until = None;
    Who::of(users.into_iter().map(|user| Able { user, until }))
}

/// Decides as Орлова and applies.
pub fn do_it(state: &mut State, command: Command) -> Result<Commit, Refusal> {
    do_as(state, ORLOVA, command)
}

/// Decides as that user and applies.
pub fn do_as(state: &mut State, user: UserId, command: Command) -> Result<Commit, Refusal> {
    let now = now(state);
    let changes = decide(state, &Actor { user }, &command, now, RECKON)?;
    Ok(commit(state, user, Cause::Do, changes))
}

fn commit(
    state: &mut State,
    actor: UserId,
    cause: Cause,
    changes: Vec<smotr::domain::record::Change>,
) -> Commit {
    for change in &changes {
        let there = state.record(change.key).map(|(record, _)| record);
        assert_eq!(change.before, there, "before {:?}", change.key);
    }
    let seq = state.meta.seq.next();
    let commit = Commit {
        seq,
        time: now(state).at,
        actor,
        command_id: CommandId(u128::from(seq.0)),
        cause,
        changes,
    };
    state.apply(&commit);
    for change in &commit.changes {
        let there = state.record(change.key).map(|(record, _)| record);
        assert_eq!(change.after, there, "after {:?}", change.key);
    }
    commit
}

/// A state with the commits that led to it, so that they can be taken back.
#[derive(Clone, Debug)]
pub struct World {
    /// The state.
    pub state: State,
    /// All commits, from the first.
    pub commits: Vec<Commit>,
}

impl World {
    /// The small world as founded: one commit.
    pub fn new() -> World {
        let mut state = State::default();
        let founding = do_as(&mut state, PROGRAM, Command::Load(records())).unwrap();
        World {
            state,
            commits: vec![founding],
        }
    }

    /// Does something as Орлова.
    pub fn act(&mut self, command: Command) -> Result<Commit, Refusal> {
        self.act_as(ORLOVA, command)
    }

    /// Does something as that user; `Undo` and `Redo` work as in the engine.
    pub fn act_as(&mut self, user: UserId, command: Command) -> Result<Commit, Refusal> {
        let (target, cause): (_, fn(Seq) -> Cause) = match command {
            Command::Undo => (self.state.undo_target(user), Cause::Undo),
            Command::Redo => (self.state.redo_target(user), Cause::Redo),
            _ => (None, Cause::Undo),
        };
        let done = match target {
            Some(seq) => {
                let original = &self.commits[seq.0 as usize - 1];
                let (state, actor, now) = (&self.state, Actor { user }, now(&self.state));
                let changes = match command {
                    Command::Redo => decide_redo(state, &actor, original, now, RECKON)?,
                    _ => decide_undo(state, &actor, original, now, RECKON)?,
                };
                commit(&mut self.state, user, cause(seq), changes)
            }
            None => do_as(&mut self.state, user, command)?,
        };
        self.commits.push(done.clone());
        Ok(done)
    }

    /// Takes the user's last commit back by the rule of the inverse alone: what a store may hold of older days.
    pub fn take_back(&mut self, user: UserId) {
        let seq = self.state.undo_target(user).unwrap();
        let original = &self.commits[seq.0 as usize - 1];
        let (actor, now) = (Actor { user }, now(&self.state));
        let changes = decide_inverse(&self.state, &actor, original, now).unwrap();
        let done = commit(&mut self.state, user, Cause::Undo(seq), changes);
        self.commits.push(done);
    }

    /// Sets one cell as Орлова.
    pub fn set(&mut self, cell: Cell, entry: Entry) -> Result<Commit, Refusal> {
        let command = set(&self.state, cell, entry);
        self.act(command)
    }

    /// How many teachers there are at a school, as the head of department knows.
    pub fn teachers(&mut self, organisation: OrganisationId, text: &str) -> Commit {
        self.act(Command::SetBase {
            period: OPEN,
            base: TEACHERS,
            organisation,
            seen: seen(&self.state, Key::BaseValue(OPEN, TEACHERS, organisation)),
            number: Some(number(text)),
            values: Vec::new(),
        })
        .unwrap()
    }

    /// The body of a cell.
    pub fn value(&self, cell: Cell) -> Option<Value> {
        self.state.value(cell).map(|it| it.body.clone())
    }
}

/// The records of the world, as they are loaded.
pub fn records() -> Vec<(Key, Record)> {
    let mut out = vec![(
        Key::Settings,
        Record::Settings(Settings {
            municipality: "г. Приозёрск".into(),
            demo: false,
        }),
    )];
    catalogue::catalogue(&mut out);
    people::people(&mut out);
    for (id, name, from, to, state) in [
        (
            CLOSED,
            "2024/25",
            "2024-09-01",
            "2025-08-31",
            PeriodState::Closed,
        ),
        (
            OPEN,
            "2025/26",
            "2025-09-01",
            "2026-08-31",
            PeriodState::Open,
        ),
    ] {
        let period = Period {
            name: name.into(),
            kind: PeriodKind::SchoolYear,
            from: date(from),
            to: date(to),
            deadline: Some(date(to) - chrono::Days::new(67)),
            edition: EDITION,
            state,
            exceptions: Vec::new(),
            locks: false,
            approved_by: None,
            events: Vec::new(),
        };
        out.push((Key::Period(id), Record::Period(period)));
    }
    let region = Reference {
        number: number("12"),
        source: "ФИС ОКО".into(),
    };
    out.push((Key::Reference(CLOSED, BENCHMARK), Record::Reference(region)));
    documents(&mut out);
    last_year(&mut out);
    out
}

/// The order [`ORDER`], as it stands in the register.
pub fn order() -> Document {
    Document {
        kind: DocumentKind::Order,
        issuer: "Управление образования".into(),
        level: DocumentLevel::Municipal,
        date: Some(date("2026-05-20")),
        number: "259/1".into(),
        title: "О мерах по итогам мониторинга".into(),
        redaction: None,
        status: DocumentStatus::InForce,
        link: String::new(),
    }
}

fn documents(out: &mut Vec<(Key, Record)>) {
    let letter = Document {
        kind: DocumentKind::Letters,
        date: None,
        number: String::new(),
        title: "Об организации проведения мониторингов".into(),
        ..order()
    };
    out.push((Key::Document(ORDER), Record::Document(order())));
    out.push((Key::Document(LETTER), Record::Document(letter)));
}

/// Values of the closed period, approved.
fn last_year(out: &mut Vec<(Key, Record)>) {
    for (indicator, subject, entry) in [
        (RATIO, Subject::Organisation(SCHOOL_1), ratio("18", "24")),
        (RATIO, Subject::Organisation(SCHOOL_2), ratio("20", "30")),
        (COUNT, Subject::Organisation(SCHOOL_1), entry("1")),
        (SCORE, Subject::Person(EREMIN), entry("62.5")),
        (SCORE, Subject::Person(ZIMIN), entry("71")),
    ] {
        let cell = Cell {
            period: CLOSED,
            indicator,
            subject,
        };
        let value = Value {
            state: ValueState::Approved,
            ..Value::entered(entry, BELOVA)
        };
        out.push((Key::Value(cell), Record::Value(value)));
    }
}
