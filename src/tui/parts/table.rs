//! Which columns of a table fit, how wide they are and where they stand. Columns go by rank, the names give way before
//! that, and a number is never cut.

/// Names are cut to this before a column goes, and no shorter.
pub const SHORTEST: usize = 12;

/// What begins every row and never goes: a name, a month. It takes the room that it can use before any column does.
#[derive(Clone, Copy, Debug)]
pub struct Names {
    /// What it can be cut to.
    pub least: usize,
    /// What it can use.
    pub most: usize,
    /// It is cut for columns up to this rank, and for those that stay; later ones come only where it is whole.
    pub yields_to: usize,
    /// Spaces between it and the first column.
    pub gap: usize,
}

/// A column behind the names.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// What it can be cut to.
    pub least: usize,
    /// What it can use.
    pub most: usize,
    /// Spaces before it, where it is not the first.
    pub gap: usize,
    /// Its place when room runs out: the lower goes later, and what is lowest of those in question stays at any width.
    pub rank: usize,
}

impl Column {
    /// A column that cannot be cut.
    pub const fn exactly(width: usize, gap: usize, rank: usize) -> Column {
        Column { least: width, most: width, gap, rank }
    }
}

/// A table and its room.
pub struct Table<'a> {
    /// Where the names begin.
    pub from: u16,
    /// Behind the last column, where there is room for it.
    pub end: u16,
    /// What begins the rows.
    pub names: Names,
    /// What stands behind the names, in order.
    pub columns: &'a [Column],
    /// So many of the columns are scrolled away.
    pub skip: usize,
    /// Whether room that no column can use parts the columns evenly; else it stays behind the last.
    pub parted: bool,
}

/// A column in sight.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Shown {
    /// Its place among the columns of the table.
    pub place: usize,
    /// Where it begins.
    pub from: u16,
    /// How wide it is.
    pub width: usize,
}

impl Shown {
    /// Where it ends: behind its last cell.
    pub fn end(&self) -> u16 {
        self.from + self.width as u16
    }
}

/// What is in sight of a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fitted {
    /// How wide the names are.
    pub names: usize,
    /// The columns in sight, in order.
    pub shown: Vec<Shown>,
    /// How many are scrolled away before them: `‹`.
    pub before: usize,
    /// How many others do not fit: `›`.
    pub behind: usize,
}

impl Fitted {
    /// The column of this place, if it is in sight.
    pub fn column(&self, place: usize) -> Option<&Shown> {
        self.shown.iter().find(|shown| shown.place == place)
    }
}

