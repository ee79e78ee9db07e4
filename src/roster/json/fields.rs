//! The field table: of each member of each object of the wire format its name, what it holds, and whether it must be
//! there. It stands here and nowhere else: the reader and the writer take the names from it, and the JSON Schema and
//! the README's table of fields are made from it. What a member means is said in `lang/format.rs`, which does not
//! compile while one has no meaning.

use crate::roster::program::Segment;
use crate::roster::{MOST, Section, YEARS};

/// What a member holds.
#[derive(Clone, Copy)]
pub enum Form {
    /// The name of the format.
    Schema,
    /// `true` or `false`.
    Bool,
    /// A text.
    Text,
    /// A text that may be blank, though it must be there: the audit finds it, and its row is kept.
    Blankable,
    /// A number of a person, which is text: as a number it may have lost digits.
    Number,
    /// A calendar date.
    Day,
    /// A month.
    Month,
    /// Whole rupiah.
    Money,
    /// A whole number between these.
    Count(u64, u64),
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A text, or an object of it in each language.
    Name,
    /// Texts.
    Texts,
    /// An object.
    One(Object),
    /// Objects.
    List(Object),
    /// Objects, no two of them the same.
    Set(Object),
}

/// Any count.
const COUNT: Form = Form::Count(0, MOST);
/// A year.
const YEAR: Form = Form::Count(YEARS.0 as u64, YEARS.1 as u64);
/// What `grace_months` may be.
pub const GRACE: (u8, u8) = (0, 120);
/// What `max_age` may be.
pub const AGE: (u8, u8) = (1, 150);
/// What `welfare_decile` may be.
pub const DECILE: (u8, u8) = (0, u8::MAX);
/// What `sex` may be.
pub const SEXES: &[&str] = &["F", "M"];
/// What `status` may be.
pub const STATUSES: &[&str] = &["proposed", "verified", "active", "inactive", "rejected"];
/// What `segment` may be.
pub const SEGMENTS: &[&str] = &["BPU", "PU"];
/// What `scheme` may be.
pub const SCHEMES: &[&str] = &["JKK", "JKM"];
/// What `kind` may be.
pub const KINDS: &[&str] = &["payment", "refund"];

/// What is laid down for a member.
#[derive(Clone, Copy)]
pub struct Shape {
    /// What it holds.
    pub form: Form,
    /// Whether it must be there. Any other may be absent, `null` or blank.
    pub required: bool,
}

const fn must(form: Form) -> Shape {
    Shape { form, required: true }
}

const fn may(form: Form) -> Shape {
    Shape { form, required: false }
}

const fn within((least, most): (u8, u8)) -> Form {
    Form::Count(least as u64, most as u64)
}

/// A member of one kind of object.
pub trait Field: Copy + 'static {
    /// What the file calls it.
    fn name(self) -> &'static str;

    /// Its place among the members of its kind.
    fn place(self) -> usize;

    /// What is laid down for it.
    fn shape(self) -> Shape;
}

