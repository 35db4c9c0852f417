//! What people send: numbers, dates and texts as spreadsheets keep them.

use smotr::exchange::workbook::{Book, CellText, Format, Unread, letters};

use super::packed::Packed;
use super::{at, day, number, refused, rows, text};

const STYLES: &str = r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\.mm\.yyyy"/><numFmt numFmtId="165" formatCode="0.0&quot; дней&quot;"/><numFmt numFmtId="166" formatCode="[$-419]d mmmm yyyy;@"/><numFmt numFmtId="167" formatCode="[h]:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="10"/><xf numFmtId="167"/></cellXfs></styleSheet>"#;

/// The one cell of a sheet.
fn one(cell: &str) -> CellText {
    let packed = Packed::xlsx(&format!("<row r=\"1\">{cell}</row>")).with("xl/styles.xml", STYLES);
    let rows = rows(&packed.bytes());
    rows.first()
        .and_then(|it| it.first())
        .cloned()
        .unwrap_or_default()
}

#[test]
fn numbers_are_the_fifteen_digits_that_a_spreadsheet_shows() {
    let cases = [
        ("87.5", "87.5"),
        ("0.30000000000000004", "0.3"),
        ("5.5511151231257827E-17", "0.0000000000000000555111512312"),
        ("1E-2", "0.01"),
        ("1.5e3", "1500"),
        ("-4.2000000000000002", "-4.2"),
        ("33.333333333333336", "33.3333333333333"),
        ("0", "0"),
        ("-0", "0"),
        ("100.00", "100"),
        ("12345678901234567890", "12345678901234600000"),
    ];
    for (given, expected) in cases {
        assert_eq!(
            one(&format!("<c><v>{given}</v></c>")),
            number(expected),
            "{given}"
        );
    }
}

#[test]
fn a_format_tells_a_date_from_a_number() {
    let styled = |style: u32, value: &str| one(&format!("<c s=\"{style}\"><v>{value}</v></c>"));
    assert_eq!(styled(0, "45170"), number("45170"));
    assert_eq!(styled(1, "45170"), CellText::Date(day("2023-09-01")));
    assert_eq!(styled(2, "45170.75"), CellText::Date(day("2023-09-01")));
    assert_eq!(styled(3, "12.5"), number("12.5"));
    assert_eq!(styled(4, "1"), CellText::Date(day("1900-01-01")));
    assert_eq!(styled(1, "61"), CellText::Date(day("1900-03-01")));
    assert_eq!(
        styled(5, "0.875"),
        CellText::Percent("0.875".parse().unwrap())
    );
    assert_eq!(styled(6, "1.5"), number("1.5"));
    for none in ["60", "0", "-3", "2958466"] {
        assert_eq!(
            styled(1, none),
            CellText::Unread(Unread::NoDate(none.into()))
        );
    }
    let iso = one("<c t=\"d\"><v>2023-09-01T00:00:00</v></c>");
    assert_eq!(iso, CellText::Date(day("2023-09-01")));
    let mac = Packed::xlsx("<row><c s=\"1\"><v>0</v></c></row>")
        .with("xl/styles.xml", STYLES)
        .with(
            "xl/workbook.xml",
            r#"<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="1" r:id="r1"/></sheets></workbook>"#,
        );
    assert_eq!(rows(&mac.bytes()), [[CellText::Date(day("1904-01-01"))]]);
}

#[test]
fn formulas_give_what_was_kept_of_them() {
    assert_eq!(one("<c><f>1+1</f><v>2</v></c>"), number("2"));
    assert_eq!(one("<c t=\"str\"><f>A2</f><v>а</v></c>"), text("а"));
    assert_eq!(one("<c t=\"str\"><f>A2</f><v></v></c>"), CellText::Empty);
    assert_eq!(
        one("<c><f>1+1</f></c>"),
        CellText::Unread(Unread::NotReckoned)
    );
    let error = one("<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>");
    assert_eq!(error, CellText::Unread(Unread::Error("#DIV/0!".into())));
    assert_eq!(one("<c t=\"b\"><v>1</v></c>"), CellText::Bool(true));
    let large = one("<c><v>1e300</v></c>");
    assert_eq!(large, CellText::Unread(Unread::TooLarge("1e300".into())));
}

