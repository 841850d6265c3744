"""Clients that register letters by the API and do not let go of one until it is acknowledged."""

import datetime as dt
import http.client
import json
import threading
import time
from dataclasses import dataclass, field

from tools.soak.house import TOKEN, House

OFFICES = ("750000-oblast", "710000-oblast")
MOST = 4000
"""Letters of one client; then it stops by itself."""
PATIENCE = 300.0
"""Seconds in which a letter must be acknowledged, kills and all."""


@dataclass(slots=True)
class Acknowledged:
    """What a client was told about a letter: its number, after how many tries, and when (monotonic clock)."""

    number: str
    tries: int
    at: float


@dataclass
class Load:
    """Some clients at once. `acknowledged` by idempotency key; `faults` are sentences, none when all is well."""

    house: House
    name: str
    clients: int = 4
    acknowledged: dict[str, Acknowledged] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    _stop: threading.Event = field(default_factory=threading.Event)
    _threads: list[threading.Thread] = field(default_factory=list)

    def start(self) -> None:
        """Let the clients begin."""
        self._threads = [threading.Thread(target=self._client, args=(place,)) for place in range(self.clients)]
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Let each client bring its last letter to its end."""
        self._stop.set()
        for thread in self._threads:
            thread.join()

    def since(self, moment: float) -> int:
        """Return how many letters were acknowledged after a moment."""
        return sum(each.at > moment for each in list(self.acknowledged.values()))

    def tried_again(self) -> int:
        """Return how many letters had to be sent more than once."""
        return sum(each.tries > 1 for each in self.acknowledged.values())

    def _client(self, place: int) -> None:
        for count in range(MOST):
            if self._stop.is_set() or self.faults:
                return
            self._bring(f"{self.name}-{place}-{count}", OFFICES[place % len(OFFICES)])

    def _bring(self, key: str, office: str) -> None:
        body = json.dumps(letter(key, office))
        deadline, tries, last = time.monotonic() + PATIENCE, 0, ""
        while time.monotonic() < deadline:
            tries += 1
            status, answer = self._send(key, body)
            if status in {200, 201}:
                number = json.loads(answer)["number"]
                before = self.acknowledged.setdefault(key, Acknowledged(number, tries, time.monotonic()))
                if before.number != number:
                    self.faults.append(f"{key} was answered with {before.number}, then with {number}")
                return
            if status and status < 500:
                self.faults.append(f"{key} was refused: {status} {answer[:300]}")
                return
            if status == 500:
                self.faults.append(f"{key}: a fault of the program: {answer[:300]}")
                return
            last = f"{status} {answer[:200]}"
            time.sleep(0.2)
        self.faults.append(f"{key} was not acknowledged within {PATIENCE:g} s: {last}")

    def _send(self, key: str, body: str) -> tuple[int, str]:
        """Return the status and the body; 0 when the answer was lost."""
        headers = {
            "Authorization": f"Bearer {TOKEN}",
            "Content-Type": "application/json",
            "Idempotency-Key": key,
            "Accept-Language": "en",
        }
        link = http.client.HTTPConnection("127.0.0.1", self.house.port, timeout=15)
        try:
            link.request("POST", "/api/v1/appeals", body, headers)
            answer = link.getresponse()
            return answer.status, answer.read().decode()
        except (OSError, http.client.HTTPException) as error:
            return 0, repr(error)
        finally:
            link.close()


def letter(key: str, office: str) -> dict[str, object]:
    """Return a made-up letter as the API takes it."""
    return {
        "channel": "portal",
        "received_at": dt.datetime.now(dt.UTC).isoformat(),
        "language": "ru",
        "kind": "message",
        "addressed_to": office,
        "applicant": {
            "type": "person",
            "surname": f"Пробный-{key}",
            "name": "Заявитель",
            "postal_address": "улица Примерная, 1",
        },
        "text": f"Во дворе третий месяц не горит свет, на заявления никто не отвечает. Письмо {key}.",
        "demands": "Проверить и обязать починить.",
    }
