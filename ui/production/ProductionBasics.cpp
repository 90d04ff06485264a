// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/production/ProductionBasics.h"

#include "ui/openstudio/StudioDirectory.h"
#include "ui/parts/DateField.h"
#include "ui/parts/Form.h"
#include "ui/parts/Picker.h"
#include "ui/parts/Segments.h"
#include "ui/production/PictureBox.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>

#include <algorithm>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 80, longestCode = 80; // of the API's table

const QStringList usualRates{u"23.976"_s, u"24"_s, u"25"_s, u"30"_s, u"60"_s};
const QStringList resolutions{
    u"1280x720"_s, u"1920x1080"_s, u"2048x858"_s, u"2048x1152"_s, u"3840x2160"_s, u"4096x1716"_s, u"4096x2160"_s};
const QStringList ratios{u"16:9"_s, u"1.85:1"_s, u"2.39:1"_s, u"4:3"_s, u"9:16"_s, u"1:1"_s};

QString withCross(QString resolution)
{
    return resolution.replace(u'x', u" × "_s);
}

std::optional<FieldFault> error(const QString &sentence, const QStringList &mends = {})
{
    return FieldFault{FieldFault::Kind::Error, sentence, mends};
}

int indexOf(const QList<NamedValue> &values, const QString &value)
{
    for (int i = 0; i < values.size(); ++i)
        if (values[i].value == value) return i;
    return -1;
}

/// Chooses the value in the list, and adds one that is not usual.
void choose(QComboBox *box, const QString &value, const QString &words)
{
    int index = box->findData(value);
    if (index < 0 && !value.isEmpty()) {
        box->addItem(words, value);
        index = box->count() - 1;
    }
    box->setCurrentIndex(index);
}

} // namespace

QList<NamedValue> productionTypes()
{
    return {{u"short"_s, ProductionBasics::tr("Short film")}, {u"featurefilm"_s, ProductionBasics::tr("Feature")},
        {u"tvshow"_s, ProductionBasics::tr("Series")}, {u"assets"_s, ProductionBasics::tr("Only assets")},
        {u"shots"_s, ProductionBasics::tr("Only shots")}};
}

QList<NamedValue> productionStyles()
{
    return {{u"2d"_s, ProductionBasics::tr("2D")}, {u"2dpaper"_s, ProductionBasics::tr("2D on paper")},
        {u"3d"_s, ProductionBasics::tr("3D")}, {u"2d3d"_s, ProductionBasics::tr("2D and 3D")},
        {u"vfx"_s, ProductionBasics::tr("Visual effects")}, {u"stop-motion"_s, ProductionBasics::tr("Stop motion")},
        {u"motion-design"_s, ProductionBasics::tr("Motion design")},
        {u"ar"_s, ProductionBasics::tr("Augmented reality")}, {u"vr"_s, ProductionBasics::tr("Virtual reality")},
        {u"archviz"_s, ProductionBasics::tr("Architecture")}, {u"commercial"_s, ProductionBasics::tr("Commercial")},
        {u"catalog"_s, ProductionBasics::tr("Catalogue")}, {u"immersive"_s, ProductionBasics::tr("Immersive")},
        {u"nft"_s, ProductionBasics::tr("NFT")}, {u"video-game"_s, ProductionBasics::tr("Game")}};
}

QString inOneLine(const ProductionDraft &draft)
{
    const auto types = productionTypes();
    const int type = indexOf(types, draft.type);
    return ProductionBasics::tr("%1, %2 fps, %3")
        .arg(type < 0 ? draft.type : types[type].words, draft.framesPerSecond, withCross(draft.resolution));
}

int workdays(const QDate &first, const QDate &last)
{
    int days = 0;
    for (QDate day = first; day <= last; day = day.addDays(1))
        if (day.dayOfWeek() < Qt::Saturday) ++days;
    return days;
}

