# Goals, analysis, measures, reviews of effect

## Forms

note-title = Analysis · { $direction } · { $period }
note-title-marked = Analysis · { $direction } · { $period } · values: { $n }
note-of-direction = About the direction as a whole.
label-findings = What the data show
label-causes = Causes
label-conclusions = Conclusions
button-write-note = Record the analysis
note-needs-findings = Write what the data show.
note-without-conclusions = Without conclusions this is only a table: write what follows.
note-next = Next comes a measure: { $key }.
note-of-what = Analysis of which direction
goal-title = New goal · { $direction }
goal-of-what = Goal of which direction
label-goal = Goal
label-relevance = Problems
relevance-how = why the goal is needed: the problems it answers
label-targets = Target values
targets-how = the indicator’s code, a number and a year: 6.2, 75, 2027
caption-target-indicator = indicator
caption-target-number = value
caption-target-year = year
button-write-goal = Record the goal
goal-needs-text = Write the goal.
target-unknown = The catalogue has no indicator { QUOTE($code) }. Type its code, such as 6.2.
target-number = Indicator { $code }: { $why }
target-year = Indicator { $code }: type the year in four digits, such as 2027.
activity-title = New measure
activity-title-for = New measure · { $whom }
activity-title-marked = New measure · participants: { $n }
activity-of-period = Period: { $period }.
label-activity-title = Title
label-activity-kind = Kind of measure
label-begins = First day
label-ends = Last day
one-day-is-enough = empty: one day
label-participants = Participants
participants-how = type a school or a head’s surname
label-others = Other participants
label-activity-outcome = Outcome
label-documents = Documents
label-follows-from = Follows from
direction-none = not one
activity-not-derived = The measure follows from nothing: no value, no analysis, no recommendation.
button-write-activity = Record the measure
activity-needs-title = Write what the measure is called.
held-needs-day = Say when the measure was held.
activity-next = Once it was held: { $key }.
activity-held-next = Next comes the review of effect: { $key }.
review-title = Review of effect · { $what }
label-review-indicator = By indicator
label-before = Period before
label-before-number = Value before
label-period-after = Period after
label-after-number = Value after
period-none = none
label-verdict = Verdict
label-next-step = Next
label-review-text = Explanation
button-write-review = Record the review
review-needs-verdict = Choose the verdict: with an arrow or Space.
review-needs-next = Choose what is done next: with an arrow or Space.
number-of-municipality = municipality, { $n } of { $of }
number-from-store = from the data: { $whose }
number-in-store = the data say { $number }: { $whose }
number-not-there = not in the data: { $whose }
numbers-incomparable = the indicator is reckoned otherwise, the numbers cannot be compared
effect-same = { $change }, unchanged
effect-better = { $change }, better
effect-worse = { $change }, worse
label-kept = State
kept-yes = in force
kept-no = no longer in force

## Questions and answers

choose-direction = Choose a direction.
nothing-to-analyse = There is no value here: choose a row or a direction.
review-of-what = Effect of what
nothing-to-review = There is nothing to judge: choose a measure, a recommendation or a decision.
step-hold = Held
step-cancel-activity = Cancel
step-plan-again = Plan again

## Commands

command-analyse = Note of analysis
hint-analyse = analysis
command-act = Measure
hint-act = measure
command-review = Review of effect
hint-review = effect
command-add-goal = New goal

## Links

detail-analysis = Analysis
detail-activity = Measure
detail-review = Effect
effect-both = { $indicator }: { $before } → { $after } ({ $then } → { $now })
effect-one = { $indicator }: { $number } ({ $period })
lack-grounds = no problem that it answers
lack-targets = no indicators
lack-conclusions = no conclusions
lack-consequence = nothing followed
lack-decision = no decision
lack-assignment = no assignments
lack-ground = follows from nothing
lack-participants = no participants
lack-review = effect not judged
section-goals = Goals
section-analysis = Analysis
section-recommendations = Recommendations
section-activities = Measures
section-decisions = Decisions
section-reviews = Effect
field-effect = before and after
field-lacks = lacks

## The screen Measures

command-screen-measures = Measures
screen-measures-short = Meas.
words-measures = goals, analysis, activities, effect
words-review = effect, judging a measure, what it gave
measures-parts = Cycle
caption-whom = To whom
caption-when = When
caption-take-part = Heads
caption-assignments = Assignments
caption-reviewed = What is judged
caption-before-after = Before, after
done-of = { $k } of { $n }
no-goals = There are no goals. A new one: { $key }.
no-notes = The period has no analysis. A note: { $key }.
no-advice = The period has no recommendations. One is written under a value: { $key }.
no-activities = The period has no measures. A new one: { $key }.
no-decisions = The period has no decisions. One is written under a value: { $key }.
no-reviews = No effect of the period was judged. On a measure, a recommendation or a decision: { $key }.
narrow-title = Show
narrow-nothing = Everything
narrow-all = no filter
narrow-hanging = only hanging
narrow-links = links
narrow-mine = only mine
narrow-whose = whose
standing-planned = planned
standing-under-way = under way
standing-done = done
standing-dropped = cancelled
choose-record = Choose a record in the list.
recommend-on-value = A recommendation is written under a value: open a record that names one.
card-measures = Takes part in measures: { $n }
