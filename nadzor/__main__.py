"""The program's entry. Ctrl-C and a closed pipe end it at once and without a word, from its first line on."""

import signal


def main() -> None:
    """Let the two signals do what they do to any Unix filter, then run the command line."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    from nadzor.cli import cli  # noqa: PLC0415  # what is imported before the line above could still be interrupted

    cli(prog_name="nadzor")


if __name__ == "__main__":
    main()
