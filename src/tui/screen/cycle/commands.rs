//! What the commands of the keymap do on the screen Цикл. Whatever is not here the program does everywhere alike.

use super::{CycleScreen, walk};
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::command::table::CommandId;
use crate::tui::cycle;
use crate::tui::measures;
use crate::tui::status::Tone;

/// Carries a command out here. Whether it is one of this screen.
pub fn run(app: &mut App, command: CommandId) -> bool {
    match command {
        CommandId::NextEmpty => jump(app, walk::next_unproven, Phrase::AllProven),
        CommandId::NextAttention => jump(app, walk::next_remarked, Phrase::NoRemarks),
        CommandId::Mark => walk::mark(app),
        CommandId::MarkAll => walk::mark_all(app),
        CommandId::ClearMarks => {
            app.cycle.marks.clear();
            CycleScreen::rebuild(app);
        }
        CommandId::Evidence => cycle::cite(app),
        CommandId::Edit => cycle::edit(app),
        CommandId::Add => cycle::add(app),
        CommandId::NextState => cycle::steps(app),
        CommandId::MoveCitation => cycle::move_citation(app),
        CommandId::CopyCitation | CommandId::Duplicate => cycle::copy_citation(app),
        CommandId::Retire => cycle::retire(app),
        CommandId::CopyToFile => cycle::export(app),
        CommandId::Analyse => measures::analyse_direction(app),
        CommandId::Act => cycle::act(app),
        CommandId::Remarks => super::remarks::open(app, None),
        CommandId::SubmitRound => cycle::submit_round(app),
        CommandId::StartRound => cycle::start_round(app),
        CommandId::EditSection => cycle::edit_section(app),
        CommandId::ChoosePeriod => cycle::choose_round(app),
        CommandId::PreviousPeriod => walk::shift_round(app, false),
        CommandId::NextPeriod => walk::shift_round(app, true),
        _ => return false,
    }
    true
}

/// To the next thing to be done, or the word that there is none.
fn jump(app: &mut App, next: fn(&mut App) -> bool, none: Phrase) {
    if !next(app) {
        let sentence = app.say(none);
        app.status.tell(Tone::Good, sentence);
    }
}
