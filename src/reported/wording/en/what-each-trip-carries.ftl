### What each trip would have to carry, and what the trips would carry together.

# $trips (text), $each (text), $total (text)
each-must-carry = { CAPITAL($trips) } would have to carry { $each } each to reach { $total }.
# $load (text): what the load of a trip is called, $record (text): what is on record for it; $left (yes or no): whether
# some go into no sum, $aside (list): which
trip-loads = { CAPITAL($load) } in those months, { $record }.{ $left ->
    [yes] {" "}Left out of the sums: { $aside }.
   *[no] { "" }
}
# $load (text): what the load of a trip is called
trip-loads-table = { CAPITAL($load) }, as stated or as worked out here from two counts.
    .published = { loads-table.published }
    .whose = { loads-table.whose }
    .from = { loads-table.from }
    .each = { loads-table.each }
    .counts = { loads-table.counts }
    .claims = { loads-table.claims }
# $load (text): how many on each trip, $each (text): how much in each of these; $own (yes or no): whether ours are among
# them; $trips (text), $span (text): what they carry, $total (text): the claim, $inside (yes or no).
# Why: $each (text): what each would have to carry; $densest (text), $lightest (text): how many that is
by-trips = { CAPITAL($trips) } of { $load } each, with { $each } in each of these{ $own ->
    [yes] {" "}(our assumptions included)
   *[no] { "" }
}, would carry { $span }. That range { $inside ->
    [yes] includes
   *[no] does not include
} the { $total } of the claim.
    .why = Each would have to carry { $each }: { $densest } at the densest load, { $lightest } at the lightest.
# $load (text): what is lacking, $by (text): by which day, $trips (text)
by-trips-none = No figure for { $load } that goes into the sums stands { $by }, so none tells what { $trips } would
    carry.

# $trips (text), $total (text); $reach (some, all or none): at which loads they reach it; $units (text): of the total,
# $loads (text): of the load of a trip; $aside (yes or no): whether some of them go into no sum. A row: $whose (text):
# whose load, and when; $load (text). The note: $said (text)
what-the-trips-carry-chart =
    .title = { $reach ->
            [some] { CAPITAL($trips) } would reach { $total } only at the heavier loads.
            [all] { CAPITAL($trips) } would carry more than { $total } at every load.
           *[none] { CAPITAL($trips) } would carry less than { $total } at every load.
        }
    .subtitle = { CAPITAL($units) } in { $trips } by { $loads }; each bar spans the loads in use (logarithmic scale){ $aside ->
            [yes] . Grey: not in the sums
           *[no] { "" }
        }
    .alt = { CAPITAL($units) } carried by { $trips }.
    .note = “{ $said }”
    .row = { $whose }: { $load }
    .ours = Ours included: { $load }
