### Screens: headers, panes, detail, chain, card
