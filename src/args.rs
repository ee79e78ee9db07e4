//! The only place that knows clap: the command line in, [`Args`] out.

mod dashboard;
mod guests;
mod manual;
mod named;
mod report;
mod said;
mod settings;
mod shipped;
mod snapshot;
mod usage;

pub use dashboard::{Dashboard, Present, SECONDS};
pub use manual::{KeyLine, Page, pages, plain};
pub use report::{Report, ReportList};
pub use settings::AboutSettings;
pub use shipped::{Completions, Man, Shell, completions};
pub use snapshot::{Snapshot, SnapshotFormat};
pub use usage::{Instead, ascii, command, language, meant, no_command, read};

use crate::config::Colors;
use crate::disk::MaxSize;
use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Who is protected, and how long does the money last?
///
/// Opens the dashboard; without a file, the demonstration roster that is built in.
#[derive(Parser, Debug)]
#[command(version, args_conflicts_with_subcommands = true, max_term_width = 100)]
pub struct Args {
    /// What to do; nothing opens the dashboard.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// See [`Dashboard`].
    #[command(flatten)]
    pub dashboard: Dashboard,
    /// A dialogue in lines instead of a screen: for a screen reader, a poor terminal, a script.
    #[arg(long)]
    pub plain: bool,
    /// See [`AboutSettings`].
    #[command(flatten)]
    pub settings: AboutSettings,
    /// See [`Look`].
    #[command(flatten)]
    pub look: Look,
}

/// Which workers.
#[derive(ClapArgs, Debug, Default, Clone)]
pub struct View {
    /// Show only the workers that pass this filter, such as 'status:active age>=60'.
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub filter: Option<String>,
    /// Show a view that was saved with :save NAME; with --filter, those of its workers that pass that too.
    #[arg(long, value_name = "NAME")]
    pub view: Option<String>,
}

/// An older roster to compare with.
#[derive(ClapArgs, Debug, Default, Clone)]
pub struct Since {
    /// Show what changed since this older roster.
    #[arg(long, value_name = "OLD")]
    pub since: Option<PathBuf>,
}

/// How much is read.
#[derive(ClapArgs, Debug, Default, Clone)]
pub struct Most {
    /// Refuse an input of more text than this, unpacked: bytes, or as 512M or 8G.
    #[arg(long, value_name = "SIZE", default_value_t, value_parser = size)]
    pub max_size: MaxSize,
}

fn size(text: &str) -> Result<MaxSize, &'static str> {
    text.parse().map_err(|()| "no size")
}

/// How it is said.
#[derive(ClapArgs, Debug, Default, Clone)]
pub struct Look {
    /// The language; else LINDUNGI_LANG, else LC_ALL, LC_MESSAGES, LANG.
    #[arg(long, value_name = "LANG", global = true)]
    pub lang: Option<Language>,
    /// Whether to use colours.
    #[arg(long, value_name = "WHEN", global = true, default_value = "auto")]
    pub color: Color,
    /// The colours: the terminal's own sixteen, or others.
    #[arg(long, value_name = "THEME", global = true)]
    pub theme: Option<Colors>,
    /// Show personal numbers whole: for one person at one desk, not for a meeting.
    #[arg(long, global = true)]
    pub reveal: bool,
    /// Draw with plain ASCII characters.
    #[arg(long, global = true)]
    pub ascii: bool,
    /// For a login that many share (OpenSSH ForceCommand): only look, nothing whole; as LINDUNGI_SECURE=1.
    #[arg(long, global = true)]
    pub secure: bool,
}

/// A language of the screens.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English.
    En,
    /// Bahasa Indonesia.
    Id,
}

/// When to use colours.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Color {
    /// On a terminal, unless NO_COLOR is set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// What to do.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// The key figures, for people and scripts.
    Status(Status),
    /// The dashboard as slides before an audience, a question a slide; nothing of a person is whole.
    Present(Present),
    /// What is wrong in the list, rule by rule, with every place; exit 1 on errors.
    Check(Check),
    /// The workers that pass a filter, as a table.
    Export(Export),
    /// Make a roster from an office's list (.xlsx, .ods, .csv): first a preview, row by row.
    Import(Import),
    /// What if: of workers, monthly rate, months and budget three solve the fourth, four are compared.
    Plan(Plan),
    /// What changed from one roster to another; exit 1 if anything did.
    Diff(Diff),
    /// Write a synthetic roster; without options the built-in one, byte for byte.
    Demo(Demo),
    /// A picture of a tab as the dashboard draws it, for those who have no terminal.
    Snapshot(Snapshot),
    /// One page of HTML with every tab's figures, charts and tables, for those who have no terminal; it prints on A4.
    Report(Report),
    /// Write the JSON Schema of a roster file: every field, what it holds and what it means.
    Schema,
    /// Write what a shell needs to complete this command line: bash, zsh, fish or PowerShell.
    Completions(Completions),
    /// Write the main man page, or every one into a folder.
    Man(Man),
}

