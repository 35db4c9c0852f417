//! Help in the words of a field: it stands beneath the field under the cursor, and nowhere else.

use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::widget::form::Form;

/// Says what the field under the cursor is for. Fields of a group are told by what stands after the last dot of their names.
pub fn tell(form: &mut Form, about: &[(&str, Phrase)], app: &App) {
    let current = form.current().map(str::to_owned);
    for field in &mut form.fields {
        let own = field.name.as_str();
        let told = about.iter().find(|(name, _)| {
            own == *name || own.rsplit_once('.').is_some_and(|(_, it)| it == *name)
        });
        if let Some((_, phrase)) = told {
            field.note = match current.as_deref() == Some(own) {
                true => app.say(*phrase),
                false => String::new(),
            };
        }
    }
}
