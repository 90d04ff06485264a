// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/ImportTable.h"

#include "core/domain/exchange/CsvTable.h"
#include "ui/gateway/ApiMessage.h"
#include "ui/openstudio/StudioDirectory.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSettings>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("ImportTable", text);
}

/// "Frame In" and "frame_in" and "FRAMEIN" are one heading.
QString folded(const QString &heading)
{
    static const QRegularExpression others(u"[^\\p{L}\\p{N}]+"_s);
    return heading.toCaseFolded().remove(others);
}

/// Headings that studios and editors give these columns.
const QList<std::pair<QString, QStringList>> &usualHeadings()
{
    static const QList<std::pair<QString, QStringList>> all{
        {u"episode"_s, {u"episode"_s, u"ep"_s}},
        {u"sequence"_s, {u"sequence"_s, u"seq"_s, u"sequencename"_s, u"sq"_s}},
        {u"type"_s, {u"type"_s, u"assettype"_s, u"category"_s}},
        {u"name"_s, {u"name"_s, u"shot"_s, u"shotname"_s, u"asset"_s, u"assetname"_s, u"shotcode"_s, u"code"_s}},
        {u"description"_s, {u"description"_s, u"desc"_s, u"action"_s}},
        {u"frames"_s, {u"frames"_s, u"nbframes"_s, u"dur"_s, u"duration"_s, u"length"_s, u"framecount"_s}},
        {u"frame_in"_s, {u"framein"_s, u"in"_s, u"cutin"_s, u"start"_s, u"first"_s}},
        {u"frame_out"_s, {u"frameout"_s, u"out"_s, u"cutout"_s, u"end"_s, u"last"_s}},
        {u"fps"_s, {u"fps"_s, u"framerate"_s}},
        {u"resolution"_s, {u"resolution"_s, u"res"_s}},
    };
    return all;
}

QString settingOf(const QString &heading, ImportKind kind)
{
    return (kind == ImportKind::Shots ? u"import/shots/"_s : u"import/assets/"_s) + folded(heading);
}

QString textOfValue(const Json &value)
{
    if (value.is_null()) return {};
    if (value.is_string()) return QString::fromStdString(value);
    return QString::fromStdString(toText(value));
}

} // namespace

QString ExistingEntity::value(const ImportField &field) const
{
    if (field.key == "description"_L1) return description;
    if (field.key == "frames"_L1) return frames;
    if (field.isTask()) return taskTypeIds.contains(field.reference()) ? u"x"_s : QString();
    const std::string member = field.isMetadata() ? field.reference().toStdString() : field.key.toStdString();
    const auto found = data.find(member);
    return found == data.end() ? QString() : textOfValue(*found);
}

const ImportField *ImportSubject::field(const QString &key) const
{
    for (const ImportField &field : fields)
        if (field.key == key) return &field;
    return nullptr;
}

QString ImportSubject::parentKey(const QString &episode, const QString &parent) const
{
    return hasEpisodes && kind == ImportKind::Shots ? episode + u" / "_s + parent : parent;
}

QList<ImportField> importFields(
    ImportKind kind, const DirectoryProduction &production, const StudioDirectory &directory)
{
    const bool isShots = kind == ImportKind::Shots;
    QList<ImportField> fields;
    if (isShots && production.type == "tvshow"_L1)
        fields << ImportField{u"episode"_s, words(QT_TRANSLATE_NOOP("ImportTable", "Episode")), {}, {}};
    if (isShots)
        fields << ImportField{u"sequence"_s, words(QT_TRANSLATE_NOOP("ImportTable", "Sequence")), {}, {}};
    else
        fields << ImportField{u"type"_s, words(QT_TRANSLATE_NOOP("ImportTable", "Asset type")), {}, {}};
    fields << ImportField{u"name"_s, words(QT_TRANSLATE_NOOP("ImportTable", "Name")), {}, {}}
           << ImportField{u"description"_s, words(QT_TRANSLATE_NOOP("ImportTable", "Description")), {}, {}};
    if (isShots)
        fields << ImportField{u"frames"_s, words(QT_TRANSLATE_NOOP("ImportTable", "Frames")), MetadataType::Number, {}}
               << ImportField{u"frame_in"_s, words(QT_TRANSLATE_NOOP("ImportTable", "Frame in")), MetadataType::Number,
                      {}}
               << ImportField{u"frame_out"_s, words(QT_TRANSLATE_NOOP("ImportTable", "Frame out")),
                      MetadataType::Number, {}}
               << ImportField{u"fps"_s, words(QT_TRANSLATE_NOOP("ImportTable", "Frames per second")), {}, {}}
               << ImportField{u"resolution"_s, words(QT_TRANSLATE_NOOP("ImportTable", "Resolution")), {}, {}};
    const QString entity = isShots ? u"Shot"_s : u"Asset"_s;
    for (const auto &descriptor : production.descriptors)
        if (descriptor.entityType == entity)
            fields << ImportField{u"meta:"_s + descriptor.column.fieldName, descriptor.column.name,
                descriptor.column.type, descriptor.column.choices};
    for (const DirectoryTaskType &type : directory.taskTypesOf(production, entity))
        fields << ImportField{u"task:"_s + type.id,
            words(QT_TRANSLATE_NOOP("ImportTable", "%1 task: make if “x”")).arg(type.name), {}, {}, type.name};
    return fields;
}

QString ImportTable::cell(const SourceRow &row, const QString &key) const
{
    const int at = column(key);
    return at < 0 ? QString() : row.cells.value(at).trimmed();
}

ImportTable ImportTable::read(std::string_view bytes, const QString &name)
{
    const exchange::CsvTable csv = exchange::readCsv(bytes);
    ImportTable table;
    table.name = name;
    table.encoding = QString::fromStdString(csv.encoding);
    table.separator = csv.separator;
    table.bytes = static_cast<qint64>(bytes.size());
    bool isFirst = true;
    for (const exchange::CsvRow &row : csv.rows) {
        QStringList cells;
        for (const std::string &cell : row.cells) cells << QString::fromStdString(cell).replace(u"\r\n"_s, u"\n"_s);
        if (std::exchange(isFirst, false)) {
            table.headings = cells;
            continue;
        }
        while (cells.size() < table.headings.size()) cells << QString();
        table.rows.push_back({row.line, cells, false});
    }
    table.keys = QStringList(table.headings.size());
    return table;
}

QString keyForHeading(const QString &heading, const ImportSubject &subject)
{
    const QVariant kept = QSettings().value(settingOf(heading, subject.kind));
    if (kept.isValid() && (kept.toString().isEmpty() || subject.field(kept.toString()))) return kept.toString();
    const QString name = folded(heading);
    for (const ImportField &field : subject.fields)
        if (!name.isEmpty() && (folded(field.words) == name || folded(field.alias) == name)) return field.key;
    for (const auto &[key, headings] : usualHeadings())
        if (headings.contains(name) && subject.field(key)) return key;
    return {};
}

void rememberKey(const QString &heading, ImportKind kind, const QString &key)
{
    QSettings().setValue(settingOf(heading, kind), key);
}

void mapColumns(ImportTable &table, const ImportSubject &subject)
{
    table.keys.clear();
    for (const QString &heading : table.headings) {
        const QString key = keyForHeading(heading, subject);
        table.keys << (table.keys.contains(key) ? QString() : key);
    }
}

} // namespace callboard::ui
