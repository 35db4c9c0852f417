//! What each command does: one exhaustive `match`, so that every row of the table has a function.
//!
//! A layer has had the command before; what comes here is for the screen or for the program as a whole.

use super::hints;
use super::leaving::{close, quit, save};
use super::table::{CommandId, Place};
use crate::args;
use crate::domain::command::Command;
use crate::domain::period::PeriodKind;
use crate::domain::record::Kind;
use crate::locale::Phrase;
use crate::service::link::JournalFilter;
use crate::tui::app::{App, Waiting};
use crate::tui::cycle as citing;
use crate::tui::msg::Effect;
use crate::tui::overlay::collecting::Move;
use crate::tui::overlay::{self, go};
use crate::tui::screen::Screen;
use crate::tui::screen::attention::{self, AttentionScreen};
use crate::tui::screen::catalogue::{self, Catalogue};
use crate::tui::screen::cycle::{self, CycleScreen};
use crate::tui::screen::journal::JournalScreen;
use crate::tui::screen::measures::{self as measures_screen, MeasuresScreen};
use crate::tui::screen::monitoring::walk::{self, Step};
use crate::tui::screen::monitoring::{self, Monitoring};
use crate::tui::screen::sheet::{self, SheetScreen};
use crate::tui::status::Tone;
use crate::tui::{bringing, copy, entry, followup, measures, presence, unfinished};

