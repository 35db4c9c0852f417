//! The registry of commands: id, title, group, where each applies. A command is a row here and a branch of the `match` that runs it.
//!
//! Knows no keys: these are in the keymaps, which name the ids. Help, hints, the palette and the README's key table are made from the two.
//! An id stands in people's own keymaps, so it is never renamed.

use std::fmt;

use crate::locale::Phrase;

pub use super::group::Group;
pub use super::place::{Place, Places};
use super::places::{
    ADDED, ADVISED, ANALYSED, ASKED, BASED, CARDS, CATALOGUE, CELLS, CHOSEN, CITED, CLEARED,
    COLLECTED, CYCLE, EXPANDED, FOLLOW_UP, GRID, HANDED, JUMPED, LEADERS, LISTS, MARKED, MARKS,
    NOTED, OBJECTED, OVER_CELLS, PANES, PERIODS, TURNED, TURNING, VALUES,
};

macro_rules! commands {
    ($($group:ident { $($name:ident => $id:literal, $title:ident $(/ $hint:ident)?, $places:expr;)+ })+) => {
        /// Something a person can ask of the interface.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum CommandId {
            $($(#[doc = concat!("`", $id, "`")] $name,)+)+
        }

        impl CommandId {
            /// Every command, in the order of the table, a group after a group.
            pub const ALL: &[CommandId] = &[$($(CommandId::$name),+),+];

            /// The name that a keymap uses.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self {
                    $($(CommandId::$name => $id,)+)+
                }
            }

            /// What it does: at most 28 columns.
            #[must_use]
            pub fn title(self) -> Phrase {
                match self {
                    $($(CommandId::$name => Phrase::$title,)+)+
                }
            }

            /// The short word of the line of hints; `None` for a command that the line leaves out.
            #[must_use]
            pub fn hint(self) -> Option<Phrase> {
                match self {
                    $($($(CommandId::$name => Some(Phrase::$hint),)?)+)+
                    _ => None,
                }
            }

            /// Under which heading help lists it.
            #[must_use]
            pub fn group(self) -> Group {
                match self {
                    $($(CommandId::$name)|+ => Group::$group,)+
                }
            }

            /// Where it applies.
            #[must_use]
            pub fn places(self) -> Places {
                match self {
                    $($(CommandId::$name => $places,)+)+
                }
            }
        }
    };
}

