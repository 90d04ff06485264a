// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/production/NewProductionSheet.h"

#include "ui/openstudio/OpenedStudio.h"
#include "ui/parts/ColumnScroll.h"
#include "ui/parts/Form.h"
#include "ui/parts/Label.h"
#include "ui/parts/Progress.h"
#include "ui/parts/Toast.h"
#include "ui/production/ProductionBasics.h"
#include "ui/production/ProductionMaking.h"
#include "ui/production/SectionSteps.h"
#include "ui/theme/Controls.h"

#include <QCryptographicHash>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QShortcut>
#include <QVBoxLayout>

#include <array>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize wanted{1360, 912};
constexpr int keepDelay = 400;                      // milliseconds
constexpr int summaryFrom = 1240, stepsFrom = 1080; // widths of the sheet
constexpr int basicsStep = 0;

using Part = ProductionChoices::Part;
constexpr std::array choiceParts{Part::TaskTypes, Part::Statuses, Part::AssetTypes, Part::Team};

ProductionSummary::Part copyPart(Part part)
{
    switch (part) {
    case Part::TaskTypes: return ProductionSummary::Part::TaskTypes;
    case Part::Statuses: return ProductionSummary::Part::Statuses;
    case Part::AssetTypes: return ProductionSummary::Part::AssetTypes;
    case Part::Team: break;
    }
    return ProductionSummary::Part::Team;
}

} // namespace

NewProductionSheet::NewProductionSheet(OpenedStudio &studio, QWidget *anyInWindow)
    : Sheet(tr("New production"), anyInWindow)
    , m_studio(studio)
    , m_draft(ProductionDraft::ofStudio(studio.directory()))
    , m_form(new Form)
    , m_basics(new ProductionBasics(studio.directory(), *m_form))
    , m_choices(new ProductionChoices(studio, *m_form))
    , m_summary(new ProductionSummary(studio.directory()))
    , m_steps(new SectionSteps)
    , m_scroll(new ColumnScroll)
    , m_kept(new Label({}, TextRole::Secondary, Tone::Secondary))
    , m_keptMark(new IconLabel(u"check"_s, 13, Tone::Ok))
    , m_make(new QPushButton(tr("Make production")))
    , m_anew(new QPushButton(tr("Start anew")))
    , m_progress(new ProgressLine)
    , m_body(new QWidget)
    , m_making(new ProductionMaking(studio, this))
{
    build();
    addShortcuts();
    m_keep.setSingleShot(true);
    m_keep.setInterval(keepDelay);
    connect(&m_keep, &QTimer::timeout, this, &NewProductionSheet::keep);
    connect(m_basics, &ProductionBasics::changed, this, [this] {
        m_basicsTouched = true;
        take();
    });
    connect(m_basics, &ProductionBasics::pictureChosen, m_basics, &ProductionBasics::changed);
    connect(m_basics, &ProductionBasics::copyChosen, this, &NewProductionSheet::copyFrom);
    connect(m_choices, &ProductionChoices::changed, this, [this](Part part) {
        m_touched.insert(int(copyPart(part)));
        m_summary->setCopied(copyPart(part), false);
        take();
    });
    connect(m_summary, &ProductionSummary::copyToggled, this, [this](CopyPart part, bool on) {
        m_touched.remove(int(part));
        takePart(part, on ? m_draft.copiedFromId : QString());
        m_choices->show(m_draft);
        take();
    });
    connect(m_making, &ProductionMaking::progressed, this, [this](int done, int all, const QString &words) {
        m_progress->setProgress(double(done) / all);
        setSubtitle(words);
    });
    connect(m_making, &ProductionMaking::refused, this, &NewProductionSheet::showRefusal);
    connect(m_making, &ProductionMaking::made, this, [this](const QString &id) {
        m_keep.stop();
        QSettings().remove(draftKey());
        Q_EMIT made(id);
        if (isVisible())
            close();
        else
            end();
    });
    connect(m_making, &ProductionMaking::takenBack, this, [this](const QString &why) {
        setAtWork(false);
        if (!why.isEmpty())
            ToastStack::of(this).show(
                {NoticeKind::Warning, tr("%1 could not be deleted").arg(m_draft.name), why, {}, true});
    });
    connect(this, &Sheet::closed, this, &NewProductionSheet::end);

    const bool isRestored = readDraft();
    showDraft();
    m_anew->setVisible(isRestored);
    m_kept->setText(isRestored ? tr("Draft kept") : QString());
    m_keptMark->setVisible(isRestored);
    for (const CopyPart part : {CopyPart::TaskTypes, CopyPart::Statuses, CopyPart::AssetTypes, CopyPart::Team})
        m_summary->setCopied(part, !m_draft.copiedFromId.isEmpty());
    m_summary->setCopied(CopyPart::Metadata, m_draft.copiesMetadata);
    m_summary->setCopied(CopyPart::Automations, m_draft.copiesAutomations);
    showMarks();
}

