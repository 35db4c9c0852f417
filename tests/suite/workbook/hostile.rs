//! Files that are made to stop a program: each gets a sentence, in little time and memory.

use std::io::{Cursor, Write};

use proptest::prelude::*;
use smotr::exchange::workbook::{Book, CellText, Limit, Problem, SheetOut, limits, write_xlsx};
use zip::write::SimpleFileOptions;

use super::packed::Packed;
use super::{made, number, refused, rows};

#[test]
fn the_size_that_a_sheet_says_is_not_believed() {
    let sheet = "<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>";
    let packed = Packed::xlsx("").with("xl/worksheets/sheet1.xml", sheet);
    assert_eq!(rows(&packed.bytes()), [[number("1")]]);
    let backwards = sheet.replace("A1:XFD1048576", "ZZZZZZZZZZZZ9:A1");
    let packed = Packed::xlsx("").with("xl/worksheets/sheet1.xml", backwards);
    assert_eq!(rows(&packed.bytes()), [[number("1")]]);
}

#[test]
fn a_refusal_names_its_limit_and_its_cell() {
    let cell = |address: &str| {
        Packed::xlsx(&format!("<row><c r=\"{address}\"><v>1</v></c></row>")).bytes()
    };
    let place = "школы.xlsx, лист «Школы», ячейка";
    assert_eq!(
        refused(&cell("B1048576")),
        format!(
            "{place} B1048576: слишком много строк, самое большее 100\u{a0}000. Удалите лишнее ниже таблицы или разделите её."
        )
    );
    assert!(refused(&cell("XFD3")).starts_with(&format!("{place} XFD3: слишком много столбцов")));
    // Far below and to the right, but with nothing in them: spreadsheets keep formats there.
    let empty = Packed::xlsx("<row r=\"1048576\"><c r=\"XFD1048576\" s=\"7\"/></row>").bytes();
    assert!(rows(&empty).is_empty());
    let long = "я".repeat(limits::TEXT_CHARS + 1);
    let long = Packed::xlsx(&format!(
        "<row><c t=\"inlineStr\"><is><t>{long}</t></is></c></row>"
    ));
    assert!(refused(&long.bytes()).starts_with(&format!("{place} A1: слишком длинный текст")));
    let spaces = "<text:s text:c=\"4294967295\"/>".repeat(1000);
    let spaces = format!(
        "<table:table-row><table:table-cell><text:p>{spaces}</text:p></table:table-cell></table:table-row>"
    );
    assert!(refused(&Packed::ods(&spaces).bytes()).contains("слишком длинный текст"));
}

#[test]
fn little_that_stands_for_much_is_counted() {
    // A cell far to the right in every row: dense rows, few bytes.
    let wide: String = (1..=2_000)
        .map(|it| format!("<row><c r=\"AMJ{it}\"><v>1</v></c></row>"))
        .collect();
    assert!(refused(&Packed::xlsx(&wide).bytes()).contains("слишком много ячеек"));
    // One long text in many cells.
    let text = "я".repeat(30_000);
    let cells = "<c t=\"s\"><v>0</v></c>".repeat(1_024);
    let many = Packed::xlsx(&format!("<row>{cells}</row><row>{cells}</row>")).with(
        "xl/sharedStrings.xml",
        format!("<sst><si><t>{text}</t></si></sst>"),
    );
    assert!(refused(&many.bytes()).contains("слишком много текста"));
    // Repeats of LibreOffice, in both directions.
    let repeats = |rows: &str, columns: &str| {
        Packed::ods(&format!(
            "<table:table-row table:number-rows-repeated=\"{rows}\"><table:table-cell table:number-columns-repeated=\"{columns}\" office:value-type=\"float\" office:value=\"1\"/></table:table-row>"
        ))
        .bytes()
    };
    assert!(refused(&repeats("1048576", "1")).contains("слишком много строк"));
    assert!(refused(&repeats("1", "16384")).contains("слишком много столбцов"));
    assert!(refused(&repeats("100000", "1000")).contains("слишком много ячеек"));
    assert!(refused(&repeats("18446744073709551615", "18446744073709551615")).contains("столбцов"));
    assert!(refused(&repeats("-1", "1")).contains("повреждён"));
    // Many sheets that are one part.
    let sheets = "<sheet name=\"а\" r:id=\"r1\"/>".repeat(60);
    let one = Packed::xlsx("").with(
        "xl/workbook.xml",
        format!("<workbook xmlns:r=\"r\"><sheets>{sheets}</sheets></workbook>"),
    );
    assert!(refused(&one.bytes()).contains("повреждён"));
    let sheets = "<sheet name=\"а\" r:id=\"r1\"/>".repeat(300);
    let many = Packed::xlsx("").with(
        "xl/workbook.xml",
        format!("<workbook xmlns:r=\"r\"><sheets>{sheets}</sheets></workbook>"),
    );
    assert!(refused(&many.bytes()).contains("слишком много листов"));
    let formats = "<xf/>".repeat(limits::FORMATS + 1);
    let many = Packed::xlsx("").with(
        "xl/styles.xml",
        format!("<styleSheet><cellXfs>{formats}</cellXfs></styleSheet>"),
    );
    assert!(refused(&many.bytes()).contains("слишком много форматов"));
}

