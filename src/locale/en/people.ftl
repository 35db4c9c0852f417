# Organisations, appointments, careers, registers.

## Why an appointment or an organisation cannot be written down
refusal-overlapping = Somebody is appointed for these days: { $person }, { $days }.
refusal-overlapping-next = Put the dates of one of the two right. Beside a head who is absent there may be one acting head, appointed later.
refusal-organisation-closed = { $organisation } was closed on { $date }.
refusal-organisation-closed-next = Enter a last day not after that date, or put the date of closing right.
refusal-merged-in-circle = The organisation would be merged into itself: { $organisation }.
refusal-merged-in-circle-next = Choose an organisation that goes on working.
refusal-own-mentor = A candidate cannot be their own mentor.
refusal-own-mentor-next = Choose somebody else as a mentor.
refusal-fixed = The field { QUOTE($field) } no longer changes: it is in use ({ $by }).
refusal-fixed-next = Make a new record, and retire this one.
field-indicators = indicators
