// SPDX-License-Identifier: GPL-3.0-or-later
// The window: the start page, signing in, or an open studio.
#pragma once

#include <QCoroTask>
#include <QWidget>

#include <memory>
#include <optional>

class QStackedWidget;

namespace callboard::ui {

class OpenedStudio;
class SignInPage;
class StartPage;
class StudioFrame;
struct RecentStudio;

class MainWindow final : public QWidget
{
    Q_OBJECT

public:
    MainWindow();
    ~MainWindow() override;

    /// Opens or joins at once, as the command line says.
    void openHere(const QString &folder, bool withDemo);
    void join(const QString &address);

    StudioFrame *frame() const { return m_frame; }
    OpenedStudio *studio() const { return m_studio.get(); }
    StartPage *startPage() const { return m_start; }
    SignInPage *signInPage() const { return m_signIn; }

Q_SIGNALS:
    /// Somebody is signed in and the first page is shown.
    void entered();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void showFailure(bool isHere, const QString &sentence);
    QCoro::Task<void> open(QString location, bool isHere, bool withDemo);
    QCoro::Task<void> enter();
    void host(const QString &folder, quint16 port);
    void beginHosting();
    QCoro::Task<void> signInOrAsk(bool withDemo);
    void showStart();
    void closeStudio();
    void remember();

    QStackedWidget *m_stack;
    StartPage *m_start;
    SignInPage *m_signIn = nullptr;
    StudioFrame *m_frame = nullptr;
    std::unique_ptr<OpenedStudio> m_studio;
    std::optional<quint16> m_portToHost; // as soon as somebody is signed in
};

} // namespace callboard::ui
