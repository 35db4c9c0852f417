//! The rows of the page «Сбор данных»: columns that fit, dates as short as the window is narrow.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::analysis::collecting::Standing;
use crate::analysis::roster::name_in;
use crate::args;
use crate::domain::collection::{Collection, CollectionStage};
use crate::domain::ids::{OrganisationId, PeriodId};
use crate::domain::record::Key;
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::overlay::page::Line;
use crate::tui::text::{Align, cut, fit, width as text_width};
use crate::tui::theme::Role;

/// Columns from which dates are told with their year and forms with their word.
const WIDE: usize = 96;
/// Most columns of a name.
const MOST_NAME: usize = 40;
/// Least columns of a name.
const LEAST_NAME: usize = 8;
/// Columns before what is told below a row.
const BEHIND: usize = 4;
/// Columns of «внесено».
const ENTERED: usize = 7;

/// A row in words.
struct Row {
    id: OrganisationId,
    marked: bool,
    name: String,
    stage: String,
    role: Role,
    request: String,
    receipt: String,
    entered: String,
    returned: String,
    submitted: String,
    late: String,
    /// Why it was sent back, told below.
    back: Option<String>,
}

/// The table with its captions; nothing without rows.
pub(super) fn table(
    app: &App,
    period: PeriodId,
    rows: &[Standing],
    marks: &BTreeSet<OrganisationId>,
    width: usize,
) -> Vec<Line> {
    if rows.is_empty() {
        return Vec::new();
    }
    let is_wide = width >= WIDE;
    let told: Vec<Row> = (rows.iter())
        .map(|it| Row {
            marked: marks.contains(&it.organisation),
            ..row(app, period, it, is_wide)
        })
        .collect();
    let longest = |text: fn(&Row) -> &str, caption: Phrase| {
        let all = told.iter().map(|it| text_width(text(it)));
        all.chain([text_width(&app.say(caption))])
            .max()
            .unwrap_or(0)
    };
    let stage = longest(|it| &it.stage, Phrase::CaptionStage);
    let request = longest(|it| &it.request, Phrase::CaptionRequest);
    let receipt = longest(|it| &it.receipt, Phrase::CaptionReceipt);
    let late = longest(|it| &it.late, Phrase::CaptionLate);
    // Where nothing is under way there is no column of it.
    let counted = |text: fn(&Row) -> &str, caption: Phrase| {
        let is_any = told.iter().any(|it| !text(it).is_empty());
        if is_any { longest(text, caption) } else { 0 }
    };
    let returned = counted(|it| &it.returned, Phrase::CaptionToMend);
    let submitted = counted(|it| &it.submitted, Phrase::CaptionOnReview);
    let apart = [returned, submitted].iter().filter(|it| **it > 0).count();
    let taken = 2 + 5 + stage + ENTERED + late + returned + submitted + apart;
    // A long number gives way before the name does.
    let rest = width.saturating_sub(taken);
    let name = longest(|it| &it.name, Phrase::CaptionOrganisation).min(MOST_NAME);
    let papers = rest.saturating_sub(name.min(rest / 2).max(LEAST_NAME));
    let request = request.min(papers / 2);
    let receipt = receipt.min(papers.saturating_sub(request));
    let name = name.min(rest.saturating_sub(request + receipt));
    let columns = Columns {
        name,
        stage,
        request,
        receipt,
        returned,
        submitted,
        late,
    };
    let mut lines = vec![captions(app, &columns)];
    for it in &told {
        lines.push(line(app, period, it, &columns));
        if let Some(back) = &it.back {
            let said = cut(
                back,
                width.saturating_sub(BEHIND),
                app.theme.glyphs.ellipsis,
            );
            let line = Line::new(" ".repeat(BEHIND), Role::Text);
            lines.push(line.and(said, Role::Dim));
        }
    }
    lines
}

struct Columns {
    name: usize,
    stage: usize,
    request: usize,
    receipt: usize,
    returned: usize,
    submitted: usize,
    late: usize,
}

