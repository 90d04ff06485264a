// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace callboard::ui {

/// Small things beside each other, in as many lines as its width asks for: tags, pills. Owns what is added.
class FlowBox final : public QWidget
{
    Q_OBJECT

public:
    explicit FlowBox(QWidget *parent = nullptr);
    void add(QWidget *widget);
    /// Deletes all, later: one of them may be telling that it was clicked.
    void clear();

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    int arrange(int width, bool moves) const;

    QList<QWidget *> m_all;
};

} // namespace callboard::ui
