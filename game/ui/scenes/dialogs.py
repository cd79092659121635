"""The small windows of the game screen: writing a message, grading a demand, the menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from game.core.accession import opened_to
from game.core.acts import Act, Message, Press
from game.core.challenge import back_down_cost
from game.core.crises import GRADES, Grade
from game.core.drafts import Draft
from game.core.triggers import covers
from game.reports.grammar import capital, counted, number
from game.reports.words import GRADE_WORDS, name, name_bare, names, title_in_sentence
from game.ui import theme
from game.ui.kit import Button, Caption, Column, Dialog, Dropdown, Label, Quiet, Radio, TextField, Ui, combo_of
from game.ui.scenes.draft_outlook import LIKELY, Prospect
from game.ui.scenes.speaking import tone_choice, tone_radio
from game.ui.session import Session

Do = Callable[[Act, str], bool]
"""Does an act and says what was done."""
LONGEST = 2000


def message_dialog(ui: Ui, session: Session, nation: str, do: Do) -> Dialog:
    """Write to a nation. Nothing is sent until the button is pressed."""
    world = session.world
    dialog: Dialog

    def problem() -> str:
        return " ".join(p.text for p in session.problems(Message(to=(nation,), text=field.text)))

    def changed(_: str) -> None:
        send.problem = problem()

    def go() -> None:
        if send.works:
            dialog.close()
            do(
                Message(to=(nation,), text=field.text.strip(), tone=tones.value),
                f"The message has gone to {name(world, nation)}.",
            )

    field = TextField("", changed, on_enter=lambda _: go(), label="Message", most=LONGEST, key="message-text")
    send = Button("Send", go, kind="primary", problem=problem())
    tones = tone_choice("plain", lambda _: None, "message-tone")
    body = Column(
        Quiet("Words bind nobody and cost nothing; their tone is felt. Governments answer drafts, not letters."),
        Caption("Your message"),
        field,
        tones,
        gap=theme.INSIDE,
    )
    cancel = Button("Do not send", lambda: dialog.cancel())
    dialog = Dialog(f"A message to {name(world, nation)}", body, [cancel, send], confirm=send, widest=560)
    dialog.open(ui, field)
    return dialog


def invite_dialog(ui: Ui, session: Session, treaty: str, on_choose: Callable[[Draft], object]) -> Dialog:
    """Choose whom to ask into a treaty; the likeliest to sign stand first. Nothing is sent yet."""
    world = session.world
    prospect = Prospect(session.view)
    had = world.treaties[treaty]
    found: list[tuple[int, str, str]] = []
    for nation in world.nations:
        if nation not in had.parties:
            wider = opened_to(treaty, had, nation, world.nations[nation].home)
            likely = prospect.answer(wider, nation)
            found.append((-likely.middle, nation, f"{name_bare(world, nation)}: {LIKELY[likely.likely]}"))
    found.sort()
    dialog: Dialog
    chosen = [nation for _, nation, _ in found][:1]

    def take(nation: str) -> None:
        chosen[:] = [nation]

    def go() -> None:
        dialog.close()
        on_choose(opened_to(treaty, had, chosen[0], world.nations[chosen[0]].home))

    chooser: Dropdown[str] = Dropdown(
        [(nation, words) for _, nation, words in found],
        chosen[0] if chosen else "",
        take,
        label="Whom to invite",
        key="invite-whom",
    )
    nobody = "" if chosen else "Every nation is in it already."
    yes = Button("To the drafting table", go, kind="primary", problem=nobody, key="invite-go")
    no = Button("Not now", lambda: dialog.cancel())
    body = Column(
        Label(
            "The text as it stands, with one more party, holding at its home too. "
            "How each would answer is your own staff's estimate."
        ),
        chooser,
        gap=theme.BETWEEN,
    )
    title = f"Invite whom to {title_in_sentence(world.treaties[treaty].title)}?"
    dialog = Dialog(title, body, [no, yes], confirm=yes, widest=560)
    dialog.open(ui, chooser)
    return dialog


def demand_dialog(ui: Ui, session: Session, nation: str, crisis: str, do: Do) -> Dialog:
    """Choose the grade of a demand: what it costs, whom it alarms, what going back from it will cost."""
    world, rules = session.world, session.world.rules
    dialog: Dialog

    def go() -> None:
        dialog.close()
        act = Press(target=nation, grade=radio.value, crisis=crisis, tone=tones.value)
        do(act, f"{capital(GRADE_WORDS[radio.value])} pressed on {name(world, nation)}.")

    notes = [
        f"Stepping back from it costs {counted(back_down_cost(session.appraisal, grade, 0), 'point')}, and more with "
        "each sealed round."
        for grade in GRADES
    ]
    options: list[tuple[Grade, str]] = [(grade, capital(GRADE_WORDS[grade])) for grade in GRADES]
    radio = Radio(options, "request", label="Grade", notes=notes, key="grade")
    tones = tone_radio(session, "demand-tone")
    alarmed = guards_of(session, nation)
    body = Column(
        Label(
            f"The demand on {name(world, nation)} is made before all the world. It takes an initiative, and "
            f"{name(world, nation)} trusts you {number(-rules.trust_threat)} points less from today."
        ),
        Label(
            f"Guarantees may be called against you: {names(world, alarmed)} stand behind it."
            if len(alarmed) > 1
            else f"A guarantee may be called against you: {names(world, alarmed)} stands behind it."
            if alarmed
            else "No guarantee that you know of protects it."
        ),
        radio,
        Caption("In what tone: the sharper, the dearer it is to step back"),
        tones,
        Quiet("If it stands firm, the case comes to a showdown. This is final once sent."),
        gap=theme.BETWEEN,
    )
    send = Button("Press the demand", go, kind="primary")
    cancel = Button("Do not press it", lambda: dialog.cancel())
    dialog = Dialog("Press a demand", body, [cancel, send], confirm=send, widest=560)
    dialog.open(ui, radio)
    return dialog


def guards_of(session: Session, nation: str) -> list[str]:
    """Nations whose guarantee of a nation would read an attack by this seat there as its case."""
    table, home = session.appraisal, session.world.nations[nation].home
    found = [
        guard.by
        for guard in table.guards[nation]
        if guard.by != session.nation and covers(guard, home, "armed_attack", session.nation) == "case"
    ]
    return sorted(dict.fromkeys(found))


class Menu(Column):
    """Buttons under one another that the arrow keys walk through."""

    def pressed_key(self, event: pygame.event.Event) -> bool:
        step = {"down": 1, "up": -1}.get(combo_of(event))
        ui = self.ui
        if step is None or ui is None:
            return False
        ui.step_focus(step)
        return True


def menu_dialog(ui: Ui, entries: Sequence[tuple[str, Callable[[], object]]]) -> Dialog:
    """A list of ways on; Esc closes it."""
    dialog: Dialog

    def going(do: Callable[[], object]) -> Callable[[], object]:
        def go() -> None:
            dialog.close()
            do()

        return go

    buttons = [
        Button(words, going(do), key=f"menu-{place}", align="stretch") for place, (words, do) in enumerate(entries)
    ]
    dialog = Dialog("Menu", Menu(*buttons, gap=theme.INSIDE), [], widest=320)
    dialog.open(ui, buttons[0])
    return dialog
