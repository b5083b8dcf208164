/** Pages that do what the gate looks for, each one thing: what the watchers are tested by. */

export interface Mutant {
  /** Completes "a page that …". */
  readonly name: string;
  /** Runs in the page; `OTHER` is an address of another server. */
  readonly script: string;
  /** How the gate tells of it. */
  readonly finding: string | RegExp;
}

/** On every page of the walk. */
const ALWAYS: readonly Mutant[] = [
  { name: 'fetches', script: `fetch(OTHER + '/fetch')`, finding: /^used fetch .*\/fetch$/ },
  {
    name: 'fetches later',
    script: `fetchLater(OTHER + '/later', { activateAfter: 0 })`,
    finding: /^used fetchLater .*\/later$/,
  },
  {
    name: 'asks by XMLHttpRequest',
    script: `const request = new XMLHttpRequest(); request.open('GET', OTHER + '/xhr'); request.send()`,
    finding: /^used XMLHttpRequest .*\/xhr$/,
  },
  {
    name: 'sends a beacon',
    script: `navigator.sendBeacon(OTHER + '/beacon', 'x')`,
    finding: /^used sendBeacon .*\/beacon$/,
  },
  {
    name: 'opens a WebSocket',
    script: `new WebSocket(OTHER.replace('http', 'ws') + '/socket')`,
    finding: /^used WebSocket .*\/socket$/,
  },
  {
    name: 'listens to server-sent events',
    script: `new EventSource(OTHER + '/events')`,
    finding: /^used EventSource .*\/events$/,
  },
  {
    name: 'opens a WebTransport',
    script: `new WebTransport('https://localhost:1/transport')`,
    finding: 'used WebTransport https://localhost:1/transport',
  },
  {
    name: 'makes a peer connection',
    script: `new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:1' }] })`,
    finding: 'used RTCPeerConnection {"iceServers":[{"urls":"stun:127.0.0.1:1"}]}',
  },
  {
    name: 'loads an image by script',
    script: `new Image().src = OTHER + '/pixel'`,
    finding: /^used Image .*\/pixel$/,
  },
  {
    name: 'loads an image by markup',
    script: `document.body.insertAdjacentHTML('beforeend', '<img alt="" src="' + OTHER + '/markup">')`,
    finding: /^asked for GET .*\/markup$/,
  },
  {
    name: 'loads a picture by style',
    script: `document.body.style.backgroundImage = 'url(' + OTHER + '/style)'`,
    finding: /^asked for GET .*\/style$/,
  },
  {
    name: 'loads a script of another server',
    script: `document.head.append(Object.assign(document.createElement('script'), { src: OTHER + '/script' }))`,
    finding: /^asked for GET .*\/script$/,
  },
  {
    name: 'imports a module of another server',
    script: `import(OTHER + '/module').catch(() => {})`,
    finding: /^asked for GET .*\/module$/,
  },
  {
    name: 'loads a frame',
    script: `document.body.append(Object.assign(document.createElement('iframe'), { src: OTHER + '/frame' }))`,
    finding: /^asked for GET .*\/frame$/,
  },
  {
    name: 'has a frame without an address fetch',
    script: `const frame = document.createElement('iframe'); document.body.append(frame);
      frame.contentWindow.fetch(OTHER + '/inner')`,
    finding: /^asked for GET .*\/inner$/,
  },
  {
    name: 'starts a worker that fetches',
    script: `new Worker(URL.createObjectURL(new Blob(['fetch("' + OTHER + '/worker")'])))`,
    finding: /^asked for GET .*\/worker$/,
  },
  {
    name: 'starts a shared worker',
    script: `new SharedWorker('data:text/javascript,')`,
    finding: 'used SharedWorker data:text/javascript,',
  },
  {
    name: 'registers a service worker',
    script: `navigator.serviceWorker.register('/service.js').catch(() => {})`,
    finding: 'used serviceWorker /service.js',
  },
  {
    name: 'pings by a link',
    script: `document.body.insertAdjacentHTML('beforeend', '<iframe name="landing"></iframe><a id="pings" target="landing">');
      Object.assign(document.getElementById('pings'), { href: OTHER + '/landing', ping: OTHER + '/ping' }).click()`,
    finding: /^asked for POST .*\/ping$/,
  },
  {
    name: 'tells something in the address of an asset',
    script: `fetch('/tool.js?visitor=1')`,
    finding: /^asked for GET .*\/tool\.js\?visitor=1$/,
  },
  {
    name: 'posts to the address of an asset',
    script: `fetch('/tool.js', { method: 'POST', body: 'x' })`,
    finding: /^asked for POST .*\/tool\.js$/,
  },
  {
    name: 'asks its own shop for what is no page',
    script: `fetch('/collect')`,
    finding: /^asked for GET .*\/collect$/,
  },
  {
    name: 'sets a cookie',
    script: `document.cookie = 'visitor=1; path=/'`,
    finding: 'kept cookie visitor',
  },
  {
    name: 'sets a cookie and takes it back',
    script: `document.cookie = 'brief=1; path=/'; document.cookie = 'brief=; path=/; max-age=0'`,
    finding: 'wrote document.cookie brief=1; path=/',
  },
  {
    name: 'sets a cookie by the cookie store',
    script: `cookieStore.set('stored', '1')`,
    finding: 'wrote cookieStore stored=1',
  },
  {
    name: 'keeps something in localStorage',
    script: `localStorage.setItem('visitor', '1')`,
    finding: 'kept localStorage visitor',
  },
  {
    name: 'keeps something in localStorage for a moment',
    script: `localStorage.setItem('brief', '1'); localStorage.removeItem('brief')`,
    finding: 'wrote localStorage brief=1',
  },
  {
    name: 'keeps something in localStorage without a method',
    script: `localStorage.plain = '1'; delete localStorage.plain`,
    finding: 'wrote localStorage plain=1',
  },
  {
    name: 'keeps something in sessionStorage',
    script: `sessionStorage.setItem('visit', '1')`,
    finding: 'kept sessionStorage visit',
  },
  {
    name: 'opens a database',
    script: `indexedDB.open('visitors')`,
    finding: 'kept indexedDB visitors',
  },
  { name: 'opens a cache', script: `caches.open('visitors')`, finding: 'kept cache visitors' },
  {
    name: 'makes a private file',
    script: `navigator.storage.getDirectory().then((folder) => folder.getFileHandle('visitor', { create: true }))`,
    finding: 'kept file visitor',
  },
  {
    name: 'gives its window a name',
    script: `window.name = 'visitor'`,
    finding: 'wrote window.name visitor',
  },
];

