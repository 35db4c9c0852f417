//! The whole picture: header, screen, bottom line, and the layers above. A function of the state; changes nothing.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::app::App;
use super::command::hints;
use super::command::table::CommandId;
use super::draft;
use super::header;
use super::layout::{Areas, MIN_SIZE};
use super::screen::{Screen, attention, catalogue, cycle, journal, measures, monitoring, sheet};
use super::status::Tone;
use super::text;
use super::theme::Role;
use super::underway;
use super::widget::paint;
use crate::args;
use crate::locale::{Phrase, format};
use crate::service::link::{Trouble, Writing};

/// Draws everything; gives where the terminal's cursor stands, if something takes text.
pub fn render(app: &App, buf: &mut Buffer) -> Option<Position> {
    let area = buf.area;
    let Some(areas) = app
        .monitoring
        .areas(app.size)
        .filter(|_| area.width >= MIN_SIZE.0 && area.height >= MIN_SIZE.1)
    else {
        too_small(app, buf);
        return None;
    };
    if let Some(account) = app.shut() {
        shut(app, account, buf);
        return None;
    }
    top(app, areas.header, buf);
    match app.screen {
        Screen::Monitoring => monitoring::render::render(app, &areas, buf),
        Screen::Sheet => sheet::draw::render(app, buf),
        Screen::Cycle => cycle::render(app, buf),
        Screen::Catalogue => catalogue::render(app, buf),
        Screen::Journal => journal::render(app, areas.body, buf),
        Screen::Measures => measures::render(app, buf),
        Screen::Attention => attention::render(app, areas.body, buf),
    }
    bottom(app, &areas, buf);
    let mut cursor = None;
    for layer in app.layers() {
        layer.render(app, area, buf);
        cursor = layer.cursor(app, area);
    }
    message(app, &areas, buf);
    cursor
}

/// «Окно мало».
fn too_small(app: &App, buf: &mut Buffer) {
    let area = buf.area;
    let sentence = app.say_with(
        Phrase::WindowTooSmall,
        &args![
            need_width = MIN_SIZE.0,
            need_height = MIN_SIZE.1,
            width = app.size.0,
            height = app.size.1
        ],
    );
    let (width, height) = (usize::from(area.width), usize::from(area.height));
    let mut lines = text::wrap(&sentence, width);
    let widest = sentence.split(' ').map(text::width).max().unwrap_or(0);
    // Where the words have no room: the size that is needed, and nothing broken in the middle.
    let size = format!("{}×{}", MIN_SIZE.0, MIN_SIZE.1);
    if lines.len() > height || widest > width {
        lines = vec![&size];
    }
    for (line, y) in lines.into_iter().zip(area.y..area.bottom()) {
        paint::put(
            buf,
            area.x,
            y,
            area.width,
            line,
            app.theme.style(Role::Text),
        );
    }
}

/// «Доступ закрыт», and nothing else.
fn shut(app: &App, account: &str, buf: &mut Buffer) {
    let kept = match app.drafts.is_empty() {
        true => String::new(),
        false => app.say(Phrase::ShutKept),
    };
    let quit = CommandId::Quit;
    let leave = app.say(quit.hint().unwrap_or(quit.title()));
    let texts = [
        (app.say(Phrase::ShutTitle), Role::Error),
        (" ".to_owned(), Role::Text),
        (app.say_with(Phrase::ShutWhat, &args![account]), Role::Text),
        (kept, Role::Text),
        (app.say_with(Phrase::ShutNext, &args![account]), Role::Text),
        (" ".to_owned(), Role::Text),
        (format!("{} {leave}", hints::key(app, quit)), Role::Dim),
    ];
    // What there is nothing to say about takes no line; the empty ones in between stand for themselves.
    let texts = texts.into_iter().filter(|it| !it.0.is_empty());
    let width = buf.area.width.saturating_sub(8).min(72);
    let mut lines: Vec<(&str, Role)> = Vec::new();
    let texts: Vec<_> = texts.collect();
    for (content, role) in &texts {
        let wrapped = text::wrap(content, usize::from(width));
        lines.extend(wrapped.into_iter().map(|it| (it, *role)));
    }
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let area = paint::centred(buf.area, width, height);
    for ((line, role), y) in lines.into_iter().zip(area.y..area.bottom()) {
        paint::put(buf, area.x, y, area.width, line, app.theme.style(role));
    }
}

