### The words of the field: states, kinds, terms, counts

## States of a cell and of a value

cell-absent = not entered
cell-empty = empty
cell-not-applicable = n/a
cell-no-data = no data
cell-unreadable = not readable
cell-not-applicable-because = n/a: { $reason }
cell-standing = n/a · standing: { $reason }
cell-no-data-because = no data: { $reason }
percent-only = { $percent }, parts unknown
value-entered = entered
value-submitted = under review
value-approved = approved
value-returned = for revision
value-returned-because = for revision: { $reason }
yes = yes
no = no

## Recommendation

recommendation-draft = draft
recommendation-sent = sent
recommendation-controlled = under control
recommendation-done = carried out
recommendation-partly-done = carried out in part
recommendation-not-done = not carried out
recommendation-released = released from control

## Decision

decision-draft = draft
decision-signed = signed
decision-in-execution = being executed
decision-executed = executed
decision-cancelled = cancelled

## Assignment

assignment-controlled = under control
assignment-done-in-time = executed in time
assignment-done-late = executed late
assignment-not-done = not executed
assignment-released = released from control

## Due

overdue-by = { $n ->
    [one] { $n } day overdue
   *[other] { $n } days overdue
}
due-on = by { $date }
due-quarterly = quarterly by day { $day }
due-monthly = monthly by day { $day }
due-standing = standing
due-prolonged = by { $date }, prolonged from { $first }

## Period

period-school-year = school year
period-calendar-year = calendar year
period-half-year = half-year
period-quarter = quarter
period-planned = not yet open
period-open = open for entry
period-review = under review
period-closed = closed

## Catalogue

edition-draft = draft
edition-published = published
subject-organisation = organisation
subject-person = head
subject-municipality = municipality
measure-number = number
measure-ratio = ratio
measure-choice = choice
measure-delta = change from the previous period
measure-benchmark = ratio to a reference
scoring-bands = by a scale
scoring-options = by option
scoring-per-unit = per unit
scoring-direct = expert points
scoring-relative = relative to the best
periodicity-year = once a year
periodicity-half-year = every half-year
periodicity-quarter = every quarter
periodicity-as-it-happens = as it happens
roll-up-sum = sum
roll-up-last = last value
roll-up-mean = mean
roll-up-from-parts = from parts
better-higher = higher is better
better-lower = lower is better
note-free = a note is optional
note-at-zero = a note is required at zero
note-always = a note is required
origin-found = from a published source
origin-adapted = from a published source, adapted
origin-own = of our own making

## Organisations and people

organisation-school = school
organisation-basic = basic school
organisation-primary = primary school
organisation-boarding = boarding school
organisation-gymnasium = gymnasium
organisation-lyceum = lyceum
organisation-kindergarten = kindergarten
organisation-additional = organisation of additional education
organisation-other = other organisation
appointment-permanent = permanent
appointment-acting = acting
appointment-concurrent = concurrent
vacancy = vacancy
vacancy-since = vacant since { $date }
in-office-since = since { $date }
in-office-until = until { $date }
in-office = from { $from } to { $to }
role-observer-short = obs.
role-methodist-short = meth.
role-head-short = head
role-administrator-short = adm.
role-observer = observer
role-methodist = methodist
role-head = head of department
role-administrator = administrator

## Documents

document-resolution = resolution
document-directive = directive
document-order = order
document-letter = letter
document-letters = letters
document-plan = plan
document-analytical-note = analytical note
document-protocol = minutes
document-report-paper = report
document-event = event
document-decisions = decisions
document-other = document
document-level-federal = federal
document-level-regional = regional
document-level-municipal = municipal
document-level-organisation = organisation
document-in-force = in force
document-repealed = repealed
document-repealed-by = repealed by { $by }
document-dated = of { $date }
document-numbered = No. { $number }
document-incomplete = incomplete details
pages = pp. { $pages }

## The management cycle

stage-goals = goals
stage-indicators = indicators
stage-methods = methods of collecting and processing
stage-monitoring = monitoring
stage-analysis = analysis of the results
stage-recommendations = targeted recommendations
stage-measures = measures
stage-decisions = decisions
stage-effectiveness = effect of the measures taken

## Kinds of records

kind-settings = settings
kind-edition = edition of the catalogue
kind-direction = direction
kind-indicator = indicator
kind-base-quantity = base quantity
kind-base-value = value of a base quantity
kind-reference = reference
kind-organisation = organisation
kind-person = person
kind-appointment = appointment
kind-period = period
kind-value = value
kind-recommendation = recommendation
kind-decision = decision
kind-assignment = assignment
kind-report = report of execution
kind-document = document
kind-requirement = requirement
kind-citation = citation
kind-user = user
kind-deputy = deputation
kind-command = command

## Counting

