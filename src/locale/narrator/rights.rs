//! Who may what was refused, in words: names, and until when somebody stands in.

use chrono::{DateTime, NaiveDate};

use super::{Narrator, Told};
use crate::domain::deputies;
use crate::domain::ids::{DeputyId, UserId};
use crate::domain::mask;
use crate::domain::people::{Deputy, Role};
use crate::domain::record::{Commit, Key, Record};
use crate::domain::refusal::{Able, Who};
use crate::locale::{Phrase, args, format};

impl Narrator<'_> {
    /// A right that is missing: what it takes, and who has it or gives it.
    pub(super) fn denied(&self, needs: Role, outside: bool, may: &Who) -> Told {
        let fact = if outside {
            self.say(Phrase::RefusalOutside)
        } else {
            let role = self.locale.word(&needs);
            self.with(Phrase::RefusalDenied, &args![role])
        };
        let is_masked = mask::is_masked(self.names);
        let next = if may.is_nobody() {
            let account = self.say(Phrase::CliNameAccount);
            let call = match outside {
                true => format!("smotr user scope {account} …"),
                false => format!("smotr user role {account} {}", needs.typed()),
            };
            let ask = self.administrators();
            // Numbers of accounts tell nobody whom to go to.
            let (n, names) = match is_masked {
                true => (0, String::new()),
                false => (ask.named.len() + ask.more, self.names_of(&ask)),
            };
            self.with(Phrase::RefusalNobodyMay, &args![n, names, call])
        } else if is_masked {
            self.say(match outside {
                true => Phrase::RefusalAskInScope,
                false => Phrase::RefusalAskRole,
            })
        } else {
            self.who_may(may)
        };
        Told { fact, next }
    }

    /// Who may approve instead of the one who has entered.
    pub(super) fn who_may_approve(&self, may: &Who) -> String {
        if mask::is_masked(self.names) {
            let role = self.locale.word(&Role::Head);
            return self.with(Phrase::RefusalRoleMay, &args![role]);
        }
        self.who_may(may)
    }

    /// «Это могут другие сотрудники (Дёмина О. П., Орлова А. П. — замещение до 14.08.2026 и ещё 2).»
    fn who_may(&self, may: &Who) -> String {
        let n = may.named.len() + may.more;
        self.with(Phrase::RefusalWhoMay, &args![n, names = self.names_of(may)])
    }

    pub(super) fn names_of(&self, who: &Who) -> String {
        let named: Vec<String> = who.named.iter().map(|it| self.able(it)).collect();
        let names = named.join(", ");
        match who.more {
            0 => names,
            n => self.with(Phrase::NamesAndMore, &args![names, n]),
        }
    }

    fn able(&self, it: &Able) -> String {
        let who = self.user_in_full(it.user);
        match it.until {
            Some(day) => self.with(
                Phrase::RefusalAbleUntil,
                &args![who, day = format::date(day)],
            ),
            None => who,
        }
    }

    fn administrators(&self) -> Who {
        let users = self.names.users.iter();
        let them = users.filter(|(_, it)| !it.retired && it.roles.contains(&Role::Administrator));
        Who::of(them.map(|(id, _)| Able {
            user: *id,
            until: None,
        }))
    }

    /// The account of a user.
    pub(super) fn account(&self, id: UserId) -> String {
        let user = self.names.users.get(&id);
        user.map_or_else(|| self.user(id), |it| it.account.clone())
    }

    /// What a commit did, with the head for whom its author stood in: «… (замещается Дёмина О. П.)».
    pub fn stood_in_for(&self, commit: &Commit, what: String) -> String {
        let moment = DateTime::from_timestamp_millis(commit.time.0);
        let day = moment.map(|it| it.with_timezone(&self.offset).date_naive());
        match day.and_then(|day| deputies::acted_for(self.names, commit, day)) {
            Some(head) => {
                let head = self.user_in_full(head);
                self.with(Phrase::CommitStoodIn, &args![what, head])
            }
            None => what,
        }
    }

    /// What is said of the head: «кто замещает: Орлова А. П., с 01.08.2026 по 14.08.2026».
    pub fn stands_in(&self, it: &Deputy) -> String {
        self.deputation(Phrase::DeputyStandsIn, it.user, it)
    }

    /// What is said of the deputy: «кого замещает: Громов П. Ф., с 01.08.2026 по 14.08.2026».
    pub fn stands_for(&self, it: &Deputy) -> String {
        self.deputation(Phrase::DeputyStandsFor, it.head, it)
    }

    fn deputation(&self, phrase: Phrase, who: UserId, it: &Deputy) -> String {
        let (from, to) = (format::date(it.from), format::date(it.to));
        let who = self.user_in_full(who);
        self.with(phrase, &args![who, from, to])
    }

    /// Everything of this kind about a user that lasts or is yet to come, in order of time: who stands in, then for whom.
    pub fn deputations_of(&self, user: UserId, today: NaiveDate) -> Vec<(DeputyId, String)> {
        let lasting = self.names.deputies.iter().filter(|(_, it)| it.to >= today);
        let mut found: Vec<_> = lasting
            .filter_map(|(id, it)| {
                let is_head = it.head == user;
                let said = match is_head {
                    true => self.stands_in(it),
                    false if it.user == user => self.stands_for(it),
                    false => return None,
                };
                Some(((!is_head, it.from), (*id, said)))
            })
            .collect();
        found.sort_by_key(|it| it.0);
        found.into_iter().map(|it| it.1).collect()
    }

    /// Somebody stands in already: who, for whom, on which days.
    pub(super) fn stood_in(&self, by: DeputyId) -> Told {
        let next = self.say(Phrase::RefusalAlreadyStoodInNext);
        let Some(Record::Deputy(it)) = self.record(Key::Deputy(by)) else {
            let fact = self.key(Key::Deputy(by));
            return Told { fact, next };
        };
        let fact = self.with(
            Phrase::RefusalAlreadyStoodIn,
            &args![
                head = self.user_in_full(it.head),
                deputy = self.user_in_full(it.user),
                from = format::date(it.from),
                to = format::date(it.to)
            ],
        );
        Told { fact, next }
    }
}
