// SPDX-License-Identifier: GPL-3.0-or-later
//
// A record type is described once: a plain struct and `fields()`, a constexpr tuple of `Field`s. Decoding,
// encoding, schema, statement binding, search index, model roles, export and the data map are all derived
// from that tuple; there is no second list of a record's fields anywhere.
#pragma once

#include "storage/records/privacy_facts.h"
#include "storage/records/values.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <string_view>
#include <tuple>

namespace ot::storage {

// What else is to be done with a field, beyond keeping it.
enum class Trait : unsigned {
    Plain = 0,
    Required = 1U << 0U, // a record without it is refused
    Indexed = 1U << 1U, // the column has an index
    Searchable = 1U << 2U, // its text is found by full-text search
    DecimalMajor = 1U << 3U, // on the wire a decimal number of major units, as the public API publishes money
    Confidential
    = 1U << 4U, // customer content: erased on revocation, never in a log, a notice or an export by default
    LastFour
    = 1U << 5U, // the end of an account's, card's or tax number: more than four characters are refused
    InOptionalObject
    = 1U << 6U, // the object it stands in may be null as a whole, and is when all of it is empty
};

struct Traits {
    unsigned bits = 0;
    constexpr Traits() = default;
    constexpr Traits(Trait trait) // NOLINT(google-explicit-constructor): a single trait is a set of one
        : bits(static_cast<unsigned>(trait))
    {
    }
    [[nodiscard]] constexpr bool has(Trait trait) const { return (bits & static_cast<unsigned>(trait)) != 0; }
    friend constexpr Traits operator|(Traits left, Traits right)
    {
        Traits both;
        both.bits = left.bits | right.bits;
        return both;
    }
};
constexpr Traits operator|(Trait left, Trait right)
{
    return Traits(left) | Traits(right);
}

template <class Record, class Value>
struct Field {
    using RecordType = Record;
    using ValueType = Value;

    // The JSON member's path, dots between nested objects ("pay.hourlyRate"). The column has the same name
    // with '_' for '.'.
    std::string_view path;
    Value Record::*member;
    PrivacyFacts privacy;
    Traits traits;
    // Where the currency of a DecimalMajor field stands in the same object ("pay.currency"); empty for USD.
    std::string_view currencyPath;
};

template <class Record, class Value>
consteval Field<Record, Value> field(std::string_view path, Value Record::*member, PrivacyFacts privacy,
    Traits traits = {}, std::string_view currencyPath = {})
{
    return { path, member, privacy, traits, currencyPath };
}

// What stands in every record beside its own fields: the server's version of it and the members this program
// does not know, kept verbatim so that they are exported and survive a newer server.
struct RecordBase {
    QString id;
    qint64 version = 0;
    QJsonObject unknownMembers;
};

// How the records of a type are ordered and named.
struct RecordTraits {
    std::string_view name; // on the wire and in the data map: "Job"
    std::string_view table; // in the store
    std::string_view
        recencyPath; // the time that orders rows, newest last; a row keeps the place it got first
    std::string_view parentPath = {}; // the record this one belongs to ("conversationId"); empty for none
    // A record about money: refused when any of its texts, known or not, holds a whole account or card
    // number.
    bool refusesAccountNumbers = false;
    // Where the server says whether the content may still be read ("access"). While that is there and not
    // AVAILABLE, the Confidential fields are not kept.
    std::string_view accessPath = {};
};

} // namespace ot::storage
