//! «Цепочка» with its gaps.

use smotr::analysis::chain::{self, Gap, Item, What};
use smotr::analysis::dynamics::Change;
use smotr::analysis::exact::Exact;
use smotr::domain::followup::*;
use smotr::domain::ids::*;
use smotr::domain::record::{Key, Record};
use smotr::domain::value::{Cell, Value};

use crate::support::followed::*;
use crate::support::measured::*;

fn cell() -> Cell {
    at(2, 1, 1)
}

/// The chain as a line: v value, r recommendation, d decision, a assignment, o report, + later value, ? gap before the letter of what is missing.
fn line(items: &[Item]) -> String {
    let one = |it: &Item| match it.what {
        What::Value { .. } => "v".to_owned(),
        What::Recommendation(id) => format!("r{}", id.0),
        What::Decision(id) => format!("d{}", id.0),
        What::Assignment(id) => format!("a{}", id.0),
        What::Report(id) => format!("o{}", id.0),
        What::Note(id) => format!("n{}", id.0),
        What::Activity(id) => format!("m{}", id.0),
        What::Review(id) => format!("e{}", id.0),
        What::Objection(id) => format!("!{}", id.0),
        What::Later { .. } => "+".to_owned(),
        What::Gap(Gap::NoRecommendation(_)) => "?r".to_owned(),
        What::Gap(Gap::NoDecision(_)) => "?d".to_owned(),
        What::Gap(Gap::NoAssignment(_)) => "?a".to_owned(),
        What::Gap(Gap::NoReport(_)) => "?o".to_owned(),
        What::Gap(Gap::NoReview(_)) => "?e".to_owned(),
        What::Gap(Gap::NoLaterValue(_)) => "?+".to_owned(),
    };
    items.iter().map(one).collect::<Vec<_>>().join(" ")
}

fn chain_of(it: &Measured) -> String {
    line(&chain::of_value(&it.state, cell()))
}

#[test]
fn a_chain_grows_link_by_link_and_names_what_is_missing() {
    let mut it = world();
    it.enter(cell(), entry("1/5"));
    assert_eq!(chain_of(&it), "v ?r ?+");
    it.recommend(
        1,
        "2025-06-01",
        recommendation(Some(cell()), 1, "2025-06-01", "2025-12-15"),
    );
    assert_eq!(chain_of(&it), "v r1 ?d ?+");
    it.decide(1, "2025-06-20", &[1], &[]);
    assert_eq!(chain_of(&it), "v r1 d1 ?a ?+");
    it.assign(1, 1, 1, Due::On(day("2025-10-01")));
    it.assign(2, 1, 2, Due::On(day("2025-10-01")));
    it.assign(3, 1, 0, Due::Standing);
    assert_eq!(
        chain_of(&it),
        "v r1 d1 a1 ?o a3 ?o ?+",
        "2.2 is another school's"
    );
    it.report(1, ReportOn::Assignment(AssignmentId(1)), "2025-09-20");
    assert_eq!(chain_of(&it), "v r1 d1 a1 a3 ?o o1 ?+");
    it.enter(at(3, 1, 1), entry("4/5"));
    assert_eq!(chain_of(&it), "v r1 d1 a1 a3 ?o o1 +");
    let items = chain::of_value(&it.state, cell());
    let What::Later {
        change: Some(Change::Comparable(change)),
        points,
        ..
    } = items.last().unwrap().what
    else {
        panic!("a later value expected");
    };
    assert_eq!(change.value, Some(Exact::whole(60)));
    assert_eq!(points, Some(Exact::whole(3)));
    assert_eq!(items[0].key(), Some(Key::Value(cell())));
    assert_eq!(
        items[2].under,
        Some(Key::Recommendation(RecommendationId(1)))
    );
}

