# Organisations, appointments, careers, registers.

## Why an appointment or an organisation cannot be written down
refusal-overlapping = Somebody is appointed for these days: { $person }, { $days }.
refusal-overlapping-next = Put the dates of one of the two right. Beside a head who is absent there may be one acting head, appointed later.
refusal-organisation-closed = { $organisation } was closed on { $date }.
refusal-organisation-closed-next = Enter a day not after that date, or put the date of closing right.
refusal-merged-in-circle = The organisation would be merged into itself: { $organisation }.
refusal-merged-in-circle-next = Choose an organisation that goes on working.
refusal-never-headed = { $person } is not among those who headed { $organisation } in period { $period }.
refusal-never-headed-next = Write the objection down for whoever headed the organisation in the period, or complete its appointments.
refusal-own-mentor = A candidate cannot be their own mentor.
refusal-own-mentor-next = Choose somebody else as a mentor.
refusal-fixed = The field { QUOTE($field) } no longer changes: it is in use ({ $by }).
refusal-fixed-next = Make a new record, and retire this one.
field-indicators = indicators

## Commands and sections of the catalogue
command-add = Add a record
section-reserve = Reserve
caption-for-post = post
caption-until = until
row-ends-soon = ends soon
row-trained = trained
row-appointed = appointed
row-excluded = excluded
organisation-merged = merged into { $organisation }
caption-absent = absent
appointment-added-here = An appointment is added from here: { $command }.
head-ahead = not yet in office
absent-since = absent since { $date }
flag-short-low-results = low results
flag-short-adverse = adverse
flag-short-other = marked
row-term-over = over
row-retired = retired
nobody-in-reserve = Nobody is in the reserve. To add somebody: { $command }.
field-merged-from = merged into it
field-use = use
flags-heading = Marks
standing-heading = Reasons for n/a
qualifications-heading = Qualifications
attestations-heading = Attestation
contracts-heading = Contracts
reserve-heading = Reserve
days-until = until { $date }
valid-until = valid until { $date }
valid-soon-over = valid until { $date }, ends soon
valid-no-longer = was valid until { $date }
hours-of = { $hours } h

## Forms: appointments, persons, careers
title-appointment = Appointment
title-new-appointment = New appointment
title-person = Person
title-new-quantity = New base quantity
label-until = Until
label-contract-end = Contract until
label-record = Record
record-stays = keep
record-is-mistake = take out as a mistake
label-unit = Unit
label-numbers = Numbers
numbers-whole = whole only
numbers-any = any
label-use = Use
use-goes-on = in use
use-is-over = retired
button-add-quantity = Add the quantity
button-write-record = Write
label-kind-of-course = Kind
label-programme = Programme
label-institution = Where
label-hours = Hours
label-issued = Issued
label-valid-until = Valid until
label-paper = Paper
label-attested-as = As
attested-as-head = head in office
attested-as-candidate = candidate for the post
label-held = Date
label-decided = Decision
label-organisation = Organisation
label-for-post = For the post
label-for-organisation = At
label-ground-act = Ground
label-in-reserve-since = In reserve since
label-mentor = Mentor
label-outcome-on = Outcome on
offer-qualification = Qualification
offer-attestation = Attestation
offer-contract = Contract
offer-candidate = Reserve
empty-is-in-office = empty: in office
empty-is-no-term = empty: without term
empty-is-still = empty: to this day
not-asked-yet = not needed yet
period-is-kept = The period { $period } is closed and does not change. To open it again: { $way }. A single value is put right where it stands (F2).
not-chosen = not chosen
outcome-needed = What was decided? Choose with Space or the first letter.
outcome-has-no-day = There is a day, but no outcome. Choose one, or clear the day.
outcome-has-no-reason = A reason goes with an exclusion. Choose that outcome, or clear the reason.
other-appointments = Also appointed: { $all }
appointment-needs-person = Who is appointed? Begin to type the surname.
career-needs-person = Whose record is it? Begin to type the surname.
contract-needs-organisation = For which organisation? Begin to type its number or name.

## Forms: an organisation, its marks and its end
heading-flag = Mark
heading-standing = Reason for n/a
heading-closing = Closing or merging
label-list = List
label-note = Note
label-indicators = Indicators
label-merged-into = Merged into
button-add-flag = Add a mark
button-add-standing = Add a reason for n/a
form-key-add-group = one more
form-key-remove-group = remove
standing-needs-reason = Why do the indicators not apply? For instance, “no senior classes”.
standing-needs-indicators = To which indicators? Begin to type a code or a word.
until-before-since = The last day comes before the first. Put one of them right.
closing-needs-day = Closed when? Without that day the document and the reason are not recorded.
merged-needs-day = Merged when? Enter the last day of work.
heads-leave = The appointment ends on { $date }: { $who }.
head-unseen = the appointment ends

## Forms: a document
label-redaction = Version of
label-link = Published at
label-status = State
label-repealed-by = Repealed by
label-repealed-on = Repealed on
as-typed = as typed
repealed-by-how = number or words; what the register lacks stays as typed
repealed-when-missing = It is not said when the document was repealed.
document-twin = The register seems to have it already: { $document }.

