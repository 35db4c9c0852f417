//! Bytes per action, on a picture like the Мониторинг screen at 120×40: three panes side by side, the detail below.
//!
//! A terminal scrolls whole rows. A list that scrolls beside other lists makes their texts move with it, and they have to be
//! written again; a list whose neighbours are blank at its height (only their frames, alike in every row) costs nothing of
//! that kind. So the third pane carries a head of as many rows as its neighbours are long (what the indicator is, its scale,
//! the municipality's value), and the list begins below it. `Beside` is the picture without that head, to know the price.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::{Block, Widget};
use smotr::tui::text::{Align, cut, fit};
use smotr::tui::theme::{Role, Theme};

use super::Pair;

const SIZE: Size = Size {
    width: 120,
    height: 40,
};
const PANES: u16 = 24;

#[derive(Clone, Copy, PartialEq)]
enum Layout {
    /// The list begins below the height of its neighbours.
    Below,
    /// The list begins beside them.
    Beside,
}

#[derive(Clone)]
struct View {
    layout: Layout,
    focus: usize,
    top: usize,
    row: usize,
    column: usize,
    typed: &'static str,
    detail: usize,
}

const DIRECTIONS: [(&str, &str); 6] = [
    ("Управление", "71,4"),
    ("Компетенции", "64,0"),
    ("Подготовка", "80,2"),
    ("Условия", "77,1"),
    ("Результаты", "58,9"),
    ("Воспитание", "69,3"),
];
const INDICATORS: [&str; 6] = [
    "Укомплектованность",
    "Первая и высшая катег.",
    "Педагоги до 35 лет",
    "Зарплата к целевой",
    "Наставничество",
    "Повышение квалиф.",
];
const SURNAMES: [&str; 9] = [
    "Дёмина О. П.",
    "Ерёмин К. Л.",
    "Зимин В. В.",
    "Орлова Т. И.",
    "Щукина М. А.",
    "Яковлев П. С.",
    "Белозерцева Н. Н.",
    "Ким Е. Р.",
    "Абрамов Д. Д.",
];