/// `lindungi status`.
#[derive(ClapArgs, Debug)]
pub struct Status {
    /// The roster to read, or - for standard input.
    #[arg(value_name = "ROSTER", required_unless_present = "demo", conflicts_with = "demo")]
    pub roster: Option<PathBuf>,
    /// Use the built-in demonstration roster, also where the settings name another.
    #[arg(long)]
    pub demo: bool,
    /// See [`View`].
    #[command(flatten)]
    pub view: View,
    /// See [`Since`].
    #[command(flatten)]
    pub since: Since,
    /// One screen of text, one line of at most 80 columns, JSON, or Markdown.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: StatusFormat,
    /// Exit 1 if this holds, such as 'runway_months<3'; may be repeated.
    #[arg(long, value_name = "CONDITION", allow_hyphen_values = true)]
    pub fail_if: Vec<String>,
    /// See [`Most`].
    #[command(flatten)]
    pub most: Most,
}

impl Status {
    /// What the dashboard would show of the same command line.
    pub fn of(dashboard: &Dashboard) -> Status {
        let Dashboard { roster, view, since, most, .. } = dashboard;
        Status {
            demo: roster.is_none(),
            roster: roster.clone(),
            view: view.clone(),
            since: since.clone(),
            format: StatusFormat::Text,
            fail_if: Vec::new(),
            most: most.clone(),
        }
    }
}

/// The forms of the key figures.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusFormat {
    /// One screen.
    Text,
    /// At most 80 columns, for motd and tmux.
    Line,
    /// lindungi/status/1.
    Json,
    /// For minutes and messages.
    Markdown,
}

impl StatusFormat {
    /// Whether it is for people, and no data.
    pub fn is_text(self) -> bool {
        matches!(self, StatusFormat::Text | StatusFormat::Line | StatusFormat::Markdown)
    }
}

/// `lindungi plan`. Amounts may be written 16.800, 2.2bn or "2,2 miliar".
#[derive(ClapArgs, Debug)]
pub struct Plan {
    /// Workers to protect.
    #[arg(long, value_name = "N")]
    pub workers: Option<String>,
    /// Rupiah a worker and month, or JKK and JKM as 10000+6800.
    #[arg(long, value_name = "RP")]
    pub monthly: Option<String>,
    /// Months to pay.
    #[arg(long, value_name = "N")]
    pub months: Option<String>,
    /// Rupiah there are.
    #[arg(long, value_name = "RP")]
    pub budget: Option<String>,
    /// The first month; then months are named.
    #[arg(long, value_name = "YYYY-MM")]
    pub from: Option<String>,
    /// An additional budget (APBD-P) from a month on; needs --from, and without --months says until which month.
    #[arg(long, value_name = "RP@YYYY-MM", requires = "from")]
    pub add: Option<String>,
    /// Workers more each month, a staged start; needs --from, and without --months says until which month.
    #[arg(long, value_name = "N", requires = "from")]
    pub more: Option<String>,
    /// Workers who leave each month and are replaced; needs --from.
    #[arg(long, value_name = "N", requires = "from")]
    pub replaced: Option<String>,
    /// For people, or JSON.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: PlanFormat,
}

/// The forms of a plan.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanFormat {
    /// One screen.
    Text,
    /// lindungi/plan/1.
    Json,
}

/// `lindungi diff`.
#[derive(ClapArgs, Debug)]
pub struct Diff {
    /// The older roster, or - for standard input.
    #[arg(value_name = "OLD")]
    pub old: PathBuf,
    /// The newer roster, or - for standard input.
    #[arg(value_name = "NEW")]
    pub new: PathBuf,
    /// See [`View`].
    #[command(flatten)]
    pub view: View,
    /// For people, JSON, or Markdown.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: DiffFormat,
    /// See [`Most`].
    #[command(flatten)]
    pub most: Most,
}

/// The forms of a comparison.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiffFormat {
    /// One screen.
    Text,
    /// lindungi/diff/1.
    Json,
    /// For minutes and messages.
    Markdown,
}

/// `lindungi export`.
#[derive(ClapArgs, Debug)]
pub struct Export {
    /// The roster to read, or - for standard input.
    #[arg(value_name = "ROSTER", required_unless_present = "demo", conflicts_with = "demo")]
    pub roster: Option<PathBuf>,
    /// Use the built-in demonstration roster, also where the settings name another.
    #[arg(long)]
    pub demo: bool,
    /// See [`View`].
    #[command(flatten)]
    pub view: View,
    /// Data as csv, xlsx, jsonl or json; for people as markdown; else as the file's name ends, else csv.
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<ExportFormat>,
    /// Write this file, whole or not at all, readable by its owner alone; nothing, or -, is standard output.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Write over a file that exists.
    #[arg(long)]
    pub force: bool,
    /// Sort by one column or two as the table on the screen is, such as 'district,-age'; - is the greatest first.
    #[arg(long, value_name = "COLUMNS", allow_hyphen_values = true)]
    pub sort: Option<String>,
    /// Write these columns in this order, such as 'nik,name,district'.
    #[arg(long, value_name = "COLUMNS")]
    pub columns: Option<String>,
    /// CSV as Excel opens it where decimals have a comma: semicolons, a UTF-8 mark, CRLF.
    #[arg(long)]
    pub excel: bool,
    /// CSV without the apostrophe before what begins as a formula does: unsafe in a spreadsheet.
    #[arg(long)]
    pub raw: bool,
    /// A sheet of the workbook, or a file, for each district, village or group, with its sum.
    #[arg(long, value_name = "BY")]
    pub split_by: Option<SplitBy>,
    /// The list of an office: bpu, na, iuran, bnba, temuan, or one of your own; a name that is none lists them.
    #[arg(long, value_name = "NAME", conflicts_with_all = ["columns", "split_by"])]
    pub template: Option<String>,
    /// The months that are paid, 1 to 12, where the template asks for them.
    #[arg(long, value_name = "N", requires = "template", value_parser = clap::value_parser!(u8).range(1..=12))]
    pub months: Option<u8>,
    /// Leave out the rows that lack what the template needs; else nothing is written.
    #[arg(long, requires = "template")]
    pub accept_partial: bool,
    /// See [`Most`].
    #[command(flatten)]
    pub most: Most,
}

