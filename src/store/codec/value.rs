//! Stored form of a cell, version 1.

use super::shape::{Number, stored, tagged};
use crate::domain::value::*;

stored! {
    Value => ValueV1 {
        entry: EntryV1, state: ValueStateV1, note: String, source: Option<SourceV1>, evidence: Option<u32>,
        follow_up: bool, self_assessment: Option<EntryV1>, entered_by: u32,
    }
    Cell => CellV1 { period: u32, indicator: u32, subject: SubjectV1 }
}

tagged! {
    Subject => SubjectV1 {
        1 = Organisation(id: u32) [Subject::Organisation(id)],
        2 = Person(id: u32) [Subject::Person(id)],
        3 = Municipality() [Subject::Municipality],
    }
    Entry => EntryV1 {
        1 = Empty() [Entry::Empty],
        2 = Number(number: Number) [Entry::Number(number)],
        3 = Ratio(numerator: Number, denominator: Number) [Entry::Ratio { numerator, denominator }],
        4 = Percent(percent: Number) [Entry::Percent(percent)],
        5 = Choice(option: u8) [Entry::Choice(option)],
        6 = NotApplicable(reason: String) [Entry::NotApplicable { reason }],
        7 = NoData(reason: String) [Entry::NoData { reason }],
    }
    Source => SourceV1 {
        1 = Text(text: String) [Source::Text(text)],
        2 = Document(id: u32) [Source::Document(id)],
    }
    ValueState => ValueStateV1 {
        1 = Entered() [ValueState::Entered],
        2 = Submitted() [ValueState::Submitted],
        3 = Approved() [ValueState::Approved],
        4 = Returned(reason: String) [ValueState::Returned { reason }],
    }
}
