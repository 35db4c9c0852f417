//! Правила проверки: what each edition says of the rules by which values are looked over, and the usual where it says nothing.
//!
//! Its list is that of the editions, each of which leads into its rules. What a rule is for is told here; what it finds is on the page of
//! findings.

use super::super::section::{Column, Row, Section};
use super::super::told::Told;
use super::editions::{self, Editions};
use crate::args;
use crate::domain::catalogue::EditionState;
use crate::domain::ids::EditionId;
use crate::domain::record::{Key, Kind};
use crate::domain::rule::{Importance, Rule, RuleKind};
use crate::domain::soundness::problems;
use crate::locale::{Phrase, threshold, to_do};
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::CommandId;
use crate::tui::edition::{self, rule};
use crate::tui::layer::Overlay;
use crate::tui::overlay::page::Line;
use crate::tui::theme::Role;

/// The section.
#[derive(Debug)]
pub struct Rules;

/// The editions.
const COLUMNS: [Column; 3] = [
    Column::words(Phrase::FieldEdition, 0),
    Column::words(Phrase::FieldAppliesFrom, 2),
    Column::numbers(Phrase::CaptionOwnRules, 1),
];

/// The rules of one.
const RULE_COLUMNS: [Column; 3] = [
    Column::words(Phrase::CaptionRule, 0).cut_to(24),
    Column::words(Phrase::FieldThreshold, 0),
    Column::words(Phrase::CaptionUsual, 2),
];

impl Section for Rules {
    fn kind(&self) -> Kind {
        Kind::Rule
    }

    fn title(&self) -> Phrase {
        Phrase::SectionRules
    }

    fn count(&self, app: &App) -> usize {
        match app.state().editions.is_empty() {
            true => 0,
            false => RuleKind::ALL.len(),
        }
    }

    fn rests_on(&self, kind: Kind) -> bool {
        matches!(kind, Kind::Edition | Kind::Rule)
    }

    fn columns(&self, inside: Option<Key>) -> &'static [Column] {
        match inside {
            Some(_) => &RULE_COLUMNS,
            None => &COLUMNS,
        }
    }

    fn rows(&self, app: &App, inside: Option<Key>) -> Vec<Row> {
        if let Some(Key::Edition(id)) = inside {
            let all = RuleKind::ALL.into_iter();
            return all.map(|kind| row(app, id, kind)).collect();
        }
        let own = |id| own_rules(app, id).to_string();
        editions::listed(app, own)
    }

    fn detail(&self, app: &App, key: Key, width: usize) -> Vec<Line> {
        let mut told = Told::new(app, width);
        match key {
            Key::Edition(id) => by_importance(&mut told, id),
            Key::Rule(edition, kind) => one(&mut told, edition, kind),
            _ => {}
        }
        told.lines
    }

    fn empty(&self, app: &App) -> String {
        app.say(Phrase::NoEditions)
    }

    fn has_editor(&self, key: Key) -> bool {
        matches!(key, Key::Rule(..))
    }

    fn takes_changes(&self, app: &App, key: Key) -> bool {
        edition::draft_of(app, key).is_some()
    }

    fn editor(&self, app: &mut App, key: Key) -> Option<Box<dyn Overlay>> {
        edition::editor(app, key)
    }

    fn foot(&self, app: &App, inside: Option<Key>) -> Vec<String> {
        let Some(Key::Edition(id)) = inside else {
            return Vec::new();
        };
        match app.state().editions.get(&id).map(|it| it.state) {
            Some(EditionState::Draft) => {
                let key = hints::key(app, CommandId::Remove);
                vec![app.say_with(Phrase::RulesFoot, &args![key])]
            }
            _ => Editions.foot(app, inside),
        }
    }

    fn leads_into(&self, key: Key) -> bool {
        matches!(key, Key::Edition(_))
    }

    fn command(&self, app: &mut App, command: CommandId, at: Option<Key>) -> bool {
        match (command, at) {
            (CommandId::Remove, Some(Key::Rule(edition, kind))) => {
                rule::as_usual(app, edition, kind);
                true
            }
            // What is done to an edition as a whole; its records stand in another list.
            (
                CommandId::Impact
                | CommandId::Compare
                | CommandId::Duplicate
                | CommandId::Remarks
                | CommandId::PublishEdition,
                at,
            ) => Editions.command(app, command, at),
            _ => false,
        }
    }

    fn within(&self, key: Key) -> Option<Key> {
        match key {
            Key::Rule(edition, _) => Some(Key::Edition(edition)),
            _ => None,
        }
    }
}

