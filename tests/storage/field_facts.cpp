// SPDX-License-Identifier: GPL-3.0-or-later
//
// Compiled three ways by the build's tests: with facts it must compile, without facts or without a purpose it
// must not.
#include "storage/records/field.h"

namespace ot::storage {

struct Probe : RecordBase {
    QString name;

    static consteval auto fields()
    {
#if defined(VARIANT_WITH_FACTS)
        return std::make_tuple(field("name", &Probe::name, facts::kPrivateAccount));
#elif defined(VARIANT_WITHOUT_FACTS)
        return std::make_tuple(field("name", &Probe::name));
#else
        return std::make_tuple(field("name", &Probe::name,
            PrivacyFacts(DataCategory::Support, DataSource::GivenByYou, Flags<Purpose>(),
                LegalBasis::Contract, Recipient::Nobody, Retention::WhileAccountExists,
                Controller::Platform)));
#endif
    }
};

static constexpr auto kFields = Probe::fields();

} // namespace ot::storage
