// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/store/store_writer.h"

namespace ot::sandbox {

/// Does what a request that is granted asks for, and gives the answer in words: a correction sets values,
/// opt-outs, objections and restrictions set choices, questions get a text.
QString applyEffects(Store& store, StoreWriter& writer, const QString& account, const QJsonObject& request);

} // namespace ot::sandbox
