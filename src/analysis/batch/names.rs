//! What is called how: names in a file become organisations, indicators and periods by what the store knows of them.
//!
//! Owns matching by code, number and name, and what looks alike. A likeness is only ever offered: it is a person who says that it is the same.
//! A file calls a school by more words than the store does, so every word of the file need not be found, which is what a search box asks for.

use std::collections::BTreeMap;

use crate::domain::alias::Means;
use crate::domain::ids::{EditionId, IndicatorId, OrganisationId, PeriodId};
use crate::domain::people::Person;
use crate::domain::state::State;
use crate::domain::text::fold;

/// Names that are offered for one that is not known.
const OFFERED: usize = 3;
/// How alike names have to be, of a hundred.
const ALIKE: usize = 55;
/// What the same number counts for, of a hundred.
const NUMBER: usize = 50;

/// Everything that a file may name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// The period that is meant where a file names none.
    pub period: Option<PeriodId>,
    organisations: Vec<Called>,
    by_name: BTreeMap<String, Vec<OrganisationId>>,
    by_number: BTreeMap<u32, Vec<OrganisationId>>,
    municipality: Vec<String>,
    editions: BTreeMap<PeriodId, EditionId>,
    indicators: BTreeMap<(EditionId, String), Vec<IndicatorId>>,
    titles: BTreeMap<EditionId, Vec<(IndicatorId, String)>>,
    periods: BTreeMap<String, PeriodId>,
    /// What was said of names before.
    organisations_meant: BTreeMap<String, OrganisationId>,
    indicators_meant: BTreeMap<String, IndicatorId>,
}

/// An organisation by its words.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Called {
    id: OrganisationId,
    number: Option<u32>,
    words: Vec<String>,
}

/// What a name stands for, or the name itself.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Named<T> {
    /// It is known.
    Known(T),
    /// A person has said before what this name means: that, and the name as it was given.
    Remembered(T, String),
    /// It is not: the name as it was given.
    Unknown(String),
}

impl<T: Copy> Named<T> {
    /// What it stands for, as far as that is known.
    #[must_use]
    pub fn id(&self) -> Option<T> {
        match self {
            Named::Known(id) | Named::Remembered(id, _) => Some(*id),
            Named::Unknown(_) => None,
        }
    }
}

impl Names {
    /// Everything that the store knows; `period` is the one that is meant where a file names none.
    #[must_use]
    pub fn of(state: &State, period: Option<PeriodId>) -> Names {
        let mut names = Names {
            period,
            ..Names::default()
        };
        for (id, it) in state.organisations.iter() {
            let (short, full) = (plain(&it.name), plain(&it.full_name));
            let mut words: Vec<String> = short
                .split(' ')
                .chain(full.split(' '))
                .map(str::to_owned)
                .collect();
            words.retain(|it| !it.is_empty());
            words.sort();
            words.dedup();
            // A name without letters and figures, «—», names nothing.
            for name in [short, full].into_iter().filter(|it| !it.is_empty()) {
                push(&mut names.by_name, name, *id);
            }
            if let Some(number) = it.number {
                names.by_number.entry(number).or_default().push(*id);
            }
            names.organisations.push(Called {
                id: *id,
                number: it.number,
                words,
            });
        }
        let own = state.settings.as_ref().map(|it| plain(&it.municipality));
        names.municipality = ["муниципалитет".to_owned()]
            .into_iter()
            .chain(own.filter(|it| !it.is_empty()))
            .collect();
        for it in state.aliases.values() {
            names.say(&it.text, it.means);
        }
        for (id, it) in state.periods.iter() {
            names.editions.insert(*id, it.edition);
            names.periods.insert(plain_period(&it.name), *id);
        }
        for ((edition, id), it) in state.indicators.iter() {
            if it.retired {
                continue;
            }
            let own = [&it.code, &it.title, &it.short].map(|it| plain(it));
            for name in own.into_iter().filter(|it| !it.is_empty()) {
                push(&mut names.indicators, (*edition, name), *id);
            }
            let both = plain(&format!("{} {}", it.code, it.title));
            push(&mut names.indicators, (*edition, both), *id);
            let title = plain(&it.title);
            names.titles.entry(*edition).or_default().push((*id, title));
        }
        names
    }

    /// Takes a name for what a person says that it means.
    pub fn say(&mut self, name: &str, means: Means) {
        match means {
            Means::Organisation(id) => {
                self.organisations_meant.insert(plain(name), id);
            }
            Means::Indicator(id) => {
                self.indicators_meant.insert(plain(name), id);
            }
        }
    }

    /// The period of a name: «2025/26», «2025-2026».
    #[must_use]
    pub fn period_of(&self, name: &str) -> Option<PeriodId> {
        self.periods.get(&plain_period(name)).copied()
    }

    /// Whether the municipality itself is named.
    #[must_use]
    pub fn is_municipality(&self, name: &str) -> bool {
        self.municipality.contains(&plain(name))
    }

