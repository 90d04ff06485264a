# SPDX-License-Identifier: GPL-3.0-or-later
"""Sends the steps of a recorded story to a server, as the people who took part in it."""
import base64
import datetime
import hashlib
import hmac
import http.client
import json
import mimetypes
import pathlib
import re
import struct
import time
import urllib.parse
import uuid

MEDIA = pathlib.Path(__file__).resolve().parent / "media"
PLACEHOLDER = re.compile(r"\{(today[+-]\d+|[A-Za-z_]\w*)\}")
NOT_QUOTED = "/?&=%:+,~*@!$'();"


class Unknown(Exception):
    """A step uses what no step before it has saved."""


class Answer:
    def __init__(self, status, headers, content):
        self.status, self.content = status, content
        self.headers = {name.lower(): value for name, value in headers}
        self.type = self.headers.get("content-type", "").partition(";")[0].strip().lower()

    def body(self):
        """In the form in which bodies are recorded."""
        if not self.content:
            return None
        text = self.content.decode("utf-8", "replace")
        if self.type in ("application/json", "application/problem+json"):
            try:
                return json.loads(text)
            except ValueError:
                return {"$text": text}
        if self.type.startswith("text/") or self.type == "application/xml":
            return {"$text": text}
        facts = {"type": self.type, "empty": False}
        size = picture_size(self.content)
        if size:
            facts["width"], facts["height"] = size
        return {"$binary": facts}


def picture_size(content):
    """Width and height of a PNG or JPEG; None of anything else."""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return struct.unpack_from(">II", content, 16)
    if not content.startswith(b"\xff\xd8"):
        return None
    place = 2
    while place + 9 <= len(content) and content[place] == 0xFF:
        marker, length = struct.unpack_from(">BH", content, place + 1)
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):  # a start of frame
            height, width = struct.unpack_from(">HH", content, place + 5)
            return width, height
        place += 2 + length
    return None


def one_time_code(secret, at):
    """RFC 6238 with its defaults, as authenticator apps make it."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(at) // 30), hashlib.sha1).digest()
    number = struct.unpack_from(">I", digest, digest[-1] & 15)[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"


def pick(value, path):
    """What lies at a path such as tasks[0].id or [name=Todo].id; None when nothing does."""
    for name, place in re.findall(r"([^.\[\]]+)|\[([^\]]*)\]", "" if path == "$" else path):
        if name:
            value = value.get(name) if isinstance(value, dict) else None
            continue
        entries = value if isinstance(value, list) else []
        key, is_search, wanted = place.partition("=")
        if is_search:
            value = next((e for e in entries if isinstance(e, dict) and str(e.get(key)) == wanted), None)
        else:
            value = entries[int(place)] if -len(entries) <= int(place) < len(entries) else None
    return value


def multipart(fields, files):
    """Body and content type of a form. A file is a name in media/, or its name and text."""
    boundary = "conformance" + uuid.uuid4().hex
    pieces = []
    for name, value in fields.items():
        text = value if isinstance(value, str) else json.dumps(value)
        pieces.append(f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{text}\r\n'.encode())
    for name, file in files.items():
        is_text = isinstance(file, dict)
        file_name = file["name"] if is_text else file
        content = file["text"].encode() if is_text else (MEDIA / file).read_bytes()
        kind = mimetypes.guess_type(file_name)[0] or "application/octet-stream"
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"; filename="{file_name}"\r\n' \
               f"Content-Type: {kind}\r\n\r\n"
        pieces.append(head.encode() + content + b"\r\n")
    pieces.append(f"--{boundary}--\r\n".encode())
    return b"".join(pieces), f"multipart/form-data; boundary={boundary}"


class People:
    """Those who take part: each with a token and cookies; and what the story has saved by name."""

    def __init__(self, port, today):
        self.port, self.today = port, today
        self.saved, self.tokens, self.cookies = {}, {}, {}

    def carry_out(self, step):
        """Sends the step, again and again while it says to wait, and keeps what it saves."""
        wanted = step.get("until")
        # Movies are made ready by children that stand back behind everything else: on a busy machine they take long.
        end = time.monotonic() + 3 * (wanted or {}).get("seconds", 30)
        answer = self._send(step)
        while wanted and pick(answer.body(), wanted["path"]) != wanted["equals"] and time.monotonic() < end:
            time.sleep(0.1)
            answer = self._send(step)
        for name, path in step.get("save", {}).items():
            value = pick(answer.body(), self._filled(path))
            if value is not None:
                self.saved[name] = value
        token = pick(answer.body(), "access_token") if "token" in step else None
        if token:
            self.tokens[step["token"]] = token
        return answer

    def _filled(self, value):
        if isinstance(value, dict):
            return {self._filled(key): self._filled(entry) for key, entry in value.items()}
        if isinstance(value, list):
            return [self._filled(entry) for entry in value]
        if not isinstance(value, str):
            return value
        whole = PLACEHOLDER.fullmatch(value)  # keeps the type of what was saved
        return self._named(whole[1]) if whole else PLACEHOLDER.sub(lambda found: str(self._named(found[1])), value)

    def _named(self, name):
        if name.startswith("today"):
            return (self.today + datetime.timedelta(days=int(name[5:] or 0))).isoformat()
        if name.startswith("totp_") and name[5:] in self.saved:
            return one_time_code(self.saved[name[5:]], time.time())
        if name not in self.saved:
            raise Unknown(f"nothing has been saved as {name}")
        return self.saved[name]

    def _target(self, step):
        path = self._filled(step["do"].split(" ", 1)[1])
        query = urllib.parse.urlencode(self._filled(step.get("query", {})), doseq=True)
        if query:
            path += ("&" if "?" in path else "?") + query
        return urllib.parse.quote(path, safe=NOT_QUOTED)

    def _content(self, step):
        if "files" in step or "form" in step:
            return multipart(self._filled(step.get("form", {})), self._filled(step.get("files", {})))
        if "raw" in step:
            return step["raw"].encode(), "application/json"
        if "json" in step:
            return json.dumps(self._filled(step["json"])).encode(), "application/json"
        return None, None

    def _send(self, step):
        who = step.get("as", "admin")
        body, kind = self._content(step)
        headers = {"Accept": "application/json"}
        if kind:
            headers["Content-Type"] = kind
        headers.update(self._filled(step.get("headers", {})))
        if who != "anonymous":
            if who not in self.tokens:
                raise Unknown(f"{who} has not signed in")
            headers["Authorization"] = "Bearer " + self.tokens[who]
            if self.cookies.get(who):
                headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies[who].items())
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(step["do"].split(" ", 1)[0], self._target(step), body, headers)
            response = connection.getresponse()
            answer = Answer(response.status, response.getheaders(), response.read())
            self._keep_cookies(step.get("token", who), response)
            return answer
        finally:
            connection.close()

    def _keep_cookies(self, who, response):
        if who == "anonymous":
            return
        mine = self.cookies.setdefault(who, {})
        for line in response.headers.get_all("Set-Cookie") or []:
            name, _, value = line.partition(";")[0].strip().partition("=")
            is_over = not value or "Max-Age=0" in line or "1970" in line
            if is_over:
                mine.pop(name, None)
            else:
                mine[name] = value
