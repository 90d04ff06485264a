# SPDX-License-Identifier: GPL-3.0-or-later
"""The replay must be able to fail: told the recorded answers it is content, told altered ones it says so."""
import copy
import datetime
import http.server
import json
import threading
import unittest

import comparison
import exchange
import story

RECORDED_AT = "2026-11-24T08:30:00"
ANN, BEN = "11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"
ANN_HERE, BEN_HERE = "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa", "bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb"
NOW = datetime.datetime(2027, 2, 3, 12, 0)
TOKEN, TOKEN_HERE = "eyJhbGciOi.eyJzdWIi.c2ln", "eyJ0eXAiOi.eyJqdGki.bmVpbg"


def agrees(recorded, here, **rules):
    return not comparison.Comparison(datetime.datetime.fromisoformat(RECORDED_AT), NOW).differences(recorded, here, **rules)


class ComparisonOfAnswers(unittest.TestCase):
    def test_identifiers_correspond_one_to_one(self):
        self.assertTrue(agrees({"a": ANN, "b": [ANN, BEN]}, {"a": ANN_HERE, "b": [ANN_HERE, BEN_HERE]}))
        self.assertFalse(agrees({"a": ANN, "b": ANN}, {"a": ANN_HERE, "b": BEN_HERE}))
        self.assertFalse(agrees({"a": ANN, "b": BEN}, {"a": ANN_HERE, "b": ANN_HERE}))
        self.assertFalse(agrees({"a": ANN}, {"a": "none"}))
        self.assertTrue(agrees({"a": ANN, "b": f"/p/{ANN}.png"}, {"a": ANN_HERE, "b": f"/p/{ANN_HERE}.png"}))
        self.assertFalse(agrees({"a": ANN, "b": f"/p/{ANN}.png"}, {"a": ANN_HERE, "b": f"/p/{BEN_HERE}.png"}))
        self.assertFalse(agrees({"a": ANN, "b": {ANN: 1}}, {"a": ANN_HERE, "b": {BEN_HERE: 1}}))

    def test_identifiers_correspond_over_the_steps_of_a_story(self):
        compared = comparison.Comparison(datetime.datetime.fromisoformat(RECORDED_AT), NOW)
        self.assertEqual(compared.differences({"id": ANN}, {"id": ANN_HERE}), [])
        self.assertEqual(compared.differences([{"id": BEN, "n": 2}, {"id": ANN, "n": 1}],
            [{"id": ANN_HERE, "n": 1}, {"id": BEN_HERE, "n": 2}]), [])
        self.assertNotEqual(compared.differences({"id": ANN}, {"id": BEN_HERE}), [])

    def test_moments_near_the_recording_are_near_now(self):
        self.assertTrue(agrees("2026-11-24T08:29:50", "2027-02-03T12:00:01"))
        self.assertFalse(agrees("2026-11-24T08:29:50", "2026-11-24T09:29:50"))
        self.assertFalse(agrees("2026-11-24T08:29:50", "2027-02-03T12:00:01Z"))
        self.assertFalse(agrees("2026-11-24T08:29:50", None))
        self.assertTrue(agrees("2026-11-30T00:00:00", "2027-02-09T00:00:00"))
        self.assertFalse(agrees("2026-11-30T00:00:00", "2027-02-10T00:00:00"))

    def test_days_are_as_far_from_today(self):
        self.assertTrue(agrees("2026-11-25", "2027-02-04"))
        self.assertTrue(agrees("2024-02-29", "2024-02-29"))
        self.assertFalse(agrees("2026-11-25", "2027-02-05"))
        self.assertTrue(agrees({"2026-11-25": 8}, {"2027-02-04": 8}))
        self.assertFalse(agrees({"2026-11-25": 8}, {"2027-02-05": 8}))

    def test_tokens_are_compared_by_form(self):
        self.assertTrue(agrees(TOKEN, TOKEN_HERE))
        self.assertFalse(agrees(TOKEN, "no token"))

    def test_lists_have_no_order_unless_it_is_said(self):
        self.assertTrue(agrees([1, 2, {"n": 3}], [{"n": 3}, 2, 1]))
        self.assertFalse(agrees([1, 2], [2, 1], ordered=True))
        self.assertFalse(agrees([1, 2], [1, 2, 3]))
        self.assertFalse(agrees([1, 2, 2], [1, 1, 2]))
        self.assertTrue(agrees({"$text": "a;1\nb;2\n"}, {"$text": "b;2\na;1\n"}))
        self.assertFalse(agrees({"$text": "a;1\nb;2\n"}, {"$text": "b;2\nb;2\n"}))

    def test_keys_are_exact(self):
        self.assertFalse(agrees({"a": 1}, {}))
        self.assertFalse(agrees({}, {"password": "x"}))
        self.assertTrue(agrees({"a": 1, "list": [{"size": 3}]}, {"list": [{"size": 9}]}, ignore=["a", "list.size"]))
        self.assertTrue(agrees({"x": {"size": 3}}, {"x": {"size": 4}}, ignore=["*.size"]))
        self.assertFalse(agrees({"x": {"size": 3}}, {"x": {"size": 4}}, ignore=["size"]))

    def test_values_keep_their_type(self):
        for one, other in ((1, True), (0, False), (None, ""), (None, False), ("1", 1), ([], {}), ({}, None)):
            self.assertFalse(agrees(one, other), (one, other))
        self.assertTrue(agrees(2, 2.0))
        self.assertFalse(agrees(2.0, 2.1))