fn row(app: &App, period: PeriodId, it: &Standing, is_wide: bool) -> Row {
    let glyphs = app.theme.glyphs;
    let (glyph, role) = match it.stage {
        CollectionStage::NotRequested => (glyphs.none, Role::Dim),
        CollectionStage::Requested => (glyphs.open, Role::Text),
        CollectionStage::Returned => (glyphs.failed, Role::Warning),
        CollectionStage::Received => (glyphs.running, Role::Text),
        CollectionStage::Accepted => (glyphs.done, Role::Good),
    };
    let back = it
        .collection
        .filter(|_| it.stage == CollectionStage::Returned);
    let request = it.collection.and_then(Collection::request);
    // One number is that of nearly all.
    let request = request.map(|(number, on)| match is_wide {
        true => paper(app, number, on, is_wide),
        false => on.format("%d.%m").to_string(),
    });
    let count = |n: usize| match n {
        0 => String::new(),
        n => n.to_string(),
    };
    let receipt = it.collection.and_then(Collection::receipt);
    let receipt = receipt.map(|(number, on, form)| {
        let paper = paper(app, number, on, is_wide);
        match is_wide {
            true => format!("{paper}, {}", app.locale.word(&form)),
            false => paper,
        }
    });
    Row {
        id: it.organisation,
        marked: false,
        name: name_in(app.state(), period, it.organisation).to_owned(),
        stage: format!("{glyph} {}", app.locale.word(&it.stage)),
        role,
        request: request.unwrap_or_default(),
        receipt: receipt.unwrap_or_default(),
        entered: format!("{}/{}", it.filling.entered, it.filling.due),
        returned: count(it.under_way.returned),
        submitted: count(it.under_way.submitted),
        late: match it.late {
            0 => String::new(),
            n => app.say_with(Phrase::CountDays, &args![n]),
        },
        back: back.and_then(|it| sent_back(app, it)),
    }
}

/// «возвращено 14.05.2026, ждём до 15.05.2026: нет подписи».
fn sent_back(app: &App, it: &Collection) -> Option<String> {
    let (reason, on, until) = it.returned()?;
    let date = format::date(on);
    let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(match until {
        Some(until) => {
            let until = format::date(until);
            app.say_with(Phrase::CollectingSentBackUntil, &args![date, reason, until])
        }
        None => app.say_with(Phrase::CollectingSentBack, &args![date, reason]),
    })
}

/// «15/101 от 12.05.2026», «12.05 15/101»: where there is no room for both the number gives way.
fn paper(app: &App, number: &str, on: NaiveDate, is_wide: bool) -> String {
    if !is_wide {
        let date = on.format("%d.%m");
        return format!("{date} {number}").trim_end().to_owned();
    }
    let date = format::date(on);
    match number {
        "" => app.say_with(Phrase::PaperWithoutNumber, &args![date]),
        number => app.say_with(Phrase::PaperShort, &args![number, date]),
    }
}

fn line(app: &App, period: PeriodId, it: &Row, columns: &Columns) -> Line {
    let glyphs = app.theme.glyphs;
    let put = |text: &str, columns, align| fit(text, columns, align, glyphs.ellipsis);
    let mark = if it.marked { glyphs.marked } else { " " };
    let gap = |line: Line| line.and(" ", Role::Text);
    let line = Line::new(format!("{mark} "), Role::Text)
        .and(put(&it.name, columns.name, Align::Left), Role::Text);
    let line = gap(line).and(put(&it.stage, columns.stage, Align::Left), it.role);
    let line = gap(line).and(put(&it.request, columns.request, Align::Left), Role::Dim);
    let line = gap(line).and(put(&it.receipt, columns.receipt, Align::Left), Role::Text);
    let line = gap(line).and(put(&it.entered, ENTERED, Align::Right), Role::Text);
    let counts = [
        (&it.returned, columns.returned, Role::Warning),
        (&it.submitted, columns.submitted, Role::Text),
    ];
    let counts = counts.into_iter().filter(|it| it.1 > 0);
    let line = counts.fold(line, |line, (text, columns, role)| {
        gap(line).and(put(text, columns, Align::Right), role)
    });
    let line = gap(line).and(put(&it.late, columns.late, Align::Right), Role::Warning);
    line.opening(Key::Collection(period, it.id))
}

fn captions(app: &App, columns: &Columns) -> Line {
    let put =
        |phrase, columns, align| fit(&app.say(phrase), columns, align, app.theme.glyphs.ellipsis);
    let captions = [
        (Phrase::CaptionOrganisation, columns.name, Align::Left),
        (Phrase::CaptionStage, columns.stage, Align::Left),
        (Phrase::CaptionRequest, columns.request, Align::Left),
        (Phrase::CaptionReceipt, columns.receipt, Align::Left),
        (Phrase::ImpactFilled, ENTERED, Align::Right),
    ];
    let counts = [
        (Phrase::CaptionToMend, columns.returned, Align::Right),
        (Phrase::CaptionOnReview, columns.submitted, Align::Right),
    ];
    let counts = counts.into_iter().filter(|it| it.1 > 0);
    let late = (Phrase::CaptionLate, columns.late, Align::Right);
    let all = captions.into_iter().chain(counts).chain([late]);
    let text = all.fold(String::from(" "), |text, (phrase, columns, align)| {
        format!("{text} {}", put(phrase, columns, align))
    });
    Line::new(text, Role::Dim)
}
