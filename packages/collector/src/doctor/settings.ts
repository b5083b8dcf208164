/** Whether settings that are each allowed make sense together. Pure. */
import type { Config } from '../config.ts';
import { isLoopbackHost } from '../network/loopback.ts';
import { type Finding, ok, warning, wrong } from './finding.ts';

type Settings = Pick<
  Config,
  'host' | 'url' | 'trustProxy' | 'relayKey' | 'ratePerNetwork' | 'ratePerSite' | 'mail'
>;

/** What visitors and staff reach it by. */
function reached({ host, url }: Settings): Finding {
  if (url === null) {
    return isLoopbackHost(host)
      ? ok('it is reached from this machine alone')
      : wrong(
          'HOST lets other machines in, and HOLLOWAY_URL does not say under which address',
          'set HOLLOWAY_URL to the origin that browsers use, such as https://stats.example.com',
        );
  }
  return url.startsWith('https:') || isLoopbackHost(new URL(url).hostname)
    ? ok('HOLLOWAY_URL is an address that browsers may trust')
    : wrong(
        'HOLLOWAY_URL is http: passwords and counts cross the network as they are',
        'put a front server with a certificate before it (deploy/proxy), and set HOLLOWAY_URL to its https address',
      );
}

/** Whose word is taken for the address of a visitor. */
function believed({ host, url, trustProxy, relayKey }: Settings): Finding {
  if (trustProxy && !isLoopbackHost(host)) {
    return warning(
      'HOLLOWAY_TRUST_PROXY is 1 and HOST lets others in beside the proxy: they can name any address',
      'set HOST=127.0.0.1, or let the firewall admit the proxy alone',
    );
  }
  if (url?.startsWith('https:') && !trustProxy && relayKey === null) {
    return wrong(
      'HOLLOWAY_URL is https, so a front server stands before it, and its word on addresses is not taken: all visitors share one limit and no country',
      'let the front server set X-Forwarded-For, and set HOLLOWAY_TRUST_PROXY=1',
    );
  }
  return ok('it is clear whose word is taken for addresses');
}

const limited = ({ ratePerNetwork, ratePerSite }: Settings): Finding =>
  ratePerNetwork > 0 && ratePerSite > 0
    ? ok('senders are limited by network and by site')
    : warning(
        'HOLLOWAY_RATE_PER_NETWORK or HOLLOWAY_RATE_PER_SITE is 0: nobody is slowed down',
        'leave both unset, unless another server limits before it',
      );

/** Where links in letters lead. */
const mailed = ({ mail, url }: Settings): readonly Finding[] =>
  mail === null
    ? []
    : url === null
      ? [
          wrong(
            'HOLLOWAY_SMTP_URL is set, and HOLLOWAY_URL is not: links in letters lead nowhere but on this machine',
            'set HOLLOWAY_URL to the origin that browsers use, such as https://stats.example.com',
          ),
        ]
      : [ok('links are sent by mail, and lead to HOLLOWAY_URL')];

export const examineSettings = (settings: Settings): readonly Finding[] => [
  reached(settings),
  believed(settings),
  limited(settings),
  ...mailed(settings),
];
