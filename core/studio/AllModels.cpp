// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/studio/AllModels.h"

#include "core/domain/breakdown/BreakdownModels.h"
#include "core/domain/context/ContextModels.h"
#include "core/domain/entities/EntityModels.h"
#include "core/domain/files/FileModels.h"
#include "core/domain/news/NewsModels.h"
#include "core/domain/people/PeopleModels.h"
#include "core/domain/production/ProductionModels.h"
#include "core/domain/review/ReviewModels.h"
#include "core/domain/schedule/ScheduleModels.h"
#include "core/domain/talk/TalkModels.h"
#include "core/domain/tasks/TaskModels.h"

namespace callboard {

std::shared_ptr<const records::Models> makeModels()
{
    return std::make_shared<const records::Models>(std::vector{people::peopleModels(), entities::entityModels(),
        production::productionModels(), breakdown::breakdownModels(), tasks::taskModels(), files::fileModels(),
        review::reviewModels(), schedule::scheduleModels(), talk::talkModels(), context::contextModels(),
        news::newsModels()});
}

} // namespace callboard
