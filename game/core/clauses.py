"""One class a clause: its fields are its terms, `duties()` says what it obliges each party to do."""

from collections.abc import Iterator
from typing import Annotated, Literal, TypeAlias

from pydantic import Discriminator

from game.core.duties import (
    Abstain,
    AbstainFrom,
    Automaticity,
    Consult,
    Costs,
    Duty,
    Formula,
    Guard,
    Pay,
    Provide,
    ThreatKind,
    Train,
)
from game.core.joint_work import (
    CyberDefence,
    CyberDeterrence,
    DisasterResponse,
    IntegratedCommand,
    MutualSupport,
    Peacekeeping,
    PersonnelExchange,
    Reconstruction,
    Resilience,
    Standardisation,
    TechnologyTransfer,
    others,
)
from game.core.record import record
from game.core.restraints import ArmsLimits, ConfidenceBuilding


@record(kw_only=True)
class MutualDefence:
    """An attack on one is answered by all (North Atlantic Treaty Art. 5; Triple Alliance 1882)."""

    kind: Literal["mutual_defence"] = "mutual_defence"
    area: tuple[str, ...] = ()
    """Theatres in which the guarantee holds; empty means anywhere."""
    threats: tuple[ThreatKind, ...] = ("armed_attack",)
    """Kinds of threat that count as the case the treaty means."""
    against: tuple[str, ...] = ()
    """Nations whose attack counts; empty means any (Dunkirk 1947 named Germany alone)."""
    automaticity: Automaticity = "consulted"
    """automatic; consulted (after consultation); own_way (by each one's constitutional processes)."""
    earmark: int = 40
    """Per cent of the half of each party's forces that may leave home, reserved for this treaty: 10-100."""

    def duties(self, treaty: str, parties: tuple[str, ...]) -> Iterator[Duty]:
        """A Guard for every party toward all others."""
        for by in parties:
            yield Guard(
                by,
                others(parties, by),
                treaty,
                self.area,
                self.threats,
                self.against,
                self.automaticity,
                self.earmark,
            )


@record(kw_only=True)
class Consultation:
    """Parties take counsel when one is threatened (North Atlantic Treaty Art. 4; ANZUS Art. III)."""

    kind: Literal["consultation"] = "consultation"
    area: tuple[str, ...] = ()
    """Theatres in which it holds; empty means anywhere."""

    def duties(self, treaty: str, parties: tuple[str, ...]) -> Iterator[Duty]:
        """A Consult for every party."""
        for by in parties:
            yield Consult(by, others(parties, by), treaty, self.area)


@record(kw_only=True)
class JointExercises:
    """Parties train together, at each party's home in rotation."""

    kind: Literal["joint_exercises"] = "joint_exercises"
    per_year: int = 1
    """Exercises a year: 1-4."""
    scale: int = 1
    """Size of each: 1 (staff and a few units) to 3 (the great autumn manoeuvres)."""
    costs: Costs = "equal"
    """Who pays: equal shares, or by income."""

    def duties(self, treaty: str, parties: tuple[str, ...]) -> Iterator[Duty]:
        """A Train for every party."""
        for by in parties:
            yield Train(by, others(parties, by), treaty, self.per_year, self.scale, self.costs)


@record(kw_only=True)
class BurdenSharing:
    """Parties share what their security costs (the capability goals of 1952; two per cent; the common budgets)."""

    kind: Literal["burden_sharing"] = "burden_sharing"
    target: int = 25
    """Per cent of income, 5-60: of one's own if pledged or for a fund, otherwise of all parties' together."""
    formula: Formula = "pledged"
    """pledged: each spends its own share on its own forces; fund: each pays it into a common fund; equal, by_income,
    by_capability: what all together owe is divided so, and bases, forces abroad, intelligence and relief count too."""

    def duties(self, treaty: str, parties: tuple[str, ...]) -> Iterator[Duty]:
        """A Pay for every party."""
        for by in parties:
            yield Pay(by, others(parties, by), treaty, self.target, 0, self.formula)


@record(kw_only=True)
class NonAggression:
    """Parties press no demands on each other (ATOP's non-aggression pledge)."""

    kind: Literal["non_aggression"] = "non_aggression"

    def duties(self, treaty: str, parties: tuple[str, ...]) -> Iterator[Duty]:
        """An Abstain from pressing for every party."""
        for by in parties:
            yield Abstain(by, others(parties, by), treaty, ("press",))


@record(kw_only=True)
class Neutrality:
    """Parties neither press each other nor join others against each other (ATOP's neutrality pledge)."""

    kind: Literal["neutrality"] = "neutrality"
    unallied: bool = False
    """Whether they also keep out of alliances aimed at each other (Finland 1948)."""

    def duties(self, treaty: str, parties: tuple[str, ...]) -> Iterator[Duty]:
        """An Abstain from pressing and from joining for every party, and from hostile alliances where it says so."""
        acts: tuple[AbstainFrom, ...] = ("press", "join", "ally_with") if self.unallied else ("press", "join")
        for by in parties:
            yield Abstain(by, others(parties, by), treaty, acts)


