"""The style sheets: small, whole, without what fails our contrast; and clear sentences when they cannot be made."""

import gzip
import re
import subprocess

import pytest

from nadzor.web import assets

BUDGET = {"portal": 10 * 1024, "workplace": 25 * 1024}
# Names that stand in templates for scripts or tests alone, never in a sheet.
UNSTYLED = {"n-work"}


@pytest.fixture(scope="module")
def built():
    assets.build()
    return {name: (assets.BUILT / f"{name}.css").read_text(encoding="utf-8") for name in assets.ROOMS_OF}


def classes_said(text):
    plain = re.sub(r"\{\{.*?\}\}", "\0", re.sub(r"\{%.*?%\}", " ", text))
    for said in re.findall(r'\bclass="([^"]*)"', plain):
        yield from (name for name in said.split() if "\0" not in name)


def test_a_second_run_does_nothing(built):
    assert assets.build() == []


@pytest.mark.parametrize("name", BUDGET)
def test_sheets_stay_in_their_budget(built, name):
    assert len(gzip.compress(built[name].encode(), 9)) <= BUDGET[name]


def test_letters_stay_in_their_budget(built):
    assert sum(path.stat().st_size for path in assets.outputs() if path.suffix == ".woff2") <= 60_000


@pytest.mark.parametrize("name", BUDGET)
def test_every_class_of_a_template_is_in_the_sheet(built, name):
    sheet = set(re.findall(r"\.([a-zA-Z][\w-]*)", built[name]))
    said = {
        (path.name, word)
        for path in assets.sheet_sources(name)
        if path.suffix == ".html" and path.name not in assets.STAFF_ONLY
        for word in classes_said(path.read_text(encoding="utf-8"))
    }
    assert len(said) > 40
    assert sorted((file, word) for file, word in said if word not in sheet | UNSTYLED) == []


@pytest.mark.parametrize("name", BUDGET)
def test_tones_made_of_words_stay(built, name):
    for tone in ("work", "wait", "soon", "late", "moved", "done", "ended"):
        assert f".n-tone-{tone}{{" in built[name]


@pytest.mark.parametrize("name", BUDGET)
def test_what_fails_our_contrast_or_older_engines_is_gone(built, name):
    assert not re.findall(r"\.(?:badge|alert|toast|modal|tooltip|popover|ribbon|steps)\b", built[name])
    assert not re.findall(r"oklch\(|light-dark\(|color-mix\(|https?://(?!www\.w3\.org)", built[name])
    assert built[name].count("@font-face") == 6


@pytest.mark.parametrize(
    ("said", "sentence"),
    [("npm error code ENOTFOUND", "cannot be reached"), ("npm error code EAI_AGAIN", "cannot be reached"),
     ("npm error code EUSAGE\nlock file out of step", "npm ci failed:\nnpm error code EUSAGE")],
)  # fmt: skip
def test_npm_fails_with_a_sentence(monkeypatch, tmp_path, said, sentence):
    monkeypatch.setattr(assets, "PACKAGES", tmp_path)
    answer = subprocess.CompletedProcess([], 1, stdout="", stderr=said)
    monkeypatch.setattr(assets.subprocess, "run", lambda *a, **k: answer)
    with pytest.raises(assets.AssetsError, match=re.escape(sentence)):
        assets.install_packages()


def test_npm_that_hangs_is_given_up(monkeypatch, tmp_path):
    def hang(*args, **kwargs):
        raise subprocess.TimeoutExpired("npm", kwargs["timeout"])

    monkeypatch.setattr(assets, "PACKAGES", tmp_path)
    monkeypatch.setattr(assets.subprocess, "run", hang)
    with pytest.raises(assets.AssetsError, match="did not end in"):
        assets.install_packages()


def test_main_says_why_on_standard_error(monkeypatch, capsys):
    def fail():
        raise PermissionError(13, "Permission denied", "built")

    monkeypatch.setattr(assets, "build", fail)
    assert assets.main() == 1
    assert capsys.readouterr().err == "Cannot write the assets: Permission denied (built).\n"


def test_a_broken_catalogue_stops_the_build(monkeypatch, tmp_path):
    folder = tmp_path / "kk" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text('msgid "One"\nmsgstr "Бір"\nnonsense\n', encoding="utf-8")
    monkeypatch.setattr(assets, "LOCALE", tmp_path)
    with pytest.raises(assets.AssetsError, match=r"django\.po"):
        assets.compile_messages()
    assert not (folder / "django.mo").exists()
