// SPDX-License-Identifier: GPL-3.0-or-later
//
// check_report.mjs FILE: whether the client and the sandbox kept the contract in all that went through Prism, and whether what has to go
// through it did.
import { readFileSync } from 'node:fs';
import { violations } from './prism_proxy.mjs';

const exchanges = readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
const broken = violations(exchanges);
const seen = new Set(exchanges.map(({ request, status }) => `${request.split('?')[0]} ${status}`));
const missing = [
    'GET /api/public/v1/auth/me 200',
    'GET /api/public/v1/auth/me 401',
    'GET /api/public/v1/messages 200',
    'GET /api/trainer/v1/sync 200',
    'POST /api/trainer/v1/mutations 200',
].filter((exchange) => !seen.has(exchange));

console.log(`${exchanges.length} exchanges, ${broken.length} violations`);
console.log([...seen].sort().join('\n'));
for (const line of broken)
    console.log(`violation: ${line}`);
for (const line of missing)
    console.log(`never seen: ${line}`);
process.exit(broken.length > 0 || missing.length > 0 ? 1 : 0);
