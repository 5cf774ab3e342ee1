#!/usr/bin/env node
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Takes the command line of opentrain-sandbox, and is a sandbox with Prism in front of it: says where it is in the same line of JSON and
// ends by the same signals. So the end-to-end tests run through Prism as they are, with this in the sandbox's place.
//
//   OPENTRAIN_CONTRACT_SANDBOX       the real sandbox
//   OPENTRAIN_CONTRACT_DESCRIPTION   what join_descriptions.mjs wrote
//   OPENTRAIN_CONTRACT_REPORT        gets a line for every exchange
import { sandboxBehindPrism } from './prism_proxy.mjs';

const args = process.argv.slice(2);
const at = args.indexOf('--port');
const [, port] = at < 0 ? [] : args.splice(at, 2);
const {
    OPENTRAIN_CONTRACT_SANDBOX: sandbox,
    OPENTRAIN_CONTRACT_DESCRIPTION: description,
    OPENTRAIN_CONTRACT_REPORT: report,
} = process.env;

const running = await sandboxBehindPrism({
    sandbox, args, description, port: Number(port ?? 0), report, bytesPastPrism: true,
});
for (const signal of ['SIGTERM', 'SIGINT'])
    process.on(signal, () => running.stop().then(() => process.exit(0)));
console.log(JSON.stringify({ ...running.ready, pid: process.pid, url: running.url }));
