"""Duties in words, as they fall due: kept, broken or excused."""

from game.reports.duties_told import OTHER_DUTIES, drilled_elsewhere, kept_from, other_duty
from game.reports.grammar import figure
from game.reports.told import Told
from game.reports.treaties import purse_duty
from game.reports.words import crisis_name, names, treaty_name


def duty(told: Told) -> str:
    """A duty that fell due, as the ledger took it down."""
    event, world = told.event, told.world
    treaty = treaty_name(world, event.text or event.about)
    result = event.kind.removeprefix("duty_")
    toward = names(world, [who for who in event.whom if who in world.nations]) or "its partners"
    case = f" in {crisis_name(world, event.about)}" if event.about in world.crises else ""
    weight = f" (weight {figure(event.amount)} of 10)" if event.amount else ""
    if event.why == "guard":
        words = {
            "kept": f"{told.who} kept its pledge to {toward} under {treaty}{weight}",
            "broken": f"{told.who} broke its pledge to {toward} under {treaty}{weight}",
            "excused": f"{told.who} was excused from its pledge to {toward} under {treaty}",
        }
    elif event.why == "consult":
        words = {
            "kept": f"{told.who} took counsel with {toward} under {treaty}{case}",
            "broken": f"{told.who} took no counsel with {toward}, as {treaty} asked{case}",
            "excused": f"{told.who} was excused from counsel with {toward} under {treaty}{case}",
        }
    elif event.why == "train":
        words = {
            "kept": f"{told.who} held the exercise {treaty} asks for",
            "broken": f"{told.who} "
            + (drilled_elsewhere(world, event, treaty) or f"stayed away from the exercise {treaty} asks for"),
            "excused": f"{told.who} was excused from the exercise {treaty} asks for: nobody met it there",
        }
    elif event.why == "abstain":
        promise = f"its promise under {treaty} to {kept_from(world, event, toward)}"
        if told.crisis is not None and told.crisis.challenger != event.who:
            promise = f"its promise under {treaty} to stay neutral toward {toward}"
        words = {
            "kept": f"{told.who} kept {promise}{case}{weight}",
            "broken": f"{told.who} broke {promise}{'' if told.brief else case}{weight}",
        }
    elif event.why in OTHER_DUTIES:
        words = {
            result: f"{told.who} {said} under {treaty}{case}"
            for result, said in other_duty(world, event.why, event.about, toward).items()
        }
    else:
        words = _purse(told, treaty, event.text or event.about)
    return words.get(result, f"{told.who} answered for its duty under {treaty}")


def _purse(told: Told, treaty: str, key: str) -> dict[str, str]:
    """A duty of the purse by its result: a gift, a pledge on own forces, or one of a treaty that asks for both."""
    who, asked = told.who, purse_duty(told.world, key, told.event.who)
    if asked == "gift":
        return {
            "kept": f"{who} gave what {treaty} asks for",
            "broken": f"{who} withheld what {treaty} has it give",
            "excused": f"{who} had not the means to give what {treaty} asks for, and was excused",
        }
    if asked == "both":
        return {
            "kept": f"{who} met what {treaty} asks of its purse",
            "broken": f"{who} did not meet what {treaty} asks of its purse",
            "excused": f"{who} was excused from what {treaty} asks of its purse",
        }
    if asked == "share":
        return {
            "kept": f"{who} bore its share of the burden under {treaty}",
            "broken": f"{who} bore less than its share of the burden under {treaty}",
            "excused": f"{who} had not the means to bear its share under {treaty}, and was excused",
        }
    return {
        "kept": f"{who} spent on its own forces what {treaty} asks for",
        "broken": f"{who} spent less on its own forces than {treaty} asks for",
        "excused": f"{who} was excused from the spending {treaty} asks for",
    }
