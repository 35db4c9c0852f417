//! Line by line: what each is, by its own words and by what stands before it.
//!
//! Invariant: every line that is not blank comes into one item. A line that goes on with the one before it is joined to that one.

use super::act::{acts, has_requisites};
use super::empty::{is_above, is_end, is_inapplicable, is_nothing};
use super::heading::{Named, is_about, is_asked, is_deed, named};
use super::kinds::{begun, is_event, is_paper};
use super::marks::{Mark, marked, section};
use super::quotes::is_open;
use super::{Item, MOST_CHARS, MOST_JOINED, What, Why};
use crate::domain::evidence::Stage;

/// Codes that sections of the assessment have.
const SECTIONS: [&str; 8] = ["1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "2.3", "2.4"];

/// The items of a text.
pub(super) fn items(text: &str, wanted: Option<&str>) -> Vec<Item> {
    let lines: Vec<(usize, &str)> = (1..)
        .zip(text.lines())
        .map(|(n, it)| (n, it.trim()))
        .filter(|(_, it)| !it.is_empty())
        .collect();
    let mut reader = Reader {
        wanted,
        ..Reader::default()
    };
    for (at, (n, line)) in lines.iter().enumerate() {
        let next = lines.get(at + 1).map_or("", |it| it.1);
        reader.line(*n, line, next);
    }
    reader.items
}

#[derive(Default)]
struct Reader<'a> {
    wanted: Option<&'a str>,
    items: Vec<Item>,
    /// The code of the section that is read.
    section: Option<String>,
    /// Whether the lines are of another section.
    is_other: bool,
    /// Whether the section is over.
    is_over: bool,
    stage: Option<Stage>,
    /// Whether there is something to cite under.
    is_asked: bool,
    /// Whether the last requirement had a mark, and which.
    mark: Option<Mark>,
}

