//! The table of all phrases: the name in code, the id of the Fluent message, the names of its arguments.
//!
//! To add a phrase: a row here under its area, a message in `ru/AREA.ftl`, a message in `en/AREA.ftl`. The id is the name in kebab case.
//! Rows stand under the heading of their area, so that additions of several people merge.

macro_rules! phrases {
    ($($name:ident => $id:literal $(($($arg:ident),+))?;)+) => {
        /// A phrase of the interface.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Phrase {
            $(#[doc = concat!("`", $id, "`")] $name,)+
        }

        impl Phrase {
            /// Every phrase, in the order of the table.
            pub const ALL: &[Phrase] = &[$(Phrase::$name),+];

            /// The id of the message in the Fluent sources.
            pub fn id(self) -> &'static str {
                match self {
                    $(Phrase::$name => $id,)+
                }
            }

            /// The names of the arguments, as the message uses them.
            pub fn args(self) -> &'static [&'static str] {
                match self {
                    $(Phrase::$name => &[$($(stringify!($arg)),+)?],)+
                }
            }
        }
    };
}

phrases! {
    // ── common: the name of the program, answers and buttons met everywhere ──
    AppName => "app-name";
    AppSubtitle => "app-subtitle";
    DemoMark => "demo-mark";
    SavedAt => "saved-at" (time);
    AllSaved => "all-saved";
    Percent => "percent" (number);
    Ratio => "ratio" (part, whole);
    ShareOf => "share-of" (k, n);

    // ── words: the terms of the field ──

    // ── screen: headers, panes, detail, chain, card ──

    // ── entry: typing a value ──

    // ── followup: recommendations, decisions, reports ──

    // ── search ──

    // ── journal: what a commit did, undo ──

    // ── errors: what happened, then what to do next ──

    // ── keys: commands, groups, help ──

    // ── terminal: sizes, bytes, clipboard, doctor ──
    WindowTooSmall => "window-too-small" (need_width, need_height, width, height);
    SentToTerminal => "sent-to-terminal";

    // ── cli: help and messages of the command line ──
}
