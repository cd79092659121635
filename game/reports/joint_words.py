"""Clauses of joint work and of restraint in words, as `clause_words` has the others."""

from typing import TypeAlias, assert_never

from game.core.joint_work import (
    CyberDefence,
    CyberDeterrence,
    DisasterResponse,
    Favour,
    IntegratedCommand,
    MutualSupport,
    Peacekeeping,
    PersonnelExchange,
    Reconstruction,
    Resilience,
    Standardisation,
    TechnologyTransfer,
)
from game.core.restraints import ArmsLimits, ConfidenceBuilding
from game.core.world import State
from game.reports.grammar import capital, listing
from game.reports.words import fp, name, places, rp, whose

Joint: TypeAlias = (
    ConfidenceBuilding
    | ArmsLimits
    | Standardisation
    | IntegratedCommand
    | PersonnelExchange
    | CyberDefence
    | CyberDeterrence
    | TechnologyTransfer
    | Resilience
    | DisasterResponse
    | Peacekeeping
    | Reconstruction
    | MutualSupport
)

THE: dict[str, str] = {
    "confidence_building": "the notice of exercises",
    "arms_limits": "the ceiling on arms",
    "standardisation": "the common standard",
    "integrated_command": "the common command",
    "personnel_exchange": "the exchange of officers",
    "cyber_defence": "the common watch",
    "cyber_deterrence": "the declared answer",
    "technology_transfer": "the technology",
    "resilience": "the investment in resilience",
    "disaster_response": "the promise of relief",
    "peacekeeping": "the keeping of the peace",
    "reconstruction": "the help to rebuild",
    "mutual_support": "the promise of backing",
}
"""A clause one already speaks of, by its kind."""


def joint_text(world: State, clause: Joint) -> str:
    """What a clause asks, as one sentence."""
    match clause:
        case ConfidenceBuilding():
            seen = ", and lets the others send observers" if clause.observers else ""
            far = "; large exercises are kept away from the others' homes" if clause.keep_away else ""
            return f"Each party announces field exercises near another beforehand{seen}{far}."
        case ArmsLimits():
            if not clause.ceiling:
                return "No party raises new forces."
            return f"No party raises forces beyond {fp(clause.ceiling)}; who has more raises none."
        case Standardisation():
            return "The parties bring arms and procedures to one standard, so that what they practise lasts."
        case IntegratedCommand():
            return (
                f"Each party holds {clause.share} % of the forces it can send for a common command; they go to no case "
                "in which the command has no part."
            )
        case PersonnelExchange():
            what = "Officers serve" if clause.level == 1 else "Officers and whole staffs serve"
            return f"{what} with the other parties' forces and schools."
        case CyberDefence():
            return "The parties look for hidden hands together, and the ablest of them help whoever is hit."
        case CyberDeterrence():
            how = "denounced by all parties" if clause.answer == "defensive" else "answered in kind by all parties"
            return f"Sabotage or a cyber attack on one party, once its author is found, is {how}."
        case TechnologyTransfer():
            return capital(
                f"{name(world, clause.donor)} spends {rp(clause.amount)} a turn on bringing each party that is behind "
                "it nearer its own technology."
            )
        case Resilience():
            return f"Each party puts {rp(clause.amount)} a turn into its own resilience."
        case DisasterResponse():
            return (
                f"When a disaster strikes one party, each of the others gives at least {rp(clause.amount)} of relief."
            )
        case Peacekeeping():
            return (
                f"Where a case has come to blows or has frozen {places(world, clause.area)}, each party that is no "
                f"side of it stands {fp(clause.forces)} there for three turns."
            )
        case Reconstruction():
            return f"A party struck in war is given {rp(clause.amount)} a turn by each of the others, for three turns."
        case MutualSupport():
            return capital("; ".join(favour_text(world, one) for one in clause.favours) + ".")
        case _:
            assert_never(clause)


def favour_text(world: State, one: Favour) -> str:
    """One favour: "France stands behind the United Kingdom's claims"."""
    by, whose_it = name(world, one.by), whose(world, one.whom)
    match one.matter:
        case "case":
            against = f" by {name(world, one.about)}" if one.about else ""
            return f"{by} speaks for {name(world, one.whom)} when it is challenged{against}"
        case "claim":
            against = f" on {name(world, one.about)}" if one.about else ""
            return f"{by} does not stand against {whose_it} demands{against}"
        case "motion":
            kind = f" on {one.about.replace('_', ' ')}" if one.about else ""
            return f"{by} votes for {whose_it} motions{kind}"
        case _:
            assert_never(one.matter)


