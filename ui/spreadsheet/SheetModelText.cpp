// SPDX-License-Identifier: GPL-3.0-or-later
// Reads what people type or paste into cells.
#include "ui/spreadsheet/SheetModel.h"

#include <QLocale>
#include <QRegularExpression>

namespace callboard::ui {
namespace {

std::optional<QVariant> wholeNumber(const QString &text)
{
    if (text.isEmpty()) return QVariant();
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    return isNumber && number >= 0 ? std::optional<QVariant>(number) : std::nullopt;
}

std::optional<QVariant> number(const QString &text)
{
    if (text.isEmpty()) return QVariant();
    bool isNumber = false;
    double value = text.toDouble(&isNumber);
    if (!isNumber) value = QLocale::system().toDouble(text, &isNumber);
    return isNumber ? std::optional<QVariant>(value) : std::nullopt;
}

std::optional<QVariant> frameRange(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d+)\\s*[-–—:,]\\s*(\\d+)$"));
    if (text.isEmpty()) return QVariantList{QVariant(), QVariant()};
    const auto match = form.match(text);
    if (!match.hasMatch()) return std::nullopt;
    const int from = match.captured(1).toInt(), to = match.captured(2).toInt();
    return from <= to ? std::optional<QVariant>(QVariantList{from, to}) : std::nullopt;
}

std::optional<QVariant> yesOrNo(const QString &text)
{
    static const QStringList yes = {
        QStringLiteral("yes"), QStringLiteral("true"), QStringLiteral("1"), QStringLiteral("x")};
    static const QStringList no = {QString(), QStringLiteral("no"), QStringLiteral("false"), QStringLiteral("0")};
    const auto word = text.toLower();
    if (yes.contains(word) || word == SheetModel::tr("Yes").toLower()) return true;
    if (no.contains(word) || word == SheetModel::tr("No").toLower()) return false;
    return std::nullopt;
}

std::optional<QVariant> metadataValue(const SheetColumn &column, const QString &text)
{
    switch (column.type) {
    case MetadataType::Text: return text;
    case MetadataType::Number: return number(text);
    case MetadataType::Boolean: return yesOrNo(text);
    case MetadataType::List:
        if (text.isEmpty()) return QString();
        for (const auto &choice : column.choices)
            if (choice.compare(text, Qt::CaseInsensitive) == 0) return choice;
        return std::nullopt;
    case MetadataType::TagList: {
        QStringList tags;
        for (const auto &word : text.split(u',', Qt::SkipEmptyParts)) {
            const int place = int(column.choices.indexOf(
                QRegularExpression(QRegularExpression::anchoredPattern(QRegularExpression::escape(word.trimmed())),
                    QRegularExpression::CaseInsensitiveOption)));
            if (place < 0) return std::nullopt;
            tags << column.choices[place];
        }
        return tags;
    }
    case MetadataType::Checklist: return std::nullopt; // "2/3" does not say which
    }
    return std::nullopt;
}

} // namespace

std::optional<QVariant> SheetModel::valueFromText(int place, const QString &typed) const
{
    const auto text = typed.trimmed();
    const auto &column = m_columns[size_t(place)];
    switch (column.key.kind) {
    case ColumnKind::Name: return text.isEmpty() ? std::nullopt : std::optional<QVariant>(text);
    case ColumnKind::Description:
    case ColumnKind::Resolution: return text;
    case ColumnKind::Frames:
    case ColumnKind::MaxRetakes: return wholeNumber(text);
    case ColumnKind::FramesPerSecond: return number(text);
    case ColumnKind::InOut: return frameRange(text);
    case ColumnKind::ReadyFor:
        if (text.isEmpty()) return QString();
        for (const auto &type : m_subject.taskTypes)
            if (type.name.compare(text, Qt::CaseInsensitive) == 0) return type.id;
        return std::nullopt;
    case ColumnKind::Metadata: return metadataValue(column, text);
    case ColumnKind::Task:
        for (const auto &status : m_subject.statuses)
            if (status.shortName.compare(text, Qt::CaseInsensitive) == 0
                || status.name.compare(text, Qt::CaseInsensitive) == 0)
                return status.id;
        return std::nullopt;
    case ColumnKind::Group:
    case ColumnKind::Episode:
    case ColumnKind::Estimation:
    case ColumnKind::Spent: return std::nullopt;
    }
    return std::nullopt;
}

} // namespace callboard::ui
