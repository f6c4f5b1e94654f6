"""The pictures of the site, drawn from facts: change a deadline and its picture changes."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeVar

from canllaw.model import AgeStage, Deadline, Entry, Milestone, PlanSection, Right, Role, Route
from canllaw.render.desk import Desk
from canllaw.render.svg import Box, Picture, draw

EntryT = TypeVar("EntryT", bound=Entry)

# The ladder of disagreement, from a question to the Upper Tribunal.
LADDER: Final = (
    Route.REQUEST,
    Route.RECONSIDERATION,
    Route.DISAGREEMENT,
    Route.ADVOCACY,
    Route.APPEAL,
    Route.AFTER_DECISION,
)


def picture_functions(desk: Desk) -> dict[str, Callable[..., Picture]]:
    """Return the drawing functions that macros may call, bound to `desk`."""
    return {
        "draw_ages": lambda: draw_ages(desk),
        "draw_paths": lambda paths: draw_paths(desk, paths),
        "draw_ladder": lambda: draw_ladder(desk),
        "draw_plan": lambda: draw_plan(desk),
        "draw_timeline": lambda: draw_timeline(desk),
    }


def draw_ages(desk: Desk) -> Picture:
    """Draw the 0–25 range: at each age who decides, who keeps the plan, whose rights they are."""
    boxes: list[Box] = []
    for stage in _only(AgeStage, desk.facts("age_stage")):
        if stage.circumstance is None:
            boxes.append(
                Box(
                    desk.text(stage.name),
                    (
                        f"{desk.label('age.decides')}: {_names(desk, stage.decides)}",
                        f"{desk.label('age.maintains')}: {_names(desk, stage.maintains)}",
                        f"{desk.label('age.rights')}: {_holders(desk, stage)}",
                    ),
                    mark=f"{stage.start.age}–{stage.end.age}",
                    look="young" if "young-person" in stage.rights_of else "child",
                )
            )
    return draw(boxes, desk.label("picture.ages"), "picture-ages")


def draw_paths(desk: Desk, paths: Sequence[Sequence[str]]) -> Picture:
    """Draw paths of deadlines, step by step, each step with its clock."""
    boxes = [
        Box(
            desk.text(deadline.name),
            (f"{desk.label('deadline.who')}: {_names(desk, deadline.who)}",),
            badge=desk.length(deadline),
            look="clock",
            follows=step > 0,
        )
        for path in paths
        for step, deadline in enumerate(_only(Deadline, map(desk.fact, path)))
    ]
    return draw(boxes, desk.label("picture.decision"), "picture-decision")


def draw_ladder(desk: Desk) -> Picture:
    """Draw the ladder of disagreement, one rung a route, with the clocks that run on it."""
    boxes: list[Box] = []
    for route in LADDER:
        rights = _only(Right, desk.facts("right", route=route))
        clocks = dict.fromkeys(limit for right in rights for limit in right.deadlines)
        boxes.append(
            Box(
                desk.label(f"route.{route.value}"),
                tuple(_clock(desk, entry_id) for entry_id in clocks),
                look="rung",
                follows=bool(boxes),
            )
        )
    return draw(boxes, desk.label("picture.ladder"), "picture-ladder")


def draw_plan(desk: Desk) -> Picture:
    """Draw the map of a plan: its sections, and which of them can be appealed."""
    boxes = [
        Box(
            desk.text(section.name),
            (desk.label("picture.appeal" if section.rights else "picture.no-appeal"),),
            mark=section.number,
            look="appeal" if section.rights else "plain",
        )
        for section in _only(PlanSection, desk.facts("plan_section"))
    ]
    return draw(boxes, desk.label("picture.plan"), "picture-plan")


def draw_timeline(desk: Desk) -> Picture:
    """Draw how the system came in, one box a milestone, with the year in the gutter."""
    boxes = [
        Box(desk.text(milestone.name), (desk.date(milestone.when),), mark=milestone.when[:4])
        for milestone in _only(Milestone, desk.facts("milestone"))
    ]
    return draw(boxes, desk.label("picture.timeline"), "picture-timeline")


def _clock(desk: Desk, entry_id: str) -> str:
    deadline = desk.fact(entry_id)
    name = desk.text(deadline.name) if isinstance(deadline, Deadline) else ""
    return f"{desk.length(entry_id)}: {name}"


def _names(desk: Desk, ids: Sequence[str]) -> str:
    return "; ".join(desk.text(role.name) for role in _only(Role, map(desk.fact, ids)))


def _holders(desk: Desk, stage: AgeStage) -> str:
    return "; ".join(desk.label(f"holder.{holder.value}") for holder in stage.rights_of)


def _only(kind: type[EntryT], entries: Iterable[Entry]) -> list[EntryT]:
    return [entry for entry in entries if isinstance(entry, kind)]
