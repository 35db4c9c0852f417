//! Numbers that stand for organisations: drawn, so that neither the real number nor the order of entering shows in them.

use std::sync::Arc;

use crate::domain::ids::OrganisationId;

/// Ids are drawn among their likes: up to two digits, three, four. So a number stays when organisations are added.
const BLOCKS: [(u32, u32); 3] = [(1, 99), (100, 999), (1_000, 9_999)];

/// The number of each id, at its place. Ids beyond the last block keep theirs: nobody has ten thousand schools.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Numbers(Arc<[u32]>);

impl Numbers {
    /// Draws them. The same seed draws the same ones, for ever.
    pub fn drawn(seed: [u8; 16]) -> Numbers {
        let mut dice = Dice::of(seed);
        let mut drawn = vec![0];
        for (first, last) in BLOCKS {
            let mut block: Vec<u32> = (first..=last).collect();
            for place in (1..block.len()).rev() {
                block.swap(place, dice.below(place as u64 + 1));
            }
            drawn.extend(block);
        }
        Numbers(drawn.into())
    }

    /// The number of an organisation.
    pub fn of(&self, id: OrganisationId) -> u32 {
        let drawn = self.0.get(id.0 as usize).copied();
        drawn.filter(|it| *it > 0).unwrap_or(id.0)
    }
}

/// SplitMix64. Written out because what it draws may never change.
struct Dice(u64);

impl Dice {
    fn of(seed: [u8; 16]) -> Dice {
        let seed = u128::from_be_bytes(seed);
        let mut dice = Dice((seed >> 64) as u64);
        let high = dice.next();
        Dice(high ^ seed as u64)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut it = self.0;
        it = (it ^ (it >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        it ^ (it >> 31)
    }

    fn below(&mut self, bound: u64) -> usize {
        (self.next() % bound) as usize
    }
}
