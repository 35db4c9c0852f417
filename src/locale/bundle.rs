//! The one place that names Fluent's bundle: reading the sources of a language and formatting a message. Knows ids, not phrases.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::format;
use super::quote::quote;
use super::{Args, Lang, sources};

/// The messages of one language. A mistake in a source costs the message, never the program; the tests read every source strictly.
pub(super) struct Bundle(FluentBundle<FluentResource>);

impl Bundle {
    pub(super) fn new(lang: Lang) -> Self {
        // Chooses the rules of plurals; the codes are ours and always read.
        let id: LanguageIdentifier = lang.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Otherwise U+2068 and U+2069 land in cells.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(number) if number.options.use_grouping => {
                number.as_string().parse().ok().map(format::number)
            }
            _ => None,
        }));
        // NUMBER is unknown until asked for. It can only fail if it was there before, and the bundle is new.
        let _ = bundle.add_builtins();
        // What is quoted may itself quote, so a message never writes the marks around a value.
        let _ = bundle.add_function("QUOTE", move |values, _| match values.first() {
            Some(FluentValue::String(text)) => quote(lang, text).into(),
            Some(FluentValue::Number(number)) => quote(lang, &number.as_string()).into(),
            _ => FluentValue::Error,
        });
        for (_, text) in sources(lang) {
            let resource =
                FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(partial, _)| partial);
            let _ = bundle.add_resource(resource);
        }
        Self(bundle)
    }

    /// The message with its arguments; `None` when the language lacks it.
    pub(super) fn format(&self, id: &str, args: &Args<'_>) -> Option<String> {
        let pattern = self.0.get_message(id)?.value()?;
        // An argument that is missing shows as `{$name}`: better than silence, and the tests forbid it.
        let mut errors = Vec::new();
        Some(
            self.0
                .format_pattern(pattern, Some(args.fluent()), &mut errors)
                .into_owned(),
        )
    }
}