/// The top line: program, period and deadline, edition; the screens by their keys.
fn top(app: &App, area: Rect, buf: &mut Buffer) {
    let theme = &app.theme;
    let mut x = area.x + 1;
    if app.foreign_bytes {
        // Alone on its line, in ASCII: whoever needs it cannot read the rest.
        let banner = app.say(Phrase::ForeignBytes);
        let room = area.width.saturating_sub(2);
        paint::put(buf, x, area.y, room, &banner, theme.style(Role::Banner));
        return;
    }
    for (mark, role) in header::marks(app) {
        x = paint::put(buf, x, area.y, area.width, &mark, theme.style(role)) + 1;
    }
    let room = area.right().saturating_sub(x + 1);
    let title = text::cut(
        &app.monitoring.panes.header,
        usize::from(room),
        theme.glyphs.ellipsis,
    )
    .into_owned();
    let end = paint::put(buf, x, area.y, room, &title, theme.style(Role::Header));
    let beside = usize::from(area.right().saturating_sub(end + 1));
    let fits = |it: &String| text::width(it) + header::GAP <= beside;
    if let Some(screens) = hints::screens(app).into_iter().find(fits) {
        let wide = u16::try_from(text::width(&screens)).unwrap_or(0);
        let x = area.right().saturating_sub(wide + 1);
        let style = theme.style(Role::Dim);
        paint::put(buf, x, area.y, wide, &screens, style);
    }
}

/// The bottom line: the keys that matter here, where nothing is said; on the right whether all is saved.
fn bottom(app: &App, areas: &Areas, buf: &mut Buffer) {
    let theme = &app.theme;
    let area = areas.hints;
    let (saved, role) = corner(app, area.width);
    let right = u16::try_from(text::width(&saved))
        .unwrap_or(0)
        .min(area.width / 2);
    paint::put(
        buf,
        area.right().saturating_sub(right + 1),
        area.y,
        right,
        &saved,
        theme.style(role),
    );
    if app.status.message().is_some() {
        return;
    }
    let room = beside(&saved, area.width);
    if let Some(line) = underway::line(app, usize::from(room)) {
        let line = text::cut(&line, usize::from(room), theme.glyphs.ellipsis);
        paint::put(
            buf,
            area.x + 1,
            area.y,
            room,
            &line,
            theme.style(Role::Pending),
        );
        return;
    }
    let mut x = area.x + 1;
    for (key, title) in hints::bottom(app, usize::from(room)) {
        let needed = u16::try_from(text::width(&key) + 1 + text::width(&title)).unwrap_or(u16::MAX);
        if x.saturating_add(needed) > area.x + 1 + room {
            break;
        }
        x = paint::put(buf, x, area.y, room, &key, theme.style(Role::Key)) + 1;
        x = paint::put(buf, x, area.y, room, &title, theme.style(Role::Dim)) + 2;
    }
}

/// What was said last, over everything and whole: one that is longer than the bottom line begins in the lines above it.
fn message(app: &App, areas: &Areas, buf: &mut Buffer) {
    let Some((tone, sentence)) = app.status.message() else {
        return;
    };
    let style = app.theme.style(match tone {
        Tone::Good => Role::Good,
        Tone::Plain => Role::Text,
        Tone::Warning => Role::Warning,
        Tone::Error => Role::Error,
    });
    let area = areas.hints;
    let room = beside(&corner(app, area.width).0, area.width);
    let mut lines = text::wrap(sentence, usize::from(room));
    lines.truncate(usize::from(areas.body.height));
    let above = u16::try_from(lines.len().saturating_sub(1)).unwrap_or(0);
    for (line, y) in lines.into_iter().zip(area.y - above..) {
        if y < area.y {
            paint::put(
                buf,
                area.x,
                y,
                area.width,
                &" ".repeat(usize::from(area.width)),
                style,
            );
        }
        paint::put(buf, area.x + 1, y, room, line, style);
    }
}

