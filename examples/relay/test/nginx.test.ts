import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCollector } from './collector.ts';
import { freePort, ownFolder, runProgram } from './program.ts';
import { ADDRESS_HEADER, COUNTRY_HEADER, describeProxy, type RunningProxy } from './proxy.ts';
import { KEY } from './visitor.ts';

const EXAMPLE = readFileSync(join(import.meta.dirname, '../nginx.conf'), 'utf8');

/** As nginx calls a header. */
const variableOf = (header: string): string => `http_${header.toLowerCase().replaceAll('-', '_')}`;

async function openNginx(): Promise<RunningProxy> {
  const collector = await openCollector();
  const port = await freePort();
  const folder = ownFolder();
  const file = (name: string) => join(folder, name);
  writeFileSync(file('key.conf'), `set $holloway_key "${KEY}";`);
  writeFileSync(
    file('relay.conf'),
    EXAMPLE.replace('listen 8080;', `listen 127.0.0.1:${port};`)
      .replace('/etc/nginx/holloway-key.conf', file('key.conf'))
      .replace('map "" $holloway_country', `map $${variableOf(COUNTRY_HEADER)} $holloway_country`)
      .replaceAll('https://stats.example.com', collector.url),
  );
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  writeFileSync(
    file('nginx.conf'),
    `daemon off; master_process off; pid ${file('pid')}; error_log ${file('error.log')};
     events {}
     http {
       access_log ${file('access.log')};
       ${temporary.map((name) => `${name}_temp_path ${file(name)};`).join('\n')}
       set_real_ip_from 127.0.0.1;
       real_ip_header ${ADDRESS_HEADER};
       include ${file('relay.conf')};
     }`,
  );
  await runProgram('nginx', ['-c', file('nginx.conf'), '-e', file('error.log')], port);
  return {
    collector,
    url: `http://127.0.0.1:${port}`,
    logs: () =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.log'))
        .map((name) => readFileSync(file(name), 'utf8'))
        .join('\n'),
  };
}

describeProxy({
  name: 'nginx',
  ask: '-v',
  constant: { connection: 'close' },
  broken: 404,
  open: openNginx,
});
