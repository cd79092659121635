"""Clauses by which nations work together short of a guarantee: one class a clause, as in `clauses`."""

from collections.abc import Iterator
from typing import Literal

from game.core.duties import Back, Contribute, Duty, Guard, Matter, Pay, Provide, Relieve, Standardise, ThreatKind
from game.core.record import record

HIDDEN_HANDS: tuple[ThreatKind, ...] = ("cyber", "sabotage")
"""What is done unseen, and what a declared answer is declared to."""


def others(parties: tuple[str, ...], nation: str) -> tuple[str, ...]:
    """The parties without one of them."""
    return tuple(party for party in parties if party != nation)


@record(kw_only=True)
class Standardisation:
    """Parties bring arms and procedures to one standard (the first NATO agreements of 1950)."""

    kind: Literal["standardisation"] = "standardisation"

    def duties(self, treaty: str, parties: tuple[str, ...]) -> Iterator[Duty]:
        """A Standardise for every party."""
        for by in parties:
            yield Standardise(by, others(parties, by), treaty)


@record(kw_only=True)
class IntegratedCommand:
    """Parties put forces under one command in peacetime (SHAPE, 1951)."""

    kind: Literal["integrated_command"] = "integrated_command"
    share: int = 40
    """Per cent of the half of each party's forces that may leave home: 20-100."""

    def duties(self, treaty: str, parties: tuple[str, ...]) -> Iterator[Duty]:
        """A Contribute to the command for every party."""
        for by in parties:
            yield Contribute(by, others(parties, by), treaty, "command", self.share)


@record(kw_only=True)
class PersonnelExchange:
    """Officers serve in each other's staffs and schools: familiarity against misreading."""

    kind: Literal["personnel_exchange"] = "personnel_exchange"
    level: int = 1
    """1 (a few officers) or 2 (whole staffs and courses)."""

    def duties(self, treaty: str, parties: tuple[str, ...]) -> Iterator[Duty]:
        """A Provide of familiarity for every party."""
        for by in parties:
            yield Provide(by, others(parties, by), treaty, "familiarity", self.level)


@record(kw_only=True)
class CyberDefence:
    """Parties look for hidden hands together and help whoever is hit."""

    kind: Literal["cyber_defence"] = "cyber_defence"

    def duties(self, treaty: str, parties: tuple[str, ...]) -> Iterator[Duty]:
        """A Provide of help for every party."""
        for by in parties:
            yield Provide(by, others(parties, by), treaty, "cyber")


@record(kw_only=True)
class CyberDeterrence:
    """Parties declare how they will answer a hidden hand that is found."""

    kind: Literal["cyber_deterrence"] = "cyber_deterrence"
    answer: Literal["defensive", "offensive"] = "defensive"
    """defensive: denounce it together; offensive: strike back by the same means."""

    def duties(self, treaty: str, parties: tuple[str, ...]) -> Iterator[Duty]:
        """A Guard without forces for every party."""
        kind: Literal["denounce", "retaliate"] = "denounce" if self.answer == "defensive" else "retaliate"
        for by in parties:
            yield Guard(by, others(parties, by), treaty, (), HIDDEN_HANDS, (), "automatic", 0, kind)


@record(kw_only=True)
class TechnologyTransfer:
    """One party hands its technology to the others, turn by turn (mutual assistance, licences, joint production)."""

    kind: Literal["technology_transfer"] = "technology_transfer"
    donor: str
    """The party that gives."""
    amount: int = 1
    """RP a turn it spends on each other party that is behind it: 1-4."""

    def duties(self, treaty: str, parties: tuple[str, ...]) -> Iterator[Duty]:
        """A Provide of technology for the donor."""
        if self.donor in parties:
            yield Provide(self.donor, others(parties, self.donor), treaty, "technology", self.amount)


@record(kw_only=True)
class Resilience:
    """Each party invests in what lets its society and economy take a shock (NATO's baseline requirements, 2016)."""

    kind: Literal["resilience"] = "resilience"
    amount: int = 2
    """RP a turn: 2, 4 or 6."""

    def duties(self, treaty: str, parties: tuple[str, ...]) -> Iterator[Duty]:
        """A Pay into its own resilience for every party."""
        for by in parties:
            yield Pay(by, others(parties, by), treaty, 0, resilience=self.amount)


@record(kw_only=True)
class DisasterResponse:
    """When a disaster strikes one party, each of the others gives relief."""

    kind: Literal["disaster_response"] = "disaster_response"
    amount: int = 1
    """RP from each of the others: 1-4."""

    def duties(self, treaty: str, parties: tuple[str, ...]) -> Iterator[Duty]:
        """A Relieve for every party."""
        for by in parties:
            yield Relieve(by, others(parties, by), treaty, "disaster", self.amount)


@record(kw_only=True)
class Peacekeeping:
    """Parties send forces to keep the peace where a case has come to blows or has frozen."""

    kind: Literal["peacekeeping"] = "peacekeeping"
    area: tuple[str, ...] = ()
    """Theatres in which they do; empty means anywhere."""
    forces: int = 1
    """FP from each party that is no side of the case: 1-4."""

    def duties(self, treaty: str, parties: tuple[str, ...]) -> Iterator[Duty]:
        """A Contribute to the peace for every party."""
        for by in parties:
            yield Contribute(by, others(parties, by), treaty, "peace", self.forces, self.area)


@record(kw_only=True)
class Reconstruction:
    """A party that war has struck is helped to rebuild."""

    kind: Literal["reconstruction"] = "reconstruction"
    amount: int = 1
    """RP a turn from each of the others, as long as one rebuilds: 1-4."""

    def duties(self, treaty: str, parties: tuple[str, ...]) -> Iterator[Duty]:
        """A Relieve after war for every party."""
        for by in parties:
            yield Relieve(by, others(parties, by), treaty, "war", self.amount)


@record
class Favour:
    """One party's promise to stand behind another in a named matter."""

    by: str
    whom: str
    matter: Matter
    """case: when `whom` is challenged; claim: when it presses a demand; motion: when its motion is voted on."""
    about: str = ""
    """The nation its case or claim is against, or the kind of its motion; empty for any."""


@record(kw_only=True)
class MutualSupport:
    """I back your candidate, you back my motion: what makes favours tradable."""

    kind: Literal["mutual_support"] = "mutual_support"
    favours: tuple[Favour, ...]
    """Who stands behind whom, and in what."""

    def duties(self, treaty: str, parties: tuple[str, ...]) -> Iterator[Duty]:
        """A Back for every favour between parties."""
        for favour in self.favours:
            if favour.by in parties and favour.whom in parties:
                yield Back(favour.by, favour.whom, treaty, favour.matter, favour.about)
