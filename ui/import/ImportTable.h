// SPDX-License-Identifier: GPL-3.0-or-later
// What is imported: the rows of a file or of the clipboard, what each of its columns means, and what of the
// production they meet. Values; no requests.
#pragma once

#include "ui/spreadsheet/SheetValues.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

#include <string_view>
#include <vector>

#include "core/base/Json.h"

namespace callboard::ui {

struct DirectoryProduction;
class StudioDirectory;

enum class ImportKind { Shots, Assets };

/// What a column can hold, by its key: "sequence", "name", "type", "episode", "description", "frames",
/// "frame_in", "frame_out", "fps", "resolution", "meta:FIELD" of a metadata column, "task:ID": make that task.
struct ImportField
{
    QString key;
    QString words;
    MetadataType type = MetadataType::Text;
    QStringList choices; // of a list
    QString alias = {};  // another heading that means it

    bool isMetadata() const { return key.startsWith(QStringLiteral("meta:")); }
    bool isTask() const { return key.startsWith(QStringLiteral("task:")); }
    /// Behind the colon.
    QString reference() const { return key.mid(key.indexOf(QLatin1Char(':')) + 1); }
};

/// An entity of the production, as far as an import can change it.
struct ExistingEntity
{
    QString id;
    QString parent; // "SQ010", "E01 / SQ010", "Props"
    QString name;
    QString description;
    QString frames;
    QString previewId;
    Json data = Json::object();
    QSet<QString> taskTypeIds;

    /// The value of a field as text; empty when there is none.
    QString value(const ImportField &field) const;
};

struct ImportSubject
{
    ImportKind kind = ImportKind::Shots;
    bool hasEpisodes = false;
    QList<ImportField> fields;
    QHash<QString, QString> parents;  // sequences by "SQ010" or "E01 / SQ010", asset types by name: identifiers
    QHash<QString, QString> episodes; // by name
    QList<ExistingEntity> existing;
    QStringList taskTypeIds; // of the production, for this kind

    const ImportField *field(const QString &key) const;
    /// The key of a parent that the cells name.
    QString parentKey(const QString &episode, const QString &parent) const;
};

/// Fields that this production's columns can hold.
QList<ImportField> importFields(
    ImportKind kind, const DirectoryProduction &production, const StudioDirectory &directory);

struct SourceRow
{
    int line = 0; // of the file
    QStringList cells;
    bool isLeftOut = false;
};

struct ImportTable
{
    QString name; // of the file; empty: pasted
    QString encoding;
    char separator = ',';
    qint64 bytes = 0;
    QStringList headings;
    QStringList keys; // what each column means; empty: not used
    std::vector<SourceRow> rows;

    /// The column of a key, or -1.
    int column(const QString &key) const { return static_cast<int>(keys.indexOf(key)); }
    QString cell(const SourceRow &row, const QString &key) const;

    /// Reads a file's bytes or pasted rows; the first row names the columns. Throws exchange::CsvError.
    static ImportTable read(std::string_view bytes, const QString &name);
};

/// The field that a heading names, by what was chosen for it before, or by its words; empty: none.
QString keyForHeading(const QString &heading, const ImportSubject &subject);
/// Chosen by hand: remembered for the next file with this heading.
void rememberKey(const QString &heading, ImportKind kind, const QString &key);
/// Gives each column a key; no key twice.
void mapColumns(ImportTable &table, const ImportSubject &subject);

} // namespace callboard::ui
