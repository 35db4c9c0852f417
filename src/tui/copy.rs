//! Copying, in three ways: through the terminal's clipboard, as a page without frames to be selected with the mouse, into a file.
//!
//! Owns what is copied: the thing under the cursor, or all that the screen or the top layer holds, as plain text.

use crate::args;
use crate::domain::number::MINUS;
use crate::domain::value::{Cell, Entry};
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::entry::memory::Exact;
use crate::tui::header;
use crate::tui::msg::Effect;
use crate::tui::overlay::chain::parts_of;
use crate::tui::overlay::plain::PlainPage;
use crate::tui::screen::attention::AttentionScreen;
use crate::tui::screen::catalogue::Catalogue;
use crate::tui::screen::cycle::CycleScreen;
use crate::tui::screen::measures::MeasuresScreen;
use crate::tui::screen::monitoring::Pane;
use crate::tui::screen::monitoring::panes::RowItem;
use crate::tui::screen::{Screen, sheet};
use crate::tui::status::Tone;
use crate::tui::text::{Align, cut, fit, width};

/// Columns of what was copied, in the sentence that says so.
const MOST_SHOWN: usize = 48;

/// Hands what is under the cursor to the terminal's clipboard. Figures below zero go with the hyphen of the keyboard: a spreadsheet
/// takes «-4,2» for a number and «−4,2», as the screen shows it, for a text.
pub fn copy(app: &mut App) {
    let (what, text) = under_cursor(app);
    let text = with_hyphens(&text);
    if text.trim().is_empty() {
        return nothing(app);
    }
    let sentence = sent(app, what, &text);
    let is_block = app.screen == Screen::Sheet && app.layers().next().is_none();
    app.entry.copied = is_block.then(|| Exact {
        text: text.clone(),
        cells: sheet::copied::exact(app),
    });
    app.emit(Effect::Copy(text));
    app.status.tell(Tone::Plain, sentence);
}

/// What went to the terminal: a line itself, of more their name and number. Nobody answers: whether the terminal takes it is not known.
fn sent(app: &App, what: Phrase, text: &str) -> String {
    let n = text.lines().filter(|it| !it.trim().is_empty()).count();
    if n > 1 {
        return app.say_with(Phrase::SentLines, &args![what = app.say(what), n]);
    }
    let line = cut(text.trim(), MOST_SHOWN, app.theme.glyphs.ellipsis);
    app.say_with(Phrase::SentToTerminal, &args![what = line])
}

/// Shows all that the screen or the top layer holds without frames, to select it with the mouse.
pub fn plain_page(app: &mut App) {
    let text = whole(app);
    if text.trim().is_empty() {
        return nothing(app);
    }
    app.open(Box::new(PlainPage::new(text)));
}

/// Writes all that the screen or the top layer holds to a file.
pub fn to_file(app: &mut App) {
    let text = whole(app);
    if text.trim().is_empty() {
        return nothing(app);
    }
    let at = chrono::DateTime::from_timestamp_millis(app.now.at.0).unwrap_or_default();
    let name = format!(
        "smotr-{}.txt",
        at.with_timezone(&app.offset).format("%Y-%m-%d-%H%M%S")
    );
    app.emit(Effect::WriteFile { name, text });
}

/// The text with a hyphen for every minus that a digit follows.
fn with_hyphens(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let sign = c == MINUS && rest.peek().is_some_and(char::is_ascii_digit);
        out.push(if sign { '-' } else { c });
    }
    out
}

fn nothing(app: &mut App) {
    let sentence = app.say(Phrase::NothingToCopy);
    app.status.tell(Tone::Warning, sentence);
}

fn of_top_layer(app: &App) -> Option<String> {
    app.layers().next_back().and_then(|it| it.text(app))
}

/// What the cursor is on, with what it is called: a cell, marked cells, an item of a list, a line of the journal; all of a layer.
fn under_cursor(app: &App) -> (Phrase, String) {
    if let Some(text) = of_top_layer(app) {
        return (Phrase::CopiedPage, text);
    }
    let m = &app.monitoring;
    let what = match m.focus {
        Pane::Detail if app.screen == Screen::Monitoring => Phrase::CopiedDetail,
        _ => Phrase::CopiedValues,
    };
    let text = match (app.screen, m.focus) {
        (Screen::Cycle, _) => app.cycle.text_under_cursor(),
        (Screen::Catalogue, _) => (app.catalogue.rows.get(app.catalogue.list.at))
            .map(|it| it.text(&format!(" {} ", app.theme.glyphs.dot)))
            .unwrap_or_default(),
        (Screen::Measures, _) => (app.measures.rows.get(app.measures.list.at))
            .map(|it| it.text(&format!(" {} ", app.theme.glyphs.dot)))
            .unwrap_or_default(),
        (Screen::Journal, _) => (app.journal.lines.get(app.journal.cursor.at))
            .map(|it| format!("{} {} {}", it.time, it.author, it.sentence))
            .unwrap_or_default(),
        (Screen::Attention, _) => AttentionScreen::line(app),
        (Screen::Sheet, _) => sheet::copied::block(app),
        (Screen::Monitoring, Pane::Rows) => {
            let rows: Vec<String> = m.acted_on().into_iter().map(|it| row(app, it)).collect();
            rows.join("\n")
        }
        (Screen::Monitoring, Pane::Detail) => detail(app),
        (Screen::Monitoring, pane) => {
            let items = if pane == Pane::First {
                &m.panes.first
            } else {
                &m.panes.second
            };
            let at = pane
                .index()
                .and_then(|it| m.cursors.get(it))
                .map_or(0, |it| it.at);
            items.get(at).map(|it| it.text.clone()).unwrap_or_default()
        }
    };
    (what, text)
}

