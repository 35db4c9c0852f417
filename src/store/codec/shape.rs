//! How domain types become stored ones and back: the trait, the plain types, and the three macros that write the tables.
//! Owns the conversions of numbers, dates and ids; which fields a record has on disk is said in the files beside.
//!
//! Stored types are their own: a field added to a domain type does not compile until somebody decides here how it is stored.
//! Numbers of enum variants are written by us in [`codes!`] and [`tagged!`], are never reused and never change their meaning.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::domain::ids;

/// Stored bytes that say what cannot be, e.g. an enum variant without that number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Bad(pub String);

/// A domain type that has a stored form.
pub trait Stored: Sized {
    /// The stored form.
    type Disk;
    /// Makes the stored form.
    fn store(&self) -> Self::Disk;
    /// Reads the stored form.
    fn load(disk: Self::Disk) -> Result<Self, Bad>;
}

macro_rules! same {
    ($($type:ty)*) => {$(impl Stored for $type {
        type Disk = $type;
        fn store(&self) -> $type { self.clone() }
        fn load(disk: $type) -> Result<Self, Bad> { Ok(disk) }
    })*};
}
same! { bool u8 u16 u32 u64 i128 String [u8; 16] }

macro_rules! ids {
    ($($id:ident)*) => {$(impl Stored for ids::$id {
        type Disk = u32;
        fn store(&self) -> u32 { self.0 }
        fn load(disk: u32) -> Result<Self, Bad> { Ok(Self(disk)) }
    })*};
}
ids! {
    EditionId DirectionId IndicatorId BaseQuantityId PeriodId OrganisationId PersonId UserId
    RecommendationId DecisionId AssignmentId DocumentId RequirementId AppointmentId
    SectionId RoundId NoteId ActivityId
}

impl<T: Stored> Stored for Option<T> {
    type Disk = Option<T::Disk>;

    fn store(&self) -> Self::Disk {
        self.as_ref().map(T::store)
    }

    fn load(disk: Self::Disk) -> Result<Self, Bad> {
        disk.map(T::load).transpose()
    }
}

impl<T: Stored> Stored for Vec<T> {
    type Disk = Vec<T::Disk>;

    fn store(&self) -> Self::Disk {
        self.iter().map(T::store).collect()
    }

    fn load(disk: Self::Disk) -> Result<Self, Bad> {
        disk.into_iter().map(T::load).collect()
    }
}

impl<T: Stored> Stored for Box<T> {
    type Disk = T::Disk;

    fn store(&self) -> Self::Disk {
        T::store(self)
    }

    fn load(disk: Self::Disk) -> Result<Self, Bad> {
        T::load(disk).map(Box::new)
    }
}

/// A civil date: days since 1970-01-01.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Day(i32);

/// 1970-01-01, counted from the first day of the first year.
const EPOCH: i32 = 719_163;

impl Stored for NaiveDate {
    type Disk = Day;

    fn store(&self) -> Day {
        Day(chrono::Datelike::num_days_from_ce(self) - EPOCH)
    }

    fn load(Day(days): Day) -> Result<Self, Bad> {
        let date = days
            .checked_add(EPOCH)
            .and_then(NaiveDate::from_num_days_from_ce_opt);
        date.ok_or_else(|| Bad(format!("no date {days} days from 1970")))
    }
}

/// An exact decimal: mantissa and number of decimal places. Two bytes for small numbers.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Number(i128, u8);

impl Number {
    /// Whether it is this number, whatever zeros it ends in.
    pub fn is(&self, number: Decimal) -> bool {
        let Number(mantissa, scale) = *self;
        Decimal::try_from_i128_with_scale(mantissa, u32::from(scale)) == Ok(number)
    }
}

impl Stored for Decimal {
    type Disk = Number;

    fn store(&self) -> Number {
        // A scale is at most 28.
        Number(self.mantissa(), self.scale() as u8)
    }

    fn load(Number(mantissa, scale): Number) -> Result<Self, Bad> {
        Decimal::try_from_i128_with_scale(mantissa, u32::from(scale))
            .map_err(|_| Bad(format!("no decimal {mantissa} with {scale} places")))
    }
}

/// Names of the variants that have a number on disk, for the test that wants an example of each.
pub trait Variants {
    /// Their names, in the order of the table.
    const NAMES: &'static [&'static str];
}