#[test]
fn a_chain_goes_by_the_dates_on_the_papers() {
    let mut it = world();
    it.enter(cell(), entry("1/5"));
    it.recommend(
        1,
        "2025-07-09",
        recommendation(Some(cell()), 1, "2025-07-09", ""),
    );
    it.recommend(
        2,
        "2025-07-10",
        recommendation(Some(cell()), 1, "2025-06-01", ""),
    );
    it.decide(1, "2025-06-20", &[2], &[]);
    it.decide(2, "2025-05-30", &[], &[cell()]);
    it.assign(1, 1, 1, Due::Standing);
    it.report(
        1,
        ReportOn::Recommendation(RecommendationId(2)),
        "2025-06-10",
    );
    assert_eq!(chain_of(&it), "v d2 ?a r2 o1 d1 a1 ?o r1 ?d ?+");
}

#[test]
fn the_chain_of_an_organisation_tells_what_is_low_or_was_acted_upon() {
    let mut it = world();
    let high = at(3, 2, 1);
    it.indicator(2, category());
    it.enter(at(3, 1, 1), entry("1/5"));
    it.enter(high, entry("5/5"));
    let of = |it: &Measured| {
        line(&chain::of_organisation(
            &it.state,
            OrganisationId(1),
            PeriodId(3),
        ))
    };
    assert_eq!(of(&it), "v ?r ?+", "only the low one");
    it.recommend(
        1,
        "2026-06-01",
        recommendation(Some(high), 1, "2026-06-01", ""),
    );
    it.recommend(2, "2026-06-02", recommendation(None, 1, "2026-06-02", ""));
    it.recommend(3, "2026-06-02", recommendation(None, 2, "2026-06-02", ""));
    assert_eq!(of(&it), "v ?r v r1 ?d r2 ?d ?+ ?+");
    it.decide(1, "2026-06-10", &[], &[]);
    it.assign(1, 1, 1, Due::Standing);
    it.decide(2, "2026-06-10", &[], &[]);
    it.assign(2, 2, 2, Due::Standing);
    assert_eq!(of(&it), "v ?r v r1 ?d r2 ?d d1 a1 ?o ?+ ?+");
}

#[test]
fn the_chain_of_an_organisation_goes_by_days_whichever_value_they_are_about() {
    let mut it = world();
    it.indicator(2, category());
    let (early, late) = (at(3, 2, 1), at(3, 1, 1));
    let value = || Record::Value(Value::entered(entry("1/5"), UserId(1)));
    it.put_on("2026-05-01", Key::Value(early), value());
    it.put_on("2026-05-20", Key::Value(late), value());
    let advice = recommendation(Some(early), 1, "2026-05-10", "");
    it.recommend(1, "2026-05-10", advice);
    let items = chain::of_organisation(&it.state, OrganisationId(1), PeriodId(3));
    assert_eq!(line(&items), "v r1 ?d v ?r ?+ ?+");
    assert_eq!(items[0].key(), Some(Key::Value(early)));
    // A value corrected after the advice still stands before it.
    it.put_on("2026-05-15", Key::Value(early), value());
    let items = chain::of_organisation(&it.state, OrganisationId(1), PeriodId(3));
    assert_eq!(line(&items), "v r1 ?d v ?r ?+ ?+");
}

#[test]
fn a_decision_on_an_older_act_stands_where_it_was_taken() {
    let mut it = world();
    it.enter(at(3, 1, 1), entry("1/5"));
    let value = Record::Value(Value::entered(entry("1/5"), UserId(1)));
    it.put_on("2026-05-01", Key::Value(at(3, 1, 1)), value);
    it.decide(1, "2026-05-20", &[], &[at(3, 1, 1)]);
    let mut act = it.state.documents[&DocumentId(1)].body.clone();
    act.date = Some(day("2021-08-31"));
    let key = Key::Document(DocumentId(1));
    it.put_on("2026-05-20", key, Record::Document(act));
    let items = chain::of_value(&it.state, at(3, 1, 1));
    let days: Vec<_> = items.iter().filter_map(|it| it.day).collect();
    assert_eq!(days, [day("2026-05-01"), day("2026-05-20")]);
}
