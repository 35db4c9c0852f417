//! The texts that the panes show, as they lie ready for drawing.
//!
//! Owns their shape only; `panes` fills them.

use super::Leader;
use crate::domain::ids::{DirectionId, IndicatorId};
use crate::domain::record::Key;
use crate::domain::value::Cell;
use crate::tui::command::table::CommandId;
use crate::tui::text;
use crate::tui::theme::Role;

/// What an item of a list is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemKey {
    /// A direction.
    Direction(DirectionId),
    /// An indicator.
    Indicator(IndicatorId),
    /// A leader.
    Leader(Leader),
}

/// An item of one of the two lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListItem {
    /// What it is.
    pub key: ItemKey,
    /// Its code or number, the beginning of the text.
    pub code: String,
    /// Code and name.
    pub text: String,
    /// The same in fewer columns, for when the whole does not fit: without initials.
    pub short: String,
    /// What stands on the right; in fewer columns, if it does not fit beside the text.
    pub right: [String; 2],
    /// How the right looks.
    pub tone: Role,
}

impl ListItem {
    /// Whether a typed number means this item: its code, the code without the direction's, or the number in its name.
    #[must_use]
    pub fn answers_to(&self, typed: &str) -> bool {
        self.code == typed || self.code.rsplit('.').next() == Some(typed)
    }
}

/// A row of the right-hand pane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowItem {
    /// The leader it is about.
    pub leader: Leader,
    /// The indicator it is about.
    pub indicator: IndicatorId,
    /// Its cell; `None` where a personal indicator meets a vacancy.
    pub cell: Option<Cell>,
    /// Name of the organisation; code and name of the indicator when turned round.
    pub name: String,
    /// Name of the head; unit when turned round.
    pub head: String,
    /// The same in fewer columns: without initials, without the date.
    pub head_short: String,
    /// How the head looks: a vacancy or an acting head is dimmed.
    pub head_tone: Role,
    /// The value.
    pub value: String,
    /// A shorter word for it, where there is one.
    pub value_short: Option<String>,
    /// Whether it is one of several wordings, which may begin alike.
    pub worded: bool,
    /// How it looks.
    pub value_tone: Role,
    /// «2 из 3», and in fewer columns «2/3».
    pub points: [String; 2],
    /// «+4,1».
    pub change: String,
    /// How the change looks.
    pub change_tone: Role,
    /// Signs of state, note, attention.
    pub signs: String,
    /// Whether something can be entered.
    pub enterable: bool,
    /// Whether the cell can be entered and is not.
    pub waits_for_entry: bool,
    /// Whether it needs attention.
    pub attention: bool,
}

/// A line of the detail, in parts of one look each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DetailLine {
    /// Text and look.
    pub parts: Vec<(String, Role)>,
    /// The record that Enter opens, if the line is about one.
    pub opens: Option<Key>,
    /// What Enter does where the line is about no record: changes the value, shows the scale.
    pub does: Option<CommandId>,
}

/// The columns that the texts of the rows would like to have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Widths {
    /// Names of organisations or indicators.
    pub name: u16,
    /// Names of heads, or units.
    pub head: u16,
    /// Values.
    pub value: u16,
    /// Points, long and short.
    pub points: [u16; 2],
    /// Changes.
    pub change: u16,
}

impl Widths {
    /// Of these rows under these captions.
    #[must_use]
    pub fn of(rows: &[RowItem], captions: &[String; 5]) -> Widths {
        let widest = |caption: usize, of: fn(&RowItem) -> &str| {
            let caption = captions.get(caption).map_or(0, |it| text::width(it));
            let rows = rows.iter().map(|it| text::width(of(it)));
            u16::try_from(rows.fold(caption, usize::max)).unwrap_or(u16::MAX)
        };
        Widths {
            name: widest(0, |it| &it.name),
            head: widest(1, |it| &it.head),
            value: widest(2, |it| &it.value),
            points: [widest(3, |it| &it.points[0]), widest(3, |it| &it.points[1])],
            change: widest(4, |it| &it.change),
        }
    }
}

/// What the panes show.
#[derive(Clone, Debug, Default)]
pub struct Panes {
    /// Titles of the three panes.
    pub titles: [String; 3],
    /// What the column on the right of the two lists holds, beside their titles; empty where it says so itself.
    pub units: [String; 2],
    /// What stands on the lower edges of the two lists: how much of the chosen direction is entered.
    pub feet: [String; 2],
    /// Items of the left pane.
    pub first: Vec<ListItem>,
    /// Items of the middle pane.
    pub second: Vec<ListItem>,
    /// Rows of the right-hand pane.
    pub rows: Vec<RowItem>,
    /// Lines above the rows that do not scroll: about the indicator, about the municipality.
    pub about: Vec<String>,
    /// Names of the columns.
    pub captions: [String; 5],
    /// How wide the columns would like to be.
    pub widths: Widths,
    /// Why a pane is empty and what to press.
    pub why_empty: [String; 3],
    /// Title of the detail.
    pub detail_title: String,
    /// Lines of the detail.
    pub detail: Vec<DetailLine>,
    /// The top line of the screen.
    pub header: String,
}
