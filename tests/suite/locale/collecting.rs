//! The journal tells of the collecting as a person would: whom, what, by which paper.

use smotr::domain::collection::*;
use smotr::domain::ids::OrganisationId;
use smotr::domain::record::{Cause, Change, Key, Record};

use super::scene::*;

fn collection(events: &[CollectionEvent]) -> Option<Record> {
    let events = events.to_vec();
    (!events.is_empty()).then_some(Record::Collection(Collection { events }))
}

fn said(cause: Cause, changes: Vec<Change>) -> String {
    let commit = commit(cause, changes);
    in_russian(|it| it.commit(&commit)).replace('\u{a0}', " ")
}

fn noted(before: &[CollectionEvent], after: &[CollectionEvent]) -> Change {
    let key = Key::Collection(YEAR, SCHOOL);
    change(key, collection(before), collection(after))
}

fn event(on: &str, deed: CollectionDeed) -> CollectionEvent {
    CollectionEvent { on: day(on), deed }
}

#[test]
fn what_is_noted_is_told_with_its_paper_and_what_is_taken_back_as_such() {
    let number = "15/101".to_owned();
    let request = event("04.05.2026", CollectionDeed::Requested { number });
    let receipt = event(
        "12.05.2026",
        CollectionDeed::Received {
            number: "123".into(),
            form: ReceiptForm::File,
        },
    );
    let returned = event(
        "13.05.2026",
        CollectionDeed::Returned {
            reason: "нет подписи".into(),
            until: Some(day("20.05.2026")),
        },
    );
    let all = [request.clone(), receipt.clone(), returned];
    let number = "15/110".to_owned();
    let right = [
        event("05.05.2026", CollectionDeed::Requested { number }),
        receipt.clone(),
    ];
    let told = [
        said(Cause::Do, vec![noted(&[], &all[..1])]),
        said(Cause::Do, vec![noted(&all[..1], &all[..2])]),
        said(Cause::Do, vec![noted(&all[..2], &all)]),
        said(
            Cause::Undo(smotr::domain::ids::Seq(9)),
            vec![noted(&all, &all[..2])],
        ),
        said(Cause::Do, vec![noted(&all, &all[..2])]),
        // A slip in its number is put right.
        said(Cause::Do, vec![noted(&all[..2], &right)]),
        // A request that is noted late is told with it all the same.
        said(Cause::Do, vec![noted(&[receipt], &all[..2])]),
    ];
    insta::assert_snapshot!(told.join("\n"));
    // Of many the first are named.
    let many = (1..=5).map(|id| {
        let key = Key::Collection(YEAR, OrganisationId(id));
        change(key, None, collection(&all[..1]))
    });
    insta::assert_snapshot!(said(Cause::Do, many.collect()));
}
