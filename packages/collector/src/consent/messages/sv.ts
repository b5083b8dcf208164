/** What visitors read, in Swedish. */
import type { Messages } from '@holloway/protocol';

export const sv: Messages = {
  open: 'Sekretessinställningar',
  banner:
    'Vi använder cookies och liknande lagring bara om du samtycker: för att anonymt räkna vilka vägar som tas genom den här butiken.',
  change: 'Du kan när som helst ändra dig under ”{open}”.',
  acceptAll: 'Godkänn alla',
  rejectAll: 'Avvisa alla',
  choose: 'Välj',
  save: 'Spara val',
  close: 'Stäng',
  objection:
    'Din webbläsare skickar Global Privacy Control. Vi tar det som en invändning: allt är avstängt tills du väljer något annat.',
  optOut: 'Där du befinner dig är detta på tills du invänder. Här kan du stänga av det.',
  refusalsCounted:
    'Om du säger nej räknar vi att någon gjorde det, per land och typ av enhet, och inget annat.',
  accepted: 'Du godkände allt den {day}.',
  rejected: 'Du avvisade allt den {day}.',
  chosen: 'Du gjorde ditt val den {day}.',

  necessary: 'Nödvändigt',
  necessaryPurpose: 'Ditt val sparas i den här webbläsaren, så att vi inte behöver fråga på varje sida.',
  alwaysOn: 'Alltid på',
  preferences: 'Preferenser',
  preferencesPurpose: 'Det du berättar att du gillar sparas i den här webbläsaren, så att det visas först.',
  analytics: 'Anonym statistik',
  analyticsPurpose:
    'Vi räknar vad som visas och klickas på, för att förbättra sidor och kategorier. Ingen siffra kan kopplas till en person.',
  marketing: 'Marknadsföring',
  marketingPurpose:
    'Tjänster från andra företag visar innehåll eller annonser och kan känna igen dig på andra ställen.',

  controller: 'Vem som är ansvarig',
  services: 'Tjänster',
  provider: 'Leverantör',
  purpose: 'Ändamål',
  data: 'Uppgifter',
  duration: 'Lagringstid',
  session: 'tills webbläsaren stängs',
  policy: 'Integritetspolicy',
  counted: 'Det som räknas, och inget annat',
  retention: 'Statistiken raderas efter {duration}.',
  remembered: 'Ditt val sparas i {duration}, ett nej lika länge som ett ja.',
  recipients: 'Ingen annan får statistiken.',
  groups: {
    visits: 'Besök: hur många, när, hur länge',
    pages: 'Visade sidor: hur länge och hur långt ned',
    paths: 'Steg från sida till sida och från kategori till kategori',
    layout: 'Vilka delar av en sida som ses och klickas på',
    search: 'Sökord som många besökare använder',
    purchases: 'Varor som läggs i varukorgen och beställs',
    device: 'Enhetsmodell, webbläsare, operativsystem, fönsterstorlek',
    country: 'Land',
    source: 'Webbplats eller kampanj som ledde hit',
    consent: 'Val som görs i det här fönstret',
    preferences: 'Preferenser som du själv anger',
    tests: 'Vilken version av en sida som visades i ett test',
  },

  receipt: 'Ditt kvitto',
  receiptText:
    'En kopia av det du valde och av texten som du valde utifrån, för dig att behålla. Vi har ingen kopia.',
  view: 'Visa',
  download: 'Ladda ned',
  print: 'Skriv ut',
  verify: 'Kontrollera',
  verified: 'Signaturen är giltig. Den här texten publicerades den {day}.',
  notVerified: 'Signaturen är inte giltig: det här är inte texten som publicerades.',
  cannotVerify:
    'Den här webbläsaren kan inte kontrollera signaturen. Ladda ned kvittot för att kontrollera det någon annanstans.',

  held: 'Allt som finns sparat i den här webbläsaren',
  heldNothing: 'Inget finns sparat.',
  heldChoice: 'Ditt val och dagen då du gjorde det',
  heldPreferences: 'Det du har berättat att du gillar',
  heldVisit: 'Ditt besök hittills; det lämnar aldrig den här webbläsaren',
  heldLedger: 'Var den här webbläsaren redan har räknats, så att den inte räknas två gånger',
  heldOutbox: 'Statistik som väntar på att skickas',
  heldSent: 'En kopia av det som har skickats under besöket',
  queued: { one: '{n} meddelande väntar på att skickas', other: '{n} meddelanden väntar på att skickas' },
  sent: { one: '{n} meddelande skickat under besöket', other: '{n} meddelanden skickade under besöket' },
  copy: 'Kopiera',
  copied: 'Kopierat',
  erase: 'Radera allt',
  erased: 'Allt är raderat.',

  stated: 'Det du gillar',
  statedText:
    'Svara om du vill. Svaren stannar i den här webbläsaren tills du tar tillbaka dem; vi bara räknar dem.',
  noAnswer: 'Inget svar',
  saved: 'Sparat',

  embed: 'Det här innehållet kommer från {service} och laddas inte förrän du samtycker.',
  embedLoad: 'Ladda den här gången',
  embedAlways: 'Tillåt alltid {service}',
};
