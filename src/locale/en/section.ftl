# The section of the self-assessment on paper

form-section-title = { $code }. { $title }
form-demo = DEMO: the data are invented
form-round = Assessment round { $year }, as of { $date }
form-submitted = Sent: outgoing no. { $number } of { $date }
form-goals = Municipal goals and tasks:
form-indicators = Municipal indicators:
form-methods = Methods of gathering and processing information
form-monitoring = Monitoring of the indicators
form-monitoring-lead = Monitoring of the indicators is carried out:
form-analysis = Analysis of the results of monitoring:
form-recommendations = Recommendations that follow from the analysis:
form-measures = Measures and activities
form-decisions = Management decisions
form-effectiveness = Analysis of the effect of the measures:
form-nothing = No evidence.
form-inapplicable = Does not apply: { $reason }
form-redaction = (as amended { $date })
form-title = { QUOTE($title) }
form-note = (note: { $note })
form-pages = pp. { $pages }
form-assessment = Self-assessment
form-column-number = No.
form-column-requirement = Requirement
form-column-most = Most
form-column-points = Points
form-stage-sum = Stage total
form-total = Total
form-no-points = —
form-documents = Documents
form-column-document = Document
form-column-uses = Requirements
form-column-remarks = Remarks
form-no-documents = There are no documents.
form-since = { $what }, since { $date }

## The command line

cli-cycle-about = A section of the self-assessment: read from a page, or written out
cli-cycle-import-about = Read a page of a section: requirements and the documents under them; asks before writing
cli-cycle-export-about = Write a section as text, Markdown, DOCX or HTML
cli-arg-cycle-in = the page of a section: text in any encoding
cli-arg-cycle-out = where to; without a name it is printed
cli-option-section = number of the section, such as 2.1; needed if there are several
cli-option-round = year of the round; the last one without it
cli-option-format = text, md, docx or html; without it by the ending of the file, else text
cli-option-cycle-similar = take a document that looks like one of the register for that one
cli-name-format = FORMAT
cli-name-year = YEAR
cli-example-cycle-import = what is understood and what would change; asks before writing
cli-example-cycle-docx = the section as a document to hand in
cli-example-cycle-text = the section as text on the screen
cli-cycle-written = The section is written: { $path }
cli-cycle-not-shown = A DOCX cannot be shown on the screen.
cli-cycle-not-shown-next = Name a file: smotr cycle export section.docx
cli-no-sections = There are no sections yet.
cli-no-sections-next = Read the page of one: smotr cycle import FILE
cli-no-section = There is no section { $code }.
cli-several-sections = There are several sections.
cli-section-next = Name one with --section; there are { $codes }.
cli-no-round = This section has no round of { $year }.
cli-no-round-next = Name another year, or none for the last round.
cli-no-open-round = This section has no open round: the last one was sent.
cli-no-open-round-next = Begin a new round in the program and read the page again.
cli-cycle-founds = section { $code } will be begun, round { $year }
cli-cycle-ask = Write it? [y/n]
cli-cycle-which = Number, 0 for another document, Enter to write nothing:
cli-cycle-open = { $n ->
    [one] Of { $n } document it cannot be told whether it is the one of the register. Nothing is written.
   *[other] Of { $n } documents it cannot be told whether they are those of the register. Nothing is written.
}
cli-cycle-open-next = Run it in a terminal to be asked about each, or add --similar: one that looks alike is the same.

## The page of a section

page-empty = There is nothing in the file: { $file }
page-empty-next = See whether it is the right file.
page-too-large = The file is too large for the page of a section: { $file }
page-too-large-next = Leave one section in it.
page-not-text = This is no text: { $file }
page-not-text-next = Open the file in its own program and save it as text (TXT).
page-not-a-section = This is no page of a section, no stage of the cycle (goals, indicators, methods…) is named in it: { $file }
page-not-a-section-next = See whether it is the right file; stages are named by lines that are headings.
page-no-such-section = There is no such section in the file: { $file }
page-no-such-section-next = See the number in --section.
page-requirement = { $line } · { $stage } · { $words }
page-requirement-new = { $line } · { $stage } · { $words } — a new requirement
page-citation = { $line } · { $document } — { $what }
page-there = there already
page-twice = said twice, not written again
page-pages = other pages, they were { $were }
page-pages-new = new pages
page-new-of-known = new citation
page-new-of-perhaps = new citation, document in doubt
page-new-of-new = new citation, new document
page-unread = { $line } · not understood, { $why } · { $text }
page-before-headings = stands before the headings
page-no-requirement = no requirement stands above it
page-no-words = there is no word in it
page-too-long = too long
page-other-section = belongs to another section
page-no-such-date = { $line } · there is no day { $date }, the document has no date
page-no-kind = { $line } · no kind of document is named, taken for an event or another document
page-open-quote = { $line } · a quote is not closed
page-number-twice = Two documents of other dates or bodies have the number { $number }: they are two.
page-perhaps = { $line } · { $document } — the register has one like it:
page-candidate = { $number }) { $document }
page-understood = Understood: requirements { $requirements } (without documents { $empty }), citations { $citations }, documents { $documents }, lines not understood { $unread }.
page-brings = New requirements { $asked }, documents { $documents }, citations { $new }; pages that change { $pages }; citations there already { $there }.
page-left = { $n ->
    [one] { $n } citation of this round is not on the page, it stays.
   *[other] { $n } citations of this round are not on the page, they stay.
}
