### How sure one can be of what the figures say, and what would change that.

# $that (text): what is proposed; $level (high, moderate or low), $because (list): the tests that it failed, else
# those that it passed; $also (yes or no): whether it failed some and passed some, $favour (list): those it passed
confidence = { $level ->
    [high] High
    [moderate] Moderate
   *[low] Low
} confidence that { $that }: { $because }.{ $also ->
    [yes] {" "}In its favour: { $favour }.
   *[no] { "" }
}
# How sure one can be, in the story. $first (yes or no): whether it comes first, $level (high, moderate or low), $that
# (list): as in .that; in .that: $that (text). In .failed: $n (number): of how many things, $failed (number), $tests (list): the tests that all failed
how-sure = { $first ->
    [yes] By our rule, confidence is
   *[no] It is
} { $level ->
    [high] high
    [moderate] moderate
   *[low] low
} { $that }.
    .that = that { $that }
    .failed = { $n ->
        [one] it fails
        [2] both fail
       *[other] all of them fail
    } { $failed ->
        [one] a test
       *[other] { $failed } tests
    }: { $tests }.
# What is proposed where the dossier proposes nothing. $figure (text): the figure as it was said
proposed-figure = “{ $figure }” is right
# $origins (number), $figure (yes or no): whether a figure is meant; of anything else, others than the figures
# say so too
leg-origins = { $origins } independent origins{ $figure ->
    [yes] { "" }
   *[no] , of these and other figures,
} say so
# $origins (number): none or one
leg-origins-fails = { $origins ->
    [0] no origin says so
   *[other] only one origin says so
}
# $what (list): quantities
leg-observed = some of it was observed ({ $what })
leg-observed-fails = none of it was observed
leg-readings = no reading of the words contradicts it
# $needs (list)
leg-readings-needs = it needs { $needs }
# $on (text): on how many ways; $labels (list): quantities
leg-readings-limited = { $on } it holds only under a condition on the { $labels }
# $on (text): on how many ways
leg-readings-cannot = { $on } the figures cannot be true together
# $labels (list): quantities
observed-instead = An observed figure for the { $labels }. Those on record were stated, estimated or computed.
observed-instead-none = Nothing more needs to be observed.
# $label (text): a quantity; $origins (number)
second-origin = Another independent origin for the { $label }. The documents that carry this figure go back to
    { $origins }.
second-origin-none = Any figure for the total.
