"""Words with weight: tone, public statements, drafts put between others, influence on a ratification."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from game.ai.broker import Between, between
from game.ai.outlook import Outlook
from game.core.acts import Act, Broker, Lobby, StatePublicly
from game.core.ratification import awaiting, odds_of_treaty
from game.core.relations import Measure
from game.core.statements import word_price
from game.core.terms import TONES, Term, Tone
from game.core.world import State
from game.reports.breakdown import Entry, measure_lines
from game.reports.grammar import capital, figure, number, sentence_of, signed
from game.reports.reasons import because
from game.reports.treaties import clauses_short
from game.reports.words import name, name_bare, names, title_in_sentence
from game.ui import theme
from game.ui.kit import Button, Caption, Column, Dialog, Dropdown, Figure, Label, Quiet, Radio, Row, Ui, Widget
from game.ui.scenes.parts import breakdown_tip
from game.ui.session import Session

Do = Callable[[Act, str], bool]
LIKELY_ENOUGH = 70
"""Per cent below which odds are a worry."""
TONE_NAMES: Final[dict[Tone, str]] = {"cordial": "Cordial", "plain": "Plain", "firm": "Firm", "sharp": "Sharp"}


def tone_choice(tone: Tone, change: Callable[[Tone], object], key: str) -> Dropdown[Tone]:
    """A choice of tone."""
    options = [(one, TONE_NAMES[one]) for one in TONES]
    return Dropdown(options, tone, change, label="Tone", key=key)


def tone_radio(session: Session, key: str) -> Radio[Tone]:
    """The four tones, each with what it does."""
    rules = session.world.rules
    notes = [
        f"Its trust in you {signed(points)}." if points else "It does nothing to trust." for points in rules.trust_tone
    ]
    return Radio([(one, TONE_NAMES[one]) for one in TONES], "plain", label="Tone", notes=notes, key=key)


# -- ratification


def odds_figure(world: State, odds: Measure, nation: str) -> Widget:
    """The odds that a party ratifies, with their parts on hovering."""
    whole = Entry("Odds", f"{figure(odds.value)} %", odds.value >= LIKELY_ENOUGH)
    return Figure(
        "Ratified",
        "no vote" if odds.value >= 100 else f"{figure(odds.value)} %",
        colour=theme.TEXT if odds.value >= LIKELY_ENOUGH else theme.WORSE,
        tooltip=lambda: breakdown_tip(
            f"Whether {name(world, nation)} ratifies it", (*measure_lines(world, odds), whole)
        ),
    )


def lobbying(session: Session, key: str, do: Do) -> Widget | None:
    """For a treaty that awaits its ratification: each party's odds, and influence to spend on them."""
    world = session.world
    if key not in awaiting(world):
        return None
    treaty = world.treaties[key]
    rows: list[Widget] = [Label("Awaiting ratification at the end of this turn")]
    for nation, odds in odds_of_treaty(Outlook(session.view).unbound, key).items():
        rows.append(
            Row(Label(name_bare(world, nation), grow=1), odds_figure(world, odds, nation)),
        )
        for against in () if treaty.secret or odds.value >= 100 else (False, True):
            act = Lobby(treaty=key, nation=nation, against=against)
            side = "against" if against else "for"
            said = f"You lobbied {side} {title_in_sentence(treaty.title)} in {name(world, nation)}."
            rows.append(
                Button(
                    f"Lobby {side} it in {name_bare(world, nation)}",
                    lambda act=act, said=said: do(act, said),  # type: ignore[misc]
                    kind="bare",
                    problem=" ".join(problem.text for problem in session.problems(act)),
                    tooltip=f"1 influence moves its odds by {number(world.rules.lobby_points)} points, in the open.",
                    key=f"lobby-{side}-{nation}",
                )
            )
    return Column(*rows, gap=theme.GRID)


# -- saying something in public