/// Carries a command out, or says why it does not apply here.
pub fn run(app: &mut App, action: CommandId) {
    if !action.applies_in(app.place()) {
        let what = app.say(action.title());
        let sentence = match overlay::help::way(app, app.place(), action) {
            Some(way) => app.say_with(Phrase::DoesNotApplyHereWay, &args![what = what, way = way]),
            None => app.say_with(Phrase::DoesNotApplyHere, &args![what = what]),
        };
        return app.status.tell(Tone::Warning, sentence);
    }
    if on_catalogue(app) && catalogue::walk::command(app, action)
        || on_attention(app) && attention::lead::command(app, action)
    {
        return;
    }
    if app.place() == Place::Cycle && cycle::commands::run(app, action) {
        return;
    }
    if app.place() == Place::Measures && measures_screen::walk::command(app, action) {
        return;
    }
    match action {
        CommandId::Up => step(app, Step::By(-1)),
        CommandId::Down => step(app, Step::By(1)),
        CommandId::PageUp => step(app, Step::Page(-1)),
        CommandId::PageDown => step(app, Step::Page(1)),
        CommandId::First if on_sheet(app) => sheet::walk::to_edge(app, false),
        CommandId::Last if on_sheet(app) => sheet::walk::to_edge(app, true),
        CommandId::First => step(app, Step::First),
        CommandId::Last => step(app, Step::Last),
        CommandId::Left => sideways(app, false),
        CommandId::Right => sideways(app, true),
        CommandId::NextPane => next_pane(app, false),
        CommandId::PreviousPane => next_pane(app, true),
        CommandId::Open => open(app),
        CommandId::Close => close(app),
        CommandId::NextEmpty => {
            let found = match app.screen {
                Screen::Sheet => sheet::jump::next_empty(app),
                _ => walk::next_empty(app),
            };
            if !found {
                tell_no_jump(app, Phrase::NothingEmpty);
            }
        }
        CommandId::NextAttention => {
            let found = match app.screen {
                Screen::Sheet => sheet::jump::next_attention(app),
                _ => walk::next_attention(app),
            };
            if !found {
                tell_no_jump(app, Phrase::NothingNeedsAttention);
            }
        }
        CommandId::Mark if on_sheet(app) => sheet::walk::mark(app),
        CommandId::Mark => walk::mark(app),
        CommandId::MarkAll if on_sheet(app) => sheet::walk::mark_all(app),
        CommandId::MarkAll => walk::mark_all(app),
        CommandId::ClearMarks if on_sheet(app) => {
            sheet::walk::unmark(app);
        }
        CommandId::ClearMarks => app.monitoring.marks.clear(),
        CommandId::ExtendUp => sheet::walk::extend(app, -1, 0),
        CommandId::ExtendDown => sheet::walk::extend(app, 1, 0),
        CommandId::ExtendLeft => sheet::walk::extend(app, 0, -1),
        CommandId::ExtendRight => sheet::walk::extend(app, 0, 1),
        CommandId::SheetStart => sheet::walk::to_corner(app, false),
        CommandId::SheetEnd => sheet::walk::to_corner(app, true),
        CommandId::NextDirection => sheet::walk::turn(app, true),
        CommandId::PreviousDirection => sheet::walk::turn(app, false),

        CommandId::Edit if on_catalogue(app) => catalogue::walk::edit(app),
        CommandId::Edit if app.place() == Place::Detail && followup::edit_selected(app) => {}
        CommandId::EditValue => entry::edit_anew(app),
        CommandId::Edit => entry::edit(app),
        CommandId::NotApplicable => entry::not_applicable(app),
        CommandId::NoData => entry::no_data(app),
        CommandId::ClearValue => entry::clear(app),
        CommandId::StepChoice => entry::step_choice(app),
        CommandId::FillDown => entry::many::fill::down(app),
        CommandId::AsBefore => entry::many::fill::as_before(app),
        CommandId::RepeatEntry => entry::many::fill::again(app),
        CommandId::PasteCopied => entry::many::gather::paste_copied(app),
        CommandId::NotApplicableDirection => entry::many::marks::direction(app),
        CommandId::Note => entry::note(app),
        CommandId::Source => entry::source::open(app),
        // A document is looked at, and not a value that is proven by one.
        CommandId::Evidence if matches!(app.place(), Place::Catalogue | Place::Chain) => {
            citing::cite(app)
        }
        CommandId::Evidence => entry::evidence(app),
        CommandId::Flag => entry::flag(app),
        CommandId::Submit => entry::submit(app),
        CommandId::Approve => entry::approve(app),
        CommandId::ReturnValue => entry::return_value(app),
        CommandId::Import => bringing::ask(app),
        CommandId::RememberedNames => bringing::remembered(app),
        CommandId::RestoreUnsaved => unfinished::restore(app),
        CommandId::DropUnsaved => unfinished::drop_one(app),

        // What follows a value is written below it, on the screen that shows it.
        CommandId::Recommend
        | CommandId::Decide
        | CommandId::Analyse
        | CommandId::Act
        | CommandId::Review
        | CommandId::Report
        | CommandId::Prolong
        | CommandId::Release
            if on_sheet(app) =>
        {
            SheetScreen::make_way(app);
            run(app, action);
        }
        CommandId::Recommend => followup::recommend(app),
        CommandId::Decide => followup::decide(app),
        CommandId::Analyse => measures::analyse(app),
        CommandId::Act => measures::act(app),
        CommandId::Review => measures::review(app),
        CommandId::AddGoal => measures::aim(app),
        CommandId::Report => followup::report(app),
        CommandId::NextState if on_catalogue(app) && catalogue::walk::steps(app) => {}
        CommandId::NextState => followup::next_state(app),
        CommandId::Prolong => followup::prolong(app),
        CommandId::Release => followup::release(app),
        CommandId::AddDocument => followup::add_document(app),
        CommandId::Add => catalogue::walk::add(app),
        CommandId::ReplaceDocument => citing::replace(app),
        CommandId::FoundSection => citing::found_section(app),
        CommandId::AddOrganisation => overlay::organisation::add(app),
        CommandId::EditOrganisation => overlay::organisation::edit::open(app),
        CommandId::BaseQuantity => overlay::base::open(app),
        CommandId::Reference => overlay::reference::open(app),
        CommandId::AddPeriod => overlay::new_period::open(app),
        CommandId::Who => presence::list(app),
        CommandId::Settings => overlay::settings::open(app),
        CommandId::Begin => overlay::begin::open(app),
        CommandId::Users => overlay::users::open(app),
        CommandId::AddUser => overlay::users::add(app),
        CommandId::NameDeputy => overlay::users::name_deputy(app),
        CommandId::Appoint => overlay::organisation::appoint(app),

        CommandId::Collecting => overlay::collecting::open(app),
        CommandId::CollectRequested => overlay::collecting::note(app, Move::Request),
        CommandId::Reminder => overlay::collecting::note(app, Move::Letter),
        CommandId::CollectReceived => overlay::collecting::note(app, Move::Receive),

        CommandId::Search => overlay::search::open(app),
        CommandId::Filter => filter(app),
        CommandId::Card => overlay::card::open(app),
        CommandId::Chain => overlay::chain::open(app),
        CommandId::Findings => overlay::findings::open(app),
        CommandId::Readiness => overlay::period::readiness(app),
        CommandId::ClosePeriod => overlay::period::close(app),
        CommandId::Objections => overlay::objection::list(app),
        CommandId::Objection => overlay::objection::begin(app),
        CommandId::EvaluationSheet => overlay::evaluation::open(app),
        CommandId::Results => overlay::results::open(app),
        CommandId::CellHistory => overlay::history::open(app),
        // In the catalogue the section opens it, where it has indicators.
        CommandId::Scale if on_catalogue(app) => not_here(app, action),
        CommandId::Scale => overlay::scale::open(app),
        CommandId::ExpandDetail if on_sheet(app) => SheetScreen::expand(app),
        CommandId::ExpandDetail => {
            let expanded = app.monitoring.expanded;
            Monitoring::expand(app, !expanded);
        }
        CommandId::Pivot => walk::pivot(app),
        CommandId::ChoosePeriod => overlay::periods::open(app),
        CommandId::PreviousPeriod => shift_period(app, false),
        CommandId::NextPeriod => shift_period(app, true),

        // The catalogue's editions have it; elsewhere in it there is none to take.
        CommandId::Impact | CommandId::Compare => {
            tell(app, Tone::Warning, Phrase::ChooseEdition);
        }
        CommandId::Sort if on_sheet(app) => sheet::order::choose(app),
        CommandId::Sort => {}
        // The section that is shown has had them, and has no use for them.
        CommandId::Duplicate
        | CommandId::MoveUp
        | CommandId::MoveDown
        | CommandId::Retire
        | CommandId::Remove
        | CommandId::Remarks
        | CommandId::PublishEdition
        | CommandId::MoveCitation
        | CommandId::CopyCitation
        | CommandId::SubmitRound
        | CommandId::StartRound
        | CommandId::EditSection => not_here(app, action),

        CommandId::ScreenMonitoring => {
            app.close_all();
            match app.screen {
                Screen::Sheet => SheetScreen::close(app),
                _ => app.screen = Screen::Monitoring,
            }
            app.home = Screen::Monitoring;
        }
        CommandId::ScreenSheet => {
            // From a card or a chain: to the row of whom it is about.
            if let Some((organisation, person)) =
                go::head(app).filter(|_| app.layers().next().is_some())
            {
                let organisation = Some(organisation);
                app.monitoring.chosen.leader = Some(monitoring::Leader {
                    organisation,
                    person,
                });
            }
            app.close_all();
            SheetScreen::open(app);
        }
        CommandId::ScreenCycle => {
            app.close_all();
            CycleScreen::open(app);
        }
        CommandId::ScreenCatalogue => {
            app.close_all();
            Catalogue::open(app);
        }
        CommandId::Editions => section(app, Kind::Edition),
        CommandId::Periods => section(app, Kind::Period),
        CommandId::Organisations => section(app, Kind::Organisation),
        CommandId::Persons => section(app, Kind::Person),
        CommandId::Reserve => section(app, Kind::Candidate),
        CommandId::Documents => section(app, Kind::Document),
        CommandId::BaseQuantities => section(app, Kind::BaseQuantity),
        CommandId::Rules => section(app, Kind::Rule),
        CommandId::ScreenMeasures => {
            app.close_all();
            MeasuresScreen::open(app);
        }
        CommandId::ScreenJournal => {
            app.close_all();
            JournalScreen::open(app, JournalFilter::All);
        }
        CommandId::ScreenAttention => {
            app.close_all();
            AttentionScreen::open(app);
        }

        // Asked when the link is back, it would take back something that nobody looks at any more.
        CommandId::Undo | CommandId::Redo if app.is_unreached() => {
            tell(app, Tone::Warning, Phrase::UndoNoLink);
        }
        CommandId::Undo => {
            app.send(Command::Undo, Waiting::Undo);
        }
        CommandId::Redo => {
            app.send(Command::Redo, Waiting::Redo);
        }
        CommandId::Save => save(app),

        CommandId::Copy => copy::copy(app),
        CommandId::PlainPage => copy::plain_page(app),
        CommandId::CopyToFile => copy::to_file(app),
        CommandId::ExportTable => overlay::export::table(app),
        CommandId::WriteForm => overlay::export::form(app),

        CommandId::Palette => overlay::palette::open(app),
        CommandId::Help => overlay::help::open(app),
        CommandId::Redraw => app.emit(Effect::Repaint),
        CommandId::Suspend => app.emit(Effect::Suspend),
        CommandId::Quit => quit(app),
    }
}

