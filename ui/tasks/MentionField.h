// SPDX-License-Identifier: GPL-3.0-or-later
// A text box that grows with its lines and completes "@" to the people and departments of the production.
#pragma once

#include <QStringList>
#include <QTextEdit>

class QCompleter;
class QStringListModel;

namespace callboard::ui {

class MentionField final : public QTextEdit
{
    Q_OBJECT

public:
    explicit MentionField(const QString &placeholder, QWidget *parent = nullptr);

    void setNames(const QStringList &names);
    const QStringList &names() const { return m_names; }
    /// Lines at rest and when it has grown; with the focus it has at least two.
    void setLines(int least, int most);
    /// Begins a mention, as the "@" button does.
    void beginMention();

Q_SIGNALS:
    /// Ctrl+Enter.
    void sendAsked();
    /// Esc, with no list open.
    void leaveAsked();
    /// Files of the disk or of the clipboard.
    void filesGiven(const QStringList &files);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void fit();
    void complete();
    void take(const QString &name);
    /// What is typed behind the "@" at the cursor; null when there is none.
    QString prefix() const;
    void colourMentions();

    QStringList m_names;
    QCompleter *m_completer;
    QStringListModel *m_model;
    int m_least = 2;
    int m_most = 8;
};

} // namespace callboard::ui
