// SPDX-License-Identifier: GPL-3.0-or-later
// What the start page alone is made of: its picture, its large buttons, a row for each recent studio.
#pragma once

#include "ui/studios/RecentStudios.h"

#include <QAbstractButton>
#include <QPixmap>

namespace callboard::ui {

/// The picture at the top: fills its box, cut at the sides so that the lighthouse stays.
class StartCover final : public QWidget
{
public:
    explicit StartCover(QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QPixmap m_picture;
};

class EmblemMark final : public QWidget
{
public:
    explicit EmblemMark(QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// A large button: icon in a box, a line of what, a line of why.
class StartChoice final : public QAbstractButton
{
public:
    StartChoice(QString icon, const QString &title, QString words, bool isPrimary, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QString m_icon;
    QString m_words;
    bool m_isPrimary;
};

/// One studio that was open before.
class RecentRow final : public QAbstractButton
{
public:
    RecentRow(RecentStudio studio, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    RecentStudio m_studio;
};

} // namespace callboard::ui
