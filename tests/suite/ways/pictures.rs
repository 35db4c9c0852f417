//! Every form as it looks at both sizes, with the screen behind it.

use super::*;

#[test]
fn every_form_as_it_looks() {
    for (name, keys) in [
        ("organisation", "п2⏎щизменить орг⏎⏎⌫17⏎"),
        ("organisation_refused", "п2⏎щизменить орг⏎⏎⌫1<F2>"),
        ("base", "п1⏎Ч⌫6"),
        ("base_refused", "п1⏎Ч⌫⌫7<F2>"),
        ("reference", "1→4→э12⏎"),
        ("reference_of_what", "э"),
        ("period", "Г"),
        ("period_parts", "Г⏎⏎⏎⏎⏎␣␣␣"),
        ("settings", "щнастройки⏎"),
    ] {
        insta::assert_snapshot!(format!("ways_{name}"), story::pictures(keys));
        story::at_every_size(keys);
    }
    for (name, keys) in [
        ("organisation_en", "щedit-organisation⏎"),
        ("base_en", "п1⏎Ч⌫6"),
        ("reference_en", "1→4→э12⏎"),
        ("period_en", "Г"),
        ("period_parts_en", "Г⏎⏎⏎⏎⏎␣␣␣"),
        ("settings_en", "щsettings⏎"),
    ] {
        insta::assert_snapshot!(format!("ways_{name}"), story::english(keys));
    }
}
