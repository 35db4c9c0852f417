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
    // States of a cell and of a value
    CellAbsent => "cell-absent";
    CellEmpty => "cell-empty";
    CellNotApplicable => "cell-not-applicable";
    CellNoData => "cell-no-data";
    CellNotApplicableBecause => "cell-not-applicable-because" (reason);
    CellNoDataBecause => "cell-no-data-because" (reason);
    PercentOnly => "percent-only" (percent);
    ValueEntered => "value-entered";
    ValueSubmitted => "value-submitted";
    ValueApproved => "value-approved";
    ValueReturned => "value-returned";
    ValueReturnedBecause => "value-returned-because" (reason);
    Yes => "yes";
    No => "no";
    // Recommendation
    RecommendationDraft => "recommendation-draft";
    RecommendationSent => "recommendation-sent";
    RecommendationControlled => "recommendation-controlled";
    RecommendationDone => "recommendation-done";
    RecommendationPartlyDone => "recommendation-partly-done";
    RecommendationNotDone => "recommendation-not-done";
    RecommendationReleased => "recommendation-released";
    // Decision
    DecisionDraft => "decision-draft";
    DecisionSigned => "decision-signed";
    DecisionInExecution => "decision-in-execution";
    DecisionExecuted => "decision-executed";
    DecisionCancelled => "decision-cancelled";
    // Assignment
    AssignmentControlled => "assignment-controlled";
    AssignmentDoneInTime => "assignment-done-in-time";
    AssignmentDoneLate => "assignment-done-late";
    AssignmentNotDone => "assignment-not-done";
    AssignmentReleased => "assignment-released";
    // Due
    Overdue => "overdue";
    OverdueBy => "overdue-by" (n);
    DueIn => "due-in" (n);
    DueToday => "due-today";
    DueOn => "due-on" (date);
    DueQuarterly => "due-quarterly" (day);
    DueMonthly => "due-monthly" (day);
    DueStanding => "due-standing";
    DueProlonged => "due-prolonged" (date, first);
    // Period
    PeriodSchoolYear => "period-school-year";
    PeriodHalfYear => "period-half-year";
    PeriodQuarter => "period-quarter";
    PeriodPlanned => "period-planned";
    PeriodOpen => "period-open";
    PeriodReview => "period-review";
    PeriodClosed => "period-closed";
    PeriodOpenUntil => "period-open-until" (date);
    // Catalogue
    EditionDraft => "edition-draft";
    EditionPublished => "edition-published";
    EditionNumber => "edition-number" (number);
    SubjectOrganisation => "subject-organisation";
    SubjectPerson => "subject-person";
    SubjectMunicipality => "subject-municipality";
    MeasureNumber => "measure-number";
    MeasureRatio => "measure-ratio";
    MeasureChoice => "measure-choice";
    MeasureDelta => "measure-delta";
    MeasureBenchmark => "measure-benchmark";
    ScoringBands => "scoring-bands";
    ScoringOptions => "scoring-options";
    ScoringPerUnit => "scoring-per-unit";
    ScoringDirect => "scoring-direct";
    ScoringRelative => "scoring-relative";
    PeriodicityYear => "periodicity-year";
    PeriodicityHalfYear => "periodicity-half-year";
    PeriodicityQuarter => "periodicity-quarter";
    PeriodicityAsItHappens => "periodicity-as-it-happens";
    RollUpSum => "roll-up-sum";
    RollUpLast => "roll-up-last";
    RollUpMean => "roll-up-mean";
    RollUpFromParts => "roll-up-from-parts";
    BetterHigher => "better-higher";
    BetterLower => "better-lower";
    NoteFree => "note-free";
    NoteAtZero => "note-at-zero";
    NoteAlways => "note-always";
    OriginFound => "origin-found";
    OriginAdapted => "origin-adapted";
    OriginOwn => "origin-own";
    // Organisations and people
    OrganisationSchool => "organisation-school";
    OrganisationGymnasium => "organisation-gymnasium";
    OrganisationLyceum => "organisation-lyceum";
    OrganisationKindergarten => "organisation-kindergarten";
    OrganisationAdditional => "organisation-additional";
    OrganisationOther => "organisation-other";
    AppointmentPermanent => "appointment-permanent";
    AppointmentActing => "appointment-acting";
    AppointmentConcurrent => "appointment-concurrent";
    Vacancy => "vacancy";
    VacancySince => "vacancy-since" (date);
    InOfficeSince => "in-office-since" (date);
    InOfficeUntil => "in-office-until" (date);
    InOffice => "in-office" (from, to);
    RoleObserver => "role-observer";
    RoleMethodist => "role-methodist";
    RoleHead => "role-head";
    RoleAdministrator => "role-administrator";
    // Documents
    DocumentResolution => "document-resolution";
    DocumentDirective => "document-directive";
    DocumentOrder => "document-order";
    DocumentLetter => "document-letter";
    DocumentLetters => "document-letters";
    DocumentPlan => "document-plan";
    DocumentAnalyticalNote => "document-analytical-note";
    DocumentProtocol => "document-protocol";
    DocumentReportPaper => "document-report-paper";
    DocumentEvent => "document-event";
    DocumentDecisions => "document-decisions";
    DocumentOther => "document-other";
    DocumentLevelFederal => "document-level-federal";
    DocumentLevelRegional => "document-level-regional";
    DocumentLevelMunicipal => "document-level-municipal";
    DocumentLevelOrganisation => "document-level-organisation";
    DocumentInForce => "document-in-force";
    DocumentRepealed => "document-repealed";
    DocumentRepealedBy => "document-repealed-by" (by);
    DocumentDated => "document-dated" (date);
    DocumentNumbered => "document-numbered" (number);
    DocumentRedaction => "document-redaction" (date);
    DocumentIncomplete => "document-incomplete";
    Pages => "pages" (pages);
    // The management cycle
    StageGoals => "stage-goals";
    StageIndicators => "stage-indicators";
    StageMethods => "stage-methods";
    StageMonitoring => "stage-monitoring";
    StageAnalysis => "stage-analysis";
    StageRecommendations => "stage-recommendations";
    StageMeasures => "stage-measures";
    StageDecisions => "stage-decisions";
    StageEffectiveness => "stage-effectiveness";
    // Kinds of records
    KindSettings => "kind-settings";
    KindEdition => "kind-edition";
    KindDirection => "kind-direction";
    KindIndicator => "kind-indicator";
    KindBaseQuantity => "kind-base-quantity";
    KindBaseValue => "kind-base-value";
    KindReference => "kind-reference";
    KindOrganisation => "kind-organisation";
    KindPerson => "kind-person";
    KindAppointment => "kind-appointment";
    KindPeriod => "kind-period";
    KindValue => "kind-value";
    KindRecommendation => "kind-recommendation";
    KindDecision => "kind-decision";
    KindAssignment => "kind-assignment";
    KindReport => "kind-report";
    KindDocument => "kind-document";
    KindRequirement => "kind-requirement";
    KindCitation => "kind-citation";
    KindUser => "kind-user";
    KindCommand => "kind-command";
    // Counting
    CountEditions => "count-editions" (n);
    CountDirections => "count-directions" (n);
    CountIndicators => "count-indicators" (n);
    CountOrganisations => "count-organisations" (n);
    CountLeaders => "count-leaders" (n);
    CountPeople => "count-people" (n);
    CountAppointments => "count-appointments" (n);
    CountPeriods => "count-periods" (n);
    CountValues => "count-values" (n);
    CountRecommendations => "count-recommendations" (n);
    CountDecisions => "count-decisions" (n);
    CountAssignments => "count-assignments" (n);
    CountReports => "count-reports" (n);
    CountDocuments => "count-documents" (n);
    CountRequirements => "count-requirements" (n);
    CountCitations => "count-citations" (n);
    CountRecords => "count-records" (n);
    CountChanges => "count-changes" (n);
    CountRows => "count-rows" (n);
    CountDays => "count-days" (n);
    CountPoints => "count-points" (n);
    PointsOf => "points-of" (n, max);
    // Results
    Index => "index";
    OverallIndex => "overall-index";
    ForReference => "for-reference";
    NotComparable => "not-comparable" (before, after);
    PlaceOf => "place-of" (place, n);
    MunicipalityValue => "municipality-value" (value);
    OfOrganisations => "of-organisations" (k, n);
    LevelBelowCompleteness => "level-below-completeness" (k, n);
    MeanAndMedian => "mean-and-median" (mean, median);
    ShareOfYes => "share-of-yes" (percent);
    // Fields
    FieldText => "field-text";
    FieldExpected => "field-expected";
    FieldDue => "field-due";
    FieldTitle => "field-title";
    FieldReason => "field-reason";
    FieldNote => "field-note";
    FieldSource => "field-source";
    FieldNumber => "field-number";
    FieldDate => "field-date";
    FieldName => "field-name";
    FieldSurname => "field-surname";
    FieldAddressees => "field-addressees";
    FieldExecutors => "field-executors";
    FieldAssignments => "field-assignments";
    FieldDocument => "field-document";
    FieldControl => "field-control";
    FieldGround => "field-ground";
    FieldIssuer => "field-issuer";
    FieldFrom => "field-from";
    FieldTo => "field-to";

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
    // Subcommands
    CliAbout => "cli-about";
    CliAfterHelp => "cli-after-help";
    CliDemoAbout => "cli-demo-about";
    CliLookupAbout => "cli-lookup-about";
    CliGetAbout => "cli-get-about";
    CliSetAbout => "cli-set-about";
    CliExportAbout => "cli-export-about";
    CliVerifyAbout => "cli-verify-about";
    CliKeysAbout => "cli-keys-about";
    CliDoctorAbout => "cli-doctor-about";
    CliHelpAbout => "cli-help-about";
    // Options
    CliOptionData => "cli-option-data";
    CliOptionLang => "cli-option-lang";
    CliOptionKeymap => "cli-option-keymap";
    CliOptionReset => "cli-option-reset";
    CliOptionNoUi => "cli-option-no-ui";
    CliOptionOrganisations => "cli-option-organisations";
    CliOptionYears => "cli-option-years";
    CliOptionSeed => "cli-option-seed";
    CliOptionHelp => "cli-option-help";
    CliOptionVersion => "cli-option-version";
    // Arguments
    CliArgWords => "cli-arg-words";
    CliArgPeriod => "cli-arg-period";
    CliArgIndicator => "cli-arg-indicator";
    CliArgWhom => "cli-arg-whom";
    CliArgValue => "cli-arg-value";
    // Names of values in the usage line
    CliNameFolder => "cli-name-folder";
    CliNameLanguage => "cli-name-language";
    CliNameKeymap => "cli-name-keymap";
    CliNameNumber => "cli-name-number";
    CliNameWords => "cli-name-words";
    CliNamePeriod => "cli-name-period";
    CliNameIndicator => "cli-name-indicator";
    CliNameWhom => "cli-name-whom";
    CliNameValue => "cli-name-value";
    CliNameCommand => "cli-name-command";
    CliNameOptions => "cli-name-options";
    // Headings of the help
    CliHeadingUsage => "cli-heading-usage";
    CliHeadingCommands => "cli-heading-commands";
    CliHeadingOptions => "cli-heading-options";
    CliHeadingArguments => "cli-heading-arguments";
    CliDefaultValue => "cli-default-value" (value);
    CliPossibleValues => "cli-possible-values" (values);
    // Mistakes in the call
    CliUnknownOption => "cli-unknown-option" (given);
    CliUnknownCommand => "cli-unknown-command" (given);
    CliUnexpectedArgument => "cli-unexpected-argument" (given);
    CliBadValue => "cli-bad-value" (option, given);
    CliValueNeeded => "cli-value-needed" (option);
    CliValueNotNeeded => "cli-value-not-needed" (option);
    CliGivenTwice => "cli-given-twice" (option, other);
    CliArgumentsMissing => "cli-arguments-missing" (missing);
    CliCommandMissing => "cli-command-missing";
    CliNotUtfEight => "cli-not-utf-eight";
    CliBadCall => "cli-bad-call";
    CliDidYouMean => "cli-did-you-mean" (suggestion);
    CliSeeHelp => "cli-see-help" (command);
    // What the command line refuses
    CliNeedsTerminal => "cli-needs-terminal";
    CliStoreHeld => "cli-store-held" (pid, account);
    CliStoreHeldBySomebody => "cli-store-held-by-somebody";
    CliNothingFound => "cli-nothing-found" (words);
    CliAmbiguous => "cli-ambiguous" (words, found);
    CliNoPeriod => "cli-no-period" (name, known);
    CliNoIndicator => "cli-no-indicator" (code, known);
    // Answers of the command line
    CliValueLine => "cli-value-line" (period, indicator, whom, value);
    CliValueSet => "cli-value-set" (line);
    CliValueUnchanged => "cli-value-unchanged" (line);
    CliDemoCreated => "cli-demo-created" (folder);
    CliDemoReady => "cli-demo-ready" (folder);
    CliDemoProgress => "cli-demo-progress";
    CliRebuildProgress => "cli-rebuild-progress";
    CliReplayProgress => "cli-replay-progress";
    CliVerifyProgress => "cli-verify-progress";
    CliVerifyGood => "cli-verify-good" (records, seq);
    CliVerifyBad => "cli-verify-bad" (n);

}
