//! Whoever looks at the demo sees what each rule is for, and not a list that nobody reads to its end.

use std::collections::BTreeMap;

use smotr::analysis::findings::{PeriodFindings, Rest};
use smotr::analysis::roster::Roster;
use smotr::domain::ids::OrganisationId;
use smotr::domain::rule::{Importance, RuleKind};

use crate::support::demo::told;

fn findings() -> PeriodFindings {
    let state = &told().state;
    let open = (state.periods.iter()).filter(|(_, it)| it.state.takes_values());
    let (period, _) = open.max_by_key(|(_, it)| it.from).unwrap();
    PeriodFindings::of(state, &Roster::of(state, *period))
}

#[test]
fn every_rule_finds_something() {
    let findings = findings();
    let mut counts = BTreeMap::new();
    for it in findings.all() {
        *counts.entry(it.rule).or_insert(0) += 1;
    }
    for kind in RuleKind::ALL {
        assert!(counts.contains_key(&kind), "{kind:?}: {counts:?}");
    }
    assert!(findings.all().len() < 100, "{counts:?}");
    let high = (findings.all().into_iter()).filter(|it| it.importance == Importance::High);
    assert!(high.count() < 30, "{counts:?}");
}

#[test]
fn what_somebody_has_looked_at_rests_and_a_copied_row_is_one() {
    let findings = findings();
    let rests = |why| (findings.all().into_iter()).filter(move |it| it.rest == Some(why));
    let confirmed: Vec<_> = rests(Rest::Confirmed).map(|it| it.rule).collect();
    assert_eq!(confirmed, [RuleKind::Unusual]);
    assert!(rests(Rest::Note).count() > 0);
    let copied: Vec<_> = findings.of_organisations().map(|it| it.0).collect();
    assert_eq!(copied, [OrganisationId(37)]);
}