/// By what a list is split.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum SplitBy {
    /// A part for each district.
    District,
    /// A part for each village.
    Village,
    /// A part for each occupation group.
    Group,
}

/// The forms of a table.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportFormat {
    /// Comma-separated values.
    Csv,
    /// A workbook.
    Xlsx,
    /// One JSON object a line.
    Jsonl,
    /// One JSON object.
    Json,
    /// A table for minutes and messages.
    Markdown,
}

/// `lindungi check`.
#[derive(ClapArgs, Debug)]
pub struct Check {
    /// The roster to read, or - for standard input.
    #[arg(value_name = "ROSTER", required_unless_present = "demo", conflicts_with = "demo")]
    pub roster: Option<PathBuf>,
    /// Use the built-in demonstration roster, also where the settings name another.
    #[arg(long)]
    pub demo: bool,
    /// See [`View`].
    #[command(flatten)]
    pub view: View,
    /// For people, or a table of every finding as json, csv or xlsx; else as the file's name ends, else text.
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<CheckFormat>,
    /// Exit 1 on warnings too.
    #[arg(long)]
    pub strict: bool,
    /// List every place, not only the first ones of each rule.
    #[arg(long)]
    pub all: bool,
    /// Write a workbook for each office that has something to mend into the folder that -o names.
    #[arg(long, value_name = "WHAT", requires = "output", conflicts_with = "format")]
    pub by: Option<CheckBy>,
    /// Write this file, or with --by into this folder; nothing, or -, is standard output.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Write over files that exist.
    #[arg(long)]
    pub force: bool,
    /// See [`Most`].
    #[command(flatten)]
    pub most: Most,
}

/// The forms of the audit.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckFormat {
    /// Grouped by rule.
    Text,
    /// lindungi/check/1.
    Json,
    /// Comma-separated values.
    Csv,
    /// A workbook.
    Xlsx,
}

/// By what the audit is divided.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckBy {
    /// A workbook for each office.
    Office,
}

/// `lindungi import`.
#[derive(ClapArgs, Debug)]
pub struct Import {
    /// The office's list: .xlsx, .ods or .csv, or - for standard input.
    #[arg(value_name = "LIST")]
    pub list: PathBuf,
    /// Write the roster to this file, readable by its owner alone; without it there is only the preview.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// A roster without workers, with the programme and its groups; where none is given, a template is written.
    #[arg(long, value_name = "PROGRAM", conflicts_with = "into")]
    pub program: Option<PathBuf>,
    /// Merge the list into this roster by NIK; who is not in the list stays.
    #[arg(long, value_name = "ROSTER")]
    pub into: Option<PathBuf>,
    /// What a heading stands for, such as "No Induk=nik", or "Status=-" to leave it out; may be repeated.
    #[arg(long, value_name = "HEADING=FIELD")]
    pub map: Vec<String>,
    /// The status of workers of whom the list says none; else active with a KPJ or enrolment date, proposed without.
    #[arg(long, value_name = "STATUS")]
    pub status: Option<ImportStatus>,
    /// Write the roster although rows are refused; those go to a second file, with the reason.
    #[arg(long, requires = "output")]
    pub accept_partial: bool,
    /// List every cell, not only the first ones.
    #[arg(long)]
    pub all: bool,
    /// Write over files that exist.
    #[arg(long)]
    pub force: bool,
    /// See [`Most`].
    #[command(flatten)]
    pub most: Most,
}

/// A status as the roster has it.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportStatus {
    /// Listed by an office.
    Proposed,
    /// Found to be eligible.
    Verified,
    /// Enrolled.
    Active,
    /// No longer protected.
    Inactive,
    /// Not eligible.
    Rejected,
}

/// `lindungi demo`.
#[derive(ClapArgs, Debug)]
pub struct Demo {
    /// How many workers.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=50_000_000))]
    pub workers: Option<u64>,
    /// Another seed gives other people with the same figures.
    #[arg(long, value_name = "S")]
    pub seed: Option<u64>,
    /// The date of the roster, YYYY-MM-DD.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// Write how the same city stood at the end of the month before, to compare with.
    #[arg(long)]
    pub earlier: bool,
}
