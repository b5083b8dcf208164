/** What visitors read, in Romanian. */
import type { Messages } from '@holloway/protocol';

export const ro: Messages = {
  open: 'Setări de confidențialitate',
  banner:
    'Folosim cookies și forme similare de stocare numai dacă sunteți de acord: pentru a număra, în mod anonim, ce trasee urmează vizitatorii în acest magazin.',
  change: 'Vă puteți răzgândi oricând din „{open}”.',
  acceptAll: 'Acceptă toate',
  rejectAll: 'Respinge toate',
  choose: 'Alege',
  save: 'Salvează alegerea',
  close: 'Închide',
  objection:
    'Browserul dumneavoastră trimite semnalul Global Privacy Control. Îl considerăm o opoziție: totul este oprit până când alegeți altfel.',
  optOut: 'Acolo unde vă aflați, această categorie este pornită până când vă opuneți. O puteți opri aici.',
  refusalsCounted:
    'Dacă refuzați, numărăm că cineva a refuzat, după țară și tipul de dispozitiv, și nimic altceva.',
  accepted: 'Ați acceptat tot pe {day}.',
  rejected: 'Ați respins tot pe {day}.',
  chosen: 'Ați făcut alegerea pe {day}.',

  necessary: 'Necesare',
  necessaryPurpose:
    'Alegerea dumneavoastră se păstrează în acest browser, ca să nu vă întrebăm pe fiecare pagină.',
  alwaysOn: 'Mereu pornite',
  preferences: 'Preferințe',
  preferencesPurpose:
    'Ce ne spuneți că vă place se păstrează în acest browser, pentru a fi afișat mai întâi.',
  analytics: 'Statistici anonime',
  analyticsPurpose:
    'Numărăm ce se vede și pe ce se face clic, pentru a îmbunătăți paginile și categoriile. Niciun număr nu poate fi asociat cu o persoană.',
  marketing: 'Marketing',
  marketingPurpose:
    'Servicii ale altor companii afișează conținut sau reclame și vă pot recunoaște în altă parte.',

  controller: 'Cine este responsabil',
  services: 'Servicii',
  provider: 'Furnizor',
  purpose: 'Scop',
  data: 'Date',
  duration: 'Durata păstrării',
  session: 'până la închiderea browserului',
  policy: 'Politica de confidențialitate',
  counted: 'Ce se numără, și nimic altceva',
  retention: 'Statisticile se șterg după {duration}.',
  remembered: 'Alegerea se păstrează timp de {duration}, un refuz la fel de mult ca un acord.',
  recipients: 'Nimeni altcineva nu primește statisticile.',
  groups: {
    visits: 'Vizite: câte, când, cât de lungi',
    pages: 'Pagini văzute: cât timp și până unde',
    paths: 'Treceri de la o pagină la alta și de la o categorie la alta',
    layout: 'Ce părți ale unei pagini sunt văzute și primesc clicuri',
    search: 'Termeni de căutare folosiți de mulți vizitatori',
    purchases: 'Produse puse în coș și comandate',
    device: 'Modelul dispozitivului, browserul, sistemul de operare, dimensiunea ferestrei',
    country: 'Țara',
    source: 'Site-ul sau campania de unde a început vizita',
    consent: 'Alegeri făcute în această fereastră',
    preferences: 'Preferințe pe care le indicați chiar dumneavoastră',
    tests: 'Ce versiune a unei pagini a fost afișată într-un test',
  },

  receipt: 'Dovada dumneavoastră',
  receiptText:
    'O copie a alegerii dumneavoastră și a textului pe baza căruia ați ales, pe care o puteți păstra. Noi nu avem nicio copie.',
  view: 'Afișează',
  download: 'Descarcă',
  print: 'Tipărește',
  verify: 'Verifică',
  verified: 'Semnătura este validă. Acest text a fost publicat pe {day}.',
  notVerified: 'Semnătura nu este validă: acesta nu este textul care a fost publicat.',
  cannotVerify:
    'Acest browser nu poate verifica semnătura. Descărcați dovada pentru a o verifica în altă parte.',

  held: 'Tot ce se păstrează în acest browser',
  heldNothing: 'Nu se păstrează nimic.',
  heldChoice: 'Alegerea dumneavoastră și ziua în care ați făcut-o',
  heldPreferences: 'Ce ne-ați spus că vă place',
  heldVisit: 'Vizita dumneavoastră de până acum; nu părăsește niciodată acest browser',
  heldLedger: 'Unde a fost deja numărat acest browser, ca să nu fie numărat de două ori',
  heldOutbox: 'Statistici care așteaptă să fie trimise',
  heldSent: 'O copie a ceea ce s-a trimis în această vizită',
  queued: {
    one: '{n} mesaj așteaptă să fie trimis',
    few: '{n} mesaje așteaptă să fie trimise',
    other: '{n} de mesaje așteaptă să fie trimise',
  },
  sent: {
    one: '{n} mesaj trimis în această vizită',
    few: '{n} mesaje trimise în această vizită',
    other: '{n} de mesaje trimise în această vizită',
  },
  copy: 'Copiază',
  copied: 'Copiat',
  erase: 'Șterge tot',
  erased: 'Totul a fost șters.',

  stated: 'Ce vă place',
  statedText:
    'Răspundeți dacă doriți. Răspunsurile rămân în acest browser până când le retrageți; ele sunt doar numărate.',
  noAnswer: 'Niciun răspuns',
  saved: 'Salvat',

  embed: 'Acest conținut provine de la {service} și nu se încarcă până când nu sunteți de acord.',
  embedLoad: 'Încarcă doar acum',
  embedAlways: 'Permite întotdeauna {service}',
};
