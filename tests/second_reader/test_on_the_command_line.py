from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from bot import cli
from tests.second_reader.model import deaths

TEXT = "The night claimed nine more souls in Karukh, the mayor said.\n"


class _Endpoint(BaseHTTPRequestHandler):
    """Adds one claim to every text; refuses where the key is wrong."""

    def do_POST(self) -> None:
        content = json.dumps({"claims": [deaths("claimed nine more souls", 9, 9)]})
        body = json.dumps({"choices": [{"message": {"content": content}}]}).encode()
        self.send_response(200 if self.headers["Authorization"] == "Bearer right" else 403)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture
def endpoint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "text.txt").write_text(TEXT)
    server = HTTPServer(("127.0.0.1", 0), _Endpoint)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()
    thread.join()
    server.server_close()


def _extract(*words: str) -> None:
    cli.app(["extract", "text.txt", "--jsonl", *words], standalone_mode=False)


def test_it_adds_to_the_rules_when_it_is_asked_for(
    endpoint: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CLAIMDESK_LLM_URL", endpoint)
    monkeypatch.setenv("CLAIMDESK_LLM_MODEL", "reader-1")
    monkeypatch.setenv("CLAIMDESK_LLM_KEY", "right")
    _extract()
    assert "second_reader" not in capsys.readouterr().out
    _extract("--second-reader")
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["quote"] for line in lines if line["rule"] == "second_reader"] == ["claimed nine more souls"]


def test_that_it_did_not_answer_is_said_beside_the_claims(
    endpoint: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CLAIMDESK_LLM_URL", endpoint)
    monkeypatch.setenv("CLAIMDESK_LLM_MODEL", "reader-1")
    monkeypatch.setenv("CLAIMDESK_LLM_KEY", "wrong-key")
    _extract("--second-reader")
    said = capsys.readouterr()
    assert "text.txt: the second reader did not answer" in said.err
    assert "wrong-key" not in said.err + said.out


def test_without_the_settings_it_is_said_what_is_missing(endpoint: str) -> None:
    with pytest.raises(Exception, match="Set CLAIMDESK_LLM_URL and CLAIMDESK_LLM_MODEL"):
        _extract("--second-reader")
