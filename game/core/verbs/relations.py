"""Verbs of what nations are to each other and to their own people."""

from game.core.arith import clamp, faded
from game.core.orders import Exercise
from game.core.record import replace
from game.core.relations import drilled, interop, reason_now
from game.core.verbs.changing import Changing
from game.core.world import Contact, ContactKind, Reason, ReasonKind


class Relations(Changing):
    """Trust, provocation, practice, claims, support; exercises and missions."""

    def shift_trust(self, holder: str, other: str, points: int, kind: ReasonKind, about: str = "") -> None:
        """Add a dated reason to what `holder` thinks of `other`; reasons of one kind merge."""
        key, pair = self._pair(holder, other)
        old = pair.trust.get(holder, ())
        tenths = points * 10
        kept: list[Reason] = []
        for reason in old:
            if reason.kind == kind and kind not in ("standing", "history"):
                tenths += reason_now(self.world(), reason)
            else:
                kept.append(reason)
        kept.append(Reason(kind, clamp(tenths, -1000, 1000), self.turn, about))
        self.pairs[key] = replace(pair, trust={**pair.trust, holder: tuple(kept)})
        self._tell("trust", holder, (other,), points, kind, about, audience=(holder, other))

    def provoke(self, holder: str, other: str, points: int, why: str, about: str = "") -> None:
        """`holder` is provoked by `other`."""
        key, pair = self._pair(holder, other)
        kept = (*pair.provocation.get(holder, ()), Reason("provoked", points * 10, self.turn, about))
        recent = tuple(reason for reason in kept if self.turn - reason.since < 12)
        self.pairs[key] = replace(pair, provocation={**pair.provocation, holder: recent})
        self._tell("provoked", holder, (other,), points, why, about)

    def practise(self, a: str, b: str, points: int, why: str, about: str = "", skill: str = "", kept: int = 0) -> None:
        """Two nations' forces learn to work together, and keep `kept` points of a `skill` in practice for a while."""
        key, pair = self._pair(a, b)
        before = drilled(self.world(), a, b)
        value = clamp(before + points, 0, 100)
        practice = pair.practice
        if skill:
            old = practice.get(skill)
            left = faded(old.tenths, self.turn - old.since, self.rules.practice_keeps) if old is not None else 0
            practice = {**practice, skill: Reason("exercise", clamp(left + kept * 10, 0, 100), self.turn)}
        self.pairs[key] = replace(pair, interop=value, interop_turn=self.turn, practice=practice)
        self._tell("interop", a, (b,), value - before, why, about, text=skill)

    def keep_standard(self, a: str, b: str, gain: int, about: str) -> None:
        """Two nations work to one standard: half of what has faded since last turn comes back, and a little more."""
        now = drilled(self.world(), a, b)
        # Rounded up, or what is small would never come back.
        half = -(-now * (1000 - self.rules.interop_keeps) // 2000)
        self.practise(a, b, half + gain, "standards", about)

    def meet(self, a: str, b: str, points: int, kind: ContactKind) -> None:
        """People of two nations meet; contacts of one kind merge. What their staffs agreed is nobody else's news."""
        before = interop(self.world(), a, b)
        key, pair = self._pair(a, b)
        tenths = points * 10
        for had in pair.contacts:
            if had.kind == kind:
                tenths += faded(had.tenths, self.turn - had.since, self.rules.familiar_keeps)
        kept = tuple(had for had in pair.contacts if had.kind != kind)
        contact = Contact(kind, min(1000, tenths), self.turn)
        self.pairs[key] = replace(pair, contacts=(*kept, contact))
        self._tell("familiarity", a, (b,), points, kind, audience=(a, b))
        agreed = interop(self.world(), a, b) - before
        if agreed:
            self._tell("interop", a, (b,), agreed, "mission", audience=(a, b))

    def end_claim(self, holder: str, other: str, about: str) -> None:
        """A claim is settled for good."""
        key, pair = self._pair(holder, other)
        if holder in pair.claims:
            self.pairs[key] = replace(pair, claims=tuple(name for name in pair.claims if name != holder))
            self._tell("claim_ended", holder, (other,), about=about)

    def shift_support(self, who: str, points: int, why: str, about: str = "") -> None:
        """Move domestic support within 0-100."""
        nation = self.nations[who]
        value = clamp(nation.support + points, 0, 100)
        if value != nation.support:
            self.nations[who] = replace(nation, support=value)
            self._tell("support", who, amount=value - nation.support, why=why, about=about, audience=(who,))

    def learn(self, who: str, other: str) -> None:
        """A mission brings home another's exact figures for some turns."""
        nation = self.nations[who]
        until = self.turn + self.rules.known_turns
        self.nations[who] = replace(nation, known={**nation.known, other: until})
        self._tell("known", who, (other,), until, audience=(who,))

    def hold_exercise(self, participants: tuple[str, ...], exercise: Exercise) -> None:
        """Record a joint exercise and whether it was announced; its text is its emphasis, or that it was of relief."""
        why = "unannounced" if not exercise.notified else "observed" if exercise.observers else "notified"
        kind = exercise.form if exercise.form != "field" else exercise.emphasis
        self._tell("exercise_held", participants[0], participants[1:], exercise.scale, why, exercise.theatre, text=kind)

    def note_incident(self, who: str, rival: str, theatre: str) -> None:
        """An exercise near a rival went wrong."""
        self._tell("incident", who, (rival,), about=theatre)

    def miss_exercise(self, who: str, treaty: str) -> None:
        """Record that nobody met a nation on its exercise."""
        self._tell("exercise_missed", who, about=treaty, audience=(who,))

    def send_mission(self, who: str, other: str, form: str) -> None:
        """Record a mission abroad."""
        self._tell("mission", who, (other,), why=form, audience=(who, other))
