// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sandbox with Prism in front of it: `prism proxy --errors` holds every request and every answer against the descriptions of both
// interfaces and answers a violation with an error of its own. In front of Prism stands a small server that writes down what went
// through, and lets past Prism what it can't carry: the upgrade to the live channel, the sign-in's pages for the browser (Prism follows
// their redirects itself), HEAD (it waits for the JSON that the headers name), bytes that are no text where asked to, and /control, which
// is the tests' own.
import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const prism = join(dirname(fileURLToPath(import.meta.url)), 'node_modules/@stoplight/prism-cli/dist/index.js');
const startMilliseconds = 60_000;
const mostMessages = 10;
const pastPrism = ['/control', '/oauth/authorize', '/oauth/sign-in', '/oauth/consent'];

/** Prism reads bodies as text, so what a client downloads or sends in pieces would not survive it. */
function carriesBytes({ method, url }) {
    const { pathname } = new URL(url, 'http://localhost');
    return (method === 'GET' && pathname.startsWith('/api/trainer/v1/blobs/'))
        || (method === 'PATCH' && pathname.startsWith('/api/trainer/v1/uploads/'));
}

/** A child that dies with this process, however that ends. */
function child(program, args) {
    return spawn('setpriv', ['--pdeathsig', 'KILL', program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** The first thing that `match` makes of a line of the child's output. */
function firstLine(process, what, match) {
    return new Promise((resolve, reject) => {
        const seen = [];
        const timer = setTimeout(() => reject(new Error(`${what} did not start:\n${seen.join('\n')}`)), startMilliseconds);
        const lines = createInterface({ input: process.stdout });
        lines.on('line', (line) => {
            seen.push(line);
            const found = match(line);
            if (found) {
                clearTimeout(timer);
                resolve(found);
            }
        });
        process.on('exit', (status) => {
            clearTimeout(timer);
            reject(new Error(`${what} ended with ${status}:\n${seen.join('\n')}`));
        });
    });
}

function ended(process) {
    return process.exitCode !== null || process.signalCode !== null
        ? Promise.resolve()
        : new Promise((resolve) => process.on('exit', resolve));
}

/** The sandbox without anything in front of it: { ready, stop }. */
export async function sandboxAlone({ sandbox, args }) {
    const server = child(sandbox, [...args, '--port', '0']);
    const ready = await firstLine(server, 'the sandbox', (line) => line.startsWith('{') && JSON.parse(line));
    const stop = async () => {
        server.kill('SIGTERM');
        await ended(server);
    };
    return { ready, stop };
}

/**
 * Starts all three. `description` is what join_descriptions.mjs wrote, `port` where the front listens (0: anywhere), `report` a file that gets a
 * line of JSON for every exchange; with `bytesPastPrism` the content of files goes past Prism. Gives { url, ready, exchanges, stop }.
 */
export async function sandboxBehindPrism({ sandbox, args, description, port = 0, report = null, bytesPastPrism = false }) {
    const alone = await sandboxAlone({ sandbox, args });
    const { ready } = alone;
    const proxy = child(process.execPath,
        [prism, 'proxy', description, ready.url, '--errors', '--cors', 'false', '--host', '127.0.0.1', '--port', '0']);
    const proxyUrl = await firstLine(proxy, 'Prism',
        (line) => /Prism is listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(line)?.[1]);

    const exchanges = [];
    const note = (exchange) => {
        exchanges.push(exchange);
        if (report)
            appendFileSync(report, `${JSON.stringify(exchange)}\n`);
    };
    const front = http.createServer((request, response) => {
        const aside = pastPrism.includes(request.url.split('?')[0]) || request.method === 'HEAD'
            || (bytesPastPrism && carriesBytes(request));
        const target = new URL(aside ? ready.url : proxyUrl);
        const onward = http.request({
            host: target.hostname,
            port: target.port,
            method: request.method,
            path: request.url,
            headers: { ...request.headers, connection: 'close' },
        }, (answer) => {
            const body = [];
            answer.on('data', (bytes) => body.push(bytes));
            answer.on('error', () => response.destroy());
            answer.on('end', () => {
                const bytes = Buffer.concat(body);
                // Only Prism speaks application/problem+json; the interfaces have their own envelope. A status other than 2xx that
                // nobody described it passes on, and says so in a header.
                const objection = (answer.headers['content-type'] ?? '').startsWith('application/problem+json');
                if (!aside)
                    note({
                        request: `${request.method} ${request.url}`,
                        status: answer.statusCode,
                        violation: objection ? bytes.toString('utf8') : answer.headers['sl-violations'] ?? null,
                    });
                response.writeHead(answer.statusCode, answer.headers);
                response.end(bytes);
            });
        });
        onward.on('error', () => response.destroy());
        request.on('error', () => onward.destroy());
        request.pipe(onward);
    });
    front.on('upgrade', (request, socket, head) => {
        const target = new URL(ready.url);
        const onward = net.connect(Number(target.port), target.hostname, () => {
            const lines = [`${request.method} ${request.url} HTTP/1.1`];
            for (let i = 0; i < request.rawHeaders.length; i += 2)
                lines.push(`${request.rawHeaders[i]}: ${request.rawHeaders[i + 1]}`);
            onward.write(`${lines.join('\r\n')}\r\n\r\n`);
            onward.write(head);
            socket.pipe(onward).pipe(socket);
        });
        for (const [one, other] of [[socket, onward], [onward, socket]])
            for (const event of ['error', 'close'])
                one.on(event, () => other.destroy());
    });
    await new Promise((resolve) => front.listen(port, '127.0.0.1', resolve));

    const stop = async () => {
        front.close();
        front.closeAllConnections();
        proxy.kill('SIGKILL');
        await Promise.all([alone.stop(), ended(proxy)]);
    };
    return { url: `http://127.0.0.1:${front.address().port}`, ready, exchanges, stop };
}

/** The exchanges that broke the contract, in words. */
export function violations(exchanges) {
    return exchanges.filter(({ violation }) => violation).map(({ request, status, violation }) => {
        let found = [];
        try {
            const said = JSON.parse(violation);
            found = (Array.isArray(said) ? said : said.validation ?? []).map(({ message }) => message);
            if (found.length === 0)
                found = [said.detail ?? said.title];
        } catch {
            found = [violation];
        }
        // One fault in a page of a feed is often the fault of all its records.
        const more = found.length > mostMessages ? [`and ${found.length - mostMessages} more`] : [];
        return `${request} (${status})\n    ${[...found.slice(0, mostMessages), ...more].join('\n    ')}`;
    });
}
