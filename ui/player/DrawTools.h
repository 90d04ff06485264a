// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QToolButton;
class QBoxLayout;

namespace callboard::ui {

class AnnotationLayer;
class PlayerActions;

/// Tools, pens and sizes for drawing: a column 44 wide beside the picture.
class DrawTools : public QWidget
{
    Q_OBJECT
public:
    DrawTools(AnnotationLayer &layer, PlayerActions &actions, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildTools(QBoxLayout *box);
    void buildPens(QBoxLayout *box);
    void buildSizes(QBoxLayout *box);
    void showState();

    AnnotationLayer &m_layer;
    PlayerActions &m_actions;
    QList<QToolButton *> m_pens;
    QList<QWidget *> m_lesser; ///< left out where the column is low; their keys stay
    QToolButton *m_size = nullptr;
};

} // namespace callboard::ui
