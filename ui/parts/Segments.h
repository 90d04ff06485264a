// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QButtonGroup>
#include <QWidget>

namespace callboard::ui {

/// One of up to five choices, all to be seen. Left and right move, Tab leaves.
class Segments : public QWidget
{
    Q_OBJECT
public:
    explicit Segments(QWidget *parent = nullptr);
    explicit Segments(const QStringList &choices, QWidget *parent = nullptr);

    /// Returns the index of the choice.
    int add(const QString &text, const QString &icon = {}, const QString &tip = {});
    int current() const { return m_group->checkedId(); }
    void setCurrent(int index);
    /// All equally wide, sharing the width.
    void setStretched(bool on);

Q_SIGNALS:
    void changed(int index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup *m_group;
    bool m_stretched = false;
};

} // namespace callboard::ui
