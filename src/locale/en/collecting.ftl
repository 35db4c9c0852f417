### Collecting: asked for, received, accepted

kind-collection = collection
name-collection = collection for { $period } · { $organisation }
field-collecting = latest
receipt-paper = paper
receipt-letter = letter
receipt-file = file
collecting-not-requested = not requested
collecting-requested = requested
collecting-returned = returned
collecting-received = received
collecting-accepted = accepted
paper-without-number = unnumbered of { $date }
paper-outgoing = outgoing No. { $number } of { $date }
paper-incoming = incoming No. { $number } of { $date }
collected-requested = request sent, { $paper }
collected-received = data received, { $paper }, { $form }
collected-accepted = data accepted { $date }
collected-returned = data returned { $date }: { $reason }
collected-returned-until = data returned { $date } until { $until }: { $reason }
collected-reminded = reminder sent, { $paper }
deed-collected = { $whom }: { $what } (collection for { $period })
deed-collected-right = { $whom }: mark { QUOTE($what) } put right (collection for { $period })
deed-collected-back = { $whom }: mark { QUOTE($what) } taken back (collection for { $period })
command-collecting = Collecting
command-collect-requested = Request sent
command-collect-received = Data received
hint-collect-received = received
hint-to-file-to-print = to a file, to print
words-collecting = collecting data request received not sent late reminder
words-collect-requested = request outgoing letter schools
words-collect-received = received incoming came data
order-by-stage = by stage
order-by-late = by delay
wanted-all = all
wanted-not-requested = not requested
wanted-not-sent = not sent yet
wanted-late = late
wanted-returned = returned
wanted-not-accepted = received, not accepted
wanted-not-entered = received, not all entered
wanted-accepted = accepted
wanted-to-mend = with values sent back
wanted-on-review = with values on review
collecting-to-mend = { $n ->
    [one] { $n } value sent back
   *[other] { $n } values sent back
}
collecting-on-review = { $n ->
    [one] { $n } value on review
   *[other] { $n } values on review
}
caption-to-mend = Back
caption-on-review = Review
concerns-returned = { $n ->
    [one] { $who }: { $n } value sent back ({ $names })
   *[other] { $who }: { $n } values sent back ({ $names })
}
concerns-approved = { $n ->
    [one] { $who }: { $n } value approved ({ $names })
   *[other] { $who }: { $n } values approved ({ $names })
}
concerns-submitted = { $n ->
    [one] { $who }: { $n } value handed in ({ $names })
   *[other] { $who }: { $n } values handed in ({ $names })
}
concerns-replaced = { $n ->
    [one] { $who }: { $n } value of yours replaced ({ $names })
   *[other] { $who }: { $n } values of yours replaced ({ $names })
}
concerns-undone = { $n ->
    [one] { $who }: step taken back, { $n } value is { QUOTE($state) } again ({ $names })
   *[other] { $who }: step taken back, { $n } values are { QUOTE($state) } again ({ $names })
}
collecting-deadline = deadline { $date }
collecting-late = { $n ->
    [one] { $n } organisation is late
   *[other] { $n } organisations are late
}
collecting-shown = { $what }: { $n }, { $order }
collecting-marked = organisations marked: { $n }
collecting-nobody = There are no such organisations.
caption-stage = Stage
caption-request = Outgoing
caption-receipt = Incoming
caption-late = Late
paper-short = { $number } of { $date }
move-accept = Data accepted
move-return = Return what was sent
move-remind = Reminder sent
move-correct = Correct the request
move-asked-already = { $organisation }: { $stage }, nothing has come yet. A second letter is «Reminder sent», a slip in the first is «Correct the request».
request-begins = The request came before what is noted: it goes first.
request-again = A new request: what is noted stays, and data are awaited again.
last-incoming = last one: No. { $number } of { $date }
move-take-back = Take a mark back
move-take-back-of = Take back: { $what }
move-take-back-differs = The last marks of these organisations differ. Take them back one by one.
move-not-now = { $organisation }: { $stage }. { QUOTE($what) } cannot be noted now.
move-of-how-many = { $n } of { $of }
label-receipt-form = Form
label-source-of-next = Source of entries
source-of-next = this paper, for the next values
source-left = leave as it is
button-note = Note
nothing-noted-yet = Nothing is noted yet.
collecting-left-out = Does not fit, will not be noted ({ $n }): { $names }
collecting-asked = Requested already, and stays as it is ({ $n }): { $names }. A second one is a “Reminder sent”.
collecting-not-entered = Not all is entered ({ $n }): { $names }
collecting-sent-back = returned { $date }: { $reason }
collecting-sent-back-until = returned { $date }, due { $until }: { $reason }
until-as-before = Empty: the term there was, { $date }.
until-none = Empty: no term, nobody is late.
hint-to-values = values
hint-mark-stage = note
heading-collected = Course of collecting
heading-missing = Not entered

