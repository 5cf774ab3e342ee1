// SPDX-License-Identifier: GPL-3.0-or-later
//
// Records that stand in the texts member by member: a card's title is the record's id, its keys are the
// record's members, and a list says what each of them is.
#pragma once

#include "sandbox/seed/world.h"

namespace ot::sandbox {

enum class CardKind {
    Text,
    TextOrNull,
    Whole, // a whole number, 0 without a line
    WholeOrNull,
    NumberOrNull,
    Flag, // true when there is a line
    Time, // an age; null without a line
    List, // texts with commas between
    Json, // as it stands; null without a line
};

struct CardMember {
    const char* name;
    CardKind kind;
};

/// The record's object with its id, `createdAt` (the key "created") and `updatedAt` ("updated", or the same).
[[nodiscard]] QJsonObject objectFrom(
    const AccountWriter& writer, const NoteCard& card, const std::vector<CardMember>& members);

/// The object of a record that was added before; one that is not there is a mistake in our own texts.
[[nodiscard]] const QJsonObject& addedBefore(
    const std::vector<SeedRecord>& records, const char* type, const QString& id);

} // namespace ot::sandbox
