//! What waits for a window that does not read: it is weighed by what it takes, whatever it is, and whoever asks for much gets all of it.

use std::sync::Arc;
use std::time::Duration;

use smotr::domain::ids::{
    IndicatorId, OrganisationId, PersonId, RecommendationId, Seq, StoreMark, Timestamp,
};
use smotr::domain::people::Person as Name;
use smotr::domain::record::{Cause, Change, CommandId, Commit, Key, Record};
use smotr::domain::refusal::Refusal;
use smotr::domain::state::{Shard, Stamp, Stamped, State};
use smotr::domain::value::{Source, Subject, Value};
use smotr::service::access::{Did, Line, Page, Told};
use smotr::service::link::{
    Answer, Erased, JournalFilter, JournalLine, Kept, Link as _, Mention, Mentions, News, Present,
    Request, Room, Slot, Spot, Welcome, Writing,
};
use smotr::service::outbox::{Next, outbox};
use smotr::service::server::Limits;

use super::{Served, advice, stopped};
use crate::support::world::{OPEN, ORLOVA, entry};

/// How many of these news can wait in a queue that takes a megabyte: one more is one too many, and everything is told anew.
fn most_waiting(news: &News) -> usize {
    let (out, inbox) = outbox(1 << 20);
    let mut waiting = 0;
    loop {
        out.put(news.clone());
        match inbox.next() {
            Some(Next::Renew) => return waiting,
            // What was taken out is put back behind the others.
            Some(Next::News(it)) => out.put(it),
            None => unreachable!(),
        }
        waiting += 1;
    }
}

const TEXT: usize = 100 << 10;

fn text() -> String {
    "x".repeat(TEXT)
}

const STAMP: Stamp = Stamp {
    rev: Seq(1),
    by: ORLOVA,
    at: Timestamp(1),
};

fn name(surname: String) -> Name {
    Name {
        surname,
        given: String::new(),
        patronymic: String::new(),
    }
}

fn commit(surname: String, changes: u32) -> Arc<Commit> {
    let change = |id| Change {
        key: Key::Person(PersonId(id)),
        before: None,
        after: Some(Record::Person(name(surname.clone()))),
    };
    Arc::new(Commit {
        seq: Seq(1),
        time: Timestamp(1),
        actor: ORLOVA,
        command_id: CommandId(1),
        cause: Cause::Do,
        changes: (0..changes).map(change).collect(),
    })
}

fn shard(values: u32, note: &str) -> News {
    let mut shard = Shard::default();
    for id in 0..values {
        let mut body = Value::entered(entry("1"), ORLOVA);
        note.clone_into(&mut body.note);
        body.source = Some(Source::Text(note.to_owned()));
        let (subject, value) = (
            Subject::Organisation(OrganisationId(id)),
            Stamped { body, stamp: STAMP },
        );
        shard.set(IndicatorId(1), subject, Some(value));
    }
    News::Shard {
        period: OPEN,
        seq: Seq(1),
        shard: Arc::new(shard),
    }
}

fn again(persons: u32) -> News {
    let mut state = State::default();
    let named = |id| {
        let body = name("Иванов".into());
        (PersonId(id), Stamped { body, stamp: STAMP })
    };
    state.persons = Arc::new((0..persons).map(named).collect());
    News::Again(Box::new(Welcome {
        store: StoreMark(7),
        user: ORLOVA,
        state,
        unsaved: Vec::new(),
        writing: Writing::Open,
    }))
}

