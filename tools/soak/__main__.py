"""`make soak`: ten kills of each part under load, one house after another; a table; exit code 1 for any failure."""

import argparse
import sys
import time
from statistics import median

from tools.soak.faults import Outcome, fault
from tools.soak.house import Part, SoakError, open_house
from tools.soak.proof import rescued

PARTS: tuple[Part, ...] = ("web", "web worker", "database", "worker", "program")
ROUNDS = 10
A_HOUSE = 2
"""Rounds of one house; a part that dies often is started again after longer and longer pauses."""


def main() -> int:
    """Run the rounds. Returns the exit code."""
    asked = argparse.ArgumentParser(prog="python -m tools.soak")
    asked.add_argument("--rounds", type=int, default=ROUNDS)
    rounds = asked.parse_args().rounds
    outcomes: list[Outcome] = []
    again = 0
    began = time.monotonic()
    try:
        for first in range(0, rounds, A_HOUSE):
            with open_house() as house:
                client = house.admit()
                for place in range(first, min(first + A_HOUSE, rounds)):
                    for part in PARTS:
                        name = f"r{place}{part.replace(' ', '')}"
                        done = fault(house, client, part, name, in_a_job=part == "worker" and place % 2 == 0)
                        outcomes.append(done)
                        print(_row(done, place), flush=True)
                again += rescued(house)
    except SoakError as error:
        print(f"FAILED: {error}", file=sys.stderr)
        return 1
    print(f"\n{'part':<11} kills  letters  sent again  away median  away most")
    for part in PARTS:
        of = [each for each in outcomes if each.part == part]
        letters, sent = sum(each.letters for each in of), sum(each.tried_again for each in of)
        away = [each.away for each in of]
        print(f"{part:<11} {len(of):>5}  {letters:>7}  {sent:>10}  {median(away):>9.1f} s  {max(away):>7.1f} s")
    print(f"jobs of dead workers asked for again: {again}; {time.monotonic() - began:.0f} s in all; nothing was lost")
    return 0


def _row(done: Outcome, place: int) -> str:
    told = f"{done.letters} letters, {done.tried_again} sent again, away {done.away:.1f} s, {done.seconds:.0f} s in all"
    return f"round {place + 1}, {done.part}: {told}"


if __name__ == "__main__":
    sys.exit(main())
