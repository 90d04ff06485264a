// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/FileRow.h"

#include "ui/parts/Label.h"
#include "ui/parts/Progress.h"
#include "ui/theme/Controls.h"
#include "ui/theme/Crisp.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"
#include "ui/values/TaskValues.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 26; // characters shown; the whole stands in the tooltip

QString shortened(const QString &name)
{
    return name.size() <= longestName ? name : name.left(longestName / 2) + u'…' + name.right(longestName / 2 - 1);
}

void paintBox(QWidget *widget, const QColor &line)
{
    QPainter painter(widget);
    crisp::box(painter, widget->rect(), metrics::controlRadius, colours().bg3, line);
}

QToolButton *makeAway(QWidget *parent)
{
    auto *away = new QToolButton(parent);
    away->setIcon(icons::icon(u"close"_s));
    away->setAutoRaise(true);
    setControlSize(away, ControlSize::Small);
    return away;
}

void setAwayTip(QToolButton *away, const QString &tip)
{
    setTip(away, tip);
    away->setAccessibleName(tip);
}

} // namespace

FileRow::FileRow(const QString &path, QWidget *parent)
    : QWidget(parent)
    , m_use(new QPushButton(this))
{
    const QFileInfo file(path);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 2, 2, 2);
    layout->setSpacing(8);
    auto *name = new Label(shortened(file.fileName()), TextRole::Secondary, Tone::Text, this);
    name->setTextFormat(Qt::PlainText);
    name->setToolTip(path);
    layout->addWidget(new IconLabel(u"attachment"_s, metrics::inlineIcon, Tone::Secondary, this));
    layout->addWidget(name);
    layout->addWidget(new Label(sizeWords(file.size()), TextRole::Small, Tone::Hint, this));
    layout->addStretch(1);
    setControlSize(m_use, ControlSize::Small);
    layout->addWidget(m_use);
    QToolButton *away = makeAway(this);
    setAwayTip(away, tr("Leave %1 out").arg(file.fileName()));
    layout->addWidget(away);
    connect(m_use, &QPushButton::clicked, this, &FileRow::useToggled);
    connect(away, &QToolButton::clicked, this, &FileRow::removed);
}

void FileRow::setUse(const QString &words, bool canChange)
{
    m_use->setText(words);
    m_use->setEnabled(canChange);
    setButtonRole(m_use, ButtonRole::Quiet);
    setTip(m_use, canChange ? tr("Publish or attach this file") : words);
}

void FileRow::paintEvent(QPaintEvent *)
{
    paintBox(this, colours().line2);
}

PublishRow::PublishRow(QWidget *parent)
    : QWidget(parent)
    , m_name(new Label({}, TextRole::Secondary, Tone::Text, this))
    , m_fault(new Label({}, TextRole::Secondary, Tone::Bad, this))
    , m_progress(new ProgressLine(this))
    , m_retry(new QPushButton(tr("Retry"), this))
    , m_away(makeAway(this))
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(8, 4, 4, 6);
    rows->setSpacing(2);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(new IconLabel(u"upload"_s, metrics::inlineIcon, Tone::Secondary, this));
    head->addWidget(m_name);
    head->addWidget(m_progress, 1);
    head->addStretch();
    head->addWidget(m_retry);
    head->addWidget(m_away);
    rows->addLayout(head);
    rows->addWidget(m_fault);
    m_name->setTextFormat(Qt::PlainText);
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setWordWrap(true);
    m_progress->setDelayed(false);
    setControlSize(m_retry, ControlSize::Small);
    connect(m_retry, &QPushButton::clicked, this, [this] { Q_EMIT retryAsked(m_id); });
    connect(m_away, &QToolButton::clicked, this, [this] {
        if (m_isRefused)
            Q_EMIT dismissAsked(m_id);
        else
            Q_EMIT cancelAsked(m_id);
    });
}

void PublishRow::setFile(const PublishedFile &file)
{
    m_id = file.id;
    m_isRefused = file.state == PublishedFile::State::Refused;
    m_name->setText(shortened(file.name()));
    m_name->setToolTip(file.path);
    const bool isAway = file.state == PublishedFile::State::Away;
    m_progress->setVisible(!m_isRefused && !isAway);
    m_progress->setProgress(file.part());
    m_retry->setVisible(m_isRefused || isAway);
    m_fault->setTone(isAway ? Tone::Warning : Tone::Bad);
    m_fault->setVisible(m_isRefused || isAway);
    m_fault->setText(file.fault);
    setAwayTip(m_away, m_isRefused ? tr("Leave %1 out").arg(file.name()) : tr("Cancel %1").arg(file.name()));
    update();
}

void PublishRow::paintEvent(QPaintEvent *)
{
    paintBox(this, m_isRefused ? colours().bad : colours().line2);
}

} // namespace callboard::ui
