/** What visitors read, in Dutch. */
import type { Messages } from '@holloway/protocol';

export const nl: Messages = {
  open: 'Privacyinstellingen',
  banner:
    'Wij gebruiken cookies en vergelijkbare opslag alleen als u daarmee instemt: om anoniem te tellen welke routes door deze winkel worden gevolgd.',
  change: 'U kunt uw keuze op elk moment wijzigen via “{open}”.',
  acceptAll: 'Alles accepteren',
  rejectAll: 'Alles weigeren',
  choose: 'Kiezen',
  save: 'Keuze opslaan',
  close: 'Sluiten',
  objection:
    'Uw browser stuurt Global Privacy Control mee. Dat vatten wij op als bezwaar: alles staat uit totdat u iets anders kiest.',
  optOut: 'Waar u bent, staat dit aan totdat u bezwaar maakt. U kunt het hier uitzetten.',
  refusalsCounted:
    'Als u weigert, tellen wij dat iemand dat heeft gedaan, per land en soort apparaat, en verder niets.',
  accepted: 'U hebt op {day} alles geaccepteerd.',
  rejected: 'U hebt op {day} alles geweigerd.',
  chosen: 'U hebt op {day} uw keuze gemaakt.',

  necessary: 'Noodzakelijk',
  necessaryPurpose: 'Uw keuze wordt in deze browser bewaard, zodat wij er niet op elke pagina naar vragen.',
  alwaysOn: 'Altijd aan',
  preferences: 'Voorkeuren',
  preferencesPurpose:
    'Wat u aangeeft leuk te vinden, wordt in deze browser bewaard, zodat u dat als eerste ziet.',
  analytics: 'Anonieme statistieken',
  analyticsPurpose:
    'Wij tellen wat wordt bekeken en aangeklikt, om pagina’s en categorieën te verbeteren. Geen enkele telling is tot een persoon te herleiden.',
  marketing: 'Marketing',
  marketingPurpose:
    'Diensten van andere bedrijven tonen inhoud of advertenties en kunnen u elders herkennen.',

  controller: 'Wie verantwoordelijk is',
  services: 'Diensten',
  provider: 'Aanbieder',
  purpose: 'Doel',
  data: 'Gegevens',
  duration: 'Bewaartermijn',
  session: 'totdat de browser wordt gesloten',
  policy: 'Privacybeleid',
  counted: 'Wat wordt geteld, en verder niets',
  retention: 'Tellingen worden na {duration} verwijderd.',
  remembered: 'Uw keuze wordt {duration} onthouden, een weigering even lang als een instemming.',
  recipients: 'Niemand anders ontvangt de tellingen.',
  groups: {
    visits: 'Bezoeken: hoeveel, wanneer, hoe lang',
    pages: 'Bekeken pagina’s: hoe lang, en tot hoe ver naar beneden',
    paths: 'Stappen van pagina naar pagina en van categorie naar categorie',
    layout: 'Welke delen van een pagina worden gezien en aangeklikt',
    search: 'Zoektermen die veel bezoekers gebruiken',
    purchases: 'Producten die in de winkelwagen worden gelegd en besteld',
    device: 'Apparaatmodel, browser, besturingssysteem, venstergrootte',
    country: 'Land',
    source: 'Website of campagne die hierheen leidde',
    consent: 'Keuzes die in dit venster worden gemaakt',
    preferences: 'Voorkeuren die u zelf opgeeft',
    tests: 'Welke versie van een pagina in een test werd getoond',
  },

  receipt: 'Uw bewijs',
  receiptText:
    'Een kopie van wat u hebt gekozen en van de tekst die u daarbij kreeg te zien, om zelf te bewaren. Wij hebben geen kopie.',
  view: 'Bekijken',
  download: 'Downloaden',
  print: 'Afdrukken',
  verify: 'Controleren',
  verified: 'De handtekening is geldig. Deze tekst is gepubliceerd op {day}.',
  notVerified: 'De handtekening is niet geldig: dit is niet de tekst die is gepubliceerd.',
  cannotVerify:
    'Deze browser kan de handtekening niet controleren. Download het bewijs om het elders te controleren.',

  held: 'Alles wat in deze browser wordt bewaard',
  heldNothing: 'Er wordt niets bewaard.',
  heldChoice: 'Uw keuze en de dag waarop u die hebt gemaakt',
  heldPreferences: 'Wat u hebt aangegeven leuk te vinden',
  heldVisit: 'Uw bezoek tot nu toe; het verlaat deze browser nooit',
  heldLedger: 'Waar deze browser al is geteld, zodat dat niet dubbel gebeurt',
  heldOutbox: 'Tellingen die nog moeten worden verzonden',
  heldSent: 'Een kopie van wat tijdens dit bezoek is verzonden',
  queued: { one: '{n} bericht wacht op verzending', other: '{n} berichten wachten op verzending' },
  sent: {
    one: '{n} bericht verzonden tijdens dit bezoek',
    other: '{n} berichten verzonden tijdens dit bezoek',
  },
  copy: 'Kopiëren',
  copied: 'Gekopieerd',
  erase: 'Alles wissen',
  erased: 'Alles is gewist.',

  stated: 'Wat u leuk vindt',
  statedText:
    'Antwoord als u wilt. Uw antwoorden blijven in deze browser totdat u ze intrekt; ze worden alleen geteld.',
  noAnswer: 'Geen antwoord',
  saved: 'Opgeslagen',

  embed: 'Deze inhoud komt van {service} en wordt pas geladen als u daarmee instemt.',
  embedLoad: 'Eenmalig laden',
  embedAlways: '{service} altijd toestaan',
};
