//! The audit in words: for each rule what was found, what it means, and what to do about it; how many there are, and
//! where. Checks, the worker's own page and `status` say it from here.

use super::number::UNKNOWN;
use super::person::Privacy;
use super::scrub::scrub;
use super::words::command::RULE_FOUND;
use super::{Lang, Phrase, words};
use crate::figures::budget::Budget;
use crate::figures::payments::PaidMonth;
use crate::roster::Roster;
use crate::roster::finding::{Office, Place, Rule, Severity};
use crate::roster::program::ByScheme;
use std::sync::OnceLock;

impl Lang {
    /// What a rule found, in a few words.
    pub fn finding(self, roster: &Roster, rule: Rule) -> String {
        self.fill(&words(rule).short, &[&self.day(roster.as_of())])
    }

    /// What a rule found, with its code and how often: `error nik-duplicate, 4 rows: two rows, one NIK`.
    pub fn rule_found(self, roster: &Roster, rule: Rule, count: u64) -> String {
        let (severity, short) = (self.say(&one(rule.severity())), self.finding(roster, rule));
        self.fill(&RULE_FOUND, &[severity, rule.code(), &self.count(count), &short])
    }

    /// How often rules found what, in a row: `4 two rows, one NIK; 2 no name`, to be parted by semicolons: what is found
    /// may have a comma of its own.
    pub fn most_found(self, roster: &Roster, rules: &[(Rule, u64)]) -> Vec<String> {
        let told = |(rule, count): &(Rule, u64)| format!("{} {}", self.count(*count), self.finding(roster, *rule));
        rules.iter().map(told).collect()
    }

    /// Who can mend what a rule found, and how.
    pub fn to_do(self, rule: Rule) -> String {
        format!("{}: {}", self.say(&office(rule.office())), self.say(&words(rule).todo))
    }

    /// A place that is no worker.
    pub fn place(self, roster: &Roster, budget: &Budget, paid: &[PaidMonth], place: &Place) -> String {
        match place {
            Place::Payment(index) => {
                let expected = budget.payments.get(*index).and_then(|found| found.expected);
                let expected = expected.and_then(ByScheme::sum).map_or(String::new(), |expected| self.amount(expected));
                roster.payments.get(*index).map_or(String::new(), |payment| {
                    let (month, amount) = (self.month(payment.month), self.amount(payment.amount));
                    self.fill(&words::PAYMENT_EXPECTED, &[&month, &amount, &expected])
                })
            }
            Place::Claim(index) => roster.claims.get(*index).map_or(String::new(), |claim| {
                let date = claim.date.map_or(self.say(&words::NO_DATE).to_owned(), |date| self.day(date));
                let worker = claim.worker.as_deref().unwrap_or(UNKNOWN);
                let worker = Privacy::Masked.text(worker);
                let (number, amount) = (self.count(*index as u64 + 1), self.rupiah(claim.amount));
                self.fill(&words::CLAIM_OF, &[&number, claim.scheme.code(), &worker, &date, &amount])
            }),
            Place::PaymentDates(index) => roster.payments.get(*index).map_or(String::new(), |payment| {
                let amount = self.amount(payment.amount);
                self.fill(&words::PAYMENT_DATES, &[&self.paid_months(payment), &amount, &self.paid_on(payment)])
            }),
            Place::Gap(month) => self.fill(&words::MONTH_UNCOVERED, &[&self.month(*month)]),
            Place::Planned(index) => roster.plan.get(*index).map_or(String::new(), |step| {
                self.fill(&words::PLAN_STEP, &[&self.month(step.month), &self.count(step.workers)])
            }),
            Place::Month(month) => paid.iter().find(|paid| paid.month == *month).map_or(String::new(), |paid| {
                let (paid_for, listed) = (self.count(paid.paid_for), self.count(paid.listed));
                self.fill(&words::MONTH_WORKERS, &[&self.month(*month), &paid_for, &listed])
            }),
            Place::SetAside(index) => {
                roster.set_aside.kept().get(*index).map_or(String::new(), |aside| self.set_aside(aside))
            }
            Place::Segment(segment) => {
                let missing = budget.rates_missing.iter().filter(|(own, _)| own == segment);
                let schemes: Vec<&str> = missing.map(|(_, scheme)| scheme.code()).collect();
                format!("{}: {}", segment.code(), schemes.join(", "))
            }
            Place::Group(index) => roster.groups.get(*index).map_or(String::new(), |group| self.name(&group.name)),
            Place::Field(name) => scrub(name).into_owned(),
            Place::Program => self.say(&words::WHOLE_PROGRAM).to_owned(),
        }
    }
}

