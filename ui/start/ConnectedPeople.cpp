// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/ConnectedPeople.h"

#include "ui/openstudio/OpenedStudio.h"
#include "ui/parts/Label.h"

#include <QHBoxLayout>

namespace callboard::ui {

namespace {

constexpr qsizetype most = 5;
constexpr int disc = 24;

} // namespace

ConnectedPeople::ConnectedPeople(OpenedStudio &studio, QWidget *parent)
    : QWidget(parent)
    , m_studio(studio)
    , m_title(new SectionTitle(tr("Connected"), {}, this))
    , m_rows(new QVBoxLayout)
    , m_more(new Label({}, TextRole::Secondary, Tone::Secondary, this))
{
    m_rows->setSpacing(6);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addLayout(m_rows);
    column->addWidget(m_more);
    connect(&studio.presence(), &Presence::changed, this, &ConnectedPeople::fill);
    connect(&studio.directory(), &StudioDirectory::changed, this, &ConnectedPeople::fill);
    connect(&studio.directory(), &StudioDirectory::peopleChanged, this, &ConnectedPeople::fill);
    fill();
}

void ConnectedPeople::fill()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QStringList &people = m_studio.presence().people();
    setVisible(!people.isEmpty()); // else it is not told here
    m_title->setCount(QString::number(people.size()));
    for (const QString &id : people.first(std::min(most, people.size()))) {
        auto *row = new QWidget(this);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(8);
        auto *avatar = new Avatar(disc, row);
        PersonLook look = m_studio.directory().look(id);
        const bool isMe = id == m_studio.session().person().id;
        avatar->setPerson(look);
        line->addWidget(avatar);
        auto *name = new Label(isMe ? tr("%1, you").arg(look.name) : look.name, TextRole::Base, Tone::Text, row);
        name->setTextFormat(Qt::PlainText);
        line->addWidget(name, 1);
        m_rows->addWidget(row);
    }
    const auto rest = people.size() - std::min(most, people.size());
    m_more->setText(tr("and %1 more").arg(rest));
    m_more->setVisible(rest > 0);
}

} // namespace callboard::ui
