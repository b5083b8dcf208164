/**
 * A User-Agent with nothing left in it but families and major versions: what device class, browser and system are told by.
 * It is put together from words that are known, so what is not known (models, builds, locales, serial numbers) cannot
 * pass. Does not name anything: the collector does.
 */

/** Longer ones are made up. */
const MAX_LENGTH = 512;
/** What robots and tools become, which the collector knows not to count. */
const ROBOT = 'bot';
const NAMES_ITSELF = new RegExp(
  [
    /bots?\b|bots?[^a-z]|crawl|spider|slurp|headless|lighthouse|phantomjs|prerender|puppeteer|playwright/,
    /selenium|electron|jsdom|synthetics|agent\b|optimizer|externalhit|mediapartners|google(?:other|-)/,
    /archive|preview|feed|favicon|fetch|monitor|scan|scrap|inspect|validat|verif|check(?!out)|proxy/,
    /https?:|www\.|[\w-]\.(?:com|net|org|io|html)\b|@[\w-]+\.[a-z]|compatible;(?! MSIE| Konqueror)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'i',
);
/** A maker of phones. */
const CUBOT = /cubot/gi;

/** Of the first parentheses, part by part; the first that fits. */
const PLATFORM_WORDS: readonly (readonly [pattern: RegExp, word: string])[] = [
  [/^Windows Phone(?: OS)? (\d{1,3})/, 'Windows Phone $1'],
  [/^Windows NT (\d{1,3})/, 'Windows NT $1'],
  [/^Windows\b/, 'Windows'],
  [/^(Macintosh|iPhone|iPad|X11|Mobile|Tablet|Phone|wv|compatible)$/, '$1'],
  [/^iPod/, 'iPod'],
  [/^(?:Intel |PPC )?Mac OS X(?: (\d{1,3}))?/, 'Mac OS X $1'],
  [/^CPU iPhone OS (\d{1,3})\w* like Mac OS X/, 'CPU iPhone OS $1 like Mac OS X'],
  [/^CPU OS (\d{1,3})\w* like Mac OS X/, 'CPU OS $1 like Mac OS X'],
  [/^CrOS /, 'CrOS x86_64'],
  [/^(Android|Tizen|OpenHarmony|HarmonyOS)(?: (\d{1,3}))?/, '$1 $2'],
  [/^Linux\/SmartTV/, 'Linux/SmartTV'],
  [/^Linux\b/i, 'Linux'],
  [/^(FreeBSD|OpenBSD|NetBSD|SunOS|Fuchsia|Haiku|SMART-TV|SmartTV|Web0S)\b/, '$1'],
  [/^(PlayStation(?: (?:\d|Vita|Portable))?|Nintendo (?:Switch|WiiU?|3DS)|Xbox(?: One)?)\b/, '$1'],
  [/^(rv:|MSIE |Trident\/|Opera Mini\/)(\d{1,3})/, '$1$2'],
];
/** Neither a model nor anything else that is asked for. */
const EMPTY_WORDS = /^(?:U|Win64|x64|WOW64|arm_?64|i686|x86_64|[a-z]{2}(?:[-_][a-z]{2})?)$/i;
const ANDROID = /^(?:Android|HarmonyOS|OpenHarmony)/;

/** Where the model alone tells what kind of thing it is, its kind takes its place, in words that are read as such. */
const MODEL_KINDS: readonly (readonly [pattern: RegExp, word: string])[] = [
  [/\bTV\b|smart-?tv|bravia|\bAFT\w|\bMi(?:TV|Box)|shield|aquos-tv|chromecast|\bBox\b/i, 'Android TV'],
  [/\bSM-[LR]\d\d\d|\bwatch\b|\bOPWWE|\bquest\b|\bpico\b/i, 'Gear Live/1'],
];
const TABLET =
  /\bSM-[TXP]\d\d|\bGT-[NP]\d\d|\bKF[A-Z]{2,}|\bLenovo (?:TB|YT)|\bTB-?\w*\d{3}|tablet|\btab\b|\bpad\b|MatePad|MediaPad|\bNexus (?:7|9|10)\b|\bPixel (?:C|Tablet)\b/i;

/** By name and major version; `Version` is Safari's own. */
const PRODUCTS = [
  'AppleWebKit Gecko Presto Trident ArkWeb Version Chrome Chromium Safari Firefox Focus Klar Fennec FxiOS CriOS GSA',
  'Edg EdgA EdgiOS Edge OPR OPT OPX OPRGX OPiOS Coast Vivaldi Brave DuckDuckGo Ddg Silk SamsungBrowser UCBrowser',
  'MiuiBrowser HuaweiBrowser HeyTapBrowser VivoBrowser YaBrowser YaSearchBrowser Whale QQBrowser MQQBrowser QQ',
  'Quark Puffin Maxthon SLBrowser coc_coc_browser OculusBrowser PicoBrowser QihooBrowser baiduboxapp Avast AVG',
  'SeaMonkey PaleMoon Waterfox LibreWolf Konqueror Falkon Epiphany IEMobile Kindle Cobalt CrKey KAIOS Instagram',
  'Snapchat MicroMessenger KAKAOTALK AlipayClient DaumApps Klarna',
].flatMap((names) => names.split(' '));
const SPELLING = new Map(PRODUCTS.map((name) => [name.toLowerCase(), name]));

/** Words behind the first parentheses, other than products: what they look like, and what is left of them. */
const OTHER_WORDS: readonly (readonly [pattern: RegExp, word: string])[] = [
  // Internet Explorer's last.
  [/^ like Gecko/, 'like Gecko'],
  [/\bFB(?:AN|AV|_IAB)\//, '[FBAN/FBIOS]'],
  [/\bmusical_ly|\bBytedanceWebview|\bTikTok\b/i, 'musical_ly_1'],
  [/\[LinkedInApp\]/i, '[LinkedInApp]'],
  [/\bLinkedInApp\b/i, '[LinkedInApp]'],
  [/\bTwitterAndroid\b/i, 'TwitterAndroid'],
  [/\bTwitter for iPhone\b/i, 'Twitter for iPhone/1'],
  [/\bNAVER\(/, 'NAVER(inapp; 1.0)'],
  [/\bLine\/\d/i, 'Line/1/IAB'],
  [/__weibo__/i, '__weibo__1'],
];

function wordOf(words: readonly (readonly [RegExp, string])[], text: string): string | null {
  for (const [pattern, word] of words) {
    const match = pattern.exec(text);
    if (match !== null) return word.replace(/\$(\d)/g, (_, group) => match[Number(group)] ?? '').trim();
  }
  return null;
}

/**
 * The parts of the first parentheses that are known, and one for the model where there was one.
 * @returns Also whether the model is a tablet's.
 */
function reducePlatform(platform: string): { words: string[]; isTablet: boolean } {
  const parts = platform.split(';').map((part) => part.trim());
  const words: string[] = [];
  let model: string | null = null;
  const isAndroid = parts.some((part) => ANDROID.test(part));
  for (const part of parts) {
    const known = wordOf(PLATFORM_WORDS, part);
    if (known !== null) words.push(known);
    else if (isAndroid && model === null && !EMPTY_WORDS.test(part)) model = part;
  }
  if (model === null || words.some((word) => word === 'Mobile' || word === 'Tablet')) {
    return { words, isTablet: false };
  }
  const place = words.at(-1) === 'wv' ? words.length - 1 : words.length;
  words.splice(place, 0, wordOf(MODEL_KINDS, model) ?? 'K');
  return { words, isTablet: TABLET.test(model) };
}

const PRODUCT = /\b(Mobile)\b|\b(TV)(?= Safari)|(\w+)\/v?(\d+)/gi;
/** Longer than any version: a number of something else. */
const LONGEST_MAJOR = 3;

function* reduceProducts(text: string, isTablet: boolean): Generator<string> {
  const named = new Set<string>();
  for (const [, mobile, tv, name = '', major = ''] of text.matchAll(PRODUCT)) {
    const product = SPELLING.get(name.toLowerCase());
    if (
      product !== undefined &&
      (named.has(product) || (product !== 'Gecko' && major.length > LONGEST_MAJOR))
    )
      continue;
    if (product !== undefined) named.add(product);
    if (product === 'AppleWebKit') yield `AppleWebKit/${major} (KHTML, like Gecko)`;
    // The day it was built on, which has long been the same in all.
    else if (product === 'Gecko') yield 'Gecko/20100101';
    else if (product !== undefined) yield `${product}/${major}`;
    else if (mobile !== undefined && !isTablet) yield 'Mobile';
    else if (tv !== undefined) yield 'TV';
  }
}

/**
 * @returns `bot` for what is no browser's, or none at all.
 */
export function reduceUserAgent(userAgent: string): string {
  const text = userAgent.slice(0, MAX_LENGTH);
  const [, shell = '', platform = '', rest = ''] =
    /^((?:Mozilla|Opera)\/\d)[\d.]* \(([^)]*)\)?(.*)$/s.exec(text) ?? [];
  if (shell === '' || NAMES_ITSELF.test(text.replaceAll(CUBOT, ''))) return ROBOT;
  const { words, isTablet } = reducePlatform(platform);
  const others = OTHER_WORDS.filter(([pattern]) => pattern.test(rest)).map(([, word]) => word);
  return [`${shell}.0 (${words.join('; ')})`, ...reduceProducts(rest, isTablet), ...others].join(' ');
}
