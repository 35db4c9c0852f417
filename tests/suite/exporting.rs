//! Values into files from the interface: what is shown is what is asked for, and the full path is said.

use std::fs;
use std::sync::Arc;

use smotr::analysis::extract::{Extract, Shape};
use smotr::cli::outgoing;
use smotr::domain::ids::StoreMark;
use smotr::domain::record::Key;
use smotr::locale::{Lang, Locale};
use smotr::tui::incoming::{Awaited, Patience};
use smotr::tui::msg::Event;
use smotr::tui::outgoing::{Out, Told, Unwritten, Wanted, Whom, Writer, write_apart};

use crate::support::demo::{stage, store};
use crate::support::stage::Stage;
use crate::support::story::{at_every_size, english, pictures};

fn only(stage: &Stage) -> &Wanted {
    let [wanted] = stage.wanted.as_slice() else {
        panic!("{:?}", stage.wanted);
    };
    wanted
}

fn table(stage: &Stage) -> (&Extract, bool) {
    let Wanted::Table { extract, is_text } = only(stage) else {
        panic!("{:?}", stage.wanted);
    };
    (extract, *is_text)
}

#[test]
fn what_the_sheet_shows_goes_out_in_its_order() {
    let mut stage = stage((120, 36));
    stage.press("<F4>щвыгрузить та⏎1");
    stage.expect("Записано: выгрузка/файл");
    let (extract, is_text) = table(&stage);
    let sheet = &stage.app.sheet;
    let columns: Vec<_> = sheet.columns.iter().map(|it| it.indicator).collect();
    let rows: Vec<_> = (sheet.lines.iter())
        .map(|it| (it.leader.organisation, it.leader.person))
        .collect();
    assert!(columns.len() > 2 && rows.len() > 5);
    assert_eq!(extract.columns, columns);
    assert_eq!(extract.rows.as_deref(), Some(rows.as_slice()));
    assert_eq!(extract.shape, Shape::Matrix { parts: false });
    assert!(!is_text && !extract.published);
    // It is known what went out, and whose names were in it.
    assert_eq!(stage.took, [extract.period]);
    let person = rows.iter().find_map(|it| it.1).unwrap();
    assert!(stage.looked.contains(&Key::Person(person)));
}

#[test]
fn every_way_is_a_digit() {
    for (digit, shape, is_text, published) in [
        ("2", Shape::Matrix { parts: true }, false, false),
        ("3", Shape::List, false, false),
        ("4", Shape::Matrix { parts: false }, true, false),
        ("5", Shape::List, true, false),
        ("6", Shape::Matrix { parts: false }, false, true),
    ] {
        let mut stage = stage((120, 36));
        stage.press(&format!("щcsv⏎{digit}"));
        let (extract, text) = table(&stage);
        assert_eq!((extract.shape, text), (shape, is_text), "{digit}");
        assert_eq!(extract.published, published, "{digit}");
        // Monitoring shows a direction: all its indicators, and every row while nothing is filtered.
        assert!(extract.columns.len() > 2);
        assert_eq!(extract.rows, None);
    }
}

#[test]
fn a_form_is_for_the_organisation_under_the_cursor_or_for_each() {
    let mut stage = stage((120, 36));
    stage.press("→→↓щшаблон⏎1");
    let row = &stage.app.monitoring.panes.rows[1];
    let expected = row.leader.organisation;
    assert!(expected.is_some());
    let last = |stage: &Stage| match stage.wanted.last() {
        Some(Wanted::Form {
            direction, whom, ..
        }) => (whom.clone(), *direction),
        other => panic!("{other:?}"),
    };
    let one = Whom::One(expected.unwrap());
    assert_eq!(last(&stage), (one.clone(), None));
    // Whose names are in it is known, too.
    assert!(!stage.looked.is_empty());
    stage.press("щшаблон⏎2");
    assert_eq!(last(&stage), (Whom::Each, None));
    let shown = stage.app.monitoring.chosen.direction;
    assert!(shown.is_some());
    stage.press("щшаблон⏎3");
    assert_eq!(last(&stage), (one, shown));
    stage.press("щшаблон⏎4");
    assert_eq!(last(&stage), (Whom::Each, shown));
    assert_eq!(stage.took.len(), 4);
}