ProductionBasics::ProductionBasics(const StudioDirectory &directory, Form &form, QWidget *parent)
    : QWidget(parent)
    , m_directory(directory)
    , m_picture(new PictureBox(this))
    , m_name(new QLineEdit(this))
    , m_code(new QLineEdit(this))
    , m_copy(new PickerField(tr("Nothing"), this))
    , m_type(new Segments(this))
    , m_style(new QComboBox(this))
    , m_rates(usualRates)
    , m_rate(new Segments(usualRates, this))
    , m_resolution(new QComboBox(this))
    , m_ratio(new QComboBox(this))
    , m_start(new DateField(this))
    , m_end(new DateField(this))
{
    for (const NamedValue &type : productionTypes()) m_type->add(type.words);
    m_type->setStretched(true);
    m_rate->setStretched(true);
    for (const NamedValue &style : productionStyles()) m_style->addItem(style.words, style.value);
    for (const QString &resolution : resolutions) m_resolution->addItem(withCross(resolution), resolution);
    for (const QString &ratio : ratios) m_ratio->addItem(ratio, ratio);
    m_name->setMaxLength(longestName);
    m_code->setMaxLength(longestCode);
    QList<PickerItem> items{{{}, tr("Nothing"), tr("as the studio has it"), {}, {}, {}, {}, true}};
    for (const DirectoryProduction &production : directory.productions())
        items << PickerItem{production.id, production.name, production.code, {}, {}, {}, u"production"_s, true};
    m_copy->setItems(items);
    build(form);
    connect(m_picture, &PictureBox::chosen, this, &ProductionBasics::pictureChosen);
    connect(m_copy, &PickerField::changed, this, [this](const QStringList &ids) {
        if (!m_isShowing) Q_EMIT copyChosen(ids.value(0));
    });
}

void ProductionBasics::build(Form &form)
{
    m_nameRow = new FormRow(tr("Name"), m_name, this);
    m_codeRow = new FormRow(tr("Code"), m_code, this);
    m_copyRow = new FormRow(tr("Copy settings from"), m_copy, this);
    auto *type = new FormRow(tr("What it is"), m_type, this);
    auto *style = new FormRow(tr("Style"), m_style, this);
    auto *rate = new FormRow(tr("Frames per second"), m_rate, this);
    auto *resolution = new FormRow(tr("Resolution"), m_resolution, this);
    auto *ratio = new FormRow(tr("Ratio"), m_ratio, this);
    auto *start = new FormRow(tr("Starts"), m_start, this);
    m_endRow = new FormRow(tr("Delivery"), m_end, this);
    check();
    constexpr int rowGap = 10, columnGap = 12;
    auto *beside = new QGridLayout; // the picture
    beside->setHorizontalSpacing(columnGap);
    beside->setVerticalSpacing(rowGap);
    beside->addWidget(m_nameRow, 0, 0, Qt::AlignTop);
    beside->addWidget(m_codeRow, 0, 1, Qt::AlignTop);
    beside->addWidget(m_copyRow, 0, 2, Qt::AlignTop);
    beside->addWidget(type, 1, 0, 1, 2, Qt::AlignTop);
    beside->addWidget(style, 1, 2, Qt::AlignTop);
    for (int column = 0; column < 3; ++column) beside->setColumnStretch(column, 1);
    auto *top = new QHBoxLayout;
    top->setSpacing(columnGap);
    top->addWidget(m_picture, 0, Qt::AlignTop);
    top->addLayout(beside, 1);
    auto *below = new QHBoxLayout;
    below->setSpacing(columnGap);
    below->addWidget(rate, 4, Qt::AlignTop);
    for (FormRow *row : {resolution, ratio, start, m_endRow}) below->addWidget(row, 2, Qt::AlignTop);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(rowGap);
    rows->addLayout(top);
    rows->addLayout(below);
    for (FormRow *row : {m_nameRow, m_codeRow, m_copyRow, type, style, rate, resolution, ratio, start, m_endRow}) {
        form.take(row);
        connect(row, &FormRow::changed, this, [this] {
            if (!m_isShowing) Q_EMIT changed();
        });
    }
    for (DateField *field : {m_start, m_end})
        connect(field, &DateField::dateChanged, m_endRow, [this] {
            const bool isSpan = m_start->date() && m_end->date() && *m_start->date() <= *m_end->date();
            m_endRow->setHint(
                isSpan ? tr("%n workday(s)", nullptr, workdays(*m_start->date(), *m_end->date())) : QString());
            m_endRow->touched();
            if (m_endRow->fault()) m_endRow->check();
        });
    connect(m_codeRow, &FormRow::mendChosen, m_code, &QLineEdit::setText);
}

