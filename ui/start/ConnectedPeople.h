// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace callboard::ui {

class Label;
class OpenedStudio;
class SectionTitle;

/// Who is connected to the studio now, by name, the first few of them.
class ConnectedPeople final : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectedPeople(OpenedStudio &studio, QWidget *parent = nullptr);

private:
    void fill();

    OpenedStudio &m_studio;
    SectionTitle *m_title;
    QVBoxLayout *m_rows;
    Label *m_more;
};

} // namespace callboard::ui
