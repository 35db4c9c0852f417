//! Search: what a query finds, in which order, and that the index follows the state.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use proptest::prelude::*;
use smotr::domain::catalogue::{Direction, Edition, EditionState};
use smotr::domain::evidence::{Document, DocumentKind, DocumentLevel, DocumentStatus};
use smotr::domain::followup::{
    Addressee, Assignment, AssignmentState, Decision, DecisionState, Due, Recommendation,
    RecommendationState,
};
use smotr::domain::ids::{
    AppointmentId, AssignmentId, DecisionId, DirectionId, DocumentId, EditionId, OrganisationId,
    PeriodId, PersonId, RecommendationId, Seq, Timestamp, UserId,
};
use smotr::domain::people::{Appointment, AppointmentKind, Organisation, OrganisationKind, Person};
use smotr::domain::record::{Cause, Change, CommandId, Commit, Key, Record};
use smotr::domain::state::State;
use smotr::search::{Entry, Group, Index, Query, over};

const PEOPLE: [(&str, &str); 9] = [
    ("Ерёмин Константин Львович", "СШ № 12"),
    ("Ерёмина Ольга Павловна", "СШ № 7"),
    ("Иванов Пётр Ильич", "СШ № 2"),
    ("Иваненко Ирина Яковлевна", "Гимназия № 1"),
    ("Петров Иван Сергеевич", "СШ № 120"),
    ("Щербаков Юрий Фёдорович", "Лицей № 3"),
    ("Харитонова Цветана Эдуардовна", "СШ № 112"),
    ("Римский-Корсаков Олег Олегович", "СШ № 15"),
    ("Дёмина Анна Ивановна", "вакансия"),
];

fn entry(id: usize, group: Group, primary: &str, secondary: &str) -> Entry<String> {
    Entry {
        id: format!("{id}: {primary}"),
        group,
        primary: primary.to_owned(),
        secondary: secondary.to_owned(),
        order: 0,
    }
}

fn sample() -> Index<String> {
    let people = PEOPLE
        .iter()
        .map(|(name, place)| (Group::Person, *name, *place));
    let others = [
        (Group::Organisation, "СШ № 2", "МБОУ «Средняя школа № 2»"),
        (Group::Organisation, "СШ № 12", "МБОУ «Средняя школа № 12»"),
        (
            Group::Organisation,
            "СШ № 120",
            "МБОУ «Средняя школа № 120»",
        ),
        (
            Group::Organisation,
            "Гимназия № 1",
            "МАОУ «Гимназия № 1 имени Ф. Э. Дзержинского»",
        ),
        (Group::Direction, "1 Управление", "качество управления"),
        (
            Group::Indicator,
            "6.2 Первая и высшая категория",
            "категория",
        ),
        (
            Group::Document,
            "приказ от 01.06.2026 № 259/1 «О мерах по итогам мониторинга»",
            "Управление образования",
        ),
        (
            Group::Document,
            "постановление от 12.05.2025 № 570-адм",
            "Администрация",
        ),
        (
            Group::Recommendation,
            "Провести стажировку для педагогов",
            "СШ № 12",
        ),
        (
            Group::Decision,
            "О персональной ответственности",
            "приказ от 01.06.2026 № 259/1",
        ),
        (Group::Command, "Отменить последнее действие", ""),
    ];
    Index::build(
        people
            .chain(others)
            .enumerate()
            .map(|(id, (group, name, beside))| entry(id, group, name, beside)),
    )
}

/// The names found, without the ids.
fn found(index: &Index<String>, query: &str) -> Vec<String> {
    let found = index.find(&Query::new(query), 50);
    found
        .hits
        .iter()
        .map(|id| index.get(id).unwrap().primary.clone())
        .collect()
}

/// The first hit of each query begins so.
fn first(table: &[(&str, &str)]) {
    let index = sample();
    for (query, name) in table {
        let hits = found(&index, query);
        assert!(
            hits.first().is_some_and(|hit| hit.starts_with(name)),
            "{query:?} finds {hits:?} and not {name:?} first"
        );
    }
}

