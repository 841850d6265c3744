"""Tables of steps drawn for people: a diagram of states; each step with who may, from where, to where, by what."""

from nadzor.casework.procedure import Procedure, Step
from nadzor.law.words import Phrase

_LASTING = "—"


def page(procedure: Procedure) -> str:
    """Return a page of documentation: the title, the diagram, the table of steps, the clocks."""
    return "\n".join(
        [
            f"# {procedure.title.en}: {procedure.title.ru} / {procedure.title.kk}",
            "",
            "Drawn from the table by `nadzor procedures draw`.",
            "",
            *_diagram(procedure),
            "",
            "| step | по-русски | қазақша | who | from | to | points |",
            "| --- | --- | --- | --- | --- | --- | --- |",
            *(_row(step, procedure) for step in procedure.steps),
            "",
            *_clocks(procedure),
        ]
    )


def _diagram(procedure: Procedure) -> list[str]:
    """The main line only: steps that leave the state as it is stand in the table."""
    lines = ["```mermaid", "stateDiagram-v2"]
    lines += [f"    {state.name}: {state.title.ru}" for state in procedure.states]
    for step in procedure.steps:
        if step.opens is not None:
            lines.append(f"    [*] --> {step.to}: {step.title.ru}")
        elif step.to is not None:
            lines += [f"    {name} --> {step.to}: {step.title.ru}" for name in _in_order(step, procedure)]
    lines += [f"    {state.name} --> [*]" for state in procedure.states if not state.open]
    return [*lines, "```"]


def _row(step: Step, procedure: Procedure) -> str:
    came = ", ".join(_in_order(step, procedure)) or _LASTING
    goes = step.to or ("as the case stands" if step.to_of is not None else _LASTING)
    points = ", ".join(dict.fromkeys((*step.cites, *step.by.cites))) or _LASTING
    said = (f"`{step.name}`", step.title.ru, step.title.kk, _both(step.by.who), came, goes, points)
    return "| " + " | ".join(said) + " |"


def _both(said: Phrase) -> str:
    return f"{said.ru} / {said.kk}"


def _in_order(step: Step, procedure: Procedure) -> list[str]:
    return [state.name for state in procedure.states if state.name in step.from_]


def _clocks(procedure: Procedure) -> list[str]:
    lines = ["| clock | по-русски | қазақша | counted by | hangs on |", "| --- | --- | --- | --- | --- |"]
    for clock in procedure.clocks:
        norms = ", ".join(clock.norms)
        said = (f"`{clock.name}`", clock.title.ru, clock.title.kk, norms, clock.hangs_on or _LASTING)
        lines.append("| " + " | ".join(said) + " |")
    return [*lines, ""]