/// How many rules of an edition are not the usual ones.
fn own_rules(app: &App, edition: EditionId) -> usize {
    let all = app.state().rules_of(edition);
    all.filter(|(kind, it)| it.body != kind.usual()).count()
}

fn row(app: &App, edition: EditionId, kind: RuleKind) -> Row {
    let (rule, usual) = (app.state().rule(edition, kind), kind.usual());
    let (locale, glyphs) = (&app.locale, app.theme.glyphs);
    let cells = vec![
        locale.word(&kind),
        told_threshold(app, kind, &rule),
        match rule == usual {
            true => String::new(),
            false => as_it_is_usually(app, kind, &rule),
        },
    ];
    let (sign, role) = match rule.importance {
        Importance::High => (glyphs.failed, Role::Error),
        Importance::Medium => (glyphs.warning, Role::Warning),
        Importance::Low => (glyphs.dot, Role::Text),
        Importance::Off => (glyphs.none, Role::Dim),
    };
    Row::new(Key::Rule(edition, kind), cells)
        .in_state(sign, locale.word(&rule.importance), role)
        .dimmed(rule.importance == Importance::Off)
}

/// The threshold of a rule that is asked at all.
fn told_threshold(app: &App, kind: RuleKind, rule: &Rule) -> String {
    let number = rule
        .threshold
        .filter(|_| rule.importance != Importance::Off);
    number.map_or_else(String::new, |it| threshold(&app.locale, kind, it))
}

/// In what a rule differs from the usual one: «средняя, 20 п.п.».
fn as_it_is_usually(app: &App, kind: RuleKind, rule: &Rule) -> String {
    let usual = kind.usual();
    let mut said = Vec::new();
    if rule.importance != usual.importance {
        said.push(app.locale.word(&usual.importance));
    }
    if rule.threshold != usual.threshold {
        let number = usual.threshold;
        said.extend(number.map(|it| threshold(&app.locale, kind, it)));
    }
    match said.is_empty() {
        true => app.say(Phrase::UsualOtherwiseSaid),
        false => said.join(", "),
    }
}

/// The rules of an edition by how much they matter, each with the way to it.
fn by_importance(told: &mut Told<'_>, edition: EditionId) {
    let app = told.app;
    let about = app.say(Phrase::RulesAbout);
    told.plain(&about, Role::Text);
    for importance in Importance::ALL {
        let all = RuleKind::ALL.into_iter();
        let own = all.filter(|it| app.state().rule(edition, *it).importance == importance);
        let own: Vec<RuleKind> = own.collect();
        if own.is_empty() {
            continue;
        }
        told.lines.push(Line::default());
        let heading = app.say_with(
            Phrase::RulesOfImportance,
            &args![importance = app.locale.word(&importance)],
        );
        told.lines.push(Line::new(heading, Role::Label));
        for kind in own {
            let name = app.locale.word(&kind);
            told.item(&name, Some(Key::Rule(edition, kind)));
        }
    }
}

/// All about one: what it looks for, how much it matters, what is to be done, and how it usually is.
fn one(told: &mut Told<'_>, edition: EditionId, kind: RuleKind) {
    let (app, key) = (told.app, Key::Rule(edition, kind));
    let rule = app.state().rule(edition, kind);
    if edition::draft_of(app, key).is_some() {
        for it in problems(app.state(), edition) {
            if it.key == key {
                told.plain(&edition::told(app, &it), Role::Warning);
            }
        }
    }
    told.plain(&app.say(rule::about(kind)), Role::Text);
    let word = app.locale.word(&rule.importance);
    let means = app.say(rule::means(rule.importance));
    told.field(Phrase::FieldImportance, &format!("{word}: {means}"));
    if let Some(number) = rule.threshold {
        let number = threshold(&app.locale, kind, number);
        told.field(Phrase::FieldThreshold, &number);
        if let Some(phrase) = rule::measures(kind) {
            told.more(&app.say(phrase));
        }
    }
    told.field(Phrase::FieldToDo, &to_do(&app.locale, kind, &rule));
    if rule != kind.usual() {
        let usual = as_it_is_usually(app, kind, &rule);
        told.field(Phrase::CaptionUsual, &usual);
    }
    told.changed(key);
}