#[test]
fn case_yo_and_order_of_words_do_not_matter() {
    first(&[
        ("ерёмин", "Ерёмин К"),
        ("еремин", "Ерёмин К"),
        ("ЕРЕМИН", "Ерёмин К"),
        ("константин ерёмин", "Ерёмин К"),
        ("ерёмин 12", "Ерёмин К"),
        ("12 ерём", "Ерёмин К"),
        ("ер ол", "Ерёмина"),
        ("корсаков", "Римский"),
        ("римский-корс", "Римский"),
        ("иванов пётр", "Иванов"),
        ("петр иванов", "Иванов"),
        ("управление", "1 Управление"),
        ("стажировк", "Провести"),
        ("«гимназия", "Гимназия"),
        ("отменить", "Отменить"),
        ("дзержинского", "Гимназия"),
    ]);
}

#[test]
fn the_wrong_layout_is_understood() {
    first(&[
        ("ghbrfp", "приказ"),
        ("Th`vby", "Ерёмин К"),
        ("thtvby", "Ерёмин К"),
        ("[fhbnjyjdf", "Харитонова"),
        ("ghbrfp 259/1", "приказ"),
        ("259.1", "приказ"),
        ("570-flv", "постановление"),
        ("6ю2", "6.2"),
        ("шмфтщм", "Иванов"),
    ]);
}

#[test]
fn transliteration_is_understood() {
    first(&[
        ("eremin", "Ерёмин К"),
        ("Yeryomin", "Ерёмин К"),
        ("ivanov", "Иванов"),
        ("shcherbakov", "Щербаков"),
        ("scherbakov yuri", "Щербаков"),
        ("kharitonova", "Харитонова"),
        ("gimnaziya", "Гимназия"),
        ("tsvetana", "Харитонова"),
    ]);
}

#[test]
fn numbers_match_numbers() {
    first(&[
        ("12", "СШ № 12"),
        ("сш 12", "СШ № 12"),
        ("сш12", "СШ № 12"),
        ("СШ№12", "СШ № 12"),
        ("№ 12", "СШ № 12"),
        ("2", "СШ № 2"),
        ("259/1", "приказ"),
        ("259", "приказ"),
        ("570-адм", "постановление"),
        ("6.2", "6.2"),
    ]);
    let hits = found(&sample(), "12");
    assert!(
        hits.contains(&"СШ № 120".to_owned()),
        "a number still being typed: {hits:?}"
    );
    assert!(
        !hits.iter().any(|hit| hit.starts_with("Харитонова")),
        "12 is not in 112: {hits:?}"
    );
    let beside: Vec<&String> = hits
        .iter()
        .filter(|hit| hit.starts_with("Ерёмин К"))
        .collect();
    assert_eq!(
        beside.len(),
        1,
        "the head of СШ № 12 is found by its number"
    );
}

#[test]
fn tiers_come_in_order() {
    let index = Index::build([
        entry(0, Group::Person, "Иванишин Олег", ""),
        entry(1, Group::Person, "Иван Грозный", ""),
        entry(2, Group::Person, "Поливанов Олег", ""),
        entry(3, Group::Person, "Ибрагимов Ван", ""),
        entry(4, Group::Person, "Ильвсан Олег", ""),
        entry(5, Group::Person, "Зимин Пётр", "Иван"),
        entry(6, Group::Person, "иван", ""),
    ]);
    let expected = [
        "иван",
        "Иван Грозный",
        "Зимин Пётр",
        "Иванишин Олег",
        "Поливанов Олег",
        "Ильвсан Олег",
    ];
    assert_eq!(found(&index, "иван"), expected);
}

#[test]
fn letters_may_be_left_out_but_not_the_first() {
    first(&[
        ("ермн", "Ерёмин К"),
        ("щрбков", "Щербаков"),
        ("стжировк", "Провести"),
    ]);
    let index = sample();
    for query in ["рмн", "дмнщ", "ермнщ"] {
        assert_eq!(found(&index, query), Vec::<String>::new(), "{query:?}");
    }
}

#[test]
fn nothing_is_found_for_nothing() {
    let index = sample();
    for query in ["", "   ", "«»", "№", "?!", "ыъыъ", "999999"] {
        assert_eq!(found(&index, query), Vec::<String>::new(), "{query:?}");
    }
    assert!(Query::new(" « ").is_empty());
}