commands! {
    Movement {
        Up => "up", CommandUp, Places::Everywhere;
        Down => "down", CommandDown, Places::Everywhere;
        Left => "left", CommandLeft, Places::Everywhere;
        Right => "right", CommandRight, Places::Everywhere;
        PageUp => "page-up", CommandPageUp, Places::Everywhere;
        PageDown => "page-down", CommandPageDown, Places::Everywhere;
        First => "first", CommandFirst, Places::Everywhere;
        Last => "last", CommandLast, Places::Everywhere;
        NextPane => "next-pane", CommandNextPane / HintNextPane, Places::Everywhere;
        PreviousPane => "previous-pane", CommandPreviousPane, Places::Everywhere;
        Open => "open", CommandOpen / HintOpen, Places::Everywhere;
        Close => "close", CommandClose / HintClose, Places::Everywhere;
        NextEmpty => "next-empty", CommandNextEmpty, JUMPED;
        NextAttention => "next-attention", CommandNextAttention, JUMPED;
        Mark => "mark", CommandMark, MARKED;
        MarkAll => "mark-all", CommandMarkAll, MARKED;
        ClearMarks => "clear-marks", CommandClearMarks, MARKED;
        ExtendUp => "extend-up", CommandExtendUp, GRID;
        ExtendDown => "extend-down", CommandExtendDown, GRID;
        ExtendLeft => "extend-left", CommandExtendLeft, GRID;
        ExtendRight => "extend-right", CommandExtendRight, GRID;
        SheetStart => "sheet-start", CommandSheetStart, GRID;
        SheetEnd => "sheet-end", CommandSheetEnd, GRID;
        NextDirection => "next-direction", CommandNextDirection / HintNextDirection, TURNING;
        PreviousDirection => "previous-direction", CommandPreviousDirection, TURNING;
    }
    Entry {
        EditValue => "edit-value", CommandEditValue / HintEditValue, VALUES;
        Edit => "edit", CommandEdit / HintEdit, Places::In(&[Place::Rows, Place::Grid, Place::Detail, Place::Card, Place::Chain, Place::Cycle, Place::Catalogue, Place::Measures, Place::Attention]);
        NotApplicable => "not-applicable", CommandNotApplicable, VALUES;
        NoData => "no-data", CommandNoData, VALUES;
        ClearValue => "clear-value", CommandClearValue, CLEARED;
        StepChoice => "step-choice", CommandStepChoice, VALUES;
        FillDown => "fill-down", CommandFillDown, MARKS;
        AsBefore => "as-before", CommandAsBefore, MARKS;
        RepeatEntry => "repeat-entry", CommandRepeatEntry, MARKS;
        PasteCopied => "paste-copied", CommandPasteCopied, MARKS;
        NotApplicableDirection => "not-applicable-direction", CommandNotApplicableDirection, MARKS;
        Note => "note", CommandNote, NOTED;
        Source => "source", CommandSource, VALUES;
        Import => "import", CommandImport, Places::Everywhere;
        RememberedNames => "remembered-names", CommandRememberedNames, Places::Everywhere;
        Evidence => "evidence", CommandEvidence / HintEvidence, CITED;
        Flag => "flag", CommandFlag, VALUES;
        Submit => "submit", CommandSubmit / HintSubmit, HANDED;
        Approve => "approve", CommandApprove, HANDED;
        ReturnValue => "return-value", CommandReturnValue, HANDED;
        RestoreUnsaved => "restore-unsaved", CommandRestoreUnsaved, Places::Everywhere;
        BaseQuantity => "base-quantity", CommandBaseQuantity, BASED;
        Reference => "reference", CommandReference, CELLS;
        Collecting => "collecting", CommandCollecting, PERIODS;
        CollectRequested => "collect-requested", CommandCollectRequested, COLLECTED;
        Reminder => "reminder", CommandReminder, COLLECTED;
        CollectReceived => "collect-received", CommandCollectReceived / HintCollectReceived, COLLECTED;
        DropUnsaved => "drop-unsaved", CommandDropUnsaved, Places::Everywhere;
    }
    FollowUp {
        Recommend => "recommend", CommandRecommend / HintRecommend, ADVISED;
        Decide => "decide", CommandDecide / HintDecide, ADVISED;
        Analyse => "analysis-note", CommandAnalyse / HintAnalyse, ANALYSED;
        Act => "measure", CommandAct / HintAct, ANALYSED;
        Report => "report", CommandReport / HintReport, FOLLOW_UP;
        Review => "effect-review", CommandReview / HintReview, FOLLOW_UP;
        AddGoal => "add-goal", CommandAddGoal, Places::Everywhere;
        NextState => "next-state", CommandNextState / HintNextState, Places::In(&[Place::Rows, Place::Detail, Place::Card, Place::Chain, Place::Cycle, Place::Catalogue, Place::Collecting, Place::Measures, Place::Attention]);
        Prolong => "prolong", CommandProlong, FOLLOW_UP;
        Release => "release", CommandRelease, FOLLOW_UP;
        Objection => "objection", CommandObjection, OBJECTED;
        Objections => "objections", CommandObjections, Places::Everywhere;
        AddDocument => "add-document", CommandAddDocument, Places::Everywhere;
        Add => "add", CommandAdd / HintAdd, ADDED;
        MoveCitation => "move-citation", CommandMoveCitation, CYCLE;
        CopyCitation => "copy-citation", CommandCopyCitation, CYCLE;
        ReplaceDocument => "replace-document", CommandReplaceDocument, Places::In(&[Place::Cycle, Place::Catalogue, Place::Chain]);
        SubmitRound => "submit-round", CommandSubmitRound, CYCLE;
        StartRound => "start-round", CommandStartRound, CYCLE;
        EditSection => "edit-section", CommandEditSection, CYCLE;
        FoundSection => "found-section", CommandFoundSection, Places::Everywhere;
        AddOrganisation => "add-organisation", CommandAddOrganisation, Places::Everywhere;
        EditOrganisation => "edit-organisation", CommandEditOrganisation, LEADERS;
        Appoint => "appoint", CommandAppoint, LEADERS;
    }
    View {
        Search => "search", CommandSearch / HintSearch, Places::Everywhere;
        Filter => "filter", CommandFilter / HintFilter, LISTS;
        Card => "card", CommandCard / HintCard, CARDS;
        Chain => "chain", CommandChain / HintChain, LEADERS;
        CellHistory => "cell-history", CommandCellHistory / HintCellHistory, Places::In(&[Place::Rows, Place::Grid, Place::Detail, Place::Card, Place::Collecting, Place::Attention]);
        Scale => "scale", CommandScale / HintScale, Places::In(&[Place::Grid, Place::Indicators, Place::Rows, Place::Detail, Place::Card, Place::Catalogue, Place::Attention]);
        ExpandDetail => "expand-detail", CommandExpandDetail, EXPANDED;
        Pivot => "pivot", CommandPivot, PANES;
        ChoosePeriod => "choose-period", CommandChoosePeriod / HintChoosePeriod, CHOSEN;
        PreviousPeriod => "previous-period", CommandPreviousPeriod, TURNED;
        NextPeriod => "next-period", CommandNextPeriod, TURNED;
        Impact => "impact", CommandImpact / HintImpact, Places::In(&[Place::Catalogue, Place::Impact]);
        Compare => "compare", CommandCompare / HintCompare, Places::In(&[Place::Catalogue, Place::Comparison]);
        Sort => "sort", CommandSort / HintSort, Places::In(&[Place::Grid, Place::Impact, Place::Results, Place::Collecting]);
        EvaluationSheet => "evaluation-sheet", CommandEvaluationSheet / HintEvaluationSheet, CARDS;
        Results => "results", CommandResults, PERIODS;
        Findings => "findings", CommandFindings, Places::Everywhere;
        Readiness => "readiness", PeriodReadiness, Places::Everywhere;
        ClosePeriod => "close-period", PeriodClose, Places::Everywhere;
        AddPeriod => "add-period", CommandAddPeriod, Places::Everywhere;
    }
    Catalogue {
        Duplicate => "duplicate", CommandDuplicate / HintDuplicate, ADDED;
        MoveUp => "move-up", CommandMoveUp, CATALOGUE;
        MoveDown => "move-down", CommandMoveDown, CATALOGUE;
        Retire => "retire", CommandRetire, ADDED;
        Remove => "remove", CommandRemove, CATALOGUE;
        Remarks => "remarks", CommandRemarks, ADDED;
        PublishEdition => "publish-edition", CommandPublishEdition / HintPublishEdition, CATALOGUE;
    }
    Screens {
        ScreenMonitoring => "screen-monitoring", CommandScreenMonitoring, Places::Everywhere;
        ScreenSheet => "screen-sheet", CommandScreenSheet, Places::Everywhere;
        ScreenMeasures => "screen-measures", CommandScreenMeasures, Places::Everywhere;
        ScreenCycle => "screen-cycle", CommandScreenCycle, Places::Everywhere;
        ScreenCatalogue => "screen-catalogue", CommandScreenCatalogue, Places::Everywhere;
        Editions => "editions", SectionEditions, Places::Everywhere;
        Periods => "periods", SectionPeriods, Places::Everywhere;
        Organisations => "organisations", SectionOrganisations, Places::Everywhere;
        Persons => "persons", SectionPersons, Places::Everywhere;
        Reserve => "reserve", SectionReserve, Places::Everywhere;
        Documents => "documents", SectionDocuments, Places::Everywhere;
        BaseQuantities => "base-quantities", SectionBaseQuantities, Places::Everywhere;
        Rules => "rules", SectionRules, Places::Everywhere;
        ScreenJournal => "screen-journal", CommandScreenJournal, Places::Everywhere;
        ScreenAttention => "screen-attention", CommandScreenAttention, Places::Everywhere;
    }
    Changes {
        Undo => "undo", CommandUndo / HintUndo, Places::Everywhere;
        Redo => "redo", CommandRedo, Places::Everywhere;
        Save => "save", CommandSave, Places::Always;
    }
    Copying {
        Copy => "copy", CommandCopy, Places::Everywhere;
        PlainPage => "plain-page", CommandPlainPage, Places::Everywhere;
        CopyToFile => "copy-to-file", CommandCopyToFile, Places::Everywhere;
        ExportTable => "export-table", CommandExportTable, OVER_CELLS;
        WriteForm => "write-form", CommandWriteForm, ASKED;
    }
    Program {
        Palette => "palette", CommandPalette / HintPalette, Places::Everywhere;
        Help => "help", CommandHelp / HintHelp, Places::Always;
        Who => "who", CommandWho, Places::Everywhere;
        Settings => "settings", CommandSettings, Places::Everywhere;
        Begin => "begin", CommandBegin, Places::Everywhere;
        Users => "users", CommandUsers, Places::Everywhere;
        AddUser => "add-user", CommandAddUser, Places::Everywhere;
        NameDeputy => "name-deputy", CommandNameDeputy, Places::Everywhere;
        Redraw => "redraw", CommandRedraw, Places::Always;
        Suspend => "suspend", CommandSuspend, Places::Everywhere;
        Quit => "quit", CommandQuit / HintQuit, Places::Always;
    }
}

