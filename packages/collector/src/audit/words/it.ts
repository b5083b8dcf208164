/** The page about counting, in Italian. */
import type { Words } from './words.ts';

export const it: Words = {
  title: 'Che cosa conta {site}',
  asksFirst:
    'Questa pagina nasce dall’elenco di tutto ciò che il programma può contare e da ciò che {site} ha pubblicato. Nulla viene contato prima del consenso.',
  asksByPlace:
    'Questa pagina nasce dall’elenco di tutto ciò che il programma può contare e da ciò che {site} ha pubblicato. Dove la legge lo richiede, nulla viene contato prima del consenso; altrove, finché non ci si oppone.',
  test: 'Questo è un sito di prova, per sviluppatori sul proprio computer: mostra ogni numero, anche il più piccolo.',
  languages: 'Lingue',
  details: 'Ogni singolo conteggio per nome (in inglese)',
  how: 'Come viene conservato',
  slices: 'Soltanto somme, per giorno. Alcune anche secondo uno di questi criteri, mai secondo due insieme:',
  slice: {
    viewport: 'dimensione della finestra',
    source: 'tipo di sito da cui si arriva',
    visitor: 'nuovo o di ritorno',
    device: 'tipo di dispositivo',
    country: 'paese',
    browser: 'browser',
    os: 'sistema operativo',
  },
  k: 'Nessun numero viene mostrato prima che vi stiano dietro {k} browser. Nessuna parola inviata dal browser viene conservata prima che {k} browser l’abbiano inviata, a meno che il negozio non l’abbia pubblicata.',
  waiting: 'Le somme più piccole ne aspettano altre, per 28 giorni al massimo. Poi perdono il nome.',
  byDay: 'Sono conservate per giorno per {days} giorni, in seguito per mese.',
  never: 'Che cosa non viene mai raccolto',
  neverList: [
    'Un nome, un indirizzo o ciò che si digita, tranne i termini di ricerca usati da molti visitatori',
    'L’indirizzo IP: serve mentre si risponde al browser, per il paese e contro gli eccessi di richieste, e non viene annotato da nessuna parte',
    'Un identificatore della persona, del dispositivo o della visita',
    'Una registrazione della visita, o l’ora di qualcosa in essa: ci sono somme per giorno, e visite per ora della settimana',
    'Due dei criteri sopra elencati insieme',
    'Una registrazione di schermo, puntatore o tastiera',
    'Un’impronta digitale del browser',
  ],
  limits: 'Da che cosa ciò non protegge',
  limitsList: [
    'Finché un giorno non è chiuso, e finché una somma aspetta, piccole somme esatte si trovano sul server del negozio. Non vengono mostrate a nessuno.',
    'Chi gestisce il server potrebbe vedere le richieste mentre vi si risponde, come su ogni sito web.',
  ],
  rights: 'I suoi diritti',
  change:
    'In ogni pagina del negozio può cambiare idea, sotto «{open}». Il conteggio cessa subito e ciò che il browser conserva viene cancellato.',
  unmatched:
    'Nessun conteggio può essere ricondotto a Lei, neppure da noi. Perciò non c’è nulla che si possa mostrare, correggere o cancellare di Lei soltanto.',
  ask: 'Per tutto il resto si rivolga a chi è responsabile:',
  check: 'Come verificarlo',
  statement: 'I visitatori accettano la dichiarazione {id} del {day}. È firmata.',
  allStatements: 'Tutto ciò che è mai stato pubblicato',
  forMachines: 'Lo stesso per le macchine',
  keys: 'Le chiavi delle firme',
};
