// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+K: one line to go anywhere in the window and to run any command, with the keyboard alone.
#pragma once

#include "ui/palette/PaletteEntries.h"

#include <QFrame>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace callboard::ui {

class Segments;

class CommandPalette final : public QFrame
{
    Q_OBJECT

public:
    /// Lies over the window in which that widget is, which is dimmed meanwhile. `sections` stay as long as it lives.
    CommandPalette(OpenedStudio &studio, std::span<const Section> sections, QWidget *anyInWindow);

    /// `productionId` is where one is; `typed` to begin with.
    void open(const QString &productionId, const QString &typed = {});
    void close();
    bool isOpen() const;

    QLineEdit &line() { return *m_line; }
    QListView &list() { return *m_list; }
    PaletteEntries &entries() { return *m_entries; }

Q_SIGNALS:
    void asked(const callboard::ui::Destination &destination);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeFoot();
    void search();
    void fill();
    void move(int step);
    void take();
    void arrange();
    int listHeight() const;

    OpenedStudio &m_studio;
    QWidget *m_dim;
    PaletteEntries *m_entries;
    QLineEdit *m_line;
    Segments *m_scopes;
    QListView *m_list;
    QStandardItemModel *m_rows;
    QString m_productionId;
    QString m_failure;
    QPointer<QWidget> m_before; // had the focus
};

} // namespace callboard::ui
