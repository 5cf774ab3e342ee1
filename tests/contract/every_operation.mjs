// SPDX-License-Identifier: GPL-3.0-or-later
//
// every_operation.mjs SANDBOX DESCRIPTION API: asks the sandbox, through Prism, for every operation of both descriptions, with the examples
// that the descriptions give, on good days and on bad ones; signs in as the descriptions say; and shows that Prism does object where
// the contract is broken.
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { everyFile } from './every_file.mjs';
import { everyMutation } from './every_mutation.mjs';
import { everyPrivacyAnswer } from './every_privacy_answer.mjs';
import { everyRole } from './every_role.mjs';
import { firstExample, startAsking } from './asking.mjs';
import { violations } from './prism_proxy.mjs';

const [sandbox, description, api] = process.argv.slice(2);
const asking = await startAsking({ sandbox, description, api });
const { data, running, tokens, all, byId, covered, problems, expect, ask, control } = asking;

/** Every operation by its examples alone. */
async function examplesAreAnswered() {
    const otherwise = {
        openLive: 426, // it is no WebSocket that asks
        token: 400, // the code of the example is nobody's
    };
    // These need what only a sign-in gives, or an upload; signIn() and everyFile() ask them.
    const pages = ['signInPage', 'consentPage', 'decideConsent'];
    const asked = all.filter(({ id, operation }) => !pages.includes(id) && !operation.tags?.includes('Files'));
    for (const { id, operation } of asked) {
        const success = Object.keys(operation.responses).find((status) => status.startsWith('2'));
        await ask(id, { status: otherwise[id] ?? Number(success) });
    }
}

async function feed() {
    for (const token of Object.values(tokens)) {
        let cursor = null;
        let records = 0;
        for (let more = true; more;) {
            const { body } = await ask('sync', { token, query: { limit: 250, ...(cursor && { cursor }) }, status: 200 });
            more = body.hasMore;
            cursor = body.nextCursor;
            records += body.changes.length;
        }
        expect('a snapshot of hundreds of records', records > 300, true);
        await ask('sync', { token, query: { cursor }, status: 200 });
    }
    await ask('sync', { query: { cursor: 'nonsense' }, status: 400 });
    const { body } = await ask('sync', { query: { limit: 1 }, status: 200 });
    await control({ command: 'removeRecord', type: 'Milestone', id: 'ms_1_4' });
    await control({ command: 'expireCursors' });
    const gone = await ask('sync', { query: { cursor: body.nextCursor }, status: 410 });
    expect('the code of an expired cursor', gone.body.code, 'CURSOR_EXPIRED');
}

async function mutations() {
    const example = firstExample(byId.mutate.operation.requestBody.content['application/json']).mutations[0];
    const outcome = async (change) => {
        const { body } = await ask('mutate', { body: { mutations: [{ ...example, ...change }] }, status: 200 });
        return body.results[0].outcome;
    };
    const other = { mutationId: '019a9f3c-5e10-7c4e-9b7a-2f6f0b1d8c57' };
    expect('the example once more', await outcome({}), 'duplicate');
    expect('another one', await outcome(other), 'applied');
    // Where the employer has not written yet, where nobody may any more, where there is nothing, and without a word.
    const refused = [['cv_12', 'Hello'], ['cv_8', 'Hello'], ['nobody', 'Hello'], ['cv_1', ' ']];
    for (const [i, [conversationId, content]] of refused.entries()) {
        const mutationId = `019a9f3c-5e10-7c4e-9b7a-2f6f0b1d8d0${i}`;
        expect(`a message to ${conversationId}`, await outcome({ mutationId, args: { conversationId, content } }), 'rejected');
    }
    await ask('sendMessage', { body: { conversationId: 'cv_12', content: 'Hello' }, status: 403 });
    await ask('sendMessage', { body: { conversationId: 'nobody', content: 'Hello' }, status: 404 });
    await ask('sendMessage', { body: { conversationId: 'cv_1', content: ' ' }, status: 400 });
}

