// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/ImportPage.h"

#include "core/domain/exchange/CsvTable.h"
#include "ui/import/ImportColumns.h"
#include "ui/import/ImportView.h"
#include "ui/import/ImportWriting.h"
#include "ui/openstudio/OpenedStudio.h"
#include "ui/parts/Label.h"
#include "ui/parts/Notice.h"
#include "ui/parts/Pill.h"
#include "ui/parts/Progress.h"
#include "ui/parts/SearchField.h"
#include "ui/parts/Toast.h"
#include "ui/theme/Controls.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <array>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int footHeight = 56;
constexpr int columnsFrom = 900; // width of the page
constexpr std::array changes{RowChange::Error, RowChange::New, RowChange::Changed, RowChange::Unchanged};

} // namespace

ImportPage::ImportPage(OpenedStudio &studio, QWidget *parent)
    : Page(studio, parent)
    , m_model(new ImportModel(this))
    , m_columns(new ImportColumns(*m_model, this))
    , m_view(new ImportView(*m_model, studio.pictures(), this))
    , m_empty(new EmptyState(u"upload"_s,
          tr("Drop a CSV file, or paste rows of a spreadsheet. Nothing is written before you say so."),
          tr("Choose a file"), this))
    , m_search(new SearchField(tr("Filter the rows"), this))
    , m_all(new Pill(tr("All"), this))
    , m_counts(new Label({}, TextRole::Base, Tone::Text, this))
    , m_also(new Label({}, TextRole::Secondary, Tone::Secondary, this))
    , m_next(new QPushButton(tr("Next error"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_write(new QPushButton(tr("Write"), this))
    , m_progress(new ProgressLine(this))
    , m_run(new RequestRun(studio.gateway(), this))
{
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_bar = makeBar());
    right->addWidget(m_view, 1);
    right->addWidget(m_empty, 1);
    right->addWidget(m_foot = makeFoot());
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(m_columns);
    columns->addLayout(right, 1);
    addShortcuts();
    connect(m_columns, &ImportColumns::fileChosen, this, &ImportPage::readFile);
    connect(m_columns, &ImportColumns::chooseAsked, this, &ImportPage::chooseFile);
    connect(m_empty, &EmptyState::clicked, this, &ImportPage::chooseFile);
    connect(m_view, &ImportView::filterAsked, this,
        [this](RowChange change) { filterBy(m_filter == change ? std::nullopt : std::optional(change)); });
    connect(m_model, &ImportModel::planned, this, &ImportPage::showPlan);
    connect(m_run, &RequestRun::progressed, this, [this](int done, int all, const QString &words) {
        m_progress->setProgress(double(done) / all);
        m_also->setText(words);
    });
    connect(
        m_run, &RequestRun::ended, this, [this](int, const QString &words, const QString &why) { finish(words, why); });
    showPlan();
}

QWidget *ImportPage::makeBar()
{
    auto *bar = new QWidget(this);
    bar->setFixedHeight(metrics::filterBar);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 0, 12, 0);
    m_search->setLeadingIcon(u"filter"_s);
    m_search->setKeys(u"/"_s);
    m_search->setMaximumWidth(230);
    row->addWidget(m_search);
    row->addWidget(m_all);
    connect(m_all, &Pill::clicked, this, [this] { filterBy(std::nullopt); });
    for (const RowChange change : changes) {
        auto *pill = new Pill(change == RowChange::Error ? tr("Errors") : changeName(change), bar);
        pill->setIconName(changeIcon(change));
        m_pills[int(change)] = pill;
        row->addWidget(pill);
        connect(pill, &Pill::clicked, this, [this, change] { filterBy(change); });
    }
    row->addStretch(1);
    connect(m_search, &QLineEdit::textChanged, this,
        [this](const QString &text) { m_model->setFilter(m_filter, text.trimmed()); });
    return bar;
}

QWidget *ImportPage::makeFoot()
{
    auto *foot = new QWidget(this);
    foot->setFixedHeight(footHeight);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(12, 0, 12, 0);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch(1);
    words->addWidget(m_counts);
    words->addWidget(m_also);
    words->addStretch(1);
    row->addLayout(words, 1);
    m_progress->setFixedWidth(160);
    m_progress->hide();
    m_cancel->hide();
    setShortcutHint(m_next, u"F8"_s);
    setButtonRole(m_write, ButtonRole::Primary);
    setShortcutHint(m_write, u"Ctrl Enter"_s);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_progress, m_cancel, m_next, m_write})
        row->addWidget(widget);
    connect(m_next, &QPushButton::clicked, this, [this] { m_view->goToError(1); });
    connect(m_cancel, &QPushButton::clicked, m_run, &RequestRun::cancel);
    connect(m_write, &QPushButton::clicked, this, &ImportPage::write);
    return foot;
}

void ImportPage::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto action) {
        auto *shortcut = new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    add(QKeySequence(Qt::Key_F8), [this] { m_view->goToError(1); });
    add(QKeySequence(Qt::SHIFT | Qt::Key_F8), [this] { m_view->goToError(-1); });
    add(QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { write(); });
    add(QKeySequence(Qt::Key_Slash), [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    add(QKeySequence::Paste, [this] { readPasted(QApplication::clipboard()->text()); });
}

void ImportPage::show(const Destination &destination)
{
    const ImportKind kind = destination.filter == "assets"_L1 ? ImportKind::Assets : ImportKind::Shots;
    if (destination.productionId == m_productionId && kind == m_kind) return;
    if (m_run->isAtWork()) m_run->cancel();
    m_productionId = destination.productionId;
    m_kind = kind;
    m_model->setImport({}, {});
    m_columns->fill();
}

void ImportPage::chooseFile()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("File to import"), {}, tr("Tables (*.csv *.tsv *.txt);;All files (*)"));
    if (!path.isEmpty()) readFile(path);
}

