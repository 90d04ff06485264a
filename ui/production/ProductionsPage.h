// SPDX-License-Identifier: GPL-3.0-or-later
// The productions that the person is in, as cards; the first step of a new studio.
#pragma once

#include "ui/navigation/Page.h"

class QGridLayout;

namespace callboard::ui {

class EmptyState;

class ProductionsPage final : public Page
{
    Q_OBJECT

public:
    explicit ProductionsPage(OpenedStudio &studio, QWidget *parent = nullptr);
    void show(const Destination &destination) override;
    QString title() const override { return tr("Productions"); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fill();
    void arrange();

    QWidget *m_cardsBox;
    QGridLayout *m_cards;
    QList<QWidget *> m_all;
    EmptyState *m_empty;
};

} // namespace callboard::ui
