//! Text for the person's clipboard by way of the terminal (OSC 52, write only).
//!
//! Nobody answers whether it arrived: PuTTY has no OSC 52, tmux wants `set-clipboard on`. So it is said as «отправлено
//! терминалу», and there is a plain page to select from beside it.

/// Bytes of base64 above which terminals begin to drop the whole sequence.
pub const MOST: usize = 8 * 1_024;

/// The text is longer than terminals take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{bytes} bytes of base64, more than {MOST}")]
pub struct TooLong {
    /// Its size as base64.
    pub bytes: usize,
}

/// The bytes that put `text` into the clipboard; `in_tmux` (`$TMUX` is set) has them passed through to the terminal outside.
///
/// # Errors
/// [`TooLong`] above [`MOST`].
pub fn copy(text: &str, in_tmux: bool) -> Result<Vec<u8>, TooLong> {
    let encoded = base64(text.as_bytes());
    if encoded.len() > MOST {
        return Err(TooLong {
            bytes: encoded.len(),
        });
    }
    Ok(if in_tmux {
        // Within the wrap every ESC is doubled.
        format!("\x1bPtmux;\x1b\x1b]52;c;{encoded}\x07\x1b\\").into_bytes()
    } else {
        format!("\x1b]52;c;{encoded}\x1b\\").into_bytes()
    })
}

/// Standard base64 with padding.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let bits = three
            .iter()
            .fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte))
            << (8 * (3 - three.len()));
        for digit in 0..4 {
            let index = (bits >> (18 - 6 * digit)) as usize & 63;
            let filled = digit <= three.len();
            out.push(if filled {
                DIGITS.get(index).copied().map_or('=', char::from)
            } else {
                '='
            });
        }
    }
    out
}
