### The catalogue: sections, lists, details

## Sections

catalogue-sections = Sections
section-editions = Editions
section-periods = Periods
section-organisations = Organisations
section-persons = People
section-documents = Documents
section-base-quantities = Base quantities
section-users = Users

## Editions and their indicators

edition-short = ed. { $number }
edition-holds = holds
edition-periods = Periods measured by it
edition-no-periods = None yet.
level-from = { $title }: from { $from }
completeness-means = level and place are given when at least { $share } is entered
min-months-mean = { $n ->
    [one] a place is given after at least { $n } month in office
   *[other] a place is given after at least { $n } months in office
}
weights-sum = Σ { $sum }
weights-sum-off = Σ { $sum } ≠ 100
weights-of-directions = direction weights
weights-of-indicators = indicator weights
caption-indicators = indicators
indicator-about = about
indicator-due-in = due for
indicator-roll-up = year total
indicator-decimals = decimals
indicator-base = base quantity
indicator-wording = Wording for recommendations
wording-up-to = { $n ->
    [one] at most { $n } point
   *[other] at most { $n } points
}
row-not-collected = not collected
no-editions = There are no editions yet. A new store gets its catalogue when it is made: smotr --data FOLDER.

## Periods

caption-days = days
no-deadline = no deadline

## Organisations and people

kind-short-additional = additional
kind-short-other = other
organisation-closed = closed { $date }
appointments-heading = Appointments
contract-until = contract until { $date }
caption-heads = where
caption-since = when
no-persons = There are no people yet. A head is entered with the organisation: { $command }.

## Documents, base quantities, users

no-documents = There are no documents yet. { $command } enters the first one.
row-incomplete = incomplete
caption-used-by = used by
empty-base-quantities = There are no base quantities: no indicator uses a number that others use as well.
caption-scope = scope
scope-directions = dir. { $codes }
scope-organisations = organisations: { $n }
row-no-access = no access
no-users = There are no users yet. { $command } adds the first one.
