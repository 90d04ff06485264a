// SPDX-License-Identifier: GPL-3.0-or-later
// A page of the window: what stands right of the rail.
#pragma once

#include "ui/navigation/Destination.h"

#include <QList>
#include <QWidget>

namespace callboard::ui {

class OpenedStudio;

/// Keys of a page under one heading, for the sheet of shortcuts.
struct KeyGroup
{
    struct Key
    {
        QString keys; // as written: "Ctrl+Enter", several parted by two spaces
        QString does; // translated
    };
    QString title;
    QList<Key> keys;
};

class Page : public QWidget
{
    Q_OBJECT

public:
    explicit Page(OpenedStudio &studio, QWidget *parent = nullptr)
        : QWidget(parent)
        , m_studio(studio)
    {}

    /// Shows that place. Called when the page comes to the front, and again when its place changes.
    virtual void show(const Destination &destination) = 0;
    /// What stands in the breadcrumb behind the production.
    virtual QString title() const = 0;
    /// Words for the status bar's start: "21 of 148 shots · 2,014 frames".
    QString summary() const { return m_summary; }

    OpenedStudio &studio() const { return m_studio; }

    /// What can be done here with the keyboard alone; the window's own keys are added by the frame.
    virtual QList<KeyGroup> keys() const { return {}; }
    /// Alt+Left and Alt+Right mean something on this page, so they do not go back.
    virtual bool takesAltArrows() const { return false; }
    /// The page needs the whole width: the rail is away meanwhile.
    virtual bool fillsWindow() const { return false; }

Q_SIGNALS:
    /// title() is another: what is shown was read meanwhile.
    void titleChanged(const QString &title);
    /// Back to where one came from.
    void backAsked();
    void summaryChanged(const QString &summary);
    /// Make a production; the frame asks for what is needed.
    void newProductionAsked();
    /// Go elsewhere in the window.
    void asked(const callboard::ui::Destination &destination);

protected:
    void setSummary(const QString &summary)
    {
        if (summary == m_summary) return;
        m_summary = summary;
        Q_EMIT summaryChanged(summary);
    }

private:
    OpenedStudio &m_studio;
    QString m_summary;
};

} // namespace callboard::ui