fn draw(view: &View) -> Buffer {
    let theme = Theme::default();
    let style = |role| theme.style(role);
    let mut buffer = Buffer::empty(Rect::from((Position::ORIGIN, SIZE)));
    let b = &mut buffer;
    b.set_string(
        1,
        0,
        "смотр  учебный год 2025/26 · ввод до 25.06.2026 · каталог, ред. 3",
        style(Role::Header),
    );
    b.set_string(
        80,
        0,
        "3 Мониторинг 4 Ввод 5 Анализ 6 Меры 9 Журнал",
        style(Role::Dim),
    );
    // The count stands apart from the title: in the title's pen it would cost ten bytes more at every step.
    let titles = [
        "Направления".to_owned(),
        "Показатели".to_owned(),
        "Руководители · 6.2".to_owned(),
    ];
    for (index, (x, width)) in [(0, 28), (28, 32), (60, 60)].into_iter().enumerate() {
        let focused = view.focus == index;
        let role = if focused {
            Role::TitleFocused
        } else {
            Role::Title
        };
        let area = Rect::new(x, 1, width, PANES);
        boxed(b, area, &titles[index], role, &theme);
    }
    b.set_string(104, 1, format!(" {:>2} из 60 ", view.row + 1), Style::new());
    for (y, (title, value)) in (2..).zip(DIRECTIONS) {
        let chosen = y == 7;
        row(b, 1, y, chosen, view.focus == 0, &theme);
        let text = format!(
            "{} {} {}",
            y - 1,
            fit(title, 15, Align::Left, "…"),
            fit(value, 6, Align::Right, "…")
        );
        b.set_string(
            3,
            y,
            text,
            if chosen {
                style(Role::CursorIdle)
            } else {
                Style::new()
            },
        );
    }
    for (y, title) in (2..).zip(INDICATORS) {
        let chosen = y == 3;
        row(b, 29, y, chosen, view.focus == 1, &theme);
        // The line of a list keeps its look when the keys go elsewhere; only the marker tells.
        let role = if chosen { Role::CursorIdle } else { Role::Text };
        b.set_string(
            31,
            y,
            fit(&format!("6.{} {title}", y - 1), 26, Align::Left, "…"),
            style(role),
        );
    }
    let mut first = 2;
    if view.layout == Layout::Below {
        let head = [
            "Доля педагогов первой и высшей категории, %",
            "баллы: от 50 — 1, от 65 — 2, от 80 — 3",
            "муниципалитет 71,2 %   внесено 52 из 60",
            "источник: отчёт ОО, раз в год, на 01.06.2026",
            "",
            "   ОО         руководитель         значение  баллы     год",
        ];
        for text in head {
            b.set_string(61, first, text, style(Role::Dim));
            first += 1;
        }
    }
    for (y, n) in (first..PANES).zip(view.top..60) {
        let chosen = n == view.row;
        row(b, 61, y, chosen, view.focus == 2, &theme);
        leader(b, y, n, chosen, view, &theme);
    }
    let n = view.detail;
    boxed(
        b,
        Rect::new(0, PANES + 1, 120, 14),
        &format!("6.2 · СШ № {} · {}", n + 1, SURNAMES[n % 9]),
        Role::Title,
        &theme,
    );
    let value = value(n);
    let detail = [
        format!("{value} %  ({} из 48)   {} балла из 3   муниципалитет 71,2 %   Орлова, 23.05.2026 12:40   место 17 из 60", n % 48, n % 3 + 1),
        format!("2022/23 {}   2023/24 {}   2024/25 {} ║ 2025/26 {value} ▲", value2(n + 7), value2(n + 3), value2(n + 5)),
        String::new(),
        format!("Рекомендация  до 15.12.2026  Провести стажировку для {}            на контроле", SURNAMES[n % 9]),
        "Решение       приказ от 01.06.2026 № 259/1, п. 2.1  Подготовить план аттестации       исполнено в срок   √".to_owned(),
        String::new(),
        format!("23.05.2026  Орлова     {} → {value}", value2(n + 3)),
        "14.05.2026  Щукина     пусто → 61,5".to_owned(),
    ];
    for (y, text) in (PANES + 2..).zip(detail) {
        b.set_string(2, y, text, Style::new());
    }
    b.set_string(1, 39, "п поиск  з значение  р рекомендация  у упр. решение  г период  и история  о отменить  F1 клавиши", style(Role::Dim));
    b.set_string(104, 39, "сохранено 12:40", Style::new());
    buffer
}

fn boxed(b: &mut Buffer, area: Rect, title: &str, role: Role, theme: &Theme) {
    Block::bordered()
        .border_set(theme.glyphs.border)
        .border_style(theme.style(Role::Border))
        .title(Line::styled(format!(" {title} "), theme.style(role)))
        .render(area, b);
}

fn row(b: &mut Buffer, x: u16, y: u16, chosen: bool, focused: bool, theme: &Theme) {
    let glyph = if focused {
        theme.glyphs.cursor
    } else {
        theme.glyphs.cursor_idle
    };
    if chosen {
        b.set_string(x, y, glyph, Style::new());
    }
}

fn value(n: usize) -> String {
    format!("{},{}", 40 + n * 37 % 60, n * 7 % 10)
}

fn value2(n: usize) -> String {
    value(n * 3)
}

fn leader(b: &mut Buffer, y: u16, n: usize, chosen: bool, view: &View, theme: &Theme) {
    let cells = [
        (63, fit(&format!("СШ № {}", n + 1), 9, Align::Left, "…")),
        (73, cut(SURNAMES[n % 9], 18, "…").into_owned()),
        (
            93,
            fit(
                &if chosen && !view.typed.is_empty() {
                    view.typed.to_owned()
                } else {
                    format!("{} %", value(n))
                },
                7,
                Align::Right,
                "…",
            ),
        ),
        (102, format!("{} из 3", n % 3 + 1)),
        (
            111,
            fit(
                &format!(
                    "{}{},{}",
                    if n.is_multiple_of(2) { "+" } else { "−" },
                    n % 12,
                    n * 3 % 10
                ),
                5,
                Align::Right,
                "…",
            ),
        ),
    ];
    for (index, (x, text)) in cells.into_iter().enumerate() {
        let here = chosen && index == view.column;
        let role = match (here, view.focus, view.typed.is_empty()) {
            (true, 2, true) => Role::Cursor,
            (true, 2, false) => Role::Input,
            (true, ..) => Role::CursorIdle,
            _ => Role::Text,
        };
        b.set_string(x, y, text, theme.style(role));
    }
    if n.is_multiple_of(5) {
        b.set_string(117, y, theme.glyphs.running, theme.style(Role::Warning));
    }
}

