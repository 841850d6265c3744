"""A key in software: answers challenges as a real one does, with or without having asked its owner for a PIN."""

import base64
import hashlib
import json
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2 import cbor
from fido2.cose import ES256

HOST = "localhost"
PRESENT, VERIFIED, WITH_CREDENTIAL = 0x01, 0x04, 0x40


def text(octets: bytes) -> str:
    return base64.urlsafe_b64encode(octets).rstrip(b"=").decode()


class SoftKey:
    """One key. `asks`: whether it asks its owner for a PIN, a finger or a face."""

    def __init__(self, *, asks: bool) -> None:
        self.asks = asks
        self.secret = ec.generate_private_key(ec.SECP256R1())
        self.id = hashlib.sha256(str(id(self)).encode()).digest()

    def _data(self, flags: int) -> bytes:
        flags |= PRESENT | (VERIFIED if self.asks else 0)
        return hashlib.sha256(HOST.encode()).digest() + bytes([flags]) + bytes(4)

    def _said(self, kind: str, asked: dict[str, Any]) -> bytes:
        told = {"type": f"webauthn.{kind}", "challenge": asked["publicKey"]["challenge"], "origin": f"http://{HOST}"}
        return json.dumps(told).encode()

    def _answer(self, response: dict[str, str]) -> str:
        told = {"id": text(self.id), "rawId": text(self.id), "type": "public-key", "response": response}
        return json.dumps(told | {"clientExtensionResults": {}})

    def made(self, asked: dict[str, Any]) -> str:
        """The answer to being added."""
        public = cbor.encode(dict(ES256.from_cryptography_key(self.secret.public_key())))
        data = self._data(WITH_CREDENTIAL) + bytes(16) + len(self.id).to_bytes(2, "big") + self.id + public
        attested = cbor.encode({"fmt": "none", "attStmt": {}, "authData": data})
        said = self._said("create", asked)
        return self._answer({"clientDataJSON": text(said), "attestationObject": text(attested)})

    def signed(self, asked: dict[str, Any]) -> str:
        """The answer to being asked."""
        said, data = self._said("get", asked), self._data(0)
        signature = self.secret.sign(data + hashlib.sha256(said).digest(), ec.ECDSA(hashes.SHA256()))
        response = {"clientDataJSON": text(said), "authenticatorData": text(data), "signature": text(signature)}
        return self._answer(response)
