### An edition of the catalogue: what keeps it from being published

trouble-no-direction = The edition has no direction.
trouble-no-indicator = The direction has no indicator.
trouble-blank = The field { QUOTE($field) } is empty.
trouble-code-twice = { QUOTE($other) } has the same code.
trouble-weight-sum = The weights of the indicators add up to { $sum }, not to 100.
trouble-direction-sum = The weights of the directions add up to { $sum }, not to 100.
trouble-no-weight = The weight must be above 0.
trouble-direction-retired = The indicator is collected, but its direction is retired.
trouble-direction-missing = The direction of the indicator is not in this edition.
trouble-printed = The scale stands as printed: make it into bands.
trouble-of-itself = The indicator is computed from itself.
trouble-circle = Indicators are computed in a circle: { $way }.
trouble-input-missing = The indicator { $input } that it is computed from is not collected in this edition.
trouble-input-without-number = The indicator { $input } that it is computed from is a choice and no number.
trouble-input-of-another = The indicator { $input } that it is computed from describes another kind of subject.
trouble-base-missing = The base quantity that the formula names is gone.
trouble-bounds-crossed = The lower bound { $min } is above the upper one { $max }.
trouble-usual-outside = The bound of the usual { $bound } lies outside of what is possible.
trouble-levels-open = The last level must begin at 0.
trouble-levels-unordered = The level in line { $level } does not begin below the one before it.
trouble-out-of-range = The number { $number } does not fit: it goes from 0 to { $max }.
trouble-no-act = The act that approved the edition is not given.
trouble-shares-added-up = Shares do not add up: 50 % and 75 % would be 125 %. Choose “from parts”.
trouble-no-parts = There is nothing to make a year of: the indicator has no numerator and denominator. Choose “last value” or “mean”.
trouble-dates-crossed = The edition is in force before it was adopted.
trouble-applies-backwards = The edition applies before it was adopted: acts may reach back. Check the date.
trouble-adopted-otherwise = The date of adoption is not the date of the act: { $signed }.
trouble-wording-without-points = There are words of recommendations for points that the scale does not give: { $points }.
refusal-edition-unfit = The edition is not published: { $faults ->
    [one] { $faults } fault is
   *[other] { $faults } faults are
 } in the way, the first at { QUOTE($at) }.
refusal-edition-unfit-next = Open the list of what is wrong with the edition: it leads to each fault.
refusal-retire-instead = { QUOTE($subject) } can’t be removed: there is { $by }, too, and values may stand under it.
refusal-retire-instead-next = Retire it: it is collected no more, and the past stays.
refusal-period-has-values = The period { $period } has values already.
refusal-period-has-values-next = Move the period to the new edition: F8, Periods.
part-whole = the whole
part-code = code
part-title = title
part-short = short title
part-weight = weight
part-direction = direction
part-measure = measure
part-scoring = scale
part-bounds = bounds
part-roll-up = result of a year
part-levels = levels
part-completeness = completeness
part-min-months = months in office
part-adopted = date of adoption
part-dates = in force from
part-applies-from = applies from
part-act = act
part-wording = words of recommendations
