// SPDX-License-Identifier: GPL-3.0-or-later
//
// check_guide.mjs DIRECTORY: whether what the guide (README.md and records.md) says is what the descriptions say: the table of operations,
// the members of each record, and the example of the chain of consents. What a table should be is printed where it is something else.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mutationsOf, read } from './descriptions.mjs';

const [directory] = process.argv.slice(2);
const guide = readFileSync(join(directory, 'README.md'), 'utf8');
const catalogue = readFileSync(join(directory, 'records.md'), 'utf8');
const { schemas } = read(directory, 'trainer').components;
const problems = [];
const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

function rows(text, firstCell) {
    const lines = text.split('\n');
    const head = lines.findIndex((line) => line.startsWith(`| ${firstCell} |`));
    const end = lines.findIndex((line, i) => i > head && !line.startsWith('|'));
    return head < 0 ? [] : lines.slice(head + 2, end);
}

function compareTable(what, is, should) {
    if (is.join('\n') !== should.join('\n'))
        problems.push(`${what} should be:\n${should.join('\n')}`);
}

const code = (words) => words.map((word) => `\`${word}\``).join(' ');
compareTable('the table of operations', rows(guide, 'operation'), mutationsOf(directory).map(({ name, schema }) => {
    const members = Object.keys(schema.properties ?? {});
    // A record that is sent whole is not listed member by member.
    const args = name === 'ConsentRecord.create' ? 'the record' : code(members.map(
        (member) => `${member}${schema.required?.includes(member) ? '' : '?'}`));
    return `| ${[`\`${name}\``, args, code([schema['x-opentrain-scope']]), (schema['x-opentrain-roles'] ?? []).join(' '),
        code(schema['x-opentrain-refusals'] ?? [])].join(' | ')} |`;
}));

/** The objects of the catalogue by record type, without their comments. */
const written = new Map([...catalogue.matchAll(/^\/\/ (\w+)(?:: [^\n]*)?\n(\{[\s\S]*?\})\n(?=\n|```)/gm)].map(([, type, text]) => {
    const json = text.replaceAll(/("(?:[^"\\]|\\.)*")|\/\/[^\n]*/g, (_, string) => string ?? '');
    try {
        return [type, JSON.parse(json)];
    } catch (error) {
        problems.push(`${type} in records.md: ${error.message}`);
        return [type, {}];
    }
}));
const types = schemas.RecordType['x-extensible-enum'];
for (const type of types) {
    const schema = type === 'Job' ? read(directory, 'public').components.schemas.Job : schemas[type];
    const members = Object.keys(written.get(type) ?? {}).sort().join(' ');
    const should = [...schema.required].sort().join(' ');
    if (members !== should)
        problems.push(`${type} in records.md has\n  ${members}\nwhere the description has\n  ${should}`);
}
for (const type of [...written.keys()].filter((name) => !types.includes(name)))
    problems.push(`${type} in records.md is no record type`);

// The hashes that the examples show are those of their content.
function compact(value) {
    const sorted = (node) => node === null || typeof node !== 'object' || Array.isArray(node)
        ? (Array.isArray(node) ? node.map(sorted) : node)
        : Object.fromEntries(Object.keys(node).sort().map((name) => [name, sorted(node[name])]));
    return JSON.stringify(sorted(value));
}
for (const { hash, createdAt: _, updatedAt: __, ...rest } of schemas.ConsentRecord.examples) {
    if (sha256(compact(rest)) !== hash)
        problems.push(`the hash of the example ${rest.id} should be ${sha256(compact(rest))}`);
}
for (const { id, sections, hash } of schemas.PolicyVersion.examples) {
    if (sha256(compact(sections)) !== hash)
        problems.push(`the hash of the example ${id} should be ${sha256(compact(sections))}`);
}
const [first] = schemas.ConsentRecord.examples;
const { hash, createdAt, updatedAt, ...hashed } = first;
for (const [what, text] of [['text', compact(hashed)], ['hash', hash]]) {
    if (!guide.replaceAll(/\\\n */g, '').includes(text))
        problems.push(`the guide's chain of consents should show the ${what} ${text}`);
}

console.log(`${types.length} types, ${mutationsOf(directory).length} operations, ${problems.length} problems`);
for (const problem of problems)
    console.log(problem);
process.exit(problems.length > 0 ? 1 : 0);
