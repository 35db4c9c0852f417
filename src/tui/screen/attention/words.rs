//! How a line of the list reads: whom it is about, what it is, since or until when; and the same in full, for the box below.

use super::build::derived;
use super::{AttentionScreen, Group, MOST, Row};
use crate::analysis::agenda::{Item, Kind, Urgency, When};
use crate::analysis::findings::Finding;
use crate::analysis::{indicator, measure};
use crate::args;
use crate::domain::followup::{Assignment, Recommendation};
use crate::domain::ids::PeriodId;
use crate::domain::record::Key;
use crate::domain::rule::RuleKind;
use crate::domain::value::{Cell, Subject, ValueState};
use crate::locale::{Phrase, format, to_do};
use crate::tui::app::App;
use crate::tui::overlay::objection;
use crate::tui::theme::Role;
use crate::tui::unfinished;
use crate::tui::{scale, show};

/// The words of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// How urgent it is, by a sign.
    pub sign: &'static str,
    /// How it looks where it is urgent.
    pub role: Option<Role>,
    /// Whom it is about.
    pub whom: String,
    /// What it is.
    pub what: String,
    /// Since or until when.
    pub when: String,
}

impl Told {
    fn plain(what: String) -> Told {
        Told {
            what,
            ..Told::default()
        }
    }
}

/// The words of a row.
pub(super) fn told(app: &App, row: &Row) -> Told {
    match row {
        Row::Heading(group) => Told::plain(heading(app, *group)),
        Row::Item(item) => of_item(app, item),
        Row::Unsaved(slot) => {
            let all = app.drafts.all().find(|it| it.0 == slot);
            let label = all.map(|it| unfinished::label(app, it.1));
            let at = all.map(|it| unfinished::moment(app, it.1));
            Told {
                sign: app.theme.glyphs.unsaved,
                role: Some(Role::Warning),
                when: at.unwrap_or_default(),
                ..Told::plain(label.unwrap_or_default())
            }
        }
        Row::More(group) => {
            let n = app.attention.of(*group).saturating_sub(MOST);
            Told::plain(app.say_with(Phrase::AttentionMore, &args![n]))
        }
        Row::Unknown(period) => Told::plain(unknown(app, *period)),
    }
}

/// «[+] Низкие значения без рекомендаций: 41», «[-] Поручения: сроки — 3, просрочено 2».
fn heading(app: &App, group: Group) -> String {
    let it = &app.attention;
    let sign = if it.is_folded(group) { "[+]" } else { "[-]" };
    let (title, n) = (app.say(group.title()), it.of(group));
    let overdue = match group {
        Group::Of(kind) => it.overdue(kind),
        Group::Unsaved => 0,
    };
    let said = match overdue {
        0 => app.say_with(Phrase::AttentionGroup, &args![title, n]),
        overdue => app.say_with(Phrase::AttentionGroupOverdue, &args![title, n, overdue]),
    };
    format!("{sign} {said}")
}

fn unknown(app: &App, period: PeriodId) -> String {
    let name = app.narrator().period(period);
    let phrase = match app.mirror.is_unreadable(period) {
        true => Phrase::AttentionUnreadable,
        false => Phrase::AttentionLoading,
    };
    app.say_with(phrase, &args![period = name])
}

fn of_item(app: &App, item: &Item) -> Told {
    let glyphs = app.theme.glyphs;
    let (sign, role) = match item.when.urgency() {
        Urgency::Overdue => (glyphs.warning, Some(Role::Warning)),
        Urgency::Soon => (glyphs.running, Some(Role::Warning)),
        Urgency::Waiting | Urgency::Near => (glyphs.open, None),
        Urgency::Far => (glyphs.empty, None),
        Urgency::Undated => (" ", None),
    };
    Told {
        sign,
        role,
        whom: whom(app, item),
        what: flat(&what(app, item)),
        when: when(app, item, false),
    }
}

/// A text of several lines in one.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// «СШ № 12 · Ерёмин К. Л.»; of a period its name.
fn whom(app: &App, item: &Item) -> String {
    let narrator = app.narrator();
    let name = match (item.organisation, item.key) {
        (Some(id), _) => narrator.organisation(id),
        (None, Key::Period(id)) => return narrator.period(id),
        (None, Key::Assignment(id)) => {
            return executors(app, app.state().assignments.get(&id).map(|it| &it.body));
        }
        (None, _) => return narrator.subject(Subject::Municipality),
    };
    if item.others > 0 {
        return app.say_with(Phrase::NamesAndMore, &args![names = name, n = item.others]);
    }
    match item.person {
        Some(id) => format!("{name} {} {}", app.theme.glyphs.dot, narrator.person(id)),
        None => name,
    }
}

fn executors(app: &App, it: Option<&Assignment>) -> String {
    let all = it.map_or(&[][..], |it| &it.executors).iter();
    let named: Vec<String> = all.map(|it| app.narrator().executor(it)).collect();
    named.join(", ")
}

