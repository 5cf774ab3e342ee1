// SPDX-License-Identifier: GPL-3.0-or-later
//
// join_descriptions.mjs DIRECTORY FILE: both interfaces as one closed OpenAPI document, for Prism.
import { writeFileSync } from 'node:fs';
import { joined } from './descriptions.mjs';

const [directory, file] = process.argv.slice(2);
writeFileSync(file, JSON.stringify(joined(directory)));
