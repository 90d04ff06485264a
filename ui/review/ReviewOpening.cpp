// SPDX-License-Identifier: GPL-3.0-or-later
// ReviewPage: bringing a preview's file here and into the player, or saying why it cannot be seen yet.
#include "ui/review/ReviewPage.h"

#include "ui/gateway/AtWork.h"
#include "ui/openstudio/OpenedStudio.h"
#include "ui/parts/Toast.h"
#include "ui/player/ReviewPlayer.h"
#include "ui/previews/AnnotationSync.h"
#include "ui/review/ReviewNotice.h"
#include "ui/review/RevisionBar.h"

#include <QCoroFuture>
#include <QElapsedTimer>
#include <QFile>
#include <QFileDialog>
#include <QLocale>
#include <QPointer>
#include <QPromise>
#include <QThreadPool>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int quietFor = 300; // milliseconds before anything is said of a download

/// Copies off the GUI's thread; the reason when it failed.
QFuture<QString> copyFile(const QString &from, const QString &to)
{
    auto promise = std::make_shared<QPromise<QString>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, from, to] {
        QFile file(from);
        if (QFile::exists(to)) QFile::remove(to); // the dialog has asked
        promise->addResult(file.copy(to) ? QString() : file.errorString());
        promise->finish();
    });
    return promise->future();
}

} // namespace

QCoro::Task<void> ReviewPage::open()
{
    const QPointer<ReviewPage> self(this);
    const int opening = ++m_openings;
    const auto isVoid = [&] { return !self || opening != m_openings; };
    if (m_fetching) m_fetching->cancel();
    m_notice->clear();
    m_preparation.stop();
    const ReviewPreview *found = m_feed->preview(m_shownId);
    m_shown = found ? *found : ReviewPreview();
    if (!found || m_shown.state != ReviewPreview::State::Ready || m_shown.kind() == ReviewPreview::Kind::Other) {
        sayWhyNot();
        co_return;
    }
    const ReviewPreview shown = m_shown;
    const ReviewPreview *other = m_feed->preview(m_comparedId);
    const ReviewPreview compared = other ? *other : ReviewPreview();
    const auto cancellation = m_fetching = std::make_shared<Cancellation>();
    QString failure;
    try {
        const QString file = co_await fetch(shown);
        if (isVoid()) co_return;
        QString comparedFile;
        if (!compared.id.isEmpty()) comparedFile = co_await fetch(compared);
        if (isVoid()) co_return;
        m_isUploadShown = false;
        m_notice->clear();
        play(file, comparedFile);
    } catch (const ApiError &error) {
        failure = error.sentence();
    }
    if (isVoid() || failure.isEmpty()) co_return;
    m_notice->say(cancellation->isCancelled() ? tr("Loading was stopped.") : failure, std::nullopt, tr("Load again"),
        [this] { open(); });
}

QCoro::Task<QString> ReviewPage::fetch(ReviewPreview preview)
{
    QElapsedTimer began;
    began.start();
    const QString what = m_feed->labelOf(preview);
    const auto cancellation = m_fetching;
    const auto tell = [self = QPointer<ReviewPage>(this), began, what, cancellation](qint64 done, qint64 all) {
        if (!self || cancellation->isCancelled() || began.elapsed() < quietFor) return;
        const QLocale locale;
        self->m_notice->say(
            tr("Loading %1: %2 of %3").arg(what, locale.formattedDataSize(done, 0), locale.formattedDataSize(all, 0)),
            static_cast<double>(done) / static_cast<double>(all), tr("Cancel"),
            [cancellation] { cancellation->cancel(); });
    };
    // Not as one conditional expression: GCC 12 destroys its awaited temporaries twice.
    QString file;
    if (preview.state == ReviewPreview::State::Processing)
        file = co_await m_cache->uploadedFile(preview, tell, cancellation);
    else
        file = co_await m_cache->file(preview, tell, cancellation);
    co_return file;
}

void ReviewPage::play(const QString &file, const QString &comparedFile)
{
    const int firstFrame = m_feed->entity().firstFrame;
    std::optional<Medium> compared;
    if (const ReviewPreview *other = m_feed->preview(m_comparedId); other && !comparedFile.isEmpty()) {
        QString label = m_feed->labelOf(*other);
        if (other->taskId != m_shown.taskId) label = u"%1 %2"_s.arg(m_feed->taskName(other->taskId), label);
        compared = Medium{comparedFile, label, firstFrame, std::nullopt};
    }
    const Medium medium{file, m_feed->labelOf(m_shown), firstFrame, std::nullopt};
    const bool isOther = !(medium == m_player->medium());
    const bool isSameTask = m_openedTaskId == m_shown.taskId;
    const int frame = m_player->frame();
    m_player->open(medium, compared);
    if (isOther && isSameTask) m_player->goTo(frame); // another revision, the same moment
    if (compared) m_player->setComparison(std::exchange(m_wantedComparison, m_player->view().comparison()));
    m_openedId = m_shown.id;
    m_openedTaskId = m_shown.taskId;
    if (!isOther) takeStart(); // else when it is open
    if (m_sync->previewId() != m_openedId || isOther) m_sync->follow(m_openedId);
}

