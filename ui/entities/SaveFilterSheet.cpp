// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/SaveFilterSheet.h"

#include "ui/parts/Form.h"
#include "ui/theme/Controls.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace callboard::ui {

namespace {

constexpr QSize wanted{480, 260};

} // namespace

SaveFilterSheet::SaveFilterSheet(const SavedFilter &filter, bool mayShare, QWidget *anyInWindow)
    : Sheet(filter.id.isEmpty() ? tr("Save this search") : tr("Change this search"), anyInWindow)
    , m_filter(filter)
    , m_form(new Form)
    , m_name(new QLineEdit(filter.name))
    , m_shared(new QCheckBox(tr("Share with the team")))
    , m_save(new QPushButton(tr("Save")))
{
    setSubtitle(filter.text);
    FormRow *name = m_form->add(tr("Name"), m_name);
    name->setCheck([this]() -> std::optional<FieldFault> {
        if (!m_name->text().trimmed().isEmpty()) return std::nullopt;
        return FieldFault{FieldFault::Kind::Error, tr("Give it a name."), {}};
    });
    m_shared->setChecked(filter.isShared);
    m_shared->setVisible(mayShare);
    m_form->addWidget(m_shared);
    setButtonRole(m_save, ButtonRole::Primary);
    m_form->setAction(m_save);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(20, 16, 20, 16);
    column->addWidget(m_form);
    column->addStretch(1);
    setContent(content);
    auto *foot = new FormFoot(m_form);
    foot->addAction(m_save);
    setFoot(foot);
    setWanted(wanted);
    connect(m_save, &QPushButton::clicked, this, &SaveFilterSheet::take);
    connect(m_name, &QLineEdit::returnPressed, this, &SaveFilterSheet::take);
    connect(this, &Sheet::closed, this, [this] { parentWidget()->deleteLater(); });
}

void SaveFilterSheet::take()
{
    if (!m_form->check()) return;
    m_filter.name = m_name->text().trimmed();
    m_filter.isShared = m_shared->isChecked();
    Q_EMIT chosen(m_filter);
    close();
}

} // namespace callboard::ui