void NewProductionSheet::build()
{
    setWanted(wanted);
    setSubtitle(
        m_studio.session().organisation().isEmpty() ? QString() : tr("in %1").arg(m_studio.session().organisation()));
    addToHead(m_keptMark);
    addToHead(m_kept);
    for (const QString &step : {tr("Basics"), tr("Task types"), tr("Statuses"), tr("Asset types"), tr("Team")})
        m_steps->add(step);
    m_form->addSection(tr("Basics"));
    m_form->addWidget(m_basics);
    m_form->addWidget(m_choices);
    auto *inner = new QWidget;
    auto *padded = new QVBoxLayout(inner);
    padded->setContentsMargins(20, 16, 20, 20);
    padded->addWidget(m_form);
    m_scroll->setWidget(inner);
    auto *columns = new QHBoxLayout(m_body);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(m_steps);
    columns->addWidget(m_scroll, 1);
    columns->addWidget(m_summary);
    setContent(m_body);
    setFoot(makeFoot());
    connect(m_steps, &SectionSteps::chosen, this, &NewProductionSheet::goTo);
}

QWidget *NewProductionSheet::makeFoot()
{
    auto *foot = new FormFoot(m_form);
    m_progress->setFixedWidth(160);
    m_progress->hide();
    foot->layout()->addWidget(m_progress);
    setButtonRole(m_anew, ButtonRole::Quiet);
    foot->addAction(m_anew);
    auto *cancel = new QPushButton(tr("Cancel"));
    foot->addAction(cancel);
    setButtonRole(m_make, ButtonRole::Primary);
    setShortcutHint(m_make, u"Ctrl Enter"_s);
    foot->addAction(m_make);
    m_form->setAction(m_make);
    connect(cancel, &QPushButton::clicked, this, &Sheet::close);
    connect(m_anew, &QPushButton::clicked, this, &NewProductionSheet::startAnew);
    connect(m_make, &QPushButton::clicked, this, &NewProductionSheet::make);
    return foot;
}

void NewProductionSheet::addShortcuts()
{
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *make = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(key)), this);
        connect(make, &QShortcut::activated, this, &NewProductionSheet::make);
    }
    for (int step = 0; step <= static_cast<int>(choiceParts.size()); ++step) {
        auto *jump = new QShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + step)), this);
        connect(jump, &QShortcut::activated, this, [this, step] { goTo(step); });
    }
}

void NewProductionSheet::take()
{
    m_basics->write(m_draft);
    m_choices->write(m_draft);
    m_draft.copiesMetadata = m_summary->isCopied(CopyPart::Metadata);
    m_draft.copiesAutomations = m_summary->isCopied(CopyPart::Automations);
    showMarks();
    m_kept->setText({});
    m_keptMark->hide();
    m_keep.start();
}

void NewProductionSheet::copyFrom(const QString &productionId)
{
    const DirectoryProduction *from = m_studio.directory().production(productionId);
    m_draft.copiedFromId = from ? productionId : QString();
    if (from && !m_basicsTouched) {
        m_draft.type = from->type;
        m_draft.style = from->style;
        m_draft.framesPerSecond = from->framesPerSecond;
        m_draft.resolution = from->resolution;
        m_draft.ratio = from->ratio;
    }
    for (const CopyPart part : {CopyPart::TaskTypes, CopyPart::Statuses, CopyPart::AssetTypes, CopyPart::Team}) {
        if (m_touched.contains(int(part))) continue;
        takePart(part, m_draft.copiedFromId);
        m_summary->setCopied(part, from != nullptr);
    }
    showDraft();
    take();
}

/// Sets one part to what that production has; without one, to what the studio has.
void NewProductionSheet::takePart(CopyPart part, const QString &productionId)
{
    const auto &directory = m_studio.directory();
    const DirectoryProduction *from = directory.production(productionId);
    const ProductionDraft source =
        from ? ProductionDraft::ofProduction(*from, directory) : ProductionDraft::ofStudio(directory);
    switch (part) {
    case CopyPart::TaskTypes: m_draft.taskTypeIds = source.taskTypeIds; break;
    case CopyPart::Statuses:
        m_draft.statusIds = source.statusIds;
        m_draft.boardRoles = source.boardRoles;
        break;
    case CopyPart::AssetTypes: m_draft.assetTypeIds = source.assetTypeIds; break;
    case CopyPart::Team: m_draft.teamIds = source.teamIds; break;
    case CopyPart::Metadata:
    case CopyPart::Automations: break; // The boxes say it all.
    }
}

