//! What is wrong with the scoring of an indicator, of whatever kind: a scale that does not fit its measure, points out of reach,
//! points against the better direction.

use rust_decimal::Decimal;

use super::bands::rows_of;
use super::defects::{Defect, Severity, defects};
use super::table::{Table, Values};
use crate::domain::catalogue::{Band, Better, Indicator, Measure, Scoring};
use crate::domain::text::fold;

/// What is wrong with a scoring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// Bands: see there. Rows are the bands, from the lowest.
    Bands(Defect),
    /// The measure gives an option and the scale wants a number, or the other way round.
    WrongMeasure,
    /// There are not as many points as options.
    OptionCount {
        /// Options of the measure.
        options: usize,
        /// Points of the scale.
        points: usize,
    },
    /// Every option, or every possible value, has the same points.
    NeverMoves {
        /// Those points.
        points: Decimal,
    },
    /// Of yes and no the one has more points that is worse.
    YesNoAgainst {
        /// Higher: yes is better.
        better: Better,
    },
    /// The most points are not above 0: the indicator would count in no index.
    NothingToGain {
        /// The most points.
        most: Decimal,
    },
    /// The fewest points are more than the most.
    FloorAboveCap {
        /// The fewest.
        floor: Decimal,
        /// The most.
        cap: Decimal,
    },
    /// The points at 0 are not between the fewest and the most.
    StartOutside {
        /// Points at 0.
        start: Decimal,
        /// The fewest.
        floor: Decimal,
        /// The most.
        cap: Decimal,
    },
    /// What makes the value worse adds points.
    PointsAgainst {
        /// The better direction.
        better: Better,
    },
    /// The most points are reached at no possible value.
    CapOutOfReach {
        /// The most points.
        cap: Decimal,
        /// The most that a possible value has.
        reached: Decimal,
    },
    /// The number is the points, and the bounds allow another greatest number.
    DirectBounds {
        /// The most points.
        max: Decimal,
        /// The greatest number that the bounds allow.
        hard_max: Decimal,
    },
    /// Less is better and the best value can be 0: then it has 100 and all others 0.
    BestMayBeZero,
    /// Values below 0 are possible, and all have 0.
    BelowZeroIsZero,
}

impl Misfit {
    /// Whether the scoring can stay so.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Misfit::Bands(it) => it.severity(),
            Misfit::YesNoAgainst { .. }
            | Misfit::PointsAgainst { .. }
            | Misfit::CapOutOfReach { .. }
            | Misfit::DirectBounds { .. }
            | Misfit::NeverMoves { .. }
            | Misfit::BestMayBeZero
            | Misfit::BelowZeroIsZero => Severity::Remark,
            _ => Severity::Fault,
        }
    }
}

/// Everything that is wrong with how an indicator is scored.
#[must_use]
pub fn misfits(it: &Indicator) -> Vec<Misfit> {
    match (&it.scoring, Values::of(it)) {
        (Scoring::Options(points), None) => options(it, points),
        (Scoring::Options(_), Some(_)) | (_, None) => vec![Misfit::WrongMeasure],
        (Scoring::Bands(bands), Some(values)) => of_bands(bands, values, it.better),
        (Scoring::Printed(lines), Some(values)) => {
            let table = Table::printed(lines, values, it.better);
            defects(&table).into_iter().map(Misfit::Bands).collect()
        }
        (
            Scoring::PerUnit {
                start,
                points,
                floor,
                cap,
            },
            Some(values),
        ) => PerUnit {
            start: *start,
            points: *points,
            floor: *floor,
            cap: *cap,
        }
        .misfits(&values, it.better),
        (Scoring::Direct { max }, Some(values)) => direct(*max, &values, it.better),
        (Scoring::Relative, Some(values)) => relative(&values, it.better),
    }
}

fn of_bands(bands: &[Band], values: Values, better: Better) -> Vec<Misfit> {
    let table = Table {
        rows: rows_of(bands, &values),
        values,
        better,
    };
    defects(&table).into_iter().map(Misfit::Bands).collect()
}

fn nothing_to_gain(most: Decimal) -> Option<Misfit> {
    (most <= Decimal::ZERO).then_some(Misfit::NothingToGain { most })
}

