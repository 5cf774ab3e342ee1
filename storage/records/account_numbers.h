// SPDX-License-Identifier: GPL-3.0-or-later
//
// Finds whole account, card and tax numbers in records that should carry their last four characters at most,
// so that none enters the store (policy 3.1 D). Pure functions; any thread.
#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>

namespace ot::storage {

// Whether the text holds a card's number (13 to 19 digits with a Luhn check digit, blanks or hyphens between
// them) or an IBAN (ISO 13616, with its check digits). A number that stands in a longer word is none.
[[nodiscard]] bool holdsAccountNumber(const QString& text);

// The path of the first member, at any depth, that holds such a number, or that is called after one
// ("accountNumber", "iban", "taxId") and holds more than four digits. Members that are ids are not looked at.
[[nodiscard]] std::optional<QString> placeOfAccountNumber(const QJsonObject& object);

} // namespace ot::storage
