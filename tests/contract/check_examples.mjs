// SPDX-License-Identifier: GPL-3.0-or-later
//
// check_examples.mjs DIRECTORY: whether every example in the descriptions fits its schema and holds no member that the schema does not
// describe.
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { closed, eachSchema, files, read, refusalsOf } from './descriptions.mjs';

const [directory] = process.argv.slice(2);
const base = 'https://descriptions.invalid/';
const ajv = new Ajv.default({ strict: false, allErrors: true, validateSchema: false });
addFormats.default(ajv);

const descriptions = Object.fromEntries(Object.keys(files).map((key) => [key, closed(read(directory, key))]));
for (const [key, description] of Object.entries(descriptions))
    ajv.addSchema(description, base + files[key]);

let checked = 0;
let faults = 0;
function check(key, pointer, value, where) {
    const place = pointer.map((part) => encodeURIComponent(String(part).replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
    const valid = ajv.compile({ $ref: `${base}${files[key]}#/${place}` });
    ++checked;
    if (valid(value))
        return;
    ++faults;
    console.log(`${files[key]} ${where}:\n  ${ajv.errorsText(valid.errors, { separator: '\n  ' })}`);
}

/** The node at a pointer, with a reference to another place of the same description followed. */
function resolve(description, node) {
    return node?.$ref?.startsWith('#/')
        ? node.$ref.slice(2).split('/').reduce((at, part) => at[part.replaceAll('~1', '/').replaceAll('~0', '~')], description)
        : node;
}

/** Media types, parameters and headers: a schema with its example or examples beside it. */
function eachHolder(node, visit, path = []) {
    if (node === null || typeof node !== 'object')
        return;
    if (node.schema && (node.examples || 'example' in node))
        visit(node, path);
    for (const [name, value] of Object.entries(node))
        eachHolder(value, visit, [...path, name]);
}

for (const [key, description] of Object.entries(descriptions)) {
    eachHolder(description, (holder, path) => {
        const values = 'example' in holder ? { example: { value: holder.example } } : holder.examples;
        for (const [name, example] of Object.entries(values))
            check(key, [...path, 'schema'], resolve(description, example).value, [...path, name].join('/'));
    });
    eachSchema(description, (schema, path) => {
        for (const [index, example] of (schema.examples ?? []).entries())
            check(key, path, example, `${path.join('/')} example ${index + 1}`);
    });
}
// A refusal shows what was sent as well.
for (const { name, mutation } of refusalsOf(directory))
    check('trainer', ['components', 'schemas', 'Mutation'], mutation, `the request of ${name}`);
for (const [name, message] of Object.entries(descriptions.live.components.messages)) {
    for (const example of message.examples)
        check('live', ['components', 'messages', name, 'payload'], example.payload, `message ${name}, ${example.name}`);
}

console.log(`${checked} examples, ${faults} at fault`);
process.exit(faults > 0 || checked === 0 ? 1 : 0);
