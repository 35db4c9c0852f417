//! Stored form of recommendations, decisions, assignments and reports, version 1.

use super::shape::{Day, stored, tagged};
use super::value::CellV1;
use crate::domain::followup::*;

stored! {
    Addressee => AddresseeV1 { organisation: u32, person: Option<u32> }
    Prolongation => ProlongationV1 { to: Day, ground: String, by: u32, on: Day }
    Sent => SentV1 { number: String, date: Day }
    Recommendation => RecommendationV1 {
        addressees: Vec<AddresseeV1>, period: u32, ground: Option<CellV1>, text: String, expected: String, due: DueV1,
        prolongations: Vec<ProlongationV1>, state: RecommendationStateV1, sent: Option<SentV1>, closed_on: Option<Day>,
    }
    Decision => DecisionV1 {
        title: String, period: u32, grounds: Vec<CellV1>, recommendations: Vec<u32>, reason: String,
        document: Option<u32>, control: String, state: DecisionStateV1,
    }
    Assignment => AssignmentV1 {
        decision: u32, number: String, text: String, executors: Vec<ExecutorV1>, due: DueV1,
        prolongations: Vec<ProlongationV1>, state: AssignmentStateV1,
    }
    Report => ReportV1 {
        on: ReportOnV1, executor: Option<u8>, date: Day, number: String, text: String, document: Option<u32>,
    }
}

tagged! {
    Due => DueV1 {
        1 = On(date: Day) [Due::On(date)],
        2 = Quarterly(day: u32) [Due::Quarterly(day)],
        3 = Monthly(day: u32) [Due::Monthly(day)],
        4 = Standing() [Due::Standing],
    }
    RecommendationState => RecommendationStateV1 {
        1 = Draft() [RecommendationState::Draft],
        2 = Sent() [RecommendationState::Sent],
        3 = Controlled() [RecommendationState::Controlled],
        4 = Done() [RecommendationState::Done],
        5 = PartlyDone() [RecommendationState::PartlyDone],
        6 = NotDone() [RecommendationState::NotDone],
        7 = Released(reason: String) [RecommendationState::Released { reason }],
    }
    DecisionState => DecisionStateV1 {
        1 = Draft() [DecisionState::Draft],
        2 = Signed() [DecisionState::Signed],
        3 = InExecution() [DecisionState::InExecution],
        4 = Executed() [DecisionState::Executed],
        5 = Cancelled(by: String) [DecisionState::Cancelled { by }],
    }
    Executor => ExecutorV1 {
        1 = Head(addressee: AddresseeV1) [Executor::Head(addressee)],
        2 = User(user: u32) [Executor::User(user)],
        3 = Post(text: String) [Executor::Post(text)],
        4 = Group(organisations: Vec<u32>) [Executor::Group(organisations)],
    }
    AssignmentState => AssignmentStateV1 {
        1 = Controlled() [AssignmentState::Controlled],
        2 = DoneInTime(on: Day) [AssignmentState::DoneInTime { on }],
        3 = DoneLate(on: Day) [AssignmentState::DoneLate { on }],
        4 = NotDone() [AssignmentState::NotDone],
        5 = Released(reason: String, by: u32) [AssignmentState::Released { reason, by }],
    }
    ReportOn => ReportOnV1 {
        1 = Assignment(id: u32) [ReportOn::Assignment(id)],
        2 = Recommendation(id: u32) [ReportOn::Recommendation(id)],
    }
}
