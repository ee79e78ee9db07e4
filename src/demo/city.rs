//! Kota Sorong: its ten districts and 41 villages (domain.md §3), and how many of the listed workers live where.

/// A district (distrik) with its villages (kelurahan), and its share of the workers.
pub struct District {
    pub name: &'static str,
    pub villages: &'static [&'static str],
    /// Workers of it, relative to the others.
    pub weight: u64,
    /// Times as many of those whose living is the sea.
    pub sea: u64,
    /// Of 100 of its workers who might be active, so many are: the programme reaches the islands late.
    pub reached: u64,
}

#[rustfmt::skip]
pub const DISTRICTS: [District; 10] = [
    District { name: "Sorong", weight: 82, sea: 1, reached: 100,
        villages: &["Remu Utara", "Klademak", "Kofkerbu", "Remu"] },
    District { name: "Sorong Timur", weight: 172, sea: 1, reached: 100,
        villages: &["Klawalu", "Klamana", "Klawuyuk", "Kladufu"] },
    District { name: "Sorong Barat", weight: 103, sea: 2, reached: 96,
        villages: &["Rufei", "Klawasi", "Puncak Cendrawasih", "Pal Putih"] },
    District { name: "Sorong Kepulauan", weight: 30, sea: 6, reached: 52,
        villages: &["Dum Barat", "Dum Timur", "Soop", "Raam"] },
    District { name: "Sorong Utara", weight: 128, sea: 1, reached: 99,
        villages: &["Malanu", "Malasilen", "Matalamagi", "Sawagumu"] },
    District { name: "Sorong Manoi", weight: 178, sea: 1, reached: 100,
        villages: &["Klaligi", "Malawei", "Malabutor", "Remu Selatan", "Klasabi"] },
    District { name: "Sorong Kota", weight: 88, sea: 1, reached: 100,
        villages: &["Kampung Baru", "Klabala", "Klasuur", "Klakublik"] },
    District { name: "Klaurung", weight: 68, sea: 1, reached: 92,
        villages: &["Klasuat", "Klablim", "Klasaman", "Giwu"] },
    District { name: "Malaimsimsa", weight: 112, sea: 1, reached: 98,
        villages: &["Klagete", "Malaingkedi", "Malamso", "Klabulu"] },
    District { name: "Maladum Mes", weight: 44, sea: 4, reached: 78,
        villages: &["Suprau", "Tampa Garam", "Saoka", "Tanjung Kasuari"] },
];

/// How often each district is met among these workers.
pub fn weights(coastal: bool, active: bool) -> [u64; 10] {
    DISTRICTS.map(|district| {
        let reach = if active { district.reached } else { 200 - district.reached };
        district.weight * reach * if coastal { district.sea } else { 1 }
    })
}

/// Listed workers of each tenth of welfare, from 1 (extreme poverty) to 10, and those of whom it is not known.
pub const DECILES: [u64; 11] = [4_120, 3_400, 2_800, 2_200, 1_700, 1_250, 900, 560, 330, 160, 220];
