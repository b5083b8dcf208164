/**
 * What a page is compared with when its exits are judged, and which are not judged: those that visits are meant to end on, or
 * that are left for reasons of their own. By what the shop declares of its addresses; else by the address, as shops in five
 * languages call such pages. Knows no counts.
 */
import type { LayoutRow, PageRow, PageType } from '@holloway/protocol';

/** What no link can mend: who has ordered is done, who pays or signs in is not looking for a way on. */
const ERRANDS: ReadonlySet<PageType> = new Set(['cart', 'checkout', 'order']);

/** Segments of addresses, without what follows a dot. */
const ERRAND_NAMES: ReadonlySet<string> = new Set(
  [
    'cart basket bag checkout order orders payment pay confirmation success thanks thankyou account my-account login logout signin signup register password receipt',
    'warenkorb kasse zahlung bestellung bestellungen bestaetigung bestätigung danke vielen-dank konto mein-konto kundenkonto anmelden registrieren passwort',
    'panier commande commandes paiement caisse confirmation merci compte mon-compte connexion inscription',
    'carrello cassa ordine ordini pagamento conferma grazie conto il-mio-account accedi registrati',
    'carrito cesta pedido pedidos pago confirmacion confirmación gracias cuenta mi-cuenta acceder registro',
  ].flatMap((names) => names.split(' ')),
);
/** `thank-you-for-your-order`, `order-received`, `bestellung-erfolgreich`. */
const ERRAND_PHRASE =
  /^(thank-?you|order-(confirm|received|complete|success)|checkout-|bestell(ung)?-(abgeschlossen|erfolgreich|bestaetig|bestätig)|commande-(confirm|valid)|ordine-(conferm|ricevut)|pedido-(confirm|recibid))/;

function isErrand(page: string): boolean {
  const segments = page.toLowerCase().split('/');
  return segments.some((segment) => {
    const [name = ''] = segment.replaceAll('_', '-').split('.');
    return ERRAND_NAMES.has(name) || ERRAND_PHRASE.test(name);
  });
}

export interface KindSource {
  /** Of the `layout` report: pages with a list. */
  readonly layout: readonly LayoutRow[];
  /** What the shop says of its addresses; `undefined` where it says nothing. */
  readonly typeOf: (page: string) => PageType | undefined;
}

/**
 * @returns For each page the name of its kind; `null` for those that are not judged. Where the shop declares no type, what a page is for
 * is told by what it holds: a list, or else a category, or neither. A page of a category is no errand, whatever it is called.
 */
export function kindFrom({ layout, typeOf }: KindSource): (page: PageRow) => string | null {
  const lists = new Set(layout.filter(({ slot }) => slot !== null).map(({ page }) => page));
  return ({ page, category }) => {
    const type = typeOf(page);
    if (type !== undefined && ERRANDS.has(type)) return null;
    // A route may call an account no more than a page.
    if (category === null && (type === undefined || type === 'page') && isErrand(page)) return null;
    if (type !== undefined) return type === 'category' ? 'list' : type;
    return lists.has(page) ? 'list' : category === null ? 'page' : 'product';
  };
}
