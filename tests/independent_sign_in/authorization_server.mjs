// SPDX-License-Identifier: GPL-3.0-or-later
//
// A small API (the resource server) whose people sign in at oidc-provider, which knows nothing of the client or the
// sandbox. Both listen on one port: the API at its root, the authorization server below /id. Prints {"url": …} when it is
// up; ends with its standard input.
//
// The API has GET /api/trainer/v1/whoami, which says whose token it was sent, and for the test alone POST /forget-token, after which
// the access token it was sent does not hold any more.
import http from 'node:http';
import process from 'node:process';
import Provider, { errors } from 'oidc-provider';

const SCOPES = ['messages:read', 'messages:write'];
const MOUNT = '/id';

function say(response, status, body) {
  const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' };
  if (status === 401) headers['WWW-Authenticate'] = 'Bearer error="invalid_token"';
  response.writeHead(status, headers);
  response.end(JSON.stringify(body));
}

function makeProvider(origin) {
  return new Provider(origin + MOUNT, {
    clients: [{
      client_id: 'opentrain-desktop',
      client_name: 'OpenTrain Desktop',
      application_type: 'native',
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      redirect_uris: ['http://127.0.0.1/callback'], // with any port: it is native (RFC 8252 7.3)
    }],
    pkce: { required: () => true, methods: ['S256'] },
    rotateRefreshToken: true,
    scopes: ['openid', 'offline_access'],
    cookies: { keys: ['a key for the test'] },
    ttl: { AccessToken: 3600, AuthorizationCode: 60, Grant: 86400, Interaction: 3600, RefreshToken: 86400, Session: 86400 },
    features: {
      devInteractions: { enabled: true },
      revocation: { enabled: true },
      resourceIndicators: {
        enabled: true,
        // A token of the client is for this API or for nothing.
        getResourceServerInfo(context, resource) {
          if (resource !== origin) throw new errors.InvalidTarget();
          return { scope: SCOPES.join(' '), audience: origin, accessTokenFormat: 'opaque', accessTokenTTL: 3600 };
        },
      },
    },
  });
}

async function tokenOf(provider, request, origin) {
  const [, value] = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '') ?? [];
  const token = value && await provider.AccessToken.find(value);
  return token && token.aud === origin ? token : undefined;
}

async function answerApi(provider, origin, request, response) {
  if (request.url === '/.well-known/oauth-protected-resource') {
    say(response, 200, { resource: origin, authorization_servers: [origin + MOUNT], scopes_supported: SCOPES });
    return;
  }
  const token = await tokenOf(provider, request, origin);
  if (request.url !== '/api/trainer/v1/whoami' && request.url !== '/forget-token') {
    say(response, 404, { error: 'There is nothing at this address.', code: 'NOT_FOUND' });
  } else if (!token) {
    say(response, 401, { error: 'The token does not hold.', code: 'UNAUTHORIZED' });
  } else if (request.method === 'POST') {
    await token.destroy();
    say(response, 200, {});
  } else {
    say(response, 200, { account: token.accountId, scope: token.scope, client: token.clientId });
  }
}

const server = http.createServer();
server.listen(0, '127.0.0.1', () => {
  const origin = `http://127.0.0.1:${server.address().port}`;
  const provider = makeProvider(origin);
  const provide = provider.callback();
  server.on('request', (request, response) => {
    if (request.url === MOUNT || request.url.startsWith(`${MOUNT}/`)) {
      request.originalUrl = request.url;
      request.url = request.url.slice(MOUNT.length) || '/';
      provide(request, response);
    } else {
      answerApi(provider, origin, request, response).catch((fault) => say(response, 500, { error: String(fault) }));
    }
  });
  process.stdout.write(`${JSON.stringify({ url: origin })}\n`);
});
process.stdin.on('end', () => process.exit(0)).resume();
