//! The headings under which commands are listed. Must not know which commands there are.

use crate::locale::Phrase;

/// The headings under which help and the README list commands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Движение.
    Movement,
    /// Ввод.
    Entry,
    /// Рекомендации и решения.
    FollowUp,
    /// Просмотр.
    View,
    /// Каталог.
    Catalogue,
    /// Экраны.
    Screens,
    /// Отмена и сохранение.
    Changes,
    /// Копирование.
    Copying,
    /// Программа.
    Program,
}

impl Group {
    /// All groups, in the order of help.
    pub const ALL: &[Group] = &[
        Group::Movement,
        Group::Entry,
        Group::FollowUp,
        Group::View,
        Group::Catalogue,
        Group::Screens,
        Group::Changes,
        Group::Copying,
        Group::Program,
    ];

    /// The heading.
    #[must_use]
    pub fn title(self) -> Phrase {
        match self {
            Group::Movement => Phrase::GroupMovement,
            Group::Entry => Phrase::GroupEntry,
            Group::FollowUp => Phrase::GroupFollowUp,
            Group::View => Phrase::GroupView,
            Group::Catalogue => Phrase::GroupCatalogue,
            Group::Screens => Phrase::GroupScreens,
            Group::Changes => Phrase::GroupChanges,
            Group::Copying => Phrase::GroupCopying,
            Group::Program => Phrase::GroupProgram,
        }
    }
}