/// «просрочено 12 дн.», «через 5 дн.»; in full «просрочено на 12 дней».
fn when(app: &App, item: &Item, in_full: bool) -> String {
    let runs_out = matches!(
        item.kind,
        Kind::Attestation | Kind::Contract | Kind::Deadline
    );
    let ([short, whole], n) = match item.when {
        When::Over(n) if runs_out => ([Phrase::AttentionRanOutShort, Phrase::AttentionRanOut], n),
        When::Over(n) => ([Phrase::AttentionOverShort, Phrase::OverdueBy], n),
        When::In(0) | When::Since(0) => return app.say(Phrase::AttentionToday),
        When::In(n) => ([Phrase::AttentionInShort, Phrase::AttentionIn], n),
        When::Since(n) => ([Phrase::AttentionWaitsShort, Phrase::AttentionWaits], n),
        When::Undated => return String::new(),
    };
    app.say_with(if in_full { whole } else { short }, &args![n])
}

fn what(app: &App, item: &Item) -> String {
    let state = app.state();
    match item.key {
        Key::Assignment(id) => (state.assignments.get(&id))
            .map(|it| assignment(app, it))
            .unwrap_or_default(),
        Key::Recommendation(id) => (state.recommendations.get(&id))
            .map(|it| recommendation(app, it))
            .unwrap_or_default(),
        Key::Activity(id) => (state.activities.get(&id))
            .map(|it| format!("{}: {}", app.locale.word(&it.kind), it.title))
            .unwrap_or_default(),
        Key::Decision(id) => app.narrator().decision(id),
        Key::Objection(id) => (state.objections.get(&id))
            .map(|it| it.substance.clone())
            .unwrap_or_default(),
        Key::Period(_) => {
            let filling = item.filling.unwrap_or_default();
            let (missing, due) = (filling.missing(), filling.due);
            match missing {
                0 => app.say(Phrase::AttentionNotClosed),
                n => app.say_with(Phrase::AttentionMissing, &args![n, due]),
            }
        }
        Key::Attestation(id) => {
            let until = state.attestations.get(&id).and_then(|it| it.until);
            until_day(app, Phrase::AttentionAttestation, until)
        }
        Key::Contract(id) => {
            let until = state.contracts.get(&id).and_then(|it| it.until);
            until_day(app, Phrase::AttentionContract, until)
        }
        Key::Appointment(id) => {
            let until = state.appointments.get(&id).and_then(|it| it.contract_until);
            until_day(app, Phrase::AttentionContract, until)
        }
        Key::Collection(period, id) => {
            let stage = state.collection(period, id).map(|it| it.stage());
            let stage = stage.map(|it| app.locale.word(&it)).unwrap_or_default();
            format!("{}: {stage}", app.narrator().period(period))
        }
        Key::Value(cell) => value(app, cell),
        Key::Confirmation(cell, rule) => found(app, cell, rule),
        _ => String::new(),
    }
}

fn until_day(app: &App, phrase: Phrase, until: Option<chrono::NaiveDate>) -> String {
    let date = until.map(format::date).unwrap_or_default();
    app.say_with(phrase, &args![date])
}

fn assignment(app: &App, it: &Assignment) -> String {
    let (number, text) = (it.number.as_str(), it.text.as_str());
    app.say_with(Phrase::AssignmentItem, &args![number, text])
}

/// The advice, after the code of the indicator that it is about.
fn recommendation(app: &App, it: &Recommendation) -> String {
    match it.ground {
        Some(cell) => {
            let code = app.narrator().indicator(cell.period, cell.indicator);
            format!("{code} {} {}", app.theme.glyphs.dot, it.text)
        }
        None => it.text.clone(),
    }
}

/// «6.2 Первая и высшая категория: 61,5 %, 1 балл из 3»; why it was sent back.
fn value(app: &App, cell: Cell) -> String {
    let state = app.state();
    let Some(indicator) = state.indicator_in(cell.period, cell.indicator) else {
        return app.narrator().cell(cell);
    };
    let figure = measure::figure(state, cell);
    let best = indicator::best(state, cell);
    let points = show::points_in_words(app, indicator, &figure, best);
    let said = show::figure(app, indicator, &figure);
    let told = [said, points].into_iter().filter(|it| !it.is_empty());
    let told = told.collect::<Vec<_>>().join(", ");
    let value = state.value(cell);
    let more = value.map(|it| match &it.state {
        ValueState::Returned { reason } => reason.as_str(),
        _ if it.follow_up => it.note.as_str(),
        _ => "",
    });
    let name = format!("{} {}: {told}", indicator.code, indicator.short);
    match more.filter(|it| !it.is_empty()) {
        Some(more) => format!("{name} {} {more}", app.theme.glyphs.dot),
        None => name,
    }
}

fn found(app: &App, cell: Cell, rule: RuleKind) -> String {
    let Some(it) = finding(app, cell, rule) else {
        return app.narrator().cell(cell);
    };
    let said = app.narrator().finding(cell, &it.fact);
    match rule {
        RuleKind::Copied => said,
        _ => {
            let code = app.narrator().indicator(cell.period, cell.indicator);
            format!("{code}: {said}")
        }
    }
}

