// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <functional>
#include <optional>

class QGridLayout;
class QPushButton;

namespace callboard::ui {

class Label;
class IconLabel;

/// What is wrong with a value, and how it is mended.
struct FieldFault
{
    enum class Kind { Warning, Error } kind = Kind::Error;
    QString text;      ///< "Taken by The Lighthouse Keeper."
    QStringList mends; ///< each a link below the field: "FRM"
};

/// Label above a field, and one line below it: hint, warning or error. Checked on leaving the field,
/// and on each key while an error stands.
class FormRow : public QWidget
{
    Q_OBJECT
public:
    using Check = std::function<std::optional<FieldFault>()>;

    /// Takes the field. Its change is known of line edits, text boxes, combo and spin boxes, and
    /// Segments; for others call touched().
    FormRow(const QString &label, QWidget *field, QWidget *parent = nullptr);

    QWidget *field() const { return m_field; }
    const QString &label() const { return m_label; }
    void setHint(const QString &hint);
    /// Where a section's title says the same, the label is not repeated.
    void setLabelShown(bool on);
    void setCheck(Check check);

    /// What is wrong now, whether it is shown or not.
    std::optional<FieldFault> fault() const;
    bool hasError() const;

    /// Shows what is wrong now.
    void check();
    /// A fault that only the other side could know, until the next change.
    void refuse(const FieldFault &fault);

public Q_SLOTS:
    /// The value changed.
    void touched();

Q_SIGNALS:
    void changed();
    /// A mend's link was followed; the owner sets the value.
    void mendChosen(const QString &mend);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show(const std::optional<FieldFault> &fault);
    void watch(QWidget *field);

    QString m_label;
    QString m_hint;
    QWidget *m_field;
    Label *m_name;
    Label *m_line;
    IconLabel *m_mark;
    Check m_check;
    std::optional<FieldFault> m_refused;
    bool m_errorShown = false;
};

/// Rows of fields, and what is missing in them. F8 goes to the next field to mend.
class Form : public QWidget
{
    Q_OBJECT
public:
    explicit Form(QWidget *parent = nullptr);

    /// A row over the whole width, or several beside each other.
    FormRow *add(const QString &label, QWidget *field);
    FormRow *addBeside(const QString &label, QWidget *field);
    void addSection(const QString &title, const QString &count = {});
    void addWidget(QWidget *widget);
    /// For rows that stand elsewhere.
    void take(FormRow *row);

    /// Keeps the action grey while something is missing.
    void setAction(QPushButton *action);
    bool isComplete() const;
    /// "1 to mend: the code is taken"; empty when nothing is.
    QString missing() const;
    /// Shows all faults; true when there is no error.
    bool check();

public Q_SLOTS:
    void goToNextFault();
    /// Values were put into the fields without being told: what is missing is looked for again.
    void lookAgain();

Q_SIGNALS:
    void changed();

private:
    void follow(FormRow *row);
    void nextLine();

    QList<FormRow *> m_rows;
    QGridLayout *m_grid;
    QPushButton *m_action = nullptr;
    int m_line = -1;
    int m_column = 0;
};

/// The foot of a form: what is missing at the start, the actions at the end.
class FormFoot : public QWidget
{
    Q_OBJECT
public:
    explicit FormFoot(Form *form, QWidget *parent = nullptr);
    void addAction(QPushButton *button);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void follow();

    Form *m_form;
    IconLabel *m_mark;
    Label *m_missing;
    Label *m_next;
};

} // namespace callboard::ui
