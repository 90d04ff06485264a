// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/production/QuickCreation.h"

#include "ui/entities/EntityParsing.h"
#include "ui/studio/OpenedStudio.h"

#include <QCoreApplication>
#include <QInputDialog>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int shotStep = 10;

QString words(const char *text)
{
    return QCoreApplication::translate("QuickCreation", text);
}

QCoro::Task<void> createTasks(OpenedStudio &studio, QString productionId, QString entity, QString entities, Json ids)
{
    const DirectoryProduction *production = studio.directory().production(productionId);
    if (!production) co_return;
    for (const DirectoryTaskType &type : studio.directory().taskTypesOf(*production, entity)) {
        const QString path = u"/actions/projects/%1/task-types/%2/%3/create-tasks"_s.arg(productionId, type.id, entities);
        co_await studio.gateway().post(path, ids);
    }
}

} // namespace

QCoro::Task<QString> createProduction(OpenedStudio &studio, QWidget *window)
{
    const QString name
        = QInputDialog::getText(window, words(QT_TRANSLATE_NOOP("QuickCreation", "New production")),
            words(QT_TRANSLATE_NOOP("QuickCreation", "Name of the production:")))
              .trimmed();
    if (name.isEmpty()) co_return QString();
    const Json wanted = {{"name", name.toStdString()}};
    const Json made = co_await studio.gateway().post(u"/data/projects"_s, wanted);
    const QString id = textOf(made, "id");
    for (const DirectoryTaskType &type : studio.directory().taskTypes()) {
        if (type.forEntity != "Shot"_L1 && type.forEntity != "Asset"_L1) continue;
        const Json link = {{"task_type_id", type.id.toStdString()}};
        co_await studio.gateway().post(u"/data/projects/%1/settings/task-types"_s.arg(id), link);
    }
    const Json member = {{"person_id", studio.session().person().id.toStdString()}};
    co_await studio.gateway().post(u"/data/projects/%1/team"_s.arg(id), member);
    co_await studio.directory().load();
    co_return id;
}

QCoro::Task<void> createEntities(OpenedStudio &studio, EntityKind kind, QString productionId, QWidget *window)
{
    const bool isShot = kind == EntityKind::Shot;
    const QString title = isShot ? words(QT_TRANSLATE_NOOP("QuickCreation", "New shots")) : words(QT_TRANSLATE_NOOP("QuickCreation", "New asset"));
    const QString question = isShot ? words(QT_TRANSLATE_NOOP("QuickCreation", "Sequence, new or there already:"))
                                    : words(QT_TRANSLATE_NOOP("QuickCreation", "Name of the asset:"));
    const QString name = QInputDialog::getText(window, title, question, QLineEdit::Normal, isShot ? u"SQ010"_s : QString()).trimmed();
    if (name.isEmpty()) co_return;
    const QString base = u"/data/projects/%1"_s.arg(productionId);
    Json ids = Json::array();
    const Json named = {{"name", name.toStdString()}};
    if (!isShot) {
        if (studio.directory().assetTypes().isEmpty()) co_return;
        const QString type = studio.directory().assetTypes().first().id;
        const Json asset = co_await studio.gateway().post(base + u"/asset-types/%1/assets/new"_s.arg(type), named);
        ids.push_back(asset["id"]);
        co_await createTasks(studio, productionId, u"Asset"_s, u"assets"_s, ids);
        co_return;
    }
    bool ok = false;
    const int count = QInputDialog::getInt(window, title, words(QT_TRANSLATE_NOOP("QuickCreation", "How many shots:")), 10, 1, 500, 1, &ok);
    if (!ok) co_return;
    const Json sequence = co_await studio.gateway().post(base + u"/sequences"_s, named);
    for (int i = 1; i <= count; ++i) {
        const QString shotName = u"SH%1"_s.arg(i * shotStep, 4, 10, QLatin1Char('0'));
        const Json wanted = {{"name", shotName.toStdString()}, {"sequence_id", sequence["id"]}};
        const Json shot = co_await studio.gateway().post(base + u"/shots"_s, wanted);
        ids.push_back(shot["id"]);
    }
    co_await createTasks(studio, productionId, u"Shot"_s, u"shots"_s, ids);
}

} // namespace callboard::ui
