// SPDX-License-Identifier: GPL-3.0-or-later
// The basic fields of a production as a form: name, code, what it is, style, pictures, dates. Serves the sheet
// that makes one and the settings of one.
#pragma once

#include "ui/production/ProductionDraft.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace callboard::ui {

class DateField;
class Form;
class FormRow;
class PickerField;
class PictureBox;
class Segments;
class StudioDirectory;

/// The types and styles of the API with the words for them, in the order they are offered.
struct NamedValue
{
    QString value;
    QString words;
};
QList<NamedValue> productionTypes();
QList<NamedValue> productionStyles();
/// "Short film, 24 fps, 1920 × 1080"
QString inOneLine(const ProductionDraft &draft);
/// Mondays to Fridays from the first to the last day.
int workdays(const QDate &first, const QDate &last);

class ProductionBasics final : public QWidget
{
    Q_OBJECT

public:
    /// Rows are given to the form, which says what is missing.
    ProductionBasics(const StudioDirectory &directory, Form &form, QWidget *parent = nullptr);

    /// Puts the draft's basics into the fields without telling.
    void show(const ProductionDraft &draft);
    /// What the studio has as its picture; the box of a new one is empty.
    void setPicture(const QPixmap &picture);
    /// Writes the fields into the draft.
    void write(ProductionDraft &draft) const;
    /// The settings of one that is there: nothing to copy from, and its own name and code are not taken.
    void setForExisting();
    void setProduction(const QString &productionId) { m_ownId = productionId; }
    QLineEdit *nameField() const { return m_name; }
    /// The studio refused the name or the code.
    void refuse(const QString &why);

Q_SIGNALS:
    void changed();
    /// Another picture, a file of the user's disk.
    void pictureChosen(const QString &file);
    void copyChosen(const QString &productionId);

private:
    void build(Form &form);
    void check();
    QStringList codesToOffer() const;

    const StudioDirectory &m_directory;
    PictureBox *m_picture;
    QLineEdit *m_name;
    QLineEdit *m_code;
    PickerField *m_copy;
    Segments *m_type;
    QComboBox *m_style;
    QStringList m_rates; // one of each segment
    Segments *m_rate;
    QComboBox *m_resolution;
    QComboBox *m_ratio;
    DateField *m_start;
    DateField *m_end;
    QString m_ownId; // empty: a new one
    FormRow *m_copyRow;
    FormRow *m_nameRow;
    FormRow *m_codeRow;
    FormRow *m_endRow;
    bool m_isShowing = false;
};

} // namespace callboard::ui
