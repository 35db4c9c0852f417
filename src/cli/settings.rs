//! What is set for a store, and what of its file is not followed, in words; and when its last automatic archive was made.

use std::path::Path;

use super::context::Context;
use crate::locale::{Phrase, args, format};
use crate::service::config::{Config, Fault, NAME, Problem};
use crate::store::archive::daily;
use crate::store::disk::RealDisk;

/// Tells what of the file is not followed, a line for each.
pub fn tell_faults(context: &Context, dir: &Path, faults: &[Fault]) {
    for fault in faults {
        context.out.tell_line(&say(context, dir, fault));
    }
}

/// A fault of the file, with where it is and what to do.
#[must_use]
pub fn say(context: &Context, dir: &Path, fault: &Fault) -> String {
    let file = dir.join(NAME).display().to_string();
    let (line, field) = (fault.line, fault.key.as_str());
    let phrase = match &fault.problem {
        Problem::Syntax(said) => {
            let detail = context.locale.toml_words(said);
            let args = args![file, line, detail];
            return context.locale.say_with(Phrase::TomlSyntax, &args);
        }
        Problem::Number(most) => {
            let args = args![file, line, field, most = *most];
            return context.locale.say_with(Phrase::ConfigNumber, &args);
        }
        Problem::Unreadable(kind) => {
            let why = context.locale.io_error(&(*kind).into());
            return context
                .locale
                .say_with(Phrase::ConfigUnreadable, &args![file, why]);
        }
        Problem::Unknown => Phrase::TomlUnknown,
        Problem::Truth => Phrase::TomlWantsTruth,
        Problem::Text => Phrase::TomlWantsText,
        Problem::Table => Phrase::TomlWantsTable,
        Problem::Folder => Phrase::ConfigFolder,
    };
    context.locale.say_with(phrase, &args![file, line, field])
}

/// What holds for the store in a folder, in lines.
#[must_use]
pub fn lines(context: &Context, dir: &Path, config: &Config) -> Vec<String> {
    let mut lines = Vec::new();
    match &config.archives {
        None => lines.push(context.say(Phrase::DoctorNoArchives)),
        Some(archives) => {
            let folder = archives.folder.display().to_string();
            let days = archives.days;
            let text = context
                .locale
                .say_with(Phrase::DoctorArchives, &args![folder, days]);
            lines.push(text);
            lines.push(last(context, dir, &archives.folder));
        }
    }
    let (days, megabytes) = (config.access.days, config.access.megabytes);
    let text = context
        .locale
        .say_with(Phrase::DoctorAccess, &args![days, megabytes]);
    lines.push(text);
    lines
}

/// «Последний автоматический архив: 29.11.2026, до записи № 1204».
fn last(context: &Context, dir: &Path, folder: &Path) -> String {
    match daily::newest(&RealDisk, folder, dir) {
        Ok(Some((archive, seq))) => {
            let (date, seq) = (format::date(archive.date), seq.to_string());
            context
                .locale
                .say_with(Phrase::DoctorLastArchive, &args![date, seq])
        }
        Ok(None) => context.say(Phrase::DoctorNoArchiveYet),
        Err(error) => {
            tracing::warn!(%error, "the archives cannot be looked at");
            let folder = folder.display().to_string();
            context
                .locale
                .say_with(Phrase::DoctorArchivesUnreadable, &args![folder])
        }
    }
}