macro_rules! fields {
    ($($(#[$said:meta])* $kind:ident $object:ident { $($field:ident: $name:expr => $shape:expr,)+ })+) => {
        /// A kind of object.
        #[derive(Clone, Copy, PartialEq, Eq)]
        pub enum Object {
            $($(#[$said])* $kind),+
        }

        impl Object {
            /// Every kind, in the order of the format.
            pub const ALL: [Object; [$(stringify!($kind)),+].len()] = [$(Object::$kind),+];

            /// Its members, in the order of the format.
            pub fn members(self) -> Vec<Member> {
                match self {
                    $(Object::$kind => $object::ALL.iter().map(|(field, _)| Member::$kind(*field)).collect()),+
                }
            }
        }

        /// A member of any kind of object.
        #[derive(Clone, Copy)]
        pub enum Member {
            $($(#[$said])* $kind($object)),+
        }

        impl Member {
            /// What the file calls it.
            pub fn name(self) -> &'static str {
                match self {
                    $(Member::$kind(field) => field.name()),+
                }
            }

            /// What is laid down for it.
            pub fn shape(self) -> Shape {
                match self {
                    $(Member::$kind(field) => field.shape()),+
                }
            }
        }

        $(
        $(#[$said])*
        #[derive(Clone, Copy)]
        pub enum $object {
            $($field),+
        }

        impl $object {
            pub const ALL: [($object, &'static str); [$($name),+].len()] = [$(($object::$field, $name)),+];
        }

        impl Field for $object {
            #[inline]
            fn name(self) -> &'static str {
                $object::ALL[self as usize].1
            }

            #[inline]
            fn place(self) -> usize {
                self as usize
            }

            fn shape(self) -> Shape {
                match self {
                    $($object::$field => $shape),+
                }
            }
        }
        )+
    };
}

fields! {
    /// The document.
    Document DocumentField {
        Schema: "schema" => must(Form::Schema),
        Synthetic: "synthetic" => may(Form::Bool),
        Program: "program" => must(Form::One(Object::Program)),
        Groups: "groups" => must(Form::Set(Object::Group)),
        Workers: Section::Workers.code() => must(Form::List(Object::Worker)),
        Payments: Section::Payments.code() => may(Form::List(Object::Payment)),
        Plan: Section::Plan.code() => may(Form::List(Object::Planned)),
        Claims: Section::Claims.code() => may(Form::List(Object::Claim)),
        Districts: Section::Districts.code() => may(Form::List(Object::District)),
        History: Section::History.code() => may(Form::List(Object::PastYear)),
    }

    /// `program`.
    Program ProgramField {
        Name: "name" => must(Form::Text),
        FiscalYear: "fiscal_year" => must(YEAR),
        AsOf: "as_of" => may(Form::Day),
        Region: "region" => may(Form::One(Object::Region)),
        TargetWorkers: "target_workers" => must(COUNT),
        Budget: "budget" => must(Form::Money),
        Contributions: "contributions" => must(Form::Set(Object::Contribution)),
        Coverage: "coverage" => may(Form::One(Object::Coverage)),
        GraceMonths: "grace_months" => may(within(GRACE)),
        MaxAge: "max_age" => may(within(AGE)),
    }

    /// `program.region`.
    Region RegionField {
        Code: "code" => may(Form::Text),
        FormerCodes: "former_codes" => may(Form::Texts),
        Name: "name" => may(Form::Text),
        Province: "province" => may(Form::Text),
    }

    /// An element of `program.contributions`.
    Contribution ContributionField {
        Segment: "segment" => may(Form::OneOf(SEGMENTS)),
        Scheme: "scheme" => must(Form::OneOf(SCHEMES)),
        Monthly: "monthly" => must(Form::Money),
        From: "from" => may(Form::Month),
    }

    /// `program.coverage`.
    Coverage CoverageField {
        From: "from" => may(Form::Month),
        To: "to" => may(Form::Month),
    }

    /// An element of `groups`.
    Group GroupField {
        Id: "id" => must(Form::Text),
        Name: "name" => must(Form::Name),
        Segment: "segment" => may(Form::OneOf(SEGMENTS)),
        Target: "target" => may(COUNT),
    }

    /// The `name` of a group, where it is no string.
    Name NameField {
        Id: "id" => may(Form::Text),
        En: "en" => may(Form::Text),
    }

    /// An element of `workers`. The member that most rows lack stands last: the reader looks first for the one behind
    /// the last one it found.
    Worker WorkerField {
        Id: "id" => may(Form::Text),
        Nik: "nik" => may(Form::Number),
        Name: "name" => must(Form::Blankable),
        Sex: "sex" => may(Form::OneOf(SEXES)),
        BirthDate: "birth_date" => may(Form::Day),
        Occupation: "occupation" => must(Form::Blankable),
        District: "district" => may(Form::Text),
        Village: "village" => may(Form::Text),
        Status: "status" => must(Form::OneOf(STATUSES)),
        RegisteredOn: "registered_on" => may(Form::Day),
        EnrolledOn: "enrolled_on" => may(Form::Day),
        ProtectedUntil: "protected_until" => may(Form::Day),
        Kpj: "kpj" => may(Form::Number),
        Phone: "phone" => may(Form::Number),
        WelfareDecile: "welfare_decile" => may(within(DECILE)),
        Reason: "reason" => may(Form::Text),
        Segment: "segment" => may(Form::OneOf(SEGMENTS)),
    }

    /// An element of `payments`.
    Payment PaymentField {
        Kind: "kind" => may(Form::OneOf(KINDS)),
        Month: "month" => must(Form::Month),
        Through: "through" => may(Form::Month),
        Workers: "workers" => may(COUNT),
        BySegment: "by_segment" => may(Form::One(Object::BySegment)),
        Amount: "amount" => must(Form::Money),
        PaidOn: "paid_on" => may(Form::Day),
        Reference: "reference" => may(Form::Text),
    }

    /// The `by_segment` of a payment.
    BySegment BySegmentField {
        Bpu: Segment::Bpu.code() => may(COUNT),
        Pu: Segment::Pu.code() => may(COUNT),
    }

    /// An element of `plan`.
    Planned PlannedField {
        Month: "month" => must(Form::Month),
        Workers: "workers" => must(COUNT),
    }

    /// An element of `claims`.
    Claim ClaimField {
        Worker: "worker" => may(Form::Text),
        Scheme: "scheme" => must(Form::OneOf(SCHEMES)),
        Date: "date" => may(Form::Day),
        Amount: "amount" => must(Form::Money),
    }

    /// An element of `districts`.
    District DistrictField {
        Name: "name" => must(Form::Text),
        Aliases: "aliases" => may(Form::Texts),
        Target: "target" => may(COUNT),
    }

    /// An element of `history`.
    PastYear PastYearField {
        FiscalYear: "fiscal_year" => must(YEAR),
        Workers: "workers" => must(COUNT),
    }
}
