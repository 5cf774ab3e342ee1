// SPDX-License-Identifier: GPL-3.0-or-later
//
// What an account may do with requests about its data. Each is one operation of privacyOperations().
#pragma once

#include "sandbox/mutations/operation.h"

namespace ot::sandbox {

OperationResult createRequest(const OperationCall& call);
OperationResult verifyIdentity(const OperationCall& call);
/// Takes a request back; until a deletion is carried out this undoes it.
OperationResult revokeRequest(const OperationCall& call);

/// The code that shows who somebody is: the sandbox's way of sending it is a file. Made when it is first
/// asked for.
[[nodiscard]] QString identityCode(Store& store);

} // namespace ot::sandbox
