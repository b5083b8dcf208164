/** The page about counting, in French. */
import type { Words } from './words.ts';

export const fr: Words = {
  title: 'Ce que {site} compte',
  asksFirst:
    'Cette page est établie à partir de la liste de tout ce que le programme peut compter et de ce que {site} a publié. Rien n’est compté avant que vous n’acceptiez.',
  asksByPlace:
    'Cette page est établie à partir de la liste de tout ce que le programme peut compter et de ce que {site} a publié. Là où la loi l’exige, rien n’est compté avant que vous n’acceptiez ; ailleurs, jusqu’à ce que vous vous y opposiez.',
  test: 'Ceci est un site de test, pour des développeurs sur leur propre machine : il montre chaque nombre, même le plus petit.',
  languages: 'Langues',
  details: 'Chaque comptage par son nom (en anglais)',
  how: 'Comment c’est conservé',
  slices:
    'Des sommes seulement, par jour. Certaines aussi selon l’un de ces critères, jamais selon deux à la fois :',
  slice: {
    viewport: 'taille de la fenêtre',
    source: 'type de site qui a mené ici',
    visitor: 'nouveau ou de retour',
    device: 'type d’appareil',
    country: 'pays',
    browser: 'navigateur',
    os: 'système d’exploitation',
  },
  k: 'Aucun nombre n’est montré avant que {k} navigateurs ne se trouvent derrière. Aucun mot envoyé par votre navigateur n’est conservé avant que {k} navigateurs ne l’aient envoyé, sauf si la boutique l’a publié elle-même.',
  waiting: 'Les sommes plus petites en attendent d’autres, 28 jours au plus. Ensuite elles perdent leur nom.',
  byDay: 'Elles sont conservées par jour pendant {days} jours, puis par mois.',
  never: 'Ce qui n’est jamais collecté',
  neverList: [
    'Un nom, une adresse ou ce que vous saisissez, hormis les termes de recherche employés par beaucoup de visiteurs',
    'Votre adresse IP : elle sert le temps de répondre à votre navigateur, pour le pays et contre les afflux, et n’est notée nulle part',
    'Un identifiant de vous, de votre appareil ou de votre visite',
    'Un relevé de votre visite, ou l’heure de quoi que ce soit : il y a des sommes par jour, et des visites par heure de la semaine',
    'Deux des critères ci-dessus à la fois',
    'Un enregistrement de l’écran, du pointeur ou du clavier',
    'Une empreinte de votre navigateur',
  ],
  limits: 'Ce dont cela ne protège pas',
  limitsList: [
    'Tant qu’un jour n’est pas clos, ou qu’une somme attend, de petites sommes exactes se trouvent sur le serveur de la boutique. Elles ne sont montrées à personne.',
    'Qui exploite le serveur pourrait voir les requêtes pendant qu’on y répond, comme sur tout site web.',
  ],
  rights: 'Vos droits',
  change:
    'Sur chaque page de la boutique, vous pouvez changer d’avis sous « {open} ». Le comptage cesse aussitôt et ce que garde votre navigateur est effacé.',
  unmatched:
    'Aucun comptage ne peut vous être rattaché, pas plus par nous que par d’autres. Il n’y a donc rien qui puisse être montré, corrigé ou effacé de vous seul.',
  ask: 'Pour tout le reste, adressez-vous au responsable :',
  check: 'Comment le vérifier',
  statement: 'Les visiteurs acceptent la déclaration {id} du {day}. Elle est signée.',
  allStatements: 'Tout ce qui a jamais été publié',
  forMachines: 'La même chose pour les machines',
  keys: 'Les clés des signatures',
};
