//! The Plans screen as a core that the shell runs: state, snapshot and looks together.

use std::sync::Arc;

use ratatui::Frame;
use ratatui::layout::Size;

use super::effects::Effect;
use super::events::Event;
use super::glyphs::Glyphs;
use super::job::{Job, News};
use super::letters::Letters;
use super::run::Core;
use super::scene::Scene;
use super::state::{Access, State};
use super::theme::Theme;
use super::update;
use crate::action::KeyMap;
use crate::locale::Lang;
use crate::workspace::{Snapshot, Wanted};

/// The screen.
#[derive(Debug)]
pub struct PlansScreen {
    state: State,
    snapshot: Arc<Snapshot>,
    looks: Looks,
}

/// How the screen looks.
#[derive(Debug, Clone, Copy)]
pub struct Looks {
    /// The language.
    pub lang: Lang,
    /// The colours.
    pub theme: Theme,
    /// The signs.
    pub glyphs: &'static Glyphs,
    /// The letters.
    pub letters: Letters,
}

impl Looks {
    /// What fits the environment, where `var` looks a variable up.
    pub fn choose(lang: Lang, var: impl Fn(&str) -> Option<String>) -> Self {
        let (theme, glyphs) = (Theme::choose(&var), Glyphs::choose(&var));
        Self { lang, theme, glyphs, letters: Letters::choose(var) }
    }
}

impl PlansScreen {
    /// A screen over a snapshot that holds nothing yet but the day; the plans come as [`News::Read`].
    #[must_use]
    pub fn new(snapshot: Arc<Snapshot>, size: Size, keys: KeyMap, (access, looks): (Access, Looks)) -> Self {
        let state = State::new(looks.lang, size, keys, access);
        Self { state, snapshot, looks }
    }

    /// The same with a folder in which a file is proposed for what cannot be saved.
    #[must_use]
    pub fn writing_out_to(mut self, folder: String) -> Self {
        self.state.own_folder = folder;
        self
    }

    /// The same beginning with the review of a document.
    #[must_use]
    pub fn reviewing(mut self, wanted: Option<Wanted>) -> Self {
        self.state.wanted = wanted;
        self
    }
}

impl Core for PlansScreen {
    type Job = Job;
    type News = News;

    fn update(&mut self, event: Event<News>) -> Vec<Effect<Job>> {
        if let Event::News(news) = &event
            && let Some(snapshot) = news.snapshot()
        {
            self.snapshot = Arc::clone(snapshot);
        }
        update::update(&mut self.state, event, &self.snapshot)
    }

    fn is_behind(&self) -> bool {
        self.state.counts.are_behind
    }

    fn catch_up(&mut self) {
        self.state.catch_up(&self.snapshot);
    }

    fn letters(&self) -> Letters {
        self.looks.letters
    }

    fn seen(&mut self) {
        update::seen(&mut self.state);
    }

    fn is_waiting(&self) -> bool {
        !self.state.notices.awaited.is_empty()
    }

    fn draw(&self, frame: &mut Frame<'_>) {
        let Looks { theme, glyphs, .. } = &self.looks;
        let scene = Scene { state: &self.state, snapshot: &self.snapshot, theme, glyphs };
        frame.render_widget(scene, frame.area());
    }
}
