### Терминал: размеры, байты, буфер обмена, проверка

window-too-small = Окно мало: нужно { $need_width }×{ $need_height }, сейчас { $width }×{ $height }
sent-to-terminal = отправлено терминалу
