// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every operation that can be sent to /mutations, by the request that its description gives: it is applied, it is applied once, and the
// typical refusals are what the description says.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mutationsOf, refusalsOf } from './descriptions.mjs';

/** The records of an account as they are now: Map of "Type id" to its change. */
export async function recordsOf({ ask }, token, types = null) {
    const records = new Map();
    let cursor = null;
    for (let more = true; more;) {
        const query = { limit: 1000, ...(cursor && { cursor }), ...(types && { types }) };
        const { body } = await ask('sync', { token, query, status: 200 });
        for (const change of body.changes) {
            if (change.op === 'upsert')
                records.set(`${change.type} ${change.id}`, change);
            else
                records.delete(`${change.type} ${change.id}`);
        }
        more = body.hasMore;
        cursor = body.nextCursor;
    }
    return records;
}

/**
 * What an example can't say beforehand, because it comes about only when it is asked for: { id } of the record it is about, and what its
 * arguments are.
 */
function preparations({ ask, control, data, tokens }, send) {
    const deletion = {
        mutationId: '019a9f3c-5e10-7c4e-9b7a-2f6f0b1dff01',
        type: 'DataRequest',
        op: 'create',
        id: '019a9f3c-5e10-7c4e-9b7a-2f6f0b1dff02',
        baseVersion: null,
        args: {
            exercise: 'deletion',
            regime: 'gdpr',
            relationship: 'trainer',
            scope: { categories: ['about_others'], fields: [], purpose: null, text: null },
            confirmedWord: 'DELETE',
        },
    };
    const session = async (fits) => [...(await recordsOf({ ask }, tokens.trainer, 'SecurityEvent')).values()]
        .find(({ object }) => fits(object));
    return {
        'DataRequest.verifyIdentity': async ({ args }) => {
            const { change } = await send('trainer', deletion);
            return { id: change?.id, args: { ...args, code: readFileSync(join(data, 'identity-code'), 'utf8').trim() } };
        },
        // The same one, while it cools off.
        'DataRequest.revoke': async () => ({ id: (await send('trainer', deletion)).change?.id }),
        'SecurityEvent.endSession': async () => {
            const { token } = await control({ command: 'issueToken', account: 'trainer' });
            await ask('getCapabilities', { token, status: 200 });
            return { id: (await session((event) => event.sessionActive && !event.isThisSession))?.id };
        },
        'SecurityEvent.endSession_this_session': async () => {
            const own = await session((event) => event.isThisSession);
            return { id: own?.id, baseVersion: own?.version };
        },
    };
}

export async function everyMutation(asking) {
    const { api, ask, expect, tokens } = asking;
    const send = async (account, mutation) => {
        const { body } = await ask('mutate', { token: tokens[account], body: { mutations: [mutation] }, status: 200 });
        return body.results[0];
    };
    const prepare = preparations(asking, send);
    const fresh = Object.fromEntries(await Promise.all(Object.entries(tokens).map(
        async ([account, token]) => [account, await recordsOf(asking, token)])));

    // What is refused is refused before the other examples have changed anything.
    for (const { name, account, mutation, result } of refusalsOf(api)) {
        const answer = await send(account, { ...mutation, ...await prepare[name]?.(mutation) });
        expect(`${name}: the outcome`, answer.outcome, 'rejected');
        expect(`${name}: the code`, answer.code, result.code);
        expect(`${name}: the reason`, answer.details?.reason, result.details.reason);
    }
    for (const { name, type, schema, request } of mutationsOf(api)) {
        if (!request) {
            expect(`${name} has an example`, false, true);
            continue;
        }
        const { account } = request;
        const mutation = { ...request.mutation, ...await prepare[name]?.(request.mutation) };
        if (mutation.baseVersion !== null) {
            // The example is true of the fresh marketplace; other examples may have changed the record since.
            if (!prepare[name])
                expect(`${name}: the version of ${mutation.id}`, mutation.baseVersion, fresh[account].get(`${type} ${mutation.id}`)?.version);
            const now = (await recordsOf(asking, tokens[account], type)).get(`${type} ${mutation.id}`);
            mutation.baseVersion = now?.version ?? mutation.baseVersion;
        }
        const answer = await send(account, mutation);
        // The very first example was sent by examplesAreAnswered() already.
        const outcome = name === 'Message.create' ? 'duplicate' : 'applied';
        expect(`${name}: the outcome (${answer.error ?? ''}${JSON.stringify(answer.details ?? {})})`, answer.outcome, outcome);
        if (!answer.change)
            continue;
        expect(`${name}: the type`, answer.change.type, schema['x-opentrain-answer'] ?? type);
        const again = await send(account, mutation);
        expect(`${name} once more`, again.outcome, 'duplicate');
        expect(`${name} once more: the change`, JSON.stringify(again.change), JSON.stringify(answer.change));
        if (mutation.baseVersion === null || answer.change.op === 'remove')
            continue;
        const mutationId = mutation.mutationId.replace(/^.{8}/, 'fedcba98');
        const stale = await send(account, { ...mutation, mutationId, baseVersion: mutation.baseVersion - 1 });
        expect(`${name} from an old version`, stale.outcome, 'conflict');
    }
}
