// SPDX-License-Identifier: GPL-3.0-or-later
//
// live_frames.mjs SANDBOX API: follows the sandbox's live channel and holds every frame against the AsyncAPI description, down to members
// that nobody described; tries the refusals and the close codes it names.
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import WebSocket from 'ws';
import { closed, files, read } from './descriptions.mjs';
import { sandboxAlone } from './prism_proxy.mjs';

const [sandbox, api] = process.argv.slice(2);
const base = 'https://descriptions.invalid/';
const ajv = new Ajv.default({ strict: false, allErrors: true, validateSchema: false });
addFormats.default(ajv);
for (const key of Object.keys(files))
    ajv.addSchema(closed(read(api, key)), base + files[key]);
const described = read(api, 'live');
const validators = Object.fromEntries(Object.keys(described.components.messages).map(
    (kind) => [kind, ajv.compile({ $ref: `${base}${files.live}#/components/messages/${kind}/payload` })]));
const { protocol } = read(api, 'trainer').components.schemas.Capabilities.properties.live.properties;

const data = mkdtempSync(join(tmpdir(), 'opentrain-contract-'));
const running = await sandboxAlone({ sandbox, args: ['--data', data, '--control', '--speed', '0'] });
const token = readFileSync(join(data, 'trainer.token'), 'utf8').trim();
const address = running.ready.url.replace('http', 'ws') + described.channels.live.address;
const problems = [];
const kinds = new Map();
const patience = 20_000;

function expect(what, is, should) {
    if (is !== should)
        problems.push(`${what}: ${JSON.stringify(is)} where ${JSON.stringify(should)} was expected`);
}

function check(text) {
    const frame = JSON.parse(text);
    kinds.set(frame.kind, (kinds.get(frame.kind) ?? 0) + 1);
    const valid = validators[frame.kind];
    if (!valid)
        problems.push(`a frame of the kind ${frame.kind}, which nobody described`);
    else if (!valid(frame))
        problems.push(`${frame.kind}: ${ajv.errorsText(valid.errors)}`);
    if (Buffer.byteLength(text) > 64 * 1024)
        problems.push(`a frame of ${Buffer.byteLength(text)} bytes`);
    return frame;
}

async function control(command) {
    const answer = await fetch(`${running.ready.url}/control`, { method: 'POST', body: JSON.stringify(command) });
    expect(`control ${command.command}`, answer.status, 200);
    return answer.json();
}

/** A channel: next(kind) gives the next frame of that kind, closing the code it ends with. */
function open({ bearer = token, subprotocol = protocol.const } = {}) {
    const socket = new WebSocket(address, subprotocol, { headers: { Authorization: `Bearer ${bearer}` } });
    const frames = [];
    let wake = () => {};
    const within = (what, promise) => Promise.race([promise,
        new Promise((_, reject) => setTimeout(() => reject(new Error(`${what} did not come`)), patience).unref())]);
    socket.on('message', (bytes) => {
        frames.push(check(bytes.toString('utf8')));
        wake();
    });
    socket.on('error', () => {});
    return {
        socket,
        refusal: () => within('a refusal', new Promise((resolve) => socket.on('unexpected-response', (_, answer) => {
            const body = [];
            answer.on('data', (part) => body.push(part));
            answer.on('end', () => resolve({ status: answer.statusCode, body: JSON.parse(Buffer.concat(body)) }));
        }))),
        closing: () => within('the end', new Promise((resolve) => socket.on('close', resolve))),
        next: (kind) => within(kind, (async () => {
            for (;;) {
                const at = frames.findIndex((frame) => frame.kind === kind);
                if (at >= 0)
                    return frames.splice(at, 1)[0];
                await new Promise((resolve) => { wake = resolve; });
            }
        })()),
    };
}

/** Asks for a copy of the account's data, and shows who asks where that is wanted. */
async function askForCopy() {
    const mutate = async (mutation) => {
        const answer = await fetch(`${running.ready.url}/api/trainer/v1/mutations`, {
            method: 'POST',
            headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
            body: JSON.stringify({ mutations: [{ type: 'DataRequest', baseVersion: null, ...mutation }] }),
        });
        const { results: [result] } = await answer.json();
        expect(`DataRequest.${mutation.op}`, result.outcome, 'applied');
        return result.change?.object;
    };
    const request = await mutate({
        mutationId: '019a9f3c-5e10-7c4e-9b7a-2f6f0b1d8f01',
        op: 'create',
        id: '019a9f3c-5e10-7c4e-9b7a-2f6f0b1d8f02',
        args: {
            exercise: 'access',
            regime: 'gdpr',
            relationship: 'trainer',
            scope: { categories: [], fields: [], purpose: null, text: null },
        },
    });
    if (['NEEDED', 'PENDING'].includes(request?.identity)) {
        const code = readFileSync(join(data, 'identity-code'), 'utf8').trim();
        const args = { method: 'code', code };
        await mutate({ mutationId: '019a9f3c-5e10-7c4e-9b7a-2f6f0b1d8f03', op: 'verifyIdentity', id: request.id, args });
    }
}