/// A rule in words.
#[derive(Clone, Copy, Debug)]
pub struct RuleWords {
    /// A few words, as they stand behind the count. `{0}` is the roster's date.
    pub short: Phrase,
    /// What it means.
    pub what: Phrase,
    /// What to do.
    pub todo: Phrase,
}

macro_rules! words {
    ($short_en:literal / $short_id:literal, $what_en:literal / $what_id:literal, $todo_en:literal / $todo_id:literal) => {
        RuleWords {
            short: Phrase { en: $short_en, id: $short_id },
            what: Phrase { en: $what_en, id: $what_id },
            todo: Phrase { en: $todo_en, id: $todo_id },
        }
    };
}

/// The plural of a severity.
pub fn severity(severity: Severity) -> Phrase {
    match severity {
        Severity::Error => Phrase { en: "errors", id: "kesalahan" },
        Severity::Warning => Phrase { en: "warnings", id: "peringatan" },
        Severity::Note => Phrase { en: "notes", id: "catatan" },
    }
}

/// So many of a severity: `1 error`, `2 errors`.
pub fn counted(severity: Severity, count: u64) -> Phrase {
    if count == 1 { one(severity) } else { self::severity(severity) }
}

/// The singular of a severity.
pub fn one(severity: Severity) -> Phrase {
    match severity {
        Severity::Error => Phrase { en: "error", id: "kesalahan" },
        Severity::Warning => Phrase { en: "warning", id: "peringatan" },
        Severity::Note => Phrase { en: "note", id: "catatan" },
    }
}

/// What the offices are called here, where somebody has set it: of the process, as its settings are.
static CALLED: OnceLock<Vec<(Office, Phrase)>> = OnceLock::new();

/// Calls offices by these names, in English and in Indonesian, from here on.
pub fn call_offices(names: impl Iterator<Item = (Office, String, String)>) {
    let names = names.map(|(office, en, id)| (office, Phrase { en: en.leak(), id: id.leak() }));
    let _ = CALLED.set(names.collect());
}

/// Who can mend what a rule found.
pub fn office(office: Office) -> Phrase {
    let called = CALLED.get().into_iter().flatten().find(|(own, _)| *own == office);
    called.map_or_else(|| built_in(office), |(_, name)| *name)
}

/// The same, as it is called where nobody has set it.
pub fn built_in(office: Office) -> Phrase {
    match office {
        Office::Dukcapil => Phrase { en: "Dukcapil", id: "Dukcapil" },
        Office::Bpjs => Phrase { en: "BPJS", id: "BPJS" },
        Office::District => Phrase { en: "District office", id: "Kantor distrik" },
        Office::Finance => Phrase { en: "Finance office", id: "Bagian keuangan" },
        Office::Programme => Phrase { en: "Programme office", id: "Kantor program" },
    }
}