/// An XLSX of which one part is so many spaces, deflated.
fn bomb(megabytes: usize) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let rels = "<Relationships><Relationship Id=\"1\" Type=\"/officeDocument\" Target=\"w.xml\"/></Relationships>";
    zip.start_file("_rels/.rels", SimpleFileOptions::default())
        .unwrap();
    zip.write_all(rels.as_bytes()).unwrap();
    zip.start_file("w.xml", SimpleFileOptions::default())
        .unwrap();
    let block = vec![b' '; 1 << 20];
    for _ in 0..megabytes {
        zip.write_all(&block).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_zip_bomb_is_inflated_up_to_the_limit() {
    let mut bytes = bomb((limits::INFLATED_BYTES >> 20) + 1);
    assert!(bytes.len() < 1 << 20);
    let told = refused(&bytes);
    assert!(
        told.contains("велик в распакованном виде, самое большее 96 МБ"),
        "{told}"
    );
    // The sizes that the package itself tells are made small: they are not what is looked at.
    let real = u32::try_from(limits::INFLATED_BYTES + (1 << 20))
        .unwrap()
        .to_le_bytes();
    let places: Vec<usize> = (0..bytes.len() - 4)
        .filter(|it| bytes[*it..it + 4] == real)
        .collect();
    assert!(!places.is_empty());
    for place in places {
        bytes[place..place + 4].copy_from_slice(&7_u32.to_le_bytes());
    }
    let error = Book::read("а.xlsx", &bytes).unwrap_err();
    assert!(matches!(
        error.problem,
        Problem::TooMuch(Limit::InflatedBytes) | Problem::Damaged { .. }
    ));
}

#[test]
fn entities_are_not_expanded() {
    let laughs = "<!DOCTYPE l [<!ENTITY a \"ха\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>";
    for entity in ["&b;", "&c;"] {
        let sheet = format!(
            "{laughs}<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>{entity}</t></is></c></row></sheetData></worksheet>"
        );
        let packed = Packed::xlsx("").with("xl/worksheets/sheet1.xml", sheet);
        assert!(refused(&packed.bytes()).contains("не читается часть «xl/worksheets/sheet1.xml»"));
    }
}

#[test]
fn a_damaged_workbook_names_the_part() {
    let whole = Packed::xlsx("<row><c><v>1</v></c></row>");
    for (part, text) in [
        ("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row><c"),
        (
            "xl/worksheets/sheet1.xml",
            "<worksheet><sheetData><row><c r=\"1A\"><v>1</v></c></row></sheetData></worksheet>",
        ),
        (
            "xl/worksheets/sheet1.xml",
            "<worksheet><sheetData><row><c t=\"s\"><v>7</v></c></row></sheetData></worksheet>",
        ),
        (
            "xl/worksheets/sheet1.xml",
            "<worksheet><sheetData><row r=\"0\"><c><v>1</v></c></row></sheetData></worksheet>",
        ),
        (
            "xl/worksheets/sheet1.xml",
            "<worksheet><sheetData><row><c r=\"ZZZZZZZZZZZZZZZZZZZZ1\"><v>1</v></c></row></sheetData></worksheet>",
        ),
        ("xl/sharedStrings.xml", "<sst><si><t>а"),
    ] {
        let told = refused(&Packed::xlsx("").with(part, text).bytes());
        assert!(
            told.contains(&format!("не читается часть «{part}»")),
            "{told}"
        );
    }
    for part in ["xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels"] {
        let told = refused(&Packed::xlsx("").without(part).bytes());
        assert!(told.contains(part), "{told}");
    }
    let bytes = whole.bytes();
    for cut in 5..bytes.len() {
        assert!(Book::read("а", &bytes[..cut]).is_err(), "{cut}");
    }
}

/// Small things of which a file holds very many: none of them is worth more in memory than the file itself.
fn swarm(of: &str) -> Vec<u8> {
    let most = 8 << 20;
    match of {
        "signs" => vec![b';'; most],
        "lines" => vec![b'\n'; most],
        "texts" => {
            let texts = "<si/>".repeat((28 << 20) / 5);
            Packed::xlsx("")
                .with("xl/sharedStrings.xml", format!("<sst>{texts}</sst>"))
                .bytes()
        }
        _ => unreachable!("{of}"),
    }
}

/// Reads a swarm in a process of its own, whose greatest size is of nothing else.
#[test]
#[ignore = "run by the test that measures it"]
fn a_swarm_alone() {
    let bytes = swarm(&std::env::var("SMOTR_SWARM").unwrap());
    // From here on the greatest size is counted anew.
    std::fs::write("/proc/self/clear_refs", "5").unwrap();
    let before = peak();
    let told = Book::read("а.xlsx", &bytes).err().map(|it| it.problem);
    println!("peak {} told {told:?}", peak() - before);
}

/// The greatest size of this process so far, in megabytes.
fn peak() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|it| it.starts_with("VmHWM:")).unwrap();
    let kilobytes = line.split_whitespace().nth(1).unwrap();
    kilobytes.parse::<usize>().unwrap() >> 10
}

