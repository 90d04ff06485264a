// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/production/ProductionMaking.h"

#include "ui/gateway/AtWork.h"
#include "ui/gateway/Requests.h"
#include "ui/openstudio/OpenedStudio.h"

#include <QPointer>

namespace callboard::ui {

using namespace Qt::StringLiterals;

ProductionMaking::ProductionMaking(OpenedStudio &studio, QObject *parent)
    : QObject(parent)
    , m_studio(studio)
{}

void ProductionMaking::make(const ProductionDraft &draft)
{
    if (m_isAtWork) return;
    m_draft = draft;
    m_steps.clear();
    m_next = 0;
    m_projectId.clear();
    run();
}

void ProductionMaking::tryAgain()
{
    if (!m_isAtWork) run();
}

void ProductionMaking::goOn()
{
    if (m_isAtWork || m_projectId.isEmpty()) return;
    ++m_next;
    run();
}

void ProductionMaking::takeBack()
{
    if (!m_isAtWork && !m_projectId.isEmpty()) remove();
}

QCoro::Task<void> ProductionMaking::run()
{
    const QPointer<ProductionMaking> self(this);
    AtWork atWork(this, m_isAtWork);
    QString words = tr("Reading what is copied");
    try {
        if (m_steps.empty()) co_await plan();
        if (!self) co_return;
        for (; m_next < m_steps.size(); ++m_next) {
            words = m_steps[m_next].words;
            Q_EMIT progressed(static_cast<int>(m_next), static_cast<int>(m_steps.size()), words);
            co_await carryOut(m_steps[m_next]);
            if (!self) co_return;
        }
        // A new production is in nobody's list yet: known here before anybody is led there.
        words = tr("Reading the studio again");
        co_await m_studio.directory().load();
    } catch (const ApiError &error) {
        if (!self) co_return;
        atWork.end();
        Q_EMIT refused(words, error.sentence());
        co_return;
    }
    if (!self) co_return;
    atWork.end();
    Q_EMIT made(m_projectId);
}

/// Reads what is copied and the directory does not hold; nothing is made yet.
QCoro::Task<void> ProductionMaking::plan()
{
    const QPointer<ProductionMaking> self(this);
    const QString from = paths::production(m_draft.copiedFromId);
    const bool isCopied = !m_draft.copiedFromId.isEmpty();
    QStringList automationIds;
    std::vector<MakingStep> metadata;
    if (isCopied && m_draft.copiesAutomations) {
        const Json automations = co_await m_studio.gateway().get(from + u"/settings/status-automations"_s);
        for (const Json &automation : automations) automationIds << textOf(automation, "id");
    }
    if (self && isCopied && m_draft.copiesMetadata) {
        const Json descriptors = co_await m_studio.gateway().get(from + u"/metadata-descriptors"_s);
        metadata = stepsToCopyMetadata(descriptors);
    }
    if (!self) co_return;
    m_steps = stepsToMake(m_draft, m_studio.directory(), automationIds);
    m_steps.insert(m_steps.end(), metadata.begin(), metadata.end());
}

QCoro::Task<void> ProductionMaking::carryOut(MakingStep step)
{
    const QPointer<ProductionMaking> self(this);
    step.path.replace(u"{project}"_s, m_projectId);
    for (auto &value : step.body)
        if (value == Json("{project}")) value = m_projectId.toStdString();
    if (!step.file.isEmpty()) {
        ApiRequest upload;
        upload.verb = api::Verb::Post;
        upload.path = step.path;
        upload.files << FileToSend{u"file"_s, step.file};
        co_await m_studio.gateway().send(std::move(upload));
        co_return;
    }
    const Json answer = co_await m_studio.gateway().post(step.path, step.body);
    if (self && m_projectId.isEmpty()) m_projectId = textOf(answer, "id");
}

QCoro::Task<void> ProductionMaking::remove()
{
    const QPointer<ProductionMaking> self(this);
    AtWork atWork(this, m_isAtWork);
    QString why;
    try {
        StudioGateway &gateway = m_studio.gateway();
        const Json statuses = co_await gateway.get(u"/data/project-status"_s);
        if (!self) co_return;
        // Only what is closed can be deleted.
        for (const Json &status : statuses)
            if (textOf(status, "name") == "Closed"_L1) {
                Json closed = {{"project_status_id", status["id"]}};
                co_await gateway.put(paths::production(m_projectId), std::move(closed));
                break;
            }
        if (!self) co_return;
        QUrlQuery force;
        force.addQueryItem(u"force"_s, u"true"_s);
        co_await gateway.remove(paths::production(m_projectId), force);
    } catch (const ApiError &error) {
        why = error.sentence();
    }
    if (!self) co_return;
    atWork.end();
    m_projectId.clear();
    m_steps.clear();
    Q_EMIT takenBack(why);
}

} // namespace callboard::ui
