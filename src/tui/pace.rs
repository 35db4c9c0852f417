//! When the screen is drawn: at once for one's own keys and their answers; for what others do, ten times a second at most.
//!
//! Pure: the moment comes with the message. A timer is asked for only while something waits to be drawn.

use crate::domain::ids::{Timestamp, UserId};
use crate::service::link::News;

/// Milliseconds between two frames that show nothing but what others did.
const BETWEEN: i64 = 100;

/// What is to be done after messages were taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// Draw.
    Now,
    /// Draw after so many milliseconds.
    After(u32),
    /// Nothing: there is nothing new, or the frame that is waited for shows it, too.
    Nothing,
}

/// When something was drawn, and what waits.
#[derive(Clone, Copy, Debug, Default)]
pub struct Pace {
    drawn: Option<Timestamp>,
    own: bool,
    others: bool,
    armed: bool,
}

impl Pace {
    /// Something of this window's own has happened.
    pub fn own(&mut self) {
        self.own = true;
    }

    /// News have come; whose commit they carry decides.
    pub fn heard(&mut self, news: &News, user: UserId) {
        match news {
            News::Committed(commit) if commit.actor != user => self.others = true,
            News::Here(_) | News::Unsaved(_) => self.others = true,
            _ => self.own = true,
        }
    }

    /// The time that was waited for has come.
    pub fn due(&mut self) {
        self.armed = false;
    }

    /// What is to be done now.
    pub fn frame(&mut self, now: Timestamp) -> Frame {
        if self.own {
            return self.draw(now);
        }
        if !self.others || self.armed {
            return Frame::Nothing;
        }
        let since = self.drawn.map_or(BETWEEN, |it| now.0.saturating_sub(it.0));
        // A clock that was set back makes nobody wait.
        match u32::try_from(BETWEEN - since) {
            Ok(wait) if wait > 0 && since >= 0 => {
                self.armed = true;
                Frame::After(wait)
            }
            _ => self.draw(now),
        }
    }

    fn draw(&mut self, now: Timestamp) -> Frame {
        let armed = self.armed;
        *self = Pace {
            drawn: Some(now),
            armed,
            ..Pace::default()
        };
        Frame::Now
    }
}
