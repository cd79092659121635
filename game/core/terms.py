"""Terms: the named parts of a decision. An answer is the list of its terms, and words are made from nothing else."""

from typing import Literal, TypeAlias

from game.core.record import record

TermName: TypeAlias = Literal[
    "security",  # more or less secure under it
    "shared_threat",  # a threat both parties face
    "no_shared_threat",  # nothing both fear
    "denial",  # what a rival would gain by the other's fall
    "entrapment",  # being drawn into the other's quarrels
    "autonomy",  # freedom of action given up
    "cost",  # resource points it costs a turn
    "receipts",  # resource points it brings
    "trade",  # income one would lose by the other's slump
    "trust",  # trust in the other parties
    "affinity",  # likeness of doctrine, weighed by how divided the world is
    "fellowship",  # governments that answer to voters, where most of the world's power does
    "detachment",  # having no quarrels, and wanting no share in others'
    "wary",  # what the partner itself could do to one
    "weight",  # the partner's weight in the world
    "provocation",  # the anger of those it is aimed at
    "objective",  # one's own stated or secret aims
    "aim_autonomy",  # a stated aim to be free to act so far
    "aim_security",  # a stated aim to be safe so far
    "redundant",  # existing treaties already give it
    "overstretch",  # promises beyond the forces there are
    "forsaken",  # having been failed by the one who had promised aid
    "aspiration",  # the least it would take today
    "temper",  # the ruler's private humour
    "reputation",  # what breaking one's word would cost
    "toll",  # what taking up another's quarrel costs with one's own people
    "losses",  # forces likely to be lost
    "tie",  # what the treaties are worth that a rupture would cut
    "price",  # what a blow without forces costs
    "wider",  # that a general war would come of it
    "slip",  # that it comes to blows though nobody chose it
    "stakes",  # what is at stake in the crisis
    "held",  # chance of being held
    "balance",  # local balance of forces
    "resolve",  # how much it is wanted
    "audience",  # what stepping back would cost at home and abroad
    "earmark",  # forces promised and to hand
    "home",  # needs at home
    "standing",  # influence it brings or costs
    "favour",  # being backed, or having to back
    "knowledge",  # what others' eyes let one see
    "ratification",  # that it may fail at home, one's own or another's
    "leak",  # that a secret may become known
]


Tone: TypeAlias = Literal["cordial", "plain", "firm", "sharp"]
"""How something is said: an explicit choice, never read from the words."""
TONES: tuple[Tone, ...] = ("cordial", "plain", "firm", "sharp")


@record
class Term:
    """One named part of a decision, in tenths of a point; positive speaks for, negative against."""

    name: TermName
    tenths: int
    about: str = ""
    """A nation, treaty or crisis the term is about; empty when it is about nothing in particular."""
