//! The text of a file with its faults in it.

use crate::faults::{Kind, Node};
use std::ops::Range;

/// The text of a part of a file. `nodes` are those that lie in it, each before what lies in it.
pub fn render(text: &str, part: Range<usize>, nodes: &[Node]) -> String {
    let mut out = String::new();
    let (mut at, mut rest) = (part.start, nodes);
    while let [node, behind @ ..] = rest {
        let many = behind.iter().take_while(|own| own.at.start < node.at.end && own.at.end <= node.at.end).count();
        let (inner, others) = behind.split_at(many);
        out += &text[at..node.at.start];
        out += &with_faults(text, node, inner);
        (at, rest) = (node.at.end, others);
    }
    out + &text[at..part.end]
}

fn with_faults(text: &str, node: &Node, inner: &[Node]) -> String {
    let part = |range: &Range<usize>| {
        let own: Vec<Node> =
            inner.iter().filter(|own| range.start <= own.at.start && own.at.end <= range.end).cloned().collect();
        render(text, range.clone(), &own)
    };
    let switch =
        |place: usize| node.numbers.get(place).copied().flatten().map(|number| format!("crate::mutant({number})"));
    match (&node.kind, switch(0)) {
        // By De Morgan, so that neither side stands there twice.
        (Kind::Logic(left, right, operator), Some(on)) => {
            format!("((({}) != {on} {operator} ({}) != {on}) != {on})", part(left), part(right))
        }
        (Kind::Logic(left, right, operator), None) => format!("({} {operator} {})", part(left), part(right)),
        (Kind::Turned, Some(on)) => format!("(({}) != {on})", part(&node.at)),
        (Kind::Operator(left, right, from, to), Some(on)) => {
            let (left, right) = (part(left), part(right));
            format!("(if {on} {{ {left} {to} {right} }} else {{ {left} {from} {right} }})")
        }
        (Kind::Operator(left, right, from, _), None) => format!("({} {from} {})", part(left), part(right)),
        (Kind::Body(values), _) => {
            let values = values.iter().enumerate();
            let early =
                values.filter_map(|(place, value)| Some(format!("if {} {{ return {value}; }} ", switch(place)?)));
            format!("{{ {}", early.collect::<String>())
        }
        (Kind::Guard, _) => {
            let always = switch(0).map_or(String::new(), |on| format!("{on} || "));
            let never = switch(1).map_or(String::new(), |on| format!("!{on} && "));
            format!("({never}({always}({})))", part(&node.at))
        }
        (Kind::Arm, Some(on)) => format!(" if !{on}"),
        (Kind::Turned, None) => part(&node.at),
        (Kind::Arm, None) => String::new(),
    }
}
