//! The overlays: each is a line here, a file of its own beside this one, and a file of its own where it is drawn.

use super::compare::CompareView;
use super::detail::Detail;
use super::explain::Explain;
use super::export::ExportForm;
use super::facets::FacetCursor;
use super::help::Help;
use super::layer::Layer;
use super::palette::Palette;
use super::preview::Preview;
use super::programme::ProgrammeForm;
use super::slides::Slides;
use super::sort::SortList;
use super::whatif::WhatIfPanel;

macro_rules! overlays {
    ($($(#[$about:meta])* $name:ident($state:ty),)*) => {
        /// Something laid over the content.
        #[derive(Clone, PartialEq, Eq, Debug)]
        pub enum Overlay {
            $($(#[$about])* $name($state),)*
        }

        impl Overlay {
            /// Which it is, does not matter to whom has its keys.
            pub fn layer(&self) -> &dyn Layer {
                match self { $(Overlay::$name(own) => own,)* }
            }

            /// The same, to change it.
            pub fn layer_mut(&mut self) -> &mut dyn Layer {
                match self { $(Overlay::$name(own) => own,)* }
            }
        }

        $(impl From<$state> for Overlay {
            fn from(own: $state) -> Overlay {
                Overlay::$name(own)
            }
        })*
    };
}

overlays! {
    /// Every key.
    Help(Help),
    /// One worker, whole.
    Detail(Detail),
    /// How the figures of the tab are counted.
    Explain(Explain),
    /// Every facet.
    Facets(FacetCursor),
    /// Slides before an audience.
    Slides(Slides),
    /// What the table is sorted by.
    Sort(SortList),
    /// Every command by its words.
    Palette(Palette),
    /// Where and how to export.
    Export(ExportForm),
    /// Values that are changed to see what follows.
    WhatIf(WhatIfPanel),
    /// What changed since an older roster.
    Compare(CompareView),
    /// What will come of an office's list.
    Preview(Preview),
    /// What only the office knows of a list's programme.
    Programme(ProgrammeForm),
}