ROW = {"id": ANN_HERE, "name": "Ann", "created_at": None, "tasks": [{"id": BEN_HERE, "day": None}]}
PICTURE = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (8).to_bytes(4, "big") + (6).to_bytes(4, "big")
STORY = {"recorded_at": RECORDED_AT, "saved": {"ann": ANN}, "setup_steps": [
    {"do": "POST /auth/login", "as": "anonymous", "token": "admin", "expect": {"status": 200}}],
    "steps": [
        {"do": "GET /row", "save": {"ann": "id"}, "expect": {"status": 200, "headers": {"content-type": "application/json"},
            "body": {"id": ANN, "name": "Ann", "created_at": "2026-11-24T08:30:01",
                "tasks": [{"id": BEN, "day": "2026-11-24"}]}}},
        {"do": "GET /refused", "expect": {"status": 403, "body": {"message": "No."}}},
        {"do": "GET /picture", "expect": {"status": 200, "headers": {"content-type": "image/png"},
            "body": {"$binary": {"type": "image/png", "empty": False, "width": 8, "height": 6}}}},
        {"do": "GET /safe", "as": "anonymous", "absent": ["ann"], "expect": {}}]}


class Studio(http.server.BaseHTTPRequestHandler):
    answers = {}

    def do_GET(self):
        status, kind, content = self.answers[self.path]
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_POST = do_GET

    def log_message(self, *_):
        pass


