//! Readers under damaged files: each target of `tests/fuzz` over seeds that are damaged by dice, the same ones in every run.
//!
//! `SMOTR_FUZZ_SECONDS=600` goes on for so long with dice of its own, `SMOTR_FUZZ_SEED` throws certain ones again. It runs in a process of
//! its own, whose greatest size is of nothing else and whose death is told.

#[path = "../fuzz/targets.rs"]
#[allow(
    dead_code,
    reason = "what one of its two callers does not need, the other does"
)]
mod targets;

use std::io::{Cursor, Read as _};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::Command;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use smotr::analysis::extract::{Extract, Shape};
use smotr::analysis::rows::due;
use smotr::domain::ids::OrganisationId;
use smotr::exchange::registers::Register;
use smotr::exchange::values::form::Forms;
use smotr::exchange::values::table::{Around, organisations, sheet, write_lines};
use smotr::exchange::workbook::{write_csv, write_csv_1251, write_form, write_xlsx};

use crate::workbook::made;

/// Inputs for each target in a run of the suite.
const INPUTS: usize = 120;
/// Megabytes that all of it may take at its greatest.
const MOST: usize = 700;
/// Bytes of an input; more of them damage nothing else.
const LONGEST: usize = 200_000;

/// What files of values and of catalogues are made of.
const WORDS: [&str; 40] = [
    "Организация",
    "Код",
    "Показатель",
    "Значение",
    "Числитель",
    "Знаменатель",
    "%",
    "Период",
    "2025/26",
    "2024/25",
    "1-е полугодие",
    "Итого",
    "н/п",
    "нет данных",
    "87,5 %",
    "21/24",
    "1.1",
    "6.2",
    "6.10",
    "СШ № 1",
    "\"",
    ";",
    "\t",
    "\n",
    "\r",
    "\u{feff}",
    "\u{a0}",
    "\u{202e}",
    "-1",
    "1e400",
    "0.0000000000000000000000000001",
    "99999999999999999999999999999",
    "<c r=\"XFD1048576\"><v>1</v></c>",
    "<row r=\"0\">",
    "&#0;",
    "&amp;",
    "]]>",
    "table:number-rows-repeated=\"4000000000\"",
    "t=\"s\"",
    "s=\"4294967295\"",
];

/// The content of an ODS with every kind of cell.
const CONTENT: &str = r#"<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:automatic-styles>
<style:style style:name="h"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>
<table:table table:name="Школы"><table:table-row><table:table-cell office:value-type="string"><text:p>Организация</text:p></table:table-cell>
<table:table-cell office:value-type="float" office:value="6.1"><text:p>6,10</text:p></table:table-cell><table:table-cell><text:p>6.2</text:p>
</table:table-cell></table:table-row><table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string">
<text:p>СШ<text:s text:c="2"/>№ 1</text:p><office:annotation><text:p>примечание</text:p></office:annotation></table:table-cell>
<table:table-cell office:value-type="percentage" office:value="0.875"/><table:table-cell office:value-type="date" office:date-value="2026-12-05"/>
<table:table-cell office:value-type="boolean" office:boolean-value="true"/><table:table-cell table:formula="of:=1+1"/>
<table:table-cell table:number-columns-repeated="1000000"/></table:table-row><table:table-row table:number-rows-repeated="1000000"/>
</table:table><table:table table:name="smotr" table:style-name="h"><table:table-row><table:table-cell><text:p>layout</text:p></table:table-cell>
</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#;

/// Dice: the same seed, the same throws.
struct Dice(u64);

