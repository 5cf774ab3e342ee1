// SPDX-License-Identifier: GPL-3.0-or-later
//
// An object library needs a source; what this one carries is the compiled translations.
