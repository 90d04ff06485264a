// SPDX-License-Identifier: GPL-3.0-or-later
// All people of the studio as its list tells them, read when shown and again when one of them changed; and the choice
// of those that are looked at. GUI thread.
#pragma once

#include "ui/gateway/ApiMessage.h"
#include "ui/people/PersonRecord.h"

#include <QAbstractTableModel>
#include <QCoroTask>
#include <QSortFilterProxyModel>
#include <QTimer>

namespace callboard::ui {

class OpenedStudio;

class PeopleModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Role, Departments, Productions, Here, Columns };

    explicit PeopleModel(OpenedStudio &studio, QObject *parent = nullptr);

    void reload();
    bool isLoaded() const { return m_isLoaded; }
    const QList<PersonRecord> &people() const { return m_people; }
    const PersonRecord *person(const QString &id) const;
    const PersonRecord &at(int row) const { return m_people[row]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void loading(bool isLoading);
    void failed(const QString &why);
    /// People are there, or others.
    void changed();

private:
    QCoro::Task<void> load();
    void take(QList<PersonRecord> told);
    QString textAt(const PersonRecord &person, int column) const;

    OpenedStudio &m_studio;
    QList<PersonRecord> m_people; // by name
    QTimer m_stale;
    bool m_isLoaded = false;
    int m_readings = 0; // one begun later makes an earlier one void
};

/// Which of them are shown, and in which order. Bots are no people.
class PeopleChoice final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit PeopleChoice(PeopleModel &model, QObject *parent = nullptr);

    void setWords(const QString &words);
    void setActive(bool active);
    /// Only these; nothing: all.
    void setAmong(const std::optional<QStringList> &ids);
    const PersonRecord &person(const QModelIndex &index) const;
    QModelIndex indexOf(const QString &personId) const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    PeopleModel &m_model;
    QStringList m_words;
    bool m_isActive = true;
    std::optional<QStringList> m_among;
};

} // namespace callboard::ui
