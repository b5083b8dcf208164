/** What visitors read, in Slovak. */
import type { Messages } from '@holloway/protocol';

export const sk: Messages = {
  open: 'Nastavenia súkromia',
  banner:
    'Používame súbory cookies a podobné úložiská iba s vaším súhlasom: aby sme anonymne počítali, akými cestami sa návštevníci pohybujú po tomto obchode.',
  change: 'Svoje rozhodnutie môžete kedykoľvek zmeniť v časti „{open}“.',
  acceptAll: 'Prijať všetko',
  rejectAll: 'Odmietnuť všetko',
  choose: 'Vybrať',
  save: 'Uložiť výber',
  close: 'Zavrieť',
  objection:
    'Váš prehliadač posiela signál Global Privacy Control. Považujeme ho za námietku: všetko je vypnuté, kým si nevyberiete inak.',
  optOut: 'Tam, kde ste, je táto kategória zapnutá, kým nevznesiete námietku. Vypnúť ju môžete tu.',
  refusalsCounted:
    'Ak odmietnete, započítame, že niekto odmietol, podľa krajiny a druhu zariadenia, a nič iné.',
  accepted: 'Všetko ste prijali {day}.',
  rejected: 'Všetko ste odmietli {day}.',
  chosen: 'Výber ste urobili {day}.',

  necessary: 'Nevyhnutné',
  necessaryPurpose: 'Váš výber sa uchováva v tomto prehliadači, aby sme sa nepýtali na každej stránke.',
  alwaysOn: 'Vždy zapnuté',
  preferences: 'Predvoľby',
  preferencesPurpose:
    'To, čo sa vám podľa vašich odpovedí páči, sa uchováva v tomto prehliadači, aby sa to zobrazovalo ako prvé.',
  analytics: 'Anonymná štatistika',
  analyticsPurpose:
    'Počítame, čo sa zobrazuje a na čo sa kliká, aby sme zlepšili stránky a kategórie. Žiadny počet nemožno priradiť ku konkrétnej osobe.',
  marketing: 'Marketing',
  marketingPurpose: 'Služby iných spoločností zobrazujú obsah alebo reklamu a môžu vás rozpoznať aj inde.',

  controller: 'Kto je zodpovedný',
  services: 'Služby',
  provider: 'Poskytovateľ',
  purpose: 'Účel',
  data: 'Údaje',
  duration: 'Doba uchovávania',
  session: 'do zatvorenia prehliadača',
  policy: 'Zásady ochrany súkromia',
  counted: 'Čo sa počíta, a nič iné',
  retention: 'Počty sa uchovávajú {duration} a potom sa vymažú.',
  remembered: 'Váš výber si pamätáme {duration}, odmietnutie rovnako dlho ako súhlas.',
  recipients: 'Nikto iný počty nedostáva.',
  groups: {
    visits: 'Návštevy: koľko, kedy, ako dlho',
    pages: 'Zobrazené stránky: ako dlho a ako ďaleko nadol',
    paths: 'Prechody zo stránky na stránku a z kategórie do kategórie',
    layout: 'Ktoré časti stránky vidno a na ktoré sa kliká',
    search: 'Hľadané výrazy, ktoré používa veľa návštevníkov',
    purchases: 'Produkty vložené do košíka a objednané',
    device: 'Model zariadenia, prehliadač, operačný systém, veľkosť okna',
    country: 'Krajina',
    source: 'Web alebo kampaň, odkiaľ návšteva prišla',
    consent: 'Voľby urobené v tomto okne',
    preferences: 'Predvoľby, ktoré sami uvediete',
    tests: 'Ktorá verzia stránky sa zobrazila v teste',
  },

  receipt: 'Vaše potvrdenie',
  receiptText:
    'Kópia vášho výberu a textu, na základe ktorého ste si vybrali; môžete si ju ponechať. My žiadnu kópiu nemáme.',
  view: 'Zobraziť',
  download: 'Stiahnuť',
  print: 'Vytlačiť',
  verify: 'Overiť',
  verified: 'Podpis je platný. Tento text bol zverejnený {day}.',
  notVerified: 'Podpis nie je platný: toto nie je text, ktorý bol zverejnený.',
  cannotVerify: 'Tento prehliadač nedokáže overiť podpis. Stiahnite si potvrdenie a overte ho inde.',

  held: 'Všetko, čo sa uchováva v tomto prehliadači',
  heldNothing: 'Nič sa neuchováva.',
  heldChoice: 'Váš výber a deň, keď ste ho urobili',
  heldPreferences: 'Čo sa vám podľa vašich odpovedí páči',
  heldVisit: 'Vaša doterajšia návšteva; tento prehliadač nikdy neopustí',
  heldLedger: 'Kde už bol tento prehliadač započítaný, aby sa nezapočítal dvakrát',
  heldOutbox: 'Počty, ktoré čakajú na odoslanie',
  heldSent: 'Kópia toho, čo sa odoslalo počas tejto návštevy',
  queued: {
    one: '{n} správa čaká na odoslanie',
    few: '{n} správy čakajú na odoslanie',
    many: '{n} správy čaká na odoslanie',
    other: '{n} správ čaká na odoslanie',
  },
  sent: {
    one: '{n} správa odoslaná počas tejto návštevy',
    few: '{n} správy odoslané počas tejto návštevy',
    many: '{n} správy odoslanej počas tejto návštevy',
    other: '{n} správ odoslaných počas tejto návštevy',
  },
  copy: 'Kopírovať',
  copied: 'Skopírované',
  erase: 'Vymazať všetko',
  erased: 'Všetko je vymazané.',

  stated: 'Čo sa vám páči',
  statedText:
    'Odpovedzte, ak chcete. Odpovede zostávajú v tomto prehliadači, kým ich nevezmete späť; iba sa počítajú.',
  noAnswer: 'Bez odpovede',
  saved: 'Uložené',

  embed: 'Tento obsah poskytuje {service} a načíta sa až po vašom súhlase.',
  embedLoad: 'Načítať len raz',
  embedAlways: 'Vždy povoliť: {service}',
};
