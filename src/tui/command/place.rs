//! Where the person is, and in which places something applies. Must not know what there is to be done in them.

/// Where the person is: a pane, or what lies above the panes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// Мониторинг: the pane of directions.
    Directions,
    /// Мониторинг: the pane of indicators.
    Indicators,
    /// Мониторинг: the pane of leaders, each with the value of the chosen indicator.
    Rows,
    /// Мониторинг: the detail of a value below the panes.
    Detail,
    /// The screen Ввод: the sheet of cells.
    Grid,
    /// The screen Цикл.
    Cycle,
    /// The screen Каталог.
    Catalogue,
    /// The screen Журнал.
    Journal,
    /// The screen Меры.
    Measures,
    /// The screen Требует внимания.
    Attention,
    /// The card of a head.
    Card,
    /// The chain of a value or an organisation.
    Chain,
    /// The history of a cell.
    History,
    /// The full definition of an indicator with its scale.
    Scale,
    /// What an edition would do to a period.
    Impact,
    /// Two editions side by side.
    Comparison,
    /// What a closed period came to, head by head.
    Results,
    /// What the rules find in a period.
    Findings,
    /// What keeps a period from being closed.
    Readiness,
    /// How far the collecting of a period is.
    Collecting,
    /// The evaluation sheet of a head.
    Sheet,
    /// A page to be read: help, the page without frames.
    Page,
    /// A form: its fields take text.
    Form,
    /// Any other open text editor: the entry of a value, the search box, the palette, a filter.
    Text,
}

impl Place {
    /// Every place, in the order of the enum.
    pub const ALL: &[Place] = &[
        Place::Directions,
        Place::Indicators,
        Place::Rows,
        Place::Detail,
        Place::Grid,
        Place::Cycle,
        Place::Catalogue,
        Place::Journal,
        Place::Measures,
        Place::Attention,
        Place::Card,
        Place::Chain,
        Place::History,
        Place::Scale,
        Place::Impact,
        Place::Comparison,
        Place::Results,
        Place::Findings,
        Place::Readiness,
        Place::Collecting,
        Place::Sheet,
        Place::Page,
        Place::Form,
        Place::Text,
    ];

    /// Whether what is typed here is text: letters are not commands.
    #[must_use]
    pub fn takes_text(self) -> bool {
        matches!(self, Place::Form | Place::Text)
    }
}

/// Where a command applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Places {
    /// Everywhere, with a text editor open too.
    Always,
    /// Everywhere but in an open text editor.
    Everywhere,
    /// In these places.
    In(&'static [Place]),
}

impl Places {
    /// Whether a place is among them.
    #[must_use]
    pub fn contains(self, place: Place) -> bool {
        match self {
            Places::Always => true,
            Places::Everywhere => !place.takes_text(),
            Places::In(places) => places.contains(&place),
        }
    }
}
