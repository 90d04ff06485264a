// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/Avatar.h"

#include "ui/theme/Crisp.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Theme.h"

#include <QCache>
#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace callboard::ui {

namespace {

constexpr int restGap = 3;

struct Key
{
    QString id;
    QString name;
    qint64 picture;
    int pixels;
    QRgb rim;      ///< 0 for none
    int rimPixels; ///< around the disc
    bool operator==(const Key &) const = default;
};

size_t qHash(const Key &key, size_t seed = 0)
{
    return qHashMulti(seed, key.id, key.name, key.picture, key.pixels, key.rim, key.rimPixels);
}

void drawPicture(QPainter &painter, const QPixmap &picture, int pixels)
{
    const int side = std::min(picture.width(), picture.height());
    const QRect middle((picture.width() - side) / 2, (picture.height() - side) / 2, side, side);
    // Scaled in one smooth step: painting a large picture small would alias.
    const QPixmap scaled = picture.copy(middle).scaled(pixels, pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    painter.setBrush(QBrush(scaled));
    painter.drawEllipse(0, 0, pixels, pixels);
}

void drawInitials(QPainter &painter, const PersonLook &person, int pixels)
{
    painter.setBrush(personColour(person));
    painter.drawEllipse(0, 0, pixels, pixels);
    QFont letters = textFont(TextRole::Small, QFont::DemiBold);
    letters.setPixelSize(std::max(1, qRound(pixels * 0.42)));
    painter.setFont(letters);
    painter.setPen(QColor(0x161616));
    painter.drawText(QRect(0, 0, pixels, pixels), Qt::AlignCenter, initials(person.name));
}

/// The disc with its rim, as one picture: delegates paint hundreds in a frame.
QPixmap disc(const PersonLook &person, int pixels, const QColor &rim, int rimPixels)
{
    static QCache<Key, QPixmap> drawn(4096);
    const Key key{person.id, person.name, person.picture.cacheKey(), pixels, rim.isValid() ? rim.rgba() : 0, rimPixels};
    if (const QPixmap *found = drawn.object(key)) return *found;
    const int whole = pixels + 2 * rimPixels;
    auto *picture = new QPixmap(whole, whole);
    picture->fill(Qt::transparent);
    QPainter painter(picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (rim.isValid()) {
        painter.setBrush(rim);
        painter.drawEllipse(0, 0, whole, whole);
    }
    painter.translate(rimPixels, rimPixels);
    if (person.picture.isNull())
        drawInitials(painter, person, pixels);
    else
        drawPicture(painter, person.picture, pixels);
    painter.end();
    const QPixmap result = *picture;
    drawn.insert(key, picture);
    return result;
}

QFont restFont(int size)
{
    return textFont(size < 28 ? TextRole::Small : TextRole::Secondary, QFont::Medium);
}

QString restText(qsizetype count)
{
    return QStringLiteral("+%1").arg(count);
}

} // namespace

QString initials(const QString &name)
{
    const QStringList words = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty()) return QStringLiteral("?");
    QString letters = words.first().left(1);
    if (words.size() > 1) letters += words.last().left(1);
    return letters.toUpper();
}

QColor personColour(const PersonLook &person)
{
    const QString &key = person.id.isEmpty() ? person.name : person.id;
    // A hash of our own: Qt's is seeded anew in each run, the hue must stay.
    quint32 hash = 2166136261u;
    for (const QChar letter : key) hash = (hash ^ letter.unicode()) * 16777619u;
    return QColor::fromHsl(static_cast<int>((hash >> 8) % 360), 115, 170).toRgb();
}

void paintAvatar(QPainter &painter, const QPointF &topLeft, int size, const PersonLook &person, const QColor &rim)
{
    const qreal ratio = std::max<qreal>(0.1, std::abs(painter.deviceTransform().m11()));
    const QRectF place = crisp::snapped(painter, QRectF(topLeft, QSizeF(size, size)));
    const int rimPixels = rim.isValid() ? qRound(1.5 * ratio) : 0;
    QPixmap picture = disc(person, qRound(size * ratio), rim, rimPixels);
    picture.setDevicePixelRatio(ratio);
    painter.drawPixmap(place.topLeft() - QPointF(rimPixels, rimPixels) / ratio, picture);
}

int paintAvatars(
    QPainter &painter, const QRect &where, const QList<PersonLook> &people, const QColor &rim, int size, int most)
{
    if (people.isEmpty()) return 0;
    const bool mirrored = painter.layoutDirection() == Qt::RightToLeft;
    const qsizetype shown = std::min<qsizetype>(people.size(), most);
    const qsizetype rest = people.size() - shown;
    const int step = size - metrics::avatarOverlap;
    const int discs = shown ? size + static_cast<int>(shown - 1) * step : 0;
    const QFont letters = restFont(size);
    const int restWidth = rest ? QFontMetrics(letters).horizontalAdvance(restText(rest)) + restGap : 0;
    const int total = discs + restWidth;
    const int left = mirrored ? where.left() : where.right() + 1 - total;
    const int top = where.top() + (where.height() - size) / 2;
    for (qsizetype i = 0; i < shown; ++i) {
        const int offset = static_cast<int>(i) * step;
        const int x = mirrored ? left + total - size - offset : left + offset;
        paintAvatar(painter, QPointF(x, top), size, people[i], rim);
    }
    if (rest) {
        painter.setFont(letters);
        painter.setPen(colours().text2);
        const QRect place(mirrored ? left : left + discs + restGap, where.top(), restWidth, where.height());
        painter.drawText(place, Qt::AlignVCenter | Qt::AlignAbsolute | Qt::AlignLeft, restText(rest));
    }
    return total;
}

Avatar::Avatar(int size, QWidget *parent)
    : QWidget(parent)
    , m_size(size)
{
    setFixedSize(size, size);
}

void Avatar::setPerson(const PersonLook &person)
{
    m_person = person;
    setAccessibleName(person.name);
    setToolTip(person.name);
    update();
}

void Avatar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintAvatar(painter, {0, 0}, m_size, m_person);
}

AvatarStack::AvatarStack(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void AvatarStack::setPeople(const QList<PersonLook> &people)
{
    m_people = people;
    QStringList names;
    for (const PersonLook &person : people) names << person.name;
    setAccessibleName(names.join(QStringLiteral(", ")));
    setToolTip(names.join(QLatin1Char('\n')));
    updateGeometry();
    update();
}

void AvatarStack::setAvatarSize(int size)
{
    m_size = size;
    updateGeometry();
    update();
}

void AvatarStack::setMost(int most)
{
    m_most = most;
    updateGeometry();
    update();
}

QSize AvatarStack::sizeHint() const
{
    const qsizetype shown = std::min<qsizetype>(m_people.size(), m_most);
    const qsizetype rest = m_people.size() - shown;
    int width = shown ? m_size + static_cast<int>(shown - 1) * (m_size - metrics::avatarOverlap) : 0;
    if (rest) width += QFontMetrics(restFont(m_size)).horizontalAdvance(restText(rest)) + restGap;
    return {width + 2, m_size + 4};
}

void AvatarStack::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    paintAvatars(painter, rect().adjusted(1, 0, -1, 0), m_people, palette().color(backgroundRole()), m_size, m_most);
}

} // namespace callboard::ui
