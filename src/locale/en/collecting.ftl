### Collecting: asked for, received, accepted

kind-collection = collection
name-collection = collection for { $period } · { $organisation }
field-collecting = latest
receipt-paper = paper
receipt-letter = letter
receipt-file = file
collecting-not-requested = not requested
collecting-requested = requested
collecting-returned = returned
collecting-received = received
collecting-accepted = accepted
paper-without-number = unnumbered of { $date }
paper-outgoing = outgoing No. { $number } of { $date }
paper-incoming = incoming No. { $number } of { $date }
collected-requested = request sent, { $paper }
collected-received = data received, { $paper }, { $form }
collected-accepted = data accepted { $date }
collected-returned = data returned { $date }: { $reason }
collected-returned-until = data returned { $date } until { $until }: { $reason }
collected-reminded = reminder sent, { $paper }
deed-collected = { $whom }: { $what } (collection for { $period })
deed-collected-back = { $whom }: mark { QUOTE($what) } taken back (collection for { $period })
