// SPDX-License-Identifier: GPL-3.0-or-later
// A file is on the disk before the row that names it is: this program watches its own system calls.
#include "core/media/FileStore.h"
#include "tests/support/TestProduction.h"

#include <QTest>

#include <fstream>
#include <mutex>
#include <sys/syscall.h>
#include <unistd.h>

using namespace callboard;
using namespace callboard::tests;

namespace {

struct Call
{
    std::string what; // "sync", "rename", "mkdir"
    std::string path; // of a rename the new one
    std::string from;
};

std::mutex callsLock;
std::vector<Call> calls;
bool isWatching = false;

void note(Call call)
{
    const std::lock_guard guard(callsLock);
    if (isWatching) calls.push_back(std::move(call));
}

std::string pathOf(int descriptor)
{
    char path[4096];
    const auto length = ::readlink(("/proc/self/fd/" + std::to_string(descriptor)).c_str(), path, sizeof path);
    return length > 0 ? std::string(path, std::size_t(length)) : std::string();
}

} // namespace

// These stand before the C library's own, for this program and the libraries that it uses.
extern "C" {
int fsync(int descriptor)
{
    note({"sync", pathOf(descriptor), {}});
    return static_cast<int>(::syscall(SYS_fsync, descriptor));
}
int fdatasync(int descriptor)
{
    note({"sync", pathOf(descriptor), {}});
    return static_cast<int>(::syscall(SYS_fdatasync, descriptor));
}
int rename(const char *from, const char *to) noexcept
{
    note({"rename", to, from});
    return static_cast<int>(::syscall(SYS_rename, from, to));
}
int mkdir(const char *path, mode_t mode) noexcept
{
    note({"mkdir", path, {}});
    return static_cast<int>(::syscall(SYS_mkdir, path, mode));
}
}

namespace {

/// Where the first such call is, from `from` on; the number of calls when there is none.
std::size_t find(const std::string &what, const std::string &path, std::size_t from = 0)
{
    for (std::size_t i = from; i < calls.size(); ++i)
        if (calls[i].what == what && calls[i].path == path) return i;
    return calls.size();
}

class Watch
{
public:
    Watch() { set(true); }
    ~Watch() { set(false); }
    Watch(const Watch &) = delete;
    Watch &operator=(const Watch &) = delete;

private:
    static void set(bool value)
    {
        const std::lock_guard guard(callsLock);
        if (value) calls.clear();
        isWatching = value;
    }
};

api::UploadedFile arrived(TestStudio &studio, const std::string &fileName, const std::string &bytes)
{
    const auto path = studio.studio().uploadFolder() / ("arrived-" + fileName);
    std::ofstream(path, std::ios::binary) << bytes;
    return {"file", fileName, "application/octet-stream", path, bytes.size()};
}

} // namespace

class FileDurabilityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileAndItsFoldersAreOnTheDiskBeforeTheRowIs();
};

void FileDurabilityTest::aFileAndItsFoldersAreOnTheDiskBeforeTheRowIs()
{
    TestStudio studio;
    TestProduction production(studio);
    const auto shot = production.shot("SH010", production.sequence("SE01"));
    const Json newTask = {{"name", "main"}, {"project_id", production.id()},
        {"task_type_id", production.idNamed("task_type", "Animation")}, {"entity_id", shot},
        {"task_status_id", production.idNamed("task_status", "Todo")}};
    const auto task = studio.post("/data/tasks", newTask).body.value("id", "");
    const auto comment = studio
                             .post("/actions/tasks/" + task + "/comment",
                                 {{"task_status_id", newTask["task_status_id"]}, {"comment", "Look"}})
                             .body.value("id", "");
    QVERIFY(!comment.empty());

    api::Request request;
    request.verb = api::Verb::Post;
    request.path = "/actions/tasks/" + task + "/comments/" + comment + "/add-attachment";
    request.headers.set("Authorization", "Bearer " + studio.signIn());
    request.files.push_back(arrived(studio, "take.bin", std::string(5000, 'x')));
    const std::string source = request.files.front().path().string();
    std::string attachment;
    {
        const Watch watch;
        const auto response = studio.studio().handleNow(std::move(request));
        QCOMPARE(response.status, 201);
        attachment = Json::parse(std::get<std::string>(response.body))[0]["id"].get<std::string>();
    }

    const Folders folders{studio.folder(), {}, std::filesystem::path(studio.folder()) / "files", {}};
    const auto place = media::placeOf(folders, media::FileKind::Attachment, attachment);
    const auto renamed = find("rename", place.string());
    QVERIFY(renamed < calls.size());
    QCOMPARE(calls[renamed].from, source);
    QVERIFY(find("sync", source) < renamed);
    const auto folderSynced = find("sync", place.parent_path().string(), renamed);
    QVERIFY(folderSynced < calls.size());
    std::size_t foldersMade = 0;
    for (std::size_t i = 0; i < calls.size(); ++i) {
        if (calls[i].what != "mkdir") continue;
        ++foldersMade;
        QVERIFY(find("sync", std::filesystem::path(calls[i].path).parent_path().string(), i) < folderSynced);
    }
    QVERIFY(foldersMade >= 3);           // attachments/file/ab/cd
    if (TestPostgres::isAsked()) return; // Its journal is written by another process.
    const auto committed = find("sync", studio.folder() + "/database/studio.db-wal");
    QVERIFY(committed < calls.size());
    QVERIFY(folderSynced < committed);
}

QTEST_GUILESS_MAIN(FileDurabilityTest)
#include "test_file_durability.moc"
