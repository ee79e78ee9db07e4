//! HTML and SVG as they are written: an element is closed by what opened it, and every text is escaped, so that a page is
//! well-formed whatever a roster holds.

/// What an element has besides its content.
pub type Attributes<'a> = &'a [(&'static str, &'a str)];

/// A piece of a page.
#[derive(Default)]
pub struct Html(String);

impl Html {
    /// An element with what is inside.
    pub fn element(&mut self, name: &str, attributes: Attributes<'_>, inside: impl FnOnce(&mut Html)) {
        self.open(name, attributes);
        self.0.push('>');
        inside(self);
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push('>');
    }

    /// An element of text alone.
    pub fn words(&mut self, name: &str, attributes: Attributes<'_>, text: &str) {
        self.element(name, attributes, |html| html.text(text));
    }

    /// An element that has no inside: of HTML one of those that never have, of SVG any.
    pub fn single(&mut self, name: &str, attributes: Attributes<'_>) {
        self.open(name, attributes);
        self.0.push_str("/>");
    }

    fn open(&mut self, name: &str, attributes: Attributes<'_>) {
        self.0.push('<');
        self.0.push_str(name);
        for (name, value) in attributes {
            self.0.push(' ');
            self.0.push_str(name);
            self.0.push_str("=\"");
            self.text(value);
            self.0.push('"');
        }
    }

    /// Text.
    pub fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                c => self.0.push(c),
            }
        }
    }

    /// A line break in the source, for whoever reads that.
    pub fn line(&mut self) {
        self.0.push('\n');
    }

    /// What is no text: the head of the document, and rules of style of our own.
    pub fn raw(&mut self, own: &'static str) {
        self.0.push_str(own);
    }

    /// The page.
    pub fn finish(self) -> String {
        self.0
    }
}

/// A whole page with its signs as numbers, which a browser shows as the signs: for what carries ASCII alone. What is no
/// text, its style, is ASCII as it stands.
pub fn in_ascii(page: &str) -> String {
    let mut plain = String::with_capacity(page.len());
    for c in page.chars() {
        match c.is_ascii() {
            true => plain.push(c),
            false => plain.push_str(&format!("&#{};", u32::from(c))),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_roster_holds_opens_no_element_and_ends_no_attribute() {
        let mut html = Html::default();
        html.element("p", &[("title", "\"><b>")], |html| html.text("<script>&amp;"));
        html.single("rect", &[("x", "1")]);
        let page = "<p title=\"&quot;&gt;&lt;b&gt;\">&lt;script&gt;&amp;amp;</p><rect x=\"1\"/>";
        assert_eq!(html.finish(), page);
    }
}
