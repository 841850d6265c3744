"""Three lives through the browser: a citizen's letter on a phone, a registrar's hundred papers, a head's morning."""

import re
import uuid
from typing import Any

import pytest

from tests.browser.conftest import Enter
from tests.browser.signing import draft, sign
from tests.browser.test_by_hand import tab_to
from tests.browser.visits import Site, file_to

pytestmark = pytest.mark.django_db
PHONE = 360
PAPERS, TYPED = 100, 3
NUMBER = re.compile(r"\d{4}-\d{2}-\d{6}")
ANSWER = "Свет во дворе починен 3 марта. Ответ можно обжаловать вышестоящему прокурору или в суд."


def number_on(page: Any) -> str:
    found = NUMBER.search(page.locator("h1").inner_text())
    assert found, page.locator("h1").inner_text()
    return found.group()


def fits(page: Any) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))


def assign(page: Any, site: Site, number: str) -> None:
    page.goto(f"{site.url}/work/case/{number}/assign/")
    page.locator("#id_executor").select_option(site.data["person"])
    if page.locator("#id_kind").count():
        page.locator("#id_kind").select_option("application")
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_url(f"**/work/case/{number}/")


def test_a_citizen_files_on_the_phone_and_reads_the_answer(site: Site, enter: Enter) -> None:
    citizen = enter("ru", width=PHONE).new_page()
    citizen.goto(f"{site.url}/")
    assert fits(citizen)
    citizen.locator("main a[href='/file/']").first.click()
    citizen.wait_for_url("**/file/")
    file_to("check")(citizen, site.data)
    assert "Во дворе третий месяц не горит свет." in citizen.locator("main").inner_text(), "the answers are checked"
    assert fits(citizen)
    citizen.locator("main form button[type=submit]").last.click()
    citizen.wait_for_url("**/receipt/")
    number, code = number_on(citizen), citizen.locator("dl strong").first.inner_text()
    assert re.fullmatch(r"(\w{4}-){3}\w{4}", code)
    assert fits(citizen)

    def follow() -> str:
        citizen.goto(f"{site.url}/follow/")
        if citizen.locator("#id_code").count():
            citizen.locator("#id_code").fill(code.lower().replace("-", " "))
            citizen.locator("#id_code").press("Enter")
            citizen.wait_for_load_state()
        assert number in citizen.locator("h1").inner_text()
        assert fits(citizen)
        return str(citizen.locator("main").inner_text())

    assert "Зарегистрировано" in follow()
    registrar = enter("ru", who="almaty.registrar").new_page()
    assign(registrar, site, number)
    told = follow()
    assert "На рассмотрении" in told
    assert "Свет во дворе починен" not in told
    executor = enter("kk", who="almaty.executor1", width=PHONE).new_page()
    executor.goto(f"{site.url}/work/case/{number}/note/")
    executor.locator("#id_text").fill("Подрядчик обещал починить свет на этой неделе.")
    executor.locator("main form button[type=submit]").last.click()
    executor.wait_for_url(f"**/work/case/{number}/")
    assert fits(executor)
    draft(enter("ru", who="almaty.executor1").new_page(), site.url, number, text=ANSWER, outcome="perform_action")
    sign(enter("ru", who="almaty.head").new_page(), site.url, number)
    told = follow()
    assert "Ответ отправлен" in told
    assert ANSWER in told
    assert "Подрядчик обещал" not in told, "what the office notes for itself is not shown"
    assert "Сынақбаев" in told, "who signed"


def letter(place: int) -> dict[str, str]:
    return {
        "surname": "Бумажная",
        "given_name": f"Заявительница {place}",
        "postal_address": f"г. Алматы, ул. Примерная, {place}",
        "text": f"Прошу проверить освещение двора дома {place}.",
    }


