//! Which folder holds what, by the XDG rules.

use std::path::PathBuf;

use etcetera::BaseStrategy as _;

/// The folder of files that come in.
const IMPORTS: &str = "загрузка";
/// The folder of files that go out.
const EXPORTS: &str = "выгрузка";

/// The folders of one person. Nothing is created by asking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths {
    /// The store: `$XDG_DATA_HOME/smotr`.
    pub data: PathBuf,
    /// The demo store: `$XDG_DATA_HOME/smotr-demo`.
    pub demo: PathBuf,
    /// The person's keymap and settings: `$XDG_CONFIG_HOME/smotr`.
    pub config: PathBuf,
    /// Log, reports of crashes, input kept without a link: `$XDG_STATE_HOME/smotr`.
    pub state: PathBuf,
    /// The home folder: where a path without a folder begins.
    pub home: PathBuf,
    /// Files that come in: `~/загрузка`. Where WinSCP opens, and in sight there: a folder with a point before its name is not.
    pub imports: PathBuf,
    /// Files that the person asked for: `~/выгрузка`, beside it.
    pub exports: PathBuf,
}

impl Paths {
    /// The folders of whoever runs this process; `None` without a home folder.
    #[must_use]
    pub fn find() -> Option<Paths> {
        let base = etcetera::choose_base_strategy().ok()?;
        let home = base.home_dir().to_owned();
        Some(Paths {
            data: base.data_dir().join("smotr"),
            demo: base.data_dir().join("smotr-demo"),
            config: base.config_dir().join("smotr"),
            state: base
                .state_dir()
                .unwrap_or_else(|| home.join(".local/state"))
                .join("smotr"),
            imports: home.join(IMPORTS),
            exports: home.join(EXPORTS),
            home,
        })
    }
}
