//! What becomes of a command that was sent: the sentence for the person, and the next edit of the same cell.

use super::app::{App, Waiting};
use super::clipboard::{MOST, TooLong};
use super::command::table::CommandId as Action;
use super::msg::{Effect, Timer};
use super::screen::catalogue::Catalogue;
use super::screen::cycle::CycleScreen;
use super::screen::journal::JournalScreen;
use super::screen::monitoring::Monitoring;
use super::status::Tone;
use crate::args;
use crate::domain::record::CommandId;
use crate::domain::refusal::Refusal;
use crate::locale::Phrase;
use crate::service::link::{Answer, Bar, Trouble, Wanted, Welcome, Writing};

/// Milliseconds until a command is asked about again.
const ASK_AGAIN_AFTER: u32 = 2_000;

/// Takes an answer in. Layers hear of it afterwards and may say more.
pub fn answered(app: &mut App, id: CommandId, answer: &Answer) {
    let waiting = app.waiting.remove(&id);
    match answer {
        Answer::Done(commit) => {
            app.status.saved(commit.time);
            if let Some(place) = app.kept_until_done.remove(&id) {
                let left = app.drafts.take_sent(&place, id);
                app.touch_input();
                if left {
                    let sentence = app.narrator().commit(commit);
                    app.status.tell(Tone::Good, sentence);
                }
            }
            if let Some((id, command)) = app.mirror.done(id) {
                app.send_as(id, command, Waiting::Cell);
            }
            if let Some((Waiting::Cell | Waiting::Direct, _)) = waiting {
                // The row says no longer that it is being saved.
                Monitoring::resized(app);
            }
            if app.kept_over_loss && !app.mirror.is_waiting() {
                app.kept_over_loss = false;
                super::entry::unsaved::forget_accepted(app);
            }
            if let Some((Waiting::Direct | Waiting::Undo | Waiting::Redo, _)) = waiting {
                let sentence = app.narrator().commit(commit);
                let dot = app.theme.glyphs.dot;
                app.status.answer(Tone::Good, sentence, dot);
            }
        }
        Answer::Refused(refusal) => {
            app.kept_until_done.remove(&id);
            let told = app.narrator().refusal(refusal);
            let later = match (refusal, &waiting) {
                (Refusal::Conflict { .. }, Some((Waiting::Undo, _))) => Some(Phrase::UndoMetLater),
                (Refusal::Conflict { .. }, Some((Waiting::Redo, _))) => Some(Phrase::RedoMetLater),
                (Refusal::Conflict { .. }, Some((Waiting::Direct, _))) => {
                    Some(Phrase::StepMetLater)
                }
                _ => None,
            };
            // Nothing was typed that could be kept: a later change stands, and what it is has been said.
            let sentence = match later {
                Some(later) => format!("{} {}", told.fact, app.say(later)),
                None => told.to_string(),
            };
            app.status.tell(Tone::Error, sentence);
            super::screen::monitoring::keys::refused(app, id, refusal);
        }
        Answer::NotWritten(trouble) => {
            app.kept_until_done.remove(&id);
            let phrase = match trouble {
                Trouble::Full => Phrase::NotWrittenFull,
                Trouble::ReadOnly => Phrase::NotWrittenReadOnly,
                Trouble::Failed => Phrase::NotWrittenFailed,
                Trouble::Lost => Phrase::NotWrittenLost,
                Trouble::Damaged { .. } => Phrase::NotWrittenDamaged,
                Trouble::Unreadable => Phrase::NotWrittenUnreadable,
                Trouble::Broken => Phrase::NotWrittenBroken,
                Trouble::Unreached => Phrase::LinkGone,
                Trouble::TooMuch => Phrase::NotWrittenTooMuch,
                Trouble::Busy => Phrase::NotWrittenBusy,
            };
            let sentence = app.say(phrase);
            app.status.tell(Tone::Error, sentence);
            super::screen::monitoring::keys::not_written(app, id);
        }
        Answer::Unknown => {
            // Nobody knows: ask again with the same id, but not at once, for a failing disk is not mended by haste.
            super::entry::keep_waiting(app);
            app.kept_over_loss = true;
            if let Some(waiting) = waiting {
                app.waiting.insert(id, waiting);
                app.unknown.push(id);
                app.emit(Effect::Arm(Timer::AskAgain, ASK_AGAIN_AFTER));
            }
            let sentence = app
                .locale
                .told(Phrase::AnswerUnknown, Phrase::AnswerUnknownNext)
                .to_string();
            app.status.tell(Tone::Warning, sentence);
        }
    }
}

