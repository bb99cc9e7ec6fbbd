"""Several replicas: the Kubernetes manifests, and the proxy of the compose file."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import httpx
import pytest

from bot.chat.webhook import hook_at
from bot.config import Settings
from tests.web.conftest import House

FOLDER = "deploy/kubernetes"


@pytest.fixture
def manifests(top: Path) -> dict[str, str]:
    """The manifests by file name, comments left out."""
    files = (top / FOLDER).glob("*.yaml")
    return {file.name: re.sub(r"(?m)\s*#.*$", "", file.read_text(encoding="utf-8")) for file in files}


@pytest.fixture
def deployment(manifests: dict[str, str]) -> str:
    return manifests["deployment.yaml"]


@pytest.fixture
def nginx(top: Path) -> str:
    return re.sub(r"(?m)\s*#.*$", "", (top / "deploy/nginx.conf").read_text(encoding="utf-8"))


def environment(deployment: str) -> dict[str, str]:
    return dict(re.findall(r"(?m)^ +- name: (\w+)\n +value: (\S+)$", deployment))


def test_every_manifest_is_applied(manifests: dict[str, str]) -> None:
    listed = set(re.findall(r"(?m)^  - (\S+\.yaml)$", manifests["kustomization.yaml"]))

    assert listed == set(manifests) - {"kustomization.yaml"}


def test_the_image_carries_the_version_of_the_project(deployment: str, top: Path) -> None:
    version = tomllib.loads((top / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]

    assert re.findall(r"image: (\S+)", deployment) == [f"claimdesk:{version}"]


def test_there_are_several_and_some_are_always_there(manifests: dict[str, str]) -> None:
    replicas = re.search(r"replicas: (\d+)", manifests["deployment.yaml"])
    least = re.search(r"minAvailable: (\d+)", manifests["disruption.yaml"])

    assert replicas and least
    assert 1 <= int(least[1]) < int(replicas[1])
    assert "maxUnavailable: 0" in manifests["deployment.yaml"]


@pytest.mark.parametrize(
    "line",
    [
        "runAsNonRoot: true",
        "runAsUser: 10001",
        "readOnlyRootFilesystem: true",
        "allowPrivilegeEscalation: false",
        "capabilities: {drop: [ALL]}",
        "seccompProfile: {type: RuntimeDefault}",
        "automountServiceAccountToken: false",
    ],
)
def test_the_pods_are_fenced_in(deployment: str, line: str) -> None:
    assert re.search(rf"(?m)^ +{re.escape(line)}$", deployment)


async def test_every_probe_asks_for_what_is_served(deployment: str) -> None:
    probes = dict(re.findall(r"(\w+)Probe:\n +httpGet: \{path: (\S+), port: http\}", deployment))

    assert probes == {"startup": "/healthz", "liveness": "/healthz", "readiness": "/readyz/database"}
    async with httpx.AsyncClient(transport=httpx.ASGITransport(House().app()), base_url="http://bot") as client:
        assert {(await client.get(path)).status_code for path in probes.values()} == {200}


def test_what_the_pods_are_told_is_what_the_settings_take(deployment: str, monkeypatch: pytest.MonkeyPatch) -> None:
    told = environment(deployment)
    monkeypatch.setenv("CLAIMDESK_TOKEN", "7000000001:a-token-for-this-test")
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    settings = Settings(_env_file=None)

    assert settings.listen_at == ("0.0.0.0", 8080)
    assert "containerPort: 8080" in deployment
    assert settings.webhook_url == "https://claimdesk.example.org/telegram"
    assert {name for name in told if "FILE" in name} == {"CLAIMDESK_TOKEN_FILE", "CLAIMDESK_SIGNING_KEY_FILE"}


def test_secrets_come_from_the_secret_and_nothing_else(deployment: str) -> None:
    mount = re.search(r"name: secrets, mountPath: (\S+), readOnly: true", deployment)
    items = set(re.findall(r"\{key: (\S+), path: \1\}", deployment))

    assert mount
    files = {value for name, value in environment(deployment).items() if name.endswith("FILE")}
    assert files == {f"{mount[1]}/{item}" for item in items}
    assert "secretKeyRef: {name: claimdesk, key: postgresql_password}" in deployment
    assert not re.search(r"://[^@\s]*:[^@\s]*@", deployment)


def test_only_the_path_of_deliveries_is_open_to_the_world(manifests: dict[str, str], deployment: str) -> None:
    ingress = manifests["ingress.yaml"]
    url = hook_at(environment(deployment)["CLAIMDESK_WEBHOOK_URL"], bytes(32)).url

    assert re.findall(r"path: (\S+)", ingress) == ["/telegram/"]
    (host,) = set(re.findall(r"(?:hosts: \[|host: )([\w.]+)", ingress))
    assert url.startswith(f"https://{host}/telegram/")
    assert "type: ClusterIP" in manifests["service.yaml"]


def test_there_is_time_to_finish_what_is_in_flight(deployment: str) -> None:
    grace = re.search(r"terminationGracePeriodSeconds: (\d+)", deployment)
    pause = re.search(r'command: \[sleep, "(\d+)"\]', deployment)

    assert grace and pause
    assert int(grace[1]) >= int(pause[1]) + 15


def test_the_proxy_passes_deliveries_on_and_nothing_else(nginx: str) -> None:
    assert re.findall(r"location (\S+) \{", nginx) == ["/telegram/", "/"]
    assert re.search(r"location / \{\s+return 404;", nginx)


def test_the_proxy_writes_no_addresses_and_keeps_no_bodies(nginx: str) -> None:
    assert "access_log off;" in nginx
    assert "error_log /dev/stderr crit;" in nginx
    assert "proxy_request_buffering off;" in nginx
    assert "client_max_body_size 1m;" in nginx


def test_the_proxy_finds_what_the_compose_file_gives_it(nginx: str, top: Path) -> None:
    compose = (top / "deploy/compose.replicas.yaml").read_text(encoding="utf-8")
    secrets = set(re.findall(r"/run/secrets/(\w+)", nginx))

    assert secrets == {"tls_certificate", "tls_key"} <= set(re.findall(r"(?m)^  (\w+):\n    file:", compose))
    assert "server bot:8080 resolve" in nginx and "CLAIMDESK_LISTEN: 0.0.0.0:8080" in compose
    assert "listen 8443 ssl;" in nginx and 'ports: ["443:8443"]' in compose
    assert "./nginx.conf:/etc/claimdesk/nginx.conf:ro" in compose


def test_every_brace_of_the_proxys_settings_is_closed(nginx: str) -> None:
    assert nginx.count("{") == nginx.count("}")
    lines = [line.strip() for line in nginx.splitlines() if line.strip()]
    assert all(line.endswith((";", "{", "}")) for line in lines)
