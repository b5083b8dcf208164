/** A visitor's browser, and everything that it or somebody in its name might say and the collector must not hear. */
export const KEY = 'correct-horse-battery-staple-1234';
export const BATCH = '{"v":1}';

export const BROWSER = {
  'User-Agent':
    'Mozilla/5.0 (Linux; Android 14; SM-S918B Build/UP1A.231005.007) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.6478.122 Mobile Safari/537.36',
  'Content-Type': 'text/plain;charset=UTF-8',
  Origin: 'https://shop.example',
  'Sec-GPC': '1',
  'Sec-CH-UA': '"Chromium";v="126", "Google Chrome";v="126"',
  'Sec-CH-UA-Mobile': '?1',
  'Sec-CH-UA-Platform': '"Android"',
};

export const UNHEARD = {
  'CF-IPCountry': 'SE',
  'Accept-Language': 'de-CH,canary;q=0.9',
  Authorization: 'Bearer canary',
  Cookie: 'session=canary',
  Forwarded: 'for=192.0.2.99;canary',
  Referer: 'https://shop.example/canary',
  'Sec-CH-UA-Model': '"canary"',
  'True-Client-IP': '192.0.2.99',
  Via: '1.1 canary',
  'X-Client-Data': 'canary',
  'X-Real-IP': '192.0.2.99',
  'Holloway-Relay': 'canary',
  'Holloway-Network': '192.0.2.0',
  'Holloway-Country': 'SE',
  Holloway_Network: '192.0.2.0',
  'X-Holloway-Network': '192.0.2.0',
};
