# SPDX-License-Identifier: GPL-3.0-or-later
"""The check of the floors must refuse what it is there to refuse."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

CHECK = pathlib.Path(__file__).resolve().parent / "layers"


class Layers(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.write("cmake/Floors.txt", "# ground first\ncore/base\ncore/domain/*\nui/pages ui/parts\n")
        self.write("core/base/Json.h", "#include <string>\n")
        self.write("core/domain/tasks/Task.h", '#include "core/base/Json.h"\n')
        self.write("core/domain/review/Review.cpp", '#include "core/domain/tasks/Task.h"\n')
        self.write("ui/pages/Page.h", '#include "core/domain/review/Review.h"\n')
        self.write("core/domain/review/Review.h", "")

    def write(self, name, text):
        file = pathlib.Path(self.folder.name) / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def told(self):
        done = subprocess.run([sys.executable, CHECK, self.folder.name], capture_output=True, text=True, check=False)
        self.assertEqual(done.stderr, "")
        self.assertEqual(done.returncode, 1 if done.stdout else 0)
        return done.stdout

    def test_arrows_that_go_down_are_fine(self):
        self.assertEqual(self.told(), "")

    def test_an_arrow_that_goes_up_is_refused(self):
        self.write("core/base/Moment.cpp", '#include "core/domain/tasks/Task.h"\n')
        self.assertEqual(self.told(), "core/base/Moment.cpp includes core/domain/tasks/Task.h: "
                                      "core/domain/tasks stands on a floor above core/base.\n")

    def test_two_areas_that_use_each_other_are_refused(self):
        self.write("core/domain/tasks/Comment.cpp", '#include "core/domain/review/Review.h"\n')
        told = self.told()
        self.assertIn("A circle of folders, core/domain/review, core/domain/tasks: ", told)
        self.assertIn("core/domain/tasks/Comment.cpp includes core/domain/review/Review.h", told)
        self.assertIn("core/domain/review/Review.cpp includes core/domain/tasks/Task.h", told)

    def test_a_circle_of_three_is_refused(self):
        self.write("core/domain/files/File.h", '#include "core/domain/review/Review.h"\n')
        self.write("core/domain/tasks/Attachment.cpp", '#include "core/domain/files/File.h"\n')
        self.assertIn("A circle of folders, core/domain/files, core/domain/review, core/domain/tasks: ", self.told())

    def test_a_folder_within_an_area_is_seen_by_itself(self):
        self.write("core/domain/tasks/rows/Row.h", '#include "core/domain/tasks/Task.h"\n')
        self.assertEqual(self.told(), "")
        self.write("core/domain/tasks/Task.cpp", '#include "core/domain/tasks/rows/Row.h"\n')
        self.assertIn("A circle of folders, core/domain/tasks, core/domain/tasks/rows: ", self.told())

    def test_a_folder_on_no_floor_is_refused(self):
        self.write("core/odd/Odd.h", "")
        self.assertEqual(self.told(), "core/odd stands on no floor: name it in cmake/Floors.txt.\n")

    def test_an_include_by_bare_name_is_refused(self):
        self.write("core/domain/review/Playlist.cpp", '#include "Review.h"\n#include "Playlist.moc"\n')
        self.assertIn('core/domain/review/Playlist.cpp includes "Review.h", which is no file', self.told())

    def test_a_known_arrow_is_passed_over_and_has_to_be_there(self):
        self.write("core/base/Moment.cpp", '#include "core/domain/tasks/Task.h"\n')
        self.write("tests/style/known-arrows.txt", "core/base/Moment.cpp -> core/domain/tasks/Task.h\n")
        self.assertEqual(self.told(), "")
        self.write("core/base/Moment.cpp", "")
        self.assertEqual(self.told(), "core/base/Moment.cpp includes core/domain/tasks/Task.h no more: "
                                      "take the line out of tests/style/known-arrows.txt.\n")


if __name__ == "__main__":
    unittest.main()
