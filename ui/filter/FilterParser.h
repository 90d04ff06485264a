// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a search. It never fails as a whole: what is wrong is told with its place and left out of the meaning.
//
//   words            sh0030 beam            all of them
//   phrase           "empty chair"
//   without          -rain  -"empty chair"  -withthumbnail
//   any of           [beam,storm]
//   status of a task anim=wip  [task type]=[wip,wfa]  animation=[-done]  animation=assigned|unassigned
//   any status       status=wip,done
//   people           assignedto=[Mia Okafor]  assignedto=[-Mia Okafor]  assignedto[Animation]=[Mia Okafor]
//   fields           type=[Props]  sequence=SQ010  [Difficulty]=[Easy,Hard]  [Checks]=[Hair:true]
//   others           department=[FX]  priority-[Animation]=3  readyfor=[Layout]  assetsready=[Animation]
//   union            … +(anim=wip sq020)
#pragma once

#include "ui/filter/FilterExpression.h"
#include "ui/filter/FilterVocabulary.h"

namespace callboard::ui {

FilterExpression parseFilter(const QString &text, const FilterVocabulary &);

} // namespace callboard::ui