void ProductionBasics::check()
{
    m_nameRow->setCheck([this]() -> std::optional<FieldFault> {
        const QString name = m_name->text().trimmed();
        if (name.isEmpty()) return error(tr("Give it a name."));
        for (const DirectoryProduction &production : m_directory.productions())
            if (production.id != m_ownId && production.name.compare(name, Qt::CaseInsensitive) == 0)
                return error(tr("There is a production of this name."));
        return std::nullopt;
    });
    m_codeRow->setCheck([this]() -> std::optional<FieldFault> {
        const DirectoryProduction *other = productionWithCode(m_code->text(), m_directory);
        if (other && other->id != m_ownId) return error(tr("Taken by %1. Free:").arg(other->name), codesToOffer());
        return std::nullopt;
    });
    m_endRow->setCheck([this]() -> std::optional<FieldFault> {
        if (m_start->isUnreadable() || m_end->isUnreadable()) return error(tr("This is no day."));
        if (m_start->date() && m_end->date() && *m_end->date() < *m_start->date())
            return error(tr("Delivery is before the start."));
        return std::nullopt;
    });
}

void ProductionBasics::setPicture(const QPixmap &picture)
{
    m_picture->setPicture(picture);
}

void ProductionBasics::setForExisting()
{
    m_copyRow->setVisible(false);
}

QStringList ProductionBasics::codesToOffer() const
{
    return freeCodes(m_name->text(), m_directory);
}

void ProductionBasics::show(const ProductionDraft &draft)
{
    m_isShowing = true;
    if (draft.picture != m_picture->file()) m_picture->setFile(draft.picture);
    m_name->setText(draft.name);
    m_code->setText(draft.code);
    m_copy->setChosen(draft.copiedFromId.isEmpty() ? QStringList{} : QStringList{draft.copiedFromId});
    m_type->setCurrent(std::max(0, indexOf(productionTypes(), draft.type)));
    choose(m_style, draft.style, draft.style);
    if (!m_rates.contains(draft.framesPerSecond)) {
        m_rates << draft.framesPerSecond;
        m_rate->add(draft.framesPerSecond);
    }
    m_rate->setCurrent(static_cast<int>(m_rates.indexOf(draft.framesPerSecond)));
    choose(m_resolution, draft.resolution, withCross(draft.resolution));
    choose(m_ratio, draft.ratio, draft.ratio);
    m_start->setDate(draft.start);
    m_end->setDate(draft.end);
    m_isShowing = false;
}

void ProductionBasics::write(ProductionDraft &draft) const
{
    draft.picture = m_picture->file();
    draft.name = m_name->text();
    draft.code = m_code->text();
    draft.type = productionTypes()[std::max(0, m_type->current())].value;
    draft.style = m_style->currentData().toString();
    draft.framesPerSecond = m_rates[std::max(0, m_rate->current())];
    draft.resolution = m_resolution->currentData().toString();
    draft.ratio = m_ratio->currentData().toString();
    draft.start = m_start->date();
    draft.end = m_end->date();
}

void ProductionBasics::refuse(const QString &why)
{
    m_nameRow->refuse({FieldFault::Kind::Error, why, {}});
    m_name->setFocus();
}

} // namespace callboard::ui
