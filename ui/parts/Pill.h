// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/Avatar.h"

#include <QAbstractButton>
#include <optional>

namespace callboard::ui {

/// A saved filter or a choice that can be on: colour or icon, words, count. 24 high.
class Pill : public QAbstractButton
{
    Q_OBJECT
public:
    explicit Pill(const QString &text, QWidget *parent = nullptr);
    void setMark(const QColor &colour);
    void setIconName(const QString &name);
    void setCount(int count);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QColor m_mark;
    QString m_icon;
    std::optional<int> m_count;
};

/// A person or a word that is chosen and can be taken out again: picture, words, detail, cross.
/// Delete and Backspace take it out.
class Tag : public QAbstractButton
{
    Q_OBJECT
public:
    explicit Tag(const QString &text, QWidget *parent = nullptr);
    void setPerson(const PersonLook &person);
    void setDetail(const QString &detail);
    void setRemovable(bool on);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void removed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    QRect cross() const;

    std::optional<PersonLook> m_person;
    QString m_detail;
    bool m_removable = true;
};

} // namespace callboard::ui
