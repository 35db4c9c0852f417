//! Places that several commands share. Must not know the commands.

use super::place::{Place, Places};

/// The panes of Мониторинг.
pub(super) const PANES: Places = Places::In(&[
    Place::Directions,
    Place::Indicators,
    Place::Rows,
    Place::Detail,
]);
/// Where cells are walked over, with what is told of the one under the cursor.
pub(super) const OVER_CELLS: Places = Places::In(&[
    Place::Directions,
    Place::Indicators,
    Place::Rows,
    Place::Detail,
    Place::Grid,
]);
/// Where the next thing to be done is jumped to.
pub(super) const JUMPED: Places = Places::In(&[
    Place::Directions,
    Place::Indicators,
    Place::Rows,
    Place::Detail,
    Place::Grid,
    Place::Cycle,
]);
/// Where organisations are whom something is asked of: the one under the cursor, or the marked ones.
pub(super) const ASKED: Places = Places::In(&[
    Place::Directions,
    Place::Indicators,
    Place::Rows,
    Place::Detail,
    Place::Grid,
    Place::Collecting,
]);
/// Where more of what is shown can be told.
pub(super) const EXPANDED: Places = Places::In(&[
    Place::Directions,
    Place::Indicators,
    Place::Rows,
    Place::Detail,
    Place::Grid,
    Place::Findings,
]);
/// Where lines can be marked.
pub(super) const MARKED: Places = Places::In(&[
    Place::Rows,
    Place::Grid,
    Place::Cycle,
    Place::Findings,
    Place::Readiness,
    Place::Collecting,
]);
/// Where a note belongs to what is under the cursor.
pub(super) const NOTED: Places = Places::In(&[
    Place::Rows,
    Place::Detail,
    Place::Card,
    Place::Grid,
    Place::Findings,
    Place::Attention,
]);
/// Where one direction is looked at after another.
pub(super) const TURNING: Places = Places::In(&[
    Place::Grid,
    Place::Findings,
    Place::Readiness,
    Place::Measures,
]);
/// The sheet.
pub(super) const GRID: Places = Places::In(&[Place::Grid]);
/// Where there is a period to look at, or one was made just now.
pub(super) const PERIODS: Places = Places::In(&[
    Place::Directions,
    Place::Indicators,
    Place::Rows,
    Place::Detail,
    Place::Card,
    Place::Chain,
    Place::Catalogue,
    Place::Grid,
    Place::Measures,
    Place::Attention,
]);
/// Where there is a period to look at, or a round of assessment.
pub(super) const CHOSEN: Places = Places::In(&[
    Place::Directions,
    Place::Indicators,
    Place::Rows,
    Place::Detail,
    Place::Card,
    Place::Chain,
    Place::Cycle,
    Place::Catalogue,
    Place::Grid,
]);
/// Where one turns to the period before or after.
pub(super) const TURNED: Places = Places::In(&[
    Place::Directions,
    Place::Indicators,
    Place::Rows,
    Place::Detail,
    Place::Card,
    Place::Chain,
    Place::Impact,
    Place::Cycle,
    Place::Grid,
    Place::Measures,
]);
/// Where a value is under the cursor.
pub(super) const VALUES: Places = Places::In(&[
    Place::Rows,
    Place::Detail,
    Place::Card,
    Place::Grid,
    Place::Attention,
]);
/// Where a document belongs to what is under the cursor: a value, a requirement, or it is the document.
pub(super) const CITED: Places = Places::In(&[
    Place::Rows,
    Place::Detail,
    Place::Card,
    Place::Chain,
    Place::Grid,
    Place::Cycle,
    Place::Catalogue,
    Place::Attention,
]);
/// Where something is emptied: a value, or what was said of a finding.
pub(super) const CLEARED: Places = Places::In(&[
    Place::Rows,
    Place::Detail,
    Place::Card,
    Place::Grid,
    Place::Findings,
    Place::Attention,
]);
/// Where a row of values is chosen, whichever pane has the keys.
pub(super) const CELLS: Places = Places::In(&[
    Place::Directions,
    Place::Indicators,
    Place::Rows,
    Place::Detail,
    Place::Card,
    Place::Grid,
]);
/// Where a base quantity is that what is under the cursor rests on.
pub(super) const BASED: Places = Places::In(&[
    Place::Directions,
    Place::Indicators,
    Place::Rows,
    Place::Detail,
    Place::Card,
    Place::Grid,
    Place::Findings,
]);
/// Where a head objects: to a line of the sheet they were given too.
pub(super) const OBJECTED: Places = Places::In(&[
    Place::Directions,
    Place::Indicators,
    Place::Rows,
    Place::Detail,
    Place::Card,
    Place::Sheet,
    Place::Grid,
    Place::Attention,
]);
/// Where rows or cells can be marked, and many of them entered at once.
pub(super) const MARKS: Places = Places::In(&[Place::Rows, Place::Grid]);
/// Where values are handed in, approved and sent back: a value, those of marked rows, or all of an organisation.
pub(super) const HANDED: Places = Places::In(&[
    Place::Rows,
    Place::Detail,
    Place::Card,
    Place::Grid,
    Place::Collecting,
    Place::Readiness,
    Place::Attention,
]);
/// Where something is noted of organisations: of the one under the cursor, or of the marked ones.
pub(super) const COLLECTED: Places = Places::In(&[
    Place::Directions,
    Place::Indicators,
    Place::Rows,
    Place::Detail,
    Place::Card,
    Place::Chain,
    Place::Grid,
    Place::Collecting,
    Place::Attention,
]);
/// Where a recommendation, a decision or an assignment is under the cursor.
pub(super) const FOLLOW_UP: Places = Places::In(&[
    Place::Rows,
    Place::Detail,
    Place::Card,
    Place::Chain,
    Place::Grid,
    Place::Measures,
    Place::Attention,
]);
/// Where something is advised or decided about what is under the cursor.
pub(super) const ADVISED: Places = Places::In(&[
    Place::Rows,
    Place::Grid,
    Place::Detail,
    Place::Card,
    Place::Chain,
    Place::Measures,
    Place::Attention,
]);
/// Where something is said of a value or of a direction as a whole, or done about it.
pub(super) const ANALYSED: Places = Places::In(&[
    Place::Directions,
    Place::Indicators,
    Place::Rows,
    Place::Detail,
    Place::Card,
    Place::Chain,
    Place::Grid,
    Place::Cycle,
    Place::Measures,
]);
/// Where an organisation or its head is under the cursor, of the pane that has the keys or of the one on the right.
pub(super) const LEADERS: Places = Places::In(&[
    Place::Directions,
    Place::Indicators,
    Place::Rows,
    Place::Detail,
    Place::Chain,
    Place::Card,
    Place::Catalogue,
    Place::Journal,
    Place::Results,
    Place::Grid,
    Place::Measures,
    Place::Attention,
]);
/// Where somebody is under the cursor whose card can be shown.
pub(super) const CARDS: Places = Places::In(&[
    Place::Directions,
    Place::Indicators,
    Place::Rows,
    Place::Detail,
    Place::Chain,
    Place::Card,
    Place::Catalogue,
    Place::Journal,
    Place::Impact,
    Place::Results,
    Place::Grid,
    Place::Collecting,
    Place::Readiness,
    Place::Measures,
    Place::Attention,
]);
/// The screen of the cycle.
pub(super) const CYCLE: Places = Places::In(&[Place::Cycle]);
/// Where records stand in a list of their own that is added to.
pub(super) const ADDED: Places = Places::In(&[Place::Cycle, Place::Catalogue, Place::Measures]);
/// Where the catalogue is written.
pub(super) const CATALOGUE: Places = Places::In(&[Place::Catalogue]);
/// Where a row of panes, of the catalogue or of the journal can be narrowed.
pub(super) const LISTS: Places = Places::In(&[
    Place::Directions,
    Place::Indicators,
    Place::Rows,
    Place::Catalogue,
    Place::Journal,
    Place::Grid,
    Place::Findings,
    Place::Readiness,
    Place::Collecting,
    Place::Measures,
    Place::Attention,
]);
