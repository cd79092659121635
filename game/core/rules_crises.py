"""The numbers of crises, misfortunes and the clash. Part of `Rules`, kept apart for length alone."""

from game.core.record import record
from game.core.rules_councils import CouncilRules


@record(kw_only=True)
class CrisisRules(CouncilRules):
    """Tunable numbers of crises; a scenario may override any of them in its `[rules]` table."""

    # Challenges (Signorino & Tarar 2006): EU = (1-h)V + h(wV - c)
    opportunity: int = 60
    """Permille chance a turn that a hostile nation finds an opportunity against one target."""
    opportunity_hostility: int = 35
    """Least hostility at which a nation looks for one."""
    opportunity_balance: int = 250
    """Permille of the forces that would meet, from which a nation looks for one: nobody tries what is hopeless."""
    challenge_cost: int = 40
    challenge_breach: int = 10
    """Added cost of challenging a nation one has promised to leave alone."""
    challenge_nuclear: int = 20
    """Added cost under a nuclear guarantor whose pledge is at least half credible."""
    strike_cost: int = 40
    """Cost of the strike itself, in points, once the sealed rounds have shown who stands where."""
    freeze_share: int = 500
    """Permille of the cost of stepping back that letting a case freeze costs."""
    deploy_fp: int = 5
    """FP sent to a case by one RP, rounded up: promises kept cost money too. A step from home costs as much again."""
    deploy_wear: int = 10
    """Points of readiness that sending all its forces to another's case would cost a nation; a part costs its part."""
    toll_sent: int = 280
    """Permille of the score that sending all its forces into another's quarrel in its own theatre costs a government;
    each step of the way as much again, a part of the forces its part (Mueller 1973 in kind: a people counts what a war
    that is not its own costs it; the size is ours)."""
    toll_spoken: int = 1000
    """Thousandths of a permille of it for each point of the stakes where it only speaks up, and forgoes trade."""
    toll_trust: int = 500
    """Thousandths of a per cent by which each point of trust in the one that is helped makes its people less unwilling
    (Tomz & Weeks 2021: who is known as a friend is helped more readily)."""
    toll_rivalry: int = 500
    """The same for each point of its own rivalry with the other side: the quarrel is half its own."""
    toll_least: int = 25
    toll_most: int = 200
    """Least and most per cent of unwillingness."""
    toll_support: int = 100
    """Thousandths of a point of support that each permille of the toll costs at home."""
    broken_consulted: int = 750
    broken_own_way: int = 500
    """Permille of what breaking an automatic Guard costs in trust, at home and in the score that breaking one after
    consultation, or one in its own way, does: as the credibility each gave (after Fearon 1997 in kind: who ties his
    hands loosely stakes less on the knot)."""
    resolve_scale: int = 6
    """Scale of the logistic draw of resolve, in points of expected utility."""
    hold_base: int = 30
    """Base chance of being held: hold_base + support/5 + best credibility/2."""
    cost_back_down: tuple[int, int, int] = (3, 6, 12)
    """What going back costs a challenger after a request, a warning, an ultimatum, in points."""
    cost_round: int = 2
    """Added to it by each sealed round that was played (audience costs)."""

    ties_base: int = 20
    """Weight of any nation in a quarrel between friends, before its influence."""
    ties_influence: int = 10
    """Weight a point of influence adds there; half of it for those who take a side."""
    society_base: int = 20
    """Weight on either side where a society is to be shaken, before support and half the intelligence of each."""
    society_came: int = 30
    society_support: int = 15
    """Weight each nation that comes, or that speaks up, adds to such a target."""
    mediation: int = 50
    """Per cent chance that a mediator finds terms both will look at, with a quarter of both sides' trust and what
    follows here; whether they take them is theirs to say."""
    mediation_influence: int = 3
    mediation_offer: int = 20
    mediation_grade: int = 10
    mediation_again: int = 10
    mediation_war: int = 15
    """Taken off: a step of the demand's grade, for each who has tried before, in a war."""
    mediation_cover: int = 500
    """Permille of what going half way costs at home that is left where somebody both trust proposed it (Allee & Huth
    2006 in kind: a third party's word is political cover)."""
    influence_mediation_failed: int = -1
    """For a mediator that came back with nothing."""
    trust_spurned: int = -4
    """What a mediator thinks less of a side that refused the terms it brought."""
    warning_most: int = 8
    """Percentage points a public warning adds to the chance of being held, at most; all of them at most twice that."""
    warning_share: int = 500
    """Permille of the audience cost of a broken pledge that an empty warning costs at home (Fearon 1994)."""
    early_concession: int = 500
    """Permille of what giving way costs at home where no demand has been pressed yet."""
    rivals_least: int = 30
    """Rivalry from which two nations count as rivals."""
    estranged: int = 70
    """Permille chance a turn that a nation short of the autonomy it wants takes issue with an ally or a guest."""
    estranged_weight: int = 500
    """Permille of its own capability from which it does so: from the lesser there is no freedom to be won back."""

    # How cases end, in points
    support_concession: int = 250
    """Permille of the stakes a target's support falls by when it concedes."""
    support_compromise: int = 100
    """The same when it settles half way."""
    support_settled: int = 1
    """What support gains in a challenger that has been met half way."""
    support_won: int = 3
    """What support gains when a challenge is held, or succeeds."""
    support_back_down: int = 500
    """Permille of the cost of stepping back that support falls by."""
    provoked_came: int = 15
    """How much a challenger is provoked by each nation that came."""
    provoked_support: int = 5
    provoked_warning: int = 3
    provoked_frozen: int = 6
    """How much each side is provoked by a case that is left as it stands."""
    provoked_exercise: int = 2
    """How much a hostile neighbour is provoked by an exercise, a step of scale; half if it was notified."""
    trust_struck: int = -25
    trust_entrapped: int = -8
    """What drawing an ally into a fight without hearing of terms costs with it (Snyder 1984)."""
    trust_abandoned: int = -6
    """What a nation abandoned by all it called thinks less of every other guarantor of its own."""
    mediator_trust: int = 5
    """Least trust each side must have in a mediator whose word closes a case."""
    settlement_turns: int = 8
    """Turns a settlement binds the two that made it."""
    trust_settled: int = 5

    # Misfortunes
    disaster: int = 60
    """Permille chance a turn that a disaster strikes somebody, where the scenario knows a kind that may."""
    relief_per_severity: int = 2
    """RP that meet a misfortune, a step of severity."""
    relief_support_met: int = 2
    relief_support_unmet: int = -2
    """Support a step of severity when less than half is met; half of it when less than all is."""
    trust_relief: int = 8
    """For each who gave, when it was met; half when it was met in part (Kelman: it fades fast)."""
    trust_keeps_relief: int = 700
    price_covert: int = 2
    attribution: int = 20
    """Per cent chance a turn that a hidden hand is found: attribution + half the target's intelligence +
    attribution_shared for the highest level at which another lets it see - a quarter of the culprit's intelligence."""
    attribution_shared: int = 10
    attribution_turns: int = 2
    trust_accused: int = -8
    """What a nation that is accused thinks less of its accuser, guilty or not."""
    trust_wronged: int = -15
    trust_wronged_onlooker: int = -3
    """What it thinks less once it is shown to have been another, and what each of its treaty partners does."""
    suspected_from: int = 20
    """Hostility toward the victim from which a nation is suspected of a hidden hand's work."""
    trust_attributed: int = -15
    trust_attributed_onlooker: int = -5
    provoked_attributed: int = 15

    # Shocks to income
    slump_keeps: int = 800
    """Permille of a fall in income that is left a turn later (an eighth after four years; Reinhart & Rogoff 2014)."""
    slump_most: int = 500
    """Permille of its income that a nation can lose to shocks, however many."""
    slump_met: int = 500
    """Permille of what a shock took that relief in full gives back at once; half of it where part came."""

    # The clash
    clash_loser: int = 200
    """Permille of its engaged forces the loser loses."""
    clash_winner: int = 100
    war_loss: int = 4
    """A clash that costs both sides together at least this many FP counts as a war."""
    war_starts: int = 10
    """A clash that costs both sides together at least this many FP does not end with the day."""
    war_turns: int = 3
    """Turns after which a war ends by exhaustion."""
    war_support: int = 4
    """Support each nation in arms loses a turn; half where the regime score is below 0 (Mueller 1973)."""
    war_collapse: int = 15
    """Support below which a side can fight no longer; a quarter of the forces it began with is the other limit."""
    aftermath_turns: int = 3
    """Turns after a war in which help is asked for (Collier et al. 2003: half of all wars return within a decade)."""
    support_quarter: int = 250
    """A supporter counts this many thousandths of the forces it could have sent."""
