// SPDX-License-Identifier: GPL-3.0-or-later
//
// Uploads and blobs: by the examples, after a lost connection, by the wrong account, with the wrong content; small texts through
// Prism, bytes past it.
import { createHash, randomBytes } from 'node:crypto';
import { read } from './descriptions.mjs';

const sha256 = (bytes, encoding = 'hex') => createHash('sha256').update(bytes).digest(encoding);
const base64 = (text) => Buffer.from(text).toString('base64');

function announced(content, { hash = sha256(content), name = 'note.txt', type = 'text/plain' } = {}) {
    return {
        'Upload-Length': String(content.length),
        'Upload-Metadata': `filename ${base64(name)},filetype ${base64(type)},sha256 ${base64(hash)}`,
    };
}

/** Uploads and gives the id of the upload. */
async function begin({ ask }, content, options = {}) {
    const { headers } = await ask('createUpload', { headers: announced(content, options), status: 201, ...options });
    return headers.get('location')?.split('/').at(-1);
}

async function byTheExamples({ ask, expect, tokens }) {
    const content = 'OpenTrain';
    await ask('getBlob', { status: 404 });
    await ask('headBlob', { status: 404 });
    await ask('uploadOptions', { status: 204 });
    const { headers } = await ask('createUpload', { status: 201 });
    const path = { id: headers.get('location').split('/').at(-1) };
    const started = await ask('headUpload', { path, status: 200 });
    expect('where an upload begins', started.headers.get('upload-offset'), '0');
    await ask('headUpload', { path, token: tokens.vendor, status: 404 });
    await ask('patchUpload', { path, headers: { 'Upload-Offset': '3' }, status: 409 });
    const wrong = `sha256 ${sha256('something else', 'base64')}`;
    await ask('patchUpload', { path, headers: { 'Upload-Checksum': wrong }, status: 460 });
    // The connection is lost after four bytes; the upload goes on from there.
    await ask('patchUpload', { path, bytes: content.slice(0, 4), status: 204 });
    const lost = await ask('headUpload', { path, status: 200 });
    expect('where it goes on', lost.headers.get('upload-offset'), '4');
    const right = `sha256 ${sha256(content.slice(4), 'base64')}`;
    const whole = await ask('patchUpload', {
        path, bytes: content.slice(4), headers: { 'Upload-Offset': '4', 'Upload-Checksum': right }, status: 204,
    });
    expect('where it ends', whole.headers.get('upload-offset'), String(content.length));
    const blob = await ask('getBlob', { status: 200 });
    expect('the content', blob.body, content);
    expect('its tag', blob.headers.get('etag'), `"${sha256(content)}"`);
    await ask('headBlob', { status: 200 });
    const rest = await ask('getBlob', { headers: { Range: 'bytes=4-' }, status: 206 });
    expect('the range', rest.body, 'Train');
    expect('which range', rest.headers.get('content-range'), 'bytes 4-8/9');
    const last = await ask('getBlob', { headers: { Range: 'bytes=-2', 'If-Range': `"${sha256(content)}"` }, status: 206 });
    expect('the end', last.body, 'in');
    await ask('getBlob', { headers: { Range: 'bytes=4-', 'If-Range': `"${sha256('other')}"` }, status: 200 });
    await ask('getBlob', { headers: { Range: 'bytes=9-' }, status: 416 });
    await ask('headBlob', { headers: { Range: 'bytes=0-1' }, status: 206 });
    await ask('getBlob', { token: tokens.vendor, status: 404 });
    const known = await ask('createUpload', { status: 200 });
    expect('nothing to send', known.headers.get('upload-offset'), String(content.length));
    // For somebody else it is not here: who has never had it does not learn of it.
    const other = await ask('createUpload', { token: tokens.vendor, status: 201 });
    await ask('deleteUpload', { path: { id: other.headers.get('location').split('/').at(-1) }, token: tokens.vendor, status: 204 });
    await ask('deleteUpload', { status: 404 });
}

