// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/SaveFilterSheet.h"

#include "ui/parts/Form.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>

namespace callboard::ui {

namespace {

constexpr QSize wanted{480, 260};

} // namespace

SaveFilterSheet::SaveFilterSheet(const SavedFilter &filter, bool mayShare, QWidget *anyInWindow)
    : FormSheet(filter.id.isEmpty() ? tr("Save this search") : tr("Change this search"), anyInWindow)
    , m_filter(filter)
    , m_name(new QLineEdit(filter.name))
    , m_shared(new QCheckBox(tr("Share with the team")))
    , m_save(new QPushButton(tr("Save")))
{
    setSubtitle(filter.text);
    auto *form = new Form;
    FormRow *name = form->add(tr("Name"), m_name);
    name->setCheck([this]() -> std::optional<FieldFault> {
        if (!m_name->text().trimmed().isEmpty()) return std::nullopt;
        return FieldFault{FieldFault::Kind::Error, tr("Give it a name."), {}};
    });
    m_shared->setChecked(filter.isShared);
    m_shared->setVisible(mayShare);
    form->addWidget(m_shared);
    build(form, *form, m_save);
    setWanted(wanted);
    connect(m_name, &QLineEdit::returnPressed, m_save, &QPushButton::click);
}

void SaveFilterSheet::act()
{
    m_filter.name = m_name->text().trimmed();
    m_filter.isShared = m_shared->isChecked();
    Q_EMIT chosen(m_filter);
    close();
}

} // namespace callboard::ui
