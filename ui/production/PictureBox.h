// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/Notice.h"

#include <QPixmap>

namespace callboard::ui {

/// The picture that stands for a production: shown when there is one; another is dropped upon it or chosen.
class PictureBox final : public DropPlace
{
    Q_OBJECT

public:
    explicit PictureBox(QWidget *parent = nullptr);

    void setPicture(const QPixmap &picture);
    /// A picture of the user's disk, shown from now on; empty: none. Says in the box when it is none.
    void setFile(const QString &path);
    const QString &file() const { return m_file; }
    QSize sizeHint() const override;

Q_SIGNALS:
    /// The user took another picture, which can be read.
    void chosen(const QString &file);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void take(const QString &path);

    QString m_file;
    QPixmap m_picture;
};

} // namespace callboard::ui
