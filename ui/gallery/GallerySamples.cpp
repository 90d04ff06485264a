// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/GallerySamples.h"

#include "ui/parts/Label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

/// The pictures lie in a static library, where nothing else would pull them in.
static void readDemoResources()
{
    Q_INIT_RESOURCE(demo);
}

namespace callboard::ui::gallery {

QList<StatusLook> statuses()
{
    return {{u"Todo"_s, u"todo"_s, {}, StatusKind::ToDo}, {u"Ready to start"_s, u"ready"_s, {}, StatusKind::Ready},
        {u"Work in progress"_s, u"wip"_s, {}, StatusKind::InProgress},
        {u"Waiting for approval"_s, u"wfa"_s, {}, StatusKind::WaitingForApproval},
        {u"Retake"_s, u"retake"_s, {}, StatusKind::Retake}, {u"Done"_s, u"done"_s, {}, StatusKind::Done},
        {u"On hold"_s, u"hold"_s, {}, StatusKind::OnHold}};
}

QList<PersonLook> people()
{
    readDemoResources();
    QList<PersonLook> people;
    const std::pair<QString, QString> names[] = {{u"Mia Okafor"_s, u"mia-okafor"_s}, {u"Noah Weiss"_s, u"noah-weiss"_s},
        {u"Priya Raman"_s, u"priya-raman"_s}, {u"Jonas Lindqvist"_s, u"jonas-lindqvist"_s},
        {u"Aiko Tanabe"_s, u"aiko-tanabe"_s}};
    for (const auto &[name, file] : names) {
        QSvgRenderer drawing(u":/callboard/demo/people/"_s + file + u".svg"_s);
        QPixmap picture(128, 128);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        drawing.render(&painter);
        painter.end();
        people.append({file, name, picture});
    }
    return people;
}

QPixmap picture(const QString &name)
{
    readDemoResources();
    return QPixmap(u":/callboard/demo/"_s + name + u".jpg"_s);
}

QWidget *section(const QString &title, QVBoxLayout *&body)
{
    auto *section = new QWidget;
    body = new QVBoxLayout(section);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(10);
    section->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    body->addWidget(new SectionTitle(title));
    return section;
}

QHBoxLayout *row(std::initializer_list<QWidget *> widgets, int spacing)
{
    auto *layout = new QHBoxLayout;
    layout->setSpacing(spacing);
    for (QWidget *widget : widgets) layout->addWidget(widget);
    layout->addStretch();
    return layout;
}

Painted::Painted(const QSize &size, Function function)
    : m_function(std::move(function))
{
    setFixedSize(size);
}

void Painted::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    m_function(painter, rect());
}

} // namespace callboard::ui::gallery