async function refused(asking) {
    const { ask, expect } = asking;
    const false_ = await begin(asking, 'What it is', { hash: sha256('what it is not') });
    await ask('patchUpload', { path: { id: false_ }, bytes: 'What it is', status: 460 });
    await ask('headUpload', { path: { id: false_ }, status: 404 });
    const ended = await begin(asking, 'Given up');
    await ask('deleteUpload', { path: { id: ended }, status: 204 });
    await ask('headUpload', { path: { id: ended }, status: 404 });
    const { limits } = (await ask('getCapabilities', { status: 200 })).body;
    await ask('createUpload', { headers: { 'Upload-Length': String(limits.blobBytes + 1) }, status: 413 });
    await ask('createUpload', { headers: { 'Upload-Metadata': 'filename bm90ZS50eHQ=' }, status: 400 });
    // Prism would not let these through.
    const version = await ask('createUpload', { headers: { 'Tus-Resumable': '0.2.2' }, past: true, status: 412 });
    expect('the version it speaks', version.headers.get('tus-version'), '1.0.0');
    const id = await begin(asking, 'Of another type');
    await ask('patchUpload', { path: { id }, headers: { 'Content-Type': 'text/plain' }, past: true, status: 415 });
    const large = await begin(asking, 'x'.repeat(limits.uploadChunkBytes + 1));
    await ask('patchUpload', { path: { id: large }, bytes: 'x'.repeat(limits.uploadChunkBytes + 1), status: 413 });
}

/** Bytes that are no text, in pieces as large as they may be. */
async function bytes(asking) {
    const { ask, expect } = asking;
    const { uploadChunkBytes } = (await ask('getCapabilities', { status: 200 })).body.limits;
    const content = randomBytes(2 * uploadChunkBytes + 17);
    const id = await begin(asking, content, { name: 'noise.bin', type: 'application/octet-stream' });
    for (let offset = 0; offset < content.length; offset += uploadChunkBytes) {
        const { headers } = await ask('patchUpload', {
            path: { id },
            bytes: content.subarray(offset, offset + uploadChunkBytes),
            headers: { 'Upload-Offset': String(offset) },
            past: true,
            status: 204,
        });
        expect('how far it is', headers.get('upload-offset'), String(Math.min(offset + uploadChunkBytes, content.length)));
    }
    const path = { sha256: sha256(content) };
    const first = await ask('getBlob', { path, headers: { Range: 'bytes=0-1000000' }, past: true, status: 206 });
    const rest = await ask('getBlob', { path, headers: { Range: 'bytes=1000001-' }, past: true, status: 206 });
    expect('what comes back', sha256(Buffer.concat([first.bytes, rest.bytes])), sha256(content));
}

/** A blob that was uploaded is attached; one that was not is refused. */
async function attached({ api, ask, expect }) {
    const { mutations: [example] } = read(api, 'trainer').paths['/api/trainer/v1/mutations'].post.requestBody
        .content['application/json'].examples['Message.create'].value;
    const send = async (digit, hash, fileName = 'note.txt') => {
        const mutationId = example.mutationId.replace(/.$/, digit);
        const args = { conversationId: 'cv_1', content: '', attachments: [{ sha256: hash, fileName, mediaType: 'text/plain' }] };
        return (await ask('mutate', { body: { mutations: [{ ...example, mutationId, args }] }, status: 200 })).body.results[0];
    };
    const sent = await send('a', sha256('OpenTrain'));
    expect('with an attachment', sent.outcome, 'applied');
    expect('how many it has', sent.change?.object.attachmentCount, 1);
    const { body } = await ask('sync', { query: { types: 'Attachment', limit: 1000 }, status: 200 });
    const record = body.changes.find(({ object }) => object?.ownerId === sent.change?.id);
    expect('the Attachment', record?.object.sha256, sha256('OpenTrain'));
    const escaping = await send('c', sha256('OpenTrain'), '../note.txt');
    expect('a name that is a path', escaping.code, 'BAD_REQUEST');
    const missing = await send('b', sha256('never uploaded'));
    expect('with nothing behind it', missing.details?.reason, 'attachment_missing');
    // A file of the customer: until access to it is taken back.
    const confidential = body.changes.find(({ object }) => object?.access === 'REVOKED');
    const gone = await ask('getBlob', { path: { sha256: confidential?.object.sha256 ?? sha256('none') }, status: 404 });
    expect('why it is gone', gone.body.details?.reason, 'revoked');
}

export async function everyFile(asking) {
    for (const part of [byTheExamples, refused, bytes, attached])
        await part(asking);
}
