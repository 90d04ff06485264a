// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/DraftStore.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

namespace callboard::ui {

using namespace Qt::StringLiterals;

DraftStore::DraftStore(QString folder)
    : m_folder(folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/drafts"_s
                                : std::move(folder))
{}

QString DraftStore::keyOf(const QString &studio, const QString &personId, const QString &taskId)
{
    const QByteArray whole = (studio + u'\n' + personId + u'\n' + taskId).toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(whole, QCryptographicHash::Sha256).toHex().left(40));
}

QString DraftStore::fileOf(const QString &key) const
{
    return u"%1/%2.json"_s.arg(m_folder, key);
}

CommentDraft DraftStore::read(const QString &key) const
{
    QFile file(fileOf(key));
    if (!file.open(QIODevice::ReadOnly)) return {};
    const QByteArray bytes = file.readAll();
    const Json kept = Json::parse(bytes.begin(), bytes.end(), nullptr, false);
    if (!kept.is_object()) return {};
    CommentDraft draft;
    draft.statusId = textOf(kept, "status");
    draft.text = textOf(kept, "text");
    draft.checklist = checklistOf(kept.value("checklist", Json::array()));
    draft.published = textsOf(kept, "published");
    draft.attached = textsOf(kept, "attached");
    return draft;
}

bool DraftStore::write(const QString &key, const CommentDraft &draft) const
{
    if (draft.isEmpty()) {
        forget(key);
        return true;
    }
    if (!QDir().mkpath(m_folder)) return false;
    const Json kept = {{"status", draft.statusId.toStdString()}, {"text", draft.text.toStdString()},
        {"checklist", jsonOf(draft.checklist)}, {"published", jsonListOf(draft.published)},
        {"attached", jsonListOf(draft.attached)}};
    QSaveFile file(fileOf(key)); // written beside and renamed: a crash leaves the former one
    if (!file.open(QIODevice::WriteOnly)) return false;
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(QByteArray::fromStdString(toText(kept)));
    return file.commit();
}

void DraftStore::forget(const QString &key) const
{
    QFile::remove(fileOf(key));
}

} // namespace callboard::ui