void NewProductionSheet::showMarks()
{
    using Mark = SectionSteps::Mark;
    const bool hasName = !m_draft.name.trimmed().isEmpty();
    const bool isCodeFree = !productionWithCode(m_draft.code, m_studio.directory());
    m_steps->setState(basicsStep, tr("Name, code, dates"), hasName && isCodeFree ? Mark::Fine : Mark::Error);
    for (int i = 0; i < static_cast<int>(choiceParts.size()); ++i) {
        const FormRow *row = m_choices->rowOf(choiceParts[i]);
        const auto fault = row ? row->fault() : std::nullopt;
        m_steps->setState(i + 1, m_choices->countOf(choiceParts[i]),
            !fault                                       ? Mark::Fine
                : fault->kind == FieldFault::Kind::Error ? Mark::Error
                                                         : Mark::Warning);
    }
    m_summary->show(m_draft);
}

void NewProductionSheet::goTo(int step)
{
    m_steps->setCurrent(step);
    QWidget *target =
        step == basicsStep ? static_cast<QWidget *>(m_basics->nameField()) : m_choices->widgetOf(choiceParts[step - 1]);
    const int y = target->mapTo(m_scroll->widget(), QPoint()).y();
    m_scroll->verticalScrollBar()->setValue(y - 40);
    if (target->focusPolicy() & Qt::TabFocus)
        target->setFocus(Qt::ShortcutFocusReason);
    else if (FormRow *row = m_choices->rowOf(choiceParts[step - 1]))
        row->field()->setFocus(Qt::ShortcutFocusReason);
}

void NewProductionSheet::make()
{
    if (m_making->isAtWork() || !m_form->check()) return m_form->goToNextFault();
    take();
    keep();
    setAtWork(true);
    m_making->make(m_draft);
}

void NewProductionSheet::setAtWork(bool isAtWork)
{
    m_body->setEnabled(!isAtWork);
    m_make->setEnabled(!isAtWork && m_form->isComplete());
    m_anew->setEnabled(!isAtWork);
    m_progress->setVisible(isAtWork);
    if (!isAtWork) m_progress->setProgress(std::nullopt);
    delete std::exchange(m_refusal, nullptr);
}

void NewProductionSheet::showRefusal(const QString &words, const QString &why)
{
    if (!isVisible()) open(); // It was closed while it worked: the decision is needed.
    setSubtitle(tr("refused: %1").arg(words));
    if (m_making->projectId().isEmpty()) {
        setAtWork(false);
        m_basics->refuse(why);
        return;
    }
    delete m_refusal;
    m_refusal = new Banner(NoticeKind::Bad, tr("%1 was refused: %2 The rest is made so far.").arg(words, why));
    const auto act = [this](void (ProductionMaking::*what)()) {
        return [this, what] {
            // The banner's own button is running: it goes after it.
            if (m_refusal) std::exchange(m_refusal, nullptr)->deleteLater();
            (m_making->*what)();
        };
    };
    m_refusal->addAction(tr("Try again"), act(&ProductionMaking::tryAgain));
    m_refusal->addAction(tr("Go on without it"), act(&ProductionMaking::goOn));
    m_refusal->addAction(tr("Take the production back"), act(&ProductionMaking::takeBack));
    qobject_cast<QVBoxLayout *>(layout())->insertWidget(2, m_refusal);
}

void NewProductionSheet::showDraft()
{
    m_basics->show(m_draft);
    m_choices->show(m_draft);
    m_form->lookAgain();
}

void NewProductionSheet::startAnew()
{
    m_draft = ProductionDraft::ofStudio(m_studio.directory());
    m_touched.clear();
    m_basicsTouched = false;
    m_keep.stop();
    QSettings().remove(draftKey());
    showDraft();
    showMarks();
    m_anew->hide();
    m_kept->setText({});
    m_keptMark->hide();
    m_basics->nameField()->setFocus();
}

QString NewProductionSheet::draftKey() const
{
    const QByteArray place = m_studio.location().toUtf8();
    return u"drafts/new-production-"_s
        + QString::fromLatin1(QCryptographicHash::hash(place, QCryptographicHash::Sha1).toHex().left(12));
}

void NewProductionSheet::keep()
{
    QSettings().setValue(draftKey(), QString::fromStdString(toText(m_draft.toJson())));
    m_kept->setText(tr("Draft kept"));
    m_keptMark->show();
    m_anew->show();
}

bool NewProductionSheet::readDraft()
{
    const std::string text = QSettings().value(draftKey()).toString().toStdString();
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object()) return false;
    m_draft = ProductionDraft::fromJson(json);
    m_basicsTouched = true;
    return true;
}

void NewProductionSheet::end()
{
    if (m_keep.isActive()) {
        m_keep.stop();
        keep();
    }
    if (!m_making->isAtWork()) parentWidget()->deleteLater(); // the dim, which holds the sheet
}

void NewProductionSheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_refusal) return; // The half made production needs a decision.
    Sheet::keyPressEvent(event);
}

void NewProductionSheet::resizeEvent(QResizeEvent *event)
{
    Sheet::resizeEvent(event);
    m_summary->setVisible(width() >= summaryFrom);
    m_steps->setVisible(width() >= stepsFrom);
}

} // namespace callboard::ui
