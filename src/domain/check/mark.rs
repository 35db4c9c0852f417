//! Marks of what was found: two findings with one mark are about the same numbers.
//!
//! A mark is stored with what was said of the finding, so that its bytes never change: numbers without idle zeros, as text, and a hash
//! that is ours (FNV-1a). What moves without anybody touching the cell, as the middle of the others does, is not in it.

use rust_decimal::Decimal;

use super::Warning;
use crate::domain::ids::BaseQuantityId;
use crate::domain::value::Entry;

impl Warning {
    /// The mark of the finding at an entry.
    #[must_use]
    pub fn mark(&self, entry: &Entry) -> u64 {
        let mut mark = Mark::new(self.rule() as u8);
        mark.entry(entry);
        match self {
            Warning::BelowUsual { min, .. } => mark.text(&min.normalize().to_string()),
            Warning::AboveUsual { max, .. } => mark.text(&max.normalize().to_string()),
            Warning::Jump { before, period, .. } => {
                mark.text(&before.normalize().to_string());
                mark.text(&period.0.to_string());
            }
            Warning::OutsideOwn { min, max, .. } => {
                mark.text(&min.normalize().to_string());
                mark.text(&max.normalize().to_string());
            }
            Warning::BaseDiffers { first, second } => {
                for it in [Some(first), second.as_ref()].into_iter().flatten() {
                    mark.base(it.base, it.known);
                }
            }
            Warning::HalfGiven { base, known, .. } => mark.base(*base, *known),
            Warning::Copied { mark: all, .. } => mark.text(&all.to_string()),
            Warning::Outlier { .. }
            | Warning::MoreThanWhole { .. }
            | Warning::OtherMeasure
            | Warning::Impossible { .. }
            | Warning::NoCount { .. }
            | Warning::BeyondPoints { .. }
            | Warning::ZeroUnexplained
            | Warning::NoteMissing
            | Warning::EvidenceMissing => {}
        }
        mark.0
    }
}

/// A mark in the making.
pub struct Mark(u64);

impl Mark {
    /// One that begins with this byte.
    #[must_use]
    pub fn new(first: u8) -> Mark {
        let mut mark = Mark(0xcbf2_9ce4_8422_2325);
        mark.byte(first);
        mark
    }

    /// What it came to.
    #[must_use]
    pub fn end(&self) -> u64 {
        self.0
    }

    fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }

    fn base(&mut self, base: BaseQuantityId, known: Decimal) {
        self.text(&base.0.to_string());
        self.text(&known.normalize().to_string());
    }

    fn text(&mut self, text: &str) {
        text.bytes().for_each(|it| self.byte(it));
        self.byte(0);
    }

    /// Takes an entry in.
    pub fn entry(&mut self, entry: &Entry) {
        match entry {
            Entry::Empty => self.byte(1),
            Entry::Number(number) => {
                self.byte(2);
                self.text(&number.normalize().to_string());
            }
            Entry::Ratio {
                numerator,
                denominator,
            } => {
                self.byte(3);
                self.text(&numerator.normalize().to_string());
                self.text(&denominator.normalize().to_string());
            }
            Entry::Percent(percent) => {
                self.byte(4);
                self.text(&percent.normalize().to_string());
            }
            Entry::Choice(option) => {
                self.byte(5);
                self.byte(*option);
            }
            // No words: a mark is told to those from whom words are hidden, and could be guessed at.
            Entry::NotApplicable { .. } => self.byte(6),
            Entry::NoData { .. } => self.byte(7),
        }
    }

    /// Takes a number in.
    pub fn number(&mut self, number: u32) {
        self.text(&number.to_string());
    }
}
