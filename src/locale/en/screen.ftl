### Screens: headers, panes, detail, chain, card

## The header and the line of state

header-short = { $period } · { $state }
header-bare = { $kind } { $period } · { $state }
screen-monitoring-short = Mon.
screen-sheet-short = Entry
screen-catalogue-short = Cat.
screen-journal-short = Jrnl.
header-state = smotr · { $kind } { $period } · { $state } · catalogue, ed. { $edition }
header-term = entry until { $deadline }
saved-but-unsaved = { $n ->
    [one] Everything accepted is saved. { $n } unfinished input is kept, too.
   *[other] Everything accepted is saved. { $n } unfinished inputs are kept, too.
}
saved-unsent = { $n ->
    [one] { $n } value waits for the link: it is kept here and goes to the server when the link is back.
   *[other] { $n } values wait for the link: they are kept here and go to the server when the link is back.
}
leave-unsent = { $n ->
    [one] { $n } value has not been sent: after leaving it stays unfinished input. { $key } once more leaves.
   *[other] { $n } values have not been sent: after leaving they stay unfinished input. { $key } once more leaves.
}
saving = saving
unsaved-count = unfinished: { $n }
unsaved-count-key = unfinished: { $n } ({ $key })
values-loading = Values are loading…
values-unreadable = The values could not be read: a disk error. Choose the period again.
marked-count = marked: { $n }
going-to = To indicator { $number }…
no-such-number = There is no number { $number } here.
header-review = period on review
header-term-passed = was due { $deadline }
left-out = What was typed after that was not carried out: { QUOTE($typed) }.
period-term-passed = was due { $deadline }, { $state }

## The panes of monitoring

acting-head = acting { $name }
caption-change = change
caption-head = head
caption-indicator = indicator
caption-organisation = org.
caption-points = points
caption-unit = unit
caption-value = value
municipality = Municipality
no-directions = The catalogue of the period has no directions.
no-indicators = The direction has no indicators.
no-organisations = There are no organisations yet. { $command } adds the first one.
no-periods = There are no periods yet, and nowhere to enter values. { $command } opens the first one. For an example on made-up data, leave with F10 and type smotr demo.
not-computed = not computed
pane-directions = Directions
pane-indicators = Indicators
pane-leaders = Heads
filled-share = entered { $share }
median-only = median { $median }
points-middle = points: { $points }
cell-not-collected = not collected
filled-of = entered { $k }/{ $n }
index-is = index { $index }
place-only = no. { $place }
caption-index = index
caption-head-short = head
not-computed-short = no result

## Moving, and commands with nothing to act on

choose-leader = Choose an organisation on the left.
does-not-apply-here = { QUOTE($what) } does not apply here.
no-earlier-period = There is no earlier period.
no-later-period = There is no later period.
no-earlier-of-kind = There is no earlier period of this kind. The other periods: { $key }.
no-later-of-kind = There is no later period of this kind. The other periods: { $key }.
nothing-collected-here = Nothing is collected here for this indicator.
nothing-empty = The period has no cells to fill.
nothing-fits-filter = Nothing fits the filter. Esc takes it away.
nothing-needs-attention = Nothing in the period needs attention.
nobody-under-cursor = There is neither an organisation nor a value under the cursor. Choose a row and try again.
not-working-in-period = The organisation does not operate in this period.
choose-value-line = First choose the line of an indicator: below, under “Values”.
nothing-to-copy = There is nothing to copy here.
digits-in-detail = Digits enter nothing here: { $key } changes the value, Esc leads back to the rows.
esc-leads-back = Esc leads back to where you came from.
marked-elsewhere = None of the marked rows is here: a filter hides them, or the indicator is not about them. Esc takes the filter away, then the marks.
nothing-under-filter = No more among the rows that the filter leaves. Esc takes the filter away.

## The detail