impl Dice {
    fn throw(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.throw() % most.max(1) as u64).unwrap()
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    /// The seed with a few things wrong in it.
    fn damage(&mut self, seeds: &[Vec<u8>]) -> Vec<u8> {
        let mut bytes = self.of(seeds).clone();
        for _ in 0..=self.below(6) {
            let (at, length) = (self.below(bytes.len() + 1), self.below(40));
            let to = (at + length).min(bytes.len());
            match self.below(8) {
                0 => bytes[at..to]
                    .iter_mut()
                    .for_each(|it| *it ^= 1 << (length % 8)),
                1 => drop(bytes.drain(at..to)),
                2 => {
                    let again = bytes[at..to].to_vec();
                    bytes.splice(at..at, again);
                }
                3 => bytes.truncate(at),
                4 => {
                    let other = self.of(seeds);
                    let from = self.below(other.len());
                    let piece = other[from..(from + 400).min(other.len())].to_vec();
                    bytes.splice(at..to, piece);
                }
                5 => {
                    let byte = u8::try_from(self.below(256)).unwrap();
                    bytes.splice(at..at, [byte]);
                }
                _ => {
                    let word = self.of(&WORDS).as_bytes().to_vec();
                    bytes.splice(at..to, word);
                }
            }
        }
        bytes.truncate(LONGEST);
        bytes
    }
}

/// Sound files of every kind that the readers know.
fn seeds(target: &str) -> Vec<Vec<u8>> {
    let (state, period) = targets::store();
    let table = |shape| {
        let extract = Extract {
            period,
            columns: due(state, &state.periods[&period])
                .iter()
                .map(|it| it.0)
                .collect(),
            rows: None,
            shape,
            published: false,
        };
        let around = Around {
            drawn: &organisations(state, &extract),
            offset: chrono::FixedOffset::east_opt(0).unwrap(),
        };
        sheet(state, &extract, around).unwrap()
    };
    let matrix = table(Shape::Matrix { parts: true });
    let list = table(Shape::List);
    let book = |it: &_| write_xlsx(std::slice::from_ref(it), made()).unwrap();
    let form = || {
        let forms = Forms::of(state, targets::STORE, period, None).unwrap();
        write_form(&forms.form(Some(OrganisationId(1))).unwrap().sheets, made()).unwrap()
    };
    let own: &[&str] = &[
        "Показатель;СШ № 1;СШ № 2;Итого\n1.1;21/24;20/25;41/49\n1.2;7;0;7\n",
        "СШ № 1 · 2025/26\nКод;Показатель;Единица;Числитель;Знаменатель;Значение;Примечание\n1.1;;%;21;24;;да\n6.2;;%;;;87,5 %;\n",
        "Организация;1.1;\n;числитель;знаменатель\nСШ № 1;21;24\n",
        "{\"organisation\": \"СШ № 1\", \"code\": 1.1, \"numerator\": 21, \"denominator\": 24, \"percent\": 87.5}\n{\"a\": [1]}\n",
    ];
    let texts = own.iter().map(|it| it.as_bytes().to_vec());
    let old = include_bytes!("../../fixtures/golden/excel-2003.xls").to_vec();
    match target {
        "book" => vec![
            book(&matrix),
            write_csv(&list),
            write_csv_1251(&list),
            old,
            form(),
        ],
        "values" => {
            let mut all: Vec<_> = texts.collect();
            all.extend([
                write_csv(&matrix),
                write_csv(&list),
                write_lines(&list),
                form(),
                old,
            ]);
            all
        }
        "catalogue" => {
            let toml = include_bytes!("../../fixtures/catalogue.toml").to_vec();
            let read = smotr::exchange::catalogue_file::read("к.toml", &toml).unwrap();
            let book = smotr::exchange::catalogue_file::write_book(&read, Default::default());
            vec![toml, book.unwrap()]
        }
        "registers" => Register::ALL
            .iter()
            .map(|(_, it)| write_csv(&it.sheet(state)))
            .collect(),
        "section" => vec![include_bytes!("../../fixtures/section-2.1.txt").to_vec()],
        // Parts one after another, the sheet first.
        "xlsx" => [form(), book(&list)]
            .iter()
            .map(|it| parts(it).join(&targets::BETWEEN))
            .collect(),
        "ods" => vec![CONTENT.as_bytes().to_vec()],
        other => panic!("no seeds for {other}"),
    }
}