fn options(it: &Indicator, points: &[Decimal]) -> Vec<Misfit> {
    let Measure::Choice { options } = &it.measure else {
        return vec![Misfit::WrongMeasure];
    };
    let mut out = Vec::new();
    if options.len() != points.len() {
        out.push(Misfit::OptionCount {
            options: options.len(),
            points: points.len(),
        });
    }
    let (Some(most), Some(least)) = (points.iter().max(), points.iter().min()) else {
        return out;
    };
    out.extend(nothing_to_gain(*most));
    if most == least {
        out.push(Misfit::NeverMoves { points: *most });
    }
    let of = |word: &str| {
        let at = options.iter().position(|it| fold(it.trim()) == word)?;
        points.get(at)
    };
    if let (Some(yes), Some(no), 2) = (of("да"), of("нет"), options.len()) {
        let against = match it.better {
            Better::Higher => yes < no,
            Better::Lower => yes > no,
        };
        if against {
            out.push(Misfit::YesNoAgainst { better: it.better });
        }
    }
    out
}

/// Points for every unit, from `start` at 0, kept within `floor` and `cap`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PerUnit {
    /// Points at 0.
    pub start: Decimal,
    /// Points added per unit.
    pub points: Decimal,
    /// Fewest points.
    pub floor: Decimal,
    /// Most points.
    pub cap: Decimal,
}

impl PerUnit {
    /// The value at which the fewest points are reached; `None` where the value moves nothing.
    #[must_use]
    pub fn floor_at(&self) -> Option<Decimal> {
        self.value_at(self.floor)
    }

    /// The value at which the most points are reached; `None` where the value moves nothing.
    #[must_use]
    pub fn cap_at(&self) -> Option<Decimal> {
        self.value_at(self.cap)
    }

    fn value_at(&self, points: Decimal) -> Option<Decimal> {
        let way = points.checked_sub(self.start)?;
        way.checked_div(self.points).map(|it| it.normalize())
    }

    /// Points at a value, or beyond all values on the side on which no bound stands.
    fn points_at(&self, value: Option<Decimal>, upward: bool) -> Decimal {
        let free = value.and_then(|it| self.start.checked_add(self.points.checked_mul(it)?));
        let endless = match self.points.cmp(&Decimal::ZERO) {
            std::cmp::Ordering::Equal => self.start,
            std::cmp::Ordering::Greater if upward => self.cap,
            std::cmp::Ordering::Less if !upward => self.cap,
            _ => self.floor,
        };
        free.unwrap_or(endless).max(self.floor).min(self.cap)
    }

    fn misfits(&self, values: &Values, better: Better) -> Vec<Misfit> {
        let (floor, cap, start) = (self.floor, self.cap, self.start);
        let mut out: Vec<Misfit> = nothing_to_gain(cap).into_iter().collect();
        if floor > cap {
            out.push(Misfit::FloorAboveCap { floor, cap });
            return out;
        }
        if start < floor || cap < start {
            out.push(Misfit::StartOutside { start, floor, cap });
        }
        let ends = [
            self.points_at(values.min, false),
            self.points_at(values.max, true),
        ];
        let [low, high] = ends;
        if low == high {
            out.push(Misfit::NeverMoves { points: low });
            return out;
        }
        let against = match better {
            Better::Higher => low > high,
            Better::Lower => low < high,
        };
        if against {
            out.push(Misfit::PointsAgainst { better });
        }
        let reached = low.max(high);
        if reached < cap {
            out.push(Misfit::CapOutOfReach { cap, reached });
        }
        out
    }
}

fn direct(max: Decimal, values: &Values, better: Better) -> Vec<Misfit> {
    let mut out: Vec<Misfit> = nothing_to_gain(max).into_iter().collect();
    if let Some(hard_max) = values.max.filter(|it| *it != max) {
        out.push(Misfit::DirectBounds { max, hard_max });
    }
    if better == Better::Lower {
        out.push(Misfit::PointsAgainst { better });
    }
    out
}

fn relative(values: &Values, better: Better) -> Vec<Misfit> {
    let zero = Decimal::ZERO;
    let mut out = Vec::new();
    if better == Better::Lower && values.min.is_none_or(|it| it <= zero) {
        out.push(Misfit::BestMayBeZero);
    }
    if better == Better::Higher && values.min.is_none_or(|it| it < zero) {
        out.push(Misfit::BelowZeroIsZero);
    }
    out
}
