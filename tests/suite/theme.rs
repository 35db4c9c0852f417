//! Glyph sets and styles.

use ratatui::style::{Color, Modifier};
use smotr::tui::text::width;
use smotr::tui::theme::{GlyphSet, Palette, Role, Theme};

/// Windows Glyph List 4.0, as ranges of code points.
#[rustfmt::skip]
const WGL4: &[(u32, u32)] = &[
    (0x20, 0x7e), (0xa0, 0x17f), (0x192, 0x192), (0x1fa, 0x1ff), (0x2c6, 0x2c7), (0x2c9, 0x2c9), (0x2d8, 0x2dd),
    (0x384, 0x38a), (0x38c, 0x38c), (0x38e, 0x3a1), (0x3a3, 0x3ce), (0x400, 0x45f), (0x490, 0x491), (0x1e80, 0x1e85),
    (0x1ef2, 0x1ef3), (0x2013, 0x2015), (0x2017, 0x201e), (0x2020, 0x2022), (0x2026, 0x2026), (0x2030, 0x2030),
    (0x2032, 0x2033), (0x2039, 0x203a), (0x203c, 0x203c), (0x203e, 0x203e), (0x2044, 0x2044), (0x207f, 0x207f),
    (0x20a3, 0x20a4), (0x20a7, 0x20a7), (0x20ac, 0x20ac), (0x2105, 0x2105), (0x2113, 0x2113), (0x2116, 0x2116),
    (0x2122, 0x2122), (0x2126, 0x2126), (0x212e, 0x212e), (0x215b, 0x215e), (0x2190, 0x2195), (0x21a8, 0x21a8),
    (0x2202, 0x2202), (0x2206, 0x2206), (0x220f, 0x220f), (0x2211, 0x2212), (0x2215, 0x2215), (0x2219, 0x221a),
    (0x221e, 0x221f), (0x2229, 0x2229), (0x222b, 0x222b), (0x2248, 0x2248), (0x2260, 0x2261), (0x2264, 0x2265),
    (0x2302, 0x2302), (0x2310, 0x2310), (0x2320, 0x2321), (0x2500, 0x2500), (0x2502, 0x2502), (0x250c, 0x250c),
    (0x2510, 0x2510), (0x2514, 0x2514), (0x2518, 0x2518), (0x251c, 0x251c), (0x2524, 0x2524), (0x252c, 0x252c),
    (0x2534, 0x2534), (0x253c, 0x253c), (0x2550, 0x256c), (0x2580, 0x2580), (0x2584, 0x2584), (0x2588, 0x2588),
    (0x258c, 0x258c), (0x2590, 0x2593), (0x25a0, 0x25a1), (0x25aa, 0x25ac), (0x25b2, 0x25b2), (0x25ba, 0x25ba),
    (0x25bc, 0x25bc), (0x25c4, 0x25c4), (0x25ca, 0x25cb), (0x25cf, 0x25cf), (0x25d8, 0x25d9), (0x25e6, 0x25e6),
    (0x263a, 0x263c), (0x2640, 0x2640), (0x2642, 0x2642), (0x2660, 0x2660), (0x2663, 0x2663), (0x2665, 0x2666),
    (0x266a, 0x266b), (0xfb01, 0xfb02),
];

#[test]
fn the_default_set_is_what_windows_fonts_guarantee() {
    assert_eq!(GlyphSet::default(), GlyphSet::Wgl4);
    for glyph in GlyphSet::Wgl4.glyphs().all() {
        for c in glyph.chars() {
            let c = u32::from(c);
            assert!(
                WGL4.iter().any(|&(from, to)| (from..=to).contains(&c)),
                "{glyph} is not in WGL4"
            );
        }
    }
}

#[test]
fn the_poorest_set_is_ascii() {
    for glyph in GlyphSet::Ascii.glyphs().all() {
        assert!(
            glyph.bytes().all(|it| it.is_ascii_graphic()),
            "{glyph} is not ASCII"
        );
    }
}