/// Ten of a hundred thousand bytes fill a megabyte, and the one that fills it has come before it was known.
#[test]
fn what_is_written_in_news_is_weighed_whatever_they_are() {
    let answer = |answer| News::Answer {
        id: CommandId(1),
        answer,
    };
    let conflict = Refusal::Conflict {
        key: Key::Person(PersonId(1)),
        theirs: Some(Box::new(Record::Person(name(text())))),
        stamp: Some(STAMP),
    };
    let commits = || vec![commit(text(), 1)];
    let key = Key::Recommendation(RecommendationId(1));
    let kept = Kept {
        slot: Slot {
            place: "form".into(),
            window: 7,
        },
        at: Timestamp(1),
        fields: Some(vec![("text".into(), text())]),
    };
    let erased = Erased {
        person: PersonId(1),
        seq: Seq(1),
        at: Timestamp(1),
        reason: text(),
        changes: 0,
        unsaved: 0,
        archives: Vec::new(),
        removed: Vec::new(),
        beyond: Vec::new(),
    };
    let mention = Mention {
        key,
        excerpt: text(),
        is_now: true,
    };
    let all = [
        News::Committed(commit(text(), 1)),
        answer(Answer::Done(commit(text(), 1))),
        answer(Answer::Refused(conflict.clone())),
        News::History {
            key,
            commits: commits(),
            more: false,
        },
        News::Journal {
            filter: JournalFilter::All,
            before: None,
            commits: vec![JournalLine {
                commit: commit(text(), 1),
                changes: 1,
            }],
            more: false,
        },
        News::Commits {
            commits: commits(),
            more: false,
        },
        News::Mentions {
            person: PersonId(1),
            found: Ok(Mentions {
                texts: vec![mention],
            }),
        },
        News::Mentions {
            person: PersonId(1),
            found: Err(conflict),
        },
        News::Erased(Box::new(erased)),
        News::Unsaved(vec![kept]),
        shard(1, &"x".repeat(TEXT / 2)),
    ];
    for news in all {
        let most = most_waiting(&news);
        assert!(
            (10..=11).contains(&most),
            "{most} of {:.60}",
            format!("{news:?}")
        );
    }
}

#[test]
fn news_of_many_are_weighed_by_how_many_they_are() {
    // 42 000 values take some eight million bytes, notes or not.
    assert_eq!(most_waiting(&shard(42_000, "")), 1);
    assert_eq!(most_waiting(&again(4_000)), 1);
    assert_eq!(
        most_waiting(&News::Committed(commit(String::new(), 5_000))),
        1
    );
    let line = Line {
        at: Timestamp(1),
        user: Some(ORLOVA),
        did: Did::Joined,
    };
    let page = Page {
        lines: vec![line; 500],
        ..Page::default()
    };
    assert!(most_waiting(&News::AccessLog(Told::Page(page))) < 10);
    // A hundred windows, of which each moves.
    let window = Present {
        user: ORLOVA,
        spot: Spot {
            room: Room::Monitoring,
            key: None,
            editing: false,
        },
        since: Timestamp(1),
    };
    let [one, hundred] = [1, 100].map(|it| most_waiting(&News::Here(vec![window; it])));
    assert!(hundred * 10 < one, "{hundred} of {one}");
}

/// The state that waits keeps no values that the engine lets go of: they are sent when they are asked for.
#[test]
fn a_state_that_waits_holds_no_values() {
    let News::Again(mut welcome) = again(1) else {
        unreachable!()
    };
    let News::Shard { shard, .. } = shard(10, "") else {
        unreachable!()
    };
    welcome.state.load_shard(OPEN, Arc::clone(&shard));
    let (out, _inbox) = outbox(1 << 20);
    out.put(News::Again(welcome));
    assert_eq!(Arc::strong_count(&shard), 1);
}

/// Twenty pages of half a megabyte at a server that keeps four megabytes for one client.
#[test]
fn whoever_asks_for_much_and_reads_it_late_gets_all_of_it() {
    let served = Served::with(Limits {
        waiting: 4 << 20,
        in_a_second: 100_000,
        ..Limits::default()
    });
    let mut orlova = served.person();
    for number in 0..150 {
        orlova.done(advice(&format!("{number} {}", "слово ".repeat(300))));
    }
    let (mut belova, release) = stopped(&served.socket());
    for _ in 0..20 {
        belova.port.send(Request::Journal {
            filter: JournalFilter::All,
            before: None,
        });
    }
    // Time for as much of it as is taken.
    std::thread::sleep(Duration::from_millis(500));
    drop(release);
    for _ in 0..20 {
        let heard = belova.hear();
        assert!(matches!(heard, News::Journal { .. }), "{heard:?}");
    }
    belova.port.close().unwrap();
    drop(orlova);
    served.end();
}