for-reference-acting = for reference: acting
for-reference-short = { $n ->
    [one] for reference: { $n } month in office
   *[other] for reference: { $n } months in office
}
detail-scale = Scale:
detail-past = Periods:
detail-note = Note: { $note }
detail-source = Source: { $source }
detail-evidence = Document: { $document }
detail-recommendation = Recommendation
detail-decision = Decision
detail-assignment = item { $number }
detail-report = Report
detail-nothing = No recommendations, no decisions.
detail-vacancy = Nobody to assess: the post is vacant. { $command } fills it.
detail-not-entered = not entered
detail-not-computed = not computed: { $why }
missing-input = no value of { QUOTE($what) }
missing-period-before = no period before
missing-value-before = no value for { $period }
missing-not-loaded = { $period } is loading
missing-reference = no reference, { $command } enters it
lack-reference = no reference
missing-reference-zero = the reference is zero
missing-unreadable = { $period } cannot be read
detail-delta = { $now } − { $before }
detail-benchmark = { $own } ÷ { $reference }
detail-of-quarters = computed: { $filled } of { $of } { $of ->
    [one] quarter
   *[other] quarters
}
detail-of-halves = computed: { $filled } of { $of } { $of ->
    [one] half-year
   *[other] half-years
}
detail-instead-of = entered in place of the computed: { $what }
concern-low = a low value without a recommendation
concern-no-decision = { $days ->
    [one] { $days } day without a decision
   *[other] { $days } days without a decision
}
concern-recommendation-overdue = the recommendation is overdue
concern-assignment-overdue = an assignment is overdue
concern-follow-up = flagged for follow-up
concern-returned = returned for revision
concern-note-missing = the note is missing
concern-evidence-missing = the document is missing
needed-for = { $points ->
    [one] { $points } point needs { $needed }
   *[other] { $points } points need { $needed }
}
detail-changed-by = changed by { $who }
detail-empty = empty, last changed by
detail-report-on-recommendation = Report on the recommendation

## Scale and definition

not-in-this-edition = The catalogue of this period has no such indicator.
scale-method = method
scale-measure = measured as
scale-formula = formula
scale-ratio = { $above } ÷ { $below } × { $factor }
scale-options = options
scale-input = computed from
scale-rule = rule
scale-per-unit = { $start } and { $points } per unit, no less than { $floor } and no more than { $cap }
scale-direct = the expert gives 0 to { $max }; zero with a note
scale-relative = the best value of the period gives 100, the others their share of it
scale-reached = here
scale-measured-on = as of { $date }
scale-collected = collected
scale-evidence = supporting document required
scale-reasons = “n/a” reasons
bounds-hard = possible { $range }
bounds-soft = usual { $range }
scale-responsible = responsible
scale-origin = origin
scale-needs = required
scale-points = { $range } → { $points }
interval-any = any
interval-from = { $low } and above
interval-over = over { $low }
interval-at-most = at most { $high }
interval-under = under { $high }
interval-from-to = from { $low } but under { $high }
interval-over-to = over { $low } to { $high } inclusive
interval-over-under = over { $low } but under { $high }
scale-from = from { $from }
threshold-above = more than { $value }
scale-in-per-unit = { $start } and { $points } per unit, from { $floor } to { $cap }
scale-in-direct = expert points, up to { $max }
scale-in-relative = the best value = 100

## The card of a head

card-indices = Indices
card-values = Values
nothing-open = No open recommendations or assignments
open-follow-ups = Open recommendations and assignments: { $n }
open-follow-ups-overdue = Open recommendations and assignments: { $n }, of them overdue { $overdue }

## The chain

recommendation-about = recommendation on { $indicator }
chain-title = Chain · { $name }
chain-empty = Nothing was recommended or decided in this period, and nothing gives cause for concern.
chain-later = outcome
gap-no-recommendation = no recommendation
gap-no-decision = no decision
gap-no-assignment = no assignments
gap-no-report = no report
gap-no-later-value = no value of { $indicator } in the next period yet
change-since = change { $change }
sent-as = outgoing No. { $number } of { $date }
incoming-number = incoming No. { $number }
prolonged-to = until { $to }: { $ground } ({ $who }, { $on })
chain-prolonged = prolonged because: { $ground }

## The history and a record

history-title = History · { $cell }
history-corrected = { $what }. Corrected after the period was closed: { $reason }, { $document }
history-empty = No changes yet.
record-gone = This record is gone.
last-changed = changed
field-reports = Execution reports
field-decisions = Management decisions
field-state = state
report-about = about
document-uses = Used in
document-unused = Nowhere yet.
assignment-numbered = assignment { $number }

## An organisation and its head

