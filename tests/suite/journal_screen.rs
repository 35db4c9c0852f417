//! The screen Журнал: its list grows in order, keeps its place, and says what could not be read.

use std::sync::Arc;

use smotr::domain::ids::Timestamp;
use smotr::domain::record::Key;
use smotr::service::link::{JournalFilter, JournalLine, News, Request, Wanted};
use smotr::tui::msg::Event;
use smotr::tui::screen::Screen;
use smotr::tui::screen::journal::JournalScreen;

use crate::support::demo;
use crate::support::stage::Stage;
use crate::support::story::{self, stage};
use crate::support::world::*;

/// A stage at the journal of one author, who has set so many values.
fn journal(numbers: u32) -> Stage {
    let mut stage = stage((80, 24));
    for number in 1..=numbers {
        other(&mut stage, number);
    }
    stage.press("<F9>");
    stage.held = Some(Vec::new());
    JournalScreen::open(&mut stage.app, JournalFilter::By(ORLOVA));
    page(&mut stage, None);
    stage
}

fn other(stage: &mut Stage, number: u32) {
    let entry = entry(&(number % 7 + 1).to_string());
    let value = set(&stage.state, cell(COUNT, SCHOOL_2), entry);
    stage.other(ORLOVA, value).unwrap();
}

/// The engine answers with the whole journal of the author before that commit, as if asked just now.
fn page(stage: &mut Stage, before: Option<smotr::domain::ids::Seq>) {
    let commits = (stage.commits.iter().rev())
        .filter(|it| it.actor == ORLOVA && before.is_none_or(|before| it.seq < before))
        .map(|it| JournalLine {
            commit: Arc::clone(it),
            changes: it.changes.len(),
        })
        .collect();
    stage.event(Event::News(News::Journal {
        filter: JournalFilter::By(ORLOVA),
        before,
        commits,
        more: false,
    }));
}

fn shown(stage: &Stage) -> Vec<u64> {
    (stage.app.journal.lines.iter())
        .map(|it| it.commit.seq.0)
        .collect()
}

#[test]
fn a_page_that_comes_twice_is_shown_once() {
    let mut stage = journal(5);
    let first = shown(&stage);
    assert!(first.len() >= 5 && first.is_sorted_by(|a, b| a > b));
    page(&mut stage, None);
    assert_eq!(shown(&stage), first);
    let last = stage.app.journal.lines.last().map(|it| it.commit.seq);
    page(&mut stage, last.map(|it| it.next()));
    assert_eq!(shown(&stage), first);
}

#[test]
fn a_commit_leaves_a_filtered_list_and_its_cursor_where_they_are() {
    let mut stage = journal(5);
    let before = shown(&stage);
    stage.press("↓↓");
    let cursor = stage.app.journal.cursor.at;
    assert_eq!(cursor, 2);
    other(&mut stage, 9);
    // The page is on its way: nothing moves.
    assert_eq!(shown(&stage), before);
    assert_eq!(stage.app.journal.cursor.at, cursor);
    page(&mut stage, None);
    let after = shown(&stage);
    assert_eq!(after.len(), before.len() + 1);
    assert_eq!(after[1..], before);
    assert_eq!(
        after[stage.app.journal.cursor.at], before[cursor],
        "the cursor is on another line"
    );
}

#[test]
fn a_journal_that_cannot_be_read_says_so_and_is_asked_for_again() {
    let mut stage = stage((80, 24));
    stage.held = Some(Vec::new());
    stage.press("<F9>").expect("Журнал загружается…");
    let wanted = Wanted::Journal(JournalFilter::All);
    stage.event(Event::News(News::Unreadable(wanted)));
    stage
        .expect("Журнал не читается: ошибка диска.")
        .expect_not("загружается");
    if let Some(held) = &mut stage.held {
        held.clear();
    }
    stage.press("↓");
    let again = Request::Journal {
        filter: JournalFilter::All,
        before: None,
    };
    assert_eq!(stage.held, Some(vec![again]));
}

#[test]
fn a_narrow_journal_has_the_time_of_today_the_day_of_this_year_and_the_date_of_another() {
    // It is 23.05.2026 in UTC+3, where midnight is at 21:00 of the day before.
    for (at, narrow, whole) in [
        ("2026-05-23T09:05:00Z", "12:05", "23.05.2026 12:05"),
        ("2026-05-22T21:00:00Z", "00:00", "23.05.2026 00:00"),
        ("2026-05-22T20:59:00Z", "22.05", "22.05.2026 23:59"),
        ("2025-12-31T21:00:00Z", "01.01", "01.01.2026 00:00"),
        ("2025-12-31T20:59:00Z", "31.12.2025", "31.12.2025 23:59"),
    ] {
        for (width, expected) in [(80, narrow), (120, whole)] {
            let mut stage = stage((width, 24));
            other(&mut stage, 1);
            let mut commit = (**stage.commits.last().unwrap()).clone();
            commit.time = Timestamp(
                at.parse::<chrono::DateTime<chrono::Utc>>()
                    .unwrap()
                    .timestamp_millis(),
            );
            *stage.commits.last_mut().unwrap() = Arc::new(commit);
            stage.press("<F9>");
            let screen = stage.screen();
            let row = screen.lines().find(|it| it.contains("Орлова"));
            let row = row.unwrap_or_else(|| panic!("no line:\n{screen}"));
            let shown = row.trim_start_matches(['│', '>', '►', ' ']);
            let rest = shown.strip_prefix(expected);
            assert!(
                rest.is_some_and(|it| it.trim_start().starts_with("Орлова")),
                "{at}, {width}: {row}"
            );
            stage.expect(whole);
        }
    }
}

