// SPDX-License-Identifier: GPL-3.0-or-later
//
// The descriptions of docs/api as values: read, closed, and joined into one document for a proxy.
import { readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';

export const files = {
    public: 'public-v1.openapi.yaml',
    trainer: 'trainer-v1.openapi.yaml',
    live: 'live-v1.asyncapi.yaml',
};

const options = { merge: true, maxAliasCount: 1000 };

function at(document, pointer) {
    return pointer.split('/').filter(Boolean)
        .reduce((node, part) => node[part.replaceAll('~1', '/').replaceAll('~0', '~')], document);
}

/**
 * One description of the directory, by its key in `files`, with the parts that it keeps in files of their own put in their places: what
 * `components` names is referred to by that name, all else stands where it is used. References to another description stay.
 */
export function read(directory, key) {
    const documents = new Map();
    const load = (file) => {
        if (!documents.has(file))
            documents.set(file, parse(readFileSync(file, 'utf8'), options));
        return documents.get(file);
    };
    const entry = resolve(directory, files[key]);
    const target = (file, reference) => {
        const [name, pointer = ''] = reference.split('#');
        return { file: name === '' ? file : resolve(dirname(file), name), pointer };
    };
    const isPart = ({ file }) => file !== entry && !Object.values(files).includes(basename(file));
    const place = ({ file, pointer }) => `${file}#${pointer}`;
    const named = new Map();
    for (const [kind, entries] of Object.entries(load(entry).components)) {
        for (const [name, { $ref }] of Object.entries(entries)) {
            if ($ref && isPart(target(entry, $ref)))
                named.set(place(target(entry, $ref)), `#/components/${kind}/${name}`);
        }
    }
    const built = (node, file, isDefinition = false) => {
        if (Array.isArray(node))
            return node.map((item) => built(item, file));
        if (node === null || typeof node !== 'object')
            return node;
        if (typeof node.$ref !== 'string')
            return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, built(value, file)]));
        const { $ref, ...beside } = node;
        const found = target(file, $ref);
        if (!isPart(found))
            return { $ref: `${found.file === entry ? '' : basename(found.file)}#${found.pointer}`, ...beside };
        const component = named.get(place(found));
        if (component && !isDefinition)
            return { $ref: component, ...beside };
        return { ...built(at(load(found.file), found.pointer), found.file), ...beside };
    };
    const { components, ...rest } = load(entry);
    const whole = built(rest, entry);
    whole.components = Object.fromEntries(Object.entries(components).map(([kind, entries]) => [kind,
        Object.fromEntries(Object.entries(entries).map(([name, node]) => [name, built(node, entry, true)]))]));
    return whole;
}

/**
 * Closes a schema and those within it: an object that lists its members may hold no others. A client passes over what it does not
 * know, but here what nobody described is a fault. What stands under if, then, not or allOf speaks about an object that is listed
 * elsewhere and stays as it is.
 */
export function close(schema) {
    if (schema === null || typeof schema !== 'object')
        return;
    if (schema.properties && schema.additionalProperties === undefined)
        schema.additionalProperties = false;
    for (const member of Object.values(schema.properties ?? {}))
        close(member);
    for (const inner of [schema.items, schema.additionalProperties, ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])])
        close(inner);
}

/** Calls visit(schema) for every schema that is written in the description itself: components, parameters, bodies. */
export function eachSchema(node, visit, path = []) {
    if (node === null || typeof node !== 'object')
        return;
    for (const [key, value] of Object.entries(node)) {
        const here = [...path, key];
        if (key === 'schema' || key === 'payload')
            visit(value, here);
        else if (key === 'schemas')
            Object.entries(value).forEach(([name, schema]) => visit(schema, [...here, name]));
        else if (key !== 'examples' && key !== 'example')
            eachSchema(value, visit, here);
    }
}

export function closed(description) {
    const copy = structuredClone(description);
    eachSchema(copy, close);
    return copy;
}

function rename(node, prefix) {
    if (Array.isArray(node))
        return node.map((item) => rename(item, prefix));
    if (node === null || typeof node !== 'object')
        return node;
    return Object.fromEntries(Object.entries(node).map(([key, value]) => {
        if (key !== '$ref' || typeof value !== 'string')
            return [key, rename(value, prefix)];
        const [file, pointer] = value.split('#');
        const owner = file === '' ? prefix : Object.keys(files).find((name) => files[name] === file);
        return [key, '#' + pointer.replace(/^\/components\/(\w+)\//, `/components/$1/${owner}.`)];
    }));
}

/**
 * Both interfaces in one closed document whose paths begin at the server's root, as a client sees it. Server-given bodies and the
 * client's own are held to it alike.
 */
export function joined(directory) {
    const whole = {
        openapi: '3.1.0',
        info: { title: 'OpenTrain, both interfaces', version: '1' },
        paths: {},
        components: { securitySchemes: {} },
    };
    for (const key of ['public', 'trainer']) {
        const description = closed(read(directory, key));
        const base = new URL(description.servers[0].url).pathname.replace(/\/$/, '');
        for (const [path, item] of Object.entries(rename(description.paths, key))) {
            for (const operation of Object.values(item))
                operation.security ??= description.security;
            whole.paths[base + path] = item;
        }
        for (const [kind, entries] of Object.entries(description.components)) {
            if (kind === 'securitySchemes') {
                Object.assign(whole.components.securitySchemes, entries);
                continue;
            }
            whole.components[kind] ??= {};
            for (const [name, entry] of Object.entries(entries))
                whole.components[kind][`${key}.${name}`] = rename(entry, key);
        }
    }
    return whole;
}

/** Every operation: [{ key, id, method, path }], with the path that a client asks for. */
export function operations(directory) {
    const all = [];
    for (const [path, item] of Object.entries(joined(directory).paths)) {
        for (const [method, operation] of Object.entries(item))
            all.push({ id: operation.operationId, method: method.toUpperCase(), path, operation });
    }
    return all;
}

/**
 * Every operation that can be sent to /mutations, in the order of the description: [{ type, op, name, schema, request }]; `request` is
 * the example of it, { account, mutation }.
 */
export function mutationsOf(directory) {
    const trainer = read(directory, 'trainer');
    const { examples } = trainer.paths['/api/trainer/v1/mutations'].post.requestBody.content['application/json'];
    return Object.entries(trainer.components.schemas).filter(([name]) => name.includes('.')).map(([name, schema]) => {
        const [type, op] = name.split('.');
        const example = examples[name];
        const request = example && {
            account: example['x-opentrain-account'] ?? 'trainer',
            mutation: example.value.mutations[0],
        };
        return { type, op, name, schema, request };
    });
}

/** The examples of refusals: [{ name, account, mutation, result }]. */
export function refusalsOf(directory) {
    const { examples } = read(directory, 'trainer').paths['/api/trainer/v1/mutations'].post.responses['200'].content['application/json'];
    return Object.entries(examples).filter(([, example]) => example['x-opentrain-request']).map(([name, example]) => ({
        name,
        account: example['x-opentrain-account'] ?? 'trainer',
        mutation: example['x-opentrain-request'],
        result: example.value.results[0],
    }));
}

/** Whether a schema is for somebody of that role in an organization; none: of no organization. */
export function isFor(schema, role) {
    if (!role)
        return schema['x-opentrain-organizations-only'] !== true;
    return schema['x-opentrain-roles']?.includes(role) ?? true;
}
