// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace callboard::ui {

/// A line to search or filter with: icon, key to reach it, a cross to empty it. Esc empties it first
/// and then goes on to whoever listens.
class SearchField : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchField(const QString &placeholder, QWidget *parent = nullptr);
    /// Shown as caps while the line is empty; makes no shortcut.
    void setKeys(const QString &keys);
    void setLeadingIcon(const QString &name);
    /// Words before the cross, such as "21 of 148".
    void setCount(const QString &words);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    QString m_keys;
    QString m_icon = QStringLiteral("search");
    QString m_count;
    class QToolButton *m_clear;
};

} // namespace callboard::ui
