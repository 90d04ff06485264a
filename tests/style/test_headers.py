# SPDX-License-Identifier: GPL-3.0-or-later
"""The check that headers stand alone must refuse one that does not."""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

CHECK = pathlib.Path(__file__).resolve().parent / "headers"


class Headers(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        (self.root / "build").mkdir()
        command = {"command": f"c++ -std=c++20 -I{self.root} -c x.cpp", "file": "x.cpp", "directory": "."}
        (self.root / "build/compile_commands.json").write_text(json.dumps([command]))
        self.write("core/Name.h", "#include <string>\ninline std::string name;\n")
        self.write("core/Row.h", '#include "core/Name.h"\ninline std::string row = name;\n')

    def write(self, name, text):
        file = self.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("#pragma once\n" + text)

    def told(self):
        done = subprocess.run([sys.executable, CHECK, self.root / "build", self.root], capture_output=True, text=True, check=False)
        self.assertEqual(done.stderr, "")
        self.assertEqual(done.returncode, 1 if done.stdout else 0)
        return done.stdout

    def test_headers_that_include_what_they_use_are_fine(self):
        self.assertEqual(self.told(), "")

    def test_a_header_without_its_include_is_refused_each_time(self):
        self.write("core/Row.h", "inline std::string row;\n")
        for _ in range(2):
            self.assertRegex(self.told(), r"^core/Row\.h does not stand alone: .*string.*\n$")

    def test_a_header_is_looked_at_again_when_what_it_includes_has_changed(self):
        self.assertEqual(self.told(), "")
        self.write("core/Name.h", "inline int name;\n")
        self.assertRegex(self.told(), r"^core/Row\.h does not stand alone: ")


if __name__ == "__main__":
    unittest.main()
