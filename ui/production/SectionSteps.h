// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace callboard::ui {

/// The sections of a long sheet at its side: name, what is in it, and whether it is fine. Up and Down move,
/// Enter and clicks scroll there.
class SectionSteps final : public QWidget
{
    Q_OBJECT

public:
    enum class Mark { None, Fine, Warning, Error };

    explicit SectionSteps(QWidget *parent = nullptr);
    void add(const QString &name);
    void setState(int step, const QString &words, Mark mark);
    void setCurrent(int step);
    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(int step);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Step
    {
        QString name;
        QString words;
        Mark mark = Mark::None;
    };
    QRect rectOf(int step) const;

    QList<Step> m_steps;
    int m_current = 0;
};

} // namespace callboard::ui