impl CommandId {
    /// What the line of hints shows, the most useful first: it takes those that apply, have a key and fit.
    pub const HINTED: &[CommandId] = &[
        CommandId::Close,
        CommandId::Search,
        CommandId::EditValue,
        CommandId::Recommend,
        CommandId::Decide,
        CommandId::Act,
        CommandId::Analyse,
        CommandId::Report,
        CommandId::Review,
        CommandId::NextState,
        CommandId::ChoosePeriod,
        CommandId::CellHistory,
        CommandId::Undo,
        CommandId::Help,
        CommandId::Quit,
        CommandId::NextDirection,
        CommandId::Filter,
        CommandId::Card,
        CommandId::Chain,
        CommandId::EvaluationSheet,
        CommandId::Scale,
        CommandId::Evidence,
        CommandId::Submit,
        CommandId::Palette,
        CommandId::NextPane,
        CommandId::Open,
        CommandId::Edit,
        CommandId::Impact,
        CommandId::Compare,
        CommandId::Sort,
        CommandId::PublishEdition,
        CommandId::Duplicate,
        CommandId::Add,
        CommandId::CollectReceived,
    ];

    /// The command that does the same with other keys: where a terminal keeps an arrow with Shift to itself, a block is marked by the key
    /// that begins one, and the corners of the sheet are reached by pages.
    #[must_use]
    pub fn stands_in(self) -> Option<CommandId> {
        match self {
            CommandId::ExtendUp
            | CommandId::ExtendDown
            | CommandId::ExtendLeft
            | CommandId::ExtendRight => Some(CommandId::Mark),
            CommandId::SheetStart => Some(CommandId::PageUp),
            CommandId::SheetEnd => Some(CommandId::PageDown),
            _ => None,
        }
    }

