//! Stored form of sections, rounds, goals, notes of analysis, activities and reviews, version 1.

use super::evidence::TrackV1;
use super::followup::AddresseeV1;
use super::shape::{Day, Number, codes, stored, tagged};
use super::value::CellV1;
use crate::domain::activity::*;
use crate::domain::cycle::*;

stored! {
    Section => SectionV1 { code: String, title: String, tracks: Vec<SectionTrackV1>, retired: bool }
    SectionTrack => SectionTrackV1 { track: TrackV1, title: String, stages: Vec<u8> }
    Round => RoundV1 { section: u32, year: u16, state: RoundStateV1, copied_from: Option<u32> }
    Goal => GoalV1 {
        direction: u32, text: String, grounds: String, targets: Vec<TargetV1>, document: Option<u32>, retired: bool,
    }
    Target => TargetV1 { indicator: u32, number: Number, year: u16 }
    AnalysisNote => AnalysisNoteV1 {
        direction: u32, period: u32, on: Day, about: Vec<CellV1>, findings: String, causes: String, conclusions: String,
        document: Option<u32>, retired: bool,
    }
    Activity => ActivityV1 {
        kind: u8, title: String, period: u32, direction: Option<u32>, from: Option<Day>, to: Option<Day>, state: ActivityStateV1,
        participants: Vec<AddresseeV1>, others: String, outcome: String, documents: Vec<u32>, notes: Vec<u32>,
        recommendations: Vec<u32>, about: Vec<CellV1>,
    }
    Review => ReviewV1 {
        on: ReviewOnV1, indicator: Option<u32>, before: Option<MeasuredV1>, after: Option<MeasuredV1>, verdict: u8, next: u8,
        text: String, date: Day, document: Option<u32>,
    }
    Measured => MeasuredV1 { period: u32, number: Number }
}

codes! {
    ActivityKind {
        1 = Contest, 2 = ReserveProgramme, 3 = AppointmentSystem, 4 = Internship, 5 = Network, 6 = DevelopmentProgrammes,
    }
    Verdict { 1 = Effective, 2 = Partly, 3 = Ineffective, 4 = TooEarly }
    NextStep { 1 = Continue, 2 = Adjust, 3 = Stop }
}

tagged! {
    RoundState => RoundStateV1 {
        1 = Open() [RoundState::Open],
        2 = Submitted(on: Day, number: String) [RoundState::Submitted { on, number }],
    }
    ActivityState => ActivityStateV1 {
        1 = Planned() [ActivityState::Planned],
        2 = Held() [ActivityState::Held],
        3 = Cancelled(reason: String) [ActivityState::Cancelled { reason }],
    }
    ReviewOn => ReviewOnV1 {
        1 = Activity(id: u32) [ReviewOn::Activity(id)],
        2 = Recommendation(id: u32) [ReviewOn::Recommendation(id)],
        3 = Decision(id: u32) [ReviewOn::Decision(id)],
    }
}
