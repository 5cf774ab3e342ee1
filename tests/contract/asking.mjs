// SPDX-License-Identifier: GPL-3.0-or-later
//
// A sandbox behind Prism, and a way to ask it for any operation by the examples of its description. Keeps what was asked and what was not
// as it should be.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operations } from './descriptions.mjs';
import { sandboxBehindPrism } from './prism_proxy.mjs';

/** The first example of a media type. */
export function firstExample(holder) {
    return holder && ('example' in holder ? holder.example : Object.values(holder.examples ?? {})[0]?.value);
}

/** Starts both; the examples are of the marketplace that this seed gives at this time. */
export async function startAsking({ sandbox, description, api }) {
    const data = mkdtempSync(join(tmpdir(), 'opentrain-contract-'));
    const args = ['--data', data, '--control', '--speed', '0', '--seed', '1', '--now', '2026-11-20T09:15:00.000Z'];
    const running = await sandboxBehindPrism({ sandbox, args, description });
    const { accounts } = JSON.parse(readFileSync(join(data, 'tokens.json'), 'utf8'));
    const tokens = Object.fromEntries(Object.entries(accounts).map(([key, { token }]) => [key, token]));
    const all = operations(api);
    const byId = Object.fromEntries(all.map((operation) => [operation.id, operation]));
    const covered = new Map();
    const problems = [];

    const expect = (what, is, should) => {
        if (is !== should)
            problems.push(`${what}: ${JSON.stringify(is)} where ${JSON.stringify(should)} was expected`);
    };

    /** What is sent as the body, and as what. */
    const bodyOf = ({ requestBody }, { body, form, bytes }) => {
        const content = requestBody?.content ?? {};
        const json = body ?? firstExample(content['application/json']);
        if (json)
            return { text: JSON.stringify(json), type: 'application/json' };
        const fields = form ?? firstExample(content['application/x-www-form-urlencoded']);
        if (fields)
            return { text: new URLSearchParams(fields) };
        const piece = 'application/offset+octet-stream';
        return piece in content ? { text: bytes ?? firstExample(content[piece]), type: piece } : {};
    };

    /**
     * One request of an operation, by its examples but for what is given instead. With `past` it goes past Prism, which can carry text
     * only; a header that is null is left out.
     */
    const ask = async (id, { path = {}, query = null, token = tokens.trainer, headers = {}, status, past = false, ...rest } = {}) => {
        const { method, path: template, operation } = byId[id];
        const parameters = operation.parameters ?? [];
        const examples = (kind) => parameters.filter((parameter) => parameter.in === kind && 'example' in parameter)
            .map(({ name, example }) => [name, String(example)]);
        const asked = new URLSearchParams(query ?? examples('query'));
        const filled = template.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(
            path[name] ?? parameters.find((parameter) => parameter.name === name).example));
        const sent = { ...Object.fromEntries(examples('header')), ...headers };
        for (const name of Object.keys(sent).filter((name) => sent[name] === null))
            delete sent[name];
        if (token && operation.security?.length !== 0)
            sent.Authorization = `Bearer ${token}`;
        const { text, type } = bodyOf(operation, rest);
        if (type)
            sent['Content-Type'] ??= type;
        const base = past ? running.ready.url : running.url;
        const answer = await fetch(`${base}${filled}${asked.size > 0 ? `?${asked}` : ''}`, {
            method,
            headers: sent,
            body: text,
            redirect: 'manual',
        });
        const bytes = Buffer.from(await answer.arrayBuffer());
        covered.set(id, (covered.get(id) ?? new Set()).add(answer.status));
        if (status)
            expect(`${id} ${filled}?${asked}`, answer.status, status);
        const isJson = (answer.headers.get('content-type') ?? '').includes('json');
        const said = bytes.toString('utf8');
        return { status: answer.status, headers: answer.headers, bytes, body: isJson && said ? JSON.parse(said) : said };
    };

    const control = async (command) => {
        const answer = await fetch(`${running.url}/control`, { method: 'POST', body: JSON.stringify(command) });
        expect(`control ${command.command}`, answer.status, 200);
        return answer.json();
    };

    const stop = async () => {
        await running.stop();
        rmSync(data, { recursive: true, force: true });
    };
    return { api, data, running, tokens, all, byId, covered, problems, expect, ask, control, stop };
}
