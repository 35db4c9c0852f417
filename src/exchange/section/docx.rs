//! The section as a document of a text processor: A4, serif, page numbers, tables whose heads stand on every page.
//!
//! Invariant: no character that XML does not know comes into the file, whatever a record says: a text processor would not open it.

use std::io::Cursor;

use chrono::{DateTime, SecondsFormat, Utc};
use docx_rs::{
    AlignmentType, Docx, Footer, Hyperlink, HyperlinkType, LineSpacing, PageMargin, PageNum,
    Paragraph, Run, RunFonts, Shading, SpecialIndentType, Style, StyleType, Table, TableCell,
    TableCellMargins, TableLayoutType, TableRow, VAlignType, WidthType, XMLDocx,
};

use super::Unwritten;
use crate::report::section::{Assessment, Line, Listing, Paper, Proof};

/// The font, which Word has and other programs have one of the same measures for.
const FONT: &str = "Times New Roman";
/// A4 in twentieths of a point, and the margins of the national standard for papers: 30 mm to bind, 15 mm, 20 mm.
const PAGE: (u32, u32) = (11_906, 16_838);
const LEFT: i32 = 1_701;
const RIGHT: i32 = 850;
const EDGE: i32 = 1_134;
/// Widths of the columns of both tables; together the width between the margins.
const POINTS: [usize; 4] = [650, 6_105, 1_400, 1_200];
const LIST: [usize; 4] = [650, 5_305, 1_500, 1_900];
/// Sizes of letters in half points.
const SIZE: usize = 24;
const SMALL: usize = 22;
const LARGE: usize = 28;
/// How far citations are set in.
const INDENT: i32 = 567;
/// The styles of headings.
const TITLE: &str = "Title";
const HEADING: &str = "Heading1";
/// What the library says of who made a document.
const NOBODY: &str = ">unknown<";
const PROGRAM: &str = ">smotr<";

pub(super) fn write(paper: &Paper, made: DateTime<Utc>) -> Result<Vec<u8>, Unwritten> {
    let mut docx = sheet(made);
    docx = docx.add_paragraph(Paragraph::new().style(TITLE).add_run(run(&paper.title)));
    if let Some(it) = &paper.demo {
        docx = docx.add_paragraph(centred(run(it).bold()));
    }
    for it in &paper.above {
        docx = docx.add_paragraph(centred(run(it)));
    }
    for part in &paper.stages {
        docx = docx.add_paragraph(heading(&part.heading));
        if !part.lead.is_empty() {
            docx = docx.add_paragraph(Paragraph::new().keep_next(true).add_run(run(&part.lead)));
        }
        for it in &part.asked {
            docx = asked(docx, it);
        }
    }
    docx = docx
        .add_paragraph(heading(&paper.assessment.heading).page_break_before(true))
        .add_table(assessment(&paper.assessment));
    docx = docx.add_paragraph(heading(&paper.listing.heading).page_break_before(true));
    docx = match paper.listing.none.is_empty() {
        true => docx.add_table(listing(&paper.listing)).add_paragraph(end()),
        false => docx.add_paragraph(Paragraph::new().add_run(run(&paper.listing.none))),
    };
    packed(docx.build(), &paper.title)
}

/// An empty document.
fn sheet(made: DateTime<Utc>) -> Docx {
    let made = made.to_rfc3339_opts(SecondsFormat::Secs, true);
    let fonts = RunFonts::new()
        .ascii(FONT)
        .hi_ansi(FONT)
        .cs(FONT)
        .east_asia(FONT);
    let margin = PageMargin::new()
        .top(EDGE)
        .bottom(EDGE)
        .left(LEFT)
        .right(RIGHT)
        .header(567)
        .footer(567);
    let title = Style::new(TITLE, StyleType::Paragraph)
        .name("Title")
        .size(LARGE)
        .bold()
        .align(AlignmentType::Center)
        .line_spacing(LineSpacing::new().after(120));
    let heading = Style::new(HEADING, StyleType::Paragraph)
        .name("heading 1")
        .size(SIZE)
        .bold()
        .outline_lvl(0)
        .line_spacing(LineSpacing::new().before(240).after(80));
    let number = Paragraph::new()
        .align(AlignmentType::Center)
        .add_page_num(PageNum::new());
    Docx::new()
        .created_at(&made)
        .updated_at(&made)
        .page_size(PAGE.0, PAGE.1)
        .page_margin(margin)
        .default_fonts(fonts)
        .default_size(SIZE)
        .default_line_spacing(LineSpacing::new().after(60))
        .add_style(title)
        .add_style(heading)
        .footer(Footer::new().add_paragraph(number))
}

/// A requirement with what proves it.
fn asked(docx: Docx, it: &Line) -> Docx {
    let words = Paragraph::new()
        .indent(
            Some(INDENT),
            Some(SpecialIndentType::Hanging(INDENT)),
            None,
            None,
        )
        .line_spacing(LineSpacing::new().before(80).after(40))
        .keep_next(true)
        .keep_lines(true)
        .add_run(run(&format!("{}.", it.number)).bold().add_tab())
        .add_run(run(&it.words).bold());
    let mut docx = docx.add_paragraph(words);
    let set_in = || Paragraph::new().indent(Some(INDENT), None, None, None);
    for proof in &it.cited {
        docx = docx.add_paragraph(linked(set_in(), proof));
    }
    match it.said.is_empty() {
        true => docx,
        false => docx.add_paragraph(set_in().add_run(run(&it.said).italic())),
    }
}

