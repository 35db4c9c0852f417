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
    DemoMark => "demo-mark";
    SavedAt => "saved-at" (time);
    AllSaved => "all-saved";
    Ratio => "ratio" (part, whole);
    ShareOf => "share-of" (k, n);

    // ── words: the terms of the field ──
    // States of a cell and of a value
    CellAbsent => "cell-absent";
    CellEmpty => "cell-empty";
    CellNotApplicable => "cell-not-applicable";
    CellUnreadable => "cell-unreadable";
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
    OverdueBy => "overdue-by" (n);
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
    // Catalogue
    EditionDraft => "edition-draft";
    EditionPublished => "edition-published";
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
    // Fields that the journal names
    FieldCode => "field-code";
    FieldShort => "field-short";
    FieldWeight => "field-weight";
    FieldKind => "field-kind";
    FieldLevel => "field-level";
    FieldLink => "field-link";
    FieldEvidence => "field-evidence";
    FieldFollowUp => "field-follow-up";
    FieldSelfAssessment => "field-self-assessment";
    FieldSent => "field-sent";
    FieldClosedOn => "field-closed-on";
    FieldPages => "field-pages";
    FieldExecutor => "field-executor";
    FieldAccount => "field-account";
    FieldPerson => "field-person";
    FieldRoles => "field-roles";
    FieldDirections => "field-directions";
    FieldOrganisations => "field-organisations";
    FieldRetired => "field-retired";
    FieldOpened => "field-opened";
    FieldClosed => "field-closed";
    FieldFullName => "field-full-name";
    FieldContract => "field-contract";
    FieldAct => "field-act";
    FieldDeadline => "field-deadline";
    FieldEdition => "field-edition";
    FieldPeriod => "field-period";
    FieldMunicipality => "field-municipality";
    FieldDemo => "field-demo";
    FieldUnit => "field-unit";
    FieldMeasure => "field-measure";
    FieldScoring => "field-scoring";
    FieldBounds => "field-bounds";
    FieldDescription => "field-description";
    FieldLevels => "field-levels";
    FieldCompleteness => "field-completeness";
    FieldMinMonths => "field-min-months";
    FieldAdopted => "field-adopted";
    FieldInForce => "field-in-force";
    FieldAppliesFrom => "field-applies-from";
    FieldGrounds => "field-grounds";
    FieldRecommendations => "field-recommendations";
    FieldProlongations => "field-prolongations";
    FieldWhole => "field-whole";
    FieldRedaction => "field-redaction";
    FieldSection => "field-section";
    FieldStage => "field-stage";
    FieldDirection => "field-direction";
    FieldRequirement => "field-requirement";
    FieldOrder => "field-order";
    FieldMaxPoints => "field-max-points";

    // ── screen: headers, panes, detail, chain, card ──

    // ── entry: typing a value ──

    // ── followup: recommendations, decisions, reports ──

    // ── search ──

    // ── journal: what a commit did, undo ──
    // What a record is called
    NameProgram => "name-program";
    NameUnknown => "name-unknown" (kind, id);
    NameEdition => "name-edition" (number);
    NameDirection => "name-direction" (code, edition);
    NameIndicator => "name-indicator" (code, edition);
    NameBaseQuantity => "name-base-quantity" (title);
    NameBaseValue => "name-base-value" (quantity, organisation);
    NameReference => "name-reference" (indicator);
    NameAppointment => "name-appointment" (organisation, person);
    NamePeriod => "name-period" (name);
    NameCell => "name-cell" (indicator, whom);
    NameInPeriod => "name-in-period" (period, what);
    NameRecommendation => "name-recommendation" (whom);
    NameRecommendationOn => "name-recommendation-on" (indicator, whom);
    NameDecision => "name-decision" (what);
    NameAssignment => "name-assignment" (number, decision);
    NameReport => "name-report" (what);
    NameRequirement => "name-requirement" (order, section);
    NameCitation => "name-citation" (document);
    NameUser => "name-user" (account);
    WhomAndMore => "whom-and-more" (first, n);
    Quoted => "quoted" (text);
    WhoAndWhen => "who-and-when" (who, when);
    // What changed in a record
    ChangeAdded => "change-added" (subject, what);
    ChangeAddedBare => "change-added-bare" (subject);
    ChangeRemoved => "change-removed" (subject);
    ChangeSaid => "change-said" (subject, what);
    ChangeNothing => "change-nothing" (subject);
    ChangeFromTo => "change-from-to" (before, after);
    ChangeField => "change-field" (field, before, after);
    ChangeFieldOnly => "change-field-only" (field);
    ChangeLabelled => "change-labelled" (field, text);
    // What one command did
    CommitNothing => "commit-nothing";
    CommitUndone => "commit-undone" (what);
    CommitRedone => "commit-redone" (what);
    CommitImported => "commit-imported" (what);
    CommitErased => "commit-erased" (what);
    CommitAndMore => "commit-and-more" (n, first);
    CommitBulk => "commit-bulk" (scope, what);
    CommitBulkAdded => "commit-bulk-added" (scope);
    CommitBulkRemoved => "commit-bulk-removed" (scope);
    CommitScope => "commit-scope" (place, count);

    // ── errors: what happened, then what to do next ──
    // Somebody was faster
    RefusalConflictValue => "refusal-conflict-value" (subject, value, who);
    RefusalConflictValueNext => "refusal-conflict-value-next";
    RefusalConflictRecord => "refusal-conflict-record" (subject, who);
    RefusalConflictRecordNext => "refusal-conflict-record-next";
    RefusalConflictGone => "refusal-conflict-gone" (subject);
    RefusalConflictGoneNext => "refusal-conflict-gone-next";
    // Not now, or not by this person
    RefusalPeriodClosed => "refusal-period-closed" (period);
    RefusalPeriodClosedNext => "refusal-period-closed-next";
    RefusalPeriodPlanned => "refusal-period-planned" (period);
    RefusalPeriodPlannedNext => "refusal-period-planned-next";
    RefusalNotLoaded => "refusal-not-loaded" (period);
    RefusalNotLoadedNext => "refusal-not-loaded-next";
    RefusalDenied => "refusal-denied" (role);
    RefusalDeniedNext => "refusal-denied-next";
    RefusalOwnEntry => "refusal-own-entry" (subject);
    RefusalOwnEntryNext => "refusal-own-entry-next";
    RefusalWrongState => "refusal-wrong-state" (subject, state);
    RefusalWrongStateNext => "refusal-wrong-state-next";
    RefusalWrongStep => "refusal-wrong-step" (subject);
    RefusalEditionPublished => "refusal-edition-published";
    RefusalEditionPublishedNext => "refusal-edition-published-next";
    // Not there, or there already
    RefusalMissing => "refusal-missing" (subject);
    RefusalMissingNext => "refusal-missing-next";
    RefusalWrongKind => "refusal-wrong-kind" (subject);
    RefusalWrongKindNext => "refusal-wrong-kind-next";
    RefusalTaken => "refusal-taken" (subject);
    RefusalTakenNext => "refusal-taken-next";
    RefusalInUse => "refusal-in-use" (subject, by);
    RefusalInUseNext => "refusal-in-use-next";
    RefusalDuplicateNumber => "refusal-duplicate-number" (number, holder);
    RefusalDuplicateNumberNext => "refusal-duplicate-number-next";
    RefusalDuplicatePeriod => "refusal-duplicate-period" (name);
    RefusalDuplicatePeriodNext => "refusal-duplicate-period-next";
    // The value does not fit
    RefusalWrongMeasure => "refusal-wrong-measure" (subject, measure);
    RefusalNumberNext => "refusal-number-next";
    RefusalRatioNext => "refusal-ratio-next";
    RefusalChoiceNext => "refusal-choice-next";
    RefusalComputed => "refusal-computed" (subject);
    RefusalComputedNext => "refusal-computed-next";
    RefusalComputedFromNext => "refusal-computed-from-next" (indicator);
    RefusalNotCollected => "refusal-not-collected" (subject);
    RefusalNotCollectedNext => "refusal-not-collected-next";
    RefusalZeroDenominator => "refusal-zero-denominator";
    RefusalZeroDenominatorNext => "refusal-zero-denominator-next";
    RefusalNotWhole => "refusal-not-whole" (number);
    RefusalNotWholeNext => "refusal-not-whole-next";
    RefusalOutOfRange => "refusal-out-of-range" (number, min, max);
    RefusalBelowMin => "refusal-below-min" (number, min);
    RefusalAboveMax => "refusal-above-max" (number, max);
    RefusalOutOfRangeNext => "refusal-out-of-range-next";
    RefusalPartExceedsWhole => "refusal-part-exceeds-whole" (part, whole);
    RefusalPartExceedsWholeNext => "refusal-part-exceeds-whole-next";
    RefusalNoSuchOption => "refusal-no-such-option";
    RefusalNoSuchOptionNext => "refusal-no-such-option-next" (n);
    RefusalReasonRequired => "refusal-reason-required";
    RefusalReasonRequiredNext => "refusal-reason-required-next";
    RefusalNoteRequired => "refusal-note-required" (subject);
    RefusalNoteRequiredNext => "refusal-note-required-next";
    RefusalNothingToSubmit => "refusal-nothing-to-submit" (subject);
    RefusalNothingToSubmitNext => "refusal-nothing-to-submit-next";
    // The field does not fit
    RefusalEmpty => "refusal-empty" (field);
    RefusalEmptyNext => "refusal-empty-next";
    RefusalTooLong => "refusal-too-long" (field, given, max);
    RefusalTooLongNext => "refusal-too-long-next" (n);
    RefusalTooLarge => "refusal-too-large" (subject, limit);
    RefusalTooLargeNext => "refusal-too-large-next";
    RefusalTooMuch => "refusal-too-much";
    RefusalTooMuchNext => "refusal-too-much-next";
    RefusalTooMany => "refusal-too-many" (field, given, max);
    RefusalTooManyNext => "refusal-too-many-next";
    RefusalTooManyDecimals => "refusal-too-many-decimals";
    RefusalTooManyDecimalsNext => "refusal-too-many-decimals-next" (n);
    RefusalUnprintable => "refusal-unprintable" (field);
    RefusalUnprintableNext => "refusal-unprintable-next";
    RefusalDateBefore => "refusal-date-before" (field, given);
    RefusalDateBeforeNext => "refusal-date-before-next" (earliest);
    RefusalDateAfter => "refusal-date-after" (field, given);
    RefusalDateAfterNext => "refusal-date-after-next" (latest);
    RefusalIncompleteDocument => "refusal-incomplete-document";
    RefusalIncompleteDocumentNext => "refusal-incomplete-document-next";
    // Nothing to undo
    RefusalNothingToUndo => "refusal-nothing-to-undo";
    RefusalNothingToUndoNext => "refusal-nothing-to-undo-next";
    RefusalNothingToRedo => "refusal-nothing-to-redo";
    RefusalNothingToRedoNext => "refusal-nothing-to-redo-next";
    RefusalTooOld => "refusal-too-old" (seq);
    RefusalTooOldNext => "refusal-too-old-next";
    RefusalNoChange => "refusal-no-change";
    RefusalNoChangeNext => "refusal-no-change-next";
    // What was typed can't be read
    NumberEmpty => "number-empty";
    NumberUnreadable => "number-unreadable";
    NumberTwoSigns => "number-two-signs";
    NumberTwoSignsNext => "number-two-signs-next";
    NumberBadGrouping => "number-bad-grouping";
    NumberBadGroupingNext => "number-bad-grouping-next";
    NumberTooLong => "number-too-long";
    NumberTooLongNext => "number-too-long-next" (whole, fraction);
    DateEmpty => "date-empty";
    DateUnreadable => "date-unreadable";
    DateNext => "date-next";
    DateDoesNotExist => "date-does-not-exist" (date);
    DateDoesNotExistNext => "date-does-not-exist-next";
    DateOutOfRange => "date-out-of-range";
    DateOutOfRangeNext => "date-out-of-range-next" (first, last, days);
    // The disk
    TroubleFull => "trouble-full";
    TroubleFullNext => "trouble-full-next";
    TroubleReadOnly => "trouble-read-only";
    TroubleReadOnlyNext => "trouble-read-only-next";
    TroubleFailed => "trouble-failed";
    TroubleFailedNext => "trouble-failed-next";
    AnswerUnknown => "answer-unknown";
    AnswerUnknownNext => "answer-unknown-next";
    LinkLost => "link-lost";
    // A file in TOML that can't be read
    TomlSyntax => "toml-syntax" (file, line, detail);
    TomlUnknown => "toml-unknown" (file, line, field);
    TomlMissing => "toml-missing" (file, line, field);
    TomlWantsText => "toml-wants-text" (file, line, field);
    TomlWantsWords => "toml-wants-words" (file, line, field);
    TomlWantsNumber => "toml-wants-number" (file, line, field);
    TomlWantsWhole => "toml-wants-whole" (file, line, field);
    TomlWantsPositive => "toml-wants-positive" (file, line, field);
    TomlWantsTruth => "toml-wants-truth" (file, line, field);
    TomlWantsDate => "toml-wants-date" (file, line, field);
    TomlWantsDayMonth => "toml-wants-day-month" (file, line, field);
    TomlWantsList => "toml-wants-list" (file, line, field);
    TomlWantsTable => "toml-wants-table" (file, line, field);
    TomlNotOneOf => "toml-not-one-of" (file, line, field, given, names);
    TomlUnresolved => "toml-unresolved" (file, line, field, given);
    TomlDuplicate => "toml-duplicate" (file, line, field, given);
    TomlScale => "toml-scale" (file, line, field);
    TomlOptions => "toml-options" (file, line, field);
    TomlUnprintable => "toml-unprintable" (file, line, field);
    // What was typed into a cell can't be read
    EntryComputed => "entry-computed";
    EntryNotARatio => "entry-not-a-ratio";
    EntryNegativePart => "entry-negative-part" (number);
    EntryDenominatorUnknown => "entry-denominator-unknown";
    EntryDenominatorUnknownNext => "entry-denominator-unknown-next" (part);
    EntryPercentOrMistake => "entry-percent-or-mistake" (percent);
    EntryPercentNext => "entry-percent-next" (percent);
    EntryRatioOrPercentNext => "entry-ratio-or-percent-next" (part, whole, percent);
    EntryGroupingOrRatio => "entry-grouping-or-ratio";
    EntryGroupingOrRatioNext => "entry-grouping-or-ratio-next" (number, part, whole);
    EntryPercentNotHere => "entry-percent-not-here";
    EntryPercentNotHereNext => "entry-percent-not-here-next";
    EntrySeveralOptions => "entry-several-options";
    EntrySeveralOptionsNext => "entry-several-options-next" (numbers);
    // What is unusual about an entry, while it is typed
    WarningBelowUsual => "warning-below-usual" (figure, min);
    WarningAboveUsual => "warning-above-usual" (figure, max);
    WarningJump => "warning-jump" (figure, before, period);
    WarningBaseDiffers => "warning-base-differs" (base, known, given);
    WarningMoreThanWhole => "warning-more-than-whole" (part, whole);
    // The store can't be opened or read
    StoreIo => "store-io" (path, reason);
    StoreIoNext => "store-io-next";
    StoreNoAccess => "store-no-access" (path);
    StoreNoAccessNext => "store-no-access-next";
    StoreHeld => "store-held" (pid, account);
    StoreHeldSince => "store-held-since" (pid, account, since);
    StoreHeldBySomebody => "store-held-by-somebody";
    StoreHeldNext => "store-held-next" (pid);
    StoreHeldBySomebodyNext => "store-held-by-somebody-next";
    StoreNewer => "store-newer" (found, known);
    StoreNewerNext => "store-newer-next";
    StoreAbsent => "store-absent" (path);
    StoreAbsentNext => "store-absent-next";
    StoreMissing => "store-missing" (path);
    StoreMissingNext => "store-missing-next";
    StoreForeign => "store-foreign" (path);
    StoreForeignNext => "store-foreign-next";
    StoreDamaged => "store-damaged" (first, path, offset, fault);
    StoreDamagedRange => "store-damaged-range" (first, last, path, offset, fault);
    StoreDamagedNext => "store-damaged-next";
    StoreUnreadable => "store-unreadable" (what, reason);
    StoreUnreadableNext => "store-unreadable-next";
    StoreState => "store-state" (path, reason);
    StoreStateNext => "store-state-next";
    StoreClosed => "store-closed";
    StoreClosedNext => "store-closed-next";
    StoreLimits => "store-limits" (reason);
    StoreLimitsNext => "store-limits-next";
    StoreTooLong => "store-too-long" (limit);
    StoreTooLongNext => "store-too-long-next";
    StoreTorn => "store-torn" (bytes, path);
    StoreTornNext => "store-torn-next";
    // What the system said
    IoNotFound => "io-not-found";
    IoDenied => "io-denied";
    IoFull => "io-full";
    IoReadOnly => "io-read-only";
    IoTooLarge => "io-too-large";
    IoBusy => "io-busy";
    IoOther => "io-other" (code);
    // What is wrong with the journal's bytes
    FaultShort => "fault-short";
    FaultMagic => "fault-magic";
    FaultLength => "fault-length";
    FaultChecksum => "fault-checksum";
    FaultChain => "fault-chain";
    FaultContents => "fault-contents";
    FaultParts => "fault-parts";
    FaultSegment => "fault-segment";
    FaultLost => "fault-lost";

    // ── keys: commands, groups, help ──
    // Commands
    CommandUp => "command-up";
    CommandDown => "command-down";
    CommandLeft => "command-left";
    CommandRight => "command-right";
    CommandPageUp => "command-page-up";
    CommandPageDown => "command-page-down";
    CommandFirst => "command-first";
    CommandLast => "command-last";
    CommandNextPane => "command-next-pane";
    CommandPreviousPane => "command-previous-pane";
    CommandOpen => "command-open";
    CommandClose => "command-close";
    CommandNextEmpty => "command-next-empty";
    CommandNextAttention => "command-next-attention";
    CommandMark => "command-mark";
    CommandMarkAll => "command-mark-all";
    CommandClearMarks => "command-clear-marks";
    CommandEditValue => "command-edit-value";
    CommandEdit => "command-edit";
    CommandNotApplicable => "command-not-applicable";
    CommandNoData => "command-no-data";
    CommandClearValue => "command-clear-value";
    CommandStepChoice => "command-step-choice";
    CommandNote => "command-note";
    CommandSource => "command-source";
    CommandEvidence => "command-evidence";
    CommandFlag => "command-flag";
    CommandSubmit => "command-submit";
    CommandApprove => "command-approve";
    CommandReturnValue => "command-return-value";
    CommandRestoreUnsaved => "command-restore-unsaved";
    CommandDropUnsaved => "command-drop-unsaved";
    CommandRecommend => "command-recommend";
    CommandDecide => "command-decide";
    CommandReport => "command-report";
    CommandNextState => "command-next-state";
    CommandProlong => "command-prolong";
    CommandRelease => "command-release";
    CommandAddDocument => "command-add-document";
    CommandAddOrganisation => "command-add-organisation";
    CommandAppoint => "command-appoint";
    CommandSearch => "command-search";
    CommandFilter => "command-filter";
    CommandCard => "command-card";
    CommandChain => "command-chain";
    CommandCellHistory => "command-cell-history";
    CommandScale => "command-scale";
    CommandExpandDetail => "command-expand-detail";
    CommandPivot => "command-pivot";
    CommandChoosePeriod => "command-choose-period";
    CommandPreviousPeriod => "command-previous-period";
    CommandNextPeriod => "command-next-period";
    CommandScreenMonitoring => "command-screen-monitoring";
    CommandScreenJournal => "command-screen-journal";
    CommandUndo => "command-undo";
    CommandRedo => "command-redo";
    CommandSave => "command-save";
    CommandCopy => "command-copy";
    CommandPlainPage => "command-plain-page";
    CommandCopyToFile => "command-copy-to-file";
    CommandPalette => "command-palette";
    CommandHelp => "command-help";
    CommandRedraw => "command-redraw";
    CommandSuspend => "command-suspend";
    CommandQuit => "command-quit";
    // Groups of commands
    GroupMovement => "group-movement";
    GroupEntry => "group-entry";
    GroupFollowUp => "group-follow-up";
    GroupView => "group-view";
    GroupScreens => "group-screens";
    GroupChanges => "group-changes";
    GroupCopying => "group-copying";
    GroupProgram => "group-program";
    // The line of hints
    HintSearch => "hint-search";
    HintEditValue => "hint-edit-value";
    HintRecommend => "hint-recommend";
    HintDecide => "hint-decide";
    HintReport => "hint-report";
    HintNextState => "hint-next-state";
    HintChoosePeriod => "hint-choose-period";
    HintCellHistory => "hint-cell-history";
    HintUndo => "hint-undo";
    HintHelp => "hint-help";
    HintQuit => "hint-quit";
    HintFilter => "hint-filter";
    HintCard => "hint-card";
    HintChain => "hint-chain";
    HintScale => "hint-scale";
    HintEvidence => "hint-evidence";
    HintSubmit => "hint-submit";
    HintPalette => "hint-palette";
    HintNextPane => "hint-next-pane";
    HintOpen => "hint-open";
    HintClose => "hint-close";
    // Names of keys
    KeySpace => "key-space";
    KeyUp => "key-up";
    KeyDown => "key-down";
    KeyLeft => "key-left";
    KeyRight => "key-right";
    // The key table
    KeysHeadingKeys => "keys-heading-keys";
    KeysHeadingCommand => "keys-heading-command";
    KeysByPalette => "keys-by-palette" (key);
    LayoutRussian => "layout-russian";
    LayoutLatin => "layout-latin";
    // Why a key cannot be bound
    KeyIsBackspace => "key-is-backspace";
    KeyIsTab => "key-is-tab";
    KeyIsEnter => "key-is-enter";
    KeyIsEsc => "key-is-esc";
    KeyNotSent => "key-not-sent";
    KeyTakenByWindow => "key-taken-by-window";
    KeyFlowControl => "key-flow-control";
    KeyBeginsEntry => "key-begins-entry";
    // Faults of a keymap
    KeymapNotToml => "keymap-not-toml" (example);
    KeymapUnknownField => "keymap-unknown-field" (field);
    KeymapWrongKind => "keymap-wrong-kind" (field);
    KeymapUnknownBase => "keymap-unknown-base" (given, known);
    KeymapUnknownKey => "keymap-unknown-key" (given, most);
    KeymapUnknownCommand => "keymap-unknown-command" (given);
    KeymapUnknownCommandNear => "keymap-unknown-command-near" (given, nearest, title);
    KeymapConflict => "keymap-conflict" (keys, line);
    KeymapRepeated => "keymap-repeated";
    KeymapForbidden => "keymap-forbidden" (key, why);
    KeymapBoundAndUnbound => "keymap-bound-and-unbound" (command, title);
    KeymapNoKey => "keymap-no-key" (command, title);
    KeymapOnlyFrail => "keymap-only-frail" (command, title);
    KeymapOutOfReach => "keymap-out-of-reach" (command, title, layout);
    KeymapOutOfReachTaken => "keymap-out-of-reach-taken" (command, title, layout, keys, other);

    // ── terminal: sizes, bytes, clipboard, doctor ──
    WindowTooSmall => "window-too-small" (need_width, need_height, width, height);
    SentToTerminal => "sent-to-terminal" (what);

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
    // Options
    CliOptionData => "cli-option-data";
    CliOptionLang => "cli-option-lang";
    CliOptionKeymap => "cli-option-keymap";
    CliOptionReset => "cli-option-reset";
    CliOptionNoUi => "cli-option-no-ui";
    CliOptionOrganisations => "cli-option-organisations";
    CliOptionYears => "cli-option-years";
    CliOptionSeed => "cli-option-seed";
    CliOptionNote => "cli-option-note";
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
    CliNameText => "cli-name-text";
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
    CliGivenTwice => "cli-given-twice" (option);
    CliNotTogether => "cli-not-together" (option, other);
    CliArgumentsMissing => "cli-arguments-missing" (missing);
    CliEither => "cli-either" (first, second);
    CliWantedWords => "cli-wanted-words";
    CliWantedPeriod => "cli-wanted-period";
    CliWantedIndicator => "cli-wanted-indicator";
    CliWantedWhom => "cli-wanted-whom";
    CliWantedValue => "cli-wanted-value";
    CliCommandMissing => "cli-command-missing";
    CliNotUtfEight => "cli-not-utf-eight";
    CliBadCall => "cli-bad-call";
    CliDidYouMean => "cli-did-you-mean" (suggestion);
    CliSeeHelp => "cli-see-help" (command);
    // What the command line refuses
    CliNeedsTerminal => "cli-needs-terminal";
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
    CliReplayProgress => "cli-replay-progress";
    CliVerifyProgress => "cli-verify-progress";
    CliVerifyGood => "cli-verify-good" (seq, changes, records);
    CliVerifyBad => "cli-verify-bad" (n);
    CliChooseValue => "cli-choose-value" (values);
    CliNoHome => "cli-no-home";
    CliStranger => "cli-stranger";
    CliStrangerNext => "cli-stranger-next" (account);
    CliNotFounded => "cli-not-founded" (reason);
    CliRebuilt => "cli-rebuilt" (folder);
    CliNotDemo => "cli-not-demo" (folder);
    CliNoKeymap => "cli-no-keymap" (given, names);
    CliAlsoFound => "cli-also-found";
    CliVerifyMissing => "cli-verify-missing" (what);
    CliVerifyDifferent => "cli-verify-different" (what);
    CliVerifyUnreadable => "cli-verify-unreadable" (what);
    CliVerifyIndexed => "cli-verify-indexed";
    CliVerifyBadNext => "cli-verify-bad-next";
    CliVerifyTorn => "cli-verify-torn" (n, bytes, since);
    DoctorTerminal => "doctor-terminal" (term, columns, rows);
    DoctorNoTerminal => "doctor-no-terminal";
    DoctorUtfEight => "doctor-utf-eight" (name);
    DoctorNotUtfEight => "doctor-not-utf-eight" (name);
    DoctorGlyphs => "doctor-glyphs";
    DoctorStore => "doctor-store" (folder, seq, organisations);
    DoctorStoreReadOnly => "doctor-store-read-only" (folder, seq, organisations);
    DoctorNoStore => "doctor-no-store" (folder);

    // ── screen: added with the screens ──
    ActingHead => "acting-head" (name);
    CaptionChange => "caption-change";
    CaptionHead => "caption-head";
    CaptionIndicator => "caption-indicator";
    CaptionOrganisation => "caption-organisation";
    CaptionPoints => "caption-points";
    CaptionUnit => "caption-unit";
    CaptionValue => "caption-value";
    ChooseLeader => "choose-leader";
    DoesNotApplyHere => "does-not-apply-here" (what);
    HeaderOpen => "header-open" (kind, period, deadline, edition);
    HeaderState => "header-state" (kind, period, state, edition);
    Municipality => "municipality";
    NoDirections => "no-directions";
    NoEarlierPeriod => "no-earlier-period";
    NoIndicators => "no-indicators";
    NoLaterPeriod => "no-later-period";
    NoOrganisations => "no-organisations" (command);
    NoPeriods => "no-periods" (command);
    NotComputed => "not-computed";
    NothingCollectedHere => "nothing-collected-here";
    NothingEmpty => "nothing-empty";
    NothingFitsFilter => "nothing-fits-filter";
    NothingNeedsAttention => "nothing-needs-attention";
    PaneDirections => "pane-directions";
    PaneIndicators => "pane-indicators";
    PaneLeaders => "pane-leaders";
    SavedButUnsaved => "saved-but-unsaved" (n);
    Saving => "saving";
    UnsavedCount => "unsaved-count" (n);
    UnsavedCountKey => "unsaved-count-key" (n, key);
    ValuesLoading => "values-loading";
    ValuesUnreadable => "values-unreadable";
    // ── journal: added with the screens ──
    JournalAboutIndicator => "journal-about-indicator";
    JournalAboutOrganisation => "journal-about-organisation";
    JournalAboutPerson => "journal-about-person";
    JournalAll => "journal-all";
    JournalEmpty => "journal-empty";
    JournalFilterTitle => "journal-filter-title";
    JournalLoading => "journal-loading";
    JournalTitle => "journal-title";
    JournalTitleFiltered => "journal-title-filtered" (whose);
    // ── errors: added with the screens ──
    NotWrittenFailed => "not-written-failed";
    NotWrittenFull => "not-written-full";
    NotWrittenReadOnly => "not-written-read-only";
    Unkept => "unkept";
    UnreadableHistory => "unreadable-history";
    UnreadableJournal => "unreadable-journal";
    UnreadableShard => "unreadable-shard";
    WritingFailed => "writing-failed" (why);
    WritingStoppedFailed => "writing-stopped-failed";
    WritingStoppedFull => "writing-stopped-full";
    WritingStoppedReadOnly => "writing-stopped-read-only";
    WrittenTo => "written-to" (path);
    // ── screen: added with the screens ──
    NobodyUnderCursor => "nobody-under-cursor";
    NotWorkingInPeriod => "not-working-in-period";
    ChooseValueLine => "choose-value-line";
    CardIndices => "card-indices";
    CardValues => "card-values";
    ForReferenceActing => "for-reference-acting";
    ForReferenceShort => "for-reference-short" (n);
    FilledShare => "filled-share" (share);
    RecommendationAbout => "recommendation-about" (indicator);
    NothingOpen => "nothing-open";
    OpenFollowUps => "open-follow-ups" (n);
    OpenFollowUpsOverdue => "open-follow-ups-overdue" (n, overdue);
    ChainTitle => "chain-title" (name);
    ChainEmpty => "chain-empty";
    ChainLater => "chain-later";
    GapNoRecommendation => "gap-no-recommendation";
    GapNoDecision => "gap-no-decision";
    GapNoAssignment => "gap-no-assignment";
    GapNoReport => "gap-no-report";
    GapNoLaterValue => "gap-no-later-value" (indicator);
    ChangeSince => "change-since" (change);
    SentAs => "sent-as" (number, date);
    IncomingNumber => "incoming-number" (number);
    HistoryTitle => "history-title" (cell);
    HistoryEmpty => "history-empty";
    NotInThisEdition => "not-in-this-edition";
    ScaleMethod => "scale-method";
    ScaleMeasure => "scale-measure";
    ScaleFormula => "scale-formula";
    ScaleRatio => "scale-ratio" (above, below, factor);
    ScaleOptions => "scale-options";
    ScaleInput => "scale-input";
    ScaleRule => "scale-rule";
    ScalePerUnit => "scale-per-unit" (start, points, floor, cap);
    ScaleDirect => "scale-direct" (max);
    ScaleRelative => "scale-relative";
    ScaleReached => "scale-reached";
    RangeFromTo => "range-from-to" (from, to);
    RangeFrom => "range-from" (from);
    RangeBelow => "range-below" (to);
    RangeAny => "range-any";
    ScaleMeasuredOn => "scale-measured-on" (date);
    ScaleCollected => "scale-collected";
    ScaleEvidence => "scale-evidence";
    ScaleReasons => "scale-reasons";
    BoundsHard => "bounds-hard" (range);
    BoundsSoft => "bounds-soft" (range);
    ScaleResponsible => "scale-responsible";
    ScaleOrigin => "scale-origin";
    MedianOnly => "median-only" (median);
    PointsMiddle => "points-middle" (points);
    RecordGone => "record-gone";
    ProlongedTo => "prolonged-to" (to, ground, who, on);
    LastChanged => "last-changed";
    FieldReports => "field-reports";
    FieldDecisions => "field-decisions";
    FieldState => "field-state";
    ReportAbout => "report-about";
    DocumentUses => "document-uses";
    DocumentUnused => "document-unused";
    NothingToCopy => "nothing-to-copy";
    // ── search: added with the screens ──
    SearchTitle => "search-title";
    SearchFound => "search-found" (n);
    SearchNothing => "search-nothing";
    SearchLast => "search-last" (query);
    SearchHint => "search-hint";
    // ── keys: added with the screens ──
    HelpHere => "help-here";
    NotHere => "not-here";
    NoSuchCommand => "no-such-command";
    HintChoose => "hint-choose";
    HintKeep => "hint-keep";
    HintDrop => "hint-drop";
    HintMove => "hint-move";
    HintRun => "hint-run";
    HintAccept => "hint-accept";
    // ── screen: added with the screens ──
    ScaleNeeds => "scale-needs";
    CellNotCollected => "cell-not-collected";
    // ── keys: added with the screens ──
    HelpNotHere => "help-not-here";
    // ── screen: added with the screens ──
    AssignmentNumbered => "assignment-numbered" (number);
    // ── followup: added with the screens ──
    UnsavedRestored => "unsaved-restored" (when);
    FormNothingFound => "form-nothing-found";
    FormKept => "form-kept";
    FormKeptKeys => "form-kept-keys" (back, drop);
    FormKeyAccept => "form-key-accept";
    FormKeyNext => "form-key-next";
    FormKeyLeave => "form-key-leave";
    FormKeyConfirm => "form-key-confirm";
    FormKeyOther => "form-key-other";
    FormKeyBack => "form-key-back";
    FormKeyWording => "form-key-wording";
    ConflictTheirs => "conflict-theirs" (who);
    ConflictMine => "conflict-mine";
    ConflictWriteMine => "conflict-write-mine";
    ConflictKeepTheirs => "conflict-keep-theirs";
    ConflictTheirsStay => "conflict-theirs-stay";
    TermNeedsDay => "term-needs-day";
    TermHow => "term-how";
    TermPassed => "term-passed";
    TermDayOutOfRange => "term-day-out-of-range" (last);
    WeekdayMon => "weekday-mon";
    WeekdayTue => "weekday-tue";
    WeekdayWed => "weekday-wed";
    WeekdayThu => "weekday-thu";
    WeekdayFri => "weekday-fri";
    WeekdaySat => "weekday-sat";
    WeekdaySun => "weekday-sun";
    NothingToFillIn => "nothing-to-fill-in" (whom, placeholder);
    FilledPreview => "filled-preview" (whom, text);
    RecommendationTitle => "recommendation-title" (whom);
    RecommendationsTitle => "recommendations-title" (n);
    RecommendationEditTitle => "recommendation-edit-title" (what);
    RecommendationNeedsText => "recommendation-needs-text";
    LabelRecommendation => "label-recommendation";
    LabelExpected => "label-expected";
    LabelDue => "label-due";
    LabelState => "label-state";
    ButtonWriteRecommendation => "button-write-recommendation";
    ButtonWriteRecommendations => "button-write-recommendations" (n);
    NobodyToRecommend => "nobody-to-recommend";
    // ── followup: added with the screens ──
    NewDocument => "new-document";
    NewDocumentTitle => "new-document-title";
    DocumentHow => "document-how";
    LabelDocumentKind => "label-document-kind";
    LabelNumber => "label-number";
    LabelDate => "label-date";
    LabelTitle => "label-title";
    LabelIssuer => "label-issuer";
    LabelLevel => "label-level";
    LabelDocument => "label-document";
    LabelAct => "label-act";
    LabelReason => "label-reason";
    LabelControl => "label-control";
    LabelAfter => "label-after";
    LabelDecisionTitle => "label-decision-title";
    LabelAssignmentNumber => "label-assignment-number";
    LabelAssignmentText => "label-assignment-text";
    LabelExecutors => "label-executors";
    LabelReporter => "label-reporter";
    LabelIncoming => "label-incoming";
    LabelOutgoing => "label-outgoing";
    LabelReportText => "label-report-text";
    LabelOutcome => "label-outcome";
    LabelNewTerm => "label-new-term";
    LabelGround => "label-ground";
    LabelCancelledBy => "label-cancelled-by";
    HeadingAssignment => "heading-assignment";
    ButtonAddAssignment => "button-add-assignment";
    ButtonWriteDocument => "button-write-document";
    ButtonWriteDecisionDraft => "button-write-decision-draft";
    ButtonWriteDecisionSigned => "button-write-decision-signed";
    ButtonWriteChanges => "button-write-changes";
    ButtonWriteReport => "button-write-report";
    FormKeyAddAssignment => "form-key-add-assignment";
    FormKeyRemoveAssignment => "form-key-remove-assignment";
    AssignmentNeedsText => "assignment-needs-text";
    ExecutorsHow => "executors-how";
    ExecutorIsUser => "executor-is-user";
    ExecutorIsGroup => "executor-is-group";
    GroupOf => "group-of" (n, first);
    DecisionNeedsTitle => "decision-needs-title";
    DecisionNeedsReason => "decision-needs-reason";
    NewDecisionTitle => "new-decision-title";
    DecisionTitle => "decision-title" (whom);
    DecisionTitleMarked => "decision-title-marked" (n);
    ReportTitle => "report-title" (what);
    ReportNeedsText => "report-needs-text";
    OutcomeNone => "outcome-none";
    StepSend => "step-send";
    StepControl => "step-control";
    StepDone => "step-done";
    StepPartlyDone => "step-partly-done";
    StepNotDone => "step-not-done";
    StepAssignmentDone => "step-assignment-done";
    StepAssignmentNotDone => "step-assignment-not-done";
    StepProlong => "step-prolong";
    StepRelease => "step-release";
    StepReopen => "step-reopen";
    StepSign => "step-sign";
    StepExecute => "step-execute";
    StepComplete => "step-complete";
    StepCancel => "step-cancel";
    StepNeedsNumber => "step-needs-number";
    StepNeedsReason => "step-needs-reason";
    StepNeedsAct => "step-needs-act";
    NoStepsNow => "no-steps-now";
    ReportOnWhat => "report-on-what";
    StepOfWhat => "step-of-what";
    ProlongWhat => "prolong-what";
    ReleaseWhat => "release-what";
    ReportOnAssignments => "report-on-assignments";
    ReportOnSent => "report-on-sent";
    NothingToFollow => "nothing-to-follow";
    SentIsNotChanged => "sent-is-not-changed";
    AssignmentItem => "assignment-item" (number, text);
    // ── terminal: added with the screens ──
    CannotSuspend => "cannot-suspend";
    CopyTooLong => "copy-too-long" (kilobytes, most, key);
    EngineGone => "engine-gone";
    ForeignBytes => "foreign-bytes";
    // ── cli: added with the screens ──
    CliBroken => "cli-broken" (message);
    CliBrokenReport => "cli-broken-report" (path);
    CliBrokenNoReport => "cli-broken-no-report";
    CliTerminalFailed => "cli-terminal-failed" (why);
    CliNotUtfLocale => "cli-not-utf-locale" (name);
    NoLocale => "no-locale";
    // ── screen: added with the screens ──
    ButtonAddOrganisation => "button-add-organisation";
    ButtonAppoint => "button-appoint";
    NumberIsWhole => "number-is-whole";
    HeadNow => "head-now" (head);
    LabelNewHead => "label-new-head";
    LabelLeaving => "label-leaving";
    NobodyIsVacancy => "nobody-is-vacancy";
    LabelFooting => "label-footing";
    NewPerson => "new-person";
    LabelGiven => "label-given";
    LabelPatronymic => "label-patronymic";
    NamedSchool => "named-school" (number);
    NamedGymnasium => "named-gymnasium" (number);
    NamedLyceum => "named-lyceum" (number);
    NamedKindergarten => "named-kindergarten" (number);
    // ── screen: added with the screens ──
    LabelName => "label-name";
    LabelFullName => "label-full-name";
    LabelHead => "label-head";
    LabelSurname => "label-surname";
    LabelSince => "label-since";
    // ── entry: added with the screens ──
    EntryFormsNumber => "entry-forms-number" (unit);
    EntryFormsNumerator => "entry-forms-numerator" (what, known);
    EntryFormsRatio => "entry-forms-ratio" (above, below);
    EntryFormsInput => "entry-forms-input" (what);
    EntryRestored => "entry-restored" (at);
    EntryReasonTitle => "entry-reason-title" (what);
    EntryReasonOwn => "entry-reason-own";
    EntryReasonQuestion => "entry-reason-question";
    EntryNoteTitle => "entry-note-title" (what);
    EntryNoteRequired => "entry-note-required";
    EntryNoteUnusual => "entry-note-unusual" (why);
    EntryNoteFree => "entry-note-free";
    EntrySourceTitle => "entry-source-title";
    EntrySourceQuestion => "entry-source-question";
    EntrySourceSet => "entry-source-set" (source);
    EntrySourceCleared => "entry-source-cleared";
    EntryReturnTitle => "entry-return-title";
    EntryReturnQuestion => "entry-return-question";
    EntryNoCell => "entry-no-cell";
    EntryLastRow => "entry-last-row";
    EntryNothingToSubmit => "entry-nothing-to-submit";
    EntryNotChoice => "entry-not-choice";
    EntryEvidenceTitle => "entry-evidence-title";
    EntryEvidenceNone => "entry-evidence-none";
    EntryNoUnsaved => "entry-no-unsaved";
    EntryUnsavedTitle => "entry-unsaved-title";
    EntryDropped => "entry-dropped";
    ConflictTitle => "conflict-title" (what);
    CellConflictMine => "cell-conflict-mine" (value);
    CellConflictTheirs => "cell-conflict-theirs" (value, who);
    ConflictTakeMine => "conflict-take-mine";
    ConflictTakeTheirs => "conflict-take-theirs";
    ConflictTakeNote => "conflict-take-note";
    ConflictNote => "conflict-note" (value);
    // ── screen: added with the screens ──
    FilledOf => "filled-of" (k, n);
    ScalePoints => "scale-points" (range, points);
    ScaleBelow => "scale-below" (to);
    ScaleFrom => "scale-from" (from);
    ScaleInPerUnit => "scale-in-per-unit" (start, points, floor, cap);
    ScaleInDirect => "scale-in-direct" (max);
    ScaleInRelative => "scale-in-relative";
    DetailScale => "detail-scale";
    DetailPast => "detail-past";
    DetailNote => "detail-note" (note);
    DetailSource => "detail-source" (source);
    DetailEvidence => "detail-evidence" (document);
    DetailRecommendation => "detail-recommendation";
    DetailDecision => "detail-decision";
    DetailAssignment => "detail-assignment" (number);
    DetailReport => "detail-report";
    DetailNothing => "detail-nothing";
    DetailVacancy => "detail-vacancy" (command);
    DetailNotEntered => "detail-not-entered";
    DetailNotComputed => "detail-not-computed" (why);
    MissingInput => "missing-input" (what);
    MissingPeriodBefore => "missing-period-before";
    MissingValueBefore => "missing-value-before" (period);
    MissingNotLoaded => "missing-not-loaded" (period);
    MissingReference => "missing-reference" (command);
    MissingUnreadable => "missing-unreadable" (period);
    MissingReferenceZero => "missing-reference-zero";
    DetailDelta => "detail-delta" (now, before);
    DetailBenchmark => "detail-benchmark" (own, reference);
    ConcernLow => "concern-low";
    ConcernNoDecision => "concern-no-decision" (days);
    ConcernRecommendationOverdue => "concern-recommendation-overdue";
    ConcernAssignmentOverdue => "concern-assignment-overdue";
    ConcernFollowUp => "concern-follow-up";
    ConcernReturned => "concern-returned";
    ConcernNoteMissing => "concern-note-missing";
    ConcernEvidenceMissing => "concern-evidence-missing";
    // ── followup: added with the screens ──
    PlaceIsGone => "place-is-gone";
    // ── entry: added with the screens ──
    EntryPasteLines => "entry-paste-lines" (n);
    EntryCellGone => "entry-cell-gone";
    // ── keys: added with the screens ──
    HintDown => "hint-down";
    HintRight => "hint-right";
    HintSetAside => "hint-set-aside";
    // ── followup: added with the screens ──
    UnknownPlaceholder => "unknown-placeholder" (what, known);
    // ── screen: added with the screens ──
    MarkedCount => "marked-count" (n);
    IndexIs => "index-is" (index);
    NeededFor => "needed-for" (points, needed);
    // ── screen: added with the screens ──
    PlaceOnly => "place-only" (place);
    // ── cli: added with the screens ──
    CliHeadingExamples => "cli-heading-examples";
    CliOptionClear => "cli-option-clear";
    CliExampleSetRatio => "cli-example-set-ratio";
    CliExampleSetNumerator => "cli-example-set-numerator";
    CliExampleSetPercent => "cli-example-set-percent";
    CliExampleSetNotApplicable => "cli-example-set-not-applicable";
    CliExampleSetNote => "cli-example-set-note";
    CliExampleSetClear => "cli-example-set-clear";
    CliExampleLookupName => "cli-example-lookup-name";
    CliExampleLookupNumber => "cli-example-lookup-number";
    CliExampleLookupDocument => "cli-example-lookup-document";
    CliExampleGetNumber => "cli-example-get-number";
    CliExampleGetName => "cli-example-get-name";
    CliExampleGetHead => "cli-example-get-head";
    CliExampleExport => "cli-example-export";
    CliExampleKeysOwn => "cli-example-keys-own";
    CliExampleKeysNamed => "cli-example-keys-named";
    CliVerifyHelp => "cli-verify-help";
    CliValueEmpty => "cli-value-empty";
    CliValueEmptyNext => "cli-value-empty-next";
    CliValueCleared => "cli-value-cleared" (line);
    CliValueReopened => "cli-value-reopened" (line, was);
    CliValueUnusual => "cli-value-unusual" (why);
    CliKnownDenominator => "cli-known-denominator" (parts, value);
    CliOptions => "cli-options" (options);
    CliReasonNext => "cli-reason-next";
    CliNoteNext => "cli-note-next";
    CliTroubleFullNext => "cli-trouble-full-next";
    CliTroubleFailed => "cli-trouble-failed";
    CliTroubleFailedNext => "cli-trouble-failed-next";
    // ── cli: added with the screens ──
    CliExampleSetNoData => "cli-example-set-no-data";
    // ── screen: added with the screens ──
    GoingTo => "going-to" (number);
    NoSuchNumber => "no-such-number" (number);
    // ── followup: added with the screens ──
    FormWriting => "form-writing";
    FormLeftWriting => "form-left-writing";
    KeptInListKey => "kept-in-list-key" (key);
    KeptInList => "kept-in-list";
    // ── keys: added with the screens ──
    CommandBaseQuantity => "command-base-quantity";
    CommandReference => "command-reference";
    CommandEditOrganisation => "command-edit-organisation";
    CommandAddPeriod => "command-add-period";
    CommandSettings => "command-settings";
    CommandNamed => "command-named" (title, key);
    // ── screen: added with the screens ──
    LabelWorksSince => "label-works-since";
    LabelClosedOn => "label-closed-on";
    EmptyIsAlways => "empty-is-always";
    EmptyIsOpen => "empty-is-open";
    LabelAmount => "label-amount";
    LabelPutRight => "label-put-right";
    LabelWhereFrom => "label-where-from";
    LabelFirstDay => "label-first-day";
    LabelLastDay => "label-last-day";
    LabelEntryUntil => "label-entry-until";
    LabelEdition => "label-edition";
    EmptyTakesOut => "empty-takes-out";
    EmptyIsNoDeadline => "empty-is-no-deadline";
    ButtonWriteBase => "button-write-base";
    ButtonWriteReference => "button-write-reference";
    ButtonAddPeriod => "button-add-period";
    NoBaseQuantities => "no-base-quantities";
    NoBenchmarks => "no-benchmarks";
    NoPublishedEdition => "no-published-edition";
    BaseUnknownShort => "base-unknown-short";
    BaseUnknown => "base-unknown";
    BaseNow => "base-now" (number, who);
    BaseCameWith => "base-came-with" (code);
    BaseServes => "base-serves" (period, codes);
    BaseValueChanged => "base-value-changed";
    ReferenceOfWhat => "reference-of-what";
    ReferenceNow => "reference-now" (number);
    ReferenceBefore => "reference-before" (period, number);
    ReferenceServes => "reference-serves" (what);
    ReferenceSourceHow => "reference-source-how";
    MunicipalityHow => "municipality-how";
    MunicipalityServes => "municipality-serves";
    ClosedMeans => "closed-means";
    LastPeriod => "last-period" (kind, name, dates);
    PeriodIsChosenBy => "period-is-chosen-by" (key);
    // ── cli: added with the screens ──
    CliNoOrganisations => "cli-no-organisations";
    // ── errors: added with the screens ──
    StoreFull => "store-full" (path);
    StoreFullNext => "store-full-next";
    // ── screen: added with the screens ──
    CaptionIndex => "caption-index";
    CaptionHeadShort => "caption-head-short";
    DetailEmpty => "detail-empty";
    // ── screen: added with the screens ──
    DetailReportOnRecommendation => "detail-report-on-recommendation";
    // ── followup: added with the screens ──
    FormKeyDiscard => "form-key-discard";
    FormDiscardQuestion => "form-discard-question";
    FormDiscarded => "form-discarded";
    UnsavedDropTitle => "unsaved-drop-title";
    UnsavedOfNobody => "unsaved-of-nobody";
    UnsavedAtStartKey => "unsaved-at-start-key" (n, key);
    UnsavedAtStart => "unsaved-at-start" (n);
    // ── keys: added with the screens ──
    SignDone => "sign-done";
    SignPending => "sign-pending";
    SignFailed => "sign-failed";
    SignNote => "sign-note";
    SignWarning => "sign-warning";
    SignOpen => "sign-open";
    SignRunning => "sign-running";
    SignEmpty => "sign-empty";
    SignNone => "sign-none";
    SignBreak => "sign-break";
    SignUp => "sign-up";
    SignDown => "sign-down";
    SignSame => "sign-same";
    SignCursor => "sign-cursor";
    SignCursorIdle => "sign-cursor-idle";
    SignMarked => "sign-marked";
    SignEllipsis => "sign-ellipsis";
    SignMoreAbove => "sign-more-above";
    SignMoreBelow => "sign-more-below";
    HelpSigns => "help-signs";
    KeyDigits => "key-digits";
    KeyNotApplicable => "key-not-applicable";
    KeyNoData => "key-no-data";
    HelpDigitsEnter => "help-digits-enter";
    HelpDigitsGo => "help-digits-go";
    HelpCellEnter => "help-cell-enter";
    HelpCellTab => "help-cell-tab";
    HelpCellBackTab => "help-cell-back-tab";
    HelpCellEsc => "help-cell-esc";
    HelpCellEdit => "help-cell-edit";
    HelpCellSpace => "help-cell-space";
    HelpCellNotApplicable => "help-cell-not-applicable";
    HelpCellNoData => "help-cell-no-data";
    DoesNotApplyHereWay => "does-not-apply-here-way" (what, way);
    WayRows => "way-rows";
    WayDetail => "way-detail";
    WayLists => "way-lists";
    WayMonitoring => "way-monitoring";
    WayCard => "way-card";
    WayChain => "way-chain";
    WayJournal => "way-journal";
    WayBack => "way-back";
    // ── followup: added with the screens ──
    NothingToFillInHere => "nothing-to-fill-in-here" (whom, placeholder);
    NotAName => "not-a-name" (typed);
    TermEmpty => "term-empty";
    TermUnreadable => "term-unreadable" (typed);
    DateUnreadableTyped => "date-unreadable-typed" (typed);
    // ── entry: added with the screens ──
    EntryNoLetters => "entry-no-letters";
    EntryWillAskNote => "entry-will-ask-note" (what);
    // ── cli: added with the screens ──
    CliValueReplaced => "cli-value-replaced" (value, who, when);
    // ── followup: added with the screens ──
    ValueNotEntered => "value-not-entered";
    ExecutorIsVacancy => "executor-is-vacancy" (key);
    RecommendationIsDraft => "recommendation-is-draft" (key);
    // ── entry: added with the screens ──
    EntryReplaces => "entry-replaces" (value, name, state);
    EntryNow => "entry-now" (value);
    // ── screen: added with the screens ──
    HeaderTermPassed => "header-term-passed" (kind, period, deadline, edition);
    NotComputedShort => "not-computed-short";
    // ── keys: added with the screens ──
    KeymapFaultAndMore => "keymap-fault-and-more" (first, n);
    // ── followup: added with the screens ──
    DecisionIsDraft => "decision-is-draft" (key);
    DecisionIsSigned => "decision-is-signed" (key);
    // ── cli: added with the screens ──
    CliKeymapNotUtfEight => "cli-keymap-not-utf-eight" (given, line);
    CliKeymapDenied => "cli-keymap-denied" (given);
    CliKeymapIsFolder => "cli-keymap-is-folder" (given);
    CliKeymapUnread => "cli-keymap-unread" (given, why);
    // ── cli: added with the screens ──
    CliAndMore => "cli-and-more" (n);
    CliEngineBroken => "cli-engine-broken";
    CliEngineBrokenNext => "cli-engine-broken-next";
    // ── entry: added with the screens ──
    EntryClears => "entry-clears" (value, name, state);
    EntryCleared => "entry-cleared" (value);
    // ── screen: added with the screens ──
    LeftOut => "left-out" (typed);
    // ── screen: added with the screens ──
    DigitsInDetail => "digits-in-detail" (key);
    // ── entry: added with the screens ──
    AskRestored => "ask-restored" (at);
    EntryNoteBeforeValue => "entry-note-before-value";
    EntryNoteNew => "entry-note-new";
    // ── followup: added with the screens ──
    NothingToOpenHere => "nothing-to-open-here";
    // ── screen: added with the screens ──
    PeriodTermPassed => "period-term-passed" (state, deadline);
    // ── words: added with the screens ──
    MeanOnly => "mean-only" (mean);
    MunicipalityShort => "municipality-short" (value);
    // ── screen: added with the screens ──
    EscLeadsBack => "esc-leads-back";
    // ── errors: added with the screens ──
    RefusalNoWords => "refusal-no-words" (field);
    RefusalNoWordsNext => "refusal-no-words-next";
    // ── screen: added with the screens ──
    ChainProlonged => "chain-prolonged" (ground);
    // ── journal: added with the screens ──
    CommitScopeNamed => "commit-scope-named" (count, names);
    NamesAndMore => "names-and-more" (names, n);
    // ── terminal: added with the screens ──
    CopiedPage => "copied-page";
    CopiedValues => "copied-values";
    CopiedDetail => "copied-detail";
    SentLines => "sent-lines" (what, n);
    // ── search: added with the screens ──
    FormerHead => "former-head" (organisation, date);
    // ── screen: added with the screens ──
    MarkedElsewhere => "marked-elsewhere";
    NothingUnderFilter => "nothing-under-filter";
    // ── followup: added with the screens ──
    FormSeveralFound => "form-several-found";
    // ── keys: added with the screens ──
    SignChanged => "sign-changed";
    // ── errors: added with the screens ──
    NotWrittenLost => "not-written-lost";
    NotWrittenUnreadable => "not-written-unreadable";
    NotWrittenBroken => "not-written-broken";
    WritingStoppedLost => "writing-stopped-lost";
    TroubleLost => "trouble-lost";
    TroubleLostNext => "trouble-lost-next";
    TroubleUnreadable => "trouble-unreadable";
    TroubleBroken => "trouble-broken";
    TroubleBrokenNext => "trouble-broken-next";
    // ── journal: added with the screens ──
    ChangeTo => "change-to" (after);
    RowPair => "row-pair" (left, right);
    RowDecision => "row-decision" (act);
    RowRecommendation => "row-recommendation" (what);
    RowAssignment => "row-assignment" (what);
    RowReport => "row-report" (what);
    RowAdded => "row-added";
    RowRemoved => "row-removed";
    RowImported => "row-imported";
    RowErased => "row-erased";
    RowMore => "row-more" (n);
}
