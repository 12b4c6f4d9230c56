### Why a notebook ends before its question is asked. "Not asked": on no day; "not run": not on the day of the edition.

# $names (list): quantities by their ids
edition-no-quantity = This dossier has no { $names }, so this question was not asked.
# $names (list): relations by their ids
edition-no-relation = This dossier has no relation called { $names }, so this question was not asked.
# $roles (list): by their ids
edition-no-role = This dossier gives no quantity the role of { $roles }, so this question was not asked.
# $labels (list): quantities
edition-unexamined = This dossier examines no figure for { $labels }, so this question was not asked.
# $dated (yes or no), $day (day), $labels (list): quantities
edition-unpublished = Nothing { $dated ->
    [yes] published by { $day }
   *[no] in the dossier
} gives { $labels }, so this question was not run.
# $dated (yes or no), $day (day), $labels (list): quantities
edition-not-public = No figure under examination for { $labels } stands { $dated ->
    [yes] in public by { $day }
   *[no] in the dossier
}, so this question was not run.
edition-none-examined = This dossier puts no figure under examination, so this question was not asked.
edition-one-examined = This dossier puts only one figure under examination, so there is none to hold it against.
edition-untied = No relation of this dossier ties one figure to another, so this question was not asked.
# $known (number), $dated (yes or no), $day (day)
edition-too-few = { $known ->
    [0] Not one
   *[other] Only { $known }
} of the figures under examination stood { $dated ->
    [yes] in public by { $day }
   *[no] in the dossier
}, so this question was not run.
edition-no-yardstick = This dossier has no yardstick to hold beside what was said, so this question was not asked.

## That nothing tells what a question is about; the end of the name is the code that a notebook gives.

# $dated (yes or no), $day (day)
nothing-answers = Nothing { $dated ->
    [yes] published by { $day }
   *[no] in the dossier
} denies the figures or answers them, so this question was not asked.
# $dated (yes or no), $day (day)
nothing-exchange = Nothing { $dated ->
    [yes] published by { $day }
   *[no] in the dossier
} bears on what moved the other way, so this question was not asked.
# $dated (yes or no), $day (day)
nothing-later = Nothing { $dated ->
    [yes] published by { $day }
   *[no] in the dossier
} is later than the figures under examination, so this question was not asked.
# $dated (yes or no), $day (day)
nothing-such = Nothing { $dated ->
    [yes] published by { $day }
   *[no] in the dossier
} bears on it, so this question was not asked.
