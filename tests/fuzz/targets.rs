//! What every reader of files has to bear: any bytes at all are rows, or sentences that name the file, and never a panic.
//!
//! One function for each reader, from bytes. The suite calls them with seeds that it damages; `cargo fuzz` calls them with whatever it finds.
//! Must know nothing of either.

use std::path::Path;
use std::sync::OnceLock;

use smotr::analysis::batch::{Batch, Brings, Meant, Names};
use smotr::domain::decide::Actor;
use smotr::domain::ids::{Now, PeriodId, Seq, StoreMark, Timestamp, UserId};
use smotr::domain::state::State;
use smotr::exchange::catalogue_file;
use smotr::exchange::demo::{Demo, Options};
use smotr::exchange::registers::Register;
use smotr::exchange::section::page;
use smotr::exchange::values::{Against, read_into};
use smotr::exchange::workbook::limits::{CELLS, COLUMNS, ROWS};
use smotr::exchange::workbook::{Book, Format, letters};
use smotr::locale::{Lang, Locale};

#[path = "../suite/workbook/packed.rs"]
#[allow(
    dead_code,
    clippy::duplicate_mod,
    reason = "only what is packed whole is needed, and another program needs it as well"
)]
mod packed;

use packed::Packed;

/// A reader: what it is called, and how it is called.
pub type Target = (&'static str, fn(&[u8]));

/// All of them.
pub const ALL: [Target; 7] = [
    ("book", book),
    ("values", values),
    ("catalogue", catalogue),
    ("registers", registers),
    ("section", section),
    ("xlsx", xlsx),
    ("ods", ods),
];

/// What stands between the parts of a package in the bytes of [`xlsx`].
pub const BETWEEN: u8 = 0x1e;

/// The store that forms of the seeds are of.
pub const STORE: StoreMark = StoreMark(0x5EED);

/// The file is called so.
const FILE: &str = "файл";

struct World {
    state: State,
    names: Names,
    locale: Locale,
    /// The year that is being collected.
    period: PeriodId,
}

fn world() -> &'static World {
    static WORLD: OnceLock<World> = OnceLock::new();
    WORLD.get_or_init(|| {
        let options = Options {
            organisations: 5,
            years: 2,
            ..Options::PLAIN
        };
        let demo = Demo::new(options).unwrap().owned_by("fuzz");
        let mut state = State::default();
        for commit in demo.commits(Seq(1)) {
            state.apply(&commit);
        }
        let period = *state.periods.iter().max_by_key(|(_, it)| it.to).unwrap().0;
        World {
            names: Names::of(&state, Some(period)),
            state,
            locale: Locale::new(Lang::Ru),
            period,
        }
    })
}

/// The store that the readers know, and its open year: what seeds are made of.
pub fn store() -> (&'static State, PeriodId) {
    let world = world();
    (&world.state, world.period)
}

/// XLSX, XLS, ODS and tables in text: cells within the limits, or a sentence about the file.
pub fn book(bytes: &[u8]) {
    let format = Book::format(FILE, bytes);
    match Book::read(FILE, bytes) {
        Ok(book) => {
            assert!(format.is_ok(), "read, and not known");
            let mut cells = 0;
            for sheet in &book.sheets {
                assert!(sheet.rows.len() <= ROWS, "rows");
                assert!(sheet.rows.iter().all(|it| it.len() <= COLUMNS), "columns");
                cells += sheet.rows.iter().map(Vec::len).sum::<usize>();
                // What a person reads has no control characters in it.
                let texts = sheet.rows.iter().flatten().map(ToString::to_string);
                let mut letters = texts.flat_map(|it| it.chars().collect::<Vec<_>>());
                assert!(!letters.any(|it| it.is_control() && it != '\n'), "control");
            }
            assert!(cells <= CELLS, "cells");
        }
        Err(error) => names_the_file(&error.say(&world().locale)),
    }
}

