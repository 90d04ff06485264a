// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/PeopleModel.h"

#include "ui/openstudio/OpenedStudio.h"
#include "ui/values/FoldedText.h"

#include <QPointer>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int refreshDelay = 100; // milliseconds: changes come in bursts

} // namespace

PeopleModel::PeopleModel(OpenedStudio &studio, QObject *parent)
    : QAbstractTableModel(parent)
    , m_studio(studio)
{
    m_stale.setSingleShot(true);
    m_stale.setInterval(refreshDelay);
    connect(&m_stale, &QTimer::timeout, this, [this] { load(); });
    connect(&studio.gateway(), &StudioGateway::eventHeard, this, [this](const QString &event) {
        if (m_isLoaded && event.startsWith("person:"_L1)) m_stale.start();
    });
    connect(&studio.gateway(), &StudioGateway::linkChanged, this, [this](StudioGateway::Link link) {
        if (m_isLoaded && link == StudioGateway::Link::Live) m_stale.start(); // what was told meanwhile was not heard
    });
    const auto repaint = [this] {
        if (!m_people.isEmpty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
    };
    connect(&studio.presence(), &Presence::changed, this, repaint);
    connect(&studio.directory(), &StudioDirectory::changed, this, repaint);
    connect(&studio.directory(), &StudioDirectory::peopleChanged, this, repaint);
}

void PeopleModel::reload()
{
    load();
}

QCoro::Task<void> PeopleModel::load()
{
    const QPointer<PeopleModel> self(this);
    const int reading = ++m_readings;
    Q_EMIT loading(!m_isLoaded);
    QUrlQuery query;
    query.addQueryItem(u"relations"_s, u"true"_s);
    QString failure;
    QList<PersonRecord> people;
    try {
        const Json told = co_await m_studio.gateway().get(u"/data/persons"_s, query);
        for (const Json &person : told) people << personRecordOf(person);
    } catch (const ApiError &error) {
        failure = error.sentence();
    }
    if (!self || reading != m_readings) co_return;
    Q_EMIT loading(false);
    if (!failure.isEmpty())
        Q_EMIT failed(failure);
    else
        take(std::move(people));
}

void PeopleModel::take(QList<PersonRecord> told)
{
    std::ranges::sort(told, [](const PersonRecord &a, const PersonRecord &b) {
        const int order = QString::localeAwareCompare(a.fullName, b.fullName);
        return order != 0 ? order < 0 : a.id < b.id;
    });
    const bool hasSameRows = std::ranges::equal(told, m_people, {}, &PersonRecord::id, &PersonRecord::id);
    if (hasSameRows && m_isLoaded) { // patched: what is chosen and where one has scrolled to stays
        for (int row = 0; row < told.size(); ++row)
            if (!(told[row] == m_people[row])) {
                m_people[row] = told[row];
                Q_EMIT dataChanged(index(row, 0), index(row, Columns - 1));
            }
    } else { // people came, went, or changed their names: rare, and the choice is kept by identifier
        beginResetModel();
        m_people = std::move(told);
        endResetModel();
    }
    m_isLoaded = true;
    Q_EMIT changed();
}

const PersonRecord *PeopleModel::person(const QString &id) const
{
    const auto found = std::ranges::find(m_people, id, &PersonRecord::id);
    return found == m_people.end() ? nullptr : &*found;
}

int PeopleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_people.size());
}

int PeopleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QString PeopleModel::textAt(const PersonRecord &person, int column) const
{
    const StudioDirectory &directory = m_studio.directory();
    switch (column) {
    case Name: return person.fullName;
    case Role: return roleName(person.role);
    case Departments: {
        QStringList names;
        for (const Named &department : directory.departments())
            if (person.departmentIds.contains(department.id)) names << department.name;
        return names.join(u", "_s);
    }
    case Productions: {
        QStringList names;
        for (const DirectoryProduction &production : directory.productions())
            if (production.teamIds.contains(person.id)) names << production.name;
        return names.join(u", "_s);
    }
    case Here: return m_studio.presence().isHere(person.id) ? tr("Connected") : QString();
    default: return {};
    }
}

QVariant PeopleModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)) return {};
    return textAt(m_people[index.row()], index.column());
}

QVariant PeopleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case Name: return tr("Person");
    case Role: return tr("Role");
    case Departments: return tr("Departments");
    case Productions: return tr("Productions");
    case Here: return tr("Now");
    default: return {};
    }
}

PeopleChoice::PeopleChoice(PeopleModel &model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    setSourceModel(&model);
    setSortLocaleAware(true);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    sort(PeopleModel::Name);
}

void PeopleChoice::setWords(const QString &words)
{
    m_words = foldedText(words).split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void PeopleChoice::setActive(bool active)
{
    m_isActive = active;
    invalidateFilter();
}

void PeopleChoice::setAmong(const std::optional<QStringList> &ids)
{
    if (ids == m_among) return;
    m_among = ids;
    invalidateFilter();
}

const PersonRecord &PeopleChoice::person(const QModelIndex &index) const
{
    return m_model.at(mapToSource(index).row());
}

QModelIndex PeopleChoice::indexOf(const QString &personId) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (person(index(row, 0)).id == personId) return index(row, 0);
    return {};
}

bool PeopleChoice::filterAcceptsRow(int row, const QModelIndex &) const
{
    const PersonRecord &person = m_model.at(row);
    if (person.isBot || person.isActive != m_isActive) return false;
    if (m_among && !m_among->contains(person.id)) return false;
    QString text = person.email;
    for (int column = 0; column < PeopleModel::Here; ++column)
        text += u'\n' + m_model.index(row, column).data().toString();
    const QString folded = foldedText(text);
    return std::ranges::all_of(m_words, [&](const QString &word) { return folded.contains(word); });
}

} // namespace callboard::ui
