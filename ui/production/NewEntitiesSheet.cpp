// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/production/NewEntitiesSheet.h"

#include "ui/gateway/Requests.h"
#include "ui/openstudio/OpenedStudio.h"
#include "ui/parts/Form.h"
#include "ui/parts/Label.h"
#include "ui/parts/Pill.h"
#include "ui/parts/Progress.h"
#include "ui/parts/Toast.h"
#include "ui/production/EntityNames.h"
#include "ui/production/EntityWriting.h"
#include "ui/production/FlowBox.h"
#include "ui/theme/Controls.h"
#include "ui/theme/Theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QShortcut>
#include <QSpinBox>
#include <QVBoxLayout>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize wanted{640, 520};
constexpr int mostAtOnce = 500, highestNumber = 99999, firstFrame = 1001;
constexpr qsizetype shownNames = 60;

QSpinBox *number(int least, int most, int value)
{
    auto *box = new QSpinBox;
    box->setRange(least, most);
    box->setValue(value);
    return box;
}

} // namespace

NewEntitiesSheet::NewEntitiesSheet(OpenedStudio &studio, const QString &productionId, Kind kind, QWidget *anyInWindow)
    : Sheet(kind == Kind::Shots ? tr("New shots") : tr("New assets"), anyInWindow)
    , m_studio(studio)
    , m_productionId(productionId)
    , m_kind(kind)
    , m_form(new Form)
    , m_parent(new QComboBox)
    , m_counts(new Label({}, TextRole::Secondary, Tone::Secondary))
    , m_preview(new Label)
    , m_make(new QPushButton)
    , m_progress(new ProgressLine)
    , m_run(new RequestRun(studio.gateway(), this))
{
    setWanted(wanted);
    if (const auto *production = studio.directory().production(productionId)) setSubtitle(production->name);
    kind == Kind::Shots ? buildShotFields() : buildAssetFields();
    buildTaskTypes();
    m_preview->setWordWrap(true);
    m_preview->setTextFormat(Qt::RichText);
    m_form->addWidget(m_counts);
    m_form->addWidget(m_preview);
    auto *content = new QWidget;
    auto *padded = new QVBoxLayout(content);
    padded->setContentsMargins(20, 16, 20, 16);
    padded->addWidget(m_form);
    setContent(content);
    setFoot(makeFoot());
    connect(m_form, &Form::changed, this, &NewEntitiesSheet::preview);
    connect(m_run, &RequestRun::progressed, this,
        [this](int done, int all) { m_progress->setProgress(double(done) / all); });
    connect(m_run, &RequestRun::ended, this, &NewEntitiesSheet::finish);
    connect(this, &Sheet::closed, this, [this] {
        m_run->cancel();
        if (!m_run->isAtWork()) parentWidget()->deleteLater(); // the dim, which holds the sheet
    });
    preview();
    readParents();
}

NewEntitiesSheet::~NewEntitiesSheet() = default;

