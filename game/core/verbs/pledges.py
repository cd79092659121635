"""Verbs of the second level: ratification, lobbying, brokering, prices, public words, secrets that come out."""

from game.core.accession import left_at_the_door
from game.core.councils import signatories, without
from game.core.drafts import Draft
from game.core.record import replace
from game.core.statements import alive
from game.core.verbs.changing import Changing, rest
from game.core.world import Price, Question, Statement


class Pledges(Changing):
    """What becomes of a signature at home and abroad, and what is said before everybody."""

    def ratify(self, who: str, treaty_id: str, percent: int, carried: bool) -> None:
        """A country has been asked for its consent, against such odds, and gave it or not."""
        treaty = self.treaties[treaty_id]
        parties = signatories(treaty)
        why = "" if treaty.signed == self.turn else "new_text"
        if treaty.coming is not None and not carried:
            # A new text that one country refuses is no text: the old one stands, opened to the other newcomers if any.
            rest_of = left_at_the_door(self.world(), treaty_id, who)
            self.treaties[treaty_id] = replace(treaty, coming=rest_of, lobbied=treaty.lobbied if rest_of else {})
            why = "left_at_the_door" if rest_of else why
        self._tell("ratified" if carried else "not_ratified", who, rest(parties, who), percent, why, about=treaty_id)

    def narrow(self, treaty_id: str, parties: tuple[str, ...]) -> None:
        """A treaty remains between those who ratified it."""
        treaty = self.treaties[treaty_id]
        lost = tuple(name for name in treaty.parties if name not in parties)
        for name in lost:
            treaty = without(treaty, name)
        self.treaties[treaty_id] = treaty
        self._tell("narrowed", lost[0], lost[1:], len(parties), about=treaty_id)

    def lobby(self, who: str, nation: str, treaty_id: str, points: int) -> None:
        """Influence is brought to bear on a nation's consent to a treaty."""
        treaty = self.treaties[treaty_id]
        lobbied = {**treaty.lobbied, nation: treaty.lobbied.get(nation, 0) + points}
        self.treaties[treaty_id] = replace(treaty, lobbied=lobbied)
        self._tell("lobbied", who, (nation,), points, about=treaty_id)

    def conclude_brokered(self, thread_id: str) -> None:
        """A draft that a third nation put between others has been signed."""
        thread = self.threads[thread_id]
        audience = thread.table if thread.latest.draft.secret else None
        self._tell("brokered", thread.by, thread.parties, about=thread_id, draft=thread.latest.draft, audience=audience)

    def ask_price(self, who: str, thread_id: str, nation: str) -> None:
        """A nation is asked what exactly it would sign."""
        one, number = self.nations[nation], len(self.threads[thread_id].revisions)
        self.nations[nation] = replace(one, questions=(*one.questions, Question(who, thread_id, number)))
        self._tell("asked_price", who, (nation,), number, about=thread_id, audience=(who, nation))

    def name_price(self, who: str, thread_id: str, to: str, drafts: tuple[Draft, ...]) -> None:
        """It says so, to the asker alone."""
        mine, theirs = self.nations[who], self.nations[to]
        asked = next(one for one in mine.questions if one.by == to and one.thread == thread_id)
        self.nations[who] = replace(mine, questions=tuple(one for one in mine.questions if one is not asked))
        price = Price(who, thread_id, asked.revision, self.turn, drafts)
        self.nations[to] = replace(theirs, prices=(*theirs.prices, price))
        self._tell(
            "named_price", who, (to,), asked.revision, about=thread_id, drafts=drafts, audience=(who, to)
        )  # fmt: skip

    def forget_prices(self, who: str) -> None:
        """A new turn: prices asked and named belonged to the last one."""
        nation = self.nations[who]
        if nation.questions or nation.prices:
            self.nations[who] = replace(nation, questions=(), prices=())
            self._tell("asked_price", who, why="forgotten", audience=(who,))

    def declare(self, who: str, what: Statement) -> None:
        """A nation says something before everybody; what no longer counts is put away."""
        nation = self.nations[who]
        kept = tuple(had for had in nation.statements if alive(self.world(), had))
        self.nations[who] = replace(nation, statements=(*kept, what))
        whom = (what.nation,) if what.nation else rest(self.treaties[what.treaty].parties, who)
        self._tell("stated", who, whom, why=what.kind, about=what.treaty)

    def break_word(self, who: str, what: Statement, toward: str, crisis_id: str) -> None:
        """A public word was not acted on; it is worth nothing from now."""
        nation = self.nations[who]
        self.nations[who] = replace(nation, statements=tuple(had for had in nation.statements if had != what))
        self._tell("word_broken", who, (toward,), why=what.kind, about=crisis_id)

    def misread(self, who: str, reader: str, points: int, why: str, about: str) -> None:
        """Something `who` said or did was taken otherwise than it was meant."""
        self._tell("misread", who, (reader,), points, why, about, audience=(who, reader))

    def find_out(self, treaty_id: str, finder: str) -> None:
        """A nation learns of a treaty kept from it; nobody learns that it has."""
        treaty = self.treaties[treaty_id]
        self.treaties[treaty_id] = replace(treaty, finders=tuple(sorted((*treaty.finders, finder))))
        self._tell("found_out", finder, treaty.parties, about=treaty_id, audience=(finder,))

    def make_known(self, treaty_id: str) -> None:
        """A secret treaty becomes known to all."""
        treaty = self.treaties[treaty_id]
        self.treaties[treaty_id] = replace(treaty, secret=False, finders=())
        self._tell("leaked", treaty.parties[0], treaty.parties[1:], about=treaty_id)
