// What nearly every file of ui/ includes, compiled once.
#pragma once

#include "PrecompiledCore.h"

#include <QtGui>
#include <QtWidgets>
