"""How every field of the records that State is made of may be seen.

Every field of every record in State is declared here. `public` is seen by all. `banded` is seen by others as the
middle of a band. `owner` is the nation's own; `pair` belongs to the two of a pair, a third party sees a band;
`parties` is for those named in the thread, treaty or ledger entry's treaty; `challenger` for the one who presses;
`culprit` for the one who did it, until all know; `finder` for the one that has found out, and that it has; `referee`
for no nation.
"""

from typing import Literal, TypeAlias

Sight: TypeAlias = Literal[
    "public", "banded", "owner", "pair", "parties", "challenger", "culprit", "finder", "referee", "nested"
]


def _all(sight: Sight, names: str) -> dict[str, Sight]:
    return dict.fromkeys(names.split(), sight)


DECLARED: dict[str, dict[str, Sight]] = {
    "State": {
        **_all("public", "scenario title turn turns stage round start_year start_month months"),
        **_all("public", "theatres kinds misfortune_kinds personalities others rules uncertain_end par"),
        **_all("nested", "nations pairs treaties crises misfortunes"),
        **_all("parties", "threads motions plans"),
        **_all("referee", "seed schedule fates desk"),
    },
    "Nation": {
        **_all("public", "name adjective territories brief home rank sea_power regime doctrine culture potential"),
        **_all("public", "nuclear personality intelligence technology resilience income slump forces influence"),
        "standing": "public",
        "statements": "public",
        **_all("banded", "readiness support treasury autonomy_wanted"),
        **_all("owner", "marks toll temper initiatives sheet known made questions prices"),
        "objectives": "owner",
        "ledger": "parties",
    },
    "Pair": {
        **_all("pair", "trust contacts"),
        **_all("public", "provocation interop interop_turn practice rivalry disputes claims"),
    },
    "Treaty": {
        **_all("parties", "title parties clauses signed duration notice secret leaving ended fund paid lobbied"),
        "finders": "finder",
        **_all("parties", "charter suspended waived statements coming outvoted"),
    },
    "Crisis": {
        **_all(
            "public",
            "kind theatre target challenger stakes severity pace stage since opened opened_live grade tone",
        ),
        **_all(
            "public",
            "calls answers outcome losses ended mediated offers terms_by warned fighting_since ahead began_with",
        ),
        "resolve": "challenger",
    },
    "Misfortune": {
        **_all("public", "kind target theatre severity since attributed given ended outcome case accused"),
        "culprit": "culprit",
    },
}
"""How every field of the records that State is made of may be seen. A test fails on an undeclared one."""