/// Whom the last form is for, and of which direction.
fn asked(stage: &Stage) -> (Whom, bool) {
    match stage.wanted.last() {
        Some(Wanted::Form {
            direction, whom, ..
        }) => (whom.clone(), direction.is_some()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn forms_are_for_the_marked_rows_and_for_the_municipality() {
    let mut stage = stage((120, 36));
    stage.press("→→в↓вщшаблон⏎5");
    let marked = stage.app.monitoring.acted_on();
    let both: Vec<_> = (marked.iter())
        .filter_map(|it| it.leader.organisation)
        .collect();
    assert_eq!(both.len(), 2);
    assert_eq!(asked(&stage), (Whom::Several(both.clone()), false));
    stage.press("щшаблон⏎6");
    assert_eq!(asked(&stage), (Whom::Several(both), true));
    stage.press("щшаблон⏎7");
    assert_eq!(asked(&stage), (Whom::Municipality, false));
}

/// Wherever organisations are marked: a block of the sheet, rows of those who were asked.
#[test]
fn forms_are_for_those_who_are_marked_on_the_sheet_and_on_the_page_of_who_was_asked() {
    let mut stage = stage((120, 36));
    stage.press("<F4>в↓↓щшаблон⏎");
    stage.expect("Выделенные организации: ");
    stage.press("5");
    let (Whom::Several(block), false) = asked(&stage) else {
        panic!("{:?}", stage.wanted)
    };
    assert!(block.len() > 1, "{block:?}");
    stage.press("⎋<Ctrl+w>").rest();
    stage.press("щшаблон⏎1");
    let (Whom::One(one), false) = asked(&stage) else {
        panic!("{:?}", stage.wanted)
    };
    stage
        .press("<Home>ввщшаблон⏎")
        .expect("Выделенные организации: 2");
    stage.press("2");
    let (Whom::Several(marked), false) = asked(&stage) else {
        panic!("{:?}", stage.wanted)
    };
    assert!(marked.len() == 2, "{marked:?} {one:?}");
}

/// A stage on which everybody's forms are being written.
fn writing() -> (Stage, Awaited) {
    let mut stage = stage((80, 24));
    stage.writing = Some(Vec::new());
    stage.press("→→↓щшаблон⏎2");
    let asked = stage.writing.as_mut().unwrap().pop().unwrap();
    (stage, asked)
}

fn forms() -> Out {
    Out {
        path: "выгрузка/формы".into(),
        files: Some(60),
    }
}

#[test]
fn what_takes_long_is_told_and_nobody_waits_for_it() {
    let (mut stage, asked) = writing();
    stage.expect("Пишется файл…");
    stage.event(Event::Outgoing(Told::Pace(7, 60)));
    stage.expect_not("8-й");
    stage.rest();
    stage.expect("Пишется 8-й файл из 60. Esc — прервать");
    insta::assert_snapshot!("export_under_way", stage.screen());
    // The cursor goes where it is sent, and one file at a time is written.
    let at = stage.app.monitoring.cursors[2].at;
    stage.press("↓");
    assert_eq!(stage.app.monitoring.cursors[2].at, at + 1);
    stage.expect("Пишется 8-й файл");
    stage.press("щcsv⏎");
    stage.expect("Предыдущий файл ещё пишется");
    assert_eq!(stage.wanted.len(), 1);
    // Esc of what is typed is not Esc of what is written.
    stage.press("ф⎋");
    assert!(asked.is_so());
    stage.event(Event::Outgoing(Told::Written(Ok(forms()))));
    stage.expect("Записано 60 файлов в папку выгрузка/формы");
    stage.press("↓").expect_not("Esc — прервать");
}

#[test]
fn esc_stops_it_and_says_what_became_of_it() {
    for (written, said) in [
        (Err(Unwritten::Stopped), "Прервано, ничего не записано."),
        (Ok(forms()), "Записано 60 файлов в папку выгрузка/формы"),
    ] {
        let (mut stage, asked) = writing();
        // What is over at once is not stopped by a key that was meant for something else.
        stage.press("⎋");
        assert!(asked.is_so());
        stage.rest().press("⎋").expect("Прерывается…");
        assert!(!asked.is_so());
        stage.event(Event::Outgoing(Told::Pace(9, 60)));
        stage.expect("Прерывается…");
        stage.event(Event::Outgoing(Told::Written(written)));
        stage.expect(said);
        stage.writing = None;
        stage.press("щшаблон⏎2").expect("Записано: выгрузка/файл");
    }
}

#[test]
fn whoever_leaves_is_asked_once() {
    let (mut stage, asked) = writing();
    stage.press("<F10>").expect("Файл ещё пишется.");
    assert!(!stage.left && asked.is_so());
    stage.press("<F10>");
    assert!(stage.left);
}

#[test]
fn forms_of_all_are_in_their_folder_or_nothing_is() {
    let home = tempfile::tempdir().unwrap();
    let (exports, imports) = (home.path().join("вы"), home.path().join("за"));
    let locale = Arc::new(Locale::new(Lang::Ru));
    let writer = outgoing::writer(locale, (exports.clone(), imports), StoreMark(7));
    let store = store();
    let mut stage = stage((120, 36));
    stage.press("щшаблон⏎2");
    let wanted = only(&stage);
    let now = stage.now;
    let there = || {
        let all = fs::read_dir(&exports).into_iter().flatten();
        all.count()
    };
    let mut heard = Vec::new();
    let stopped = writer(wanted, &store.state, now, &mut |done, total| {
        heard.push((done, total));
        done < 3
    });
    assert_eq!(stopped, Err(Unwritten::Stopped));
    let total = heard[0].1;
    assert!(total > 10);
    assert_eq!(heard, [(0, total), (1, total), (2, total), (3, total)]);
    assert_eq!(there(), 0);
    // The last word is asked for when all are on the disk.
    let stopped = writer(wanted, &store.state, now, &mut |done, total| done < total);
    assert_eq!((stopped, there()), (Err(Unwritten::Stopped), 0));
    let out = writer(wanted, &store.state, now, &mut |_, _| true).unwrap();
    assert_eq!(out.files, Some(total));
    assert_eq!(fs::read_dir(out.path).unwrap().count(), total);
    assert_eq!(there(), 1);
    stage.press("щcsv⏎1");
    let table = stage.wanted.last().unwrap();
    let stopped = writer(table, &store.state, now, &mut |_, _| false);
    assert_eq!((stopped, there()), (Err(Unwritten::Stopped), 1));
    let out = writer(table, &store.state, now, &mut |_, _| true).unwrap();
    assert_eq!(out.files, None);
    assert!(fs::metadata(out.path).unwrap().is_file());
    // A folder of one direction says so.
    let stage = self::stage((120, 36)).press("щшаблон⏎4").wanted.pop();
    let out = writer(&stage.unwrap(), &store.state, now, &mut |_, _| true).unwrap();
    assert!(
        out.path.ends_with("2025-26 формы 1 Управление 23.05.2026"),
        "{out:?}"
    );
}

#[test]
fn a_writer_that_breaks_answers_too() {
    let patience = Patience::default();
    let mut stage = stage((120, 36));
    stage.press("щcsv⏎1");
    let wanted = only(&stage);
    for (stops, breaks, expected) in [
        (false, false, Ok(forms())),
        (true, false, Err(Unwritten::Stopped)),
        (false, true, Err(Unwritten::Failed("сломалось".into()))),
    ] {
        let awaited = match stops {
            true => Patience::default().awaited(),
            false => patience.awaited(),
        };
        let writer: Writer = Arc::new(move |_, _, _, go_on| {
            let whole = (0..=900).all(|done| go_on(done, 900));
            assert!(!breaks, "a file at which the writer breaks");
            whole.then(forms).ok_or(Unwritten::Stopped)
        });
        let (tell, told) = std::sync::mpsc::channel();
        let asked = (wanted.clone(), Box::default(), stage.now);
        let tell = move |it| tell.send(it).unwrap();
        let thread = write_apart(writer, asked, awaited, "сломалось".into(), tell);
        let said: Vec<Told> = told.iter().collect();
        drop(thread.unwrap().join());
        let [paces @ .., last] = said.as_slice() else {
            panic!("{said:?}")
        };
        assert_eq!(*last, Told::Written(expected));
        let paces = paces.iter().filter(|it| matches!(it, Told::Pace(..)));
        // Often enough to be seen to move, and no more often.
        assert_eq!(paces.count(), if stops { 1 } else { 61 });
    }
}

#[test]
fn nothing_is_asked_of_a_closed_period() {
    let mut stage = stage((120, 36));
    stage.press("г2024/25⏎щшаблон⏎");
    stage.expect("закрыт");
    assert_eq!(stage.wanted, []);
}

#[test]
fn pictures_of_the_choices() {
    insta::assert_snapshot!("export_table", pictures("щcsv⏎"));
    insta::assert_snapshot!("export_table_en", english("щcsv⏎"));
    insta::assert_snapshot!("write_form", pictures("→→↓щшаблон⏎"));
    at_every_size("щcsv⏎");
}