/// The parts of a workbook that the target puts together anew.
fn parts(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names = [
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml",
        "xl/styles.xml",
    ];
    let read = names.map(|name| {
        let mut text = Vec::new();
        archive
            .by_name(name)
            .unwrap()
            .read_to_end(&mut text)
            .unwrap();
        text
    });
    read.to_vec()
}

/// The seeds are read as what they are: damage would say nothing of them otherwise.
#[test]
fn seeds_are_sound() {
    for (name, run) in targets::ALL {
        for seed in seeds(name) {
            run(&seed);
        }
    }
}

#[test]
#[ignore = "run by the test that watches it"]
fn alone() {
    let seconds = std::env::var("SMOTR_FUZZ_SECONDS")
        .ok()
        .map(|it| it.parse().unwrap());
    let seed = std::env::var("SMOTR_FUZZ_SEED")
        .ok()
        .map(|it| it.parse().unwrap());
    let by_clock = || {
        SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap()
            .as_nanos() as u64
            | 1
    };
    let seed: u64 = seed.unwrap_or_else(|| seconds.map_or(2026, |_: u64| by_clock()));
    let (began, mut dice, mut inputs) = (Instant::now(), Dice(seed), 0);
    let all: Vec<_> = targets::ALL
        .iter()
        .map(|(name, run)| (name, run, seeds(name)))
        .collect();
    loop {
        for (name, run, seeds) in &all {
            for _ in 0..INPUTS {
                let bytes = dice.damage(seeds);
                inputs += 1;
                if catch_unwind(AssertUnwindSafe(|| run(&bytes))).is_err() {
                    let kept = std::env::temp_dir().join(format!("smotr-fuzz-{name}-{inputs}"));
                    std::fs::write(&kept, &bytes).unwrap();
                    panic!(
                        "{name}: input {inputs} of seed {seed}, kept as {}",
                        kept.display()
                    );
                }
            }
        }
        let most = Duration::from_secs(seconds.unwrap_or(0));
        if began.elapsed() >= most {
            break;
        }
    }
    println!("inputs {inputs} seed {seed} peak {}", peak());
}

/// The greatest size of this process so far, in megabytes.
fn peak() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|it| it.starts_with("VmHWM:")).unwrap();
    line.split_whitespace()
        .nth(1)
        .unwrap()
        .parse::<usize>()
        .unwrap()
        >> 10
}

/// What the dice have found, and was mended: for which target, and what it was.
const FOUND: [(&str, &str); 2] = [
    (
        "registers",
        "Вид;Номер;Наименование;\"Иное\nвнизу\"\nшкола;1;СШ № 1;а\n",
    ),
    (
        "values",
        "{\"organisation\": \"СШ № 1\", \"code\": 1.1, \"numer`uns#;!30-!#edonlho;!30-!#edonlho`uns#;!35-!#qercent\": 87.5}\n{\"a\": [1]}\n",
    ),
];

#[test]
fn what_was_found_stays_mended() {
    for (name, text) in FOUND {
        let (_, run) = targets::ALL.iter().find(|it| it.0 == name).unwrap();
        run(text.as_bytes());
    }
}

/// Any bytes are rows or sentences, in little memory, whichever reader gets them.
#[test]
fn damaged_files_are_told() {
    let run = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "fuzzing::alone", "--ignored", "--nocapture"])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&run.stdout);
    let told = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{said}\n{told}");
    let (_, size) = said.split_once(" peak ").expect("no size is told");
    let size: usize = size.split_whitespace().next().unwrap().parse().unwrap();
    assert!(size < MOST, "{size} MB");
    println!(
        "{}",
        said.lines()
            .find(|it| it.starts_with("inputs"))
            .unwrap_or_default()
    );
}