/// A rule's words.
pub fn words(rule: Rule) -> RuleWords {
    match rule {
        Rule::NikMissing => words!(
            "no NIK" / "tanpa NIK",
            "Without a NIK nobody can be enrolled or told from a namesake."
                / "Tanpa NIK seseorang tidak dapat didaftarkan atau dibedakan dari yang senama.",
            "Ask for the KTP and enter its NIK." / "Minta KTP dan isikan NIK-nya."
        ),
        Rule::NikFormat => words!(
            "NIK is not 16 digits" / "NIK bukan 16 angka",
            "A NIK is 16 digits, kept as text: a number may have lost its last ones."
                / "NIK terdiri dari 16 angka berupa teks: bilangan dapat kehilangan angka terakhirnya.",
            "Copy the NIK from the KTP again, as text." / "Salin ulang NIK dari KTP, sebagai teks."
        ),
        Rule::NikImpossible => words!(
            "NIK names no place or day" / "NIK tanpa daerah atau tanggal yang ada",
            "No province has this code, no such day exists, or the serial is 0000."
                / "Tidak ada provinsi dengan kode ini, tanggalnya tidak ada, atau nomor urutnya 0000.",
            "Compare with the KTP; a digit was probably mistyped."
                / "Cocokkan dengan KTP; mungkin salah ketik satu angka."
        ),
        Rule::NikDuplicate => words!(
            "two rows, one NIK" / "dua baris dengan satu NIK",
            "Two workers carry one NIK. A NIK belongs to one person for life."
                / "Dua pekerja memakai satu NIK. NIK hanya milik satu orang seumur hidup.",
            "Compare both with their KTP; correct the wrong one or remove the copy."
                / "Cocokkan keduanya dengan KTP, lalu perbaiki yang salah atau hapus salinannya di daftar asal."
        ),
        Rule::KpjFormat => words!(
            "KPJ is not 11 digits" / "KPJ bukan 11 angka",
            "A membership number is 11 digits, kept as text." / "Nomor kepesertaan terdiri dari 11 angka berupa teks.",
            "Copy the KPJ from the card or the BPJS list again." / "Salin ulang KPJ dari kartu atau daftar BPJS."
        ),
        Rule::KpjDuplicate => words!(
            "two rows, one KPJ" / "dua baris dengan satu KPJ",
            "Two workers carry one membership number: one of them may be unprotected."
                / "Dua pekerja memakai satu nomor kepesertaan: salah satunya mungkin tidak terlindungi.",
            "Compare both with the BPJS list." / "Cocokkan keduanya dengan daftar BPJS."
        ),
        Rule::NameMissing => words!(
            "no name" / "tanpa nama",
            "The name is blank." / "Nama kosong.",
            "Enter the name as the KTP spells it." / "Isikan nama sesuai KTP."
        ),
        Rule::OccupationUnknown => words!(
            "occupation in no group" / "pekerjaan di luar kelompok",
            "The occupation is none of the programme's groups, so no target counts the worker."
                / "Pekerjaan tidak termasuk kelompok program, sehingga tidak masuk target mana pun.",
            "Use the id of one of the groups, or add the group."
                / "Pakai id salah satu kelompok, atau tambahkan kelompoknya."
        ),
        Rule::DateOrder => words!(
            "dates in the wrong order" / "urutan tanggal terbalik",
            "A birth comes before registering, that before enrolling, that before the end of protection."
                / "Urutannya: lahir, didata, didaftarkan, akhir perlindungan.",
            "Look for day and month interchanged, or a wrong year."
                / "Periksa tanggal dan bulan yang tertukar, atau tahun yang salah."
        ),
        Rule::DateFuture => words!(
            "date after {0}" / "tanggal sesudah {0}",
            "A birth, listing or enrolment cannot lie after the date of the list."
                / "Kelahiran, pendataan, atau pendaftaran tidak mungkin sesudah tanggal laporan.",
            "Correct the date, or the date of the list." / "Perbaiki tanggalnya, atau tanggal laporan."
        ),
        Rule::ActiveWithoutEnrolledOn => words!(
            "active without an enrolment date" / "aktif tanpa tanggal didaftarkan",
            "Who is active was enrolled on some day; without it no month counts the worker."
                / "Yang aktif pernah didaftarkan; tanpa tanggalnya tidak terhitung di bulan mana pun.",
            "Enter the date of the BPJS list." / "Isikan tanggal menurut daftar BPJS."
        ),
        Rule::AgeOverLimit => words!(
            "too old when first enrolled" / "melewati batas usia saat pertama didaftarkan",
            "The age limit holds at the first enrolment; BPJS may refuse a claim."
                / "Batas usia berlaku saat pertama didaftarkan; klaim dapat ditolak BPJS.",
            "Check the birth date; if it is right, the worker cannot be enrolled."
                / "Periksa tanggal lahir; jika benar, pekerja tidak dapat didaftarkan."
        ),
        Rule::PaymentMismatch => words!(
            "amount is not workers × rate" / "jumlah bukan pekerja × iuran",
            "The payment differs from its workers times the rate of its months."
                / "Pembayaran berbeda dari pekerja kali iuran pada bulannya.",
            "Compare with the bill and settle the difference in the next one."
                / "Cocokkan dengan tagihan dan perhitungkan selisihnya pada tagihan berikut."
        ),
        Rule::ClaimWorker => words!(
            "claim of nobody in the list" / "klaim tanpa pekerja di daftar",
            "A claim names a worker whose id is not in the list, so nobody knows who was covered."
                / "Klaim menyebut id pekerja yang tidak ada di daftar, sehingga tidak jelas siapa yang dijamin.",
            "Find the worker by the claim's papers; correct the id or put the worker back into the list."
                / "Cari pekerjanya menurut berkas klaim; perbaiki id-nya atau masukkan kembali ke daftar."
        ),
        Rule::ClaimDuplicate => words!(
            "claim entered twice" / "klaim tercatat dua kali",
            "A worker has a second death claim, or a second accident claim of one day: the sum counts both."
                / "Ada klaim kematian kedua, atau klaim kecelakaan kedua pada hari yang sama: jumlahnya terhitung dua kali.",
            "Compare both with the BPJS list of claims and remove the copy."
                / "Cocokkan keduanya dengan daftar klaim BPJS, lalu hapus salinannya."
        ),
        Rule::DeceasedActive => words!(
            "active, though a death was claimed" / "aktif, padahal ada klaim kematian",
            "A death claim of this worker was paid, and the list still calls the worker active: the contribution is paid on."
                / "Klaim kematian pekerja ini sudah dibayar, tetapi daftar masih menyebut aktif: iurannya terus dibayar.",
            "Compare with the death certificate; make the worker inactive, or correct the claim's worker."
                / "Cocokkan dengan akta kematian; jadikan nonaktif, atau perbaiki pekerja pada klaim itu."
        ),
        Rule::PaymentGap => words!(
            "month that no payment covers" / "bulan tanpa pembayaran",
            "A month was skipped though a later one is paid; no runway counts it."
                / "Satu bulan terlewat, sesudahnya dibayar; tidak masuk daya tahan.",
            "Look for its transfer (SP2D), or pay it before the grace months end."
                / "Cari SP2D bulan itu, atau bayar sebelum masa tenggang habis."
        ),
        Rule::PaymentDate => words!(
            "payment of an unlikely year" / "pembayaran bertahun janggal",
            "More than two years from the budget year; its months may not count."
                / "Lebih dari dua tahun dari tahun anggaran; mungkin tidak dihitung.",
            "Compare month and date with the transfer (SP2D); correct the year."
                / "Cocokkan bulan dan tanggal dengan SP2D, lalu perbaiki tahunnya."
        ),
        Rule::BudgetExceeded => words!(
            "more spent than there is" / "melebihi pagu",
            "Payments and bills together pass the budget." / "Pembayaran dan tagihan melebihi pagu.",
            "Check the payments; otherwise an additional budget (APBD-P) is needed."
                / "Periksa pembayaran; jika benar, perlu tambahan anggaran (APBD-P)."
        ),
        Rule::RateMissing => words!(
            "segment without a rate" / "segmen tanpa iuran",
            "What its workers cost is unknown, and so is how long the money lasts."
                / "Biaya pekerjanya tidak diketahui, begitu pula daya tahan dananya.",
            "Add the segment's JKK and JKM to the contributions." / "Tambahkan JKK dan JKM segmen itu pada iuran."
        ),
        Rule::RowUnreadable => words!(
            "row set aside, unreadable" / "baris disisihkan, tidak terbaca",
            "The row could not be read and is in no figure." / "Baris tidak terbaca dan tidak masuk angka mana pun.",
            "Mend it in the office's list; its place and reason stand below."
                / "Perbaiki di daftar asal; tempat dan sebabnya ada di bawah."
        ),
        Rule::NikBirthDate => words!(
            "NIK differs from birth date" / "NIK berbeda dari tanggal lahir",
            "A NIK carries the day of birth and never changes; the date may be wrong."
                / "NIK memuat tanggal lahir dan tidak pernah berubah; tanggal lahir mungkin salah.",
            "Compare with the KTP and correct the birth date in the office list."
                / "Cocokkan dengan KTP dan perbaiki tanggal lahir di daftar asal."
        ),
        Rule::NikSex => words!(
            "NIK differs from sex" / "NIK berbeda dari jenis kelamin",
            "In a woman's NIK the day of birth is 40 more." / "Pada NIK perempuan tanggal lahir ditambah 40.",
            "Compare with the KTP." / "Cocokkan dengan KTP."
        ),
        Rule::PersonDuplicate => words!(
            "same name and birth date" / "nama dan tanggal lahir sama",
            "Two rows agree in name and birth date but not in NIK: perhaps one person twice."
                / "Dua baris sama nama dan tanggal lahirnya, berbeda NIK: mungkin satu orang dua kali.",
            "Compare both with their KTP." / "Cocokkan keduanya dengan KTP."
        ),
        Rule::KpjMissing => words!(
            "enrolled without a KPJ" / "didaftarkan tanpa KPJ",
            "Who is protected has a membership number." / "Yang terlindungi memiliki nomor kepesertaan.",
            "Copy it from the BPJS list; if it is not there, the worker is not enrolled."
                / "Salin dari daftar BPJS; jika tidak ada, pekerja belum terdaftar."
        ),
        Rule::AgeUnder18 => words!(
            "under 18" / "di bawah 18 tahun",
            "The worker was under 18 when enrolled." / "Pekerja di bawah 18 tahun saat didaftarkan.",
            "Check the birth date." / "Periksa tanggal lahir."
        ),
        Rule::DistrictMissing => words!(
            "no district" / "tanpa distrik",
            "Without a district no office looks after the worker." / "Tanpa distrik tidak ada kantor yang mengurus.",
            "Enter the district of the KTP." / "Isikan distrik sesuai KTP."
        ),
        Rule::StatusStale => words!(
            "active in the list, lapsed by its dates" / "aktif di daftar, lewat menurut tanggal",
            "Protection and grace have ended; the figures count the worker as inactive."
                / "Perlindungan dan masa tenggang telah berakhir; pekerja dihitung nonaktif.",
            "Enrol again, or correct the date if it was paid."
                / "Daftarkan ulang, atau perbaiki tanggalnya bila sudah dibayar."
        ),
        Rule::StatusEarly => words!(
            "inactive in the list, in time by its dates" / "nonaktif di daftar, belum lewat menurut tanggal",
            "By its dates the worker is still protected or in grace, so the membership can still be saved."
                / "Menurut tanggalnya pekerja masih terlindungi atau dalam masa tenggang, jadi kepesertaannya masih dapat diselamatkan.",
            "Pay the arrears before grace ends; if the worker really left, note the reason."
                / "Bayar tunggakannya sebelum masa tenggang habis; bila memang keluar, catat alasannya."
        ),
        Rule::DateUnlikely => words!(
            "date of an unlikely year" / "tanggal bertahun janggal",
            "More than two years from the budget year: probably a slip of the pen."
                / "Lebih dari dua tahun dari tahun anggaran: mungkin salah tulis.",
            "Compare with the papers and correct the year." / "Cocokkan dengan berkasnya, lalu perbaiki tahunnya."
        ),
        Rule::PaymentsMissing => words!(
            "no payments in the file" / "tidak ada pembayaran di berkas",
            "People were enrolled, yet no payments are listed: none is counted."
                / "Ada yang didaftarkan, tetapi tanpa pembayaran: dihitung nol.",
            "Add the payments to BPJS; an empty list says that there are none."
                / "Tambahkan pembayaran ke BPJS; daftar kosong berarti belum ada."
        ),
        Rule::PaymentWorkers => words!(
            "paid for other workers than listed" / "pekerja dibayar berbeda dari daftar",
            "The month's payments are for more or fewer workers than the list protects in it."
                / "Pembayaran bulan itu untuk lebih banyak atau lebih sedikit pekerja daripada daftar.",
            "Reconcile the list with the BPJS bill." / "Rekonsiliasi daftar dengan tagihan BPJS."
        ),
        Rule::GroupTargets => words!(
            "group targets do not add up" / "jumlah target kelompok berbeda",
            "The groups' targets together are not the programme's target."
                / "Jumlah target kelompok bukan target program.",
            "Correct one of them." / "Perbaiki salah satunya."
        ),
        Rule::TextSuspicious => words!(
            "hidden characters in a text" / "huruf tersembunyi dalam teks",
            "A text holds characters that nobody sees; they are shown as �."
                / "Ada huruf yang tidak terlihat; ditampilkan sebagai �.",
            "Type the text again in the office's list." / "Ketik ulang teksnya di daftar asal."
        ),
        Rule::LapsingSoon => words!(
            "grace ends within 31 days" / "masa tenggang habis dalam 31 hari",
            "Unless arrears are paid before, the membership ends and must begin anew."
                / "Bila tunggakan tidak dibayar sebelumnya, kepesertaan berakhir dan harus mulai baru.",
            "Put these workers on the next bill." / "Masukkan pekerja ini pada tagihan berikut."
        ),
        Rule::NikRegion => words!(
            "NIK of another region" / "NIK dari daerah lain",
            "A NIK keeps the region of its first registration; this is no fault."
                / "NIK tetap membawa daerah penerbitan pertama; ini bukan kesalahan.",
            "Check only that the KTP is of this city now." / "Cukup pastikan KTP sekarang dari kota ini."
        ),
        Rule::PlaceSpelling => words!(
            "place spelt otherwise" / "ejaan tempat berbeda",
            "The district or village is spelt otherwise than on most of its rows; it is counted as one place."
                / "Ejaan distrik atau kelurahan berbeda dari kebanyakan barisnya; tetap dihitung sebagai satu tempat.",
            "Use one spelling in the office's list." / "Pakai satu ejaan di daftar asal."
        ),
        Rule::TargetExceeded => words!(
            "more active than the target" / "aktif melebihi target",
            "More workers are active than were meant to be." / "Pekerja aktif lebih banyak dari target.",
            "Check whether the target was raised." / "Periksa apakah target dinaikkan."
        ),
        Rule::UnknownField => words!(
            "unknown field" / "isian tidak dikenal",
            "The format has no such field; it is not used." / "Format tidak mengenal isian ini; tidak dipakai.",
            "Check its spelling." / "Periksa ejaannya."
        ),
    }
}
