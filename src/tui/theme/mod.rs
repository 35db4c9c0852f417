//! How things look: glyphs and styles by what they mean, so that no screen names a colour or a symbol.
//!
//! Sixteen colours, bold, reverse and underline; the background stays the person's own. Must not know the environment
//! (whoever starts the interface reads it), the screens or the language.

mod glyphs;

use ratatui::style::{Color, Modifier, Style};

pub use glyphs::{GlyphSet, Glyphs};

/// What a piece of the screen means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Ordinary text and numbers.
    Text,
    /// Secondary text: units, hints in an empty pane, what is not due.
    Dim,
    /// The top line.
    Header,
    /// Title of a pane or box.
    Title,
    /// Title of the pane that has the keys.
    TitleFocused,
    /// Frames.
    Border,
    /// Names of columns and fields.
    Label,
    /// The cell or line under the cursor, in the pane that has the keys.
    Cursor,
    /// The cell or line under the cursor of another pane.
    CursorIdle,
    /// A row marked for a common action.
    Marked,
    /// A field that takes text.
    Input,
    /// Entered, not yet answered by the store.
    Pending,
    /// Changed by somebody else meanwhile.
    Conflict,
    /// Out of the usual bounds, overdue.
    Warning,
    /// Refused, failed.
    Error,
    /// Done, fulfilled, better than before.
    Good,
    /// The letters that a search found.
    Match,
    /// The name of a key in a hint.
    Key,
    /// A verb that Enter confirms.
    Button,
    /// The word «ДЕМО» and other banners over everything.
    Banner,
}

/// How many colours may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Palette {
    /// The sixteen of every terminal since the eighties.
    #[default]
    Sixteen,
    /// None: bold, reverse and underline only.
    Mono,
}

impl Palette {
    /// The palette that the environment asks for.
    ///
    /// `wish` is `SMOTR_COLOR` (`16` or `mono`) and wins; then `NO_COLOR` with any text in it, then a `TERM` that has no
    /// colours.
    #[must_use]
    pub fn choose(wish: Option<&str>, no_color: Option<&str>, term: Option<&str>) -> Self {
        match wish {
            Some("16") => return Self::Sixteen,
            Some("mono") => return Self::Mono,
            _ => {}
        }
        let refused = no_color.is_some_and(|it| !it.is_empty());
        let colourless = term.is_some_and(|it| {
            it == "dumb"
                || it.starts_with("vt1")
                || it.starts_with("vt2")
                || it.ends_with("-m")
                || it.ends_with("-mono")
        });
        if refused || colourless {
            Self::Mono
        } else {
            Self::Sixteen
        }
    }
}

/// Glyphs and colours of one run of the interface.
#[derive(Debug, Clone, Copy)]
pub struct Theme {
    /// The named glyphs.
    pub glyphs: &'static Glyphs,
    /// The colours.
    pub palette: Palette,
}

impl Default for Theme {
    fn default() -> Self {
        Self::new(GlyphSet::default(), Palette::default())
    }
}

impl Theme {
    /// A theme of one glyph set and one palette.
    #[must_use]
    pub const fn new(glyphs: GlyphSet, palette: Palette) -> Self {
        Self {
            glyphs: glyphs.glyphs(),
            palette,
        }
    }

    /// The style of a role. Roles that carry meaning differ without colour, too, or stand beside a glyph or a word.
    #[must_use]
    pub const fn style(&self, role: Role) -> Style {
        let plain = Style::new();
        let style = match role {
            // Frames and titles are plain: a colour of their own would cost a change of pen at every edge.
            Role::Text | Role::Border | Role::Title => plain,
            Role::Dim => plain.fg(Color::DarkGray),
            Role::Header => plain.fg(Color::Cyan),
            Role::Label => plain.fg(Color::Cyan),
            Role::Cursor | Role::Button => plain.add_modifier(Modifier::REVERSED),
            Role::TitleFocused | Role::CursorIdle | Role::Key => plain.add_modifier(Modifier::BOLD),
            Role::Marked => plain.fg(Color::Yellow).add_modifier(Modifier::BOLD),
            Role::Input => plain.add_modifier(Modifier::UNDERLINED),
            Role::Pending => plain.fg(Color::Cyan),
            Role::Conflict => plain.fg(Color::Magenta).add_modifier(Modifier::BOLD),
            Role::Warning => plain.fg(Color::Yellow),
            Role::Error => plain.fg(Color::LightRed).add_modifier(Modifier::BOLD),
            Role::Good => plain.fg(Color::Green),
            Role::Match => plain.fg(Color::Yellow).add_modifier(Modifier::UNDERLINED),
            Role::Banner => plain.fg(Color::Yellow).add_modifier(Modifier::REVERSED),
        };
        match self.palette {
            Palette::Sixteen => style,
            Palette::Mono => Style {
                fg: None,
                bg: None,
                ..style
            },
        }
    }
}
