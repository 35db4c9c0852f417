### Терминал: размеры, байты, буфер обмена, проверка

window-too-small = Окно мало: нужно { $need_width }×{ $need_height }, сейчас { $width }×{ $height }
sent-to-terminal = отправлено терминалу: { $what }
cannot-suspend = Приостановить нельзя: нет оболочки, которая продолжила бы работу.
copy-too-long = Не скопировано: { $kilobytes } КБ, а терминал берёт до { $most } КБ. Сохраните в файл клавишей { $key }.
foreign-bytes = PuTTY: Window > Translation > Remote character set: UTF-8
copied-page = страница
copied-values = значения
copied-detail = подробности
sent-lines = { $n ->
    [one] отправлено терминалу: { $what }, { $n } строка
    [few] отправлено терминалу: { $what }, { $n } строки
    [many] отправлено терминалу: { $what }, { $n } строк
   *[other] отправлено терминалу: { $what }, { $n } строки
}