    /// The organisation of a name: by its name, short or full, else by its number alone.
    #[must_use]
    pub fn organisation(&self, name: &str) -> Named<OrganisationId> {
        let plain = plain(name);
        let by_number = || self.by_number.get(&plain.parse().ok()?);
        let found = self.by_name.get(&plain).or_else(by_number);
        match (
            found.map(Vec::as_slice),
            self.organisations_meant.get(&plain),
        ) {
            (Some([one]), _) => Named::Known(*one),
            (_, Some(one)) => Named::Remembered(*one, name.trim().to_owned()),
            _ => Named::Unknown(name.trim().to_owned()),
        }
    }

    /// Organisations that a longer text names, «Сведения СШ № 12 за год»; one whose name is only a piece of another's is not meant. A number
    /// alone names none, it may be that of a direction or a sheet; and what a person has said of a name was said of the whole of it.
    #[must_use]
    pub fn organisations_in(&self, text: &str) -> Vec<Named<OrganisationId>> {
        let apart = |it: &str| format!(" {it} ");
        let worded = plain(text);
        if !worded.contains(char::is_alphabetic) {
            return Vec::new();
        }
        let whole = self.organisation(text);
        if whole.id().is_some() {
            return vec![whole];
        }
        let text = apart(&worded);
        let own = (self.by_name.iter()).filter_map(|(name, ids)| match ids.as_slice() {
            [id] => Some((name, *id)),
            _ => None,
        });
        let mut found: Vec<(String, OrganisationId)> = own
            .filter(|(name, _)| name.contains(char::is_alphabetic))
            .map(|(name, id)| (apart(name), id))
            .filter(|(name, _)| text.contains(name.as_str()))
            .collect();
        let names: Vec<String> = found.iter().map(|it| it.0.clone()).collect();
        found.retain(|(name, _)| {
            let longer = |it: &&String| it.len() > name.len() && it.contains(name.as_str());
            !names.iter().any(|it| longer(&it))
        });
        let mut ids: Vec<OrganisationId> = found.into_iter().map(|it| it.1).collect();
        ids.sort_unstable();
        ids.dedup();
        ids.into_iter().map(Named::Known).collect()
    }

    /// The indicator of a code or a name in the edition of a period.
    #[must_use]
    pub fn indicator(&self, period: PeriodId, name: &str) -> Named<IndicatorId> {
        let plain = plain(name);
        let Some(edition) = self.editions.get(&period) else {
            return Named::Unknown(name.trim().to_owned());
        };
        let found = self.indicators.get(&(*edition, plain.clone()));
        match (found.map(Vec::as_slice), self.indicators_meant.get(&plain)) {
            (Some([one]), _) => Named::Known(*one),
            (_, Some(one)) => Named::Remembered(*one, name.trim().to_owned()),
            _ => Named::Unknown(name.trim().to_owned()),
        }
    }

    /// Organisations whose names look like this one, the likeliest first; with a number, whatever has it.
    #[must_use]
    pub fn organisations_like(&self, name: &str) -> Vec<OrganisationId> {
        best(self.organisations_ranked(name), NUMBER)
    }

    /// The one organisation whose name looks like this one by its words, and not only by its number: «СОШ 17» may be a kindergarten.
    #[must_use]
    pub fn organisation_alike(&self, name: &str) -> Option<OrganisationId> {
        match best(self.organisations_ranked(name), ALIKE).as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }

    fn organisations_ranked(&self, name: &str) -> Vec<(usize, OrganisationId)> {
        let plain = plain(name);
        let words: Vec<&str> = plain.split(' ').collect();
        let numbers: Vec<u32> = words.iter().filter_map(|it| it.parse().ok()).collect();
        let letters: Vec<&str> = words
            .iter()
            .copied()
            .filter(|it| it.parse::<u32>().is_err())
            .collect();
        let likeness = |it: &Called| {
            if !numbers.is_empty() && it.number.is_none_or(|it| !numbers.contains(&it)) {
                return 0;
            }
            let alike = alike(&letters, &it.words);
            match numbers.is_empty() {
                true => alike,
                false => NUMBER + alike / 2,
            }
        };
        let all = self.organisations.iter();
        all.map(|it| (likeness(it), it.id)).collect()
    }

    /// Indicators of a period whose titles look like this one.
    #[must_use]
    pub fn indicators_like(&self, period: PeriodId, name: &str) -> Vec<IndicatorId> {
        let plain = plain(name);
        let titles = self
            .editions
            .get(&period)
            .and_then(|it| self.titles.get(it));
        let words: Vec<&str> = plain.split(' ').collect();
        let all = titles.into_iter().flatten().map(|(id, title)| {
            let there: Vec<String> = title.split(' ').map(str::to_owned).collect();
            let both: Vec<&str> = there.iter().map(String::as_str).collect();
            let given: Vec<String> = words.iter().map(|it| (*it).to_owned()).collect();
            // Both ways: a single common word makes no title.
            (alike(&words, &there).min(alike(&both, &given)), *id)
        });
        best(all.collect(), ALIKE)
    }
}

