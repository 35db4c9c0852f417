//! Writing the catalogue: forms of an edition, a direction, an indicator and a rule of checking, what is done to the tree by keys, the list of what is wrong
//! with an edition, and publishing it.
//!
//! What an edition looks like on the screen is the affair of the catalogue's section. Must not know how a scale is edited. No rule of the
//! field is here: what is wrong with a draft is said by [`soundness`](crate::domain::soundness), and what may be done by the engine.

pub mod apart;
mod direction;
mod head;
mod indicator;
mod publishing;
pub mod reading;
pub mod remarks;
pub mod rule;
pub mod tree;
pub mod written;

use crate::args;
use crate::domain::catalogue::EditionState;
use crate::domain::decide::Deed;
use crate::domain::ids::{DirectionId, EditionId, IndicatorId};
use crate::domain::record::Key;
use crate::domain::rule::RuleKind;
use crate::domain::soundness::{Part, Problem, problems};
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::CommandId;
use crate::tui::inline::layer;
use crate::tui::inline::purpose::Purpose;
use crate::tui::layer::Overlay;
use crate::tui::overlay::scoring;
use crate::tui::rights::may;
use crate::tui::status::Tone;
use crate::tui::widget::form::Form;

/// The form of a record of the catalogue; `None` where it may not be changed, which was said.
pub fn editor(app: &mut App, key: Key) -> Option<Box<dyn Overlay>> {
    at_field(app, key, None)
}

/// The same with the cursor in the field that a problem is about.
fn at_field(app: &mut App, key: Key, part: Option<Part>) -> Option<Box<dyn Overlay>> {
    let edition = edition_of(key)?;
    if let (Key::Indicator(edition, id), Some(Part::Scoring)) = (key, part) {
        return scoring::layer(app, edition, id);
    }
    if !writable(app, edition) {
        return None;
    }
    let purpose: Box<dyn Purpose> = match key {
        Key::Edition(id) => Box::new(head::Heading::edit(app, id)?),
        Key::Direction(edition, id) => Box::new(direction::Directing::edit(app, edition, id)?),
        Key::Indicator(edition, id) => Box::new(indicator::Measuring::edit(app, edition, id)?),
        Key::Rule(edition, kind) => Box::new(rule::Ruling::edit(app, edition, kind)?),
        _ => return None,
    };
    let field = part.and_then(|it| match key {
        Key::Edition(_) => head::field_of(it),
        Key::Direction(..) => direction::field_of(it),
        Key::Rule(..) => rule::field_of(it),
        _ => indicator::field_of(it),
    });
    Some(layer::boxed_at(app, purpose, field))
}

/// What the form of unfinished input is for, by the words of its place; `None` if what it was about is gone.
#[must_use]
pub fn purpose_of(app: &App, words: &[&str]) -> Option<Box<dyn Purpose>> {
    let id = |text: &str| text.parse::<u32>().ok();
    let edition = |text: &str| {
        let id = EditionId(id(text)?);
        app.state().editions.contains_key(&id).then_some(id)
    };
    Some(match words {
        ["edition", "new"] => Box::new(head::Heading::new(app, None)),
        ["edition", "new", from] => Box::new(head::Heading::new(app, Some(edition(from)?))),
        ["edition", it] => Box::new(head::Heading::edit(app, edition(it)?)?),
        ["direction", "new", it] => Box::new(direction::Directing::new(app, edition(it)?)),
        ["direction", it, direction] => {
            let direction = DirectionId(id(direction)?);
            Box::new(direction::Directing::edit(app, edition(it)?, direction)?)
        }
        ["indicator", "new", it, direction] => {
            let direction = DirectionId(id(direction)?);
            Box::new(indicator::Measuring::new(app, edition(it)?, direction)?)
        }
        ["indicator", "like", it, like] => {
            let like = IndicatorId(id(like)?);
            Box::new(indicator::Measuring::like(app, edition(it)?, like)?)
        }
        ["indicator", it, indicator] => {
            let indicator = IndicatorId(id(indicator)?);
            Box::new(indicator::Measuring::edit(app, edition(it)?, indicator)?)
        }
        ["rule", it, number] => {
            let kind = RuleKind::from_number(number.parse().ok()?)?;
            Box::new(rule::Ruling::edit(app, edition(it)?, kind)?)
        }
        ["publish", it] => Box::new(publishing::Publishing::new(app, edition(it)?)?),
        _ => return None,
    })
}

