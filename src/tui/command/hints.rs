//! What the top and the bottom line say about keys: made from the registry and the keymap, never typed.

use super::table::{CommandId, Place};
use crate::args;
use crate::domain::record::Key;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::edition::draft_of;
use crate::tui::keys::{Lookup, show_sequence};
use crate::tui::overlay::go;
use crate::tui::screen::Screen;
use crate::tui::screen::attention::{self, AttentionScreen};
use crate::tui::screen::catalogue::{self, sections::edition_under};
use crate::tui::text;

/// A key and a short word for what it does.
pub type Hint = (String, String);

/// The screens with their keys, for the top line, from many words to few: «F3 Мониторинг  F4 Ввод», «F3 Мон.  F4 Ввод», «F3 F4».
#[must_use]
pub fn screens(app: &App) -> [String; 3] {
    let screens = [
        (CommandId::ScreenMonitoring, Phrase::ScreenMonitoringShort),
        (CommandId::ScreenSheet, Phrase::ScreenSheetShort),
        (CommandId::ScreenMeasures, Phrase::ScreenMeasuresShort),
        (CommandId::ScreenCycle, Phrase::ScreenCycleShort),
        (CommandId::ScreenCatalogue, Phrase::ScreenCatalogueShort),
        (CommandId::ScreenJournal, Phrase::ScreenJournalShort),
        (CommandId::ScreenAttention, Phrase::ScreenAttentionShort),
    ];
    let key = |it| app.keymap.hint(it, &app.locale);
    // How much there is to do stands on every screen.
    let n = AttentionScreen::count(app);
    let counted = |it, name: String| match it {
        CommandId::ScreenAttention if n > 0 => {
            app.say_with(Phrase::AttentionCount, &args![name, n])
        }
        _ => name,
    };
    let with = |name: fn(CommandId, Phrase) -> Phrase| {
        let all = screens.into_iter().filter_map(|(it, short)| {
            let name = counted(it, app.say(name(it, short)));
            Some(format!("{} {name}", key(it)?))
        });
        all.collect::<Vec<_>>().join("  ")
    };
    let keys = screens.into_iter();
    let keys = keys.filter_map(|it| Some(counted(it.0, key(it.0)?)));
    [
        with(|it, _| match it {
            CommandId::ScreenAttention => Phrase::ScreenAttentionName,
            it => it.hint().unwrap_or(it.title()),
        }),
        with(|_, short| short),
        keys.collect::<Vec<_>>().join(" "),
    ]
}

