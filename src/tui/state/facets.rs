//! The cursor of the facets, and which lists stand beside each other.

use super::layer::{Layer, Next, Scene};
use super::tabs::Pointed;
use crate::figures::facets::{FIELDS, Facet};
use crate::roster::filter::{Field, Value};
use crate::tui::keymap::{Action, Context};

/// Where the cursor stands: in which list, and in each list on which row.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FacetCursor {
    /// The list.
    pub list: usize,
    rows: [usize; FIELDS.len()],
}

impl FacetCursor {
    /// The row in the current list.
    pub fn row(&self) -> usize {
        self.rows.get(self.list).copied().unwrap_or(0)
    }

    /// The value under the cursor.
    fn value(&self, facets: &[Facet]) -> Option<(Field, Value)> {
        let facet = facets.get(self.list)?;
        Some((facet.field, facet.rows.get(self.row())?.value.clone()))
    }

    /// Moves by an action; `false` for an action that does not move. `columns` are those of [`columns`].
    fn go(&mut self, action: Action, facets: &[Facet], columns: &[Vec<usize>], page: usize) -> bool {
        let len = |list: usize| facets.get(list).map_or(0, |facet| facet.rows.len());
        let row = self.row();
        let own = len(self.list);
        let mut go = |row: usize| {
            if let Some(place) = self.rows.get_mut(self.list) {
                *place = row;
            }
        };
        match action {
            Action::Next if row + 1 < own => go(row + 1),
            Action::Next if self.list + 1 < facets.len() => {
                self.list += 1;
                self.rows[self.list] = 0;
            }
            Action::Previous if row > 0 => go(row - 1),
            Action::Previous if self.list > 0 => {
                self.list -= 1;
                self.rows[self.list] = len(self.list).saturating_sub(1);
            }
            Action::Next | Action::Previous => {}
            Action::PageDown => go((row + page).min(own.saturating_sub(1))),
            Action::PageUp => go(row.saturating_sub(page)),
            Action::First => go(0),
            Action::Last => go(own.saturating_sub(1)),
            Action::NextTab => self.list = (self.list + 1) % facets.len().max(1),
            Action::PreviousTab => self.list = (self.list + facets.len().max(1) - 1) % facets.len().max(1),
            Action::Left | Action::Right => {
                let at = columns.iter().position(|column| column.contains(&self.list)).unwrap_or(0);
                let place = columns.get(at).and_then(|own| own.iter().position(|list| *list == self.list));
                let to = if action == Action::Right { at + 1 } else { at.wrapping_sub(1) };
                if let Some(lists) = columns.get(to) {
                    let place = place.unwrap_or(0).min(lists.len().saturating_sub(1));
                    self.list = lists.get(place).copied().unwrap_or(0);
                }
            }
            _ => return false,
        }
        true
    }
}

impl Layer for FacetCursor {
    fn context(&self) -> Context {
        Context::Facets
    }

    fn point(&mut self, (list, place): (usize, usize), scene: &mut Scene<'_>) -> Pointed {
        let facet = scene.review.answer.facets.get(list);
        let (true, Some(row)) = (facet.is_some_and(|facet| place < facet.rows.len()), self.rows.get_mut(list)) else {
            return Pointed::Nowhere;
        };
        match (Pointed::put(row, place), Pointed::put(&mut self.list, list)) {
            (Pointed::Again, Pointed::Again) => Pointed::Again,
            _ => Pointed::Here,
        }
    }

    fn act(&mut self, action: Action, scene: &mut Scene<'_>) -> Next {
        let height = scene.height();
        let lists = &scene.review.answer.facets;
        if self.go(action, lists, &columns(lists, height as u16), height) {
            return Next::Stay;
        }
        match (action, self.value(lists)) {
            (Action::Pick, Some((field, value))) => scene.review.pick(field, value, scene.lang, scene.clerk),
            (Action::Open, Some((field, value))) => return Next::Show(field, value),
            (Action::Pick | Action::Open, None) => {}
            _ => return Next::Tab,
        }
        Next::Stay
    }
}

/// Which lists stand one above the other, in columns of so many rows. A list longer than a column has one of its own.
pub fn columns(facets: &[Facet], height: u16) -> Vec<Vec<usize>> {
    let mut columns: Vec<Vec<usize>> = Vec::new();
    let mut left = 0;
    for (place, facet) in facets.iter().enumerate() {
        let need = facet.rows.len() + 1;
        match columns.last_mut() {
            // A blank row parts two lists.
            Some(column) if need < left => {
                column.push(place);
                left -= need + 1;
            }
            _ => {
                columns.push(vec![place]);
                left = usize::from(height).saturating_sub(need);
            }
        }
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::facets::FacetRow;
    use crate::roster::filter::{Field, Value};

    #[test]
    fn lists_fill_the_columns_and_a_long_one_has_its_own() {
        let facet = |rows: usize| Facet {
            field: Field::Group,
            among: 0,
            picked: false,
            rows: vec![FacetRow { value: Value::None, count: 0, picked: false }; rows],
        };
        let sizes = [8, 3, 1, 6, 8, 10, 41, 5].map(facet);
        assert_eq!(columns(&sizes, 17), [vec![0, 1, 2], vec![3, 4], vec![5], vec![6], vec![7]]);
        assert_eq!(columns(&sizes, 40).first(), Some(&vec![0, 1, 2, 3, 4]));
        assert_eq!(columns(&[], 17), Vec::<Vec<usize>>::new());
    }
}
