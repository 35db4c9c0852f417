# Needs attention: where a working day starts.

command-screen-attention = Needs attention
words-attention = today morning terms overdue reminders what to do
screen-attention-name = Attention
screen-attention-short = Att.
attention-count = { $name }: { $n }
way-attention = to what needs attention

## The list

attention-title-mine = Needs attention · mine: { $n }
attention-title-all = Needs attention · all: { $n }
attention-group = { $title }: { $n }
attention-group-overdue = { $title }: { $n }, overdue { $overdue }
attention-assignments = Terms of assignments
attention-recommendations = Terms of recommendations
attention-objections = Objections without an answer
attention-deadlines = Terms of periods
attention-attestations = Terms of attestation
attention-contracts = Terms of contracts
attention-not-sent = Numbers not sent
attention-undecided = Recommendations without a decision
attention-low = Low values without recommendations
attention-returned = Sent back to be mended
attention-follow-up = Marked to come back to
attention-findings = Findings of the rules
attention-more = { $n ->
    [one] and { $n } more: it appears when the list is shorter
   *[other] and { $n } more: they appear when the list is shorter
}

## About a group

attention-about-assignments = The term of the assignment has passed or comes within { $days ->
    [one] { $days } day
   *[other] { $days } days
}. Its execution is noted and its term moved from here.
attention-about-recommendations = The term of the recommendation has passed or comes within { $days ->
    [one] { $days } day
   *[other] { $days } days
}.
attention-about-objections = The head’s objection has no answer yet.
attention-about-deadlines = The period takes values, and the term of entry has passed or comes within { $days ->
    [one] { $days } day
   *[other] { $days } days
}.
attention-about-attestations = The attestation of a head in office runs out within { $days ->
    [one] { $days } day
   *[other] { $days } days
} or has run out. A new record of it ends the reminder.
attention-about-contracts = The contract with a head in office runs out within { $days ->
    [one] { $days } day
   *[other] { $days } days
} or has run out. A new record of it ends the reminder.
attention-about-not-sent = Numbers were asked for or sent back, and have not come yet.
attention-about-undecided = More than { $days ->
    [one] { $days } day
   *[other] { $days } days
} have passed since the recommendation was sent, and nothing was decided.
attention-about-low = A third of the points or fewer, or the lowest band, and neither a recommendation nor a decision.
attention-about-returned = The value was sent back and has not been mended since.
attention-about-follow-up = These values are flagged.
attention-about-findings = A rule has found something unusual or wrong, and nobody has confirmed that it is so.
attention-about-unsaved = Typed and not recorded: Enter leads back to it.

## A line

attention-today = today
# There is little room in the column: it is said in full below the list.
attention-over-short = overdue { $n } d.
attention-in-short = in { $n } d.
attention-waits-short = waits { $n } d.
attention-ran-out-short = ran out { $n } d. ago
attention-in = { $n ->
    [one] in { $n } day
   *[other] in { $n } days
}
attention-waits = { $n ->
    [one] waits { $n } day
   *[other] waits { $n } days
}
attention-ran-out = { $n ->
    [one] ran out { $n } day ago
   *[other] ran out { $n } days ago
}
attention-missing = { $n ->
    [one] { $n } value of { $due } not entered
   *[other] { $n } values of { $due } not entered
}
attention-not-closed = all entered, the period is not closed
attention-attestation = attestation until { $date }
attention-contract = contract until { $date }
attention-asked = asked on { $date }
attention-asked-numbered = asked, outgoing № { $number } of { $date }

## When there is nothing to say

attention-nothing = Nothing needs attention now.
attention-nothing-mine = In your directions and organisations nothing needs attention now. Everybody together has { $n }, show: { $key }.
attention-loading = { $period }: the values are still loading, what needs attention in them is not known yet.
attention-unreadable = { $period }: the values could not be read because of a disk error, what needs attention in them is not known.
attention-other = { $what }: this line is about something else. Enter opens the place where it is mended.
attention-unreviewed = Effect not reviewed
attention-about-unreviewed = A measure was held or a decision executed more than { $days ->
    [one] { $days } day
   *[other] { $days } days
} ago, and nobody has judged what it changed. Enter opens the review.