/// What a rule has found at a cell, or of the organisation whose cell it is.
pub(super) fn finding(app: &App, cell: Cell, rule: RuleKind) -> Option<&Finding> {
    let findings = &derived(app, cell.period)?.findings;
    match (rule, cell.subject) {
        (RuleKind::Copied, Subject::Organisation(id)) => findings.copied(id),
        _ => findings.get(cell).iter().find(|it| it.rule == rule),
    }
}

/// The row under the cursor in full.
pub(super) fn whole(app: &App) -> Vec<String> {
    let it = &app.attention;
    let Some((row, told)) = it.rows.get(it.cursor.at) else {
        return Vec::new();
    };
    let dot = format!(" {} ", app.theme.glyphs.dot);
    let item = match row {
        Row::Heading(group) => return vec![app.say(group.title()), group.about(app)],
        Row::Item(item) => item,
        Row::Unsaved(_) | Row::More(_) | Row::Unknown(_) => {
            let said = [told.what.as_str(), &told.when];
            let said: Vec<_> = said.into_iter().filter(|it| !it.is_empty()).collect();
            return vec![said.join(&dot)];
        }
    };
    let first = [app.say(Group::Of(item.kind).title()), told.whom.clone()];
    let more = more(app, item);
    let second = [when(app, item, true), told.what.clone()].into_iter();
    let second = second.chain(more);
    let second: Vec<String> = second.filter(|it| !it.is_empty()).collect();
    vec![first.join(&dot), second.join(&dot)]
}

/// What has no room in the line: the decision, who does it, the term.
fn more(app: &App, item: &Item) -> Vec<String> {
    let (state, narrator) = (app.state(), app.narrator());
    match item.key {
        Key::Assignment(id) => state.assignments.get(&id).map_or_else(Vec::new, |it| {
            vec![
                narrator.decision(it.decision),
                executors(app, Some(&it.body)),
                narrator.term(it.due, &it.prolongations),
            ]
        }),
        Key::Recommendation(id) => state.recommendations.get(&id).map_or_else(Vec::new, |it| {
            vec![
                app.locale.word(&it.state),
                narrator.term(it.due, &it.prolongations),
            ]
        }),
        Key::Objection(id) => state.objections.get(&id).map_or_else(Vec::new, |it| {
            vec![objection::name(app, it), objection::standing(app, it).0]
        }),
        Key::Period(id) => state.periods.get(&id).map_or_else(Vec::new, |it| {
            vec![crate::tui::header::period_state(app, it)]
        }),
        Key::Collection(period, id) => {
            let asked = state.collection(period, id).and_then(|it| it.request());
            let said = asked.map(|(number, on)| {
                let date = format::date(on);
                match number {
                    "" => app.say_with(Phrase::AttentionAsked, &args![date]),
                    _ => app.say_with(Phrase::AttentionAskedNumbered, &args![number, date]),
                }
            });
            said.into_iter().collect()
        }
        Key::Value(cell) if item.kind == Kind::Low => needed(app, cell).into_iter().collect(),
        Key::Confirmation(cell, rule) => {
            let edition = state.edition_of(cell.period);
            let said = edition.map(|it| to_do(&app.locale, rule, &state.rule(it, rule)));
            said.into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// What a low value lacks to the next step of its scale.
fn needed(app: &App, cell: Cell) -> Option<String> {
    let state = app.state();
    let indicator = state.indicator_in(cell.period, cell.indicator)?;
    let figure = measure::figure(state, cell);
    let best = indicator::best(state, cell);
    scale::needed(app, indicator, &figure, best)
}

impl AttentionScreen {
    /// What the list is called, with how many there are: «Требует внимания · мои: 14».
    #[must_use]
    pub fn title(app: &App) -> String {
        use super::Whose;
        let n = AttentionScreen::count(app);
        let phrase = match app.attention.whose {
            Whose::Mine => Phrase::AttentionTitleMine,
            Whose::All => Phrase::AttentionTitleAll,
        };
        app.say_with(phrase, &args![n])
    }

    /// All that the list says, as plain text without frames.
    #[must_use]
    pub fn text(app: &App) -> String {
        let mut out = format!("{}\n", AttentionScreen::title(app));
        for (row, told) in &app.attention.rows {
            match row {
                Row::Heading(_) => out.push_str(&format!("\n{}\n", told.what)),
                _ => out.push_str(&format!("{}\n", line(app, told))),
            }
        }
        out
    }

    /// The row under the cursor, to be copied.
    #[must_use]
    pub fn line(app: &App) -> String {
        let row = app.attention.rows.get(app.attention.cursor.at);
        row.map(|it| line(app, &it.1)).unwrap_or_default()
    }
}

/// «! СШ № 12 · Ерёмин К. Л.  п. 2.1 …  просрочено на 3 дня».
fn line(app: &App, told: &Told) -> String {
    let dot = format!(" {} ", app.theme.glyphs.dot);
    let parts = [&told.whom, &told.what, &told.when];
    let parts: Vec<&str> = parts
        .into_iter()
        .map(String::as_str)
        .filter(|it| !it.is_empty())
        .collect();
    let sign = told.sign.trim();
    match sign.is_empty() {
        true => parts.join(&dot),
        false => format!("{sign} {}", parts.join(&dot)),
    }
}
