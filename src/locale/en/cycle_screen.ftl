### The screen of the cycle: stages and directions, what proves each requirement, sections and rounds

## Commands

command-screen-cycle = Cycle
screen-cycle-short = Cycle
command-move-citation = Move a citation
command-copy-citation = Copy a citation
command-replace-document = Replace a document
command-submit-round = Submit the round
command-start-round = Start the next round
command-edit-section = Change the section
command-found-section = New section
words-screen-cycle = section 2.1, management cycle, evidence, self-assessment, requirements
words-replace-document = successor, new version, instead
words-rounds = round, self-assessment, sending, new year
words-sections = directions of a section, stages, full cycle, partial cycle
way-cycle = to the cycle

## The matrix

cycle-row-goals = Goals
cycle-row-indicators = Indicators
cycle-row-methods = Methods
cycle-row-monitoring = Monitoring
cycle-row-analysis = Analysis
cycle-row-recommendations = Recommendations
cycle-row-measures = Measures
cycle-row-decisions = Decisions
cycle-row-effectiveness = Effect of measures
cycle-common = common
cycle-round-line = section { $code }, round { $year } · { $state }
cycle-submitted-as = submitted { $date }, outgoing No. { $number }
cycle-title = { $max ->
    [one] { $round } · { $got } of { $max } point
   *[other] { $round } · { $got } of { $max } points
}
cycle-points = { $got } of { $max }
cycle-list = Requirements and documents
cycle-list-marked = { $n ->
    [one] Requirements and documents · { $n } marked
   *[other] Requirements and documents · { $n } marked
}
cycle-detail = In full
cell-under-cursor = { $stage } · { $track }: { $words }
cell-of-several = proven { $k } of { $n } · { $worst }
cell-asks-nothing = the form asks nothing here
cell-left-out = not applicable by the cycle of the section
gap-no-goal = indicators without a goal
gap-no-indicators = a goal without indicators
standing-proven = proven
standing-incomplete = incomplete requisites
standing-data = data only
standing-repealed = document repealed
standing-missing = no document
standing-inapplicable = does not apply
legend-nothing = not asked
legend-gap = gap of the method
no-sections = There are no sections yet. The first one is made by { $command }: section 2.1 by the form supplied, or any other.

## Requirements and citations

cycle-inapplicable-because = does not apply: { $reason }
cycle-nothing-proves = neither a document nor data
key-cites = { $key } — cite a document
data-without-document = data and no document: { $what }
in-the-program = in the program: { $what }
points-by-hand = given by hand
citation-retired = retired
citation-older = older than the round
document-cited = { $n ->
    [one] the document is cited { $n } time
   *[other] the document is cited { $n } times
}
own-goals = { $n ->
    [one] { $n } goal, with grounds { $grounds }, with targets { $targets }
   *[other] { $n } goals, with grounds { $grounds }, with targets { $targets }
}
own-indicators = { $n ->
    [one] { $n } indicator with its reckoning
   *[other] { $n } indicators with their reckoning
}
own-methods = { $n ->
    [one] method and source described for { $k } of { $n } indicator
   *[other] method and source described for { $k } of { $n } indicators
}
own-monitoring = { $n ->
    [one] { $k } of { $n } value entered
   *[other] { $k } of { $n } values entered
}
own-notes = { $n ->
    [one] { $n } note of analysis, with conclusions { $k }
   *[other] { $n } notes of analysis, with conclusions { $k }
}
own-recommendations = { $n ->
    [one] { $n } recommendation, organisations — { $k }
   *[other] { $n } recommendations, organisations — { $k }
}
own-activities = { $kind } — held { $n }, organisations taking part — { $k }
own-decisions = { $n ->
    [one] { $n } decision, assignments { $assignments }, done { $done }, overdue { $overdue }
   *[other] { $n } decisions, assignments { $assignments }, done { $done }, overdue { $overdue }
}
own-reviews = { $n ->
    [one] { $n } review of effect, with numbers before and after — { $k }
   *[other] { $n } reviews of effect, with numbers before and after — { $k }
}

## Remarks

remarks-title = Remarks on the cycle
no-remarks = No remarks.
all-proven = Documents prove all requirements.
remarks-older = Older than the round: see whether the document still serves this year
check-about = About
check-of-one = { $sentence }: { $what }
check-of-many = { $n ->
    [one] { $sentence } — { $n } time
   *[other] { $sentence } — { $n } times
}
one-for-all-of = { $n ->
    [one] { $document } — { $n } requirement
   *[other] { $document } — { $n } requirements
}
check-goal-without-grounds = a goal without the problem behind it
check-goal-without-indicator = a goal without indicators
check-indicators-without-goal = indicators without a goal
check-indicator-without-method = an indicator without a method
check-monitoring-not-fixed = the period is over and its data were not fixed by closing it
check-analysis-without-conclusions = an analysis without conclusions
check-recommendation-without-addressee = a recommendation without an addressee
check-activity-not-derived = a measure that follows from no analysis
check-decision-incomplete = a decision without requisites or assignments
check-assignment-without-executor = an assignment without an executor
check-review-without-effect = a review that tells what took place and not what it changed
check-not-reviewed = the effect was not reviewed
check-repealed = document repealed
check-incomplete = incomplete requisites of a document
check-no-link = the document has no link to its publication
check-other-level = only a regional or federal document
check-one-for-all = one document for much