void NewEntitiesSheet::buildShotFields()
{
    const auto *production = m_studio.directory().production(m_productionId);
    m_parent->setEditable(true);
    m_parent->setInsertPolicy(QComboBox::NoInsert);
    m_pattern = new QLineEdit(NumberedNames().pattern);
    m_first = number(0, highestNumber, NumberedNames().first);
    m_step = number(1, 1000, NumberedNames().step);
    m_count = number(1, mostAtOnce, NumberedNames().count);
    m_frames = number(0, highestNumber, 0);
    m_frames->setSpecialValueText(tr("Not known yet"));
    if (production && production->type == "tvshow"_L1) {
        m_episode = new QComboBox;
        m_episode->setEditable(true);
        m_episode->setInsertPolicy(QComboBox::NoInsert);
        auto *episode = m_form->add(tr("Episode, one that is there or a new one"), m_episode);
        episode->setCheck([this]() -> std::optional<FieldFault> {
            if (!m_episode->currentText().trimmed().isEmpty()) return std::nullopt;
            return FieldFault{FieldFault::Kind::Error, tr("Name the episode."), {}};
        });
        connect(m_episode, &QComboBox::currentTextChanged, this, [this] { readParents(); });
    }
    m_parentRow = m_form->add(tr("Sequence, one that is there or a new one"), m_parent);
    m_parentRow->setCheck([this]() -> std::optional<FieldFault> {
        if (!m_parent->currentText().trimmed().isEmpty()) return std::nullopt;
        return FieldFault{FieldFault::Kind::Error, tr("Name the sequence."), {}};
    });
    m_namesRow = m_form->add(tr("Names, with # for the digits"), m_pattern);
    m_namesRow->setCheck([this]() -> std::optional<FieldFault> {
        if (m_pattern->text().contains(u'#')) return std::nullopt;
        return FieldFault{FieldFault::Kind::Error, tr("Put # where the number goes."), {u"SH####"_s}};
    });
    connect(m_namesRow, &FormRow::mendChosen, m_pattern, &QLineEdit::setText);
    m_form->add(tr("From"), m_first);
    m_form->addBeside(tr("Step"), m_step);
    m_form->addBeside(tr("How many"), m_count);
    m_form->addBeside(tr("Frames of each"), m_frames);
    connect(m_first, &QSpinBox::editingFinished, this, [this] { m_firstChosen = true; });
    connect(m_parent, &QComboBox::currentTextChanged, this, [this] { readExisting(); });
}

void NewEntitiesSheet::buildAssetFields()
{
    const auto *production = m_studio.directory().production(m_productionId);
    for (const Named &type : m_studio.directory().assetTypes())
        if (!production || production->assetTypeIds.isEmpty() || production->assetTypeIds.contains(type.id))
            m_parent->addItem(type.name, type.id);
    m_names = new QPlainTextEdit;
    m_names->setPlaceholderText(tr("One name a line"));
    m_names->setTabChangesFocus(true);
    m_parentRow = m_form->add(tr("Asset type"), m_parent);
    m_namesRow = m_form->add(tr("Names"), m_names);
    m_namesRow->setCheck([this]() -> std::optional<FieldFault> {
        if (!namesInLines(m_names->toPlainText()).isEmpty()) return std::nullopt;
        return FieldFault{FieldFault::Kind::Error, tr("Type at least one name."), {}};
    });
    connect(m_parent, &QComboBox::currentTextChanged, this, [this] { readExisting(); });
}

void NewEntitiesSheet::buildTaskTypes()
{
    const auto *production = m_studio.directory().production(m_productionId);
    if (!production) return;
    auto *box = new FlowBox;
    for (const DirectoryTaskType &type :
        m_studio.directory().taskTypesOf(*production, m_kind == Kind::Shots ? u"Shot"_s : u"Asset"_s)) {
        auto *pill = new Pill(type.name);
        pill->setMark(type.colour);
        pill->setCheckable(true);
        pill->setChecked(true);
        box->add(pill);
        m_taskTypes[type.id] = pill;
    }
    m_form->add(tr("Tasks to make with them"), box);
}

QWidget *NewEntitiesSheet::makeFoot()
{
    auto *foot = new FormFoot(m_form);
    m_progress->setFixedWidth(140);
    m_progress->hide();
    foot->layout()->addWidget(m_progress);
    auto *cancel = new QPushButton(tr("Cancel"));
    setButtonRole(m_make, ButtonRole::Primary);
    setShortcutHint(m_make, u"Ctrl Enter"_s);
    foot->addAction(cancel);
    foot->addAction(m_make);
    m_form->setAction(m_make);
    connect(cancel, &QPushButton::clicked, this, &Sheet::close);
    connect(m_make, &QPushButton::clicked, this, &NewEntitiesSheet::make);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this), &QShortcut::activated, this,
        &NewEntitiesSheet::make);
    return foot;
}

