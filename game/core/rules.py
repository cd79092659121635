"""The numbers that tune play, each with its unit and, where there is one, its source.

A scenario may override any of them in its `[rules]` table; the state carries the set it is played under.
"""

from game.core.record import record
from game.core.rules_crises import CrisisRules

RULES_VERSION = "0.5.0"


@record(kw_only=True)
class Rules(CrisisRules):
    """All tunable numbers. RP are resource points, FP force points, indices run 0-100, ratios are permille."""

    # Initiatives
    initiatives: int = 3
    """Initiatives a turn for a middle or small nation."""
    initiatives_great: int = 4
    """Initiatives a turn for a great power."""
    initiatives_kept: int = 1
    """Unused initiatives that may be kept for the next turn."""
    initiative_price: int = 2
    """Influence that buys one more initiative when none is left."""

    # Economy: upkeep and home need take most of an income (aid bites, as in 1947)
    upkeep_fp: int = 5
    """FP kept in being by one RP of upkeep a turn, rounded up."""
    home_permille: int = 400
    """Share of income needed at home."""
    home_permille_closed: int = 300
    """The same where the regime score is below 0."""
    price_force: int = 4
    """RP for one more FP."""
    force_growth_percent: int = 10
    """Most FP a nation can raise in a turn, per cent of its forces, rounded up."""
    readiness_step: int = 5
    """Points of readiness bought at a time."""
    price_readiness_fp: int = 10
    """FP made readier one step by one RP, rounded up."""
    readiness_drift: int = 2
    """Points readiness moves a turn toward 50 when nothing is done."""
    price_exercise: tuple[int, int, int] = (1, 3, 6)
    """RP for an exercise of scale 1, 2, 3, shared by those who hold it."""
    price_mission: int = 1
    """RP for a mission."""

    # Trust, in points; reasons fade by age
    trust_signed: int = 5
    trust_kept_guard: int = 20
    trust_broke_guard: int = -40
    trust_onlooker: int = -10
    """What a broken Guard costs with every treaty partner who watches."""
    trust_broke_duty: int = -8
    trust_kept_duty: int = 2
    trust_broke_abstain: int = -25
    """What pressing a nation one had promised to leave alone costs with it, beside the threat."""
    trust_allied: int = -12
    """What an alliance against a nation one had promised to stay clear of costs with it."""
    trust_joined: int = -12
    """What coming or speaking up against a nation one had promised to stay neutral toward costs with it."""
    trust_exercise: int = 4
    trust_threat: int = -10
    trust_mediation: int = 6
    trust_support: int = 8
    trust_visit: int = 4
    trust_left: int = -6
    """What announcing withdrawal costs with each remaining party."""
    trust_keeps: int = 900
    """Permille of a reason left after each turn."""
    trust_keeps_breach: int = 950
    """The same for a breach: remembered longer."""

    # Interoperability, index
    interop_per_scale: int = 4
    """Gain of an exercise a step of scale, before diminishing returns and culture."""
    interop_staff_talks: int = 5
    practice_scale: int = 2
    """Points of practice an exercise gives those who came, a step of scale: credibility of pledges between them, per
    cent of attribution or of coordinated relief, by what was practised."""
    practice_keeps: int = 700
    """Permille of it left after each turn."""
    coordination_promised: int = 15
    """Per cent further that relief goes between parties to a clause on disaster response: who brings what is agreed."""
    coordination_most: int = 30
    """Most per cent by which well-ordered relief goes further."""
    incident: int = 150
    """Permille chance that a large unannounced exercise near a rival goes wrong."""
    provoked_incident: int = 8
    interop_keeps: int = 970
    """Permille of interoperability left after each turn without use."""

    interop_standard: int = 1
    """Gain a turn between two that both keep to one standard; half of what faded comes back too."""
    interop_command: int = 80
    """Least interoperability of forces under one command."""
    exchange_culture: int = 250
    """Permille of cultural distance that officers on exchange take away, a level."""

    # Technology and resilience, index
    technology_edge: int = 150
    """A force counts (technology_edge + technology) / (technology_edge + 50): a quarter less at 0, a quarter more at
    100, as equipment multiplies men (after Dupuy 1979 in kind, ours in size)."""
    technology_per_point: int = 2
    """Points of technology a taker gains by one RP, up to its giver's."""
    training_readiness: int = 2
    """Points of readiness a taker gains by each level of instructors, up to its giver's."""
    price_training: int = 1
    """RP a turn for each level of instructors."""
    standard_fp: int = 40
    """FP brought to the common standard by one RP a turn, rounded down: it is the great arsenals that pay."""
    price_resilience: int = 2
    """RP for one point of resilience."""
    resilience_met: int = 2
    """Resilience gained where a misfortune that wears it was met."""
    resilience_base: int = 150
    """A shock takes (resilience_base - resilience) / 100 of its toll."""

    # Hidden hands under treaties
    cyber_helpers: int = 3
    """The ablest partners that help one hit by a hidden hand."""
    price_help: int = 1
    help_readiness: int = 2
    help_support: int = 1
    """What each helper makes good."""
    attribution_joint: int = 500
    """Permille of the ablest cyber partner's technology over attribution_able, added to the chance of finding it."""
    attribution_able: int = 40
    price_answer: int = 1
    """RP for answering in kind."""
    answer_trust: int = -5
    """What each that denounces thinks less of the culprit; influence falls by one in all."""
    answer_readiness: int = -2
    """What each that strikes back takes of the culprit's readiness."""
    provoked_answer: tuple[int, int] = (3, 8)
    """How much a culprit is provoked by each that denounces it, or strikes back."""
    trust_unanswered: int = -12
    """What staying silent after a declared answer costs with the one that was hit."""

    # After war
    rebuilding_turns: int = 3
    """Turns for which a struck nation rebuilds and a peace is kept."""
    trust_peace: int = 2
    """What a kept peace mends each turn between the two sides, each way."""

    # Autonomy: price of each treaty's duties, index points
    autonomy_guard_automatic: int = 14
    autonomy_guard_consulted: int = 9
    autonomy_guard_own_way: int = 6
    autonomy_consult: int = 2
    autonomy_train: int = 1
    autonomy_pay: int = 2
    autonomy_abstain: int = 1
    """For each thing one abstains from."""
    autonomy_intelligence: int = 1
    """For each level at which one lets others see."""
    autonomy_base: int = 8
    autonomy_answer: tuple[int, int] = (2, 4)
    """For a declared answer to hidden hands: to denounce, to strike back."""
    autonomy_standardise: int = 6
    autonomy_command: int = 10
    autonomy_peace: int = 2
    autonomy_cyber: int = 2
    autonomy_relieve: int = 1
    autonomy_notify: int = 1
    autonomy_arm: int = 3
    """For keeping one's forces below a ceiling."""
    autonomy_back: int = 1
    """For each favour promised."""
    autonomy_asymmetry: int = 20
    """Times the share of a nation's protection that its strongest partner provides."""
    autonomy_wanted_step: int = 3
    """Points of security below 50 that lower the autonomy wanted by one (Morrow 1991)."""

    # Support, index points a turn
    support_security_step: int = 10
    """Points of security below 50 that cost one support."""
    support_autonomy_step: int = 5
    """Points of autonomy below what is wanted that cost one support."""
    support_kept: int = 3
    support_broke: int = -8
    """Audience cost of a public pledge broken (Fearon 1994)."""
    support_broke_closed: int = -3
    """The same where the regime score is below 0."""
    support_home_step: int = 10
    """Per cent of the home need left unpaid that cost one support."""

    # Influence
    influence_cap: int = 10
    influence_high: int = 6
    """Influence that attracts opportunity: visibility and security are worth something."""
    influence_turns: int = 4
    """A nation that stands so high at the end of every so-manieth turn earns one RP."""
    influence_mediation: int = 1
    """Earned by each mediator of a case that is settled."""
    influence_stakes: int = 1
    """What moves from the loser of a case to its winner."""
    conduct_turns: int = 4
    """Turns after which the nation that conducted itself best in them gains 1 influence."""
    influence_host: int = 1
    """Earned by the host of an exercise of scale 2 or more that at least two others come to, no great power itself."""

    # Burden (Olson & Zeckhauser 1966; the sizes are ours)
    burden_base: int = 2
    """RP a turn that opening one's bases to the others counts as."""
    burden_lift: int = 1
    """RP a turn that a navy counts as."""
    burden_turns: int = 4
    """Turns between reviews, at which bearing much more or much less than one's share moves influence."""
    burden_above: int = 1250
    """Permille of one's share from which it earns 1 influence at a review."""
    burden_below: int = 750
    """Permille of it below which it costs 1."""

    # Credibility, index (numbers after Snyder 1984 and Fearon 1994 in kind, ours in size)
    credibility_own_way: int = 20
    credibility_consulted: int = 30
    credibility_automatic: int = 40
    credibility_on_the_spot: int = 10
    credibility_floor: int = 5
    credibility_ceiling: int = 95
    ledger_low: int = -30
    ledger_high: int = 20
    ledger_keeps: int = 930
    """Permille of a ledger entry's weight left after each turn."""

    # Threat and protection
    threat_permille: int = 800
    hostility_rivalry: int = 40
    hostility_claim: int = 25
    hostility_regime: int = 30
    hostility_guards: int = 20
    """Two nations each guarded against the other."""
    hostility_guarding: int = 15
    """Guarding somebody against a nation raises that nation's hostility by this (Walt 1987)."""
    hostility_abstain: int = 12
    """Taken off the hostility of a nation that has promised to press nothing."""
    hostility_eased: int = 4
    """Taken off it for each of notice of exercises, distance of exercises and a ceiling on arms."""
    hostility_base: int = 2
    """What stands between any two nations with a record."""
    provocation_keeps: int = 700
    protection_base: int = 8
    protection_own: int = 1500
    """Own ready forces count this many thousandths in one's protection."""
    protection_guard: int = 500
    """A guarantor's ready forces, by reach and credibility, count this many thousandths."""
    entrapment: int = 500
    """Threats to those one guards, by share and credibility, count this many thousandths in exposure."""

    # World stability
    stability_open: int = 6
    """Taken off world stability by each open crisis, times its severity over 3."""
    stability_war: int = 20
    stability_fear: int = 400
    """Permille of mean insecurity taken off world stability."""
    stability_war_keeps: int = 800
    stability_hardship: int = 3
    """Taken off it by each misfortune that is still asking for help, times its severity over 3."""
    stability_general_war: int = 20
    """Taken off it by a general war beside the war itself."""
    general_war_nations: int = 6
    """Nations in one war from which it counts as general, if no great powers face each other in it."""

    # The end
    end_more: int = 500
    """Permille chance that a game with an uncertain end goes on beyond its announced end, drawn again a turn later."""
    end_most: int = 2
    """Most turns it may go on."""
    last_breach: int = 3
    """Permille of the score that each point of trust costs which a word broken in the last turn would have cost."""
    broken_word: int = 1
    """The same for words broken before: what a government gave its name for is part of what it is judged by."""

    # Bands through which others are seen
    band_readiness: int = 20
    band_support: int = 10
    band_treasury: int = 6
    band_autonomy: int = 20
    band_trust: int = 20
    sharp_from: tuple[int, int] = (45, 70)
    """Intelligence from which all bands are half as wide, and a quarter."""
    known_turns: int = 2
    """Turns for which a mission's finding is exact."""


DEFAULT_RULES = Rules()
