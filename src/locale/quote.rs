//! How a text is put in quotation marks: those of the language, and the inner pair for what the text already quotes. Pure; knows no message.

use super::Lang;

/// The text in the marks of the language, its own quotations with the inner pair: «ООО „Радуга“», “the ‘Rainbow’ school”.
///
/// A foreign pair is left as it stands, also „…“, of which the second mark is the first one of English.
pub(super) fn quote(lang: Lang, text: &str) -> String {
    match lang {
        Lang::Ru => format!("«{}»", text.replace('«', "„").replace('»', "“")),
        Lang::En => format!("“{}”", single(text)),
    }
}

/// English quotations inside another one.
fn single(text: &str) -> String {
    let mut low = false;
    let inner = |c| match c {
        '„' => {
            low = true;
            c
        }
        '“' | '”' if low => {
            low = false;
            c
        }
        '“' => '‘',
        '”' => '’',
        c => c,
    };
    text.chars().map(inner).collect()
}
