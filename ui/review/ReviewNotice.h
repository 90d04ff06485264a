// SPDX-License-Identifier: GPL-3.0-or-later
// What is said over the player's picture while a file is on its way or cannot be shown: a sentence, progress,
// and what can be done meanwhile.
#pragma once

#include <QFrame>

#include <functional>
#include <optional>

class QPushButton;

namespace callboard::ui {

class Label;
class ProgressLine;

class ReviewNotice final : public QFrame
{
    Q_OBJECT

public:
    /// Lies in the lower middle of `over`.
    explicit ReviewNotice(QWidget *over);

    /// `progress` from 0 to 1, nothing when it is unknown. An empty `action` offers none.
    void say(const QString &sentence, std::optional<double> progress = std::nullopt, const QString &action = {},
        std::function<void()> act = {});
    void clear();
    QString sentence() const;
    QPushButton *action() const { return m_action; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void arrange();

    Label *m_sentence;
    ProgressLine *m_progress;
    QPushButton *m_action;
    std::function<void()> m_act;
};

} // namespace callboard::ui
