// SPDX-License-Identifier: GPL-3.0-or-later
// The pictures below the player: the shots of the same sequence, or assets of the same type. A click goes there.
#pragma once

#include <QListView>

class QStandardItemModel;

namespace callboard::ui {

class Neighbours;
class PictureStore;

class ReviewStrip final : public QListView
{
    Q_OBJECT

public:
    ReviewStrip(Neighbours &neighbours, PictureStore &pictures, QWidget *parent = nullptr);
    void setCurrent(const QString &entityId);
    /// Pictures only, for low windows.
    void setLow(bool low);

Q_SIGNALS:
    void chosen(const QString &entityId);

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    class Painter;
    void fill();
    void markCurrent();

    Neighbours &m_neighbours;
    QStandardItemModel *m_items;
    QString m_current;
    bool m_isLow = false;
};

} // namespace callboard::ui