## Help beneath fields
about-appointee = The surname of somebody on record, or somebody new.
about-footing = An acting head may be appointed while the permanent one is absent.
about-appointed-from = The first day. It may be long ago.
about-appointed-to = The last day, inclusive.
about-contract-end = The last day of the contract.
about-leaving = Why it ended: another post, dismissal, end of term.
about-mistake = Only what nothing rests on can be taken out.
about-surname = Values, appointments and recommendations stay with this person.
about-quantity-title = What it is called where it is asked for: “Teachers in all”.
about-quantity-unit = What it is measured in: people, posts, m².
about-quantity-whole = Stays as it is once there are numbers, or a published edition rests on it.
about-quantity-use = A retired one is no longer asked for; what was entered stays.
about-course-title = The programme or speciality as the paper has it.
about-hours = Hours of the programme, where they are given.
about-until = The last day on which it counts.
about-paper = Kind and number: “certificate No. 6727-18”.
about-attested-as = Candidates and heads are attested by different rules.
about-post = For instance, “head teacher”.
about-for-organisation = Number or name; empty where it is not settled.
about-programme = The programme of the training.
about-mentor = Who guides the candidate; somebody on record.
about-outcome = What became of it; until then, in the reserve.
about-whose = The surname of somebody on record, or somebody new.
about-organisation-number = The number in its name; there may be none.
about-organisation-name = The short name for tables and cards.
about-full-name = The name of its charter, for papers.
about-merged-into = The organisation that goes on; empty where it is only closed.
about-heads-leave = The reason with which the appointments end: “reorganisation”.
about-flag = A list that it is or was on.
about-flag-note = What it rests on; for another list, what it is called.
about-standing = Why indicators do not apply while it lasts: “no senior classes”.
about-standing-indicators = Codes or words; there may be several.
about-document-number = As the paper has it: 570-adm, 259/1, 15/328.
about-document-title = The title without quotes.
about-issuer = The body that issued it.
about-level = Whose it is: federal, regional, municipal, or of the organisation itself.
about-redaction = The date of the version, where it was changed.
about-link = Where it is published or kept.
about-status = A repealed document stays in the register.
about-repealed-by = By which document it was repealed.

## The command line: registers
cli-register-about = Registers as tables: organisations, persons, documents, base quantities, references
cli-register-export-about = Write a register into an XLSX or CSV file
cli-register-import-about = Take a register in from an XLSX, XLS, ODS or CSV file: first show what would change
cli-name-register = REGISTER
cli-arg-register = organisations (with their heads), marks (of organisations), standing (standing reasons for “n/a”), persons, careers (qualifications, attestations and contracts), reserve (the managerial reserve), documents, quantities (base quantities), numbers (theirs, by organisation and period) or references (what indicators are compared with, by period)
cli-arg-register-out = The file; a table in text where its name ends in csv, else an XLSX workbook
cli-arg-register-in = The file with the table
cli-example-register-export = write the reserve into a workbook
cli-example-register-show = show what a file would change
cli-example-register-import = take it in
cli-register-written = { $rows ->
    [one] { $rows } row written
   *[other] { $rows } rows written
}: { $path }
cli-register-row = { $place } · { $what }: { $said }
cli-register-new = new
cli-register-changed = changed
cli-register-rests = computed by it: { $values }
cli-register-stays = { $code } stays { $value }
cli-register-changed-to = changed: { $what }
cli-register-refused = cannot be taken in. { $why }
cli-register-same = { $n ->
    [one] { $n } row as it is already
   *[other] { $n } rows as they are already
}
cli-register-nothing = Nothing to change: all of it is on record.
cli-register-not-yet = Nothing was written. Add --yes to take it in.
cli-register-faults = { $n ->
    [one] { $n } row cannot be taken in; nothing was written.
   *[other] { $n } rows cannot be taken in; nothing was written.
}
cli-register-faults-next = { $n ->
    [one] Put it right in the file and try again.
   *[other] Put them right in the file and try again.
}
cli-register-too-much = These are more changes than fit at once.
cli-register-too-much-next = Take it in in parts of { $n ->
    [one] about { $n } row
   *[other] about { $n } rows
} each.
doubt-several-persons = Several persons are called so. Write this record in the catalogue.
doubt-part-of-name = Somebody of a similar name is on record. Give surname, given name and patronymic in full.
doubt-no-organisation = There is no such organisation. Write its name as the register of organisations has it.
doubt-two-organisations = Number and name are of two organisations. Put one of them right.
doubt-no-mentor = There is no such mentor. Write the full name as the catalogue has it.
doubt-twice = The record stands in the file twice. Take one of the rows out.
doubt-no-document = There is no such document. Write it as the list of documents has it: kind, date and number.
doubt-several-documents = Several documents are called so. Write this record in the catalogue.
doubt-not-compared = In this period no indicator of this code is compared with a reference. Check the code and the period.
doubt-no-indicator = No indicator has such a code. List the codes with semicolons between them.
doubt-no-period = There is no such period. Write its name as the catalogue has it.
doubt-no-quantity = There is no such base quantity. Write its name as the catalogue has it.
doubt-no-record = There is no such record. Write how it stands on record; for a new one leave the cell empty.
doubt-circle = Organisations are merged into each other in a circle. Mend one of the rows.
doubt-several-reasons = The organisation has several such reasons. Add the column “С” with the first day.
