"""What nations do in a case: live acts, sealed sheets, sealed answers, each a line of text."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from game.core import acts
from game.core.acts import Act
from game.core.charters import Choice, MotionKind
from game.core.crises import Answer, OfferTerms
from game.core.drafts import Draft
from game.core.orders import Budget, Covert, Exercise, Mission, Sheet
from game.core.terms import Term
from tests.cases.outline import CaseError, Line, Phrase, read

Drafts = Mapping[str, Draft]


# -- acts ---------------------------------------------------------------------------------------------------


def _terms(terms: str) -> tuple[Term, ...]:
    return tuple(
        Term(name, int(tenths))  # type: ignore[arg-type]
        for name, _, tenths in (part.rpartition(" ") for part in re.split(r", ", terms) if part)
    )


def _says(drafts: Drafts, text: str, to: tuple[str, ...], tone: Any = "plain") -> Act:
    return acts.Message(to=to, text=text, tone=tone)


def _proposes(drafts: Drafts, draft: str, tone: Any = "plain", turns: int = 1, terms: str = "") -> Act:
    return acts.Propose(draft=drafts[draft], turns=turns, tone=tone, because=_terms(terms))


def _brokers(drafts: Drafts, draft: str, turns: int = 1) -> Act:
    return acts.Broker(draft=drafts[draft], turns=turns)


def _counters(drafts: Drafts, thread: str, revision: int, draft: str, tone: Any = "plain") -> Act:
    return acts.Counter(thread=thread, revision=revision, draft=drafts[draft], tone=tone)


def _accepts(drafts: Drafts, thread: str, revision: int) -> Act:
    return acts.Accept(thread=thread, revision=revision)


def _refuses(drafts: Drafts, thread: str, revision: int, tone: Any = "plain", draft: str = "", terms: str = "") -> Act:
    would = drafts[draft] if draft else None
    return acts.Refuse(thread=thread, revision=revision, because=_terms(terms), instead=would, tone=tone)


def _recalls(drafts: Drafts, thread: str) -> Act:
    return acts.Recall(thread=thread)


def _withdraws(drafts: Drafts, treaty: str) -> Act:
    return acts.Withdraw(treaty=treaty)


def _presses(drafts: Drafts, target: str, grade: str, crisis: str = "", tone: Any = "plain") -> Act:
    return acts.Press(target=target, grade=grade.split()[-1], crisis=crisis, tone=tone)  # type: ignore[arg-type]


def _stands_by(drafts: Drafts, nation: str) -> Act:
    return acts.StatePublicly(what="support", nation=nation)


def _warns_off(drafts: Drafts, nation: str) -> Act:
    return acts.StatePublicly(what="warning", nation=nation)


def _commits(drafts: Drafts, treaty: str) -> Act:
    return acts.StatePublicly(what="commitment", treaty=treaty)


def _lobbies(drafts: Drafts, side: str, nation: str, treaty: str, influence: int) -> Act:
    return acts.Lobby(treaty=treaty, nation=nation, influence=influence, against=side == "against")


def _asks(drafts: Drafts, nation: str, thread: str) -> Act:
    return acts.AskPrice(thread=thread, nation=nation)


def _prices(drafts: Drafts, to: str, thread: str, names: tuple[str, ...] = ()) -> Act:
    return acts.NamePrice(thread=thread, to=to, drafts=tuple(drafts[name] for name in names))


def _consults(drafts: Drafts, treaty: str, crisis: str) -> Act:
    return acts.ConsultAct(treaty=treaty, crisis=crisis)


def _invokes(drafts: Drafts, treaty: str, crisis: str) -> Act:
    return acts.Invoke(treaty=treaty, crisis=crisis)


def _mediates(drafts: Drafts, crisis: str) -> Act:
    return acts.Mediate(crisis=crisis)


OFFERS: dict[str, OfferTerms] = {
    "offers half": "compromise",
    "takes terms": "compromise",
    "refuses terms": "decline",
    "gives way": "give_way",
}


def _offers(drafts: Drafts, terms: str, crisis: str) -> Act:
    return acts.Offer(crisis=crisis, terms=OFFERS[terms])


def _warns(drafts: Drafts, crisis: str) -> Act:
    return acts.Warn(crisis=crisis)


def _accuses(drafts: Drafts, suspect: str, misfortune: str) -> Act:
    return acts.Accuse(misfortune=misfortune, suspect=suspect)


ACTS: list[tuple[Phrase, Callable[..., Act]]] = [
    (Phrase("{who:nation} says {text:text} to {to:nations}[, {tone:cordial|firm|sharp}]"), _says),
    (
        Phrase(
            "{who:nation} proposes {draft:name}[ for {turns:number} turns][, {tone:cordial|firm|sharp}]"
            "[, because {terms:rest}]"
        ),
        _proposes,
    ),
    (Phrase("{who:nation} brokers {draft:name}[ for {turns:number} turns]"), _brokers),
    (
        Phrase(
            "{who:nation} counters {thread:name} revision {revision:number} with {draft:name}"
            "[, {tone:cordial|firm|sharp}]"
        ),
        _counters,
    ),
    (Phrase("{who:nation} accepts {thread:name} revision {revision:number}"), _accepts),
    (
        Phrase(
            "{who:nation} refuses {thread:name} revision {revision:number}"
            "[, {tone:cordial|firm|sharp}][, would sign {draft:name}][, because {terms:rest}]"
        ),
        _refuses,
    ),
    (Phrase("{who:nation} recalls {thread:name}"), _recalls),
    (Phrase("{who:nation} withdraws from {treaty:name}"), _withdraws),
    (
        Phrase("{who:nation} presses {target:nation} with {grade:a request|a warning|an ultimatum}[ in {crisis:name}]"
            "[, {tone:cordial|firm|sharp}]"),
        _presses,
    ),
    (Phrase("{who:nation} consults under {treaty:name} on {crisis:name}"), _consults),
    (Phrase("{who:nation} invokes {treaty:name} in {crisis:name}"), _invokes),
    (Phrase("{who:nation} mediates in {crisis:name}"), _mediates),
    (Phrase("{who:nation} {terms:offers half|takes terms|refuses terms|gives way} in {crisis:name}"), _offers),
    (Phrase("{who:nation} warns in {crisis:name}"), _warns),
    (Phrase("{who:nation} declares that it stands by {nation:nation}"), _stands_by),
    (Phrase("{who:nation} declares a warning to {nation:nation}"), _warns_off),
    (Phrase("{who:nation} declares that it will keep {treaty:name}"), _commits),
    (
        Phrase("{who:nation} lobbies {side:for|against} {treaty:name} in {nation:nation} with {influence:number}"),
        _lobbies,
    ),
    (Phrase("{who:nation} asks {nation:nation} its price in {thread:name}"), _asks),
    (Phrase("{who:nation} names {to:nation} its price in {thread:name}[: {names:names}]"), _prices),
    (Phrase("{who:nation} accuses {suspect:nation} of {misfortune:name}"), _accuses),
]  # fmt: skip


MOTIONS: dict[str, MotionKind] = {
    "suspend": "suspend",
    "restore": "lift",
    "expel": "expel",
    "waive the creed for": "waive",
    "speak to": "statement",
}
CHOICES: dict[str, Choice] = {"for": "for", "against": "against", "neither way on": "abstain"}


def _moves(drafts: Drafts, treaty: str, kind: str, nation: str) -> Act:
    return acts.CallVote(treaty=treaty, motion=MOTIONS[kind], nation=nation)


def _moves_payment(drafts: Drafts, treaty: str, nation: str, amount: int) -> Act:
    return acts.CallVote(treaty=treaty, motion="fund", nation=nation, amount=amount)


def _moves_call(drafts: Drafts, treaty: str, crisis: str) -> Act:
    return acts.CallVote(treaty=treaty, motion="invoke", crisis=crisis)


def _moves_end(drafts: Drafts, treaty: str) -> Act:
    return acts.CallVote(treaty=treaty, motion="dissolve")


def _moves_plan(drafts: Drafts, treaty: str, threat: str, theatre: str) -> Act:
    kind: Any = threat.replace(" ", "_")
    return acts.CallVote(treaty=treaty, motion="plan", threat=kind, theatre=theatre)


def _votes(drafts: Drafts, choice: str, motion: str) -> Act:
    return acts.Vote(motion=motion, choice=CHOICES[choice])


ACTS += [
    (
        Phrase(
            "{who:nation} moves in {treaty:name} to {kind:suspend|restore|expel|waive the creed for|speak to} "
            "{nation:nation}"
        ),
        _moves,
    ),
    (Phrase("{who:nation} moves in {treaty:name} to pay {nation:nation} {amount:number}"), _moves_payment),
    (Phrase("{who:nation} moves in {treaty:name} that {crisis:name} is its case"), _moves_call),
    (Phrase("{who:nation} moves in {treaty:name} to dissolve it"), _moves_end),
    (
        Phrase("{who:nation} moves in {treaty:name} a plan against {threat:armed attack|blockade} in {theatre:name}"),
        _moves_plan,
    ),
    (Phrase("{who:nation} votes {choice:for|against|neither way on} {motion:name}"), _votes),
]


def act_of(line: Line, drafts: Drafts, phrases: list[tuple[Phrase, Callable[..., Any]]]) -> tuple[str, Any]:
    """Who acts in a line, and the act. `phrases` are those a line may be here, acts among them."""
    reader, blanks = read(line, phrases)
    who = blanks.pop("who", "")
    try:
        return who, reader(drafts, **blanks)
    except KeyError as error:
        raise CaseError(line, f"there is no draft {error.args[0]} under `before`") from error


# -- sheets -------------------------------------------------------------------------------------------------


def _mission(to: str, form: str = "staff talks") -> Mission:
    return Mission(to=to, form=form.replace(" ", "_"))  # type: ignore[arg-type]


def _exercise(
    participants: tuple[str, ...], theatre: str, scale: int = 1, form: str = "field", emphasis: str = "combined",
    secret: str = "", guests: str = "", treaty: str = ""
) -> Exercise:  # fmt: skip
    return Exercise(
        participants=participants, theatre=theatre, scale=scale, form=form, emphasis=emphasis, notified=not secret,
        observers=bool(guests), treaty=treaty  # type: ignore[arg-type]
    )  # fmt: skip


def _amount(field: str) -> Callable[..., dict[str, Any]]:
    return lambda amount: {"budget": {field: amount}}


def _covert(kind: str, target: str) -> dict[str, Any]:
    return {"covert": (Covert(target, kind.replace(" ", "_")),)}


ORDERS: list[tuple[Phrase, Callable[..., dict[str, Any]]]] = [
    (Phrase("nothing"), dict),
    (Phrase("raise {amount:number}"), _amount("forces")),
    (Phrase("make ready {amount:number}"), _amount("readiness")),
    (Phrase("withhold {amount:number}"), _amount("home_cut")),
    (Phrase("stand {fp:number} in {theatre:name}"), lambda fp, theatre: {"standing": {theatre: fp}}),
    (
        Phrase("mission to {to:nation}[ as {form:staff talks|attache|visit}]"),
        lambda **given: {"missions": (_mission(**given),)},
    ),
    (
        Phrase(
            "exercise of {participants:nations} in {theatre:name}[ scale {scale:number}][ {form:staff|field|relief}]"
            "[ {emphasis:naval|air|cyber|peacekeeping}][ {secret:unannounced}][ {guests:observed}]"
            "[ under {treaty:name}]"
        ),
        lambda **given: {"exercises": (_exercise(**given),)},
    ),
    (
        Phrase("relieve {misfortune:name} with {amount:number}"),
        lambda misfortune, amount: {"relief": {misfortune: amount}},
    ),
    (Phrase("sabotage {target:nation}"), lambda target: {"covert": (Covert(target),)}),
    (Phrase("{kind:cyber attack|disinformation} on {target:nation}"), _covert),
    (
        Phrase("leave the share of {treaty:name} to others, because {terms:rest}"),
        lambda treaty, terms: {"because": {treaty: _terms(terms)}},
    ),
    (Phrase("keep back the gift of {treaty:name}"), lambda treaty: {"withheld": (treaty,)}),
]


def sheet_of(line: Line, orders: str) -> Sheet:
    """The sheet that `orders` describes, parts parted by semicolons."""
    maps: dict[str, dict[str, Any]] = {"budget": {}, "standing": {}, "relief": {}, "because": {}}
    lists: dict[str, tuple[Any, ...]] = {"exercises": (), "missions": (), "covert": (), "withheld": ()}
    for part in orders.split("; "):
        reader, blanks = read(Line(line.file, line.number, part), ORDERS)
        for field, value in reader(**blanks).items():
            if field in maps:
                maps[field].update(value)
            else:
                lists[field] += value
    return Sheet(budget=Budget(**maps["budget"]), standing=maps["standing"], relief=maps["relief"],
                 because=maps["because"], **lists)  # fmt: skip


# -- sealed answers -----------------------------------------------------------------------------------------


def _plain(stance: str) -> Answer:
    return Answer(stance.replace(" ", "_"))  # type: ignore[arg-type]


ANSWERS: list[tuple[Phrase, Callable[..., Answer]]] = [
    (
        Phrase("{stance:stand firm|negotiate|concede|support|mediate|stay out|refuse|back down|settle|strike}"),
        _plain,
    ),
    (Phrase("come with {forces:number}"), lambda forces: Answer("come", forces)),
    (Phrase("join with {forces:number}"), lambda forces: Answer("join", forces)),
    (Phrase("invoke {treaties:names}"), lambda treaties: Answer("invoke", treaties=treaties)),
]


def answer_of(line: Line, answer: str) -> Answer:
    """The sealed answer that a text describes."""
    reader, blanks = read(Line(line.file, line.number, answer), ANSWERS)
    made: Answer = reader(**blanks)
    return made
