// SPDX-License-Identifier: GPL-3.0-or-later
// A page of the window: what stands right of the rail.
#pragma once

#include <QString>
#include <QWidget>

namespace callboard::ui {

class OpenedStudio;

/// A place in the window; what the palette, links and the rail lead to.
struct Destination
{
    QString section;      // "shots", "assets", "my-tasks", "productions", …
    QString productionId; // empty: of no production
    QString entityId;     // chosen row, where the section has rows
    QString taskTypeId;   // and its task
    QString filter;       // query text to begin with

    bool operator==(const Destination &) const = default;
};

class Page : public QWidget
{
    Q_OBJECT

public:
    explicit Page(OpenedStudio &studio, QWidget *parent = nullptr)
        : QWidget(parent)
        , m_studio(studio)
    {
    }

    /// Shows that place. Called when the page comes to the front, and again when its place changes.
    virtual void show(const Destination &destination) = 0;
    /// What stands in the breadcrumb behind the production.
    virtual QString title() const = 0;
    /// Words for the status bar's start: "21 of 148 shots · 2,014 frames".
    QString summary() const { return m_summary; }

    OpenedStudio &studio() const { return m_studio; }

Q_SIGNALS:
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
