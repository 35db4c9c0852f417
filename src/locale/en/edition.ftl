### An edition of the catalogue in the hands of an administrator: forms, tree, remarks, publishing

## Tree and list

edition-is-published = The edition is published: make the change in a new edition. { $key } copies this one.
edition-faults = keeps from publishing: { $n }
edition-remarks = to check: { $n }
edition-sound = nothing to remark
edition-foot = { $counted } · { $key } — list
edition-foot-sound = { $counted } · { $key } — publish
edition-published-foot = published · { $way }
row-has-faults = fault
row-has-remarks = to check
already-first = It is the first already.
already-last = It is the last already.

## Forms: common

form-whole-number = A whole number is needed.
form-key-add-row = one more row
form-key-remove-row = remove the row
help-form-button = It is recorded with its remarks, too; they only keep it from being published.
label-code = Code
label-short = Short title
label-weight = Weight
caption-from = from
caption-level = level
weights-will-be = the direction comes to { $sum }
weights-of-all-will-be = all together come to { $sum }

## Edition

new-edition = New edition of the catalogue
edition-needs-title = Give the edition a title: without one drafts cannot be told apart.
new-edition-like = New edition: a copy ({ $from })
button-add-edition = Add the edition
button-copy-edition = Make the copy
label-edition-number = Number
label-adopted = Adopted
label-in-force = In force from
label-applies-from = Applies from
label-completeness = Completeness, %
label-min-months = Months in office
label-levels = Levels of the index
edition-needs-number = The edition needs a number: a whole one above 0.
edition-begun-next = { $open } edits, { $scale } opens the scale, { $publish } publishes
adopted-as-dated = as the document: { $date }
level-needs-number = Level { QUOTE($level) }: the first column needs the number at which it begins.
level-very-high = very high
level-high = high
level-sufficient = sufficient
level-reduced = reduced
level-low = low
help-edition-number = Everybody sees the edition under this number: “ed. 3”. No number stands twice.
help-edition-title = What the act calls the list of indicators.
help-edition-act = The act that approves indicators and scales. Find it by number or words; if it is not there yet, type its number and take the last line.
help-edition-adopted = Date of the act. The year may be left out: 01.06.
help-edition-in-force = The day from which the act is in force.
help-edition-applies-from = Periods that begin on this day or later are measured by this edition. Past ones keep their own.
help-edition-completeness = How many per cent of the indicators must be filled in for a level and a place. Usually 70.
help-edition-months = Months of a period that a head must be in office to have a place. Below that the index is shown for reference.
help-edition-levels = From which index a level holds, and its name. The last one begins at 0. The order of rows does not matter.

## Direction

new-direction = New direction
button-write-direction = Record the direction
help-direction-code = Number of the direction in the act, 6 for example. Indicators have it before the point (6.2).
help-direction-title = The full title, as in the act.
help-direction-short = Title for narrow places: a word or two, whole.
help-direction-weight = Share of the direction in the overall index. All directions together come to 100.

## Indicator