void ImportPage::readFile(const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly)) {
        take(file.readAll(), QFileInfo(path).fileName());
        return;
    }
    ToastStack::of(this).show(
        {NoticeKind::Bad, tr("%1 cannot be read").arg(QFileInfo(path).fileName()), file.errorString(), {}, false});
}

void ImportPage::readPasted(const QString &text)
{
    if (!text.trimmed().isEmpty()) take(text.toUtf8(), {});
}

QCoro::Task<void> ImportPage::take(QByteArray bytes, QString name)
{
    const QPointer<ImportPage> self(this);
    if (m_run->isAtWork()) co_return;
    QString why;
    try {
        ImportTable table =
            ImportTable::read(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())), name);
        const QString productionId = m_productionId;
        ImportSubject subject = co_await readImportSubject(studio(), productionId, m_kind);
        if (!self || productionId != m_productionId) co_return;
        mapColumns(table, subject);
        m_model->setImport(std::move(table), std::move(subject));
        m_columns->fill();
        m_view->setFocus();
    } catch (const ApiError &error) {
        why = error.sentence();
    } catch (const exchange::CsvError &error) {
        why = QString::fromStdString(error.what());
    }
    if (self && !why.isEmpty())
        ToastStack::of(this).show({NoticeKind::Bad, tr("This cannot be imported"), why, {}, false});
}

void ImportPage::filterBy(std::optional<RowChange> change)
{
    m_filter = change;
    m_model->setFilter(change, m_search->text().trimmed());
}

void ImportPage::showPlan()
{
    const ImportPlan &plan = m_model->plan();
    const bool hasRows = !m_model->table().rows.empty();
    m_view->setVisible(hasRows);
    m_empty->setVisible(!hasRows);
    m_bar->setVisible(hasRows);
    m_foot->setVisible(hasRows);
    m_all->setCount(static_cast<int>(plan.rows.size()));
    m_all->setChecked(!m_filter);
    for (const RowChange change : changes) {
        m_pills[int(change)]->setCount(plan.count(change));
        m_pills[int(change)]->setChecked(m_filter == change);
    }
    const int errors = plan.count(RowChange::Error);
    m_counts->setText(!hasRows ? QString()
            : errors > 0
            ? tr("%1 new, %2 changed, %3 to mend: nothing is written until then")
                  .arg(plan.count(RowChange::New))
                  .arg(plan.count(RowChange::Changed))
                  .arg(errors)
            : tr("%1 new, %2 changed").arg(plan.count(RowChange::New)).arg(plan.count(RowChange::Changed)));
    m_counts->setTone(errors > 0 ? Tone::Bad : Tone::Text);
    m_also->setText(hasRows
            ? tr("%1 and %2 come with them. One undo takes it all back.")
                  .arg(tr("%n sequence(s)", nullptr, plan.newParents), tr("%n task(s)", nullptr, plan.tasks))
            : QString());
    m_next->setVisible(errors > 0);
    m_write->setText(tr("Write %n row(s)", nullptr, plan.toWrite()));
    m_write->setEnabled(errors == 0 && plan.toWrite() > 0 && !m_run->isAtWork());
    setSummary(hasRows ? tr("%n row(s), nothing written", nullptr, static_cast<int>(plan.rows.size())) : QString());
}

void ImportPage::write()
{
    if (!m_write->isEnabled() || m_run->isAtWork()) return;
    m_write->setEnabled(false);
    m_view->setEnabled(false);
    m_columns->setEnabled(false);
    m_progress->show();
    m_cancel->show();
    m_doing = tr("Written: %1 new, %2 changed")
                  .arg(m_model->plan().count(RowChange::New))
                  .arg(m_model->plan().count(RowChange::Changed));
    m_run->start(stepsToWrite(m_model->plan(), m_model->table(), m_model->subject(), m_model->rules(), m_productionId,
        studio().session().person().id));
}

void ImportPage::finish(const QString &words, const QString &why)
{
    m_view->setEnabled(true);
    m_columns->setEnabled(true);
    m_progress->hide();
    m_cancel->hide();
    const QPointer<ImportPage> self(this);
    std::vector<RunStep> back = m_run->takeWayBack();
    const bool hasWayBack = !back.empty();
    auto undo = [self, steps = std::move(back)] {
        if (!self || self->m_run->isAtWork()) return;
        self->m_doing = tr("The import is taken back");
        self->m_run->start(steps);
    };
    ToastText toast;
    toast.kind = why.isEmpty() ? NoticeKind::Ok : NoticeKind::Bad;
    toast.title = why.isEmpty() ? m_doing : tr("It stopped at %1").arg(words);
    toast.text = why.isEmpty() ? QString() : tr("%1 What was written before stays, or is taken back.").arg(why);
    if (hasWayBack) toast.actions = {{tr("Undo"), {}, undo}};
    toast.stays = hasWayBack;
    ToastStack::of(this).show(toast);
    readAgain();
}

/// The production has changed: the same rows against what is there now.
QCoro::Task<void> ImportPage::readAgain()
{
    const QPointer<ImportPage> self(this);
    const QString productionId = m_productionId;
    try {
        ImportSubject subject = co_await readImportSubject(studio(), productionId, m_kind);
        if (self && productionId == m_productionId) m_model->setImport(m_model->table(), std::move(subject));
    } catch (const ApiError &error) {
        if (self)
            ToastStack::of(this).show({NoticeKind::Bad, tr("The preview is out of date"), error.sentence(), {}, false});
    }
    if (self) Q_EMIT written();
}

void ImportPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), colours().bg2);
}

void ImportPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_columns->setVisible(width() >= columnsFrom);
}

} // namespace callboard::ui