/// The edition that a record of the catalogue belongs to.
#[must_use]
pub fn edition_of(key: Key) -> Option<EditionId> {
    match key {
        Key::Edition(id) | Key::Direction(id, _) | Key::Indicator(id, _) | Key::Rule(id, _) => {
            Some(id)
        }
        _ => None,
    }
}

/// Whether an edition takes changes, of this person. Says why not, and where to put the change instead.
pub fn writable(app: &mut App, edition: EditionId) -> bool {
    if !may(app, &Deed::Administer) {
        return false;
    }
    let state = app.state().editions.get(&edition).map(|it| it.state);
    if state == Some(EditionState::Published) {
        let key = hints::key(app, CommandId::Duplicate);
        let sentence = app.say_with(Phrase::EditionIsPublished, &args![key]);
        app.status.tell(Tone::Warning, sentence);
    }
    state == Some(EditionState::Draft)
}

/// «ред. 3».
#[must_use]
pub fn numbered(app: &App, id: EditionId) -> String {
    let number = app.state().editions.get(&id).map_or(0, |it| it.number);
    app.say_with(Phrase::EditionShort, &args![number])
}

/// How many problems keep an edition from being published, and how many are worth a look.
#[must_use]
pub fn counted(app: &App, edition: EditionId) -> (usize, usize) {
    let all = problems(app.state(), edition);
    let faults = all.iter().filter(|it| it.is_fault()).count();
    (faults, all.len() - faults)
}

/// «мешает публикации: 3 · проверить: 2».
#[must_use]
pub fn counted_in_words(app: &App, edition: EditionId) -> String {
    let (faults, remarks) = counted(app, edition);
    let mut said = Vec::new();
    if faults > 0 {
        said.push(app.say_with(Phrase::EditionFaults, &args![n = faults]));
    }
    if remarks > 0 {
        said.push(app.say_with(Phrase::EditionRemarks, &args![n = remarks]));
    }
    match said.is_empty() {
        true => app.say(Phrase::EditionSound),
        false => said.join(&format!(" {} ", app.theme.glyphs.dot)),
    }
}

/// «× 3 · ! 2», where there is no room for words.
#[must_use]
pub fn counted_in_signs(app: &App, edition: EditionId) -> String {
    let (faults, remarks) = counted(app, edition);
    let glyphs = app.theme.glyphs;
    let all = [(glyphs.failed, faults), (glyphs.warning, remarks)];
    let said = all.iter().filter(|it| it.1 > 0);
    let said: Vec<_> = said.map(|(sign, n)| format!("{sign} {n}")).collect();
    match said.is_empty() {
        true => app.say(Phrase::EditionSound),
        false => said.join(&format!(" {} ", glyphs.dot)),
    }
}

/// The edition of a record, if it is a draft.
#[must_use]
pub fn draft_of(app: &App, key: Key) -> Option<EditionId> {
    let id = edition_of(key)?;
    let it = app.state().editions.get(&id)?;
    (it.state == EditionState::Draft).then_some(id)
}

/// A problem with its sign, as it stands beneath a field.
#[must_use]
pub fn told(app: &App, it: &Problem) -> String {
    let glyphs = app.theme.glyphs;
    let sign = match it.is_fault() {
        true => glyphs.failed,
        false => glyphs.warning,
    };
    format!("{sign} {}", app.narrator().trouble(it))
}

/// The fields of a new record that nobody has been in yet: that nothing stands there is no news.
fn ahead(form: &Form, is_new: bool) -> Vec<String> {
    let current = form.current();
    let names = form.fields.iter().map(|it| it.name.as_str());
    let ahead = names.skip_while(|it| is_new && Some(*it) != current);
    match is_new && current.is_some() {
        true => ahead.map(str::to_owned).collect(),
        false => Vec::new(),
    }
}

/// Says beneath each field what is amiss with it, and beneath no other.
fn remark(form: &mut Form, found: &[(String, String)]) {
    for field in &mut form.fields {
        let own = found.iter().filter(|it| it.0 == field.name);
        let own: Vec<&str> = own.map(|it| it.1.as_str()).collect();
        field.remark = own.join(" ");
    }
}
