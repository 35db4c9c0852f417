### Journal and undo

## What a record is called

name-program = the program
name-unknown = { $kind } No. { $id }
name-with-account = { $name } ({ $account })
name-erased = person No. { $id } (data erased)
name-edition = catalogue, ed. { $number }
name-direction = direction { $code }, ed. { $edition }
name-indicator = indicator { $code }, ed. { $edition }
name-base-quantity = base quantity { QUOTE($title) }
name-base-value = { $quantity } · { $organisation }
name-reference = reference { $indicator }
name-appointment = appointment · { $organisation } · { $person }
name-period = period { $name }
name-cell = { $indicator } · { $whom }
name-in-period = { $period } · { $what }
name-recommendation = recommendation · { $whom }
name-recommendation-on = recommendation · { $indicator } · { $whom }
name-decision = decision · { $what }
name-assignment = assignment { $number } · { $decision }
name-report = report · { $what }
name-requirement = requirement { $order } of section { $section }
name-citation = citation · { $document }
name-user = user { $account }
name-deputy = deputation · { $head } → { $deputy }
whom-and-more = { $first } and { $n } more
quoted = { QUOTE($text) }
who-and-when = { $who }, { $when }

## What changed in a record

change-added = { $subject } — added: { $what }
change-added-bare = { $subject } — added
change-removed = { $subject } — removed
change-said = { $subject } — { $what }
change-erased = { $subject } — data erased
change-nothing = { $subject } — no change
change-from-to = { $before } → { $after }
change-field = { $field }: { $before } → { $after }
change-field-only = { $field }: changed
change-labelled = { $field }: { $text }
change-in-use-again = in use again
change-to = → { $after }

## What one command did

commit-nothing = no changes
commit-undone = undone: { $what }
commit-redone = redone: { $what }
commit-imported = from a file: { $what }
commit-erased = personal data erased: { $what }
commit-both = { $first }; { $second }
commit-and-more = { $n ->
    [one] { $first }; and { $n } more record
   *[other] { $first }; and { $n } more records
}
commit-bulk-to = { $scope } → { $state }
commit-bulk = { $scope } — { $what }
commit-bulk-added = { $scope } — added
commit-bulk-removed = { $scope } — removed
commit-scope = { $place } · { $count }
commit-scope-named = { $count } ({ $names })
names-and-more = { $names } and { $n } more
commit-stood-in = { $what } (as deputy of { $head })

## What is done to the catalogue

deed-edition-added = Edition { $number } added
deed-edition-copied = Edition { $number } is a copy of edition { $base }
deed-edition-dropped = Edition { $number } removed
deed-published = Edition { $number } published
deed-published-for = { $said }, measured by it: { $names }
deed-draft-again = Edition { $number } is a draft again
deed-with-more = { $n ->
    [one] { $said }, and { $n } record with it
   *[other] { $said }, and { $n } records with it
}
deed-indicator-retired = Indicator { $code } retired ({ $edition })
deed-indicator-revived = Indicator { $code } collected again ({ $edition })
deed-direction-retired = Direction { $code } retired ({ $edition })
deed-direction-revived = Direction { $code } in use again ({ $edition })
deed-indicators-arranged = Indicators put in another order ({ $edition })
deed-directions-arranged = Directions put in another order ({ $edition })
deed-begun = The store is begun: { $municipality }, { $period }
deed-period-opened = { $period }: open for entry
deed-period-reviewed = { $period }: handed over for checking
deed-period-closed = { $period }: the period is closed
deed-period-reopened = { $period }: the period is open again
deed-period-moved = { $period }: the period is moved, { $edition }
deed-period-rescored = { $period }: the results are reckoned anew, { $edition }
deed-undone = undone: { QUOTE($deed) }
deed-redone = redone: { QUOTE($deed) }

## The screen of the journal

journal-about-indicator = indicator
journal-about-organisation = organisation
journal-about-person = person
journal-all = All changes
journal-empty = There have been no changes yet.
journal-filter-title = Journal: whose changes, or about what
journal-loading = The journal is loading…
journal-title = Journal
journal-title-filtered = Journal · { $whose }
journal-title-counted = Journal · { $whose } · lines: { $n }
journal-title-more = Journal · { $whose } · lines: more than { $n }
row-pair = { $left } { $right }
row-decision = decision { $act }
row-recommendation = rec. { $what }
row-assignment = assignm. { $what }
row-report = report: { $what }
row-added = added
row-gone = data erased
row-removed = removed
row-erased = personal data erased
row-more = +{ $n }
