"""Verbs of resources and forces."""

from game.core.arith import clamp
from game.core.burden import BurdenRow
from game.core.events import EventKind
from game.core.orders import Sheet
from game.core.record import replace
from game.core.terms import Term
from game.core.verbs.changing import Audience, Changing


class Books(Changing):
    """What a nation has: points, influence, initiatives, forces, readiness, orders."""

    def receive_income(self, who: str, lost: int = 0) -> None:
        """A turn's income arrives, less what a shock has taken of it."""
        nation = self.nations[who]
        self.nations[who] = replace(nation, treasury=nation.treasury + nation.income - lost)
        self._tell("income", who, amount=nation.income - lost)

    def spend(self, who: str, amount: int, why: str, about: str = "") -> None:
        """RP leave the treasury for good. What others cannot see bought, they do not hear of."""
        nation = self.nations[who]
        self.nations[who] = replace(nation, treasury=nation.treasury - amount)
        kind: EventKind = "upkeep" if why == "upkeep" else "home_need" if why == "home" else "spent"
        self._tell(kind, who, amount=-amount, why=why, about=about, audience=(who,))

    def pay(self, payer: str, payee: str, amount: int, about: str, audience: Audience = None) -> None:
        """RP change hands: what one loses the other gains."""
        giver, taker = self.nations[payer], self.nations[payee]
        self.nations[payer] = replace(giver, treasury=giver.treasury - amount)
        self.nations[payee] = replace(taker, treasury=taker.treasury + amount)
        self._tell("paid", payer, (payee,), amount, about=about, audience=audience)

    def pay_into_fund(self, who: str, treaty_id: str, amount: int) -> None:
        """RP go into a treaty's common fund."""
        nation, treaty = self.nations[who], self.treaties[treaty_id]
        self.nations[who] = replace(nation, treasury=nation.treasury - amount)
        self.treaties[treaty_id] = replace(treaty, fund=treaty.fund + amount)
        self._tell("fund_paid", who, amount=-amount, about=treaty_id, audience=self.treaty_audience(treaty_id))

    def draw_fund(self, treaty_id: str, amount: int, why: str, to: str = "") -> None:
        """A treaty's common fund pays for something, or makes good what one of its parties has lost."""
        treaty = self.treaties[treaty_id]
        self.treaties[treaty_id] = replace(treaty, fund=treaty.fund - amount)
        if to:
            self.nations[to] = replace(self.nations[to], treasury=self.nations[to].treasury + amount)
        audience = self.treaty_audience(treaty_id)
        self._tell("fund_drawn", to, amount=amount, why=why, about=treaty_id, audience=audience)

    def share_out_fund(self, treaty_id: str, parties: tuple[str, ...]) -> None:
        """What is left in the fund of a treaty that ended goes back to its last parties, odd points to the first."""
        treaty = self.treaties[treaty_id]
        self.treaties[treaty_id] = replace(treaty, fund=0)
        audience = self.treaty_audience(treaty_id)
        for place, name in enumerate(parties):
            part = (treaty.fund + len(parties) - 1 - place) // len(parties)
            nation = self.nations[name]
            self.nations[name] = replace(nation, treasury=nation.treasury + part)
            self._tell("fund_drawn", name, amount=part, why="ended", about=treaty_id, audience=audience)

    def plead(self, who: str, treaty_id: str, term: Term) -> None:
        """The decisive reason why a share was not borne, for all who know the treaty."""
        audience = self.treaty_audience(treaty_id)
        self._tell("pleaded", who, about=treaty_id, terms=(term,), audience=audience)

    def publish_burden(self, treaty_id: str, rows: tuple[BurdenRow, ...], fair: int) -> None:
        """The burden table of a turn, for all who know the treaty; what each put in is kept until the next."""
        treaty = self.treaties[treaty_id]
        self.treaties[treaty_id] = replace(treaty, paid={row.nation: row.paid for row in rows})
        audience = self.treaty_audience(treaty_id)
        self._tell("burden", whom=treaty.parties, amount=fair, about=treaty_id, audience=audience, rows=rows)

    def earn(self, who: str, amount: int, why: str) -> None:
        """RP that opportunity brings."""
        nation = self.nations[who]
        self.nations[who] = replace(nation, treasury=nation.treasury + amount)
        self._tell("earned", who, amount=amount, why=why)

    def send_excess_home(self, who: str) -> None:
        """A treasury holds at most one turn's income."""
        nation = self.nations[who]
        excess = nation.treasury - nation.income
        if excess > 0:
            self.nations[who] = replace(nation, treasury=nation.income)
            self._tell("excess_home", who, amount=-excess, audience=(who,))

    def shift_influence(self, who: str, amount: int, why: str, about: str = "") -> None:
        """Move influence, within 0 and its cap."""
        nation = self.nations[who]
        value = clamp(nation.influence + amount, 0, self.rules.influence_cap)
        if value != nation.influence:
            self.nations[who] = replace(nation, influence=value)
            self._tell("influence", who, amount=value - nation.influence, why=why, about=about)

    def grant_initiatives(self, who: str, fresh: int) -> None:
        """A new turn's initiatives, with what may be kept of the last turn's; ids start anew."""
        nation = self.nations[who]
        kept = min(nation.initiatives, self.rules.initiatives_kept)
        self.nations[who] = replace(nation, initiatives=fresh + kept, made=0)
        self._tell("initiatives", who, amount=fresh + kept, why="granted", audience=(who,))

    def use_initiative(self, who: str, what: str) -> None:
        """One initiative is used, bought with influence when none is left."""
        if self.nations[who].initiatives < 1:
            self.shift_influence(who, -self.rules.initiative_price, "initiative")
        else:
            nation = self.nations[who]
            self.nations[who] = replace(nation, initiatives=nation.initiatives - 1)
        self._tell("initiatives", who, amount=-1, why=what, audience=(who,))

    def raise_forces(self, who: str, fp: int) -> None:
        """New forces come into being."""
        nation = self.nations[who]
        self.nations[who] = replace(nation, forces=nation.forces + fp)
        self._tell("forces_raised", who, amount=fp)

    def lose_forces(self, who: str, fp: int, about: str) -> None:
        """Forces are lost, those standing abroad last; as many come home as the half that may be away shrinks by."""
        nation = self.nations[who]
        left = max(0, nation.forces - fp)
        standing = dict(nation.standing)
        for theatre in sorted(standing):
            over = sum(standing.values()) - left // 2
            if over > 0:
                standing[theatre] = max(0, standing[theatre] - over)
        self.nations[who] = replace(nation, forces=left)
        self._tell("forces_lost", who, amount=left - nation.forces, about=about)
        self.station(who, {theatre: held for theatre, held in standing.items() if held})

    def shift_readiness(self, who: str, points: int, why: str) -> None:
        """Move readiness within 0-100."""
        nation = self.nations[who]
        value = clamp(nation.readiness + points, 0, 100)
        if value != nation.readiness:
            self.nations[who] = replace(nation, readiness=value)
            self._tell("readiness", who, amount=value - nation.readiness, why=why, audience=(who,))

    def bear_toll(self, who: str, points: int, about: str) -> None:
        """What standing by another in its quarrel costs a government with its own people."""
        nation = self.nations[who]
        self.nations[who] = replace(nation, toll=nation.toll + points)
        self._tell("toll", who, amount=points, about=about, audience=(who,))

    def shift_technology(self, who: str, points: int, about: str) -> None:
        """Move technology within 0-100."""
        nation = self.nations[who]
        value = clamp(nation.technology + points, 0, 100)
        if value != nation.technology:
            self.nations[who] = replace(nation, technology=value)
            self._tell("technology", who, amount=value - nation.technology, about=about)

    def shift_resilience(self, who: str, points: int, about: str) -> None:
        """Move resilience within 0-100."""
        nation = self.nations[who]
        value = clamp(nation.resilience + points, 0, 100)
        if value != nation.resilience:
            self.nations[who] = replace(nation, resilience=value)
            self._tell("resilience", who, amount=value - nation.resilience, about=about)

    def station(self, who: str, standing: dict[str, int]) -> None:
        """Say where forces stand away from home."""
        nation = self.nations[who]
        for theatre in dict.fromkeys((*nation.standing, *standing)):
            change = standing.get(theatre, 0) - nation.standing.get(theatre, 0)
            if change:
                self._tell("standing", who, amount=change, about=theatre)
        self.nations[who] = replace(nation, standing=dict(standing))
        self._world = self._table = None

    def commit_sheet(self, who: str, sheet: Sheet, why: str = "") -> None:
        """A sealed sheet becomes the nation's orders.

        `why` says what was left of one that could no longer be met as written: "cut" to garrisons and exercises, "bare"
        where forces only stay where they stand, "recalled" where they come home.
        """
        self.nations[who] = replace(self.nations[who], sheet=sheet)
        self._tell("sheet_committed", who, why=why, audience=(who,))

    def file_sheet(self, who: str) -> None:
        """Orders that are carried out are put away."""
        self.nations[who] = replace(self.nations[who], sheet=None)
        self._tell("sheet_committed", who, why="done", audience=())