void ReviewPage::sayWhyNot()
{
    m_openedId.clear();
    m_sync->follow({});
    m_player->close();
    m_bar->setFacts({});
    setSummary(title());
    if (m_shown.id.isEmpty()) {
        m_player->showMessage(tr("No revision yet. Drop a movie or picture on the note to publish the first."));
    } else if (m_shown.state == ReviewPreview::State::Broken) {
        m_player->showMessage(tr("v%1 cannot be decoded. Publish it again in another form.").arg(m_shown.revision));
    } else if (m_shown.state == ReviewPreview::State::Processing) {
        m_player->showMessage(tr("v%1 is being prepared.").arg(m_shown.revision));
        if (isVisible()) m_preparation.start();
        lookAtPreparation();
    } else {
        m_player->showMessage(tr("Files of the type %1 are not shown here.").arg(m_shown.extension.toUpper()));
        m_notice->say(m_shown.originalName + u'.' + m_shown.extension, std::nullopt, tr("Save…"), [this] { save(); });
    }
}

QCoro::Task<void> ReviewPage::lookAtPreparation()
{
    const QPointer<ReviewPage> self(this);
    if (m_isLooking) co_return;
    AtWork looking(this, m_isLooking);
    const QString previewId = m_shown.id;
    Json told;
    QString failure;
    try {
        told = co_await studio().gateway().get(u"/data/preview-files/%1/preparation"_s.arg(previewId));
    } catch (const ApiError &error) {
        failure = error.sentence();
    }
    if (!self) co_return;
    looking.end();
    if (previewId != m_shown.id || m_shown.state != ReviewPreview::State::Processing || m_isUploadShown) co_return;
    if (!failure.isEmpty()) {
        m_preparation.stop();
        m_notice->say(failure, std::nullopt, tr("Look again"), [this] { open(); });
        co_return;
    }
    const bool hasUpload = told.value("has_upload", false);
    const Json progress = told.value("progress", Json());
    const QString sentence = hasUpload ? tr("The movie is being prepared for every frame to be exact.")
                                       : tr("Its file is still on the way.");
    m_notice->say(sentence, progress.is_number() ? std::optional(progress.get<double>()) : std::nullopt,
        hasUpload ? tr("Show the original") : QString(), [this] { openUpload(); });
}

QCoro::Task<void> ReviewPage::openUpload()
{
    const QPointer<ReviewPage> self(this);
    const int opening = ++m_openings;
    m_fetching = std::make_shared<Cancellation>();
    m_preparation.stop();
    m_isUploadShown = true;
    QString failure;
    try {
        const QString file = co_await fetch(m_shown);
        if (!self || opening != m_openings) co_return;
        m_notice->clear();
        play(file, {});
    } catch (const ApiError &error) {
        failure = error.sentence();
    }
    if (!self || opening != m_openings || failure.isEmpty()) co_return;
    m_isUploadShown = false;
    m_notice->say(failure, std::nullopt, tr("Look again"), [this] { open(); });
}

QCoro::Task<void> ReviewPage::save()
{
    const QPointer<ReviewPage> self(this);
    const ReviewPreview preview = m_shown;
    if (preview.id.isEmpty()) co_return;
    const QString name = u"%1_%2_v%3.%4"_s.arg(m_feed->entity().fullName().replace(u" / "_s, u"_"_s),
        m_feed->taskName(preview.taskId), QString::number(preview.revision), preview.extension);
    const QString target = QFileDialog::getSaveFileName(this, tr("Save the file"), QString(name).replace(u' ', u'_'));
    if (!self || target.isEmpty()) co_return;
    m_fetching = std::make_shared<Cancellation>();
    QString failure;
    try {
        const QString file = co_await fetch(preview);
        failure = co_await copyFile(file, target);
    } catch (const ApiError &error) {
        failure = error.sentence();
    }
    if (!self) co_return;
    m_notice->clear();
    if (failure.isEmpty())
        ToastStack::of(this).show({NoticeKind::Ok, tr("Saved"), target, {}, false});
    else
        ToastStack::of(this).show({NoticeKind::Bad, tr("The file was not saved"), failure, {}, false});
}

} // namespace callboard::ui