/// A record and its stored form, field by field.
macro_rules! stored {
    ($($domain:ident => $disk:ident { $($field:ident: $type:ty),* $(,)? })*) => {$(
        #[derive(Debug, serde::Serialize, serde::Deserialize)]
        pub struct $disk { $($field: $type),* }

        impl $crate::store::codec::shape::Stored for $domain {
            type Disk = $disk;

            fn store(&self) -> $disk {
                let $domain { $($field),* } = self;
                $disk { $($field: $crate::store::codec::shape::Stored::store($field)),* }
            }

            fn load(disk: $disk) -> Result<Self, $crate::store::codec::shape::Bad> {
                let $disk { $($field),* } = disk;
                Ok($domain { $($field: $crate::store::codec::shape::Stored::load($field)?),* })
            }
        }
    )*};
}
pub(super) use stored;

/// An enum without fields and its numbers.
macro_rules! codes {
    ($($domain:ident { $($code:literal = $variant:ident),* $(,)? })*) => {$(
        impl $crate::store::codec::shape::Stored for $domain {
            type Disk = u8;

            fn store(&self) -> u8 {
                match self { $($domain::$variant => $code),* }
            }

            fn load(disk: u8) -> Result<Self, $crate::store::codec::shape::Bad> {
                match disk {
                    $($code => Ok($domain::$variant),)*
                    _ => Err($crate::store::codec::shape::Bad(format!("{} has no {disk}", stringify!($domain)))),
                }
            }
        }

        impl $crate::store::codec::shape::Variants for $domain {
            const NAMES: &'static [&'static str] = &[$(stringify!($variant)),*];
        }
    )*};
}
pub(super) use codes;

/// An enum with fields as it is on disk: each variant is its number and then its fields.
macro_rules! tags {
    ($($disk:ident {
        $($code:literal = $variant:ident($($field:ident: $type:ty),*)),* $(,)?
    })*) => {$(
        #[derive(Debug)]
        pub enum $disk { $($variant($($type),*)),* }

        impl serde::Serialize for $disk {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeTuple as _;
                match self {$(
                    $disk::$variant($($field),*) => {
                        let fields: &[&str] = &[$(stringify!($field)),*];
                        let mut tuple = serializer.serialize_tuple(1 + fields.len())?;
                        tuple.serialize_element::<u8>(&$code)?;
                        $(tuple.serialize_element($field)?;)*
                        tuple.end()
                    }
                )*}
            }
        }

        impl<'de> serde::Deserialize<'de> for $disk {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Visitor;
                impl<'de> serde::de::Visitor<'de> for Visitor {
                    type Value = $disk;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str(stringify!($disk))
                    }

                    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut seq: A) -> Result<$disk, A::Error> {
                        let code: u8 = $crate::store::codec::shape::element(&mut seq)?;
                        match code {
                            $($code => {
                                $(let $field: $type = $crate::store::codec::shape::element(&mut seq)?;)*
                                Ok($disk::$variant($($field),*))
                            })*
                            _ => Err(serde::de::Error::custom(format_args!("{} has no {code}", stringify!($disk)))),
                        }
                    }
                }
                // The longest variant: how many elements follow is known only when the number is read.
                deserializer.deserialize_tuple($crate::store::codec::shape::MOST_FIELDS, Visitor)
            }
        }
    )*};
}
pub(super) use tags;

/// The same with the domain's type, whose form is in brackets, as pattern and expression.
macro_rules! tagged {
    ($($domain:ident => $disk:ident {
        $($code:literal = $variant:ident($($field:ident: $type:ty),*) [$($form:tt)*]),* $(,)?
    })*) => {$(
        $crate::store::codec::shape::tags! {
            $disk { $($code = $variant($($field: $type),*)),* }
        }

        impl $crate::store::codec::shape::Stored for $domain {
            type Disk = $disk;

            fn store(&self) -> $disk {
                match self {$(
                    $($form)* => $disk::$variant($($crate::store::codec::shape::Stored::store($field)),*),
                )*}
            }

            fn load(disk: $disk) -> Result<Self, $crate::store::codec::shape::Bad> {
                match disk {$(
                    $disk::$variant($($field),*) => {
                        $(let $field = $crate::store::codec::shape::Stored::load($field)?;)*
                        Ok($($form)*)
                    }
                )*}
            }
        }

        impl $crate::store::codec::shape::Variants for $domain {
            const NAMES: &'static [&'static str] = &[$(stringify!($variant)),*];
        }
    )*};
}
pub(super) use tagged;

/// Elements that a variant may have on disk, its number included.
pub const MOST_FIELDS: usize = 8;

/// The next element of a sequence that must have one.
pub fn element<'de, A: serde::de::SeqAccess<'de>, T: Deserialize<'de>>(
    seq: &mut A,
) -> Result<T, A::Error> {
    seq.next_element()?
        .ok_or_else(|| serde::de::Error::custom("a field is missing"))
}
