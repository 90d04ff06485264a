// SPDX-License-Identifier: GPL-3.0-or-later
// The entities before and after one: in the list one came from, else those of its sequence or type. GUI thread.
#pragma once

#include "ui/review/ReviewFeed.h"

namespace callboard::ui {

struct Neighbour
{
    QString id;
    QString name;
    QString previewId; // of its picture; empty: none

    bool operator==(const Neighbour &) const = default;
};

class Neighbours final : public QObject
{
    Q_OBJECT

public:
    explicit Neighbours(OpenedStudio &studio, QObject *parent = nullptr);

    /// Reads those of the entity's sequence or type, unless they are here; changed() follows.
    void show(const ReviewEntity &entity, const Destination &place);
    /// Of the same sequence or type, by their names.
    const QList<Neighbour> &all() const { return m_all; }
    /// The entity so many places further; empty at the ends.
    QString at(int step) const;

Q_SIGNALS:
    void changed();
    void failed(const QString &why);

private:
    QCoro::Task<void> read(QString path);

    OpenedStudio &m_studio;
    QStringList m_among;
    QString m_entityId;
    QString m_path; // that m_all was read from
    QList<Neighbour> m_all;
};

} // namespace callboard::ui
