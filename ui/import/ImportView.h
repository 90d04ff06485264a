// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/import/ImportModel.h"

#include <QTableView>

namespace callboard::ui {

class PictureStore;

/// The preview table of an import. F2 or typing edits a cell, Enter on a row that must be mended offers its
/// mends, Delete leaves a row out, F8 goes to the next error, E, N and C filter by state.
class ImportView final : public QTableView
{
    Q_OBJECT

public:
    ImportView(ImportModel &model, PictureStore &pictures, QWidget *parent = nullptr);

    void goToError(int step);

Q_SIGNALS:
    void filterAsked(callboard::ui::RowChange change);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Button
    {
        QRect where;
        int row; // of the table
        ImportMend mend;
    };
    void setHeights(int first, int last);
    void setWidths();
    void paintSentence(QPainter &painter, int modelRow);
    QList<Button> buttonsOf(int modelRow) const;
    std::optional<Button> buttonAt(const QPoint &point) const;
    void showMends(int modelRow);

    ImportModel &m_model;
    QPoint m_pointer{-1, -1};
};

} // namespace callboard::ui
