# The management cycle: words

kind-section = section of the assessment
kind-round = round of the assessment
kind-goal = goal
kind-note = analysis
kind-activity = measure
kind-review = review of effect
round-open = being answered
round-submitted = submitted
activity-contest = professional contest
activity-reserve-programme = reserve programme
activity-appointment-system = appointment system
activity-internship = internship
activity-network = networking
activity-development-programmes = development programmes
activity-planned = planned
activity-held = held
activity-cancelled = cancelled
verdict-effective = effective
verdict-partly = partly effective
verdict-ineffective = not effective
verdict-too-early = too early to tell
next-continue = continue
next-adjust = adjust
next-stop = stop
field-year = year
field-copied-from = copied from
field-round = round
field-points = points
field-asked = document asked
field-inapplicable = does not apply
field-targets = target values
field-findings = what the numbers show
field-causes = causes
field-conclusions = conclusions
field-participants = participants
field-others = other participants
field-documents = documents
field-notes = from the analysis
field-review-on = what is judged
field-before = before
field-after = after
field-verdict = verdict
field-next-step = next step
round-sent = No. { $number } of { $date }
name-section = section { $code }
name-round = section { $code }, round of { $year }
name-requirement-alone = requirement { $order }
name-goal = goal · { $direction }
name-note = analysis · { $direction } · { $period }
name-activity = measure { QUOTE($title) }
name-review = review · { $what }
count-goals = { $n ->
    [one] { $n } goal
   *[other] { $n } goals
}
count-notes = { $n ->
    [one] { $n } note of analysis
   *[other] { $n } notes of analysis
}
count-activities = { $n ->
    [one] { $n } measure
   *[other] { $n } measures
}
count-reviews = { $n ->
    [one] { $n } review
   *[other] { $n } reviews
}
field-relevance = why it matters
field-indicator = indicator
refusal-round-submitted = Submitted on { $date }: { $round }. Nothing of it can be changed.
refusal-round-submitted-next = Begin the next round: it takes over all of this one.
refusal-duplicate-section = There is a section { $code } already.
refusal-duplicate-section-next = Give the section another number.
refusal-duplicate-round = The section has a round of { $year } already.
refusal-duplicate-round-next = Open it or name another year.
refusal-cited-already = The document is cited here already with the same pages: { $citation }.
refusal-cited-already-next = Give other pages or open the former citation.
refusal-not-asked = The cycle of the section has no such requirement here.
refusal-not-asked-next = Choose another stage or direction, or change the section’s cycle.
refusal-same-period = “After” must be later than “before”: an effect is seen between two periods only.
refusal-same-period-next = Choose a later period for “after”.
field-as-sent = document as sent
refusal-known-act = The document is in the register already: { $document }.
refusal-known-act-next = Find it by its number and cite that one.
