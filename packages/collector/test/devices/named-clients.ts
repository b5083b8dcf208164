/** What browsers say they are, and what they are counted as: the same whether they come directly or by a relay. */

/** Beginnings, to be gone on with by what a browser calls itself. */
export const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
export const IPAD = 'Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
export const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit';
export const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)';
export const ANDROID = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)';
export const LINUX = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)';

/** Device, browser and system, and the User-Agent that says so. */
export const NAMED_CLIENTS = [
  // Desktop
  ['desktop', 'Chrome', 'Windows', `${WINDOWS} Chrome/126.0.0.0 Safari/537.36`],
  ['desktop', 'Edge', 'Windows', `${WINDOWS} Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0`],
  ['desktop', 'Opera', 'Windows', `${WINDOWS} Chrome/126.0.0.0 Safari/537.36 OPR/112.0.0.0`],
  ['desktop', 'Vivaldi', 'Windows', `${WINDOWS} Chrome/126.0.0.0 Safari/537.36 Vivaldi/6.7.3329.41`],
  [
    'desktop',
    'Firefox',
    'Windows',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0',
  ],
  ['desktop', 'IE', 'Windows', 'Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko'],
  ['desktop', 'Safari', 'macOS', `${MAC}/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15`],
  ['desktop', 'Chrome', 'macOS', `${MAC}/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36`],
  [
    'desktop',
    'DuckDuckGo',
    'macOS',
    `${MAC}/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15 Ddg/17.5`,
  ],
  ['desktop', 'Chrome', 'Linux', `${LINUX} Chrome/126.0.0.0 Safari/537.36`],
  [
    'desktop',
    'Firefox',
    'Linux',
    'Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:109.0) Gecko/20100101 Firefox/115.0',
  ],
  [
    'desktop',
    'Chrome',
    'ChromeOS',
    'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
  ],
  // iPhone
  ['phone', 'Safari', 'iOS', `${IPHONE} Version/17.5 Mobile/15E148 Safari/604.1`],
  ['phone', 'Chrome', 'iOS', `${IPHONE} CriOS/126.0.6478.35 Mobile/15E148 Safari/604.1`],
  ['phone', 'Firefox', 'iOS', `${IPHONE} FxiOS/127.0 Mobile/15E148 Safari/605.1.15`],
  ['phone', 'Edge', 'iOS', `${IPHONE} Version/17.0 EdgiOS/124.0.2478.89 Mobile/15E148 Safari/605.1.15`],
  ['phone', 'Opera', 'iOS', `${IPHONE} Version/17.5 Mobile/15E148 Safari/604.1 OPT/4.7.0`],
  ['phone', 'DuckDuckGo', 'iOS', `${IPHONE} Version/17.5 Mobile/15E148 DuckDuckGo/7 Safari/605.1.15`],
  [
    'phone',
    'In-app',
    'iOS',
    `${IPHONE} Mobile/15E148 [FBAN/FBIOS;FBAV/467.0.0.44.110;FBDV/iPhone14,5;FBSV/17.5.1]`,
  ],
  [
    'phone',
    'In-app',
    'iOS',
    `${IPHONE} Mobile/21F90 Instagram 335.1.8.26.85 (iPhone14,5; iOS 17_5_1; de_DE)`,
  ],
  ['phone', 'In-app', 'iOS', `${IPHONE} GSA/322.0.642118379 Mobile/15E148 Safari/604.1`],
  ['phone', 'In-app', 'iOS', `${IPHONE} Mobile/15E148 MicroMessenger/8.0.49(0x1800312d) NetType/WIFI`],
  ['phone', 'In-app', 'iOS', `${IPHONE} Mobile/15E148`],
  // iPad
  ['tablet', 'Safari', 'iPadOS', `${IPAD} Version/17.5 Mobile/15E148 Safari/604.1`],
  ['tablet', 'Chrome', 'iPadOS', `${IPAD} CriOS/126.0.6478.35 Mobile/15E148 Safari/604.1`],
  [
    'tablet',
    'Chrome',
    'iPadOS',
    `${MAC}/605.1.15 (KHTML, like Gecko) CriOS/125 Version/11.1.1 Safari/605.1.15`,
  ],
  // Android
  ['phone', 'Chrome', 'Android', `${ANDROID} Chrome/126.0.0.0 Mobile Safari/537.36`],
  ['tablet', 'Chrome', 'Android', `${ANDROID} Chrome/126.0.0.0 Safari/537.36`],
  [
    'phone',
    'Samsung Internet',
    'Android',
    `${ANDROID} SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36`,
  ],
  [
    'tablet',
    'Samsung Internet',
    'Android',
    'Mozilla/5.0 (Linux; Android 13; SAMSUNG SM-X906C) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Safari/537.36',
  ],
  ['phone', 'Opera', 'Android', `${ANDROID} Chrome/126.0.0.0 Mobile Safari/537.36 OPR/82.0.0.0`],
  [
    'phone',
    'Opera',
    'Android',
    'Opera/9.80 (Android; Opera Mini/36.2.2254/119.132; U; id) Presto/2.12.423 Version/12.16',
  ],
  ['phone', 'Edge', 'Android', `${ANDROID} Chrome/126.0.0.0 Mobile Safari/537.36 EdgA/126.0.0.0`],
  [
    'phone',
    'DuckDuckGo',
    'Android',
    'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile DuckDuckGo/5 Safari/537.36',
  ],
  ['phone', 'Firefox', 'Android', 'Mozilla/5.0 (Android 14; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0'],
  ['tablet', 'Firefox', 'Android', 'Mozilla/5.0 (Android 14; Tablet; rv:127.0) Gecko/127.0 Firefox/127.0'],
  [
    'phone',
    'MIUI Browser',
    'Android',
    'Mozilla/5.0 (Linux; Android 12; M2004J19C Build/SP1A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/100.0.4896.127 Mobile Safari/537.36 XiaoMi/MiuiBrowser/13.28.0-gn',
  ],
  [
    'phone',
    'Huawei Browser',
    'Android',
    'Mozilla/5.0 (Linux; Android 10; HUAWEI P30 Pro) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/88.0.4324.93 Mobile Safari/537.36 HuaweiBrowser/15.0.4.312',
  ],
  [
    'phone',
    'UC Browser',
    'Android',
    'Mozilla/5.0 (Linux; U; Android 12; en-US; RMX3085 Build/SP1A.210812.016) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/100.0.4896.58 UCBrowser/13.5.8.1311 Mobile Safari/537.36',
  ],
  [
    'phone',
    'Android Browser',
    'Android',
    'Mozilla/5.0 (Linux; U; Android 4.0.3; ko-kr; LG-L160L Build/IML74K) AppleWebkit/534.30 (KHTML, like Gecko) Version/4.0 Mobile Safari/534.30',
  ],
  [
    'phone',
    'In-app',
    'Android',
    'Mozilla/5.0 (Linux; Android 14; SM-S918B Build/UP1A.231005.007; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/125.0.6422.165 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/466.0.0.57.85;]',
  ],
  [
    'phone',
    'In-app',
    'Android',
    'Mozilla/5.0 (Linux; Android 14; Pixel 7 Build/AP1A.240505.004; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/124.0.6367.179 Mobile Safari/537.36',
  ],
  [
    'phone',
    'In-app',
    'Android',
    'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/125.0 Mobile Safari/537.36 GSA/15.22.32.29.arm64',
  ],
  // The rest of the house
  [
    'tablet',
    'Silk',
    'Android',
    'Mozilla/5.0 (Linux; Android 9; KFMAWI) AppleWebKit/537.36 (KHTML, like Gecko) Silk/122.5.1 like Chrome/122.0.6261.149 Safari/537.36',
  ],
  [
    'tv',
    'Safari',
    'Tizen',
    'Mozilla/5.0 (SMART-TV; LINUX; Tizen 6.0) AppleWebKit/537.36 (KHTML, like Gecko) 76.0.3809.146/6.0 TV Safari/537.36',
  ],
  [
    'tv',
    'Chrome',
    'webOS',
    'Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/79.0.3945.79 Safari/537.36 WebAppManager',
  ],
  [
    'tv',
    'Chrome',
    'Android',
    'Mozilla/5.0 (Linux; Android 9; BRAVIA 4K UR2) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/100.0.4896.127 Safari/537.36',
  ],
  [
    'console',
    'Safari',
    undefined,
    'Mozilla/5.0 (PlayStation; PlayStation 5/6.00) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/13.0 Safari/605.1.15',
  ],
  [
    'console',
    'Edge',
    undefined,
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; Xbox; Xbox One) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/48.0.2564.82 Safari/537.36 Edge/20.02',
  ],
  [
    'wearable',
    'Samsung Internet',
    'Android',
    'Mozilla/5.0 (Linux; Android 11; SM-R880) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/3.0 Chrome/100 Mobile Safari/537.36',
  ],
  [
    'phone',
    'Huawei Browser',
    'HarmonyOS',
    'Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1.6.1 Mobile HuaweiBrowser/5.0.4.300',
  ],
  [
    'phone',
    'Firefox',
    'KaiOS',
    'Mozilla/5.0 (Mobile; Nokia_8110_4G; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5',
  ],
] as const;