@record(kw_only=True)
class IntelligenceSharing:
    """Parties let each other see: estimates sharpen by level (the British-American agreement of 1946)."""

    kind: Literal["intelligence_sharing"] = "intelligence_sharing"
    level: int = 1
    """1 (summaries) to 3 (everything)."""

    def duties(self, treaty: str, parties: tuple[str, ...]) -> Iterator[Duty]:
        """A Provide of intelligence for every party."""
        for by in parties:
            yield Provide(by, others(parties, by), treaty, "intelligence", self.level)


@record(kw_only=True)
class CapacityBuilding:
    """One party helps the others stand on their own feet (Marshall aid; military assistance)."""

    kind: Literal["capacity_building"] = "capacity_building"
    donor: str
    """The party that gives."""
    amount: int = 1
    """RP a turn to each other party: 1-6."""
    training: int = 0
    """Instructors sent to the others: 0 (none) to 3 (whole schools)."""

    def duties(self, treaty: str, parties: tuple[str, ...]) -> Iterator[Duty]:
        """A Pay for the donor, and a Provide of training where it sends instructors."""
        if self.donor in parties:
            takers = others(parties, self.donor)
            yield Pay(self.donor, takers, treaty, 0, self.amount)
            if self.training:
                yield Provide(self.donor, takers, treaty, "training", self.training)


@record(kw_only=True)
class Basing:
    """One party opens its bases to the others (Keflavik, Porkkala, the Azores)."""

    kind: Literal["basing"] = "basing"
    host: str
    """The party whose home theatre the others may reach a step sooner."""

    def duties(self, treaty: str, parties: tuple[str, ...]) -> Iterator[Duty]:
        """A Provide of a base for the host."""
        if self.host in parties:
            yield Provide(self.host, others(parties, self.host), treaty, "base")


Clause: TypeAlias = Annotated[
    MutualDefence
    | Consultation
    | NonAggression
    | Neutrality
    | ConfidenceBuilding
    | ArmsLimits
    | JointExercises
    | Standardisation
    | IntegratedCommand
    | PersonnelExchange
    | IntelligenceSharing
    | CyberDefence
    | CyberDeterrence
    | CapacityBuilding
    | TechnologyTransfer
    | Basing
    | BurdenSharing
    | Resilience
    | DisasterResponse
    | Peacekeeping
    | Reconstruction
    | MutualSupport,
    Discriminator("kind"),
]

ClauseType: TypeAlias = (
    type[MutualDefence]
    | type[Consultation]
    | type[NonAggression]
    | type[Neutrality]
    | type[ConfidenceBuilding]
    | type[ArmsLimits]
    | type[JointExercises]
    | type[Standardisation]
    | type[IntegratedCommand]
    | type[PersonnelExchange]
    | type[IntelligenceSharing]
    | type[CyberDefence]
    | type[CyberDeterrence]
    | type[CapacityBuilding]
    | type[TechnologyTransfer]
    | type[Basing]
    | type[BurdenSharing]
    | type[Resilience]
    | type[DisasterResponse]
    | type[Peacekeeping]
    | type[Reconstruction]
    | type[MutualSupport]
)

CLAUSES: tuple[ClauseType, ...] = (
    MutualDefence,
    Consultation,
    NonAggression,
    Neutrality,
    ConfidenceBuilding,
    ArmsLimits,
    JointExercises,
    Standardisation,
    IntegratedCommand,
    PersonnelExchange,
    IntelligenceSharing,
    CyberDefence,
    CyberDeterrence,
    CapacityBuilding,
    TechnologyTransfer,
    Basing,
    BurdenSharing,
    Resilience,
    DisasterResponse,
    Peacekeeping,
    Reconstruction,
    MutualSupport,
)
"""Every clause there is, in the order in which a treaty lists them."""

TERM_RANGES: dict[tuple[str, str], tuple[int, int, int]] = {
    ("mutual_defence", "earmark"): (10, 100, 10),
    ("joint_exercises", "per_year"): (1, 4, 1),
    ("joint_exercises", "scale"): (1, 3, 1),
    ("burden_sharing", "target"): (5, 60, 5),
    ("intelligence_sharing", "level"): (1, 3, 1),
    ("capacity_building", "amount"): (1, 6, 1),
    ("capacity_building", "training"): (0, 3, 1),
    ("technology_transfer", "amount"): (1, 4, 1),
    ("personnel_exchange", "level"): (1, 2, 1),
    ("integrated_command", "share"): (20, 100, 20),
    ("disaster_response", "amount"): (1, 4, 1),
    ("peacekeeping", "forces"): (1, 4, 1),
    ("reconstruction", "amount"): (1, 4, 1),
    ("resilience", "amount"): (2, 6, 2),
    ("arms_limits", "ceiling"): (0, 300, 10),
}
"""Least, most and step of every term that is a number."""
