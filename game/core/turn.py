"""The draft of a turn: shares the state's records, replaces what changes, by verbs that each record an event.

Phases and acts change the state through these verbs only, so nothing happens without an event that says so.
"""

from dataclasses import replace

from game.core.appraisal import Appraisal
from game.core.arith import clamp, divide
from game.core.crises import Answer, Call, Crisis, CrisisStage, Grade, Outcome, Scheduled
from game.core.drafts import Draft, Refusal, Revision, Thread, ThreadStatus
from game.core.events import Event, EventKind
from game.core.orders import Sheet
from game.core.relations import interop, reason_now
from game.core.terms import Term
from game.core.world import (
    LedgerEntry,
    Nation,
    Pair,
    Reason,
    ReasonKind,
    Stage,
    State,
    Treaty,
    pair_key,
)

Audience = tuple[str, ...] | None


class Turn:
    """A state being changed. `done()` gives the new state; the one it began from is untouched."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.nations: dict[str, Nation] = dict(state.nations)
        self.pairs: dict[str, Pair] = dict(state.pairs)
        self.treaties: dict[str, Treaty] = dict(state.treaties)
        self.threads: dict[str, Thread] = dict(state.threads)
        self.crises: dict[str, Crisis] = dict(state.crises)
        self.schedule = state.schedule
        self.turn = state.turn
        self.stage: Stage = state.stage
        self.round = state.round
        self.rules = state.rules
        self.events: list[Event] = []
        self._world: State | None = state
        self._table: Appraisal | None = None

    # -- reading --------------------------------------------------------------------------------------------

    def world(self) -> State:
        """The state as it stands now."""
        if self._world is None:
            self._world = replace(
                self.state,
                nations=dict(self.nations),
                pairs=dict(self.pairs),
                treaties=dict(self.treaties),
                threads=dict(self.threads),
                crises=dict(self.crises),
                schedule=self.schedule,
                turn=self.turn,
                stage=self.stage,
                round=self.round,
            )
        return self._world

    def table(self) -> Appraisal:
        """The appraisal of the state as it stands now."""
        if self._table is None:
            self._table = Appraisal(self.world())
        return self._table

    def done(self) -> tuple[State, tuple[Event, ...]]:
        """The new state, and what happened on the way to it."""
        return self.world(), tuple(self.events)

    # -- the only ways anything is written ------------------------------------------------------------------

    def _tell(
        self,
        kind: EventKind,
        who: str = "",
        whom: tuple[str, ...] = (),
        amount: int = 0,
        why: str = "",
        about: str = "",
        audience: Audience = None,
        answer: Answer | None = None,
        terms: tuple[Term, ...] = (),
        draft: Draft | None = None,
        text: str = "",
    ) -> None:
        self._world = None
        self._table = None
        self.events.append(
            Event(
                kind=kind, turn=self.turn, who=who, whom=whom, amount=amount, why=why, about=about, terms=terms,
                stance=answer.stance if answer is not None else None, draft=draft, text=text, audience=audience,
            )
        )  # fmt: skip

    def _pair(self, a: str, b: str) -> tuple[str, Pair]:
        key = pair_key(a, b)
        return key, self.pairs.get(key) or Pair(interop_turn=self.turn)

    def treaty_audience(self, treaty_id: str) -> Audience:
        """Who may know what concerns a treaty: everybody, or its parties if it is secret."""
        treaty = self.treaties.get(treaty_id)
        return treaty.parties if treaty is not None and treaty.secret else None

    # -- turns and stages -----------------------------------------------------------------------------------

    def open_turn(self) -> None:
        """Begin the next turn."""
        self.turn += 1
        self.stage, self.round = "negotiation", 0
        self._tell("turn_opened", amount=self.turn)

    def open_round(self, number: int) -> None:
        """Ask for sealed answers: round 1 or 2."""
        self.stage, self.round = "showdown", number
        self._tell("round_opened", amount=number)

    def open_strike(self) -> None:
        """Ask the challengers, alone, for their decision."""
        self.stage, self.round = "strike", 0
        self._tell("round_opened", amount=3)

    def close_turn(self) -> None:
        """Mark the end of a Resolution."""
        self._tell("turn_closed", amount=self.turn)

    def end_game(self) -> None:
        """No turn follows."""
        self.stage, self.round = "over", 0
        self._tell("game_over", amount=self.turn)

    # -- resources ------------------------------------------------------------------------------------------

    def receive_income(self, who: str) -> None:
        """A turn's income arrives."""
        nation = self.nations[who]
        self.nations[who] = replace(nation, treasury=nation.treasury + nation.income)
        self._tell("income", who, amount=nation.income)

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

    # -- forces ---------------------------------------------------------------------------------------------

    def raise_forces(self, who: str, fp: int) -> None:
        """New forces come into being."""
        nation = self.nations[who]
        self.nations[who] = replace(nation, forces=nation.forces + fp)
        self._tell("forces_raised", who, amount=fp)

    def lose_forces(self, who: str, fp: int, about: str) -> None:
        """Forces are lost, those standing abroad last."""
        nation = self.nations[who]
        left = max(0, nation.forces - fp)
        standing = dict(nation.standing)
        for theatre in sorted(standing):
            over = sum(standing.values()) - left // 2
            if over > 0:
                standing[theatre] = max(0, standing[theatre] - over)
        kept = {theatre: held for theatre, held in standing.items() if held}
        self.nations[who] = replace(nation, forces=left, standing=kept)
        self._tell("forces_lost", who, amount=left - nation.forces, about=about)

    def shift_readiness(self, who: str, points: int, why: str) -> None:
        """Move readiness within 0-100."""
        nation = self.nations[who]
        value = clamp(nation.readiness + points, 0, 100)
        if value != nation.readiness:
            self.nations[who] = replace(nation, readiness=value)
            self._tell("readiness", who, amount=value - nation.readiness, why=why, audience=(who,))

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
        """A sealed sheet becomes the nation's orders. `why` is "cut" when it could no longer be met as written."""
        self.nations[who] = replace(self.nations[who], sheet=sheet)
        self._tell("sheet_committed", who, why=why, audience=(who,))

    def file_sheet(self, who: str) -> None:
        """Orders that are carried out are put away."""
        self.nations[who] = replace(self.nations[who], sheet=None)
        self._tell("sheet_committed", who, why="done", audience=())

    # -- relations ------------------------------------------------------------------------------------------

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

    def practise(self, a: str, b: str, points: int, why: str, about: str = "") -> None:
        """Two nations' forces learn to work together."""
        key, pair = self._pair(a, b)
        before = interop(self.world(), a, b)
        value = clamp(before + points, 0, 100)
        self.pairs[key] = replace(pair, interop=value, interop_turn=self.turn)
        self._tell("interop", a, (b,), value - before, why, about)

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

    def hold_exercise(self, participants: tuple[str, ...], scale: int, theatre: str, why: str) -> None:
        """Record a joint exercise; `why` is "notified" or "unannounced"."""
        self._tell("exercise_held", participants[0], participants[1:], scale, why, theatre)

    def miss_exercise(self, who: str, treaty: str) -> None:
        """Record that nobody met a nation on its exercise."""
        self._tell("exercise_missed", who, about=treaty, audience=(who,))

    def send_mission(self, who: str, other: str, form: str) -> None:
        """Record a mission abroad."""
        self._tell("mission", who, (other,), why=form, audience=(who, other))

    # -- negotiation ----------------------------------------------------------------------------------------

    def say(self, who: str, to: tuple[str, ...], text: str) -> None:
        """A message is delivered."""
        self._tell("message", who, to, text=text, audience=(who, *to))

    def explain(self, who: str, terms: tuple[Term, ...], about: str, why: str) -> None:
        """Keep the full terms of a decision for the one who took it."""
        if terms:
            self._tell("reasoned", who, why=why, about=about, terms=terms, audience=(who,))

    def open_thread(self, who: str, draft: Draft, turns: int) -> str:
        """Put a draft on the table; its maker agrees to it. Returns the thread's id."""
        nation = self.nations[who]
        thread_id = f"{who}-{self.turn}-{nation.made + 1}"
        self.nations[who] = replace(nation, made=nation.made + 1)
        self.threads[thread_id] = Thread(
            by=who,
            parties=draft.parties,
            opened=self.turn,
            deadline=self.turn + turns,
            revisions=(Revision(who, draft, self.turn, (who,)),),
        )
        self._tell("proposed", who, _rest(draft.parties, who), 1, about=thread_id, draft=draft, audience=draft.parties)
        return thread_id

    def revise(self, thread_id: str, who: str, draft: Draft) -> None:
        """Put another draft in the place of the one on the table."""
        thread = self.threads[thread_id]
        revisions = (*thread.revisions, Revision(who, draft, self.turn, (who,)))
        self.threads[thread_id] = replace(
            thread,
            revisions=revisions,
            deadline=max(thread.deadline, self.turn),
            countered=(*thread.countered, who),
        )
        self._tell(
            "countered", who, _rest(thread.parties, who), len(revisions), about=thread_id, draft=draft,
            audience=thread.parties,
        )  # fmt: skip

    def agree(self, thread_id: str, who: str) -> None:
        """A party agrees to the revision on the table."""
        thread = self.threads[thread_id]
        latest = replace(thread.latest, agreed=(*thread.latest.agreed, who))
        self.threads[thread_id] = replace(thread, revisions=(*thread.revisions[:-1], latest))
        self._tell(
            "accepted", who, _rest(thread.parties, who), len(thread.revisions), about=thread_id,
            draft=latest.draft, audience=thread.parties,
        )  # fmt: skip

    def refuse(self, thread_id: str, who: str, decisive: Term | None, instead: Draft | None) -> None:
        """A party refuses the revision on the table, and says what it would sign."""
        thread = self.threads[thread_id]
        refusal = Refusal(who, self.turn, decisive, instead)
        latest = replace(thread.latest, refusals=(*thread.latest.refusals, refusal))
        self.threads[thread_id] = replace(
            thread, revisions=(*thread.revisions[:-1], latest), refused_drafts=thread.refused_drafts + 1
        )
        self._tell(
            "refused", who, _rest(thread.parties, who), len(thread.revisions), about=thread_id, draft=instead,
            terms=(decisive,) if decisive is not None else (), audience=thread.parties,
        )  # fmt: skip

    def close_thread(self, thread_id: str, status: ThreadStatus, who: str = "") -> None:
        """A negotiation ends: recalled, refused by all, or lapsed."""
        thread = self.threads[thread_id]
        self.threads[thread_id] = replace(thread, status=status)
        kind: EventKind = "recalled" if status == "recalled" else "thread_lapsed"
        self._tell(
            kind, who or thread.by, _rest(thread.parties, who or thread.by), why=status, about=thread_id,
            draft=thread.latest.draft, audience=thread.parties,
        )  # fmt: skip

    def reopen_thread(self, thread_id: str) -> None:
        """A new turn: counters and refusals in a thread are counted afresh."""
        thread = self.threads[thread_id]
        if thread.countered or thread.refused_drafts:
            self.threads[thread_id] = replace(thread, countered=(), refused_drafts=0)
            self._tell("thread_closed", thread.by, why="reopened", about=thread_id, audience=thread.parties)

    def sign(self, thread_id: str) -> None:
        """All parties agree: the draft becomes a treaty, in force from the end of this turn's Resolution."""
        thread = self.threads[thread_id]
        draft = thread.latest.draft
        self.threads[thread_id] = replace(thread, status="signed")
        if draft.clauses:
            self.treaties[thread_id] = Treaty(
                title=draft.title,
                parties=draft.parties,
                clauses=draft.clauses,
                signed=self.turn,
                duration=draft.duration,
                notice=draft.notice,
                secret=draft.secret,
            )
        audience = draft.parties if draft.secret else None
        self._tell("signed", thread.by, _rest(draft.parties, thread.by), about=thread_id, draft=draft, audience=audience)

    def announce_withdrawal(self, who: str, treaty_id: str) -> None:
        """A party says it will leave, after the notice."""
        treaty = self.treaties[treaty_id]
        free = self.turn + treaty.notice
        self.treaties[treaty_id] = replace(treaty, leaving={**treaty.leaving, who: free})
        audience = self.treaty_audience(treaty_id)
        self._tell("withdrawal_announced", who, _rest(treaty.parties, who), free, about=treaty_id, audience=audience)

    def leave_treaty(self, who: str, treaty_id: str) -> None:
        """A party's notice has run; a treaty of one ends."""
        treaty = self.treaties[treaty_id]
        audience = self.treaty_audience(treaty_id)
        rest = _rest(treaty.parties, who)
        leaving = {name: free for name, free in treaty.leaving.items() if name != who}
        if len(rest) < 2:
            self.treaties[treaty_id] = replace(treaty, ended=self.turn, leaving={})
        else:
            self.treaties[treaty_id] = replace(treaty, parties=rest, leaving=leaving)
        self._tell("left_treaty", who, rest, about=treaty_id, audience=audience)

    def end_treaty(self, treaty_id: str, why: str) -> None:
        """A treaty's time has run."""
        treaty = self.treaties[treaty_id]
        self.treaties[treaty_id] = replace(treaty, ended=self.turn)
        audience = self.treaty_audience(treaty_id)
        self._tell("treaty_ended", treaty.parties[0], treaty.parties[1:], why=why, about=treaty_id, audience=audience)

    def enter_force(self, treaty_id: str) -> None:
        """Record that a treaty signed this turn binds from now."""
        treaty = self.treaties[treaty_id]
        audience = self.treaty_audience(treaty_id)
        self._tell("in_force", treaty.parties[0], treaty.parties[1:], about=treaty_id, audience=audience)

    # -- crises ---------------------------------------------------------------------------------------------

    def brew(self, case: Scheduled, resolve: int) -> None:
        """A case begins, with the challenger's private resolve."""
        self.crises[case.id] = Crisis(
            kind=case.kind,
            theatre=case.theatre,
            target=case.target,
            challenger=case.challenger,
            stakes=case.stakes,
            severity=case.severity,
            pace=case.pace,
            stage="brewing",
            since=self.turn,
            grade=case.grade,
            resolve=resolve,
        )
        self._tell("brewing", case.challenger, (case.target,), case.severity, about=case.id)
        self._tell("resolve", case.challenger, amount=resolve, about=case.id, audience=(case.challenger,))

    def next_case_id(self, who: str) -> str:
        """The id of a new case raised by a nation."""
        nation = self.nations[who]
        self.nations[who] = replace(nation, made=nation.made + 1)
        self._tell("initiatives", who, why="numbered", audience=())
        return f"{who}-{self.turn}-{nation.made + 1}"

    def take_scheduled(self, case: Scheduled) -> None:
        """A scheduled case is dealt: it leaves the schedule."""
        self.schedule = tuple(other for other in self.schedule if other.id != case.id)
        self._tell("crisis_open" if case.stage == "open" else "brewing", why="dealt", about=case.id, audience=())

    def open_crisis(self, crisis_id: str, grade: Grade, live: bool) -> None:
        """A demand is pressed. `live` when it was pressed during negotiation."""
        crisis = self.crises[crisis_id]
        self.crises[crisis_id] = replace(crisis, stage="open", opened=self.turn, opened_live=live, grade=grade)
        self._tell("pressed", crisis.challenger, (crisis.target,), crisis.severity, grade, crisis_id)

    def bring_to_showdown(self, crisis_id: str) -> None:
        """The case comes to its sealed rounds."""
        crisis = self.crises[crisis_id]
        self.crises[crisis_id] = replace(crisis, stage="showdown")
        self._tell("showdown", crisis.challenger, (crisis.target,), about=crisis_id)

    def invoke(self, crisis_id: str, treaty_id: str, calls: tuple[Call, ...]) -> None:
        """The target calls on a treaty; each ally it binds here is called."""
        crisis = self.crises[crisis_id]
        self.crises[crisis_id] = replace(crisis, calls=(*crisis.calls, *calls))
        # A call on a secret treaty is made in the open: the promise comes to light when it is claimed.
        treaty = self.treaties[treaty_id]
        if treaty.secret:
            self.treaties[treaty_id] = replace(treaty, secret=False)
        allies = tuple(call.ally for call in calls)
        self._tell("invoked", crisis.target, allies, about=crisis_id, why=treaty_id)
        for call in calls:
            self._tell("called", call.ally, (crisis.target,), call.earmark, call.automaticity, crisis_id)

    def read_as_not_the_case(self, crisis_id: str, treaty_id: str, who: str, why: str) -> None:
        """A treaty was read, and this is not the case it meant."""
        target = self.crises[crisis_id].target
        audience = self.treaty_audience(treaty_id)
        self._tell("not_the_case", who, (target, treaty_id), why=why, about=crisis_id, audience=audience)

    def seal(self, crisis_id: str, answers: dict[str, Answer]) -> None:
        """The envelopes of one case are opened together. Why each was written stays with its writer."""
        crisis = self.crises[crisis_id]
        bare = {name: replace(answer, because=()) for name, answer in answers.items()}
        self.crises[crisis_id] = replace(crisis, answers=(*crisis.answers, bare))
        for name, answer in answers.items():
            self._tell("answered", name, (crisis.target,), answer.forces, about=crisis_id, answer=answer)
            self.explain(name, answer.because, crisis_id, answer.stance)

    def close_crisis(self, crisis_id: str, outcome: Outcome, losses: int = 0) -> None:
        """A case ends."""
        crisis = self.crises[crisis_id]
        self.crises[crisis_id] = _ended(crisis, outcome, losses, self.turn, self.rules.war_loss)
        self._tell(_END_EVENT[outcome], crisis.challenger, (crisis.target,), losses, outcome, crisis_id)

    def record_not_made(self, crisis_id: str, terms: tuple[Term, ...], pledge: str) -> None:
        """A challenge was weighed and not made; why, and by what pledge, opens in the debrief."""
        crisis = self.crises[crisis_id]
        self._tell(
            "not_made", crisis.challenger, (crisis.target,), crisis.resolve, pledge, crisis_id, terms=terms,
            audience=(crisis.challenger,),
        )  # fmt: skip

    def enter_ledger(self, who: str, entry: LedgerEntry) -> None:
        """A duty that fell due is entered: kept, broken or excused."""
        nation = self.nations[who]
        self.nations[who] = replace(nation, ledger=(*nation.ledger, entry))
        kinds: dict[str, EventKind] = {"kept": "duty_kept", "broken": "duty_broken", "excused": "duty_excused"}
        if entry.duty == "consult" and entry.result == "kept":
            kinds["kept"] = "consulted"
        audience = self.treaty_audience(entry.treaty)
        self._tell(
            kinds[entry.result], who, (entry.toward,), entry.weight, entry.duty, entry.about or entry.treaty,
            text=entry.treaty, audience=audience,
        )  # fmt: skip

    # -- standing -------------------------------------------------------------------------------------------

    def mark(self, who: str, marks: tuple[int, ...]) -> None:
        """Keep how far each objective was met this turn, in permille."""
        nation = self.nations[who]
        self.nations[who] = replace(nation, marks=(*nation.marks, marks))
        self._tell("mark", who, amount=divide(sum(marks), max(1, len(marks))), audience=(who,))

    def note_stability(self, value: int) -> None:
        """Report the state of the world's peace."""
        self._tell("stability", amount=value)


def _rest(parties: tuple[str, ...], who: str) -> tuple[str, ...]:
    return tuple(name for name in parties if name != who)


_END_EVENT: dict[Outcome, EventKind] = {
    "conceded": "conceded",
    "backed_down": "backed_down",
    "compromise": "settled",
    "frozen": "frozen",
    "struck_won": "struck",
    "struck_lost": "struck",
    "lapsed": "lapsed",
}


def _ended(crisis: Crisis, outcome: Outcome, losses: int, turn: int, war_loss: int) -> Crisis:
    if outcome in ("struck_won", "struck_lost"):
        stage: CrisisStage = "war" if losses >= war_loss else "settled"
        return replace(crisis, stage=stage, outcome=outcome, losses=losses, ended=turn)
    if outcome == "frozen":
        return replace(crisis, stage="frozen", outcome=outcome, ended=turn)
    if outcome == "lapsed":
        return replace(crisis, stage="lapsed", outcome=outcome, ended=turn)
    return replace(crisis, stage="settled", outcome=outcome, ended=turn)
