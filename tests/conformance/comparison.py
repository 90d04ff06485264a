# SPDX-License-Identifier: GPL-3.0-or-later
"""Says how an answer differs from the recorded one.

Two studios give the same thing other identifiers and moments. So identifiers must correspond one to one over a whole
story; moments near the recording must be near now; days must lie as far from today as they lay from the recording.
Lists are compared without regard to order unless the step says so. Everything else must be equal, keys included.
"""
import datetime
import json
import re

IDENTIFIER = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
MOMENT = r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?"
DAY = r"\d{4}-\d\d-\d\d"
TOKEN = r"eyJ[\w-]+\.[\w-]+\.[\w-]+"
# What a text is made of: these, and letters between them.
PART = re.compile(f"(?P<identifier>{IDENTIFIER})|(?P<token>{TOKEN})|(?P<moment>{MOMENT})|(?P<day>{DAY})")
RECORDING = datetime.timedelta(hours=12)  # the studio of the recording was made some hours before the last stories
NEAR = datetime.timedelta(hours=1)


def short(value, limit=120):
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= limit else text[:limit] + "…"


class Identities:
    """Which identifier of the recording is which one here; both ways, so that no two become one."""

    def __init__(self):
        self.here_of, self.recorded_of = {}, {}
        self.made = []  # in order, so that a trial can be undone

    def tie(self, recorded, here):
        """True when the two may be the same thing; from then on they are."""
        if recorded in self.here_of or here in self.recorded_of:
            return self.here_of.get(recorded) == here
        self.here_of[recorded] = here
        self.recorded_of[here] = recorded
        self.made.append(recorded)
        return True

    def undo(self, count):
        """Forgets all but the first `count` ties; returns what was forgotten."""
        forgotten = [(recorded, self.here_of.pop(recorded)) for recorded in self.made[count:]]
        for _, here in forgotten:
            del self.recorded_of[here]
        del self.made[count:]
        return forgotten


class Comparison:
    """The comparison of one story, over all its steps."""

    def __init__(self, recorded_at, now):
        self.recorded_at, self.now = recorded_at, now
        self.days_since = now.date() - recorded_at.date()
        self.identities = Identities()
        self.ignored, self.is_ordered = [], False

    def differences(self, recorded, here, ignore=(), ordered=False):
        """Sentences; none when the answers agree. `ignore`: paths such as shots.preview_files.*.size."""
        self.ignored = [path.split(".") for path in ignore]
        self.is_ordered = ordered
        return self._values(recorded, here, [])

    # The path leaves out the places in lists.
    def _is_ignored(self, path):
        return any(len(path) == len(pattern) and all(p in ("*", name) for p, name in zip(pattern, path))
                   for pattern in self.ignored)

    def _values(self, recorded, here, path):
        if self._is_ignored(path):
            return []
        if isinstance(recorded, dict) and isinstance(here, dict):
            return self._objects(recorded, here, path)
        if isinstance(recorded, list) and isinstance(here, list):
            return self._lists(recorded, here, path)
        if isinstance(recorded, str) and isinstance(here, str):
            agrees = self._texts(recorded, here)
        elif self._is_number(recorded) and self._is_number(here):
            agrees = abs(recorded - here) <= 1e-6 * max(1, abs(recorded))
        else:
            agrees = type(recorded) is type(here) and recorded == here
        return [] if agrees else [f"{'.'.join(path) or 'the body'}: expected {short(recorded)}, got {short(here)}"]

    @staticmethod
    def _is_number(value):
        return isinstance(value, (int, float)) and not isinstance(value, bool)

    def _objects(self, recorded, here, path):
        found, known = [], set()
        for key, value in recorded.items():
            key_here = self._key(key, here)
            known.add(key_here)
            below = path + [key]
            if key_here in here:
                found += self._values(value, here[key_here], below)
            elif not self._is_ignored(below):
                found.append(f"{'.'.join(below)}: is missing, expected {short(value)}")
        for key in here.keys() - known:
            if not self._is_ignored(path + [key]):
                found.append(f"{'.'.join(path + [key])}: was not expected, got {short(here[key])}")
        return found

    def _key(self, key, here):
        if re.fullmatch(IDENTIFIER, key):
            return self.identities.here_of.get(key, key)
        if re.fullmatch(DAY, key) and key not in here:
            return self._day(key)
        return key

    def _lists(self, recorded, here, path):
        found = []
        if len(recorded) != len(here):
            found.append(f"{'.'.join(path) or 'the body'}: expected {len(recorded)} entries, got {len(here)}")
        if self.is_ordered:
            for one, other in zip(recorded, here):
                found += self._values(one, other, path)
            return found
        left = list(here)
        unknown = []
        for entry in recorded:  # those with a known identifier have one partner only
            partner = self._partner(entry, left)
            if partner is None:
                unknown.append(entry)
            else:
                found += self._values(entry, left.pop(partner), path)
        for entry in unknown:
            found += self._nearest(entry, left, path)
        return found

    def _partner(self, entry, left):
        identifier = entry.get("id") if isinstance(entry, dict) else entry
        here = self.identities.here_of.get(identifier) if isinstance(identifier, str) else None
        if here is None:
            return None
        return next((i for i, other in enumerate(left)
                     if (other.get("id") if isinstance(other, dict) else other) == here), None)

    def _nearest(self, entry, left, path):
        """Compares the entry with the one of `left` that differs least, and takes that one out."""
        best = None
        before = len(self.identities.made)
        for place, other in enumerate(left):
            differences = self._values(entry, other, path)
            ties = self.identities.undo(before)
            if best is None or len(differences) < len(best[0]):
                best = differences, place, ties
            if not differences:
                break
        if best is None:
            return []  # the count has been told
        differences, place, ties = best
        for recorded, here in ties:
            self.identities.tie(recorded, here)
        del left[place]
        return differences

    def _texts(self, recorded, here):
        if "\n" not in recorded or self.is_ordered:
            return self._line(recorded, here)
        left = here.splitlines()
        lines = recorded.splitlines()
        if len(lines) != len(left):
            return False
        for line in lines:
            place = next((i for i, other in enumerate(left) if self._line(line, other)), None)
            if place is None:
                return False
            del left[place]
        return True

    def _line(self, recorded, here):
        parts, parts_here = list(PART.finditer(recorded)), list(PART.finditer(here))
        if PART.sub("\0", recorded) != PART.sub("\0", here):
            return False
        if [p.lastgroup for p in parts] != [p.lastgroup for p in parts_here]:
            return False
        return all(self._part(p.lastgroup, p.group(), q.group()) for p, q in zip(parts, parts_here))

    def _part(self, kind, recorded, here):
        if kind == "identifier":
            return self.identities.tie(recorded, here)
        if kind == "token":
            return True
        if kind == "day":
            return here in (recorded, self._day(recorded))
        return self._moment(recorded, here)

    def _day(self, recorded):
        try:
            return (datetime.date.fromisoformat(recorded) + self.days_since).isoformat()
        except (ValueError, OverflowError):
            return recorded

    def _moment(self, recorded, here):
        def form(text):
            return re.sub(r"\d", "0", re.sub(r"\.\d+", ".0", text))
        if form(recorded) != form(here):
            return False
        if recorded == here:
            return True
        try:
            then, now = (datetime.datetime.fromisoformat(text[:19]) for text in (recorded, here))
        except ValueError:
            return False
        is_of_recording = abs(then - self.recorded_at) <= RECORDING
        return is_of_recording and abs(now - self.now) <= NEAR or then + self.days_since == now
