// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/TabularFont.h"

#include <QFile>
#include <QFontDatabase>
#include <QStandardPaths>
#include <QtEndian>

#include <optional>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

// As long as "Inter", because names are replaced in place.
const auto family = u"Tally"_s;

template<typename Number>
std::optional<Number> numberAt(const QByteArray &bytes, qsizetype offset)
{
    if (offset < 0 || offset + qsizetype(sizeof(Number)) > bytes.size()) return std::nullopt;
    return qFromBigEndian<Number>(bytes.constData() + offset);
}

struct Table
{
    qsizetype offset;
    qsizetype length;
};

std::optional<Table> tableOf(const QByteArray &font, const char *tag)
{
    constexpr qsizetype directory = 12, record = 16;
    const auto count = numberAt<quint16>(font, 4);
    for (qsizetype i = 0; count && i < *count; ++i) {
        const qsizetype at = directory + i * record;
        const auto offset = numberAt<quint32>(font, at + 8), length = numberAt<quint32>(font, at + 12);
        if (!offset || !length || qint64(*offset) + *length > font.size()) return std::nullopt;
        if (font.mid(at, 4) == tag) return Table{qsizetype(*offset), qsizetype(*length)};
    }
    return std::nullopt;
}

bool turnFeatureOn(QByteArray &font)
{
    const auto table = tableOf(font, "GSUB");
    const auto list = table ? numberAt<quint16>(font, table->offset + 6) : std::nullopt;
    if (!list) return false;
    const qsizetype features = table->offset + *list;
    const auto count = numberAt<quint16>(font, features);
    bool found = false;
    for (qsizetype i = 0; count && i < *count; ++i) {
        const qsizetype tag = features + 2 + i * 6;
        if (font.mid(tag, 4) != "tnum") continue;
        font.replace(tag, 4, "rclt");
        found = true;
    }
    return found;
}

QByteArray utf16(const QString &text)
{
    QByteArray bytes;
    for (const QChar letter : text) bytes += char(letter.unicode() >> 8), bytes += char(letter.unicode() & 0xff);
    return bytes;
}

bool rename(QByteArray &font)
{
    const auto table = tableOf(font, "name");
    if (!table) return false;
    QByteArray names = font.mid(table->offset, table->length);
    names.replace(utf16(u"Inter"_s), utf16(family));
    font.replace(table->offset, table->length, names);
    return true;
}

} // namespace

QString tabularFamily()
{
    return family;
}

QByteArray withTabularFigures(QByteArray font)
{
    return turnFeatureOn(font) && rename(font) ? font : QByteArray();
}

void loadTabularInter()
{
    for (const QString &weight : {u"Regular"_s, u"Medium"_s, u"SemiBold"_s})
        for (const QString &folder :
            {u"fonts/opentype/inter/"_s, u"fonts/truetype/inter/"_s, u"fonts/inter/"_s, u"fonts/"_s}) {
            const QString path =
                QStandardPaths::locate(QStandardPaths::GenericDataLocation, folder + u"Inter-"_s + weight + u".otf"_s);
            QFile file(path);
            if (path.isEmpty() || !file.open(QIODevice::ReadOnly)) continue;
            if (const QByteArray font = withTabularFigures(file.readAll()); !font.isEmpty()) {
                QFontDatabase::addApplicationFontFromData(font);
                break;
            }
        }
}

} // namespace callboard::ui