#[test]
fn a_line_of_80_columns_tells_when_who_about_what_and_what_happened() {
    let mut stage = stage((80, 24));
    stage.press("<F9>");
    let lines = stage.app.journal.lines.clone();
    assert!(lines.len() >= 10);
    let screen = stage.screen();
    for line in lines.iter().take(15) {
        let has = |part: &str| !part.is_empty() && screen.contains(part);
        assert!(has(&line.author), "{}:\n{screen}", line.author);
        assert!(has(&line.row.about), "{}:\n{screen}", line.row.about);
        assert!(
            has(&line.row.first) || has(&line.row.short),
            "{}:\n{screen}",
            line.row.first
        );
    }
}

#[test]
fn esc_leads_back_from_what_a_line_opened_to_the_same_line() {
    let mut stage = stage((80, 24));
    stage.press("<F9>");
    let lines = stage.app.journal.lines.clone();
    let (mut cells, mut pages) = (0, 0);
    for (at, line) in lines.iter().enumerate() {
        let on_panes = |stage: &Stage| stage.app.screen == Screen::Monitoring;
        stage.press("⏎");
        match (on_panes(&stage), stage.app.layers().count()) {
            (true, 0) => cells += 1,
            (false, 1) => pages += 1,
            other => panic!("{}: {other:?}\n{}", line.sentence, stage.screen()),
        }
        stage.press("⎋");
        assert_eq!(stage.app.screen, Screen::Journal, "{}", line.sentence);
        assert_eq!(stage.app.layers().count(), 0);
        assert_eq!(stage.app.journal.cursor.at, at);
        assert_eq!(stage.app.journal.lines, lines);
        stage.press("↓");
    }
    assert!(cells > 0 && pages > 0, "{cells} {pages}");
}

#[test]
fn what_was_done_meanwhile_is_there_when_esc_leads_back_and_the_cursor_is_on_its_line() {
    let mut stage = stage((80, 24));
    other(&mut stage, 1);
    stage.press("<F9>⏎");
    let first = shown(&stage);
    other(&mut stage, 2);
    stage.press("⎋");
    assert_eq!(shown(&stage)[1..], first);
    // At the top the list stays at the top; a line below it would keep the cursor.
    stage.press("↓⏎");
    other(&mut stage, 3);
    stage.press("⎋");
    let at = stage.app.journal.cursor.at;
    assert_eq!(shown(&stage)[at], first[0]);
}

#[test]
fn a_page_over_the_journal_leads_to_a_value_and_two_esc_lead_back() {
    let mut stage = stage((80, 24));
    stage.press("<F9>");
    let lines = stage.app.journal.lines.clone();
    let at = lines.iter().position(|it| {
        let mut changes = it.commit.changes.iter();
        changes.all(|it| matches!(it.key, Key::Recommendation(_)))
    });
    for _ in 0..at.expect("no advice in the journal") {
        stage.press("↓");
    }
    stage.press("⏎");
    for _ in 0..4 {
        if stage.app.screen == Screen::Journal {
            stage.press("⏎");
        }
    }
    assert_eq!(stage.app.screen, Screen::Monitoring, "{}", stage.screen());
    stage.press("⎋");
    assert_eq!(stage.app.screen, Screen::Journal);
    assert!(stage.app.layers().count() > 0, "{}", stage.screen());
    for _ in 0..stage.app.layers().count() {
        stage.press("⎋");
    }
    assert_eq!(stage.app.layers().count(), 0);
    assert_eq!(stage.app.screen, Screen::Journal);
    assert_eq!(Some(stage.app.journal.cursor.at), at);
}

#[test]
fn the_filter_takes_numbers_whole_and_says_how_many_lines_it_shows() {
    let mut stage = demo::stage((80, 24));
    stage.press("<F9>ф12").expect("> 12").expect("СШ № 12");
    stage.press("⎋").press("ф№ 2").expect("> № 2");
    stage.expect_not("СШ № 12");
    stage.press("⎋").press("форлова⏎");
    let n = stage.app.journal.lines.len();
    assert!(n > 0 && stage.app.journal.more);
    stage.expect(&format!("Журнал · Орлова · строк: больше {n} "));
    let mut stage = story::stage((80, 24));
    stage.press("<F9>форлова⏎");
    let n = stage.app.journal.lines.len();
    assert!(n > 0 && !stage.app.journal.more);
    stage.expect(&format!("Журнал · Орлова · строк: {n} "));
}
