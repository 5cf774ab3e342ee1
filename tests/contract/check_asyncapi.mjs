// SPDX-License-Identifier: GPL-3.0-or-later
//
// check_asyncapi.mjs FILE: whether AsyncAPI's own parser takes the description, the examples in it included.
// Only references to files are followed, so nothing is fetched.
import { readFileSync } from 'node:fs';
import { Parser, DiagnosticSeverity } from '@asyncapi/parser';

const [file] = process.argv.slice(2);
const offline = (schema) => ({
    schema,
    canRead: true,
    read: (uri) => {
        throw new Error(`${uri} is not a file`);
    },
});
const parser = new Parser({ __unstable: { resolver: { resolvers: [offline('http'), offline('https')] } } });
const { document, diagnostics } = await parser.parse(readFileSync(file, 'utf8'), { source: file });

let errors = document ? 0 : 1;
for (const found of diagnostics) {
    const isError = found.severity === DiagnosticSeverity.Error;
    errors += isError ? 1 : 0;
    // Above advice ("there is a newer version of the specification") everything is said; only errors fail.
    if (found.severity <= DiagnosticSeverity.Warning)
        console.log(`${isError ? 'error' : 'warning'} ${found.code} at ${found.path.join('/')}: ${found.message}`);
}
const messages = document ? document.allMessages().length : 0;
console.log(`${messages} messages, ${errors} errors`);
process.exit(errors > 0 || messages === 0 ? 1 : 0);
