//! Reads the Fluent sources strictly, for the other modules of this folder.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, Variant,
    VariantKey,
};
use smotr::locale::{Lang, sources};

/// A message as written.
#[derive(Debug, Default)]
pub struct Message {
    /// The area it stands in.
    pub area: &'static str,
    /// Names of the variables, those that choose a variant too.
    pub args: BTreeSet<String>,
    /// Names of the terms and messages used.
    pub uses: BTreeSet<String>,
    /// Functions called.
    pub functions: BTreeSet<String>,
    /// The keys of each choice, the default one with a star in front.
    pub choices: Vec<Vec<String>>,
    /// Every way the message can read, with `{}` for a value put in; references are not followed.
    pub readings: Vec<String>,
    /// A variable and the word right after it, where no choice of the variable's own is open: «{ $n } школа».
    pub unchosen: BTreeSet<(String, String)>,
    /// Variables whose choices are being read.
    choosing: Vec<String>,
    /// `# limit: 20` above the message: no reading is longer than this many characters.
    pub limit: Option<usize>,
}

/// The messages and terms (`-name`) of a language; a source that does not parse, or an id given twice, fails the test.
pub fn messages(lang: Lang) -> BTreeMap<String, Message> {
    let mut all = BTreeMap::new();
    for &(area, text) in sources(lang) {
        let resource = fluent_syntax::parser::parse(text).unwrap_or_else(|(_, errors)| {
            let places: Vec<_> = errors
                .iter()
                .map(|e| format!("{} at «{}»", e, around(text, e.pos.start)))
                .collect();
            panic!("{}/{area}.ftl: {places:#?}", lang.code())
        });
        for entry in &resource.body {
            let (id, pattern, attributes, comment) = match entry {
                Entry::Message(it) => (
                    it.id.name.to_owned(),
                    it.value.as_ref(),
                    &it.attributes,
                    it.comment.as_ref(),
                ),
                Entry::Term(it) => (
                    format!("-{}", it.id.name),
                    Some(&it.value),
                    &it.attributes,
                    it.comment.as_ref(),
                ),
                Entry::Junk { content } => panic!("{}/{area}.ftl: {content}", lang.code()),
                _ => continue,
            };
            assert!(attributes.is_empty(), "{id}: attributes are not used here");
            let pattern = pattern.unwrap_or_else(|| panic!("{id}: no text"));
            let mut message = Message {
                area,
                ..Message::default()
            };
            message.limit = comment.and_then(|c| {
                c.content
                    .iter()
                    .find_map(|line| line.strip_prefix("limit: ")?.parse().ok())
            });
            message.readings = message.read(pattern);
            let twice = all.insert(id.clone(), message);
            assert!(twice.is_none(), "{}: {id} stands twice", lang.code());
        }
    }
    all
}

fn around(text: &str, at: usize) -> String {
    let start = (0..=at.min(text.len()))
        .rev()
        .find(|&i| text.is_char_boundary(i))
        .unwrap_or(0);
    text[start..].chars().take(60).collect()
}

impl Message {
    fn read(&mut self, pattern: &Pattern<&str>) -> Vec<String> {
        let mut readings = vec![String::new()];
        for pair in pattern.elements.windows(2) {
            self.follow(pair);
        }
        for element in &pattern.elements {
            let parts = match element {
                PatternElement::TextElement { value } => vec![(*value).to_owned()],
                PatternElement::Placeable { expression } => self.expression(expression),
            };
            readings = readings
                .iter()
                .flat_map(|head| parts.iter().map(move |tail| format!("{head}{tail}")))
                .collect();
        }
        readings
    }

    fn follow(&mut self, pair: &[PatternElement<&str>]) {
        let [
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            },
            PatternElement::TextElement { value },
        ] = pair
        else {
            return;
        };
        let Some(rest) = value.strip_prefix([' ', '\u{a0}']) else {
            return;
        };
        let word = rest.split(|c: char| !c.is_alphabetic()).next();
        let word = word.unwrap_or_default();
        if !word.is_empty() && !self.choosing.iter().any(|it| it == id.name) {
            (self.unchosen).insert((id.name.to_owned(), word.to_owned()));
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) -> Vec<String> {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                self.choices.push(variants.iter().map(key).collect());
                if let InlineExpression::VariableReference { id } = selector {
                    self.choosing.push(id.name.to_owned());
                }
                let readings = variants.iter().flat_map(|v| self.read(&v.value)).collect();
                if let InlineExpression::VariableReference { .. } = selector {
                    self.choosing.pop();
                }
                readings
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) -> Vec<String> {
        match inline {
            InlineExpression::StringLiteral { value }
            | InlineExpression::NumberLiteral { value } => return vec![(*value).to_owned()],
            InlineExpression::VariableReference { id } => {
                self.args.insert(id.name.to_owned());
            }
            InlineExpression::FunctionReference { id, arguments } => {
                self.functions.insert(id.name.to_owned());
                self.call(arguments);
            }
            InlineExpression::MessageReference { id, .. } => {
                self.uses.insert(id.name.to_owned());
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                self.uses.insert(format!("-{}", id.name));
                if let Some(arguments) = arguments {
                    self.call(arguments);
                }
            }
            InlineExpression::Placeable { expression } => return self.expression(expression),
        }
        vec!["{}".to_owned()]
    }

    fn call(&mut self, arguments: &CallArguments<&str>) {
        for argument in arguments
            .positional
            .iter()
            .chain(arguments.named.iter().map(|n| &n.value))
        {
            self.inline(argument);
        }
    }
}

fn key(variant: &Variant<&str>) -> String {
    let (VariantKey::Identifier { name } | VariantKey::NumberLiteral { value: name }) =
        &variant.key;
    if variant.default {
        format!("*{name}")
    } else {
        (*name).to_owned()
    }
}