async function publicApi() {
    for (const token of Object.values(tokens)) {
        const { body: list } = await ask('readMessages', { token, query: { limit: 100 }, status: 200 });
        for (const { id } of list.conversations)
            for (const direction of ['older', 'newer'])
                await ask('readMessages', { token, query: { conversationId: id, direction, limit: 100 }, status: 200 });
        const { body: work } = await ask('listContracts', { token, query: {}, status: 200 });
        for (const { id } of work.contracts)
            await ask('getContract', { token, path: { id }, status: 200 });
        await ask('pendingPayments', { token, status: 200 });
        await ask('pollUpdates', { token, query: { limit: 100 }, status: 200 });
        await ask('getMe', { token, status: 200 });
    }
    await ask('readMessages', { query: { conversationId: 'nobody' }, status: 404 });
    await ask('readMessages', { query: { cursor: 'nonsense' }, status: 400 });
    await ask('getContract', { path: { id: 'nobody' }, status: 404 });
    await ask('getFreelancer', { path: { idOrSlug: 'nobody' }, status: 404 });
    let cursor = null;
    do {
        const { body } = await ask('searchJobs', { query: { limit: 100, ...(cursor && { cursor }) }, status: 200 });
        cursor = body.nextCursor;
    } while (cursor);
    const { headers } = await ask('searchJobs', { query: { limit: 2 }, status: 200 });
    await ask('searchJobs', { query: { limit: 2 }, headers: { 'If-None-Match': headers.get('etag') }, status: 304 });
    await ask('searchJobs', { query: { cursor: 'nonsense' }, status: 400 });
    await ask('jobChanges', { query: { since: '2026-11-01T00:00:00.000Z' }, status: 200 });
    await ask('getJob', { path: { id: 'nobody' }, status: 404 });
    const job = byId.getJob.operation.parameters[0].example;
    await control({ command: 'closeJob', id: job });
    const closed = await ask('getJob', { status: 404 });
    expect('a closed job', JSON.stringify(closed.body), JSON.stringify({ id: job, status: 'closed' }));
}

async function refusals() {
    const withToken = all.filter(({ operation }) => operation.security?.length > 0);
    for (const { id } of withToken.filter(({ id }) => id !== 'openLive')) {
        const { headers } = await ask(id, { token: 'ot_pat_nobody_nothing', status: 401 });
        expect(`${id} says how to sign in`, headers.get('www-authenticate')?.includes('resource_metadata='), true);
    }
    const { token } = await control({ command: 'issueToken', scopes: [] });
    for (const { id } of withToken.filter(({ path, operation }) => path.startsWith('/api/public/') && operation.responses['403']))
        await ask(id, { token, status: 403 });
    await control({ command: 'fault', kind: 'status', status: 503, retryAfter: 2, path: '/api/trainer/v1/sync' });
    const { headers, body } = await ask('sync', { status: 503 });
    expect('Retry-After', headers.get('retry-after'), '2');
    expect('the code of 503', body.code, 'UNAVAILABLE');
    await control({ command: 'fault', kind: 'status', status: 429, retryAfter: 2, path: '/api/trainer/v1/mutations' });
    await ask('mutate', { status: 429 });
    const many = Array.from({ length: 50 }, (_, i) => ({
        mutationId: `019a9f3c-5e10-7c4e-9b7a-2f6f0b1d90${i + 10}`,
        type: 'Message',
        op: 'create',
        id: 'x'.repeat(15_000),
        baseVersion: null,
        args: { conversationId: 'cv_1', content: 'x'.repeat(10_000) },
    }));
    await ask('mutate', { body: { mutations: many }, status: 413 });
}

