//! What an office's list does not say of its programme, and only the office knows: asked before the first roster is
//! written, so that no figure rests on a target or a budget that nobody set. Until then both are unknown.

use super::layer::{Layer, Next, Scene};
use super::tabs::Pointed;
use crate::lang::amount::{self, Counted};
use crate::roster::Roster;
use crate::roster::calendar::{Month, parse_day};
use crate::roster::looks;
use crate::roster::money::Rupiah;
use crate::roster::program::{Coverage, Program, Segment};
use crate::tui::keymap::{Action, Context};
use crate::tui::parts::input::{Input, Typed};

/// What is asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Asked {
    /// What the programme is called.
    Name,
    /// Its budget year.
    Year,
    /// The day of the list, which is "today" for every figure.
    Date,
    /// Workers that it means to protect.
    Target,
    /// Rupiah set aside.
    Budget,
}

impl Asked {
    /// All of it, from above.
    pub const ALL: [Asked; 5] = [Asked::Name, Asked::Year, Asked::Date, Asked::Target, Asked::Budget];
}

/// The answers being typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ProgrammeForm {
    /// What is known without them.
    base: Program,
    /// An answer for each question.
    answers: [Input; 5],
    /// Which of them is typed.
    pub place: usize,
    /// Which of them cannot be taken.
    pub wrong: Option<Asked>,
}

/// Years that a budget may be of.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2100;

impl ProgrammeForm {
    /// What is guessed from the list stands there already; the first answer that nobody can guess is typed.
    pub fn new(roster: &Roster) -> ProgrammeForm {
        let base = roster.program.clone();
        let date = roster.as_of().to_string();
        let answers = [base.name.as_str(), &base.fiscal_year.to_string(), &date, "", ""].map(Input::new);
        ProgrammeForm { base, answers, place: 3, wrong: None }
    }

    /// The questions, each with its answer as it is typed.
    pub fn lines(&self) -> impl Iterator<Item = (Asked, &Input)> {
        Asked::ALL.into_iter().zip(&self.answers)
    }

    /// Rupiah a month for a worker without a wage, if nobody changes it.
    pub fn monthly(&self) -> Option<Rupiah> {
        let month = Month::new(self.base.fiscal_year, 1)?;
        self.base.rates.at(Segment::Bpu, month).sum()
    }

    /// The programme; or the first answer that cannot be taken.
    fn program(&self) -> Result<Program, Asked> {
        let mut program = self.base.clone();
        for (asked, input) in self.lines() {
            let text = input.text();
            let text = text.trim();
            let taken = match asked {
                Asked::Name => (!text.is_empty()).then(|| program.name = text.to_owned()),
                Asked::Year => text.parse().ok().filter(|year| YEARS.contains(year)).map(|year| {
                    program.fiscal_year = year;
                    let to = Month::new(year, 12).unwrap_or(program.coverage.to);
                    program.coverage = Coverage { from: None, to };
                }),
                Asked::Date => parse_day(text).or_else(|| looks::day(text)).map(|day| program.as_of = Some(day)),
                Asked::Target => {
                    let target = amount::count(text, Counted::People).ok().filter(|target| *target > 0);
                    target.map(|target| program.target = Some(target))
                }
                Asked::Budget => {
                    let budget = amount::parse(text).ok().and_then(Rupiah::new).filter(|budget| *budget > Rupiah::ZERO);
                    budget.map(|budget| program.budget = Some(budget))
                }
            };
            taken.ok_or(asked)?;
        }
        Ok(program)
    }

    fn step(&mut self, forward: bool) {
        let many = self.answers.len();
        self.place = (self.place + if forward { 1 } else { many - 1 }) % many;
    }
}

impl Layer for ProgrammeForm {
    fn context(&self) -> Context {
        Context::Programme
    }

    fn point(&mut self, (_, place): (usize, usize), _: &mut Scene<'_>) -> Pointed {
        if place >= self.answers.len() || place == self.place {
            return Pointed::Nowhere;
        }
        self.place = place;
        Pointed::Here
    }

    fn line(&self, _: &Scene<'_>) -> Option<(usize, usize)> {
        Some((self.place, self.answers.len()))
    }

    fn act(&mut self, action: Action, _: &mut Scene<'_>) -> Next {
        match action {
            Action::Next | Action::NextTab => self.step(true),
            Action::Previous | Action::PreviousTab => self.step(false),
            Action::Open => match self.program() {
                Ok(program) => return Next::WriteDraft(Some(Box::new(program))),
                Err(asked) => {
                    self.place = Asked::ALL.iter().position(|own| *own == asked).unwrap_or(0);
                    self.wrong = Some(asked);
                }
            },
            _ => return Next::Tab,
        }
        Next::Stay
    }

    fn typed(&mut self, typed: Typed<'_>) -> bool {
        let Some(input) = self.answers.get_mut(self.place) else { return true };
        let before = input.text();
        let whole = input.take(typed);
        if input.text() != before {
            self.wrong = None;
        }
        whole
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::template;

    fn form() -> ProgrammeForm {
        ProgrammeForm::new(&template::base(parse_day("2024-08-30").unwrap_or_default(), "daftar"))
    }

    fn answered(answers: [&str; 5]) -> Result<Program, Asked> {
        ProgrammeForm { answers: answers.map(Input::new), ..form() }.program()
    }

    #[test]
    fn a_programme_is_made_of_five_answers_written_as_people_write_them() {
        let program = answered(["Pekerja rentan", "2025", "30-08-2025", "19.336", "Rp2,2 miliar"])
            .unwrap_or_else(|asked| unreachable!("{asked:?}"));
        assert_eq!((program.name.as_str(), program.fiscal_year), ("Pekerja rentan", 2025));
        assert_eq!(program.as_of, parse_day("2025-08-30"));
        assert_eq!((program.target, program.budget), (Some(19_336), Rupiah::new(2_200_000_000)));
        assert_eq!(program.coverage.to.to_string(), "2025-12");
    }

    #[test]
    fn the_five_are_walked_in_a_circle_and_typing_takes_the_mistake_away() {
        let mut form = ProgrammeForm { wrong: Some(Asked::Name), ..form() };
        let mut places = Vec::new();
        for forward in [true, true, false, false, false, true, true] {
            form.step(forward);
            places.push(form.place);
        }
        assert_eq!(places, [4, 0, 4, 3, 2, 3, 4]);
        assert!(form.typed(Typed::Text("")) && form.wrong.is_some(), "nothing was typed");
        assert!(form.typed(Typed::Text("2")) && form.wrong.is_none());
    }

    #[test]
    fn what_cannot_be_taken_is_asked_again_and_nothing_is_guessed() {
        let whole = ["a", "2024", "2024-08-30", "19336", "2200000000"];
        for (place, bad, asked) in [
            (0, " ", Asked::Name),
            (1, "24", Asked::Year),
            (1, "dua ribu", Asked::Year),
            (2, "30-02-2024", Asked::Date),
            (3, "", Asked::Target),
            (3, "0", Asked::Target),
            (3, "Rp5", Asked::Target),
            (4, "", Asked::Budget),
            (4, "0", Asked::Budget),
            (4, "banyak", Asked::Budget),
        ] {
            let mut answers = whole;
            answers[place] = bad;
            assert_eq!(answered(answers).err(), Some(asked), "{bad}");
        }
        assert!(answered(whole).is_ok());
        let guessed: Vec<String> = form().lines().map(|(_, input)| input.text()).collect();
        assert_eq!(guessed, ["daftar", "2024", "2024-08-30", "", ""]);
    }
}
