// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/PaletteEntries.h"

#include "ui/openstudio/OpenedStudio.h"

#include <QPointer>
#include <QRegularExpression>
#include <QSettings>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int waitWhileTyping = 80;    // milliseconds after the last key before the studio is asked
constexpr int askedEach = 6;           // shots, and assets
constexpr qsizetype shortestAsked = 3; // letters; the studio finds nothing for less
constexpr qsizetype shownEach = 5, shownOfOne = 40, rememberedRecent = 8;
const QString recentSetting = u"palette/recent"_s;

/// Whether it fits; its match is set.
bool matchesIn(PaletteEntry &entry, const QString &typed)
{
    if (const auto match = matchInPalette(typed, entry.title)) {
        entry.match = *match;
        return true;
    }
    // Found by its detail, it stands behind those found by name.
    if (const auto match = matchInPalette(typed, entry.detail); match && match->rank < PaletteMatch::Rank::Scattered) {
        entry.match = {PaletteMatch::Rank::Within, {}};
        return true;
    }
    return false;
}

bool fits(PaletteEntry entry, const QString &typed)
{
    return matchesIn(entry, typed);
}

bool isSearched(PaletteScope scope, PaletteGroup group)
{
    switch (scope) {
    case PaletteScope::All: return true;
    case PaletteScope::Shots: return group == PaletteGroup::Shots;
    case PaletteScope::Assets: return group == PaletteGroup::Assets;
    case PaletteScope::People: return group == PaletteGroup::People;
    case PaletteScope::Commands: return group == PaletteGroup::Commands || group == PaletteGroup::Sections;
    }
    return false;
}

} // namespace

PaletteEntries::PaletteEntries(
    OpenedStudio &studio, std::span<const Section> sections, CommandRegistry &commands, QObject *parent)
    : QObject(parent)
    , m_studio(studio)
    , m_sections(sections)
    , m_commands(commands)
    , m_recent(QSettings().value(recentSetting).toStringList())
{
    m_wait.setSingleShot(true);
    m_wait.setInterval(waitWhileTyping);
    connect(&m_wait, &QTimer::timeout, this, [this] { ask(m_typed, m_productionId); });
}

void PaletteEntries::search(const QString &typed, PaletteScope scope, const QString &productionId)
{
    m_typed = typed.trimmed();
    m_scope = scope;
    m_productionId = productionId;
    ++m_asked; // what is on its way was asked for something else
    m_wait.stop();
    const bool asks = m_typed.size() >= shortestAsked
        && (isSearched(scope, PaletteGroup::Shots) || isSearched(scope, PaletteGroup::Assets));
    m_isAsking = asks;
    if (asks)
        m_wait.start();
    else
        m_entities.clear();
    collect();
}

QCoro::Task<void> PaletteEntries::ask(QString typed, QString productionId)
{
    const QPointer<PaletteEntries> self(this);
    const int asked = m_asked;
    // The studio looks into names and descriptions; "SQ020 / SH0040" is a name only with its sequence, so that
    // after nothing was found the last word alone is asked for, and what does not fit the rest is left out.
    const QString lastWord = typed.section(QRegularExpression(u"[\\s/]+"_s), -1, -1, QString::SectionSkipEmpty);
    QStringList queries{typed};
    if (lastWord != typed && lastWord.size() >= shortestAsked) queries << lastWord;
    QStringList places{QString()}; // in this production first, else in all
    if (!productionId.isEmpty()) places.prepend(productionId);
    QString failure;
    try {
        for (const QString &query : queries) {
            for (const QString &within : places) {
                Json body = {{"query", query.toStdString()}, {"limit", askedEach}};
                body["index_names"] = Json::array({"shots", "assets"});
                if (!within.isEmpty()) body["project_id"] = within.toStdString();
                const Json told = co_await m_studio.gateway().post(u"/data/search"_s, body);
                if (!self || asked != m_asked) co_return;
                takeEntities(told);
                if (query != typed) m_entities.removeIf([&](const PaletteEntry &entry) { return !fits(entry, typed); });
                if (!m_entities.isEmpty()) break;
            }
            if (!m_entities.isEmpty()) break;
        }
    } catch (const ApiError &error) {
        failure = error.sentence();
    }
    if (!self || asked != m_asked) co_return;
    m_isAsking = false;
    if (failure.isEmpty())
        collect();
    else
        Q_EMIT failed(failure);
}

void PaletteEntries::takeEntities(const Json &told)
{
    m_entities.clear();
    const auto take = [this](const Json &entity, bool isShot) {
        PaletteEntry entry;
        entry.group = isShot ? PaletteGroup::Shots : PaletteGroup::Assets;
        const QString id = textOf(entity, "id");
        entry.key = u"entity/"_s + id;
        const QString sequence = textOf(entity, "sequence_name");
        const QString name = textOf(entity, "name");
        entry.title = isShot && !sequence.isEmpty() ? u"%1 / %2"_s.arg(sequence, name) : name;
        entry.detail = isShot ? textOf(entity, "description") : textOf(entity, "asset_type_name");
        const QString productionId = textOf(entity, "project_id");
        if (productionId != m_productionId) entry.trailing = textOf(entity, "project_name");
        entry.icon = isShot ? u"shot"_s : u"asset"_s;
        if (const QString preview = textOf(entity, "preview_file_id"); !preview.isEmpty())
            entry.picturePath = PictureStore::thumbnailPath(preview);
        entry.destination = Destination{isShot ? u"shots"_s : u"assets"_s, productionId, id, {}, {}};
        m_entities << entry;
    };
    for (const Json &shot : told.value("shots", Json::array())) take(shot, true);
    for (const Json &asset : told.value("assets", Json::array())) take(asset, false);
}

