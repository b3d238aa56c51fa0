"""A throw-away authority, and a certificate of it for 127.0.0.1 and localhost."""

import subprocess
from pathlib import Path

import msgspec

NEW = ("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days")
AUTHORITY = ("-addext", "keyUsage=critical,keyCertSign,cRLSign")
SERVER = (
    *("-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"),
    *("-addext", "basicConstraints=critical,CA:FALSE"),
    *("-addext", "keyUsage=critical,digitalSignature"),
)


class Papers(msgspec.Struct, frozen=True):
    """Where they lie: what a client trusts, and what a server shows."""

    authority: Path
    certificate: Path
    key: Path


def issue(folder: Path) -> Papers:
    """Return fresh papers, good for two days."""
    ca, ca_key = folder / "authority.pem", folder / "authority.key"
    papers = Papers(ca, folder / "server.pem", folder / "server.key")
    _openssl(*NEW, "2", "-subj", "/CN=throw-away", *AUTHORITY, "-keyout", ca_key, "-out", ca)
    signed = ("-CA", ca, "-CAkey", ca_key, "-keyout", papers.key, "-out", papers.certificate)
    _openssl(*NEW, "2", "-subj", "/CN=localhost", *SERVER, *signed)
    papers.certificate.chmod(0o644)
    return papers


def _openssl(*arguments: str | Path) -> None:
    subprocess.run(["openssl", *arguments], check=True, capture_output=True)
