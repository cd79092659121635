"""The numbers of talk: tone, familiarity, ratification, public words, brokers and secrets. Part of `Rules`."""

from game.core.record import record


@record(kw_only=True)
class TalkRules:
    """As in `Rules`: points unless said otherwise, ratios in permille."""

    # Tone and misreading
    trust_tone: tuple[int, int, int, int] = (1, 0, -1, -3)
    """What a cordial, plain, firm, sharp word does to the trust of the one addressed."""
    tone_most: int = 3
    """Most that cordial words together may add: nobody is talked into an alliance."""
    tone_distrusted: int = -20
    """Own distrust from which the public likes a sharp word, and an open one minds a cordial one, by a point."""
    cost_tone: tuple[int, int, int, int] = (-1, 0, 1, 3)
    """Added to what going back costs a challenger, by the tone of its demand (audience costs)."""
    trust_misread: tuple[int, int, int, int] = (-1, -2, -3, -5)
    """What a cordial, plain, firm, sharp word costs when it is taken worse than meant."""
    trust_misread_exercise: int = -4
    """The same, both ways, when an exercise goes badly."""

    support_stakes: int = 20
    """Stakes of a case for each RP that speaking up in it costs, rounded up: supplies sent, trade forgone.
    Sanctions fall on those who impose them too (Hufbauer, Schott & Elliott 1990 in kind, ours in size)."""

    # Familiarity, index (of people rather than of arms)
    familiar_visit: int = 10
    familiar_attache: int = 4
    familiar_staff_talks: int = 6
    familiar_exchange: int = 15
    """For each level at which officers are exchanged by treaty."""
    familiar_treaty: int = 8
    """For each treaty in force that both are party to, up to `familiar_treaties`."""
    familiar_treaties: int = 24
    familiar_practice: int = 500
    """Permille of interoperability that counts: those who have trained together know each other."""
    familiar_keeps: int = 900
    """Permille of a contact left after each turn."""
    misread: int = 120
    """Permille chance a turn that one misreads another at full cultural distance and no familiarity."""

    # Ratification (Putnam 1988), per cent
    ratification: int = 92
    """Odds = this + (support - 50) + security gained - 3 x autonomy short of what is wanted. A government signs what it
    expects to carry: few signed treaties have failed at home (Versailles 1919, the European Army 1954)."""
    ratification_shortfall: int = 3
    ratification_closed: int = 95
    """The odds where the regime score is below 0."""
    ratification_least: int = 5
    ratification_most: int = 98
    ratification_share: int = 660
    """Permille of the signatories that must ratify for a treaty of several to enter into force among them."""
    lobby_points: int = 8
    """Points of odds an influence spent on lobbying moves."""
    lobby_most: int = 3
    """Most influence spent in one act."""
    influence_not_ratified: int = -1
    support_not_ratified: int = -2
    trust_not_ratified: int = -4

    # Public statements (audience costs, Fearon 1994)
    statement_turns: int = 4
    """Turns for which a statement counts, the one in which it was made included."""
    credibility_stated: int = 8
    """Added to a Guard publicly spoken for by an open regime."""
    credibility_stated_closed: int = 4
    hold_warned: int = 5
    """Added to the chance of being held where a guarantor has publicly warned the challenger."""
    trust_stood_by: int = 3
    provoked_statement: int = 8
    support_broke_word: int = -6
    support_broke_word_closed: int = -2
    trust_broke_word: int = -6

    # Asking, brokering, secrets
    price_ask: int = 1
    """Influence that asking a price costs."""
    broker_trust: int = 5
    """Least trust of every party in a broker."""
    influence_brokered: int = 1
    trust_brokered: int = 4
    leak: int = 20
    """Permille chance a turn that a secret treaty becomes known: leak + leak_sight for each point by which the
    best outsider's intelligence is above the parties' mean + leak_party for each party over two, never less than 5."""
    leak_sight: int = 2
    leak_party: int = 10
    trust_secret: int = -10
    """What a secret treaty aimed at a nation costs each party with it, once known."""
    trust_secret_partner: int = -3
    """The same with other treaty partners, kept in the dark, when all hear of it."""
    provoked_secret: int = 10
    support_secret: int = -4
    """What an open government pays at home when it turns out to have bound its country to war without asking."""
