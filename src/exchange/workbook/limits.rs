//! How much of a file is read: every limit by name, so that a refusal says which one it was.
//!
//! They stand far above what a register or a form of the department holds, and far below what fills the memory of a small server.

/// Bytes of the file.
pub const FILE_BYTES: usize = 32 << 20;
/// Bytes of all the parts that are read, as really inflated: what a part says of its own size is not believed.
pub const INFLATED_BYTES: usize = 96 << 20;
/// Parts of a packed workbook.
pub const ENTRIES: usize = 10_000;
/// Sheets of a workbook.
pub const SHEETS: usize = 200;
/// Rows of a sheet, counted to the last that holds anything.
pub const ROWS: usize = 100_000;
/// Columns of a sheet, counted to the last that holds anything.
pub const COLUMNS: usize = 1_024;
/// Cells of a whole workbook, with the empty ones before the last of each row.
pub const CELLS: usize = 2_000_000;
/// Characters of one cell; spreadsheets hold no more themselves.
pub const TEXT_CHARS: usize = 32_767;
/// Bytes of all texts of a workbook: one long text can stand in a million cells.
pub const TEXT_BYTES: usize = 64 << 20;
/// Formats of cells that a workbook may define; spreadsheets stop at 65 000.
pub const FORMATS: usize = 70_000;
/// Pieces in which one record of an XLS continues; a file full of texts has four thousand of them.
pub const PIECES: usize = 20_000;

/// Which limit a file is beyond.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// [`FILE_BYTES`].
    FileBytes,
    /// [`INFLATED_BYTES`].
    InflatedBytes,
    /// [`ENTRIES`].
    Entries,
    /// [`SHEETS`].
    Sheets,
    /// [`ROWS`].
    Rows,
    /// [`COLUMNS`].
    Columns,
    /// [`CELLS`].
    Cells,
    /// [`TEXT_CHARS`].
    TextChars,
    /// [`TEXT_BYTES`].
    TextBytes,
    /// [`FORMATS`].
    Formats,
    /// [`PIECES`].
    Pieces,
}

impl Limit {
    /// All limits.
    pub const ALL: [Limit; 11] = [
        Limit::FileBytes,
        Limit::InflatedBytes,
        Limit::Entries,
        Limit::Sheets,
        Limit::Rows,
        Limit::Columns,
        Limit::Cells,
        Limit::TextChars,
        Limit::TextBytes,
        Limit::Formats,
        Limit::Pieces,
    ];

    /// How much there may be: megabytes where bytes are meant, else a count.
    #[must_use]
    pub const fn most(self) -> usize {
        match self {
            Limit::FileBytes => FILE_BYTES >> 20,
            Limit::InflatedBytes => INFLATED_BYTES >> 20,
            Limit::Entries => ENTRIES,
            Limit::Sheets => SHEETS,
            Limit::Rows => ROWS,
            Limit::Columns => COLUMNS,
            Limit::Cells => CELLS,
            Limit::TextChars => TEXT_CHARS,
            Limit::TextBytes => TEXT_BYTES >> 20,
            Limit::Formats => FORMATS,
            Limit::Pieces => PIECES,
        }
    }
}