/** When something happens: `beacon(moment)` sends one, `visited` are the paths of the pages up to this one. */
const AT_MOMENTS: readonly Mutant[] = [
  { name: 'it is clicked', script: `document.addEventListener('click', () => beacon('click'))` },
  { name: 'it is scrolled', script: `document.addEventListener('scroll', () => beacon('scroll'))` },
  { name: 'it was idle for a quarter of an hour', script: `setTimeout(() => beacon('idle'), 900_000)` },
  {
    name: 'another tab is looked at',
    script: `document.addEventListener('visibilitychange', () => document.hidden && beacon('hidden'))`,
  },
  {
    name: 'it is come back to from another tab',
    script: `document.addEventListener('visibilitychange', () => document.hidden || beacon('visible'))`,
  },
  {
    name: 'it goes into the back/forward cache',
    script: `addEventListener('pagehide', ({ persisted }) => persisted && beacon('into'))`,
  },
  { name: 'it is frozen', script: `document.addEventListener('freeze', () => beacon('frozen'))` },
  {
    name: 'it comes out of the back/forward cache',
    script: `addEventListener('pageshow', ({ persisted }) => persisted && beacon('out'))`,
  },
  { name: 'it is left by a link', script: `addEventListener('pagehide', () => beacon('left'))` },
  { name: 'it is the second page', script: `location.pathname === '/kettles' && beacon('second')` },
  { name: 'it is gone back to', script: `visited === '/ /kettles / ' && beacon('back')` },
  { name: 'it is loaded again', script: `visited === '/ /kettles / / ' && beacon('again')` },
].map(({ name, script }) => ({
  name: `sends a beacon when ${name}`,
  script,
  finding: new RegExp(`^asked for POST .*/moment/${/beacon\('(\w+)'\)/.exec(script)?.[1]}$`),
}));

export const MUTANTS: readonly Mutant[] = [...ALWAYS, ...AT_MOMENTS];

/** Markup that does all of it. One that fails does not keep the others from it. */
export const mutantMarkup = (mutants: readonly Pick<Mutant, 'script'>[], other: string): string =>
  `<script type="module">
const OTHER = '${other}';
const visited = (sessionStorage.visited ?? '') + location.pathname + ' ';
sessionStorage.visited = visited;
const beacon = (moment) => navigator.sendBeacon(OTHER + '/moment/' + moment);
${mutants.map(({ script }) => `try { ${script} } catch (error) { console.error(error) }`).join('\n')}
</script>`;
