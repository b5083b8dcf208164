/** What visitors read, in Japanese. */
import type { Messages } from '@holloway/protocol';

export const ja: Messages = {
  open: 'プライバシー設定',
  banner:
    '当ストアでは、同意をいただいた場合にのみ、Cookie（クッキー）や類似の保存機能を使用します。ストア内でどのような経路がたどられているかを、匿名で数えるためです。',
  change: '選択は「{open}」からいつでも変更できます。',
  acceptAll: 'すべて許可',
  rejectAll: 'すべて拒否',
  choose: '選択する',
  save: '選択を保存',
  close: '閉じる',
  objection:
    'お使いのブラウザーはGlobal Privacy Controlの信号を送信しています。当ストアはこれを異議の申し立てとして扱い、別の選択をされるまで、すべてオフにします。',
  optOut: '現在の地域では、お客様から異議の申し立てがあるまでオンになっています。ここでオフにできます。',
  refusalsCounted:
    '拒否された場合は、拒否があったことだけを国と端末の種類ごとに数え、それ以外は何も数えません。',
  accepted: '{day}にすべて許可しました。',
  rejected: '{day}にすべて拒否しました。',
  chosen: '{day}に選択しました。',

  necessary: '必須',
  necessaryPurpose: 'ページごとにお尋ねしなくて済むように、選択をこのブラウザーに保存します。',
  alwaysOn: '常にオン',
  preferences: 'お好み',
  preferencesPurpose: '教えていただいたお好みをこのブラウザーに保存し、お好みのものを先に表示します。',
  analytics: '匿名の統計',
  analyticsPurpose:
    'ページとカテゴリーを改善するために、何が閲覧され、クリックされたかを数えます。どの集計値も個人に結び付けることはできません。',
  marketing: 'マーケティング',
  marketingPurpose:
    '他社のサービスがコンテンツや広告を表示し、ほかの場所でもお客様を認識することがあります。',

  controller: '管理責任者',
  services: 'サービス',
  provider: '提供元',
  purpose: '目的',
  data: 'データ',
  duration: '保存期間',
  session: 'ブラウザーを閉じるまで',
  policy: 'プライバシーポリシー',
  counted: '数えるもの（これ以外は数えません）',
  retention: '集計値は{duration}後に削除されます。',
  remembered: '選択は{duration}間保存されます。拒否も同意も、期間は同じです。',
  recipients: '当ストア以外が集計値を受け取ることはありません。',
  groups: {
    visits: '訪問：回数、時間帯、長さ',
    pages: '閲覧されたページ、閲覧の長さ、どこまでスクロールされたか',
    paths: 'ページからページへ、カテゴリーからカテゴリーへの移動',
    layout: 'ページのどの部分が見られ、クリックされたか',
    search: '多くの訪問者が使う検索語',
    purchases: 'カートに入れられた商品と注文された商品',
    device: '端末の機種、ブラウザー、OS、ウィンドウの大きさ',
    country: '国',
    source: 'ここへ来るきっかけとなったサイトまたはキャンペーン',
    consent: 'この画面で行われた選択',
    preferences: 'ご自身で回答されたお好み',
    tests: 'テストでどのバージョンのページが表示されたか',
  },

  receipt: 'お客様の控え',
  receiptText:
    '選択の内容と、その際にお読みいただいた文面の写しです。お手元に保管してください。当ストアには写しは残りません。',
  view: '表示',
  download: 'ダウンロード',
  print: '印刷',
  verify: '検証',
  verified: '署名は有効です。この文面は{day}に公開されました。',
  notVerified: '署名は無効です。これは公開された文面ではありません。',
  cannotVerify:
    'このブラウザーでは署名を検証できません。控えをダウンロードして、別の環境で検証してください。',

  held: 'このブラウザーに保存されているすべての情報',
  heldNothing: '何も保存されていません。',
  heldChoice: 'お客様の選択と、選択した日',
  heldPreferences: '教えていただいたお好み',
  heldVisit: '今回の訪問のこれまでの内容（このブラウザーの外に出ることはありません）',
  heldLedger: 'このブラウザーをすでに数えた箇所（二重に数えないための記録です）',
  heldOutbox: '送信待ちの集計値',
  heldSent: '今回の訪問で送信した内容の写し',
  queued: { other: '送信待ちのメッセージ：{n}件' },
  sent: { other: '今回の訪問で送信したメッセージ：{n}件' },
  copy: 'コピー',
  copied: 'コピーしました',
  erase: 'すべて消去',
  erased: 'すべて消去しました。',

  stated: 'お好きなもの',
  statedText:
    'よろしければお答えください。回答は、お客様が取り消すまでこのブラウザーに残ります。当ストアは回答を数えるだけです。',
  noAnswer: '回答しない',
  saved: '保存しました',

  embed: 'このコンテンツは{service}から提供されており、同意をいただくまで読み込まれません。',
  embedLoad: '今回だけ読み込む',
  embedAlways: '{service}を常に許可',
};
