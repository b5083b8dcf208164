/** The page about counting, in Spanish. */
import type { Words } from './words.ts';

export const es: Words = {
  title: 'Qué cuenta {site}',
  asksFirst:
    'Esta página se hace con la lista de todo lo que el programa puede contar y con lo que {site} ha publicado. No se cuenta nada antes de que usted acepte.',
  asksByPlace:
    'Esta página se hace con la lista de todo lo que el programa puede contar y con lo que {site} ha publicado. Donde la ley lo exige, no se cuenta nada antes de que usted acepte; en otros lugares, hasta que se oponga.',
  test: 'Este es un sitio de prueba, para desarrolladores en su propia máquina: muestra cada número, por pequeño que sea.',
  languages: 'Idiomas',
  details: 'Cada recuento por su nombre (en inglés)',
  how: 'Cómo se guarda',
  slices:
    'Solo sumas, por día. Algunas también según una de estas características, nunca según dos a la vez:',
  slice: {
    viewport: 'tamaño de la ventana',
    source: 'tipo de sitio que llevó hasta aquí',
    visitor: 'nuevo o recurrente',
    device: 'tipo de dispositivo',
    country: 'país',
    browser: 'navegador',
    os: 'sistema operativo',
  },
  k: 'No se muestra ningún número antes de que haya {k} navegadores detrás. Ninguna palabra que envía su navegador se guarda antes de que la hayan enviado {k} navegadores, salvo que la tienda la haya publicado.',
  waiting: 'Las sumas menores esperan a otras, 28 días como máximo. Después pierden su nombre.',
  byDay: 'Se guardan por día durante {days} días, y después por mes.',
  never: 'Qué no se recoge nunca',
  neverList: [
    'Un nombre, una dirección o algo que usted escriba, salvo términos de búsqueda que usan muchos visitantes',
    'Su dirección IP: sirve mientras se responde a su navegador, para el país y contra avalanchas, y no se anota en ninguna parte',
    'Un identificador de usted, de su dispositivo o de su visita',
    'Un registro de su visita, o la hora de algo en ella: hay sumas por día, y visitas por hora de la semana',
    'Dos de las características anteriores a la vez',
    'Una grabación de pantalla, puntero o teclado',
    'Una huella de su navegador',
  ],
  limits: 'De qué no protege esto',
  limitsList: [
    'Hasta que se cierra un día, y mientras una suma espera, hay pequeñas sumas exactas en el servidor de la tienda. No se muestran a nadie.',
    'Quien opera el servidor podría ver las peticiones mientras se responden, como en cualquier sitio web.',
  ],
  rights: 'Sus derechos',
  change:
    'En cada página de la tienda puede cambiar de opinión, en «{open}». El recuento cesa al instante y se borra lo que guarda su navegador.',
  unmatched:
    'Ningún recuento puede atribuirse a usted, tampoco por nosotros. Por eso no hay nada que pueda mostrarse, corregirse o borrarse solo de usted.',
  ask: 'Para todo lo demás, pregunte a quien es responsable:',
  check: 'Cómo comprobarlo',
  statement: 'Los visitantes aceptan la declaración {id} del {day}. Está firmada.',
  allStatements: 'Todo lo que se ha publicado alguna vez',
  forMachines: 'Lo mismo para máquinas',
  keys: 'Las claves de las firmas',
};
