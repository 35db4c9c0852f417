//! A commit in a row of the journal: about whom or what, and the change, in few columns.

use smotr::domain::followup::*;
use smotr::domain::ids::*;
use smotr::domain::record::{Cause, Change, Key, Record};
use smotr::domain::value::Entry;

use super::scene::*;

fn check(cause: Cause, changes: Vec<Change>, about: &str, first: &str, short: &str, more: usize) {
    let total = changes.len();
    let row = in_russian(|it| it.commit_row(&commit(cause, changes), total));
    let plain = |text: &str| text.replace('\u{a0}', " ");
    let told = [&row.about, &row.first, &row.short].map(|it| plain(it));
    assert_eq!(told, [about, first, short]);
    assert_eq!(row.more, more);
    assert!(row.change.starts_with(&row.first), "{}", row.change);
}

fn of_value(organisation: OrganisationId, before: Option<Entry>, after: Option<Entry>) -> Change {
    let record = |entry: Option<Entry>| entry.map(|it| Record::Value(value(it)));
    let key = Key::Value(cell(CATEGORIES, organisation));
    change(key, record(before), record(after))
}

#[test]
fn a_row_tells_about_what_and_what_is_different() {
    let (high, low) = (ratio(21, 24), ratio(17, 20));
    let done = Assignment {
        state: AssignmentState::DoneInTime {
            on: day("28.09.2026"),
        },
        ..task("2.1")
    };
    let done = change(
        Key::Assignment(TASK),
        Some(Record::Assignment(task("2.1"))),
        Some(Record::Assignment(done)),
    );
    let said = change(Key::Report(REPORT), None, Some(Record::Report(report())));
    let advised = change(
        Key::Recommendation(ADVICE),
        None,
        Some(Record::Recommendation(advice())),
    );
    let moved = || of_value(SCHOOL, Some(high.clone()), Some(low.clone()));
    for (cause, changes, about, first, short, more) in [
        (
            Cause::Do,
            vec![of_value(SCHOOL, None, Some(high.clone()))],
            "6.2 СШ № 12",
            "87,5 %",
            "87,5 %",
            0,
        ),
        (
            Cause::Do,
            vec![moved()],
            "6.2 СШ № 12",
            "87,5 % → 85,0 %",
            "→ 85,0 %",
            0,
        ),
        (
            Cause::Undo(Seq(9)),
            vec![moved()],
            "6.2 СШ № 12",
            "отменено: 87,5 % → 85,0 %",
            "отменено: → 85,0 %",
            0,
        ),
        (
            Cause::Do,
            vec![moved(), of_value(OTHER_SCHOOL, None, Some(high.clone()))],
            "6.2",
            "2 значения",
            "2 значения",
            0,
        ),
        (
            Cause::Do,
            vec![advised],
            "рек. 6.2 СШ № 12",
            "добавлено: до 15.12.2026",
            "добавлено",
            0,
        ),
        (
            Cause::Do,
            vec![done.clone()],
            "поруч. 2.1 № 259/1",
            "на контроле → исполнено в срок: 28.09.2026",
            "→ исполнено в срок: 28.09.2026",
            0,
        ),
        (
            Cause::Do,
            vec![done, said],
            "отчёт: поруч. 2.1 № 259/1",
            "добавлено: от 28.09.2026",
            "добавлено",
            1,
        ),
        (
            Cause::Import([0; 16]),
            vec![moved(), moved(), moved()],
            "6.2",
            "из файла: 3 значения: 87,5 % → 85,0 %",
            "из файла: 3 значения: → 85,0 %",
            0,
        ),
    ] {
        check(cause, changes, about, first, short, more);
    }
}