QCoro::Task<void> NewEntitiesSheet::readParents()
{
    const QPointer<NewEntitiesSheet> self(this);
    if (m_kind == Kind::Assets) {
        co_await readExisting();
        co_return;
    }
    const QString project = paths::production(m_productionId);
    try {
        if (m_episode && m_episode->count() == 0) {
            const Json episodes = co_await m_studio.gateway().get(project + u"/episodes"_s);
            if (!self) co_return;
            const QSignalBlocker quiet(m_episode);
            for (const Json &episode : episodes) m_episode->addItem(textOf(episode, "name"), textOf(episode, "id"));
        }
        const Json sequences = co_await m_studio.gateway().get(project + u"/sequences"_s);
        if (!self) co_return;
        const QString typed = m_parent->currentText();
        m_parent->clear();
        for (const Json &sequence : sequences)
            if (!m_episode || (!episodeId().isEmpty() && textOf(sequence, "parent_id") == episodeId()))
                m_parent->addItem(textOf(sequence, "name"), textOf(sequence, "id"));
        if (!typed.isEmpty())
            m_parent->setEditText(typed);
        else if (m_parent->count() == 0)
            m_parent->setEditText(u"SQ010"_s);
    } catch (const ApiError &error) {
        if (self) m_parentRow->refuse({FieldFault::Kind::Warning, error.sentence(), {}});
    }
}

QString NewEntitiesSheet::parentId() const
{
    const int known = m_parent->findText(m_parent->currentText().trimmed(), Qt::MatchFixedString);
    return known < 0 ? QString() : m_parent->itemData(known).toString();
}

QString NewEntitiesSheet::episodeId() const
{
    if (!m_episode) return {};
    const int known = m_episode->findText(m_episode->currentText().trimmed(), Qt::MatchFixedString);
    return known < 0 ? QString() : m_episode->itemData(known).toString();
}

QCoro::Task<void> NewEntitiesSheet::readExisting()
{
    const QPointer<NewEntitiesSheet> self(this);
    const QString parent = parentId();
    m_existing.clear();
    preview();
    if (parent.isEmpty()) co_return;
    const QString path = m_kind == Kind::Shots ? paths::shotsOf(parent) : paths::assetsOf(m_productionId, parent);
    try {
        const Json entities = co_await m_studio.gateway().get(path);
        if (!self || parent != parentId()) co_return;
        for (const Json &entity : entities) m_existing << textOf(entity, "name");
        if (m_first && !m_firstChosen) m_first->setValue(nextNumber(m_pattern->text(), m_step->value(), m_existing));
        preview();
    } catch (const ApiError &error) {
        if (self) m_parentRow->refuse({FieldFault::Kind::Warning, error.sentence(), {}});
    }
}

QStringList NewEntitiesSheet::wantedNames() const
{
    if (m_names) return namesInLines(m_names->toPlainText());
    return NumberedNames{m_pattern->text(), m_first->value(), m_step->value(), m_count->value()}.names();
}

QStringList NewEntitiesSheet::newNames() const
{
    QStringList names;
    for (const QString &name : wantedNames())
        if (!m_existing.contains(name, Qt::CaseInsensitive)) names << name;
    return names;
}

void NewEntitiesSheet::preview()
{
    const QStringList names = wantedNames();
    const auto fresh = static_cast<int>(newNames().size());
    QStringList shown;
    for (const QString &name : names.mid(0, shownNames)) {
        const QString safe = name.toHtmlEscaped();
        shown << (m_existing.contains(name, Qt::CaseInsensitive)
                ? u"<span style=\"color:%1\"><s>%2</s> %3</span>"_s.arg(colours().text3.name(), safe, tr("is there"))
                : safe);
    }
    if (names.size() > shownNames) shown << tr("and %1 more").arg(names.size() - shownNames);
    m_preview->setText(shown.join(u"&nbsp; "_s));
    const int there = static_cast<int>(names.size()) - fresh;
    m_counts->setText(there == 0 ? tr("%n new", nullptr, fresh)
                                 : tr("%1 new, %2 are there and stay as they are").arg(fresh).arg(there));
    m_make->setText(
        m_kind == Kind::Shots ? tr("Make %n shot(s)", nullptr, fresh) : tr("Make %n asset(s)", nullptr, fresh));
    m_make->setEnabled(fresh > 0 && m_form->isComplete() && !m_run->isAtWork());
}