/// Takes an answer in while the access is closed: nothing is shown, and nothing that was carried out stays unfinished.
pub fn answered_while_shut(app: &mut App, id: CommandId, answer: &Answer) {
    app.waiting.remove(&id);
    let place = app.kept_until_done.remove(&id);
    if let (Answer::Done(_), Some(place)) = (answer, place)
        && app.drafts.take_sent(&place, id)
    {
        app.touch_input();
    }
}

/// Asks again what became of commands of which nobody knew; the engine gives the first answer if there was one.
pub fn ask_again(app: &mut App) {
    for id in std::mem::take(&mut app.unknown) {
        if let Some((waiting, command)) = app.waiting.remove(&id) {
            app.send_as(id, command, waiting);
        }
    }
}

/// A file asked for was written, or not.
pub fn written(app: &mut App, outcome: Result<String, String>) {
    match outcome {
        Ok(path) => {
            let sentence = app.say_with(Phrase::WrittenTo, &args![path = path]);
            app.status.tell(Tone::Good, sentence);
        }
        Err(why) => {
            let sentence = app.say_with(Phrase::WritingFailed, &args![why = why]);
            app.status.tell(Tone::Error, sentence);
        }
    }
}

/// No shell stands behind that could continue the program.
pub fn not_suspended(app: &mut App) {
    let sentence = app.say(Phrase::CannotSuspend);
    app.status.tell(Tone::Warning, sentence);
}

/// The text is longer than terminals take; a file takes it whole.
pub fn not_copied(app: &mut App, why: TooLong) {
    let kilobytes = why.bytes.div_ceil(1_024);
    let most = MOST / 1_024;
    let key = app.keymap.hint(Action::CopyToFile, &app.locale);
    let sentence = app.say_with(
        Phrase::CopyTooLong,
        &args![kilobytes, most, key = key.unwrap_or_default()],
    );
    app.status.tell(Tone::Error, sentence);
}

/// Nobody answers: what is typed is kept here, what was shown stays, and the link looks for somebody by itself.
pub fn unreached(app: &mut App) {
    super::entry::keep_waiting(app);
    app.presence.forget();
    app.kept_over_loss = true;
    app.drafts.not_kept();
    app.touch_input();
    app.writing = Writing::Stopped(Trouble::Unreached);
    if app.is_shut() {
        return;
    }
    let sentence = app.say(Phrase::LinkGone);
    app.status.tell(Tone::Warning, sentence);
}

/// The store takes changes, or does not, or will not for long: what a person can do something about is said once, in whole sentences.
pub fn writing(app: &mut App, writing: Writing) {
    let was = std::mem::replace(&mut app.writing, writing);
    match writing {
        Writing::Scarce { mib } if !matches!(was, Writing::Scarce { .. }) => {
            let sentence = app.say_with(Phrase::RoomScarce, &args![mib]);
            app.status.tell(Tone::Warning, sentence);
        }
        Writing::Stopped(Trouble::Damaged { first, last }) => {
            let first = first.to_string();
            let sentence = match last {
                Some(last) => {
                    let last = last.to_string();
                    app.say_with(Phrase::JournalDamagedRange, &args![first, last])
                }
                None => app.say_with(Phrase::JournalDamaged, &args![first]),
            };
            app.status.tell(Tone::Error, sentence);
        }
        Writing::Open | Writing::Scarce { .. } | Writing::Stopped(_) => {}
    }
}

