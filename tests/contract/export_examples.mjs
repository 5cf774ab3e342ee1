// SPDX-License-Identifier: GPL-3.0-or-later
//
// export_examples.mjs DIRECTORY FILE: the examples that the client has code for, as JSON for contract_examples_test:
//   records   [{ where, type, object }]     an example of a record type, or of the published object it is made from
//   pages     [{ where, body }]             answers of /sync
//   results   [{ where, body }]             answers of /mutations
//   frames    [{ where, body }]             frames of the live channel that hold changes
import { writeFileSync } from 'node:fs';
import { read } from './descriptions.mjs';

const [directory, file] = process.argv.slice(2);
const trainer = read(directory, 'trainer');
const published = read(directory, 'public');
const live = read(directory, 'live');

const types = trainer.components.schemas.RecordType['x-extensible-enum'];
const records = types.flatMap((type) => (trainer.components.schemas[type].examples ?? [])
    .map((object, index) => ({ where: `${type} ${index + 1}`, type, object })));
records.push({ where: 'published Job', type: 'Job', object: published.components.examples.Job.value });
records.push({ where: 'published Freelancer', type: 'Profile', object: published.components.examples.Freelancer.value });
const messages = published.paths['/messages'].get.responses['200'].content['application/json'].examples;
for (const object of messages.messages.value.messages)
    records.push({ where: `published Message ${object.id}`, type: 'Message', object });
for (const object of messages.conversations.value.conversations)
    records.push({ where: `published Conversation ${object.id}`, type: 'Conversation', object });

const answers = (path, method) => Object.entries(
    trainer.paths[path][method].responses['200'].content['application/json'].examples)
    .map(([where, { value }]) => ({ where, body: value }));
writeFileSync(file, JSON.stringify({
    types,
    records,
    pages: answers('/api/trainer/v1/sync', 'get'),
    results: answers('/api/trainer/v1/mutations', 'post'),
    frames: live.components.messages.changes.examples.map(({ name, payload }) => ({ where: name, body: payload })),
}, null, 1));
