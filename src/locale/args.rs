//! What is put into a phrase: numbers, which choose the plural, and texts. Knows the names of arguments, not their meaning.

use std::borrow::Cow;

use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentValue};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Digits that an `f64` gives back unchanged; a longer decimal goes in as text and takes the plural of a fraction.
const SAFE_DIGITS: u32 = 15;

/// Arguments of one phrase, built by [`args!`](crate::args!).
#[derive(Debug, Default)]
pub struct Args<'a> {
    fluent: FluentArgs<'a>,
}

impl<'a> Args<'a> {
    /// No arguments.
    pub fn new() -> Self {
        Self::default()
    }

    /// Gives an argument its value; a second value for a name replaces the first.
    pub fn set(&mut self, name: &'static str, value: impl Into<ArgValue<'a>>) {
        self.fluent.set(name, value.into().0);
    }

    /// The names given.
    pub fn names(&self) -> Vec<&str> {
        self.fluent.iter().map(|(name, _)| name).collect()
    }

    /// Whether exactly these names are given, in any order.
    pub(super) fn are(&self, declared: &[&str]) -> bool {
        let given = self.names();
        given.len() == declared.len() && given.iter().all(|name| declared.contains(name))
    }

    pub(super) fn fluent(&self) -> &FluentArgs<'a> {
        &self.fluent
    }
}

/// One value: a text, a whole number or an exact decimal.
#[derive(Debug, Clone, PartialEq)]
pub struct ArgValue<'a>(FluentValue<'a>);

impl<'a> From<&'a str> for ArgValue<'a> {
    fn from(text: &'a str) -> Self {
        Self(FluentValue::String(Cow::Borrowed(text)))
    }
}

impl<'a> From<&'a String> for ArgValue<'a> {
    fn from(text: &'a String) -> Self {
        Self(FluentValue::String(Cow::Borrowed(text)))
    }
}

impl From<String> for ArgValue<'_> {
    fn from(text: String) -> Self {
        Self(FluentValue::String(Cow::Owned(text)))
    }
}

impl<'a> From<Cow<'a, str>> for ArgValue<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self(FluentValue::String(text))
    }
}

impl From<char> for ArgValue<'_> {
    fn from(letter: char) -> Self {
        Self::from(letter.to_string())
    }
}

/// A decimal chooses its plural («1,5 балла», «2,0 балла») and is written with the digits it has.
impl From<Decimal> for ArgValue<'_> {
    fn from(number: Decimal) -> Self {
        let digits = number
            .mantissa()
            .unsigned_abs()
            .checked_ilog10()
            .unwrap_or(0)
            + 1;
        match number.to_f64() {
            Some(value) if digits <= SAFE_DIGITS && number.scale() <= SAFE_DIGITS => {
                let minimum_fraction_digits =
                    (number.scale() > 0).then_some(number.scale() as usize);
                let options = FluentNumberOptions {
                    minimum_fraction_digits,
                    ..FluentNumberOptions::default()
                };
                Self(FluentValue::Number(FluentNumber::new(value, options)))
            }
            _ => Self::from(super::format::number(number)),
        }
    }
}

macro_rules! whole_numbers {
    ($($kind:ty)+) => {$(
        impl From<$kind> for ArgValue<'_> {
            fn from(number: $kind) -> Self {
                Self(FluentValue::from(number))
            }
        }
    )+};
}
whole_numbers!(u8 u16 u32 u64 usize i32 i64);

/// Arguments of a phrase: `args![n = 5, name = text]`; `args![name]` is short for `args![name = name]`.
#[macro_export]
macro_rules! args {
    (@set $args:ident) => {};
    (@set $args:ident, $name:ident = $value:expr $(, $($rest:tt)*)?) => {
        $args.set(stringify!($name), $value);
        $crate::args!(@set $args $(, $($rest)*)?);
    };
    (@set $args:ident, $name:ident $(, $($rest:tt)*)?) => {
        $args.set(stringify!($name), $name);
        $crate::args!(@set $args $(, $($rest)*)?);
    };
    (@set $args:ident,) => {};
    ($($list:tt)*) => {{
        let mut args = $crate::locale::Args::new();
        $crate::args!(@set args, $($list)*);
        args
    }};
}
