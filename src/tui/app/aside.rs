//! Pages that made way for the screen: from a card or a chain Enter leads to a value, and Esc there leads back, one step. So does a line of
//! the journal or of the catalogue, where the screen itself made way.
//!
//! Must not know what any page is for. A way back holds while the screen shows what the page led to; it never leads away from elsewhere.

use super::App;
use crate::analysis::measures::Part;
use crate::domain::ids::{DirectionId, IndicatorId, PeriodId, RoundId};
use crate::domain::record::Key;
use crate::locale::Phrase;
use crate::service::link::News;
use crate::tui::layer::Overlay;
use crate::tui::screen::Screen;
use crate::tui::screen::attention::AttentionScreen;
use crate::tui::screen::catalogue::Catalogue;
use crate::tui::screen::cycle::CycleScreen;
use crate::tui::screen::journal::JournalScreen;
use crate::tui::screen::measures::MeasuresScreen;
use crate::tui::screen::sheet::SheetScreen;
use crate::tui::status::Tone;

/// What is shown: the rows may be walked, another list is somewhere else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    Monitoring {
        pivot: bool,
        period: Option<PeriodId>,
        direction: Option<DirectionId>,
        /// `None` where leaders come first: there the rows are the indicators.
        indicator: Option<IndicatorId>,
    },
    Sheet {
        period: Option<PeriodId>,
        direction: Option<DirectionId>,
    },
    Cycle {
        round: Option<RoundId>,
    },
    Catalogue {
        section: usize,
        inside: Option<Key>,
    },
    Journal,
    Measures(Part),
    Attention,
}

/// Pages, the lowest first, with what they led to.
#[derive(Debug)]
pub(super) struct Aside {
    pages: Vec<Box<dyn Overlay>>,
    /// The screen below them.
    over: Screen,
    led_to: Shown,
}

impl App {
    fn shown(&self) -> Shown {
        let (pivot, chosen) = (self.monitoring.pivot, self.monitoring.chosen);
        match self.screen {
            Screen::Monitoring => Shown::Monitoring {
                pivot,
                period: chosen.period,
                direction: chosen.direction,
                indicator: chosen.indicator.filter(|_| !pivot),
            },
            Screen::Sheet => Shown::Sheet {
                period: chosen.period,
                direction: chosen.direction.filter(|_| !self.sheet.all),
            },
            Screen::Cycle => Shown::Cycle {
                round: self.cycle.round,
            },
            Screen::Catalogue => Shown::Catalogue {
                section: self.catalogue.chosen,
                inside: self.catalogue.inside,
            },
            Screen::Journal => Shown::Journal,
            Screen::Measures => Shown::Measures(self.measures.part),
            Screen::Attention => Shown::Attention,
        }
    }

    /// Puts a layer aside, with all below it. Whatever takes text keeps its input and goes. Whether there is a way back.
    pub(super) fn put_aside(&mut self, top: Box<dyn Overlay>) -> bool {
        let mut pages = std::mem::take(&mut self.layers);
        pages.push(top);
        for page in &pages {
            self.keep_input_of(&**page);
        }
        pages.retain(|it| !it.takes_text());
        let (over, led_to) = (self.layers_over, self.shown());
        let way_back = !pages.is_empty() || over != Screen::Monitoring;
        self.aside = way_back.then_some(Aside {
            pages,
            over,
            led_to,
        });
        way_back
    }

    /// Another screen has made way for what is shown now: Esc leads back to its line.
    pub fn put_screen_aside(&mut self, over: Screen) {
        self.aside = Some(Aside {
            pages: Vec::new(),
            over,
            led_to: self.shown(),
        });
        self.tell_way_back();
    }

    /// Says that Esc leads back.
    pub(super) fn tell_way_back(&mut self) {
        let sentence = self.say(Phrase::EscLeadsBack);
        self.status.tell(Tone::Plain, sentence);
    }

    /// Opens what made way for what the screen shows. Whether there was anything.
    pub fn back(&mut self) -> bool {
        let Some(aside) = self.aside.take() else {
            return false;
        };
        let here = self.shown() == aside.led_to;
        if here {
            self.screen = aside.over;
            match self.screen {
                Screen::Monitoring => {}
                Screen::Sheet => SheetScreen::open(self),
                Screen::Cycle => CycleScreen::open(self),
                Screen::Catalogue => Catalogue::open(self),
                Screen::Journal => JournalScreen::resume(self),
                Screen::Measures => MeasuresScreen::open(self),
                Screen::Attention => AttentionScreen::open(self),
            }
            self.layers_over = aside.over;
            self.layers = aside.pages;
            self.renew_layers();
        }
        here
    }

    /// Drops the way back.
    pub(super) fn forget_aside(&mut self) {
        self.aside = None;
    }

    /// Pages that stand aside hear the news as well: what they show when they come back is as it is then.
    pub(super) fn tell_aside(&mut self, news: &News) {
        let Some(mut aside) = self.aside.take() else {
            return;
        };
        for page in &mut aside.pages {
            let _ = page.news(news, self);
        }
        self.aside = Some(aside);
    }
}
