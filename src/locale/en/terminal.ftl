### Terminal: sizes, bytes, clipboard, doctor

window-too-small = The window is too small: { $need_width }×{ $need_height } needed, now { $width }×{ $height }
sent-to-terminal = sent to the terminal: { $what }
cannot-suspend = It cannot be suspended: there is no shell to continue it.
copy-too-long = Not copied: { $kilobytes } KB, and a terminal takes up to { $most } KB. Save it to a file with { $key }.
foreign-bytes = PuTTY: Window > Translation > Remote character set: UTF-8
copied-page = the page
copied-values = values
copied-detail = the detail
sent-lines = { $n ->
    [one] sent to the terminal: { $what }, { $n } line
   *[other] sent to the terminal: { $what }, { $n } lines
}
