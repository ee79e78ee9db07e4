//! The field table: what the wire format calls each member of each object, spelt here and nowhere else in the model. The
//! reader and the writer both take the names from it.

use crate::roster::Section;
use crate::roster::program::Segment;

/// A member of one kind of object.
pub trait Field: Copy + 'static {
    /// What the file calls it.
    fn name(self) -> &'static str;

    /// Its place among the members of its kind.
    fn place(self) -> usize;
}

macro_rules! fields {
    ($($(#[$said:meta])* $object:ident { $($field:ident: $name:expr,)+ })+) => { $(
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
        }
    )+ };
}

fields! {
    /// The document.
    DocumentField {
        Schema: "schema",
        Synthetic: "synthetic",
        Program: "program",
        Groups: "groups",
        Workers: Section::Workers.code(),
        Payments: Section::Payments.code(),
        Plan: Section::Plan.code(),
        Claims: Section::Claims.code(),
        Districts: Section::Districts.code(),
        History: Section::History.code(),
    }

    /// `program`.
    ProgramField {
        Name: "name",
        FiscalYear: "fiscal_year",
        AsOf: "as_of",
        Region: "region",
        TargetWorkers: "target_workers",
        Budget: "budget",
        Contributions: "contributions",
        Coverage: "coverage",
        GraceMonths: "grace_months",
        MaxAge: "max_age",
    }

    /// `program.region`.
    RegionField {
        Code: "code",
        FormerCodes: "former_codes",
        Name: "name",
        Province: "province",
    }

    /// An element of `program.contributions`.
    ContributionField {
        Segment: "segment",
        Scheme: "scheme",
        Monthly: "monthly",
        From: "from",
    }

    /// `program.coverage`.
    CoverageField {
        From: "from",
        To: "to",
    }

    /// An element of `groups`.
    GroupField {
        Id: "id",
        Name: "name",
        Segment: "segment",
        Target: "target",
    }

    /// The `name` of a group, where it is no string.
    NameField {
        Id: "id",
        En: "en",
    }

    /// An element of `workers`. The member that most rows lack stands last: the reader looks first for the one behind
    /// the last one it found.
    WorkerField {
        Id: "id",
        Nik: "nik",
        Name: "name",
        Sex: "sex",
        BirthDate: "birth_date",
        Occupation: "occupation",
        District: "district",
        Village: "village",
        Status: "status",
        RegisteredOn: "registered_on",
        EnrolledOn: "enrolled_on",
        ProtectedUntil: "protected_until",
        Kpj: "kpj",
        Phone: "phone",
        WelfareDecile: "welfare_decile",
        Reason: "reason",
        Segment: "segment",
    }

    /// An element of `payments`.
    PaymentField {
        Kind: "kind",
        Month: "month",
        Through: "through",
        Workers: "workers",
        BySegment: "by_segment",
        Amount: "amount",
        PaidOn: "paid_on",
        Reference: "reference",
    }

    /// The `by_segment` of a payment.
    BySegmentField {
        Bpu: Segment::Bpu.code(),
        Pu: Segment::Pu.code(),
    }

    /// An element of `plan`.
    PlannedField {
        Month: "month",
        Workers: "workers",
    }

    /// An element of `claims`.
    ClaimField {
        Worker: "worker",
        Scheme: "scheme",
        Date: "date",
        Amount: "amount",
    }

    /// An element of `districts`.
    DistrictField {
        Name: "name",
        Aliases: "aliases",
        Target: "target",
    }

    /// An element of `history`.
    PastYearField {
        FiscalYear: "fiscal_year",
        Workers: "workers",
    }
}
