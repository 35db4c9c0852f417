### Terminal: sizes, bytes, clipboard, doctor

window-too-small = The window is too small: { $need_width }×{ $need_height } needed, now { $width }×{ $height }
sent-to-terminal = sent to the terminal
