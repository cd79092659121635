"""How much each consideration counts: the one set of numbers every honest mind uses in every era.

A point is a point of decision value: one point of security near the middle of the scale, or one point of autonomy
lost below what a nation wants. Values here are floats; terms are rounded to tenths of a point when they are named.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Weights:
    """Weights of the terms of a decision, in points unless said otherwise.

    One set is another only where it is the same: they are looked up all the time, and never compared by content.
    """

    # Security is worth most to those who have least: points per point of the index, by level.
    security_steps: tuple[tuple[int, float], ...] = ((40, 1.6), (60, 1.2), (80, 0.8), (100, 0.35))
    """Upper end of each step of the index, and what one point of security is worth within it."""

    provocation: float = 0.25
    """What raised anger counts for beside the security it costs: a shield is there to be resented."""
    drawn_in: float = 0.3
    """What being drawn into a partner's quarrels counts for beside the security it costs: it can be weighed when the
    case comes."""
    calmed: float = 0.5
    """What a rival's promise to press nothing counts for beside the security it would bring if it were sure."""

    shared_threat: float = 12.5
    """Times the logarithm of the part of one's fears a partner ties down (Walt 1987)."""
    no_shared_threat: float = 8.0
    """What is missing in a guarantee against named nations that do not threaten both."""
    wary: float = 2.5
    """Times the logarithm of the threat a partner is itself."""
    quarrels: float = 2.0
    """Times the logarithm of the rivals a partner has, beside its own size: those would be one's own."""
    weight: float = 1.0
    """Times the logarithm of a partner's capability: the great are sought for their own sake."""
    fellowship: float = 11.0
    """Two that answer to voters, in a world where all power does (Deutsch 1957); by its cube where part does."""
    detachment: float = 14.0
    """What staying out is worth to those who have no quarrels at all and want as much freedom as `detachment_at`."""
    detachment_at: float = 60.0
    nothing_there: float = 0.6
    """Part of it that falls away toward one with no quarrels at all: there is nothing to stay out of."""
    nothing_brought: float = 1.0
    """The same toward one with no quarrels who would join a pact one is in already."""
    side_taken: float = 0.4
    """Part of it that falls away toward the allies of an ally."""
    of_an_order: float = 0.5
    """Part of its wish to stand apart that a nation keeps toward a pact of several that has long stood."""

    second_pact: float = 10.0
    """What it costs to be in two pacts of several, none of one's partners in the first being in the second."""
    attention: float = 0.5
    """Each ally there is already, to one more promise to talk: its part of an alliance, as all terms about partners."""

    denial: float = 130.0
    """Times rival's hostility x own weight against it x partner's worth x what falls in its chance of falling."""
    denial_base: float = 0.45
    """Worth of a partner's ground alone; its share of capability in tenths is added, up to 1 in all."""

    autonomy_above: float = 0.25
    """The first point of autonomy given up by a nation that is wholly free; each further point is dearer."""
    autonomy_below: float = 0.85
    """A point at what is wanted."""
    autonomy_deep: float = 0.01
    """What each further point below it costs more than the last, halved."""

    drill_beyond: float = 4.0
    """An FP of exercises promised beyond what may leave home: it will be missed, and remembered."""
    resource: float = 2.4
    """One RP a turn to a nation with nothing to spare; less to one with more."""
    resource_once: float = 0.8
    """One RP once."""
    resource_ease: float = 4.0
    """Free RP a turn at which a point is worth half of that."""
    own_forces_relief: float = 0.5
    """Part of a pledge on own forces that counts as cost: the rest buys forces one has oneself."""

    trust: float = 0.12
    """A point of trust in a partner."""
    distrust: float = 0.22
    """A point of slight distrust."""
    distrust_doubles: float = 50.0
    """Distrust at which a point of it weighs twice as much."""
    partner_hostility: float = 0.03
    """A point of a partner's own hostility above `partner_wary`."""
    partner_wary: int = 25

    affinity: float = 8.0
    """Likeness of doctrine in a world divided in two."""

    objective: float = 30.0
    """All of a nation's objectives together; each counts by its share of the authored points."""
    overstretch: float = 0.08
    """A point of coverage lost."""
    temper: float = 9.0
    """Most that private humour adds or takes."""
    temper_voting: float = 0.7
    """Part of it that counts over who may join a treaty one shares with others."""

    forsaken: float = 3.0
    """A pledge of aid to one that its guarantor has just failed, and that is far from safe."""

    # Lesser promises
    aid_armed: float = 0.5
    """Part of what is given that a giver counts on as the partner's own forces."""
    knowledge: float = 1.2
    """What partners' intelligence is worth, all of it, at each level of sharing; more to the unsafe."""
    leak: float = 0.03
    """Each level of sharing, for each point that trust in a partner falls short of `leak_trust`."""
    leak_trust: int = 40
    tied_hands: float = 0.12
    """A point of one's own hostility, above that from which one would press, toward a nation to be left alone."""
    contradiction: float = 7.0
    """What a promise that goes against another promise costs."""
    through_patron: float = 0.5
    """Part of it that counts toward one whose guarantor the other promise is aimed at."""
    aloof: float = 18.0
    """Times the rival's hostility x weight against it: what it is worth that a neighbour stands aside from it."""
    foothold: float = 24.0
    """Times rival's hostility x own weight against it x the part of one's forces a base brings nearer."""

    # Joint work and restraint
    officers: float = 2.0
    """Officers on exchange, a level, with a nation that shares nothing of one's culture."""
    watch: float = 3.0
    """Partners in looking for hidden hands, to one that is hated without reserve."""
    sturdy: float = 0.35
    """Part of its cost that investment in resilience is worth at 50; twice that at 0."""
    neighbourly: float = 1.5
    """A promise of relief among those who trust each other half way."""
    calm: float = 1.0
    """A peace that is kept."""
    detached: float = 0.8
    """An FP kept where others want it; all of what may leave under one command."""
    reassured: float = 5.0
    """Notice of exercises between two that are hostile without reserve and near: fewer alarms to be wrong about."""
    ceiling: float = 4.0
    """A ceiling over one that is hostile without reserve and near."""
    favour: float = 1.5
    """Being backed in the one matter one cares for."""

    strength: tuple[tuple[str, float], ...] = (
        ("mutual_defence", 1.0),
        ("consultation", 0.6),
        ("intelligence_sharing", 0.3),
        ("joint_exercises", 0.25),
        ("basing", 0.25),
        ("capacity_building", 0.15),
        ("burden_sharing", 0.1),
    )
    """How much of an alliance each kind of clause makes, for terms that are about the partner, not the duty."""

    # The least it takes to sign
    aspiration: float = 1.0
    aspiration_need: float = 0.02
    """Taken off it for each point of security below 50."""
    aspiration_hardens: float = 1.0
    """Added for each further negotiation the same nation has opened this turn or last, up to two."""
    aspiration_least: float = 0.2
    aspiration_light: float = 0.5
    """Part of it held out for over what is no alliance at all."""
    aspiration_patience: float = 0.3
    """Added, in proportion to the turns still to come, while a nation is safe: what is not urgent can wait."""

    # Proposing
    promising: float = 2.0
    """Least first look at a partner from which it is thought of at all."""
    eager_side: float = 0.05
    """Part of what an alliance is worth to the keener side that counts for a first look, beside the other's."""
    text_rests: int = 4
    """Turns for which nobody asks the same partners for another text of what was settled."""
    propose_own: float = 1.0
    """Least own value of what is proposed."""
    propose_others: float = -1.0
    """Least estimated surplus of every other party above its aspiration."""
    far_from_willing: float = 4.0
    """Points below that at which a nation is left out of a coalition without trying it in a smaller one."""
    propose_others_share: float = 0.5
    """Weight of the least eager party beside one's own value when drafts are compared."""
    threads_a_turn: int = 1
    """Most negotiations a nation opens in a turn: few words, well chosen."""
    search_steps: int = 4
    """Edits a search for a better draft walks from the one on the table."""
    search_among: int = 3
    """Most parties to a draft for which a better one is searched: among more, what they name themselves is weighed."""
    haggle: float = 2.0
    """How much better for both together a price must make a draft before it is named."""
    shortlist: int = 5
    """Partners that are thought of in a turn: the most promising."""
    agenda: int = 2
    """Ideas after which no further partner is thought of."""

    # Leaving and withholding
    leave_below: float = -8.0
    """Worth of a treaty to its party below which it is denounced."""
    leave_wronged: float = -2.0
    """The same for one that a partner left alone when it was called under it: nobody will blame it."""
    withhold_word: float = 2.0
    """What withholding a promised gift costs in good name with each who was to have it."""
    gift_grudged: float = 0.5
    """Part of the cost of a gift that still counts once it has been promised."""
    share_word: float = 4.0
    """What bearing one's share of a common burden is worth in good name before one partner; less before many."""
    share_standing: float = 0.8
    """What it is worth to a nation that has influence to lose."""
    reputation_abstain: float = 3.0
    """What joining against a nation one had promised to stand aside from costs."""

    # Sealed answers
    reputation: tuple[tuple[str, float], ...] = (("automatic", 7.0), ("consulted", 4.5), ("own_way", 2.5))
    """What breaking a Guard costs in the eyes of its ward, by its automaticity."""
    reputation_onlooker: float = 0.4
    """Added for each other partner who watches."""
    reputation_home: float = 1.5
    """Added where a parliament asks."""
    reputation_least: float = 0.0
    """Part of all this that counts for the least scrupulous temper; the most scrupulous counts it `reputation_most`."""
    reputation_most: float = 0.95
    reputation_guarantor: float = 1.0
    """What silence costs a treaty partner who was not called."""
    crisis_trust: float = 0.06
    """A point of trust in the target."""
    crisis_denial: float = 40.0
    """Times challenger's hostility x own weight against it x the target's worth x stakes over 40."""
    crisis_security: float = 20.0
    """Times the part of one's own protection that the target gives x stakes over 40."""
    crisis_solidarity: float = 0.3
    """What standing together counts for beside the change it makes to balance and chance of a strike."""
    crisis_losses: float = 90.0
    """Times the part of one's forces expected to be lost."""
    crisis_home: float = 0.15
    """A point of security missing below 50, times the part of one's forces that leaves."""
    crisis_tired: float = 0.06
    """A point of support missing below 50 in a government that is asked to take up another's quarrel."""
    support_share: float = 0.4
    """How much of what coming does a supporter does."""
    mediate_trust: int = -10
    """Least trust in either side of a nation that offers to mediate."""
    mediate_gain: float = 2.0
    """What the offer is worth in standing."""
    concession_face: float = 6.0
    """What giving way costs a target beside the stakes."""
    firm_face: float = 1.5
    """What being seen to hold is worth."""
    settle_calm: float = 0.35
    """Part of the security that settling with a rival would give that counts: it may come back all the same."""
    compromise_gain: float = 0.3
    """Part of the stakes a compromise is worth to the challenger."""
    accuse_standing: float = 3.0
    """What being right about a hidden hand is worth, and being wrong costs."""
    word_cost: float = 0.8
    """What the initiative for mediating or warning is worth."""
    warn_meant: int = 35
    """Least credibility of its own pledge at which a guarantor warns: others would not heed one they doubt."""
    warn_gain: float = 2.0
    """Times the stakes times the chance by which a warning makes a challenge less likely."""
    warn_anger: float = 0.1
    """A point by which the challenger is provoked."""
    war_cost: float = 12.0
    """What another turn of war costs beside the stakes."""
    war_tired: float = 0.3
    """A point of support missing below 50 while it lasts."""
    compromise_share: float = 0.2
    """Part of the stakes a target expects to give by a compromise."""
    compromise_calms: float = 0.5
    """What is left of the chance of a strike when the target negotiates."""

    # Challenges
    raise_least: float = 4.0
    """Points a fresh demand must promise before a nation raises it unprompted."""
    warning_from: float = 3.0
    ultimatum_from: float = 9.0
    """Points of worth, resolve included, from which a demand is pressed more sharply."""

    press_word: float = 14.0
    """What pressing a nation one had promised to leave alone costs in good name."""
    boldness: float = 0.0
    """Points added to what a demand promises to a bold government, taken from what it promises to a timid one."""

    # Orders
    arms: float = 1.0
    """How eagerly what is left over goes into forces and readiness."""
    ceremony: float = 1.0
    """How eagerly missions are sent."""
    cordial_from: int = 15
    """Trust from which one writes cordially."""
    firm_below: int = -30
    """Trust below which one writes firmly."""
    observers: bool = False
    """Sends attachés, who look, where others send officers and ministers, who talk."""
    levy: float = 1.0
    """Times the cost of what a council asks of all for the sake of one."""
    denounce: float = 1.0
    """Times what joint words against a nation that is feared are worth."""
    broker_every: int = 3
    """Turns from one offer to stand between others to the next."""
    toward_aims: float = 1.0
    """Part of the way to the security it has set itself as an aim that a nation arms by itself."""

    # The second level and public words
    not_ratified: float = 2.5
    """What it costs a government that its own country does not ratify what it signed."""
    influence_point: float = 1.5
    """What a point of influence is worth."""
    influence_kept: int = 1
    """Influence that is not spent on lobbying or prices."""
    price_worth: float = 4.0
    """Least worth of a refused draft for which a price is asked."""
    word_holds: float = 0.3
    """Part of the stake in a case that a public word is worth: by so much the ward is held better."""
    word_support: float = 0.25
    """A point of support lost by a word not kept."""
    word_judged: float = 2.0
    """How much dearer a point it is judged by is that its word costs for good than one that a draft may bring."""
    word_effort: float = 0.3
    """What a statement's initiative is worth."""
    leak_partner: float = 0.4
    """What it costs that a partner kept in the dark finds out."""
    leak_named: float = 2.0
    """The same for a nation a secret treaty is aimed at."""
    leak_home: float = 1.0
    leak_turns: int = 6
    """Turns over which a leak is thought of."""
    broker_trust: int = 15
    """Least trust on which a mind offers to stand between others."""
    broker_content: int = 5
    """Influence from which it does so no more."""
    broker_friends: int = 3

    # Misfortunes
    relief_trust: float = 0.08
    """A point of trust in the one that was struck."""
    relief_ally: float = 3.0
    """What helping one bound to oneself by a guarantee is worth in good name."""
    relief_partner: float = 1.5
    """The same for a partner of any other treaty."""
    relief_hostility: float = 0.06
    """A point of own hostility toward it."""
    relief_severity: float = 0.5
    """A step of severity: what strikes hard moves people at home."""
    relief_point: float = 0.8
    """What an RP given costs, at an income of ten RP; less to the rich."""
    covert_hostility: int = 60
    """Least hostility toward a nation against which sabotage is thought of."""
    covert_found: int = 50
    """Most per cent chance of being found, over the whole search, that is risked: likelier unseen than seen."""
    covert_idle: int = 4
    """RP that must be left in hand beyond its price."""
    covert_often: int = 250
    """Permille of the turns in which a closed regime that may do it does; an open one does it a third as often."""


WEIGHTS = Weights()


def tenths(points: float) -> int:
    """Points as whole tenths, rounded half away from zero."""
    return int(points * 10 + 0.5) if points >= 0 else -int(-points * 10 + 0.5)