/// A section of the catalogue, with the cursor in its list.
fn section(app: &mut App, kind: Kind) {
    app.close_all();
    Catalogue::open(app);
    catalogue::walk::to_section(app, kind);
}

fn not_here(app: &mut App, action: CommandId) {
    let what = app.say(action.title());
    let sentence = app.say_with(Phrase::DoesNotApplyHere, &args![what = what]);
    app.status.tell(Tone::Warning, sentence);
}

fn tell(app: &mut App, tone: Tone, phrase: Phrase) {
    let sentence = app.say(phrase);
    app.status.tell(tone, sentence);
}

/// A jump found nothing: nowhere, or only nowhere among what the filter has left.
fn tell_no_jump(app: &mut App, nowhere: Phrase) {
    let filtered = match app.screen {
        Screen::Sheet => !app.sheet.filter.is_empty() || app.sheet.narrow.is_some(),
        _ => walk::rows_are_filtered(app),
    };
    if filtered {
        tell(app, Tone::Warning, Phrase::NothingUnderFilter);
    } else {
        tell(app, Tone::Good, nowhere);
    }
}

/// A movement of the cursor on whichever screen is shown.
fn step(app: &mut App, step: Step) {
    match app.screen {
        Screen::Monitoring => walk::step(app, step),
        Screen::Sheet => sheet::walk::step(app, step),
        Screen::Cycle => cycle::walk::step(app, step),
        Screen::Catalogue => catalogue::walk::step(app, step),
        Screen::Journal => JournalScreen::step(app, step),
        Screen::Measures => measures_screen::walk::step(app, step),
        Screen::Attention => AttentionScreen::step(app, step),
    }
}