#[test]
fn every_glyph_is_one_column() {
    for set in GlyphSet::ALL {
        for glyph in set.glyphs().all() {
            assert_eq!(width(glyph), 1, "{glyph} of {}", set.name());
        }
    }
}

#[test]
fn states_differ_within_a_set() {
    for set in GlyphSet::ALL {
        let g = set.glyphs();
        for group in [
            vec![g.cursor, g.cursor_idle, g.marked],
            vec![g.done, g.running, g.open, g.failed, g.warning],
            vec![g.noted, g.submitted, g.changed, g.warning],
            vec![g.up, g.down, g.same, g.none],
            vec![g.bar_full, g.bar_empty],
        ] {
            let mut unique = group.clone();
            unique.sort_unstable();
            unique.dedup();
            assert_eq!(unique.len(), group.len(), "{group:?} of {}", set.name());
        }
    }
}

#[test]
fn sets_are_found_by_name() {
    for set in GlyphSet::ALL {
        assert_eq!(GlyphSet::named(set.name()), Some(set));
    }
    assert_eq!(GlyphSet::named("emoji"), None);
}

#[rustfmt::skip]
const ROLES: [Role; 20] = [
    Role::Text, Role::Dim, Role::Header, Role::Title, Role::TitleFocused, Role::Border, Role::Label, Role::Cursor,
    Role::CursorIdle, Role::Marked, Role::Input, Role::Pending, Role::Conflict, Role::Warning, Role::Error, Role::Good,
    Role::Match, Role::Key, Role::Button, Role::Banner,
];

#[test]
fn styles_are_sixteen_colours_and_three_attributes() {
    let theme = Theme::default();
    let allowed = Modifier::BOLD | Modifier::REVERSED | Modifier::UNDERLINED;
    for role in ROLES {
        let style = theme.style(role);
        assert!(allowed.contains(style.add_modifier), "{role:?}");
        assert_eq!(
            style.bg, None,
            "{role:?} paints over the person's background"
        );
        assert!(
            !matches!(style.fg, Some(Color::Rgb(..) | Color::Indexed(_))),
            "{role:?}"
        );
    }
}

#[test]
fn mono_has_no_colour_and_keeps_the_cursor() {
    let theme = Theme::new(GlyphSet::Wgl4, Palette::Mono);
    for role in ROLES {
        assert_eq!(
            (theme.style(role).fg, theme.style(role).bg),
            (None, None),
            "{role:?}"
        );
    }
    assert_ne!(theme.style(Role::Cursor), theme.style(Role::Text));
    assert_ne!(theme.style(Role::Cursor), theme.style(Role::CursorIdle));
    assert_ne!(theme.style(Role::TitleFocused), theme.style(Role::Title));
    assert_ne!(theme.style(Role::Input), theme.style(Role::Text));
    assert_ne!(theme.style(Role::Error), theme.style(Role::Text));
}

#[test]
fn the_environment_chooses_the_palette() {
    for (wish, no_color, term, expected) in [
        (None, None, Some("xterm-256color"), Palette::Sixteen),
        (None, Some(""), Some("xterm"), Palette::Sixteen),
        (None, Some("1"), Some("xterm"), Palette::Mono),
        (Some("16"), Some("1"), Some("dumb"), Palette::Sixteen),
        (Some("mono"), None, Some("xterm"), Palette::Mono),
        (Some("pink"), None, Some("xterm"), Palette::Sixteen),
        (None, None, Some("dumb"), Palette::Mono),
        (None, None, Some("linux"), Palette::Sixteen),
        (None, None, Some("vt100"), Palette::Mono),
        (None, None, None, Palette::Sixteen),
    ] {
        assert_eq!(
            Palette::choose(wish, no_color, term),
            expected,
            "{wish:?} {no_color:?} {term:?}"
        );
    }
}
