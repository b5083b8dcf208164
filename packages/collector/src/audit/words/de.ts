/** The page about counting, in German. */
import type { Words } from './words.ts';

export const de: Words = {
  title: 'Was {site} zählt',
  asksFirst:
    'Diese Seite entsteht aus der Liste von allem, was das Programm zählen kann, und aus dem, was {site} veröffentlicht hat. Bevor Sie zustimmen, wird nichts gezählt.',
  asksByPlace:
    'Diese Seite entsteht aus der Liste von allem, was das Programm zählen kann, und aus dem, was {site} veröffentlicht hat. Wo das Recht es verlangt, wird nichts gezählt, bevor Sie zustimmen; anderswo, bis Sie widersprechen.',
  test: 'Dies ist eine Testseite, für Entwickler auf ihrem eigenen Rechner: Sie zeigt jede Zahl, auch die kleinste.',
  languages: 'Sprachen',
  details: 'Jede einzelne Zählung mit ihrem Namen (englisch)',
  how: 'Wie es aufbewahrt wird',
  slices: 'Nur Summen, nach Tagen. Manche außerdem nach einem dieser Merkmale, nie nach zweien zugleich:',
  slice: {
    viewport: 'Größe des Fensters',
    source: 'Art der Website, die hierher geführt hat',
    visitor: 'neu oder wiederkehrend',
    device: 'Art des Geräts',
    country: 'Land',
    browser: 'Browser',
    os: 'Betriebssystem',
  },
  k: 'Keine Zahl wird gezeigt, bevor {k} Browser hinter ihr stehen. Kein Wort, das Ihr Browser sendet, wird gespeichert, bevor {k} Browser es gesendet haben, außer der Shop hat es selbst veröffentlicht.',
  waiting: 'Kleinere Summen warten auf weitere, höchstens 28 Tage lang. Dann verlieren sie ihren Namen.',
  byDay: 'Sie werden {days} Tage lang nach Tagen aufbewahrt, danach nach Monaten.',
  never: 'Was nie erhoben wird',
  neverList: [
    'Namen, Adressen oder etwas, das Sie eintippen, außer Suchbegriffen, die viele verwenden',
    'Ihre IP-Adresse: Sie dient, solange Ihrem Browser geantwortet wird, für das Land und gegen Überflutung, und wird nirgends aufgeschrieben',
    'Eine Kennung von Ihnen, Ihrem Gerät oder Ihrem Besuch',
    'Eine Aufzeichnung Ihres Besuchs oder der Zeitpunkt von irgendetwas darin: Es gibt Summen nach Tagen, und Besuche nach der Stunde der Woche',
    'Zwei der Merkmale oben zugleich',
    'Eine Aufnahme von Bildschirm, Zeiger oder Tastatur',
    'Ein Fingerabdruck Ihres Browsers',
  ],
  limits: 'Wovor das nicht schützt',
  limitsList: [
    'Bis ein Tag abgeschlossen ist, und solange eine Summe wartet, liegen kleine genaue Summen auf dem Server des Shops. Niemandem werden sie gezeigt.',
    'Wer den Server betreibt, könnte Anfragen sehen, während sie beantwortet werden, wie auf jeder Website.',
  ],
  rights: 'Ihre Rechte',
  change:
    'Auf jeder Seite des Shops können Sie Ihre Meinung ändern, unter „{open}“. Die Zählung endet sofort, und was Ihr Browser gespeichert hat, wird gelöscht.',
  unmatched:
    'Keine Zählung lässt sich Ihnen zuordnen, auch nicht durch uns. Deshalb gibt es nichts, was von Ihnen allein gezeigt, berichtigt oder gelöscht werden könnte.',
  ask: 'Wegen allem anderen fragen Sie, wer verantwortlich ist:',
  check: 'Wie man es prüft',
  statement: 'Besucher stimmen der Erklärung {id} vom {day} zu. Sie ist signiert.',
  allStatements: 'Alles, was je veröffentlicht wurde',
  forMachines: 'Dasselbe für Maschinen',
  keys: 'Die Schlüssel der Signaturen',
};
