// SPDX-License-Identifier: GPL-3.0-or-later
//
// The descriptions of docs/api as values: read, closed, and joined into one document for a proxy.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export const files = {
    public: 'public-v1.openapi.yaml',
    trainer: 'trainer-v1.openapi.yaml',
    live: 'live-v1.asyncapi.yaml',
};

const options = { merge: true, maxAliasCount: 1000 };

/** One description of the directory, by its key in `files`. */
export function read(directory, key) {
    return parse(readFileSync(join(directory, files[key]), 'utf8'), options);
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
