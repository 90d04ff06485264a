# SPDX-License-Identifier: GPL-3.0-or-later
"""The check of the format must refuse a file that is not formatted."""
import pathlib
import shutil
import subprocess
import tempfile
import unittest

STYLE = pathlib.Path(__file__).resolve().parent


class Format(unittest.TestCase):
    def told(self, text):
        with tempfile.TemporaryDirectory() as folder:
            shutil.copy(STYLE.parents[1] / ".clang-format", folder)
            pathlib.Path(folder, "a.cpp").write_text(text)
            subprocess.run(["git", "init", "-q", folder], check=True)
            subprocess.run(["git", "-C", folder, "add", "a.cpp"], check=True)
            return subprocess.run([STYLE / "format", folder], capture_output=True, text=True, check=False)

    def test_a_formatted_file_is_fine(self):
        self.assertEqual(self.told("int one();\n").returncode, 0)

    def test_a_file_that_is_not_formatted_is_refused(self):
        done = self.told("int  one( );\n")
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("a.cpp:1", done.stderr)


if __name__ == "__main__":
    unittest.main()
