// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Metrics.h"

#include <QColor>
#include <QList>
#include <QPixmap>
#include <QWidget>

class QPainter;

namespace callboard::ui {

/// All that is needed to show a person.
struct PersonLook
{
    QString id; ///< keeps the hue of the initials when the name changes
    QString name;
    QPixmap picture; ///< any size and shape; null shows the initials
};

/// "Mia Okafor" gives MO, "Aiko" gives A.
QString initials(const QString &name);

/// The person's fixed hue: of the initials' disc, the laser, the cursor in a room.
QColor personColour(const PersonLook &person);

/// Paints the person as a disc of that many logical pixels. The rim separates overlapping discs and
/// is in the background's colour; an invalid one paints none. Cached.
void paintAvatar(QPainter &painter, const QPointF &topLeft, int size, const PersonLook &person, const QColor &rim = {});

/// Paints discs from the trailing edge of the rectangle, vertically centred: at most that many,
/// then "+3". Returns the width that they took.
int paintAvatars(QPainter &painter, const QRect &where, const QList<PersonLook> &people, const QColor &rim,
    int size = metrics::avatar, int most = 2);

/// One person as a still widget, the name as tooltip.
class Avatar : public QWidget
{
    Q_OBJECT
public:
    explicit Avatar(int size = metrics::avatar, QWidget *parent = nullptr);
    void setPerson(const PersonLook &person);
    const PersonLook &person() const { return m_person; }
    QSize sizeHint() const override { return {m_size, m_size}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    PersonLook m_person;
    int m_size;
};

/// Several people, overlapping, with "+n"; the names as tooltip.
class AvatarStack : public QWidget
{
    Q_OBJECT
public:
    explicit AvatarStack(QWidget *parent = nullptr);
    void setPeople(const QList<PersonLook> &people);
    void setAvatarSize(int size);
    void setMost(int most);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<PersonLook> m_people;
    int m_size = 24;
    int m_most = 3;
};

} // namespace callboard::ui
