//! Where an export goes: standard output, one file, or several that are called after one; all of them or none.

use crate::args::Export;
use crate::commands::plainly::plainly;
use crate::commands::progress::Progress;
use crate::commands::{Failure, cannot_write, narrate, refuse_itself, say_cut};
use crate::disk::{self, Source};
use crate::lang::Lang;
use crate::lang::scrub::scrub;
use crate::lang::words::export as export_words;
use crate::sheet::Tell;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Writes the list of that place among several; the answer is how many texts were cut.
type Writes<'a> = &'a dyn Fn(usize, Tell<'_>, &mut dyn Write) -> io::Result<u64>;

/// Where it goes.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    /// What is asked for.
    pub export: &'a Export,
    /// The roster's file, which is never written over.
    pub source: &'a Source,
    /// The language of what is said.
    pub lang: Lang,
    /// How many rows there are in all.
    pub rows: usize,
    /// Whether it is text that is to be ASCII.
    pub ascii: bool,
}

impl Place<'_> {
    /// Writes a file for each name, which is put behind that of the file that was asked for; nothing is that file
    /// itself, or standard output.
    pub fn write(&self, names: &[Option<String>], write: Writes<'_>, out: &mut dyn Write) -> Result<(), Failure> {
        let lang = self.lang;
        let say = |done: usize| said(lang, done, self.rows);
        let progress = Progress::new(&say);
        let tell = || progress.one_more();
        let mut cut = 0;
        match &self.export.output {
            None => {
                for place in 0..names.len() {
                    cut += plainly(self.ascii, out, |out| write(place, &tell, out))?;
                }
            }
            Some(path) => {
                let paths: Vec<PathBuf> = names.iter().map(|name| beside(path, name.as_deref())).collect();
                paths.iter().try_for_each(|path| refuse_itself(self.source, path, lang))?;
                let written = disk::write_all(&paths, self.export.force, &mut |place, out| {
                    cut += plainly(self.ascii, out, |out| write(place, &tell, out))?;
                    Ok(())
                });
                progress.end();
                written.map_err(|(place, error)| cannot_write(lang, paths.get(place).unwrap_or(path), &error))?;
                self.say_where(&paths);
            }
        }
        progress.end();
        say_cut(cut, lang);
        Ok(())
    }
}

impl Place<'_> {
    /// Names what was written, as every command does that writes files: of nobody too, who looks for rows in it else.
    fn say_where(&self, paths: &[PathBuf]) {
        let lang = self.lang;
        let rows = lang.count(self.rows as u64);
        let name = |path: &PathBuf| scrub(&path.to_string_lossy()).into_owned();
        match paths {
            [] => {}
            [one] => narrate(&lang.fill(&export_words::WROTE_ROWS, &[&rows, &name(one)])),
            [first, .., last] => {
                let values = [rows, lang.count(paths.len() as u64), name(first), name(last)];
                narrate(&lang.fill(&export_words::WROTE_FILES, &values.each_ref().map(String::as_str)));
            }
        }
    }
}

/// The file that is called after another: `list.csv` and `sorong-timur` are `list-sorong-timur.csv`.
fn beside(path: &Path, name: Option<&str>) -> PathBuf {
    let Some(name) = name else { return path.to_owned() };
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().map_or(String::new(), |own| format!(".{}", own.to_string_lossy()));
    path.with_file_name(format!("{stem}-{name}{ending}"))
}

/// So many rows of all.
fn said(lang: Lang, done: usize, all: usize) -> String {
    let [done, all] = [done.min(all), all].map(|count| lang.count(count as u64));
    lang.fill(&export_words::PROGRESS, &[&done, &all])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_files_are_called_after_one() {
        for (path, name, called) in [
            ("a/list.csv", Some("sorong-timur"), "a/list-sorong-timur.csv"),
            ("list", Some("2"), "list-2"),
            ("list.2024.xlsx", Some("1"), "list.2024-1.xlsx"),
            ("list.csv", None, "list.csv"),
        ] {
            assert_eq!(beside(Path::new(path), name), Path::new(called));
        }
    }

    #[test]
    fn progress_counts_rows_of_all_and_never_more() {
        assert_eq!(said(Lang::En, 1_024, 19_336), "1,024 of 19,336 rows");
        assert_eq!(said(Lang::Id, 20_000, 19_336), "19.336 dari 19.336 baris");
    }
}
