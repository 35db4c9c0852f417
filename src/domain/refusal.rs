//! Why not, as data. The sentence a person reads is made in `locale`; nothing here is a phrase.

mod cycle;
mod field;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::ids::{
    AppointmentId, DeputyId, EditionId, OrganisationId, PeriodId, PersonId, Seq, UserId,
};
use super::people::{OrganisationKind, Role};
use super::record::{Key, Record};
use super::state::Stamp;
use super::value::Cell;

pub use cycle::CycleRefusal;
pub use field::Field;

/// Why a command was not carried out. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Refusal {
    /// Somebody changed the record since it was seen. An answer, not an error: it carries the other version.
    Conflict {
        /// Which record.
        key: Key,
        /// What is there now; `None` if it was taken back.
        theirs: Option<Box<Record>>,
        /// By whom and when; `None` if it was taken back.
        stamp: Option<Stamp>,
    },
    /// The period is closed or not yet open.
    PeriodClosed {
        /// Which.
        period: PeriodId,
    },
    /// The period takes no more entries: the last day for them has passed.
    DeadlinePassed {
        /// Which.
        period: PeriodId,
        /// Whose values; `None` for the municipality's own.
        organisation: Option<OrganisationId>,
        /// The last day.
        until: NaiveDate,
        /// Who may give more time.
        may: Who,
    },
    /// A period of the kind has some of these days already.
    PeriodOverlaps {
        /// Its name.
        with: String,
    },
    /// Values are there already, so that the edition changes by moving the period to it.
    MoveInstead {
        /// Which.
        period: PeriodId,
    },
    /// The period is on review and the value approved: it is changed once it was sent back, or by the head of department.
    UnderReview {
        /// Which value.
        cell: Cell,
        /// Who may send it back.
        may: Who,
    },
    /// Not everything is ready for the period to be closed, and nobody has said that it is closed all the same.
    Unready {
        /// Which.
        period: PeriodId,
        /// How many things.
        things: usize,
    },
    /// Rules of high importance have found something, and nobody has put it right or confirmed it: the period is not closed before.
    Unconfirmed {
        /// Which.
        period: PeriodId,
        /// How many findings.
        things: usize,
    },
    /// The period is open: its values are put right by entering them.
    StillOpen {
        /// Which.
        period: PeriodId,
    },
    /// A closing is to be taken back: results were made with it, and they go only by opening the period again, with a reason.
    ClosingStands {
        /// Which.
        period: PeriodId,
    },
    /// A closing or a scoring anew is to be done again, and what it came to is not what the period comes to today.
    ResultsDiffer {
        /// Which.
        period: PeriodId,
        /// Whether it is closed, and would be scored anew.
        closed: bool,
    },
    /// There is no published edition that the period could be moved to.
    NoOtherEdition {
        /// Which.
        period: PeriodId,
    },
    /// The values of the period are not in memory. For the engine: load them and decide again.
    NotLoaded {
        /// Which.
        period: PeriodId,
    },
    /// The user lacks a role or the scope.
    Denied {
        /// The role it takes.
        needs: Role,
        /// The user has it, but not for this direction or organisation.
        outside: bool,
        /// Who may.
        may: Who,
    },
    /// The user sees masks where names and texts are, and the command would write over what they do not see, or make a record
    /// of such texts. An administrator gives the right.
    NamesHidden,
    /// Where two persons are available nobody approves what they entered.
    OwnEntry {
        /// Which cell.
        cell: Cell,
        /// Who may.
        may: Who,
    },
    /// Somebody stands in for the head on some of these days.
    AlreadyStoodIn {
        /// Which deputation it is.
        by: DeputyId,
    },
    /// Only a head of department has a deputy.
    NotHead {
        /// Who is none.
        user: UserId,
    },
    /// A person does not stand in for themselves.
    OwnDeputy,
    /// The user is no longer admitted.
    Retired {
        /// Who.
        user: UserId,
    },
    /// The record does not exist.
    Missing {
        /// Which.
        key: Key,
    },
    /// The key is taken already.
    Taken {
        /// Which.
        key: Key,
    },
    /// The record is not one of those that live under such a key.
    WrongKind {
        /// Which.
        key: Key,
    },
    /// Something still refers to the record, so its creation can't be taken back.
    InUse {
        /// Which.
        key: Key,
        /// By what.
        by: Key,
    },
    /// The entry does not fit the indicator's measure.
    WrongMeasure {
        /// Which cell.
        cell: Cell,
    },
    /// The cell is computed and takes no entry.
    Computed {
        /// Which cell.
        cell: Cell,
    },
    /// The indicator is not collected for this subject.
    NotCollected {
        /// Which cell.
        cell: Cell,
    },
    /// A ratio with denominator 0.
    ZeroDenominator,
    /// A part must be a whole number.
    NotWhole {
        /// The number given.
        number: Decimal,
    },
    /// A number outside of what is possible.
    OutOfRange {
        /// The number given.
        number: Decimal,
        /// Least possible.
        min: Option<Decimal>,
        /// Greatest possible.
        max: Option<Decimal>,
    },
    /// A share with a numerator greater than its denominator.
    PartExceedsWhole {
        /// Above the line.
        numerator: Decimal,
        /// Below it.
        denominator: Decimal,
    },
    /// No such option.
    NoSuchOption {
        /// How many there are.
        options: usize,
    },
    /// «н/п» and «нет данных» need a reason.
    ReasonRequired,
    /// The value needs a note: expert points of 0, or the indicator asks for one.
    NoteRequired {
        /// Which cell.
        cell: Cell,
    },
    /// A field must not be empty.
    Empty {
        /// Which field.
        field: Field,
    },
    /// A field that explains or names something has not a letter in it.
    NoWords {
        /// Which field.
        field: Field,
    },
    /// A text is too long.
    TooLong {
        /// Which field.
        field: Field,
        /// Characters allowed.
        max: usize,
        /// Characters given.
        given: usize,
    },
    /// A number has more decimals than are reckoned with.
    TooManyDecimals {
        /// The field that says how many are shown, where it is that one; `None`: the number itself.
        field: Option<Field>,
        /// How many there may be.
        max: usize,
    },
    /// A list is too long.
    TooMany {
        /// Which field.
        field: Field,
        /// How many there may be.
        max: usize,
        /// How many there are.
        given: usize,
    },
    /// A text holds characters that a screen can't show.
    Unprintable {
        /// Which field.
        field: Field,
    },
    /// A date that comes too early: a term before the document, a report before the assignment.
    DateBefore {
        /// Which field.
        field: Field,
        /// The date given.
        given: NaiveDate,
        /// The earliest possible.
        earliest: NaiveDate,
    },
    /// A date that comes too late: something done tomorrow.
    DateAfter {
        /// Which field.
        field: Field,
        /// The date given.
        given: NaiveDate,
        /// The latest possible.
        latest: NaiveDate,
    },
    /// The step does not lead on from the present state.
    WrongState {
        /// Which record.
        key: Key,
    },
    /// A value can't be submitted while it is empty.
    NothingToSubmit {
        /// Which cell.
        cell: Cell,
    },
    /// An act without date or number can't be what a decision is signed as.
    IncompleteDocument {
        /// Which of the two, the date first.
        lacks: Field,
    },
    /// Another organisation of the kind has the number.
    DuplicateNumber {
        /// The kind.
        kind: OrganisationKind,
        /// The number.
        number: u32,
        /// Who has it.
        holder: OrganisationId,
    },
    /// Somebody else is appointed there on some of these days.
    Overlapping {
        /// By which appointment.
        by: AppointmentId,
        /// Who.
        person: PersonId,
        /// First day.
        from: NaiveDate,
        /// Last day, inclusive; `None` while in office.
        to: Option<NaiveDate>,
    },
    /// The organisation works no longer on that day.
    OrganisationClosed {
        /// Which.
        organisation: OrganisationId,
        /// Its last day.
        closed: NaiveDate,
    },
    /// Whoever is said to have headed an organisation in a period never did, by the appointments or by its results.
    NeverHeaded {
        /// Who.
        person: PersonId,
        /// What.
        organisation: OrganisationId,
        /// When.
        period: PeriodId,
    },
    /// An organisation would be merged into itself, by way of others or at once.
    MergedInCircle {
        /// Into which.
        into: OrganisationId,
    },
    /// Nobody in the reserve is their own mentor.
    OwnMentor,
    /// A field that is used as it is.
    Fixed {
        /// Which field.
        field: Field,
        /// By what.
        by: Key,
    },
    /// Another period has the name.
    DuplicatePeriod {
        /// The name.
        name: String,
    },
    /// Nobody could administer the store any more.
    LastAdministrator,
    /// Whoever administers the store sees names: users and heads are records of people, and they come and go whole.
    AdministratorSeesNames,
    /// A published edition is never written again.
    EditionPublished,
    /// The edition has faults that must be mended before it is published.
    EditionUnfit {
        /// Which.
        edition: EditionId,
        /// Where the first of them is.
        at: Key,
        /// How many there are.
        faults: usize,
    },
    /// Another edition knows what is to be removed, and values may stand under it: it can be retired.
    RetireInstead {
        /// What is to be removed.
        key: Key,
        /// Where it is known.
        by: Key,
    },
    /// The period has values: it is moved to another edition, not bound to it.
    PeriodHasValues {
        /// Which.
        period: PeriodId,
    },
    /// There is nothing to take back.
    NothingToUndo,
    /// There is nothing to do again.
    NothingToRedo,
    /// The commit to be taken back is no longer in the journal's reach.
    TooOld {
        /// Which.
        seq: Seq,
    },
    /// The commit to be taken back held data of a person that was erased.
    Erased {
        /// Which.
        seq: Seq,
    },
    /// The person's data was erased before.
    PersonErased {
        /// Whose.
        person: PersonId,
    },
    /// Somebody signs in as the person whose data is to be erased.
    PersonUses {
        /// The user.
        user: UserId,
    },
    /// The reason for erasing a name says the name, and is kept.
    NameInReason,
    /// More than the store takes: a record that is too long, or a change as a whole.
    TooLarge {
        /// The record; `None` where it is the change as a whole.
        key: Option<Key>,
        /// Most bytes of one record.
        limit: usize,
    },
    /// The command changes nothing.
    NoChange,
    /// Something of the cycle stands in the way.
    Cycle(CycleRefusal),
}

/// Who may do what was refused: a few of them, and how many more there are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Who {
    /// The first of them.
    pub named: Vec<Able>,
    /// How many more.
    pub more: usize,
}

impl Who {
    /// How many are named.
    pub const NAMED: usize = 3;

    /// Of all of them.
    pub fn of(all: impl IntoIterator<Item = Able>) -> Who {
        let mut all = all.into_iter();
        Who {
            named: all.by_ref().take(Who::NAMED).collect(),
            more: all.count(),
        }
    }

    /// Whether there is nobody.
    #[must_use]
    pub fn is_nobody(&self) -> bool {
        self.named.is_empty()
    }
}

/// A user who may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Able {
    /// Who.
    pub user: UserId,
    /// Until when, where the right comes of standing in for a head of department.
    pub until: Option<NaiveDate>,
}
