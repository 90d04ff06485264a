// SPDX-License-Identifier: GPL-3.0-or-later
// A studio as the desktop has it open: in a temporary folder, with its administrator signed in and the directory
// read, and short words to talk to it. Settings go to the same folder. One for a test; made after QApplication.
#pragma once

#include "ui/openstudio/OpenedStudio.h"
#include "ui/theme/Theme.h"

#include <QCoroTask>
#include <QEventLoop>
#include <QSettings>
#include <QTemporaryDir>

#include <exception>
#include <optional>

namespace callboard::tests {

/// Waits for the task. What it throws is thrown here: QCoro::waitFor would go on waiting for ever.
template<typename Result>
Result awaited(QCoro::Task<Result> &&task)
{
    using Kept = std::conditional_t<std::is_void_v<Result>, bool, std::optional<Result>>;
    Kept result{};
    std::exception_ptr failure;
    bool isDone = false;
    QEventLoop loop;
    const auto carryOut = [&]() -> QCoro::Task<void> {
        try {
            if constexpr (std::is_void_v<Result>)
                co_await task;
            else
                result = co_await task;
        } catch (...) {
            failure = std::current_exception();
        }
        isDone = true;
        loop.quit();
    };
    const auto running = carryOut();
    if (!isDone) loop.exec();
    if (failure) std::rethrow_exception(failure);
    if constexpr (!std::is_void_v<Result>) return std::move(*result);
}

class TestDesktop
{
public:
    static constexpr const char *email = "admin@example.com";
    static constexpr const char *password = "mysecretpassword";

    TestDesktop()
    {
        qputenv("XDG_DATA_HOME", (m_folder.path() + QStringLiteral("/data")).toUtf8()); // drafts
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path() + QStringLiteral("/settings"));
        ui::Theme::instance().install();
        m_studio = awaited(ui::OpenedStudio::openHere(folder(), false));
        awaited(m_studio->makeAdministrator(QString::fromLatin1(email), QString::fromLatin1(password)));
        signIn(*m_studio, QString::fromLatin1(email));
    }

    QString folder() const { return m_folder.path() + QStringLiteral("/studio"); }
    ui::OpenedStudio &studio() { return *m_studio; }
    ui::StudioDirectory &directory() { return m_studio->directory(); }

    /// Requests, carried out before they return; they throw ui::ApiError.
    Json get(const QString &path, const QUrlQuery &query = {}) { return awaited(m_studio->gateway().get(path, query)); }
    Json post(const QString &path, const Json &body) { return awaited(m_studio->gateway().post(path, body)); }
    Json put(const QString &path, const Json &body) { return awaited(m_studio->gateway().put(path, body)); }
    void remove(const QString &path) { awaited(m_studio->gateway().remove(path)); }
    /// Reads the directory again: new productions, people and types are known when it returns.
    void reload() { awaited(m_studio->directory().load()); }

    /// A production with every task type of shots and assets, every status, and the administrator in its team.
    QString production(const QString &name, const Json &more = Json::object())
    {
        Json body = {{"name", name.toStdString()}, {"team", {m_studio->session().person().id.toStdString()}}};
        body["task_types"] = Json::array();
        for (const auto &type : directory().taskTypes())
            if (type.forEntity == QStringLiteral("Shot") || type.forEntity == QStringLiteral("Asset"))
                body["task_types"].push_back(type.id.toStdString());
        body.update(more);
        const QString id = ui::textOf(post(QStringLiteral("/data/projects"), body), "id");
        reload();
        return id;
    }
    QString sequence(const QString &productionId, const QString &name)
    {
        return ui::textOf(
            post(QStringLiteral("/data/projects/%1/sequences").arg(productionId), {{"name", name.toStdString()}}),
            "id");
    }
    QString shot(const QString &productionId, const QString &sequenceId, const QString &name)
    {
        const Json body = {{"name", name.toStdString()}, {"sequence_id", sequenceId.toStdString()}};
        return ui::textOf(post(QStringLiteral("/data/projects/%1/shots").arg(productionId), body), "id");
    }
    /// Shots of those names in a sequence SQ010, each with a task of Animation: the tasks, in their order.
    QStringList shotTasks(const QString &productionId, const QStringList &names)
    {
        const QString sequenceId = sequence(productionId, QStringLiteral("SQ010"));
        QStringList shots;
        for (const QString &name : names) shots << shot(productionId, sequenceId, name);
        return tasks(productionId, taskTypeNamed(QStringLiteral("Animation")), QStringLiteral("shots"), shots);
    }
    QString taskTypeNamed(const QString &name) { return idNamed(directory().taskTypes(), name); }
    QString assetTypeNamed(const QString &name) { return idNamed(directory().assetTypes(), name); }
    /// By its short name, such as "wip".
    QString statusNamed(const QString &shortName)
    {
        for (const auto &status : directory().statuses())
            if (status.shortName.compare(shortName, Qt::CaseInsensitive) == 0 && !status.isForConcept) return status.id;
        return {};
    }
    /// The tasks of that type for these entities ("shots", "assets"): identifiers in their order.
    QStringList tasks(
        const QString &productionId, const QString &typeId, const QString &entities, const QStringList &entityIds)
    {
        Json ids = Json::array();
        for (const QString &id : entityIds) ids.push_back(id.toStdString());
        const Json made = post(
            QStringLiteral("/actions/projects/%1/task-types/%2/%3/create-tasks").arg(productionId, typeId, entities),
            ids);
        QStringList taskIds;
        for (const QString &entity : entityIds)
            for (const Json &task : made)
                if (ui::textOf(task, "entity_id") == entity) taskIds << ui::textOf(task, "id");
        return taskIds;
    }