void PaletteEntries::addCommands(QList<PaletteEntry> &entries) const
{
    for (const Command &command : m_commands.offered()) {
        PaletteEntry entry;
        entry.group = PaletteGroup::Commands;
        entry.key = u"command/"_s + command.id;
        entry.title = command.name;
        entry.detail = command.detail;
        entry.icon = command.icon;
        entry.keys = command.keys;
        entry.run = command.run;
        entries << entry;
    }
}

void PaletteEntries::addSections(QList<PaletteEntry> &entries) const
{
    for (const Section &section : m_sections) {
        if (!section.isInRail || !section.isOffered(m_studio.session().person())) continue;
        PaletteEntry entry;
        entry.group = PaletteGroup::Sections;
        entry.key = u"section/"_s + section.id;
        entry.title = section.name;
        entry.trailing = tr("Section");
        entry.icon = section.icon;
        entry.destination = Destination{section.id, m_productionId, {}, {}, {}};
        entries << entry;
    }
}

void PaletteEntries::addProductions(QList<PaletteEntry> &entries) const
{
    for (const DirectoryProduction &production : m_studio.directory().productions()) {
        PaletteEntry entry;
        entry.group = PaletteGroup::Productions;
        entry.key = u"production/"_s + production.id;
        entry.title = production.name;
        entry.detail = production.code;
        entry.trailing = tr("Production");
        entry.icon = u"production"_s;
        if (production.hasAvatar) entry.picturePath = PictureStore::productionPath(production.id);
        entry.destination = Destination{u"shots"_s, production.id, {}, {}, {}};
        entries << entry;
    }
}

void PaletteEntries::addPeople(QList<PaletteEntry> &entries) const
{
    const StudioDirectory &directory = m_studio.directory();
    for (const DirectoryPerson &person : directory.people()) {
        if (!person.isActive || person.isBot) continue;
        PaletteEntry entry;
        entry.group = PaletteGroup::People;
        entry.key = u"person/"_s + person.id;
        entry.title = person.fullName;
        QStringList departments;
        for (const Named &department : directory.departments())
            if (person.departmentIds.contains(department.id)) departments << department.name;
        entry.detail = departments.join(u", "_s);
        entry.trailing = tr("Their shots");
        entry.person = directory.look(person.id);
        // What a person works on: the production's shots that are assigned to them.
        entry.destination = Destination{u"shots"_s, m_productionId, {}, {}, u"assignedto=[%1]"_s.arg(person.fullName)};
        entries << entry;
    }
}

void PaletteEntries::collect()
{
    QList<PaletteEntry> all;
    addProductions(all);
    addPeople(all);
    addSections(all);
    addCommands(all);
    QList<PaletteEntry> entries;
    for (PaletteEntry &entry : all) {
        if (!isSearched(m_scope, entry.group)) continue;
        if (m_typed.isEmpty() && m_scope == PaletteScope::All && entry.group == PaletteGroup::People) continue;
        if (matchesIn(entry, m_typed)) entries << entry;
    }
    // What the studio found stays while one types on, as far as it still fits: rows do not flicker.
    for (PaletteEntry entry : std::as_const(m_entities)) {
        if (!isSearched(m_scope, entry.group)) continue;
        const bool isOfThis = !m_isAsking;
        if (matchesIn(entry, m_typed) || isOfThis) entries << entry;
    }
    order(std::move(entries));
    Q_EMIT changed();
}

void PaletteEntries::order(QList<PaletteEntry> entries)
{
    const auto recency = [this](const PaletteEntry &entry) {
        const auto at = m_recent.indexOf(entry.key);
        return at < 0 ? rememberedRecent : at;
    };
    const auto goodness = [&](const PaletteEntry &entry) {
        const bool isExact = entry.match.rank == PaletteMatch::Rank::Exact;
        return std::tuple(isExact ? 0 : 1, recency(entry), static_cast<int>(entry.match.rank));
    };
    if (m_typed.isEmpty() && m_scope == PaletteScope::All)
        for (PaletteEntry &entry : entries)
            if (m_recent.contains(entry.key)) entry.group = PaletteGroup::Recent;
    std::ranges::stable_sort(entries, {},
        [&](const PaletteEntry &entry) { return std::pair(static_cast<int>(entry.group), goodness(entry)); });
    m_found.clear();
    const qsizetype most = m_scope == PaletteScope::All ? shownEach : shownOfOne;
    QHash<PaletteGroup, qsizetype> counts;
    for (const PaletteEntry &entry : std::as_const(entries))
        if (counts[entry.group]++ < most) m_found << entry;
}

void PaletteEntries::noteChosen(const PaletteEntry &entry)
{
    m_recent.removeAll(entry.key);
    m_recent.prepend(entry.key);
    while (m_recent.size() > rememberedRecent) m_recent.removeLast();
    QSettings().setValue(recentSetting, m_recent);
}

} // namespace callboard::ui
