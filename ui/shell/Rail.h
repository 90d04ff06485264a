// SPDX-License-Identifier: GPL-3.0-or-later
// The navigation at the window's leading edge: an icon and a word for each section; icons alone when narrow.
#pragma once

#include <QAbstractButton>
#include <QHash>
#include <QWidget>

class QVBoxLayout;

namespace callboard::ui {

class RailButton final : public QAbstractButton
{
    Q_OBJECT

public:
    RailButton(QString icon, const QString &name, QWidget *parent = nullptr);
    void setNarrow(bool narrow);
    void setBadge(int count);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QString m_icon;
    bool m_isNarrow = false;
    int m_badge = 0;
};

class Rail final : public QWidget
{
    Q_OBJECT

public:
    explicit Rail(QWidget *parent = nullptr);
    /// Adds a section; those added after addStretch() stand at the bottom.
    void add(const QString &id, const QString &icon, const QString &name);
    void addStretch();
    void clear();
    void setCurrent(const QString &id);
    void setBadge(const QString &id, int count);
    void setNarrow(bool narrow);

Q_SIGNALS:
    void chosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_layout;
    QHash<QString, RailButton *> m_buttons;
    bool m_isNarrow = false;
};

} // namespace callboard::ui
