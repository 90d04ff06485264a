// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/ImportRows.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 160; // of the API
constexpr qsizetype offeredChoices = 3;

QString words(const char *text, int n = -1)
{
    return QCoreApplication::translate("ImportRows", text, nullptr, n);
}

ImportMend leaveOut()
{
    return {ImportMend::Kind::LeaveOut, words(QT_TRANSLATE_NOOP("ImportRows", "Leave the row out")), {}, {}, -1};
}

ImportMend setCell(const QString &text, const QString &key, const QString &value)
{
    return {ImportMend::Kind::SetCell, text, key, value, -1};
}

void fail(ImportRow &row, const QString &key, const QString &sentence, QList<ImportMend> mends = {})
{
    if (!row.error.isEmpty()) return; // One at a time: mending the first may mend the rest.
    row.error = sentence;
    row.errorKey = key;
    row.mends = std::move(mends) << leaveOut();
}

std::optional<int> wholeNumber(const QString &text)
{
    bool isNumber = false;
    const int value = text.toInt(&isNumber);
    return isNumber ? std::optional(value) : std::nullopt;
}

/// Works out one plan; its state is what rows need of each other.
class Planning
{
public:
    Planning(const ImportTable &table, const ImportSubject &subject, const ImportRules &rules)
        : m_table(table)
        , m_subject(subject)
        , m_rules(rules)
    {
        for (int i = 0; i < subject.existing.size(); ++i)
            m_existing[entityKey(subject.existing[i].parent, subject.existing[i].name)] = i;
    }

    ImportPlan plan()
    {
        ImportPlan plan;
        plan.rows.resize(m_table.rows.size());
        QSet<QString> newParents;
        for (std::size_t i = 0; i < plan.rows.size(); ++i) {
            ImportRow &row = plan.rows[i];
            readRow(static_cast<int>(i), row);
            if (row.isLeftOut) continue;
            ++plan.counts[static_cast<std::size_t>(row.change)];
            if (row.change == RowChange::Error) continue;
            if (row.makesParent) newParents.insert(row.parentKey);
            plan.tasks += taskCount(row);
        }
        plan.newParents = static_cast<int>(newParents.size());
        return plan;
    }

private:
    static QString entityKey(const QString &parent, const QString &name)
    {
        return parent.toCaseFolded() + u'\n' + name.toCaseFolded();
    }

    void readRow(int index, ImportRow &row)
    {
        const SourceRow &source = m_table.rows[static_cast<std::size_t>(index)];
        row.isLeftOut = source.isLeftOut;
        row.name = m_table.cell(source, u"name"_s);
        const QString parentField = m_subject.kind == ImportKind::Shots ? u"sequence"_s : u"type"_s;
        row.parentKey = m_subject.parentKey(m_table.cell(source, u"episode"_s), m_table.cell(source, parentField));
        if (row.isLeftOut) {
            row.happens = words(QT_TRANSLATE_NOOP("ImportRows", "Left out"));
            return;
        }
        checkNames(index, source, parentField, row);
        row.existing = m_existing.value(entityKey(row.parentKey, row.name), -1);
        for (const QString &key : m_table.keys)
            if (const ImportField *field = m_subject.field(key)) readValue(*field, source, row);
        if (m_subject.kind == ImportKind::Shots) checkFrames(source, row);
        settle(row);
    }