#[test]
fn texts_are_whole_and_clean() {
    let packed = Packed::xlsx("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"inlineStr\"><is><t>а&amp;б &#1105;</t></is></c></row>")
        .with(
            "xl/sharedStrings.xml",
            "<sst uniqueCount=\"1152921504606846976\"><si><r><t>Гимна</t></r><r><t xml:space=\"preserve\">зия </t></r><rPh><t>x</t></rPh></si><si><t>а_x000D_\u{202e}б_x005F_x0041_</t></si></sst>",
        );
    assert_eq!(
        rows(&packed.bytes()),
        [[
            text("Гимназия "),
            text("а\n\u{fffd}б_x0041_"),
            text("а&б ё")
        ]]
    );
}

#[test]
fn cells_stand_where_they_say() {
    let packed = Packed::xlsx(
        "<row r=\"3\"><c r=\"B3\"><v>1</v></c><c><v>2</v></c></row><row><c r=\"A4\"/><c r=\"AB4\"><v>3</v></c></row>",
    );
    let book = Book::read("а.xlsx", &packed.bytes()).unwrap();
    let sheet = &book.sheets[0];
    assert_eq!((sheet.name.as_str(), sheet.rows.len()), ("Школы", 4));
    assert_eq!(sheet.at(at(2, 1)), &number("1"));
    assert_eq!(sheet.at(at(2, 2)), &number("2"));
    assert_eq!(sheet.at(at(3, 27)), &number("3"));
    assert_eq!(sheet.at(at(99, 99)), &CellText::Empty);
    assert_eq!(at(11, 1).to_string(), "B12");
    let names: Vec<String> = [0, 25, 26, 51, 52, 701, 702, 1023].map(letters).into();
    assert_eq!(names.join(" "), "A Z AA AZ BA ZZ AAA AMJ");
}

#[test]
fn libreoffice_keeps_exact_numbers_and_repeats() {
    let packed = Packed::ods(concat!(
        r#"<table:table-row><table:table-cell office:value-type="string"><office:annotation><text:p>заметка</text:p></office:annotation><text:p>Лицей<text:s text:c="2"/>№ <text:span>3</text:span></text:p><text:p>вторая</text:p></table:table-cell>"#,
        r#"<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="87.5"><text:p>88</text:p></table:table-cell>"#,
        r#"<table:table-cell office:value-type="date" office:date-value="2023-09-01T10:00:00"/>"#,
        r#"<table:table-cell office:value-type="percentage" office:value="0.875"/>"#,
        r#"<table:table-cell office:value-type="boolean" office:boolean-value="true"/>"#,
        r#"<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>"#,
        r#"<table:table-cell table:number-columns-repeated="16000"/></table:table-row>"#,
        r#"<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>"#,
        r#"<table:table-row-group><table:table-row table:number-rows-repeated="2"><table:covered-table-cell/><table:table-cell office:value-type="float" office:value="1"/></table:table-row></table:table-row-group>"#,
        r#"<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#,
    ));
    let blank = CellText::Empty;
    assert_eq!(
        rows(&packed.bytes()),
        [
            vec![
                text("Лицей  № 3\nвторая"),
                number("87.5"),
                number("87.5"),
                CellText::Date(day("2023-09-01")),
                CellText::Percent("0.875".parse().unwrap()),
                CellText::Bool(true),
                CellText::Unread(Unread::Error("#DIV/0!".into())),
            ],
            vec![],
            vec![],
            vec![blank.clone(), number("1")],
            vec![blank, number("1")],
        ]
    );
}

#[test]
fn a_file_is_told_by_its_bytes() {
    let format = |bytes: &[u8]| Book::format("а.txt", bytes).unwrap();
    assert_eq!(format(&Packed::xlsx("").bytes()), Format::Xlsx);
    assert_eq!(format(&Packed::ods("").bytes()), Format::Ods);
    assert_eq!(format(b"a;b"), Format::Text);
    let word = Packed::xlsx("").with("xl/workbook.xml", "<w:document/>");
    let no_table = "школы.xlsx: это не таблица.";
    for foreign in [
        &word.bytes()[..],
        b"%PDF-1.7",
        b"\xEF\xBB\xBF\n<!DOCTYPE html><table>",
        b"a\0\x01\x02b\0\0\0c",
    ] {
        assert!(
            refused(foreign).starts_with(no_table),
            "{}",
            refused(foreign)
        );
    }
    assert!(refused(b"").starts_with("школы.xlsx: файл пуст."));
    let old = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 a workbook of 2003";
    assert_eq!(format(old), Format::Xls);
    assert!(refused(old).contains("повреждён"));
    let mut closed = old.to_vec();
    closed.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert!(refused(&closed).contains("закрыт паролем"));
    let closed = Packed::ods("").with("META-INF/manifest.xml", "<m:encryption-data/>");
    assert!(refused(&closed.bytes()).contains("закрыт паролем"));
}