## Citing

paper-to-be-made = There are data and no document: a new one is proposed below, all of it can be changed. A document at hand is found in the first field.
proposed-goals = On the goals of managing the quality of education for the school year { $year }
proposed-indicators = On the indicators of how effective heads of schools are for the school year { $year }
proposed-methods = On the methods of collecting and processing data on the indicators for the school year { $year }
proposed-monitoring = On the results of monitoring how effective heads of schools are in the school year { $year }
proposed-analysis = On the results of the analysis of how effective heads of schools are in the school year { $year }
proposed-recommendations = On targeted recommendations after the analysis of the school year { $year }
proposed-measures = On measures after the analysis of the school year { $year }
proposed-decisions = On decisions after the analysis of the school year { $year }
proposed-effectiveness = On the effect of the measures taken after the school year { $year }
proposed-of-direction = { $title }, direction { QUOTE($direction) }
requirement-in-round = { $requirement }, round { $year }
cite-title-of = Cite a document · { $what }
cite-title-many = { $n ->
    [one] Cite a document · { $n } requirement
   *[other] Cite a document · { $n } requirements
}
label-requirements = Requirements
label-pages = Pages
label-citation-note = Note
pages-how = numbers with commas, such as 4-17, 62-64; may stay empty
button-cite = Cite the document
cited-there-already = Cited on these pages already, not written twice; requirements { $numbers }
cite-needs-document = Find a document by its number or words, or enter a new one.
cite-needs-requirement = Choose at least one requirement.
no-requirement-here = There is no requirement here. Put the cursor on one.
no-citation-here = There is no citation here. Put the cursor on one in the list.
no-document-here = There is no document here. Put the cursor on one.
no-round-here = There is no round of assessment yet. Make a section.
pick-requirement = Which requirement
move-where = Where to move: { $what }
copy-where = Where to copy: { $what }

## Replacing a document

replace-title = Replace everywhere · { $what }
replace-about = { $n ->
    [one] { $n } citation in rounds not submitted will change. Space leaves it as it is.
   *[other] { $n } citations in rounds not submitted will change. Space leaves any of them as it is.
}
label-successor = By which
label-citations = Citations
label-keep-pages = Keep the pages
label-mark-repealed = The former is repealed
pages-go = p. { $pages } — will go
button-replace = Replace
replace-needs-successor = Find the document that takes the place of the former one, or enter a new one.
replace-nothing = Nothing is chosen: tick at least one citation.

## A requirement

new-requirement-title = New requirement
label-requirement = Requirement
label-stage = Stage
label-order = Number in the form
label-most-points = Most points
label-points-by-hand = Points by hand
label-asked = Document asked
label-inapplicable = Does not apply
button-add-requirement = Add the requirement
points-are-reckoned = empty — reckoned by documents
points-are-number = Give a number of points.
order-is-number = Give the number of the line in the form.
inapplicable-how = the reason; empty — it applies
cycle-leaves-out = The cycle of this direction has no such stage: it will not be written

## Sections and rounds

section-export = Write the section to a file
section-as-docx = Word document (docx)
section-as-html = Page to be printed (html)
section-as-text = Text (txt)
section-as-markdown = Markdown (md)
section-supplied = Section 2.1 by the form supplied
section-other = Another section
choose-round = Section and round
label-section-code = Number
label-round-year = Year of the round
column-track = direction
column-cycle = cycle
cycle-full = full
cycle-partial = partial
button-found-section = Make the section
about-tracks = Code or name of a direction of the catalogue, or a name of its own. Cycle: full, partial (measures, decisions, effect only) or numbers of stages, such as 1-5, 7.
about-section-code = Number of the section in the assessment, such as 2.1 or 1.3.
about-round-year = The year for which the section is submitted.
cycle-how = The cycle { QUOTE($text) } is not understood. Write “full”, “partial” or numbers of stages from 1 to 9.
track-twice = The direction { QUOTE($name) } is named twice.
year-how = Give a year, such as 2026.
round-copies = { $n ->
    [one] The new round takes { $n } requirement from the former one ({ $what }), and citations, { $citations } of them.
   *[other] The new round takes { $n } requirements from the former one ({ $what }), and citations, { $citations } of them.
}
round-older-next = What is older than the round — { $command }
button-start-round = Start the round
submit-round-title = Submit · { $what }
submit-round-means = A round that was submitted changes no more: it can be read and printed, and the next one takes everything from it.
button-submit-round = Submit the round
no-later-round = This is the last round of the section.
no-earlier-round = This is the first round of the section.
