//! What may be in a cell. `domain::text::clean` cleans where text enters; this is the draw layer's own question, asked of
//! every cell before it goes down the line.

/// Whether a character may be in a cell: it draws something (or marks the letter before it) and steers neither the terminal
/// nor the order of the text.
#[must_use]
pub const fn is_drawable(c: char) -> bool {
    !matches!(c,
        '\0'..='\x1f' | '\x7f'..='\u{9f}'               // C0, DEL, C1
        | '\u{ad}'                                      // soft hyphen
        | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}'
        | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{3164}' | '\u{ffa0}' // fillers that draw nothing
        | '\u{200b}'..='\u{200f}'                       // zero width, direction marks
        | '\u{2028}'..='\u{202e}'                       // line and paragraph separators, bidi embedding
        | '\u{2060}'..='\u{206f}'                       // word joiner, invisible operators, bidi isolates
        | '\u{fdd0}'..='\u{fdef}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'          // variation selectors change widths; byte order mark
        | '\u{fff0}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}'                     // tags, variation selectors supplement
    ) && (c as u32) & 0xfffe != 0xfffe
}
