// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Icons.h"

#include "ui/theme/Crisp.h"
#include "ui/theme/Theme.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QSet>
#include <QSvgRenderer>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

/// The resources lie in a static library, where nothing else would pull them in.
static void readIconResources()
{
    Q_INIT_RESOURCE(icons);
}

namespace callboard::ui::icons {

namespace {

const QString &folder()
{
    static const QString path = [] {
        readIconResources();
        return u":/callboard/icons/"_s;
    }();
    return path;
}

struct Key
{
    QString name;
    QRgb colour;
    int devicePixels;
    bool operator==(const Key &) const = default;
};

size_t qHash(const Key &key, size_t seed = 0)
{
    return qHashMulti(seed, key.name, key.colour, key.devicePixels);
}

QPixmap draw(const Key &key)
{
    QFile file(folder() + key.name + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("There is no icon named %s", qUtf8Printable(key.name));
        return {};
    }
    const QColor colour = QColor::fromRgba(key.colour);
    QByteArray drawing = file.readAll();
    drawing.replace("currentColor", colour.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(drawing);
    QPixmap picture(key.devicePixels, key.devicePixels);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setOpacity(colour.alphaF());
    renderer.render(&painter, QRectF(0, 0, key.devicePixels, key.devicePixels));
    return picture;
}

/// Asks the palette at each painting, so that a change of the theme needs no new icons.
class ThemedEngine : public QIconEngine
{
public:
    ThemedEngine(QString name, QColor Palette::*role)
        : m_name(std::move(name))
        , m_role(role)
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        icons::paint(*painter, m_name, rect, colour(mode, state));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        // The size is one of device pixels here.
        return icons::pixmap(m_name, colour(mode, state), std::min(size.width(), size.height()), 1.0);
    }
    QIconEngine *clone() const override { return new ThemedEngine(m_name, m_role); }
    QString key() const override { return u"callboard"_s; }
    QString iconName() override { return m_name; }

private:
    QColor colour(QIcon::Mode mode, QIcon::State state) const
    {
        const Palette &palette = colours();
        if (mode == QIcon::Disabled) return palette.disabledText();
        if (m_role) return palette.*m_role;
        return mode == QIcon::Normal && state == QIcon::Off ? palette.text2 : palette.text;
    }

    QString m_name;
    QColor Palette::*m_role;
};

} // namespace

QPixmap pixmap(const QString &name, const QColor &colour, int size, qreal devicePixelRatio)
{
    static QHash<Key, QPixmap> drawn;
    const Key key{name, colour.rgba(), std::max(1, qRound(size * devicePixelRatio))};
    auto found = drawn.constFind(key);
    if (found == drawn.constEnd()) {
        // Colours are few; this bound is only for a program that runs for weeks.
        if (drawn.size() > 4096) drawn.clear();
        found = drawn.insert(key, draw(key));
    }
    QPixmap picture = *found;
    picture.setDevicePixelRatio(devicePixelRatio);
    return picture;
}

void paint(QPainter &painter, const QString &name, const QRectF &where, const QColor &colour)
{
    const qreal ratio = std::abs(painter.deviceTransform().m11());
    const int size = qRound(std::min(where.width(), where.height()));
    const QPixmap picture = pixmap(name, colour, size, ratio > 0 ? ratio : 1.0);
    const QRectF square(where.center() - QPointF(size, size) / 2, QSizeF(size, size));
    painter.drawPixmap(crisp::snapped(painter, square).topLeft(), picture);
}

QIcon icon(const QString &name)
{
    return QIcon(new ThemedEngine(name, nullptr));
}

QIcon icon(const QString &name, QColor Palette::*role)
{
    return QIcon(new ThemedEngine(name, role));
}

QStringList names()
{
    QStringList found;
    QDirIterator files(folder(), {u"*.svg"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) found << QDir(folder()).relativeFilePath(files.next()).chopped(4);
    found.sort();
    return found;
}

bool has(const QString &name)
{
    static const QStringList all = names();
    static const QSet<QString> known(all.begin(), all.end());
    return known.contains(name);
}

} // namespace callboard::ui::icons