/// «СШ № 12 · 6.2 · 87,5 % (21 из 24)».
fn row(app: &App, row: &RowItem) -> String {
    let narrator = app.narrator();
    let dot = app.theme.glyphs.dot;
    let Some(cell) = row.cell else {
        return format!("{} {dot} {}", row.name, row.head);
    };
    let whom = match row.leader.organisation {
        Some(id) => narrator.organisation(id),
        None => narrator.subject(cell.subject),
    };
    let code = narrator.indicator(cell.period, cell.indicator);
    format!("{whom} {dot} {code} {dot} {}", value(app, cell, &row.value))
}

fn value(app: &App, cell: Cell, shown: &str) -> String {
    let entry = app.state().value(cell).map(|it| &it.entry);
    match entry {
        Some(Entry::NotApplicable { .. } | Entry::NoData { .. }) => entry
            .map(|it| app.narrator().entry(cell, it))
            .unwrap_or_default(),
        _ => match entry.and_then(|it| parts_of(app, it)) {
            Some(parts) => format!("{shown} ({parts})"),
            None => shown.to_owned(),
        },
    }
}

fn detail(app: &App) -> String {
    let panes = &app.monitoring.panes;
    let mut out = format!("{}\n", panes.detail_title);
    for line in &panes.detail {
        let text: String = line.parts.iter().map(|(text, _)| text.as_str()).collect();
        out.push_str(text.trim_end());
        out.push('\n');
    }
    out
}

/// All of the top layer, or of the screen. What shows fictitious schools says so first: on paper nothing else does.
fn whole(app: &App) -> String {
    let text = shown(app);
    let mark = app.say(Phrase::DemoMark);
    let demo = app.state().settings.as_ref().is_some_and(|it| it.demo);
    // A plain page has the mark already.
    if !demo || text.trim().is_empty() || text.starts_with(&mark) {
        return text;
    }
    format!("{mark}\n\n{text}")
}

fn shown(app: &App) -> String {
    if let Some(text) = of_top_layer(app) {
        return text;
    }
    match app.screen {
        Screen::Cycle => CycleScreen::text(app),
        Screen::Catalogue => Catalogue::text(app),
        Screen::Measures => MeasuresScreen::text(app),
        Screen::Journal => {
            let lines = app.journal.lines.iter();
            lines
                .map(|it| format!("{}  {}  {}\n", it.time, it.author, it.sentence))
                .collect()
        }
        Screen::Attention => AttentionScreen::text(app),
        Screen::Sheet => format!("{}\n\n{}", header::in_full(app), sheet::copied::whole(app)),
        Screen::Monitoring => monitoring(app),
    }
}

/// The rows as a table, with what stands above and below them.
fn monitoring(app: &App) -> String {
    let panes = &app.monitoring.panes;
    let mut out = String::new();
    // On paper nothing else says whose figures these are.
    let settings = app.state().settings.as_ref();
    if let Some(it) = settings.filter(|it| !it.municipality.is_empty()) {
        out.push_str(&it.municipality);
        out.push('\n');
    }
    out.push_str(&header::in_full(app));
    out.push_str("\n\n");
    for line in panes.about.iter().filter(|it| !it.trim().is_empty()) {
        out.push_str(line.trim_end());
        out.push('\n');
    }
    let table: Vec<[&str; 5]> = std::iter::once(
        [0, 1, 2, 3, 4].map(|it| panes.captions.get(it).map_or("", String::as_str)),
    )
    .chain(panes.rows.iter().map(|it| {
        [
            it.name.as_str(),
            &it.head,
            &it.value,
            &it.points[0],
            &it.change,
        ]
    }))
    .collect();
    let widths: Vec<usize> = (0..5)
        .map(|at| {
            table
                .iter()
                .filter_map(|row| row.get(at))
                .map(|it| width(it))
                .max()
                .unwrap_or(0)
        })
        .collect();
    for row in &table {
        let mut line = String::new();
        for (at, (cell, columns)) in row.iter().zip(&widths).enumerate() {
            let align = if at < 2 { Align::Left } else { Align::Right };
            line.push_str(&fit(cell, *columns, align, ""));
            line.push_str("  ");
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out.push('\n');
    out.push_str(&detail(app));
    out
}
