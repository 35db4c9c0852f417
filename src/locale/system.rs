//! What the system says when a file or a terminal fails, in a few words of the person's language.

use std::io::{self, ErrorKind};

use super::{Locale, Phrase, args};

impl Locale {
    /// What the system said, in a few words; a rare error by its number.
    pub fn io_error(&self, error: &io::Error) -> String {
        match error.kind() {
            ErrorKind::NotFound => self.say(Phrase::IoNotFound),
            ErrorKind::PermissionDenied => self.say(Phrase::IoDenied),
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => self.say(Phrase::IoFull),
            ErrorKind::ReadOnlyFilesystem => self.say(Phrase::IoReadOnly),
            ErrorKind::FileTooLarge => self.say(Phrase::IoTooLarge),
            ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => self.say(Phrase::IoBusy),
            _ => {
                let code = error
                    .raw_os_error()
                    .map_or_else(|| error.to_string(), |code| code.to_string());
                self.say_with(Phrase::IoOther, &args![code])
            }
        }
    }
}