    void checkNames(int index, const SourceRow &source, const QString &parentField, ImportRow &row)
    {
        const bool isShots = m_subject.kind == ImportKind::Shots;
        if (row.name.isEmpty())
            return fail(row, u"name"_s,
                isShots ? words(QT_TRANSLATE_NOOP("ImportRows", "This row names no shot."))
                        : words(QT_TRANSLATE_NOOP("ImportRows", "This row names no asset.")));
        if (row.name.size() > longestName)
            return fail(row, u"name"_s, words(QT_TRANSLATE_NOOP("ImportRows", "The name is longer than 160 letters.")));
        const QString parent = m_table.cell(source, parentField);
        if (parent.isEmpty())
            return fail(row, parentField,
                isShots ? words(QT_TRANSLATE_NOOP("ImportRows", "This row names no sequence."))
                        : words(QT_TRANSLATE_NOOP("ImportRows", "This row names no asset type.")),
                parentMends(parentField));
        if (isShots && m_subject.hasEpisodes && !m_subject.episodes.contains(m_table.cell(source, u"episode"_s)))
            return fail(row, u"episode"_s,
                words(QT_TRANSLATE_NOOP("ImportRows", "There is no episode “%1”."))
                    .arg(m_table.cell(source, u"episode"_s)));
        row.makesParent = !knowsParent(row);
        if (row.makesParent && !isShots)
            return fail(row, parentField,
                words(QT_TRANSLATE_NOOP("ImportRows", "There is no asset type “%1”.")).arg(parent),
                parentMends(parentField));
        if (row.makesParent && !m_rules.makesParents)
            return fail(
                row, parentField, words(QT_TRANSLATE_NOOP("ImportRows", "There is no sequence “%1”.")).arg(parent));
        checkTwice(index, source, row);
    }

    /// Takes the spelling that is there: "props" means "Props".
    bool knowsParent(ImportRow &row)
    {
        if (m_subject.parents.contains(row.parentKey)) return true;
        for (auto it = m_subject.parents.cbegin(); it != m_subject.parents.cend(); ++it)
            if (it.key().compare(row.parentKey, Qt::CaseInsensitive) == 0) {
                row.parentKey = it.key();
                return true;
            }
        return false;
    }

    QList<ImportMend> parentMends(const QString &field) const
    {
        QList<ImportMend> mends;
        if (m_subject.kind == ImportKind::Shots) return mends;
        QStringList names = m_subject.parents.keys();
        names.sort(Qt::CaseInsensitive);
        for (const QString &name : names.mid(0, offeredChoices)) mends << setCell(name, field, name);
        return mends;
    }

    void checkTwice(int index, const SourceRow &source, ImportRow &row)
    {
        const QString key = entityKey(row.parentKey, row.name);
        const auto first = m_seen.constFind(key);
        if (first == m_seen.cend()) {
            m_seen[key] = index;
            return;
        }
        const int firstLine = m_table.rows[static_cast<std::size_t>(*first)].line;
        fail(row, u"name"_s,
            words(QT_TRANSLATE_NOOP("ImportRows", "%1 / %2 is in the file twice: here, and in line %3."))
                .arg(row.parentKey, row.name)
                .arg(firstLine),
            {{ImportMend::Kind::LeaveOtherOut, words(QT_TRANSLATE_NOOP("ImportRows", "Keep line %1")).arg(source.line),
                 {}, {}, *first},
                {ImportMend::Kind::LeaveOut, words(QT_TRANSLATE_NOOP("ImportRows", "Keep line %1")).arg(firstLine), {},
                    {}, -1}});
        row.mends.removeLast(); // Leaving this row out is what the second button does.
    }

    void readValue(const ImportField &field, const SourceRow &source, ImportRow &row)
    {
        static const QStringList names{u"episode"_s, u"sequence"_s, u"type"_s, u"name"_s};
        if (names.contains(field.key)) return;
        ImportValue value;
        if (row.existing >= 0) value.before = m_subject.existing[row.existing].value(field);
        value.after = m_table.cell(source, field.key);
        if (value.after.isEmpty() && (!m_rules.emptyErases || field.isTask()))
            value.after = value.before;
        else if (!value.after.isEmpty())
            checkValue(field, value, row);
        row.values[field.key] = value;
    }