command-reminder = Text of the reminder
words-reminder = reminder letter text not sent
move-letter = Text of the reminder
reminder = Reminder
reminders = Reminders
reminder-subject = Data for the monitoring of heads
reminder-to = Organisation:
reminder-head = Head:
reminder-asked = By request ({ $paper }) the organisation gives the data of the monitoring of heads for { $period } from { $from } to { $to }.
reminder-expected = The organisation gives the data of the monitoring of heads for { $period } from { $from } to { $to }.
reminder-term = The data are due on { $date }.
reminder-nothing = As of { $date } nothing has come from the organisation.
reminder-partly = As of { $date } the data are not complete.
reminder-returned = The data that came ({ $paper }) were returned: { $reason }.
reminder-again = They are expected again by { $date }.
reminder-late = { $n ->
    [one] { $n } day late.
   *[other] { $n } days late.
}
reminder-missing = { $n ->
    [one] { $n } value of { $of } is missing, of the indicator:
   *[other] { $n } values of { $of } are missing, of the indicators:
}
reminder-request = Please send the missing data as soon as possible. If an indicator does not apply or there are no data, please give the reason.
reminder-request-again = Please send the corrected data as soon as possible.
reminder-signed = Signature
reminder-made-by = Prepared by, telephone
reminder-nobody = There is nobody to remind: all who were asked have sent their data.
reminder-needless = { $organisation }: { $stage }, entered { $filled } of { $of }. There is nothing to remind of.
not-sent-heading = Have not sent their data for { $period } (as of { $date }): { $n } of { $of }
reminder-left-out = Organisations that have sent and need no letter: { $n }.
not-sent-unasked = Organisations without a request: { $n }. They are not in the list.
entered-of = entered { $filled } of { $of }
cli-reminder-about = Print the reminder to an organisation, or to all that have not sent
cli-reminder-list = Only the list of those who have not sent
cli-example-reminder = the reminder to school 9
cli-example-reminder-list = the list of those who have not sent
hand-in-title = Submit
hand-approve-title = Approve
hand-return-title = Return values to be done again
label-direction-of = Direction
direction-all = all
hand-nothing = There is nothing here to submit or approve: no value fits.
hand-goes = { $n ->
    [0] No value fits.
    [one] { $n } value fits.
   *[other] { $n } values fit.
}
hand-stays = Left as they are: { $what }.
hand-stays-empty = not entered — { $n }
hand-stays-note = no note — { $n }
hand-stays-evidence = no evidence — { $n }
hand-stays-own = entered by you, to be approved by another — { $n }
hand-stays-scope = not your direction or organisation — { $n }
hand-stays-other = in another state already — { $n }
hand-stays-approved = approved — { $n }
hand-stays-found = a finding of high importance is open — { $n }
hand-of-them-found = With findings of high importance among them: { $n }.
label-found-ones = With findings
found-left = leave them until those are settled
found-too = approve them, too
hand-stays-not-mended = returned and not changed — { $n }
hand-stays-closed = the period is closed — { $n }
hand-of-these = marked cells: { $n }
hand-of-them-approved = Approved among them: { $n }.
label-approved-ones = Approved ones
approved-left = leave them approved
approved-too = return them, too
label-returned-ones = Returned ones
returned-left = leave them returned
returned-too = submit as they are
button-hand-in = Submit
button-hand-approve = Approve
button-hand-return = Return
ready-not-requested = Not requested ({ $n }): { $names }
ready-not-sent = Nothing has come ({ $n }): { $names }
ready-returned = Returned ({ $n }): { $names }
ready-not-accepted = Received and not accepted ({ $n }): { $names }
ready-not-entered = Received, not all entered ({ $n }): { $names }