Json NewEntitiesSheet::bodyOf(const QString &name, const QString &parent) const
{
    Json body = {{"name", name.toStdString()}, {"created_by", m_studio.session().person().id.toStdString()},
        {"data", Json::object()}};
    if (m_kind == Kind::Assets) {
        body["type"] = "Asset";
        body["asset_type_id"] = parent.toStdString();
        body["asset_type_name"] = m_parent->currentText().toStdString();
        return body;
    }
    body["type"] = "Shot";
    body["parent_id"] = parent.toStdString();
    if (m_frames->value() > 0) {
        body["nb_frames"] = m_frames->value();
        body["data"] = {{"frame_in", firstFrame}, {"frame_out", firstFrame + m_frames->value() - 1}};
    }
    return body;
}

std::vector<RunStep> NewEntitiesSheet::stepsToMake()
{
    EntityWriting writing(m_productionId);
    QString parent = parentId();
    if (m_kind == Kind::Shots && parent.isEmpty()) {
        const QString name = m_parent->currentText().trimmed();
        Json sequence = {{"type", "Sequence"}, {"name", name.toStdString()},
            {"created_by", m_studio.session().person().id.toStdString()}};
        if (m_episode) {
            QString episode = episodeId();
            if (episode.isEmpty())
                episode =
                    writing.addNew({{"type", "Episode"}, {"name", m_episode->currentText().trimmed().toStdString()}},
                        u"/data/episodes/"_s, m_episode->currentText().trimmed());
            sequence["parent_id"] = episode.toStdString();
        }
        parent = writing.addNew(sequence, u"/data/sequences/"_s, name);
    }
    const bool isShots = m_kind == Kind::Shots;
    QStringList ids;
    for (const QString &name : newNames())
        ids << writing.addNew(bodyOf(name, parent), isShots ? u"/data/shots/"_s : u"/data/assets/"_s, name);
    std::vector<RunStep> steps = writing.steps();
    for (RunStep &step : steps)
        step.taken = [this, ids](const Json &answer) {
            for (const Json &made : answer)
                if (ids.contains(textOf(made, "id"))) ++m_made;
        };
    for (auto it = m_taskTypes.cbegin(); it != m_taskTypes.cend(); ++it)
        if (it.value()->isChecked())
            steps.push_back(
                createTasksStep(m_productionId, it.key(), it.value()->text(), isShots ? u"shots"_s : u"assets"_s, ids));
    return steps;
}

void NewEntitiesSheet::make()
{
    if (m_run->isAtWork() || !m_form->check() || newNames().isEmpty()) return;
    m_form->setEnabled(false);
    m_make->setEnabled(false);
    m_progress->show();
    m_made = 0;
    m_run->start(stepsToMake());
}

void NewEntitiesSheet::finish(int, const QString &words, const QString &why)
{
    const int count = m_made;
    // The way back outlives this sheet: the window keeps it with the toast.
    auto *back = new RequestRun(m_studio.gateway(), window());
    auto undo = [back = QPointer(back), steps = m_run->takeWayBack()] {
        if (back) back->start(steps);
    };
    connect(back, &RequestRun::ended, back, [back](int, const QString &words, const QString &why) {
        auto *window = qobject_cast<QWidget *>(back->parent());
        if (!why.isEmpty())
            ToastStack::of(window).show({NoticeKind::Bad, tr("Taking back stopped at %1").arg(words), why, {}, true});
        back->deleteLater();
    });
    ToastText toast;
    toast.kind = why.isEmpty() ? NoticeKind::Ok : NoticeKind::Bad;
    toast.title =
        m_kind == Kind::Shots ? tr("%n shot(s) made", nullptr, count) : tr("%n asset(s) made", nullptr, count);
    if (!why.isEmpty()) toast.text = tr("It stopped at %1: %2").arg(words, why);
    if (count > 0) toast.actions = {{tr("Undo"), {}, undo}};
    toast.stays = !why.isEmpty();
    ToastStack::of(this).show(toast);
    Q_EMIT made(count);
    m_form->setEnabled(true);
    m_progress->hide();
    if (why.isEmpty() || !isVisible()) {
        isVisible() ? close() : parentWidget()->deleteLater();
        return;
    }
    readParents();
}

} // namespace callboard::ui