#[test]
fn the_number_of_hits_is_told_beyond_the_limit() {
    let index = Index::build(
        (0..3_000).map(|id| entry(id, Group::Person, &format!("Иванов Иван {id}"), "")),
    );
    let found = index.find(&Query::new("иванов"), 10);
    assert_eq!((found.hits.len(), found.total), (10, 3_000));
    assert_eq!(
        index.get(&found.hits[0]).unwrap().primary,
        "Иванов Иван 0",
        "equals stand in alphabetical order"
    );
    assert_eq!(index.get(&found.hits[2]).unwrap().primary, "Иванов Иван 2");
}

#[test]
fn matched_letters_are_marked() {
    let index = sample();
    let table = [
        ("ерём", "Ерёмин К", "[Ерём]ин Константин Львович"),
        ("конст ер", "Ерёмин К", "[Ер]ёмин [Конст]антин Львович"),
        ("thtv", "Ерёмин К", "[Ерём]ин Константин Львович"),
        ("eremin", "Ерёмин К", "[Ерёмин] Константин Львович"),
        ("корс", "Римский", "Римский-[Корс]аков Олег Олегович"),
        ("ермн", "Ерёмин К", "[Ер]ё[м]и[н] Константин Львович"),
        ("12", "СШ № 12", "СШ № [12]"),
        ("ербак", "Щербаков", "Щ[ербак]ов Юрий Фёдорович"),
        ("12", "Ерёмин К", "Ерёмин Константин Львович"),
    ];
    for (query, name, expected) in table {
        let query = Query::new(query);
        let hits = index.find(&query, 50).hits;
        let id = hits
            .iter()
            .find(|id| index.get(id).unwrap().primary.starts_with(name))
            .unwrap();
        let mut shown: Vec<char> = index.get(id).unwrap().primary.chars().collect();
        for mark in index.marks(&query, id).into_iter().rev() {
            shown.insert(mark.end, ']');
            shown.insert(mark.start, '[');
        }
        assert_eq!(shown.into_iter().collect::<String>(), expected);
    }
}

#[test]
fn an_index_that_was_changed_equals_one_that_was_built() {
    let mut index = sample();
    let ivanov = found(&index, "иванов пётр").len();
    assert_eq!(ivanov, 1);
    let id = index.find(&Query::new("иванов пётр"), 1).hits.remove(0);
    let mut renamed = index.get(&id).unwrap().clone();
    renamed.primary = "Сидоров Пётр Ильич".to_owned();
    index.update(renamed);
    assert_eq!(found(&index, "иванов пётр"), Vec::<String>::new());
    assert_eq!(found(&index, "сидоров"), ["Сидоров Пётр Ильич"]);
    assert!(index.remove(&id));
    assert!(!index.remove(&id));
    assert_eq!(found(&index, "сидоров"), Vec::<String>::new());
}

fn day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap()
}

fn line(document: &Document) -> String {
    format!("приказ № {} «{}»", document.number, document.title)
}

/// A state, its index, and commits that both follow.
struct Follower {
    state: State,
    index: Index<Key>,
}

impl Follower {
    fn new() -> Self {
        Self {
            state: State::default(),
            index: Index::default(),
        }
    }

    fn commit(&mut self, records: Vec<(Key, Option<Record>)>) {
        let changes = records
            .into_iter()
            .map(|(key, after)| Change {
                key,
                before: self.state.record(key).map(|(record, _)| record),
                after,
            })
            .collect();
        let commit = Commit {
            seq: self.state.meta.seq.next(),
            time: Timestamp(0),
            actor: UserId(1),
            command_id: CommandId(u128::from(self.state.meta.seq.0)),
            cause: Cause::Do,
            changes,
        };
        self.state.apply(&commit);
        over::renew(&mut self.index, &self.state, &commit, &line, |key| key);
        let built = over::index(&self.state, &line);
        let keys: BTreeSet<Key> = over::entries(&self.state, &line)
            .map(|entry| entry.id)
            .collect();
        assert_eq!(self.index.len(), built.len(), "after {commit:?}");
        for key in keys {
            assert_eq!(self.index.get(&key), built.get(&key), "after {commit:?}");
        }
    }

    fn finds(&self, query: &str) -> Vec<Key> {
        self.index.find(&Query::new(query), 50).hits
    }
}