impl Table<'_> {
    /// What is in sight: the columns of every rank up to the highest that fits. Where not even the lowest fits, it runs
    /// over the end, as nothing in it may be cut.
    pub fn fit(&self) -> Fitted {
        let room = usize::from(self.end.saturating_sub(self.from));
        let rank = self.ranks().filter(|&rank| self.least(rank) <= room).max().unwrap_or(self.lowest());
        let mut spare = room.saturating_sub(self.least(rank));
        let mut widened = |least: usize, most: usize| {
            let more = most.saturating_sub(least).min(spare);
            spare -= more;
            least + more
        };
        let names = widened(self.least_of_names(rank), self.names.most);
        let widths: Vec<(usize, usize, usize)> = self
            .up_to(rank)
            .map(|(place, gap)| (place, gap, widened(self.columns[place].least, self.columns[place].most)))
            .collect();
        // The last column ends where the table does, and takes what does not divide.
        let each = if self.parted { spare / widths.len().max(1) } else { 0 };
        let rest = if self.parted { spare % widths.len().max(1) } else { 0 };
        let mut x = usize::from(self.from) + names;
        let mut shown = Vec::with_capacity(widths.len());
        for (place, gap, width) in &widths {
            x += gap + each + if shown.len() + 1 == widths.len() { rest } else { 0 };
            shown.push(Shown { place: *place, from: x as u16, width: *width });
            x += width;
        }
        let before = self.skip.min(self.columns.len());
        Fitted { names, behind: self.columns.len() - before - shown.len(), shown, before }
    }

    fn ranks(&self) -> impl Iterator<Item = usize> {
        self.columns.iter().skip(self.skip).map(|column| column.rank)
    }

    /// The rank of the columns that stay.
    fn lowest(&self) -> usize {
        self.ranks().min().unwrap_or(0)
    }

    /// The columns up to a rank, by their places, and the spaces before each.
    fn up_to(&self, rank: usize) -> impl Iterator<Item = (usize, usize)> {
        let chosen = self.columns.iter().enumerate().skip(self.skip).filter(move |(_, column)| column.rank <= rank);
        let gap = |first, own| if first { self.names.gap } else { own };
        chosen.enumerate().map(move |(nth, (place, column))| (place, gap(nth == 0, column.gap)))
    }

    /// The least that the names take where columns up to a rank stand behind them.
    fn least_of_names(&self, rank: usize) -> usize {
        if rank <= self.names.yields_to.max(self.lowest()) { self.names.least } else { self.names.most }
    }

    /// The least that names and columns up to a rank take.
    fn least(&self, rank: usize) -> usize {
        let columns: usize = self.up_to(rank).map(|(place, gap)| gap + self.columns[place].least).sum();
        self.least_of_names(rank) + columns
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: Names = Names { least: 12, most: 20, yields_to: 1, gap: 1 };

    /// A number that stays, a text that goes later than the number behind it.
    const COLUMNS: [Column; 3] =
        [Column::exactly(5, 2, 0), Column { least: 8, most: 10, gap: 2, rank: 1 }, Column::exactly(4, 3, 2)];

    fn table(room: u16) -> Table<'static> {
        Table { from: 3, end: 3 + room, names: NAMES, columns: &COLUMNS, skip: 0, parted: false }
    }

    /// Names and columns as they stand: `(from, width)` of each.
    fn stands(table: &Table<'_>) -> (usize, Vec<(u16, usize)>) {
        let fitted = table.fit();
        (fitted.names, fitted.shown.iter().map(|shown| (shown.from, shown.width)).collect())
    }

    #[test]
    fn where_everything_fits_texts_are_whole_and_the_rest_stays_behind() {
        let stands = |room| stands(&table(room));
        assert_eq!(stands(60), (20, vec![(24, 5), (31, 10), (44, 4)]));
        assert_eq!(stands(45), (20, vec![(24, 5), (31, 10), (44, 4)]));
        assert_eq!(stands(44), (20, vec![(24, 5), (31, 9), (43, 4)]));
        assert_eq!(stands(43), (20, vec![(24, 5), (31, 8), (42, 4)]));
    }

    #[test]
    fn one_too_many_goes_and_the_others_take_its_room() {
        assert_eq!(stands(&table(42)), (20, vec![(24, 5), (31, 10)]));
        assert_eq!(table(42).fit().behind, 1);
    }

    #[test]
    fn names_give_way_before_a_column_that_they_yield_to() {
        assert_eq!(stands(&table(35)), (19, vec![(23, 5), (30, 8)]));
        assert_eq!(stands(&table(28)), (12, vec![(16, 5), (23, 8)]));
        assert_eq!(stands(&table(27)), (20, vec![(24, 5)]));
    }

    #[test]
    fn the_least_is_never_cut() {
        let least = (12, vec![(16, 5)]);
        assert_eq!(stands(&table(18)), least);
        assert_eq!(stands(&table(17)), least);
        assert_eq!(stands(&table(0)), least);
        assert_eq!(stands(&Table { columns: &[], ..table(15) }), (15, Vec::new()));
    }

    #[test]
    fn a_number_keeps_its_width_and_touches_no_other() {
        for room in 0..60 {
            let fitted = table(room).fit();
            assert!(fitted.column(0).is_some_and(|number| number.width == 5), "{room}");
            assert!(fitted.column(2).is_none_or(|number| number.width == 4), "{room}");
            assert!(fitted.shown.windows(2).all(|two| two[0].end() < two[1].from), "{room}");
            assert!(room < 18 || fitted.shown.last().is_none_or(|last| last.end() <= 3 + room), "{room}");
        }
    }

    #[test]
    fn spare_room_parts_the_columns_where_asked() {
        let parted = |room| stands(&Table { parted: true, ..table(room) });
        assert_eq!(parted(45), (20, vec![(24, 5), (31, 10), (44, 4)]));
        assert_eq!(parted(50), (20, vec![(25, 5), (33, 10), (49, 4)]));
    }

    #[test]
    fn scrolled_the_first_in_sight_stays_and_both_sides_are_counted() {
        let fit = |skip, room| Table { skip, ..table(room) }.fit();
        let counts = |fitted: &Fitted| (fitted.before, fitted.behind);
        assert_eq!(counts(&fit(0, 18)), (0, 2));
        let scrolled = fit(1, 18);
        assert_eq!(counts(&scrolled), (1, 1));
        assert_eq!(scrolled.shown, [Shown { place: 1, from: 16, width: 8 }]);
        assert_eq!(counts(&fit(1, 60)), (1, 0));
        assert_eq!(counts(&fit(2, 18)), (2, 0));
        assert_eq!(fit(2, 18).names, 13);
        assert_eq!(counts(&fit(9, 18)), (3, 0));
    }
}