def statement_dialog(ui: Ui, session: Session, nation: str, do: Do) -> Dialog:
    """Stand by a nation, warn it, or commit oneself to a treaty with it: what it brings and what it may cost."""
    world, rules, me = session.world, session.world.rules, session.nation
    who = name(world, nation)
    made: list[tuple[StatePublicly, str, str]] = [
        (StatePublicly(what="support", nation=nation), f"Stand by {who}", f"Its trust {signed(rules.trust_stood_by)}."),
        (
            StatePublicly(what="warning", nation=nation),
            f"Warn {who} off your partners",
            f"It is provoked by {number(rules.provoked_statement)}; those you guard are held more surely against it.",
        ),
    ]
    for key, treaty in world.treaties.items():
        if me in treaty.parties and nation in treaty.parties and treaty.in_force(world.turn) and not treaty.secret:
            note = f"Each partner's trust {signed(rules.trust_stood_by)}; your guarantees under it are believed more."
            made.append((StatePublicly(what="commitment", treaty=key), f"Keep {title_in_sentence(treaty.title)}", note))
    dialog: Dialog

    def problem() -> str:
        return " ".join(found.text for found in session.problems(made[radio.value][0]))

    def changed(_: int) -> None:
        send.problem = problem()

    def go() -> None:
        if send.works:
            dialog.close()
            do(made[radio.value][0], "You have said so before all the world.")

    options = [(place, words) for place, (_, words, _) in enumerate(made)]
    radio: Radio[int] = Radio(options, 0, changed, label="Statement", notes=[note for _, _, note in made], key="said")
    send = Button("Declare it", go, kind="primary", problem=problem())
    cancel = Button("Say nothing", lambda: dialog.cancel())
    body = Column(
        Label(
            f"It takes an initiative and counts for {number(rules.statement_turns)} turns. Should it come to the test "
            f"and you stand aside, it costs {number(-word_price(world, me))} support at home."
        ),
        radio,
        Quiet("All hear it. This is final."),
        gap=theme.BETWEEN,
    )
    dialog = Dialog("Say in public", body, [cancel, send], confirm=send, widest=600)
    dialog.open(ui, radio)
    return dialog


# -- standing between others


def broker_dialog(ui: Ui, session: Session, nation: str, do: Do, other: str = "") -> Dialog:
    """Choose a second nation: the draft nearest to being good for both, or why there is none."""
    world, me = session.world, session.nation
    others = sorted((one for one in world.nations if one not in (me, nation)), key=lambda one: name_bare(world, one))
    found = between(Outlook(session.view), nation, other or others[0])
    act = Broker(draft=found.draft)
    dialog: Dialog

    def looked(chosen: str) -> None:
        dialog.close()
        broker_dialog(ui, session, nation, do, chosen)

    def go() -> None:
        if send.works:
            dialog.close()
            do(act, f"{found.draft.title} was put before {names(world, found.draft.parties)}.")

    options = [(one, name_bare(world, one)) for one in others]
    chooser = Dropdown(options, other or others[0], looked, label="And", key="and")
    problem = " ".join(problem.text for problem in session.problems(act))
    send = Button("Put it before them", go, kind="primary", problem=problem, key="broker-send")
    cancel = Button("Do not broker", lambda: dialog.cancel())
    body = Column(
        Label(f"You put a draft between {name(world, nation)} and another nation, and are no party to it yourself."),
        chooser,
        *between_lines(session, found),
        Quiet("It takes an initiative, and the trust of both. Signed, it brings you influence and their trust."),
        gap=theme.BETWEEN,
    )
    dialog = Dialog("Broker", body, [cancel, send], confirm=send, widest=600)
    dialog.open(ui, chooser)
    return dialog


def between_lines(session: Session, found: Between) -> list[Widget]:
    """What a broker found: what the draft holds, and for each side what speaks against it."""
    world = session.world
    holds = capital(clauses_short(world, found.draft.clauses, found.draft.payments))
    head = f"Both may sign this: {holds}." if found.possible else f"Nothing nearby is good for both. Nearest: {holds}."
    lines: list[Widget] = [Label(head)]
    for nation, term in zip(found.draft.parties, found.in_the_way, strict=True):
        lines.append(Caption(in_the_way(session, nation, term, found.possible)))
    return lines


def in_the_way(session: Session, nation: str, term: Term | None, possible: bool) -> str:
    """One side's weightiest reason against, as a sentence."""
    world = session.world
    if term is None:
        return sentence_of(f"for {name(world, nation)} nothing speaks against it")
    word = "would sign, though" if possible else "would not sign, because"
    return sentence_of(f"{name(world, nation)} {word} {because(world, term)}")
