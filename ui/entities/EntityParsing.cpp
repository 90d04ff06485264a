// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/EntityParsing.h"

#include <simdjson.h>

#include <stdexcept>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

namespace json = simdjson::ondemand;

QString text(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

/// Texts of the list that stand for nothing: the API writes "" and "None" where it means null.
QString textOrNothing(json::value value)
{
    if (value.type() != json::json_type::string) return {};
    const std::string_view bytes = value.get_string();
    return bytes == "None" ? QString() : text(bytes);
}

std::optional<double> numberOf(json::value value)
{
    switch (value.type()) {
    case json::json_type::number: return static_cast<double>(value.get_double());
    case json::json_type::string: {
        bool ok = false;
        const double number = text(value.get_string()).toDouble(&ok);
        return ok ? std::optional(number) : std::nullopt;
    }
    default: return std::nullopt;
    }
}

std::optional<int> wholeOf(json::value value)
{
    const auto number = numberOf(value);
    return number ? std::optional(qRound(*number)) : std::nullopt;
}

QVariant metadataOf(json::value value)
{
    switch (value.type()) {
    case json::json_type::string: return text(value.get_string());
    case json::json_type::number: return static_cast<double>(value.get_double());
    case json::json_type::boolean: return static_cast<bool>(value.get_bool());
    case json::json_type::array: {
        QStringList items;
        for (auto item : value.get_array()) {
            json::value each = item.value();
            if (each.type() == json::json_type::string) items << text(each.get_string());
        }
        return items;
    }
    case json::json_type::object: {
        QVariantMap members;
        for (auto field : value.get_object()) {
            const QString name = text(field.unescaped_key());
            members[name] = metadataOf(field.value());
        }
        return members;
    }
    case json::json_type::null: break;
    }
    return {};
}

void readMetadata(json::object data, EntityRow &row)
{
    for (auto field : data) {
        const QString name = text(field.unescaped_key());
        const QVariant value = metadataOf(field.value());
        if (name == "frame_in"_L1)
            row.frameIn = value.isNull() ? std::nullopt : std::optional(value.toInt());
        else if (name == "frame_out"_L1)
            row.frameOut = value.isNull() ? std::nullopt : std::optional(value.toInt());
        else if (name == "fps"_L1 && value.toDouble() > 0)
            row.framesPerSecond = value.toDouble();
        else if (name == "resolution"_L1)
            row.resolution = value.toString();
        else if (name == "max_retakes"_L1 && !value.isNull())
            row.maxRetakes = value.toInt();
        row.metadata[name] = value;
    }
}

void readTask(json::object object, EntityRow &row)
{
    TaskCell cell;
    QString taskTypeId;
    for (auto field : object) {
        const std::string_view name = field.unescaped_key();
        json::value value = field.value();
        if (name == "id")
            cell.taskId = text(value.get_string());
        else if (name == "task_type_id")
            taskTypeId = textOrNothing(value);
        else if (name == "task_status_id")
            cell.statusId = textOrNothing(value);
        else if (name == "priority")
            cell.priority = wholeOf(value).value_or(0);
        else if (name == "estimation")
            cell.estimationMinutes = wholeOf(value).value_or(0);
        else if (name == "duration")
            cell.spentMinutes = wholeOf(value).value_or(0);
        else if (name == "retake_count")
            cell.retakes = wholeOf(value).value_or(0);
        else if (name == "nb_assets_ready")
            cell.readyAssets = wholeOf(value).value_or(-1);
        else if (name == "assignees")
            for (auto id : value.get_array()) cell.assigneeIds << text(id.get_string());
    }
    if (!taskTypeId.isEmpty()) row.tasks.insert(taskTypeId, cell);
}

void readGroup(std::string_view name, json::value value, EntityKind kind, EntityRow &row)
{
    const bool isShot = kind == EntityKind::Shot;
    if (name == (isShot ? "sequence_id" : "asset_type_id"))
        row.groupId = textOrNothing(value);
    else if (name == (isShot ? "sequence_name" : "asset_type_name"))
        row.groupName = textOrNothing(value);
    else if (name == "episode_name")
        row.episodeName = textOrNothing(value);
}

EntityRow readEntity(json::object object, EntityKind kind)
{
    EntityRow row;
    for (auto field : object) {
        const std::string_view name = field.unescaped_key();
        json::value value = field.value();
        if (name == "id")
            row.id = text(value.get_string());
        else if (name == "name")
            row.name = textOrNothing(value);
        else if (name == "description")
            row.description = textOrNothing(value);
        else if (name == "preview_file_id")
            row.previewId = textOrNothing(value);
        else if (name == "nb_frames")
            row.frames = wholeOf(value);
        else if (name == "nb_entities_out")
            row.castCount = wholeOf(value).value_or(0);
        else if (name == "ready_for")
            row.readyForTaskTypeId = textOrNothing(value);
        else if (name == "canceled" && value.type() == json::json_type::boolean)
            row.isCanceled = value.get_bool();
        else if (name == "data") {
            if (value.type() == json::json_type::object) readMetadata(value.get_object(), row);
        } else if (name == "tasks") {
            for (auto task : value.get_array()) readTask(task.get_object(), row);
        } else {
            readGroup(name, value, kind, row);
        }
    }
    return row;
}

} // namespace

void parseEntities(QByteArray bytes, EntityKind kind, std::size_t batch, const TakeRows &take)
try {
    const auto length = static_cast<std::size_t>(bytes.size());
    bytes.resize(bytes.size() + static_cast<qsizetype>(simdjson::SIMDJSON_PADDING)); // read past the end, never used
    json::parser parser;
    json::document document = parser.iterate(bytes.constData(), length, static_cast<std::size_t>(bytes.size()));
    std::vector<EntityRow> rows;
    for (auto entity : document.get_array()) {
        rows.push_back(readEntity(entity.get_object(), kind));
        if (rows.size() < batch) continue;
        if (!take(std::exchange(rows, {}))) return;
    }
    if (!rows.empty()) take(std::move(rows));
} catch (const simdjson::simdjson_error &error) {
    throw std::runtime_error(error.what());
}

} // namespace callboard::ui
