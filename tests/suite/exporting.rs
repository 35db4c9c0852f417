//! Values into files from the interface: what is shown is what is asked for, and the full path is said.

use smotr::analysis::extract::{Extract, Shape};
use smotr::domain::record::Key;
use smotr::tui::outgoing::{Wanted, Whom};

use crate::support::demo::stage;
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

#[test]
fn forms_are_for_the_marked_rows_and_for_the_municipality() {
    let mut stage = stage((120, 36));
    stage.press("→→в↓вщшаблон⏎5");
    let Some(Wanted::Form { whom, .. }) = stage.wanted.last() else {
        panic!("{:?}", stage.wanted);
    };
    let marked = stage.app.monitoring.acted_on();
    let both: Vec<_> = (marked.iter())
        .filter_map(|it| it.leader.organisation)
        .collect();
    assert_eq!(both.len(), 2);
    assert_eq!(*whom, Whom::Several(both));
    stage.press("щшаблон⏎6");
    let Some(Wanted::Form { whom, .. }) = stage.wanted.last() else {
        panic!("{:?}", stage.wanted);
    };
    assert_eq!(*whom, Whom::Municipality);
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