fn organisation(name: &str) -> Option<Record> {
    let (name, full_name) = (name.to_owned(), String::new());
    Some(Record::Organisation(Organisation {
        kind: OrganisationKind::School,
        number: None,
        name,
        full_name,
        opened: None,
        closed: None,
        closed_by: None,
        merged_into: None,
        flags: Vec::new(),
        standing: Vec::new(),
    }))
}

fn person(surname: &str) -> Option<Record> {
    Some(Record::Person(Person {
        surname: surname.to_owned(),
        given: "Анна".to_owned(),
        patronymic: String::new(),
    }))
}

fn appointment(person: u32, organisation: u32, from: &str) -> Option<Record> {
    Some(Record::Appointment(Appointment {
        person: PersonId(person),
        organisation: OrganisationId(organisation),
        kind: AppointmentKind::Permanent,
        from: day(from),
        to: None,
        act: None,
        contract_until: None,
        end_reason: String::new(),
    }))
}

fn document(number: &str) -> Option<Record> {
    Some(Record::Document(Document {
        kind: DocumentKind::Order,
        issuer: "Управление образования".to_owned(),
        level: DocumentLevel::Municipal,
        date: None,
        number: number.to_owned(),
        title: "О мерах".to_owned(),
        redaction: None,
        status: DocumentStatus::InForce,
        link: String::new(),
    }))
}

fn edition(state: EditionState) -> Option<Record> {
    Some(Record::Edition(Edition {
        number: 1,
        title: String::new(),
        act: None,
        adopted: None,
        in_force: None,
        applies_from: None,
        state,
        levels: Vec::new(),
        completeness: 70.into(),
        min_months: 6,
        based_on: None,
    }))
}

fn direction(title: &str) -> Option<Record> {
    Some(Record::Direction(Direction {
        code: "1".to_owned(),
        title: title.to_owned(),
        short: String::new(),
        weight: 1.into(),
        order: 0,
        retired: false,
    }))
}

#[test]
fn the_index_follows_every_commit() {
    let mut it = Follower::new();
    let (school, head) = (
        Key::Organisation(OrganisationId(1)),
        Key::Person(PersonId(1)),
    );
    it.commit(vec![
        (school, organisation("СШ № 12")),
        (head, person("Ерёмина")),
    ]);
    assert_eq!(it.finds("12"), [school]);
    it.commit(vec![(
        Key::Appointment(AppointmentId(1)),
        appointment(1, 1, "2024-08-26"),
    )]);
    assert_eq!(
        it.finds("12"),
        [school, head],
        "a head is found by the school"
    );

    let recommendation = Key::Recommendation(RecommendationId(1));
    it.commit(vec![(
        recommendation,
        Some(Record::Recommendation(Recommendation {
            addressees: vec![Addressee {
                organisation: OrganisationId(1),
                person: None,
            }],
            period: PeriodId(1),
            ground: None,
            text: "Провести стажировку".to_owned(),
            expected: String::new(),
            due: Due::Standing,
            prolongations: Vec::new(),
            state: RecommendationState::Draft,
            sent: None,
            closed_on: None,
        })),
    )]);
    assert_eq!(it.finds("стажировку 12"), [recommendation]);
    it.commit(vec![(school, organisation("Лицей № 12"))]);
    assert_eq!(
        it.finds("лицей"),
        [school, head, recommendation],
        "all that are found by the school's name are renewed"
    );

    let (order, decision) = (Key::Document(DocumentId(1)), Key::Decision(DecisionId(1)));
    it.commit(vec![
        (order, document("259/1")),
        (
            decision,
            Some(Record::Decision(Decision {
                title: "Об ответственности".to_owned(),
                period: PeriodId(1),
                grounds: Vec::new(),
                recommendations: Vec::new(),
                reason: String::new(),
                document: Some(DocumentId(1)),
                control: String::new(),
                state: DecisionState::Draft,
            })),
        ),
    ]);
    assert_eq!(it.finds("259/1"), [order, decision]);
    it.commit(vec![(order, document("300"))]);
    assert_eq!(it.finds("300"), [order, decision]);
    let assignment = Key::Assignment(AssignmentId(1));
    it.commit(vec![(
        assignment,
        Some(Record::Assignment(Assignment {
            decision: DecisionId(1),
            number: "1".to_owned(),
            text: "Обеспечить наставничество".to_owned(),
            executors: Vec::new(),
            due: Due::Standing,
            prolongations: Vec::new(),
            state: AssignmentState::Controlled,
        })),
    )]);
    assert_eq!(it.finds("наставничество"), [decision]);
    it.commit(vec![(assignment, None)]);
    assert_eq!(it.finds("наставничество"), []);

    // The head moves to another school and the appointment is taken back again.
    it.commit(vec![
        (Key::Organisation(OrganisationId(2)), organisation("СШ № 7")),
        (
            Key::Appointment(AppointmentId(2)),
            appointment(1, 2, "2025-08-26"),
        ),
    ]);
    assert_eq!(it.index.get(&head).unwrap().secondary, "СШ № 7, Лицей № 12");
    it.commit(vec![(Key::Appointment(AppointmentId(2)), None)]);
    assert_eq!(it.index.get(&head).unwrap().secondary, "Лицей № 12");
    it.commit(vec![(head, None)]);
    assert_eq!(it.finds("ерёмина"), []);
}