def joint_short(world: State, clause: Joint) -> str:
    """A clause in a few words, for a list within a sentence."""
    match clause:
        case ConfidenceBuilding():
            return "notice of exercises" + (" with observers" if clause.observers else "")
        case ArmsLimits():
            return f"a ceiling of {fp(clause.ceiling)} on arms" if clause.ceiling else "no new forces"
        case Standardisation():
            return "common standards"
        case IntegratedCommand():
            return f"a common command of {clause.share} % of forces"
        case PersonnelExchange():
            return "exchange of officers" if clause.level == 1 else "exchange of officers and staffs"
        case CyberDefence():
            return "common watch for hidden hands"
        case CyberDeterrence():
            return f"a declared {'answer' if clause.answer == 'defensive' else 'answer in kind'} to hidden hands"
        case TechnologyTransfer():
            return f"technology for {rp(clause.amount)} a turn from {name(world, clause.donor)}"
        case Resilience():
            return f"{rp(clause.amount)} a turn for resilience"
        case DisasterResponse():
            return f"relief of {rp(clause.amount)} after disasters"
        case Peacekeeping():
            return f"{fp(clause.forces)} each for keeping a peace" + (
                f" {places(world, clause.area)}" if clause.area else ""
            )
        case Reconstruction():
            return f"{rp(clause.amount)} a turn for rebuilding after war"
        case MutualSupport():
            return "mutual support: " + listing([favour_text(world, one) for one in clause.favours])
        case _:
            assert_never(clause)


def joint_differences(world: State, old: Joint, new: Joint) -> list[tuple[str, str]]:
    """Differences of term between two clauses of one kind: as a fact, and as a wish after "would sign"."""
    found: list[tuple[str, str]] = []
    if isinstance(old, ConfidenceBuilding) and isinstance(new, ConfidenceBuilding):
        if old.observers != new.observers:
            words = "observers at exercises" if new.observers else "no observers at exercises"
            found.append((words, f"if there were {words}"))
        if old.keep_away != new.keep_away:
            words = "kept away from the others' homes" if new.keep_away else "allowed near the others' homes"
            found.append((f"large exercises {words}", f"if large exercises were {words}"))
    elif isinstance(old, CyberDeterrence) and isinstance(new, CyberDeterrence):
        words = (
            "an answer in kind to hidden hands" if new.answer == "offensive" else "no answer in kind to hidden hands"
        )
        found.append((words, f"if there were {words}"))
    elif isinstance(old, MutualSupport) and isinstance(new, MutualSupport):
        found.append(("other favours promised", "if other favours were promised"))
    else:
        if isinstance(old, TechnologyTransfer) and isinstance(new, TechnologyTransfer) and old.donor != new.donor:
            words = f"{name(world, new.donor)} rather than {name(world, old.donor)}"
            found.append((f"technology from {words}", f"if the technology came from {words}"))
        if isinstance(old, PersonnelExchange) and isinstance(new, PersonnelExchange) and old.level != new.level:
            whom = "officers and staffs, not officers alone" if new.level > 1 else "officers alone, not staffs"
            found.append((f"an exchange of {whom}", f"if the exchange were of {whom}"))
        if isinstance(old, Peacekeeping) and isinstance(new, Peacekeeping) and old.area != new.area:
            where = places(world, new.area)
            found.append((f"peace kept {where}", f"if the peace were kept {where}"))
        for term, (what, unit) in _NUMBERS.get(new.kind, {}).items():
            then, now = getattr(old, term, None), getattr(new, term, None)
            if then != now:
                words = f"{what} of {now}{unit} rather than {then}{unit}"
                found.append((words, f"if {what} were {now}{unit} rather than {then}{unit}"))
    return found


_NUMBERS: dict[str, dict[str, tuple[str, str]]] = {
    "arms_limits": {"ceiling": ("a ceiling on arms", " FP")},
    "integrated_command": {"share": ("a share under command", " %")},
    "technology_transfer": {"amount": ("a transfer of technology", " RP")},
    "resilience": {"amount": ("an investment in resilience", " RP")},
    "disaster_response": {"amount": ("relief", " RP")},
    "peacekeeping": {"forces": ("a peace force", " FP")},
    "reconstruction": {"amount": ("help to rebuild", " RP")},
}
