"""What a page gives on paper: content, black on white, the instant, numbers of sheets; nothing to press."""

import re
from pathlib import Path

import pypdfium2
import pytest

from tests.browser.conftest import Enter
from tests.browser.visits import EXECUTOR, HEAD, REGISTRAR, Site, follow

pytestmark = pytest.mark.django_db
AS_OF = {"kk": "Деректер уақыты", "ru": "По состоянию на"}
# Words of the navigation, of buttons and of forms, which have no use on paper.
NOT_PRINTED = {
    "kk": ("Қабылдау және тіркеу", "Шығу", "Русский", "Көрсету", "Қолдану", "Таңдаңыз"),
    "ru": ("Приём и регистрация", "Выйти", "Қазақша", "Применить", "Выберите", "Показать"),
}
PAGES = (
    (REGISTRAR, "/work/", ("{open}", "{review}")),
    (REGISTRAR, "/work/case/{open}/receipt/", ("{open}", "{open_code}")),
    (HEAD, "/work/case/{open}/", ("{open}", "жалоба.txt", "29")),
    (HEAD, "/work/case/{answered}/?journal=all", ("{answered}",)),
    (EXECUTOR, "/work/case/{child}/", ("{child}",)),
    (HEAD, "/work/control/", ()),
    (HEAD, "/work/registers/750000-oblast/appeals/{year}/", ("{open}", "{answered}")),
    (None, "/follow/", ("{answered}",)),
)


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_pages_on_paper(site: Site, enter: Enter, language: str, tmp_path: Path) -> None:
    wrong: list[str] = []
    for who, address, holds in PAGES:
        page = enter(language, who=who).new_page()
        page.goto(site.url + address.format(**site.data))
        if address == "/follow/":
            follow("answered_code")(page, site.data)
        target = tmp_path / "page.pdf"
        page.pdf(path=target, prefer_css_page_size=True)
        read = pypdfium2.PdfDocument(target)
        sheets = [re.sub(r"\s+", " ", each.get_textpage().get_text_range()) for each in read]
        said = " ".join(sheets)
        wanted = [each.format(**site.data) for each in holds] + [AS_OF[language]]
        wrong += [f"{address}: no {each}" for each in wanted if each not in said]
        wrong += [f"{address}: prints {each}" for each in NOT_PRINTED[language] if each in said]
        places = enumerate(sheets, start=1)
        wrong += [f"{address}: no number on {n}" for n, text in places if f"{n} / {len(sheets)}" not in text]
        if {(round(each.get_width()), round(each.get_height())) for each in read} != {(595, 842)}:
            wrong.append(f"{address}: not A4")
        if coloured := _coloured(read):
            wrong.append(f"{address}: {coloured} coloured points")
        read.close()
    assert not wrong, "\n".join(wrong)


def _coloured(read: pypdfium2.PdfDocument) -> int:
    """How many points of the first sheet are neither black, white nor grey."""
    picture = read[0].render(scale=0.5).to_pil().convert("RGB")
    return sum(count for count, (r, g, b) in picture.getcolors(1 << 24) if max(r, g, b) - min(r, g, b) > 48)
