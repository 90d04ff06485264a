// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/Avatar.h"
#include "ui/parts/Status.h"

#include <QAbstractButton>
#include <QFrame>
#include <QVariant>
#include <optional>

class QListView;
class QStandardItemModel;

namespace callboard::ui {

class SearchField;

/// A row of a picker.
struct PickerItem
{
    QString id = {};
    QString text = {};
    QString detail = {}; ///< behind the text, and searched too
    std::optional<StatusLook> status = {};
    std::optional<PersonLook> person = {};
    QColor bar = {}; ///< of a task type
    QString icon = {};
    bool enabled = true; ///< why not belongs into detail
};

/// A list that drops down and is searched by typing. Arrows move, Enter takes, Esc closes. With
/// several to choose, Enter and Space tick and the list stays; changes act at once.
class Picker : public QFrame
{
    Q_OBJECT
public:
    explicit Picker(QWidget *parent = nullptr);

    void setItems(const QList<PickerItem> &items);
    void setMultiple(bool on);
    void setChosen(const QStringList &ids);
    QStringList chosen() const { return m_chosen; }
    void setPlaceholder(const QString &text);

    /// Opens below that widget, or above it where there is more room.
    void openAt(QWidget *anchor);

Q_SIGNALS:
    void changed(const QStringList &ids);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter();
    void move(int step);
    void take();
    int listHeight() const;

    QList<PickerItem> m_items;
    QStringList m_chosen;
    SearchField *m_search;
    QListView *m_list;
    QStandardItemModel *m_model;
    bool m_multiple = false;
};

/// A field that shows what is chosen and opens a picker.
class PickerField : public QAbstractButton
{
    Q_OBJECT
public:
    explicit PickerField(const QString &placeholder, QWidget *parent = nullptr);
    Picker *picker() { return m_picker; }
    void setItems(const QList<PickerItem> &items);
    void setMultiple(bool on) { m_picker->setMultiple(on); }
    void setChosen(const QStringList &ids);
    QStringList chosen() const { return m_picker->chosen(); }
    QSize sizeHint() const override;

Q_SIGNALS:
    void changed(const QStringList &ids);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString m_placeholder;
    QList<PickerItem> m_items;
    Picker *m_picker;
};

} // namespace callboard::ui
