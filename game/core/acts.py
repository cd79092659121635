"""What a nation may do live. An act takes effect at once and is final once another has seen it."""

from typing import Annotated, Literal, TypeAlias

from pydantic import Discriminator

from game.core.charters import Choice, MotionKind
from game.core.crises import Grade, OfferTerms
from game.core.drafts import Draft
from game.core.duties import ThreatKind
from game.core.record import record
from game.core.terms import Term, Tone


@record(kw_only=True)
class Message:
    """Words to other nations. Free, and binding nobody."""

    kind: Literal["message"] = "message"
    to: tuple[str, ...]
    text: str
    """At most 2000 characters."""
    tone: Tone = "plain"


@record(kw_only=True)
class Propose:
    """Open a thread with a draft treaty. Costs one initiative."""

    kind: Literal["propose"] = "propose"
    draft: Draft
    turns: int = 1
    """Turns for which it stands after this one: 0-4."""
    tone: Tone = "plain"
    because: tuple[Term, ...] = ()


@record(kw_only=True)
class Counter:
    """Put another draft in place of the one on the table. Free, once a turn in a thread."""

    kind: Literal["counter"] = "counter"
    thread: str
    revision: int
    """Number of the revision it answers."""
    draft: Draft
    tone: Tone = "plain"
    because: tuple[Term, ...] = ()
    changed_for: Term | None = None
    """What the change is for, told to all at the table: what spoke against the draft before, or what it brings."""


@record(kw_only=True)
class Accept:
    """Agree to exactly one revision. The treaty is signed when all parties agree to the same one."""

    kind: Literal["accept"] = "accept"
    thread: str
    revision: int
    because: tuple[Term, ...] = ()


@record(kw_only=True)
class Refuse:
    """Refuse one revision, truthfully saying what decided it and what would be signed instead."""

    kind: Literal["refuse"] = "refuse"
    thread: str
    revision: int
    because: tuple[Term, ...] = ()
    instead: Draft | None = None
    tone: Tone = "plain"


@record(kw_only=True)
class Recall:
    """Take one's own proposal off the table, truthfully saying what decided it."""

    kind: Literal["recall"] = "recall"
    thread: str
    because: tuple[Term, ...] = ()


@record(kw_only=True)
class Withdraw:
    """Announce leaving a treaty; its duties end when the notice has run."""

    kind: Literal["withdraw"] = "withdraw"
    treaty: str
    because: tuple[Term, ...] = ()


@record(kw_only=True)
class Press:
    """Press a demand: in a case that is brewing, or a new one. Costs one initiative."""

    kind: Literal["press"] = "press"
    target: str
    grade: Grade = "warning"
    crisis: str = ""
    """The brewing case; empty to raise a new one."""
    tone: Tone = "plain"
    because: tuple[Term, ...] = ()


@record(kw_only=True)
class ConsultAct:
    """Take the counsel a treaty promises about an open crisis. Costs one initiative."""

    kind: Literal["consult"] = "consult"
    treaty: str
    crisis: str


@record(kw_only=True)
class Invoke:
    """As the target, call the treaty's parties to one's aid before the sealed rounds."""

    kind: Literal["invoke"] = "invoke"
    treaty: str
    crisis: str
    because: tuple[Term, ...] = ()


@record(kw_only=True)
class Mediate:
    """As a third nation both sides trust, carry words between them. Costs one initiative, once a case."""

    kind: Literal["mediate"] = "mediate"
    crisis: str
    because: tuple[Term, ...] = ()


@record(kw_only=True)
class CallVote:
    """Put a motion to the council of a chartered treaty; its mover votes for it. Costs one initiative."""

    kind: Literal["call_vote"] = "call_vote"
    treaty: str
    motion: MotionKind
    nation: str = ""
    """Whom it is about: the member to suspend, restore or expel, the one paid, admitted or spoken to."""
    crisis: str = ""
    """The case the council would take for its own, where the motion is `invoke`."""
    theatre: str = ""
    """Where a plan is for."""
    threat: ThreatKind = "armed_attack"
    """What a plan is for."""
    amount: int = 0
    """RP that each member is to pay, where the motion is `fund`."""
    because: tuple[Term, ...] = ()


@record(kw_only=True)
class Offer:
    """As one side of a case, give way before the sealed call, or offer to meet half way; in a war, sue for peace."""

    kind: Literal["offer"] = "offer"
    crisis: str
    terms: OfferTerms = "compromise"
    """compromise: half way, agreed when both sides have offered it; give_way: the other side has it."""
    because: tuple[Term, ...] = ()


@record(kw_only=True)
class Warn:
    """As a third nation, say in public that one would not stand by. Costs one initiative, and face if one then does."""

    kind: Literal["warn"] = "warn"
    crisis: str
    because: tuple[Term, ...] = ()


@record(kw_only=True)
class Broker:
    """Propose a draft between others without being party to it. Costs one initiative."""

    kind: Literal["broker"] = "broker"
    draft: Draft
    turns: int = 1
    """Turns for which it stands after this one: 0-4."""
    tone: Tone = "plain"
    because: tuple[Term, ...] = ()


@record(kw_only=True)
class StatePublicly:
    """Say before everybody whom one stands by, whom one warns, or which promise one will keep. Costs one initiative."""

    kind: Literal["state_publicly"] = "state_publicly"
    what: Literal["support", "warning", "commitment"]
    nation: str = ""
    """Whom it speaks for, or warns; empty for a commitment."""
    treaty: str = ""
    """What it commits itself to; empty otherwise."""
    because: tuple[Term, ...] = ()


@record(kw_only=True)
class Lobby:
    """Spend influence on the odds that a nation ratifies a treaty signed this turn."""

    kind: Literal["lobby"] = "lobby"
    treaty: str
    nation: str
    influence: int = 1
    """Influence spent."""
    against: bool = False
    because: tuple[Term, ...] = ()


@record(kw_only=True)
class AskPrice:
    """Ask a nation what exactly it would sign instead. Costs influence; the answer goes to the asker alone."""

    kind: Literal["ask_price"] = "ask_price"
    thread: str
    nation: str


@record(kw_only=True)
class NamePrice:
    """Answer a price asked: every draft one would sign today, or none."""

    kind: Literal["name_price"] = "name_price"
    thread: str
    to: str
    drafts: tuple[Draft, ...] = ()
    because: tuple[Term, ...] = ()


@record(kw_only=True)
class Vote:
    """Vote on a motion. Free, once."""

    kind: Literal["vote"] = "vote"
    motion: str
    choice: Choice
    because: tuple[Term, ...] = ()


@record(kw_only=True)
class Accuse:
    """As the victim of a hidden hand, name a nation for it, proved or not. Costs one initiative, once a misfortune."""

    kind: Literal["accuse"] = "accuse"
    misfortune: str
    suspect: str
    because: tuple[Term, ...] = ()


Act: TypeAlias = Annotated[
    Message
    | Propose
    | Counter
    | Accept
    | Refuse
    | Recall
    | Withdraw
    | Press
    | ConsultAct
    | Invoke
    | Mediate
    | Offer
    | Warn
    | Broker
    | StatePublicly
    | Lobby
    | AskPrice
    | NamePrice
    | CallVote
    | Vote
    | Accuse,
    Discriminator("kind"),
]