/// Keys and short words for a bottom line with room for so many columns.
///
/// While a sequence of keys is begun: what can follow. Else what the top layer says of its own keys, then the most useful commands that
/// apply here; the key of help always has its place at the end.
#[must_use]
pub fn bottom(app: &App, room: usize) -> Vec<Hint> {
    if let Lookup::Pending(following) = app.keymap.lookup(app.chord())
        && !app.chord().is_empty()
    {
        let here = following
            .into_iter()
            .filter(|it| it.1.applies_in(app.place()));
        let hints = here.map(|(keys, action)| {
            let what = app.say(action.hint().unwrap_or(action.title()));
            (show_sequence(&keys, &app.locale), what)
        });
        return fitting(&[], hints, Vec::new(), room);
    }
    let top = app.layers().next_back();
    let own = top.map(|it| it.hints(app)).unwrap_or_default();
    let place = match (app.screen, top) {
        // A few hundred bytes are not spent on every pane that the cursor passes.
        (Screen::Monitoring, None) => app.monitoring.place_of(app.monitoring.hinted),
        _ => app.place(),
    };
    let edition = (place == Place::Catalogue).then(|| edition_under(app));
    let is_draft = |it| {
        let edition = edition.flatten();
        edition.is_some_and(|id| draft_of(app, Key::Edition(id)).is_some() == it)
    };
    let known = |action: &CommandId| {
        let key = app.keymap.hint(*action, &app.locale)?;
        // A word about something that a rule has found confirms it.
        let word = match (action, place) {
            (CommandId::Note, Place::Attention) => Phrase::HintConfirm,
            (action, _) => action.hint()?,
        };
        Some((key, app.say(word)))
    };
    let last = [CommandId::Help, CommandId::Quit];
    let says_its_own = matches!(place, Place::Collecting | Place::Readiness);
    let useful = order(place)
        .iter()
        .chain(CommandId::HINTED)
        .enumerate()
        .filter(|(at, it)| {
            let first = order(place)
                .iter()
                .position(|other| other == *it)
                .is_none_or(|first| first == *at);
            // Below all layers Esc only takes back filters and marks; above them there are no panes.
            let idle = match it {
                it if place == Place::Attention => !attention::lead::is_hinted(app, **it),
                CommandId::Close => top.is_none() && place != Place::Catalogue || says_its_own,
                CommandId::Card | CommandId::Chain | CommandId::EvaluationSheet => {
                    place == Place::Catalogue && go::head(app).is_none()
                }
                CommandId::Edit => place != Place::Catalogue || !catalogue::walk::takes_edit(app),
                CommandId::Impact | CommandId::Compare => {
                    place != Place::Catalogue || edition_under(app).is_none()
                }
                CommandId::PublishEdition => !is_draft(true),
                // Below the list of a draft stands what is wrong with it: how something is added to it has no other place.
                CommandId::Add => app.catalogue.inside.is_none() || !is_draft(true),
                // Changing the catalogue begins with a copy of what is in force.
                CommandId::Duplicate => !is_draft(false),
                CommandId::Scale => {
                    let on = app.catalogue.under_cursor();
                    place == Place::Catalogue && !matches!(on, Some(Key::Indicator(..)))
                }
                CommandId::NextPane => top.is_some(),
                // Many a page only tells, and no line of it leads anywhere.
                CommandId::Open => {
                    says_its_own
                        || place == Place::Page && top.and_then(|it| it.under_cursor()).is_none()
                }
                CommandId::Filter | CommandId::Submit => place == Place::Readiness,
                // There it cites the document that is looked at.
                CommandId::Evidence => {
                    place == Place::Chain
                        || place == Place::Catalogue
                            && !matches!(app.catalogue.under_cursor(), Some(Key::Document(_)))
                }
                // The page says it itself.
                CommandId::CollectReceived => true,
                // Few rows have something that follows them; what was just recorded says its next key itself.
                CommandId::Report => place == Place::Rows,
                CommandId::NextState => {
                    matches!(place, Place::Rows | Place::Collecting)
                        || place == Place::Catalogue && !app.catalogue.can_step()
                }
                _ => false,
            };
            first && !idle && !last.contains(it) && it.applies_in(place)
        })
        .filter_map(|(_, it)| known(it));
    let tail = (last.iter())
        .filter(|it| it.applies_in(place))
        .filter_map(known)
        .collect();
    fitting(&own, useful, tail, room)
}

/// The key of a command; without one, how the palette finds it.
#[must_use]
pub fn key(app: &App, command: CommandId) -> String {
    let by_palette = || {
        let palette = app.keymap.hint(CommandId::Palette, &app.locale)?;
        Some(app.say_with(Phrase::KeysByPalette, &args![key = palette]))
    };
    let key = app.keymap.hint(command, &app.locale).or_else(by_palette);
    key.unwrap_or_default()
}

/// A command by its name and its key, for a sentence that says what comes next: «Новый период» (Shift+Г).
#[must_use]
pub fn named(app: &App, command: CommandId) -> String {
    let title = app.say(command.title());
    let key = key(app, command);
    app.say_with(Phrase::CommandNamed, &args![title = title, key = key])
}

