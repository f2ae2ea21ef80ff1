"""A council's single sign-on for tests: a small web application on this machine, with a key of its own."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qs, urlencode
from wsgiref.simple_server import WSGIRequestHandler, make_server

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT = "onechild-of-hatterton"
SECRET = "not a secret of anybody"  # noqa: S105
Start = Callable[[str, list[tuple[str, str]]], Any]


class Provider:
    """Answers as an OpenID Connect provider does; a test bends `claims` to see what is refused."""

    def __init__(self) -> None:
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.signs_with = self.key
        self.claims: dict[str, Any] = {}
        self.left_out: set[str] = set()
        self.codes: dict[str, dict[str, str]] = {}
        self.issuer = ""

    def __call__(self, environ: dict[str, Any], start: Start) -> list[bytes]:
        answer = {
            "/.well-known/openid-configuration": self.discovery,
            "/authorize": self.authorize,
            "/token": self.token,
            "/keys": self.keys,
        }[environ["PATH_INFO"]]
        size = int(environ.get("CONTENT_LENGTH") or 0)
        sent = environ["wsgi.input"].read(size).decode() if size else environ["QUERY_STRING"]
        status, headers, body = answer({name: values[0] for name, values in parse_qs(sent).items()})
        start(status, [("Content-Type", "application/json"), *headers])
        return [json.dumps(body).encode()]

    def discovery(self, _: dict[str, str]) -> tuple[str, list[tuple[str, str]], Any]:
        pages = {
            "authorization_endpoint": "authorize",
            "token_endpoint": "token",
            "userinfo_endpoint": "userinfo",
            "jwks_uri": "keys",
        }
        return "200 OK", [], {"issuer": self.issuer, **{name: f"{self.issuer}/{page}" for name, page in pages.items()}}

    def authorize(self, asked: dict[str, str]) -> tuple[str, list[tuple[str, str]], Any]:
        assert asked["code_challenge_method"] == "S256"
        code = secrets.token_urlsafe(8)
        self.codes[code] = asked
        back = urlencode({"code": code, "state": asked["state"]})
        return "302 Found", [("Location", f"{asked['redirect_uri']}?{back}")], {}

    def token(self, sent: dict[str, str]) -> tuple[str, list[tuple[str, str]], Any]:
        asked = self.codes.pop(sent["code"], None)
        challenge = (
            base64.urlsafe_b64encode(hashlib.sha256(sent["code_verifier"].encode()).digest()).decode().rstrip("=")
        )
        if asked is None or challenge != asked["code_challenge"] or sent["client_secret"] != SECRET:
            return "400 Bad Request", [], {"error": "invalid_grant"}
        now = int(time.time())
        claims = {
            "iss": self.issuer,
            "aud": CLIENT,
            "iat": now,
            "exp": now + 300,
            "nonce": asked["nonce"],
            **self.claims,
        }
        kept = {name: value for name, value in claims.items() if name not in self.left_out}
        token = jwt.encode(kept, self.signs_with, algorithm="RS256", headers={"kid": "one"})
        return "200 OK", [], {"access_token": "of no use", "id_token": token, "token_type": "Bearer"}

    def keys(self, _: dict[str, str]) -> tuple[str, list[tuple[str, str]], Any]:
        key = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key()))
        return "200 OK", [], {"keys": [{**key, "kid": "one", "use": "sig", "alg": "RS256"}]}


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def running() -> Iterator[Provider]:
    """A provider that answers on this machine for the time of the block."""
    provider = Provider()
    server = make_server("127.0.0.1", 0, provider, handler_class=_Quiet)  # type: ignore[arg-type]
    provider.issuer = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