fn assessment(it: &Assessment) -> Table {
    let mut rows = vec![head(&it.columns, &POINTS)];
    let cells = |texts: [&str; 4], made: &dyn Fn(Run) -> Run| {
        let cells = texts
            .iter()
            .zip(POINTS)
            .enumerate()
            .map(|(at, (text, width))| {
                let align = if at == 1 {
                    AlignmentType::Left
                } else {
                    AlignmentType::Right
                };
                cell(width).add_paragraph(tight().align(align).add_run(made(small(text))))
            });
        TableRow::new(cells.collect()).cant_split()
    };
    for part in &it.parts {
        let title = cell(POINTS.iter().sum())
            .grid_span(POINTS.len())
            .shading(Shading::new().fill("F4F4F4"))
            .add_paragraph(tight().keep_next(true).add_run(small(&part.title).bold()));
        rows.push(TableRow::new(vec![title]).cant_split());
        for row in &part.rows {
            rows.push(cells(
                [&row.number.to_string(), &row.words, &row.max, &row.points],
                &|it| it,
            ));
        }
        rows.push(cells(
            ["", &part.sum.label, &part.sum.max, &part.sum.points],
            &Run::italic,
        ));
    }
    rows.push(cells(
        ["", &it.total.label, &it.total.max, &it.total.points],
        &Run::bold,
    ));
    table(rows, &POINTS)
}

fn listing(it: &Listing) -> Table {
    let mut rows = vec![head(&it.columns, &LIST)];
    for row in &it.rows {
        let [number, line, uses, remarks] = LIST.map(cell);
        let proof = Proof {
            line: row.line.clone(),
            link: row.link.clone(),
        };
        let number = number.add_paragraph(
            tight()
                .align(AlignmentType::Right)
                .add_run(small(&row.number.to_string())),
        );
        rows.push(
            TableRow::new(vec![
                number,
                line.add_paragraph(linked_in(tight(), &proof, SMALL)),
                uses.add_paragraph(tight().add_run(small(&row.uses))),
                remarks.add_paragraph(tight().add_run(small(&row.remarks))),
            ])
            .cant_split(),
        );
    }
    table(rows, &LIST)
}

fn table(rows: Vec<TableRow>, widths: &[usize]) -> Table {
    Table::new(rows)
        .set_grid(widths.to_vec())
        .width(widths.iter().sum(), WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
        .margins(TableCellMargins::new().margin(40, 90, 40, 90))
}

fn head(columns: &[String; 4], widths: &[usize; 4]) -> TableRow {
    let cells = columns.iter().zip(widths).map(|(text, width)| {
        cell(*width)
            .shading(Shading::new().fill("E8E8E8"))
            .vertical_align(VAlignType::Center)
            .add_paragraph(
                tight()
                    .align(AlignmentType::Center)
                    .add_run(small(text).bold()),
            )
    });
    TableRow::new(cells.collect()).cant_split()
}

fn cell(width: usize) -> TableCell {
    TableCell::new().width(width, WidthType::Dxa)
}

/// A paragraph without space around it.
fn tight() -> Paragraph {
    Paragraph::new().line_spacing(LineSpacing::new().before(0).after(0))
}

/// What a document ends with that ends with a table: so small that it makes no page.
fn end() -> Paragraph {
    tight().add_run(Run::new().size(2))
}

fn heading(text: &str) -> Paragraph {
    Paragraph::new()
        .style(HEADING)
        .keep_next(true)
        .add_run(run(text))
}

fn centred(run: Run) -> Paragraph {
    Paragraph::new().align(AlignmentType::Center).add_run(run)
}

fn linked(to: Paragraph, it: &Proof) -> Paragraph {
    linked_in(to, it, SIZE)
}

fn linked_in(to: Paragraph, it: &Proof, size: usize) -> Paragraph {
    let run = run(&it.line).size(size);
    match it.link.is_empty() {
        true => to.add_run(run),
        false => to.add_hyperlink(
            Hyperlink::new(known(&it.link), HyperlinkType::External)
                .add_run(run.color("0B3D91").underline("single")),
        ),
    }
}

fn small(text: &str) -> Run {
    run(text).size(SMALL)
}

fn run(text: &str) -> Run {
    Run::new().add_text(known(text))
}

/// The text without what XML does not know.
fn known(text: &str) -> String {
    let known = |it: &char| !it.is_control() && !matches!(it, '\u{fffe}' | '\u{ffff}');
    text.chars().filter(known).collect()
}

/// The file, with what the library has no word for: who made it, its title, and rows that stand on every page.
fn packed(mut built: XMLDocx, title: &str) -> Result<Vec<u8>, Unwritten> {
    let text =
        |bytes: Vec<u8>| String::from_utf8(bytes).map_err(|error| Unwritten(error.to_string()));
    let escaped: String = known(title).chars().map(escaped).collect();
    let about = text(built.doc_props.core)?
        .replace(NOBODY, PROGRAM)
        .replace(
            "</cp:coreProperties>",
            &format!(
                "<dc:language>ru-RU</dc:language><dc:title>{escaped}</dc:title></cp:coreProperties>"
            ),
        );
    built.doc_props.core = about.into_bytes();
    let document = text(built.document)?;
    let mut parts = document.split("<w:tbl>");
    let mut repeated = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        repeated.push_str("<w:tbl>");
        repeated.push_str(&part.replacen("</w:trPr>", "<w:tblHeader /></w:trPr>", 1));
    }
    built.document = repeated.into_bytes();
    let mut bytes = Cursor::new(Vec::new());
    let packed = built.pack(&mut bytes);
    packed.map_err(|error| Unwritten(error.to_string()))?;
    Ok(bytes.into_inner())
}

fn escaped(letter: char) -> String {
    match letter {
        '&' => "&amp;".into(),
        '<' => "&lt;".into(),
        '>' => "&gt;".into(),
        it => it.into(),
    }
}
