//! What a source file names: paths of `use` trees and of expressions, modules declared, macros called. Comments and literals are not
//! looked into.
//!
//! Known limit: modules declared inside a file are read as if they were the file's own level, so their `super` counts one too many.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A source file.
pub struct Source {
    /// Its path below `src/`, with `/`.
    pub path: String,
    pub text: String,
}

/// All Rust files below `src/`, in the order of their paths.
pub fn all() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    walk(&root, &mut paths);
    paths.sort();
    let read = |path: PathBuf| Source {
        path: path
            .strip_prefix(&root)
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned(),
        text: fs::read_to_string(&path).unwrap(),
    };
    paths.into_iter().map(read).collect()
}

fn walk(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, out);
        } else if path.extension().is_some_and(|it| it == "rs") {
            out.push(path);
        }
    }
}

/// The module that a file is: `tui/keys/mod.rs` is `tui::keys`, `lib.rs` the crate itself.
pub fn module_of(path: &str) -> Vec<String> {
    let path = path.trim_end_matches(".rs");
    let mut parts: Vec<String> = path.split('/').map(str::to_owned).collect();
    if parts.len() == 1 && (parts[0] == "lib" || parts[0] == "main") {
        parts.clear();
    }
    if parts.last().is_some_and(|it| it == "mod") {
        parts.pop();
    }
    parts
}

/// What a file says, as far as the house asks.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// Every path of two or more parts, from the crate's root (`crate::…`) or from another crate (`chrono::…`, `std::…`).
    pub paths: BTreeSet<String>,
    /// Modules declared with `mod x;`.
    pub modules: BTreeSet<String>,
    /// Macros called, without the `!`.
    pub macros: BTreeSet<String>,
}

/// Reads what a file names.
pub fn named(path: &str, text: &str) -> Named {
    let words = words(text);
    let home = module_of(path);
    let mut out = Named::default();
    let mut at = 0;
    let is = |at: usize, what: &str| words.get(at).is_some_and(|it| it == what);
    while at < words.len() {
        if is(at, "mod") && is(at + 2, ";") {
            out.modules.insert(words[at + 1].clone());
            at += 3;
        } else if is(at, "use") && !is(at + 1, "<") {
            let mut tree = Tree {
                words: &words,
                at: at + 1,
                found: Vec::new(),
            };
            tree.read(&[]);
            at = tree.at;
            for found in tree.found {
                out.paths.extend(from_root(&home, found));
            }
        } else if is_name(&words[at]) {
            let mut parts = vec![words[at].clone()];
            while is(at + 1, "::") && words.get(at + 2).is_some_and(|it| is_name(it)) {
                parts.push(words[at + 2].clone());
                at += 2;
            }
            if is(at + 1, "!") && !is(at + 2, "=") {
                out.macros.insert(parts.last().unwrap().clone());
            }
            if parts.len() > 1 {
                out.paths.extend(from_root(&home, parts));
            }
            at += 1;
        } else {
            at += 1;
        }
    }
    out
}

/// A path with `self` and `super` resolved. A path that begins with a name of the file itself (`Phrase::X`) stays as it is.
fn from_root(home: &[String], parts: Vec<String>) -> Option<String> {
    let mut parts = parts.into_iter().peekable();
    let mut base: Vec<String> = vec!["crate".into()];
    match parts.peek()?.as_str() {
        "crate" => drop(parts.next()),
        "self" | "super" => {
            base.extend(home.iter().cloned());
            while let Some(step) = parts.next_if(|it| it == "self" || it == "super") {
                if step == "super" {
                    base.pop();
                }
            }
        }
        _ => base.clear(),
    }
    base.extend(parts);
    Some(base.join("::"))
}

/// The tree of a `use`, flattened.
struct Tree<'a> {
    words: &'a [String],
    at: usize,
    found: Vec<Vec<String>>,
}

impl Tree<'_> {
    fn read(&mut self, before: &[String]) {
        let mut parts = before.to_vec();
        while let Some(word) = self.words.get(self.at) {
            self.at += 1;
            match word.as_str() {
                "::" => {}
                "{" => {
                    while self
                        .words
                        .get(self.at)
                        .is_some_and(|it| it != "}" && it != ";")
                    {
                        self.read(&parts);
                        if self.words.get(self.at).is_some_and(|it| it == ",") {
                            self.at += 1;
                        }
                    }
                    self.at += 1;
                    return;
                }
                "as" => self.at += 1,
                "," | "}" | ";" => {
                    self.at -= 1;
                    break;
                }
                "self" if !parts.is_empty() && parts.last().is_some_and(|it| it != "super") => {}
                name => parts.push(name.to_owned()),
            }
        }
        self.found.push(parts);
    }
}

fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// The words and signs of a text, without comments and with every literal left out.
fn words(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let get = |at: usize| chars.get(at).copied().unwrap_or('\0');
    let mut out: Vec<String> = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let c = get(at);
        if c == '/' && get(at + 1) == '/' {
            while at < chars.len() && get(at) != '\n' {
                at += 1;
            }
        } else if c == '/' && get(at + 1) == '*' {
            at = after_block(&chars, at);
        } else if let Some(end) = after_literal(&chars, at) {
            out.push("\"\"".into());
            at = end;
        } else if c.is_alphabetic() || c == '_' {
            let from = at;
            while get(at).is_alphanumeric() || get(at) == '_' {
                at += 1;
            }
            out.push(chars[from..at].iter().collect());
        } else if c == ':' && get(at + 1) == ':' {
            out.push("::".into());
            at += 2;
        } else {
            if !c.is_whitespace() {
                out.push(c.into());
            }
            at += 1;
        }
    }
    out
}

/// Block comments nest.
fn after_block(chars: &[char], mut at: usize) -> usize {
    let mut depth = 0;
    loop {
        match chars.get(at..at + 2) {
            Some(['/', '*']) => (depth, at) = (depth + 1, at + 2),
            Some(['*', '/']) => (depth, at) = (depth - 1, at + 2),
            Some(_) => at += 1,
            None => return chars.len(),
        }
        if depth == 0 {
            return at;
        }
    }
}

/// The end of the text, character or byte literal that begins here; a lifetime is none.
fn after_literal(chars: &[char], at: usize) -> Option<usize> {
    let get = |at: usize| chars.get(at).copied().unwrap_or('\0');
    let mut start = at;
    if matches!(get(start), 'b' | 'c') && matches!(get(start + 1), '"' | '\'' | 'r') {
        start += 1;
    }
    if get(start) == 'r' && matches!(get(start + 1), '"' | '#') {
        let hashes = chars[start + 1..].iter().take_while(|c| **c == '#').count();
        let open = start + 1 + hashes;
        if get(open) != '"' {
            return None;
        }
        let closes = |at: usize| get(at) == '"' && (1..=hashes).all(|n| get(at + n) == '#');
        let close = (open + 1..chars.len()).find(|at| closes(*at));
        return Some(close.map_or(chars.len(), |at| at + 1 + hashes));
    }
    let quote = get(start);
    let is_char = quote == '\'' && (get(start + 1) == '\\' || get(start + 2) == '\'');
    if quote != '"' && !is_char {
        return None;
    }
    let mut end = start + 1;
    while end < chars.len() && get(end) != quote {
        end += if get(end) == '\\' { 2 } else { 1 };
    }
    Some(end + 1)
}
