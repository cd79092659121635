"""What a clause of joint work or restraint would mean here: what it brings, and what breaking it costs."""

from __future__ import annotations

from game.core.clauses import Clause
from game.core.commands import commanded
from game.core.drafts import Draft
from game.core.duties import Contribute
from game.core.joint_work import (
    CyberDefence,
    CyberDeterrence,
    IntegratedCommand,
    PersonnelExchange,
    Resilience,
    Standardisation,
    TechnologyTransfer,
)
from game.core.restraints import ArmsLimits, ConfidenceBuilding
from game.core.world import State
from game.reports.grammar import figure, listing, signed
from game.reports.words import fp, name_bare, rp


def joint_explained(world: State, draft: Draft, clause: Clause) -> tuple[str, ...]:
    """What keeping and breaking it comes to, a sentence each; empty where its terms say it all."""
    rules = world.rules
    nations = {name: world.nations[name] for name in draft.parties if name in world.nations}
    match clause:
        case ConfidenceBuilding():
            return (
                (
                    f"It takes {figure(rules.hostility_eased)} off the hostility of each party toward the others. With "
                    "observers, announced exercises alarm no party."
                ),
                f"An exercise held unannounced near a party breaks it: trust {signed(rules.trust_broke_duty)}.",
            )
        case ArmsLimits():
            bound = [name_bare(world, name) for name, one in nations.items() if one.forces >= clause.ceiling]
            return (
                f"It binds {listing(bound)} at once." if bound else "It binds nobody yet.",
                f"Raising more breaks it: trust {signed(rules.trust_broke_duty)} with each party.",
            )
        case Standardisation():
            costs = [
                f"{name_bare(world, name)} {rp(one.forces // rules.standard_fp)}"
                for name, one in nations.items()
                if one.forces >= rules.standard_fp
            ]
            return (
                (
                    f"Between any two that keep to it, practice fades half as fast and grows by "
                    f"{figure(rules.interop_standard)} a turn."
                ),
                f"A turn it costs {listing(costs)}; the others nothing." if costs else "It costs nobody RP.",
            )
        case IntegratedCommand():
            held = [
                f"{name_bare(world, name)} {fp(commanded(one, Contribute(name, (), '', 'command', clause.share)))}"
                for name, one in nations.items()
            ]
            return (
                (
                    f"Held for the command: {listing(held)}. They count as on the spot, and work together at least "
                    f"{figure(rules.interop_command)} of 100."
                ),
                "Standing elsewhere, or on exercises with others, they break it.",
            )
        case PersonnelExchange():
            off = rules.exchange_culture * clause.level // 10
            return (f"Culture takes {figure(off)} % less from what exercises bring.",)
        case CyberDefence():
            return (
                (
                    f"The ablest partner's technology above {figure(rules.attribution_able)}, halved, is added to the "
                    "chance of finding a hidden hand."
                ),
                f"Whoever is hit is helped by up to {figure(rules.cyber_helpers)}, for {rp(rules.price_help)} each.",
            )
        case CyberDeterrence():
            denounced, struck = rules.provoked_answer
            hard = clause.answer == "offensive"
            return (
                (
                    f"Each party takes {figure(-rules.answer_readiness)} of the culprit's readiness, for "
                    f"{rp(rules.price_answer)}, and provokes it by {figure(struck)}."
                )
                if hard
                else (
                    f"The culprit loses influence and {figure(-rules.answer_trust)} of each party's trust, and is "
                    f"provoked by {figure(denounced)} by each."
                ),
                f"Silence breaks it: trust {signed(rules.trust_unanswered)} with the one that was hit.",
            )
        case TechnologyTransfer():
            known = [f"{name_bare(world, name)} {figure(one.technology)}" for name, one in nations.items()]
            return (
                (
                    f"Technology now: {listing(known)}. One RP brings {figure(rules.technology_per_point)} points, "
                    "never beyond the giver's own; each point makes every FP half a per cent stronger."
                ),
            )
        case Resilience():
            known = [f"{name_bare(world, name)} {figure(one.resilience)}" for name, one in nations.items()]
            return (f"Resilience now: {listing(known)}. At 50 a shock takes its whole toll, at 100 half of it.",)
        case _:
            return ()