#[test]
fn what_swarms_in_a_file_takes_little_memory() {
    let test = "workbook::hostile::a_swarm_alone";
    for (of, most, told) in [
        ("signs", 32, "None"),
        ("lines", 32, "None"),
        ("texts", 150, "Some(TooMuch(Cells))"),
    ] {
        let run = std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", test, "--ignored", "--nocapture"])
            .env("SMOTR_SWARM", of)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&run.stdout);
        let (_, said) = said.split_once("peak ").expect(&said);
        let (size, said) = said.split_once(" told ").unwrap();
        assert!(size.parse::<usize>().unwrap() < most, "{of}: {size} MB");
        assert!(said.starts_with(told), "{of}: {said}");
    }
}

/// A sound workbook of either kind, for others to be made of.
fn sound(ods: bool) -> Vec<u8> {
    if ods {
        return Packed::ods("<table:table-row table:number-rows-repeated=\"2\"><table:table-cell office:value-type=\"float\" office:value=\"1.5\"/><table:table-cell office:value-type=\"string\"><text:p>а</text:p></table:table-cell></table:table-row>").bytes();
    }
    Packed::xlsx("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>45170</v></c><c t=\"b\"><v>1</v></c></row>")
        .with("xl/sharedStrings.xml", "<sst><si><t>_x0041_ а</t></si></sst>")
        .with("xl/styles.xml", "<styleSheet><cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs></styleSheet>")
        .bytes()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn any_bytes_are_read_or_refused(
        bytes in prop::collection::vec(any::<u8>(), 0..300),
        start in prop::sample::select(vec![&b""[..], b"PK\x03\x04", b"PK\x05\x06", b"\xFF\xFE", b"\xEF\xBB\xBF", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"sep="]),
    ) {
        let _ = Book::read("а", &[start, &bytes[..]].concat());
    }

    #[test]
    fn any_damage_is_read_or_refused(
        ods in any::<bool>(),
        hits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut bytes = sound(ods);
        for (place, value) in hits {
            let place = place.index(bytes.len());
            bytes[place] = value;
        }
        let _ = Book::read("а", &bytes);
    }

    #[test]
    fn any_xml_is_read_or_refused(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "<row>", "</row>", "<row r=\"", "<c r=\"A1\">", "<c>", "</c>", "<v>", "</v>", "1", "9999999999999999999999", "-1", "\"", ">", "e5", "<is>", "<t>", "</t>", "</is>",
            "&amp;", "&#0;", "&#x10FFFF;", "&x;", "<!--", "-->", "<![CDATA[", "]]>", "<?x", "?>", "_x", "0041_", "ё", "<f>", "</f>", "<c t=\"s\"/>", "<c s=\"9\" t=\"e\"", "</sheetData>",
            "<table:table-row>", "</table:table-row>", "<table:table-cell office:value-type=\"float\" office:value=\"1\">", "</table:table-cell>", "<text:p>", "</text:p>", "<text:s text:c=\"9\"/>",
        ]), 0..30),
    ) {
        let xml = pieces.concat();
        let _ = Book::read("а", &Packed::xlsx(&xml).bytes());
        let _ = Book::read("а", &Packed::ods(&xml).bytes());
        let _ = Book::read("а", &Packed::xlsx("").with("xl/sharedStrings.xml", xml.clone()).bytes());
        let _ = Book::read("а", &Packed::xlsx("").with("xl/styles.xml", xml).bytes());
    }
}

#[test]
fn a_register_of_any_real_size_is_read() {
    let row: Vec<CellText> = (0..60).map(|it| number(&format!("{it}.5"))).collect();
    let sheet = SheetOut {
        rows: vec![row; 700],
        ..SheetOut::default()
    };
    let bytes = write_xlsx(&[sheet], made()).unwrap();
    assert_eq!(rows(&bytes).iter().map(Vec::len).sum::<usize>(), 42_000);
}