/** The whole way of a program on the user's machine, with a browser's part played by hand. */
async function signIn() {
    const base64url = (bytes) => bytes.toString('base64url');
    const verifier = base64url(randomBytes(32));
    const redirectUri = 'http://127.0.0.1:40991/callback';
    const client = { client_id: 'opentrain-desktop' };
    const begin = {
        ...client,
        response_type: 'code',
        redirect_uri: redirectUri,
        code_challenge: base64url(createHash('sha256').update(verifier).digest()),
        code_challenge_method: 'S256',
        state: 'a state',
        scope: 'messages:read payments:read',
    };
    const page = await ask('authorize', { query: begin, status: 200 });
    const cookie = page.headers.get('set-cookie').split(';')[0];
    const request = /name="request" value="([^"]+)"/.exec(page.body)[1];
    const person = JSON.parse(readFileSync(join(data, 'sign-in.json'), 'utf8')).trainer;
    const browser = { headers: { Cookie: cookie } };
    await ask('signInPage', { ...browser, form: { request, ...person, password: 'wrong' }, status: 403 });
    await ask('signInPage', { ...browser, form: { request, ...person }, status: 303 });
    await ask('consentPage', { ...browser, query: { request }, status: 200 });
    const decided = await ask('decideConsent', { ...browser, form: { request, decision: 'allow' }, status: 303 });
    await ask('consentPage', { ...browser, query: { request }, status: 400 });
    const target = new URL(decided.headers.get('location'));
    expect('the redirect', target.origin + target.pathname, redirectUri);
    expect('the state', target.searchParams.get('state'), 'a state');
    const first = await ask('token', {
        status: 200,
        form: {
            ...client,
            grant_type: 'authorization_code',
            code: target.searchParams.get('code'),
            redirect_uri: redirectUri,
            code_verifier: verifier,
        },
    });
    await ask('getMe', { token: first.body.access_token, status: 200 });
    const refresh = { ...client, grant_type: 'refresh_token', refresh_token: first.body.refresh_token };
    const second = await ask('token', { form: refresh, status: 200 });
    await ask('getMe', { token: second.body.access_token, status: 200 });
    // The first refresh token is spent: to use it again ends the sign-in.
    await ask('token', { form: refresh, status: 400 });
    await ask('getMe', { token: second.body.access_token, status: 401 });
    await ask('token', { form: { ...refresh, client_id: 'nobody' }, status: 401 });
    await ask('revoke', { form: { token: first.body.refresh_token }, status: 200 });
    await ask('authorize', { query: { ...begin, scope: 'nothing:read' }, status: 303 });
    await ask('authorize', { query: { ...begin, redirect_uri: 'https://elsewhere.example.test/' }, status: 400 });
}

/** What breaks the contract is seen: otherwise its silence would prove nothing. */
async function theProxyObjects() {
    const broken = async (what, id, options) => {
        const before = violations(running.exchanges).length;
        await ask(id, options);
        expect(`${what} is a violation`, violations(running.exchanges).length, before + 1);
    };
    const { cursor } = await control({ command: 'upsertRecord', type: 'Payout', id: 'po_1_1', object: { amountMinor: 12.5 } });
    const behind = `c_${String(Number(cursor.slice(2)) - 1).padStart(12, '0')}`;
    await broken('half a cent', 'sync', { query: { cursor: behind } });
    await control({ command: 'upsertRecord', type: 'Payout', id: 'po_1_1', object: { amountMinor: 91200 } });
    await control({ command: 'fault', kind: 'unknownMembers', path: '/api/public/v1/auth/me' });
    await broken('a member nobody described', 'getMe', {});
    await broken('a limit of 0', 'sync', { query: { limit: 0 } });
    await broken('a mutation without an id', 'mutate', { body: { mutations: [{ type: 'Message' }] } });
    await control({ command: 'fault', kind: 'status', status: 418, path: '/api/trainer/v1/capabilities' });
    await broken('a status nobody described', 'getCapabilities', {});
}

try {
    const parts = [
        everyRole, examplesAreAnswered, everyMutation, everyFile, everyPrivacyAnswer, mutations, publicApi, feed, refusals, signIn,
    ];
    for (const part of parts) {
        const begun = Date.now();
        await part(asking);
        console.log(`${part.name}: ${Date.now() - begun} ms`);
    }
    problems.push(...violations(running.exchanges).map((violation) => `violation: ${violation}`));
    await theProxyObjects();
} catch (error) {
    problems.push(error.stack, ...violations(running.exchanges));
} finally {
    await asking.stop();
}
for (const { id } of all)
    console.log(`${id}: ${[...(covered.get(id) ?? ['never asked'])].join(' ')}`);
problems.push(...all.filter(({ id }) => !covered.has(id)).map(({ id }) => `${id} was never asked`));
console.log(`${running.exchanges.length} exchanges, ${problems.length} problems`);
for (const problem of problems)
    console.log(problem);
process.exit(problems.length > 0 ? 1 : 0);
