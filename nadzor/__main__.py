"""The program's entry. Ctrl-C and a closed pipe end it at once and without a word, from its first line on."""

import os
import signal
import sys


def main() -> None:
    """Let the two signals do what they do to any Unix filter, then run the command line."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    if sys.stdin is None:  # started with its input closed: nothing is asked
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115  # it lasts as long as the program
    from nadzor.cli import cli  # noqa: PLC0415  # what is imported before the lines above could still be interrupted

    try:
        cli(prog_name="nadzor")
    except OSError as error:  # a full disk behind the output, a terminal that went away
        os.write(2, f"nadzor: {error.strerror or error}\n".encode())
        os._exit(2)  # what is still buffered cannot be written either


if __name__ == "__main__":
    main()
