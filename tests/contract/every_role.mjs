// SPDX-License-Identifier: GPL-3.0-or-later
//
// What `capabilities` offers to each role is what the description says of it, neither more nor less; and the feed holds nothing else.
import { isFor, mutationsOf, read } from './descriptions.mjs';
import { recordsOf } from './every_mutation.mjs';

const accounts = { trainer: null, vendor: 'OWNER', 'vendor-bids': 'BID_MANAGER', 'vendor-finance': 'FINANCE', 'vendor-member': 'MEMBER' };

export async function everyRole(asking) {
    const { api, ask, expect, tokens } = asking;
    const { schemas } = read(api, 'trainer').components;
    const types = schemas.RecordType['x-extensible-enum'];
    expect('the accounts', Object.keys(tokens).sort().join(' '), Object.keys(accounts).sort().join(' '));
    const seen = new Set();
    for (const [account, role] of Object.entries(accounts)) {
        const token = tokens[account];
        if (!token)
            continue; // said above
        const { body } = await ask('getCapabilities', { token, status: 200 });
        const offered = Object.entries(body.operations).flatMap(([type, ops]) => ops.map((op) => `${type}.${op}`)).sort();
        const described = mutationsOf(api).filter(({ schema }) => isFor(schema, role)).map(({ name }) => name).sort();
        expect(`${account}: offered and not described`, offered.filter((name) => !described.includes(name)).join(' '), '');
        expect(`${account}: described and not offered`, described.filter((name) => !offered.includes(name)).join(' '), '');
        const visible = types.filter((type) => isFor(schemas[type], role));
        expect(`${account}: the record types`, [...body.recordTypes].sort().join(' '), [...visible].sort().join(' '));
        const held = new Set([...await recordsOf(asking, token)].map(([, { type }]) => type));
        expect(`${account}: in the feed without being announced`, [...held].filter((type) => !visible.includes(type)).join(' '), '');
        held.forEach((type) => seen.add(type));
    }
    // A type that nobody has a record of would pass all of this unseen.
    expect('types without a single record', types.filter((type) => !seen.has(type)).join(' '), '');
    const few = await ask('getCapabilities', { token: (await asking.control({ command: 'issueToken', scopes: [] })).token, status: 200 });
    expect('operations without a scope', JSON.stringify(few.body.operations), '{}');
}