async function frames() {
    const channel = open();
    const hello = await channel.next('hello');
    expect('the subprotocol', channel.socket.protocol, protocol.const);
    const written = await control({ command: 'employerMessage', conversationId: 'cv_1', text: 'Are you there?' });
    const first = await channel.next('changes');
    expect('the first frame follows the hello', first.prevCursor, hello.cursor);
    expect('it holds the message', first.changes.some(({ id }) => id === written.messageId), true);
    // Others' records are left out, the frame is not: the cursors stay contiguous.
    await control({ command: 'employerMessage', account: 'vendor', text: 'For the agency.' });
    const second = await channel.next('changes');
    expect('the second frame follows the first', second.prevCursor, first.cursor);
    expect('nothing of the vendor', second.changes.length, 0);
    await control({ command: 'removeRecord', type: 'Message', id: written.messageId });
    const removal = (await channel.next('changes')).changes.find(({ op }) => op === 'remove');
    expect('the removal', removal?.id, written.messageId);
    for (const act of ['postJob', 'advancePayout', 'useBudget', 'publishInstructions']) {
        await control({ command: 'act', act });
        await channel.next('changes');
    }
    await control({ command: 'typing', conversationId: 'cv_1' });
    await channel.next('typing');
    for (const state of ['online', 'offline']) {
        await control({ command: 'presence', conversationId: 'cv_1', state });
        expect('the state', (await channel.next('presence')).state, state);
    }
    await askForCopy();
    const progress = await channel.next('progress');
    expect('no more is done than there is', progress.done <= progress.total || progress.total === 0, true);
    // A record larger than a frame is told of by a frame without it.
    const large = { markdown: 'A long rule. '.repeat(6_000) };
    const { cursor } = await control({ command: 'upsertRecord', type: 'InstructionPage', id: 'ip_30', object: large });
    expect('the cursor of the pull', (await channel.next('pull')).cursor, cursor);
    for (const { payload } of described.components.messages.ping.examples) {
        channel.socket.send(JSON.stringify(payload));
        expect('the pong', (await channel.next('pong')).sentAt, payload.sentAt);
    }
    // The server's own ping comes after pingSeconds; what it looks like is the same message.
    channel.socket.send(JSON.stringify({ kind: 'nothing anybody knows' }));
    channel.socket.send('no JSON');
    channel.socket.send(JSON.stringify({ kind: 'ping', sentAt: hello.serverTime }));
    await channel.next('pong');
    channel.socket.close();
}

async function refusals() {
    const stranger = await open({ bearer: 'ot_pat_nobody_nothing' }).refusal();
    expect('without a valid token', stranger.status, 401);
    expect('its code', stranger.body.code, 'UNAUTHORIZED');
    const mute = await open({ subprotocol: 'something.else' }).refusal();
    expect('without the subprotocol', mute.status, 400);
    expect('its code', mute.body.code, 'BAD_REQUEST');
}

async function closeCodes() {
    const channels = [];
    for (let i = 0; i < 8; ++i) {
        channels.push(open());
        await channels.at(-1).next('hello');
    }
    expect('the ninth channel', await open().closing(), 4429);
    for (const channel of channels.splice(1))
        channel.socket.terminate();
    const talker = open({ bearer: (await control({ command: 'issueToken', account: 'vendor' })).token });
    await talker.next('hello');
    const tooLarge = talker.closing();
    talker.socket.send('x'.repeat(64 * 1024 + 1));
    expect('after a frame that is too large', await tooLarge, 1009);
    const revoked = channels[0].closing();
    await control({ command: 'revokeToken' });
    expect('after the token was revoked', await revoked, 4401);
    await control({ command: 'restoreToken' });
    const last = open();
    await last.next('hello');
    const goingAway = last.closing();
    const stopped = running.stop();
    expect('when the server goes down', await goingAway, 1001);
    await stopped;
}

try {
    for (const part of [frames, refusals, closeCodes])
        await part();
} catch (error) {
    problems.push(error.stack);
} finally {
    await running.stop();
    rmSync(data, { recursive: true, force: true });
}
// A ping of the server's own would take half a minute; the client's is the same message.
for (const kind of Object.keys(validators).filter((kind) => kind !== 'ping' && !kinds.has(kind)))
    problems.push(`no ${kind} was heard`);
console.log([...kinds].map(([kind, count]) => `${kind} ${count}`).join(', '));
console.log(`${problems.length} problems`);
for (const problem of problems)
    console.log(problem);
process.exit(problems.length > 0 ? 1 : 0);
