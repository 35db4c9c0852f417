### Recommendations, decisions, assignments, reports

## A form: keys and answers

form-nothing-found = Nothing found. Choose from the list or delete what is typed.
picker-nothing = Nothing found
form-kept = Kept as unfinished input.
form-kept-keys = Unfinished input: { $back } restores, { $drop } discards
form-key-accept = record
form-key-next = next field
form-key-leave = leave, keep
form-key-confirm = choose
form-key-turn = turn the page
form-key-other = the other one
form-key-back = back to the form
form-writing = Writing…
form-left-writing = No answer yet. What was typed is kept until the record is confirmed.
form-key-discard = discard
form-discard-question = Discard what was typed for good?
form-discarded = What was typed is discarded.
form-several-found = Choose from the list: arrows and Enter. What is typed is not recorded by itself.

## Unfinished input

unsaved-restored = Unfinished input of { $when } is back.
place-is-gone = What this input belonged to is gone. The text stays among the unfinished input.
kept-in-list-key = What was typed is among unfinished input: { $key }.
kept-in-list = What was typed is among unfinished input.
unsaved-drop-title = Discard unfinished input
unsaved-of-nobody = input about what is no longer there
unsaved-at-start-key = Unfinished entries: { $n }; { $key } lists them.
unsaved-at-start = Unfinished entries: { $n }.

## Two changed the same

conflict-theirs = On record now ({ $who }):
conflict-mine = Typed here ({ $who }):
conflict-write-mine = Record what is typed here
conflict-keep-theirs = Keep what is on record
conflict-both = Join: what is recorded, and beneath it what was typed here
conflict-joined = Above is what is recorded, beneath it what was typed here. Look it over and record it.
conflict-joined-in-part = In a text, what is recorded is above and what was typed here beneath it. Other fields have what was typed, with what is recorded beneath. Look it over and record it.
conflict-theirs-here = On record now: { $value }
form-overtaken = { $who }, { $time }: something else is on record here now, F2 shows both
form-beside = { $who }, { $time }: on record about the same is { QUOTE($what) }
conflict-theirs-stay = What is on record stays.

## A term

term-needs-day = by which day? e.g. ежеквартально до 5
term-how = 15.12, 15.12.2026, +30, постоянно (standing), ежеквартально до 5 (quarterly)
term-passed = already past
term-day-out-of-range = The day of the month is 1 to { $last }, e.g. ежеквартально до 5.
weekday-mon = Mon
weekday-tue = Tue
weekday-wed = Wed
weekday-thu = Thu
weekday-fri = Fri
weekday-sat = Sat
weekday-sun = Sun
label-due = Due
label-new-term = New term
term-empty = No term is entered. Enter 15.12, 15.12.2026, +30, постоянно or ежеквартально до 5.
term-unreadable = This is not a term: { QUOTE($typed) }. Enter 15.12, 15.12.2026, +30, постоянно or ежеквартально до 5.
date-unreadable-typed = This is not a date: { QUOTE($typed) }. Enter 15.12, 15.12.2026 or +30.

## A recommendation

form-key-wording = ready wording
nothing-to-fill-in = { $whom }: there is nothing to put for { QUOTE($placeholder) }. Take the placeholder out or clear the row’s mark.
filled-preview = { $whom }: { $text }
recommendation-title = Recommendation · { $whom }
recommendations-title = Recommendations · organisations marked: { $n }
recommendation-edit-title = Edit · { $what }
recommendation-needs-text = Write what is recommended.
label-recommendation = Recommendation
label-expected = Expected
button-write-recommendation = Record the recommendation
button-write-recommendations = Record the recommendations: { $n }
nobody-to-recommend = A recommendation is addressed to a head. Go to the row of an organisation.
sent-is-not-changed = A recommendation that was sent is not changed. It can be prolonged, closed or released from control.
unknown-placeholder = There is no placeholder { QUOTE($what) }. There are: { $known }.
nothing-to-fill-in-here = { $whom }: there is nothing to put for { QUOTE($placeholder) }. Take the placeholder out and write it in words.
value-not-entered = no value entered
recommendation-is-draft = a draft; to send it: { $key }

## A document

new-document = new document
new-document-title = New document
document-how = number or words; «новый» adds a new one
label-document-kind = Kind
label-number = No.
label-date = Date
label-title = Title
label-issuer = Issuer
label-level = Level
label-document = Document
label-act = Act
label-incoming = Incoming No.
label-outgoing = Outgoing No.
button-write-document = Record the document

## A decision and its assignments

label-reason = Reason
label-control = Control
label-after = Follows
label-decision-title = About
label-assignment-number = Item
label-assignment-text = Assignment
label-executors = Executors
label-cancelled-by = Cancelled by
heading-assignment = assignment
button-add-assignment = Add an assignment
button-write-decision-draft = Record the draft decision
button-write-decision-signed = Record the signed decision
form-key-add-assignment = one more
form-key-remove-assignment = take away
assignment-needs-text = Write what is to be done.
executors-how = surname, organisation or post
executor-is-user = staff
executor-is-group = marked
group-of = { $n ->
    [one] { $n } organisation ({ $first })
   *[other] { $n } organisations ({ $first } and others)
}
decision-needs-title = Write what the decision is about.
decision-needs-reason = Write why the decision is made.
new-decision-title = Decision
decision-title = Decision · { $whom }
decision-title-marked = Decision · organisations marked: { $n }
assignment-item = item { $number } { $text }
not-a-name = A name or a post is wanted here, and { QUOTE($typed) } was typed.
executor-is-vacancy = The organisation has no head, nobody would do it. Name someone else, or appoint a head first: { $key }.
decision-is-draft = a draft; to sign it: { $key }
decision-is-signed = signed; to begin its execution: { $key }

## A report

label-reporter = Reported by
label-report-text = What was done
label-outcome = Outcome
button-write-report = Record the report
report-title = Report · { $what }
report-needs-text = Write what was done.
outcome-none = stays under control
outcome-late = The state is another by now: { $state }. To record the report without an outcome, choose { QUOTE($none) }.
report-on-what = Report on
report-on-assignments = A report is made on an assignment. Choose the line of one.
report-on-sent = The recommendation has not been sent: there is nothing to report on. Send it first.

## The next step

label-state = State
label-ground = Ground
button-write-changes = Record the changes
step-send = Send
step-control = Put under control
step-done = Carried out
step-partly-done = Carried out in part
step-not-done = Not carried out
step-assignment-done = Executed
step-assignment-not-done = Not executed
step-prolong = Prolong
step-release = Release from control
step-reopen = Put back under control
step-sign = Sign
step-execute = Begin execution
step-complete = Decision executed
step-cancel = Cancel the decision
step-needs-number = Give the outgoing number.
step-needs-reason = Write the ground.
step-needs-cause = Write the reason.
step-needs-act = Choose the act or add a new one.
no-steps-now = This step is not possible now.
step-of-what = Next step
prolong-what = Prolong
release-what = Release from control
nothing-to-step = A period, a recommendation, a decision and an assignment have such a step; this record has none.
nothing-to-follow = This value has no recommendations or decisions for such a step.
nothing-to-open-here = This line opens nothing.
