# SPDX-License-Identifier: GPL-3.0-or-later
"""What a pipeline script sees of the production: first_production.py HOST EMAIL PASSWORD PRODUCTION SHOT."""
import json
import sys

import gazu

host, email, password, production_name, shot_name = sys.argv[1:]
gazu.set_host(host + "/api")
gazu.log_in(email, password)
production = gazu.project.get_project_by_name(production_name)
shots = gazu.shot.all_shots_for_project(production)
sequence_name, name = shot_name.split("/")
sequence = gazu.shot.get_sequence_by_name(production, sequence_name)
shot = gazu.shot.get_shot_by_name(sequence, name)
task = gazu.task.get_task_by_entity(shot, gazu.task.get_task_type_by_name("Animation"))
task = gazu.task.get_task(task["id"])
comments = gazu.task.all_comments_for_task(task)
previews = gazu.files.get_all_preview_files_for_task(task)
print(json.dumps({
    "shots": len(shots),
    "description": shot["description"],
    "frames": shot["nb_frames"],
    "status": gazu.task.get_task_status(task["task_status_id"])["short_name"],
    "assignees": [person["first_name"] for person in map(gazu.person.get_person, task["assignees"])],
    "comments": [comment["text"] for comment in comments],
    "drawings": [moment["time"] for preview in previews for moment in preview["annotations"] or []],
}))