class ReplayOfAStory(unittest.TestCase):
    def setUp(self):
        now = datetime.datetime.now(datetime.timezone.utc)
        row = copy.deepcopy(ROW)
        row["created_at"] = now.strftime("%Y-%m-%dT%H:%M:%S")
        row["tasks"][0]["day"] = now.strftime("%Y-%m-%d")
        self.row = row
        self.answers = {"/auth/login": self.json({"access_token": "t"}), "/row": self.json(row),
            "/refused": self.json({"message": "Not you."}, 403), "/picture": (200, "image/png", PICTURE),
            "/safe": self.json([])}
        handler = type("Told", (Studio,), {"answers": self.answers})
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)

    @staticmethod
    def json(value, status=200):
        return status, "application/json", json.dumps(value).encode()

    def faulty_steps(self):
        return [fault.step.split(" as ")[0] for fault in story.tell(STORY, self.server.server_address[1])]

    def altered(self, path, answer):
        self.answers[path] = answer
        return self.faulty_steps()

    def test_the_recorded_answers_pass(self):
        self.assertEqual(self.faulty_steps(), [])

    def test_an_altered_value_fails(self):
        self.assertEqual(self.altered("/row", self.json({**self.row, "name": "Anna"})), ["1: GET /row"])

    def test_a_key_too_many_fails(self):
        self.assertEqual(self.altered("/row", self.json({**self.row, "password": "x"})), ["1: GET /row"])

    def test_a_missing_key_fails(self):
        self.assertEqual(self.altered("/row", self.json({k: v for k, v in self.row.items() if k != "name"})), ["1: GET /row"])

    def test_one_thing_told_under_two_identifiers_fails(self):
        row = copy.deepcopy(self.row)
        row["tasks"][0]["id"] = row["id"]
        self.assertEqual(self.altered("/row", self.json(row)), ["1: GET /row"])

    def test_an_old_moment_fails(self):
        self.assertEqual(self.altered("/row", self.json({**self.row, "created_at": "2020-01-01T00:00:00"})), ["1: GET /row"])

    def test_another_content_type_fails(self):
        status, _, content = self.answers["/row"]
        self.assertEqual(self.altered("/row", (status, "text/plain", content)), ["1: GET /row"])

    def test_another_status_fails(self):
        self.assertEqual(self.altered("/refused", self.json({"message": "Not you."}, 404)), ["2: GET /refused"])

    def test_a_refusal_without_its_key_fails(self):
        self.assertEqual(self.altered("/refused", self.json({}, 403)), ["2: GET /refused"])

    def test_a_picture_of_another_size_fails(self):
        other = PICTURE.replace((6).to_bytes(4, "big"), (7).to_bytes(4, "big"))
        self.assertEqual(self.altered("/picture", (200, "image/png", other)), ["3: GET /picture"])

    def test_telling_what_must_be_absent_fails(self):
        self.assertEqual(self.altered("/safe", self.json([{"id": ANN_HERE}])), ["4: GET /safe"])

    def test_a_crash_where_something_must_be_absent_fails(self):
        self.assertEqual(self.altered("/safe", self.json({}, 500)), ["4: GET /safe"])

    def test_a_set_up_that_fails_fails_the_story(self):
        self.assertEqual(self.altered("/auth/login", self.json({}, 401)), ["1: POST /auth/login"])

    def test_a_connection_that_is_cut_fails(self):
        del self.answers["/picture"]  # the handler throws
        self.server.handle_error = lambda *_: None
        self.assertEqual(self.faulty_steps(), ["3: GET /picture"])


class Requests(unittest.TestCase):
    def test_what_was_saved_keeps_its_type(self):
        people = exchange.People(0, datetime.date(2027, 2, 27))
        people.saved = {"n": 3, "id": ANN}
        self.assertEqual(people._filled({"{id}": ["{n}", "n={n}", "{today+3}", "{today-27}", "{today}"]}),
            {ANN: [3, "n=3", "2027-03-02", "2027-01-31", "2027-02-27"]})
        with self.assertRaises(exchange.Unknown):
            people._filled("{nobody}")

    def test_values_are_picked_by_path(self):
        value = {"tasks": [{"id": "a", "name": "Todo"}, {"id": "b", "name": "Done"}]}
        self.assertEqual(exchange.pick(value, "tasks[1].id"), "b")
        self.assertEqual(exchange.pick(value["tasks"], "[name=Done].id"), "b")
        self.assertIsNone(exchange.pick(value, "tasks[2].id"))
        self.assertIsNone(exchange.pick(value, "people[0].id.x"))
        self.assertEqual(exchange.pick(value, "$"), value)

    def test_one_time_codes_follow_rfc_6238(self):
        self.assertEqual(exchange.one_time_code("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", 59), "287082")


if __name__ == "__main__":
    unittest.main()
