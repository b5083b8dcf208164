/** Heads of requests as browsers send them: varied user agents with their hints, and networks all over the world. */
import { pick } from '../traffic/random.ts';
import { zipfSampler } from '../traffic/zipf.ts';
import { ORIGIN } from './load.ts';

export type Head = { [name: string]: string };

const hints = (version: number, platform: string, mobile: boolean): Head => ({
  'sec-ch-ua': `"Chromium";v="${version}", "Google Chrome";v="${version}", "Not_A Brand";v="24"`,
  'sec-ch-ua-mobile': mobile ? '?1' : '?0',
  'sec-ch-ua-platform': `"${platform}"`,
});

const chrome = (version: number, system: string, platform: string, mobile: boolean): Head => ({
  'user-agent': `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 ${mobile ? 'Mobile ' : ''}Safari/537.36`,
  ...hints(version, platform, mobile),
});

const safari = (version: string, device: string): Head => ({
  'user-agent': `Mozilla/5.0 (${device}) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/${version} ${device.startsWith('iPhone') ? 'Mobile/15E148 ' : ''}Safari/604.1`,
});

const firefox = (version: number, system: string): Head => ({
  'user-agent': `Mozilla/5.0 (${system}; rv:${version}.0) Gecko/20100101 Firefox/${version}.0`,
});

const VERSIONS = Array.from({ length: 10 }, (_, i) => 130 + i);

/** 60 of them. */
const CLIENTS = VERSIONS.flatMap((version, i) => [
  chrome(version, 'Windows NT 10.0; Win64; x64', 'Windows', false),
  chrome(version, 'Linux; Android 10; K', 'Android', true),
  chrome(version, 'Macintosh; Intel Mac OS X 10_15_7', 'macOS', false),
  safari(`${16 + (i % 3)}.${i}`, `iPhone; CPU iPhone OS ${16 + (i % 3)}_${i} like Mac OS X`),
  safari(`${16 + (i % 3)}.${i}`, 'Macintosh; Intel Mac OS X 10_15_7'),
  firefox(version, 'Windows NT 10.0; Win64; x64'),
]) as [Head, ...Head[]];

const octet = (random: () => number): number => 1 + Math.floor(random() * 222);

const NETWORKS = 8_000;

/** @returns Draws the head of another visitor. */
export function createHeads(random: () => number): () => Head {
  const networks = Array.from(
    { length: NETWORKS },
    () => `${octet(random)}.${octet(random)}.${octet(random)}`,
  );
  const drawNetwork = zipfSampler(NETWORKS, 1, random);
  return () => ({
    ...pick(CLIENTS, random),
    'content-type': 'text/plain;charset=UTF-8',
    accept: '*/*',
    'accept-encoding': 'gzip, deflate, br, zstd',
    'accept-language': 'en-GB,en;q=0.9',
    origin: ORIGIN,
    'sec-fetch-mode': 'cors',
    'sec-fetch-site': 'cross-site',
    'x-forwarded-for': `${networks[drawNetwork()]}.${octet(random)}`,
  });
}