fn push<K: Ord, T: PartialEq>(map: &mut BTreeMap<K, Vec<T>>, key: K, id: T) {
    let all = map.entry(key).or_default();
    if !all.contains(&id) {
        all.push(id);
    }
}

fn best<T: Copy>(mut all: Vec<(usize, T)>, least: usize) -> Vec<T> {
    all.retain(|it| it.0 >= least);
    all.sort_by_key(|it| std::cmp::Reverse(it.0));
    all.into_iter().take(OFFERED).map(|it| it.1).collect()
}

/// A name as it is compared: letters and figures without case, one space between words; a point or a comma stays between figures only.
#[must_use]
pub fn plain(name: &str) -> String {
    let letters: Vec<char> = fold(name).chars().collect();
    let is_figure = |at: Option<usize>| {
        at.and_then(|it| letters.get(it))
            .is_some_and(char::is_ascii_digit)
    };
    let mut out = String::with_capacity(name.len());
    for (at, c) in letters.iter().enumerate() {
        let between = is_figure(at.checked_sub(1)) && is_figure(Some(at + 1));
        let c = match c {
            c if c.is_alphanumeric() => *c,
            '.' | ',' if between => '.',
            _ => ' ',
        };
        if c != ' ' || !out.ends_with(' ') {
            out.push(c);
        }
    }
    // «№12» and «СШ12» are «№ 12» and «СШ 12».
    let mut spaced = String::with_capacity(out.len());
    let mut before = ' ';
    for c in out.chars() {
        if before.is_alphabetic() && c.is_ascii_digit() {
            spaced.push(' ');
        }
        spaced.push(c);
        before = c;
    }
    spaced.trim().to_owned()
}

fn plain_period(name: &str) -> String {
    let folded = fold(name.trim()).replace(['-', '–', '—', '\\'], "/");
    let year = folded
        .trim_start_matches("учебный год")
        .trim_end_matches("учебный год")
        .trim_end_matches("уч. год")
        .trim();
    match year.split_once('/') {
        Some((first, second)) if second.len() == 4 => {
            let short: String = second.chars().skip(2).collect();
            format!("{first}/{short}")
        }
        _ => year.to_owned(),
    }
}

/// Whether a name in a file is that of somebody with this surname: it begins with the whole of it.
#[must_use]
pub fn is_named(name: &str, surname: &str) -> bool {
    let (name, surname) = (fold(name.trim()), fold(surname.trim()));
    let rest = (!surname.is_empty())
        .then(|| name.strip_prefix(&surname))
        .flatten();
    rest.is_some_and(|it| !it.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
}

/// Whether a name in a file is all of this person's: surname, given name and patronymic, each in full or by its first letter.
#[must_use]
pub fn is_named_in_full(name: &str, person: &Person) -> bool {
    if !is_named(name, &person.surname) {
        return false;
    }
    let folded = fold(name.trim());
    let rest = folded.strip_prefix(&fold(person.surname.trim()));
    let given: Vec<&str> = (rest.unwrap_or_default().split([' ', '.', '\u{a0}']))
        .filter(|it| !it.is_empty())
        .collect();
    let own = [fold(person.given.trim()), fold(person.patronymic.trim())];
    let is = |(given, own): (&&str, &String)| {
        *given == own || given.chars().count() == 1 && own.starts_with(*given)
    };
    !given.is_empty() && given.len() <= own.len() && given.iter().zip(&own).all(is)
}

/// School years that a text names, «2024/25» or «2024-2025», each as periods are called.
#[must_use]
pub fn years(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !(c.is_ascii_digit() || matches!(c, '/' | '-' | '–' | '—')));
    let year = |it: &str| -> Option<String> {
        let plain = plain_period(it);
        let (first, second) = plain.split_once('/')?;
        let first: u32 = first.parse().ok().filter(|_| first.len() == 4)?;
        let second: u32 = second.parse().ok().filter(|_| second.len() == 2)?;
        ((first + 1) % 100 == second).then_some(plain)
    };
    words.filter_map(year).collect()
}

/// How much of these words is found among those, of a hundred.
fn alike(words: &[&str], there: &[String]) -> usize {
    let sums = words.iter().map(|word| {
        let likes = there.iter().map(|it| likeness(word, it));
        likes.max().unwrap_or(0)
    });
    sums.sum::<usize>().checked_div(words.len()).unwrap_or(0)
}

/// How alike two words are, of a hundred: the pairs of letters that both have.
fn likeness(one: &str, other: &str) -> usize {
    if one == other {
        return 100;
    }
    let pairs = |it: &str| -> Vec<(char, char)> {
        let letters: Vec<char> = it.chars().collect();
        letters
            .windows(2)
            .filter_map(|it| Some((*it.first()?, *it.get(1)?)))
            .collect()
    };
    let (one, mut other) = (pairs(one), pairs(other));
    let all = one.len() + other.len();
    let mut both = 0_usize;
    for pair in one {
        if let Some(at) = other.iter().position(|it| *it == pair) {
            other.swap_remove(at);
            both += 1;
        }
    }
    (200 * both).checked_div(all).unwrap_or(0)
}
