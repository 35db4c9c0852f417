//! Who comes and who goes, and what those are told who come, or who have to begin anew.

use super::Worker;
use crate::domain::ids::UserId;
use crate::service::access::Did;
use crate::service::engine::{ClientId, Listener, TurnedAway};
use crate::service::link::{News, Trouble, Welcome};

impl Worker {
    pub(super) fn join(
        &mut self,
        account: &str,
        news: Listener,
    ) -> Result<(ClientId, Welcome), TurnedAway> {
        let known = self.state.user_by_account(account);
        let is_admitted = |it: &UserId| self.state.users.get(it).is_some_and(|it| !it.retired);
        let Some(user) = known.filter(is_admitted) else {
            self.aside.not_admitted(known, account);
            let former = known.is_some();
            return Err(TurnedAway { former });
        };
        self.aside.note(user, Did::Joined);
        let id = self.audience.join(&self.state, user, news);
        if let Some(it) = self.aside.news_for(&self.state, user) {
            self.audience.tell(id, it);
        }
        let welcome = self.audience.welcome(id, self.welcome(user));
        Ok((id, welcome))
    }

    /// Everything as it is now; the audience hides of it what is hidden from whom it is told to.
    fn welcome(&self, user: UserId) -> Welcome {
        Welcome {
            store: self.keeper.mark(),
            user,
            state: self.state.clone(),
            unsaved: self.unsaved.read(user),
            writing: self.writing,
        }
    }

    /// Tells one everything as it is now. To whoever is let go nothing is told any more.
    pub(super) fn tell_anew(&self, client: ClientId) {
        let is_admitted = |it: &UserId| self.state.users.get(it).is_some_and(|it| !it.retired);
        if let Some(user) = self.audience.user(client).filter(is_admitted) {
            let again = News::Again(Box::new(self.welcome(user)));
            self.audience.tell(client, again);
        }
    }

    /// Whoever is no longer admitted hears nothing more.
    pub(super) fn part_with_retired(&mut self) {
        let gone = self.audience.part_with_retired(&self.state);
        let audience = &self.audience;
        self.presence.keep(|it| audience.user(it).is_some());
        self.note_left(gone);
    }

    pub(super) fn note_left(&self, gone: impl IntoIterator<Item = UserId>) {
        for user in gone {
            self.aside.note(user, Did::Left);
        }
    }

    /// There is no archive of this day: those who administer hear of it, now or when they come.
    pub(super) fn no_archive(&mut self, trouble: Trouble) {
        self.aside.no_archive(trouble);
        for (client, user) in self.audience.everybody() {
            if let Some(news) = self.aside.news_for(&self.state, user) {
                self.audience.tell(client, news);
            }
        }
    }
}
