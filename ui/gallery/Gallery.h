// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace callboard::ui {

/// Every part of the window in its states, in the theme now: for those who build screens, and for the
/// pictures of docs/window-parts.md. Shown by "callboard --parts".
class Gallery : public QWidget
{
    Q_OBJECT
public:
    explicit Gallery(QWidget *parent = nullptr);

    /// Renders the whole gallery into a PNG; false when the file could not be written.
    static bool writePicture(const QString &file);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace callboard::ui