const START: View = View {
    layout: Layout::Below,
    focus: 2,
    top: 0,
    row: 4,
    column: 2,
    typed: "",
    detail: 4,
};

/// Bytes from one view to the next.
fn bytes(from: &View, to: &View) -> usize {
    let mut pair = Pair::new(SIZE);
    pair.show(&draw(from), None, "from");
    pair.show(&draw(to), None, "to").len()
}

fn check(what: &str, budget: usize, from: &View, to: &View) {
    let sent = bytes(from, to);
    println!("{what}: {sent} of {budget}");
    assert!(
        sent <= budget,
        "{what}: {sent} bytes, the budget is {budget}"
    );
}

#[test]
fn first_frame() {
    let mut pair = Pair::new(SIZE);
    let sent = pair.show(&draw(&START), None, "first").len();
    println!("first: {sent}");
    assert!(sent <= 6_500, "{sent}");
    assert_eq!(pair.show(&draw(&START), None, "idle").len(), 0);
}

#[test]
fn cursor_down() {
    for row in 4..12 {
        check(
            "cursor down",
            60,
            &View { row, ..START },
            &View {
                row: row + 1,
                ..START
            },
        );
        check(
            "cursor up",
            60,
            &View {
                row: row + 1,
                ..START
            },
            &View { row, ..START },
        );
    }
}

#[test]
fn cursor_right() {
    for column in 0..4 {
        check(
            "next column",
            130,
            &View { column, ..START },
            &View {
                column: column + 1,
                ..START
            },
        );
    }
    for focus in 0..2 {
        check(
            "next pane",
            130,
            &View { focus, ..START },
            &View {
                focus: focus + 1,
                ..START
            },
        );
    }
}

#[test]
fn typed_digit() {
    let typed = ["", "8", "87", "87,", "87,5"];
    for pair in typed.windows(2) {
        check(
            "typed digit",
            60,
            &View {
                typed: pair[0],
                ..START
            },
            &View {
                typed: pair[1],
                ..START
            },
        );
    }
}

#[test]
fn scroll_by_one_row() {
    for top in 0..20 {
        let shown = |top| View {
            top,
            row: top + 15,
            ..START
        };
        check("scroll down", 300, &shown(top), &shown(top + 1));
        let shown = |top| View {
            top,
            row: top,
            ..START
        };
        check("scroll up", 300, &shown(top + 1), &shown(top));
    }
}

#[test]
fn page() {
    for top in [0, 16, 32] {
        let page = |top| View {
            top,
            row: top,
            ..START
        };
        check("page", 3_000, &page(top), &page(top + 14));
    }
}

#[test]
fn detail() {
    for n in 0..10 {
        check(
            "detail",
            1_200,
            &View { detail: n, ..START },
            &View {
                detail: n + 1,
                ..START
            },
        );
    }
}

/// Why the list begins below its neighbours.
#[test]
fn a_list_beside_others_costs_more() {
    let shown = |layout, top| View {
        layout,
        top,
        row: top + 15,
        ..START
    };
    let beside = bytes(&shown(Layout::Beside, 3), &shown(Layout::Beside, 4));
    let below = bytes(&shown(Layout::Below, 3), &shown(Layout::Below, 4));
    println!("beside {beside}, below {below}");
    assert!(
        beside > 300 && 2 * below < beside,
        "beside {beside}, below {below}"
    );
}
