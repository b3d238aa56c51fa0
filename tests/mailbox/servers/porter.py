"""TLS and a password before a server that has neither: `python -m tests.mailbox.servers.porter`.

Debian 12's OpenSMTPD cannot sign with the OpenSSL that it was built for ("EVP lib", whatever the
key), and takes no password without TLS: so this stands at its door, in a process of its own, and
hands every byte on once somebody has given the password.
"""

import asyncio
import base64
import contextlib
import ssl
import sys

CHUNK = 65536
GREETING = b"220 localhost ESMTP\r\n"


class Porter:
    """Who stands there, before the server behind a port."""

    def __init__(self, behind: int, secret: str) -> None:
        self._behind = behind
        self._secret = secret.encode()

    async def meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Let somebody in, and hand on what they say; nobody gets a reason."""
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            writer.write(GREETING)
            if await self._let_in(reader, writer):
                await self._hand_on(reader, writer)
        writer.close()

    async def _let_in(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        while line := await reader.readline():
            words = line.split()
            match words[0].upper() if words else b"":
                case b"EHLO":
                    writer.write(b"250-localhost\r\n250 AUTH PLAIN\r\n")
                case b"AUTH" if base64.b64decode(words[-1]).split(b"\0")[-1] == self._secret:
                    writer.write(b"235 come in\r\n")
                    return True
                case b"QUIT":
                    return False
                case _:
                    writer.write(b"535 no\r\n")
        return False

    async def _hand_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        inner, out = await asyncio.open_connection("127.0.0.1", self._behind)
        await inner.readline()
        out.write(b"EHLO localhost\r\n")
        while (await inner.readline())[3:4] == b"-":
            pass
        await asyncio.gather(_all_of(reader, out), _all_of(inner, writer))


async def _all_of(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while said := await reader.read(CHUNK):
            writer.write(said)
            await writer.drain()
    writer.close()


async def serve(port: int, papers: tuple[str, str], porter: Porter) -> None:
    """Take in whoever comes to a port over TLS."""
    trust = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trust.load_cert_chain(*papers)
    server = await asyncio.start_server(porter.meet, "127.0.0.1", port, ssl=trust)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    front, back, certificate, key, secret = sys.argv[1:]
    asyncio.run(serve(int(front), (certificate, key), Porter(int(back), secret)))
