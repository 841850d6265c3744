"""`nadzor ask` as a process: order, exit status, absurd input, Ctrl-C, a closed pipe; never a traceback."""

import json
import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

NADZOR = Path(sys.executable).parent / "nadzor"
GOOD = b'{"ask": "competence", "facts": ["minor"]}'


def asked(data: bytes, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    done = subprocess.run([NADZOR, "ask", *arguments], input=data, capture_output=True, timeout=120, check=False)
    assert b"Traceback" not in done.stderr
    return done


def answers(done: subprocess.CompletedProcess[bytes]) -> list[dict]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_answers_come_in_order_and_the_status_tells_of_errors() -> None:
    done = asked(b'{"ask":"due","norm":"29I.50","from":"2026-03-05","id":1}\n' + GOOD + b"\n")
    assert done.returncode == 0
    assert done.stderr == b""
    assert [a.get("due") or a.get("competent") for a in answers(done)] == ["2026-04-01", True]
    broken = asked(GOOD + b"\nnonsense\n\n" + GOOD)
    assert broken.returncode == 1
    codes = [a.get("error", {}).get("code") for a in answers(broken)]
    assert codes == [None, "bad_json", "bad_json", None]


def test_nothing_asked_nothing_answered() -> None:
    done = asked(b"")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_ends_of_lines_of_other_systems() -> None:
    assert [a["competent"] for a in answers(asked(GOOD + b"\r\n" + GOOD + b"\r\n"))] == [True, True]


def test_a_line_of_a_megabyte_is_answered_in_its_place() -> None:
    done = asked(GOOD + b"\n" + b"x" * 1_000_000 + b"\n" + GOOD + b" " * 1_000_000 + b"\n" + GOOD + b"\n")
    assert [a.get("error", {}).get("code") for a in answers(done)] == [None, "bad_json", "bad_json", None]


def test_a_hundred_thousand_lines() -> None:
    line = b'{"ask":"registration","received":"2026-03-21T11:00:00+05:00","channel":"paper","id":%d}\n'
    done = asked(b"".join(line % number for number in range(100_000)))
    found = answers(done)
    assert done.returncode == 0
    assert [a["id"] for a in found] == list(range(100_000))
    assert {a["registered"] for a in found} == {"2026-03-26"}


def test_bytes_that_are_no_text_and_half_a_character() -> None:
    done = asked(b"\xff\xfe\x00\n" + b'{"ask":"competence","facts":[],"id":"\\ud800"}\n' + "қ\n".encode())
    assert [a.get("error", {}).get("code") for a in answers(done)] == ["bad_json", None, "bad_json"]
    assert answers(done)[1]["id"] == "\ud800"


@pytest.mark.parametrize(("lang", "word"), [("kk", "Жол"), ("ru", "Строка"), ("en", "The line")])
def test_messages_in_the_language_asked_for(lang: str, word: str) -> None:
    assert answers(asked(b"x\n", "--lang", lang))[0]["error"]["message"].startswith(word)


def test_output_is_utf_8_whatever_the_locale() -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [NADZOR, "ask", "--examples"], input=b"x\n", capture_output=True, env=environment, timeout=60, check=False
    )
    assert b"Traceback" not in done.stderr
    assert "жұмыс күні" in done.stdout.decode("utf-8")


def test_examples_are_questions_with_their_answers() -> None:
    lines = asked(b"", "--examples").stdout.decode().splitlines()
    pairs = [(json.loads(lines[k]), json.loads(lines[k + 1])) for k in range(0, len(lines), 3)]
    assert [question["ask"] for question, _ in pairs] == [
        *("due", "registration", "signatories", "route", "booking", "competence")
    ]
    assert not any("error" in answer for _, answer in pairs)


def test_an_answer_comes_before_the_next_question_is_typed() -> None:
    process = subprocess.Popen([NADZOR, "ask"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin is not None
    assert process.stdout is not None
    for _ in range(3):
        process.stdin.write(GOOD + b"\n")
        process.stdin.flush()
        assert select.select([process.stdout], [], [], 30)[0]
        assert json.loads(process.stdout.readline())["competent"] is True
    process.stdin.close()
    assert process.wait(30) == 0
    process.stdout.close()


def test_ctrl_c_ends_quietly() -> None:
    process = subprocess.Popen([NADZOR, "ask"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(GOOD + b"\n")
    process.stdin.flush()
    process.stdout.readline()  # it is at work
    process.send_signal(signal.SIGINT)
    assert process.wait(30) == -signal.SIGINT  # a shell tells it as 130
    assert process.stderr is not None
    assert process.stderr.read() == b""
    for stream in (process.stdin, process.stdout, process.stderr):
        stream.close()


def test_ctrl_c_while_it_is_still_starting_prints_no_traceback() -> None:
    for pause in (0.02, 0.06, 0.1, 0.14, 0.2):
        process = subprocess.Popen(
            [NADZOR, "ask"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        time.sleep(pause)
        process.send_signal(signal.SIGINT)
        _, error = process.communicate(timeout=30)
        # before the program's first line the interpreter itself may complain; our own files never do
        assert b"nadzor/cli.py" not in error
        assert b"nadzor/law" not in error


def test_a_closed_pipe_ends_quietly() -> None:
    many = (GOOD + b"\n") * 50_000
    script = f"'{NADZOR}' ask | head -n 1"
    done = subprocess.run(["bash", "-c", script], input=many, capture_output=True, timeout=60, check=False)
    assert (done.stdout.count(b"\n"), done.stderr) == (1, b"")


@pytest.mark.parametrize("command", ["norms coverage --json", "norms list 60I", "calendar 2026"])
def test_a_closed_pipe_ends_other_commands_quietly(command: str) -> None:
    done = subprocess.run(["bash", "-c", f"'{NADZOR}' {command} | true"], capture_output=True, timeout=60, check=False)
    assert done.stderr == b""


def test_at_a_terminal_an_empty_line_is_no_question() -> None:
    try:
        master, slave = pty.openpty()
    except OSError as error:
        pytest.skip(f"this machine has no pseudo-terminals: {error}")
    process = subprocess.Popen([NADZOR, "ask"], stdin=slave, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    os.close(slave)
    os.write(master, b"\n" + GOOD + b"\n\x04")
    out, error = process.communicate(timeout=30)
    os.close(master)
    assert [json.loads(line)["competent"] for line in out.splitlines()] == [True]
    assert "Наберите вопрос" in error.decode()
    assert process.returncode == 0


def test_a_closed_input_asks_nothing() -> None:
    done = subprocess.run(["bash", "-c", f"'{NADZOR}' ask <&-"], capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


@pytest.mark.parametrize("command", ["ask --examples </dev/null", "norms list 29I", "norms coverage --json"])
def test_a_full_disk_gets_a_sentence(command: str) -> None:
    done = subprocess.run(
        ["bash", "-c", f"'{NADZOR}' {command} >/dev/full"], capture_output=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (2, b"nadzor: No space left on device\n")


@pytest.mark.parametrize(
    "arguments",
    [["ask", "--lang", "fr"], ["ask", "--no-such"], ["no-such"], ["norms", "list", "7"], ["calendar", "1999"]],
)
def test_a_wrong_command_line_gets_a_sentence(arguments: list[str]) -> None:
    done = subprocess.run([NADZOR, *arguments], capture_output=True, timeout=60, check=False)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert b"Usage" in done.stderr or b"Error" in done.stderr
