#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bring a production from Kitsu to Callboard, with its people, tasks, comments and previews:

    pip install gazu
    migrate_production.py OLD_ADDRESS NEW_ADDRESS PRODUCTION

Addresses end in /api. An administrator's mail address and password are read from the variables OLD_EMAIL,
OLD_PASSWORD, NEW_EMAIL and NEW_PASSWORD. What is in Callboard already stays: people are known by their mail address,
departments, task types, statuses and asset types by their names, all else by its identifier. It can be run again,
except for the comments, which would then be there twice; --without-comments leaves them out.
"""
import os
import sys

import gazu
from gazu import client as raw
from gazu import sync


def signed_in(address, who):
    client = raw.create_client(address)
    gazu.log_in(os.environ[who + "_EMAIL"], os.environ[who + "_PASSWORD"], client=client)
    return client


def bring_by_name(old, new, model, fields, identifiers={}, key="name"):
    """Makes what the new studio lacks; gives its identifiers by the old ones."""
    there = {record[key].lower(): record["id"] for record in raw.fetch_all(model, client=new) if record[key]}
    found = {}
    for record in raw.fetch_all(model, {"relations": "true"}, client=old):
        if not record[key]:
            continue
        if record[key].lower() not in there:
            values = {field: record[field] for field in fields if record.get(field) is not None}
            for field in {"department_id", "departments"} & values.keys():
                values[field] = mapped(values[field], identifiers)
            there[record[key].lower()] = raw.create(model, values, client=new)["id"]
        found[record["id"]] = there[record[key].lower()]
    return found


def mapped(value, identifiers):
    if isinstance(value, list):
        return [identifiers[one] for one in value if one in identifiers]
    return identifiers.get(value)


def bring_production(old, new, name, people, departments, types, statuses, asset_types):
    production = gazu.project.get_project_by_name(name, client=old)
    production = raw.fetch_one("projects", production["id"], client=old)
    lists = {"task_types": types, "task_statuses": statuses, "asset_types": asset_types}
    left_out = {"status_automations", "preview_background_files", "project_status_id"} | lists.keys()
    entry = {field: value for field, value in production.items() if field not in left_out}
    for field, identifiers in lists.items():
        entry[field] = mapped(production[field], identifiers)
    raw.import_data("projects", [entry], client=new)
    for person in mapped(production["team"], people):
        gazu.project.add_person_to_team(production, person, client=new)
    present = {(one["entity_type"], one["name"]) for one in gazu.project.all_metadata_descriptors(production, new)}
    for one in gazu.project.all_metadata_descriptors(production, old):
        if (one["entity_type"], one["name"]) not in present:
            values = {field: one[field] for field in ("name", "entity_type", "data_type", "choices", "for_client")}
            values["departments"] = mapped(one["departments"], departments)
            raw.post(f"data/projects/{production['id']}/metadata-descriptors", values, client=new)
    return production


def bring_comments(old, new, task, people, statuses):
    """Comments with their files; a preview that the old server has not finished, or could not read, stays behind."""
    for comment in reversed(gazu.task.all_comments_for_task(task, client=old)):
        unfinished = [preview for preview in comment["previews"] if preview["status"] != "ready"]
        for preview in unfinished:
            print("Left out, because it is", preview["status"] + ":", preview["original_name"], file=sys.stderr)
            comment["previews"].remove(preview)
        sync.push_task_comment(statuses, people, task, comment, old, new)


def choose_main_previews(old, new, production, tasks):
    """What stands for an entity in lists: the preview of the same task, revision and place."""
    chosen = {entity["id"]: entity["preview_file_id"]
              for kind in ("shots", "assets", "sequences", "episodes", "edits")
              for entity in raw.get(f"data/projects/{production['id']}/{kind}", client=old)}
    for task in tasks:
        main = chosen.get(task["entity_id"])
        here = {(one["revision"], one["position"]): one
                for one in gazu.files.get_all_preview_files_for_task(task, client=old) if one["id"] == main}
        for one in gazu.files.get_all_preview_files_for_task(task, client=new) if here else ():
            if (one["revision"], one["position"]) in here:
                gazu.task.set_main_preview(one, client=new)


def bring_tasks(old, new, production, people, types, statuses, with_comments):
    """Tasks twice: comments change status and dates, so these are set as they were at last."""
    tasks = gazu.task.all_tasks_for_project(production, client=old)
    for task in tasks:
        task["task_type_id"] = types[task["task_type_id"]]
        task["task_status_id"] = statuses.get(task["task_status_id"])
        task["assigner_id"] = people.get(task["assigner_id"])
        task["assignees"] = mapped(task["assignees"], people)
    sync.import_tasks(tasks, client=new)
    if with_comments:
        for task in tasks:
            bring_comments(old, new, task, people, statuses)
        sync.import_tasks(tasks, client=new)
        choose_main_previews(old, new, production, tasks)
    return tasks


def main():
    arguments = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    if len(arguments) != 3:
        sys.exit(__doc__)
    old, new = signed_in(arguments[0], "OLD"), signed_in(arguments[1], "NEW")
    departments = bring_by_name(old, new, "departments", ("name", "color"))
    types = bring_by_name(old, new, "task-types",
                          ("name", "short_name", "color", "priority", "for_entity", "department_id"), departments)
    statuses = bring_by_name(old, new, "task-status",
                             ("name", "short_name", "color", "is_done", "is_retake", "is_feedback_request", "is_wip",
                              "is_artist_allowed", "is_client_allowed", "for_concept"), key="short_name")
    asset_types = bring_by_name(old, new, "entity-types", ("name", "short_name"))
    people = bring_by_name(old, new, "persons",
                           ("first_name", "last_name", "email", "phone", "role", "active", "contract_type",
                            "departments"), departments, key="email")
    production = bring_production(old, new, arguments[2], people, departments, types, statuses, asset_types)
    if production["production_type"] == "tvshow":
        sync.push_episodes(production, production, old, new)  # before the assets that belong to them
    counts = sync.push_project_entities(production, production, old, new)
    tasks = bring_tasks(old, new, production, people, types, statuses, "--without-comments" not in sys.argv)
    print(", ".join(f"{len(records)} {name.replace('_', ' ')}" for name, records in counts.items()),
          f"and {len(tasks)} tasks are here now.")


if __name__ == "__main__":
    main()