def type_in(page: Any, place: int) -> str:
    """Register a paper by the keyboard alone; return its number."""
    for field, text in letter(place).items():
        tab_to(page, field=f"id_{field}")
        page.keyboard.insert_text(text) if field == "text" else page.keyboard.type(text)
    tab_to(page, text="Зарегистрировать")
    page.keyboard.press("Enter")
    page.wait_for_url("**/receipt/")
    return number_on(page)


def form_of(page: Any) -> dict[str, str]:
    """The form that a page of intake holds, as it would be sent."""
    return dict(page.locator("main form").evaluate("each => [...new FormData(each)].filter(([, said]) => !said.name)"))


def post(page: Any, site: Site, form: dict[str, str], place: int) -> str:
    """Send the form filled as letter `place`; return the number its receipt names."""
    sent = form | letter(place) | {"key": uuid.uuid4().hex}
    answer = page.request.post(f"{site.url}/work/intake/", form=sent, headers={"Referer": page.url}, max_redirects=0)
    assert answer.status == 302, answer.text()
    found = NUMBER.search(answer.headers["location"])
    assert found
    return found.group()


def test_a_registrars_hundred_papers(site: Site, enter: Enter) -> None:
    page = enter("ru", who="almaty.registrar").new_page()
    page.goto(f"{site.url}/work/")
    before = found_in(page)
    numbers: list[str] = []
    page.goto(f"{site.url}/work/intake/")
    for place in range(TYPED):
        numbers.append(type_in(page, place))
        tab_to(page, link="/work/intake/")
        page.keyboard.press("Enter")
        page.wait_for_url("**/intake/")
    form = form_of(page)
    numbers += [post(page, site, form, place) for place in range(TYPED, PAPERS)]
    assert len(set(numbers)) == PAPERS
    assert numbers == sorted(numbers), "numbers are given in the order of registration"
    page.goto(f"{site.url}/work/")
    assert found_in(page) == before + PAPERS
    page.goto(f"{site.url}/work/find/?q={numbers[-1]}")
    assert numbers[-1] in page.locator("main").inner_text()


def found_in(page: Any) -> int:
    """How many cases the list counts, as it says above it."""
    found = re.search(r"Найдено: (\d+)", page.locator("main").inner_text())
    assert found
    return int(found.group(1))


def test_a_heads_morning(site: Site, enter: Enter) -> None:
    registrar = enter("ru", who="almaty.registrar").new_page()
    registrar.goto(f"{site.url}/work/intake/")
    form = form_of(registrar)
    fresh = [post(registrar, site, form, place) for place in range(200, 204)]

    head = enter("ru", who="almaty.head").new_page()
    head.goto(f"{site.url}/work/control/")
    total = head.locator("main tbody tr").first.locator("td a").last
    counted = int(total.inner_text())
    total.click()
    head.wait_for_url("**/work/?**")
    assert found_in(head) == counted, "a figure of the board opens the list behind it"

    ticked: list[str] = []
    head.goto(f"{site.url}/work/")
    for _ in range(20):
        for number in fresh:
            box = head.locator(f"main input[name=number][value='{number}']")
            if box.count():
                box.check()
                ticked.append(number)
        following = head.locator("main nav a[rel=next]")
        if ticked or not following.count():
            break
        following.click()
        head.wait_for_load_state()
    assert ticked
    head.locator("#id_executor").select_option(site.data["person"])
    head.locator("main form button.btn:not([name])").last.click()
    head.wait_for_load_state()
    assert f"Сделано: {len(ticked)}. Отказано: 0." in head.locator("main").inner_text()

    executor = enter("ru", who="almaty.executor1").new_page()
    for number in ticked[:2]:
        draft(executor, site.url, number, text="Проверено: доводы подтвердились.")
        head.goto(f"{site.url}/work/to-sign/")
        assert number in head.locator("main").inner_text()
        sign(head, site.url, number)
        assert "Подписан" in head.locator("main").inner_text()
    head.goto(f"{site.url}/work/control/")
    assert head.locator("main table").count()