new-indicator = New indicator
new-indicator-like = New indicator: like { $like }
button-write-indicator = Record the indicator
button-add-wording = Add a wording
heading-indicator = Indicator
heading-measure = How it is measured
heading-scale = Scale
heading-checks = Bounds and checks
heading-collecting = Collecting
heading-origin = Origin
heading-wording = Wording for recommendations
label-direction = Direction
label-about = Describes
label-measure = Measured as
label-decimals = Decimal places
label-better = What is better
label-whole = Whole only
label-numerator = Numerator
label-denominator = Denominator
label-part-base = base quantity
label-part-whole = whole only
label-factor = Factor
label-options = Options
label-from = From what
label-input = Indicator
label-own-input = What is entered
label-method = Method
label-hard-min = Possible from
label-hard-max = Possible up to
label-soft-min = Usual from
label-soft-max = Usual up to
label-jump = Jump above
label-note-rule = Note
label-evidence-required = Needs a document
label-instruction = What to check
label-periodicity = Collected
label-roll-up = Year from parts
label-measured-on = On which day
label-kinds = Kinds of organisation
label-reasons = Reasons for n/a
label-responsible = Who collects
label-origin = Where it is from
label-origin-note = More on that
label-wording-points = Up to points
label-wording-text = Recommendation
wording-needs-text = Write the recommendation, or clear the points.
from-indicator = another indicator
from-own = a number of its own
base-none = entered as a number
input-needed = Choose the indicator that it is computed from, or turn the field above to a number of its own.
direction-needed = Choose the direction: type its number or a word of it.
day-of-year-needed = Day and month are needed: 30.06. Empty is the period’s last day.
last-day-of-period = the period’s last day
scale-next = next the scale: { $key }
scale-none = No scale yet. { $key } opens it in the list.
due-in = entered for: { $periods }
help-indicator-code = Number of the indicator in the act, 6.2 for example. It may change, values of past years stay with the indicator.
help-indicator-title = The full title, as in the act.
help-indicator-short = Title for lists: two or three words, never cut on the screen.
help-indicator-direction = The direction it belongs to. Type a number or a word to move it to another one.
help-indicator-level = Whose value it is: of the organisation, of the head in person (each has their own) or of the whole municipality.
help-indicator-weight = Share of the indicator in the index of its direction. All indicators of a direction come to 100.
help-indicator-measure = Where the number comes from: it is entered, one number is divided by another, an answer is chosen, it is a change against the period before or a comparison with a reference.
help-indicator-unit = What stands after the number: %, pcs., persons, days, p.p.
help-indicator-decimals = How many decimal places are shown. Reckoning always uses the exact value.
help-indicator-better = Which way the indicator improves. It decides what counts as growth and who is shown first.
help-indicator-whole = “Yes” where there are only whole numbers: people, complaints, days. A fraction is not taken then.
help-indicator-numerator = What is above the line, in the words of the act: “teachers with a category”.
help-indicator-denominator = What is below the line: “all teachers”. Check that each part is in its place, acts have it the other way at times.
help-indicator-base = If other indicators need the same number, choose the base quantity: it is entered once.
help-indicator-factor = What the quotient is multiplied by: 100 for per cent, 1 for a plain ratio.
help-indicator-options = An option per line, the best one first. A digit chooses it on entry.
help-indicator-from = Another indicator is compared (nothing is entered then), or a number that is entered right here.
help-indicator-input = Type a code or a word. The indicator must be a number and describe the same: organisation, head or municipality.
help-indicator-own = What is entered: “quality of knowledge, %”.
help-indicator-method = How to count, in words: what to include, on which date, from which form. Shown on entry.
help-indicator-hard = A value beyond this bound is impossible and is not taken. Empty is no bound.
help-indicator-soft = A value beyond this bound is possible and unusual: a note is asked for. Empty is no bound.
help-indicator-jump = A change against the period before above this number is checked. Empty is never.
help-indicator-note = When a value is not taken without a note: never, at zero (expert points) or always.
help-indicator-evidence = “Yes” where a value is not approved without a document.
help-indicator-instruction = What whoever enters is to do if a check finds something: where to look, whom to ask.
help-indicator-periodicity = How often it is collected. A yearly one is entered for the school year only, a quarterly one for any period.
help-indicator-roll-up = How quarters and half-years make a year: the sum, the last value, the mean or the ratio of sums.
help-indicator-measured-on = Day and month of the value: 01.10. It belongs to whoever was in office on that day.
help-indicator-kinds = Tick with Space where it is collected. Nothing ticked is everywhere.
help-indicator-reasons = Usual reasons why it does not apply: one per line. A digit chooses one on entry.
help-indicator-source = Where the number is taken from: a form, a system, a letter of the organisation.
help-indicator-responsible = Who answers for collecting it: a department, a post.
help-indicator-origin = Found in a published act, adapted or made here; beside it, which one.
help-indicator-wording-points = The wording is offered where a value has at most so many points.
help-indicator-wording-text = A ready recommendation. The words “значение”, “порог” and “не хватает” in curly brackets become figures of the organisation.

## Remarks

remarks-of = Remarks: { $edition }
heading-faults = Keeps from publishing
heading-remarks = Worth a check
edition-as-whole = The edition as a whole
edition-may-be-published = It may be published: { $way }.

## Publishing

publishing-of = Publishing: { $edition }
publishing-against = Against { $base }:
publishing-as-before = Directions and indicators are those of { $base }.
publishing-no-act = No act is named.
publishing-name-act = Name the act
publishing-for-ever = Once published the edition does not change. The ticked periods are measured by it:
publishing-no-periods = Once published the edition does not change. There is no period without values that could be measured by it now.
publishing-have-values = { $n ->
    [one] Has values and is moved once it is published, F8 → “Periods”, { $key }: { $names }.
   *[other] Have values and are moved once it is published, F8 → “Periods”, { $key }: { $names }.
}
publishing-earlier = { $n ->
    [one] Begins before the edition applies: { $names }.
   *[other] Begin before the edition applies: { $names }.
}
publishing-unread = { $n ->
    [one] Values are still being read, the period can be ticked: { $names }.
   *[other] Values are still being read, the periods can be ticked: { $names }.
}
publishing-period = { $period }, now { $edition }
publishing-as-seen = as shown here
published-next = { $key } adds a period; an open one is moved in the section “Periods”.
label-measured-by = Periods
button-publish = Publish
