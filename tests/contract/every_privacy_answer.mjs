// SPDX-License-Identifier: GPL-3.0-or-later
//
// What docs/api/README.md says about hashes, chains and signatures, done here by another hand: policies, the chain of consents, and an
// archive from the request to the last signature.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { closed, files, read } from './descriptions.mjs';
import { recordsOf } from './every_mutation.mjs';

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const patienceMilliseconds = 30_000;

/** Compact JSON with the members of each object sorted by name. */
function compact(value) {
    const sorted = (node) => {
        if (Array.isArray(node))
            return node.map(sorted);
        if (node === null || typeof node !== 'object')
            return node;
        return Object.fromEntries(Object.keys(node).sort().map((name) => [name, sorted(node[name])]));
    };
    return JSON.stringify(sorted(value));
}

async function policies(asking) {
    const { ask, expect, tokens } = asking;
    const { body } = await ask('listPolicies', { token: null, status: 200 });
    expect('there are policies', body.policies.length > 0, true);
    const dates = body.policies.map(({ date }) => date);
    expect('newest first', dates.join(' '), [...dates].sort().reverse().join(' '));
    for (const { id, sections, hash } of body.policies)
        expect(`the hash of policy ${id}`, hash, sha256(compact(sections)));
    const records = await recordsOf(asking, tokens.trainer, 'PolicyVersion');
    for (const policy of body.policies)
        expect(`policy ${policy.id} in the feed`, compact(records.get(`PolicyVersion ${policy.id}`)?.object ?? null), compact(policy));
}

async function consents(asking) {
    const { expect, tokens } = asking;
    const records = await recordsOf(asking, tokens.trainer, 'ConsentRecord');
    const chain = new Map([...records.values()].map(({ object }) => [object.previousHash, object]));
    let previous = '0'.repeat(64);
    for (let link = chain.get(previous); link; link = chain.get(previous)) {
        chain.delete(previous);
        const { hash, createdAt, updatedAt, ...rest } = link;
        expect(`the hash of consent ${link.id}`, hash, sha256(compact(rest)));
        expect(`the times of consent ${link.id}`, Boolean(createdAt && updatedAt), true);
        previous = hash;
    }
    expect('there are consents', records.size > 1, true);
    expect('consents beside the chain', [...chain.values()].map(({ id }) => id).join(' '), '');
}

/** The members of a ZIP file by name, from its central directory. */
function unzip(bytes) {
    const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
    const members = new Map();
    let at = bytes.readUInt32LE(end + 16);
    for (let left = bytes.readUInt16LE(end + 10); left > 0; --left) {
        const [method, size, nameLength, extraLength, commentLength, local] = [
            bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30),
            bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42),
        ];
        const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
        const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
        const packed = bytes.subarray(begin, begin + size);
        members.set(name, method === 0 ? packed : inflateRawSync(packed));
        at += 46 + nameLength + extraLength + commentLength;
    }
    return members;
}

async function archive(asking) {
    const { api, ask, expect, tokens } = asking;
    const until = Date.now() + patienceMilliseconds;
    let answered = null;
    while (!answered && Date.now() < until) {
        const requests = await recordsOf(asking, tokens.trainer, 'DataRequest');
        answered = [...requests.values()].map(({ object }) => object)
            .find(({ exercise, mutationId, archive: made }) => exercise === 'access' && mutationId && made);
        if (!answered)
            await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect('the copy that was asked for', answered?.status, 'fulfilled');
    if (!answered)
        return;
    const { sha256: hash, byteCount, keyId, signature } = answered.archive;
    const { bytes, status } = await ask('getBlob', { path: { sha256: hash }, past: true, status: 200 });
    if (status !== 200)
        return;
    expect('its length', bytes.length, byteCount);
    expect('its hash', sha256(bytes), hash);
    const { keys } = (await ask('listKeys', { token: null, status: 200 })).body;
    const { publicKey } = keys.find((key) => key.keyId === keyId) ?? {};
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
    const members = unzip(bytes);
    const manifest = members.get('manifest.json');
    expect('the signature', verify(null, manifest, key, Buffer.from(signature, 'base64url')), true);
    expect('a changed manifest', verify(null, Buffer.concat([manifest, Buffer.from(' ')]), key, Buffer.from(signature, 'base64url')), false);
    const told = JSON.parse(manifest.toString('utf8'));
    const ajv = new Ajv.default({ strict: false, allErrors: true, validateSchema: false });
    addFormats.default(ajv);
    for (const file of ['public', 'trainer'])
        ajv.addSchema(closed(read(api, file)), `https://descriptions.invalid/${files[file]}`);
    const fits = ajv.compile({ $ref: `https://descriptions.invalid/${files.trainer}#/components/schemas/ArchiveManifest` });
    expect('the manifest', fits(told) ? '' : ajv.errorsText(fits.errors), '');
    const listed = told.members;
    for (const { path, sha256: member } of listed)
        expect(`the member ${path}`, members.has(path) && sha256(members.get(path)), member);
    const beside = [...members.keys()].filter((name) => !listed.some(({ path }) => path === name)).sort();
    expect('members that nobody signed', beside.join(' '), 'manifest.json manifest.sig');
}

export async function everyPrivacyAnswer(asking) {
    for (const part of [policies, consents, archive])
        await part(asking);
}