    /// A comment; its identifier.
    QString say(const QString &taskId, const QString &words, const QString &status = QStringLiteral("wip"))
    {
        const Json body = {{"task_status_id", statusNamed(status).toStdString()}, {"comment", words.toStdString()}};
        return ui::textOf(post(QStringLiteral("/actions/tasks/%1/comment").arg(taskId), body), "id");
    }
    void assign(const QString &taskId, const QString &personId)
    {
        put(QStringLiteral("/actions/tasks/%1/assign").arg(taskId), {{"person_id", personId.toStdString()}});
    }
    /// Publishes that file as the task's next revision, with a comment; the preview's identifier. `isNormalised`: a
    /// movie is prepared as usual, which takes a while; else it is kept as it is and ready at once.
    QString publish(const QString &taskId, const QString &file, bool isNormalised = true)
    {
        const QString comment = say(taskId, QStringLiteral("New"));
        const QString preview = ui::textOf(
            post(QStringLiteral("/actions/tasks/%1/comments/%2/add-preview").arg(taskId, comment), Json::object()),
            "id");
        ui::ApiRequest upload;
        upload.verb = api::Verb::Post;
        upload.path = QStringLiteral("/pictures/preview-files/%1").arg(preview);
        if (!isNormalised) upload.query.addQueryItem(QStringLiteral("normalize"), QStringLiteral("false"));
        upload.files << ui::FileToSend{QStringLiteral("file"), file};
        awaited(m_studio->gateway().send(upload));
        return preview;
    }

    /// A person who can sign in with `password`; put them into a team with addToTeam().
    QString person(const QString &firstName, const QString &role)
    {
        const Json body = {{"first_name", firstName.toStdString()}, {"last_name", "Test"}, {"role", role.toStdString()},
            {"email", (firstName.toLower() + QStringLiteral("@example.com")).toStdString()}, {"password", password}};
        return ui::textOf(post(QStringLiteral("/data/persons"), body), "id");
    }
    /// The same, in that production's team.
    QString member(const QString &productionId, const QString &firstName, const QString &role)
    {
        const QString id = person(firstName, role);
        addToTeam(productionId, id);
        return id;
    }
    void addToTeam(const QString &productionId, const QString &personId)
    {
        post(QStringLiteral("/data/projects/%1/team").arg(productionId), {{"person_id", personId.toStdString()}});
    }

    /// The same studio as somebody else has it open who joined over the network.
    std::unique_ptr<ui::OpenedStudio> joinedBy(const QString &personEmail)
    {
        if (!m_studio->isShared()) m_studio->share(0);
        const QString port = m_studio->sharedAddress().section(u':', -1);
        auto joined = awaited(ui::OpenedStudio::join(QStringLiteral("127.0.0.1:") + port));
        signIn(*joined, personEmail);
        return joined;
    }

private:
    static void signIn(ui::OpenedStudio &studio, const QString &personEmail)
    {
        awaited(studio.session().signIn(personEmail, QString::fromLatin1(password)));
        awaited(studio.directory().load());
    }
    template<typename Items>
    static QString idNamed(const Items &items, const QString &name)
    {
        for (const auto &item : items)
            if (item.name == name) return item.id;
        return {};
    }

    QTemporaryDir m_folder;
    std::unique_ptr<ui::OpenedStudio> m_studio;
};

} // namespace callboard::tests