/// What matters most in a place, before the order that holds everywhere.
fn order(place: Place) -> &'static [CommandId] {
    match place {
        Place::Directions | Place::Indicators => &[
            CommandId::Search,
            CommandId::Open,
            CommandId::Filter,
            CommandId::ChoosePeriod,
            CommandId::Undo,
        ],
        Place::Grid => &[
            CommandId::EditValue,
            CommandId::NextDirection,
            CommandId::Filter,
            CommandId::Search,
            CommandId::Undo,
            CommandId::ChoosePeriod,
            CommandId::Card,
        ],
        Place::Card => &[
            CommandId::Close,
            CommandId::Open,
            CommandId::Chain,
            CommandId::EvaluationSheet,
            CommandId::ChoosePeriod,
            CommandId::Search,
        ],
        Place::Chain => &[
            CommandId::Close,
            CommandId::Open,
            CommandId::Card,
            CommandId::Report,
            CommandId::NextState,
        ],
        Place::Catalogue => &[
            CommandId::Open,
            CommandId::Edit,
            CommandId::Add,
            CommandId::NextState,
            CommandId::Scale,
            CommandId::Duplicate,
            CommandId::Impact,
            CommandId::PublishEdition,
            CommandId::Compare,
            CommandId::Filter,
            CommandId::Search,
            CommandId::Close,
            CommandId::Undo,
        ],
        Place::Cycle => &[
            CommandId::Evidence,
            CommandId::Edit,
            CommandId::NextState,
            CommandId::ChoosePeriod,
            CommandId::NextPane,
            CommandId::Search,
            CommandId::Close,
            CommandId::Add,
            CommandId::Undo,
        ],
        Place::Impact => &[
            CommandId::Close,
            CommandId::Open,
            CommandId::Sort,
            CommandId::Card,
            CommandId::Search,
        ],
        Place::Results => &[
            CommandId::Close,
            CommandId::Open,
            CommandId::Sort,
            CommandId::Card,
            CommandId::Search,
        ],
        Place::Collecting => &[
            CommandId::Filter,
            CommandId::Submit,
            CommandId::CellHistory,
            CommandId::Sort,
        ],
        Place::Readiness => &[CommandId::NextDirection, CommandId::Card],
        Place::Page | Place::Sheet => &[CommandId::Close, CommandId::Open],
        Place::Comparison => &[CommandId::Close, CommandId::Open, CommandId::Search],
        Place::Measures => &[
            CommandId::Open,
            CommandId::Edit,
            CommandId::Act,
            CommandId::Review,
            CommandId::NextState,
            CommandId::Filter,
            CommandId::Add,
            CommandId::ChoosePeriod,
            CommandId::Chain,
            CommandId::Analyse,
        ],
        Place::Attention => &[
            CommandId::Open,
            CommandId::Filter,
            CommandId::Recommend,
            CommandId::Decide,
            CommandId::Report,
            CommandId::NextState,
            CommandId::CollectReceived,
            CommandId::Note,
            CommandId::Submit,
            CommandId::Search,
            CommandId::Card,
            CommandId::Undo,
        ],
        Place::Journal => &[
            CommandId::Open,
            CommandId::Filter,
            CommandId::Search,
            CommandId::Undo,
        ],
        _ => &[],
    }
}

/// As many hints as fit, those of the layer itself first. The last ones, of help and of leaving, give way before the keys without which
/// nobody gets out of a layer: Enter and Esc always have their place.
fn fitting(
    own: &[Hint],
    useful: impl Iterator<Item = Hint>,
    mut last: Vec<Hint>,
    room: usize,
) -> Vec<Hint> {
    let width = |(key, word): &Hint| text::width(key) + 1 + text::width(word) + 2;
    let total = |hints: &[Hint]| hints.iter().map(width).sum::<usize>();
    let is_way_out = |(key, _): &Hint| key == "Enter" || key == "Esc";
    // The line has no gap behind its last hint.
    let room = room + 2;
    while total(&last) > room / 2 && last.len() > 1 {
        last.pop();
    }
    let ways_out = own.iter().rposition(is_way_out).map_or(0, |it| it + 1);
    let needed: usize = own.iter().take(ways_out).map(width).sum();
    while needed + total(&last) > room && last.pop().is_some() {}
    let mut kept: usize = own.iter().filter(|it| is_way_out(it)).map(width).sum();
    let mut left = room.saturating_sub(total(&last));
    let mut out = Vec::new();
    let mut full = false;
    let own = own.iter().cloned().map(|it| (is_way_out(&it), it));
    for (way_out, hint) in own.chain(useful.map(|it| (false, it))) {
        let needed = width(&hint);
        if way_out {
            kept -= needed;
        } else if full || needed + kept > left {
            full = true;
            continue;
        }
        left = left.saturating_sub(needed);
        out.push(hint);
    }
    out.extend(last);
    out
}
