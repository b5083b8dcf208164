import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';
import { openCollector } from './collector.ts';
import { freePort, ownFolder, runProgram } from './program.ts';
import { ADDRESS_HEADER, COUNTRY_HEADER, describeProxy, type RunningProxy } from './proxy.ts';
import { KEY } from './visitor.ts';

const EXAMPLE = readFileSync(join(import.meta.dirname, '../Caddyfile'), 'utf8');

async function openCaddy(): Promise<RunningProxy> {
  const collector = await openCollector();
  const port = await freePort();
  const folder = ownFolder();
  const file = (name: string) => join(folder, name);
  writeFileSync(
    file('Caddyfile'),
    EXAMPLE.replace('{\n', `{\n\tadmin off\n\tauto_https off\n`)
      .replace('\tlog {\n', `\tlog {\n\t\tlevel DEBUG\n\t\toutput file ${file('log')}\n`)
      .replace('shop.example {', `http://127.0.0.1:${port} {`)
      .replace(
        'map {http.request.remote.host} {holloway_network} {\n',
        `map {http.request.header.${ADDRESS_HEADER}} {holloway_network} {\n\t\t"" 127.0.0.0\n`,
      )
      .replace('map "" {holloway_country}', `map {http.request.header.${COUNTRY_HEADER}} {holloway_country}`)
      .replace('respond "the shop"', 'route {\n\t\terror /broken 502\n\t\trespond "the shop"\n\t}')
      .replaceAll('https://stats.example.com', collector.url),
  );
  vi.stubEnv('HOLLOWAY_RELAY_KEY', KEY);
  vi.stubEnv('HOME', folder);
  await runProgram('caddy', ['run', '--config', file('Caddyfile'), '--adapter', 'caddyfile'], port);
  return {
    collector,
    url: `http://127.0.0.1:${port}`,
    logs: () => (existsSync(file('log')) ? readFileSync(file('log'), 'utf8') : ''),
  };
}

describeProxy({ name: 'caddy', ask: 'version', constant: {}, leftOut: '', broken: 502, open: openCaddy });