/// Whether the sheet has the keys, with no layer above it.
fn on_sheet(app: &App) -> bool {
    app.place() == Place::Grid
}

/// Whether the catalogue has the keys, with no layer above it.
fn on_catalogue(app: &App) -> bool {
    app.place() == Place::Catalogue
}

/// Whether the list of what requires attention has the keys, with no layer above it.
fn on_attention(app: &App) -> bool {
    app.place() == Place::Attention
}

fn sideways(app: &mut App, right: bool) {
    match app.screen {
        Screen::Monitoring => walk::sideways(app, right),
        Screen::Sheet => sheet::walk::sideways(app, right),
        Screen::Cycle => cycle::walk::sideways(app, right),
        Screen::Catalogue => catalogue::walk::sideways(app, right),
        Screen::Measures => measures_screen::walk::sideways(app, right),
        Screen::Attention => AttentionScreen::sideways(app, right),
        Screen::Journal => {}
    }
}

fn next_pane(app: &mut App, back: bool) {
    match app.screen {
        Screen::Monitoring => walk::cycle(app, back),
        // As with a value typed: Enter returns to where a run of Tabs began.
        Screen::Sheet => entry::tab(app, back),
        Screen::Cycle => cycle::walk::cycle(app),
        Screen::Catalogue => catalogue::walk::cycle(app, back),
        Screen::Measures => measures_screen::walk::cycle(app, back),
        Screen::Attention => AttentionScreen::cycle(app, back),
        Screen::Journal => {}
    }
}

/// Enter: on into the next pane, into the cell, or to what a line of the journal is about.
fn open(app: &mut App) {
    match app.place() {
        Place::Directions | Place::Indicators => {
            walk::enter(app);
        }
        Place::Rows | Place::Grid => entry::edit(app),
        Place::Detail => match app.monitoring.detail_action() {
            Some(action) => run(app, action),
            None => followup::open_selected(app),
        },
        Place::Cycle => cycle::walk::open(app),
        Place::Catalogue => catalogue::walk::open(app),
        Place::Journal => JournalScreen::open_line(app),
        Place::Measures => measures_screen::walk::open(app),
        Place::Attention => attention::lead::enter(app),
        _ => {}
    }
}

fn filter(app: &mut App) {
    match app.screen {
        Screen::Monitoring | Screen::Sheet | Screen::Catalogue => overlay::filter::open(app),
        Screen::Journal => JournalScreen::choose_filter(app),
        Screen::Measures => measures_screen::choose_filter(app),
        // Its commands do not apply there.
        Screen::Cycle => {}
        Screen::Attention => AttentionScreen::filter(app),
    }
}

fn shift_period(app: &mut App, later: bool) {
    if !walk::shift_period(app, later) {
        let shown = app.monitoring.chosen.period;
        let shown = shown.and_then(|it| app.state().periods.get(&it));
        // The keys go over periods of one kind: from a quarter the way to the year is another one.
        if shown.is_some_and(|it| it.kind != PeriodKind::SchoolYear) {
            let key = hints::key(app, CommandId::ChoosePeriod);
            let phrase = match later {
                true => Phrase::NoLaterOfKind,
                false => Phrase::NoEarlierOfKind,
            };
            let sentence = app.say_with(phrase, &args![key]);
            return app.status.tell(Tone::Warning, sentence);
        }
        tell(
            app,
            Tone::Warning,
            if later {
                Phrase::NoLaterPeriod
            } else {
                Phrase::NoEarlierPeriod
            },
        );
    }
}