    void checkValue(const ImportField &field, ImportValue &value, ImportRow &row)
    {
        const QString &text = value.after;
        const QList<ImportMend> emptied{
            setCell(words(QT_TRANSLATE_NOOP("ImportRows", "Empty the cell")), field.key, {})};
        if (field.isTask() || field.type == MetadataType::Boolean) {
            const auto said = yesOrNo(text);
            if (!said)
                return fail(row, field.key,
                    words(QT_TRANSLATE_NOOP("ImportRows", "“%1” is neither yes nor no.")).arg(text), emptied);
            // A task that is there is never taken away by an import.
            if (field.isTask())
                value.after = *said ? u"x"_s : value.before;
            else
                value.after = *said ? u"true"_s : u"false"_s;
        } else if (field.key == "frames"_L1 || field.key == "frame_in"_L1 || field.key == "frame_out"_L1) {
            const auto frames = wholeNumber(text);
            if (!frames || *frames < 0)
                return fail(row, field.key,
                    words(QT_TRANSLATE_NOOP("ImportRows", "“%1” is no whole number of frames.")).arg(text), emptied);
            value.after = QString::number(*frames);
        } else if (field.type == MetadataType::Number) {
            bool isNumber = false;
            QString(text).replace(u',', u'.').toDouble(&isNumber);
            if (!isNumber)
                return fail(
                    row, field.key, words(QT_TRANSLATE_NOOP("ImportRows", "“%1” is no number.")).arg(text), emptied);
            value.after.replace(u',', u'.');
        } else if (field.type == MetadataType::List && !field.choices.isEmpty()) {
            checkChoice(field, value, row);
        }
    }

    void checkChoice(const ImportField &field, ImportValue &value, ImportRow &row)
    {
        for (const QString &choice : field.choices)
            if (choice.compare(value.after, Qt::CaseInsensitive) == 0) {
                value.after = choice;
                return;
            }
        QList<ImportMend> mends;
        for (const QString &choice : field.choices.mid(0, offeredChoices)) mends << setCell(choice, field.key, choice);
        fail(row, field.key,
            words(QT_TRANSLATE_NOOP("ImportRows", "“%1” is no choice of %2.")).arg(value.after, field.words), mends);
    }

    void set(ImportRow &row, const QString &key, int number) const
    {
        ImportValue derived;
        if (const ImportField *field = m_subject.field(key); field && row.existing >= 0)
            derived.before = m_subject.existing[row.existing].value(*field);
        derived.after = QString::number(number);
        row.values[key] = derived;
    }

    /// What a value will be, named in the file or not.
    QString valueOf(const ImportRow &row, const QString &key) const
    {
        const ImportField *field = m_subject.field(key);
        if (row.values.contains(key)) return row.values[key].after;
        return field && row.existing >= 0 ? m_subject.existing[row.existing].value(*field) : QString();
    }

    void checkFrames(const SourceRow &source, ImportRow &row)
    {
        if (!m_table.cell(source, u"frames"_s).isEmpty() && m_table.cell(source, u"frame_out"_s).isEmpty()) {
            // Only the length is said: the end follows from it.
            const auto length = wholeNumber(valueOf(row, u"frames"_s)),
                       first = wholeNumber(valueOf(row, u"frame_in"_s));
            if (length && first && *length > 0) set(row, u"frame_out"_s, *first + *length - 1);
            return;
        }
        const auto number = [&](const char *key) {
            return wholeNumber(row.values.value(QString::fromLatin1(key)).after);
        };
        const auto frames = number("frames"), in = number("frame_in"), out = number("frame_out");
        if (!in || !out) return;
        const int made = *out - *in + 1;
        if (made <= 0)
            return fail(row, u"frame_out"_s,
                words(QT_TRANSLATE_NOOP("ImportRows", "It ends at %1, before it begins at %2.")).arg(*out).arg(*in),
                frames ? QList<ImportMend>{setCell(
                    words(QT_TRANSLATE_NOOP("ImportRows", "Out at %1")).arg(*in + *frames - 1), u"frame_out"_s,
                    QString::number(*in + *frames - 1))}
                       : QList<ImportMend>{});
        if (frames && *frames != made && m_table.column(u"frames"_s) >= 0) {
            return fail(row, u"frames"_s,
                words(QT_TRANSLATE_NOOP("ImportRows", "%1 – %2 makes %3 frames, but the row says %4. Which is right?"))
                    .arg(*in)
                    .arg(*out)
                    .arg(made)
                    .arg(*frames),
                {setCell(
                     words(QT_TRANSLATE_N_NOOP("ImportRows", "%n frames"), made), u"frames"_s, QString::number(made)),
                    setCell(words(QT_TRANSLATE_NOOP("ImportRows", "Out at %1")).arg(*in + *frames - 1), u"frame_out"_s,
                        QString::number(*in + *frames - 1))});
        }
        if (m_table.column(u"frames"_s) < 0) set(row, u"frames"_s, made);
    }