count-editions = { $n ->
    [one] { $n } edition
   *[other] { $n } editions
}
count-directions = { $n ->
    [one] { $n } direction
   *[other] { $n } directions
}
count-indicators = { $n ->
    [one] { $n } indicator
   *[other] { $n } indicators
}
count-organisations = { $n ->
    [one] { $n } organisation
   *[other] { $n } organisations
}
count-people = { $n ->
    [one] { $n } person
   *[other] { $n } persons
}
count-appointments = { $n ->
    [one] { $n } appointment
   *[other] { $n } appointments
}
count-periods = { $n ->
    [one] { $n } period
   *[other] { $n } periods
}
count-values = { $n ->
    [one] { $n } value
   *[other] { $n } values
}
count-recommendations = { $n ->
    [one] { $n } recommendation
   *[other] { $n } recommendations
}
count-decisions = { $n ->
    [one] { $n } decision
   *[other] { $n } decisions
}
count-assignments = { $n ->
    [one] { $n } assignment
   *[other] { $n } assignments
}
count-reports = { $n ->
    [one] { $n } report
   *[other] { $n } reports
}
count-documents = { $n ->
    [one] { $n } document
   *[other] { $n } documents
}
count-requirements = { $n ->
    [one] { $n } requirement
   *[other] { $n } requirements
}
count-citations = { $n ->
    [one] { $n } citation
   *[other] { $n } citations
}
count-records = { $n ->
    [one] { $n } record
   *[other] { $n } records
}
count-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
count-points = { $n ->
    [one] { $n } point
   *[other] { $n } points
}
points-of = { $n ->
    [one] { $n } point of { $max }
   *[other] { $n } points of { $max }
}

## Results

index = index
overall-index = overall index
for-reference = for reference
not-comparable = not comparable: ed. { $before } → { $after }
place-of = place { $place } of { $n }
municipality-value = municipality { $value }
of-heads = { $n ->
    [one] { $k } of { $n } head
   *[other] { $k } of { $n } heads
}
of-organisations = { $n ->
    [one] { $k } of { $n } organisation
   *[other] { $k } of { $n } organisations
}
level-below-completeness = { $k } of { $n } entered: too few for a level and a place
mean-and-median = mean { $mean }, median { $median }
share-of-yes = share of “yes” { $percent }
mean-only = mean { $mean }
municipality-short = mun. { $value }

## Fields

field-text = text
field-expected = expected result
field-due = term
field-title = title
field-reason = reason
field-note = note
field-source = source
field-number = number
field-date = date
field-name = name
field-surname = surname
field-addressees = addressees
field-executors = executors
field-assignments = assignments
field-document = document
field-control = control
field-ground = ground
field-issuer = issuer
field-from = first day
field-to = last day

## Fields that the journal names

field-code = code
field-short = short title
field-weight = weight
field-kind = kind
field-level = level
field-link = link
field-evidence = evidence
field-follow-up = flag
field-self-assessment = self-assessment
field-sent = sent
field-closed-on = closed on
field-pages = pages
field-executor = executor
field-account = account
field-person = person
field-roles = roles
field-deputy = deputy
field-deputy-of = stands in for
field-named-by = named by
field-directions = directions
field-organisations = organisations
field-access = access
field-retired = retired
field-names = names hidden
field-opened = opened
field-closed = closed
field-full-name = full name
field-contract = contract until
field-act = act
field-deadline = entry until
field-edition = edition
field-period = period
field-municipality = municipality
field-decimals = decimals
field-heads = appointments in one organisation
field-demo = demo data
field-unit = unit
field-measure = measure
field-scoring = scale
field-bounds = bounds
field-description = description
field-levels = levels
field-options = options
field-kinds = kinds of organisations
field-base-quantities = base quantities
field-completeness = completeness
field-min-months = months in office
field-adopted = date of the act
field-in-force = in force from
field-applies-from = applies from
field-grounds = about values
field-recommendations = after recommendations
field-prolongations = prolongation
field-whole = whole only
field-redaction = version
field-stage = stage
field-direction = direction
field-requirement = requirement
field-order = order
field-max-points = most points
deputy-days = from { $from } to { $to }
deputy-stands-in = stood in for by { $who }, from { $from } to { $to }
deputy-stands-for = stands in for { $who }, from { $from } to { $to }

flag-low-results = low results
flag-adverse-conditions = adverse social conditions
flag-other = another mark
qualification-higher = higher education
qualification-retraining = professional retraining
qualification-course = training course
attestation-fit = fit for the post
attestation-fit-with-advice = fit, with advice
attestation-unfit = unfit
candidate-in-reserve = in the reserve
candidate-trained = trained
candidate-appointed = appointed
candidate-excluded = excluded
objection-granted = granted
objection-partly-granted = partly granted
objection-rejected = rejected
deed-opened = opened
deed-reviewed = handed over for review
deed-closed = closed
deed-reopened = reopened
deed-moved = moved to another edition
deed-rescored = results reckoned anew
kind-results = results of a period
kind-result-row = results of a period for an organisation
kind-correction = correction after closing
kind-objection = objection
kind-qualification = qualification
kind-attestation = attestation
kind-contract = employment contract
kind-candidate = reserve candidate
scoring-printed = scale as printed, not made into bands yet
scoring-unset = no scale yet
field-based-on = based on
field-jump = jump
field-instruction = what to check
field-closed-by = closed by
field-merged-into = merged into
field-flags = marks
field-standing = standing reasons for n/a
field-locks = after the deadline
field-exceptions = exceptions
field-approved-by = results approved by
field-events = done with the period
field-substance = substance
field-answer = answer
field-received = received
field-until = until
field-institution = institution
field-hours = hours
field-paper = certificate
field-issued = issued
field-held = held on
field-candidate = candidate
field-post = post
field-programme = programme
field-mentor = mentor
field-outcome = outcome
field-placed = places
field-was = before
field-cell = indicator
name-results = results of { $period }
name-result-row = results of { $period } · { $organisation }
name-correction = correction · { $cell }
name-objection = objection · { $organisation } · No. { $number }
name-qualification = qualification · { $person }
name-attestation = attestation · { $person }
name-contract = contract · { $organisation } · { $person }
name-candidate = reserve · { $person }
