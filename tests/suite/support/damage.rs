//! What may become of the bytes of a file: cut, zeroed, overwritten, flipped, longer, shorter.

/// Spoils bytes, which are not empty; what was done, in words.
pub fn spoil(rng: &mut fastrand::Rng, bytes: &mut Vec<u8>) -> String {
    let at = rng.usize(..bytes.len());
    let most = [64, 512, 4096][rng.usize(..3)];
    let end = (at + 1 + rng.usize(..most)).min(bytes.len());
    let how = match rng.u8(..9) {
        0 => {
            bytes.truncate(at);
            "cut"
        }
        1 => {
            let more = 1 + rng.usize(..600);
            bytes.extend((0..more).map(|_| rng.u8(..)));
            "longer"
        }
        2 => {
            drop(bytes.drain(at..end));
            "shorter"
        }
        3 => {
            bytes[at..end].fill(0);
            "zeroed"
        }
        4 => {
            bytes[at..end].fill_with(|| rng.u8(..));
            "overwritten"
        }
        5 => {
            let copied = bytes[at..end].to_vec();
            bytes.splice(at..at, copied);
            "doubled"
        }
        _ => {
            bytes[at] ^= 1 << rng.u8(..8);
            "flipped"
        }
    };
    format!("{how} at {at}..{end}")
}
