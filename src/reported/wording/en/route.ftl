### The map of the route: the places that reports name, and the ways between them.

route-by-sea = by sea
route-by-rail = by rail
route-by-road = by road
route-by-air = by air

# $way (text): the legs in words, $legs (number), $seen (all, some or none): which of them were seen, $places (text):
# all places, $land (some or none): whether coasts are drawn;
# of a leg $by (text): what one goes by, $start (text), $ends (text): one place or several, $km (text): as the crow flies;
# of one leg or place $seen (yes or no), $place (text)
route-chart =
    .title = { $legs ->
        [0] Reports name { $places }.
        [one] The way as reported: { $way }; { $seen ->
            [all] it was reported as seen
           *[other] it was not seen
        }.
       *[other] The way as reported: { $way }; { $seen ->
            [all] each leg was reported as seen
            [some] some legs were reported as seen
           *[none] no leg was seen
        }.
    }
    .subtitle = Lines join places as reported, and are no tracks. { $land ->
        [some] Coasts are simplified; no borders are drawn
       *[none] Neither coasts nor borders are drawn
    }
    .alt = A map of the places that reports name: { $places }. Lines join them as reported, and are no tracks.
    .leg = { $by } from { $start } to { $ends }
    .told = { $by } from { $start } to { $ends }, some { $km } km as the crow flies, { $seen ->
        [yes] reported as seen
       *[no] said, not seen
    }
    .place = { $place }: { $seen ->
        [yes] something was seen there
       *[no] named, nothing seen
    }
    .on = { $by } to { $ends }
    .far = { $by }, { $km } km
    .enlarged = enlarged
    .km = { $km } km
