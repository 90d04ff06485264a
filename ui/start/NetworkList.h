// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/studio/NetworkStudios.h"

#include <QWidget>

class QVBoxLayout;

namespace callboard::ui {

class BusyRing;
class Label;

/// The studios that are hosted on this network, as they come and go while this is shown.
class NetworkList final : public QWidget
{
    Q_OBJECT

public:
    explicit NetworkList(quint16 port = announcementPort, QWidget *parent = nullptr);

Q_SIGNALS:
    void joinAsked(const QString &address);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void fill();
    QWidget *makeRow(const FoundStudio &studio);

    StudioDiscovery m_discovery;
    BusyRing *m_ring;
    Label *m_state;
    QVBoxLayout *m_rows;
};

} // namespace callboard::ui
