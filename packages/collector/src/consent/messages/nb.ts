/** What visitors read, in Norwegian (Bokmål). */
import type { Messages } from '@holloway/protocol';

export const nb: Messages = {
  open: 'Personverninnstillinger',
  banner:
    'Vi bruker informasjonskapsler (cookies) og lignende lagring bare hvis du samtykker: for anonymt å telle hvilke veier som følges gjennom butikken.',
  change: 'Du kan ombestemme deg når som helst under «{open}».',
  acceptAll: 'Godta alle',
  rejectAll: 'Avvis alle',
  choose: 'Velg selv',
  save: 'Lagre valgene',
  close: 'Lukk',
  objection:
    'Nettleseren din sender signalet Global Privacy Control. Vi oppfatter det som at du reserverer deg, og alt er derfor slått av til du velger noe annet.',
  optOut: 'Der du befinner deg, er dette slått på til du reserverer deg. Du kan slå det av her.',
  refusalsCounted:
    'Hvis du avviser, teller vi at noen har gjort det, fordelt på land og type enhet, og ingenting annet.',
  accepted: 'Du godtok alt den {day}.',
  rejected: 'Du avviste alt den {day}.',
  chosen: 'Du tok valget ditt den {day}.',

  necessary: 'Nødvendig',
  necessaryPurpose: 'Valget ditt lagres i denne nettleseren, slik at du ikke blir spurt på hver side.',
  alwaysOn: 'Alltid på',
  preferences: 'Preferanser',
  preferencesPurpose:
    'Det du forteller oss at du liker, lagres i denne nettleseren, slik at vi kan vise det først.',
  analytics: 'Anonym statistikk',
  analyticsPurpose:
    'Vi teller hva som blir sett og klikket på, for å forbedre sider og kategorier. Ingen av tallene kan knyttes til en person.',
  marketing: 'Markedsføring',
  marketingPurpose:
    'Tjenester fra andre selskaper viser innhold eller reklame og kan kjenne deg igjen andre steder.',

  controller: 'Hvem som er ansvarlig',
  services: 'Tjenester',
  provider: 'Leverandør',
  purpose: 'Formål',
  data: 'Opplysninger',
  duration: 'Lagringstid',
  session: 'til nettleseren lukkes',
  policy: 'Personvernerklæring',
  counted: 'Hva som telles, og ingenting annet',
  retention: 'Tallene slettes etter {duration}.',
  remembered: 'Valget ditt huskes i {duration}, et avslag like lenge som et samtykke.',
  recipients: 'Ingen andre får tallene.',
  groups: {
    visits: 'Besøk: hvor mange, når og hvor lenge',
    pages: 'Sider som vises, hvor lenge og hvor langt ned',
    paths: 'Overganger fra side til side og fra kategori til kategori',
    layout: 'Hvilke deler av en side som blir sett og klikket på',
    search: 'Søkeord som mange besøkende bruker',
    purchases: 'Varer som legges i handlekurven og bestilles',
    device: 'Enhetsmodell, nettleser, operativsystem og vindusstørrelse',
    country: 'Land',
    source: 'Nettsted eller kampanje som førte hit',
    consent: 'Valg som tas i dette vinduet',
    preferences: 'Preferanser som du selv oppgir',
    tests: 'Hvilken versjon av en side som ble vist i en test',
  },

  receipt: 'Kvitteringen din',
  receiptText:
    'En kopi av det du valgte, og av teksten du valgte ut fra, som du kan ta vare på. Vi har ingen kopi.',
  view: 'Vis',
  download: 'Last ned',
  print: 'Skriv ut',
  verify: 'Kontroller',
  verified: 'Signaturen er gyldig. Denne teksten ble publisert den {day}.',
  notVerified: 'Signaturen er ikke gyldig: Dette er ikke teksten som ble publisert.',
  cannotVerify:
    'Denne nettleseren kan ikke kontrollere signaturen. Last ned kvitteringen for å kontrollere den et annet sted.',

  held: 'Alt som er lagret i denne nettleseren',
  heldNothing: 'Ingenting er lagret.',
  heldChoice: 'Valget ditt og dagen du tok det',
  heldPreferences: 'Det du har fortalt oss at du liker',
  heldVisit: 'Besøket ditt så langt; det forlater aldri denne nettleseren',
  heldLedger: 'Hvor denne nettleseren allerede er talt med, slik at den ikke telles to ganger',
  heldOutbox: 'Tall som venter på å bli sendt',
  heldSent: 'En kopi av det som er sendt under dette besøket',
  queued: { one: '{n} melding venter på å bli sendt', other: '{n} meldinger venter på å bli sendt' },
  sent: { one: '{n} melding sendt under dette besøket', other: '{n} meldinger sendt under dette besøket' },
  copy: 'Kopier',
  copied: 'Kopiert',
  erase: 'Slett alt',
  erased: 'Alt er slettet.',

  stated: 'Det du liker',
  statedText:
    'Svar hvis du vil. Svarene blir værende i denne nettleseren til du trekker dem tilbake; vi bare teller dem.',
  noAnswer: 'Ikke besvart',
  saved: 'Lagret',

  embed: 'Dette innholdet kommer fra {service} og lastes ikke inn før du samtykker.',
  embedLoad: 'Last inn bare denne gangen',
  embedAlways: 'Tillat alltid {service}',
};