    void settle(ImportRow &row)
    {
        if (!row.error.isEmpty()) {
            row.change = RowChange::Error;
            row.happens = words(QT_TRANSLATE_NOOP("ImportRows", "Must be mended"));
            return;
        }
        if (row.existing < 0) {
            row.change = RowChange::New;
            row.happens = newWords(row);
            return;
        }
        const bool changes = std::any_of(
            row.values.begin(), row.values.end(), [](const ImportValue &value) { return value.isChanged(); });
        if (changes && !m_rules.changesExisting) {
            for (ImportValue &value : row.values) value.after = value.before;
            row.happens = words(QT_TRANSLATE_NOOP("ImportRows", "Stays as it is"));
            return;
        }
        row.change = changes ? RowChange::Changed : RowChange::Unchanged;
        row.happens = changes ? changeWords(row) : words(QT_TRANSLATE_NOOP("ImportRows", "Nothing"));
    }

    int taskCount(const ImportRow &row) const
    {
        int tasks = 0;
        for (auto it = row.values.cbegin(); it != row.values.cend(); ++it)
            if (it.key().startsWith("task:"_L1) && it->isChanged()) ++tasks;
        if (row.change != RowChange::New || !m_rules.makesTasks) return tasks;
        // A column of a task type decides for it; the others are made.
        for (const QString &id : m_subject.taskTypeIds)
            if (m_table.column(u"task:"_s + id) < 0) ++tasks;
        return tasks;
    }

    /// The first row of a new sequence says that it makes it.
    QString newWords(const ImportRow &row)
    {
        QStringList parts;
        if (row.makesParent && !std::exchange(m_saidParents[row.parentKey], true))
            parts << words(QT_TRANSLATE_NOOP("ImportRows", "Sequence"));
        parts << (m_subject.kind == ImportKind::Shots ? words(QT_TRANSLATE_NOOP("ImportRows", "Shot"))
                                                      : words(QT_TRANSLATE_NOOP("ImportRows", "Asset")));
        if (const int tasks =
                [&] {
                    ImportRow made = row;
                    made.change = RowChange::New;
                    return taskCount(made);
                }();
            tasks > 0)
            parts << words(QT_TRANSLATE_N_NOOP("ImportRows", "%n task(s)"), tasks);
        return parts.join(u", "_s);
    }

    QString changeWords(const ImportRow &row) const
    {
        QStringList parts;
        for (const ImportField &field : m_subject.fields) {
            const auto value = row.values.constFind(field.key);
            if (value == row.values.cend() || !value->isChanged()) continue;
            const auto before = wholeNumber(value->before), after = wholeNumber(value->after);
            if (field.key == "frames"_L1 && before && after)
                parts << (*after > *before
                        ? words(QT_TRANSLATE_N_NOOP("ImportRows", "%n frames longer"), *after - *before)
                        : words(QT_TRANSLATE_N_NOOP("ImportRows", "%n frames shorter"), *before - *after));
            else if (field.key != "frame_in"_L1 && field.key != "frame_out"_L1)
                parts << field.words;
        }
        return parts.isEmpty() ? words(QT_TRANSLATE_NOOP("ImportRows", "In and out")) : parts.join(u", "_s);
    }

    const ImportTable &m_table;
    const ImportSubject &m_subject;
    const ImportRules &m_rules;
    QHash<QString, int> m_existing; // index by parent and name
    QHash<QString, bool> m_saidParents;
    QHash<QString, int> m_seen; // first row of a parent and name
};

} // namespace

std::optional<bool> yesOrNo(const QString &cell)
{
    static const QStringList yes{u"x"_s, u"yes"_s, u"y"_s, u"true"_s, u"1"_s, u"✓"_s, u"oui"_s, u"ja"_s};
    static const QStringList no{u"no"_s, u"n"_s, u"false"_s, u"0"_s, u"-"_s, u"–"_s, u"non"_s, u"nein"_s};
    const QString word = cell.trimmed().toCaseFolded();
    if (yes.contains(word)) return true;
    if (no.contains(word)) return false;
    return std::nullopt;
}

ImportPlan planImport(const ImportTable &table, const ImportSubject &subject, const ImportRules &rules)
{
    return Planning(table, subject, rules).plan();
}

} // namespace callboard::ui