/// Somebody is there and does not let us in: said with what to do about it, for as long as it is so.
pub fn barred(app: &mut App, bar: &Bar) {
    let sentence = match bar {
        Bar::Stranger { account } => return app.shut_for(account.clone()),
        Bar::Version { theirs } => {
            let own = env!("CARGO_PKG_VERSION");
            match theirs == own {
                // Two builds of one version: the number says nothing.
                true => app.say(Phrase::BarredBuild),
                false => app.say_with(Phrase::BarredVersion, &args![theirs, own]),
            }
        }
    };
    app.barred = Some(bar.clone());
    app.writing = Writing::Stopped(Trouble::Unreached);
    app.status.tell(Tone::Error, sentence);
}

/// Somebody answers again: everything is as it is told now. What had no answer is asked again by the link.
pub fn again(app: &mut App, welcome: &Welcome) {
    app.barred = None;
    app.presence.begin_again();
    // The commit that came last changed what this person may do or see.
    let own = welcome.state.users.get(&welcome.user);
    let has_other_rights = own.is_some_and(|it| it.stamp.rev == welcome.state.meta.seq);
    let sees = |app: &App| {
        let own = app.mirror.confirmed().users.get(&app.user);
        own.map(|it| it.names)
    };
    let saw = sees(app);
    app.user = welcome.user;
    app.asked_to_leave = false;
    let is_back = app.writing == Writing::Stopped(Trouble::Unreached);
    app.writing = welcome.writing;
    app.mirror.renew(welcome.state.clone(), welcome.user);
    Monitoring::again(app);
    Catalogue::again(app);
    CycleScreen::again(app);
    // What is shown may say names that are hidden by now. After a lost link it stays until the new page comes.
    if is_back && sees(app) == saw {
        JournalScreen::again(app);
    } else {
        JournalScreen::erased(app);
    }
    app.drafts.hear(&welcome.unsaved);
    app.drafts.not_kept();
    app.touch_input();
    // With the link there all the time it is told anew for another reason: rights are others, this window was behind, or what had
    // been read was damaged.
    let phrase = match is_back {
        true => Phrase::LinkBack,
        false if has_other_rights => Phrase::RightsChanged,
        false => Phrase::ReadAnew,
    };
    let sentence = app.say(phrase);
    app.status.tell(Tone::Good, sentence);
}

/// Something asked for cannot be read now: said with what to do about it, and whoever waited for it waits no longer.
pub fn unreadable(app: &mut App, wanted: Wanted) {
    let phrase = match wanted {
        Wanted::Shard(period) => {
            app.mirror.not_read(period);
            Monitoring::rebuild(app);
            Catalogue::again(app);
            Phrase::UnreadableShard
        }
        Wanted::History(_) => Phrase::UnreadableHistory,
        Wanted::Mentions(_) => Phrase::UnreadableMentions,
        Wanted::Journal(filter) => {
            JournalScreen::unreadable(app, filter);
            Phrase::UnreadableJournal
        }
        Wanted::Commits => Phrase::UnreadableJournal,
    };
    let sentence = app.say(phrase);
    app.status.tell(Tone::Error, sentence);
}

/// There is no archive of this day. Whoever administers ought to know; nobody's work waits for it.
pub fn no_archive(app: &mut App, trouble: Trouble) {
    let sentence = app.say(match trouble {
        Trouble::Full => Phrase::NoArchiveFull,
        Trouble::ReadOnly => Phrase::NoArchiveAccess,
        _ => Phrase::NoArchive,
    });
    app.status.tell(Tone::Warning, sentence);
}

/// Unfinished input is not on disk: said, and sent again with the next key in an input, or on leaving.
pub fn unkept(app: &mut App) {
    app.drafts.not_kept();
    let sentence = app.say(Phrase::Unkept);
    app.status.tell(Tone::Error, sentence);
}
