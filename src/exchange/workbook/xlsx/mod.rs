//! XLSX: which parts of the package are the workbook, its texts, its formats and its sheets.
//!
//! What the file says of its own size (`dimension`, `uniqueCount`) is not looked at.

mod formats;
mod sheet;
mod strings;

use std::collections::BTreeMap;

use super::book::Sheet;
use super::error::{Problem, Wrong};
use super::grid::{Grid, Room};
use super::limits::{Limit, SHEETS};
use super::package::Package;
use super::xml::{Node, Xml};
use formats::Formats;

pub(super) use formats::{Meaning, built_in, meaning};
pub(super) use sheet::{figure, shown};

/// What the cells of every sheet refer to.
struct Shared {
    strings: Vec<String>,
    formats: Formats,
    from_1904: bool,
}

/// What `workbook.xml` says of a sheet.
struct Listed {
    name: String,
    hidden: bool,
    relation: String,
}

/// A relation of a part to another: what it is, and its path in the package.
struct Relation {
    kind: String,
    path: String,
}

/// Whether the package is a workbook of this kind.
pub(super) fn is_one(package: &mut Package<'_>) -> Result<bool, Wrong> {
    Ok(match main_part(package)? {
        Some(path) => {
            let text = package.part(&path)?.unwrap_or_default();
            let mut xml = Xml::new(&path, &text);
            loop {
                match xml.next() {
                    Ok(Node::Start(tag)) => break tag.local_name().as_ref() == "workbook",
                    Ok(Node::Over) | Err(_) => break false,
                    Ok(_) => {}
                }
            }
        }
        None => false,
    })
}

pub(super) fn read(package: &mut Package<'_>) -> Result<Vec<Sheet>, Wrong> {
    let path = main_part(package)?.ok_or_else(|| Wrong::damaged("_rels/.rels"))?;
    let relations = relations(package, &path)?;
    let (listed, from_1904) = list(&path, &package.needed(&path)?)?;
    // More sheets than parts: some of them are one part, read over and over.
    if listed.len() > package.len() {
        return Err(Wrong::damaged(&path));
    }
    let of_kind = |kind: &str| relations.values().find(|it| it.kind == kind);
    let strings = match of_kind("sharedStrings") {
        Some(it) => strings::read(&it.path, &package.needed(&it.path)?)?,
        None => Vec::new(),
    };
    let formats = match of_kind("styles") {
        Some(it) => formats::read(&it.path, &package.needed(&it.path)?)?,
        None => Formats::default(),
    };
    let shared = Shared {
        strings,
        formats,
        from_1904,
    };
    let mut room = Room::new();
    let mut sheets = Vec::new();
    for it in listed {
        let relation = relations
            .get(&it.relation)
            .ok_or_else(|| Wrong::damaged(&path).on(&it.name))?;
        // A sheet that is a chart has no cells.
        if relation.kind != "worksheet" {
            continue;
        }
        let text = package.needed(&relation.path).map_err(|e| e.on(&it.name))?;
        let mut grid = Grid::new(&mut room);
        sheet::read(&relation.path, &text, &shared, &mut grid).map_err(|e| e.on(&it.name))?;
        sheets.push(grid.sheet(&it.name, it.hidden));
    }
    Ok(sheets)
}

/// The path of the workbook's main part.
fn main_part(package: &mut Package<'_>) -> Result<Option<String>, Wrong> {
    if !package.has("_rels/.rels") {
        return Ok(None);
    }
    let all = relations(package, "")?;
    Ok(all
        .into_values()
        .find(|it| it.kind == "officeDocument")
        .map(|it| it.path))
}

/// The relations of a part, by their id; those of the package itself where the part is "".
fn relations(package: &mut Package<'_>, part: &str) -> Result<BTreeMap<String, Relation>, Wrong> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let path = if folder.is_empty() {
        format!("_rels/{name}.rels")
    } else {
        format!("{folder}/_rels/{name}.rels")
    };
    let text = package.needed(&path)?;
    let mut xml = Xml::new(&path, &text);
    let mut out = BTreeMap::new();
    loop {
        match xml.next()? {
            Node::Start(tag) if tag.local_name().as_ref() == "Relationship" => {
                let id = xml.attribute(&tag, "Id")?.unwrap_or_default();
                let kind = xml.attribute(&tag, "Type")?.unwrap_or_default();
                let target = xml.attribute(&tag, "Target")?.unwrap_or_default();
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                let path = resolved(folder, &target);
                out.insert(id, Relation { kind, path });
            }
            Node::Over => return Ok(out),
            _ => {}
        }
    }
}

/// A path as seen from a folder of the package.
fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut steps: Vec<&str> = match target.starts_with('/') {
        true => Vec::new(),
        false => folder.split('/').collect(),
    };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.retain(|it| !it.is_empty());
    steps.join("/")
}

/// The sheets of the workbook in their order, and whether days are counted from 1904.
fn list(path: &str, text: &str) -> Result<(Vec<Listed>, bool), Wrong> {
    let mut xml = Xml::new(path, text);
    let mut out = Vec::new();
    let mut from_1904 = false;
    loop {
        match xml.next()? {
            Node::Start(tag) if tag.local_name().as_ref() == "workbookPr" => {
                let flag = xml.attribute(&tag, "date1904")?;
                from_1904 |= matches!(flag.as_deref(), Some("1" | "true"));
            }
            Node::Start(tag) if tag.local_name().as_ref() == "sheet" => {
                if out.len() >= SHEETS {
                    return Err(Problem::TooMuch(Limit::Sheets).into());
                }
                let state = xml.attribute(&tag, "state")?;
                out.push(Listed {
                    name: xml.attribute(&tag, "name")?.unwrap_or_default(),
                    hidden: matches!(state.as_deref(), Some("hidden" | "veryHidden")),
                    relation: xml.attribute(&tag, "id")?.unwrap_or_default(),
                });
            }
            Node::Over => return Ok((out, from_1904)),
            _ => {}
        }
    }
}
