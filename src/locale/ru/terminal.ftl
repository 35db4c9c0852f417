### Терминал: размеры, байты, буфер обмена, проверка

window-too-small = Окно мало: нужно { $need_width }×{ $need_height }, сейчас { $width }×{ $height }
sent-to-terminal = отправлено терминалу
cannot-suspend = Приостановить нельзя: нет оболочки, которая продолжила бы работу.
copy-too-long = Не скопировано: { $kilobytes } КБ, терминал берёт до { $most } КБ. Сохраните в файл: { $key }
engine-gone = Хранилище перестало отвечать. Введённое сохраняется; выйдите и запустите смотр снова.
foreign-bytes = PuTTY: Window > Translation > Remote character set: UTF-8
