# SPDX-License-Identifier: GPL-3.0-or-later
"""Clients of the events as studios have them: python-socketio 5 and gazu.

socketio_clients.py URL SCENARIO: exits with 0 when the scenario went as it should.
"""
import queue
import sys
import time

import gazu
import requests
import socketio

URL = sys.argv[1]
ARTIST = {"Authorization": "Bearer artist"}
ROOM = "11111111-2222-3333-4444-555555555555"


class Client:
    """A connected client; what it hears lies in `heard`."""

    def __init__(self, transports=None, headers=ARTIST, **options):
        self.heard = queue.Queue()
        self.io = socketio.Client(reconnection=False)
        self.io.on("*", lambda name, payload: self.heard.put((name, payload)), namespace="/events")
        self.io.connect(URL, headers=headers, namespaces=["/events"], transports=transports, **options)

    def next(self, seconds=5):
        return self.heard.get(timeout=seconds)

    def hears_nothing(self, seconds=0.3):
        try:
            raise AssertionError(f"heard {self.heard.get(timeout=seconds)}")
        except queue.Empty:
            pass

    def send(self, name, **payload):
        self.io.emit("preview-room:" + name, {"playlist_id": ROOM, **payload}, namespace="/events")


def tell(name, project=None):
    requests.get(URL + "/tell", params={"name": name, **({"project": project} if project else {})}).raise_for_status()


def hears_what_it_may(transports):
    client = Client(transports)
    for i in range(20):
        tell(f"task:update{i}", "alpha")
        tell(f"task:foreign{i}", "beta")
        tell(f"person:x{i}")
        # The library hands each message to a thread of its own: two on their way may overtake each other there.
        heard = dict(client.next() for _ in range(2))
        assert heard.keys() == {f"task:update{i}", f"person:x{i}"}, heard
        assert heard[f"task:update{i}"] == {"task_id": "t1"}
    client.hears_nothing()
    client.io.disconnect()


def polling():
    hears_what_it_may(["polling"])


def websocket():
    hears_what_it_may(["websocket"])


def upgrade():
    client = Client()
    assert client.io.transport() == "websocket", client.io.transport()
    tell("after:upgrade")
    assert client.next()[0] == "after:upgrade"
    assert client.io.call("question", {"a": 1}, namespace="/events", timeout=5) is None  # acknowledged
    client.io.disconnect()


def refused():
    for headers in ({}, {"Authorization": "Bearer nobody"}, {"Cookie": "access_token_cookie=nobody"}):
        for transport in ("polling", "websocket"):
            try:
                Client([transport], headers)
            except socketio.exceptions.ConnectionError:
                continue
            raise AssertionError(f"{headers} was let in by {transport}")


def credentials():
    for transport in ("polling", "websocket"):
        Client([transport], {"Cookie": "access_token_cookie=artist"}).io.disconnect()
        Client([transport], {}, auth={"token": "artist"}).io.disconnect()


def pings():
    clients = [Client(["polling"]), Client(["websocket"])]
    time.sleep(1.5)
    tell("still:there")
    for client in clients:
        assert client.next()[0] == "still:there"
        client.io.disconnect()


def with_gazu():
    gazu.client.default_client.tokens = {"access_token": "artist"}
    gazu.set_event_host(URL)
    heard = queue.Queue()
    client = gazu.events.init()
    gazu.events.add_listener(client, "task:update", heard.put)
    tell("task:update", "alpha")
    assert heard.get(timeout=5) == {"task_id": "t1"}
    client.disconnect()


def rooms():
    first, second = Client(), Client(["polling"])
    outsider = Client(headers={"Authorization": "Bearer outsider"})
    outsider.send("open-playlist")
    outsider.send("join")
    first.send("open-playlist")
    assert first.next() == ("preview-room:room-people-updated", {"people": [], "playlist_id": ROOM, "id": ROOM})
    first.send("join", current_frame=12, unknown="x", user_id="artist-id")
    assert first.next()[1]["people"] == ["artist-id"]
    name, state = first.next()
    assert name == "preview-room:room-updated" and state["current_frame"] == 12, state
    assert "unknown" not in state and "only_newcomer" not in state
    second.send("join", current_frame=99)
    assert second.next()[0] == first.next()[0] == "preview-room:room-people-updated"
    assert second.next()[1]["current_frame"] == first.next()[1]["current_frame"] == 12
    second.send("room-updated", current_frame=37, only_newcomer=True)
    for client in (first, second):
        state = client.next()[1]
        assert state["current_frame"] == 37 and state["only_newcomer"] is True
    note = {"playlist_id": ROOM, "data": {"obj": {"left": 1.5}}}
    first.io.emit("preview-room:add-annotation", note, namespace="/events")
    assert second.next() == first.next() == ("preview-room:add-annotation", note)
    second.io.disconnect()  # the same person is still there with another client
    assert first.next()[1]["people"] == ["artist-id"]
    first.send("leave")
    assert first.next()[1]["people"] == []
    first.send("close-playlist")
    outsider.hears_nothing()
    outsider.io.disconnect()
    first.io.disconnect()


globals()[sys.argv[2]]()
