//! Where a fault can be, and which: an operator that is another one, a condition turned around, an arm that is not
//! there, a function that does nothing. What only tests or constants hold is left alone.

use proc_macro2::Span;
use quote::ToTokens;
use std::ops::Range;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Attribute, BinOp, Block, Expr, Pat, ReturnType, Signature, Type, UnOp};

/// How the faults of a place are written.
#[derive(Clone, Debug)]
pub enum Kind {
    /// `a && b` and `a || b`, each for the other.
    Logic(Range<usize>, Range<usize>, &'static str),
    /// A condition that may be turned around.
    Turned,
    /// `a op b`, with another operator.
    Operator(Range<usize>, Range<usize>, &'static str, &'static str),
    /// The `{` of a function that may return these at once.
    Body(Vec<&'static str>),
    /// The guard of an arm: always, or never.
    Guard,
    /// The end of the pattern of an arm that may be left out.
    Arm,
}

/// A place with its faults.
#[derive(Clone, Debug)]
pub struct Node {
    /// Its bytes.
    pub at: Range<usize>,
    /// How they are written.
    pub kind: Kind,
    /// What each is, in words.
    pub what: Vec<String>,
    /// The number of each; none where it is left out.
    pub numbers: Vec<Option<u32>>,
    /// The function it is in, behind its type.
    pub function: String,
}

/// Collects them from a file.
#[derive(Default)]
pub struct Faults {
    nodes: Vec<Node>,
    within: Vec<String>,
}

impl Faults {
    /// Those of the file, each before what lies in it.
    pub fn in_order(mut self) -> Vec<Node> {
        self.nodes.sort_by_key(|node| (node.at.start, std::cmp::Reverse(node.at.end)));
        self.nodes
    }

    fn push(&mut self, at: Range<usize>, kind: Kind, what: Vec<String>) {
        self.nodes.push(Node { at, kind, what, numbers: Vec::new(), function: self.within.join("::") });
    }

    fn function(&mut self, signature: &Signature, block: &Block, go_on: impl FnOnce(&mut Self)) {
        if signature.constness.is_some() {
            return;
        }
        self.within.push(signature.ident.to_string());
        let values = match &signature.output {
            ReturnType::Default => vec!["()"],
            ReturnType::Type(_, of) => values(of),
        };
        if !block.stmts.is_empty() && !values.is_empty() {
            let what = values.iter().map(|value| format!("body -> {value}")).collect();
            self.push(block.brace_token.span.open().byte_range(), Kind::Body(values), what);
        }
        go_on(self);
        self.within.pop();
    }
}

fn bytes(of: &impl Spanned) -> Range<usize> {
    let span: Span = of.span();
    span.byte_range()
}

fn is_of_tests(attributes: &[Attribute]) -> bool {
    attributes
        .iter()
        .any(|own| ["cfg (test)", "# [test]"].iter().any(|test| own.to_token_stream().to_string().contains(test)))
}

/// Whether a condition binds something: then it is no value that could be turned around.
fn binds(expr: &Expr) -> bool {
    match expr {
        Expr::Let(_) => true,
        Expr::Binary(own) => matches!(own.op, BinOp::And(_) | BinOp::Or(_)) && (binds(&own.left) || binds(&own.right)),
        Expr::Paren(own) => binds(&own.expr),
        _ => false,
    }
}

/// What a function of that type may return at once.
fn values(of: &Type) -> Vec<&'static str> {
    let text = of.to_token_stream().to_string();
    let is_number = |name: &str| {
        ["u", "i"]
            .iter()
            .any(|kind| name.strip_prefix(kind).is_some_and(|bits| bits == "size" || bits.parse::<u8>().is_ok()))
    };
    match text.as_str() {
        "bool" => vec!["true", "false"],
        "String" => vec!["String::new()", "\"xyzzy\".to_owned()"],
        "Self" => vec![],
        name if is_number(name) => vec!["0", "1"],
        own if own.contains("impl ") || own.starts_with("dyn") => vec![],
        own if own.starts_with('&') && own.ends_with("str") && !own.contains(['<', '(']) => vec!["\"\"", "\"xyzzy\""],
        own if own.starts_with('&') => vec![],
        own if own.starts_with("Cow <") => vec!["\"xyzzy\".into()"],
        own if own.starts_with("Option <") => vec!["None"],
        own if own.starts_with("Vec <") => vec!["vec![]"],
        own if own.contains("Result") => vec!["Ok(Default::default())"],
        _ if matches!(of, Type::Path(_)) => vec!["Default::default()"],
        _ => vec![],
    }
}

/// The operator that is put in the place of one.
fn other(operator: &BinOp) -> Option<(&'static str, &'static str)> {
    Some(match operator {
        BinOp::Lt(_) => ("<", "<="),
        BinOp::Le(_) => ("<=", "<"),
        BinOp::Gt(_) => (">", ">="),
        BinOp::Ge(_) => (">=", ">"),
        BinOp::Add(_) => ("+", "-"),
        BinOp::Sub(_) => ("-", "+"),
        BinOp::Mul(_) => ("*", "+"),
        BinOp::Div(_) => ("/", "*"),
        BinOp::Rem(_) => ("%", "/"),
        BinOp::AddAssign(_) => ("+=", "-="),
        BinOp::SubAssign(_) => ("-=", "+="),
        BinOp::MulAssign(_) => ("*=", "+="),
        BinOp::DivAssign(_) => ("/=", "*="),
        _ => return None,
    })
}

impl<'a> Visit<'a> for Faults {
    fn visit_item_mod(&mut self, own: &'a syn::ItemMod) {
        if !is_of_tests(&own.attrs) {
            visit::visit_item_mod(self, own);
        }
    }

