// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/studios/StudiosHere.h"

#include "core/demo/DemoFiles.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QThreadPool>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <set>

namespace callboard::ui {

namespace {

class OpenFolders
{
public:
    static OpenFolders &instance()
    {
        static OpenFolders folders;
        return folders;
    }
    void enter(const std::filesystem::path &folder)
    {
        std::unique_lock lock(m_mutex);
        m_left.wait_for(lock, std::chrono::seconds(10), [&] { return !m_folders.contains(folder); });
        m_folders.insert(folder);
    }
    void leave(const std::filesystem::path &folder)
    {
        const std::lock_guard lock(m_mutex);
        m_folders.erase(m_folders.find(folder));
        m_left.notify_all();
    }

    /// Whether none is open, at once or after that while.
    bool areAllLeft(std::chrono::milliseconds wait)
    {
        std::unique_lock lock(m_mutex);
        return m_left.wait_for(lock, wait, [&] { return m_folders.empty(); });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_left;
    std::multiset<std::filesystem::path> m_folders;
};

} // namespace

std::shared_ptr<Studio> openStudioHere(StudioOptions options)
{
    const auto folder = std::filesystem::absolute(options.folder).lexically_normal();
    OpenFolders::instance().enter(folder);
    try {
        const auto close = [folder](Studio *studio) {
            delete studio;
            OpenFolders::instance().leave(folder);
        };
        options.jobKinds = demo::jobKinds();
        return {std::make_unique<Studio>(std::move(options)).release(), close};
    } catch (...) {
        OpenFolders::instance().leave(folder);
        throw;
    }
}

void awaitStudiosClosed()
{
    QThreadPool::globalInstance()->waitForDone(); // There they are opened.
    const QDeadlineTimer giveUp(10'000);
    while (!OpenFolders::instance().areAllLeft(std::chrono::milliseconds(5)) && !giveUp.hasExpired())
        QCoreApplication::processEvents();
}

} // namespace callboard::ui
