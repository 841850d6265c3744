"""What ends an appeal beside its answer, laid for the tests of pages: a withdrawal, a nameless one, a repeated one."""

from typing import Any

from tests.house import House


def lay(house: House, withdrawn: str, answered: str, words: str, **letter: Any) -> str:
    """Enter a withdrawal; write a conclusion on a nameless letter, and one on a repeat of what was answered.

    `words`: what stands in every field. Returns the number of the repeat.
    """
    house.step("almaty.registrar", "withdraw_appeal", withdrawn, words=words, came_on="2026-03-05")
    nameless = house.register(**{**letter, "applicant": {"type": "anonymous"}, "representative": None}).number
    again = house.register(**letter, repeat_of=answered, repeat_reason="faults").number
    for number in (nameless, again):
        house.step("almaty.registrar", "assign", number, executor=house.people["almaty.executor2"].pk)
    said = {"language": "ru", "reasons": words, "conclusion": words}
    house.step("almaty.executor2", "write_anonymous_conclusion", nameless, **said, substance=words)
    house.step("almaty.executor2", "write_end_conclusion", again, **said, earlier=f"{words} | 05.03.2026 | {words}")
    return again