    /// Other words by which it is looked for.
    #[must_use]
    pub fn also(self) -> Option<Phrase> {
        match self {
            CommandId::ScreenSheet => Some(Phrase::WordsSheet),
            CommandId::ScreenMeasures => Some(Phrase::WordsMeasures),
            CommandId::Review => Some(Phrase::WordsReview),
            CommandId::Sort => Some(Phrase::WordsSort),
            CommandId::NextDirection => Some(Phrase::WordsNextDirection),
            CommandId::NextEmpty => Some(Phrase::WordsNextEmpty),
            CommandId::Import => Some(Phrase::WordsImport),
            CommandId::RememberedNames => Some(Phrase::WordsRememberedNames),
            CommandId::ExportTable => Some(Phrase::WordsExport),
            CommandId::WriteForm => Some(Phrase::WordsForm),
            CommandId::Editions => Some(Phrase::WordsEditions),
            CommandId::Documents => Some(Phrase::WordsDocuments),
            CommandId::BaseQuantities => Some(Phrase::WordsBaseQuantities),
            CommandId::Reserve => Some(Phrase::WordsReserve),
            CommandId::Duplicate => Some(Phrase::WordsDuplicate),
            CommandId::Impact => Some(Phrase::WordsImpact),
            CommandId::Compare => Some(Phrase::WordsCompare),
            CommandId::PublishEdition => Some(Phrase::WordsPublishEdition),
            CommandId::Organisations => Some(Phrase::WordsOrganisations),
            CommandId::Persons => Some(Phrase::WordsPersons),
            CommandId::Users => Some(Phrase::WordsUsers),
            CommandId::Collecting => Some(Phrase::WordsCollecting),
            CommandId::CollectRequested => Some(Phrase::WordsCollectRequested),
            CommandId::CollectReceived => Some(Phrase::WordsCollectReceived),
            CommandId::Reminder => Some(Phrase::WordsReminder),
            CommandId::Objection | CommandId::Objections => Some(Phrase::WordsObjections),
            CommandId::ScreenAttention => Some(Phrase::WordsAttention),
            CommandId::Findings => Some(Phrase::WordsFindings),
            CommandId::Readiness => Some(Phrase::WordsReadiness),
            CommandId::ClosePeriod => Some(Phrase::WordsClosePeriod),
            CommandId::Rules => Some(Phrase::WordsRules),
            CommandId::ScreenCycle => Some(Phrase::WordsScreenCycle),
            CommandId::ReplaceDocument => Some(Phrase::WordsReplaceDocument),
            CommandId::SubmitRound | CommandId::StartRound => Some(Phrase::WordsRounds),
            CommandId::EditSection | CommandId::FoundSection => Some(Phrase::WordsSections),
            _ => None,
        }
    }

    /// The command of that name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<CommandId> {
        CommandId::ALL.iter().copied().find(|it| it.id() == id)
    }

    /// Whether it applies there.
    #[must_use]
    pub fn applies_in(self, place: Place) -> bool {
        self.places().contains(place)
    }
}

impl fmt::Display for CommandId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}
