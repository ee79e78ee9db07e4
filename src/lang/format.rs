//! What each member of a roster file means, in both languages, and the tables of them for people. A member without a
//! meaning does not compile.

use super::{Lang, Phrase};
use crate::roster::json::fields::*;
use crate::roster::json::schema::{Said, schema};
use crate::roster::{MOST, json};
use serde_json::Value;

const fn said(en: &'static str, id: &'static str) -> Phrase {
    Phrase { en, id }
}

/// What a member means.
fn meaning(member: Member) -> Phrase {
    match member {
        Member::Document(field) => match field {
            DocumentField::Schema => {
                said("The format of this file and its version.", "Format berkas ini beserta versinya.")
            }
            DocumentField::Synthetic => said(
                "Whether the people are invented; every screen then says DEMO.",
                "Apakah orang-orangnya rekaan; bila ya, semua layar menulis DEMO.",
            ),
            DocumentField::Program => said(
                "The programme: its year, target, money and rates.",
                "Program: tahun, target, dana, dan besar iurannya.",
            ),
            DocumentField::Groups => said(
                "The occupation groups, in the order of the screens; may be empty.",
                "Kelompok pekerjaan, menurut urutan di layar; boleh kosong.",
            ),
            DocumentField::Workers => {
                said("The workers, in any order; may be empty.", "Para pekerja, urutannya bebas; boleh kosong.")
            }
            DocumentField::Payments => said(
                "What has been paid or billed. Without this list the money left is said to be uncertain.",
                "Yang sudah dibayar atau ditagih. Tanpa daftar ini sisa pagu disebut tidak pasti.",
            ),
            DocumentField::Plan => said(
                "How many workers are to be enrolled by the end of which month.",
                "Berapa pekerja direncanakan terdaftar sampai akhir bulan mana.",
            ),
            DocumentField::Claims => {
                said("The claims that BPJS Ketenagakerjaan paid.", "Klaim yang dibayar BPJS Ketenagakerjaan.")
            }
            DocumentField::Districts => {
                said("The districts as they are spelt, with quotas.", "Distrik dengan ejaan yang benar dan kuotanya.")
            }
            DocumentField::History => said("Earlier years, to compare with.", "Tahun-tahun lalu, sebagai pembanding."),
        },
        Member::Program(field) => match field {
            ProgramField::Name => said("The name of the programme.", "Nama program."),
            ProgramField::FiscalYear => said("The budget year (APBD).", "Tahun anggaran (APBD)."),
            ProgramField::AsOf => said(
                "The day of all figures; else the newest date in the data, at most 31 December of the budget year.",
                "Tanggal semua angka; bila tidak ada, tanggal terbaru data, paling akhir 31 Desember tahun itu.",
            ),
            ProgramField::Region => said("Where the programme runs.", "Daerah program."),
            ProgramField::TargetWorkers => {
                said("How many workers the programme means to protect.", "Berapa pekerja yang hendak dilindungi.")
            }
            ProgramField::Budget => said("The money set aside for the year, in rupiah.", "Pagu setahun, dalam rupiah."),
            ProgramField::Contributions => said(
                "What a worker costs a month, by segment and scheme (PP 44/2015).",
                "Iuran per pekerja dan bulan, menurut segmen dan program (PP 44/2015).",
            ),
            ProgramField::Coverage => {
                said("The months that the programme means to pay.", "Bulan-bulan yang hendak dibayar.")
            }
            ProgramField::GraceMonths => said(
                "Months after the end of protection in which arrears may still be paid; else 3.",
                "Bulan sesudah perlindungan berakhir yang tunggakannya masih boleh dibayar; bila tidak ada, 3.",
            ),
            ProgramField::MaxAge => said(
                "Completed years of age from which nobody is enrolled any more; else 65.",
                "Usia (tahun penuh) yang sejak itu tidak dapat didaftarkan; bila tidak ada, 65.",
            ),
        },
        Member::Region(field) => match field {
            RegionField::Code => said(
                "Code of the region by the Ministry of Home Affairs, such as 96.71; a NIK begins with it.",
                "Kode wilayah Kemendagri, seperti 96.71; NIK diawali kode ini.",
            ),
            RegionField::FormerCodes => said(
                "Codes that the region had before: a NIK keeps them.",
                "Kode wilayah sebelumnya: NIK tetap memakainya.",
            ),
            RegionField::Name => said("Name of the city or regency.", "Nama kota atau kabupaten."),
            RegionField::Province => said("Name of the province.", "Nama provinsi."),
        },
        Member::Contribution(field) => match field {
            ContributionField::Segment => said(
                "Whose rate: BPU, not wage earners, or PU, wage earners; else BPU.",
                "Iuran siapa: BPU, bukan penerima upah, atau PU, penerima upah; bila tidak ada, BPU.",
            ),
            ContributionField::Scheme => {
                said("Work accident (JKK) or death (JKM).", "Kecelakaan kerja (JKK) atau kematian (JKM).")
            }
            ContributionField::Monthly => said("Rupiah a worker and month.", "Rupiah per pekerja dan bulan."),
            ContributionField::From => said(
                "The first month in which it holds, until a later one of its kind; else it always has.",
                "Bulan pertama berlakunya, sampai ada yang lebih baru; bila tidak ada, sejak semula.",
            ),
        },
        Member::Coverage(field) => match field {
            CoverageField::From => said("The first month that is to be paid.", "Bulan pertama yang dibayar."),
            CoverageField::To => said(
                "The last one; else December of the budget year.",
                "Bulan terakhir; bila tidak ada, Desember tahun anggaran.",
            ),
        },
        Member::Group(field) => match field {
            GroupField::Id => said(
                "What occupation of a worker says; no two groups have the same.",
                "Yang ditulis di occupation pekerja; tidak ada dua kelompok yang sama.",
            ),
            GroupField::Name => said("The name on the screens.", "Nama di layar."),
            GroupField::Segment => {
                said("The segment of its workers; else BPU.", "Segmen para pekerjanya; bila tidak ada, BPU.")
            }
            GroupField::Target => {
                said("How many of them the programme means to protect.", "Berapa di antaranya yang hendak dilindungi.")
            }
        },
        Member::Name(field) => match field {
            NameField::Id => said(
                "The name in Indonesian; one of the two must be there.",
                "Nama dalam bahasa Indonesia; salah satu dari keduanya harus ada.",
            ),
            NameField::En => said("The name in English.", "Nama dalam bahasa Inggris."),
        },
        Member::Worker(field) => match field {
            WorkerField::Id => said(
                "What the office calls the row, such as W000001; claims name it.",
                "Kode baris di kantor, seperti W000001; klaim memakainya.",
            ),
            WorkerField::Nik => said("National identity number, 16 digits, as text.", "NIK, 16 angka, sebagai teks."),
            WorkerField::Name => said("The name; blank is a finding.", "Nama; bila kosong, jadi temuan."),
            WorkerField::Sex => said("F for a woman, M for a man.", "F perempuan, M laki-laki."),
            WorkerField::BirthDate => said("Date of birth.", "Tanggal lahir."),
            WorkerField::Occupation => said(
                "The id of a group; another one is kept as unknown, and blank too, each as a finding.",
                "id salah satu kelompok; yang tidak dikenal atau kosong tetap disimpan dan jadi temuan.",
            ),
            WorkerField::District => {
                said("District (distrik, kecamatan) of residence.", "Distrik atau kecamatan tempat tinggal.")
            }
            WorkerField::Village => {
                said("Village or ward (kelurahan) of residence.", "Kelurahan atau kampung tempat tinggal.")
            }
            WorkerField::Status => said(
                "What the office knows; what holds on the day is worked out from it and protected_until.",
                "Yang dicatat kantor; yang berlaku pada tanggalnya dihitung dari ini dan protected_until.",
            ),
            WorkerField::RegisteredOn => said("The day on which the worker was listed.", "Tanggal didata."),
            WorkerField::EnrolledOn => said("The day on which the membership began.", "Tanggal mulai menjadi peserta."),
            WorkerField::ProtectedUntil => said(
                "The last day that is paid; none is no end.",
                "Hari terakhir yang terbayar; tanpa ini, tanpa akhir.",
            ),
            WorkerField::Kpj => said(
                "Membership number of BPJS Ketenagakerjaan, 11 digits, as text.",
                "Nomor KPJ dari BPJS Ketenagakerjaan, 11 angka, sebagai teks.",
            ),
            WorkerField::Phone => said("Telephone number, as text.", "Nomor telepon, sebagai teks."),
            WorkerField::WelfareDecile => said(
                "Tenth of welfare in the social register, from 1, the poorest, to 10.",
                "Desil kesejahteraan dalam data sosial, dari 1, yang termiskin, sampai 10.",
            ),
            WorkerField::Reason => said(
                "Why a worker is rejected or inactive: died, moved, paid by the province.",
                "Mengapa pekerja ditolak atau nonaktif: meninggal, pindah, dibayar provinsi.",
            ),
            WorkerField::Segment => said(
                "The worker's own segment; else that of the group.",
                "Segmen pekerja itu sendiri; bila tidak ada, segmen kelompoknya.",
            ),
        },
        Member::Payment(field) => match field {
            PaymentField::Kind => said(
                "A payment, or money that came back; else a payment.",
                "Pembayaran (payment) atau pengembalian (refund); bila tidak ada, pembayaran.",
            ),
            PaymentField::Month => {
                said("The month that it pays for, or the first of them.", "Bulan yang dibayar, atau yang pertama.")
            }
            PaymentField::Through => said(
                "The last month that it pays for; else the first, and never before it.",
                "Bulan terakhir yang dibayar; bila tidak ada, bulan pertama, dan tidak pernah sebelumnya.",
            ),
            PaymentField::Workers => {
                said("For how many workers, in each of the months.", "Untuk berapa pekerja, tiap bulannya.")
            }
            PaymentField::BySegment => said(
                "The same by segment; adds up to workers.",
                "Yang sama menurut segmen; jumlahnya sama dengan workers.",
            ),
            PaymentField::Amount => said("Rupiah in all.", "Rupiah seluruhnya."),
            PaymentField::PaidOn => said(
                "The day on which it was paid; none, or a later day than as_of, is a bill.",
                "Tanggal dibayar; tanpa tanggal, atau sesudah as_of, berarti tagihan.",
            ),
            PaymentField::Reference => {
                said("The number of the order, such as SP2D 0312.", "Nomor dokumen, seperti SP2D 0312.")
            }
        },
        Member::BySegment(field) => match field {
            BySegmentField::Bpu => {
                said("Workers of the segment BPU; else 0.", "Pekerja segmen BPU; bila tidak ada, 0.")
            }
            BySegmentField::Pu => said("Workers of the segment PU; else 0.", "Pekerja segmen PU; bila tidak ada, 0."),
        },
        Member::Planned(field) => match field {
            PlannedField::Month => said("By the end of this month.", "Sampai akhir bulan ini."),
            PlannedField::Workers => said(
                "Workers enrolled since the start, all months together.",
                "Pekerja terdaftar sejak awal, semua bulan bersama.",
            ),
        },
        Member::Claim(field) => match field {
            ClaimField::Worker => said("The id of the worker.", "id pekerja."),
            ClaimField::Scheme => {
                said("Work accident (JKK) or death (JKM).", "Kecelakaan kerja (JKK) atau kematian (JKM).")
            }
            ClaimField::Date => said("The day of the accident or death.", "Tanggal kecelakaan atau kematian."),
            ClaimField::Amount => said("Rupiah that were paid.", "Rupiah yang dibayarkan."),
        },
        Member::District(field) => match field {
            DistrictField::Name => said("The district as it is spelt on the screens.", "Ejaan distrik di layar."),
            DistrictField::Aliases => said("Other spellings of it in the list.", "Ejaan lain di dalam daftar."),
            DistrictField::Target => said(
                "How many of its workers the programme means to protect.",
                "Berapa pekerjanya yang hendak dilindungi.",
            ),
        },
        Member::PastYear(field) => match field {
            PastYearField::FiscalYear => said("The year.", "Tahunnya."),
            PastYearField::Workers => said("Workers protected in it.", "Pekerja yang terlindungi pada tahun itu."),
        },
    }
}

