//! The three sets of glyphs, as tables. Knows no styles.

use ratatui::symbols::border;

/// Which glyphs the person's font has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum GlyphSet {
    /// WGL4, which every Windows font has had since 1996: PuTTY with any font.
    #[default]
    Wgl4,
    /// Anything of one column, for terminals with good fonts.
    Full,
    /// ASCII, for the poorest.
    Ascii,
}

impl GlyphSet {
    /// All sets, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Wgl4, Self::Full, Self::Ascii];

    /// The name of a set in a settings file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Wgl4 => "wgl4",
            Self::Full => "full",
            Self::Ascii => "ascii",
        }
    }

    /// The set of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// Its glyphs.
    #[must_use]
    pub const fn glyphs(self) -> &'static Glyphs {
        match self {
            Self::Wgl4 => &WGL4,
            Self::Full => &FULL,
            Self::Ascii => &ASCII,
        }
    }
}

/// Glyphs by meaning, each exactly one column wide.
#[derive(Debug, Clone, Copy)]
pub struct Glyphs {
    /// Before the row under the cursor, in the pane that has the keys.
    pub cursor: &'static str,
    /// Before the row under the cursor of another pane.
    pub cursor_idle: &'static str,
    /// Before a marked row.
    pub marked: &'static str,
    /// Done, fulfilled, approved.
    pub done: &'static str,
    /// Under control, running.
    pub running: &'static str,
    /// A draft, not begun.
    pub open: &'static str,
    /// Not fulfilled, refused, cancelled.
    pub failed: &'static str,
    /// Overdue, out of bounds, needs attention.
    pub warning: &'static str,
    /// A value with a note, or a percent of which the parts are not known.
    pub noted: &'static str,
    /// Typed and not yet accepted.
    pub unsaved: &'static str,
    /// Handed in, waiting for approval.
    pub submitted: &'static str,
    /// Changed by somebody else at the same time: the person is to choose.
    pub changed: &'static str,
    /// Put right after the period was closed: it is not what was approved.
    pub corrected: &'static str,
    /// Sent and not yet confirmed.
    pub pending: &'static str,
    /// Changed by somebody else since one was there.
    pub fresh: &'static str,
    /// Somebody else is there.
    pub colleague: &'static str,
    /// A cell without a value.
    pub empty: &'static str,
    /// Nothing to show: no points, no change.
    pub none: &'static str,
    /// Between periods that cannot be compared, and where the head changed.
    pub break_mark: &'static str,
    /// Better or higher than before.
    pub up: &'static str,
    /// Worse or lower than before.
    pub down: &'static str,
    /// As before.
    pub same: &'static str,
    /// Something was cut off here.
    pub ellipsis: &'static str,
    /// There are rows above.
    pub more_above: &'static str,
    /// There are rows below.
    pub more_below: &'static str,
    /// From one state or link to the next.
    pub arrow: &'static str,
    /// There are columns on the left.
    pub more_left: &'static str,
    /// There are columns on the right.
    pub more_right: &'static str,
    /// Typed and not taken.
    pub refused: &'static str,
    /// Of a ratio only the percent is known.
    pub percent_only: &'static str,
    /// A long way from the others.
    pub outlier: &'static str,
    /// Takes no values any more.
    pub closed: &'static str,
    /// Between things on one line.
    pub dot: &'static str,
    /// The filled part of a bar.
    pub bar_full: &'static str,
    /// The empty part of a bar.
    pub bar_empty: &'static str,
    /// The frame of a pane or box.
    pub border: border::Set<'static>,
}

impl Glyphs {
    /// Every glyph of the set, for the tests that hold what may be in it.
    #[must_use]
    #[rustfmt::skip]
    pub fn all(&self) -> Vec<&'static str> {
        let border = &self.border;
        vec![
            self.cursor, self.cursor_idle, self.marked, self.done, self.running, self.open, self.failed, self.warning,
            self.noted, self.unsaved, self.submitted, self.changed, self.corrected, self.pending, self.fresh, self.colleague, self.empty, self.none, self.break_mark, self.up, self.down, self.same,
            self.ellipsis, self.more_above, self.more_below, self.more_left, self.more_right, self.refused, self.percent_only, self.outlier, self.closed, self.arrow, self.dot, self.bar_full, self.bar_empty,
            border.top_left, border.top_right, border.bottom_left, border.bottom_right, border.vertical_left,
            border.vertical_right, border.horizontal_top, border.horizontal_bottom,
        ]
    }
}

const WGL4: Glyphs = Glyphs {
    cursor: "►",
    cursor_idle: ">",
    marked: "■",
    done: "√",
    running: "●",
    open: "○",
    failed: "×",
    warning: "!",
    noted: "*",
    unsaved: "*",
    submitted: "↑",
    changed: "~",
    corrected: "≠",
    pending: "…",
    fresh: "»",
    colleague: "◄",
    empty: "·",
    none: "—",
    // ‖ (U+2016) is not in WGL4; the double line of the box-drawing block is.
    break_mark: "║",
    up: "▲",
    down: "▼",
    same: "=",
    ellipsis: "…",
    more_above: "↑",
    more_below: "↓",
    more_left: "◄",
    more_right: "►",
    refused: "?",
    percent_only: "≈",
    outlier: "±",
    closed: "▫",
    arrow: "→",
    dot: "·",
    bar_full: "█",
    bar_empty: "░",
    border: border::PLAIN,
};

const FULL: Glyphs = Glyphs {
    cursor: "▶",
    cursor_idle: "▷",
    done: "✓",
    failed: "✗",
    break_mark: "‖",
    ..WGL4
};

const ASCII: Glyphs = Glyphs {
    cursor: ">",
    cursor_idle: "-",
    marked: "#",
    done: "+",
    running: "o",
    open: ".",
    failed: "x",
    warning: "!",
    noted: "*",
    unsaved: "*",
    submitted: "^",
    changed: "~",
    corrected: "/",
    pending: ":",
    fresh: "&",
    colleague: "@",
    empty: ".",
    none: "-",
    break_mark: "|",
    up: "^",
    down: "v",
    same: "=",
    ellipsis: "~",
    more_above: "^",
    more_below: "v",
    more_left: "<",
    more_right: ">",
    refused: "?",
    percent_only: "%",
    outlier: "^",
    closed: "]",
    arrow: ">",
    dot: "|",
    bar_full: "#",
    bar_empty: ".",
    border: border::Set {
        top_left: "+",
        top_right: "+",
        bottom_left: "+",
        bottom_right: "+",
        vertical_left: "|",
        vertical_right: "|",
        horizontal_top: "-",
        horizontal_bottom: "-",
    },
};
