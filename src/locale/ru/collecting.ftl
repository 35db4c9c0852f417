### Сбор данных: запрошено, получено, принято

kind-collection = сбор данных
name-collection = сбор данных за { $period } · { $organisation }
field-collecting = последнее
receipt-paper = бумага
receipt-letter = письмо
receipt-file = файл
collecting-not-requested = не запрошено
collecting-requested = запрошено
collecting-returned = возвращено
collecting-received = получено
collecting-accepted = принято
paper-without-number = б/н от { $date }
paper-outgoing = исх. № { $number } от { $date }
paper-incoming = вх. № { $number } от { $date }
collected-requested = запрос направлен, { $paper }
collected-received = данные получены, { $paper }, { $form }
collected-accepted = данные приняты { $date }
collected-returned = данные возвращены на доработку { $date }: { $reason }
collected-returned-until = данные возвращены на доработку { $date } до { $until }: { $reason }
collected-reminded = направлено напоминание, { $paper }
deed-collected = { $whom }: { $what } (сбор за { $period })
deed-collected-back = { $whom }: снята отметка { QUOTE($what) } (сбор за { $period })
