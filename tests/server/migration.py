# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills one server, moves its production to another as the guide says, and tells what differs:
migration.py OLD NEW EMAIL PASSWORD SCRIPT PICTURE"""
import json
import os
import subprocess
import sys

import gazu
from gazu import client as raw

old_host, new_host, email, password, script, picture = sys.argv[1:]
old, new = (raw.create_client(host + "/api") for host in (old_host, new_host))
for client in (old, new):
    gazu.log_in(email, password, client=client)


def fill(client):
    department = gazu.person.new_department("Creatures", client=client)
    ari = gazu.person.new_person("Ari", "Artist", "ari@example.com", departments=[department], client=client)
    production = gazu.project.new_project("Series", production_type="tvshow", client=client)
    animation = gazu.task.get_task_type_by_name("Animation", client=client)
    gazu.project.add_task_type(production, animation, 1, client=client)
    gazu.project.add_person_to_team(production, ari, client=client)
    gazu.project.add_metadata_descriptor(production, "Mood", "Shot", "list", ["dark"], client=client)
    episode = gazu.shot.all_episodes_for_project(production, client=client)[0]
    character = gazu.asset.get_asset_type_by_name("Character", client=client)
    fox = gazu.asset.new_asset(production, character, "Fox", "Red", episode=episode, client=client)
    sequence = gazu.shot.new_sequence(production, "SE01", episode, client=client)
    shot = gazu.shot.new_shot(production, sequence, "SH010", nb_frames=48, data={"mood": "dark"}, client=client)
    gazu.casting.update_shot_casting(production, shot, [{"asset_id": fox["id"], "nb_occurences": 3}], client=client)
    task = gazu.task.new_task(shot, animation, assignees=[ari], client=client)
    for status in ("wip", "retake", "wfa"):
        status = gazu.task.get_task_status_by_short_name(status, client=client)
        comment = gazu.task.add_comment(task, status, status["name"], person=ari, attachments=[script], client=client)
    preview = gazu.task.add_preview(task, comment, picture, client=client)
    gazu.task.set_main_preview(preview, client=client)
    gazu.files.update_preview(preview, {"annotations": [{"time": 0, "drawing": {"objects": [{"id": "a"}]}}]},
                              client=client)


def told(client):
    """What people see of it, in words: identifiers of types and people differ."""
    production = gazu.project.get_project_by_name("Series", client=client)
    path = f"data/projects/{production['id']}/"
    people = {person["id"]: person["email"] for person in gazu.person.all_persons(client=client)}
    statuses = {status["id"]: status["name"] for status in gazu.task.all_task_statuses(client=client)}
    entities = [{field: entity[field] for field in ("id", "name", "description", "nb_frames", "data", "parent_id",
                                                     "source_id", "created_at")}
                | {"has_picture": entity["preview_file_id"] is not None}
                for kind in ("episodes", "sequences", "shots", "assets") for entity in raw.get(path + kind, client=client)]
    tasks = raw.get(path + "tasks", client=client)
    comments = [(comment["text"], comment["created_at"], people[comment["person_id"]],
                 statuses[comment["task_status_id"]], [file["name"] for file in comment["attachment_files"]],
                 [(preview["revision"], preview["annotations"] is not None) for preview in comment["previews"]])
                for task in tasks for comment in gazu.task.all_comments_for_task(task, client=client)]
    return {"entities": sorted(entities, key=lambda entity: entity["id"]),
            "tasks": [{field: task[field] for field in ("id", "name", "retake_count", "estimation", "created_at")}
                      | {"status": statuses[task["task_status_id"]], "people": [people[one] for one in task["assignees"]]}
                      for task in tasks],
            "casting": [(link["entity_in_id"], link["entity_out_id"], link["nb_occurences"])
                        for link in gazu.casting.all_entity_links_for_project(production, client=client)],
            "columns": [one["name"] for one in gazu.project.all_metadata_descriptors(production, client=client)],
            "comments": sorted(comments)}


fill(old)
environment = os.environ | {f"{who}_{what}": value for who in ("OLD", "NEW")
                            for what, value in (("EMAIL", email), ("PASSWORD", password))}
command = [sys.executable, script, old_host + "/api", new_host + "/api", "Series"]
subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
subprocess.run([*command, "--without-comments"], env=environment, check=True, stdout=subprocess.DEVNULL)
before, after = told(old), told(new)
print(json.dumps({"there": {name: len(records) for name, records in after.items()},
                  "different": {name: [before[name], after[name]] for name in before if before[name] != after[name]}}))