const TITLE: &str = "Roster of lindungi (daftar pekerja)";
const WHAT: Phrase = said(
    "A programme that pays the contributions of vulnerable workers, and its workers. A member that need not be there \
may also be null or a text without letter or digit: all are unknown, never zero.",
    "Program yang membayar iuran pekerja rentan, beserta para pekerjanya. Isian yang tidak wajib boleh tidak ada, \
null, atau teks tanpa huruf dan angka: semuanya berarti tidak diketahui, bukan nol.",
);

/// The JSON Schema of a roster file. It says everything in both languages, so that it is one file for everybody.
pub fn json_schema() -> Value {
    let both = |phrase: Phrase| format!("{}\n{}", phrase.en, phrase.id);
    let meaning = |member| both(meaning(member));
    schema(&Said { title: TITLE, description: &both(WHAT), meaning: &meaning })
}

impl Lang {
    /// Every member of a roster file as a table in Markdown.
    pub fn table_of_format(self) -> String {
        const HEAD: Phrase = said("field | value | needed | what it is", "isian | nilai | wajib | artinya");
        let mut table = format!("| {} |\n|---|---|---|---|\n", self.say(&HEAD));
        self.rows_of(Object::Document, "", &mut table);
        table
    }

    fn rows_of(self, object: Object, path: &str, table: &mut String) {
        const YES: Phrase = said("yes", "ya");
        for member in object.members() {
            let shape = member.shape();
            let path = format!("{path}{}", member.name());
            let needed = if shape.required { self.say(&YES) } else { "" };
            let cells = [format!("`{path}`"), self.form(shape.form), needed.to_owned()];
            *table += &format!("| {} | {} |\n", cells.join(" | "), self.say(&meaning(member)));
            match shape.form {
                Form::One(of) => self.rows_of(of, &format!("{path}."), table),
                Form::List(of) | Form::Set(of) => self.rows_of(of, &format!("{path}[]."), table),
                Form::Name => self.rows_of(Object::Name, &format!("{path}."), table),
                _ => {}
            }
        }
    }