impl Reader<'_> {
    fn line(&mut self, n: usize, line: &str, next: &str) {
        if line.chars().count() > MOST_CHARS {
            return self.put(n, line, What::Unread(Why::TooLong));
        }
        if let Some(what) = self.section(line) {
            return self.put(n, line, what);
        }
        if self.is_other {
            return self.put(n, line, What::Unread(Why::OtherSection));
        }
        let is_over = self.is_over || self.stage.is_some() && is_end(line);
        if is_over || is_inapplicable(line) || self.stage.is_none() && is_above(line) {
            self.is_over = is_over;
            return self.put(n, line, What::Beside);
        }
        let (mark, rest) = marked(line);
        if !rest.contains(char::is_alphanumeric) || is_nothing(rest) {
            let is_said = self.is_asked && is_nothing(line.trim_end_matches('.'));
            let why = if self.is_asked {
                Why::NoWords
            } else {
                Why::BeforeHeadings
            };
            let is_words = is_said || self.is_asked && is_nothing(rest);
            return self.put(
                n,
                line,
                if is_words {
                    What::Nothing
                } else {
                    What::Unread(why)
                },
            );
        }
        if !rest.contains(char::is_alphabetic) {
            return self.put(n, line, What::Unread(Why::NoWords));
        }
        if self.goes_on(n, line, (mark, rest)) {
            return self.join(n, line);
        }
        if let Some(it) = named(rest).filter(|it| self.is_heading(*it, (mark, rest), next)) {
            self.stage = Some(it.stage);
            self.is_asked = true;
            self.mark = None;
            return self.put(n, line, What::Stage(it.stage));
        }
        let what = match self.is_requirement((mark, rest)) {
            true => self.requirement(mark, rest),
            false => self.citations(rest),
        };
        self.put(n, line, what);
    }

    fn put(&mut self, n: usize, line: &str, what: What) {
        self.items.push(Item {
            first: n,
            last: n,
            text: line.to_owned(),
            what,
        });
    }

    /// The heading of this section, or of another one.
    fn section(&mut self, line: &str) -> Option<What> {
        let (code, title) = section(line)?;
        let is_words = named(&title).is_some_and(|it| it.only) || is_deed(&title);
        let is_cited = begun(&title).is_some() || has_requisites(&title);
        if is_words && self.section.is_some() || named(&title).is_some_and(|it| it.only) || is_cited
        {
            return None;
        }
        let is_known = SECTIONS.contains(&code.as_str());
        let is_ours = match (self.wanted, &self.section) {
            (Some(wanted), _) => wanted == code,
            (None, Some(section)) => *section == code,
            (None, None) => true,
        };
        if self.stage.is_some() && !is_known || is_ours && self.section.is_some() && !self.is_other
        {
            return None;
        }
        self.is_other = !is_ours;
        if !is_ours {
            return Some(What::Unread(Why::OtherSection));
        }
        (self.stage, self.is_over, self.is_asked) = (None, false, false);
        self.section = Some(code.clone());
        Some(What::Section { code, title })
    }

    /// Whether the line goes on with the one before it.
    fn goes_on(&self, n: usize, line: &str, (mark, rest): (Mark, &str)) -> bool {
        let Some(last) = self.items.last().filter(|it| it.last + 1 == n) else {
            return false;
        };
        let length = last.text.chars().count() + line.chars().count();
        let is_long = length >= MOST_CHARS || last.last - last.first + 1 >= MOST_JOINED;
        if mark == Mark::Bullet || is_long {
            return false;
        }
        let is_act = begun(rest).is_some_and(|it| it.body) && has_requisites(rest);
        let is_small = rest.starts_with(char::is_lowercase) && mark == Mark::None;
        let is_marked = self.mark.is_some_and(|it| it != Mark::None);
        match &last.what {
            What::Citations(_) if is_act => false,
            What::Citations(cited) => {
                let is_rest = ["№", "от ", "стр", "с. ", "(ред", "(в ред"]
                    .iter()
                    .any(|it| rest.starts_with(it));
                let is_untitled = cited.last().is_some_and(|it| it.document.title.is_empty());
                let is_title = is_untitled && rest.starts_with(['«', '"', '“', '„']);
                let is_heading = named(rest).is_some_and(|it| it.only);
                is_open(&last.text) && !is_heading
                    || is_rest
                    || is_title
                    || is_small && (is_marked || !is_about(rest))
            }
            What::Requirement { .. } => !is_act && is_small && (is_marked || !is_about(rest)),
            What::Stage(_) => !last.text.ends_with(':') && is_small && !is_about(rest) && !is_act,
            What::Section { .. } => is_small,
            What::Nothing | What::Beside | What::Unread(_) => false,
        }
    }

    /// Joins the line to the one before it, which is then read anew.
    fn join(&mut self, n: usize, line: &str) {
        let Some(last) = self.items.last_mut() else {
            return;
        };
        last.last = n;
        last.text = format!("{} {line}", last.text);
        let (_, rest) = marked(&last.text);
        match &mut last.what {
            What::Citations(cited) => *cited = acts(rest),
            What::Requirement { words: kept, .. } => *kept = words(rest),
            What::Section { title, .. } => *title = format!("{title} {line}"),
            What::Stage(_) | What::Nothing | What::Beside | What::Unread(_) => {}
        }
    }

    /// Whether what names a stage is its heading, and not one of its requirements or what proves one.
    fn is_heading(&self, it: Named, (mark, rest): (Mark, &str), next: &str) -> bool {
        let is_bullet = mark == Mark::Bullet;
        if rest.ends_with(':') {
            return it.only || it.early && !is_bullet && !is_about(rest) && !has_requisites(rest);
        }
        if !it.only {
            return false;
        }
        let (next_mark, next) = marked(next);
        let asks = is_about(next) || next_mark != Mark::None && !has_requisites(next);
        match (it.deed, self.stage == Some(it.stage)) {
            (true, _) => !is_bullet && asks,
            (false, true) => !is_bullet && (asks || self.mark.is_none()),
            (false, false) => true,
        }
    }

    fn is_requirement(&self, (mark, rest): (Mark, &str)) -> bool {
        if has_requisites(rest) {
            return false;
        }
        let is_marked = self.mark.is_some_and(|it| it != Mark::None);
        match (mark, begun(rest)) {
            (Mark::None, Some(_)) => false,
            (Mark::None, None) if is_paper(rest) || is_event(rest) => false,
            (Mark::None, None) => is_asked(rest) || is_about(rest) || is_deed(rest) && !is_marked,
            // What is marked is asked for, but for the orders and letters that somebody has marked, too.
            (_, Some(it)) => !it.body && (is_marked || self.mark.is_none()),
            (_, None) => true,
        }
    }

    fn requirement(&mut self, mark: Mark, rest: &str) -> What {
        // Without a heading its own words may name the stage.
        let stage = self
            .stage
            .or_else(|| named(rest).filter(|_| is_deed(rest)).map(|it| it.stage));
        let Some(stage) = stage else {
            return What::Unread(Why::BeforeHeadings);
        };
        (self.is_asked, self.mark) = (true, Some(mark));
        What::Requirement {
            stage,
            words: words(rest),
        }
    }

    fn citations(&self, rest: &str) -> What {
        match (self.is_asked, self.stage) {
            (true, _) => What::Citations(acts(rest)),
            (false, Some(_)) => What::Unread(Why::NoRequirement),
            (false, None) => What::Unread(Why::BeforeHeadings),
        }
    }
}

/// The words of a requirement without what parts it from the next one.
fn words(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words
        .join(" ")
        .trim_end_matches([';', '.', ':', ','])
        .trim_end()
        .to_owned()
}
