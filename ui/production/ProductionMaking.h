// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a production by its steps, one after the other. When one is refused it waits for a decision: again,
// go on without it, or take everything back. GUI thread.
#pragma once

#include "ui/production/ProductionDraft.h"

#include <QCoroTask>
#include <QObject>

namespace callboard::ui {

class OpenedStudio;

class ProductionMaking final : public QObject
{
    Q_OBJECT

public:
    explicit ProductionMaking(OpenedStudio &studio, QObject *parent = nullptr);

    void make(const ProductionDraft &draft);
    /// After refused(): the same step once more, the next one, or none.
    void tryAgain();
    void goOn();
    void takeBack();

    bool isAtWork() const { return m_isAtWork; }
    /// Empty until the first step has succeeded.
    const QString &projectId() const { return m_projectId; }

Q_SIGNALS:
    /// `words` says what is made now.
    void progressed(int done, int all, const QString &words);
    /// Nothing is there to go on with while projectId() is empty.
    void refused(const QString &words, const QString &why);
    void made(const QString &projectId);
    /// The production is gone again; or `why` it could not be deleted, then it is closed.
    void takenBack(const QString &why);

private:
    QCoro::Task<void> run();
    QCoro::Task<void> plan();
    QCoro::Task<void> carryOut(MakingStep step);
    QCoro::Task<void> remove();

    OpenedStudio &m_studio;
    ProductionDraft m_draft;
    std::vector<MakingStep> m_steps;
    std::size_t m_next = 0;
    QString m_projectId;
    bool m_isAtWork = false;
};

} // namespace callboard::ui