    /// How a value is written.
    fn form(self, form: Form) -> String {
        const WITHIN: Phrase = said("whole number, {0} to {1}", "bilangan bulat, {0} sampai {1}");
        const OR: Phrase = said(" or ", " atau ");
        let phrase = match form {
            Form::Schema => return format!("`\"{}\"`", json::SCHEMA),
            Form::OneOf(words) => {
                let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
                return words.join(self.say(&OR));
            }
            Form::Count(least, most) if most < MOST => {
                return self.fill(&WITHIN, &[&least.to_string(), &most.to_string()]);
            }
            Form::Count(..) => said("whole number", "bilangan bulat"),
            Form::Bool => said("`true` or `false`", "`true` atau `false`"),
            Form::Text => said("text", "teks"),
            Form::Blankable => said("text, may be blank", "teks, boleh kosong"),
            Form::Number => said("digits as text", "angka sebagai teks"),
            Form::Day => said("date `YYYY-MM-DD`", "tanggal `YYYY-MM-DD`"),
            Form::Month => said("month `YYYY-MM`", "bulan `YYYY-MM`"),
            Form::Money => said("whole rupiah, as text or number", "rupiah bulat, sebagai teks atau bilangan"),
            Form::Name => said("text, or an object", "teks, atau objek"),
            Form::Texts => said("list of texts", "daftar teks"),
            Form::One(_) => said("object", "objek"),
            Form::List(_) | Form::Set(_) => said("list of objects", "daftar objek"),
        };
        self.say(&phrase).to_owned()
    }
}
