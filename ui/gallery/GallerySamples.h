// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/Avatar.h"
#include "ui/parts/Status.h"

#include <QLayout>

/// Statuses, people and pictures that the gallery shows.
namespace callboard::ui::gallery {

QList<StatusLook> statuses();
QList<PersonLook> people();
QPixmap picture(const QString &name);

/// A titled section with a column for its content.
QWidget *section(const QString &title, QVBoxLayout *&body);
/// Widgets beside each other from the start.
QHBoxLayout *row(std::initializer_list<QWidget *> widgets, int spacing = 8);

/// Paints by a function; for the paint functions that delegates use.
class Painted : public QWidget
{
public:
    using Function = std::function<void(QPainter &, const QRect &)>;
    Painted(const QSize &size, Function function);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Function m_function;
};

} // namespace callboard::ui::gallery