/// Forms, matrices either way, lists, tables of one organisation, JSON Lines: claims that stand somewhere in the file, or sentences; and
/// what they would bring is told of each.
pub fn values(bytes: &[u8]) {
    let world = world();
    let against = Against {
        state: &world.state,
        names: &world.names,
        store: STORE,
        locale: &world.locale,
    };
    let mut batch = Batch::default();
    read_into(&mut batch, against, (FILE, [7; 16]), bytes);
    let [file] = batch.files.as_slice() else {
        panic!("one file is read");
    };
    assert!(
        !batch.claims.is_empty() || !file.faults.is_empty() || !file.notes.is_empty(),
        "silence"
    );
    file.faults
        .iter()
        .chain(&file.notes)
        .for_each(|it| names_the_file(it));
    let book = Book::read(FILE, bytes).ok();
    for claim in &batch.claims {
        let Some(column) = claim.spot.column else {
            continue;
        };
        let book = book.as_ref().unwrap();
        let row = book.sheets[claim.spot.sheet].rows.get(claim.spot.row);
        let cell = row.and_then(|it| it.get(column));
        let at = format!("{}{}", letters(column), claim.spot.row + 1);
        assert!(
            cell.is_some_and(|it| !it.is_blank()),
            "nothing stands in {at}"
        );
    }
    // The rest is reckoned claim by claim, and the readers are what is tried here.
    if batch.claims.len() > 300 {
        return;
    }
    let now = Now {
        at: Timestamp(1_780_000_000_000),
        today: world.state.periods[&world.period].to,
    };
    let by = (Actor { user: UserId(1) }, now);
    let brings = Brings::of(&world.state, by, &batch, &Meant::default());
    assert_eq!(brings.outcomes.len(), batch.claims.len());
}

/// A catalogue in TOML or in a workbook: what is read can be written, or there are sentences.
pub fn catalogue(bytes: &[u8]) {
    for file in ["файл.toml", "файл.xlsx"] {
        match catalogue_file::read(file, bytes) {
            Ok(catalogue) => {
                assert!(catalogue_file::write_book(&catalogue, Timestamp(0)).is_some());
            }
            Err(error) => {
                let said = error.say_all(&world().locale);
                assert!(said.iter().any(|it| !it.trim().is_empty()), "silence");
            }
        }
    }
    assert_eq!(
        catalogue_file::Shape::of(Path::new(FILE)),
        catalogue_file::Shape::Toml
    );
}

/// Every register: rows with what becomes of them, and faults that name the file.
pub fn registers(bytes: &[u8]) {
    let world = world();
    let Ok(book) = Book::read(FILE, bytes) else {
        return;
    };
    // What one of them reads in a moment ten of them read in ten.
    if book.sheets.iter().map(|it| it.rows.len()).sum::<usize>() > 2_000 {
        return;
    }
    for (_, register) in Register::ALL {
        let plan = register.plan(&world.state, &book);
        for fault in plan.faults.iter().chain(&plan.unknown) {
            names_the_file(&fault.say(&world.locale));
        }
    }
}

/// A page of the section: items that follow one another line by line, or a reason.
pub fn section(bytes: &[u8]) {
    let Ok(page) = page::read(bytes, None) else {
        return;
    };
    let mut at = 0;
    for item in &page.items {
        assert!(
            item.first > at && item.last >= item.first,
            "lines out of order"
        );
        at = item.last;
    }
    let cited = page
        .asked()
        .into_iter()
        .map(|it| it.cited.len())
        .sum::<usize>();
    assert!(
        page.documents().len() <= cited,
        "more documents than citations"
    );
}

/// The parts of an XLSX: bytes that are damaged in a package are refused by its sums, and never come to who reads the cells. The sheet, its
/// texts, its formats, the workbook.
pub fn xlsx(bytes: &[u8]) {
    let parts = [
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml",
        "xl/styles.xml",
        "xl/workbook.xml",
    ];
    let texts = bytes.split(|it| *it == BETWEEN).filter(|it| !it.is_empty());
    let packed = parts.into_iter().zip(texts);
    let packed = packed.fold(Packed::xlsx(""), |all, (name, text)| all.with(name, text));
    whole(&packed.bytes(), Format::Xlsx);
}

/// The content of an ODS.
pub fn ods(bytes: &[u8]) {
    whole(
        &Packed::ods("").with("content.xml", bytes).bytes(),
        Format::Ods,
    );
}

fn whole(bytes: &[u8], format: Format) {
    // A part that says what the file is may be damaged, too.
    let found = Book::format(FILE, bytes);
    assert!(found.as_ref().is_ok_and(|it| *it == format) || found.is_err());
    book(bytes);
    values(bytes);
    registers(bytes);
}

fn names_the_file(said: &str) {
    assert!(said.contains(FILE), "no file is named: {said}");
    assert!(!said.chars().any(|it| it.is_control()), "control: {said:?}");
}
