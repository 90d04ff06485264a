# SPDX-License-Identifier: GPL-3.0-or-later
"""A recorded story: where it lies, and what is wrong when it is told again."""
import datetime
import http.client
import json
import pathlib

import comparison
import exchange

HERE = pathlib.Path(__file__).resolve().parent
CASES = HERE / "cases"


class Fault:
    def __init__(self, step, part, sentences):
        self.step, self.part, self.sentences = step, part, sentences


def chosen(names):
    """The files of the cases or areas that are named; of all when none is."""
    files = []
    for name in names or [""]:
        place = CASES / name
        found = sorted(place.rglob("*.json")) if place.is_dir() else [place.with_name(place.name + ".json")]
        if not found or not found[0].exists():
            raise FileNotFoundError(f"There is no case or area {name} in {CASES}.")
        files += found
    return files


def read(file):
    story = json.loads(file.read_text())
    setup = story.get("setup")
    story["setup_steps"] = json.loads((HERE / "setups" / f"{setup}.json").read_text())["steps"] if setup else []
    return story


def tell(story, port):
    """Sends a story's steps to the server at the port; returns the faults."""
    now = datetime.datetime.now(datetime.timezone.utc).replace(tzinfo=None)
    people = exchange.People(port, now.date())
    compared = comparison.Comparison(datetime.datetime.fromisoformat(story["recorded_at"]), now)
    for number, step in enumerate(story["setup_steps"], 1):
        status = people.carry_out(step).status
        if status != step["expect"]["status"]:  # the rest would fail for that reason alone
            return [Fault(f"{number}: {step['do']}", "set-up", [f"status {step['expect']['status']} expected, got {status}"])]
    recorded_names = story.get("saved", {})
    for name, value in people.saved.items():
        _tie(compared, recorded_names.get(name), value)
    faults = []
    for number, step in enumerate(story["steps"], 1):
        sentences = _told(step, people, compared, recorded_names)
        if sentences:
            faults.append(Fault(f"{number}: {step['do']} as {step.get('as', 'admin')}", "story", sentences))
    return faults


def _tie(compared, recorded, here):
    if isinstance(recorded, str) and isinstance(here, str) and recorded != here:
        compared.identities.tie(recorded, here)


def _told(step, people, compared, recorded_names):
    try:
        answer = people.carry_out(step)
    except exchange.Unknown as error:
        return [f"cannot be sent: {error}"]
    except (OSError, http.client.HTTPException) as error:
        return [f"no answer: {error!r}"]
    for name in step.get("save", {}):
        if name in people.saved:
            _tie(compared, recorded_names.get(name), people.saved[name])
    return _leaks(step, answer, people) + _differences(step, answer, compared)


def _leaks(step, answer, people):
    if "absent" not in step:
        return []
    text = answer.content.decode("utf-8", "replace")
    names = [name for name in step["absent"] if str(people.saved.get(name, name)) in text]
    found = [f"tells {step.get('as', 'admin')} of {name}" for name in names]
    return found + ([f"status {answer.status}"] if answer.status >= 500 else [])


def _differences(step, answer, compared):
    expected = step["expect"]
    if "status" not in expected:
        return []
    if answer.status != expected["status"]:
        told = comparison.short(answer.content.decode("utf-8", "replace"))
        return [f"status {expected['status']} expected, got {answer.status}: {told}"]
    if "body" not in expected:
        return []
    if expected["status"] >= 400:
        return _missing_keys(expected["body"], answer.body())
    kind = expected.get("headers", {}).get("content-type")
    found = [] if kind in (None, answer.type) else [f"content type {kind} expected, got {answer.type}"]
    return found + compared.differences(expected["body"], answer.body(), step.get("ignore", ()), step.get("ordered", False))


def _missing_keys(expected, body):
    """Of an error the words do not count."""
    if not isinstance(expected, dict) or "$text" in expected:
        return []
    if not isinstance(body, dict):
        return [f"an object with {', '.join(expected)} expected, got {comparison.short(body)}"]
    return [f"{key}: is missing" for key in expected if key not in body]
