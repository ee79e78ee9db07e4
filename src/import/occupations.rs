//! What people call an occupation, and which group of the programme it is (domain.md §4): `opang`, `ojol` and `tukang
//! ojek` are one. Whole words only: half a match would count somebody in the wrong group.

use crate::roster::program::Group;
use crate::roster::text::fold;
use std::collections::HashMap;

/// Names of one occupation, a line each.
const SAME: [&[&str]; 20] = [
    &[
        "ojek",
        "tukang ojek",
        "ojek pangkalan",
        "opang",
        "ojol",
        "ojek online",
        "pengemudi ojek",
        "pengojek",
        "driver ojek",
        "driver ojol",
        "ojek motor",
        "motorcycle taxi rider",
        "motorcycle taxi riders",
    ],
    &[
        "pedagang",
        "pedagang pasar",
        "pedagang kecil",
        "pedagang sayur",
        "pedagang ikan",
        "penjual sayur",
        "penjual pinang",
        "pedagang pinang",
        "mama pasar",
        "market trader",
        "market traders",
        "trader",
    ],
    &[
        "honorer",
        "tenaga honorer",
        "karyawan honorer",
        "pegawai honorer",
        "honor daerah",
        "non asn",
        "pegawai non asn",
        "tenaga kontrak",
        "honorary staff",
    ],
    &["nelayan", "nelayan perikanan", "nelayan kecil", "penangkap ikan", "fisher", "fishers", "fisherman"],
    &["petani", "petani pekebun", "pekebun", "tani", "farmer", "farmers"],
    &["buruh tani", "buruh tani perkebunan", "farm labourer"],
    &["peternak", "petani peternak"],
    &[
        "buruh",
        "buruh harian",
        "buruh harian lepas",
        "bhl",
        "pekerja harian",
        "pekerja lepas",
        "buruh lepas",
        "day labourer",
        "day labourers",
    ],
    &["tukang bangunan", "buruh bangunan", "tukang batu", "kuli bangunan", "pekerja bangunan", "builder", "builders"],
    &["tukang kayu"],
    &["tkbm", "buruh pelabuhan", "buruh bongkar muat", "tenaga kerja bongkar muat", "dock worker", "dock workers"],
    &[
        "sopir",
        "supir",
        "sopir angkot",
        "supir angkot",
        "sopir taksi",
        "sopir angkutan",
        "pengemudi",
        "driver",
        "transportasi",
        "drivers",
    ],
    &["asisten rumah tangga", "art", "pembantu rumah tangga", "prt", "domestic worker", "domestic workers"],
    &["pemulung", "pengumpul barang bekas", "waste picker", "waste pickers"],
    &["penjahit", "tukang jahit", "tailor", "tailors"],
    &["marbot", "marbut", "penjaga masjid"],
    &["koster", "penjaga gereja"],
    &["juru parkir", "tukang parkir", "jukir", "parking attendant", "parking attendants"],
    &["petugas kebersihan", "tukang sapu", "penyapu jalan", "cleaning service", "street cleaner", "street cleaners"],
    &["pedagang kaki lima", "pkl", "pedagang keliling", "street vendor", "street vendors"],
];

/// Which words mean which group.
pub struct Occupations {
    ids: HashMap<String, String>,
}

/// An occupation without what joins its words: `Nelayan/Perikanan` is `nelayan perikanan`.
fn plain(text: &str) -> String {
    let spaced: String = fold(text).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Occupations {
    /// Those of a programme's groups. A line of names belongs to the group that is called by one of them; one that would
    /// belong to two belongs to neither.
    pub fn of(groups: &[Group]) -> Occupations {
        let mut ids: HashMap<String, String> = HashMap::new();
        let names = |group: &Group| [&group.id, &group.name.id, &group.name.en].map(|name| plain(name));
        for names_of_one in SAME {
            let is_one = |group: &&Group| names(group).iter().any(|name| names_of_one.contains(&name.as_str()));
            let mut meant = groups.iter().filter(is_one);
            if let (Some(group), None) = (meant.next(), meant.next()) {
                ids.extend(names_of_one.iter().map(|name| ((*name).to_owned(), group.id.clone())));
            }
        }
        // What a group is called by the programme itself stands above all.
        for group in groups.iter().rev() {
            ids.extend(names(group).into_iter().map(|name| (name, group.id.clone())));
        }
        Occupations { ids }
    }

    /// The id of the group that an occupation belongs to.
    pub fn group(&self, occupation: &str) -> Option<&str> {
        self.ids.get(&plain(occupation)).map(String::as_str)
    }
}

/// A name and an id for an occupation of a list that has no programme yet: those that mean one occupation have one.
pub fn called(occupation: &str) -> (String, String) {
    let own = plain(occupation);
    let same = SAME.iter().find(|names| names.contains(&own.as_str()));
    let name = same.and_then(|names| names.first()).map_or(own.as_str(), |first| first);
    let mut title = name.to_owned();
    if let Some(first) = title.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    (name.replace(' ', "_"), title)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::program::{Name, Segment};

    fn group(id: &str, name: &str, en: &str) -> Group {
        let name = Name { id: name.to_owned(), en: en.to_owned() };
        Group { id: id.to_owned(), name, segment: Segment::Bpu, target: None }
    }

    #[test]
    fn an_occupation_is_known_by_any_of_its_names_and_by_no_half_of_one() {
        let groups = [
            group("pedagang_pasar", "Pedagang pasar", "Market traders"),
            group("tukang_ojek", "Tukang ojek", "Motorcycle-taxi riders"),
            group("k3", "Pekerja laut", "Sea workers"),
        ];
        let occupations = Occupations::of(&groups);
        for (written, id) in [
            ("ojek", Some("tukang_ojek")),
            ("TUKANG  OJEK", Some("tukang_ojek")),
            ("Opang", Some("tukang_ojek")),
            ("ojek-online", Some("tukang_ojek")),
            ("Ojol", Some("tukang_ojek")),
            ("motorcycle-taxi riders", Some("tukang_ojek")),
            ("tukang_ojek", Some("tukang_ojek")),
            ("Pedagang", Some("pedagang_pasar")),
            ("sea workers", Some("k3")),
            ("Nelayan/Perikanan", None),
            ("pedagang emas", None),
            ("", None),
        ] {
            assert_eq!(occupations.group(written), id, "{written}");
        }
    }

    #[test]
    fn names_of_two_groups_are_of_neither() {
        let groups = [group("a", "Pedagang pasar", "A"), group("b", "Pedagang sayur", "B")];
        let occupations = Occupations::of(&groups);
        assert_eq!(occupations.group("pedagang pasar"), Some("a"));
        assert_eq!(occupations.group("pedagang sayur"), Some("b"));
        assert_eq!(occupations.group("pedagang"), None);
    }

    #[test]
    fn no_name_stands_on_two_lines() {
        let mut names: Vec<&str> = SAME.iter().flat_map(|names| *names).copied().collect();
        assert!(names.iter().all(|name| plain(name) == *name));
        names.sort_unstable();
        let all = names.len();
        names.dedup();
        assert_eq!(names.len(), all);
        assert_eq!(called("OJOL"), ("ojek".to_owned(), "Ojek".to_owned()));
        assert_eq!(called("Sopir Bentor"), ("sopir_bentor".to_owned(), "Sopir bentor".to_owned()));
    }
}