#[test]
fn directions_are_found_in_the_last_published_wording() {
    let mut it = Follower::new();
    let at = |edition| Key::Direction(EditionId(edition), DirectionId(1));
    it.commit(vec![
        (Key::Edition(EditionId(1)), edition(EditionState::Published)),
        (at(1), direction("Управление")),
    ]);
    assert_eq!(it.finds("управление"), [at(1)]);
    it.commit(vec![
        (Key::Edition(EditionId(2)), edition(EditionState::Draft)),
        (at(2), direction("Менеджмент")),
    ]);
    assert_eq!(
        (it.finds("управление"), it.finds("менеджмент")),
        (vec![at(1)], vec![]),
        "a draft is not yet the wording"
    );
    it.commit(vec![(
        Key::Edition(EditionId(2)),
        edition(EditionState::Published),
    )]);
    assert_eq!(
        (it.finds("управление"), it.finds("менеджмент")),
        (vec![], vec![at(2)])
    );
    assert_eq!(it.state.meta.seq, Seq(3));
}

proptest! {
    #[test]
    fn any_query_over_any_names_is_answered(names in prop::collection::vec(".{0,20}|[а-я0-9/№ «».-]{0,20}", 0..12), query in ".{0,12}|[а-яa-z0-9./ -]{0,12}") {
        let index = Index::build(names.iter().enumerate().map(|(id, name)| entry(id, Group::Person, name, "")));
        let query = Query::new(&query);
        let found = index.find(&query, 5);
        prop_assert!(found.hits.len() <= 5 && found.total >= found.hits.len());
        for id in &found.hits {
            let length = index.get(id).unwrap().primary.chars().count();
            prop_assert!(index.marks(&query, id).iter().all(|mark| mark.start < mark.end && mark.end <= length));
        }
    }

    #[test]
    fn a_name_is_found_by_each_of_its_words_and_their_beginnings(name in "[а-яё]{1,8} [а-яё]{1,8}", cut in 1_usize..8) {
        let index = Index::build([entry(0, Group::Person, &name, "")]);
        for word in name.split(' ') {
            let begun: String = word.chars().take(cut).collect();
            for query in [word.to_owned(), word.to_uppercase(), begun.clone(), smotr::domain::text::retype_latin(word)] {
                prop_assert_eq!(index.find(&Query::new(&query), 1).total, 1, "{} in {}", query, name);
            }
        }
    }

    #[test]
    fn changes_lead_where_building_leads(steps in prop::collection::vec((0_usize..6, "[а-в]{1,3} [0-2]{1,2}", any::<bool>()), 1..30)) {
        let mut index: Index<String> = Index::default();
        let mut model = std::collections::BTreeMap::new();
        for (id, name, stays) in steps {
            let mut it = entry(id, Group::Person, &name, "");
            it.id = id.to_string();
            if stays {
                model.insert(it.id.clone(), it.clone());
                index.update(it);
            } else {
                prop_assert_eq!(index.remove(&it.id), model.remove(&it.id).is_some());
            }
        }
        let built = Index::build(model.into_values());
        for query in ["а", "б", "в", "аб", "1", "0", "2 а", "абв"] {
            prop_assert_eq!(index.find(&Query::new(query), 10), built.find(&Query::new(query), 10));
        }
    }
}