/// Columns of the bottom line from which on its corner is always given in full.
const ROOMY: u16 = 100;

/// Columns that the corner of the bottom line leaves to what stands on the left.
fn beside(corner: &str, width: u16) -> u16 {
    // Without a corner there is no gap before it.
    let gap = if corner.is_empty() { 2 } else { 3 };
    let right = u16::try_from(text::width(corner)).unwrap_or(0);
    width.saturating_sub(right.min(width / 2) + gap)
}

/// The corner of the bottom line: in as many words as leave all keys, or the message, where they are.
fn corner(app: &App, width: u16) -> (String, Role) {
    let (mut forms, role) = saved(app);
    let stays = role == Role::Error || matches!(app.writing, Writing::Scarce { .. });
    if app.status.message().is_some() && !stays {
        // Rather nothing than that a message covers what stands above it: the next key brings the corner back.
        forms.push(String::new());
    }
    let taken = |form: &String| {
        let room = usize::from(beside(form, width));
        match app.status.message() {
            Some((_, sentence)) => text::wrap(sentence, room).len(),
            None if width >= ROOMY => 0,
            None => usize::MAX - hints::bottom(app, room).len(),
        }
    };
    // Of those that take equally little the first: it says most.
    let best = if forms.len() > 1 {
        forms.iter().min_by_key(|it| taken(it))
    } else {
        forms.first()
    };
    (best.cloned().unwrap_or_default(), role)
}

/// Whether everything is saved, from many words to few, and how it looks.
fn saved(app: &App) -> (Vec<String>, Role) {
    if let Writing::Stopped(trouble) = app.writing {
        let phrase = match trouble {
            Trouble::Unreached if app.barred.is_some() => Phrase::WritingStoppedBarred,
            Trouble::Full => Phrase::WritingStoppedFull,
            Trouble::ReadOnly => Phrase::WritingStoppedReadOnly,
            Trouble::Lost => Phrase::WritingStoppedLost,
            Trouble::Damaged { .. } => Phrase::WritingStoppedDamaged,
            Trouble::Unreached => Phrase::WritingStoppedUnreached,
            Trouble::Busy => Phrase::WritingStoppedBusy,
            // The others are about one command and stop nothing.
            Trouble::Failed | Trouble::Unreadable | Trouble::Broken | Trouble::TooMuch => {
                Phrase::WritingStoppedFailed
            }
        };
        return (vec![app.say(phrase)], Role::Error);
    }
    if app.mirror.is_waiting() || !app.waiting.is_empty() {
        return (vec![app.say(Phrase::Saving)], Role::Pending);
    }
    if let Writing::Scarce { mib } = app.writing {
        let left = app.say_with(Phrase::WritingScarce, &args![mib]);
        let forms = vec![left, app.say(Phrase::WritingScarceShort)];
        return (forms, Role::Warning);
    }
    if !app.drafts.is_empty() {
        return (draft::count(app).to_vec(), Role::Warning);
    }
    let saved_at = app.status.saved_at();
    let forms = match saved_at.and_then(|it| chrono::DateTime::from_timestamp_millis(it.0)) {
        Some(at) => {
            let (time, done) = (format::time(at, app.offset), app.theme.glyphs.done);
            vec![
                app.say_with(Phrase::SavedAt, &args![time = time.as_str()]),
                format!("{done} {time}"),
                done.to_owned(),
            ]
        }
        None => Vec::new(),
    };
    (forms, Role::Dim)
}
