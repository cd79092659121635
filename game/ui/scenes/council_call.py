"""The window in which a vote is called: what kind of motion, what it is about, what it does and costs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.core.acts import Act, CallVote
from game.core.charters import MOTION_KINDS, MotionKind
from game.core.councils import beneath_creed
from game.core.options import live_crises
from game.core.world import State, Treaty
from game.reports.council_words import MOTION_WORDS, RULE_MEANS, motion_means
from game.reports.grammar import capital, counted, figure
from game.reports.words import crisis_name, name_bare, theatre, title_in_sentence
from game.ui import theme
from game.ui.kit import Button, Caption, Column, Dialog, Dropdown, Label, Quiet, Slot, Stepper, Ui, Widget
from game.ui.scenes.draft_terms import field, threats_known
from game.ui.session import Session

Do = Callable[[Act, str], object]
NOBODY: dict[MotionKind, str] = {
    "suspend": "There is no member it could be about.",
    "expel": "There is no member it could be about.",
    "lift": "No member is suspended.",
    "fund": "There is no member to pay.",
    "statement": "There is no nation outside to speak to.",
    "waive": "There is no nation outside that does not meet the creed.",
    "invoke": "No case is open against a member from outside.",
}
"""Why a kind of motion has nothing to be about."""


def subjects(world: State, treaty: Treaty, kind: MotionKind, me: str) -> tuple[str, ...]:
    """What a motion of this kind may be about: nations, or cases for `invoke`; empty where it names neither."""
    outside = tuple(
        sorted((one for one in world.nations if one not in treaty.parties), key=lambda n: name_bare(world, n))
    )
    match kind:
        case "suspend":
            return tuple(one for one in treaty.active if one != me)
        case "expel":
            return tuple(one for one in treaty.parties if one != me)
        case "lift":
            return tuple(one for one in treaty.suspended if one != me)
        case "fund":
            return treaty.active
        case "statement":
            return outside
        case "waive":
            as_members = replace(treaty, parties=outside)
            return tuple(one for one in beneath_creed(world, as_members) if one not in treaty.waived)
        case "invoke":
            return tuple(
                key
                for key, crisis in live_crises(world)
                if crisis.stage == "open" and crisis.target in treaty.active and crisis.challenger not in treaty.parties
            )
        case "plan" | "dissolve":
            return ()


class CallVoteDialog:
    """The choice of a motion; nothing is moved until the button is pressed."""

    def __init__(self, ui: Ui, session: Session, key: str, do: Do) -> None:
        self.session = session
        self.treaty = session.world.treaties[key]
        self._do = do
        rules = session.world.rules
        self.act = self._begun(CallVote(treaty=key, motion="plan"))
        kinds = Dropdown(
            [(kind, capital(MOTION_WORDS[kind])) for kind in MOTION_KINDS],
            self.act.motion,
            self._kind,
            label="Motion",
            key="motion-kind",
        )
        self._subject = Slot(self._about(), key="motion-about")
        self._means = Slot(Quiet(motion_means(rules, self.act.motion)), key="motion-means")
        charter = self.treaty.charter
        left = session.me.initiatives
        cost = (
            f"It takes one of {counted(left, 'initiative')}, and your vote is for it."
            if left
            else f"It takes an initiative, which costs {figure(rules.initiative_price)} influence; your vote is for it."
        )
        self._send = Button("Call the vote", self._go, kind="primary", problem=self._problem(), key="call-send")
        cancel = Button("Do not call it", lambda: self.dialog.cancel())
        body = Column(
            field("Motion", kinds),
            self._subject,
            self._means,
            Label(RULE_MEANS[charter.rule]) if charter is not None else None,
            Caption(f"{cost} It is final once sent."),
            gap=theme.BETWEEN,
        )
        self.dialog = Dialog(
            f"Call a vote in {title_in_sentence(self.treaty.title)}",
            body,
            [cancel, self._send],
            confirm=self._send,
            widest=600,
        )
        self.dialog.open(ui, kinds)

    # --- choosing

    def _begun(self, act: CallVote) -> CallVote:
        """The motion with the first subject its kind may have."""
        world, me = self.session.world, self.session.nation
        found = subjects(world, self.treaty, act.motion, me)
        first = found[0] if found else ""
        if act.motion == "plan":
            return replace(act, nation="", crisis="", theatre=world.nations[me].home, amount=0)
        if act.motion == "invoke":
            return replace(act, nation="", crisis=first, theatre="", amount=0)
        amount = 1 if act.motion == "fund" else 0
        return replace(act, nation=first, crisis="", theatre="", threat="armed_attack", amount=amount)

    def _kind(self, kind: MotionKind) -> None:
        self.act = self._begun(replace(self.act, motion=kind))
        self._subject.put(self._about())
        self._means.put(Quiet(motion_means(self.session.world.rules, kind)))
        self._changed()

    def _set(self, **terms: object) -> None:
        self.act = replace(self.act, **terms)  # type: ignore[arg-type]
        self._changed()

    def _changed(self) -> None:
        self._send.problem = self._problem()

    def _problem(self) -> str:
        return " ".join(problem.text for problem in self.session.problems(self.act))

    def _about(self) -> Widget:
        """What is still to be chosen for this kind of motion."""
        world, act = self.session.world, self.act
        if act.motion == "dissolve":
            return Label("The motion is about the alliance itself.")
        if act.motion == "plan":
            places = [(one, capital(theatre(world, one))) for one in world.theatres]
            threats = [(one, capital(words)) for one, words in threats_known(world).items()]
            return Column(
                field(
                    "Where",
                    Dropdown(places, act.theatre, lambda v: self._set(theatre=v), label="Where", key="motion-theatre"),
                ),
                field(
                    "Against what",
                    Dropdown(
                        threats, act.threat, lambda v: self._set(threat=v), label="Against what", key="motion-threat"
                    ),
                ),
                gap=theme.INSIDE,
            )
        found = subjects(world, self.treaty, act.motion, self.session.nation)
        if not found:
            return Label(NOBODY[act.motion], colour=theme.WORSE)
        if act.motion == "invoke":
            cases = [(one, capital(crisis_name(world, one))) for one in found]
            return field(
                "Which case",
                Dropdown(cases, act.crisis, lambda v: self._set(crisis=v), label="Which case", key="motion-crisis"),
            )
        whom = [(one, name_bare(world, one)) for one in found]
        chooser = field(
            "Whom", Dropdown(whom, act.nation, lambda v: self._set(nation=v), label="Whom", key="motion-nation")
        )
        if act.motion != "fund":
            return chooser
        amount = Stepper(
            act.amount, lambda v: self._set(amount=v), least=1, most=world.rules.fund_most, unit="RP",
            label="From each", key="motion-amount",
        )  # fmt: skip
        return Column(
            chooser, field("From each", amount, Caption("paid by every other member, next turn")), gap=theme.INSIDE
        )

    # --- sending

    def _go(self) -> None:
        if self._send.works:
            self.dialog.close()
            self._do(self.act, f"The {MOTION_WORDS[self.act.motion]} has been put to the council.")
