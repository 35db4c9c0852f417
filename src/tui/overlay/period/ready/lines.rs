//! How a cell that is not ready reads: whose it is, and what matters about it — the value, why it came back, what was found, who entered it.

use super::Readiness;
use super::told::why;
use crate::analysis::reader::contradicted;
use crate::analysis::readiness::{Line as Cell, Unready};
use crate::args;
use crate::domain::record::Key;
use crate::domain::rule::RuleKind;
use crate::domain::value::{Subject, ValueState};
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::overlay::page::{Line, paragraph};
use crate::tui::presence;
use crate::tui::text;
use crate::tui::theme::Role;

/// Most columns of a name; in a narrow window it has half of the line.
const NAME: usize = 44;

impl Readiness {
    /// A line for each cell; what has no room in it stands under it.
    pub(super) fn cells(&self, app: &App, cells: &[&Cell], width: usize) -> Vec<Line> {
        let glyphs = app.theme.glyphs;
        let named = |it: &&Cell| {
            let sign = match self.marked.contains(&it.cell) {
                true => glyphs.marked,
                false => " ",
            };
            format!("{sign} {}", name(app, it))
        };
        let names: Vec<String> = cells.iter().map(named).collect();
        let widest = names.iter().map(|it| text::width(it)).max();
        let room = (widest.unwrap_or_default() + 1).min(NAME).min(width / 2);
        let line = |(it, name): (&&Cell, &String)| {
            let name = text::cut(name, room, glyphs.ellipsis);
            let said = self.said(app, it);
            let mut lines = paragraph(&name, room, &said, role(it.why), width);
            if let Some(first) = lines.first_mut() {
                first.opens = Some(Key::Value(it.cell));
            }
            lines
        };
        cells.iter().zip(&names).flat_map(line).collect()
    }

    /// What matters about a cell; where cells of all kinds are shown, of which kind it is.
    fn said(&self, app: &App, it: &Cell) -> String {
        let kind = (self.way.is_none()).then(|| app.say(why(it.why)));
        let said = kind.into_iter().chain(details(app, it));
        let said: Vec<String> = said.filter(|it| !it.is_empty()).collect();
        said.join(&format!(" {} ", app.theme.glyphs.dot))
    }
}

/// «2.1 · СШ № 12, Зимин В. В.»: what is a person's is named with the organisation, which is whom one asks; what is found of a whole
/// organisation by that alone.
fn name(app: &App, it: &Cell) -> String {
    let narrator = app.narrator();
    let organisation = it.organisation.map(|id| narrator.organisation(id));
    let subject = narrator.subject(it.cell.subject);
    let whom = match (it.cell.subject, organisation) {
        (Subject::Organisation(_), Some(name)) if is_copied(it) => return name,
        (Subject::Person(_), Some(name)) => format!("{name}, {subject}"),
        _ => subject,
    };
    let indicator = narrator.indicator(it.cell.period, it.cell.indicator);
    app.say_with(Phrase::NameCell, &args![indicator, whom])
}

fn is_copied(it: &Cell) -> bool {
    (it.finding.as_ref()).is_some_and(|it| it.rule == RuleKind::Copied)
}

fn role(why: Unready) -> Role {
    match why {
        Unready::Returned | Unready::Found | Unready::Unusual | Unready::Contradicted => {
            Role::Warning
        }
        _ => Role::Text,
    }
}

fn details(app: &App, it: &Cell) -> Vec<String> {
    let (narrator, state) = (app.narrator(), app.state());
    if let Some(finding) = &it.finding {
        return vec![narrator.finding(it.cell, &finding.fact)];
    }
    let short = || {
        let indicator = state.indicator_in(it.cell.period, it.cell.indicator);
        indicator.map(|it| it.short.clone()).unwrap_or_default()
    };
    let Some(value) = state.value(it.cell).filter(|_| it.why != Unready::Missing) else {
        return vec![short()];
    };
    let entry = narrator.entry(it.cell, &value.entry);
    let more = match (&value.state, it.why) {
        (_, Unready::Contradicted) => {
            let reason = contradicted(state, it.cell).unwrap_or_default();
            app.say_with(Phrase::DetailContradicted, &args![reason])
        }
        (ValueState::Returned { reason }, _) => reason.clone(),
        _ => {
            let (who, when) = (
                narrator.user(value.stamp.by),
                presence::moment(app, value.stamp.at),
            );
            format!("{who}, {when}")
        }
    };
    vec![entry, more]
}