button-add-organisation = Add organisation
button-appoint = Appoint
user-is-you = you
label-account = Account
label-person = Person
label-roles = Roles
label-directions = Directions
label-organisations = Organisations
label-names = Names
names-shown = shown
names-hidden = hidden
label-access = Access
access-open = open
access-closed = closed
empty-is-all = empty: all
account-how = as in the system: ivanova
user-needs-role = Tick at least one role with Space.
scope-all = all
label-head-away = For whom
label-deputy = Deputy
label-deputation = Deputation
button-add-user = Add
button-name-deputy = Name
choose-user = Type the beginning of a surname and choose from the list.
deputy-means = On these days both have the rights of the head of department.
deputy-goes = The deputation has not begun and will be taken out.
no-heads = No user is a head of department; roles are given by the administrator.
hours-are-whole = Hours are a whole number, for instance 72. If the document has none, leave the field empty.
number-is-whole = The number is a whole one, for instance 12. If there is none, leave the field empty.
head-now = Now: { $head }
label-new-head = New head
label-leaving = Why they left
unready-contradicted = said to be n/a here, and yet entered
detail-contradicted = The organisation is said to have nothing here ({ $reason }); what was entered counts all the same.
form-help-back = the field before
form-help-fields = from field to field
form-help-choice = another option of a choice
form-help-enter = the next field; on the button: write
key-up-down = Up, Down
key-left-right-space = Left, Right, Space
help-cell-discard = drop what is typed
label-present-head = Stands in for
head-is-absent = stays in office, is absent for a while
head-leaves = leaves, the appointment ends
empty-is-since-before = empty: long since, from { $date }
about-first-head-from = Empty: in office since the first period began or earlier, so that the whole period counts. Type a date where the head came later.
acting-until = { $person } acts until { $date }
about-absent = An appointment during leave, illness or a journey does not end that of whoever is absent.
about-acting-to = The last day of standing in. While it is not known, values of the organisation in this period stay with whoever is absent.
nobody-is-vacancy = surname; empty means a vacancy
label-footing = Appointment
new-person = a new person
label-given = Given name
label-patronymic = Patronymic
named-school = School No. { $number }
named-basic = Basic school No. { $number }
named-primary = Primary school No. { $number }
named-boarding = Boarding school No. { $number }
named-gymnasium = Gymnasium No. { $number }
named-lyceum = Lyceum No. { $number }
named-kindergarten = Kindergarten No. { $number }
label-name = Name
label-full-name = Full name
label-head = Head
label-surname = Surname
label-since = Since
label-works-since = Open since
label-closed-on = Closed on
empty-is-always = empty: always
empty-is-open = empty: still open
closed-means = It is left out of periods that begin later; what was entered stays.
closed-without-act = No document is given.

## A base quantity and a reference

label-amount = Number
label-put-right = Correct also
label-where-from = Source
empty-takes-out = empty: remove it
button-write-base = Record the quantity
button-write-reference = Record the reference
no-base-quantities = The catalogue of the period has no base quantities: there is nothing to correct.
no-benchmarks = No indicator of the period’s catalogue is compared with a reference.
base-unknown-short = not entered
base-unknown = Now: not entered. The quantity becomes known with the first value that names it.
base-now = Now: { $number } · { $who }
base-came-with = with the value of { $code }
base-serves = Computed from it in { $period }: { $codes }. What is not marked stays as it is.
base-value-changed = A marked value was changed meanwhile. Take its mark off, or set the form aside (Esc) and open it again.
reference-of-what = The reference of which indicator?
reference-now = Now: { $number }
reference-before = For { $period }: { $number }
reference-serves = The figure of each organisation is divided by it: { $what }.
reference-source-how = where it comes from: “region, FIS OKO”

## A period and the settings

label-first-day = First day
label-last-day = Last day
label-entry-until = Entry until
label-edition = Edition
empty-is-no-deadline = empty: no deadline
button-add-period = Add the period
no-published-edition = There is no published catalogue, and a period is measured by one. A new store gets it when it is made: smotr --data FOLDER.
municipality-how = for instance: “Priozersk district”
last-period = The last one: { $kind } { $name }, { $dates }
period-is-chosen-by = to show it: { $key }
municipality-serves = The name stands on the plain page and in the export.
link-gone = The link is lost, your edits are kept. The program looks for it by itself.
link-back = The link is back.
shut-title = Access closed
shut-what = The account { $account } is no longer let into this store.
shut-kept = What you began is kept and will wait for you.
shut-next = An administrator can open the access again: smotr user add { $account } --role methodist. The window then goes on by itself within a minute.
barred-version = The program on the server is of another version, { $theirs }, this one is { $own }. What you typed is kept; leave and start smotr again.
barred-build = The program on the server is of another build. What you typed is kept; leave and start smotr again.
writing-stopped-barred = no access
here-line = here: { $who }
here-count = here: { $n ->
    [one] one more person
   *[other] { $n } more people
}
here-editing = { $what }, editing
here-nobody = Nobody is here but you.
here-own-window = your other window
here-since = since { $time }
changed-by-other = changed: { $who }, { $time }
changed-by-other-what = { $who }, { $time } — { $what }
changed-by-other-value = { $who }, { $time }: { QUOTE($after) } in place of { QUOTE($before) }.
undo-no-link = Nothing can be undone or redone while there is no link.
undo-met-later = Your change cannot be undone, the later one stays.
step-met-later = Look at what is there now and try again.
redo-met-later = Your change cannot be redone, the later one stays.
cell-pending = being saved
cell-waits = waits for the link
cell-in-conflict = changed by two at once, choose a value
cell-in-conflict-key = changed by two at once, choose a value ({ $key })
header-names-hidden = names hidden
rights-changed = Your rights or your sight of names have changed: everything is shown anew.
writing-stopped-unreached = no link