    fn visit_item_impl(&mut self, own: &'a syn::ItemImpl) {
        if !is_of_tests(&own.attrs) {
            self.within.push(own.self_ty.to_token_stream().to_string().replace(' ', ""));
            visit::visit_item_impl(self, own);
            self.within.pop();
        }
    }

    fn visit_item_fn(&mut self, own: &'a syn::ItemFn) {
        if !is_of_tests(&own.attrs) {
            self.function(&own.sig, &own.block, |faults| visit::visit_item_fn(faults, own));
        }
    }

    fn visit_impl_item_fn(&mut self, own: &'a syn::ImplItemFn) {
        if !is_of_tests(&own.attrs) {
            self.function(&own.sig, &own.block, |faults| visit::visit_impl_item_fn(faults, own));
        }
    }

    fn visit_item_const(&mut self, _: &'a syn::ItemConst) {}
    fn visit_item_static(&mut self, _: &'a syn::ItemStatic) {}
    fn visit_impl_item_const(&mut self, _: &'a syn::ImplItemConst) {}
    fn visit_expr_const(&mut self, _: &'a syn::ExprConst) {}
    fn visit_type(&mut self, _: &'a Type) {}
    fn visit_pat(&mut self, _: &'a Pat) {}

    fn visit_expr_repeat(&mut self, own: &'a syn::ExprRepeat) {
        self.visit_expr(&own.expr);
    }

    fn visit_expr_unary(&mut self, own: &'a syn::ExprUnary) {
        if matches!(own.op, UnOp::Not(_)) {
            self.push(bytes(own), Kind::Turned, vec!["delete !".to_owned()]);
        }
        visit::visit_expr_unary(self, own);
    }

    fn visit_expr_binary(&mut self, own: &'a syn::ExprBinary) {
        let (left, right) = (bytes(&*own.left), bytes(&*own.right));
        let is_value = !binds(&own.left) && !binds(&own.right);
        match &own.op {
            BinOp::And(_) if is_value => {
                self.push(bytes(own), Kind::Logic(left, right, "&&"), vec!["&& -> ||".to_owned()])
            }
            BinOp::Or(_) if is_value => {
                self.push(bytes(own), Kind::Logic(left, right, "||"), vec!["|| -> &&".to_owned()])
            }
            BinOp::Eq(_) => self.push(bytes(own), Kind::Turned, vec!["== -> !=".to_owned()]),
            BinOp::Ne(_) => self.push(bytes(own), Kind::Turned, vec!["!= -> ==".to_owned()]),
            operator => {
                if let Some((from, to)) = other(operator) {
                    self.push(bytes(own), Kind::Operator(left, right, from, to), vec![format!("{from} -> {to}")]);
                }
            }
        }
        visit::visit_expr_binary(self, own);
    }

    fn visit_expr_match(&mut self, own: &'a syn::ExprMatch) {
        // Where the last arm takes everything any other one can be left out.
        let has_rest = own.arms.last().is_some_and(|arm| matches!(arm.pat, Pat::Wild(_)) && arm.guard.is_none());
        for arm in &own.arms {
            match &arm.guard {
                Some((_, guard)) if !binds(guard) => {
                    self.push(
                        bytes(&**guard),
                        Kind::Guard,
                        ["guard -> true", "guard -> false"].map(str::to_owned).into(),
                    );
                }
                None if has_rest && !matches!(arm.pat, Pat::Wild(_)) => {
                    let end = bytes(&arm.pat).end;
                    self.push(end..end, Kind::Arm, vec![format!("delete arm {}", arm.pat.to_token_stream())]);
                }
                _ => {}
            }
        }
        visit::visit_expr_match(self, own);
    }
}
